"""T6: many connections of two replicas at once, each command sent twice; there is one order and one answer."""

from collections import Counter
from itertools import pairwise

import pytest
from sqlalchemy import Engine

from agentdesk.domain.commands import Command, HandleTicket, ReceiveEmail, SavePerson, SubmitTicket
from agentdesk.domain.values import Id
from tests.builders import ADMIN, JONAS, LEA, MARA, NOAH, PETRA
from tests.server.racing import AT_ONCE, Race, Sent
from tests.server.worlds import World


@pytest.fixture
def rounds(engine: Engine, nightly: bool) -> int:
    """In SQLite writers only wait for each other: there is less to find."""
    rounds = 1_000 if nightly else 200
    return rounds if engine.dialect.name == "postgresql" else rounds // 10


def _wired(world: World, *commands: tuple[Id, Command]) -> list[Sent]:
    return [(person, world.wire(command)) for person, command in commands]


def test_replies_at_once_all_arrive_once_and_in_one_order(world: World, race: Race, rounds: int) -> None:
    people = (MARA, NOAH) * 4
    for _ in range(max(rounds // 20, 2)):
        ticket = world.filed()
        world.done(HandleTicket(ticket=ticket), MARA)
        for _ in range(20):
            told = race(_wired(world, *((person, world.reply(ticket)) for person in people)))
            assert {one.status for one in told} == {"applied"}
        thread = [m for m in world.find("message", ticket=ticket) if m.kind == "reply" and m.rev > 2]
        assert sorted(m.rev for m in thread) == list(range(3, 3 + 20 * len(people)))
        by_rev = sorted(thread, key=lambda message: message.rev)
        assert all(before.pos < after.pos for before, after in pairwise(by_rev))
        assert world.ticket(ticket).rev == 2 + 20 * len(people)


def test_a_ticket_taken_at_once_has_the_handler_of_its_last_taking(world: World, race: Race, rounds: int) -> None:
    people = (MARA, JONAS) * 4
    for _ in range(rounds):
        ticket = world.filed()
        told = race(_wired(world, *((person, HandleTicket(ticket=ticket)) for person in people)))
        assert {one.status for one in told} <= {"applied", "noop"}
        takings = sorted(one.root[2] for one in told if one.status == "applied" and one.root)
        assert takings == list(range(2, 2 + len(takings)))
        last = next(p for p, one in zip(people, told, strict=True) if one.root and one.root[2] == takings[-1])
        assert world.ticket(ticket).handler == last


def test_a_write_once_place_has_one_winner_and_all_others_hear_of_it(world: World, race: Race, rounds: int) -> None:
    """The id of a new ticket is taken by whoever comes first: nobody overwrites, nobody is told wrong."""
    people = (MARA, JONAS, NOAH, PETRA, LEA, MARA, NOAH, JONAS)
    for _ in range(rounds):
        ticket = world.new_id()
        more = {"ticket": ticket, "source": "agentdesk", "body_html": "<p>Mine</p>"}
        forms = [(p, SubmitTicket(message=world.new_id(), subject=f"Of {n}", **more)) for n, p in enumerate(people)]
        told = race(_wired(world, *forms))
        assert Counter((one.status, one.code) for one in told) == {
            ("applied", ""): 1, ("rejected", "already-exists"): AT_ONCE // 2 - 1
        }  # fmt: skip
        winner = next(n for n, one in enumerate(told) if one.status == "applied")
        assert world.ticket(ticket).subject == f"Of {winner}"
        assert len(world.find("message", ticket=ticket)) == 1


def test_letters_of_one_stranger_make_one_person(world: World, race: Race, rounds: int) -> None:
    for number in range(max(rounds // 20, 2)):
        address = f"stranger{number}@elsewhere.example"
        letters = [
            (MARA, ReceiveEmail(
                ticket=world.new_id(), message=world.new_id(), source="agentdesk", sender_address=address,
                subject=f"Letter {number} {n}", body_text="Hello", mail_id=f"<{number}.{n}@elsewhere.example>",
            ))
            for n in range(AT_ONCE // 2)
        ]  # fmt: skip
        assert {one.status for one in race(_wired(world, *letters))} == {"applied"}
        assert len(world.find("person", email=address)) == 1


def test_one_letter_fetched_by_many_is_taken_in_once(world: World, race: Race, rounds: int) -> None:
    for number in range(max(rounds // 20, 2)):
        same = {"source": "agentdesk", "sender_address": "noah.okafor@helios.example", "subject": f"Same {number}"}
        letters = [
            (MARA, ReceiveEmail(ticket=world.new_id(), message=world.new_id(), mail_id=f"<{number}@same>", **same))
            for _ in range(AT_ONCE // 2)
        ]
        codes = Counter(one.code for one in race(_wired(world, *letters)))
        assert codes == {"": 1, "duplicate-message": AT_ONCE // 2 - 1}


def test_numbers_are_given_out_once_and_without_gaps(world: World, race: Race, rounds: int) -> None:
    tickets = []
    for _ in range(max(rounds // 20, 2)):
        new = [world.new_id() for _ in range(AT_ONCE // 2)]
        forms = [
            (NOAH, SubmitTicket(ticket=ticket, message=world.new_id(), source="guance", subject="Another"))
            for ticket in new
        ]
        assert {one.status for one in race(_wired(world, *forms))} == {"applied"}
        tickets += new
    numbers = sorted(int(world.ticket(ticket).number.removeprefix("GU-")) for ticket in tickets)
    assert numbers == list(range(1, len(tickets) + 1))


def test_a_name_is_given_to_one_person(world: World, race: Race, rounds: int) -> None:
    for number in range(max(rounds // 20, 2)):
        forms = [
            (ADMIN, SavePerson(person=world.new_id(), user_name=f"twin{number}", name="Twin"))
            for _ in range(AT_ONCE // 2)
        ]
        codes = Counter(one.code for one in race(_wired(world, *forms)))
        assert codes == {"": 1, "name-taken": AT_ONCE // 2 - 1}
