"""What a desk does when news comes: one changed ticket, and 500 of them with and without 500 commands that wait.

python3 tests/bench/rebase.py [--rounds N]
"""

import argparse
import tempfile
from pathlib import Path

import harness
from harness import Times, at

from agentdesk.clock import SetClock
from agentdesk.domain.commands import AddNote
from agentdesk.domain.values import Id
from agentdesk.server.pull import pull
from agentdesk.store.exchange import Exchange
from agentdesk.wire import PullReply
from tests.builders import JONAS, MARA, NOON
from tests.desk.served import ServedStage

PENDING = 500
NEWS = 100
"""Changes of one ticket, one after the other."""


class Bench:
    """Mara's desk, which has read 500 tickets; its server is in this process and is not measured."""

    def __init__(self, directory: Path, *, pending: bool) -> None:
        self.stage = ServedStage(directory, SetClock(NOON))
        self.tickets = [self.stage.world.filed() for _ in range(PENDING)]
        self.stage.clock.at = self.stage.world.now
        self.stage.join()
        self.exchange = Exchange(self.stage.desk.transact)
        self.stage.cut()
        for ticket in self.tickets if pending else ():
            self.stage.give(self._note(ticket, self.stage.clock.new_id()))
        assert self.exchange.backlog().pending == (PENDING if pending else 0)

    def change(self, *tickets: Id) -> list[tuple[str, PullReply]]:
        """Jonas notes something in each of them; the pages that tell Mara."""
        for ticket in tickets:
            self.stage.world.done(self._note(ticket, self.stage.world.new_id()), JONAS)
        cursor, pages = self.exchange.state().cursor, list[tuple[str, PullReply]]()
        while True:
            reply = pull(self.stage.engine, MARA, cursor, self.stage.world.now)
            pages.append((cursor, reply))
            cursor = reply.cursor
            if not reply.more:
                return pages

    def absorb(self, pages: list[tuple[str, PullReply]]) -> None:
        for cursor, reply in pages:
            self.exchange.absorb_pull(cursor, reply)

    @staticmethod
    def _note(ticket: Id, message: Id) -> AddNote:
        return AddNote(ticket=ticket, message=message, body_html="<p>Seen, and looked into.</p>")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=5)
    rounds = parser.parse_args().rounds
    with tempfile.TemporaryDirectory() as place:
        idle, busy = (Bench(Path(place, name), pending=name == "busy") for name in ("idle", "busy"))
        one, many, with_pending = Times(), Times(), Times()
        for number in range(NEWS):
            pages = idle.change(idle.tickets[number])
            one.take(lambda pages=pages: idle.absorb(pages))
        for _ in range(rounds):
            for bench, times in ((idle, many), (busy, with_pending)):
                pages = bench.change(*bench.tickets)
                times.take(lambda bench=bench, pages=pages: bench.absorb(pages))
    rebased = at(with_pending.cpu, 0.5) - at(many.cpu, 0.5)
    goal = "CPU of rebasing 500 <= 100 ms; of one change p95 <= 16 ms, repainting not counted"
    figures = {"one_change": one.figures(), "500_changes": many.figures(), "with_500_pending": with_pending.figures()}
    harness.report("rebase", goal=goal, rebase_500_cpu_ms=round(rebased, 1), **figures)


if __name__ == "__main__":
    main()
