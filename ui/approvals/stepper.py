"""The way of a request as a row of circles: submitted, its levels, and what happens by itself."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.icons import Icons
from ui.theme import FontRole
from ui.widgets.plain_label import Themed
from ui.words.deciding import Node

_RING, _GAP, _LINE = 29, 8, 2
_GLYPHS = {"check": "check", "cross": "close", "slash": "minus", "result": "chevron-right"}
# fill, outline, ink of the circle, ink of the last line
_LOOKS = {
    "done": ("success", "success", "on_accent", "success_ink"),
    "failed": ("danger", "danger", "on_accent", "danger_ink"),
    "open": ("accent_soft", "mark", "accent_ink", "accent_ink"),
    "waiting": ("warn_soft", "warn", "warn", "warn"),
    "later": ("surface", "border2", "text3", "text2"),
}
_CENTER = int(Qt.AlignmentFlag.AlignCenter)


class _Line(NamedTuple):
    text: str
    role: FontRole
    color: str
    weight: int | None = None


class Stepper(QWidget, Themed):
    """Painted; its accessible name says all that it shows."""

    def __init__(self, icons: Icons) -> None:
        super().__init__()
        self._icons = icons
        self._nodes: Sequence[Node] = ()
        self.setObjectName("approval_stepper")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.follow(icons.theme)

    def show_nodes(self, nodes: Sequence[Node]) -> None:
        self._nodes = nodes
        told = (", ".join(part for part in (node.title, node.who, node.when) if part) for node in nodes)
        self.setAccessibleName(". ".join(told))
        self.updateGeometry()
        self.update()

    def dress(self) -> None:
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        theme = self._icons.theme
        lines = theme.metrics("strong").height() + 2 * (theme.metrics("meta").height() + theme.px(4))
        return QSize(theme.em(30), theme.px(_RING + _GAP) + lines)

    def minimumSizeHint(self) -> QSize:
        return QSize(self._icons.theme.em(12), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._nodes:
            wide = self.width() / len(self._nodes)
            for place in range(len(self._nodes) - 1):
                self._paint_line(painter, place, wide)
            for place, node in enumerate(self._nodes):
                self._paint_node(painter, QRectF(place * wide, 0, wide, self.height()), node)
        painter.end()

    def _paint_line(self, painter: QPainter, place: int, wide: float) -> None:
        """Whole where the next place was reached, else dashed."""
        theme, px = self._icons.theme, self._icons.theme.px
        reached = self._nodes[place].look == "done" and self._nodes[place + 1].look != "later"
        pen = QPen(theme.color("success" if reached else "border2"), px(_LINE))
        pen.setStyle(Qt.PenStyle.SolidLine if reached else Qt.PenStyle.DashLine)
        painter.setPen(pen)
        free = px(_RING) / 2 + px(3)
        y, middle = px(_RING) / 2, (place + 0.5) * wide
        painter.drawLine(QPointF(middle + free, y), QPointF(middle + wide - free, y))

    def _paint_node(self, painter: QPainter, area: QRectF, node: Node) -> None:
        theme, px = self._icons.theme, self._icons.theme.px
        fill, line, ink, told = _LOOKS[node.look]
        side = px(_RING)
        ring = QRectF(area.center().x() - side / 2, 0, side, side).adjusted(1, 1, -1, -1)
        painter.setPen(QPen(theme.color(line), px(_LINE)))
        painter.setBrush(theme.color(fill))
        painter.drawEllipse(ring)
        self._paint_mark(painter, ring, node.mark, ink)
        top = float(side + px(_GAP))
        quiet = node.look == "later"
        lines = (
            _Line(node.title, "strong", "text2" if quiet else "text"),
            _Line(node.who, "meta", "text2"),
            _Line(node.when, "meta", told, 600 if node.look in ("open", "waiting") else None),
        )
        for text in lines:
            top = self._paint_text(painter, area, top, text)

    def _paint_mark(self, painter: QPainter, ring: QRectF, mark: str, ink: str) -> None:
        if mark in _GLYPHS:
            side = self._icons.theme.px(15)
            place = QRectF(ring.center().x() - side / 2, ring.center().y() - side / 2, side, side)
            self._icons.paint(painter, place, _GLYPHS[mark], ink)
            return
        painter.setFont(self._icons.theme.font("small", 650))
        painter.setPen(self._icons.theme.color(ink))
        painter.drawText(ring, _CENTER, mark)

    def _paint_text(self, painter: QPainter, area: QRectF, top: float, line: _Line) -> float:
        """Where the next line begins."""
        theme = self._icons.theme
        metrics = theme.metrics(line.role, line.weight)
        room = area.width() - theme.px(6)
        painter.setFont(theme.font(line.role, line.weight))
        painter.setPen(theme.color(line.color))
        place = QRectF(area.left() + theme.px(3), top, room, metrics.height())
        painter.drawText(place, _CENTER, metrics.elidedText(line.text, Qt.TextElideMode.ElideRight, int(room)))
        return top + metrics.height() + theme.px(4)
