"""T13: a server's database of an earlier version comes over, whole, whatever happens on the way."""

import contextlib
from itertools import count
from typing import Any

import pytest
from sqlalchemy import Engine, event, select, text

from agentdesk.server.database import NotOpened, connect, opened, owning, reading
from agentdesk.server.migrate import migrate
from agentdesk.server.scanning import Verdict
from agentdesk.server.schema import BLOB, metadata
from tests.builders import NOAH
from tests.server.test_blobs import PNG, a_file, brought
from tests.server.worlds import World

LATER = (
    "desk", "process", "process_version", "stage", "delegation", "resource", "request", "decision", "stage_result",
    "candidate", "stage_transfer", "request_change",
)  # fmt: skip
"""Tables that version 1 did not have."""
BACK_TO_1 = (
    *(f"DROP TABLE {name}" for name in LATER),
    "ALTER TABLE blob DROP COLUMN verdict",
    "UPDATE alembic_version SET version_num = '0001'",
    "UPDATE sync_meta SET schema = 1",
)
NEW = {"blob": {"verdict"}, "sync_meta": {"schema"}}
"""Columns that version 1 did not have, or had otherwise."""


@pytest.fixture
def old(url: str, world: World) -> str:
    """A worked-in database as version 1 left it."""
    brought(world, PNG)
    world.done(world.reply(world.filed(), files=(a_file(world, PNG),)), NOAH)
    with owning(world.engine) as connection:
        for statement in BACK_TO_1:
            connection.execute(text(statement))
    world.engine.dispose()
    return url


def rows(url: str) -> dict[str, list[Any]]:
    engine = connect(url)
    try:
        with reading(engine) as connection:
            return {
                name: sorted(map(tuple, connection.execute(select(*_columns(name)))), key=repr)
                for name in metadata.tables.keys() - set(LATER)
            }
    finally:
        engine.dispose()


def _columns(name: str) -> list[Any]:
    return [column for column in metadata.tables[name].columns if column.name not in NEW.get(name, ())]


def test_t13_a_database_of_version_1_comes_over_with_all_that_is_in_it(old: str) -> None:
    with pytest.raises(NotOpened, match="run migrate"), opened(old):
        pass
    before = rows(old)
    migrate(old)
    assert rows(old) == before
    with opened(old) as engine, reading(engine) as connection:
        assert connection.scalars(select(BLOB.c.verdict)).all() == [Verdict.GOOD]


def test_t13_killed_at_any_statement_the_database_is_as_it_was(old: str) -> None:
    before = rows(old)
    for nth in count(1):
        if not _killed_at(old, nth):
            break
        assert rows(old) == before
        with pytest.raises(NotOpened), opened(old):
            pass
    assert nth > 3
    with opened(old):
        assert rows(old) == before


class Killed(Exception):
    """The process ends before this statement."""


def _killed_at(url: str, nth: int) -> bool:
    counted = count(1)

    def kill(*_: object) -> None:
        if next(counted) == nth:
            raise Killed

    event.listen(Engine, "before_cursor_execute", kill)
    try:
        with contextlib.suppress(Killed):
            migrate(url)
            return False
    finally:
        event.remove(Engine, "before_cursor_execute", kill)
    return True
