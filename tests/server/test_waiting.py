"""A command that cannot have its turn is not judged, not kept, and may be sent again."""

from collections.abc import Iterator

import pytest
from sqlalchemy import Connection, Engine, select, text

from agentdesk.domain.commands import HandleTicket, SaveDomain
from agentdesk.server import database
from agentdesk.server.database import connect, reading, writing
from agentdesk.server.schema import COMMAND_LOG
from agentdesk.server.server_rows import ServerRows
from tests.builders import ADMIN, MARA
from tests.server.worlds import World


@pytest.fixture
def impatient(url: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[World]:
    monkeypatch.setitem(database._LIMITS, "lock_timeout", "20ms")
    monkeypatch.setattr(database, "_PRAGMAS", (*database._PRAGMAS, "PRAGMA busy_timeout=20"))
    engine = connect(url)
    yield World(engine)
    engine.dispose()


def test_a_ticket_that_stays_taken_is_answered_try_again(world: World, impatient: World) -> None:
    sent = impatient.wire(HandleTicket(ticket=world.filed()))
    with writing(world.engine) as connection:
        _hold(connection, sent.target or "")
        assert impatient.send(sent, by=MARA)[0].status == "retry"
    assert not _known(world.engine, sent.id)
    assert impatient.send(sent, by=MARA)[0].status == "applied"


def test_setting_up_waits_for_setting_up_and_not_for_tickets(world: World, impatient: World) -> None:
    if world.engine.dialect.name == "sqlite":  # one writer at a time, whatever it writes
        return
    ticket = world.filed()
    with writing(world.engine) as connection:
        ServerRows(connection).lock_desk()
        told = impatient.do(SaveDomain(domain=world.new_id(), name="Nova"), ADMIN)
        assert told.status == "retry"
        assert impatient.do(HandleTicket(ticket=ticket), MARA).status == "applied"


def _hold(connection: Connection, ticket: str) -> None:
    connection.execute(text("SELECT 1"))  # begins; in SQLite that holds everybody
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT id FROM ticket WHERE id = :id FOR UPDATE"), {"id": ticket})


def _known(engine: Engine, id: str) -> bool:
    with reading(engine) as connection:
        return connection.execute(select(COMMAND_LOG).where(COMMAND_LOG.c.id == id)).first() is not None
