"""How many tickets and requests each badge counts, kept with every change and never by counting rows."""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from functools import cache
from itertools import chain
from operator import attrgetter
from typing import Any, NamedTuple

from sqlalchemy import Connection, Select, bindparam, delete, insert, select

from agentdesk.domain.entities import NAMES, Entity
from agentdesk.domain.values import Id, StateKind
from agentdesk.store.driven import run
from agentdesk.store.prepared import Prepared
from agentdesk.store.schema import COUNTER, TABLES

Values = Sequence[Any]


def pending_key(handler: Id) -> str:
    return f"pending {handler}"


def resolved_key(handler: Id) -> str:
    return f"resolved {handler}"


def queue_key(source: Id) -> str:
    return f"queue {source}"


def offered_key(service: Id) -> str:
    return f"offered {service}"


def mine_key(requester: Id) -> str:
    return f"mine {requester}"


def source_key(source: Id) -> str:
    return f"source {source}"


def domain_key(domain: Id, source: Id) -> str:
    return f"domain {domain} {source}"


def asked_key(person: Id) -> str:
    """Requests that wait for this person's decision (CP-36)."""
    return f"asked {person}"


def applied_key(person: Id) -> str:
    """Requests of this person that are not completed (CP-35)."""
    return f"applied {person}"


BLOCKED = "blocked"
"""Requests whose stage has too few approvers (HZ-04)."""


def keys_of(thing: Entity | None) -> list[str]:
    """Every counter that this stands in."""
    return _KEYS[NAMES[type(thing)]](thing) if thing else []


def tells_apart(kind: str, was: Any, now: Any) -> bool:
    """Whether what one of that kind was and what it is now stand in other counters; None: it was or is not there."""
    read = _reader_of(kind)
    return was is None or now is None or read(was) != read(now)


@cache
def _reader_of(kind: str) -> Callable[[Any], object]:
    return attrgetter(*_READ[kind])


def of_ticket(ticket: Any) -> list[str]:
    keys = [source_key(ticket.source)]
    if ticket.domain:
        keys.append(domain_key(ticket.domain, ticket.source))
    return keys + _open_keys(ticket) if ticket.kind.open else keys


def of_tickets(column: Callable[[str], Values]) -> "Counter[str]":
    """Of many, by column: most are ended, and stand in two counters only."""
    sources, domains, kinds, *rest = map(column, _Open._fields)
    totals: Counter[str] = Counter(map(source_key, sources))
    for (domain, source), count in Counter(zip(domains, sources, strict=True)).items():
        if domain:
            totals[domain_key(domain, source)] += count
    told = (_Open(*one) for one in zip(sources, domains, kinds, *rest, strict=True) if one[2] in _OPEN)
    totals.update(chain.from_iterable(map(_open_keys, told)))
    return totals


class _Open(NamedTuple):
    source: Id
    domain: Id | None
    kind: str
    requester: Id
    handler: Id | None
    service: Id | None


_OPEN = frozenset(kind for kind in StateKind if kind.open)
_WAITS_FOR_STAFF = frozenset(kind for kind in StateKind if kind.waits_for_staff)


def _open_keys(ticket: Any) -> list[str]:
    keys, waits = [mine_key(ticket.requester)], ticket.kind in _WAITS_FOR_STAFF
    if ticket.handler:
        return [*keys, pending_key(ticket.handler) if waits else resolved_key(ticket.handler)]
    if not waits:
        return keys
    return [*keys, queue_key(ticket.source), *([offered_key(ticket.service)] if ticket.service else [])]


def _of_request(request: Any) -> list[str]:
    return [applied_key(request.applicant)] * request.state.incomplete + [BLOCKED] * request.blocked


def _of_candidate(candidate: Any) -> list[str]:
    return [asked_key(candidate.person)] if candidate.active else []


_KEYS: Mapping[str, Callable[[Any], list[str]]] = {
    "ticket": of_ticket,
    "request": _of_request,
    "candidate": _of_candidate,
}
"""Each takes an entity, or a row of the columns that it reads."""
_READ = {
    "ticket": ("source", "domain", "requester", "handler", "service", "kind"),
    "request": ("applicant", "state", "blocked"),
    "candidate": ("person", "active"),
}
COUNTED = frozenset(_KEYS)
"""The kinds that are counted."""

_ADD = (
    "INSERT INTO counter(key, count) VALUES(?, ?) ON CONFLICT(key) DO UPDATE SET count = counter.count + excluded.count"
)


def adjust(connection: Connection, before: Entity | None, after: Entity | None) -> None:
    add(connection, Counter(keys_of(after)), Counter(keys_of(before)))


def add(connection: Connection, after: Counter[str], before: Counter[str]) -> None:
    """Moves the counters by the difference."""
    changes = Counter(after)
    changes.subtract(before)
    moved = [(key, by) for key, by in changes.items() if by]
    if moved:
        run(connection, _ADD, moved)


def read(connection: Connection, keys: Iterable[str]) -> int:
    """The sum of the named counters."""
    return sum(counts(connection, keys).values())


def counts(connection: Connection, keys: Iterable[str]) -> dict[str, int]:
    """The named counters as far as they count anything."""
    wanted = list(set(keys))
    if not wanted:
        return {}
    return dict(_COUNTS.rows(connection, keys=wanted))  # a key and a count


_COUNTS = Prepared(select(COUNTER.c.key, COUNTER.c.count).where(COUNTER.c.key.in_(bindparam("keys", expanding=True))))


def rebuild(connection: Connection) -> None:
    """Counts anew from the rows: after a salvage or a bulk load."""
    connection.execute(delete(COUNTER))
    totals = counted(connection)
    if totals:
        connection.execute(insert(COUNTER), [{"key": k, "count": n} for k, n in totals.items()])


def counted(connection: Connection) -> Counter[str]:
    """What the counters should say."""
    return sum((counted_of(connection, kind) for kind in COUNTED), Counter())


def counted_of(connection: Connection, kind: str, ids: Collection[Id] | None = None) -> Counter[str]:
    """What of it comes from a kind; with ids, from these."""
    if ids is None:
        rows = connection.execute(_read(kind), execution_options={"yield_per": 10_000})
    else:
        rows = connection.execute(_read_of(kind), {"ids": list(ids)})
    totals: Counter[str] = Counter()
    for row in rows:
        totals.update(_KEYS[kind](row))
    return totals


@cache
def _read(kind: str) -> Select[Any]:
    return select(*(TABLES[kind].c[name] for name in _READ[kind]))


@cache
def _read_of(kind: str) -> Select[Any]:
    id = TABLES[kind].c.id
    return _read(kind).where(id.in_(bindparam("ids", expanding=True, type_=id.type)))
