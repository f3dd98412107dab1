"""Flinging through the list while everything is read from a server, against the same fling when it is all here.

python3 tests/bench/pulling.py [--tickets N --messages M] [--desk DIR] [--rounds N]

The frames of several downloads are counted together, for of one p99 is the eighth of its slowest frames. Both flings go
to the same places in the same order: what is here grows, so early ones lie close together and their rows are kept, late
ones are mostly to be fetched, and a frame of rows costs three times one of placeholders.

The pages of the server were written down before, so that only the desk works: its carrier reads them, takes them in and
indexes them, while the window's thread paints a new place each sixtieth of a second.
A block is a beat, due every five milliseconds on the window's thread, that came more than 50 ms after the one before.
"""

import pkgutil
import tempfile
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from time import monotonic, perf_counter, thread_time
from typing import Any

from harness import Times, at, desk_directory, options, report
from PySide6.QtCore import Qt, QTimer
from scroll import PICTURE
from stage import Stage
from told import Told, join, new_desk, rest

from ui.actions.openers import DIALOGS

TICKETS, DOWNLOADS = 20_000, 5
BLOCK = 50.0


@dataclass
class Fling:
    frames: Times = field(default_factory=Times)
    gaps: Times = field(default_factory=Times)
    """Between two beats."""

    def figures(self) -> dict[str, Any]:
        wall, cpu = self.frames.wall, self.frames.cpu
        return {
            "frames": len(wall), "p50_ms": at(wall, 0.5), "p99_ms": at(wall, 0.99), "cpu_p99_ms": at(cpu, 0.99),
            "longest_gap_ms": at(self.gaps.wall, 1.0), "longest_gap_cpu_ms": at(self.gaps.cpu, 1.0),
            "blocks": sum(took > BLOCK for took in self.gaps.wall),
            "blocks_by_cpu": sum(took > BLOCK for took in self.gaps.cpu),
        }  # fmt: skip


class Heart:
    """Beats on the window's thread."""

    def __init__(self, gaps: Times) -> None:
        self._gaps, self._last = gaps, (perf_counter(), thread_time())
        self._timer = QTimer(interval=5, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)
        self._timer.start()

    def stop(self) -> None:
        self._timer.stop()

    def _beat(self) -> None:
        now = perf_counter(), thread_time()
        self._gaps.wall.append((now[0] - self._last[0]) * 1000)
        self._gaps.cpu.append((now[1] - self._last[1]) * 1000)
        self._last = now


class Bench:
    def __init__(self, directory: Path, told: Told) -> None:
        self.told = told
        self.stage = Stage(new_desk(directory))
        self.cards = self.stage.window.tickets.cards
        for name in DIALOGS.values():  # else they are loaded one by one while it flings
            pkgutil.resolve_name(name)

    def run(self, pulling: Fling, quiet: Fling) -> None:
        syncing = join(self.stage.desk, self.told)
        self.stage.show_queue("support.all")
        places: list[int] = []
        self._fling(pulling, self._while_pulling(places))
        self.stage.until(lambda: self.stage.window.tickets.feed.total == self.told.tickets)
        rest(self.stage.desk)
        self._fling(quiet, places)
        syncing.stop()
        self.stage.close()

    def _while_pulling(self, places: list[int]) -> Iterator[int]:
        """Anywhere in what is there by then, so that frames have rows to fetch."""
        chance = Random(5)
        while self.stage.desk.link.state != "online":
            places.append(int(chance.random() * self.stage.window.tickets.feed.model.rowCount()))
            yield places[-1]

    def _fling(self, fling: Fling, places: Iterable[int]) -> None:
        heart = Heart(fling.gaps)
        for place in places:
            began = monotonic()
            _timed(fling.frames, lambda place=place: self._show(place))  # type: ignore[misc]
            self.stage.rest_of(began, PICTURE)
        heart.stop()

    def _show(self, place: int) -> None:
        self.cards.verticalScrollBar().setValue(place * self.cards.rowHeight(0))
        self.cards.viewport().repaint()


def _timed(times: Times, work: Callable[[], object]) -> None:
    """By the clock, and by the CPU of the window's thread alone."""
    cpu, wall = thread_time(), perf_counter()
    work()
    times.wall.append((perf_counter() - wall) * 1000)
    times.cpu.append((thread_time() - cpu) * 1000)


def compared(pulling: Fling, quiet: Fling) -> dict[str, Any]:
    one, other = pulling.figures(), quiet.figures()
    return {
        "pulling": one, "quiet": other,
        "p99_ratio": round(one["p99_ms"] / other["p99_ms"], 2),
        "p99_ratio_cpu": round(one["cpu_p99_ms"] / other["cpu_p99_ms"], 2),
    }  # fmt: skip


def main() -> None:
    given = options(__doc__)
    told = Told.of(desk_directory(given), min(TICKETS, given.tickets))
    pulling, quiet = Fling(), Fling()
    for _ in range(given.rounds or DOWNLOADS):
        with tempfile.TemporaryDirectory() as place:
            Bench(Path(place), told).run(pulling, quiet)
    found = compared(pulling, quiet)
    report("pulling", goal="p99 <= 1.5 of the quiet fling; no block over 50 ms", tickets=told.tickets, **found)


if __name__ == "__main__":
    main()
