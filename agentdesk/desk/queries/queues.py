"""The queues of the navigation: who has them, what is in them, in which order, and their counters."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Integer, UnaryExpression, and_, false, literal, text, true, type_coerce
from sqlalchemy.sql.elements import SQLColumnExpression
from sqlalchemy.sql.operators import custom_op

from agentdesk.domain.values import Id, StateKind
from agentdesk.records.tables import CUSTOMER_WAITS, STAFF_WAITS, UNHANDLED
from agentdesk.records.visibility import Sight, organisation
from agentdesk.store import counters
from agentdesk.store.schema import TABLES

T = TABLES["ticket"]
WAITS = tuple(kind for kind in StateKind if kind.waits_for_staff)
OPEN = tuple(kind for kind in StateKind if kind.open)
Key = SQLColumnExpression[int]


# Written as the partial indexes are, for SQLite compares the words (records/tables.py).
_IN_WAITS = text(f"+{STAFF_WAITS}")
_IN_RESOLVED = text(f"+{CUSTOMER_WAITS}")
_UNHANDLED = text(f"+{UNHANDLED}")


def among(sources: Iterable[Id]) -> ColumnElement[bool]:
    """Of one source its own indexes are read; of several the order's, where `+` keeps SQLite from the former."""
    several = list(sources)
    if len(several) == 1:
        return T.c.source == several[0]
    return unindexed(T.c.source).in_(several)


def unindexed(column: ColumnElement[Any]) -> ColumnElement[Any]:
    """`+column`: SQLite may not choose an index for it."""
    return UnaryExpression(column, operator=custom_op("+"), type_=column.type)


@dataclass(frozen=True, slots=True)
class Queue:
    """`sort` names its order in SORTS."""

    name: str
    has: Callable[[Sight], bool]
    parts: Callable[[Sight], tuple[ColumnElement[bool], ...]]
    """What is in it. No ticket is in two parts: each is read in order by its own index, and they are merged."""
    sort: str
    counters: Callable[[Sight, Iterable[Id]], list[str]]
    """Keys of the counters whose sum is its badge; it is given all sources."""

    def ordered_by_index(self, sort: str) -> bool:
        """The other orders of a narrow queue are sorted: an index of all tickets would show it mostly others."""
        return sort == self.sort or self.name == "support.all"


def _works(sight: Sight) -> bool:
    return sight.staff


def _pending(sight: Sight) -> tuple[ColumnElement[bool], ...]:
    mine = and_(T.c.handler == sight.person, _IN_WAITS)
    offered = and_(_UNHANDLED, _IN_WAITS, T.c.service.in_(sight.services))
    return (mine, offered) if sight.services else (mine,)


def _queue(sight: Sight) -> tuple[ColumnElement[bool], ...]:
    return (and_(_UNHANDLED, _IN_WAITS, among(sight.sources)),)


def _all(sight: Sight) -> tuple[ColumnElement[bool], ...]:
    if sight.admin:
        return (true(),)
    if sight.staff:
        return (among(sight.sources),)
    return (organisation(sight, T) if sight.domains else false(),)


def _all_counters(sight: Sight, sources: Iterable[Id]) -> list[str]:
    if sight.admin:
        return [counters.source_key(source) for source in sources]
    if sight.staff:
        return [counters.source_key(source) for source in sight.sources]
    return _organisation_counters(sight, sources)


def _organisation_counters(sight: Sight, _: Iterable[Id]) -> list[str]:
    return [counters.domain_key(domain, source) for domain in sight.domains for source in sight.open_sources]


def _pending_counters(sight: Sight, _: Iterable[Id]) -> list[str]:
    return [counters.pending_key(sight.person), *(counters.offered_key(service) for service in sight.services)]


QUEUES: dict[str, Queue] = {
    queue.name: queue
    for queue in (
        Queue("support.pending", _works, _pending, "urgency", _pending_counters),
        Queue(
            "support.queue", _works, _queue, "oldest", lambda s, _: [counters.queue_key(source) for source in s.sources]
        ),
        Queue(
            "support.resolved",
            _works,
            lambda s: (and_(T.c.handler == s.person, _IN_RESOLVED),),
            "activity",
            lambda s, _: [counters.resolved_key(s.person)],
        ),
        Queue(
            "support.mine",
            lambda _: True,
            lambda s: (T.c.requester == s.person,),
            "activity",
            lambda s, _: [counters.mine_key(s.person)],
        ),
        Queue(
            "support.org",
            lambda s: bool(s.domains and s.open_sources),
            lambda s: (organisation(s, T),),
            "activity",
            _organisation_counters,
        ),
        Queue("support.all", lambda s: s.admin or s.staff or bool(s.domains), _all, "activity", _all_counters),
    )
}

SORTS: dict[str, Key] = {
    "activity": -T.c.last_activity,
    "oldest": T.c.created,
    "newest": -T.c.created,
    "waiting": T.c.state_since,
    # one whole number: higher priority first, then longest waiting (CP-10)
    "urgency": T.c.state_since - type_coerce(T.c.priority, Integer) * literal(1 << 50),
}
"""Ascending whole numbers, so that a list places a changed row by bisection."""


def queues_of(sight: Sight) -> tuple[str, ...]:
    return tuple(queue.name for queue in QUEUES.values() if queue.has(sight))
