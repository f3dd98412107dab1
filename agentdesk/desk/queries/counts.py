"""The badges of the navigation."""

from dataclasses import dataclass
from itertools import chain
from typing import ClassVar

from sqlalchemy import func, select

from agentdesk.desk.queries import filters
from agentdesk.desk.queries.base import REQUEST_MARK, NotAllowed, View
from agentdesk.desk.queries.queues import QUEUES, queues_of
from agentdesk.desk.queries.requests import INBOXES, RequestIds, inboxes_of
from agentdesk.desk.queries.tickets import TicketIds
from agentdesk.store import counters
from agentdesk.store.outbox import DONE
from agentdesk.store.schema import OUTBOX, TABLES


@dataclass(frozen=True, slots=True)
class Counts:
    """Queue → number, for the queues this person has, and `outbox`: read from the counters, never counted.

    But what waits for a delegate is counted: it may have been asked of both, and none of it may be their own. Who sets
    processes up has `admin.process`: the requests that wait at a level which nobody can pass (HZ-04).
    """

    topics: ClassVar[frozenset[str]] = frozenset(
        {"ticket", "request", "candidate", "delegation", "process", "role_assignment", "service_owner", "source"}
    )

    def run(self, view: View) -> dict[str, int]:
        keys = {name: QUEUES[name].counters(view.sight, view.sources) for name in queues_of(view.sight)}
        inboxes = inboxes_of(view)
        keys |= {inbox.name: asked for inbox in inboxes if (asked := inbox.counters(view.sight))}
        keys |= {"admin.process": [counters.BLOCKED]} if view.sight.admin else {}
        counted = counters.counts(view.connection, chain.from_iterable(keys.values()))
        held = view.connection.scalar(_HELD) or 0
        numbers = {name: sum(counted.get(key, 0) for key in set(several)) for name, several in keys.items()}
        lent = self._lent(view) if inboxes and view.sight.delegators else {}
        return numbers | lent | {"outbox": held}

    def _lent(self, view: View) -> dict[str, int]:
        waiting = RequestIds("approvals.pending").matching(view).subquery()
        return {"approvals.pending": view.connection.scalar(select(func.count()).select_from(waiting)) or 0}


_HELD = select(func.count()).where(OUTBOX.c.state != DONE)


@dataclass(frozen=True, slots=True)
class ViewCounts:
    """Saved view id → number of its rows, capped at `CAP`."""

    topics: ClassVar[frozenset[str]] = frozenset({"ticket", "request", REQUEST_MARK, "candidate", "saved_view"})
    CAP: ClassVar[int] = 1_000

    def run(self, view: View) -> dict[str, int]:
        saved = TABLES["saved_view"]
        mine = select(saved.c.id, saved.c.queue, saved.c.filters).where(saved.c.person == view.person, saved.c.active)
        return {id: self._count(view, queue, given) for id, queue, given in view.connection.execute(mine).all()}

    def _count(self, view: View, queue: str, given: tuple[str, ...]) -> int:
        try:
            asked = RequestIds(queue, filters=given) if queue in INBOXES else TicketIds(queue, given)
            chosen = asked.matching(view).limit(self.CAP)
        except (NotAllowed, filters.UnknownFilter):
            return 0
        return len(view.connection.scalars(chosen).all())
