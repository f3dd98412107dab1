"""Whether its person wants nothing to be said to the server; it outlives the program."""

from sqlalchemy import Connection, delete, insert, select

from agentdesk.store.schema import META

_KEY = "offline"


def is_offline(connection: Connection) -> bool:
    return connection.execute(select(META.c.key).where(META.c.key == _KEY)).first() is not None


def set_offline(connection: Connection, *, offline: bool) -> None:
    connection.execute(delete(META).where(META.c.key == _KEY))
    if offline:
        connection.execute(insert(META), {"key": _KEY, "value": "yes"})
