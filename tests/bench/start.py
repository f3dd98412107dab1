"""Cold start to a usable queue, as a process, against a process that shows a bare PySide6 window.

python3 tests/bench/start.py [--tickets N --messages M] [--desk DIR] [--rounds N]
"""

import os
import resource
import subprocess
import sys
import tempfile
from pathlib import Path
from time import perf_counter

from harness import ROOT, Times, at, desk_directory, options, ratio, report

BARE = """
from PySide6.QtWidgets import QApplication, QMainWindow, QTableView
app = QApplication(["bare"])
window = QMainWindow()
window.setCentralWidget(QTableView())
window.resize(1280, 800)
window.show()
app.processEvents()
window.grab()
print("ready", flush=True)
"""
OURS = """
import gc, sys
gc.disable()  # as ui/__main__.py does
from pathlib import Path
from PySide6.QtCore import QTimer
from agentdesk.desk import open_desk
from agentdesk.settings import load
from ui import app as application
from ui.context import Place

def look():
    wanted = sys.argv[3:]
    if wanted and window.context.place.queue not in ("", *wanted):
        window.context.set_place(Place(wanted[0]))
    elif ready():
        window.grab()
        print("ready", flush=True)
        timer.stop()
        window.close()
        program.quit()

def ready():
    if window.tickets.feed.loading:
        return False
    model = window.tickets.feed.model
    return model.rowCount() > 0 and model.line_at(0) is not None

desk = open_desk(Path(sys.argv[1]), sys.argv[2] or None)
program = application.make_application()
desk.forbid_sql_here()
window = application.open_window(desk, load().settings)
timer = QTimer()
timer.timeout.connect(look)
timer.start(1)
program.exec()
desk.close()
"""
IMPORTS = """
import gc
gc.disable()
from agentdesk.desk import open_desk
from ui import app
print("ready", flush=True)
"""
CACHE = Path(tempfile.gettempdir()) / "agentdesk-bench-compiled"


def launch(code: str, *arguments: str) -> tuple[float, float]:
    """Milliseconds on the wall until it says that it is ready, and CPU until it ended."""
    environment = {"QT_QPA_PLATFORM": "offscreen", **os.environ, "PYTHONPATH": str(ROOT)}
    environment["PYTHONPYCACHEPREFIX"] = str(CACHE)
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # an installed program is compiled
    before, began = resource.getrusage(resource.RUSAGE_CHILDREN), perf_counter()
    with tempfile.TemporaryFile() as words:
        process = subprocess.Popen(
            [sys.executable, "-c", code, *arguments], stdout=subprocess.PIPE, env=environment, stderr=words
        )
        assert process.stdout is not None
        while (line := process.stdout.readline()) and line.strip() != b"ready":
            pass
        wall = (perf_counter() - began) * 1000
        process.wait()
        words.seek(0)
        said = words.read().decode()
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if not line:
        raise RuntimeError(f"the program ended before it was ready: {said}")
    return wall, (after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime) * 1000


def compare(directory: Path, person: str, queue: str, rounds: int) -> dict[str, object]:
    """The queue is the one that was open last; the window remembers it."""
    launch(OURS, str(directory), person, queue)
    kinds = {"ours": (OURS, str(directory), person), "bare": (BARE,), "imports": (IMPORTS,)}
    times = {name: Times() for name in kinds}
    for turn in range(rounds + 1):
        for name, (code, *arguments) in kinds.items():
            wall, cpu = launch(code, *arguments)
            if turn:  # the first of each warms the page cache
                times[name].wall.append(wall)
                times[name].cpu.append(cpu)
    return {
        **times["ours"].figures(), **ratio(times["ours"], times["bare"]), "bare_p50_ms": at(times["bare"].wall, 0.5),
        "ratio_of_best": round(min(times["ours"].wall) / min(times["bare"].wall), 2),
        "imports_p50_ms": at(times["imports"].wall, 0.5), "imports_best_ms": round(min(times["imports"].wall)),
        "best_ms": round(min(times["ours"].wall)), "bare_best_ms": round(min(times["bare"].wall)),
    }  # fmt: skip


def main() -> None:
    given = options(__doc__)
    directory = desk_directory(given)
    rounds = given.rounds or 8
    report("start", goal="<= 2.5 of the bare window", rounds=rounds,
           all_of_a_million=compare(directory, "h01", "support.all", rounds),
           pending=compare(directory, "h01", "support.pending", rounds))  # fmt: skip


if __name__ == "__main__":
    main()
