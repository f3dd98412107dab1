"""What is due on the server happens once, however many replicas think of it."""

from concurrent.futures import ThreadPoolExecutor

from sqlalchemy import select

from agentdesk.domain.commands import HandleTicket
from agentdesk.domain.values import DAY, Id
from agentdesk.server.database import connect, reading
from agentdesk.server.due import do_what_is_due
from agentdesk.server.schema import COMMAND_LOG
from tests.builders import MARA, NOAH
from tests.server.worlds import World


def waiting(world: World) -> Id:
    """A ticket whose customer has been asked."""
    ticket = world.filed(NOAH, "cloudpods")
    world.done(HandleTicket(ticket=ticket), MARA)
    world.done(world.reply(ticket, "Does it still hum?"), MARA)
    assert world.ticket(ticket).state == "pending"
    return ticket


def test_a_ticket_that_waited_long_enough_is_closed_once(world: World, url: str) -> None:
    tickets = [waiting(world) for _ in range(3)]
    engines = world.engine, connect(url)
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(lambda n: do_what_is_due(engines[n % 2], world.now + 365 * DAY), range(4)))
    engines[1].dispose()
    assert {world.ticket(ticket).kind.final for ticket in tickets} == {True}
    closings = [line for ticket in tickets for line in world.log(ticket) if line.command == "auto_close"]
    assert len(closings) == 3
    with reading(world.engine) as connection:
        logged = connection.execute(select(COMMAND_LOG).where(COMMAND_LOG.c.name == "auto_close")).all()
    assert len(logged) == 3


def test_nothing_is_due_before_its_time(world: World) -> None:
    waiting(world)
    assert do_what_is_due(world.engine, world.now + DAY).results == []
