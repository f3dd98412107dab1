"""What the authority answers to commands, once and for all."""

from dataclasses import replace
from uuid import UUID, uuid5

import pytest
from sqlalchemy import select, text
from sqlalchemy.exc import DBAPIError

from agentdesk.clock import uuid7
from agentdesk.domain.commands import (
    AddNote,
    CancelTicket,
    CompleteTicket,
    EndTicket,
    FollowUpTicket,
    HandleTicket,
    RecordTicket,
    SaveDomain,
    SetPriority,
    SubmitTicket,
)
from agentdesk.domain.entities import LogEntry
from agentdesk.domain.values import DAY, Priority
from agentdesk.records.rows import Rows
from agentdesk.server.database import owning, reading
from agentdesk.server.schema import COMMAND_LOG, FEED, TABLES
from agentdesk.wire import WireCommand
from tests.builders import ADMIN, GONE, MARA, NOAH, NOON, PETRA, WEI
from tests.server.worlds import SECLUDED, World


def test_a_ticket_gets_number_place_and_revision_from_the_authority(world: World) -> None:
    ticket = world.ticket(world.filed())
    assert (ticket.number, ticket.rev, ticket.last_pos) == ("TK-1", 1, 1)
    assert [message.rev for message in world.find("message", ticket=ticket.id)] == [1]
    assert [line.rev for line in world.log(ticket.id)] == [1]


def test_the_server_says_when_it_was_and_the_device_only_claims(world: World) -> None:
    ticket = world.filed()
    sent = world.wire(world.reply(ticket)).model_copy(update={"issued_at": world.now + 400 * DAY})
    early = world.wire(world.reply(ticket)).model_copy(update={"issued_at": 5})
    world.send(sent, by=NOAH)
    world.send(early, by=NOAH)
    with reading(world.engine) as connection:
        log = {row.id: row for row in connection.execute(select(COMMAND_LOG))}
    assert log[sent.id].issued_at == log[sent.id].at
    assert log[early.id].issued_at == world.now - 90 * DAY


def test_a_command_sent_again_is_told_its_outcome_and_done_once(world: World) -> None:
    ticket = world.filed()
    sent = world.wire(world.reply(ticket))
    first, again = world.send(sent, sent, by=NOAH)
    assert first == again
    assert first.root == ("ticket", ticket, 2)
    assert world.ticket(ticket).rev == 2


def test_a_refusal_is_final_even_when_the_reason_has_gone(world: World) -> None:
    ticket = world.filed()
    sent = world.wire(FollowUpTicket(ticket=ticket, new_ticket=world.new_id(), message=world.new_id(), body_html="x"))
    told = world.send(sent, by=NOAH)[0]
    assert (told.status, told.code) == ("rejected", "not-closed-yet")
    world.done(CancelTicket(ticket=ticket, reason="No more"), NOAH)
    assert world.send(sent, by=NOAH)[0] == told


def test_another_command_under_a_used_id_is_refused(world: World) -> None:
    ticket = world.filed()
    sent = world.wire(world.reply(ticket))
    world.send(sent, by=NOAH)
    other = sent.model_copy(update={"args": {**sent.args, "body_html": "<p>Something else</p>"}})
    assert [one.code for one in world.send(other, by=NOAH)] == ["id-reuse"]
    assert [one.code for one in world.send(sent, by=MARA)] == ["id-reuse"]
    assert world.ticket(ticket).rev == 2


def test_what_waits_for_an_unanswered_command_is_neither_judged_nor_kept(world: World) -> None:
    ticket, missing = world.filed(), world.new_id()
    first = world.wire(world.reply(ticket), id=missing)
    second = world.wire(world.reply(ticket), after=missing)
    told = world.send(second, by=NOAH)[0]
    assert (told.status, told.code) == ("defer", "after")
    assert [one.status for one in world.send(first, second, by=NOAH)] == ["applied", "applied"]


def test_somebody_elses_command_is_nothing_to_wait_for(world: World) -> None:
    ticket = world.filed()
    theirs = world.wire(HandleTicket(ticket=ticket))
    world.send(theirs, by=MARA)
    assert world.send(world.wire(world.reply(ticket), after=theirs.id), by=NOAH)[0].status == "defer"


def test_s11_a_ticket_one_may_not_see_is_answered_like_one_that_is_not_there(world: World) -> None:
    ticket = world.filed()
    for person in (WEI, SECLUDED):
        for command in (
            HandleTicket(ticket=ticket),
            world.reply(ticket),
            SetPriority(ticket=ticket, priority=Priority.FATAL),
        ):
            there = world.do(command, person)
            absent = world.do(replace(command, ticket=world.new_id()), person)
            assert (there.status, there.code) == ("rejected", "not-found")
            assert there.data.keys() == absent.data.keys()
            assert there.model_copy(update={"id": "", "data": {}}) == absent.model_copy(update={"id": "", "data": {}})


def test_a_ticket_id_in_use_cannot_be_taken_by_another(world: World) -> None:
    ticket = world.filed()
    told = world.do(SubmitTicket(ticket=ticket, message=world.new_id(), source="agentdesk", subject="Mine"), WEI)
    assert (told.status, told.code) == ("rejected", "already-exists")
    assert world.ticket(ticket).requester == NOAH


def test_a_reply_that_crossed_another_is_applied_and_says_so(world: World) -> None:
    ticket = world.filed()
    world.done(HandleTicket(ticket=ticket), MARA)
    seen = world.ticket(ticket).rev
    assert not world.done(world.reply(ticket, "First"), MARA, seen).crossed
    assert world.done(world.reply(ticket, "Meanwhile"), NOAH, seen).crossed
    assert not world.done(world.reply(ticket, "Now I have seen it"), NOAH, world.ticket(ticket).rev).crossed


def test_a_note_of_staff_crosses_no_reply_of_a_customer(world: World) -> None:
    ticket = world.filed()
    world.done(HandleTicket(ticket=ticket), MARA)
    seen = world.ticket(ticket).rev
    world.done(AddNote(ticket=ticket, message=world.new_id(), body_html="<p>Hush</p>"), MARA)
    assert not world.done(world.reply(ticket), NOAH, seen).crossed


def test_nobody_closes_a_ticket_over_words_they_have_not_seen(world: World) -> None:
    ticket = world.filed()
    world.done(HandleTicket(ticket=ticket), MARA)
    seen = world.ticket(ticket).rev
    world.done(world.reply(ticket, "One more thing"), NOAH, seen)
    told = world.do(CompleteTicket(ticket=ticket), MARA, seen)
    assert (told.status, told.code) == ("rejected", "content-changed")
    assert world.done(CompleteTicket(ticket=ticket), MARA, world.ticket(ticket).rev)


def test_the_requester_ends_a_ticket_over_their_own_words(world: World) -> None:
    ticket = world.filed()
    world.done(world.reply(ticket), NOAH, 1)
    told = world.do(EndTicket(ticket=ticket), NOAH, 1)
    assert told.code != "content-changed"


def test_taking_a_ticket_that_is_mine_already_is_no_mistake(world: World) -> None:
    ticket = world.filed()
    world.done(HandleTicket(ticket=ticket), MARA)
    told = world.do(HandleTicket(ticket=ticket), MARA)
    assert (told.status, told.root) == ("noop", ("ticket", ticket, 2))


def test_a_command_older_than_the_log_never_runs(world: World) -> None:
    ticket = world.filed()
    old = world.wire(world.reply(ticket), id=uuid7(world.now - 181 * DAY, bytes(10)))
    fresh = world.wire(world.reply(ticket), id=uuid7(world.now - 170 * DAY, bytes(10)), after=old.id)
    assert [(one.status, one.code) for one in world.send(old, fresh, by=NOAH)] == [
        ("rejected", "too-old"),
        ("applied", ""),
    ]


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"name": "fly"}, "unknown-command"),
        ({"ver": 99}, "unknown-command"),
        ({"args": {}}, "bad-argument"),
        ({"args": {"message": 5}}, "bad-argument"),
        ({"target": None}, "bad-argument"),
        ({"target": "not-an-id"}, "bad-argument"),
    ],
)
def test_a_command_nobody_understands_is_refused_and_kept(world: World, change: dict[str, object], code: str) -> None:
    sent: WireCommand = world.wire(world.reply(world.filed())).model_copy(update=change)
    told = world.send(sent, by=NOAH)[0]
    assert (told.status, told.code) == ("rejected", code)
    assert world.send(sent, by=NOAH)[0] == told


def test_a_refused_command_leaves_nothing_but_its_outcome(world: World) -> None:
    ticket = world.filed()
    before = world.ticket(ticket), len(world.find("message")), _feed_rows(world)
    world.do(HandleTicket(ticket=ticket), PETRA)
    assert (world.ticket(ticket), len(world.find("message")), _feed_rows(world)) == before


def test_setting_up_needs_an_administrator(world: World) -> None:
    assert world.do(SaveDomain(domain=world.new_id(), name="Nova"), MARA).code == "not-allowed"
    assert world.done(SaveDomain(domain=world.new_id(), name="Nova"), ADMIN).root is not None


def test_a_disabled_person_is_told_so_whatever_they_ask_for(world: World) -> None:
    for ticket in (world.filed(), world.new_id()):
        assert world.do(HandleTicket(ticket=ticket), GONE).code == "person-disabled"


def _feed_rows(world: World) -> int:
    with reading(world.engine) as connection:
        return len(connection.execute(select(FEED.c.id)).all())


def test_a_number_from_elsewhere_is_kept_and_not_given_out_again(world: World) -> None:
    taken = RecordTicket(
        ticket=world.new_id(), message=world.new_id(), source="agentdesk", foreign_id="7", number="TK-70",
        subject="Old", requester="noah.okafor",
    )  # fmt: skip
    world.done(taken, MARA)
    assert world.ticket(taken.ticket).number == "TK-70"
    assert world.ticket(world.filed()).number == "TK-71"


def test_what_would_make_something_that_is_there_is_refused_in_the_end(world: World) -> None:
    """As after a log that lost an outcome, but not what the command had made."""
    ticket = world.filed()
    sent = world.wire(world.reply(ticket))
    with owning(world.engine) as connection:
        line = str(uuid5(UUID(sent.id), "operation_log0"))
        entry = LogEntry(id=line, rev=1, at=NOON, actor=NOAH, command="reply", root_kind="ticket", root=ticket)
        Rows(connection, TABLES).put(entry)
    told = world.send(sent, by=NOAH)[0]
    assert (told.status, told.code) == ("rejected", "already-exists")
    assert world.ticket(ticket).rev == 1


def test_a_broken_database_is_not_the_commands_fault(world: World) -> None:
    sent = world.wire(world.reply(world.filed()))
    with owning(world.engine) as connection:
        connection.execute(text("ALTER TABLE command_log RENAME TO elsewhere"))
    with pytest.raises(DBAPIError):
        world.send(sent, by=NOAH)
    with owning(world.engine) as connection:
        connection.execute(text("ALTER TABLE elsewhere RENAME TO command_log"))
    assert world.send(sent, by=NOAH)[0].status == "applied"
