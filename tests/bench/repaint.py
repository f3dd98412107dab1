"""From what somebody does, or a server tells, to the row that is painted anew.

python3 tests/bench/repaint.py [--tickets N --messages M] [--desk DIR] [--rounds N]

A person's action: from giving the command to the window until its row has been painted with what it changed. News: from
the commit of one changed ticket on the store's lane to the same. The raw limit beside both is an upsert of one row by
sqlite3, in a transaction that is flushed.
"""

import sqlite3
import tempfile
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from time import monotonic, perf_counter, process_time
from typing import Any

from deciding import READ, Painted
from harness import Times, desk_directory, options, report
from stage import Stage
from told import Told, applied, changed, join, new_desk, rest, ticket_row

from agentdesk.desk import Outcome
from agentdesk.desk.syncing import Syncing
from agentdesk.domain.commands import SetPriority
from agentdesk.domain.values import Priority
from agentdesk.store.database import _WRITE_PRAGMAS, FILE, Database
from agentdesk.wire import PushReply, PushRequest
from ui.tickets.model import TicketRole

TICKETS = 20_000
_OTHERS = {Priority.FATAL: Priority.MINOR, Priority.MINOR: Priority.FATAL}


class Bench:
    def __init__(self, directory: Path, told: Told) -> None:
        self.directory, self.told = new_desk(directory), told
        self.stage = Stage(directory)
        self.list = self.stage.window.tickets
        self.syncing: Syncing = join(self.stage.desk, told)
        self.stage.show_queue("support.all")
        self.stage.until(lambda: self.list.feed.total == told.tickets and self.stage.desk.link.state == "online")
        rest(self.stage.desk)
        self.stage.show_queue("support.pending")
        self.number, self.ticket = self._first_that_may("set_priority")
        with closing(Database(self.directory, write=False)) as database:
            self.row = ticket_row(database, self.ticket)
            """As the server has it."""
        told.answer = self._answer

    def _first_that_may(self, command: str) -> tuple[int, str]:
        """Not every scheme lets its staff do that."""
        context, model = self.stage.window.context, self.list.feed.model
        for place in range(model.rowCount()):
            self.stage.until(lambda place=place: model.line_at(place) is not None)  # type: ignore[misc]
            ticket = str(model.index(place, 0).data(TicketRole))
            context.set_selection((ticket,))
            self.stage.until(lambda ticket=ticket: context.detail is not None and context.detail.row.id == ticket)  # type: ignore[misc]
            action = context.allowed(command)
            if action is not None and action.enabled:
                return model.id_at(place), ticket
        raise LookupError(f"nobody may {command} here")

    def run(self, rounds: int) -> dict[str, Any]:
        action, news = Times(), Times()
        for number in range(rounds):
            self._hear(number, news)
        for _ in range(rounds):  # each is sent when it can be undone no more: then it is told of in a later round
            action.take(self._act)
            self.stage.rest_of(monotonic(), READ)
        figures = {"action": action.figures(), "news": news.figures()}
        self.syncing.stop()
        self.stage.close()
        return figures | {"raw": self._raw(rounds)}

    def _act(self) -> None:
        wanted = _OTHERS.get(self._line().row.priority, Priority.FATAL)
        outcomes: list[Outcome] = []
        self.stage.window.context.give(SetPriority(ticket=self.ticket, priority=wanted), then=outcomes.append)
        self._until_painted(lambda row: row.priority == wanted, lambda: all(outcome.done for outcome in outcomes))

    def _answer(self, request: PushRequest) -> PushReply:
        """The server answers at once: what it tells competes with the painting."""
        self.row |= {"rev": self.row["rev"] + 1, "priority": request.commands[-1].args["priority"]}
        return applied(request, self.row)

    def _hear(self, number: int, times: Times) -> None:
        """From the commit to the painted row."""
        self.row |= {"rev": self.row["rev"] + 1, "subject": f"Told for the {number}th time"}
        ended = self._commits()
        self.told.news.append(changed(self.row, f"{number}"))
        self.syncing.retry_now()
        self._until_painted(lambda shown: shown.subject == self.row["subject"])
        cpu, wall = ended[0]
        times.wall.append((perf_counter() - wall) * 1000)
        times.cpu.append((process_time() - cpu) * 1000)
        self.stage.rest_of(monotonic(), READ)  # what else came of it is done

    def _commits(self) -> list[tuple[float, float]]:
        """When the store's lane tells of what it has written; the product's own call behind it."""
        ended: list[tuple[float, float]] = []
        watches = self.stage.desk._watches
        tell = type(watches).changed

        def heard(ids: Any) -> None:
            if ("ticket", self.ticket) in ids:
                ended.append((process_time(), perf_counter()))
            tell(watches, ids)

        watches.changed = heard  # type: ignore[method-assign]
        return ended

    def _until_painted(self, as_wanted: Any, hopeful: Callable[[], bool] = lambda: True) -> None:
        painted = Painted(self.list.cards.viewport(), lambda: as_wanted(self._line().row))
        self.stage.until(lambda: painted.times > 0 or not hopeful())
        assert painted.times, "the desk refused it"
        painted.deleteLater()

    def _line(self) -> Any:
        return self.list.feed.model.line_of(self.number)

    def _raw(self, rounds: int) -> dict[str, float]:
        times = Times()
        with closing(sqlite3.connect(self.directory / FILE, isolation_level=None)) as connection:
            for pragma in (*_WRITE_PRAGMAS, "PRAGMA synchronous=FULL"):
                connection.execute(pragma)
            for _ in range(rounds):
                times.take(lambda: self._upsert(connection))
        return times.figures()

    def _upsert(self, connection: sqlite3.Connection) -> None:
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("UPDATE ticket SET priority = priority WHERE n = 1")
        connection.execute("COMMIT")


def main() -> None:
    given = options(__doc__)
    told = Told.of(desk_directory(given), min(TICKETS, given.tickets))
    with tempfile.TemporaryDirectory() as place:
        found = Bench(Path(place), told).run(given.rounds or 100)
    report("repaint", goal="action to painted row p95 <= 50 ms; news from commit to painted row p95 <= 16 ms", **found)


if __name__ == "__main__":
    main()
