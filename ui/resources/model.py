"""Projects and domains, and the hosts of one, as rows of lists."""

from collections.abc import Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from agentdesk.desk.queries.resources import HostLine, OwnerLine
from agentdesk.domain.values import Id
from ui.cards.ticket_card import CardWords
from ui.widgets.chip import ChipLook
from ui.words import resources

IdRole = int(Qt.ItemDataRole.UserRole) + 1
CardRole = IdRole + 1
Index = QModelIndex | QPersistentModelIndex
L = TypeVar("L", OwnerLine, HostLine)


class _Lines(QAbstractListModel, Generic[L]):
    """The same things change in place, so that what is chosen stays."""

    def __init__(self) -> None:
        super().__init__()
        self._lines: tuple[L, ...] = ()
        self._cards: list[CardWords] = []

    def set_lines(self, lines: Sequence[L]) -> None:
        same = [one.id for one in lines] == [one.id for one in self._lines]
        if not same:
            self.beginResetModel()
        self._lines = tuple(lines)
        self._cards = [self.card(line) for line in lines]
        if not same:
            self.endResetModel()
        elif lines:
            self.dataChanged.emit(self.index(0), self.index(len(lines) - 1))

    def reword(self) -> None:
        """After a change of language."""
        self.set_lines(self._lines)

    def card(self, line: L) -> CardWords:
        raise NotImplementedError

    def line_at(self, place: int) -> L | None:
        return self._lines[place] if 0 <= place < len(self._lines) else None

    def place_of(self, id: Id) -> int:
        return next((place for place, line in enumerate(self._lines) if line.id == id), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self._lines):
            return None
        card = self._cards[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return card.subject
            case Qt.ItemDataRole.AccessibleTextRole:
                return card.spoken
            case _ if role == IdRole:
                return self._lines[index.row()].id
            case _:
                return card if role == CardRole else None


class OwnersModel(_Lines[OwnerLine]):
    def card(self, line: OwnerLine) -> CardWords:
        state = resources.owner_state(line)
        chip = ChipLook(resources.STATES[state][0], resources.state_words(state, line.fullest.percent))
        kind, hosts = resources.owner_kind(line), resources.Counted().hosts(line.hosts)
        return CardWords(
            subject=line.name, time="", chip=chip, who=kind, waits=hosts, waits_icon="",
            icon="resource" if line.domain else "organisation",
            spoken=", ".join((line.name, kind, chip.text, hosts)),
        )  # fmt: skip


class HostsModel(_Lines[HostLine]):
    of_domain = False
    """Of several projects, whose names then stand there."""

    def card(self, line: HostLine) -> CardWords:
        state = "running" if line.trashed is None else "trashed"
        chip = ChipLook(resources.STATES[state][0], resources.state_words(state))
        sizes, when = resources.host_sizes(line), resources.host_when(line)
        return CardWords(
            subject=line.name, time=when, chip=chip, who=sizes, icon="server", quiet=line.trashed is not None,
            waits=line.project if self.of_domain else line.image, waits_icon="",
            spoken=", ".join(part for part in (line.name, chip.text, sizes, line.image, line.project, when) if part),
        )  # fmt: skip
