"""How far a person has read, and which blobs lie here: small facts of this computer."""

from sqlalchemy import Connection, bindparam, delete, select
from sqlalchemy.dialects import sqlite

from agentdesk.domain.values import Id, Instant
from agentdesk.store.schema import BLOB, READ_MARK, TABLES

_MARK = sqlite.insert(READ_MARK)
_PUT_MARK = _MARK.on_conflict_do_update(index_elements=["person", "ticket"], set_={"pos": _MARK.excluded.pos})
_TICKET, _REQUEST = TABLES["ticket"], TABLES["request"]
_LAST_MESSAGE = select(_TICKET.c.last_pos).where(_TICKET.c.id == bindparam("id"))
_LAST_ACTIVITY = select(_REQUEST.c.last_activity).where(_REQUEST.c.id == bindparam("id"))
_PUT_BLOB = sqlite.insert(BLOB).on_conflict_do_nothing()


def put(connection: Connection, person: Id, ticket: Id, *, read: bool) -> None:
    """Unread is a mark before the first message, so that finished tickets can be unread too.

    A request has no messages: its mark is the time of what happened last.
    """
    found = (connection.scalar(last, {"id": ticket}) for last in (_LAST_MESSAGE, _LAST_ACTIVITY))
    last = next((one for one in found if one is not None), None)
    if last is not None:
        connection.execute(_PUT_MARK, {"person": person, "ticket": ticket, "pos": last if read else 0})


def forget(connection: Connection, person: Id) -> None:
    connection.execute(delete(READ_MARK).where(READ_MARK.c.person == person))


def put_blob(connection: Connection, sha256: str, size: int, at: Instant) -> None:
    connection.execute(_PUT_BLOB, {"sha256": sha256, "size": size, "at": at})
