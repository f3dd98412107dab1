"""Statements past SQLAlchemy, which takes longer to carry one to SQLite, and a few rows back, than SQLite to do it.

Whoever listens to the engine's statements hears of these, too, and errors are those that SQLAlchemy raises.
"""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError

Cursor = Any
"""As the driver has it: of the sqlite3 module or of one like it."""


def run(connection: Connection, sql: str, values: Sequence[Any] = ()) -> Cursor:
    """`values`: those of the question marks; the statement is run with each of a list of them."""
    if not connection.in_transaction():
        connection.begin()  # all statements see the same moment
    listening: Any = connection.dispatch
    many = isinstance(values, list)
    for hear in listening.before_cursor_execute:
        hear(connection, None, sql, values, None, many)
    raw: Any = connection.connection.driver_connection
    try:
        return raw.executemany(sql, values) if many else raw.execute(sql, values)
    except connection.dialect.loaded_dbapi.Error as error:
        raise _told(connection, sql, values, error) from error


def fetched(connection: Connection, sql: str, values: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
    """All rows that a question answers."""
    cursor = run(connection, sql, values)
    try:
        found: list[tuple[Any, ...]] = cursor.fetchall()
    except connection.dialect.loaded_dbapi.Error as error:
        raise _told(connection, sql, values, error) from error
    return found


def _told(connection: Connection, sql: str, values: Any, error: Exception) -> Exception:
    driver: Any = connection.dialect.loaded_dbapi
    hidden = connection.engine.hide_parameters
    told: Exception = DBAPIError.instance(sql, values, error, driver.Error, hidden, dialect=connection.dialect)
    return told
