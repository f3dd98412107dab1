"""The table of the operation log: what was done stands out, what failed is red, and *View* opens an entry."""

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, Signal
from PySide6.QtGui import QKeyEvent, QPalette
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from ui.icons import Icons
from ui.processes.log_model import COLUMNS, FailedRole, LogModel, RowRole
from ui.widgets.inputs import is_enter
from ui.widgets.plain_label import Themed

_WIDTHS = {"time": 130, "who": 140, "action": 230, "object": 240}


class _Cells(QStyledItemDelegate):
    def __init__(self, icons: Icons, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = icons.theme

    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        super().initStyleOption(option, index)
        column, theme = COLUMNS[index.column()], self._theme
        plain = theme.font("small" if column == "time" else "body")
        option.font = theme.font("body", 600) if column == "action" else plain
        ink = "text"
        if column == "view":
            ink = "accent_ink"
        elif column == "result" and index.data(FailedRole):
            ink = "danger_ink"
        for role in (QPalette.ColorRole.Text, QPalette.ColorRole.HighlightedText):
            option.palette.setColor(role, theme.color(ink))


class LogTable(QTableView, Themed):
    opened = Signal(object)
    """The LogRow that is to be shown whole."""

    def __init__(self, icons: Icons, model: LogModel) -> None:
        super().__init__()
        self._theme = icons.theme
        self.setObjectName("log_table")
        self.setModel(model)
        self._cells = _Cells(icons, self)
        self.setItemDelegate(self._cells)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setSectionResizeMode(COLUMNS.index("result"), QHeaderView.ResizeMode.Stretch)
        head.setSectionResizeMode(COLUMNS.index("view"), QHeaderView.ResizeMode.ResizeToContents)
        self.clicked.connect(self._on_clicked)
        self.doubleClicked.connect(self._open)
        self.follow(icons.theme)

    def dress(self) -> None:
        theme = self._theme
        self.verticalHeader().setMinimumSectionSize(1)
        self.verticalHeader().setDefaultSectionSize(theme.metrics("body").height() + theme.air(14))
        for column, width in _WIDTHS.items():
            self.setColumnWidth(COLUMNS.index(column), theme.px(width))
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_enter(event) and self.currentIndex().isValid():
            self._open(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def _on_clicked(self, index: QModelIndex) -> None:
        if COLUMNS[index.column()] == "view":
            self._open(index)

    def _open(self, index: QModelIndex) -> None:
        row = index.data(RowRole)
        if row is not None:
            self.opened.emit(row)
