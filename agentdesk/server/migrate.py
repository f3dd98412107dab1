"""Brings the server's database to this program's schema, and gives a new one its first rows."""

from uuid import uuid4

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, func, insert, select, update

from agentdesk.records.rows import Rows
from agentdesk.schemes import first_rows
from agentdesk.server.database import connect, locked, owning
from agentdesk.server.schema import SYNC_META, TABLES, VERSION

_ONE_AT_A_TIME = 0x41_44_53_4B


def migrate(url: str, title: str = "AgentDesk") -> None:
    """Safe to run again, and by two at once. `title` names the first source of a new desk. Raises NotOpened."""
    with locked(url):
        engine = connect(url)
        try:
            with owning(engine) as connection:
                if connection.dialect.name == "postgresql":
                    connection.execute(select(func.pg_advisory_xact_lock(_ONE_AT_A_TIME)))
                _upgrade(connection)
                _found(connection, title)
        finally:
            engine.dispose()


def _upgrade(connection: Connection) -> None:
    config = Config()
    config.set_main_option("script_location", "agentdesk.server:migrations")
    config.attributes["connection"] = connection
    command.upgrade(config, "head")


def _found(connection: Connection, title: str) -> None:
    if connection.scalar(select(SYNC_META.c.one)) is not None:
        connection.execute(update(SYNC_META), {"schema": VERSION})
        return
    rows = Rows(connection, TABLES)
    for entity in first_rows(title):
        rows.put(entity)
    connection.execute(insert(SYNC_META), {"one": 1, "epoch": str(uuid4()), "schema": VERSION})
