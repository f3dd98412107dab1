"""The table of a list: columns that can be moved and sized, fewer of them where there is little room."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import (
    QAbstractItemModel,
    QByteArray,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QPainter, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ui.cards.rows import Rows
from ui.icons import Icons
from ui.model import RowRole
from ui.theme import FontRole
from ui.widgets.chip import ChipLook, chip_height, chip_width, paint_chip
from ui.widgets.plain_label import paint_focus

NARROW = 62
"""Ems of width below which a table shows its most important columns alone, and its head has two lines."""
CELL = 10
"""Pixels before the words of a cell."""
_Index = QModelIndex | QPersistentModelIndex


class TableLine(Protocol):
    """What the model gives as `RowRole`."""

    @property
    def cells(self) -> Sequence[str]: ...

    @property
    def chips(self) -> Sequence[ChipLook]:
        """In the column of chips, instead of its cell."""


@dataclass(frozen=True, slots=True)
class Columns:
    """Widths are those of the pictures."""

    widths: Mapping[str, int]
    """By the names of the columns, in the order of the model."""
    narrow: Mapping[str, int]
    """Those that stay where there is little room, beside the one that stands out."""
    strong: str
    """It stands out, and has the room that is left in a narrow table."""
    chips: str
    sorts: Mapping[str, tuple[str, Qt.SortOrder]]
    """Each order that the desk has for this table: its column, and where the arrow points. Qt's arrow for an ascending
    order points down, as people expect it where the newest come first."""

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(self.widths)


class ColumnTable(Rows):
    def __init__(
        self, icons: Icons, model: QAbstractItemModel, selection: QItemSelectionModel, columns: Columns, *, name: str
    ) -> None:
        """`name`_table and `name`_header are what its parts are called."""
        super().__init__(icons, model, "surface")
        self.columns = columns
        self.setSelectionModel(selection)
        self.setObjectName(f"{name}_table")
        header = self.horizontalHeader()
        header.setObjectName(f"{name}_header")
        header.setSectionsMovable(True)
        header.setHighlightSections(False)
        header.setSortIndicatorShown(True)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setStretchLastSection(True)
        header.setSectionsClickable(True)
        self._sort = ""
        self._absent: frozenset[str] = frozenset()
        self._wide: QByteArray | None = None
        """Its columns as they were, while it is narrow."""
        self.show_sort("")
        header.sectionClicked.connect(self._on_header)
        self._cells = _CellDelegate(icons, columns, self)
        self.setItemDelegate(self._cells)
        for column, width in enumerate(columns.widths.values()):
            self.setColumnWidth(column, icons.theme.px(width))

    def set_absent(self, *names: str) -> None:
        """Columns that say nothing in the list that is shown."""
        self._absent = frozenset(names)
        if self._wide is None:
            for column, name in enumerate(self.columns.names):
                self.setColumnHidden(column, name in self._absent)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_columns()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit_columns()

    def _fit_columns(self) -> None:
        """Only while it is seen: before that it has no size of its own."""
        if self.isVisible():
            self.set_narrow(self.width() < self._icons.theme.em(NARROW))

    def set_narrow(self, narrow: bool) -> None:
        """What one looks a row up by stays; the other columns, and their widths, come back with their room."""
        header = self.horizontalHeader()
        if not narrow and self._wide is not None:
            state, self._wide = self._wide, None
            header.restoreState(state)
            self.set_absent(*self._absent)
        elif narrow:
            self._wide = self._wide or header.saveState()
            self._narrow_columns()

    def _narrow_columns(self) -> None:
        px, columns = self._icons.theme.px, self.columns
        widths = {name: px(width) for name, width in columns.narrow.items()}
        widths[columns.strong] = max(px(90), self.viewport().width() - sum(widths.values()))
        for column, name in enumerate(columns.names):
            self.setColumnHidden(column, name not in widths)
            if name in widths:
                self.setColumnWidth(column, widths[name])

    def dress(self) -> None:
        theme = self._icons.theme
        self._cells.height = theme.metrics("body").height() + theme.air(16)
        self.set_row_height(self._cells.height)
        self.viewport().update()

    def show_sort(self, sort: str) -> None:
        self._sort = sort
        name, order = self.columns.sorts.get(sort, ("", Qt.SortOrder.AscendingOrder))
        column = self.columns.names.index(name) if name else -1
        self.horizontalHeader().setSortIndicator(column, order)

    def _on_header(self, column: int) -> None:
        """Not every column is an order the desk has: the arrow stays where the order is."""
        self.model().sort(column, self.horizontalHeader().sortIndicatorOrder())
        self.show_sort(self._sort)

    def sort_of(self, column: int) -> str:
        """The order that a click on that head asks for: another one of its own where there are two; "" if none."""
        offered = [sort for sort, (name, _) in self.columns.sorts.items() if name == self.columns.names[column]]
        others = [sort for sort in offered if sort != self._sort]
        return (others or offered or [""])[0]


class _CellDelegate(QStyledItemDelegate):
    def __init__(self, icons: Icons, columns: Columns, view: QWidget) -> None:
        super().__init__(view)
        self._icons = icons
        self._strong, self._chips = columns.names.index(columns.strong), columns.names.index(columns.chips)
        self.height = 0
        """Of a row without the head of a group."""

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(self._icons.theme.em(6), self._icons.theme.px(32))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        state: QStyle.StateFlag = option.state
        rect: QRect = option.rect
        rect = rect.adjusted(0, rect.height() - self.height, 0, 0)
        theme = self._icons.theme
        selected = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        if selected:
            painter.fillRect(rect, theme.color("sel"))
        line: TableLine | None = index.data(RowRole)
        if line is not None:
            inside = rect.adjusted(theme.px(CELL), 0, -theme.px(6), 0)
            if index.column() == self._chips:
                self._paint_chips(painter, inside, line, selected=selected)
            else:
                self._paint_text(painter, inside, line, index.column())
        if state & QStyle.StateFlag.State_HasFocus and state & QStyle.StateFlag.State_KeyboardFocusChange:
            paint_focus(painter, QRectF(rect), theme, radius=theme.px(4))
        painter.restore()

    def _paint_text(self, painter: QPainter, rect: QRect, line: TableLine, column: int) -> None:
        theme = self._icons.theme
        text, strong = line.cells[column], column == self._strong
        role: FontRole = "strong" if strong else "body"
        weight = 600 if strong else 400
        painter.setFont(theme.font(role, weight))
        painter.setPen(theme.color("text"))
        metrics = theme.metrics(role, weight)
        if metrics.horizontalAdvance(text) > rect.width():
            text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
        painter.drawText(rect, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), text)

    def _paint_chips(self, painter: QPainter, rect: QRect, line: TableLine, *, selected: bool) -> None:
        theme = self._icons.theme
        height, left = chip_height(theme), rect.left()
        for number, chip in enumerate(line.chips):
            width = chip_width(theme, chip.text)
            width = min(width, rect.width()) if not number else width
            box = QRectF(left, rect.center().y() - height / 2 + 1, width, height)
            paint_chip(painter, box, chip, self._icons, selected=selected)
            left = round(box.right()) + theme.px(6)
