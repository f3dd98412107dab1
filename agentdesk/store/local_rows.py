"""Rows of the desk's file: what is put or removed also moves the counters and the search queue."""

from sqlalchemy import Connection

from agentdesk.domain.entities import NAMES, Entity, Message
from agentdesk.domain.values import Id
from agentdesk.records.rows import Rows
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
