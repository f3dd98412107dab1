"""Many rows of one kind at once, each by its own `rev`; counters and the search queue go with them."""

import json
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from functools import cache, lru_cache
from struct import iter_unpack
from typing import Any, NamedTuple

from sqlalchemy import Boolean, Column, Connection, Integer

from agentdesk.codec import from_record
from agentdesk.domain.entities import KINDS, Entity
from agentdesk.domain.values import Id, Priority
from agentdesk.records.types import IdType, PriorityType, TextsType, WordType
from agentdesk.store import counters, search
from agentdesk.store.base import NOTHING, Changed
from agentdesk.store.schema import TABLES

Values = Sequence[Any]
_APPEND_ONLY = frozenset({"message", "attachment", "mail_reference", "shared_link", "operation_log"})
"""Never written twice. The rest is shown differently to different readers: the same `rev` may say more than before."""


class BadRows(ValueError):
    """What the server sent cannot be rows of this kind; nothing of it may be kept."""


def put_many(connection: Connection, kind: str, columns: Sequence[str], rows: Sequence[Values]) -> Changed:
    """Inserts what is not there and replaces what is older. Unknown columns are left out. Raises BadRows."""
    if not rows:
        return NOTHING
    by_name = _by_name(columns, rows)
    raw = {column.name: _raw(kind, column, by_name) for column in TABLES[kind].columns if column.name != "n"}
    if len(set(raw["id"])) != len(rows):
        raise BadRows(f"{kind}.id")  # a page names none twice
    records = list(zip(*raw.values(), strict=True))
    added = connection.exec_driver_sql(_add(kind), records).rowcount
    older = _older(connection, kind, raw["id"], by_name["rev"], added) if added < len(rows) else _NONE
    page = _Page(connection, kind, by_name, older)
    page.before()
    if older.stale:
        connection.exec_driver_sql(_upsert(kind), [records[place] for place in older.stale])
    page.after(raw["id"], added)
    return frozenset((kind, by_name["id"][place]) for place in older.fresh(len(rows)))


def entities(kind: str, columns: Sequence[str], rows: Sequence[Values]) -> list[Entity]:
    """The same rows as the rules read them. Raises BadRows."""
    by_name = _by_name(columns, rows)
    if len(set(by_name["id"])) != len(rows):
        raise BadRows(f"{kind}.id")
    for column in TABLES[kind].columns:
        if column.name != "n":
            _raw(kind, column, by_name)
    return [from_record(KINDS[kind], dict(zip(columns, row, strict=True))) for row in rows]


def is_newer(kind: str, rev: int, than: int) -> bool:
    """Whether a row of that `rev` replaces one of the other."""
    return rev > than or (rev == than and kind not in _APPEND_ONLY)


def write_many(connection: Connection, kind: str, entities: Sequence[Entity]) -> None:
    """Inserts or replaces rows, whatever their `rev`; counters and search queue are the caller's."""
    columns = [column for column in TABLES[kind].columns if column.name != "n"]
    by_name = {column.name: [getattr(entity, column.name) for entity in entities] for column in columns}
    raw = [_raw(kind, column, by_name) for column in columns]
    connection.exec_driver_sql(_replace(kind), list(zip(*raw, strict=True)))


def change_many(connection: Connection, kind: str, names: Sequence[str], entities: Sequence[Entity]) -> None:
    """Writes these fields of rows that are there: an index without any of them is not touched."""
    raw = [_raw(kind, TABLES[kind].c[name], {name: [getattr(one, name) for one in entities]}) for name in names]
    ids = _converter(TABLES[kind].c.id)([one.id for one in entities])
    connection.exec_driver_sql(_change(kind, tuple(names)), list(zip(*raw, ids, strict=True)))


def remove_many(connection: Connection, kind: str, ids: Sequence[Id]) -> None:
    raw = _converter(TABLES[kind].c.id)(ids)
    connection.exec_driver_sql(_remove(kind), [(id,) for id in raw])


def queue_many(connection: Connection, messages: Sequence[Id]) -> None:
    """Remembers messages for the indexer."""
    connection.exec_driver_sql(_queue(len(messages)), tuple(_ids(messages)))


def _by_name(columns: Sequence[str], rows: Sequence[Values]) -> dict[str, Values]:
    if set(map(len, rows)) != {len(columns)}:
        raise BadRows("columns")
    return dict(zip(columns, zip(*rows, strict=True), strict=True))


def _raw(kind: str, column: "Column[Any]", by_name: Mapping[str, Values]) -> Values:
    """The values of one column as SQLite keeps them, each checked."""
    values = by_name.get(column.name)
    if values is None:
        raise BadRows(f"{kind}.{column.name}")
    try:
        return _or_none(_converter(column), values) if column.nullable else _converter(column)(values)
    except (KeyError, TypeError, ValueError) as error:
        raise BadRows(f"{kind}.{column.name}") from error


def _or_none(convert: Callable[[Values], Values], values: Values) -> Values:
    known = iter(convert([value for value in values if value is not None]))
    return [None if value is None else next(known) for value in values]


@cache
def _converter(column: "Column[Any]") -> Callable[[Values], Values]:
    """For a whole column: value by value it would take as long as writing them."""
    type_ = column.type
    if isinstance(type_, IdType):
        return _ids
    if isinstance(type_, TextsType):
        return _texts
    if isinstance(type_, PriorityType):
        return _words({str(word): rank for rank, word in enumerate(Priority)})
    if isinstance(type_, WordType):
        return _words({str(word): str(word) for word in type_.words})
    if isinstance(type_, Boolean):
        return lambda values: _all_of(bool, values)
    return _numbers if isinstance(type_, Integer) else lambda values: _all_of(str, values)


def _ids(values: Values) -> list[bytes]:
    text = "\n".join((*values, ""))
    raw = bytes.fromhex(text.replace("-", ""))
    if not _are_ids(text, len(values)) or len(raw) != 16 * len(values):
        raise ValueError("ids")
    return [id for (id,) in iter_unpack("16s", raw)]


def _are_ids(text: str, count: int) -> bool:
    """Whether so many lines have the length and the hyphens of ids, in small letters."""
    places = {8: "-", 13: "-", 18: "-", 23: "-", 36: "\n"}
    whole = len(text) == 37 * count and text == text.lower()
    return whole and all(text[at::37] == sign * count for at, sign in places.items())


def _words(words: dict[str, Any]) -> Callable[[Values], Values]:
    return lambda values: list(map(words.__getitem__, values))


def _texts(values: Values) -> list[str]:
    if not set(map(type, values)) <= {list, tuple}:
        raise TypeError("texts")
    if not any(values):
        return [""] * len(values)
    return [json.dumps(_all_of(str, value), ensure_ascii=False) if value else "" for value in values]


def _numbers(values: Values) -> Values:
    if values and not -_MOST - 1 <= min(_all_of(int, values)) <= max(values) <= _MOST:
        raise ValueError("numbers")
    return values


_MOST = (1 << 63) - 1


def _all_of(type_: type, values: Values) -> Values:
    if set(map(type, values)) - {type_}:
        raise TypeError(type_)
    return values


@cache
def _replace(kind: str) -> str:
    """Table and columns are this program's own names, read from its own schema."""
    names = [column.name for column in TABLES[kind].columns if column.name != "n"]
    columns, marks = ", ".join(f'"{name}"' for name in names), ", ".join("?" * len(names))
    changed = ", ".join(f'"{name}" = excluded."{name}"' for name in names if name != "id")
    return (
        f'INSERT INTO "{kind}" ({columns}) VALUES ({marks}) '  # noqa: S608
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


def _older(connection: Connection, kind: str, ids: Values, revs: Values, added: int) -> _Older:
    """Of rows just offered, of which so many were added: their numbers are the last that SQLite gave."""
    asked = connection.exec_driver_sql(_revs(kind, len(ids)), (*ids, added, added))
    known = {id: rev for id, rev in asked.all()}  # noqa: C416
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

    def __init__(self, connection: Connection, kind: str, by_name: dict[str, Values], older: _Older) -> None:
        self._connection, self._kind = connection, kind
        self._by_name, self._older = by_name, older
        self._counted: Counter[str] = Counter()

    def before(self) -> None:
        ids = [self._by_name["id"][place] for place in self._older.stale]
        if self._kind in counters.COUNTED and ids:
            self._counted = counters.counted_of(self._connection, self._kind, ids)
        if self._kind == "message":
            for id in ids:
                search.take_out(self._connection, id)

    def after(self, ids: Sequence[bytes], added: int) -> None:
        if self._kind in counters.COUNTED:
            counters.add(self._connection, self._count(), self._counted)
        if self._kind == "message" and self._older is _NONE:
            search.queue_last(self._connection, added)
        elif self._kind == "message" and self._fresh:
            written = tuple(ids[place] for place in self._fresh)
            self._connection.exec_driver_sql(_queue(len(written)), written)

    @property
    def _fresh(self) -> Sequence[int]:
        return self._older.fresh(len(self._by_name["id"]))

    def _count(self) -> "Counter[str]":
        """Of tickets from the rows as they came; to read them again would take a third of the time."""
        if self._kind != "ticket":
            ids = self._by_name["id"]
            return counters.counted_of(self._connection, self._kind, [ids[place] for place in self._fresh])
        return counters.of_tickets(self._by_name, self._fresh)
