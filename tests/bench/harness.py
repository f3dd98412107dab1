"""What every bench shares: the interpreter, the desk, turns taken in one run, and the line it prints."""

import argparse
import gc
import json
import os
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from importlib.util import find_spec
from pathlib import Path
from time import perf_counter, process_time
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
_OWN_PYTHON = ROOT / ".venv" / ("Scripts/python.exe" if os.name == "nt" else "bin/python")

if find_spec("sqlalchemy") is None and _OWN_PYTHON.exists() and not os.environ.get("BENCH_PYTHON"):
    done = subprocess.run([_OWN_PYTHON, *sys.argv], env={**os.environ, "BENCH_PYTHON": "1"}, check=False)
    raise SystemExit(done.returncode)
if str(ROOT) not in sys.path:
    sys.path.insert(0, str(ROOT))


def options(description: str | None) -> argparse.Namespace:
    """`--desk` is made by generate.py if it is not there; `--person` looks through that person's eyes."""
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("--tickets", type=int, default=1_000_000)
    parser.add_argument("--messages", type=int, default=5_000_000)
    parser.add_argument("--desk", type=Path)
    parser.add_argument("--rounds", type=int, default=0, help="0: as many as the bench thinks right")
    given = parser.parse_args()
    if given.desk is None:
        given.desk = Path(tempfile.gettempdir()) / f"agentdesk-bench-{given.tickets}-{given.messages}"
    return given


def desk_directory(given: argparse.Namespace) -> Path:
    """The desk to measure; a missing one is generated first."""
    directory: Path = given.desk
    if not (directory / "desk.sqlite").exists():
        made = [str(Path(__file__).with_name("generate.py")), "--desk", str(directory)]
        sizes = ["--tickets", str(given.tickets), "--messages", str(given.messages)]
        subprocess.run([sys.executable, *made, *sizes], check=True, stdout=sys.stderr)
    return directory


def say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


def report(bench: str, **figures: object) -> None:
    print(json.dumps({"bench": bench, **figures}, ensure_ascii=False))


@dataclass
class Times:
    """Milliseconds of many turns: wall and CPU of this process."""

    wall: list[float] = field(default_factory=list)
    cpu: list[float] = field(default_factory=list)

    def take(self, work: Callable[[], object]) -> Any:
        begun = clocks()
        result = work()
        self.since(begun)
        return result

    def since(self, begun: tuple[float, float]) -> None:
        """A turn that began at these `clocks`."""
        wall, cpu = clocks()
        self.add((wall - begun[0]) * 1000, (cpu - begun[1]) * 1000)

    def add(self, wall: float, cpu: float) -> None:
        self.wall.append(wall)
        self.cpu.append(cpu)

    def figures(self) -> dict[str, float]:
        return {
            "p50_ms": at(self.wall, 0.5), "p95_ms": at(self.wall, 0.95), "max_ms": at(self.wall, 1.0),
            "cpu_p50_ms": at(self.cpu, 0.5), "cpu_p95_ms": at(self.cpu, 0.95), "cpu_max_ms": at(self.cpu, 1.0),
        }  # fmt: skip


def clocks() -> tuple[float, float]:
    """Seconds on the wall, and of this process's CPU."""
    return perf_counter(), process_time()


def cpu_ticks() -> int:
    """Milliseconds of this process's CPU, for what paces itself by a clock: other programs do not slow it down."""
    return int(process_time() * 1000)


def at(values: list[float], part: float) -> float:
    """The value that this part of all values does not exceed."""
    ordered = sorted(values)
    return round(ordered[min(len(ordered) - 1, int(part * len(ordered)))], 3) if ordered else 0.0


def in_turns(rounds: int, *works: Callable[[], object], warm: int = 2) -> list[Times]:
    """Runs the works one after the other, again and again, so that a busy machine hits all of them alike."""
    for _ in range(warm):
        for work in works:
            work()
    times = [Times() for _ in works]
    for _ in range(rounds):
        for work, taken in zip(works, times, strict=True):
            taken.take(work)
    gc.collect()
    return times


def ratio(ours: Times, theirs: Times) -> dict[str, float]:
    """By the CPU, which other programs disturb least, and by the clock on the wall."""
    return {
        "ratio": round(at(ours.wall, 0.5) / max(at(theirs.wall, 0.5), 1e-6), 2),
        "ratio_cpu": round(at(ours.cpu, 0.5) / max(at(theirs.cpu, 0.5), 1e-6), 2),
    }


def raw_connection(directory: Path) -> sqlite3.Connection:
    """A plain connection with the product's own reading pragmas: the limit for a Python program."""
    from agentdesk.store.database import _READ_PRAGMAS  # noqa: PLC0415  (only where the product can be imported)

    connection = sqlite3.connect(directory / "desk.sqlite", isolation_level=None, check_same_thread=False)
    for pragma in _READ_PRAGMAS:
        connection.execute(pragma)
    return connection


Statement = tuple[str, Any]


@contextmanager
def recorded() -> Iterator[list[Statement]]:
    """Collects every SQL statement that the product sends, with its parameters."""
    from sqlalchemy import Engine, event  # noqa: PLC0415  (only where the product can be imported)

    sent: list[Statement] = []

    def note(_c: Any, _cursor: Any, statement: str, parameters: Any, _context: Any, _many: bool) -> None:
        if not statement.startswith("BEGIN"):
            sent.append((statement, parameters))

    event.listen(Engine, "before_cursor_execute", note)
    try:
        yield sent
    finally:
        event.remove(Engine, "before_cursor_execute", note)


def replay(connection: sqlite3.Connection, statements: list[Statement]) -> int:
    """The same SQL by sqlite3 itself, all rows fetched."""
    return sum(len(connection.execute(sql, given).fetchall()) for sql, given in statements)


def plans(connection: sqlite3.Connection, statements: list[Statement]) -> list[str]:
    """What SQLite does for them that grows with the desk: scans of whole tables and sorting."""
    found = []
    for sql, given in statements:
        steps = [row[3] for row in connection.execute("EXPLAIN QUERY PLAN " + sql, given)]
        found += [step for step in steps if step.startswith("SCAN") or "TEMP B-TREE" in step]
    return found
