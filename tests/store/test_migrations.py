"""T13: a desk's file of an earlier version comes over, whole, whatever happens on the way."""

import sqlite3
from importlib.resources import files
from itertools import count
from pathlib import Path

import pytest
from sqlalchemy import Engine, Table, event, select

from agentdesk.store import outbox, salvage, schema
from agentdesk.store.database import _APPLICATION_ID, FILE, Database, bring_over
from agentdesk.store.drafts import Draft, get, save
from agentdesk.store.schema import BASE, OUTBOX, RETURNED
from tests.builders import MARA, NOON, SECOND, TICKET, a_ticket, an_id
from tests.desks import Book, a_database, furnish
from tests.store.test_journal import HOLD, reply

NEW = {
    "outbox": {"tries", "faults", "refused", "next_try", "answered", "answer", "done_at", "seen"},
    "blob": {"upload_id", "ready"},
}
"""Columns that version 1 did not have."""
LATER = {
    "desk", "process", "process_version", "stage", "delegation", "resource", "request", "decision", "stage_result",
    "candidate", "stage_transfer", "request_change",
}  # fmt: skip
"""Tables that it did not have."""
FIRST = [table for table in schema.metadata.sorted_tables if table.name not in LATER]
PENDING = 50


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """A desk as version 1 left it, with held commands, a draft and something returned."""
    worked = Database(tmp_path / "new", write=True)
    with worked.writer.begin() as connection:
        furnish(connection, a_ticket(rev=1, handler=MARA, state="processing"))
        book = Book(connection)
        for number in range(PENDING):
            book.do(reply(number), hold=HOLD)
        save(connection, MARA, Draft(key=TICKET, kind="note", body="<p>half a thought</p>", updated=NOON))
        connection.execute(RETURNED.insert(), {
            "id": an_id(900), "person": MARA, "root": TICKET, "name": "reply", "args": "{}", "code": "ticket-closed",
            "data": "{}", "at": NOON,
        })  # fmt: skip
    worked.close()
    directory = tmp_path / "old"
    directory.mkdir(mode=0o700)
    _as_version_1(directory / FILE, tmp_path / "new" / FILE)
    return directory


def _as_version_1(target: Path, source: Path) -> None:
    """The first schema in its own words, and the rows as far as it had columns for them."""
    connection = sqlite3.connect(target)
    script = files("agentdesk.store").joinpath("migrations/versions/0001_first.sql").read_text("utf-8")
    connection.executescript(script + ";\nCREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL);")
    connection.execute("INSERT INTO alembic_version VALUES ('0001')")
    connection.execute("ATTACH ? AS new", (str(source),))
    for table in FIRST:
        names = ", ".join(f'"{c.name}"' for c in table.columns if c.name not in NEW.get(table.name, ()))
        connection.execute(f'INSERT OR REPLACE INTO "{table.name}" ({names}) SELECT {names} FROM new."{table.name}"')
    connection.commit()
    connection.execute(f"PRAGMA application_id={_APPLICATION_ID}")
    connection.execute("PRAGMA user_version=1")
    connection.close()


def rows(path: Path) -> dict[str, list[tuple[object, ...]]]:
    connection = sqlite3.connect(path)
    try:
        return {table.name: _rows(connection, table) for table in FIRST}
    finally:
        connection.close()


def _rows(connection: sqlite3.Connection, table: Table) -> list[tuple[object, ...]]:
    names = ", ".join(f'"{c.name}"' for c in table.columns if c.name not in NEW.get(table.name, ()))
    return sorted(connection.execute(f'SELECT {names} FROM "{table.name}"').fetchall(), key=repr)


def test_a_desk_of_version_1_comes_over_with_all_that_waits(old: Path) -> None:
    before = rows(old / FILE)
    database = Database(old, write=True)
    with database.writer.begin() as connection:
        assert connection.exec_driver_sql("PRAGMA user_version").scalar_one() == schema.VERSION
        entries = outbox.of_root(connection, TICKET)
        assert [(entry.state, entry.tries, entry.refused) for entry in entries] == [("held", 0, "")] * PENDING
        assert get(connection, MARA, TICKET, "note") is not None
        assert Book(connection, at=NOON + 100 * SECOND).settle()
        assert not connection.execute(select(OUTBOX)).all()
        assert not connection.execute(select(BASE)).all()
    database.close()
    after = rows(old / FILE)
    assert len(before["outbox"]) == PENDING
    assert {t: r for t, r in after.items() if t not in ("outbox", "base")} == {
        t: r for t, r in before.items() if t not in ("outbox", "base")
    }


class Killed(Exception):
    """The process ends before this statement."""


def _killed_at(directory: Path, nth: int) -> bool:
    """Opens the desk and dies before the n-th statement of the migration; False when it had fewer."""
    database = Database(directory, write=True)
    counted = count(1)

    def kill(*_: object) -> None:
        if next(counted) == nth:
            raise Killed

    event.listen(Engine, "before_cursor_execute", kill)
    try:
        database.writer  # noqa: B018  (opening is what migrates)
    except Killed:
        return True
    finally:
        event.remove(Engine, "before_cursor_execute", kill)
        database.abandon()
    return False


def test_killed_at_any_statement_the_file_is_as_it_was_or_migrated(old: Path) -> None:
    before = rows(old / FILE)
    image = (old / FILE).read_bytes()
    for nth in count(1):
        (old / FILE).write_bytes(image)
        for left in (f"{FILE}-wal", f"{FILE}-shm"):
            (old / left).unlink(missing_ok=True)
        killed = _killed_at(old, nth)
        assert rows(old / FILE) == before
        if not killed:
            break
    assert nth > 9


def test_a_damaged_file_of_version_1_is_salvaged_with_the_columns_it_has(old: Path) -> None:
    guard = Database(old, write=True)
    try:
        salvaged = salvage.mend(old, "now", lambda _: None)
    finally:
        guard.abandon()
    assert salvaged.lost == 0
    assert len(rows(old / FILE)["outbox"]) == PENDING


def test_before_it_comes_over_the_file_is_copied(old: Path) -> None:
    before = rows(old / FILE)
    (old / "desk.version-1.part").write_bytes(b"a copy that was cut off")
    with a_database(old) as database:
        database.writer  # noqa: B018
    assert rows(old / "desk.version-1.sqlite") == before
    assert not (old / "desk.version-1.part").exists()


def test_who_only_reads_brings_the_file_over_first(old: Path) -> None:
    bring_over(old, 0)
    reading = Database(old, write=False)
    with reading.reader.connect() as connection:
        assert len(outbox.of_root(connection, TICKET)) == PENDING
    reading.close()
