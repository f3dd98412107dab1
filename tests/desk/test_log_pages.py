"""The operation log page by page: narrowed by days, by what was done and by whom, and what each entry was about."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from agentdesk.clock import SetClock
from agentdesk.desk.queries.base import NotAllowed
from agentdesk.desk.queries.log import LogPage, LogTotal
from agentdesk.domain.commands import SetDelegate
from tests.builders import ADMIN, NOAH, NOON, SECOND
from tests.chains import LEAD, Office, an_office
from tests.desk.served import ServedStage


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    with an_office(tmp_path) as made:
        made.sets_up(LEAD)
        for number in range(12):
            made.asks(f"db-{number}")
        yield made


@pytest.mark.rule("CP-27")
def test_a_page_has_twenty_entries_and_the_next_one_goes_on_behind_it(office: Office) -> None:
    first = office.desk.look(LogPage())
    second = office.desk.look(LogPage(before=first[-1].id))
    assert (len(first), first[0].at > first[-1].at > second[0].at) == (20, True)
    assert office.desk.look(LogTotal(LogPage())) > 20


def test_entries_are_narrowed_by_what_was_done_and_by_whom(office: Office) -> None:
    page = LogPage(command="apply", actor=office.ids["ravi"], limit=5)
    assert [(row.command, row.actor_name) for row in office.desk.look(page)] == [("apply", "Ravi Desai")] * 5
    assert office.desk.look(LogTotal(page)) == 12
    assert office.desk.look(LogTotal(LogPage(actor=office.ids["mara"]))) == 0


@pytest.mark.rule("CP-29")
def test_both_ends_of_a_time_are_kept_to(office: Office) -> None:
    rows = office.desk.look(LogPage(limit=50))
    page = LogPage(start=rows[5].at, end=rows[2].at, limit=50)
    assert [row.id for row in office.desk.look(page)] == [row.id for row in rows[3:6]]
    assert office.desk.look(LogTotal(page)) == 3


def test_an_entry_says_what_it_was_about_as_that_is_called_now(office: Office) -> None:
    (made, *_) = office.desk.look(LogPage(command="apply"))
    assert (made.root_kind, made.number, made.kind) == (
        "request",
        office.seen("db-11", "ravi").row.number,
        "host_create",
    )
    (changed, *_) = office.desk.look(LogPage(command="save_process"))
    assert (changed.root_kind, changed.kind) == ("process", "host_create")
    (person, *_) = office.desk.look(LogPage(command="save_person"))
    assert person.name == "Katrin Sommer"


def test_a_delegation_is_called_by_whom_it_was_given_to(office: Office) -> None:
    delegate = office.ids["ravi"]
    office.give(SetDelegate(delegation=office.desk.clock.new_id(), delegate=delegate, begins=0, ends=1 << 45))
    assert office.desk.look(LogPage(limit=1))[0].name == "Ravi Desai"


def test_only_administrators_count_the_log(office: Office) -> None:
    office.desk.person = office.ids["mara"]
    with pytest.raises(NotAllowed):
        office.desk.look(LogTotal(LogPage()))


@pytest.mark.rule("CP-27")
def test_a_desk_that_catches_up_shows_entries_in_the_order_of_time(tmp_path: Path) -> None:
    stage = ServedStage(tmp_path / "desk", SetClock(NOON), person=ADMIN)
    first, second = (stage.world.filed(NOAH) for _ in range(2))
    for ticket in (first, second, first, second):
        stage.world.now += SECOND
        stage.world.done(stage.world.reply(ticket), NOAH)
    stage.join()
    page = stage.desk.look(LogPage(limit=50))
    times = [row.at for row in page]
    assert times == sorted(times, reverse=True)
    assert [row.root for row in page if row.command == "reply"] == [second, first, second, first]
    rest = stage.desk.look(LogPage(before=page[2].id, limit=50))
    assert [row.id for row in rest] == [row.id for row in page[3:]]
    stage.close()
