"""A served desk to try: its people, their devices, and commands as they come over the wire."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import count
from typing import Any
from uuid import UUID, uuid5

from sqlalchemy import Engine, insert

from agentdesk.domain.commands import Command, Envelope, FileRef, Reply, SubmitTicket
from agentdesk.domain.entities import Entity, LogEntry, Ticket
from agentdesk.domain.values import Id, Instant, Role, ScopeKind
from agentdesk.records.rows import Rows
from agentdesk.server.authority import accept
from agentdesk.server.blobs import Uploads
from agentdesk.server.database import owning, reading
from agentdesk.server.schema import CLIENT, TABLES
from agentdesk.wire import CHUNK_BYTES, Result, UploadRequest, WireCommand, packed
from tests.builders import (
    ADMIN,
    JONAS,
    LEA,
    MARA,
    NOAH,
    NOON,
    PETRA,
    WEI,
    a_person,
    a_role,
    a_source,
    an_id,
    the_people,
)

PEOPLE = (MARA, JONAS, ADMIN, NOAH, PETRA, WEI, LEA)
SECLUDED = an_id(19)
"""A handler of the source `guance` alone."""
_NAMESPACE = UUID(int=7)


def device(person: Id) -> Id:
    return str(uuid5(_NAMESPACE, person))


def furnish(engine: Engine) -> None:
    """The people of tests/builders.py, three sources that ask for nothing, and a device for everybody."""
    with owning(engine) as connection:
        rows = Rows(connection, TABLES)
        for entity in _everybody():
            rows.put(replace(entity, rev=1))
        devices = [{"id": device(p), "person": p, "registered": NOON, "seen": NOON} for p in (*PEOPLE, SECLUDED)]
        connection.execute(insert(CLIENT), devices)


def _everybody() -> Iterator[Entity]:
    for scheme, prefix in (("agentdesk", "TK"), ("guance", "GU"), ("cloudpods", "CP")):
        yield from a_source(scheme, prefix=prefix)
    yield from the_people()
    yield a_person(SECLUDED, "sec.luded")
    yield a_role(an_id(1_019), SECLUDED, Role.HANDLER, (ScopeKind.SOURCE, "guance"))


@dataclass
class World:
    engine: Engine
    now: Instant = NOON
    ids: Any = field(default_factory=lambda: count(1_000_000))

    def new_id(self) -> Id:
        return an_id(next(self.ids))

    def wire(self, command: Command, base_rev: int = 0, after: Id | None = None, id: Id | None = None) -> WireCommand:
        envelope = Envelope(
            id=id or self.new_id(), actor="", at=0, command=command, issued_at=self.now, base_rev=base_rev
        )
        return packed(envelope, after)

    def send(self, *sent: WireCommand, by: Id) -> list[Result]:
        self.now += 1_000
        return accept(self.engine, by, device(by), sent, self.now).results

    def do(self, command: Command, by: Id, base_rev: int = 0) -> Result:
        return self.send(self.wire(command, base_rev), by=by)[0]

    def done(self, command: Command, by: Id, base_rev: int = 0) -> Result:
        result = self.do(command, by, base_rev)
        assert result.status == "applied", result
        return result

    def filed(self, by: Id = NOAH, source: str = "agentdesk", **more: Any) -> Id:
        """A new ticket of somebody."""
        ticket = self.new_id()
        more = {"subject": "The printer hums", "body_html": "<p>It hums.</p>", **more}
        self.done(SubmitTicket(ticket=ticket, message=self.new_id(), source=source, **more), by)
        return ticket

    def reply(self, ticket: Id, text: str = "Hello", files: tuple[FileRef, ...] = ()) -> Reply:
        return Reply(ticket=ticket, message=self.new_id(), body_html=f"<p>{text}</p>", files=files)

    def uploaded(self, content: bytes, name: str = "a.txt", by: Id = NOAH, **more: Any) -> FileRef:
        """Its bytes are at the server."""
        sha256, uploads = hashlib.sha256(content).hexdigest(), Uploads(self.engine, by, self.now)
        id = uploads.begin(UploadRequest(sha256=sha256, size=len(content))).upload_id
        for start in range(0, len(content), CHUNK_BYTES):
            uploads.add(id, start, content[start : start + CHUNK_BYTES])
        return FileRef(id=self.new_id(), name=name, size=len(content), media_type="text/plain", sha256=sha256, **more)

    def get(self, kind: str, id: Id) -> Any:
        with reading(self.engine) as connection:
            return Rows(connection, TABLES).get(kind, id)

    def find(self, kind: str, /, **equal: object) -> tuple[Any, ...]:
        with reading(self.engine) as connection:
            return Rows(connection, TABLES).find(kind, **equal)

    def ticket(self, id: Id) -> Ticket:
        found = self.get("ticket", id)
        assert isinstance(found, Ticket)
        return found

    def log(self, ticket: Id) -> list[LogEntry]:
        return [one for one in self.find("operation_log") if one.root == ticket]
