"""Frames of the list while it is scrolled, against a canvas that paints the same cards from memory.

python3 tests/bench/scroll.py [--tickets N --messages M] [--desk DIR] [--rounds N]
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from random import Random
from time import monotonic, perf_counter, process_time, thread_time

from harness import Times, at, desk_directory, options, report
from PySide6.QtCore import QRectF, QTimer
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget
from stage import Stage

from agentdesk.desk.queries.tickets import TicketRows
from ui.cards.ticket_card import CardPainter, CardWords, Marks
from ui.icons import Icons
from ui.tickets.lines import Viewer, line_of

KEPT = 2_000
"""So many cards the canvas has in memory; it paints them again and again."""
FRAMES = 60
"""Of one list in a row, before it is the turn of the other."""
PICTURE = 1 / 60
"""Seconds between two pictures: what the list fetches, it fetches in the rest of that time."""


class Canvas(QWidget):
    """What is left of a list when nothing but painting remains."""

    def __init__(self, icons: Icons, cards: list[CardWords]) -> None:
        super().__init__()
        self._icons, self._cards, self._painter = icons, cards, CardPainter(icons)
        self.first = 0

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), self._icons.theme.color("list"))
        height, width = self._painter.height(), self.width()
        for row in range(self.height() // height + 1):
            painter.save()
            card = self._cards[(self.first + row) % len(self._cards)]
            self._painter.paint(painter, QRectF(0, row * height, width, height), card, Marks())
            painter.restore()
        painter.end()


@dataclass
class Motion:
    """One way to scroll: `wall` and `cpu` of the window's thread for each frame, `all_cpu` with the fetching."""

    frames: Times = field(default_factory=Times)
    all_cpu: float = 0.0
    blank: int = 0

    def figures(self) -> dict[str, float]:
        return {
            "p50_ms": at(self.frames.wall, 0.5), "p99_ms": at(self.frames.wall, 0.99),
            "cpu_p50_ms": at(self.frames.cpu, 0.5), "cpu_p99_ms": at(self.frames.cpu, 0.99),
            "over_16.7_ms": round(sum(wall > 16.7 for wall in self.frames.wall) / len(self.frames.wall), 4),
            "cpu_with_fetching_ms": round(self.all_cpu / len(self.frames.cpu), 3),
            "frames_with_placeholders": round(self.blank / len(self.frames.wall), 4),
        }  # fmt: skip


def places(kind: str, rows: int, random: Random) -> Iterator[int]:
    """First rows of frames: `smooth` three rows on, `fling` five thousand, `jump` anywhere."""
    place = random.randrange(rows)
    while True:
        yield place % rows
        place = random.randrange(rows) if kind == "jump" else place + (3 if kind == "smooth" else 5_000)


class Bench:
    def __init__(self, stage: Stage) -> None:
        self.stage = stage
        self.rows = stage.show_queue("support.all")
        self.cards, self.model = stage.window.tickets.cards, stage.window.tickets.feed.model
        self.height = self.cards.rowHeight(0)
        self.canvas = Canvas(stage.window.icons, self._from_memory())
        self.canvas.resize(self.cards.viewport().size())
        self.canvas.show()
        self.shown = self.cards.viewport().height() // self.height + 1

    def _from_memory(self) -> list[CardWords]:
        """The first of the list, read on a lane of the desk."""
        desk, found = self.stage.desk, []
        wanted = TicketRows(tuple(self.model.ids()[:KEPT]))
        desk.ask(wanted, lambda rows: found.extend(rows.values()))
        self.stage.until(lambda: bool(found))
        viewer = Viewer(desk.person, desk.clock.now())
        return [line_of(row, viewer).card for row in found]

    def run(self, rounds: int) -> dict[str, dict[str, object]]:
        found: dict[str, dict[str, object]] = {}
        for kind in ("smooth", "fling", "jump"):
            random = Random(5)
            ours, canvas = Motion(), Motion()
            steps = [places(kind, self.rows - self.shown, random) for _ in range(2)]
            for turn in range(rounds + 1):
                into = (ours, canvas) if turn else (Motion(), Motion())  # the first turn warms both
                self._turn(into[0], steps[0], self._show_list, looked=True)
                self._turn(into[1], steps[1], self._show_canvas, looked=False)
            found[kind] = compared(ours, canvas)
        return found

    def _turn(self, motion: Motion, steps: Iterator[int], show: Callable[[int], None], *, looked: bool) -> None:
        before = process_time()
        for _ in range(FRAMES):
            place, began = next(steps), monotonic()
            cpu, wall = thread_time(), perf_counter()
            show(place)
            motion.frames.wall.append((perf_counter() - wall) * 1000)
            motion.frames.cpu.append((thread_time() - cpu) * 1000)
            motion.blank += looked and self._is_blank(place)
            self.stage.rest_of(began, PICTURE)
        motion.all_cpu += (process_time() - before) * 1000

    def _is_blank(self, place: int) -> bool:
        number = self.model.id_at
        return any(self.model.line_of(number(row)) is None for row in range(place, place + self.shown))

    def _show_list(self, place: int) -> None:
        self.cards.verticalScrollBar().setValue(place * self.height)
        self.cards.viewport().repaint()

    def _show_canvas(self, place: int) -> None:
        self.canvas.first = place
        self.canvas.repaint()


def compared(ours: Motion, canvas: Motion) -> dict[str, object]:
    one, other = ours.figures(), canvas.figures()
    return {
        **one, "canvas": other,
        "ratio_cpu": round(one["cpu_p50_ms"] / other["cpu_p50_ms"], 2),
        "ratio_cpu_with_fetching": round(one["cpu_with_fetching_ms"] / other["cpu_with_fetching_ms"], 2),
        "ratio": round(one["p50_ms"] / other["p50_ms"], 2),
    }  # fmt: skip


def main() -> None:
    given = options(__doc__)
    stage = Stage(desk_directory(given))
    bench = Bench(stage)
    found = bench.run(given.rounds or 5)
    QTimer.singleShot(0, bench.canvas, bench.canvas.close)
    stage.close()
    report("scroll", goal="frame <= 2 of the canvas by CPU", rows=bench.rows, shown=bench.shown, **found)


if __name__ == "__main__":
    main()
