"""A list whose rows are cards of two lines, whatever they are about."""

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from ui.cards.ticket_card import CardPainter, CardWords, Marks
from ui.icons import Icons
from ui.widgets.plain_label import Themed

Index = QModelIndex | QPersistentModelIndex


class CardDelegate(QStyledItemDelegate):
    """`role` gives the `CardWords` of a row; a row without them is drawn as one that is still to come."""

    def __init__(self, icons: Icons, role: int, ground: str, parent: QObject) -> None:
        super().__init__(parent)
        self._cards, self._role = CardPainter(icons, ground), role

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(1, self._cards.height())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        state, flags = option.state, QStyle.StateFlag
        marks = Marks(
            selected=bool(state & flags.State_Selected),
            hovered=bool(state & flags.State_MouseOver),
            focused=bool(state & flags.State_HasFocus) and bool(state & flags.State_KeyboardFocusChange),
        )
        card = index.data(self._role)
        painter.save()
        if isinstance(card, CardWords):
            self._cards.paint(painter, QRectF(option.rect), card, marks)
        else:
            self._cards.paint_placeholder(painter, QRectF(option.rect), marks)
        painter.restore()


class CardListView(QListView, Themed):
    """`ground` is the colour of the pane that it lies on."""

    def __init__(self, icons: Icons, model: QAbstractItemModel, role: int, *, name: str, ground: str = "list") -> None:
        super().__init__()
        self._theme = icons.theme
        self.setObjectName(name)
        self.setModel(model)
        self._delegate = CardDelegate(icons, role, ground, self)
        self.setItemDelegate(self._delegate)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        self.follow(icons.theme)

    def dress(self) -> None:
        self.scheduleDelayedItemsLayout()
        self.viewport().update()
