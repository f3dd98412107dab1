"""How far a person has read, and which blobs lie here: small facts of this computer."""

from sqlalchemy import Connection, delete, select
from sqlalchemy.dialects import sqlite

from agentdesk.domain.values import Id, Instant
from agentdesk.store.schema import BLOB, READ_MARK, TABLES

_MARK = sqlite.insert(READ_MARK)
_PUT_MARK = _MARK.on_conflict_do_update(index_elements=["person", "ticket"], set_={"pos": _MARK.excluded.pos})
_PUT_BLOB = sqlite.insert(BLOB).on_conflict_do_nothing()


def put(connection: Connection, person: Id, ticket: Id, *, read: bool) -> None:
    """Unread is a mark before the first message, so that finished tickets can be unread too."""
    table = TABLES["ticket"]
    last = connection.scalar(select(table.c.last_pos).where(table.c.id == ticket))
    if last is not None:
        connection.execute(_PUT_MARK, {"person": person, "ticket": ticket, "pos": last if read else 0})


def forget(connection: Connection, person: Id) -> None:
    connection.execute(delete(READ_MARK).where(READ_MARK.c.person == person))


def put_blob(connection: Connection, sha256: str, size: int, at: Instant) -> None:
    connection.execute(_PUT_BLOB, {"sha256": sha256, "size": size, "at": at})
