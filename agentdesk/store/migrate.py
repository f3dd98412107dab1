"""Runs the Alembic migrations that lie beside it as package data."""

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection


def upgrade(connection: Connection) -> None:
    config = Config()
    config.set_main_option("script_location", "agentdesk.store:migrations")
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
