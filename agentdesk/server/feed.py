"""Reads the feed without gaps: by the horizon of transactions on PostgreSQL, in commit order on SQLite."""

from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from sqlalchemy import (
    ARRAY,
    ColumnElement,
    Connection,
    Select,
    Text,
    and_,
    bindparam,
    case,
    cast,
    func,
    literal,
    literal_column,
    not_,
    or_,
    select,
    tuple_,
)

from agentdesk.domain.roots import Root
from agentdesk.domain.values import Instant
from agentdesk.server.cursor import Place
from agentdesk.server.schema import FEED
from agentdesk.server.types import XidType

_F = FEED.c
SCANNED = 2_000
"""Rows looked at for one page, whether they concern the reader or not."""
_MOST_TOUCHED = 5_000


@dataclass(frozen=True, slots=True)
class Step:
    """One row of the feed that concerns the reader."""

    place: Place
    root: Root
    rev: int


@dataclass(frozen=True, slots=True)
class News(Step):
    """One row of the feed, and the keys of all whom it concerns or no longer does."""

    keys: frozenset[str]


@dataclass(frozen=True, slots=True)
class Scan:
    steps: tuple[Step, ...]
    end: Place
    more: bool


@dataclass(frozen=True, slots=True)
class Earliest:
    """Of a root: the first rev after a place, and how it stood before that."""

    rev: int
    audience: frozenset[str]
    active: Instant | None
    left: bool = False
    """Whether some row after the place shut the reader out."""


class Feed(Protocol):
    """Both answer within the caller's snapshot."""

    def head(self, connection: Connection) -> Place:
        """The place behind everything that is final now."""
        ...

    def scan(self, connection: Connection, place: Place, keys: frozenset[str], most: int = SCANNED) -> Scan:
        """What came after a place and is final; `end` moves over what concerns others, too."""
        ...

    def news(self, connection: Connection, place: Place, most: int = SCANNED) -> tuple[News, ...]:
        """What came after a place and is final, whomever it concerns."""
        ...

    def earliest(
        self, connection: Connection, place: Place, roots: Sequence[Root], keys: frozenset[str]
    ) -> Mapping[Root, Earliest]:
        """For a reader with these keys, over all rows after the place that the snapshot can see, final or not.

        (xid, id) is not the order of revs: what a page sends of a root is complete only with the rows that a later
        page will show, too (E13).
        """
        ...

    def touched(self, connection: Connection, place: Place) -> frozenset[str] | None:
        """The keys of all rows after the place, final or not; None if these are too many to look at."""
        ...


def feed_of(connection: Connection) -> Feed:
    return HorizonFeed() if connection.dialect.name == "postgresql" else OrderedFeed()


class _Feed(ABC):
    """What both do alike."""

    @abstractmethod
    def _final(self) -> list[ColumnElement[bool]]:
        """What a row must be so that none can appear in front of it any more."""

    @abstractmethod
    def _meets(self, column: ColumnElement[Any], keys: frozenset[str]) -> ColumnElement[bool]:
        """Whether one of these keys stands there."""

    def _concerns(self, keys: frozenset[str]) -> ColumnElement[bool]:
        """Whether a row concerns, or no longer concerns, somebody with these keys."""
        return or_(self._meets(_F.aud, keys), self._meets(_F.lost, keys))

    def scan(self, connection: Connection, place: Place, keys: frozenset[str], most: int = SCANNED) -> Scan:
        chosen = select(_F.xid, _F.id, _F.root_kind, _F.root, _F.rev, self._concerns(keys).label("mine"))
        chosen = chosen.where(after(), *self._final()).order_by(_F.xid, _F.id).limit(most)
        rows = connection.execute(chosen, place._asdict()).all()
        steps = tuple(Step(Place(r.xid, r.id), Root(r.root_kind, r.root), r.rev) for r in rows if r.mine)
        end = Place(rows[-1].xid, rows[-1].id) if rows else place
        return Scan(steps, end, len(rows) == most)

    def news(self, connection: Connection, place: Place, most: int = SCANNED) -> tuple[News, ...]:
        chosen = select(_F.xid, _F.id, _F.root_kind, _F.root, _F.rev, _F.aud, _F.lost).where(after(), *self._final())
        rows = connection.execute(chosen.order_by(_F.xid, _F.id).limit(most), place._asdict())
        return tuple(
            News(Place(r.xid, r.id), Root(r.root_kind, r.root), r.rev, r.aud | r.lost) for r in rows
        )  # fmt: skip

    def earliest(
        self, connection: Connection, place: Place, roots: Sequence[Root], keys: frozenset[str]
    ) -> Mapping[Root, Earliest]:
        wanted = {"roots": sorted({root.id for root in roots}), **place._asdict()}
        shut_out = and_(self._meets(_F.lost, keys), not_(self._meets(_F.aud, keys)))
        rows = connection.execute(_earliest(shut_out), wanted)
        return {
            Root(r.root_kind, r.root): Earliest(r.rev, (r.aud - r.gained) | r.lost, r.active, bool(r.left))
            for r in rows
        }

    def touched(self, connection: Connection, place: Place) -> frozenset[str] | None:
        newer = select(_F.aud, _F.lost).where(after()).limit(_MOST_TOUCHED)
        rows = connection.execute(newer, place._asdict()).all()
        return None if len(rows) == _MOST_TOUCHED else frozenset[str]().union(*(row.aud | row.lost for row in rows))


class HorizonFeed(_Feed):
    """A row is final when every transaction that began no later than its own has ended.

    Whatever appears later has a higher xid and so sorts behind every place that was read: nothing is missed.
    """

    def head(self, connection: Connection) -> Place:
        return Place(connection.execute(_HORIZON).scalar_one(), 0)

    def _final(self) -> list[ColumnElement[bool]]:
        return [_F.xid < literal_column("pg_snapshot_xmin(pg_current_snapshot())")]

    def _meets(self, column: ColumnElement[Any], keys: frozenset[str]) -> ColumnElement[bool]:
        return column.op("&&", is_comparison=True)(literal(sorted(keys), ARRAY(Text)))


class OrderedFeed(_Feed):
    """One writer at a time: the row numbers are the order of the commits."""

    def head(self, connection: Connection) -> Place:
        return Place(0, connection.scalar(select(func.max(_F.id))) or 0)

    def _final(self) -> list[ColumnElement[bool]]:
        return []

    def _meets(self, column: ColumnElement[Any], keys: frozenset[str]) -> ColumnElement[bool]:
        each = func.json_each(column).table_valued("value")
        return select(each.c.value).where(each.c.value.in_(sorted(keys))).exists()


_HORIZON = select(cast(literal_column("pg_snapshot_xmin(pg_current_snapshot())"), XidType))


def after() -> ColumnElement[bool]:
    """Behind the place that is given with the statement as `xid` and `id`."""
    return tuple_(_F.xid, _F.id) > _GIVEN


def up_to() -> ColumnElement[bool]:
    """What is not behind it."""
    return tuple_(_F.xid, _F.id) <= _GIVEN


_GIVEN = tuple_(cast(bindparam("xid", type_=XidType()), XidType), bindparam("id"))


def _earliest(shut_out: ColumnElement[bool]) -> Select[Any]:
    """Of each root the row with its lowest rev, and whether any row of it is such a one."""
    place = func.row_number().over(partition_by=(_F.root_kind, _F.root), order_by=_F.rev).label("nth")
    left = func.max(case((shut_out, 1), else_=0)).over(partition_by=(_F.root_kind, _F.root)).label("left")
    columns = (_F.root_kind, _F.root, _F.rev, _F.aud, _F.gained, _F.lost, _F.active)
    ranked = select(*columns, place, left).where(_F.root.in_(bindparam("roots", expanding=True)), after()).subquery()
    return select(ranked).where(ranked.c.nth == 1)
