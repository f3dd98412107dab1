"""The ticket lists: ids in order, pages of rows, and what became of changed rows."""

import json
import sys
from array import array
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, ClassVar

from sqlalchemy import (
    ColumnElement,
    CompoundSelect,
    Select,
    and_,
    asc,
    bindparam,
    desc,
    func,
    or_,
    select,
    text,
    union_all,
)
from sqlalchemy.sql.elements import SQLColumnExpression

from agentdesk.desk.queries import filters
from agentdesk.desk.queries.base import NotAllowed, View
from agentdesk.desk.queries.queues import QUEUES, SORTS, Queue, unindexed
from agentdesk.desk.queries.rows import Group, TicketRow
from agentdesk.desk.queries.ticket_rows import by_id, by_number, ticket_rows
from agentdesk.domain.values import Id
from agentdesk.records.visibility import Sight, visible
from agentdesk.store import counters
from agentdesk.store.prepared import Prepared
from agentdesk.store.schema import TABLES

T, PARTICIPANT = TABLES["ticket"], TABLES["participant"]
FIRST_PAGE, FEW = 200, 8
Listed = Select[Any] | CompoundSelect[Any]


@dataclass(frozen=True, slots=True)
class Listing:
    """Row numbers in order with their ascending sort keys. `total` counts all, also those not listed yet."""

    ids: "array[int]"
    keys: "array[int]"
    total: int
    groups: tuple[tuple[Group, int], ...] = ()
    """Of a list in groups: how many of the ids stand in each."""

    @property
    def whole(self) -> bool:
        return len(self.ids) == self.total


@dataclass(frozen=True, slots=True)
class ListDelta:
    """What became of changed rows: (n, sort key, whether it stands in the list)."""

    changes: tuple[tuple[int, int, bool], ...]
    total: int
    groups: tuple[Group, ...] = ()
    """Of a list in groups: where each of the changes stands."""
    rows: tuple[TicketRow, ...] = ()
    """Those that stand in the list, where they are few: asking for them would be another way there and back."""


@dataclass(frozen=True)
class TicketIds:
    """A queue, filtered and sorted."""

    queue: str
    filters: tuple[str, ...] = ()
    sort: str = ""
    topics: ClassVar[frozenset[str]] = frozenset({"ticket", "participant", "role_assignment", "service_owner"})
    root_topic: ClassVar[str] = "ticket"

    def run(self, view: View) -> Listing:
        """Raises NotAllowed."""
        return unpacked(view.connection.scalar(packed(self._ordered(view))) or "")

    def first(self, view: View) -> Listing:
        """The first page with the total, to be shown while the rest is read."""
        rows: Sequence[Any] = view.connection.execute(self._ordered(view, FIRST_PAGE)).all()
        total = len(rows) if len(rows) < FIRST_PAGE else self.count(view)
        return Listing(array("q", [n for n, *_ in rows]), array("q", [key for _, key, *_ in rows]), total)

    def recheck(self, view: View, ids: Iterable[Id]) -> ListDelta:
        """Reads the changed rows alone."""
        found = placing(self, view.sight).rows(view.connection, ids=ids)
        changes = tuple([(n, key if inside else 0, bool(inside)) for n, key, inside in found])
        return ListDelta(changes, self.count(view), rows=few_rows(view, changes))

    def count(self, view: View) -> int:
        if not self.filters and self.queue != "support.mine":
            queue = QUEUES[self.queue]
            return counters.read(view.connection, queue.counters(view.sight, view.sources))
        ((count,),) = _counting(self, view.sight).rows(view.connection)
        return int(count)

    def matching(self, view: View) -> Select[Any]:
        """The numbers in no order, for counting."""
        return select(T.c.n).where(self.holds(view.sight))

    def holds(self, sight: Sight) -> ColumnElement[bool]:
        """Raises NotAllowed, UnknownFilter."""
        return or_(*self._parts(sight))

    @property
    def placed(self) -> tuple[SQLColumnExpression[Any], ...]:
        """Of a changed row, what says where it stands."""
        return T.c.n, self._key

    @property
    def order(self) -> str:
        return self.sort or QUEUES[self.queue].sort

    @property
    def _key(self) -> SQLColumnExpression[int]:
        return SORTS[self.order]

    def _parts(self, sight: Sight) -> tuple[ColumnElement[bool], ...]:
        parts = self._allowed(sight).parts(sight)
        extra = filters.condition(sight, self.filters)
        return parts if extra is None else tuple(and_(part, extra) for part in parts)

    def _allowed(self, sight: Sight) -> Queue:
        queue = QUEUES.get(self.queue)
        if queue is None or not queue.has(sight):
            raise NotAllowed(self.queue)
        return queue

    def _ordered(self, view: View, limit: int | None = None) -> Listed:
        name = self._allowed(view.sight).name
        if self.filters:
            return in_order(self._parts(view.sight), self.order, by_index=True).limit(limit)
        return _plain(name, self.order, view.sight, limit)


_PACKED = "%016x%016x"
"""Number and key as 16 bytes in hexadecimal: SQLite makes a text of a million rows while other threads run."""


def packed(listed: Listed) -> Select[Any]:
    chosen = listed.subquery()
    return select(func.group_concat(func.printf(_PACKED, chosen.c.n, chosen.c.key), ""))


def unpacked(text: str) -> Listing:
    flat = array("q")
    flat.frombytes(bytes.fromhex(text))
    if sys.byteorder == "little":
        flat.byteswap()
    return Listing(flat[0::2], flat[1::2], len(flat) // 2)


# Kept by what a person sees, since each change of a ticket asks them again.
@lru_cache(maxsize=64)
def placing(listed: TicketIds, sight: Sight) -> Prepared:
    """Of tickets with these ids: where each stands, and whether in the list."""
    chosen = select(*listed.placed, listed.holds(sight))
    return Prepared(chosen.where(T.c.id.in_(bindparam("ids", expanding=True))))


@lru_cache(maxsize=64)
def _counting(listed: TicketIds, sight: Sight) -> Prepared:
    return Prepared(select(func.count()).select_from(T).where(listed.holds(sight)))


@lru_cache(maxsize=64)
def _plain(queue: str, sort: str, sight: Sight, limit: int | None) -> Listed:
    """Kept, for building a statement takes longer than running it."""
    by_index = QUEUES[queue].ordered_by_index(sort)
    return in_order(QUEUES[queue].parts(sight), sort, by_index=by_index).limit(limit)


def in_order(parts: tuple[ColumnElement[bool], ...], sort: str, *, by_index: bool) -> Listed:
    directions = [way for _, way in _ORDERS[sort]]
    columns = [column if by_index else unindexed(column) for column, _ in _ORDERS[sort]]
    chosen = [select(T.c.n, SORTS[sort].label("key"), *columns).where(part) for part in parts]
    if len(chosen) == 1:
        return chosen[0].order_by(*(way(column) for column, way in zip(columns, directions, strict=True)))
    return union_all(*chosen).order_by(*(way(text(str(n))) for n, way in enumerate(directions, 3)))


_ORDERS: dict[str, tuple[tuple[ColumnElement[int], Callable[[Any], Any]], ...]] = {
    # the same orders as SORTS, written so that an index gives them
    "activity": ((T.c.last_activity, desc),),
    "oldest": ((T.c.created, asc),),
    "newest": ((T.c.created, desc),),
    "waiting": ((T.c.state_since, asc),),
    "urgency": ((T.c.priority, desc), (T.c.state_since, asc)),
}


@dataclass(frozen=True, slots=True)
class TicketRows:
    """The rows of some numbers, as far as this person may see them."""

    ns: tuple[int, ...]
    topics: ClassVar[frozenset[str]] = frozenset({"ticket"})

    def run(self, view: View) -> dict[int, TicketRow]:
        return {row.n: row for row in ticket_rows(view, by_number(view.sight), json.dumps(self.ns))}


def few_rows(view: View, changes: Iterable[tuple[int, int, bool]]) -> tuple[TicketRow, ...]:
    """Of those that stand in the list; none, where they are many: of these a list asks for what it shows."""
    ns = tuple(n for n, _, inside in changes if inside)
    return tuple(TicketRows(ns).run(view).values()) if 0 < len(ns) <= FEW else ()


@dataclass(frozen=True, slots=True)
class TicketRowsById:
    ids: tuple[Id, ...]
    topics: ClassVar[frozenset[str]] = frozenset({"ticket"})

    def run(self, view: View) -> dict[Id, TicketRow]:
        return {row.id: row for row in ticket_rows(view, by_id(view.sight), self.ids)}


@dataclass(frozen=True, slots=True)
class TicketIdByName:
    """The id of a ticket by number, or by the UUID itself."""

    name: str
    topics: ClassVar[frozenset[str]] = frozenset({"ticket"})

    def run(self, view: View) -> Id | None:
        seen = visible(view.sight, T, PARTICIPANT)
        by_number = select(T.c.id).where(T.c.number == self.name, seen)
        found = view.connection.scalar(by_number)
        if found is not None or not _is_id(self.name):
            return found
        return view.connection.scalar(select(T.c.id).where(T.c.id == self.name, seen))


def _is_id(text: str) -> bool:
    return len(text) == 36 and all(c in "0123456789abcdefABCDEF-" for c in text)
