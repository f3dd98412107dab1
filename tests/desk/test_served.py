"""A desk with a server: what waits, what comes back, and what a person says of it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from agentdesk.clock import SetClock
from agentdesk.desk import Draft, Outcome
from agentdesk.desk.queries.library import DraftOf
from agentdesk.desk.queries.link import LinkOf
from agentdesk.desk.queries.outbox import STRANDED, Outbox, OutboxEntryOf, Returned, UnsettledOf
from agentdesk.desk.queries.rows import Link
from agentdesk.domain.commands import (
    AssignRole,
    Command,
    CompleteTicket,
    ForwardTicket,
    HandleTicket,
    Reply,
    RevokeRole,
    SetPriority,
)
from agentdesk.domain.values import Id, Priority, Role
from tests.builders import ADMIN, JONAS, NOAH, NOON
from tests.desk.served import ServedStage


@pytest.fixture
def stage(tmp_path: Path) -> Iterator[ServedStage]:
    made = ServedStage(tmp_path / "desk", SetClock(NOON))
    made.ticket = made.world.filed(NOAH)
    made.world.done(HandleTicket(ticket=made.ticket), made.person)
    made.join()
    yield made
    made.close()


def reply(stage: ServedStage, ticket: Id, words: str = "It is repaired.") -> Reply:
    return Reply(ticket=ticket, message=stage.desk.clock.new_id(), body_html=f"<p>{words}</p>")


def bodies(stage: ServedStage, ticket: Id) -> list[str]:
    """Of the messages at the server."""
    return [message.body_text for message in stage.world.find("message", ticket=ticket)]


def refused(stage: ServedStage) -> Id:
    """Mara completed offline what its requester wrote to meanwhile."""
    ticket = stage.ticket
    stage.cut()
    assert stage.do(CompleteTicket(ticket=ticket, comment="Cache was cleared.")).done
    stage.clock.at += 60_000
    stage.world.now = stage.clock.at
    stage.world.done(stage.world.reply(ticket, "Two tiles are still old."), NOAH)
    stage.mend()
    return ticket


def test_a_desk_tells_how_it_stands_to_its_server(stage: ServedStage) -> None:
    told: list[Link] = []
    watch = stage.desk.watch(LinkOf(), lambda link, _: told.append(link))
    assert (told[-1].state, told[-1].pending) == ("online", 0)
    stage.cut()
    assert (told[-1].state, told[-1].code, told[-1].since) == ("offline", "unreachable", stage.clock.at)
    stage.do(reply(stage, stage.ticket))
    assert (told[-1].pending, told[-1].oldest) == (1, stage.clock.at)
    stage.mend()
    assert (told[-1].state, told[-1].pending, told[-1].since) == ("online", 0, None)
    watch.close()


def test_whoever_wishes_to_work_offline_is_left_in_peace(stage: ServedStage) -> None:
    stage.syncing.set_offline(True)
    stage.lane.run()
    assert (stage.desk.link.state, stage.desk.link.code) == ("offline", "by-choice")
    stage.do(reply(stage, stage.ticket))
    stage.run()
    assert [row.stage for row in stage.desk.look(Outbox())] == ["waiting"]
    stage.syncing.set_offline(False)
    stage.lane.run()
    stage.run()
    assert stage.desk.look(Outbox()) == ()
    assert stage.desk.link.state == "online"


def test_what_was_held_goes_out_when_its_hold_ends(stage: ServedStage) -> None:
    stage.do(reply(stage, stage.ticket), hold=8_000)
    stage.run()
    assert [row.state for row in stage.desk.look(Outbox())] == ["held"]
    stage.clock.at += 9_000
    stage.desk.settle()
    stage.lane.run()
    assert stage.desk.look(Outbox()) == ()
    assert "It is repaired." in bodies(stage, stage.ticket)


def test_what_the_server_refused_lies_beside_what_is_there_now(stage: ServedStage) -> None:
    ticket = refused(stage)
    row = stage.desk.look(Outbox())[0]
    assert (row.command, row.stage, row.code, row.on) == ("complete_ticket", "conflict", "content-changed", ticket)
    entry = stage.desk.look(OutboxEntryOf(row.id))
    assert entry is not None
    assert entry.ticket is not None
    assert entry.news is not None
    assert entry.row.wish == CompleteTicket(ticket=ticket, comment="Cache was cleared.")
    assert entry.news.body_text == "Two tiles are still old."
    assert entry.ticket.returned
    assert stage.desk.look(LinkOf()).attention == 1


def test_what_came_back_is_sent_again_under_a_new_id(stage: ServedStage) -> None:
    refused(stage)
    row = stage.desk.look(Outbox())[0]
    outcomes: list[Outcome] = []
    stage.desk.send_again(row.id, outcomes.append)
    stage.run()
    assert stage.desk.look(Outbox()) == ()
    assert stage.desk.look(Returned()) == ()
    assert outcomes[0].done
    assert outcomes[0].ids != (row.id,)
    assert stage.world.ticket(stage.ticket).kind.name != "WAITING_STAFF"


def test_what_the_rules_no_longer_allow_stays_returned(stage: ServedStage) -> None:
    ticket = refused(stage)
    stage.world.done(CompleteTicket(ticket=ticket), stage.person, base_rev=stage.world.ticket(ticket).rev)
    stage.run()
    row = stage.desk.look(Outbox())[0]
    outcomes: list[Outcome] = []
    stage.desk.send_again(row.id, outcomes.append)
    assert outcomes[0].refusal is not None
    assert [one.id for one in stage.desk.look(Outbox())] == [row.id]


def test_what_came_back_can_be_let_go(stage: ServedStage) -> None:
    refused(stage)
    stage.desk.discard(stage.desk.look(Outbox())[0].id)
    assert stage.desk.look(Outbox()) == ()


def test_what_waits_is_discarded_without_a_trace_and_what_stands_behind_it_goes_on(stage: ServedStage) -> None:
    ticket = stage.ticket
    stage.cut()
    stage.do(reply(stage, ticket))
    stage.do(SetPriority(ticket=ticket, priority=Priority.FATAL))
    first, second = stage.desk.look(Outbox())
    assert (first.unsent, first.number, second.command) == (True, stage.world.ticket(ticket).number, "set_priority")
    stage.desk.discard(first.id)
    assert [row.id for row in stage.desk.look(Outbox())] == [second.id]
    stage.mend()
    assert stage.world.ticket(ticket).priority is Priority.FATAL
    assert "It is repaired." not in bodies(stage, ticket)


def test_an_entry_names_whom_it_concerns(stage: ServedStage) -> None:
    stage.cut()
    stage.do(ForwardTicket(ticket=stage.ticket, to=JONAS))
    entry = stage.desk.look(OutboxEntryOf(stage.desk.look(Outbox())[0].id))
    assert entry is not None
    assert entry.row.names == {"to": "Jonas Beck"}


def shut_out(stage: ServedStage) -> None:
    """Mara serves no source any more."""
    stage.world.done(RevokeRole(person=stage.person, role=Role.HANDLER), ADMIN)
    stage.world.done(ForwardTicket(ticket=stage.ticket, to=JONAS), ADMIN)


def let_in(stage: ServedStage) -> None:
    stage.world.done(AssignRole(person=stage.person, role=Role.HANDLER), ADMIN)
    stage.world.done(ForwardTicket(ticket=stage.ticket, to=stage.person), ADMIN)
    stage.run()


def refused_reply(stage: ServedStage) -> Id:
    """Mara wrote while she lost the ticket; then she was given it again."""
    stage.cut()
    file = stage.desk.keep_bytes("slot.txt", "text/plain", b"standby_1")
    command = Reply(
        ticket=stage.ticket, message=stage.desk.clock.new_id(), body_html="<p>It is repaired.</p>", files=(file,)
    )
    assert stage.do(command).done
    shut_out(stage)
    stage.mend()
    let_in(stage)
    return stage.desk.look(Outbox())[0].id


def draft(stage: ServedStage) -> Draft:
    found = stage.desk.look(DraftOf(stage.ticket, "reply"))
    assert found is not None
    return found


def take_up(stage: ServedStage, id: Id) -> Command | None:
    taken: list[Command | None] = []
    stage.desk.take_up(id, taken.append)
    return taken[0]


def test_what_came_back_stands_in_its_reply_box_with_its_files_and_is_settled_by_sending_it_from_there(
    stage: ServedStage,
) -> None:
    id = refused_reply(stage)
    assert take_up(stage, id) is not None
    assert (draft(stage).body, [file.name for file in draft(stage).files]) == ("<p>It is repaired.</p>", ["slot.txt"])
    assert [row.id for row in stage.desk.look(Outbox())] == [id]
    assert stage.do(reply(stage, stage.ticket), clears=(stage.ticket, "reply")).done
    assert stage.desk.look(DraftOf(stage.ticket, "reply")) is None
    stage.run()
    assert stage.desk.look(Outbox()) == ()
    assert bodies(stage, stage.ticket).count("It is repaired.") == 1


def test_what_came_back_goes_before_what_is_being_typed(stage: ServedStage) -> None:
    id = refused_reply(stage)
    stage.desk.save_draft(Draft(key=stage.ticket, kind="reply", body="<p>One more thing.</p>"))
    take_up(stage, id)
    assert draft(stage).body == "<p>It is repaired.</p><p>One more thing.</p>"
    stage.desk.discard(id)
    assert draft(stage).body == "<p>It is repaired.</p><p>One more thing.</p>", "somebody wrote on in it"
    assert draft(stage).returned == ""


def test_what_is_let_go_or_sent_again_stands_in_no_reply_box_any_more(stage: ServedStage) -> None:
    id = refused_reply(stage)
    take_up(stage, id)
    stage.desk.send_again(id)
    assert stage.desk.look(DraftOf(stage.ticket, "reply")) is None


def test_what_was_being_typed_when_the_ticket_went_is_kept_to_be_copied(stage: ServedStage) -> None:
    typed = Draft(key=stage.ticket, kind="reply", body="<p>Half a reply</p>", fields={"number": "TK-1"})
    stage.desk.save_draft(typed)
    shut_out(stage)
    stage.run()
    row = stage.desk.look(UnsettledOf(stage.ticket))[0]
    assert (row.command, row.state, row.code, row.number) == ("reply", STRANDED, "not-found", "TK-1")
    assert stage.desk.look(LinkOf()).attention == 1
    entry = stage.desk.look(OutboxEntryOf(row.id))
    assert entry is not None
    assert entry.ticket is None
    let_in(stage)
    assert stage.desk.look(Outbox()) == (), "it stands in its reply box again"
    assert draft(stage).body == "<p>Half a reply</p>"


def test_what_lost_its_ticket_can_be_let_go(stage: ServedStage) -> None:
    stage.desk.save_draft(Draft(key=stage.ticket, kind="note", body="<p>Half a note</p>"))
    shut_out(stage)
    stage.run()
    stage.desk.discard(stage.desk.look(Outbox())[0].id)
    assert stage.desk.look(Outbox()) == ()
    assert stage.desk.look(LinkOf()).attention == 0
