"""The desk around the tickets: sources of all schemes, forty handlers, organisations and their people."""

from collections.abc import Iterator
from dataclasses import dataclass
from random import Random
from uuid import NAMESPACE_URL, uuid5

from agentdesk.domain.entities import (
    Domain,
    Entity,
    Person,
    RoleAssignment,
    Service,
    ServiceOwner,
    Source,
    TicketType,
)
from agentdesk.domain.scheme import Scheme, parse_scheme
from agentdesk.domain.values import Id, Role, ScopeKind, StateKind
from agentdesk.schemes import shipped

HANDLERS, EVERYWHERE, DOMAINS = 40, 20, 200
BUSY_SHARE = 0.1
"""Of all tickets, so many belong to h01: a hundred thousand of a million."""
REQUESTER = "r00000"
"""Has the most tickets of all requesters, and administrates their organisation."""


def key(kind: str, name: object) -> Id:
    return str(uuid5(NAMESPACE_URL, f"bench {kind} {name}"))


@dataclass
class Place:
    """A source with what its tickets are made of."""

    id: Id
    prefix: str
    states: dict[StateKind, str]
    types: list[Id]
    services: list[Id]
    handlers: list[Id]
    shares: list[float]
    last: int = 0


class World:
    def __init__(self, requesters: int) -> None:
        self.requesters = [key("person", f"r{n:05}") for n in range(requesters)]
        self.domains = [key("domain", n) for n in range(DOMAINS)]
        self.handlers = [key("person", f"h{n:02}") for n in range(1, HANDLERS + 1)]
        self.places = [_place(n, scheme, self.handlers) for n, scheme in enumerate(_schemes())]

    def domain_of(self, requester: int) -> Id:
        return self.domains[requester % DOMAINS]

    def entities(self) -> Iterator[Entity]:
        """What is to be put before the first ticket."""
        for place, scheme in zip(self.places, _schemes(), strict=True):
            yield from _set_up(place, scheme, self.handlers)
        for n, domain in enumerate(self.domains):
            yield Domain(id=domain, rev=1, name=f"Organisation {n:03}")
        yield from self._staff()
        yield from self._customers()

    def _staff(self) -> Iterator[Entity]:
        for n, handler in enumerate(self.handlers, 1):
            user = f"h{n:02}"
            yield Person(id=handler, rev=1, user_name=user, name=f"Handler {n:02}", email=f"{user}@desk.example")
            if n <= EVERYWHERE:
                yield _role(handler, Role.HANDLER, ScopeKind.SYSTEM, None)
            for place in self.places if n > EVERYWHERE else ():
                if handler in place.handlers:
                    yield _role(handler, Role.HANDLER, ScopeKind.SOURCE, place.id)

    def _customers(self) -> Iterator[Entity]:
        for n, person in enumerate(self.requesters):
            user = f"r{n:05}"
            yield Person(
                id=person, rev=1, user_name=user, name=f"Person {n:05}", email=f"{user}@customer.example",
                domain=self.domain_of(n),
            )  # fmt: skip
        yield _role(self.requesters[0], Role.DOMAIN_ADMIN, ScopeKind.DOMAIN, self.domain_of(0))


def states_of(random: Random, place: Place, *, open_: bool) -> tuple[StateKind, str]:
    kinds, weights = (_OPEN, _OPEN_WEIGHTS) if open_ else ((StateKind.DONE, StateKind.CANCELLED), (95, 5))
    kind = random.choices(kinds, weights)[0]
    if kind not in place.states:
        kind = StateKind.NEW if open_ else StateKind.DONE
    return kind, place.states[kind]


_OPEN = (
    StateKind.NEW,
    StateKind.WORKING,
    StateKind.WAITING_STAFF,
    StateKind.WAITING_CUSTOMER,
    StateKind.WAITING_CONFIRMATION,
)
_OPEN_WEIGHTS = (15, 35, 12, 28, 10)


def _schemes() -> list[Scheme]:
    return [parse_scheme(text) for text in shipped().values()]


def _place(number: int, scheme: Scheme, handlers: list[Id]) -> Place:
    id = "desk" if scheme.id == "agentdesk" else scheme.id
    closing = {rule.state for rule in scheme.auto_close}  # else the system would close them while we measure
    own = handlers[EVERYWHERE:][number % 4 :: 4] + handlers[EVERYWHERE:][(number + 1) % 4 :: 4]
    serving = handlers[:EVERYWHERE] + own
    return Place(
        id, f"B{number}", {s.kind: s.id for s in scheme.states if s.id not in closing},
        [key("type", f"{id} {n}") for n in range(5)], [key("service", f"{id} {n}") for n in range(5)],
        serving, [BUSY_SHARE, *[(1 - BUSY_SHARE) / (len(serving) - 1)] * (len(serving) - 1)],
    )  # fmt: skip


def _set_up(place: Place, scheme: Scheme, handlers: list[Id]) -> Iterator[Entity]:
    yield Source(id=place.id, rev=1, title=scheme.title["en"], scheme=scheme.id, prefix=place.prefix)
    for n, id in enumerate(place.types):
        yield TicketType(id=id, rev=1, source=place.id, name=f"Type {n}", order=n)
    for n, id in enumerate(place.services):
        yield Service(id=id, rev=1, source=place.id, name=f"Service {n}", order=n)
        for owner in (handlers[n], handlers[n + 1]):
            yield ServiceOwner(id=key("owner", f"{id} {owner}"), rev=1, service=id, person=owner)


def _role(person: Id, role: Role, kind: ScopeKind, scope: Id | None) -> RoleAssignment:
    id = key("role", f"{person} {role} {scope}")
    return RoleAssignment(id=id, rev=1, person=person, role=role, scope_kind=kind, scope_id=scope)
