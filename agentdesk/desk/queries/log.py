"""The operation log, a page at a time, newest first."""

from dataclasses import dataclass, replace
from typing import Any, ClassVar

from sqlalchemy import Select, func, select, tuple_

from agentdesk.desk.queries.base import NotAllowed, View
from agentdesk.desk.queries.rows import LogRow
from agentdesk.domain.values import Id, Instant
from agentdesk.records.visibility import visible
from agentdesk.store.schema import SEAL, TABLES

_L, _T = TABLES["operation_log"], TABLES["ticket"]
_CALLED_BY = {"delegation": "delegate", "role_assignment": "person", "service_owner": "person"}
"""Kinds without a name of their own: the person whose name they have."""


@dataclass(frozen=True, slots=True)
class LogPage:
    """Everything for an administrator; of one ticket also for the staff who see it. Raises NotAllowed."""

    on: Id | None = None
    start: Instant | None = None
    end: Instant | None = None
    """Exclusive."""
    before: Id | None = None
    limit: int = 20
    command: str = ""
    actor: Id | None = None
    topics: ClassVar[frozenset[str]] = frozenset({"operation_log"})

    def run(self, view: View) -> tuple[LogRow, ...]:
        _check(view, self.on)
        person = TABLES["person"]
        chosen = (
            select(_L, person.c.user_name, person.c.name.label("actor_name"), SEAL.c.n.label("seal"))
            .outerjoin(person, person.c.id == _L.c.actor)
            .outerjoin(SEAL, SEAL.c.n == _L.c.n)
            .order_by(_L.c.at.desc(), _L.c.n.desc())  # a desk that catches up reads thing by thing, not in time's order
            .limit(self.limit)
        )
        chosen = _narrowed(chosen, self)
        if self.before is not None:
            last = select(_L.c.at, _L.c.n).where(_L.c.id == self.before).scalar_subquery()
            chosen = chosen.where(tuple_(_L.c.at, _L.c.n) < last)
        return tuple(_named(view, _row(found)) for found in view.connection.execute(chosen))


@dataclass(frozen=True, slots=True)
class LogTotal:
    """How many entries a page is of; of a long log only that there are more than `MOST`."""

    page: LogPage
    topics: ClassVar[frozenset[str]] = frozenset({"operation_log"})
    MOST: ClassVar[int] = 10_000

    def run(self, view: View) -> int:
        _check(view, self.page.on)
        chosen = _narrowed(select(_L.c.n), self.page).limit(self.MOST + 1)
        return int(view.connection.scalar(select(func.count()).select_from(chosen.subquery())) or 0)


def _narrowed(chosen: Select[Any], page: LogPage) -> Select[Any]:
    if page.on is not None:
        chosen = chosen.where(_L.c.root == page.on)
    if page.start is not None:
        chosen = chosen.where(_L.c.at >= page.start)
    if page.end is not None:
        chosen = chosen.where(_L.c.at < page.end)
    if page.command:
        chosen = chosen.where(_L.c.command == page.command)
    return chosen if page.actor is None else chosen.where(_L.c.actor == page.actor)


def _row(found: Any) -> LogRow:
    return LogRow(
        id=found.id, at=found.at, actor=found.user_name or "system", command=found.command,
        root_kind=found.root_kind, root=found.root, data=dict(item.partition("=")[::2] for item in found.data),
        sealed=found.seal is not None, actor_name=found.actor_name or "",
    )  # fmt: skip


def _named(view: View, row: LogRow) -> LogRow:
    """What it was about, as it is called now."""
    thing = view.rows.get(row.root_kind, row.root) if row.root_kind in TABLES else None
    if row.root_kind in _CALLED_BY and thing is not None:
        thing = view.rows.get("person", getattr(thing, _CALLED_BY[row.root_kind]))
    called = next((str(value) for name in ("name", "title") if (value := getattr(thing, name, ""))), "")
    kind = getattr(thing, "kind", "") if row.root_kind in ("request", "process") else ""
    return replace(row, number=getattr(thing, "number", ""), name=called, kind=str(kind))


def _check(view: View, on: Id | None) -> None:
    if view.sight.admin:
        return
    seen = on is not None and view.sight.staff
    if seen:
        mine = visible(view.sight, _T, TABLES["participant"]) & _T.c.source.in_(view.sight.sources)
        seen = view.connection.scalar(select(_T.c.n).where(_T.c.id == on, mine)) is not None
    if not seen:
        raise NotAllowed("log")
