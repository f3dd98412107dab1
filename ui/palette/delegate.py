"""Paints a row of the palette: icon, title with what was typed marked, detail, and the keys at its end."""

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui.icons import Icons
from ui.palette.model import Item, ItemRole
from ui.theme import text_width
from ui.widgets.plain_label import paint_box
from ui.widgets.search_field import keycap_size, paint_keycap

Index = QModelIndex | QPersistentModelIndex
_SIDE, _GAP = 12, 12
_CENTRE = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading)


class PaletteDelegate(QStyledItemDelegate):
    def __init__(self, icons: Icons, parent: QObject) -> None:
        super().__init__(parent)
        self._icons, self._theme = icons, icons.theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        item: Item = index.data(ItemRole)
        theme = self._theme
        if item.run is None:
            return QSize(10, theme.metrics("label").height() + theme.px(10))
        return QSize(10, theme.metrics("body").height() + theme.px(20))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        item: Item = index.data(ItemRole)
        painter.save()
        if item.run is None:
            self._paint_head(painter, QRectF(option.rect), item)
        else:
            self._paint_row(painter, option, item)
        painter.restore()

    def _paint_head(self, painter: QPainter, rect: QRectF, item: Item) -> None:
        theme = self._theme
        painter.setFont(theme.font("label"))
        painter.setPen(theme.color("text2"))
        place = rect.adjusted(theme.px(_SIDE), 0, 0, -theme.px(3))
        painter.drawText(place, int(Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeading), item.title)

    def _paint_row(self, painter: QPainter, option: QStyleOptionViewItem, item: Item) -> None:
        theme, rect = self._theme, QRectF(option.rect)
        if option.state & QStyle.StateFlag.State_Selected:
            line = None if theme.tinted else theme.color("mark")
            paint_box(painter, rect, theme.color("sel"), line, radius=theme.px(6))
        side = self._icons.size()
        icon = QRectF(rect.left() + theme.px(_SIDE), round(rect.center().y() - side / 2), side, side)
        marked = bool(option.state & QStyle.StateFlag.State_Selected) and item.enabled
        self._icons.paint(painter, icon, item.icon, "accent_ink" if marked else "text2")
        left = icon.right() + theme.px(_GAP)
        right = self._paint_keys(painter, rect, item) - theme.px(8)
        left = self._paint_title(painter, QRectF(left, rect.top(), right - left, rect.height()), item)
        if right - left > theme.px(40):
            place = QRectF(left + theme.px(9), rect.top(), right - left - theme.px(9), rect.height())
            self._paint_detail(painter, place, item)

    def _paint_title(self, painter: QPainter, place: QRectF, item: Item) -> float:
        """Its right end. What was typed is bold and in the colour of links."""
        theme = self._theme
        left = place.left()
        for text, typed in _pieces(item):
            weight = 650 if typed else 400
            metrics = theme.metrics("body", weight)
            room = place.right() - left
            shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, max(0, int(room)))
            painter.setFont(theme.font("body", weight))
            ink = "accent_ink" if typed else "text"
            painter.setPen(theme.color(ink if item.enabled or typed else "text3"))
            painter.drawText(QRectF(left, place.top(), room, place.height()), _CENTRE, shown)
            left += text_width(metrics, shown) if shown.strip() == shown else metrics.horizontalAdvance(shown)
            if shown != text:
                break
        return left

    def _paint_detail(self, painter: QPainter, place: QRectF, item: Item) -> None:
        metrics = self._theme.metrics("meta")
        painter.setFont(self._theme.font("meta"))
        painter.setPen(self._theme.color("text2" if item.enabled else "text3"))
        shown = metrics.elidedText(item.detail, Qt.TextElideMode.ElideRight, int(place.width()))
        painter.drawText(place, _CENTRE, shown)

    def _paint_keys(self, painter: QPainter, rect: QRectF, item: Item) -> float:
        """Their left end."""
        right = rect.right() - self._theme.px(12)
        for key in reversed(item.keys):
            size = keycap_size(self._theme, key)
            place = QRectF(
                right - size.width(), round(rect.center().y() - size.height() / 2), size.width(), size.height()
            )
            paint_keycap(painter, place, key, self._theme)
            right = place.left() - self._theme.px(7)
        return right


def _pieces(item: Item) -> list[tuple[str, bool]]:
    pieces: list[tuple[str, bool]] = []
    at = 0
    for start, length in item.spans:
        if start < at:
            continue
        pieces.append((item.title[at:start], False))
        pieces.append((item.title[start : start + length], True))
        at = start + length
    pieces.append((item.title[at:], False))
    return [piece for piece in pieces if piece[0]]
