"""Who may do what: a ticket for each role and relation, and what becomes of every command and request (T9)."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any
from uuid import UUID, uuid5

from sqlalchemy import Engine, event, insert

from agentdesk.codec import target_field
from agentdesk.domain.commands import COMMANDS
from agentdesk.domain.entities import Attachment, Entity, Message, Participant, Ticket
from agentdesk.domain.values import AuthorKind, Id, Instant, MessageKind, Role, ScopeKind, Visibility
from agentdesk.records.rows import Rows
from agentdesk.server import authority
from agentdesk.server.authority import Waits
from agentdesk.server.command_log import Order
from agentdesk.server.database import owning, writing
from agentdesk.server.schema import BLOB, CHUNK, TABLES
from agentdesk.wire import Result, WireCommand
from tests.builders import ADMIN, HELIOS, LEA, MARA, NOON, ORBIS, a_person, a_role, a_ticket

_NAMES = UUID(int=9)
MISSING = str(uuid5(_NAMES, "nothing has this id"))
HASH = "ab" * 32
ROLES: dict[str, tuple[tuple[Role, ScopeKind, Id | None], ...]] = {
    "nobody": (),
    "handler": ((Role.HANDLER, ScopeKind.SYSTEM, None),),
    "handler of the source": ((Role.HANDLER, ScopeKind.SOURCE, "agentdesk"),),
    "domain admin": ((Role.DOMAIN_ADMIN, ScopeKind.DOMAIN, HELIOS),),
    "admin": ((Role.ADMIN, ScopeKind.SYSTEM, None),),
    "upstream agent": ((Role.UPSTREAM_AGENT, ScopeKind.SYSTEM, None),),
    "disabled": ((Role.ADMIN, ScopeKind.SYSTEM, None), (Role.HANDLER, ScopeKind.SYSTEM, None)),
}
RELATIONS = (
    "stranger", "requester", "filer", "handler", "former handler", "participant", "former participant",
    "own organisation", "other organisation", "closed organisation", "other source", "missing",
)  # fmt: skip
OUTSIDERS = ("anonymous", "expired", "signed out", "other server")


def named(*words: str) -> Id:
    return str(uuid5(_NAMES, " ".join(words)))


@dataclass(frozen=True)
class Cell:
    role: str
    relation: str

    @property
    def person(self) -> Id:
        return named(self.role)

    @property
    def ticket(self) -> Id:
        return MISSING if self.relation == "missing" else named(self.role, self.relation)

    @property
    def attachment(self) -> Id:
        return MISSING if self.relation == "missing" else named(self.ticket, "file")

    @cached_property
    def rows(self) -> tuple[Entity, ...]:
        """The ticket as it stands to the person, with a message and a file."""
        if self.relation == "missing":
            return ()
        message = named(self.ticket, "message")
        return (
            replace(_TICKETS[self.relation](self.person), id=self.ticket, rev=1, number=f"TK-{self.ticket}"),
            Message(
                id=message, rev=1, ticket=self.ticket, pos=1, author=LEA, author_kind=AuthorKind.REQUESTER, at=NOON,
                kind=MessageKind.REPLY, visibility=Visibility.EVERYONE, body_html="<p>x</p>", body_text="x",
            ),
            Attachment(
                id=self.attachment, rev=1, ticket=self.ticket, message=message, name="a.txt", size=4,
                media_type="text/plain", sha256=HASH,
            ),
            *self._participants(),
        )  # fmt: skip

    def _participants(self) -> Iterator[Entity]:
        if self.relation in ("participant", "former participant"):
            active = self.relation == "participant"
            yield Participant(
                id=named(self.ticket, "part"), rev=1, ticket=self.ticket, person=self.person, active=active
            )


CELLS = tuple(Cell(role, relation) for role in ROLES for relation in RELATIONS)


def _theirs(**fields: Any) -> Ticket:
    return a_ticket(**{"requester": LEA, "domain": None, **fields})


_TICKETS: dict[str, Any] = {
    "stranger": lambda _: _theirs(),
    "requester": lambda who: _theirs(requester=who),
    "filer": lambda who: _theirs(filed_by=who),
    "handler": lambda who: _theirs(handler=who, state="processing"),
    "former handler": lambda _: _theirs(handler=MARA, state="processing", last_author=MARA),
    "participant": lambda _: _theirs(),
    "former participant": lambda _: _theirs(),
    "own organisation": lambda _: _theirs(domain=HELIOS),
    "other organisation": lambda _: _theirs(domain=ORBIS),
    "closed organisation": lambda _: _theirs(domain=HELIOS, source="cloudpods"),
    "other source": lambda _: _theirs(source="guance"),
}


def populate(engine: Engine) -> None:
    with owning(engine) as connection:
        rows = Rows(connection, TABLES)
        rows.put(replace(rows.get("source", "cloudpods"), organisation_view=False))
        for role, held in ROLES.items():
            rows.put(replace(a_person(named(role), role.replace(" ", ".")), rev=1, enabled=role != "disabled"))
            for what, kind, scope in held:
                rows.put(replace(a_role(named(role, what), named(role), what, (kind, scope)), rev=1))
        for cell in CELLS:
            for row in cell.rows:
                rows.put(row)
        blob = {"sha256": HASH, "size": 4, "start": b"text", "upload": "up", "at": NOON}
        connection.execute(insert(BLOB), blob)
        connection.execute(insert(CHUNK), {"upload": "up", "offset": 0, "data": b"text"})


# ------------------------------------------------------------------------- commands


class _Undone(Exception):
    """What was judged is not kept."""


ARGUMENTS: dict[str, dict[str, Any]] = {
    "handle_ticket": {},
    "forward_ticket": {"to": MARA},
    "reply": {"body_html": "x"},
    "add_note": {"body_html": "x"},
    "complete_ticket": {"comment": "x"},
    "confirm_ticket": {"solved": "yes"},
    "end_ticket": {"comment": "x"},
    "cancel_ticket": {"reason": "x"},
    "return_incomplete": {"reason": "x"},
    "rate_ticket": {"rating": 5},
    "follow_up_ticket": {"subject": "x", "body_html": "x"},
    "move_ticket": {"type": None},
    "set_priority": {"priority": "fatal"},
    "set_tags": {"add": ["x"]},
    "add_participant": {"person": ADMIN},
    "remove_participant": {"person": ADMIN},
    "share_link": {"url": "https://desk.example", "title": "x"},
    "auto_close": {},
    "record_message": {"body_html": "x", "author": "lea.sommer"},
    "submit_ticket": {"source": "agentdesk", "subject": "x", "body_html": "x", "ticket": MISSING},
    "receive_email": {"source": "agentdesk", "sender_address": "a@b.example", "ticket": MISSING},
    "log_call": {"source": "agentdesk", "requester": LEA, "subject": "x", "ticket": MISSING},
    "record_ticket": {"source": "agentdesk", "subject": "x", "requester": "lea.sommer", "ticket": MISSING},
    "save_view": {"view": MISSING, "name": "x", "queue": "support.all"},
    "save_canned_reply": {"canned": MISSING, "name": "x", "body_html": "x", "shared": True},
    "save_scheme": {"text": "x"},
    "save_source": {"source": "agentdesk", "title": "x", "scheme": "agentdesk"},
    "set_default_handler": {"person": None},
    "save_ticket_type": {"type": MISSING, "source": "agentdesk", "name": "x"},
    "save_service": {"service": MISSING, "source": "agentdesk", "name": "x"},
    "set_service_owners": {"owners": []},
    "save_handler": {"person": LEA},
    "save_person": {"person": MISSING, "user_name": "x", "name": "x"},
    "disable_person": {},
    "save_domain": {"domain": MISSING, "name": "x"},
    "save_project": {"project": MISSING, "domain": HELIOS, "name": "x"},
    "assign_role": {"person": LEA, "role": "handler"},
    "revoke_role": {"person": MARA, "role": "handler"},
}
SECOND_OBJECTS: dict[str, tuple[str, str]] = {
    "submit_ticket that follows it": ("submit_ticket", "follows"),
    "log_call into it": ("log_call", "ticket"),
    "receive_email into it": ("receive_email", "ticket"),
    "submit_ticket under its id": ("submit_ticket", "ticket"),
    "record_ticket under its id": ("record_ticket", "ticket"),
    "follow_up_ticket under its id": ("follow_up_ticket", "new_ticket"),
}
"""Commands that name a ticket without being about it (S8)."""
_TARGETS = {"set_default_handler": "agentdesk", "set_service_owners": MISSING, "disable_person": LEA}


def judged(engine: Engine, cell: Cell, name: str, args: dict[str, Any]) -> Result:
    return tried(engine, cell.person, wire(cell, name, args), NOON)


def tried(engine: Engine, person: Id, sent: WireCommand, now: Instant) -> Result:
    """What the authority says of it; nothing is kept."""
    found: list[Result] = []
    order = Order(person, named("device"), sent, now)
    try:
        with writing(engine) as connection:
            try:
                found.append(authority._judge(connection, order)[0])
            except Waits as waits:
                found.append(Result(id=order.sent.id, status="defer", code=waits.code))
            raise _Undone
    except _Undone:
        return found[0]


def wire(cell: Cell, name: str, args: dict[str, Any]) -> WireCommand:
    kind = COMMANDS[name]
    field = target_field(kind)
    target = cell.ticket if field == "ticket" else _TARGETS.get(name)
    ids = {"message", "link", "new_ticket"} & set(kind.__dataclass_fields__)
    made = {one: named(name, one) for one in ids}
    return WireCommand(
        id=named("command"), name=name, ver=1, target=target, args={**made, **args}, issued_at=NOON, base_rev=1 << 40
    )


def letter(result: Result) -> str:
    """H: as if it were not there. N: not for this person. Y: theirs to wish, whatever the state says to it."""
    if result.code == "not-found" and result.data.get("kind") == "ticket":
        return "H"
    return "N" if result.code in ("not-allowed", "person-disabled") else "Y"


class Counting:
    """The statements that are run meanwhile."""

    def __init__(self, engine: Engine) -> None:
        self.engine, self.said = engine, list[str]()

    def __enter__(self) -> list[str]:
        event.listen(self.engine, "before_cursor_execute", self._note)
        return self.said

    def __exit__(self, *_: object) -> None:
        event.remove(self.engine, "before_cursor_execute", self._note)

    def _note(self, *call: Any) -> None:
        self.said.append(call[2])
