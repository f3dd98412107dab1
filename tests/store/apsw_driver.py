"""SQLite over apsw as a DB-API module, as far as the store uses one: apsw can put a file system below it."""

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import apsw

Row = tuple[Any, ...]
_CLASSES = {
    apsw.ConstraintError: sqlite3.IntegrityError,
    apsw.MismatchError: sqlite3.IntegrityError,
    apsw.CorruptError: sqlite3.DatabaseError,
    apsw.NotADBError: sqlite3.DatabaseError,
}


@contextmanager
def _errors() -> Iterator[None]:
    """apsw's errors as those of sqlite3, with SQLite's own code, since the store reads that."""
    try:
        yield
    except apsw.Error as error:
        told = _CLASSES.get(type(error), sqlite3.OperationalError)(str(error))
        told.sqlite_errorcode = getattr(error, "extendedresult", 0)  # type: ignore[attr-defined]
        raise told from error


class Cursor:
    arraysize = 1

    def __init__(self, connection: "Connection") -> None:
        self._connection = connection
        self._cursor = connection.raw.cursor()
        self._ahead: Row | None = None
        """The next row: a question whose last row was read is over, and stands in nobody's way."""
        self.description: tuple[Row, ...] | None = None
        self.rowcount = -1

    def _describe(self, cursor: Any, *_: Any) -> bool:
        """Before the first step: afterwards a question without rows has no columns any more."""
        self.description = tuple((name, *(None,) * 6) for name, _ in cursor.get_description()) or None
        return True

    def execute(self, sql: str, values: Sequence[Any] = ()) -> "Cursor":
        self._cursor.exec_trace = self._describe
        with _errors():
            self._cursor.execute(sql, tuple(values))
            self._cursor.exec_trace = None  # or the two keep each other, and the statement open
            self._ahead = next(self._cursor, None)
        self.rowcount = -1 if self.description else self._connection.raw.changes()
        return self

    def executemany(self, sql: str, rows: Iterable[Sequence[Any]]) -> "Cursor":
        before = self._connection.raw.total_changes()
        with _errors():
            self._cursor.executemany(sql, [tuple(row) for row in rows])
        self.rowcount = self._connection.raw.total_changes() - before
        return self

    @property
    def lastrowid(self) -> int:
        return self._connection.raw.last_insert_rowid()

    def __iter__(self) -> Iterator[Row]:
        while (row := self.fetchone()) is not None:
            yield row

    def fetchone(self) -> Row | None:
        row = self._ahead
        if row is not None:
            with _errors():
                self._ahead = next(self._cursor, None)
        return row

    def fetchmany(self, size: int = arraysize) -> list[Row]:
        return [row for _, row in zip(range(size), self, strict=False)]

    def fetchall(self) -> list[Row]:
        return list(self)

    def close(self) -> None:
        self._cursor.close(True)


class Connection:
    def __init__(self, name: str, flags: int, vfs: str) -> None:
        with _errors():
            self.raw = apsw.Connection(name, flags, vfs)

    @property
    def total_changes(self) -> int:
        return self.raw.total_changes()

    def cursor(self) -> Cursor:
        return Cursor(self)

    def execute(self, sql: str, values: Sequence[Any] = ()) -> Cursor:
        return self.cursor().execute(sql, values)

    def executemany(self, sql: str, rows: Iterable[Sequence[Any]]) -> Cursor:
        return self.cursor().executemany(sql, rows)

    def create_function(self, *_: Any, **__: Any) -> None:
        """SQLAlchemy offers a function for regular expressions, which the store does not use."""

    def commit(self) -> None:
        if self.raw.in_transaction:
            self.execute("COMMIT")

    def rollback(self) -> None:
        if self.raw.in_transaction:
            self.execute("ROLLBACK")

    def close(self) -> None:
        with _errors():
            self.raw.close(True)


class Driver:
    """What SQLAlchemy takes for a module; its connections live on the named file system."""

    apilevel, threadsafety, paramstyle = "2.0", 3, "qmark"
    sqlite_version = apsw.sqlite_lib_version()
    sqlite_version_info = tuple(map(int, sqlite_version.split(".")))
    Binary: Callable[[Any], Any] = staticmethod(memoryview)
    Warning, Error, InterfaceError, DatabaseError = (
        sqlite3.Warning, sqlite3.Error, sqlite3.InterfaceError, sqlite3.DatabaseError,
    )  # fmt: skip
    DataError, OperationalError, IntegrityError, InternalError, ProgrammingError, NotSupportedError = (
        sqlite3.DataError, sqlite3.OperationalError, sqlite3.IntegrityError, sqlite3.InternalError,
        sqlite3.ProgrammingError, sqlite3.NotSupportedError,
    )  # fmt: skip

    def __init__(self, vfs: str) -> None:
        self._vfs = vfs

    def connect(self, name: Any, *, uri: bool = False, **_: Any) -> Connection:
        flags = apsw.SQLITE_OPEN_URI if uri else 0
        return Connection(str(name), flags | apsw.SQLITE_OPEN_READWRITE | apsw.SQLITE_OPEN_CREATE, self._vfs)
