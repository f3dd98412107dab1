"""Questions asked past SQLAlchemy: the same answers, listeners and errors as by it."""

import sqlite3
from collections.abc import Iterator
from typing import Any

import pytest
from sqlalchemy import Connection, bindparam, event, select, text
from sqlalchemy.exc import OperationalError

from agentdesk.domain.entities import Ticket
from agentdesk.domain.values import Priority, StateKind
from agentdesk.store.local_rows import LocalRows
from agentdesk.store.prepared import Prepared
from agentdesk.store.schema import TABLES
from tests.builders import MARA, TICKET, a_ticket, an_id
from tests.sync.stage import Stage

_T = TABLES["ticket"].c
_CHOSEN = select(_T.id, _T.kind, _T.priority, _T.handler, _T.has_files, _T.tags, _T.created).where(
    _T.id.in_(bindparam("ids", expanding=True)), _T.kind.in_([StateKind.NEW, StateKind.WORKING]),
    _T.requester != MARA, _T.number != bindparam("but"),
)  # fmt: skip
_PREPARED = Prepared(_CHOSEN.order_by(_T.id))
IDS = [TICKET, *(an_id(2_000 + number) for number in range(8))]


@pytest.fixture
def connection() -> Iterator[Connection]:
    stage = Stage()
    with stage.db.begin() as connection:
        for number, id in enumerate(IDS[1:]):
            more: dict[str, Any] = {"priority": Priority.FATAL, "tags": ("a", "ä")} if number % 2 else {}
            LocalRows(connection).put(a_ticket(id=id, number=f"TK-{number}", **more))
    with stage.db.connect() as connection:
        yield connection


def heard(connection: Connection) -> list[str]:
    """Every statement from here on."""
    statements: list[str] = []
    connection.begin()
    event.listen(connection, "before_cursor_execute", lambda *told: statements.append(told[2]))
    return statements


@pytest.mark.parametrize("count", range(len(IDS) + 1))
def test_the_answer_is_what_sqlalchemy_answers(connection: Connection, count: int) -> None:
    given = {"ids": IDS[:count], "but": "TK-1"}
    found = _PREPARED.rows(connection, **given)
    assert found == [tuple(row) for row in connection.execute(_CHOSEN.order_by(_T.id), given)]
    assert len(found) == (count if count < 3 else count - 1)
    assert all(type(row[1]) is StateKind and type(row[2]) is Priority and type(row[4]) is bool for row in found)


def test_lists_of_much_the_same_length_are_one_statement_and_whoever_listens_hears_it(connection: Connection) -> None:
    statements = heard(connection)
    for count in (5, 6, 7, 8):
        _PREPARED.rows(connection, ids=IDS[:count], but="")
    assert [len(statements), len(set(statements))] == [4, 1]


def test_all_questions_on_a_connection_see_one_moment(connection: Connection) -> None:
    _PREPARED.rows(connection, ids=IDS, but="")
    assert connection.in_transaction()


def test_what_forbids_a_statement_forbids_it_here_too(connection: Connection) -> None:
    def forbid(*_: object) -> None:
        raise AssertionError("not here")

    event.listen(connection, "before_cursor_execute", forbid)
    with pytest.raises(AssertionError, match="not here"):
        _PREPARED.rows(connection, ids=IDS, but="")


def test_an_error_is_raised_as_sqlalchemy_raises_it(connection: Connection) -> None:
    connection.execute(text("DROP TABLE ticket"))
    with pytest.raises(OperationalError, match="no such table") as raised:
        _PREPARED.rows(connection, ids=IDS, but="")
    assert isinstance(raised.value.orig, sqlite3.OperationalError)


def test_rows_are_found_by_what_is_not_there(connection: Connection) -> None:
    found: tuple[Ticket, ...] = LocalRows(connection).find("ticket", handler=None, priority=Priority.FATAL)
    assert {ticket.number for ticket in found} == {"TK-1", "TK-3", "TK-5", "TK-7"}
