"""Rows of the server's database: a root is locked before it is judged, and what is new must not be there yet.

What a transaction has read it reads once: its own changes are known, and what others may have changed is read again
when a lock was waited for.
"""

from functools import cache
from typing import Any

from sqlalchemy import Connection, Select, Table, insert, select

from agentdesk.domain.entities import NAMES, Entity
from agentdesk.domain.roots import Root
from agentdesk.domain.values import Id
from agentdesk.records.rows import Rows, by_id, maker, plain
from agentdesk.records.types import IdType, is_id
from agentdesk.server.schema import SYNC_META, TABLES


class ServerRows(Rows):
    def __init__(self, connection: Connection) -> None:
        super().__init__(connection, TABLES)
        self._locked: set[Root] = set()
        self._read: dict[tuple[object, ...], Any] = {}
        self._locks = connection.dialect.name == "postgresql"
        """SQLite lets one writer in at a time: there is nobody to lock out."""

    def lock_desk(self) -> None:
        """Set-up goes one by one, so that no rule about all persons or all sources races with itself."""
        if self._locks:
            self.connection.execute(_THE_DESK)
            self._read.clear()

    def lock(self, root: Root) -> bool:
        """Holds a root to the end of the transaction; whether it may have changed since it was read."""
        if not self._locks or root in self._locked:
            return False
        self._locked.add(root)
        table = TABLES[root.kind]
        if isinstance(table.c.id.type, IdType) and not is_id(root.id):
            return False
        row = self.connection.execute(_locking(table), {"key": root.id}).first()
        self._read.clear()
        self._read[root] = None if row is None else maker(root.kind)(row)
        return row is not None

    def get(self, kind: str, id: Id) -> Any:
        root = Root(kind, id)
        if root not in self._read:
            self._read[root] = super().get(kind, id)
        return self._read[root]

    def find(self, kind: str, /, **equal: object) -> tuple[Any, ...]:
        key = kind, *sorted(equal.items())
        if key not in self._read:
            self._read[key] = super().find(kind, **equal)
        found: tuple[Any, ...] = self._read[key]
        return found

    def put(self, entity: Entity) -> None:
        super().put(entity)
        self._wrote(entity)

    def remove(self, kind: str, id: Id) -> None:
        super().remove(kind, id)
        self._forget(kind)

    def add(self, entity: Entity) -> None:
        """A new row; IntegrityError if somebody was faster, where put() would write over theirs."""
        self.connection.execute(_insert(self.tables[NAMES[type(entity)]]), plain(entity))
        self._wrote(entity)

    def _wrote(self, entity: Entity) -> None:
        kind = NAMES[type(entity)]
        self._forget(kind)
        self._read[Root(kind, entity.id)] = entity

    def _forget(self, kind: str) -> None:
        self._read = {key: found for key, found in self._read.items() if key[0] != kind}


_THE_DESK = select(SYNC_META.c.one).with_for_update()


@cache
def _locking(table: Table) -> Select[Any]:
    return by_id(table).with_for_update()


@cache
def _insert(table: Table) -> Any:
    return insert(table)
