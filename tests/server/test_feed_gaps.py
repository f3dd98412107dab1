"""T8: under many writers no reader misses a row; a reader that trusts the row numbers alone does."""

import random
import threading
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor

import pytest
from sqlalchemy import Connection, Engine, insert, select, text

from agentdesk.server.cursor import Place
from agentdesk.server.database import connect, reading, writing
from agentdesk.server.feed import feed_of
from agentdesk.server.schema import FEED

KEYS = frozenset({"t:*"})
WRITERS, HELD, A_FEW = 64, 0.04, 200


@pytest.fixture
def busy(url: str) -> Iterator[Engine]:
    engine = connect(url)
    if engine.dialect.name == "postgresql":
        engine.pool._max_overflow = 2 * WRITERS  # type: ignore[attr-defined]  # a replica would queue them
    yield engine
    engine.dispose()


class Writers:
    """Transactions of one to six rows; some wait before they end, some change their mind."""

    def __init__(self, engine: Engine, rows: int, seed: int) -> None:
        self.engine, self.seed = engine, seed
        self.rows = rows
        self.news = threading.Condition()
        self.committed: set[int] = set()
        self.done = False

    def run(self) -> None:
        many = WRITERS if self.engine.dialect.name == "postgresql" else 4
        try:
            with ThreadPoolExecutor(many) as pool:
                for future in [pool.submit(self._write, random.Random(self.seed + n)) for n in range(many)]:
                    future.result()
        finally:  # the readers wait for it
            with self.news:
                self.done = True
                self.news.notify_all()

    def ended(self, seen: int) -> bool:
        """Whether all is written; waits until there are some rows more than a reader has seen."""
        with self.news:
            self.news.wait_for(lambda: self.done or len(self.committed) - seen >= A_FEW)
            return self.done

    def _write(self, chance: random.Random) -> None:
        while self._more():
            try:
                with writing(self.engine) as connection:
                    ids = self._rows(connection, chance)
            except _ChangedMind:
                continue
            with self.news:
                before = len(self.committed) // A_FEW
                self.committed |= ids
                if len(self.committed) // A_FEW > before:
                    self.news.notify_all()

    def _more(self) -> bool:
        with self.news:
            return len(self.committed) < self.rows

    def _rows(self, connection: Connection, chance: random.Random) -> set[int]:
        ids = _add(connection, chance.randint(1, 6))
        if chance.random() < 0.2:
            with connection.begin_nested() as savepoint:
                inner = _add(connection, 1)
                if chance.random() < 0.5:
                    savepoint.rollback()
                else:
                    ids |= inner
        if chance.random() < 0.05 and self.engine.dialect.name == "postgresql":
            connection.execute(text("SELECT pg_sleep(:long)"), {"long": HELD})
        if chance.random() < 0.1:
            raise _ChangedMind
        return ids


def _add(connection: Connection, many: int) -> set[int]:
    return set(connection.scalars(insert(FEED).returning(FEED.c.id), [_line()] * many))


class _ChangedMind(Exception):
    """Rolled back."""


def _poll(engine: Engine, writers: Writers, page: int) -> list[int]:
    """Reads along, and once more when all writers have ended."""
    found: list[int] = []
    place, last = Place(0, 0), False
    while True:
        ended = writers.ended(len(found))
        with reading(engine) as connection:
            scan = feed_of(connection).scan(connection, place, KEYS, page)
        assert scan.end >= place
        found += [step.place.id for step in scan.steps]
        place = scan.end
        if last and not scan.more:
            return found
        last = ended


def _poll_naively(engine: Engine, writers: Writers) -> list[int]:
    """What sync.md warns of: everything with a higher number than the last one seen."""
    found: list[int] = []
    last = False
    while True:
        ended = writers.ended(len(found))
        with reading(engine) as connection:
            newer = select(FEED.c.id).where(FEED.c.id > (found[-1] if found else 0)).order_by(FEED.c.id)
            rows = list(connection.scalars(newer))
        found += rows
        if last and not rows:
            return found
        last = ended


def test_no_reader_misses_a_row(busy: Engine, nightly: bool, record_property: pytest.FixtureRequest) -> None:
    on_postgresql = busy.dialect.name == "postgresql"
    rows = 50_000 if nightly else 20_000
    rows = rows if on_postgresql else rows // 10  # one writer at a time leaves no gaps to fall into
    writers = Writers(busy, rows, seed=8)
    with ThreadPoolExecutor(5) as pool:
        naive = pool.submit(_poll_naively, busy, writers)
        pollers: list[Future[list[int]]] = [pool.submit(_poll, busy, writers, page) for page in (7, 50, 500)]
        writers.run()
        for poller in pollers:
            found = poller.result()
            assert len(found) == len(set(found)), "a row was read twice"
            assert set(found) == writers.committed
    missed = len(writers.committed - set(naive.result()))
    record_property("rows", len(writers.committed))  # type: ignore[operator]
    record_property("missed by the naive reader", missed)  # type: ignore[operator]
    assert len(writers.committed) >= rows


def test_a_long_transaction_delays_the_feed_and_loses_nothing(postgresql: str) -> None:
    engine = connect(postgresql)
    place, found = Place(0, 0), []
    with writing(engine) as slow:
        early = _add(slow, 1)
        with writing(engine) as quick:
            late = _add(quick, 1)
        with reading(engine) as connection:
            scan = feed_of(connection).scan(connection, place, KEYS)
            seen = list(connection.scalars(select(FEED.c.id)))
        assert (scan.steps, set(seen)) == ((), late)  # it is there and not yet final
        place = scan.end
    with reading(engine) as connection:
        found = [step.place.id for step in feed_of(connection).scan(connection, place, KEYS).steps]
        newer = list(connection.scalars(select(FEED.c.id).where(FEED.c.id > max(seen))))
    assert [{id} for id in found] == [early, late]
    assert newer == [], "the control: a reader that trusts the row numbers would not have missed the early row"
    engine.dispose()


def _line() -> dict[str, object]:
    return {"root_kind": "x", "root": "x", "rev": 1, "aud": KEYS, "gained": (), "lost": (), "at": 0}
