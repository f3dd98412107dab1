"""How the desk stands to its server, and how much waits for it."""

from dataclasses import dataclass, replace
from typing import ClassVar

from sqlalchemy import func, select

from agentdesk.desk.queries.base import View
from agentdesk.desk.queries.outbox import stranded
from agentdesk.desk.queries.rows import Link
from agentdesk.store.outbox import CONFIRM, DONE, PARKED
from agentdesk.store.schema import OUTBOX, RETURNED

_PENDING = select(func.count(), func.min(OUTBOX.c.issued_at)).where(OUTBOX.c.state.not_in((DONE, PARKED, CONFIRM)))
_ASKING = select(func.count()).where(OUTBOX.c.state.in_((PARKED, CONFIRM)))


@dataclass(frozen=True, slots=True)
class LinkOf:
    topics: ClassVar[frozenset[str]] = frozenset({"link", "outbox", "returned", "draft", "ticket"})

    def run(self, view: View) -> Link:
        pending, oldest = view.connection.execute(_PENDING).one()
        came_back = select(func.count()).where(RETURNED.c.person == view.person)
        attention = (view.connection.scalar(_ASKING) or 0) + (view.connection.scalar(came_back) or 0)
        attention += len(stranded(view.connection, view.person))
        return replace(view.link, pending=pending, oldest=oldest, attention=attention)
