"""Canned replies and saved views of the person, and what is being typed."""

from dataclasses import dataclass
from typing import ClassVar

from sqlalchemy import or_, select

from agentdesk.desk.queries.base import View
from agentdesk.desk.queries.rows import CannedRow, ViewRow
from agentdesk.domain.values import Id
from agentdesk.store import drafts
from agentdesk.store.drafts import Draft
from agentdesk.store.schema import TABLES

_CANNED, _VIEW = TABLES["canned_reply"], TABLES["saved_view"]


@dataclass(frozen=True, slots=True)
class CannedReplies:
    source: Id | None = None
    topics: ClassVar[frozenset[str]] = frozenset({"canned_reply"})

    def run(self, view: View) -> tuple[CannedRow, ...]:
        own = or_(_CANNED.c.owner.is_(None), _CANNED.c.owner == view.person)
        chosen = select(_CANNED).where(own, _CANNED.c.active).order_by(_CANNED.c.order, _CANNED.c.name)
        if self.source is not None:
            chosen = chosen.where(or_(_CANNED.c.source.is_(None), _CANNED.c.source == self.source))
        if not (view.sight.staff or view.sight.admin):
            return ()
        return tuple(
            CannedRow(id=r.id, name=r.name, body_html=r.body_html, shared=r.owner is None, source=r.source)
            for r in view.connection.execute(chosen)
        )


@dataclass(frozen=True, slots=True)
class SavedViews:
    topics: ClassVar[frozenset[str]] = frozenset({"saved_view"})

    def run(self, view: View) -> tuple[ViewRow, ...]:
        mine = select(_VIEW).where(_VIEW.c.person == view.person, _VIEW.c.active)
        return tuple(
            ViewRow(id=r.id, name=r.name, queue=r.queue, filters=r.filters, icon=r.icon, order=r.order)
            for r in view.connection.execute(mine.order_by(_VIEW.c.order, _VIEW.c.name))
        )


@dataclass(frozen=True, slots=True)
class DraftOf:
    """What this person is typing there, None if nothing."""

    key: str
    kind: str
    topics: ClassVar[frozenset[str]] = frozenset({"draft"})

    def run(self, view: View) -> Draft | None:
        return drafts.get(view.connection, view.person, self.key, self.kind)
