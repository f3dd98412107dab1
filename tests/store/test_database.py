"""Opening the file: rights, lock, pragmas, schema, and whose file it is."""

import os
import sqlite3
import stat
import subprocess
import sys
import threading
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import Connection, create_engine, select

from agentdesk.clock import SystemClock
from agentdesk.desk import open_desk
from agentdesk.store import database
from agentdesk.store.blobs import Blobs
from agentdesk.store.database import FILE, Database, clean_mark
from agentdesk.store.errors import DeskError
from agentdesk.store.schema import META, SEARCH_DDL, metadata
from tests.desks import a_database, inline_desk

POSIX = pytest.mark.skipif(os.name != "posix", reason="rights and signals of POSIX")


def trouble(directory: Path, *, write: bool = True, **options: float) -> str:
    with pytest.raises(DeskError) as caught:
        open_desk(directory, write=write, **options)  # type: ignore[arg-type]
    return caught.value.code


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A directory with a desk that was closed well."""
    inline_desk(tmp_path / "desk").close()
    return tmp_path / "desk"


def test_the_migrated_schema_is_that_of_the_code(desk: Path) -> None:
    engine = create_engine("sqlite://")
    with engine.connect() as connection:
        metadata.create_all(connection)
        connection.exec_driver_sql(SEARCH_DDL)
        wanted = _schema(connection.connection.driver_connection)  # type: ignore[arg-type]
    migrated = sqlite3.connect(desk / FILE)
    found = _schema(migrated)
    migrated.close()
    del found["alembic_version"]
    assert found == wanted


def _schema(connection: sqlite3.Connection) -> dict[str, object]:
    """Tables with their columns, indexes with their columns and conditions."""
    rows = connection.execute("SELECT type, name, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite_%'").fetchall()
    return {
        name: connection.execute("SELECT * FROM pragma_table_info(?)", (name,)).fetchall()
        if kind == "table"
        else " ".join(sql.replace('"', "").split())
        for kind, name, sql in rows
    }


@POSIX
def test_nobody_else_can_read_any_file_of_a_desk(tmp_path: Path) -> None:
    directory = tmp_path / "desk"
    before = os.umask(0o022)
    try:
        desk = inline_desk(directory)
        desk.keep_bytes("a.txt", "text/plain", b"hello")
        rights = {path.name: stat.S_IMODE(path.stat().st_mode) for path in [directory, *directory.rglob("*")]}
        desk.close()
    finally:
        os.umask(before)
    assert {f"{FILE}-wal", f"{FILE}-shm", FILE, "blobs", "desk.lock"} <= rights.keys()
    assert {name: oct(mode) for name, mode in rights.items() if mode & 0o077} == {}


@POSIX
def test_rights_that_are_too_wide_are_put_right_at_the_start(desk: Path) -> None:
    desk.chmod(0o755)
    (desk / FILE).chmod(0o644)
    inline_desk(desk).close()
    assert stat.S_IMODE(desk.stat().st_mode) == 0o700
    assert stat.S_IMODE((desk / FILE).stat().st_mode) == 0o600


def test_every_transaction_is_on_the_disk_before_it_is_told(tmp_path: Path) -> None:
    with a_database(tmp_path) as database, database.writer.connect() as connection:
        asked = [connection.exec_driver_sql(f"PRAGMA {name}").scalar() for name in ("journal_mode", "synchronous")]
    assert asked == ["wal", 2]


def test_a_reader_cannot_write(tmp_path: Path) -> None:
    with a_database(tmp_path) as database:
        assert database.writer
        with database.reader.connect() as connection, pytest.raises(Exception, match="readonly"):
            connection.exec_driver_sql("DELETE FROM meta")


def test_readers_see_a_settled_moment_beside_a_writer(tmp_path: Path) -> None:
    with a_database(tmp_path) as database, database.writer.connect() as w:
        w.execute(META.insert(), {"key": "a", "value": "1"})
        w.commit()
        with database.reader.connect() as one, database.reader.connect() as two:
            assert _value(one) == _value(two) == "1"
            w.execute(META.update(), {"value": "2"})
            w.commit()
            assert _value(one) == "1"
        with database.reader.connect() as later:
            assert _value(later) == "2"


def _value(connection: Connection) -> str | None:
    return connection.scalar(select(META.c.value).where(META.c.key == "a"))


def test_many_threads_read_at_the_same_time(desk: Path) -> None:
    database = Database(desk, write=False)
    ready, answers = threading.Barrier(4), []

    def read() -> None:
        with database.reader.connect() as connection:
            ready.wait(60)
            answers.append(connection.scalar(select(META.c.value).where(META.c.key == "maker")))
            ready.wait(60)

    assert database.reader
    threads = [threading.Thread(target=read) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    database.close()
    assert len(answers) == 4
    assert len(set(answers)) == 1


def test_sql_on_a_forbidden_thread_is_a_bug(tmp_path: Path) -> None:
    desk = inline_desk(tmp_path / "desk")
    desk.forbid_sql_here()
    with pytest.raises(AssertionError, match="thread of the window"):
        desk.rest()
    desk._database.forbid(lambda: False)
    desk.close()


def test_a_desk_that_is_open_elsewhere_is_locked(desk: Path) -> None:
    opened = inline_desk(desk)
    assert trouble(desk) == "desk-locked"
    with pytest.raises(DeskError):
        Database(desk, write=True, wait=0.05)
    beside = inline_desk(desk, write=False)
    assert not beside.writable
    beside.close()
    opened.close()
    inline_desk(desk).close()


def test_a_desk_that_is_locked_by_another_process_is_locked(desk: Path) -> None:
    child = subprocess.Popen(
        [sys.executable, "-c", _HOLD, str(desk)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert child.stdout is not None
    assert child.stdout.readline() == "open\n"
    assert trouble(desk) == "desk-locked"
    child.kill()
    child.wait(60)
    child.stdout.close()
    child.stdin.close()  # type: ignore[union-attr]
    inline_desk(desk).close()


_HOLD = """
import sys
from contextlib import closing
from pathlib import Path
from agentdesk.desk import open_desk
desk = open_desk(Path(sys.argv[1]))
print("open", flush=True)
sys.stdin.read()
"""


def test_who_waits_for_the_lock_gets_it_when_it_is_given_up(desk: Path) -> None:
    first, happened = inline_desk(desk), []

    def give_up() -> None:
        happened.append("given up")
        first.close()

    giving_up = threading.Timer(0.3, give_up)
    giving_up.start()
    second = inline_desk(desk, wait=30.0)
    happened.append("had")
    giving_up.join()
    assert happened == ["given up", "had"]
    assert second.writable
    second.close()


def test_a_refused_opening_gives_the_lock_up(desk: Path) -> None:
    for _ in range(2):
        with pytest.raises(DeskError) as caught:
            inline_desk(desk, "nobody.here")
        assert caught.value.code == "person-unknown"
    inline_desk(desk).close()


def test_a_missing_desk_is_made_for_writing_and_missed_for_reading(tmp_path: Path) -> None:
    assert trouble(tmp_path / "none", write=False) == "desk-missing"
    assert not (tmp_path / "none").exists()
    inline_desk(tmp_path / "a" / "b").close()
    assert (tmp_path / "a" / "b" / FILE).exists()


def test_a_newer_desk_is_left_alone(desk: Path) -> None:
    connection = sqlite3.connect(desk / FILE)
    connection.execute("PRAGMA user_version=99")
    connection.close()
    before = (desk / FILE).read_bytes()
    assert trouble(desk) == trouble(desk, write=False) == "desk-newer"
    assert (desk / FILE).read_bytes() == before


def test_another_programs_file_is_left_alone(tmp_path: Path) -> None:
    connection = sqlite3.connect(tmp_path / FILE)
    connection.execute("CREATE TABLE songs(name)")
    connection.close()
    before = (tmp_path / FILE).read_bytes()
    assert trouble(tmp_path) == trouble(tmp_path, write=False) == "not-a-desk"
    assert (tmp_path / FILE).read_bytes() == before


def test_a_directory_with_other_things_is_no_place_for_a_desk(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("hello")
    assert trouble(tmp_path) == "directory-not-empty"
    assert [path.name for path in tmp_path.iterdir()] == ["letter.txt"]


def test_a_file_is_no_directory(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("hello")
    for place in (tmp_path / "file", tmp_path / "file" / "below"):
        assert trouble(place) == trouble(place, write=False) == "not-a-directory"
    (tmp_path / "odd" / FILE).mkdir(parents=True)
    assert trouble(tmp_path / "odd") == trouble(tmp_path / "odd", write=False) == "not-a-desk"


def test_a_path_does_not_word_the_trouble(tmp_path: Path) -> None:
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "locked").write_text("hello")
    assert trouble(tmp_path / "full" / "locked") == "not-a-directory"


def test_a_desk_killed_before_its_first_checkpoint_is_still_a_desk(tmp_path: Path) -> None:
    directory = tmp_path / "desk"
    desk = inline_desk(directory)
    blob = desk.keep_bytes("a.txt", "text/plain", b"kept")
    copy = tmp_path / "killed"
    copy.mkdir()
    for name in (FILE, f"{FILE}-wal"):  # what a killed process leaves
        (copy / name).write_bytes((directory / name).read_bytes())
    Blobs(copy).put(b"kept")
    desk.close()
    again = inline_desk(copy)
    assert again.notices == []
    assert again.blobs.read(blob.sha256) == b"kept"
    again.close()


def test_a_desk_killed_while_it_was_made_is_made_again(tmp_path: Path) -> None:
    connection = sqlite3.connect(tmp_path / FILE)
    connection.execute("PRAGMA journal_mode=WAL")
    connection.close()
    assert trouble(tmp_path, write=False) == "desk-missing"
    desk = inline_desk(tmp_path)
    assert desk.notices == []
    desk.close()


def test_only_what_was_closed_well_is_marked_so(desk: Path) -> None:
    assert clean_mark(desk).exists()
    opened = inline_desk(desk)
    assert not clean_mark(desk).exists()
    opened._database.abandon()
    assert not clean_mark(desk).exists()


AS_NOBODY = """
import os, sys
from contextlib import closing
from pathlib import Path
from agentdesk.desk import open_desk
from agentdesk.desk.worker import Inline
from agentdesk.store.errors import DeskError
if os.getuid() == 0:
    os.setgid(65534); os.setuid(65534)
for write in (True, False):
    try:
        desk = open_desk(Path(sys.argv[1]), worker=Inline, write=write)
        desk.close()
        print("open")
    except DeskError as error:
        print(error.code)
"""


def _as_nobody(directory: Path, repository: Path) -> list[str]:
    """As somebody without special rights: root may write everywhere."""
    done = subprocess.run(
        [sys.executable, "-c", AS_NOBODY, str(directory)], capture_output=True, text=True, cwd=repository, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return done.stdout.split()


@POSIX
def test_a_read_only_desk_says_so_and_can_be_read(open_path: Path, repository: Path) -> None:
    directory = open_path / "desk"
    inline_desk(directory).close()
    for path in [*directory.rglob("*"), directory]:
        path.chmod(0o555 if path.is_dir() else 0o444)
    assert _as_nobody(directory, repository) == ["desk-read-only", "open"]


@POSIX
def test_a_read_only_desk_that_somebody_died_on_is_not_read_half(open_path: Path, repository: Path) -> None:
    directory = open_path / "desk"
    desk = inline_desk(directory)
    killed = open_path / "killed"
    killed.mkdir()
    for name in (FILE, f"{FILE}-wal"):
        (killed / name).write_bytes((directory / name).read_bytes())
    desk.close()
    for path in [*killed.rglob("*"), killed]:
        path.chmod(0o555 if path.is_dir() else 0o444)
    assert _as_nobody(killed, repository) == ["desk-read-only", "desk-read-only"]


@POSIX
def test_a_directory_nobody_may_write_says_so(open_path: Path, repository: Path) -> None:
    directory = open_path / "empty"
    directory.mkdir()
    directory.chmod(0o555)
    assert _as_nobody(directory, repository) == ["desk-read-only", "desk-missing"]


def test_the_real_clock_makes_a_desk_too(tmp_path: Path) -> None:
    desk = open_desk(tmp_path / "desk", clock=SystemClock())
    assert desk.writable
    desk.close()


@pytest.mark.parametrize("awaited", [False, True])
def test_what_was_read_in_bulk_is_brought_into_the_file_unless_somebody_waits(
    awaited: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database, "_MUCH", 100)
    with closing(Database(tmp_path / "desk", write=True)) as opened:
        with opened.bulk(lambda: True) as connection:
            connection.exec_driver_sql("CREATE TABLE much (words TEXT)")
        before = opened.path.stat().st_size
        with opened.bulk(lambda: awaited) as connection:
            connection.exec_driver_sql("INSERT INTO much VALUES (?)", [("x" * 4_000,)] * 200)
        assert (opened.path.stat().st_size > before) == (not awaited)
