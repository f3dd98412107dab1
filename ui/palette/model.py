"""The rows of the palette under their heads, and how well each fits what was typed."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

ItemRole = int(Qt.ItemDataRole.UserRole) + 1
KeyRole = ItemRole + 1
Index = QModelIndex | QPersistentModelIndex
COMMANDS, TICKETS, PEOPLE = ">", "#", "@"


@dataclass(frozen=True, slots=True)
class Item:
    """One row. Disabled it says why and stays where it is, so that nobody looks for it elsewhere."""

    key: str
    title: str
    detail: str = ""
    icon: str = ""
    keys: tuple[str, ...] = ()
    enabled: bool = True
    run: Callable[[], object] | None = None
    """None: a head."""
    spans: tuple[tuple[int, int], ...] = ()
    """Where what was typed stands in the title: start and length."""


def matched(title: str, wanted: str) -> tuple[int, tuple[tuple[int, int], ...]] | None:
    """A rank, smaller is better, and the places of the words; None if one of them is missing.

    Every word must stand in the title: at its start, at the start of a word, or anywhere from the third letter on.
    """
    low, rank, spans = title.casefold(), 0, []
    if len(low) != len(title):  # casefold made it longer, so places would not fit
        low = title.lower()
    for word in wanted.casefold().split():
        place, cost = _place_of(low, word)
        if place < 0:
            return None
        rank += cost
        spans.append((place, len(word)))
    return rank, tuple(sorted(spans))


def _place_of(text: str, word: str) -> tuple[int, int]:
    if text.startswith(word):
        return 0, 0
    at = text.find(word)
    while at >= 0:
        if not text[at - 1].isalnum() or not text[at].isascii():
            return at, 1
        at = text.find(word, at + 1)
    inside = text.find(word) if len(word) >= 3 else -1
    return inside, 2


def parts_of(text: str) -> tuple[str, str]:
    """The sign that narrows the search, if there is one, and what is looked for."""
    text = text.strip()
    if text[:1] in (COMMANDS, TICKETS, PEOPLE):
        return text[0], text[1:].strip()
    return "", text


def fitting(items: Iterable[Item], wanted: str) -> list[Item]:
    """The best first; what can be done before what cannot."""
    if not wanted:
        return list(items)
    found: list[tuple[int, bool, Item]] = []
    for item in items:
        match = matched(item.title, wanted)
        if match is not None:
            rank, spans = match
            found.append((rank, not item.enabled, _with_spans(item, spans)))
    return [item for _, _, item in sorted(found, key=lambda one: (one[1], one[0]))]


def _with_spans(item: Item, spans: tuple[tuple[int, int], ...]) -> Item:
    return Item(item.key, item.title, item.detail, item.icon, item.keys, item.enabled, item.run, spans)


class PaletteModel(QAbstractListModel):
    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._items: list[Item] = []

    def show(self, groups: Sequence[tuple[str, Sequence[Item]]]) -> None:
        """Heads with their rows; a group without rows is left out."""
        self.beginResetModel()
        self._items = []
        for head, items in groups:
            if items:
                self._items.append(Item("", head))
                self._items.extend(items)
        self.endResetModel()

    def item(self, row: int) -> Item:
        return self._items[row]

    def first(self) -> int:
        """The first row that can be run, or -1."""
        return next((row for row, item in enumerate(self._items) if item.run and item.enabled), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._items)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid() or self._items[index.row()].run is None:
            return Qt.ItemFlag.NoItemFlags
        if not self._items[index.row()].enabled:
            return Qt.ItemFlag.ItemIsSelectable
        return Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        item = self._items[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return item.title
            case Qt.ItemDataRole.AccessibleTextRole:
                return ", ".join(part for part in (item.title, item.detail, " ".join(item.keys)) if part)
            case _ if role == ItemRole:
                return item
            case _ if role == KeyRole:
                return item.key
        return None
