"""What its person wants of a desk with a server; it outlives the program."""

from enum import StrEnum

from sqlalchemy import Connection, delete, insert, select

from agentdesk.store.schema import META


class Wish(StrEnum):
    OFFLINE = "offline"
    """Nothing is said to the server."""
    SIGNED_OUT = "signed_out"
    """Nobody is led here who has not signed in anew."""


def is_wished(connection: Connection, wish: Wish) -> bool:
    return connection.execute(select(META.c.key).where(META.c.key == wish)).first() is not None


def set_wish(connection: Connection, wish: Wish, *, wished: bool) -> None:
    connection.execute(delete(META).where(META.c.key == wish))
    if wished:
        connection.execute(insert(META), {"key": wish, "value": "yes"})
