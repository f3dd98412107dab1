"""Many pages in a row go through a carrier: what it is asked, the turns it is lent, and how it may end."""

import multiprocessing
import pickle
import threading
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass, field
from functools import partial
from multiprocessing.connection import Connection as Pipe
from pathlib import Path
from typing import Any

import pytest

from agentdesk.clock import SetClock
from agentdesk.desk import Desk, Draft, carrier, carrying
from agentdesk.desk.carrier import Reach, carry
from agentdesk.desk.carrying import Carriage, Running, Way
from agentdesk.desk.queries.search import Search
from agentdesk.desk.queries.tickets import TicketIds
from agentdesk.store import absorb, counters, pace
from agentdesk.store.database import Database
from agentdesk.store.errors import DeskError
from agentdesk.sync.session import SignedIn
from agentdesk.sync.transport import Busy, LoopbackTransport, SignInNeeded, Transport, TransportError, Unreachable
from agentdesk.wire import BootstrapPage, BootstrapRequest, PullReply, ScopeChange
from tests.builders import NOON
from tests.desk.served import ServedStage, translated

TICKETS = 230
SHORT = 400
"""What a slice may weigh where a page should have many."""
LONGEST = 60
EVERYTHING = TicketIds("support.all")


@dataclass
class OnThread:
    """A carrier of this process. Killed, it is silent from then on, as a process that is gone."""

    pipe: Pipe
    thread: threading.Thread

    def join(self, timeout: float) -> None:
        self.thread.join(LONGEST)

    def kill(self) -> None:
        self.pipe.close()


@dataclass
class OverThere:
    """The server as the carrier sees it: pages that were written down before, and faults."""

    pages: dict[str, str]
    faults: list[TransportError] = field(default_factory=list)
    tokens: list[str] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)
    signed_in: SignedIn | None = None

    def bootstrap_page(self, _: str, after: str) -> BootstrapPage:
        assert self.signed_in is not None
        self.tokens.append(self.signed_in.access(lambda _: pytest.fail("nothing is renewed there")))
        if self.faults:
            raise self.faults.pop(0)
        self.asked.append(after)
        return BootstrapPage.model_validate_json(self.pages[after])

    def pull(self, cursor: str, limit: int) -> PullReply:
        raise Unreachable


@dataclass
class Started:
    """Begins carriers, and remembers them."""

    there: OverThere
    carriers: list[OnThread] = field(default_factory=list)

    def __call__(self, pipe: Pipe, directory: Path, _: Reach) -> Running:
        thread = threading.Thread(target=carry, args=(pipe, directory, self._reach), daemon=True)
        self.carriers.append(OnThread(pipe, thread))
        thread.start()
        return self.carriers[-1]

    def _reach(self, signed_in: SignedIn) -> Any:
        self.there.signed_in = signed_in
        return self.there

    @property
    def gone(self) -> bool:
        return all(not carrier.thread.is_alive() for carrier in self.carriers)


@pytest.fixture
def stage(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[ServedStage]:
    monkeypatch.setattr(carrying, "PAGES_HERE", 1)
    made = ServedStage(tmp_path / "desk", SetClock(NOON))
    for _ in range(TICKETS):
        made.world.filed()
    yield made
    made.close()


@pytest.fixture
def started(stage: ServedStage) -> Started:
    return Started(OverThere(written_down(stage)))


def written_down(stage: ServedStage) -> dict[str, str]:
    """The pages of a beginning, by the place after which they were asked."""
    transport = LoopbackTransport(stage.cable, translated)  # type: ignore[arg-type]
    begun = transport.bootstrap(BootstrapRequest())
    pages: dict[str, str] = {}
    after = ""
    while after or not pages:
        page = transport.bootstrap_page(begun.token, after)
        pages[after], after = page.model_dump_json(), page.after
    assert len(pages) > 2
    return pages


def tickets(desk: Desk) -> int:
    return desk.look(EVERYTHING).total


def carried(start: Callable[[Pipe, Path, Reach], Running], way: Way) -> Callable[[Desk, Transport], Carriage]:
    return partial(Carriage, way=way, start=start)


WAY = Way(lambda _: pytest.fail("the thread has its own way"), lambda: "token")


def test_the_pages_after_the_first_ones_are_carried_and_what_they_bring_can_be_searched(
    stage: ServedStage, started: Started
) -> None:
    stage.join(carried(started, WAY))
    assert tickets(stage.desk) == TICKETS
    assert started.there.asked == list(started.there.pages)[1:]
    assert set(started.there.tokens) == {"token"}
    found = stage.desk.look(Search("printer", TICKETS + 1))
    assert (len(found.hits), found.unindexed) == (TICKETS, 0)
    assert stage.syncing.status.condition == "online"


def test_the_carrier_ends_when_all_is_read(stage: ServedStage, started: Started) -> None:
    stage.join(carried(started, WAY))
    assert len(started.carriers) == 1
    assert started.gone


def test_a_short_beginning_needs_no_carrier(
    stage: ServedStage, started: Started, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(carrying, "PAGES_HERE", 100)
    stage.join(carried(started, WAY))
    assert started.carriers == []
    assert tickets(stage.desk) == TICKETS


def test_a_carrier_that_ends_before_it_answers_is_done_without(stage: ServedStage, started: Started) -> None:
    def stillborn(pipe: Pipe, directory: Path, reach: Reach) -> Running:
        carrier = OnThread(pipe, threading.Thread(target=pipe.close))
        started.carriers.append(carrier)
        carrier.thread.start()
        return carrier

    stage.join(carried(stillborn, WAY))
    assert tickets(stage.desk) == TICKETS
    assert len(started.carriers) == 1, "it is not tried again and again"


def test_a_carrier_that_cannot_be_started_is_done_without(stage: ServedStage) -> None:
    def refused(*_: object) -> Running:
        raise BlockingIOError("too many processes")

    stage.join(carried(refused, WAY))
    assert tickets(stage.desk) == TICKETS


@pytest.mark.parametrize("turns", [1, 2, 4])
def test_a_carrier_that_ends_in_its_turn_takes_nothing_with_it(
    turns: int, stage: ServedStage, started: Started, monkeypatch: pytest.MonkeyPatch
) -> None:
    lend, lent = stage.desk.lend, list[int]()

    def killing(work: Callable[[], Any]) -> None:
        lent.append(1)
        if len(lent) == turns:
            started.carriers[0].kill()
        lend(work)

    monkeypatch.setattr(stage.desk, "lend", killing)
    stage.join(carried(started, WAY))
    assert len(lent) == turns
    assert tickets(stage.desk) == TICKETS
    assert stage.syncing.status.condition == "online"


@pytest.mark.parametrize("slices", [1, 2, 5])
def test_a_carrier_that_ends_between_two_slices_takes_nothing_with_it_and_nothing_comes_twice(
    slices: int, stage: ServedStage, started: Started, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pace, "LEAST", SHORT)
    awaited, asked = stage.desk.awaited, list[int]()

    def killing() -> bool:
        if started.carriers:
            asked.append(1)
        if len(asked) == slices:
            started.carriers[0].kill()
        return awaited()

    monkeypatch.setattr(stage.desk, "awaited", killing)
    stage.join(carried(started, WAY))
    assert len(asked) >= slices
    assert tickets(stage.desk) == TICKETS
    with stage.desk._looking() as view:
        counted = counters.counted(view.connection)
        assert counters.counts(view.connection, counted) == counted


@pytest.mark.parametrize("over_there", [False, True])
def test_what_a_person_does_in_the_middle_of_a_page_is_done_after_the_slice_that_is_under_way(
    over_there: bool, stage: ServedStage, started: Started, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pace, "LEAST", SHORT)
    page, happened, seen = absorb.page, list[str](), list[int]()

    def watched(*given: Any) -> Any:
        changed = page(*given)
        if over_there == (threading.current_thread() is not threading.main_thread()):
            happened.append("slice")
            if len(happened) == 2:
                stage.desk.save_draft(Draft(key="x", kind="reply", body="Hm"), then=kept)
        return changed

    def kept(_: object) -> None:
        happened.append("kept")
        seen.append(tickets(stage.desk))

    monkeypatch.setattr(absorb, "page", watched)
    stage.join(carried(started, WAY) if over_there else None)
    assert happened[:4] == ["slice", "slice", "kept", "slice"]
    assert 0 < seen[0] < TICKETS
    assert tickets(stage.desk) == TICKETS


def test_a_token_the_server_refuses_over_there_is_changed_here(stage: ServedStage, started: Started) -> None:
    tokens, refused = ["old", "new", "new", "new", "new", "new"], list[str]()
    started.there.faults.append(SignInNeeded())
    way = Way(WAY.reach, lambda: tokens.pop(0), refused.append)
    stage.join(carried(started, way))
    assert refused == ["old"]
    assert started.there.tokens[:2] == ["old", "new"]
    assert tickets(stage.desk) == TICKETS


def test_a_server_that_is_gone_over_there_is_gone_for_the_desk(stage: ServedStage, started: Started) -> None:
    started.there.faults.append(Unreachable())
    stage.join(carried(started, WAY))
    assert started.gone
    assert tickets(stage.desk) == TICKETS, "the next try was here"


def test_what_is_raised_over_there_arrives_as_it_was(stage: ServedStage, started: Started) -> None:
    carriage = Carriage(stage.desk, started.there, WAY, started)  # type: ignore[arg-type]
    started.there.faults.append(Busy(7_000))
    carriage._in_a_row = carrying.PAGES_HERE
    with pytest.raises(Busy) as raised:
        carriage.bootstrap_page("", "")
    assert raised.value.retry_after == 7_000
    stage.join()


# ---------------------------------------------------------------------- pages that come together

PLACES = ["a", "b", "c", "d", "e", "f", "g", ""]


def test_as_many_pages_are_taken_together_as_come_soon(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = iter(range(0, 10_000, 90))
    monkeypatch.setattr(carrier, "ticks", clock.__next__)
    slow = carrier.gathered(_next, "a", str)
    monkeypatch.setattr(carrier, "ticks", lambda: 0)
    assert slow == [("a", "b"), ("b", "c"), ("c", "d")]
    assert len(carrier.gathered(_next, "a", str)) == carrier.AT_ONCE
    assert carrier.gathered(_next, "f", str) == [("f", "g"), ("g", "")]


def _next(place: str) -> str:
    return PLACES[PLACES.index(place) + 1]


def test_what_stands_in_the_way_of_a_later_page_is_met_when_it_is_asked_for() -> None:
    def until_c(place: str) -> str:
        if place == "c":
            raise Unreachable
        return _next(place)

    assert carrier.gathered(until_c, "a", str) == [("a", "b"), ("b", "c")]
    with pytest.raises(Unreachable):
        carrier.gathered(until_c, "c", str)


@pytest.mark.parametrize(
    ("told", "cursor", "more"),
    [
        ([{}, {}, {"more": False}], "3", True),  # asked once more: what was held may be lost
        ([{"more": False}], "1", False),
        ([{}, {"scope_change": ScopeChange(added=["w"], removed=[])}], "1", True),
        ([{"scope_change": ScopeChange(added=["w"], removed=[])}, {"more": False}], "1", True),
        ([{}, {}, {"epoch": "other", "more": False}], "2", True),
    ],
)
def test_of_the_feed_the_engine_is_told_all_that_is_not_rows(
    told: list[dict[str, Any]], cursor: str, more: bool, tmp_path: Path
) -> None:
    page = PullReply(server_time=1, epoch="one", cursor="", more=True)
    pages = {str(n): page.model_copy(update={"cursor": str(n + 1)} | more) for n, more in enumerate(told)}
    here, _ = multiprocessing.Pipe()
    with closing(Database(tmp_path / "desk", write=True)) as database:
        answer = carrier.Carrier(here, database, lambda _: None)._hold_feed(pages.__getitem__, "0")  # type: ignore[arg-type,return-value]
    assert (answer.cursor, answer.more) == (cursor, more)
    assert bool(answer.scope_change) == ("scope_change" in told[0])


def test_trouble_of_the_disk_arrives_with_all_it_says() -> None:
    error = pickle.loads(pickle.dumps(DeskError("disk-full", path="/a", detail="no room")))
    assert (error.code, dict(error.data)) == ("disk-full", {"path": "/a", "detail": "no room"})
