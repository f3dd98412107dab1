"""Rows of the desk's file: what is put or removed also moves the counters and the search queue."""

from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

from sqlalchemy import CompoundSelect, Connection, Select, bindparam, select

from agentdesk.domain.entities import NAMES, Entity, Message
from agentdesk.domain.values import Id
from agentdesk.records.reading import columns_of
from agentdesk.records.rows import Rows, maker, possible
from agentdesk.store import counters, search
from agentdesk.store.bases import Bases
from agentdesk.store.prepared import answered
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

    def read(self, chosen: Select[Any] | CompoundSelect[Any], **given: object) -> list[tuple[Any, ...]]:
        return answered(self.connection, chosen, **given)

    def among(self, kind: str, column: str, values: Iterable[object]) -> Iterator[Any]:
        """All whose column has one of these values, in no order; asked in few questions."""
        wanted = possible(TABLES[kind], column, values)
        for start in range(0, len(wanted), _AT_ONCE):
            yield from map(maker(kind), self.read(_among(kind, column), values=wanted[start : start + _AT_ONCE]))


_AT_ONCE = 4_096
"""SQLite takes 32,766 parameters of one statement."""


@cache
def _among(kind: str, column: str) -> Select[Any]:
    table = TABLES[kind]
    return select(*columns_of(table)).where(table.c[column].in_(bindparam("values", expanding=True)))
