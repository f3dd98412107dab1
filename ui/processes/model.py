"""The kinds of requests as rows of a list, each with the state of its process."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from agentdesk.desk.queries.processes import ProcessRow
from agentdesk.domain.values import ProcessKind
from ui import words
from ui.widgets.chip import ChipLook
from ui.words import processes

KindRole = int(Qt.ItemDataRole.UserRole) + 1
LineRole = KindRole + 1
Index = QModelIndex | QPersistentModelIndex
ICONS = {
    ProcessKind.HOST_CREATE: "server", ProcessKind.HOST_CHANGE: "processor", ProcessKind.HOST_DELETE: "delete",
    ProcessKind.JOIN_PROJECT: "people", ProcessKind.PROJECT_QUOTA: "quota",
    ProcessKind.DOMAIN_QUOTA: "organisation", ProcessKind.TECHNICAL_SUPPORT: "ticket",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Line:
    """What a row says; `alert` where requests wait that nobody can decide."""

    icon: str
    name: str
    told: str
    chip: ChipLook
    state: str
    alert: str = ""

    @property
    def spoken(self) -> str:
        return ", ".join(part for part in (self.name, self.chip.text, self.told, self.alert) if part)


class ProcessesModel(QAbstractListModel):
    def __init__(self) -> None:
        super().__init__()
        self._rows: tuple[ProcessRow, ...] = ()
        self._lines: list[Line] = []

    def set_rows(self, rows: Sequence[ProcessRow]) -> None:
        """The same kinds change in place, so that what is chosen stays."""
        same = len(rows) == len(self._rows)
        if not same:
            self.beginResetModel()
        self._rows, self._lines = tuple(rows), [line_of(row) for row in rows]
        if same:
            self.reword()
        else:
            self.endResetModel()

    def reword(self) -> None:
        self._lines = [line_of(row) for row in self._rows]
        if self._rows:
            self.dataChanged.emit(self.index(0), self.index(len(self._rows) - 1))

    def row(self, kind: ProcessKind) -> ProcessRow | None:
        return next((row for row in self._rows if row.kind is kind), None)

    def rows(self) -> tuple[ProcessRow, ...]:
        return self._rows

    def place_of(self, kind: ProcessKind | None) -> int:
        return next((place for place, row in enumerate(self._rows) if row.kind is kind), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        line = self._lines[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return line.name
            case Qt.ItemDataRole.AccessibleTextRole:
                return line.spoken
            case _ if role == KindRole:
                return self._rows[index.row()].kind
            case _:
                return line if role == LineRole else None


def line_of(row: ProcessRow) -> Line:
    state = processes.process_state(row)
    alert = processes.Counted().blocked(row.blocked) if row.blocked else ""
    return Line(
        ICONS[row.kind], words.request_kind(row.kind), processes.process_line(row), chip_of(state), state, alert
    )


def chip_of(state: str) -> ChipLook:
    return ChipLook(processes.STATES[state][0], processes.state_words(state))
