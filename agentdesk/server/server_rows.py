"""Rows of the server's database: a root is locked before it is judged, and what is new must not be there yet."""

from functools import cache
from typing import Any

from sqlalchemy import Connection, Select, Table, bindparam, insert, select

from agentdesk.domain.entities import NAMES, Entity
from agentdesk.domain.roots import Root
from agentdesk.records.rows import Rows, plain
from agentdesk.records.types import IdType, is_id
from agentdesk.server.schema import SYNC_META, TABLES


class ServerRows(Rows):
    def __init__(self, connection: Connection) -> None:
        super().__init__(connection, TABLES)
        self._locked: set[Root] = set()
        self._locks = connection.dialect.name == "postgresql"
        """SQLite lets one writer in at a time: there is nobody to lock out."""

    def lock_desk(self) -> None:
        """Set-up goes one by one, so that no rule about all persons or all sources races with itself."""
        if self._locks:
            self.connection.execute(_THE_DESK)

    def lock(self, root: Root) -> bool:
        """Holds a root to the end of the transaction; whether it may have changed since it was read."""
        if not self._locks or root in self._locked:
            return False
        self._locked.add(root)
        table = TABLES[root.kind]
        if isinstance(table.c.id.type, IdType) and not is_id(root.id):
            return False
        return self.connection.execute(_locking(table), {"key": root.id}).first() is not None

    def add(self, entity: Entity) -> None:
        """A new row; IntegrityError if somebody was faster, where put() would write over theirs."""
        self.connection.execute(_insert(self.tables[NAMES[type(entity)]]), plain(entity))


_THE_DESK = select(SYNC_META.c.one).with_for_update()


@cache
def _locking(table: Table) -> Select[Any]:
    return select(table.c.id).where(table.c.id == bindparam("key")).with_for_update()


@cache
def _insert(table: Table) -> Any:
    return insert(table)
