"""Many rows of one kind at once, each by its own `rev`; counters and the search queue go with them."""

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from itertools import repeat
from typing import NamedTuple

from sqlalchemy import Connection

from agentdesk.domain.entities import Entity
from agentdesk.domain.values import Id
from agentdesk.store import columns, counters, search
from agentdesk.store.base import NOTHING, Changed
from agentdesk.store.checked import Table
from agentdesk.store.columns import Values
from agentdesk.store.driven import fetched, run

_APPEND_ONLY = frozenset({"message", "attachment", "mail_reference", "shared_link", "operation_log"})
"""Never written twice. The rest is shown differently to different readers: the same `rev` may say more than before."""


def put_many(connection: Connection, table: Table) -> Changed:
    """Inserts what is not there and replaces what is older. Raises BadRows."""
    if not table.records:
        return NOTHING
    kind = table.kind
    added = run(connection, _add(kind), table.records).rowcount
    older = _NONE
    if added < len(table):
        table.check_ids()
        older = _older(connection, table, added)
    page = _Page(connection, table, older)
    page.before()
    if older.stale:
        run(connection, _upsert(kind), [table.records[place] for place in older.stale])
    page.after(added)
    return frozenset(zip(repeat(kind), page.written))


def is_newer(kind: str, rev: int, than: int) -> bool:
    """Whether a row of that `rev` replaces one of the other."""
    return rev > than or (rev == than and kind not in _APPEND_ONLY)


def write_many(connection: Connection, kind: str, entities: Sequence[Entity]) -> None:
    """Inserts or replaces rows, whatever their `rev`; counters and search queue are the caller's."""
    raw = _of_entities(kind, columns.names(kind), entities)
    run(connection, _replace(kind), list(zip(*raw, strict=True)))


def change_many(connection: Connection, kind: str, names: Sequence[str], entities: Sequence[Entity]) -> None:
    """Writes these fields of rows that are there: an index without any of them is not touched."""
    raw = _of_entities(kind, (*names, "id"), entities)
    run(connection, _change(kind, tuple(names)), list(zip(*raw, strict=True)))


def remove_many(connection: Connection, kind: str, ids: Sequence[Id]) -> None:
    run(connection, _remove(kind), [(id,) for id in columns.raw(kind, "id", {"id": ids})])


def queue_many(connection: Connection, messages: Sequence[Id]) -> None:
    """Remembers messages for the indexer."""
    run(connection, _queue(len(messages)), tuple(columns.ids(messages)))


def _of_entities(kind: str, names: Sequence[str], entities: Sequence[Entity]) -> Iterator[Values]:
    return (columns.raw(kind, name, {name: [getattr(one, name) for one in entities]}) for name in names)


@cache
def _replace(kind: str) -> str:
    """Table and columns are this program's own names, read from its own schema."""
    names = columns.names(kind)
    listed, marks = ", ".join(f'"{name}"' for name in names), ", ".join("?" * len(names))
    changed = ", ".join(f'"{name}" = excluded."{name}"' for name in names if name != "id")
    return (
        f'INSERT INTO "{kind}" ({listed}) VALUES ({marks}) '  # noqa: S608
        f"ON CONFLICT (id) DO UPDATE SET {changed}"
    )


@cache
def _add(kind: str) -> str:
    return _replace(kind).partition(" DO UPDATE ")[0] + " DO NOTHING"


@cache
def _upsert(kind: str) -> str:
    return f'{_replace(kind)} WHERE excluded.rev {">" if kind in _APPEND_ONLY else ">="} "{kind}".rev'


@lru_cache(1_000)  # of a kind's fields too many sets can be told apart to keep all
def _change(kind: str, names: tuple[str, ...]) -> str:
    changed = ", ".join(f'"{name}" = ?' for name in names)
    return f'UPDATE "{kind}" SET {changed} WHERE id = ?'  # noqa: S608


@cache
def _remove(kind: str) -> str:
    return f'DELETE FROM "{kind}" WHERE id = ?'  # noqa: S608


class _Older(NamedTuple):
    """The places of rows that were here before the page came."""

    stale: Sequence[int]
    """They are replaced."""
    kept: frozenset[int]
    """They are as new as the page's, or newer."""

    def fresh(self, count: int) -> Sequence[int]:
        """Of so many rows those that are written."""
        return [place for place in range(count) if place not in self.kept] if self.kept else range(count)


_NONE = _Older((), frozenset())


def _older(connection: Connection, table: Table, added: int) -> _Older:
    """Of rows just offered, of which so many were added: their numbers are the last that SQLite gave."""
    kind, revs = table.kind, table.column("rev")
    ids = columns.kept(columns.raw(kind, "id", {"id": table.column("id")}))
    asked = fetched(connection, _revs(kind, len(ids)), (*ids, added, added))
    known = {id: rev for id, rev in asked}  # noqa: C416
    here = [place for place, id in enumerate(ids) if id in known]
    stale = [place for place in here if is_newer(kind, revs[place], known[ids[place]])]
    return _Older(stale, frozenset(here) - frozenset(stale))


@cache
def _revs(kind: str, count: int) -> str:
    before = "(? = 0 OR rowid <= last_insert_rowid() - ?)"
    return f'SELECT id, rev FROM "{kind}" WHERE id IN ({", ".join("?" * count)}) AND {before}'  # noqa: S608


@cache
def _queue(count: int) -> str:
    marks = ", ".join("?" * count)
    return f"INSERT OR IGNORE INTO to_index SELECT n FROM message WHERE id IN ({marks})"  # noqa: S608


class _Page:
    """What counters and index knew of rows that are to be written, and what they know then."""

    def __init__(self, connection: Connection, table: Table, older: _Older) -> None:
        self._connection, self._kind = connection, table.kind
        self._table, self._older = table, older
        self._fresh = older.fresh(len(table))
        self._counted: Counter[str] = Counter()

    @property
    def written(self) -> Sequence[Id]:
        return self._fresh_of("id")

    def before(self) -> None:
        ids = self._table.some(self._older.stale).column("id")
        if self._kind in counters.COUNTED and ids:
            self._counted = counters.counted_of(self._connection, self._kind, ids)
        if self._kind == "message":
            for id in ids:
                search.take_out(self._connection, id)

    def after(self, added: int) -> None:
        if self._kind in counters.COUNTED:
            counters.add(self._connection, self._count(), self._counted)
        if self._kind == "message" and self._older is _NONE:
            search.queue_last(self._connection, added)
        elif self._kind == "message" and self.written:
            queue_many(self._connection, self.written)

    def _count(self) -> "Counter[str]":
        """Of tickets from the rows as they came; to read them again would take a third of the time."""
        if self._kind != "ticket":
            return counters.counted_of(self._connection, self._kind, self.written)
        return counters.of_tickets(self._fresh_of)

    def _fresh_of(self, name: str) -> Values:
        values = self._table.column(name)
        return values if self._older is _NONE else [values[place] for place in self._fresh]
