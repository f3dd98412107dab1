"""Desks with their real threads: who works where, who waits for whom, and how it ends."""

import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import event

from agentdesk.desk import Desk, Draft, open_desk
from agentdesk.desk.importing import Importer, Report
from agentdesk.desk.queries.counts import Counts
from agentdesk.desk.queries.detail import Detail
from agentdesk.desk.queries.library import DraftOf
from agentdesk.desk.queries.outbox import Outbox
from agentdesk.desk.queries.tickets import TicketIds
from agentdesk.desk.worker import Worker, answer_of
from agentdesk.domain.commands import AddNote, FileRef, HandleTicket, ReceiveEmail, Reply
from agentdesk.domain.values import Id
from tests.desk.stage import LONGEST, Mailbox

HOLD = 60_000


@pytest.fixture
def box(tmp_path: Path) -> Iterator[Mailbox]:
    mailbox = Mailbox(tmp_path / "desk")
    yield mailbox
    mailbox.desk.close()


def new_ticket(desk: Desk) -> tuple[Id, ReceiveEmail, HandleTicket]:
    ticket = desk.clock.new_id()
    letter = ReceiveEmail(
        ticket=ticket, message=desk.clock.new_id(), source="desk", sender_address="a@x.example", subject="Disk"
    )
    return ticket, letter, HandleTicket(ticket=ticket)


def letters(directory: Path, count: int) -> list[Path]:
    directory.mkdir()
    for number in range(count):
        text = f"From: a@x.example\nSubject: Lamp {number}\nMessage-ID: <{number}@x.example>\n\nHello {number}\n"
        (directory / f"{number:03}.eml").write_text(text)
    return [directory]


# ---------------------------------------------------------------------- nothing of SQL on the window's thread


def test_nothing_a_window_asks_of_a_desk_runs_sql_on_its_thread(box: Mailbox) -> None:
    desk, here = box.desk, threading.get_ident()
    where: set[int] = set()
    for engine in (desk._database.writer, desk._database.reader):
        event.listen(engine, "before_cursor_execute", lambda *_: where.add(threading.get_ident()))
    desk.forbid_sql_here()
    _everything_a_window_does(box)
    assert where, "SQL did run"
    assert here not in where
    assert box.troubles == []
    desk._database.forbid(lambda: False)


def _everything_a_window_does(box: Mailbox) -> None:
    desk = box.desk
    ticket, *commands = new_ticket(desk)
    counts: list[Any] = []
    watch = desk.watch(Counts(), lambda counted, _: counts.append(counted))
    assert box.answer_of(desk.do, *commands).done
    files: list[Any] = []
    desk.add_bytes("a.png", "image/png", b"picture", files.append)
    box.until(lambda: files)
    reply = Reply(ticket=ticket, message=desk.clock.new_id(), body_html="<p>Yes</p>", files=tuple(files))
    held = box.answer_of(desk.do, reply, hold=HOLD, clears=(ticket, "reply"))
    assert held.done
    desk.hold_until(held.ids, desk.clock.now() + HOLD)
    assert box.answer_of(desk.undo, held.ids[0]).command == reply
    assert box.answer_of(desk.save_draft, Draft(key=ticket, kind="reply", body="Half")) is None
    desk.drop_draft(ticket, "reply")
    desk.mark([ticket])
    desk.forget_returned(desk.clock.new_id())
    desk.settle(everything=True)
    desk.rest()
    listings: list[Any] = []
    desk.ask(TicketIds("support.all"), listings.append)
    box.until(lambda: listings and counts and counts[-1]["support.all"] == 1)
    watch.close()


def test_a_look_on_the_window_s_thread_is_a_bug_that_shows(box: Mailbox) -> None:
    box.desk.forbid_sql_here()
    with pytest.raises(AssertionError, match="thread of the window"):
        box.desk.look(Counts())
    box.desk._database.forbid(lambda: False)


# ---------------------------------------------------------------------- long work beside short work


class Gate(Importer):
    """An import that stops in the middle of its letters until it is let on."""

    def __init__(self, desk: Desk, at: int) -> None:
        super().__init__(desk, "desk")
        self._at = at
        self.there, self.go_on = threading.Event(), threading.Event()

    def _take(self, found: Any) -> None:
        if self.report.files == self._at:
            self.there.set()
            assert self.go_on.wait(LONGEST)
        super()._take(found)


def test_while_an_import_runs_files_and_preferences_and_replies_do_not_wait(box: Mailbox, tmp_path: Path) -> None:
    desk, reports = box.desk, []  # type: ignore[var-annotated]
    paths, gate = letters(tmp_path / "mail", 4), Gate(box.desk, at=2)
    desk.long_job(lambda: gate.run(paths), reports.append, pytest.fail)
    assert gate.there.wait(LONGEST)
    told: list[Any] = []
    desk.add_bytes("a.png", "image/png", b"picture", told.append)
    desk.job(lambda: "a preference", told.append, pytest.fail)
    box.until(lambda: len(told) == 2)
    assert isinstance(told[0], FileRef)
    assert told[1] == "a preference"
    assert box.answer_of(desk.do, *new_ticket(desk)[1:]).done
    assert reports == [], "the import still stands in its middle"
    gate.go_on.set()
    box.until(lambda: reports)
    assert (reports[0].messages, reports[0].stopped) == (4, False)


def test_an_import_that_is_stopped_goes_on_where_it_was(box: Mailbox, tmp_path: Path) -> None:
    paths, stop = letters(tmp_path / "mail", 6), threading.Event()
    reports: list[Report] = []
    gate = Gate(box.desk, at=2)
    box.desk.long_job(lambda: gate.run(paths, stop=stop.is_set), reports.append, pytest.fail)
    assert gate.there.wait(LONGEST)
    stop.set()
    gate.go_on.set()
    box.until(lambda: reports)
    assert (reports[0].stopped, reports[0].messages) == (True, 3), "the letter at hand is taken whole"
    again = Importer(box.desk, "desk")
    box.desk.long_job(lambda: again.run(paths), reports.append, pytest.fail)
    box.until(lambda: len(reports) == 2)
    assert (reports[1].stopped, reports[1].messages, reports[1].duplicates) == (False, 3, 3)
    assert box.desk.look(Counts())["support.all"] == 6


def test_two_imports_take_turns(box: Mailbox, tmp_path: Path) -> None:
    reports: list[Report] = []
    for name in ("one", "two"):
        paths = letters(tmp_path / name, 3)
        box.desk.long_job(lambda paths=paths: Importer(box.desk, "desk").run(paths), reports.append, pytest.fail)  # type: ignore[misc]
    box.until(lambda: len(reports) == 2)
    assert [report.messages for report in reports] == [3, 0]
    assert reports[1].duplicates == 3


# ---------------------------------------------------------------------- the end


def test_closing_ends_an_import_after_the_letter_at_hand(tmp_path: Path) -> None:
    box, reports = Mailbox(tmp_path / "desk"), []  # type: ignore[var-annotated]
    paths, gate = letters(tmp_path / "mail", 20), Gate(box.desk, at=2)
    box.desk.long_job(lambda: gate.run(paths), reports.append, pytest.fail)
    assert gate.there.wait(LONGEST)
    closing = threading.Thread(target=box.desk.close)
    closing.start()
    while not box.desk.closing:
        threading.Event().wait(0.001)
    gate.go_on.set()
    closing.join(LONGEST)
    box.until(lambda: reports)
    assert (reports[0].stopped, reports[0].messages) == (True, 3)
    again = open_desk(tmp_path / "desk")
    assert again.notices == []
    assert again.look(Counts())["support.all"] == 3
    again.close()


def test_what_was_given_before_closing_is_done(tmp_path: Path) -> None:
    """Nobody waits for an answer: the desk is closed in the middle of all that was asked of it."""
    desk = open_desk(tmp_path / "desk")
    tickets = [new_ticket(desk) for _ in range(20)]
    for ticket, *commands in tickets:
        desk.do(*commands)
        desk.do(Reply(ticket=ticket, message=desk.clock.new_id(), body_html="<p>Held</p>"), hold=HOLD)
        desk.save_draft(Draft(key=ticket, kind="note", body="Half"))
        desk.add_bytes("a.txt", "text/plain", ticket.encode(), lambda _: None)
    desk.close()
    again = open_desk(tmp_path / "desk")
    answer_of(again._lanes.store, lambda: None)
    assert again.notices == []
    assert again.look(Counts())["support.all"] == 20
    assert again.look(Outbox()) == ()
    for ticket, *_ in tickets:
        assert again.look(Detail(ticket)).messages == 3  # type: ignore[union-attr]
        assert again.look(DraftOf(ticket, "note")) is not None
    assert len([path for path in again.blobs.directory.rglob("*") if path.is_file()]) == 20
    again.close()


def test_a_desk_closed_on_any_thread_can_be_opened_at_once(tmp_path: Path) -> None:
    for _ in range(3):
        desk = open_desk(tmp_path / "desk")
        closing = threading.Thread(target=desk.close)
        closing.start()
        closing.join(LONGEST)
        assert not closing.is_alive()


def test_no_thread_outlives_its_desk(tmp_path: Path) -> None:
    before = set(threading.enumerate())
    desk = open_desk(tmp_path / "desk")
    assert {thread.name for thread in set(threading.enumerate()) - before} == {"store", "reader", "jobs", "imports"}
    desk.close()
    assert set(threading.enumerate()) == before


# ---------------------------------------------------------------------- many at once


def test_many_threads_may_give_commands_at_the_same_time(box: Mailbox) -> None:
    desk = box.desk
    ticket, *commands = new_ticket(desk)
    assert box.answer_of(desk.do, *commands).done
    outcomes: list[Any] = []

    def write(number: int) -> None:
        note = AddNote(ticket=ticket, message=desk.clock.new_id(), body_html=f"<p>{number}</p>")
        outcomes.append(desk.play([desk.envelope(note)]))

    threads = [threading.Thread(target=write, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(LONGEST)
    assert [outcome.done for outcome in outcomes] == [True] * 8


# ---------------------------------------------------------------------- lanes


@pytest.fixture
def lane() -> Iterator[Worker]:
    worker = Worker("lane")
    yield worker
    worker.stop()


def test_jobs_run_one_after_the_other_in_their_order(lane: Worker) -> None:
    ran: list[int] = []
    for number in range(100):
        lane.put(lambda number=number: ran.append(number))  # type: ignore[misc]
    answer_of(lane, lambda: None)
    assert ran == list(range(100))


def test_a_job_that_fails_does_not_end_its_lane(lane: Worker, caplog: pytest.LogCaptureFixture) -> None:
    lane.put(lambda: 1 // 0)  # type: ignore[arg-type,return-value]
    assert answer_of(lane, lambda: "alive") == "alive"
    assert "a job failed" in caplog.text


def test_who_waits_for_an_answer_is_told_the_failure(lane: Worker) -> None:
    with pytest.raises(ZeroDivisionError):
        answer_of(lane, lambda: 1 // 0)


def test_a_job_that_could_go_on_for_long_hears_of_who_waits(lane: Worker) -> None:
    heard: list[bool] = []

    def long() -> None:
        heard.append(lane.awaited())
        lane.put(lambda: heard.append(lane.awaited()))
        heard.append(lane.awaited())

    answer_of(lane, long)
    answer_of(lane, lambda: None)
    assert heard[:2] == [False, True]


def test_delayed_jobs_come_in_the_order_of_their_times(lane: Worker) -> None:
    ran: list[str] = []
    done = threading.Event()
    lane.later(0.06, done.set)
    lane.later(0.03, lambda: ran.append("second"))
    lane.later(0.0, lambda: ran.append("first"))
    assert done.wait(LONGEST)
    assert ran == ["first", "second"]


def test_idle_work_is_done_when_nothing_else_is(lane: Worker) -> None:
    waiting, done = [3, 2, 1], threading.Event()

    def idle() -> bool:
        waiting.pop()
        if not waiting:
            done.set()
        return bool(waiting)

    lane.on_idle(idle)
    assert done.wait(LONGEST)
    assert waiting == []


def test_idle_work_waits_for_the_jobs_of_a_moment_but_not_for_ever(lane: Worker) -> None:
    """Whoever gives jobs without a pause would keep it away."""
    idled = threading.Event()

    def again() -> None:
        if not idled.is_set():
            lane.later(0.01, again)

    def idle() -> bool:
        idled.set()
        return False

    lane.on_idle(idle)
    lane.put(again)
    assert idled.wait(LONGEST)


def test_idle_work_that_fails_is_tried_again_after_the_next_job(lane: Worker, caplog: pytest.LogCaptureFixture) -> None:
    tried: list[int] = []
    failed, again = threading.Event(), threading.Event()

    def idle() -> bool:
        tried.append(1)
        (again if len(tried) > 1 else failed).set()
        raise OSError

    lane.on_idle(idle)
    assert failed.wait(LONGEST)
    lane.put(lambda: None)
    assert again.wait(LONGEST)
    assert "idle work failed" in caplog.text
