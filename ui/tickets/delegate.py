"""Draws a ticket as a card; everything it needs has been made when the row arrived."""

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from agentdesk.domain.values import Instant
from ui.cards.ticket_card import CardPainter, Marks
from ui.icons import Icons
from ui.tickets.company import Company
from ui.tickets.model import Line, RowRole

PENDING_AFTER: Instant = 2_000
"""So long a change may wait before its row says so."""


class CardDelegate(QStyledItemDelegate):
    def __init__(self, icons: Icons, now: Callable[[], Instant], parent: QObject) -> None:
        super().__init__(parent)
        self._cards = CardPainter(icons)
        self._now = now
        self.company: Company | None = None

    def height(self) -> int:
        return self._cards.height()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(1, self._cards.height())

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        state: QStyle.StateFlag = option.state
        rect = QRectF(option.rect)
        rect.setTop(rect.bottom() - self.height())  # under the head of a group, where one begins
        line = index.data(RowRole)
        flags = QStyle.StateFlag
        marks = Marks(
            selected=bool(state & flags.State_Selected),
            hovered=bool(state & flags.State_MouseOver),
            focused=bool(state & flags.State_HasFocus) and bool(state & flags.State_KeyboardFocusChange),
            waiting=isinstance(line, Line) and self._waits(line),
        )
        painter.save()
        if isinstance(line, Line):
            self._cards.paint(painter, rect, line.card, marks)
            there = self.company.of(line.row.id) if self.company is not None else None
            if there is not None:
                self._cards.paint_there(painter, rect, there.presence)
        else:
            self._cards.paint_placeholder(painter, rect, marks)
        painter.restore()

    def _waits(self, line: Line) -> bool:
        return line.pending_since is not None and self._now() - line.pending_since >= PENDING_AFTER
