"""What a window does with a desk: do, hold, undo, settle, ask, keep; and what the system does by itself."""

import logging
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from unittest.mock import Mock

import pytest

from agentdesk.desk import Desk, DeskError, Draft, Failed, Outcome, housekeeping, open_desk
from agentdesk.desk.desk import LARGEST_FILE
from agentdesk.desk.queries.detail import Detail
from agentdesk.desk.queries.library import DraftOf
from agentdesk.desk.queries.outbox import Outbox, Returned
from agentdesk.desk.queries.thread import Thread
from agentdesk.desk.queries.tickets import TicketIds, TicketRows
from agentdesk.domain.commands import AddNote, Command, FileRef, HandleTicket, Reply, SaveSource, SetPriority
from agentdesk.domain.values import DAY, Id, Priority, StateKind
from agentdesk.store import journal
from agentdesk.store.outbox import LONGEST_HOLD
from tests.builders import SECOND, a_file, an_id
from tests.desk.stage import Stage, stepped
from tests.desks import inline_desk

HOLD = 8 * SECOND


@pytest.fixture
def stage(tmp_path: Path) -> Iterator[Stage]:
    stage = stepped(tmp_path / "desk")
    yield stage
    stage.desk.close()


def bodies(desk: Desk, ticket: Id) -> list[str]:
    page = desk.look(Thread(ticket, 1_000))
    assert page is not None
    return [message.body_text for message in page.messages if message.body_text][1:]  # after the letter


def priority(desk: Desk, ticket: Id) -> Priority:
    detail = desk.look(Detail(ticket))
    assert detail is not None
    return detail.row.priority


# ---------------------------------------------------------------------- do


def test_what_was_done_is_told_with_the_ids_it_has(stage: Stage) -> None:
    ticket = stage.ticket()
    outcome = stage.reply(ticket)
    assert outcome.done
    assert len(outcome.ids) == 1
    assert ("ticket", ticket) in outcome.changed
    assert bodies(stage.desk, ticket) == ["Yes"]


def test_a_mistake_of_the_program_is_told_and_changes_nothing(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    ticket = stage.ticket()
    monkeypatch.setattr(journal, "submit", Mock(side_effect=KeyError("a row")))
    outcome = stage.reply(ticket)
    assert outcome.trouble is not None
    assert (outcome.trouble.code, outcome.trouble.data["detail"]) == ("program-fault", "KeyError")
    assert bodies(stage.desk, ticket) == []


def test_several_commands_are_all_done_or_none(stage: Stage) -> None:
    ticket = stage.ticket()
    unknown = SetPriority(ticket=an_id(404), priority=Priority.FATAL)
    outcome = stage.do(SetPriority(ticket=ticket, priority=Priority.FATAL), unknown)
    assert outcome.refusal is not None
    assert outcome.refused == unknown
    assert outcome.changed == frozenset()
    assert priority(stage.desk, ticket) is Priority.NONE


def test_a_command_that_breaks_its_limits_is_refused_before_the_rules_are_asked(stage: Stage) -> None:
    ticket = stage.ticket()
    outcome = stage.do(Reply(ticket=ticket, message=stage.desk.clock.new_id(), body_html="x" * (1 << 23)))
    assert outcome.refusal is not None
    assert bodies(stage.desk, ticket) == []


def test_a_command_takes_the_draft_it_was_typed_in_with_it(stage: Stage) -> None:
    ticket = stage.ticket()
    stage.desk.save_draft(Draft(key=ticket, kind="reply", body="Yes"))
    stage.desk.save_draft(Draft(key=ticket, kind="note", body="Hm"))
    stage.reply(ticket, clears=(ticket, "reply"))
    assert stage.desk.look(DraftOf(ticket, "reply")) is None
    assert stage.desk.look(DraftOf(ticket, "note")) is not None


def test_a_refused_command_leaves_the_draft(stage: Stage) -> None:
    ticket = stage.ticket(handled=False)
    stage.do(HandleTicket(ticket=ticket))
    stage.desk.save_draft(Draft(key=ticket, kind="reply", body="Yes"))
    outcome = stage.do(Reply(ticket=an_id(404), message=an_id(405), body_html="Yes"), clears=(ticket, "reply"))
    assert not outcome.done
    assert stage.desk.look(DraftOf(ticket, "reply")) is not None


def test_a_file_whose_bytes_are_not_here_is_refused(stage: Stage) -> None:
    ticket = stage.ticket()
    reply = Reply(ticket=ticket, message=stage.desk.clock.new_id(), body_html="<p>See</p>", files=(a_file(),))
    outcome = stage.do(reply)
    assert outcome.refusal is not None
    assert (outcome.refusal.code, outcome.refusal.data) == ("file-missing", {"name": "screen.png"})


def test_play_answers_whoever_waits(stage: Stage) -> None:
    ticket = stage.ticket()
    note = AddNote(ticket=ticket, message=stage.desk.clock.new_id(), body_html="<p>Hm</p>")
    assert stage.desk.play([stage.desk.envelope(note)]).done
    assert bodies(stage.desk, ticket) == ["Hm"]


# ---------------------------------------------------------------------- hold, undo, settle


def test_a_held_command_is_shown_and_waits_in_the_outbox(stage: Stage) -> None:
    ticket = stage.ticket()
    outcome = stage.reply(ticket, hold=HOLD)
    assert [row.id for row in stage.desk.look(Outbox())] == list(outcome.ids)
    assert bodies(stage.desk, ticket) == ["Yes"]


def test_a_hold_ends_by_itself(stage: Stage) -> None:
    ticket = stage.ticket()
    stage.reply(ticket, hold=HOLD)
    stage.clock.at += HOLD
    stage.store.run_later()
    assert stage.desk.look(Outbox()) == ()
    assert bodies(stage.desk, ticket) == ["Yes"]


def test_a_hold_is_not_ended_early(stage: Stage) -> None:
    stage.reply(stage.ticket(), hold=HOLD)
    stage.clock.at += HOLD - 1
    stage.store.run_later()
    assert len(stage.desk.look(Outbox())) == 1


def test_undo_takes_back_and_tells_what_it_was(stage: Stage) -> None:
    ticket = stage.ticket()
    undone: list[Any] = []
    stage.desk.undo(stage.reply(ticket, hold=HOLD).ids[0], undone.append)
    assert isinstance(undone[0].command, Reply)
    assert bodies(stage.desk, ticket) == []
    draft = stage.desk.look(DraftOf(ticket, "reply"))
    assert draft is not None
    assert draft.body == "<p>Yes</p>"


def test_undo_that_comes_too_late_is_told_so(stage: Stage) -> None:
    ticket = stage.ticket()
    entry = stage.reply(ticket, hold=HOLD).ids[0]
    stage.clock.at += HOLD
    stage.desk.settle()
    undone: list[Any] = []
    stage.desk.undo(entry, undone.append)
    assert undone == [None]
    assert bodies(stage.desk, ticket) == ["Yes"]


def test_what_an_undo_forbids_comes_back_to_the_person_who_wrote_it(stage: Stage) -> None:
    ticket = stage.ticket(handled=False)
    taken = stage.do(HandleTicket(ticket=ticket), hold=HOLD)
    stage.reply(ticket, "Important words", hold=HOLD)
    stage.desk.undo(taken.ids[0])
    returned = stage.desk.look(Returned(ticket))
    assert [one.command.body_html for one in returned if isinstance(one.command, Reply)] == ["<p>Important words</p>"]
    stage.desk.forget_returned(returned[0].id)
    assert stage.desk.look(Returned(ticket)) == ()


def test_a_hold_pauses_while_somebody_looks_at_it(stage: Stage) -> None:
    ticket = stage.ticket()
    outcome = stage.reply(ticket, hold=HOLD)
    stage.desk.hold_until(outcome.ids, stage.clock.at + 3 * HOLD)
    stage.clock.at += 2 * HOLD
    stage.desk.settle()
    assert len(stage.desk.look(Outbox())) == 1
    stage.clock.at += 2 * HOLD
    stage.store.run_later()
    assert stage.desk.look(Outbox()) == ()


def test_what_is_settled_is_not_held_again(stage: Stage) -> None:
    outcome = stage.reply(stage.ticket(), hold=HOLD)
    stage.desk.settle(everything=True)
    stage.desk.hold_until(outcome.ids, stage.clock.at + HOLD)
    assert stage.desk.look(Outbox()) == ()


def test_no_hold_outlasts_the_longest(stage: Stage) -> None:
    stage.reply(stage.ticket(), hold=HOLD + LONGEST_HOLD)
    stage.desk.settle()
    assert stage.desk.look(Outbox()) == ()


@pytest.mark.parametrize("killed", [False, True])
def test_what_is_held_at_the_end_is_settled(stage: Stage, tmp_path: Path, killed: bool) -> None:
    """By closing the desk, or at the next start after a kill."""
    ticket = stage.ticket()
    stage.reply(ticket, hold=HOLD)
    if killed:
        stage.desk._database.abandon()
    else:
        stage.desk.close()
    again = inline_desk(tmp_path / "desk", clock=stage.clock)
    assert again.look(Outbox()) == ()
    assert bodies(again, ticket) == ["Yes"]
    again.close()


# ---------------------------------------------------------------------- what the system does


@pytest.fixture
def waiting(stage: Stage) -> Id:
    """A ticket of a source that closes after three days what its customer does not answer."""
    assert stage.do(SaveSource(source="clouds", title="Clouds", scheme="cloudpods", asks=())).done
    ticket = stage.ticket(source="clouds")
    assert stage.reply(ticket, "Which cloud?").done
    return ticket


def kind(desk: Desk, ticket: Id) -> StateKind:
    detail = desk.look(Detail(ticket))
    assert detail is not None
    return detail.row.kind


def test_a_ticket_that_waited_too_long_for_its_customer_is_closed_by_the_system(stage: Stage, waiting: Id) -> None:
    stage.clock.at += 3 * DAY + 1
    stage.store.run_later()  # the look that comes every 30 s
    assert kind(stage.desk, waiting) is StateKind.DONE


def test_nothing_is_due_before_its_time(stage: Stage, waiting: Id) -> None:
    since = stage.clock.at
    assert [stage.desk.submit_due(since + after) for after in (3 * DAY, 3 * DAY + 1, 4 * DAY)] == [0, 1, 0]


def test_no_command_waits_for_the_look_at_what_is_due(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    looks, over = threading.Event(), threading.Event()

    def look(*_: object) -> list[Command]:
        looks.set()
        assert over.wait(60)
        return []

    monkeypatch.setattr(housekeeping, "due_commands", look)
    desk = open_desk(tmp_path / "desk")
    assert looks.wait(60)
    assert desk.play([desk.envelope(SaveSource(source="clouds", title="Clouds", scheme="cloudpods", asks=()))]).done
    over.set()
    desk.close()


def test_a_desk_looks_for_what_is_due_again_and_again(stage: Stage, waiting: Id) -> None:
    stage.store.run_later()
    assert kind(stage.desk, waiting) is StateKind.WAITING_CUSTOMER
    stage.clock.at += 4 * DAY
    stage.store.run_later()
    assert kind(stage.desk, waiting) is StateKind.DONE


# ---------------------------------------------------------------------- ask, mark, keep


def test_a_question_is_answered_once(stage: Stage) -> None:
    answers: list[Any] = []
    stage.desk.ask(TicketIds("support.all"), answers.append)
    stage.ticket()
    assert [listing.total for listing in answers] == [0]


def test_a_question_that_fails_is_told_to_whoever_asked(stage: Stage, caplog: pytest.LogCaptureFixture) -> None:
    failures: list[Failed] = []
    with caplog.at_level(logging.WARNING, "agentdesk"):
        stage.desk.ask(TicketIds("no.such.queue"), pytest.fail, failures.append)
        stage.desk.ask(TicketIds("no.such.queue"), pytest.fail)
    assert [str(failed.error) for failed in failures] == ["no.such.queue"]
    assert caplog.text.count("a question failed: NotAllowed") == 2


def test_what_is_marked_read_is_read_and_can_be_unread_again(stage: Stage) -> None:
    ticket = stage.ticket()

    def unread() -> bool:
        rows = stage.desk.look(TicketRows(tuple(stage.desk.look(TicketIds("support.all")).ids)))
        return next(iter(rows.values())).unread

    stage.desk.mark([ticket])
    assert not unread()
    stage.desk.mark([ticket], read=False)
    assert unread()
    stage.desk.mark([an_id(404)])  # it is gone meanwhile


def test_bytes_that_are_kept_can_be_named_by_a_command(stage: Stage) -> None:
    ticket = stage.ticket()
    kept: list[FileRef | DeskError] = []
    stage.desk.add_bytes("pasted.png", "image/png", b"picture", kept.append)
    assert isinstance(kept[0], FileRef)
    reply = Reply(ticket=ticket, message=stage.desk.clock.new_id(), body_html="<p>See</p>", files=(kept[0],))
    assert stage.do(reply).done
    assert stage.desk.blobs.read(kept[0].sha256) == b"picture"


def test_a_file_is_copied_and_its_name_made_safe(stage: Stage, tmp_path: Path) -> None:
    source = tmp_path / "report\u202efdp.exe"
    source.write_bytes(b"MZ")
    ref = stage.desk.keep_file(source)
    source.unlink()
    assert stage.desk.blobs.read(ref.sha256) == b"MZ"
    assert "\u202e" not in ref.name


def test_what_is_no_file_or_too_large_is_not_kept(stage: Stage, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="not a file"):
        stage.desk.keep_file(tmp_path)
    large = tmp_path / "large"
    with large.open("wb") as file:
        file.truncate(LARGEST_FILE + 1)
    with pytest.raises(ValueError, match="too large"):
        stage.desk.keep_file(large)
    assert not [path for path in stage.desk.blobs.directory.rglob("*") if path.is_file()]


def test_a_job_tells_its_result_or_its_failure(stage: Stage) -> None:
    told: list[object] = []
    for put in (stage.desk.job, stage.desk.long_job):
        put(lambda: 6 * 7, told.append, pytest.fail)
        put(lambda: 1 // 0, pytest.fail, lambda error: told.append(type(error)))  # type: ignore[arg-type]
    assert told == [42, ZeroDivisionError] * 2


def test_what_an_empty_draft_held_is_dropped(stage: Stage) -> None:
    for body in ("Half", ""):
        stage.desk.save_draft(Draft(key="new", kind="form", body=body))
    assert stage.desk.look(DraftOf("new", "form")) is None


def test_a_draft_that_could_be_kept_is_told_so(stage: Stage) -> None:
    saved: list[DeskError | None] = []
    stage.desk.save_draft(Draft(key="new", kind="form", fields={"subject": "Half"}), saved.append)
    assert saved == [None]


# ---------------------------------------------------------------------- a desk for reading


def test_a_desk_for_reading_tells_every_wish_to_write_that_it_is_one(stage: Stage, tmp_path: Path) -> None:
    ticket = stage.ticket()
    beside = inline_desk(tmp_path / "desk", write=False)
    troubles: list[str] = []
    beside.trouble = lambda error: troubles.append(error.code)
    outcomes: list[Outcome] = []
    beside.do(HandleTicket(ticket=ticket), then=outcomes.append)
    assert outcomes[0].trouble is not None
    assert outcomes[0].trouble.code == "desk-read-only"
    beside.save_draft(Draft(key=ticket, kind="reply", body="Half"))
    beside.mark([ticket])
    beside.settle()
    beside.undo(an_id(1))
    assert troubles == ["desk-read-only"] * 4
    assert bodies(beside, ticket) == []
    beside.close()


def test_a_desk_for_reading_sees_what_is_written_beside_it(stage: Stage, tmp_path: Path) -> None:
    beside = inline_desk(tmp_path / "desk", write=False)
    ticket = stage.ticket()
    assert stage.reply(ticket, "Now").done
    assert bodies(beside, ticket) == ["Now"]
    beside.close()
