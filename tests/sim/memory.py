"""Stores in memory. Each outlives its history, since an engine that is made anew compiles every statement anew."""

import sqlite3
from contextlib import closing
from functools import cache
from typing import Any

from sqlalchemy import Engine, StaticPool, create_engine

from tests.sim.quick import Quick


class DiskFull(Exception):
    """The file takes no more."""


class Disk(sqlite3.Connection):
    """A connection whose disk may be full after some writes."""

    writes_left: int | None = None

    def cursor(self, factory: Any = sqlite3.Cursor) -> Any:
        return super().cursor(factory if self.writes_left is None else _Counting)

    def execute(self, statement: str, *given: Any) -> sqlite3.Cursor:
        """By a cursor that counts: sqlite3 itself would take one of its own."""
        cursor: sqlite3.Cursor = self.cursor().execute(statement, *given)
        return cursor

    def executemany(self, statement: str, *given: Any) -> sqlite3.Cursor:
        cursor: sqlite3.Cursor = self.cursor().executemany(statement, *given)
        return cursor

    def count(self, statement: str) -> None:
        if self.writes_left is None or statement.startswith(("SELECT", "BEGIN", "WITH")):
            return
        self.writes_left -= 1
        if self.writes_left < 0:
            self.writes_left = None
            raise DiskFull


class _Counting(sqlite3.Cursor):
    connection: Disk

    def execute(self, statement: str, *given: Any) -> sqlite3.Cursor:
        self.connection.count(statement)
        return super().execute(statement, *given)

    def executemany(self, statement: str, *given: Any) -> sqlite3.Cursor:
        self.connection.count(statement)
        return super().executemany(statement, *given)


class Memory:
    """One SQLite store on a disk of its own."""

    _free: "list[Memory]" = []

    def __init__(self) -> None:
        self.engine = in_memory()
        self.disk = disk(self.engine)

    @classmethod
    def taken(cls, image: bytes) -> "Memory":
        """One that nobody uses; `give_back` it."""
        memory = cls._free.pop() if cls._free else cls()
        memory.load(image)
        return memory

    def give_back(self) -> None:
        self._free.append(self)

    def load(self, image: bytes) -> None:
        """By a copy: with `deserialize` an index that is open would go on in memory that is freed."""
        with closing(sqlite3.connect(":memory:")) as template:
            template.deserialize(image)
            template.backup(self.disk)

    def image(self) -> bytes:
        return self.disk.serialize()


def in_memory(image: bytes = b"") -> Engine:
    opened = sqlite3.connect(":memory:", isolation_level=None, factory=Disk, cached_statements=4_096)
    engine = Engine(StaticPool(lambda: opened, dialect=_like().dialect), _like().dialect, _like().url)
    engine._compiled_cache = _like()._compiled_cache
    kept = Quick(engine)
    engine._connection_cls = lambda _: kept  # type: ignore[assignment,return-value]
    if image:
        disk(engine).deserialize(image)
    return engine


@cache
def _like() -> Engine:
    """Its dialect, and what it has compiled, are everybody's: a statement is compiled once."""
    engine = create_engine("sqlite://", query_cache_size=10_000)
    engine.dialect.do_begin = lambda connection: connection.execute("BEGIN")  # type: ignore[method-assign]
    engine.dispose()
    with engine.connect():
        return engine


def disk(engine: Engine) -> Disk:
    pooled = engine.raw_connection()
    try:
        found = pooled.driver_connection
        assert isinstance(found, Disk)
        return found
    finally:
        pooled.close()
