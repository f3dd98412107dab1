"""Memory of a window whose list shows a million tickets, after a fling, against a bare window.

python3 tests/bench/list_memory.py [--tickets N --messages M] [--desk DIR]
"""

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from harness import ROOT, desk_directory, options, report

WEIGH = """
import gc, json, sys
from pathlib import Path

def weigh():
    gc.collect()
    kinds = dict(line.split(":", 1) for line in Path("/proc/self/smaps_rollup").read_text().splitlines()[1:])
    return {name: int(kinds[name].split()[0]) / 1024 for name in ("Rss", "Anonymous")}
"""
BARE = (
    WEIGH
    + """
from PySide6.QtWidgets import QApplication, QMainWindow, QTableView
app = QApplication(["bare"])
window = QMainWindow()
window.setCentralWidget(QTableView())
window.resize(1280, 800)
window.show()
app.processEvents()
window.grab()
print(json.dumps(weigh()))
"""
)
OURS = (
    WEIGH
    + """
from time import monotonic
from PySide6.QtCore import QEventLoop
from agentdesk.desk import open_desk
from agentdesk.settings import Settings
from ui import app as application
from ui.context import Place

def until(done, seconds=60):
    end = monotonic() + seconds
    while not done() and monotonic() < end:
        program.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)
    assert done()

desk = open_desk(Path(sys.argv[1]))
program = application.make_application()
window = application.open_window(desk, Settings())
model, cards = window.tickets.feed.model, window.tickets.cards
until(lambda: window.context.place.queue)
window.context.set_place(Place("support.all"))
until(lambda: not window.tickets.feed.loading and model.rowCount() >= min(1, int(sys.argv[2])))
if int(sys.argv[2]):
    until(lambda: model.rowCount() == int(sys.argv[2]))
    bar = cards.verticalScrollBar()
    for step in range(400):
        bar.setValue(bar.maximum() * (step * 37 % 400) // 400)
        cards.viewport().repaint()
        program.processEvents()
    until(lambda: model.line_at(cards.rowAt(5)) is not None)
result = weigh() | {"rows": model.rowCount()}
window.close()
desk.close()
print(json.dumps(result))
"""
)


def run(code: str, *arguments: str) -> dict[str, float]:
    environment = {"QT_QPA_PLATFORM": "offscreen", **os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run([sys.executable, "-c", code, *arguments], env=environment, stdout=subprocess.PIPE, check=True)
    return dict(json.loads(done.stdout.splitlines()[-1]))


def main() -> None:
    given = options(__doc__)
    directory = desk_directory(given)
    with tempfile.TemporaryDirectory() as empty:
        bare, small = run(BARE), run(OURS, str(Path(empty) / "desk"), "0")
    large = run(OURS, str(directory), str(given.tickets))
    over = {name: round(large[name] - bare[name], 1) for name in ("Rss", "Anonymous")}
    report(
        "list_memory", goal="<= +60 MB over the bare window", rows=large["rows"],
        mb_over_bare=over, mb_over_same_window_empty={n: round(large[n] - small[n], 1) for n in over},
        bare_mb=bare, empty_desk_mb=small, large_mb=large,
    )  # fmt: skip


if __name__ == "__main__":
    main()
