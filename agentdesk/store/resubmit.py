"""A person says of what waits for their word: send it again, or let it go."""

import json

from sqlalchemy import Connection, select

from agentdesk.codec import unpack
from agentdesk.domain.commands import Envelope
from agentdesk.domain.values import Id, Instant
from agentdesk.store import drafts, journal, outbox
from agentdesk.store.base import NOTHING, Changed
from agentdesk.store.outbox import CONFIRM, PARKED, QUEUED, Entry
from agentdesk.store.schema import RETURNED


def again(connection: Connection, id: Id, fresh: Id, now: Instant) -> Changed:
    """What failed or was asked about goes out as it is; what came back is a new wish under the id `fresh`.

    Raises Refused, and then it stays among the returned.
    """
    entry = outbox.get(connection, id)
    if entry is not None:
        return _release(connection, entry)
    row = connection.execute(select(RETURNED).where(RETURNED.c.id == id)).first()
    if row is None:
        return NOTHING
    wish = Envelope(id=fresh, actor=row.person, at=now, issued_at=now, command=unpack(row.name, json.loads(row.args)))
    changed = journal.submit(connection, wish)
    drafts.forget_returned(connection, id)
    return changed | {("returned", id)}


def discard(connection: Connection, person: Id, id: Id, now: Instant) -> Changed:
    """Its words are gone for good; what is under way goes on."""
    if outbox.get(connection, id) is not None:
        return journal.discard(connection, id, now)
    drafts.forget_returned(connection, id)
    drafts.forget(connection, person, id)
    return frozenset({("returned", id)})


def _release(connection: Connection, entry: Entry) -> Changed:
    """Once sent it can no longer be taken back, so it counts as tried."""
    id = entry.envelope.id
    if entry.state in (PARKED, CONFIRM):
        outbox.change(connection, [id], state=QUEUED, faults=0, tries=max(entry.tries, 1))
    return frozenset({("outbox", id)})
