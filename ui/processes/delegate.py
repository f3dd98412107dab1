"""A kind of request as a row: its icon, its name over what is set up, and a chip."""

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui.icons import Icons
from ui.processes.model import Line, LineRole
from ui.widgets.chip import chip_height, chip_width, paint_chip
from ui.widgets.plain_label import paint_focus

Index = QModelIndex | QPersistentModelIndex
_LEFT, _ICON, _RIGHT, _AIR, _BETWEEN, _BAR = 17, 17, 12, 8, 2, 3
_VCENTER = int(Qt.AlignmentFlag.AlignVCenter)


class ProcessDelegate(QStyledItemDelegate):
    def __init__(self, icons: Icons, parent: QObject) -> None:
        super().__init__(parent)
        self._icons, self._theme = icons, icons.theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        lines = self._theme.metrics("body", 550).height() + self._theme.metrics("meta").height()
        return QSize(1, lines + self._theme.air(2 * _AIR) + self._theme.px(_BETWEEN))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line = index.data(LineRole)
        if not isinstance(line, Line):
            return
        state, flags, area = option.state, QStyle.StateFlag, QRectF(option.rect)
        selected = bool(state & flags.State_Selected)
        painter.save()
        self._paint_ground(painter, area, selected=selected, hovered=bool(state & flags.State_MouseOver))
        chip = self._paint_chip(painter, area, line, selected=selected)
        self._paint_words(painter, area, line, chip, selected=selected)
        if state & flags.State_HasFocus and state & flags.State_KeyboardFocusChange:
            paint_focus(painter, area, self._theme, radius=self._theme.px(4))
        painter.restore()

    def _paint_ground(self, painter: QPainter, area: QRectF, *, selected: bool, hovered: bool) -> None:
        theme = self._theme
        if selected or hovered:
            painter.fillRect(area, theme.color("sel" if selected else "hover"))
        if selected:
            painter.fillRect(QRectF(area.left(), area.top(), theme.px(_BAR), area.height()), theme.color("mark"))
        painter.fillRect(QRectF(area.left(), area.bottom() - 1, area.width(), 1), theme.color("border"))

    def _paint_chip(self, painter: QPainter, area: QRectF, line: Line, *, selected: bool) -> float:
        """Where it begins."""
        theme = self._theme
        width, height = chip_width(theme, line.chip.text), chip_height(theme)
        left = area.right() - theme.px(_RIGHT) - width
        place = QRectF(left, area.center().y() - height / 2, width, height)
        paint_chip(painter, place, line.chip, self._icons, selected=selected)
        return left

    def _paint_words(self, painter: QPainter, area: QRectF, line: Line, chip: float, *, selected: bool) -> None:
        theme, side = self._theme, self._icons.size(_ICON)
        icon = QRectF(area.left() + theme.px(_LEFT), area.center().y() - side / 2, side, side)
        self._icons.paint(painter, icon, line.icon, "accent_ink" if selected else "text2")
        left = icon.right() + theme.px(11)
        room = chip - left - theme.px(8)
        name, told = theme.metrics("body", 550), theme.metrics("meta")
        top = area.center().y() - (name.height() + told.height() + theme.px(_BETWEEN)) / 2
        painter.setFont(theme.font("body", 550))
        painter.setPen(theme.color("text"))
        shown = name.elidedText(line.name, Qt.TextElideMode.ElideRight, int(room))
        painter.drawText(QRectF(left, top, room, name.height()), _VCENTER, shown)
        painter.setFont(theme.font("meta"))
        painter.setPen(theme.color("warn" if line.alert else "text2"))
        below = QRectF(left, top + name.height() + theme.px(_BETWEEN), room, told.height())
        shown = told.elidedText(line.alert or line.told, Qt.TextElideMode.ElideRight, int(room))
        painter.drawText(below, _VCENTER, shown)
