"""Steps the engine of sync on a lane of its own, beside a desk that has a server."""

import logging
from collections.abc import Callable, Mapping
from dataclasses import replace
from random import SystemRandom

from agentdesk.desk.carrying import Carriage, CarriedStore
from agentdesk.desk.connecting import ticks
from agentdesk.desk.desk import Desk
from agentdesk.desk.queries.rows import Link, LinkState
from agentdesk.desk.worker import Lane
from agentdesk.store.errors import DeskError
from agentdesk.store.exchange import Exchange
from agentdesk.sync.engine import Condition, Engine, Outside, Status
from agentdesk.sync.transport import Transport

_LOG = logging.getLogger(__name__)
_STATES: Mapping[Condition, LinkState] = {
    Condition.ONLINE: "online", Condition.SYNCING: "syncing", Condition.OFFLINE: "offline",
    Condition.SIGNED_OUT: "signed_out", Condition.ERROR: "error",
}  # fmt: skip
_AFTER_TROUBLE = 5.0
"""Seconds until a step is tried again that our own disk did not let end."""


class Syncing:
    """All methods return at once; `told` is called on the lane."""

    def __init__(
        self, desk: Desk, transport: Transport, lane: Lane, told: Callable[[Status], None] = lambda _: None,
        carriage: Carriage | None = None,
    ) -> None:  # fmt: skip
        self._desk, self._lane, self._told = desk, lane, told
        self._turn = 0
        self.status = Status()
        outside = Outside(desk.clock.now, ticks, SystemRandom(), self._read_file)
        self._carriage = carriage
        how = desk.transact, ticks, desk.awaited
        store = CarriedStore(*how, carriage) if carriage else Exchange(*how)
        self._engine = Engine(store, transport, outside, self._note, carriage)
        self._server = desk.link.server
        self._offline = False
        desk.submitted = lambda: self._soon(self._engine.submitted)
        self._soon(lambda: None)

    def wake(self) -> None:
        """The server has news."""
        self._soon(self._engine.wake)

    def retry_now(self) -> None:
        self._soon(self._engine.retry_now)

    def signed_in(self) -> None:
        self._soon(self._engine.signed_in)

    def stop(self) -> None:
        """What is under way comes to its end; what waits goes on at the next start."""
        self._desk.submitted = lambda: None
        self._lane.stop()
        if self._carriage is not None:
            self._carriage.end()

    def set_offline(self, offline: bool) -> None:
        """By wish of the person: nothing is said to the server until they wish otherwise."""
        self._lane.put(lambda: self._set_offline(offline))

    def _soon(self, say: Callable[[], None]) -> None:
        def job() -> None:
            say()
            self._step(self._next_turn())

        self._lane.put(job)

    def _set_offline(self, offline: bool) -> None:
        if offline == self._offline:
            return
        self._offline = offline
        status = self._engine.status
        self._note(replace(status, condition=Condition.OFFLINE, code="by-choice") if offline else status)
        if not offline:
            self._engine.retry_now()
            self._step(self._next_turn())

    def _next_turn(self) -> int:
        """A step that was planned before is not taken any more."""
        self._turn += 1
        return self._turn

    def _step(self, turn: int) -> None:
        if turn != self._turn or self._offline:
            return
        try:
            wait = max(0.0, (self._engine.step() - ticks()) / 1000)
        except DeskError as error:
            self._desk.trouble(error)
            wait = _AFTER_TROUBLE
        self._lane.later(min(wait, 3_600.0), lambda: self._step(turn))

    def _note(self, status: Status) -> None:
        if status.condition is not self.status.condition:
            _LOG.info("sync is %s %s", status.condition, status.code)
        self.status = status
        self._desk.note_link(self._link(status))
        self._told(status)

    def _link(self, status: Status) -> Link:
        before, state = self._desk.link, _STATES[status.condition]
        since = None if state in ("online", "syncing") else before.since
        if before.connected and since is None and state not in ("online", "syncing"):
            since = self._desk.clock.now()
        return Link(
            state=state, code=status.code, server=self._server, since=since,
            last_pull=status.last_pull or before.last_pull, progress=status.progress,
        )  # fmt: skip

    def _read_file(self, sha256: str, offset: int, size: int) -> bytes:
        return self._desk.blobs.piece(sha256, offset, size)
