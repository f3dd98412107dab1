"""Many rows of one kind at once, each by its own `rev`; counters and the search queue go with them."""

import json
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from itertools import chain
from typing import Any, NamedTuple

from sqlalchemy import Boolean, Column, Connection, Integer

from agentdesk.codec import from_record
from agentdesk.domain.entities import KINDS, Entity
from agentdesk.domain.values import Id, Priority, StateKind
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
    fresh, older = _fresh(connection, kind, raw["id"], by_name["rev"])
    page = _Page(connection, kind, by_name, fresh)
    page.before([by_name["id"][place] for place in older])
    connection.exec_driver_sql(_upsert(kind), list(zip(*raw.values(), strict=True)))
    page.after([raw["id"][place] for place in fresh])
    return frozenset((kind, by_name["id"][place]) for place in fresh)


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
    return [raw[start : start + 16] for start in range(0, len(raw), 16)]


def _are_ids(text: str, count: int) -> bool:
    """Whether so many lines have the length and the hyphens of ids, in small letters."""
    places = {8: "-", 13: "-", 18: "-", 23: "-", 36: "\n"}
    whole = len(text) == 37 * count and text == text.lower()
    return whole and all(text[at::37] == sign * count for at, sign in places.items())


def _words(words: dict[str, Any]) -> Callable[[Values], Values]:
    return lambda values: [words[value] for value in values]


def _texts(values: Values) -> list[str]:
    if not set(map(type, values)) <= {list, tuple}:
        raise TypeError("texts")
    return [json.dumps(_all_of(str, value), ensure_ascii=False) if value else "" for value in values]


def _numbers(values: Values) -> Values:
    if values and max(_all_of(int, values), key=abs) >> 63 not in (0, -1):
        raise ValueError("numbers")
    return values


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
def _upsert(kind: str) -> str:
    return f'{_replace(kind)} WHERE excluded.rev {">" if kind in _APPEND_ONLY else ">="} "{kind}".rev'


@cache
def _remove(kind: str) -> str:
    return f'DELETE FROM "{kind}" WHERE id = ?'  # noqa: S608


def _fresh(connection: Connection, kind: str, ids: Values, revs: Values) -> tuple[list[int], list[int]]:
    """The places of those that will be written, and of these that are here now; a page names none twice."""
    if len(set(ids)) != len(ids):
        raise BadRows(f"{kind}.id")
    known = {id: rev for id, rev in connection.exec_driver_sql(_revs(kind, len(ids)), tuple(ids))}  # noqa: C416
    same = kind not in _APPEND_ONLY
    fresh = [place for place, (id, rev) in enumerate(zip(ids, revs, strict=True))
             if id not in known or rev > known[id] or (same and rev == known[id])]  # fmt: skip
    return fresh, [place for place in fresh if ids[place] in known]


@cache
def _revs(kind: str, count: int) -> str:
    return f'SELECT id, rev FROM "{kind}" WHERE id IN ({", ".join("?" * count)})'  # noqa: S608


@cache
def _queue(count: int) -> str:
    marks = ", ".join("?" * count)
    return f"INSERT OR IGNORE INTO to_index SELECT n FROM message WHERE id IN ({marks})"  # noqa: S608


_KINDS = {str(kind): kind for kind in StateKind}


class _Counted(NamedTuple):
    source: Id
    domain: Id | None
    requester: Id
    handler: Id | None
    service: Id | None
    kind: StateKind


class _Page:
    """What counters and index knew of rows that are to be written, and what they know then."""

    def __init__(self, connection: Connection, kind: str, by_name: dict[str, Values], fresh: list[int]) -> None:
        self._connection, self._kind = connection, kind
        self._by_name, self._fresh = by_name, fresh
        self._counted: Counter[str] = Counter()

    def before(self, older: list[Id]) -> None:
        if self._kind in counters.COUNTED and older:
            self._counted = counters.counted_of(self._connection, self._kind, older)
        if self._kind == "message":
            for id in older:
                search.take_out(self._connection, id)

    def after(self, written: list[bytes]) -> None:
        if self._kind in counters.COUNTED:
            counters.add(self._connection, self._count(), self._counted)
        if self._kind == "message" and written:
            self._connection.exec_driver_sql(_queue(len(written)), tuple(written))

    def _count(self) -> "Counter[str]":
        """Of tickets from the rows as they came; to read them again would take a third of the time."""
        if self._kind != "ticket":
            ids = self._by_name["id"]
            return counters.counted_of(self._connection, self._kind, [ids[place] for place in self._fresh])
        *columns, kinds = (self._by_name[name] for name in _Counted._fields)
        tickets = list(map(_Counted, *columns, [_KINDS[kind] for kind in kinds]))
        return Counter(chain.from_iterable(counters.of_ticket(tickets[place]) for place in self._fresh))
