"""A list in groups, each in one piece: by day, by status, by who handles the tickets."""

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from typing import Any

from sqlalchemy import ColumnElement, and_, select
from sqlalchemy.sql.elements import SQLColumnExpression

from agentdesk.desk.queries.base import View
from agentdesk.desk.queries.queues import SORTS
from agentdesk.desk.queries.rows import Group
from agentdesk.desk.queries.tickets import (
    FIRST_PAGE,
    ListDelta,
    Listing,
    T,
    TicketIds,
    few_rows,
    in_order,
    packed,
    placing,
    unpacked,
)
from agentdesk.domain.values import Id, StateKind
from agentdesk.store.schema import TABLES

GROUPINGS = ("", "day", "status", "owner")
"""Nothing stands for a list without groups."""
_NEWEST_FIRST, _DATED = ("activity", "newest"), ("activity", "newest", "oldest", "waiting")
_PERSON = TABLES["person"]


@dataclass(frozen=True)
class GroupedIds(TicketIds):
    """Days are those of the date that the list is ordered by, in this computer's zone."""

    group: str = "day"

    @property
    def order(self) -> str:
        """An order that is by no date has no days: then it is the last activity."""
        chosen = super().order
        return "activity" if self.group == "day" and chosen not in _DATED else chosen

    def run(self, view: View) -> Listing:
        """Raises NotAllowed."""
        if self.group == "day":
            listing = super().run(view)
            return replace(listing, groups=tuple(self._days(listing.keys)))
        return self._read(view)

    def first(self, view: View) -> Listing:
        if self.group == "day":
            opening = super().first(view)
            return replace(opening, groups=tuple(self._days(opening.keys)))
        opening = self._read(view, FIRST_PAGE)
        return opening if opening.total < FIRST_PAGE else replace(opening, total=self.count(view))

    def recheck(self, view: View, ids: Iterable[Id]) -> ListDelta:
        """Reads the changed rows alone."""
        found = placing(self, view.sight).rows(view.connection, ids=ids)
        owners = _names(view, {handler for _, _, _, handler, inside in found if inside and handler})
        labels = _labels(view)
        changes = tuple([(n, key if inside else 0, bool(inside)) for n, key, _, _, inside in found])
        groups = tuple(
            self._of(key, kind, handler, owners, labels) if inside else Group(0)
            for _, key, kind, handler, inside in found
        )
        return ListDelta(changes, self.count(view), groups, few_rows(view, changes))

    @property
    def placed(self) -> tuple[SQLColumnExpression[Any], ...]:
        return T.c.n, self._key, T.c.kind, T.c.handler

    def _of(
        self, key: int, kind: StateKind, handler: Id | None, owners: Mapping[Id, str],
        labels: Mapping[StateKind, Mapping[str, str]],
    ) -> Group:  # fmt: skip
        if self.group == "day":
            return self._day(_date_of(key))
        if self.group == "status":
            return _status(kind, labels)
        return Group(1, owners.get(handler, ""), handler) if handler else Group(0)

    # ------------------------------------------------------------------ by status and by owner, piece by piece

    def _read(self, view: View, most: int | None = None) -> Listing:
        """A piece is read in order by its own index; a sort of a million tickets by their group would take seconds."""
        ids, keys, groups = array("q"), array("q"), list[tuple[Group, int]]()
        for group, inside in self._pieces(view):
            left = None if most is None else most - len(ids)
            if left == 0:
                break
            parts = tuple(and_(part, inside) for part in self._parts(view.sight))
            chosen = in_order(parts, self.order, by_index=True).limit(left)
            piece = unpacked(view.connection.scalar(packed(chosen)) or "")
            if piece.total:
                ids.extend(piece.ids)
                keys.extend(piece.keys)
                groups.append((group, piece.total))
        return Listing(ids, keys, len(ids), tuple(groups))

    def _pieces(self, view: View) -> Iterator[tuple[Group, ColumnElement[bool]]]:
        if self.group == "status":
            labels = _labels(view)
            yield from ((_status(kind, labels), T.c.kind == kind) for kind in StateKind)
            return
        yield Group(0), T.c.handler.is_(None)
        owners = sorted(Group(1, name, id) for id, name in _owners(view))
        yield from ((group, T.c.handler == group.id) for group in owners)

    # ------------------------------------------------------------------ by day, cut from the keys

    def _days(self, keys: "array[int]") -> Iterator[tuple[Group, int]]:
        start = 0
        while start < len(keys):
            day = _date_of(keys[start])
            if self.order in _NEWEST_FIRST:
                end = bisect_right(keys, -_midnight(day), start)
            else:
                end = bisect_left(keys, _midnight(day + timedelta(1)), start)
            yield self._day(day), end - start
            start = end

    def _day(self, day: date) -> Group:
        ordinal = day.toordinal()
        return Group(-ordinal if self.order in _NEWEST_FIRST else ordinal, day.isoformat())

    @property
    def _key(self) -> SQLColumnExpression[int]:
        return SORTS[self.order]


def _owners(view: View) -> list[tuple[Id, str]]:
    """Everybody who handles any ticket."""
    handles = select(1).where(T.c.handler == _PERSON.c.id).exists()
    return [(row.id, row.name) for row in view.connection.execute(select(_PERSON.c.id, _PERSON.c.name).where(handles))]


def _names(view: View, people: set[Id]) -> dict[Id, str]:
    named = select(_PERSON.c.id, _PERSON.c.name).where(_PERSON.c.id.in_(people))
    return {row.id: row.name for row in view.connection.execute(named)}


def _status(kind: StateKind, labels: Mapping[StateKind, Mapping[str, str]]) -> Group:
    return Group(list(StateKind).index(kind), kind.value, labels=labels.get(kind, {}))


def _labels(view: View) -> dict[StateKind, Mapping[str, str]]:
    """Kinds that have one state with one name in all sources."""
    found: dict[StateKind, list[Mapping[str, str]]] = {}
    for scheme in view.schemes.values():
        for state in scheme.states:
            if state.label not in found.setdefault(state.kind, []):
                found[state.kind].append(state.label)
    return {kind: dict(labels[0]) for kind, labels in found.items() if len(labels) == 1}


def _date_of(key: int) -> date:
    return datetime.fromtimestamp(abs(key) / 1000).date()  # noqa: DTZ006  (the days of whoever sits here)


def _midnight(day: date) -> int:
    return int(datetime.combine(day, time.min).timestamp() * 1000)
