"""Taking in the first download, against raw sqlite3 inserting the same rows into the same tables.

python3 tests/bench/bulk.py [--tickets N --messages M] [--desk DIR] [--rounds N]

Each turn fills a file of its own. Ours is what pages cost the store's lane, from its first turn to the last commit, as
the carrier takes them in: upserts by `rev`, counters, the indexer's queue and the place where the download goes on, in
slices. Nobody waits for the lane; and once more while somebody always does, so that each slice has a
transaction of its own. Raw is one `executemany` of finished values in one transaction; it is told, too, what it takes
of the same pages, each in a transaction of its own, as a program does that keeps what it has got. The other is a plain
program that GETs the same JSON from a server on this machine and decodes it. The carrier does that, too, and checks
each value and makes it ready for SQLite before it asks for the lane: that is told as well, and what all takes together.
"""

import gc
import json
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import fields
from http.client import HTTPConnection
from pathlib import Path
from typing import Any

from harness import Times, at, clocks, cpu_ticks, desk_directory, options, ratio, report
from sqlalchemy import select

from agentdesk.desk.carrier import gathered
from agentdesk.domain.entities import KINDS
from agentdesk.store import served
from agentdesk.store.checked import checked
from agentdesk.store.database import _WRITE_PRAGMAS, FILE, Database
from agentdesk.store.exchange import Exchange
from agentdesk.store.schema import TABLES
from agentdesk.store.served import Bootstrap, Served
from agentdesk.wire import MOST_ROWS, BootstrapPage, Documents, Rows

ROWS = {"ticket": 20_000, "message": 50_000}
_NOBODY = "00000000-0000-0000-0000-000000000001"


class Download:
    """The rows of one kind, as they come over the wire and as SQLite keeps them."""

    def __init__(self, source: Path, kind: str) -> None:
        self.kind, self.names = kind, [field.name for field in fields(KINDS[kind])]
        self.replies = [page.model_dump_json() for page in self._pages(source)]
        columns = ", ".join(f'"{name}"' for name in self.names)
        with closing(sqlite3.connect(source / FILE)) as connection:
            asked = f"SELECT {columns} FROM {kind} ORDER BY n LIMIT ?"
            self.finished = connection.execute(asked, (ROWS[kind],)).fetchall()
        self.insert = f"INSERT INTO {kind} ({columns}) VALUES ({', '.join('?' * len(self.names))})"

    def _pages(self, source: Path) -> Iterator[BootstrapPage]:
        table = TABLES[self.kind]
        chosen = select(*(table.c[name] for name in self.names)).order_by(table.c.n).limit(ROWS[self.kind])
        with closing(Database(source, write=False)) as database, database.reader.connect() as connection:
            rows = [list(row) for row in connection.execute(chosen)]
        for start in range(0, len(rows), MOST_ROWS):
            some = Rows(columns=self.names, rows=rows[start : start + MOST_ROWS])
            after = f"{start + MOST_ROWS}" if start + MOST_ROWS < len(rows) else ""
            yield BootstrapPage(documents=Documents(tables={self.kind: some}), after=after)


class PlainServer:
    """Pages as files of a plain HTTP server."""

    def __init__(self, replies: list[str], place: Path) -> None:
        self._count = len(replies)
        for number, reply in enumerate(replies):
            (place / str(number)).write_text(reply, "utf-8")
        options = ("--bind", "127.0.0.1", "--protocol", "HTTP/1.1", "--directory", str(place))
        self._server = subprocess.Popen(
            [sys.executable, "-u", "-m", "http.server", "0", *options],
            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
        )  # fmt: skip
        assert self._server.stdout is not None
        self._port = int(self._server.stdout.readline().split(" port ")[1].split()[0])

    def get(self) -> Iterator[bytes]:
        with closing(HTTPConnection("127.0.0.1", self._port)) as connection:
            for number in range(self._count):
                connection.request("GET", f"/{number}")
                yield connection.getresponse().read()

    def close(self) -> None:
        self._server.terminate()
        self._server.wait()


@contextmanager
def _copy(empty: Path) -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as place:
        shutil.copy(empty / FILE, place)
        yield Path(place)


class Lane:
    """The store's lane, which nobody else wants, or somebody whenever it is asked."""

    def __init__(self, database: Database, waits: Times, *, wanted: bool) -> None:
        self._database, self._wanted = database, wanted
        self.turns = Times()
        self.waits = waits
        """How long somebody waits who comes as the last slice of a transaction begins, or as it has ended."""

    def transact(self, work: Any, *, bulk: bool = False) -> Any:
        return self.turns.take(lambda: self._turn(work))

    def _turn(self, work: Any) -> Any:
        with self._database.bulk(self._ended) as connection:
            self._began = clocks()
            result, _ = work(connection)
        self.waits.since(self._began)
        return result

    def awaited(self) -> bool:
        if not self._wanted:
            self._began = clocks()
        return self._wanted

    def _ended(self) -> bool:
        if not self._wanted:
            self.waits.since(self._began)
        return self.awaited()


class Ours:
    def __init__(self) -> None:
        self.lane, self.all, self.waits = Times(), Times(), Times()
        """What the store's lane takes, and what all takes, from asking for the first page."""

    def take(self, empty: Path, server: "PlainServer", *, wanted: bool) -> None:
        with _copy(empty) as directory, closing(Database(directory, write=True)) as database:
            database.writer.connect().close()
            lane = Lane(database, self.waits, wanted=wanted)
            exchange = Exchange(lane.transact, cpu_ticks, lane.awaited)
            self.all.take(lambda: _take_in(exchange, server))
        self.lane.add(sum(lane.turns.wall), sum(lane.turns.cpu))


def _take_in(exchange: Exchange, server: "PlainServer") -> None:
    """As many pages are read as the carrier reads at once, when those before are in."""
    asked, replies, first = "", server.get(), True
    while asked or first:
        pages = gathered(lambda _: _page(next(replies)), asked, lambda page: page.after)
        exchange.absorb_pages(pages, 0)
        asked, first = pages[-1][1].after, False


def raw(empty: Path, download: Download, whole: Times, pieces: int = 1) -> None:
    with _copy(empty) as directory, closing(sqlite3.connect(directory / FILE, isolation_level=None)) as connection:
        for pragma in (*_WRITE_PRAGMAS, "PRAGMA synchronous=NORMAL"):
            connection.execute(pragma)
        whole.take(lambda: _insert(connection, download, pieces))


def _insert(connection: sqlite3.Connection, download: Download, pieces: int) -> None:
    size = -(-len(download.finished) // pieces)
    for start in range(0, len(download.finished), size):
        connection.execute("BEGIN IMMEDIATE")
        connection.executemany(download.insert, download.finished[start : start + size])
        connection.execute("COMMIT")


def _empty(directory: Path) -> Path:
    """A desk that has just joined a server."""
    with closing(Database(directory, write=True)) as database, database.writer.begin() as connection:
        served.keep(connection, Served(server="bench", person=_NOBODY, client=_NOBODY, bootstrap=Bootstrap()))
    return directory


def figures(empty: Path, download: Download, server: PlainServer, rounds: int) -> dict[str, Any]:
    our, in_turns, theirs, by_page, getting, reading = Ours(), Ours(), Times(), Times(), Times(), Times()
    for _ in range(rounds):
        our.take(empty, server, wanted=False)
        raw(empty, download, theirs)
        raw(empty, download, by_page, len(download.replies))
        in_turns.take(empty, server, wanted=True)
        gc.collect()
    for _ in range(rounds):  # all replies in memory at once leave it in pieces, which is nobody's way to take them in
        getting.take(lambda: [json.loads(reply) for reply in server.get()])
        reading.take(lambda: [checked(_page(reply).documents) for reply in server.get()])
        gc.collect()
    count = len(download.finished)
    return {
        "rows": count,
        "rows_a_second_cpu": round(1000 * count / at(our.lane.cpu, 0.5)),
        "speed_beside_raw_cpu": _speed(our.lane, theirs),
        "speed_beside_raw_wall": round(1 / ratio(our.lane, theirs)["ratio"], 2),
        "speed_beside_raw_by_page_cpu": _speed(our.lane, by_page),
        "speed_beside_get_and_decode_cpu": _speed(our.lane, getting),
        "get_and_decode_beside_raw_cpu": ratio(getting, theirs)["ratio_cpu"],
        "get_and_check_beside_raw_cpu": ratio(reading, theirs)["ratio_cpu"],
        "speed_of_all_beside_raw_cpu": _speed(our.all, theirs),
        "wait": our.waits.figures(),
        "always_waited_for": {
            "speed_beside_raw_cpu": _speed(in_turns.lane, theirs),
            "wait": in_turns.waits.figures(),
        },
    }


def _speed(ours: Times, theirs: Times) -> float:
    return round(1 / ratio(ours, theirs)["ratio_cpu"], 2)


def _page(reply: bytes) -> BootstrapPage:
    return BootstrapPage.model_validate_json(reply)


def _measured(empty: Path, download: Download, rounds: int) -> dict[str, Any]:
    with tempfile.TemporaryDirectory() as place, closing(PlainServer(download.replies, Path(place))) as server:
        return figures(empty, download, server, rounds)


def main() -> None:
    gc.disable()  # as the window does, which collects when it rests
    given = options(__doc__)
    source = desk_directory(given)
    with tempfile.TemporaryDirectory() as place:
        empty = _empty(Path(place) / "empty")
        found = {kind: _measured(empty, Download(source, kind), given.rounds or 5) for kind in ROWS}
    report("bulk", goal="tickets >= 0.6 of raw, messages >= 0.8 of the slower of both; who waits under 25 ms", **found)


if __name__ == "__main__":
    main()
