"""Live queries: who is woken, with what, how often, and who stays silent."""

import logging
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, ClassVar

import pytest

from agentdesk.desk import Draft
from agentdesk.desk.queries.base import View
from agentdesk.desk.queries.counts import Counts
from agentdesk.desk.queries.detail import Detail
from agentdesk.desk.queries.library import DraftOf
from agentdesk.desk.queries.tickets import FEW, FIRST_PAGE, ListDelta, Listing, TicketIds, TicketRowsById
from agentdesk.desk.watch import MANY, Watch
from agentdesk.desk.worker import Job
from agentdesk.domain.commands import AssignRole, SetPriority
from agentdesk.domain.values import Id, Priority, Role, ScopeKind
from agentdesk.store.errors import DeskError
from tests.builders import MARA
from tests.desk.stage import Stage, stepped

ALL = TicketIds("support.all")


@pytest.fixture
def stage(tmp_path: Path) -> Iterator[Stage]:
    stage = stepped(tmp_path / "desk")
    yield stage
    stage.desk.close()


@pytest.fixture
def paced(tmp_path: Path) -> Iterator[Stage]:
    """A desk that answers a watch only once between two steps of the clock of its lane."""
    stage = stepped(tmp_path / "desk", pause=1.0)
    yield stage
    stage.desk.close()


def watch(stage: Stage, query: Any) -> tuple[Watch[Any], list[Any]]:
    answers: list[Any] = []
    return stage.desk.watch(query, lambda result, changed: answers.append((result, changed))), answers


def number_of(stage: Stage, ticket: Id) -> int:
    rows = stage.desk.look(Detail(ticket))
    assert rows is not None
    return rows.row.n


def test_a_watch_is_answered_when_it_begins_and_after_each_change(stage: Stage) -> None:
    ticket = stage.ticket()
    _, answers = watch(stage, Detail(ticket))
    assert [result.row.priority for result, _ in answers] == [Priority.NONE]
    stage.do(SetPriority(ticket=ticket, priority=Priority.FATAL))
    assert [result.row.priority for result, _ in answers] == [Priority.NONE, Priority.FATAL]


def test_a_list_is_told_the_changed_rows_alone(stage: Stage) -> None:
    first = stage.ticket("First")
    _, answers = watch(stage, TicketIds("support.pending"))
    second = stage.ticket("Second")
    listing, delta = answers[0][0], answers[-1][0]
    assert isinstance(listing, Listing)
    assert list(listing.ids) == [number_of(stage, first)]
    assert isinstance(delta, ListDelta)
    assert [(n, present) for n, _, present in delta.changes] == [(number_of(stage, second), True)]
    assert delta.total == 2


def test_a_changed_row_comes_along_with_its_place_in_the_list(stage: Stage) -> None:
    ticket = stage.ticket()
    _, answers = watch(stage, ALL)
    stage.do(SetPriority(ticket=ticket, priority=Priority.FATAL))
    assert [(row.id, row.priority) for row in answers[-1][0].rows] == [(ticket, Priority.FATAL)]


def test_of_many_changed_rows_none_comes_along(stage: Stage) -> None:
    tickets = [stage.ticket(handled=False) for _ in range(FEW + 1)]
    _, answers = watch(stage, ALL)
    stage.do(*(SetPriority(ticket=ticket, priority=Priority.FATAL) for ticket in tickets))
    delta = answers[-1][0]
    assert (len(delta.changes), delta.rows) == (FEW + 1, ())


def test_lists_answer_before_what_is_read_whole(stage: Stage) -> None:
    ticket = stage.ticket()
    told: list[str] = []
    stage.desk.watch(Detail(ticket), lambda *_: told.append("detail"))
    stage.desk.watch(ALL, lambda *_: told.append("list"))
    stage.do(SetPriority(ticket=ticket, priority=Priority.FATAL))
    assert told == ["detail", "list", "list", "detail"]


def test_what_is_read_whole_waits_until_the_window_has_painted_the_lists(stage: Stage) -> None:
    """It paints between two rounds of what is posted to it."""
    ticket = stage.ticket()
    told: list[str] = []
    stage.desk.watch(Detail(ticket), lambda *_: told.append("detail"))
    stage.desk.watch(ALL, lambda *_: told.append("list"))
    posted: list[Job] = []
    stage.desk.post = posted.append
    stage.desk.do(SetPriority(ticket=ticket, priority=Priority.FATAL))
    stage.desk.ask(TicketRowsById((ticket,)), lambda _: told.append("patient"), patient=True)
    rounds: list[list[str]] = []
    while posted:
        jobs = posted[:]
        posted.clear()
        told.clear()
        for job in jobs:
            job()
        rounds.append(told[:])
    assert rounds == [["list"], [], ["detail", "patient"]]


def test_a_row_that_leaves_a_list_is_told_as_absent(stage: Stage) -> None:
    ticket = stage.ticket()
    _, answers = watch(stage, TicketIds("support.pending"))
    stage.reply(ticket)
    delta = answers[-1][0]
    assert delta.changes == ((number_of(stage, ticket), 0, False),)
    assert delta.total == 0


def test_a_change_of_rights_calls_for_the_whole_list(stage: Stage) -> None:
    stage.ticket()
    _, answers = watch(stage, ALL)
    stage.do(AssignRole(person=stage.desk.person, role=Role.HANDLER, scope_kind=ScopeKind.SOURCE, scope_id="desk"))
    assert isinstance(answers[-1][0], Listing)


def test_so_many_changes_call_for_the_whole_list(paced: Stage) -> None:
    _, answers = watch(paced, ALL)
    paced.ticket()  # answered at once; what follows waits
    told = frozenset(("ticket", paced.desk.clock.new_id()) for _ in range(MANY + 1))
    paced.desk._watches.changed(told)
    paced.store.run_later()
    assert [type(result) for result, _ in answers] == [Listing, ListDelta, Listing]


def test_a_long_list_comes_as_its_first_page_and_then_whole(stage: Stage) -> None:
    for _ in range(FIRST_PAGE + 1):
        stage.ticket(handled=False)
    _, answers = watch(stage, ALL)
    assert [(len(result.ids), result.total) for result, _ in answers] == [
        (FIRST_PAGE, FIRST_PAGE + 1),
        (FIRST_PAGE + 1, FIRST_PAGE + 1),
    ]


def test_what_changes_while_a_long_list_is_read_is_answered_after_it(stage: Stage) -> None:
    tickets = [stage.ticket(handled=False) for _ in range(FIRST_PAGE + 1)]
    seen: list[list[type]] = []
    answers: list[Any] = []

    def meanwhile() -> None:
        """On the lane that reads the rest of the list, so the rest has to wait."""
        answers.append(watch(stage, ALL)[1])
        stage.do(SetPriority(ticket=tickets[0], priority=Priority.FATAL))
        seen.append([type(result) for result, _ in answers[0]])

    stage.desk.job(meanwhile, lambda _: None, lambda error: pytest.fail(str(error)))
    assert seen == [[Listing]]
    assert [type(result) for result, _ in answers[0]] == [Listing, Listing, ListDelta]


def test_what_concerns_another_ticket_wakes_nobody(stage: Stage) -> None:
    mine, other = stage.ticket(), stage.ticket()
    _, answers = watch(stage, Detail(mine))
    stage.do(SetPriority(ticket=other, priority=Priority.FATAL))
    assert len(answers) == 1


def test_what_a_query_does_not_name_wakes_nobody(stage: Stage) -> None:
    ticket = stage.ticket()
    _, answers = watch(stage, ALL)
    stage.desk.save_draft(Draft(key=ticket, kind="reply", body="Half"))
    assert len(answers) == 1


def test_a_refused_command_wakes_nobody(stage: Stage) -> None:
    urgent, nowhere = (SetPriority(ticket=id, priority=Priority.FATAL) for id in (stage.ticket(), MARA))
    _, answers = watch(stage, ALL)
    assert not stage.do(nowhere).done
    assert not stage.do(urgent, nowhere).done
    assert len(answers) == 1


def test_the_first_change_is_answered_at_once_and_the_rest_together(paced: Stage) -> None:
    ticket = paced.ticket()
    _, answers = watch(paced, Detail(ticket))
    for priority in (Priority.MINOR, Priority.CRITICAL, Priority.FATAL):
        paced.do(SetPriority(ticket=ticket, priority=priority))
    assert [result.row.priority for result, _ in answers] == [Priority.NONE, Priority.MINOR]
    paced.store.run_later()
    assert [result.row.priority for result, _ in answers] == [Priority.NONE, Priority.MINOR, Priority.FATAL]


def test_changes_of_a_pause_are_rechecked_together(paced: Stage) -> None:
    tickets = [paced.ticket() for _ in range(3)]
    _, answers = watch(paced, ALL)
    for ticket in tickets:
        paced.do(SetPriority(ticket=ticket, priority=Priority.FATAL))
    paced.store.run_later()
    assert [changed for _, changed in answers] == [frozenset(), {tickets[0]}, {tickets[1], tickets[2]}]
    assert len(answers[-1][0].changes) == 2


def test_a_pause_without_changes_answers_nothing(paced: Stage) -> None:
    ticket = paced.ticket()
    _, answers = watch(paced, Detail(ticket))
    paced.do(SetPriority(ticket=ticket, priority=Priority.MINOR))
    paced.store.run_later()
    assert len(answers) == 2
    paced.do(SetPriority(ticket=ticket, priority=Priority.CRITICAL))
    assert len(answers) == 3, "after the pause the next change is the first again"


def test_a_closed_watch_is_silent(stage: Stage) -> None:
    ticket = stage.ticket()
    watched, answers = watch(stage, Detail(ticket))
    watched.close()
    stage.do(SetPriority(ticket=ticket, priority=Priority.FATAL))
    assert len(answers) == 1


def test_an_answer_on_its_way_to_a_watch_that_closes_is_dropped(stage: Stage) -> None:
    ticket = stage.ticket()
    posted: list[Any] = []
    stage.desk.post = posted.append
    watched, answers = watch(stage, Detail(ticket))
    assert len(posted) == 1
    watched.close()
    posted[0]()
    assert answers == []


def test_a_change_that_was_waiting_for_a_watch_that_closes_is_dropped(paced: Stage) -> None:
    ticket = paced.ticket()
    watched, answers = watch(paced, Detail(ticket))
    paced.do(SetPriority(ticket=ticket, priority=Priority.MINOR))
    paced.do(SetPriority(ticket=ticket, priority=Priority.CRITICAL))
    watched.close()
    paced.store.run_later()
    assert len(answers) == 2


def test_of_two_watches_of_one_pane_the_last_one_wins(stage: Stage) -> None:
    """A pane closes what it watched and watches something else: whatever comes late is the new one's."""
    first, second = stage.ticket("First"), stage.ticket("Second")
    posted: list[Any] = []
    shown: list[str] = []
    stage.desk.post = posted.append
    old = stage.desk.watch(Detail(first), lambda detail, _: shown.append(detail.row.subject))
    stage.desk.do(SetPriority(ticket=first, priority=Priority.CRITICAL))
    assert len(posted) == 2
    old.close()
    stage.desk.watch(Detail(second), lambda detail, _: shown.append(detail.row.subject))
    for job in posted:
        job()
    assert shown == ["Second"]


def test_what_is_asked_before_the_window_listens_is_kept_in_order(tmp_path: Path) -> None:
    stage = stepped(tmp_path / "desk")
    ticket = stage.ticket()
    stage.desk._outlet._post = None
    _, answers = watch(stage, Detail(ticket))
    stage.desk.do(SetPriority(ticket=ticket, priority=Priority.FATAL))
    assert answers == []
    stage.desk.post = lambda job: job()
    assert [result.row.priority for result, _ in answers] == [Priority.NONE, Priority.FATAL]
    stage.desk.close()


@dataclass(frozen=True)
class Broken:
    """A question that cannot be answered."""

    error: Exception
    topics: ClassVar[frozenset[str]] = frozenset({"ticket"})

    def run(self, view: View) -> None:
        raise self.error


def test_a_disk_that_fails_a_watch_is_told(stage: Stage) -> None:
    troubles: list[DeskError] = []
    stage.desk.trouble = troubles.append
    watch(stage, Broken(DeskError("disk-error")))
    assert [error.code for error in troubles] == ["disk-error"]


def test_a_watch_that_fails_is_logged_and_the_others_go_on(stage: Stage, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.ERROR, "agentdesk"):
        watch(stage, Broken(ZeroDivisionError()))
    assert "a watch failed" in caplog.text
    _, answers = watch(stage, Counts())
    stage.ticket()
    assert answers[-1][0]["support.all"] == 1


def test_drafts_are_followed_too(stage: Stage) -> None:
    ticket = stage.ticket()
    _, answers = watch(stage, DraftOf(ticket, "reply"))
    stage.desk.save_draft(Draft(key=ticket, kind="reply", body="Half a sentence"))
    stage.desk.drop_draft(ticket, "reply")
    assert [draft and draft.body for draft, _ in answers] == [None, "Half a sentence", None]
