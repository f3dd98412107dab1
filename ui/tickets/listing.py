"""The two faces of the list, with one model and one selection: cards for working, a table for looking things up."""

from PySide6.QtCore import (
    QByteArray,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from agentdesk.domain.values import Id
from ui.icons import Icons
from ui.tickets.delegate import CardDelegate
from ui.tickets.grouping import NARROW, TallRows, head_height, paint_head
from ui.tickets.model import COLUMNS, Line, RowRole, TicketsModel
from ui.widgets.chip import ChipLook, chip_height, chip_width, paint_chip
from ui.widgets.plain_label import Themed, paint_focus

STATUS, SUBJECT, USER = COLUMNS.index("status"), COLUMNS.index("subject"), COLUMNS.index("user")
_WIDTHS = {"ticket": 110, "user": 120, "subject": 340, "created": 120, "activity": 140, "type": 140, "status": 190}
_NARROW = {"ticket": 90, "status": 170}
"""The columns of a table beside its ticket; the subject has what is left."""
_CELL = 10
_Index = QModelIndex | QPersistentModelIndex


class _Rows(QTableView, Themed):
    """What both faces have in common: whole rows, no grid, the keys of a list."""

    key_pressed = Signal(QKeyEvent)
    """For the pane; it accepts the event if it was a key of its own."""

    def __init__(self, icons: Icons, model: TicketsModel, ground: str, indent: int) -> None:
        super().__init__()
        self._icons, self._ground, self._indent = icons, ground, indent
        self._tickets = model
        self.setModel(model)
        self._tall = TallRows(self, model)
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
        self._tall.set_heights(height, head_height(self._icons.theme))
        self.verticalScrollBar().setSingleStep(max(1, height // 2))

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
        if self._tickets.heads():
            self._paint_heads()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A head is no ticket: a click on it selects nothing."""
        if not self._is_on_head(event.position().toPoint()):
            super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if not self._is_on_head(event.position().toPoint()):
            super().mouseDoubleClickEvent(event)

    def _is_on_head(self, at: QPoint) -> bool:
        row = self.rowAt(at.y())
        head = row >= 0 and self._tickets.head_at(row) is not None
        return head and at.y() - self.rowViewportPosition(row) < head_height(self._icons.theme)

    def _paint_heads(self) -> None:
        theme, view = self._icons.theme, self.viewport()
        first, last = self.rowAt(0), self.rowAt(view.height() - 1)
        painter = QPainter(view)
        for row in range(max(0, first), (last if last >= 0 else self._tickets.rowCount() - 1) + 1):
            words = self._tickets.head_words(row)
            if words is not None:
                box = QRect(0, self.rowViewportPosition(row), view.width(), head_height(theme))
                painter.fillRect(box, theme.color(self._ground))  # Qt has filled all of a selected row
                painter.fillRect(box.left(), box.bottom(), box.width(), 1, theme.color("border"))
                paint_head(painter, box.adjusted(theme.px(self._indent), 0, 0, 0), theme, *words)
        painter.end()

    def seen(self) -> list[Id]:
        """The tickets whose rows are in sight and have come."""
        first, last = self.rowAt(0), self.rowAt(self.viewport().height() - 1)
        rows = range(max(0, first), (last if last >= 0 else self._tickets.rowCount() - 1) + 1)
        return [line.row.id for line in map(self._tickets.line_at, rows) if line is not None]


class CardList(_Rows):
    def __init__(self, icons: Icons, model: TicketsModel, delegate: CardDelegate) -> None:
        super().__init__(icons, model, "list", 16)
        self._cards = delegate
        self.setObjectName("ticket_list")
        self.horizontalHeader().hide()
        for column in range(1, len(COLUMNS)):
            self.hideColumn(column)
        self.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setItemDelegate(delegate)
        self.follow(icons.theme)

    def dress(self) -> None:
        self.set_row_height(self._cards.height())
        self.viewport().update()


class HistoryTable(_Rows):
    """CS-04 to CS-10: seven columns that can be moved and sized."""

    def __init__(self, icons: Icons, model: TicketsModel, selection: QItemSelectionModel) -> None:
        super().__init__(icons, model, "surface", _CELL)
        self.setSelectionModel(selection)
        self.setObjectName("history_table")
        header = self.horizontalHeader()
        header.setObjectName("history_header")
        header.setSectionsMovable(True)
        header.setHighlightSections(False)
        header.setSortIndicatorShown(True)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setStretchLastSection(True)
        header.setSectionsClickable(True)
        self._sort, self._users = "activity", True
        self._wide: QByteArray | None = None
        """Its columns as they were, while it is narrow."""
        self.show_sort(self._sort)
        header.sectionClicked.connect(self._on_header)
        self._cells = _CellDelegate(icons, self)
        self.setItemDelegate(self._cells)
        for column, name in enumerate(COLUMNS):
            self.setColumnWidth(column, icons.theme.px(_WIDTHS[name]))
        self.follow(icons.theme)

    def show_users(self, shown: bool) -> None:
        """Only in the organisation's list (CS-05)."""
        self._users = shown
        self.setColumnHidden(USER, not shown or self._wide is not None)

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
        """What one looks a ticket up by stays; the other columns, and their widths, come back with their room."""
        header = self.horizontalHeader()
        if not narrow and self._wide is not None:
            state, self._wide = self._wide, None
            header.restoreState(state)
            self.setColumnHidden(USER, not self._users)
        elif narrow:
            self._wide = self._wide or header.saveState()
            self._narrow_columns()

    def _narrow_columns(self) -> None:
        px = self._icons.theme.px
        widths = {name: px(width) for name, width in _NARROW.items()}
        widths["subject"] = max(px(90), self.viewport().width() - sum(widths.values()))
        for column, name in enumerate(COLUMNS):
            self.setColumnHidden(column, name not in widths)
            if name in widths:
                self.setColumnWidth(column, widths[name])

    def dress(self) -> None:
        theme = self._icons.theme
        self._cells.height = theme.metrics("body").height() + theme.air(16)
        self.set_row_height(self._cells.height)
        self.viewport().update()

    def show_sort(self, sort: str) -> None:
        """Qt's arrow for an ascending order points down, as people expect it where the newest come first."""
        self._sort = sort
        column, order = _SORTED.get(sort, (-1, Qt.SortOrder.AscendingOrder))
        self.horizontalHeader().setSortIndicator(column, order)

    def _on_header(self, column: int) -> None:
        """Not every column is an order the desk has: the arrow stays where the order is."""
        self.model().sort(column, self.horizontalHeader().sortIndicatorOrder())
        self.show_sort(self._sort)


_SORTED = {
    "activity": (COLUMNS.index("activity"), Qt.SortOrder.AscendingOrder),
    "newest": (COLUMNS.index("created"), Qt.SortOrder.AscendingOrder),
    "oldest": (COLUMNS.index("created"), Qt.SortOrder.DescendingOrder),
}


class _CellDelegate(QStyledItemDelegate):
    def __init__(self, icons: Icons, view: QWidget) -> None:
        super().__init__(view)
        self._icons = icons
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
        line = index.data(RowRole)
        if isinstance(line, Line):
            inside = rect.adjusted(theme.px(_CELL), 0, -theme.px(6), 0)
            if index.column() == STATUS:
                self._paint_chips(painter, inside, line, selected=selected)
            else:
                self._paint_text(painter, inside, line, index.column())
        if state & QStyle.StateFlag.State_HasFocus and state & QStyle.StateFlag.State_KeyboardFocusChange:
            paint_focus(painter, QRectF(rect), theme, radius=theme.px(4))
        painter.restore()

    def _paint_text(self, painter: QPainter, rect: QRect, line: Line, column: int) -> None:
        theme = self._icons.theme
        role, weight = ("strong", 600) if column == SUBJECT else ("body", 400)
        text = line.cells[column]
        painter.setFont(theme.font("strong" if role == "strong" else "body", weight))
        painter.setPen(theme.color("text"))
        metrics = theme.metrics("strong" if role == "strong" else "body", weight)
        if metrics.horizontalAdvance(text) > rect.width():
            text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
        painter.drawText(rect, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), text)

    def _paint_chips(self, painter: QPainter, rect: QRect, line: Line, *, selected: bool) -> None:
        theme = self._icons.theme
        height, left = chip_height(theme), rect.left()
        width = min(chip_width(theme, line.card.chip.text), rect.width())
        box = QRectF(left, rect.center().y() - height / 2 + 1, width, height)
        paint_chip(painter, box, line.card.chip, self._icons, selected=selected)
        if line.card.returned:
            left = round(box.right()) + theme.px(6)
            mark = QRectF(left, box.top(), chip_width(theme, line.card.returned), height)
            paint_chip(painter, mark, ChipLook("conflict", line.card.returned), self._icons, selected=selected)
