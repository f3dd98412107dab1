"""The operation log, a page at a time, newest first."""

from dataclasses import dataclass
from typing import ClassVar

from sqlalchemy import select

from agentdesk.desk.queries.base import NotAllowed, View
from agentdesk.desk.queries.rows import LogRow
from agentdesk.domain.values import Id, Instant
from agentdesk.records.visibility import visible
from agentdesk.store.schema import SEAL, TABLES

_L, _T = TABLES["operation_log"], TABLES["ticket"]


@dataclass(frozen=True, slots=True)
class LogPage:
    """Everything for an administrator; of one ticket also for the staff who see it. Raises NotAllowed."""

    on: Id | None = None
    start: Instant | None = None
    end: Instant | None = None
    """Exclusive."""
    before: Id | None = None
    limit: int = 20
    topics: ClassVar[frozenset[str]] = frozenset({"operation_log"})

    def run(self, view: View) -> tuple[LogRow, ...]:
        self._check(view)
        person = TABLES["person"]
        chosen = (
            select(_L, person.c.user_name, SEAL.c.n.label("seal"))
            .outerjoin(person, person.c.id == _L.c.actor)
            .outerjoin(SEAL, SEAL.c.n == _L.c.n)
            .order_by(_L.c.n.desc())
            .limit(self.limit)
        )
        if self.on is not None:
            chosen = chosen.where(_L.c.root == self.on)
        if self.start is not None:
            chosen = chosen.where(_L.c.at >= self.start)
        if self.end is not None:
            chosen = chosen.where(_L.c.at < self.end)
        if self.before is not None:
            chosen = chosen.where(_L.c.n < select(_L.c.n).where(_L.c.id == self.before).scalar_subquery())
        return tuple(
            LogRow(
                id=r.id, at=r.at, actor=r.user_name or "system", command=r.command, root_kind=r.root_kind, root=r.root,
                data=dict(item.partition("=")[::2] for item in r.data), sealed=r.seal is not None,
            )
            for r in view.connection.execute(chosen)
        )  # fmt: skip

    def _check(self, view: View) -> None:
        if view.sight.admin:
            return
        seen = self.on is not None and view.sight.staff
        if seen:
            mine = visible(view.sight, _T, TABLES["participant"]) & _T.c.source.in_(view.sight.sources)
            seen = view.connection.scalar(select(_T.c.n).where(_T.c.id == self.on, mine)) is not None
        if not seen:
            raise NotAllowed("log")
