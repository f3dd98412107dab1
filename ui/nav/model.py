"""The rows of the navigation: section heads that nothing stops on, queues and saved views."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from agentdesk.desk.queries.rows import ViewRow
from agentdesk.domain.values import Id
from ui import words
from ui.context import LOG, OUTBOX, PROCESSES, RESOURCES, Place

KeyRole = int(Qt.ItemDataRole.UserRole) + 1
EntryRole = KeyRole + 1
COUNTED = ("support.pending", "support.queue", "support.mine", "approvals.pending", "approvals.mine", PROCESSES)
"""Only what calls for somebody has a number beside it."""
ICONS: Mapping[str, str] = {
    "support.pending": "pending",
    "support.queue": "queue",
    "support.resolved": "resolved",
    "support.mine": "ticket",
    "support.org": "organisation",
    "support.all": "list",
    "approvals.pending": "approval",
    "approvals.resolved": "resolved",
    "approvals.involved": "involved",
    "approvals.mine": "send",
    "approvals.all": "list",
    PROCESSES: "process",
    LOG: "log",
    RESOURCES: "resource",
    OUTBOX: "outbox",
}
_VIEW_ICONS = {"flag": "escalated", "clock": "clock", "key": "key", "tag": "tag", "phone": "phone", "star": "star"}
_ICON_NAMES = frozenset(("escalated", "clock", "key", "tag", "phone", "star", "ticket", "people", "saved-view"))
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Entry:
    """`key` is the queue's name, `view.<id>`, or empty for a section head."""

    words: str
    key: str = ""
    icon: str = ""
    section: str = ""
    count: int = 0
    place: Place = Place()
    view: ViewRow | None = None


class NavModel(QAbstractListModel):
    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._queues: tuple[str, ...] = ()
        self._inboxes: tuple[str, ...] = ()
        self._setup: tuple[str, ...] = ()
        self._views: tuple[ViewRow, ...] = ()
        self._counts: dict[str, int] = {}
        self._of_views: dict[Id, int] = {}
        self._entries: list[Entry] = []
        self._outbox = 0

    # ------------------------------------------------------------------ what the desk says

    def set_queues(self, queues: Sequence[str]) -> None:
        self._queues = tuple(queues)
        self.rebuild()

    def set_inboxes(self, inboxes: Sequence[str]) -> None:
        """Of requests; without any there is no section (CP-31)."""
        self._inboxes = tuple(inboxes)
        self.rebuild()

    def set_admin(self, admin: bool) -> None:
        """Who sets the desk up has a section for it."""
        self._setup = (PROCESSES, LOG) if admin else ()
        self.rebuild()

    def set_outbox(self, waiting: int) -> None:
        """How many entries wait for somebody; without any there is no row."""
        if waiting != self._outbox:
            self._outbox = waiting
            self.rebuild()

    def set_views(self, views: Sequence[ViewRow]) -> None:
        self._views = tuple(views)
        self.rebuild()

    def set_counts(self, counts: dict[str, int]) -> None:
        self._counts = counts
        self._recount()

    def set_view_counts(self, counts: dict[Id, int]) -> None:
        self._of_views = counts
        self._recount()

    def rebuild(self) -> None:
        """Also after a change of language. The same rows change in place, so that focus and selection stay."""
        entries = self._built()
        if [entry.key for entry in entries] == [entry.key for entry in self._entries]:
            self._entries = entries
            self.dataChanged.emit(self.index(0), self.index(max(0, len(entries) - 1)))
            return
        self.beginResetModel()
        self._entries = entries
        self.endResetModel()

    # ------------------------------------------------------------------ what views and the window ask

    def entry(self, row: int) -> Entry:
        return self._entries[row]

    def places(self) -> tuple[tuple[str, Place], ...]:
        return tuple((entry.words, entry.place) for entry in self._entries if entry.key)

    def views(self) -> tuple[ViewRow, ...]:
        return self._views

    def row_of(self, place: Place) -> int:
        """Where a place of the list pane stands here, or -1."""
        key = f"view.{place.view}" if place.view else place.queue
        return next((row for row, entry in enumerate(self._entries) if entry.key == key), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._entries)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid() or not self._entries[index.row()].key:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        entry = self._entries[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return entry.words
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._spoken(entry)
            case _ if role == KeyRole:
                return entry.key
            case _ if role == EntryRole:
                return entry
        return None

    def spoken(self, row: int) -> str:
        """Section, name and number: labels may repeat, this may not."""
        return self._spoken(self._entries[row])

    # ------------------------------------------------------------------ building

    def _built(self) -> list[Entry]:
        entries = [*self._section("support", self._queues), *self._section("approvals", self._inboxes)]
        if self._views:
            entries.append(Entry(words.section("views")))
            entries.extend(self._view(view) for view in self._views)
        entries.extend(self._section("admin", self._setup))
        if self._outbox:
            section = words.section("attention")
            entries.append(Entry(section))
            entries.append(Entry(words.queue(OUTBOX), OUTBOX, ICONS[OUTBOX], section, self._outbox, Place(OUTBOX)))
        return entries

    def _section(self, section: str, queues: Sequence[str]) -> list[Entry]:
        head = words.section(section)
        return [Entry(head), *(self._queue(name, head) for name in queues)] if queues else []

    def _queue(self, name: str, section: str) -> Entry:
        count = self._counts.get(name, 0) if name in COUNTED else 0
        return Entry(words.queue(name), name, ICONS.get(name, "list"), section, count, Place(name))

    def _view(self, view: ViewRow) -> Entry:
        icon = _VIEW_ICONS.get(view.icon, view.icon if view.icon in _ICON_NAMES else "saved-view")
        place = Place(view.queue, view.filters, "", view.id)
        count = self._of_views.get(view.id, 0)
        return Entry(view.name, f"view.{view.id}", icon, words.section("views"), count, place, view)

    def _recount(self) -> None:
        for row, entry in enumerate(self._entries):
            count = self._of_views.get(entry.view.id, 0) if entry.view else self._count_of(entry.key)
            if count != entry.count:
                self._entries[row] = replace(entry, count=count)
                self.dataChanged.emit(self.index(row), self.index(row))

    def _count_of(self, key: str) -> int:
        if key == OUTBOX:
            return self._outbox
        return self._counts.get(key, 0) if key in COUNTED else 0

    def _spoken(self, entry: Entry) -> str:
        if not entry.key:
            return entry.words
        if entry.count:
            return self.tr("{section}: {place}, {count}").format(
                section=entry.section, place=entry.words, count=entry.count
            )
        return self.tr("{section}: {place}").format(section=entry.section, place=entry.words)
