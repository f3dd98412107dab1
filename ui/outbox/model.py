"""The entries of the outbox as rows of a list, in words."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from agentdesk.desk.queries.rows import OutboxRow
from agentdesk.domain.values import Id
from ui import words
from ui.cards.ticket_card import CardWords
from ui.widgets.chip import ChipLook

IdRole = int(Qt.ItemDataRole.UserRole) + 1
CardRole = IdRole + 1
StageRole = IdRole + 2
Index = QModelIndex | QPersistentModelIndex
ICONS = {
    "submit_ticket": "ticket", "follow_up_ticket": "ticket", "reply": "reply", "add_note": "note",
    "forward_ticket": "forward",
    "complete_ticket": "check", "end_ticket": "check", "confirm_ticket": "check", "handle_ticket": "handle",
    "cancel_ticket": "cancel", "set_priority": "priority", "set_tags": "tag", "move_ticket": "move",
    "apply": "approval", "modify_request": "edit", "undo_request": "undo", "pass_stage": "check",
    "reject_stage": "close", "retry_execution": "refresh",
    "rate_ticket": "star", "share_link": "link", "add_participant": "add-person",
}  # fmt: skip
_LONGEST = 200


class OutboxModel(QAbstractListModel):
    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[OutboxRow, ...] = ()
        self._cards: list[CardWords] = []

    def set_rows(self, rows: Sequence[OutboxRow]) -> None:
        """The same entries change in place, so that what is chosen stays."""
        same = [row.id for row in rows] == [row.id for row in self._rows]
        if not same:
            self.beginResetModel()
        self._rows = tuple(rows)
        self._cards = [_card(row) for row in rows]
        if not same:
            self.endResetModel()
        elif rows:
            self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))

    def row_at(self, place: int) -> OutboxRow:
        return self._rows[place]

    def place_of(self, id: Id) -> int:
        return next((place for place, row in enumerate(self._rows) if row.id == id), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        row, card = self._rows[index.row()], self._cards[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return card.subject
            case Qt.ItemDataRole.AccessibleTextRole:
                return card.spoken
            case _:
                return {IdRole: row.id, CardRole: card, StageRole: row.stage}.get(role)


def _second_fact(row: OutboxRow) -> str:
    """What a command without words does: To: Jonas Beck."""
    facts = words.entry_facts(row)[1:2]
    return "".join(words.fact_line(key, value) for key, value in facts)


def _card(row: OutboxRow) -> CardWords:
    title, said = words.entry_title(row), words.entry_text(row) or _second_fact(row) or row.subject
    chip = ChipLook(row.stage, words.stage(row.stage))
    time = words.clock_time(row.issued_at)
    return CardWords(
        subject=title, time=time, chip=chip, who=said[:_LONGEST], waits="", icon=ICONS.get(row.command, "outbox"),
        spoken=", ".join(part for part in (title, chip.text, said[:_LONGEST], time) if part),
    )  # fmt: skip
