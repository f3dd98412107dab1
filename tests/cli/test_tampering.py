"""agentdesk doctor: whoever changes a desk's file behind its back is found by the chain of its log."""

import hashlib
import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import fields
from pathlib import Path

import pytest

from agentdesk.domain.entities import LogEntry
from agentdesk.records.rows import plain
from agentdesk.store.database import FILE, Database
from agentdesk.store.schema import TABLES
from tests.cli.conftest import Run
from tests.desk.firm import Firm, copied, founded

Change = Callable[[sqlite3.Connection], object]
ABOUT = "SELECT n FROM operation_log WHERE root_kind IN ('request', 'process') ORDER BY n"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Firm:
    """A request from its filing to its execution, and the processes it went through."""
    firm = founded(tmp_path_factory.mktemp("firm") / "desk")
    firm.open()
    firm.passes("host", "mara")
    firm.desk.rest()
    firm.desk.close()
    return firm


@pytest.fixture
def place(made: Firm, tmp_path: Path) -> Path:
    firm = copied(made, tmp_path / "desk")
    firm.desk.close()
    return firm.directory


def changed(place: Path, change: Change) -> None:
    with closing(sqlite3.connect(place / FILE)) as connection:
        change(connection)
        connection.commit()


def about(connection: sqlite3.Connection) -> list[int]:
    found = [n for (n,) in connection.execute(ABOUT)]
    assert len(found) > 5
    return found


def chain(run: Run, place: Path, *more: str) -> tuple[int, bool, str]:
    """The exit status, whether the chain is good, and what is said of it."""
    answer = run("doctor", "--json", *more, desk=place)
    found = next(one for one in answer.json if one["check"] == "log chain")
    return answer.status, found["good"], found["detail"]


def head(run: Run, place: Path) -> str:
    return chain(run, place)[2].rpartition("head ")[2]


def edit(connection: sqlite3.Connection) -> None:
    connection.execute("UPDATE operation_log SET command='forged' WHERE n=?", (about(connection)[2],))


def remove(connection: sqlite3.Connection) -> None:
    connection.execute("DELETE FROM operation_log WHERE n=?", (about(connection)[2],))


def remove_the_last(connection: sqlite3.Connection) -> None:
    connection.execute("DELETE FROM operation_log WHERE n=(SELECT max(n) FROM operation_log)")


def insert(connection: sqlite3.Connection) -> None:
    """Where an entry was undone there is a gap; here one is made for it."""
    here = about(connection)[2]
    for table in ("operation_log", "seal"):
        connection.execute(f"UPDATE {table} SET n=-n-1 WHERE n>?", (here,))
        connection.execute(f"UPDATE {table} SET n=-n WHERE n<0")
    names = ",".join(column.name for column in TABLES["operation_log"].columns if column.name not in ("n", "id"))
    connection.execute(
        f"INSERT INTO operation_log(n, id, {names}) SELECT n + 1, randomblob(16), {names} FROM operation_log WHERE n=?",
        (here,),
    )


def swap(connection: sqlite3.Connection) -> None:
    one, other = about(connection)[2:4]
    for start, end in ((one, -1), (other, one), (-1, other)):
        connection.execute("UPDATE operation_log SET n=? WHERE n=?", (end, start))


def make_one_hash_anew(connection: sqlite3.Connection) -> None:
    edit(connection)
    forge(connection, about(connection)[2], 1)


@pytest.mark.parametrize("change", [edit, remove, remove_the_last, insert, swap, make_one_hash_anew])
def test_s33_the_doctor_finds_what_was_changed_in_the_log(run: Run, place: Path, change: Change) -> None:
    assert chain(run, place)[:2] == (0, True)
    changed(place, change)
    status, good, told = chain(run, place)
    assert (status, good) == (3, False)
    assert told.startswith("broken at entry ")


def cut_off(connection: sqlite3.Connection) -> None:
    last = max(about(connection))
    for table in ("operation_log", "seal"):
        connection.execute(f"DELETE FROM {table} WHERE n>=?", (last,))


def make_all_hashes_anew(connection: sqlite3.Connection) -> None:
    edit(connection)
    forge(connection, about(connection)[2], 1 << 30)


@pytest.mark.parametrize("change", [cut_off, make_all_hashes_anew])
def test_s33_what_no_chain_can_show_is_found_by_a_head_that_was_kept(run: Run, place: Path, change: Change) -> None:
    kept = head(run, place)
    assert chain(run, place, "--head", kept)[:2] == (0, True)
    changed(place, change)
    assert chain(run, place)[:2] == (0, True)
    status, good, told = chain(run, place, "--head", kept)
    assert (status, good) == (3, False)
    assert "your head is not in it" in told


def forge(connection: sqlite3.Connection, start: int, many: int) -> None:
    """Makes links anew as somebody would who has read how they are made."""
    place = Path(connection.execute("PRAGMA database_list").fetchone()[2]).parent
    connection.commit()
    log = TABLES["operation_log"]
    with closing(Database(place, write=False)) as database, database.reader.connect() as reading:
        rows = reading.execute(log.select().where(log.c.n >= start).order_by(log.c.n).limit(many)).all()
    before = connection.execute("SELECT hash FROM seal WHERE n<? ORDER BY n DESC LIMIT 1", (start,)).fetchone()[0]
    for row in rows:
        entry = LogEntry(**{field.name: row._mapping[field.name] for field in fields(LogEntry)})
        text = json.dumps(plain(entry), sort_keys=True, ensure_ascii=False, default=list)
        before = hashlib.sha256(f"{before}\n{text}".encode()).hexdigest()
        connection.execute("UPDATE seal SET hash=? WHERE n=?", (before, row.n))
