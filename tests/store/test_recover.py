"""Every row whose bytes lie on whole pages is found again, whatever happened to the others, and no other row is."""

import random
import shutil
import sqlite3
import struct
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Boolean, Column, Connection, Integer, Table, insert

from agentdesk.domain.values import Priority
from agentdesk.records.types import IdType, PriorityType, TextsType, WordType, id_text
from agentdesk.store.database import FILE
from agentdesk.store.pages import Pages
from agentdesk.store.recover import Recovery, Row
from agentdesk.store.schema import metadata
from tests.desks import a_database

PAGE = 4_096
FRAME = 24 + PAGE
SEEDS, NIGHTLY = 15, 4_000
Damage = Callable[[bytes], bytes]
Numbers = frozenset[int]
Found = defaultdict[str, "Counter[Row]"]
NONE: Numbers = frozenset()
TWINS = (("participant", "service_owner"), ("counter", "number_series", "search_state"))
"""Rows of these look alike, so without their trees nobody can say whose they are."""
ALIKE = (*TWINS, *((table,) for table in metadata.tables if table not in {*TWINS[0], *TWINS[1]}))


@dataclass(frozen=True)
class Truth:
    """What SQLite says of the whole file."""

    content: bytes
    rows: dict[str, list[tuple[Row, Numbers]]]
    """Of each table its rows, each with the pages that it lies on."""
    indexes: dict[str, Numbers]
    """Of each table the pages of the index that names its rows."""
    roots: dict[str, int]

    def without(self, table: str, bad: Numbers) -> "Counter[Row]":
        return Counter(row for row, pages in self.rows[table] if not pages & bad)


# --------------------------------------------------------------------- a file with rows of every kind


def _text(chance: random.Random) -> str:
    long = chance.random() < 0.03
    return "".join(chance.choices("abc de äöü 退款申请", k=chance.randrange(9_000 if long else 60)))


def _value(column: "Column[Any]", chance: random.Random) -> Any:
    type_ = column.type
    if column.nullable and chance.random() < 0.3:
        return None
    if isinstance(type_, IdType):
        return id_text(chance.randbytes(16))
    if isinstance(type_, WordType):
        return chance.choice(list(type_.words))
    if isinstance(type_, PriorityType):
        return chance.choice(list(Priority))
    if isinstance(type_, TextsType):
        return tuple(_text(chance) for _ in range(chance.randrange(3)))
    if isinstance(type_, Boolean):
        return chance.random() < 0.5
    if isinstance(type_, Integer):
        return chance.choice((0, 1, -1, chance.getrandbits(52)))
    return _text(chance) + (f"{chance.getrandbits(40)}" if column.primary_key else "")


def _rows(table: Table, chance: random.Random) -> list[dict[str, Any]]:
    columns = [column for column in table.columns if column.name != "n" or table.name in ("seal", "to_index")]
    return [{column.name: _value(column, chance) for column in columns} for _ in range(chance.randrange(6, 16))]


def _fill(connection: Connection, chance: random.Random, turns: int) -> None:
    """Rows come in turns, and go in long stretches, so that whole pages become free."""
    tables = [table for table in metadata.sorted_tables if table.name not in ("seal", "to_index")]
    for _ in range(turns):
        for table in chance.sample(tables, k=len(tables)):
            rows = _rows(table, chance)
            if rows:
                connection.execute(insert(table), rows)
        words = [(chance.getrandbits(40), _text(chance), _text(chance), "") for _ in range(20)]
        connection.exec_driver_sql("INSERT INTO search(rowid, subject, body, files) VALUES(?, ?, ?, ?)", words)
        seals = [(chance.getrandbits(40), chance.randbytes(32).hex()) for _ in range(20)]
        connection.exec_driver_sql("INSERT INTO seal VALUES(?, ?)", seals)
    for table in tables:
        first = chance.randrange(40)
        connection.exec_driver_sql(f'DELETE FROM "{table.name}" WHERE rowid BETWEEN ? AND ?', (first, first + 20))


def _placed(connection: sqlite3.Connection, table: str) -> list[tuple[Row, Numbers]]:
    """The rows in their order, dealt to the leaves in theirs, as `dbstat` counts them."""
    asked = "SELECT path, pageno, pagetype, ncell FROM dbstat WHERE name = ? ORDER BY path"
    leaves: list[tuple[str, int, int]] = []
    more: dict[str, set[int]] = defaultdict(set)
    for path, number, type_, cells in connection.execute(asked, (table,)):
        if type_ == "leaf":
            leaves.append((path, number, cells))
        elif type_ == "overflow":
            more[path.partition("+")[0]].add(number)
    rows = iter(connection.execute(f'SELECT * FROM "{table}" ORDER BY rowid'))
    return [(next(rows), frozenset({number, *more[f"{path}{cell:03x}"]}))
            for path, number, cells in leaves for cell in range(cells)]  # fmt: skip


def _truth(path: Path) -> Truth:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        rows = {table: _placed(connection, table) for table in metadata.tables}
        names = {table: f"sqlite_autoindex_{table}_1" for table in metadata.tables}
        pages = "SELECT pageno FROM dbstat WHERE name = ?"
        indexes = {table: frozenset(n for (n,) in connection.execute(pages, (name,))) for table, name in names.items()}
        roots = dict(connection.execute("SELECT name, rootpage FROM sqlite_schema WHERE rootpage"))
    return Truth(path.read_bytes(), rows, indexes, roots)


@pytest.fixture(scope="module")
def truth(tmp_path_factory: pytest.TempPathFactory) -> Truth:
    directory = tmp_path_factory.mktemp("truth")
    with a_database(directory) as database, database.writer.begin() as connection:
        _fill(connection, random.Random(20261126), 8)
    return _truth(directory / FILE)


@pytest.fixture(scope="module")
def fresh(tmp_path_factory: pytest.TempPathFactory) -> Iterator[sqlite3.Connection]:
    directory = tmp_path_factory.mktemp("fresh")
    with a_database(directory) as database:
        database.writer.connect().close()
    with closing(sqlite3.connect(directory / FILE)) as connection:
        yield connection


# ------------------------------------------------------------------------------------------- damage


def on_pages(*numbers: int, noise: random.Random | None = None) -> Damage:
    def damage(content: bytes) -> bytes:
        changed = bytearray(content)
        for number in numbers:
            changed[(number - 1) * PAGE : number * PAGE] = noise.randbytes(PAGE) if noise else bytes(PAGE)
        return bytes(changed)

    return damage


def zeros(start: int, length: int) -> Damage:
    return lambda content: content[:start] + bytes(length) + content[start + length :]


def sectors(chance: random.Random) -> Damage:
    """Single sectors here and there."""

    def damage(content: bytes) -> bytes:
        changed = bytearray(content)
        for sector in chance.sample(range(len(content) // 512), k=30):
            changed[sector * 512 : sector * 512 + 512] = chance.randbytes(512)
        return bytes(changed)

    return damage


def _touched(before: bytes, after: bytes) -> Numbers:
    numbers = range(1, len(before) // PAGE + 1)
    return frozenset(n for n in numbers if before[(n - 1) * PAGE : n * PAGE] != after[(n - 1) * PAGE : n * PAGE])


def recovered(path: Path, fresh: sqlite3.Connection) -> tuple[Recovery, Found]:
    found: Found = defaultdict(Counter)
    with closing(Pages(path, PAGE)) as pages:
        recovery = Recovery(pages, fresh)
        for table, rows in recovery.batches():
            found[table].update(rows)
    return recovery, found


def check_found(truth: Truth, found: Found, bad: Numbers) -> None:
    """Every row that lies on whole pages."""
    for tables in ALIKE:
        due = _sum(truth.without(table, bad) for table in tables)
        assert not due - _sum(found[table] for table in tables), (tables, bad)


def check(truth: Truth, damage: Damage, path: Path, fresh: sqlite3.Connection) -> None:
    """What is on whole pages is found, nothing else is, and what is lost is said."""
    path.write_bytes(damage(truth.content))
    bad = _touched(truth.content, path.read_bytes())
    recovery, found = recovered(path, fresh)
    check_found(truth, found, bad)
    for tables in ALIKE:
        all_rows = _sum(truth.without(table, NONE) for table in tables)
        assert not _sum(found[table] for table in tables) - all_rows, (tables, bad)
    for table in (tables[0] for tables in ALIKE if len(tables) == 1):
        missing = (truth.without(table, NONE) - found[table]).total()
        lost, index = recovery.lost(table, found[table].total()), truth.indexes[table]
        assert lost == missing if index and not index & bad else bool(lost) >= bool(missing), (table, bad)


def _sum(counters: Iterable["Counter[Row]"]) -> "Counter[Row]":
    return sum(counters, Counter())


def test_of_a_whole_file_all_is_found(truth: Truth, tmp_path: Path, fresh: sqlite3.Connection) -> None:
    check(truth, lambda content: content, tmp_path / FILE, fresh)
    assert all(len(rows) > 20 for table, rows in truth.rows.items() if table != "to_index")


def test_whatever_pages_are_lost_the_others_are_not(
    truth: Truth, tmp_path: Path, fresh: sqlite3.Connection, nightly: bool
) -> None:
    count = len(truth.content) // PAGE
    for seed in range(NIGHTLY if nightly else SEEDS):
        chance = random.Random(seed)
        numbers = chance.sample(range(1, count + 1), k=chance.choice((1, 2, 5, 20, count // 3)))
        check(truth, on_pages(*numbers, noise=chance if seed % 2 else None), tmp_path / FILE, fresh)


def test_without_its_root_a_table_is_found_all_the_same(
    truth: Truth, tmp_path: Path, fresh: sqlite3.Connection
) -> None:
    for number in (truth.roots[table] for table in metadata.tables):
        check(truth, on_pages(number, noise=random.Random(number)), tmp_path / FILE, fresh)


def test_noise_that_begins_like_a_page_is_none(truth: Truth, tmp_path: Path, fresh: sqlite3.Connection) -> None:
    for table in ("outbox", "draft", "message"):
        for type_ in (5, 13):
            start = (truth.roots[table] - 1) * PAGE
            noise = bytes([type_]) + random.Random(table).randbytes(PAGE - 1)
            check(truth, lambda whole, at=start, new=noise: whole[:at] + new + whole[at + PAGE :],  # type: ignore[misc]
                  tmp_path / FILE, fresh)  # fmt: skip


BEGINNINGS: dict[str, Damage] = {
    "its header": zeros(0, 100),
    "its first page": zeros(0, PAGE),
    "all roots and the schema": zeros(0, 120 * PAGE),
    "its end": lambda content: content[: len(content) // 2],
    "its middle": lambda content: zeros(len(content) // 3, len(content) // 3)(content),
}


@pytest.mark.parametrize("name", BEGINNINGS)
def test_a_file_without_a_large_part_gives_the_rest(
    name: str, truth: Truth, tmp_path: Path, fresh: sqlite3.Connection
) -> None:
    check(truth, BEGINNINGS[name], tmp_path / FILE, fresh)


def test_bad_sectors_cost_what_is_on_their_pages_at_most(
    truth: Truth, tmp_path: Path, fresh: sqlite3.Connection
) -> None:
    for seed in range(5):
        (tmp_path / FILE).write_bytes(sectors(random.Random(seed))(truth.content))
        _, found = recovered(tmp_path / FILE, fresh)
        check_found(truth, found, _touched(truth.content, (tmp_path / FILE).read_bytes()))


# ---------------------------------------------------------------------------------------- the journal


@dataclass(frozen=True)
class Killed:
    """What somebody left who was killed when much was in the journal alone."""

    directory: Path
    truth: Truth
    """Of the file as SQLite makes it of both."""
    frames: list[tuple[int, int, bool]]
    """Of each frame of the journal the offset, the page, and whether it ends a transaction."""

    @property
    def journal(self) -> bytes:
        return (self.directory / f"{FILE}-wal").read_bytes()

    def touched(self, start: int, length: int) -> Numbers:
        """Pages whose newest copy lies there, or belongs to a transaction whose end does and after which none ended."""
        whole = [not (offset < start + length and start < offset + FRAME) for offset, _, _ in self.frames]
        ended = max((place for place, frame in enumerate(self.frames) if frame[2] and whole[place]), default=-1)
        newest = {number: place for place, (_, number, _) in enumerate(self.frames)}
        return frozenset(number for number, place in newest.items() if not whole[place] or place > ended)

    def copy(self, directory: Path, journal: bytes) -> Path:
        shutil.copytree(self.directory, directory)
        (directory / f"{FILE}-wal").write_bytes(journal)
        return directory / FILE


@pytest.fixture(scope="module")
def killed(tmp_path_factory: pytest.TempPathFactory) -> Killed:
    live, dead, mended = (tmp_path_factory.mktemp(name) for name in ("live", "dead", "mended"))
    with a_database(live) as database, database.writer.connect() as connection:
        raw: Any = connection.connection.driver_connection
        raw.execute("PRAGMA wal_autocheckpoint=0")
        for part, turns in enumerate((3, 1, 1, 1)):
            with connection.begin():
                _fill(connection, random.Random(part), turns)
            if not part:
                raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        for path in live.glob(f"{FILE}*"):
            for directory in (dead, mended):
                shutil.copy(path, directory)
    journal = (dead / f"{FILE}-wal").read_bytes()
    starts = range(32, len(journal), FRAME)
    headers = [(start, *struct.unpack_from(">2I", journal, start)) for start in starts]
    return Killed(dead, _truth(mended / FILE), [(start, number, bool(end)) for start, number, end in headers])


def test_what_the_journal_holds_is_newer_than_the_file(killed: Killed, fresh: sqlite3.Connection) -> None:
    recovery, found = recovered(killed.directory / FILE, fresh)
    check_found(killed.truth, found, NONE)
    assert sum(counter.total() for counter in found.values()) == sum(map(len, killed.truth.rows.values()))
    assert all(recovery.lost(table, found[table].total()) == 0 for table in metadata.tables)


@pytest.mark.parametrize("start", ["its header", "its first frame", *range(8)])
def test_noise_in_the_journal_costs_the_pages_it_lies_on(
    start: object, killed: Killed, tmp_path: Path, fresh: sqlite3.Connection
) -> None:
    chance, journal = random.Random(str(start)), killed.journal
    first, length = {"its header": (0, 32), "its first frame": (32, PAGE)}.get(
        str(start), (chance.randrange(len(journal) - PAGE), PAGE)
    )
    path = killed.copy(tmp_path / "desk", journal[:first] + chance.randbytes(length) + journal[first + length :])
    _, found = recovered(path, fresh)
    check_found(killed.truth, found, killed.touched(first, length))


def test_without_the_file_the_journal_gives_what_it_holds(
    killed: Killed, tmp_path: Path, fresh: sqlite3.Connection
) -> None:
    path = killed.copy(tmp_path / "desk", killed.journal)
    path.write_bytes(random.Random(1).randbytes(path.stat().st_size))
    _, found = recovered(path, fresh)
    in_journal = frozenset(number for _, number, _ in killed.frames)
    check_found(killed.truth, found, frozenset(range(1, len(killed.truth.content) // PAGE + 1)) - in_journal)
    assert sum(counter.total() for counter in found.values()) > 100
