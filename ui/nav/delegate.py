"""Paints the rows of the navigation: a pill under the chosen one, the number at its end."""

from typing import NamedTuple

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui.icons import Icons
from ui.nav.model import Entry, EntryRole
from ui.widgets.badge import badge_size, paint_badge
from ui.widgets.faces import Faces
from ui.widgets.plain_label import paint_box, paint_focus

Index = QModelIndex | QPersistentModelIndex
_SIDE, _GAP, _ICON = 10, 10, 16
_MANY = 1_000


class _Marks(NamedTuple):
    selected: bool
    hovered: bool
    focused: bool


class NavDelegate(QStyledItemDelegate):
    """`rail`: only icons, for a narrow window; a dot says that there is a number."""

    def __init__(self, icons: Icons, parent: QObject) -> None:
        super().__init__(parent)
        self._icons, self._theme = icons, icons.theme
        self._faces = Faces(icons.theme, "chrome")
        self.rail = False

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        entry: Entry = index.data(EntryRole)
        theme = self._theme
        if entry.key:
            return QSize(theme.em(4), max(theme.px(24), theme.metrics("body").height() + theme.air(12)))
        top = theme.px(6 if index.row() == 0 else 16)
        return QSize(theme.em(4), top + (theme.px(4) if self.rail else theme.metrics("label").height() + theme.px(6)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        entry: Entry = index.data(EntryRole)
        state, flags = option.state, QStyle.StateFlag
        marks = _Marks(
            *(bool(state & flag) for flag in (flags.State_Selected, flags.State_MouseOver, flags.State_HasFocus))
        )
        painter.save()
        if entry.key:
            kept = entry, (marks, self.rail)
            self._faces.paint(
                painter, QRectF(option.rect), *kept, lambda on, rect: self._paint_row(on, rect, entry, marks)
            )
        elif not self.rail:
            self._paint_head(painter, QRectF(option.rect), entry)
        painter.restore()

    def _paint_head(self, painter: QPainter, rect: QRectF, entry: Entry) -> None:
        theme = self._theme
        painter.setFont(theme.font("label"))
        painter.setPen(theme.color("text3"))
        place = rect.adjusted(theme.px(_SIDE), 0, 0, -theme.px(5))
        painter.drawText(place, int(Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeading), entry.words)

    def _paint_row(self, painter: QPainter, rect: QRectF, entry: Entry, marks: _Marks) -> None:
        theme, selected = self._theme, marks.selected
        if selected or marks.hovered:
            line = theme.color("mark") if selected and not theme.tinted else None
            paint_box(painter, rect, theme.color("sel" if selected else "hover"), line, radius=theme.px(6))
        side = self._icons.size(_ICON)
        left = rect.left() + (rect.width() - side) / 2 if self.rail else rect.left() + theme.px(_SIDE)
        icon = QRectF(round(left), round(rect.center().y() - side / 2), side, side)
        self._icons.paint(painter, icon, entry.icon, "accent_ink" if selected else "text2")
        if self.rail:
            self._paint_dot(painter, icon, entry)
        else:
            self._paint_words(painter, rect, entry, selected=selected)
        if marks.focused:
            paint_focus(painter, rect, theme, radius=theme.px(6))

    def _paint_words(self, painter: QPainter, rect: QRectF, entry: Entry, *, selected: bool) -> None:
        theme = self._theme
        left = rect.left() + theme.px(_SIDE + _GAP) + self._icons.size(_ICON)
        right = rect.right() - theme.px(8)
        if entry.count:
            right = self._paint_count(painter, rect, entry, selected=selected) - theme.px(6)
        weight = 600 if entry.count or selected else 400
        metrics = theme.metrics("body", weight)
        painter.setFont(theme.font("body", weight))
        painter.setPen(theme.color("text"))
        words = metrics.elidedText(entry.words, Qt.TextElideMode.ElideRight, int(right - left))
        painter.drawText(QRectF(left, rect.top(), right - left, rect.height()), Qt.AlignmentFlag.AlignVCenter, words)

    def _paint_count(self, painter: QPainter, rect: QRectF, entry: Entry, *, selected: bool) -> float:
        """Its left end."""
        theme = self._theme
        text = str(entry.count) if entry.count < _MANY else "999+"
        size = badge_size(theme, text)
        place = QRectF(
            rect.right() - theme.px(5) - size.width(),
            round(rect.center().y() - size.height() / 2),
            size.width(),
            size.height(),
        )
        paint_badge(painter, place, text, theme, filled=selected)
        return place.left()

    def _paint_dot(self, painter: QPainter, icon: QRectF, entry: Entry) -> None:
        if entry.count:
            side = self._theme.px(7)
            dot = QRectF(icon.right() - side / 2, icon.top() - side / 2, side, side)
            paint_box(painter, dot, self._theme.color("mark"), None, radius=side / 2)
