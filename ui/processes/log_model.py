"""Entries of the operation log as rows of a table."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QAbstractTableModel, QCoreApplication, QModelIndex, QPersistentModelIndex, Qt

from agentdesk.desk.queries.rows import LogRow
from agentdesk.domain.values import Instant
from ui import words
from ui.words import log

COLUMNS = ("time", "who", "action", "object", "result", "view")
RowRole = int(Qt.ItemDataRole.UserRole) + 1
FailedRole = RowRole + 1
Index = QModelIndex | QPersistentModelIndex
translate = QCoreApplication.translate


class LogModel(QAbstractTableModel):
    def __init__(self, now: Callable[[], Instant]) -> None:
        super().__init__()
        self._now = now
        self._rows: tuple[LogRow, ...] = ()

    def set_rows(self, rows: Sequence[LogRow]) -> None:
        """What only grew at its end keeps its place and selection."""
        before, after = self._rows, tuple(rows)
        if before and after[: len(before)] == before:
            if len(after) > len(before):
                self.beginInsertRows(QModelIndex(), len(before), len(after) - 1)
                self._rows = after
                self.endInsertRows()
            return
        self.beginResetModel()
        self._rows = after
        self.endResetModel()

    def rows(self) -> tuple[LogRow, ...]:
        return self._rows

    def reword(self) -> None:
        self.beginResetModel()
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        return _head(COLUMNS[section]) if role == Qt.ItemDataRole.DisplayRole else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        row, column = self._rows[index.row()], COLUMNS[index.column()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._cell(row, column)
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{_head(column)}: {self._cell(row, column)}" if column != "view" else _view()
            case _ if role == RowRole:
                return row
            case _:
                return log.has_failed(row) if role == FailedRole else None

    def _cell(self, row: LogRow, column: str) -> str:
        match column:
            case "time":
                return words.moment(row.at, self._now())
            case "who":
                return log.actor(row)
            case "action":
                return log.action(row)
            case "object":
                return log.thing(row)
            case "result":
                return log.result(row)
            case _:
                return _view()


def _head(column: str) -> str:
    heads = {"time": "at", "who": "name", "action": "action", "object": "object", "result": "result"}
    return log.column(heads[column]) if column in heads else ""


def _view() -> str:
    return translate("LogModel", "View")
