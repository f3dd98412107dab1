"""Rows of the desk's file: what is put or removed also moves the counters and the search queue."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import fields
from functools import cache
from typing import Any

from sqlalchemy import Connection
from sqlalchemy.dialects import sqlite

from agentdesk.domain.entities import KINDS, NAMES, Entity, Message
from agentdesk.domain.values import Id
from agentdesk.records.rows import Rows, can_be, maker
from agentdesk.store import counters, search
from agentdesk.store.bases import Bases
from agentdesk.store.schema import TABLES


class LocalRows(Rows):
    def __init__(self, connection: Connection) -> None:
        super().__init__(connection, TABLES)
        self.bases = Bases(connection)

    def put(self, entity: Entity) -> None:
        kind = NAMES[type(entity)]
        if kind in counters.COUNTED:
            counters.adjust(self.connection, self.get(kind, entity.id), entity)
        if isinstance(entity, Message):
            search.take_out(self.connection, entity.id)
        super().put(entity)
        if isinstance(entity, Message):
            search.queue(self.connection, entity.id)

    def remove(self, kind: str, id: Id) -> None:
        if kind in counters.COUNTED:
            counters.adjust(self.connection, self.get(kind, id), None)
        if kind == "message":
            search.take_out(self.connection, id)
        super().remove(kind, id)

    def among(self, kind: str, column: str, values: Iterable[object]) -> Iterator[Any]:
        """All whose column has one of these values, in no order; asked in few questions."""
        to_file = _to_file(kind, column)
        wanted = [to_file(value) for value in values if can_be(TABLES[kind], column, value)]
        for start in range(0, len(wanted), _AT_ONCE):
            some = tuple(wanted[start : start + _AT_ONCE])
            yield from _entities(kind, self.connection.exec_driver_sql(_chosen(kind, column, len(some)), some).all())


_AT_ONCE = 5_000
"""SQLite takes 32,766 parameters of one statement."""
_DIALECT = sqlite.dialect()


def _entities(kind: str, rows: Sequence[Any]) -> Iterator[Any]:
    """Column by column, for of those that wait hundreds are read each time."""
    columns = list(zip(*rows, strict=True))
    for place, from_file in _from_file(kind):
        columns[place : place + 1] = [tuple(map(from_file, columns[place]))] if columns else []
    return map(maker(kind), zip(*columns, strict=True))


def _columns(kind: str) -> list[Any]:
    return [TABLES[kind].c[field.name] for field in fields(KINDS[kind])]


@cache
def _from_file(kind: str) -> list[tuple[int, Callable[[Any], Any]]]:
    """The columns whose values are others in the file, by their place."""
    known = (
        (at, c.type.dialect_impl(_DIALECT).result_processor(_DIALECT, None)) for at, c in enumerate(_columns(kind))
    )
    return [(at, from_file) for at, from_file in known if from_file]


@cache
def _to_file(kind: str, column: str) -> Callable[[Any], Any]:
    to_file = TABLES[kind].c[column].type.dialect_impl(_DIALECT).bind_processor(_DIALECT)
    return to_file or (lambda value: value)


@cache
def _chosen(kind: str, column: str, count: int) -> str:
    """Table and columns are this program's own names, read from its own schema."""
    names, marks = ", ".join(f'"{c.name}"' for c in _columns(kind)), ", ".join("?" * count)
    return f'SELECT {names} FROM "{kind}" WHERE "{column}" IN ({marks})'  # noqa: S608
