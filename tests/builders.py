"""People, tickets and desks to try the rules on, and a desk that is a dictionary."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TypeVar
from uuid import UUID

from agentdesk.domain.commands import Command, Envelope, FileRef
from agentdesk.domain.decisions import decide
from agentdesk.domain.entities import (
    KINDS,
    NAMES,
    Domain,
    Entity,
    LogEntry,
    Message,
    Person,
    RoleAssignment,
    SchemeText,
    Source,
    Ticket,
    TicketType,
)
from agentdesk.domain.reader import LOOKUPS
from agentdesk.domain.refusals import Refused
from agentdesk.domain.scheme import parse_scheme
from agentdesk.domain.values import DAY, Id, Instant, Role, ScopeKind
from agentdesk.schemes import shipped

NOON: Instant = 1_700_000_000_000
SECOND: Instant = 1_000
E = TypeVar("E", bound=Entity)
_LOOKUPS = {(kind, frozenset(names)) for kind, names in LOOKUPS}


def an_id(number: int) -> Id:
    return str(UUID(int=number))


HELIOS, ORBIS = an_id(1), an_id(2)
MARA, JONAS, ADMIN, NOAH, PETRA, WEI, LEA, GONE = (an_id(n) for n in range(11, 19))
"""Two handlers, an administrator, a requester of Helios with its domain_admin, two of elsewhere, one disabled."""
TICKET = an_id(100)


class Memory:
    """A desk in a dictionary: what `decide()` reads, and where its answer goes."""

    def __init__(self, *entities: Entity, at: Instant = NOON) -> None:
        self.rows: dict[tuple[str, Id], Entity] = {}
        self.at = at
        self._ids = 10_000
        for entity in entities:
            self.put(entity)

    def get(self, kind: str, id: Id) -> Entity | None:
        assert kind in KINDS, kind
        return self.rows.get((kind, id))

    def find(self, kind: str, /, **equal: object) -> Sequence[Entity]:
        assert (kind, frozenset(equal)) in _LOOKUPS, (kind, sorted(equal))
        rows = (one for (of, _), one in self.rows.items() if of == kind)
        return sorted((one for one in rows if _equals(one, equal)), key=_by_id)

    def put(self, entity: Entity) -> None:
        self.rows[NAMES[type(entity)], entity.id] = entity

    def all(self, kind: type[E]) -> list[E]:
        return sorted((one for one in self.rows.values() if type(one) is kind), key=_by_id)

    def new_id(self) -> Id:
        self._ids += 1
        return an_id(self._ids)

    def play(self, envelope: Envelope) -> tuple[Entity, ...]:
        """Decides, twice to be sure that it answers the same, and keeps the answer."""
        changed = decide(envelope, self)
        assert decide(envelope, self) == changed
        assert isinstance(changed[-1], LogEntry)
        for entity in changed:
            self.put(entity)
        return changed

    def do(self, command: Command, by: Id, *, after: Instant = SECOND) -> tuple[Entity, ...]:
        """Plays a command a little later than the one before."""
        self.at += after
        return self.play(Envelope(id=self.new_id(), actor=by, at=self.at, command=command))

    def refusal(self, command: Command, by: Id, *, after: Instant = SECOND) -> Refused:
        """The no to a command; that nothing was written shows in the rows."""
        before = dict(self.rows)
        try:
            self.do(command, by, after=after)
        except Refused as refused:
            assert self.rows == before
            return refused
        raise AssertionError(f"allowed: {command}")

    def ticket(self, id: Id = TICKET) -> Ticket:
        found = self.get("ticket", id)
        assert isinstance(found, Ticket)
        return found

    def thread(self, ticket: Id = TICKET) -> list[Message]:
        return [one for one in self.rows.values() if isinstance(one, Message) and one.ticket == ticket]

    def codes(self, ticket: Id = TICKET) -> list[str]:
        return [message.code for message in self.thread(ticket) if message.code]

    def change(self, id: Id = TICKET, **fields: object) -> Ticket:
        """A ticket as a test wants to find it."""
        ticket = self.ticket(id)
        if "state" in fields:
            source = self.get("source", ticket.source)
            assert isinstance(source, Source)
            text = self.get("scheme", source.scheme)
            assert isinstance(text, SchemeText)
            fields["kind"] = parse_scheme(text.text).state(str(fields["state"])).kind
        changed = replace(ticket, **fields)  # type: ignore[arg-type]
        self.put(changed)
        return changed


def _equals(entity: Entity, values: Mapping[str, object]) -> bool:
    return all(getattr(entity, name) == value for name, value in values.items())


def _by_id(entity: Entity) -> Id:
    return entity.id


def a_person(id: Id, user_name: str, domain: Id | None = None, *, enabled: bool = True) -> Person:
    name = user_name.replace(".", " ").title()
    email = f"{user_name}@{'helios' if domain == HELIOS else 'desk'}.example"
    return Person(id=id, user_name=user_name, name=name, email=email, domain=domain, enabled=enabled)


def a_role(id: Id, person: Id, role: str, scope: tuple[ScopeKind, Id | None]) -> RoleAssignment:
    return RoleAssignment(id=id, person=person, role=role, scope_kind=scope[0], scope_id=scope[1])


def an_agent(id: Id, user_name: str = "an.agent", source: Id | None = None) -> tuple[Person, RoleAssignment]:
    """Somebody who handles tickets everywhere, or of one source."""
    scope = (ScopeKind.SOURCE, source) if source else (ScopeKind.SYSTEM, None)
    return a_person(id, user_name), a_role(an_id(UUID(id).int + 1_000), id, Role.HANDLER, scope)


def the_people() -> tuple[Entity, ...]:
    return (
        Domain(id=HELIOS, name="Helios"),
        Domain(id=ORBIS, name="Orbis"),
        *an_agent(MARA, "mara.lindt"),
        *an_agent(JONAS, "jonas.beck"),
        a_person(ADMIN, "super.admin"),
        a_role(an_id(1_100), ADMIN, Role.ADMIN, (ScopeKind.SYSTEM, None)),
        a_person(NOAH, "noah.okafor", HELIOS),
        a_person(PETRA, "petra.nowak", HELIOS),
        a_role(an_id(1_101), PETRA, Role.DOMAIN_ADMIN, (ScopeKind.DOMAIN, HELIOS)),
        a_person(WEI, "zhang.wei", ORBIS),
        a_person(LEA, "lea.sommer", HELIOS),
        a_person(GONE, "gone.away", enabled=False),
    )


def a_source(scheme: str = "agentdesk", id: Id | None = None, **fields: object) -> tuple[SchemeText, Source]:
    """A source, called like its scheme, that asks for nothing."""
    values: dict[str, object] = {"title": scheme.title(), "asks": (), **fields}
    source = Source(id=id or scheme, scheme=scheme, **values)  # type: ignore[arg-type]
    return SchemeText(id=scheme, title=scheme, text=shipped()[scheme]), source


def a_desk(scheme: str = "agentdesk", *more: Entity, **source: object) -> Memory:
    """A desk with one source and the people, and no tickets."""
    return Memory(*a_source(scheme, **source), *the_people(), *more)  # type: ignore[arg-type]


def a_ticket(source: str = "agentdesk", **fields: object) -> Ticket:
    """Noah's ticket, just filed."""
    text = parse_scheme(shipped()[source]) if source in shipped() else parse_scheme(shipped()["agentdesk"])
    state = str(fields.pop("state", text.initial))
    values: dict[str, object] = {
        "id": TICKET,
        "source": source,
        "subject": "The printer hums",
        "requester": NOAH,
        "domain": HELIOS,
        "created": NOON - DAY,
        "last_activity": NOON - DAY,
        "state_since": NOON - DAY,
        "number": "TK-100",
        **fields,
    }
    return Ticket(state=state, kind=text.state(state).kind, **values)  # type: ignore[arg-type]


def a_type(id: Id, source: Id = "agentdesk", **fields: object) -> TicketType:
    return TicketType(id=id, source=source, **{"name": "Usage problem", **fields})  # type: ignore[arg-type]


def a_file(number: int = 1, name: str = "screen.png", size: int = 1_000, media_type: str = "image/png") -> FileRef:
    return FileRef(id=an_id(5_000 + number), name=name, size=size, media_type=media_type, sha256=f"{number:064x}")
