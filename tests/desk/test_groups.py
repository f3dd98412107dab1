"""Lists in groups: each group in one piece, and a changed ticket told with the group it stands in."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from itertools import accumulate
from pathlib import Path

import pytest

from agentdesk.desk.queries.groups import GroupedIds
from agentdesk.desk.queries.rows import Group
from agentdesk.desk.queries.tickets import ListDelta, Listing, TicketIds, TicketRows, TicketRowsById
from agentdesk.domain.commands import SetPriority
from agentdesk.domain.values import Priority
from tests.builders import NOON
from tests.desk.stage import Stage, stepped

DAY = 24 * 3_600_000


@pytest.fixture
def stage(tmp_path: Path) -> Iterator[Stage]:
    """On three days seven tickets: some in work, some answered, some that nobody has."""
    made = stepped(tmp_path / "desk")
    for number in range(7):
        made.clock.at = NOON - (number % 3) * DAY + number * 60_000
        ticket = made.ticket(f"Ticket {number}", handled=number % 2 == 0)
        if number == 4:
            made.reply(ticket)
        if number in (0, 3):
            made.do(SetPriority(ticket=ticket, priority=Priority.CRITICAL))
    made.clock.at = NOON + 3_600_000
    yield made
    made.desk.close()


def pieces(stage: Stage, listing: Listing) -> dict[Group, list[int]]:
    ends = list(accumulate(count for _, count in listing.groups))
    starts = [0, *ends]
    return {
        group: list(listing.ids[start:end])
        for (group, _), start, end in zip(listing.groups, starts, ends, strict=False)
    }


@pytest.mark.parametrize("sort", ["", "urgency", "waiting", "activity", "newest", "oldest"])
@pytest.mark.parametrize("by", ["day", "status", "owner"])
@pytest.mark.parametrize("queue", ["support.all", "support.pending", "support.mine"])
def test_groups_are_the_same_tickets_each_in_one_piece_and_in_the_order_of_the_list(
    stage: Stage, queue: str, by: str, sort: str
) -> None:
    query = GroupedIds(queue, (), sort, by)
    listing = stage.desk.look(query)
    plain = stage.desk.look(TicketIds(queue, (), query.order))
    rows = stage.desk.look(TicketRows(tuple(listing.ids)))
    found = pieces(stage, listing)
    assert sorted(listing.ids) == sorted(plain.ids)
    assert list(found) == sorted(found)
    for numbers in found.values():
        told = {(rows[n].kind if by == "status" else rows[n].handler) for n in numbers}
        assert by == "day" or len(told) == 1
        assert numbers == [n for n in plain.ids if n in numbers]
    assert listing.total == sum(count for _, count in listing.groups)


def test_days_are_those_of_the_date_the_list_is_ordered_by(stage: Stage) -> None:
    days = [datetime.fromtimestamp((NOON - back * DAY) / 1000).date().isoformat() for back in range(3)]  # noqa: DTZ006
    newest = stage.desk.look(GroupedIds("support.all", (), "newest", "day"))
    assert [group.name for group, _ in newest.groups] == days
    assert [count for _, count in newest.groups] == [3, 2, 2]
    oldest = stage.desk.look(GroupedIds("support.all", (), "oldest", "day"))
    assert [group.name for group, _ in oldest.groups] == days[::-1]


def test_the_first_page_of_a_group_says_that_more_is_to_come(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("agentdesk.desk.queries.groups.FIRST_PAGE", 3)
    query = GroupedIds("support.all", (), "activity", "owner")
    with stage.desk._looking() as view:
        opening = query.first(view)
    whole = stage.desk.look(query)
    assert list(opening.ids) == list(whole.ids[:3])
    assert (opening.total, opening.whole) == (7, False)


@pytest.mark.parametrize("by", ["day", "status", "owner"])
def test_a_changed_ticket_is_told_with_its_group(stage: Stage, by: str) -> None:
    query = GroupedIds("support.all", (), "activity", by)
    answers: list[Listing | ListDelta] = []
    stage.desk.watch(query, lambda answer, _: answers.append(answer))
    ticket = stage.ticket("Fresh")
    stage.reply(ticket)
    delta = answers[-1]
    assert isinstance(delta, ListDelta)
    listing = stage.desk.look(query)
    number = stage.desk.look(TicketRowsById((ticket,)))[ticket].n
    group = next(group for group, numbers in pieces(stage, listing).items() if number in numbers)
    assert delta.groups == (group,)
    assert delta.changes == ((number, listing.keys[list(listing.ids).index(number)], True),)


def test_filters_narrow_the_groups(stage: Stage) -> None:
    grouped = GroupedIds("support.all", (), "", "owner")
    nobody = stage.desk.look(replace(grouped, filters=("handler=nobody",)))
    assert [(group.name, count) for group, count in nobody.groups] == [("", 3)]
