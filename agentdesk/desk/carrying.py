"""The desk's side of the carrier: when it is started, what it is asked, the turns it is lent, and how it ends."""

import logging
import multiprocessing
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from multiprocessing.connection import Connection as Pipe
from pathlib import Path
from typing import Any, Protocol, TypeVar, cast

from agentdesk.desk.carrier import Awaited, Feed, Page, Reach, TakeIn, Turn, Written, carry_apart
from agentdesk.desk.connecting import Account
from agentdesk.desk.desk import Desk
from agentdesk.domain.values import Instant
from agentdesk.store.base import Changed
from agentdesk.store.exchange import Exchange
from agentdesk.store.intake import Transact
from agentdesk.sync.http import WHOLE, HttpTransport
from agentdesk.sync.network import Network
from agentdesk.sync.session import SignedIn
from agentdesk.sync.transport import SignInNeeded, Transport, TransportError
from agentdesk.wire import BootstrapPage, PullReply

T = TypeVar("T", BootstrapPage, PullReply)
_LOG = logging.getLogger(__name__)
PAGES_HERE = 4
"""What comes in no more pages than these is not worth a process, which takes a second to start."""
_LONGEST, _LONGEST_TURN, _FAREWELL = 2 * WHOLE, 60.0, 10.0
"""Seconds until it is given up: asked for a page, in a turn, and told to end."""


class Running(Protocol):
    """A process, or in tests a thread."""

    def join(self, timeout: float) -> None: ...

    def kill(self) -> None: ...


Start = Callable[[Pipe, Path, Reach], Running]


def started(pipe: Pipe, directory: Path, reach: Reach) -> Running:
    """As a process that shares nothing with this one and ends with it."""
    context = multiprocessing.get_context("spawn")
    process = context.Process(target=carry_apart, args=(pipe, directory, reach), name="carrier", daemon=True)
    process.start()
    pipe.close()
    return process


def be_carrier_if_started_so() -> None:
    """In a frozen program the carrier is that program once more: then this does its work and does not come back."""
    multiprocessing.freeze_support()


class Lost(Exception):
    """It has ended, or is silent, and with it what it held."""


@dataclass(frozen=True, slots=True)
class Way:
    """How it comes to the server. Tokens stay in the keyring and in this process: each question brings one along."""

    reach: Reach
    access: Callable[[], str] = lambda: ""
    refused: Callable[[str], None] = lambda _: None


class Carriage:
    """The Pages of an engine: a few it fetches here; of many in a row the carrier fetches the rest and keeps the rows.

    Only the lane of sync calls its methods; while it waits, the store's lane answers for turns.
    """

    def __init__(self, desk: Desk, transport: Transport, way: Way, start: Start = started) -> None:
        self._desk, self._transport, self._way, self._start = desk, transport, way, start
        self._pipe: Pipe | None = None
        self._running: Running | None = None
        self._broken = False
        self._in_a_row = 0
        self._over_there: object = None
        """The page whose rows the carrier has."""
        self._again: Callable[[], Any] = lambda: None
        """Fetches the same one here."""

    def bootstrap_page(self, token: str, after: str) -> BootstrapPage:
        return self._fetch(Page(token, after), partial(self._transport.bootstrap_page, token, after))

    def pull(self, cursor: str, limit: int) -> PullReply:
        return self._fetch(Feed(cursor, limit), partial(self._transport.pull, cursor, limit))

    def take_in(self, page: T, order: TakeIn) -> T | None:
        """None if its rows were over there and have been taken in; else the page with its rows."""
        if page is not self._over_there:
            return page
        self._over_there = None
        try:
            self._ask("", order)
        except Lost:
            return cast(T, self._again())
        return None

    def end(self) -> None:
        """There is nothing more to carry for now."""
        self._in_a_row, self._over_there = 0, None
        if self._pipe is None:
            return
        self._pipe.close()
        if self._running is not None:
            self._running.join(_FAREWELL)
            self._running.kill()
        self._pipe = self._running = None
        self._desk.tend_here(here=True)

    def _fetch(self, asked: Page | Feed, here: Callable[[], T]) -> T:
        """Raises TransportError."""
        self._in_a_row += 1
        if self._broken or self._in_a_row <= PAGES_HERE:
            return here()
        try:
            page: T = self._fetched(asked)
        except Lost:
            return here()
        except TransportError:
            self.end()  # nobody knows for how long
            raise
        self._over_there, self._again = page, here
        return page

    def _fetched(self, asked: Page | Feed) -> Any:  # noqa: ANN401  (the page of what was asked for)
        access = self._way.access()
        try:
            return self._ask(access, asked)
        except SignInNeeded:
            self._way.refused(access)
        return self._ask(self._way.access(), asked)

    def _ask(self, access: str, asked: Page | Feed | TakeIn) -> object:
        """Raises what it raised over there, and Lost."""
        try:
            pipe = self._pipe or self._begun()
            pipe.send((access, asked))
            while isinstance(told := _told(pipe, _LONGEST), Turn):
                self._desk.lend(partial(_turn, pipe, self._desk.awaited))
        except (EOFError, OSError) as error:
            _LOG.warning("the carrier is lost: %s", type(error).__name__)
            self._broken = True
            self.end()
            raise Lost from error
        if told.error is not None:
            raise told.error
        return told.value

    def _begun(self) -> Pipe:
        self._pipe, there = multiprocessing.Pipe()
        self._desk.tend_here(here=False)
        self._running = self._start(there, self._desk.directory, self._way.reach)
        return self._pipe


def _turn(pipe: Pipe, awaited: Callable[[], bool]) -> Changed:
    pipe.send(None)
    while isinstance(told := _told(pipe, _LONGEST_TURN), Awaited):
        pipe.send(awaited())
    written: Written = told
    return written.changed


def _told(pipe: Pipe, patience: float) -> Any:  # noqa: ANN401  (Turn, Awaited, Written or Answer)
    """Raises EOFError, OSError."""
    if not pipe.poll(patience):
        raise TimeoutError
    return pipe.recv()


class CarriedStore(Exchange):
    """An Exchange that leaves to the carrier what the carrier holds."""

    def __init__(
        self, transact: Transact, ticks: Callable[[], int], awaited: Callable[[], bool], carriage: Carriage
    ) -> None:
        super().__init__(transact, ticks, awaited)
        self._carriage = carriage

    def absorb_page(self, asked: str, page: BootstrapPage, now: Instant) -> None:
        rows = self._carriage.take_in(page, TakeIn(now))
        if rows is not None:
            super().absorb_page(asked, rows, now)

    def absorb_pull(self, asked: str, reply: PullReply) -> None:
        rows = self._carriage.take_in(reply, TakeIn(reply.server_time))
        if rows is not None:
            super().absorb_pull(asked, rows)
        if not reply.more:
            self._carriage.end()


def carriage_of(desk: Desk, account: Account, transport: HttpTransport) -> Carriage:
    """For a desk that speaks with its server by HTTP."""
    reach = partial(_by_http, account.served.server, account.network)
    return Carriage(desk, transport, Way(reach, transport.access, account.signed_in.refused))


def _by_http(address: str, network: Network, signed_in: SignedIn) -> Transport:
    return HttpTransport(address, signed_in, network)
