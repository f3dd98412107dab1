"""A page comes in slice by slice, in as few transactions as those who wait for the lane allow."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial

import pytest
from sqlalchemy import Connection, text

from agentdesk.domain.entities import Person
from agentdesk.records.rows import plain
from agentdesk.store import absorb, intake, pace
from agentdesk.store.base import Changed
from agentdesk.store.checked import checked
from agentdesk.store.columns import BadRows
from agentdesk.store.slices import Part
from agentdesk.wire import Documents, PullReply, Rows
from tests.builders import NOON, an_id
from tests.sync.stage import EPOCH, Stage

PEOPLE, A_SLICE = 80, 20
TURN = 7
"""Ticks that a slice takes."""


@dataclass
class Lane:
    """Counts what a page took. Somebody waits after those slices, counted from 1; a slice takes a while."""

    stage: Stage
    waits_after: frozenset[int] = frozenset()
    taken: list[int] = field(default_factory=list)
    """After each transaction how many people are here."""
    slices: int = 0

    def transact(self, work: Callable[[Connection], tuple[object, Changed]], *, bulk: bool = False) -> object:
        assert bulk
        result = self.stage.transact(work, bulk=bulk)
        self.taken.append(people(self.stage))
        return result

    def awaited(self) -> bool:
        return self.slices in self.waits_after


@pytest.fixture
def stage(monkeypatch: pytest.MonkeyPatch) -> Stage:
    monkeypatch.setattr(pace, "LEAST", 4 * A_SLICE)
    monkeypatch.setattr(intake, "LONGEST", 100 * TURN)
    return Stage()


def people(stage: Stage) -> int:
    with stage.db.connect() as connection:
        return connection.execute(text("SELECT count(*) FROM person WHERE user_name LIKE 'new%'")).scalar_one()


def a_page(bad: int | None = None, rev: object = 0, first: int = 0, cursor: str = "on") -> PullReply:
    """Of people; one of them may be such as cannot be: SQLite has no room for a `rev` of 64 bits."""
    numbers = range(first, first + PEOPLE)
    some = [Person(id=an_id(3_000 + n), user_name=f"new{n}", name=f"New {n}", rev=4) for n in numbers]
    rows = [list(plain(one).values()) for one in some]
    columns = list(plain(some[0]))
    if bad is not None:
        rows[bad][columns.index("rev")] = rev
    documents = Documents(tables={"person": Rows(columns=columns, rows=rows)})
    return PullReply(server_time=NOON, epoch=EPOCH, cursor=cursor, documents=documents)


def take_in(lane: Lane, *pages: PullReply) -> None:
    """Each where the one before has ended."""
    stage = lane.stage

    def take(asked: str, page: PullReply, connection: Connection, part: Part) -> Changed:
        lane.slices += 1
        stage.ticks += TURN
        return absorb.pull(connection, asked, page, part, NOON)

    asked = ["here", *(page.cursor for page in pages)]
    coming = [(checked(page.documents), partial(take, place, page)) for place, page in zip(asked, pages, strict=False)]
    intake.Intake(lane.transact, lambda: stage.ticks, lane.awaited).take_in(coming)  # type: ignore[arg-type]


def test_a_page_for_which_nobody_waits_is_one_transaction(stage: Stage) -> None:
    lane = Lane(stage)
    take_in(lane, a_page())
    assert lane.taken == [PEOPLE]
    assert lane.slices == PEOPLE // A_SLICE
    assert stage.exchange.state().cursor == "on"


@pytest.mark.parametrize(("waits_after", "taken"), [(set(), [160]), ({4}, [80, 160]), ({5}, [100, 160])])
def test_pages_that_follow_each_other_are_one_transaction_until_somebody_waits(
    waits_after: set[int], taken: list[int], stage: Stage
) -> None:
    lane = Lane(stage, frozenset(waits_after))
    take_in(lane, a_page(cursor="between"), a_page(first=PEOPLE))
    assert lane.taken == taken
    assert stage.exchange.state().cursor == "on"


@pytest.mark.parametrize(
    ("waits_after", "taken"),
    [({1}, [20, 80]), ({2, 3}, [40, 60, 80]), ({1, 2, 3, 4}, [20, 40, 60, 80])],
)
def test_who_waits_gets_the_lane_after_the_slice_that_is_under_way(
    waits_after: set[int], taken: list[int], stage: Stage
) -> None:
    lane = Lane(stage, frozenset(waits_after))
    take_in(lane, a_page())
    assert lane.taken == taken
    assert stage.exchange.state().cursor == "on"


def test_what_takes_long_is_seen_before_its_end(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(intake, "LONGEST", 2 * TURN)
    lane = Lane(stage)
    take_in(lane, a_page())
    assert lane.taken == [40, 80]


def test_the_place_moves_with_the_last_slice_and_not_before(stage: Stage) -> None:
    lane = Lane(stage, frozenset({1, 2, 3}))
    places: list[str] = []
    lane.transact = _noting(lane, places)  # type: ignore[method-assign]
    take_in(lane, a_page())
    assert places == ["here", "here", "here", "on"]


def _noting(lane: Lane, places: list[str]) -> Callable[..., object]:
    transact = lane.transact

    def noted(work: Callable[[Connection], tuple[object, Changed]], *, bulk: bool = False) -> object:
        result = transact(work, bulk=bulk)
        places.append(lane.stage.exchange.state().cursor)
        return result

    return noted


@pytest.mark.parametrize(("waits_after", "kept"), [((), 0), ((1,), 20), ((1, 2), 40)])
def test_a_page_that_breaks_off_keeps_what_was_ended_and_comes_whole_again(
    waits_after: tuple[int, ...], kept: int, stage: Stage
) -> None:
    lane = Lane(stage, frozenset(waits_after))
    with pytest.raises(BadRows):
        take_in(lane, a_page(bad=50, rev=1 << 63))
    assert (people(stage), stage.exchange.state().cursor) == (kept, "here")
    take_in(Lane(stage), a_page())
    assert (people(stage), stage.exchange.state().cursor) == (PEOPLE, "on")


def test_of_a_page_with_a_row_that_cannot_be_nothing_comes_in(stage: Stage) -> None:
    lane = Lane(stage, frozenset({1, 2}))
    with pytest.raises(BadRows):
        take_in(lane, a_page(bad=50, rev="late"))
    assert (people(stage), lane.taken) == (0, [])
