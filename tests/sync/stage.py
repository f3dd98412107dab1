"""A served desk in memory, its engine, a server that says what a test wants, and a time that the test moves."""

import hashlib
import json
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from random import Random
from typing import Any, TypeVar

from sqlalchemy import Connection, StaticPool, create_engine, event, select

from agentdesk.domain.commands import AddNote, Command, Envelope, FileRef, Reply
from agentdesk.domain.values import Id, Instant
from agentdesk.store import journal, marks, resubmit, served
from agentdesk.store.base import Changed
from agentdesk.store.exchange import Exchange
from agentdesk.store.outbox import Entry, entries
from agentdesk.store.schema import OUTBOX, RETURNED, SEARCH_DDL, metadata
from agentdesk.store.served import Served
from agentdesk.sync.engine import Engine, Outside, Status
from agentdesk.wire import (
    BootstrapPage,
    BootstrapReply,
    BootstrapRequest,
    DigestReply,
    DigestRequest,
    Documents,
    Hello,
    PullReply,
    PushReply,
    PushRequest,
    Result,
    Upload,
    UploadRequest,
)
from tests.builders import MARA, NOON, SECOND, TICKET, a_ticket, an_id
from tests.desks import furnish

T = TypeVar("T")
OTHER = an_id(101)
EPOCH = "first"


@dataclass
class Script:
    """Answers as planned; without a plan as a server to which nothing ever happens."""

    clock: Callable[[], Instant]
    plans: dict[str, deque[Any]] = field(default_factory=dict)
    asked: list[tuple[str, Any]] = field(default_factory=list)
    epoch: str = EPOCH
    protocol: tuple[int, int] = (1, 1)
    files: dict[str, bytes] = field(default_factory=dict)

    def plan(self, call: str, *answers: Any) -> None:
        """Exceptions are raised, functions are given what was asked, all else is the answer."""
        self.plans.setdefault(call, deque()).extend(answers)

    def calls(self, name: str) -> list[Any]:
        return [asked for call, asked in self.asked if call == name]

    def _answer(self, name: str, asked: Any, usual: Callable[[], T]) -> T:
        self.asked.append((name, asked))
        plan = self.plans.get(name)
        if not plan:
            return usual()
        answer = plan.popleft()
        if isinstance(answer, Exception):
            raise answer
        return answer(asked) if callable(answer) else answer

    def hello(self) -> Hello:
        return self._answer("hello", None, lambda: Hello(
            protocol=self.protocol, schema_version=1, epoch=self.epoch, min_client="0", features=[],
            server_time=self.clock(),
        ))  # fmt: skip

    def push(self, request: PushRequest) -> PushReply:
        return self._answer("push", request, lambda: self.results(request))

    def results(self, request: PushRequest, status: str = "applied", **more: Any) -> PushReply:
        results = [Result(id=one.id, status=status, **more) for one in request.commands]  # type: ignore[arg-type]
        return PushReply(server_time=self.clock(), epoch=self.epoch, results=results)

    def pull(self, cursor: str, limit: int) -> PullReply:
        return self._answer("pull", cursor, lambda: PullReply(
            server_time=self.clock(), epoch=self.epoch, cursor=cursor
        ))  # fmt: skip

    def bootstrap(self, request: BootstrapRequest) -> BootstrapReply:
        return self._answer("bootstrap", request, lambda: BootstrapReply(
            token="token", epoch=self.epoch, cursor="begun", total=2
        ))  # fmt: skip

    def bootstrap_page(self, token: str, after: str) -> BootstrapPage:
        return self._answer("page", after, lambda: BootstrapPage(documents=Documents(), after=""))

    def digest(self, request: DigestRequest) -> DigestReply:
        return self._answer("digest", request.cursor, lambda: DigestReply(digests={}))

    def begin_upload(self, request: UploadRequest) -> Upload:
        done = self.files.setdefault(request.sha256, b"")
        usual = Upload(upload_id=request.sha256, offset=len(done), chunk=4, ready=len(done) == request.size)
        return self._answer("begin_upload", request, lambda: usual)

    def upload(self, upload_id: str, offset: int, chunk: bytes) -> Upload:
        def usual() -> Upload:
            assert offset == len(self.files[upload_id])
            self.files[upload_id] += chunk
            whole = hashlib.sha256(self.files[upload_id]).hexdigest() == upload_id
            return Upload(upload_id=upload_id, offset=offset + len(chunk), chunk=4, ready=whole)

        return self._answer("upload", offset, usual)


class Stage:
    def __init__(self, seed: int = 1, *, bootstrapped: bool = True) -> None:
        self.server_time, self.skew, self.ticks, self.made = NOON, 0, 0, 0
        self.db = create_engine("sqlite://", poolclass=StaticPool, connect_args={"isolation_level": None})
        event.listen(self.db, "begin", lambda connection: connection.exec_driver_sql("BEGIN"))
        with self.db.begin() as connection:
            metadata.create_all(connection)
            connection.exec_driver_sql(SEARCH_DDL)
            furnish(connection, a_ticket(rev=3, handler=MARA, state="processing"), a_ticket(id=OTHER, rev=2))
            served.keep(connection, Served(
                server="x", person=MARA, client=an_id(70), epoch=EPOCH, cursor="here" if bootstrapped else "",
                bootstrap=None if bootstrapped else served.Bootstrap(),
            ))  # fmt: skip
        self.contents: dict[str, bytes] = {}
        self.told: list[Status] = []
        self.script = Script(lambda: self.server_time)
        self.rng = Random(seed)
        self.start()

    def start(self) -> None:
        """As after a kill."""
        self.exchange = Exchange(self.transact, lambda: self.ticks, lambda: False)
        outside = Outside(lambda: self.server_time + self.skew, lambda: self.ticks, self.rng, self._read)
        self.engine = Engine(self.exchange, self.script, outside, self.told.append)  # type: ignore[arg-type]

    def transact(self, work: Callable[[Connection], tuple[T, Changed]], *, bulk: bool = False) -> T:
        with self.db.begin() as connection:
            return work(connection)[0]

    def _read(self, sha256: str, offset: int, size: int) -> bytes:
        if sha256 not in self.contents:
            raise FileNotFoundError(sha256)
        return self.contents[sha256][offset : offset + size]

    def pass_time(self, milliseconds: int) -> None:
        self.ticks += milliseconds
        self.server_time += milliseconds

    def run(self, steps: int = 12) -> None:
        """Steps as long as something is due now."""
        for _ in range(steps):
            if self.engine.step() > self.ticks:
                return

    def give(self, command: Command, *, at: Instant | None = None) -> Id:
        self.made += 1
        now = at if at is not None else self.server_time
        envelope = Envelope(id=an_id(20_000 + self.made), actor=MARA, at=now, issued_at=now, command=command)
        self.transact(lambda c: (journal.submit(c, envelope), frozenset()))
        self.engine.submitted()
        return envelope.id

    def send_again(self, id: Id) -> None:
        """A person has said that what failed or waited too long is to be sent."""
        self.transact(lambda c: (resubmit.again(c, id, id, self.server_time), frozenset()))
        self.engine.submitted()

    def reply(self, ticket: Id = TICKET, words: str = "Hello", files: tuple[FileRef, ...] = ()) -> Reply:
        self.made += 1
        return Reply(ticket=ticket, message=an_id(30_000 + self.made), body_html=f"<p>{words}</p>", files=files)

    def note(self, ticket: Id = OTHER) -> AddNote:
        self.made += 1
        return AddNote(ticket=ticket, message=an_id(30_000 + self.made), body_html="<p>Hm</p>")

    def file(self, content: bytes) -> FileRef:
        sha256 = hashlib.sha256(content).hexdigest()
        self.contents[sha256] = content
        self.transact(lambda c: (marks.put_blob(c, sha256, len(content), NOON), frozenset()))
        return FileRef(id=an_id(40_000 + len(self.contents)), name="a.txt", size=len(content),
                       media_type="text/plain", sha256=sha256)  # fmt: skip

    def states(self) -> list[str]:
        return [entry.state for entry in self.entries()]

    def entries(self) -> list[Entry]:
        with self.db.connect() as connection:
            return entries(connection, connection.scalars(select(OUTBOX.c.id)).all())

    def returned(self) -> list[tuple[str, dict[str, str]]]:
        """Code and data of what came back."""
        with self.db.connect() as connection:
            return [(row.code, json.loads(row.data)) for row in connection.execute(select(RETURNED))]

    def sent(self) -> list[list[Id]]:
        return [[one.id for one in request.commands] for request in self.script.calls("push")]


__all__ = ["EPOCH", "OTHER", "SECOND", "Script", "Stage"]
