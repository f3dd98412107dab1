"""What the window remembers of last time: its size, its panes, the place and the ticket."""

import json
from collections.abc import Mapping, Sequence
from typing import Protocol, TypeGuard

from PySide6.QtWidgets import QMainWindow, QSplitter

from agentdesk.desk.queries.groups import GROUPINGS
from agentdesk.domain.values import Id
from agentdesk.settings import LAYOUTS
from ui.cards.table import ColumnTable
from ui.context import Context, Place, holds_requests
from ui.frame.arrangement import Arrangement, Sizes
from ui.geometry import Geometry

_WINDOW, _SPLITTER, _WORK = "main", "main/split", "main/work-sizes"
_TICKET = "ticket"
_FACES, _GROUPS = "main/faces", "main/groups"
_TABLES = {"history_table": "main/table"}
"""It was the only one once."""


class Others(Protocol):
    """The windows beside the main one."""

    @property
    def by_ticket(self) -> Mapping[Id, QMainWindow]: ...

    @property
    def by_request(self) -> Mapping[Id, QMainWindow]: ...

    def open(self, ticket: Id, /) -> object: ...

    def open_request(self, request: Id, /) -> object: ...


class Memory:
    """The place is kept per person: two people may use one desk in turn."""

    def __init__(self, geometry: Geometry, context: Context) -> None:
        self._geometry, self._context = geometry, context
        self._asked = self._read = self._opened = False

    def restore(self, window: QMainWindow, splitter: QSplitter, arrangement: Arrangement) -> None:
        self._geometry.restore_window(_WINDOW, window)
        arrangement.want_nav(self._geometry.flag("nav", default=True))
        if not self._geometry.flag("properties", default=True):
            arrangement.want_properties(False)
        if not self._geometry.restore_splitter(_SPLITTER, splitter):
            arrangement.spread()
        arrangement.set_sizes(self._sizes())

    def keep(
        self,
        window: QMainWindow,
        splitter: QSplitter,
        arrangement: Arrangement,
        *,
        reading: Id | None,
        others: Others,
    ) -> None:
        """`reading`: the message at the top of the thread, None at its end."""
        self._geometry.save_window(_WINDOW, window)
        self._geometry.save_splitter(_SPLITTER, splitter)
        self._geometry.remember(_WORK, json.dumps(arrangement.sizes()))
        self._geometry.remember("nav", arrangement.nav_wanted)
        self._geometry.remember("properties", arrangement.properties_wanted)
        place, selection, requests = self._context.place, self._context.selection, self._context.requests
        kept = {
            "queue": place.queue, "filters": place.filters, "sort": place.sort, "view": place.view,
            "ticket": selection[0] if selection else "", "reading": reading, "windows": list(others.by_ticket),
            "request": requests[0] if requests else "", "request_windows": list(others.by_request),
        }  # fmt: skip
        for id, other in (*others.by_ticket.items(), *others.by_request.items()):
            self._geometry.save_window(f"{_TICKET}/{id}", other)
        self._geometry.remember(self._key(), json.dumps(kept))
        self._geometry.flush()

    def restore_lists(self, groups: dict[str, str], *tables: ColumnTable) -> None:
        """Layout and groups, place by place, and the columns of the tables."""
        for chosen, key, known in ((self._context.faces, _FACES, LAYOUTS), (groups, _GROUPS, GROUPINGS)):
            kept = self._object(key)
            chosen.update((queue, value) for queue, value in kept.items() if isinstance(value, str) and value in known)
        for table in tables:
            self._geometry.restore_header(_header(table), table.horizontalHeader())

    def keep_lists(self, groups: dict[str, str], *tables: ColumnTable) -> None:
        self._geometry.remember(_FACES, json.dumps(self._context.faces))
        self._geometry.remember(_GROUPS, json.dumps(groups))
        for table in tables:
            table.set_narrow(False)
            self._geometry.save_header(_header(table), table.horizontalHeader())

    def _sizes(self) -> dict[str, Sizes]:
        """Of list and detail, layout by layout; what is no pair of numbers is passed over."""
        kept = self._object(_WORK)
        return {layout: (sizes[0], sizes[1]) for layout in LAYOUTS if _is_pair(sizes := kept.get(layout))}

    def first_place(self) -> Place | None:
        """Of last time, if this person still has that queue or inbox; None until that is known."""
        whoami, queue = self._context.whoami, str(self._kept().get("queue"))
        if whoami is None or not whoami.queues:
            return None
        if holds_requests(queue) and not self._context.approvals_known:
            return None
        return self._place_among((*whoami.queues, *self._context.approvals.inboxes)) or Place(whoami.queues[0])

    def _place_among(self, queues: Sequence[str]) -> Place | None:
        kept = self._kept()
        if kept.get("queue") not in queues:
            return None
        filters = kept.get("filters")
        view = kept.get("view")
        return Place(
            str(kept["queue"]),
            tuple(map(str, filters)) if isinstance(filters, list) else (),
            str(kept.get("sort") or ""),
            str(view) if view else None,
        )

    def selection(self) -> Id | None:
        """The ticket of last time, "" if there was none; None after the first time of asking."""
        if self._asked:
            return None
        self._asked = True
        return str(self._kept().get("ticket") or "")

    def reading(self, ticket: Id) -> Id | None:
        """The message at the top of the thread of last time, once, if this was the ticket."""
        kept, self._read = self._kept() if not self._read else {}, True
        message = kept.get("reading")
        return str(message) if message and kept.get("ticket") == ticket else None

    def request(self) -> Id:
        """The one of last time, "" if there was none."""
        return str(self._kept().get("request") or "")

    def restore_others(self, others: Others) -> None:
        """The tickets and requests that had a window of their own, once."""
        kept, self._opened = ({} if self._opened else self._kept()), True
        for key, opens in (("windows", others.open), ("request_windows", others.open_request)):
            ids = kept.get(key)
            for id in ids if isinstance(ids, list) else ():
                opens(str(id))

    def restore_other(self, id: Id, window: QMainWindow) -> None:
        self._geometry.restore_window(f"{_TICKET}/{id}", window)

    def _kept(self) -> dict[str, object]:
        return self._object(self._key())

    def _object(self, key: str) -> dict[str, object]:
        try:
            kept = json.loads(self._geometry.text(key, "{}"))
        except ValueError:
            return {}
        return kept if isinstance(kept, dict) else {}

    def _key(self) -> str:
        return f"place/{self._context.desk.person}"


def _header(table: ColumnTable) -> str:
    return _TABLES.get(table.objectName(), f"main/{table.objectName()}")


def _is_pair(value: object) -> TypeGuard[list[int]]:
    return isinstance(value, list) and len(value) == 2 and all(isinstance(part, int) for part in value)
