"""Whether a desk has what the server has, without sending it."""

import pytest

from agentdesk.domain.commands import AddParticipant
from agentdesk.domain.values import DAY
from agentdesk.server.cursor import CursorLost
from agentdesk.server.digest import digests
from agentdesk.wire import fingerprint
from tests.builders import ADMIN, HELIOS, LEA, MARA, NOAH, PETRA
from tests.server.readers import Reader
from tests.server.worlds import PEOPLE, World


def own(reader: Reader) -> tuple[int, str]:
    total = 0
    for ticket in reader.tickets():
        total ^= fingerprint(ticket, reader.revs["ticket", ticket])
    return len(reader.tickets()), f"{total:016x}"


@pytest.mark.parametrize(
    ("person", "key"),
    [(ADMIN, "a:*"), (NOAH, f"u:{NOAH}"), (LEA, f"u:{LEA}"), (PETRA, f"o:{HELIOS}/agentdesk"), (MARA, "s:agentdesk")],
)
def test_a_desk_that_has_everything_finds_no_difference(world: World, person: str, key: str) -> None:
    ticket = world.filed()
    world.filed()
    world.done(AddParticipant(ticket=ticket, person=LEA), MARA)
    reader = Reader(world.engine, person).begin()
    told = digests(world.engine, person, reader.cursor, world.now).digests
    assert told[key] == own(reader)
    assert own(reader)[0] > 0


def test_a_key_that_moved_on_is_left_out_until_the_next_look(world: World) -> None:
    ticket = world.filed()
    world.filed(NOAH, "guance")
    reader = Reader(world.engine, MARA).begin()
    world.done(world.reply(ticket), NOAH)
    told = digests(world.engine, MARA, reader.cursor, world.now).digests
    assert "s:agentdesk" not in told
    assert told["s:guance"][0] == 1
    assert digests(world.engine, MARA, reader.catch_up().cursor, world.now).digests["s:agentdesk"][0] == 1


def test_quiet_tickets_count_on_neither_side(world: World) -> None:
    world.filed()
    world.now += 100 * DAY
    world.filed()
    reader = Reader(world.engine, MARA).begin(since=world.now - DAY)
    assert digests(world.engine, MARA, reader.cursor, world.now).digests["s:agentdesk"] == own(reader)


def test_nobody_compares_with_somebody_elses_cursor(world: World) -> None:
    for person in PEOPLE:
        cursor = Reader(world.engine, person).begin().cursor
        with pytest.raises(CursorLost):
            digests(world.engine, next(other for other in PEOPLE if other != person), cursor, world.now)
