"""One full round with the server and then no more: for the terminal, on the caller's thread."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from random import SystemRandom

from agentdesk.desk.connecting import Account, ticks
from agentdesk.desk.desk import Desk
from agentdesk.store.exchange import Exchange
from agentdesk.sync.engine import Condition, Engine, Outside, Status

LONGEST_PATIENCE = 120_000
"""Milliseconds in all that a busy server is waited for."""


@dataclass(slots=True)
class Round:
    """`told` hears of the progress."""

    desk: Desk
    account: Account
    told: Callable[[Status], None] = lambda _: None

    def run(self) -> Status:
        """Sends and reads until there is nothing more to do, or until something stands in the way."""
        transport = self.account.transport()
        outside = Outside(self.desk.clock.now, ticks, SystemRandom(), self.desk.blobs.piece)
        engine = Engine(Exchange(self.desk.transact, ticks, self.desk.awaited), transport, outside, self.told)
        try:
            return self._steps(engine)
        finally:
            transport.close()

    def _steps(self, engine: Engine) -> Status:  # type: ignore[type-arg]  # whatever the exchange calls a push
        patience = LONGEST_PATIENCE
        while True:
            wait = engine.step() - ticks()
            status = engine.status
            if status.code == "busy" and 0 < wait <= patience:
                patience -= wait
                time.sleep(wait / 1000)
            elif status.condition is not Condition.SYNCING and (wait > 0 or status.condition is not Condition.ONLINE):
                return status
