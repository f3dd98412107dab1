"""The two faces of the list, with one model and one selection: cards for working, a table for looking things up."""

from PySide6.QtCore import QItemSelectionModel, QPoint, QRect, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHeaderView

from ui.cards.rows import Rows
from ui.cards.table import CELL, Columns, ColumnTable
from ui.icons import Icons
from ui.theme import Theme
from ui.tickets.delegate import CardDelegate
from ui.tickets.grouping import TallRows, head_height, paint_head
from ui.tickets.model import COLUMNS, TicketsModel

STATUS, SUBJECT, USER = COLUMNS.index("status"), COLUMNS.index("subject"), COLUMNS.index("user")
_WIDTHS = {"ticket": 110, "user": 120, "subject": 340, "created": 120, "activity": 140, "type": 140, "status": 190}
_SORTS = {
    "activity": ("activity", Qt.SortOrder.AscendingOrder), "newest": ("created", Qt.SortOrder.AscendingOrder),
    "oldest": ("created", Qt.SortOrder.DescendingOrder),
}  # fmt: skip
_TABLE = Columns(widths=_WIDTHS, narrow={"ticket": 90, "status": 170}, strong="subject", chips="status", sorts=_SORTS)


class GroupHeads:
    """The heads over the groups of one view: room for them, their words, and where they are."""

    def __init__(self, view: Rows, model: TicketsModel, theme: Theme, ground: str, *, indent: int) -> None:
        self._view, self._model, self._theme = view, model, theme
        self._ground, self._indent = ground, indent
        self._tall = TallRows(view, model)

    def set_row_height(self, height: int) -> None:
        self._tall.set_heights(height, head_height(self._theme))

    def hold(self, at: QPoint) -> bool:
        row = self._view.rowAt(at.y())
        head = row >= 0 and self._model.head_at(row) is not None
        return head and at.y() - self._view.rowViewportPosition(row) < head_height(self._theme)

    def paint(self) -> None:
        if not self._model.heads():
            return
        theme, width = self._theme, self._view.viewport().width()
        painter = QPainter(self._view.viewport())
        for row in self._view.in_sight():
            words = self._model.head_words(row)
            if words is not None:
                box = QRect(0, self._view.rowViewportPosition(row), width, head_height(theme))
                painter.fillRect(box, theme.color(self._ground))  # Qt has filled all of a selected row
                painter.fillRect(box.left(), box.bottom(), box.width(), 1, theme.color("border"))
                paint_head(painter, box.adjusted(theme.px(self._indent), 0, 0, 0), theme, *words)
        painter.end()


class CardList(Rows):
    def __init__(self, icons: Icons, model: TicketsModel, delegate: CardDelegate) -> None:
        super().__init__(icons, model, "list")
        self.heads = GroupHeads(self, model, icons.theme, "list", indent=16)
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


class HistoryTable(ColumnTable):
    """CS-04 to CS-10."""

    def __init__(self, icons: Icons, model: TicketsModel, selection: QItemSelectionModel) -> None:
        super().__init__(icons, model, selection, _TABLE, name="history")
        self.heads = GroupHeads(self, model, icons.theme, "surface", indent=CELL)
        self.follow(icons.theme)

    def show_users(self, shown: bool) -> None:
        """Only in the organisation's list (CS-05)."""
        self.set_absent(*(() if shown else ("user",)))
