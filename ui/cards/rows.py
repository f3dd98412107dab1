"""A list as whole rows without a grid: what its cards and its table have in common."""

from typing import Protocol

from PySide6.QtCore import QAbstractItemModel, QPoint, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView

from ui.icons import Icons
from ui.widgets.plain_label import Themed


class Heads(Protocol):
    """What stands over the first row of each group of a list."""

    def set_row_height(self, height: int, /) -> None: ...

    def hold(self, at: QPoint, /) -> bool: ...

    def paint(self) -> None: ...


class Rows(QTableView, Themed):
    key_pressed = Signal(QKeyEvent)
    """For the pane; it accepts the event if it was a key of its own."""

    def __init__(self, icons: Icons, model: QAbstractItemModel, ground: str) -> None:
        super().__init__()
        self._icons, self._ground = icons, ground
        self.heads: Heads | None = None
        """None in a list without groups."""
        self.setModel(model)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def set_row_height(self, height: int) -> None:
        self.verticalHeader().setMinimumSectionSize(1)
        self.verticalHeader().setDefaultSectionSize(height)
        if self.heads is not None:
            self.heads.set_row_height(height)
        self.verticalScrollBar().setSingleStep(max(1, height // 2))

    def settle(self) -> None:
        """Takes a changed order in at once. Qt would do it the next time round, and paint what is around it before."""
        self.executeDelayedItemsLayout()

    def in_sight(self) -> range:
        """The places of the rows that are seen."""
        first, last = self.rowAt(0), self.rowAt(self.viewport().height() - 1)
        return range(max(0, first), (last if last >= 0 else self.model().rowCount() - 1) + 1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.ignore()
        self.key_pressed.emit(event)
        if not event.isAccepted():
            event.accept()
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Letters are keys of the list; looking for a text has a field of its own."""

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), self._icons.theme.color(self._ground))
        painter.end()
        super().paintEvent(event)
        if self.heads is not None:
            self.heads.paint()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A head is no row: a click on it selects nothing."""
        if not self._is_on_head(event):
            super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if not self._is_on_head(event):
            super().mouseDoubleClickEvent(event)

    def _is_on_head(self, event: QMouseEvent) -> bool:
        return self.heads is not None and self.heads.hold(event.position().toPoint())
