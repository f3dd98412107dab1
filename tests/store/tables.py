"""What a desk's file holds, as plain values to compare."""

from typing import Any

from sqlalchemy import Connection

from agentdesk.store.schema import metadata

_ITS_OWN = ("seal", "search_state", "to_index")
"""Numbered by what happened on the way, not by what there is."""


def contents(connection: Connection) -> dict[str, list[tuple[Any, ...]]]:
    """Every row of every table without this computer's row numbers; counters that stand at nothing are none."""
    return {table.name: _rows(connection, table.name) for table in metadata.sorted_tables if table.name not in _ITS_OWN}


def _rows(connection: Connection, table: str) -> list[tuple[Any, ...]]:
    names = [name for name in metadata.tables[table].columns if name != "n"]
    columns = ", ".join(f'"{name}"' for name in names)
    where = "WHERE count != 0" if table == "counter" else ""
    return sorted(map(tuple, connection.exec_driver_sql(f"SELECT {columns} FROM {table} {where}")), key=repr)
