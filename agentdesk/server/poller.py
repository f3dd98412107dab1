"""What a replica does unasked: wakes its listeners, does what is due, seals the log, clears away (sync.md §2.12)."""

import logging
import threading
from collections.abc import Callable, Collection, Iterator
from functools import partial

from sqlalchemy import Engine
from sqlalchemy.exc import SQLAlchemyError

from agentdesk.domain.attending import Apart, Attended
from agentdesk.domain.request_due import EMBEDDED, ResourceProvider
from agentdesk.domain.values import Id, Instant
from agentdesk.records.rows import Rows
from agentdesk.records.scopes import keys_of
from agentdesk.records.visibility import sight_of
from agentdesk.server import seal, tokens
from agentdesk.server.cursor import Place
from agentdesk.server.database import reading
from agentdesk.server.due import do_what_is_due
from agentdesk.server.feed import feed_of
from agentdesk.server.housekeeping import clear_away
from agentdesk.server.schema import TABLES
from agentdesk.server.service import Service

_LOG = logging.getLogger(__name__)
LOOK, CHECK, SEAL, DUE, CLEAR = 0.2, 5.0, 1.0, 30.0, 3600.0
"""Seconds between two looks at the feed, at tokens, at the log, at what is due, at what grew old."""


class Repeating(threading.Thread):
    """Does a piece of work again and again; a database that is away for a while does not end it."""

    def __init__(
        self, name: str, every: float, work: Callable[[], object], soon: threading.Event | None = None
    ) -> None:
        """`soon` is set by whoever cannot wait so long."""
        super().__init__(name=name, daemon=True)
        self._every, self._work = every, work
        self._soon, self._over = soon or threading.Event(), False
        self._trouble = ""

    def run(self) -> None:
        while not self._is_over():
            self._once()

    def _is_over(self) -> bool:
        self._soon.wait(self._every)
        self._soon.clear()
        return self._over

    def _once(self) -> None:
        try:
            self._work()
        except SQLAlchemyError as error:
            self._failing(type(error).__name__)
        except Exception:  # noqa: BLE001  (the thread must live; the work is tried again)
            _LOG.exception("%s failed", self.name)
        else:
            if self._trouble:
                _LOG.warning("%s: works again", self.name)
            self._trouble = ""

    def _failing(self, trouble: str) -> None:
        """Told when it begins, not five times a second for as long as the database is away."""
        if trouble != self._trouble:
            _LOG.warning("%s: %s; tried again until it works", self.name, trouble)
        self._trouble = trouble

    def stop(self) -> None:
        self._over = True
        self._soon.set()
        self.join()


def _apart(job: Callable[[], None]) -> None:
    threading.Thread(target=job, name="provider", daemon=True).start()


class Waker:
    """Follows the feed from now on and tells whom it concerns."""

    def __init__(self, service: Service) -> None:
        self._service = service
        with reading(service.engine) as connection:
            self._place: Place = feed_of(connection).head(connection)

    def look(self) -> None:
        engine = self._service.engine
        with reading(engine) as connection:
            news = feed_of(connection).news(connection, self._place)
        if news:
            self._place = news[-1].place
            keys = frozenset[str]().union(*(one.keys for one in news))
            self._service.wakes.wake(keys, partial(keys_of_all, engine, self._service.now()))

    def check(self) -> None:
        """Ends the listening of whoever was signed out, disabled, or whose token has run out."""
        listeners = self._service.wakes.everybody()
        if listeners:
            good = tokens.living(self._service.engine, {one.token for one in listeners}, self._service.now())
            self._service.wakes.end(one for one in listeners if one.token not in good)


def keys_of_all(engine: Engine, now: Instant, people: Collection[Id]) -> dict[Id, frozenset[str]]:
    """The scope keys that each of them holds at that time."""
    with reading(engine) as connection:
        rows = Rows(connection, TABLES)
        return {person: keys_of(sight_of(rows, person, now)) for person in people}


def attended(service: Service, apart: Apart = _apart) -> ResourceProvider:
    """Our own answers at once; any other might keep from being done whatever else is due."""
    provider = service.provider
    return provider if provider is EMBEDDED else Attended(provider, apart, service.now)


def chores(service: Service) -> Iterator[Repeating]:
    """All threads of a replica, not yet started."""
    waker, engine = Waker(service), service.engine
    yield Repeating("wakes", LOOK, waker.look)
    yield Repeating("tokens", CHECK, waker.check)
    yield Repeating("seal", SEAL, partial(seal.seal_some, engine))
    provider = attended(service)
    yield Repeating("due", DUE, lambda: do_what_is_due(engine, service.now(), provider=provider), service.due)
    yield Repeating("housekeeping", CLEAR, lambda: clear_away(engine, service.now()))
