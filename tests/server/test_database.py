"""The database itself: its history, its lock, and what the server's role cannot do."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import pytest
from sqlalchemy import Engine, MetaData, create_engine, event, inspect, text
from sqlalchemy.exc import ProgrammingError

from agentdesk.domain.roots import Root
from agentdesk.server.database import (
    NotOpened,
    connect,
    locked,
    opened,
    owning,
    reading,
    writing,
)
from agentdesk.server.driver import is_direct
from agentdesk.server.migrate import migrate
from agentdesk.server.schema import metadata
from agentdesk.server.server_rows import ServerRows
from tests.server.worlds import World


@pytest.fixture
def role(postgresql: str) -> Iterator[Engine]:
    engine = connect(postgresql)
    yield engine
    engine.dispose()


no_xid8 = pytest.mark.filterwarnings("ignore:Did not recognize type 'xid8'")  # SQLAlchemy has never heard of it


@no_xid8
def test_a_migrated_database_has_the_tables_of_this_program(engine: Engine) -> None:
    found = MetaData()
    found.reflect(engine)
    assert set(found.tables) == {*metadata.tables, "alembic_version"}
    there = inspect(engine)
    for name, table in metadata.tables.items():
        columns = {column["name"]: column["nullable"] for column in there.get_columns(name)}
        assert columns == {column.name: bool(column.nullable) for column in table.columns}, name
        assert there.get_pk_constraint(name)["constrained_columns"] == [c.name for c in table.primary_key], name
        assert {i["name"] for i in there.get_indexes(name)} == {i.name for i in table.indexes}, name


@no_xid8
def test_column_types_are_those_of_this_program(engine: Engine) -> None:
    found = MetaData()
    found.reflect(engine)
    for name, table in metadata.tables.items():
        for column in table.columns:
            wanted = column.type.compile(engine.dialect)
            kept = found.tables[name].c[column.name].type
            told = "xid8" if wanted == "xid8" else kept.compile(engine.dialect)
            assert told == wanted, (name, column.name)


def test_migrating_again_changes_nothing(url: str, engine: Engine) -> None:
    with reading(engine) as connection:
        before = connection.execute(text("SELECT epoch, schema FROM sync_meta")).all()
    engine.dispose()
    migrate(url)
    with reading(engine) as connection:
        assert connection.execute(text("SELECT epoch, schema FROM sync_meta")).all() == before


def test_a_new_desk_has_schemes_a_source_and_the_system(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'new.sqlite'}"
    migrate(url, "Helios support")
    engine = connect(url)
    world = World(engine)
    assert world.get("source", "desk").title == "Helios support"
    assert {scheme.id for scheme in world.find("scheme")} >= {"agentdesk", "guance", "cloudpods"}
    assert [person.enabled for person in world.find("person")] == [False]
    engine.dispose()


def test_a_second_server_on_a_sqlite_file_is_refused(sqlite: str) -> None:
    with opened(sqlite), pytest.raises(NotOpened, match="Another server"), opened(sqlite):
        pass
    with opened(sqlite), pytest.raises(NotOpened):
        migrate(sqlite)
    with locked(sqlite):
        pass


def test_any_number_of_servers_open_one_postgresql(postgresql: str) -> None:
    with opened(postgresql) as first, opened(postgresql) as second:
        for engine in (first, second):
            assert World(engine).find("source")


def test_a_database_nobody_migrated_is_refused(tmp_path: Path) -> None:
    with pytest.raises(NotOpened, match="migrate"), opened(f"sqlite:///{tmp_path / 'empty.sqlite'}"):
        pass


def test_a_database_of_another_version_is_refused(url: str, engine: Engine) -> None:
    with owning(engine) as connection:
        connection.execute(text("UPDATE sync_meta SET schema = 99"))
    with pytest.raises(NotOpened, match="99"), opened(url):
        pass


@pytest.mark.parametrize("url", ["mysql://x/y", "postgresql://x/y", "desk.sqlite"])
def test_an_address_of_something_else_is_refused(url: str) -> None:
    with pytest.raises(NotOpened, match="postgresql\\+psycopg"):
        connect(url)


@pytest.mark.parametrize(
    "statement",
    [
        *(f"UPDATE {table} SET at = 0" for table in ("feed", "audit", "operation_log", "message")),
        *(f"DELETE FROM {t}" for t in ("feed", "audit", "operation_log", "message", "ticket", "command_log", "blob")),
        "UPDATE sync_meta SET epoch = gen_random_uuid()",
        "UPDATE command_log SET person = id",
        "TRUNCATE ticket",
        "DROP TABLE ticket",
        "ALTER TABLE ticket ADD COLUMN x int",
        "CREATE TABLE x (y int)",
        "CREATE ROLE x",
    ],
)
def test_s9_the_role_of_the_server_can_rewrite_no_history(role: Engine, statement: str) -> None:
    with pytest.raises(ProgrammingError, match=r"permission denied|must be owner"), writing(role) as connection:
        connection.execute(text(statement))


def test_s9_the_role_owns_nothing_and_ends_with_the_transaction(role: Engine) -> None:
    with writing(role) as connection:
        assert connection.scalar(text("SELECT current_user")) == "agentdesk_app"
        owned = "SELECT count(*) FROM pg_class WHERE relowner = 'agentdesk_app'::regrole"
        assert connection.scalar(text(owned)) == 0
        raw = connection.connection.dbapi_connection
    with role.connect() as connection:  # the same connection, given back: nothing of the transaction stays on it
        assert connection.connection.dbapi_connection is raw
        assert connection.scalar(text("SELECT current_user")) == "postgres"
        assert connection.scalar(text("SHOW lock_timeout")) == "0"


def test_a_transaction_that_reads_sees_one_moment_and_writes_nothing(engine: Engine) -> None:
    world = World(engine)
    with reading(engine) as connection:
        many = text("SELECT count(*) FROM ticket")
        assert connection.scalar(many) == 0
        world.filed()
        assert connection.scalar(many) == 0
    with reading(engine) as connection:
        assert connection.scalar(many) == 1


def test_every_transaction_has_its_limits(role: Engine) -> None:
    for begin in (reading, writing):
        with begin(role) as connection:
            limits = {
                name: connection.scalar(text(f"SHOW {name}"))
                for name in ("lock_timeout", "statement_timeout", "idle_in_transaction_session_timeout")
            }
        assert limits == {
            "lock_timeout": "3s",
            "statement_timeout": "15s",
            "idle_in_transaction_session_timeout": "10s",
        }


def test_a_connection_that_was_cut_is_replaced_when_a_transaction_begins(role: Engine, postgresql: str) -> None:
    with reading(role) as connection:
        process = connection.scalar(text("SELECT pg_backend_pid()"))
    other = create_engine(postgresql)
    with other.connect() as connection:
        connection.execute(text("SELECT pg_terminate_backend(:process, 3000)"), {"process": process})
    other.dispose()
    with writing(role) as connection:
        assert connection.scalar(text("SELECT pg_backend_pid()")) != process


def test_plans_are_kept_unless_something_between_shares_the_connection_out(role: Engine) -> None:
    with reading(role) as connection:
        raw = connection.connection.driver_connection
        assert raw is not None
        assert raw.prepare_threshold == 5
        assert is_direct(raw)
    own = SimpleNamespace(fetchone=lambda: (4711,))
    assert not is_direct(SimpleNamespace(info=SimpleNamespace(backend_pid=17), execute=lambda _: own))


def test_columns_are_described_once_and_rightly(role: Engine) -> None:
    with reading(role) as connection:
        for _ in range(3):
            rows = connection.execute(text("SELECT 1 AS one, 'x' AS word")).all()
            assert [row._asdict() for row in rows] == [{"one": 1, "word": "x"}]
        assert connection.execute(text("SELECT 2 AS two")).one()._asdict() == {"two": 2}


def test_a_transaction_asks_for_a_row_once_and_knows_what_it_wrote(engine: Engine) -> None:
    world = World(engine)
    ticket = world.filed()
    with writing(engine) as connection:
        asked: list[str] = []
        event.listen(connection, "before_cursor_execute", lambda *given: asked.append(given[2]))
        rows = ServerRows(connection)
        found = rows.get("ticket", ticket)
        for _ in range(2):
            assert rows.get("ticket", ticket) == found
            assert rows.find("ticket", number=found.number) == (found,)
        assert len(asked) == 2
        rows.put(replace(found, subject="other"))
        assert rows.get("ticket", ticket).subject == "other"
        assert [one.subject for one in rows.find("ticket", number=found.number)] == ["other"]
        assert len(asked) == 4


def test_what_was_read_before_a_lock_is_read_again(role: Engine) -> None:
    world = World(role)
    ticket = world.filed()
    with writing(role) as connection:
        rows = ServerRows(connection)
        before = rows.get("ticket", ticket)
        world.done(world.reply(ticket), before.requester)
        assert rows.get("ticket", ticket) == before
        assert rows.lock(Root("ticket", ticket))
        assert rows.get("ticket", ticket).rev == before.rev + 1
        assert len(rows.find("message", ticket=ticket)) == 2
