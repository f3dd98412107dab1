"""Who looks at a ticket or writes in it; a hint that lapses by itself, never a lock."""

from collections.abc import Sequence

from sqlalchemy import Connection, Engine, delete, select

from agentdesk.domain.values import Id, Instant
from agentdesk.records.rows import Rows, insert_of
from agentdesk.records.visibility import Sight, sight_of, visible
from agentdesk.server.database import reading, writing
from agentdesk.server.schema import PRESENCE, TABLES
from agentdesk.wire import PresenceReply, PresenceRequest, Present

LAPSES: Instant = 45_000
_C, _T = PRESENCE.c, TABLES["ticket"]


class NotThere(Exception):
    """No such ticket, or none that this person may see."""


def note_presence(engine: Engine, person: Id, asked: PresenceRequest, now: Instant) -> PresenceReply:
    """Notes what this person does, and answers who else is there: colleagues know of each other, customers of nobody.

    Raises NotThere.
    """
    with reading(engine) as connection:
        sight = sight_of(Rows(connection, TABLES), person)
        around = _others(connection, sight, person, asked.around, now) if asked.around else []
        if asked.ticket is None:
            return PresenceReply(around=around)
        chosen = select(_T.c.source).where(_T.c.id == asked.ticket, visible(sight, _T, TABLES["participant"]))
        source = connection.scalar(chosen)
    if source is None:
        raise NotThere
    if not _works_there(sight, source):
        return PresenceReply(around=around)
    with writing(engine) as connection:
        connection.execute(delete(PRESENCE).where(_C.until < now))
        _note(connection, person, asked, now)
        there = _others(connection, sight, person, [asked.ticket], now)
        return PresenceReply(others=[(one.person, one.mode) for one in there], around=around)


def _others(connection: Connection, sight: Sight, person: Id, tickets: Sequence[Id], now: Instant) -> list[Present]:
    """Who else is at these tickets, as far as this person works on them."""
    seen = _C.ticket.in_(tickets), _C.person != person, _C.until >= now, visible(sight, _T, TABLES["participant"])
    chosen = select(_C.ticket, _C.person, _C.mode, _T.c.source).join(_T, _T.c.id == _C.ticket).where(*seen)
    rows = connection.execute(chosen.order_by(_C.ticket, _C.person))
    return [
        Present(ticket=row.ticket, person=row.person, mode=row.mode) for row in rows if _works_there(sight, row.source)
    ]


def _works_there(sight: Sight, source: Id) -> bool:
    return sight.admin or source in sight.sources


def _note(connection: Connection, person: Id, asked: PresenceRequest, now: Instant) -> None:
    if asked.mode == "left":
        connection.execute(delete(PRESENCE).where(_C.ticket == asked.ticket, _C.person == person))
        return
    statement = insert_of(PRESENCE, connection.dialect.name)
    changed = {"mode": statement.excluded.mode, "until": statement.excluded.until}
    put = statement.on_conflict_do_update(index_elements=["ticket", "person"], set_=changed)
    connection.execute(put, {"ticket": asked.ticket, "person": person, "mode": asked.mode, "until": now + LAPSES})
