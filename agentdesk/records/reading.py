"""Many entities by one question of one's own, instead of one by one."""

from collections.abc import Iterator
from dataclasses import fields
from functools import cache
from typing import Any

from sqlalchemy import Connection, Select, Table

from agentdesk.domain.entities import KINDS
from agentdesk.records.rows import maker


@cache
def columns_of(table: Table) -> tuple[Any, ...]:
    """What to select so that `read` can make entities of it."""
    return tuple(table.c[field.name] for field in fields(KINDS[table.name]))


def read(connection: Connection, kind: str, chosen: Select[Any]) -> Iterator[Any]:
    """The entities of a select of `columns_of` that kind's table."""
    return map(maker(kind), connection.execute(chosen).all())
