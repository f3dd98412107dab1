"""Tags that are in use, to be offered while one types."""

from dataclasses import dataclass
from typing import ClassVar

from sqlalchemy import select

from agentdesk.desk.queries.base import View
from agentdesk.records.visibility import visible
from agentdesk.store.schema import TABLES

_TICKET, _PARTICIPANT = TABLES["ticket"], TABLES["participant"]
_RECENT = 2_000


@dataclass(frozen=True, slots=True)
class KnownTags:
    """Those of the newest tagged tickets a member of staff sees, in order of the alphabet."""

    topics: ClassVar[frozenset[str]] = frozenset({"ticket"})

    def run(self, view: View) -> tuple[str, ...]:
        if not (view.sight.staff or view.sight.admin):
            return ()
        seen = visible(view.sight, _TICKET, _PARTICIPANT)
        newest = select(_TICKET.c.tags).where(_TICKET.c.tags != "", seen).order_by(_TICKET.c.n.desc()).limit(_RECENT)
        found = {tag for tags in view.connection.scalars(newest) for tag in tags}
        return tuple(sorted(found, key=str.casefold))
