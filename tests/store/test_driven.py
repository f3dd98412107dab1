"""Statements past SQLAlchemy: they do, tell and raise what they would by it."""

import sqlite3
from collections.abc import Iterator
from typing import Any

import pytest
from sqlalchemy import Connection, create_engine, event
from sqlalchemy.exc import IntegrityError, OperationalError

from agentdesk.store.driven import fetched, run


@pytest.fixture
def connection() -> Iterator[Connection]:
    with create_engine("sqlite://").connect() as one:
        one.exec_driver_sql("CREATE TABLE word (id INTEGER PRIMARY KEY, text VARCHAR UNIQUE)")
        yield one


def test_a_list_of_values_runs_the_statement_with_each(connection: Connection) -> None:
    assert run(connection, "INSERT INTO word VALUES (?, ?)", [(1, "a"), (2, "b"), (3, "c")]).rowcount == 3
    assert run(connection, "DELETE FROM word WHERE id = ?", (2,)).rowcount == 1
    assert fetched(connection, "SELECT id, text FROM word ORDER BY id") == [(1, "a"), (3, "c")]


def test_whoever_listens_hears_what_sqlalchemy_would_tell(connection: Connection) -> None:
    heard: list[tuple[Any, ...]] = []
    event.listen(connection, "before_cursor_execute", lambda *told: heard.append((told[2], told[3], told[5])))
    for do in (run, Connection.exec_driver_sql):
        do(connection, "INSERT OR IGNORE INTO word VALUES (?, ?)", [(1, "a"), (2, "b")])
        do(connection, "DELETE FROM word WHERE id = ?", (2,))
    assert heard[:2] == heard[2:]


def test_it_begins_a_transaction_as_sqlalchemy_does(connection: Connection) -> None:
    connection.rollback()
    fetched(connection, "SELECT 1")
    assert connection.in_transaction()


def test_what_the_driver_raises_is_raised_as_sqlalchemy_raises_it(connection: Connection) -> None:
    with pytest.raises(IntegrityError, match="UNIQUE") as raised:
        run(connection, "INSERT INTO word VALUES (?, ?)", [(1, "a"), (2, "a")])
    assert isinstance(raised.value.orig, sqlite3.IntegrityError)
    assert raised.value.statement == "INSERT INTO word VALUES (?, ?)"
    assert fetched(connection, "SELECT id FROM word") == [(1,)]
    with pytest.raises(OperationalError, match="no such table"):
        fetched(connection, "SELECT * FROM sentence")


def test_what_is_raised_while_rows_come_is_raised_so_too(connection: Connection) -> None:
    raw: Any = connection.connection.driver_connection
    raw.create_function("broken", 1, lambda number: 1 // (number - 2))
    with pytest.raises(OperationalError, match="user-defined function"):
        fetched(connection, "SELECT broken(value) FROM json_each('[1, 2, 3]')")
