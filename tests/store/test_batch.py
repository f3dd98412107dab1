"""Rows in memory: true for whoever asks there at once, and in the file after the end."""

from dataclasses import replace
from typing import Any

import pytest
from sqlalchemy import Connection

from agentdesk.domain.entities import Participant, Ticket
from agentdesk.domain.values import Priority
from agentdesk.store import counters
from agentdesk.store.batch import Batch, batch
from agentdesk.store.local_rows import LocalRows
from tests.builders import MARA, NOAH, TICKET, an_id
from tests.desks import all_of
from tests.sync.stage import OTHER, Stage


@pytest.fixture
def stage() -> Stage:
    return Stage()


def somebody(number: int, ticket: str = TICKET, **more: Any) -> Participant:
    return Participant(id=an_id(40_000 + number), rev=1, ticket=ticket, person=NOAH, **more)


def statements(connection: Connection) -> list[str]:
    seen: list[str] = []
    raw: Any = connection.connection.driver_connection
    raw.set_trace_callback(seen.append)
    return seen


def test_what_is_put_or_removed_is_found_so_before_it_is_written(stage: Stage) -> None:
    with stage.db.begin() as connection:
        LocalRows(connection).put(somebody(1))
        with batch(connection) as rows:
            assert rows.find("participant", ticket=TICKET) == (somebody(1),)
            rows.put(somebody(0))
            rows.remove("participant", somebody(1).id)
            rows.put(somebody(2, OTHER))
            assert rows.find("participant", ticket=TICKET) == (somebody(0),)
            assert rows.find("participant", ticket=OTHER, person=NOAH) == (somebody(2, OTHER),)
            assert rows.get("participant", somebody(1).id) is None
            assert LocalRows(connection).find("participant", ticket=TICKET) == (somebody(1),)
        assert all_of(connection, "participant") == (somebody(0), somebody(2, OTHER))


def test_what_was_read_ahead_answers_as_the_file_would(stage: Stage) -> None:
    with stage.db.begin() as connection:
        for one in (somebody(3), somebody(1), somebody(2, OTHER)):
            LocalRows(connection).put(one)
        rows = Batch(connection)
        rows.of("participant").gather("ticket", [TICKET, OTHER, an_id(7)])
        seen = statements(connection)
        assert rows.find("participant", ticket=TICKET) == (somebody(1), somebody(3))
        assert rows.find("participant", person=MARA, ticket=TICKET) == ()
        assert rows.find("participant", ticket=an_id(7)) == ()
        assert seen == []


def test_what_is_the_same_in_the_end_is_not_written(stage: Stage) -> None:
    with stage.db.begin() as connection, batch(connection) as rows:
        ticket: Ticket = rows.get("ticket", TICKET)
        rows.put(replace(ticket, subject="Another"))
        rows.remove("ticket", TICKET)
        rows.put(replace(ticket))
        seen = statements(connection)
    assert [one for one in seen if one != "COMMIT"] == []


def test_of_rows_that_stay_only_what_differs_is_written(stage: Stage) -> None:
    with stage.db.begin() as connection, batch(connection) as rows:
        changed = [replace(rows.get("ticket", id), subject="Another", rev=9) for id in (TICKET, OTHER)]
        for ticket in (*changed, replace(changed[0], handler=None), replace(changed[1], priority=Priority.FATAL)):
            rows.put(ticket)
        seen = statements(connection)
        rows.flush()
        assert sorted(one.partition(" WHERE ")[0] for one in seen if "counter" not in one) == [
            """UPDATE "ticket" SET "rev" = 9, "subject" = 'Another', "handler" = NULL""",
            """UPDATE "ticket" SET "rev" = 9, "subject" = 'Another', "priority" = 4""",
        ]
        assert [LocalRows(connection).get("ticket", id) for id in (TICKET, OTHER)] == [
            rows.get("ticket", id) for id in (TICKET, OTHER)
        ]


def test_counters_move_by_the_difference_once(stage: Stage) -> None:
    with stage.db.begin() as connection:
        with batch(connection) as rows:
            ticket: Ticket = rows.get("ticket", TICKET)
            rows.put(replace(ticket, handler=None))
            rows.flush()
            rows.put(replace(ticket, handler=NOAH))
            rows.put(replace(ticket, handler=MARA, id=an_id(50_000), number="TK-X"))
            rows.remove("ticket", OTHER)
        kept = connection.exec_driver_sql("SELECT key, count FROM counter WHERE count").all()
        assert {key: count for key, count in kept} == {k: n for k, n in counters.counted(connection).items() if n}  # noqa: C416


def test_rows_of_many_kinds_are_read_as_one_by_one(stage: Stage) -> None:
    with stage.db.begin() as connection:
        for kind in ("ticket", "person", "source", "role_assignment", "scheme"):
            there = all_of(connection, kind)
            rows = LocalRows(connection)
            assert sorted(rows.among(kind, "id", [one.id for one in there]), key=lambda one: one.id) == list(there)
            assert [rows.get(kind, one.id) for one in there] == list(there)
        assert list(LocalRows(connection).among("ticket", "id", ["no id", an_id(8)])) == []
