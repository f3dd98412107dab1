"""What a desk does when news comes: one changed ticket, and 500 of them with and without 500 commands that wait.

python3 tests/bench/rebase.py [--rounds N]

The limit is sqlite3 running the same statements with the same values, on a copy of the file in one transaction: what is
above it is the rules, their arguments and answers. Beside it what those 500 commands cost to be judged once more, with
all they read in memory: nothing that keeps them right can be faster than both together.
"""

import argparse
import gc
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from functools import partial
from pathlib import Path
from typing import Any

import harness
from harness import Statement, Times, at, ratio, recorded
from sqlalchemy import Connection

from agentdesk.clock import SetClock
from agentdesk.domain.commands import AddNote
from agentdesk.domain.values import Id
from agentdesk.server.pull import pull
from agentdesk.store import outbox, pending, play
from agentdesk.store.base import NOTHING, Changed
from agentdesk.store.batch import Batch
from agentdesk.store.database import _WRITE_PRAGMAS, FILE
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
        self.file = self.stage.desk.directory / FILE
        self.tickets = [self.stage.world.filed() for _ in range(PENDING)]
        self.stage.clock.at = self.stage.world.now
        self.stage.join()
        self.slices = Times()
        self.exchange = Exchange(self._transact, harness.cpu_ticks, lambda: True)
        self.stage.cut()
        for ticket in self.tickets if pending else ():
            self.stage.give(self._note(ticket, self.stage.clock.new_id()))
        assert self.exchange.backlog().pending == (PENDING if pending else 0)

    def _transact(self, work: Any, *, bulk: bool = False) -> Any:
        return self.slices.take(lambda: self.stage.desk.transact(work, bulk=bulk))

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

    def judged(self, times: Times) -> None:
        """What waits, judged once more, from nothing but memory."""

        def work(connection: Connection) -> tuple[None, Changed]:
            rows, lanes = Batch(connection), outbox.lanes(connection)
            pending.rewind(rows, lanes)
            entries = outbox.waiting(connection, lanes)
            judge = partial(_judge, rows, entries)
            judge()  # the first time it reads
            times.take(judge)
            return None, NOTHING

        self.stage.desk.transact(work)

    def limit(self, pages: list[tuple[str, PullReply]], times: Times) -> int:
        """Absorbs them, too; answers how many statements that took, those for many rows counted by row."""
        with self._copy() as there:
            with recorded() as sent:
                self.absorb(pages)
            times.take(lambda: _run(there, sent))
        return sum(len(given) if _is_many(given) else 1 for _, given in sent)

    @contextmanager
    def _copy(self) -> Iterator[sqlite3.Connection]:
        with tempfile.TemporaryDirectory() as place, closing(sqlite3.connect(self.file)) as here:
            here.execute("VACUUM INTO ?", (str(Path(place, FILE)),))
            with closing(sqlite3.connect(Path(place, FILE), isolation_level=None)) as there:
                for pragma in (*_WRITE_PRAGMAS, "PRAGMA synchronous=NORMAL"):
                    there.execute(pragma)
                yield there

    @staticmethod
    def _note(ticket: Id, message: Id) -> AddNote:
        return AddNote(ticket=ticket, message=message, body_html=f"<p>Seen, and looked into as {message}.</p>")


def _judge(rows: Batch, entries: list[outbox.Entry]) -> None:
    for entry in entries:
        play.decided(rows, entry.envelope, series=None)


def _is_many(given: Any) -> bool:
    return isinstance(given, list)


def _run(connection: sqlite3.Connection, sent: list[Statement]) -> None:
    connection.execute("BEGIN IMMEDIATE")
    for sql, given in sent:
        if _is_many(given):
            connection.executemany(sql, given)
        else:
            connection.execute(sql, given).fetchall()
    connection.execute("COMMIT")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=5)
    rounds = parser.parse_args().rounds
    gc.disable()  # as the window does, which collects when it rests
    with tempfile.TemporaryDirectory() as place:
        idle, busy = (Bench(Path(place, name), pending=name == "busy") for name in ("idle", "busy"))
        one, many, with_pending, judging, raw = Times(), Times(), Times(), Times(), Times()
        for number in range(NEWS):
            pages = idle.change(idle.tickets[number])
            one.take(lambda pages=pages: idle.absorb(pages))
        busy.slices = Times()
        statements = 0
        for _ in range(rounds):
            for bench, times in ((idle, many), (busy, with_pending)):
                pages = bench.change(*bench.tickets)
                times.take(lambda bench=bench, pages=pages: bench.absorb(pages))
            slices, busy.slices = busy.slices, Times()
            statements = busy.limit(busy.change(*busy.tickets), raw)
            busy.judged(judging)
            busy.slices = slices
            gc.collect()
    rebased = at(with_pending.cpu, 0.5) - at(many.cpu, 0.5)
    harness.report(
        "rebase",
        goal="CPU of rebasing 500 <= 100 ms; of one change p95 <= 16 ms, repainting not counted; slices under 25 ms",
        rebase_500_cpu_ms=round(rebased, 1),
        with_pending_beside_raw_cpu=ratio(with_pending, raw)["ratio_cpu"],
        rebase_beside_judging_cpu=round(rebased / at(judging.cpu, 0.5), 2),
        statements=statements, raw=raw.figures(), judging_500=judging.figures(), one_change=one.figures(),
        with_500_pending=with_pending.figures(), slice=busy.slices.figures(), **{"500_changes": many.figures()},
    )  # fmt: skip


if __name__ == "__main__":
    main()
