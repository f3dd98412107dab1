"""A process of its own that fetches a server's pages, takes their rows in and indexes them, in turns the desk lends it.

In one process Python does one thing at a time: while much is read, a window that paints would wait for it at each step.
"""

import gc
import os
import signal
from collections.abc import Callable
from contextlib import closing, suppress
from dataclasses import dataclass
from functools import partial
from itertools import takewhile
from multiprocessing.connection import Connection as Pipe
from pathlib import Path
from traceback import format_exc
from typing import TypeVar

from sqlalchemy import Connection

from agentdesk.desk.connecting import ticks
from agentdesk.domain.values import Instant
from agentdesk.store import search
from agentdesk.store.base import NOTHING, Changed
from agentdesk.store.database import Database
from agentdesk.store.errors import translated
from agentdesk.store.exchange import Exchange
from agentdesk.sync.session import SignedIn
from agentdesk.sync.transport import Transport, TransportError
from agentdesk.sync.vault import Vault
from agentdesk.wire import BootstrapPage, Documents, PullReply

T = TypeVar("T")
Reach = Callable[[SignedIn], Transport]
"""Makes the way to the server over there. It has to travel: a function of a module, with what it is given."""
AT_ONCE, SOON = 5, 200
"""Pages that are taken in together, as many of them as come in so many milliseconds."""
_INDEXED, _MOST_TURNS = 100, 40
"""Messages in a turn, which then is as long as a slice of a page; turns after a page."""
_YIELDS = 5


@dataclass(frozen=True, slots=True)
class Page:
    """Asks for pages of a bootstrap. Their rows stay there for `TakeIn`; all else of the last one is the answer."""

    token: str
    after: str


@dataclass(frozen=True, slots=True)
class Feed:
    """Asks for pages of the feed, in the same way."""

    cursor: str
    limit: int


@dataclass(frozen=True, slots=True)
class TakeIn:
    """Asks to take in the rows that were fetched last, and to index what waits."""

    now: Instant


@dataclass(frozen=True, slots=True)
class Turn:
    """Instead of an answer: it would write now."""


@dataclass(frozen=True, slots=True)
class Awaited:
    """In its turn: whether somebody waits for its end."""


@dataclass(frozen=True, slots=True)
class Written:
    """Its turn is over."""

    changed: Changed


@dataclass(frozen=True, slots=True)
class Answer:
    value: object = None
    error: Exception | None = None


def carry(pipe: Pipe, directory: Path, reach: Reach) -> None:
    """Answers until the other end is closed, or gone with its program."""
    with suppress(ValueError):  # it is meant for the program, which hangs up then; a thread has no signals
        signal.signal(signal.SIGINT, signal.SIG_IGN)
    with closing(Database(directory, write=True, held=True)) as database, suppress(EOFError, OSError):
        Carrier(pipe, database, reach).run()


def carry_apart(pipe: Pipe, directory: Path, reach: Reach) -> None:
    """The same as a whole process: where a processor is short, the window goes first."""
    if hasattr(os, "nice"):
        os.nice(_YIELDS)
    gc.freeze()  # what is loaded now stays: to look it through for rubbish would take a tenth of a second of some turn
    carry(pipe, directory, reach)


class Carrier:
    def __init__(self, pipe: Pipe, database: Database, reach: Reach) -> None:
        self._pipe, self._database = pipe, database
        self._signed_in = SignedIn(Vault(lambda: None), "", ticks)
        self._transport = reach(self._signed_in)
        self._exchange = Exchange(self._transact, ticks, self._awaited)
        self._take_in: Callable[[Instant], None] = _nothing
        """What to do with the pages that are held."""

    def run(self) -> None:
        """Raises EOFError, OSError when nobody asks any more."""
        while True:
            access, asked = self._pipe.recv()
            self._signed_in.lend(access)
            self._pipe.send(self._answer(asked))

    def _answer(self, asked: object) -> Answer:
        try:
            return Answer(self._do(asked))
        except (EOFError, ConnectionError):
            raise
        except Exception as error:  # noqa: BLE001  (whoever asked is told)
            error.add_note(format_exc())
            return Answer(error=error)

    def _do(self, asked: object) -> object:
        match asked:
            case Page(token, after):
                return self._hold_pages(partial(self._transport.bootstrap_page, token), after)
            case Feed(cursor, limit):
                return self._hold_feed(lambda place: self._transport.pull(place, limit), cursor)
            case TakeIn(now):
                take_in, self._take_in = self._take_in, _nothing
                take_in(now)
                self._index()
        return None

    def _hold_pages(self, fetch: Callable[[str], BootstrapPage], after: str) -> BootstrapPage:
        pages = gathered(fetch, after, lambda page: page.after)
        self._take_in = lambda now: self._exchange.absorb_pages(pages, now)
        return pages[-1][1].model_copy(update={"documents": Documents()})

    def _hold_feed(self, fetch: Callable[[str], PullReply], cursor: str) -> PullReply:
        """After several it is asked once more whether there are more, for these may be lost with this process."""
        replies = gathered(fetch, cursor, lambda reply: "" if reply.scope_change or not reply.more else reply.cursor)
        first = replies[0][1]
        replies = [replies[0], *takewhile(lambda one: _goes_on(first, one[1]), replies[1:])]
        self._take_in = lambda _: self._exchange.absorb_pulls(replies)
        last = replies[-1][1]
        return last.model_copy(update={"documents": Documents(), "more": last.more or len(replies) > 1})

    def _index(self) -> None:
        for _ in range(_MOST_TURNS * AT_ONCE):
            if not self._transact(_index):
                return

    def _transact(self, work: Callable[[Connection], tuple[T, Changed]], *, bulk: bool = True) -> T:
        """One transaction in a turn of the desk's store. Raises DeskError."""
        self._pipe.send(Turn())
        self._pipe.recv()
        written = NOTHING
        try:
            with translated(self._database.path), self._database.bulk(self._awaited) as connection:
                result, changed = work(connection)
            written = changed
            return result
        finally:
            self._pipe.send(Written(written))

    def _awaited(self) -> bool:
        self._pipe.send(Awaited())
        return bool(self._pipe.recv())


def gathered(fetch: Callable[[str], T], place: str, next_: Callable[[T], str]) -> list[tuple[str, T]]:
    """The page that begins there and those behind it that come soon, each with its place. Raises TransportError.

    `next_`: where the one behind it begins, or nothing if there is none. What stands in the way of a later one is met
    when it is asked for again.
    """
    until, pages = ticks() + SOON, [(place, fetch(place))]
    with suppress(TransportError):
        while (place := next_(pages[-1][1])) and len(pages) < AT_ONCE and ticks() < until:
            pages.append((place, fetch(place)))
    return pages


def _goes_on(first: PullReply, later: PullReply) -> bool:
    """Whether it brings rows only; of all else the engine has to hear before it asks on."""
    return later.scope_change is None and later.epoch == first.epoch


def _nothing(_: Instant) -> None:
    pass


def _index(connection: Connection) -> tuple[bool, Changed]:
    done = search.index_some(connection, _INDEXED)
    return done == _INDEXED, frozenset({("search", "")}) if done else NOTHING
