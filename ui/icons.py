"""Icons by name, in any colour and size, sharp on every screen; the glyphs of states and the marks of priority."""

from collections.abc import Mapping
from typing import Literal, NamedTuple

from PySide6.QtCore import QByteArray, QObject, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QWidget

from resources import path
from ui.theme import Theme

ICON_SIZE = 16

# The kind of a state (domain.md) or of a flag: its glyph and its hue. Never colour alone.
Glyph = Literal["ring", "half", "clock", "dot", "dashed", "check", "slash", "cross", "bang", "flag", "up"]
STATE_GLYPHS: Mapping[str, tuple[Glyph, str]] = {
    "new": ("ring", "slate"),
    "working": ("half", "blue"),
    "waiting_customer": ("clock", "amber"),
    "waiting_staff": ("dot", "violet"),
    "waiting_confirmation": ("dashed", "teal"),
    "done": ("check", "green"),
    "cancelled": ("slash", "grey"),
    "escalated": ("flag", "red"),
    "upstream": ("up", "violet"),
    "waiting": ("clock", "slate"),
    "sending": ("half", "blue"),
    "failed": ("cross", "red"),
    "conflict": ("bang", "amber"),
}
PRIORITIES = ("minor", "moderate", "critical", "fatal")


class _Key(NamedTuple):
    name: str
    color: int
    size: int
    ratio: float


class Icons(QObject):
    """The one drawer of icons, handed round with the theme; forgets its pictures when the theme changes."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self._sources: dict[str, str] = {}
        self._pictures: dict[_Key, QPixmap] = {}
        theme.changed.connect(self._pictures.clear)

    def pixmap(self, name: str, color: str | QColor = "text2", size: int = ICON_SIZE, *, ratio: float = 1.0) -> QPixmap:
        """`size` is in device-independent pixels, `ratio` the device pixel ratio of the widget that paints."""
        ink = self.theme.color(color) if isinstance(color, str) else color
        key = _Key(name, ink.rgba(), size, ratio)
        if key not in self._pictures:
            self._pictures[key] = self._render(name, ink, size, ratio)
        return self._pictures[key]

    def paint(self, painter: QPainter, rect: QRectF, name: str, color: str | QColor = "text2") -> None:
        """Draw the icon as large as `rect` is wide, on whole pixels."""
        ratio = painter.device().devicePixelRatio()
        picture = self.pixmap(name, color, round(rect.width()), ratio=ratio)
        painter.drawPixmap(rect.toRect().topLeft(), picture)

    def icon(self, name: str, color: str = "text2") -> QIcon:
        """For buttons, menus and tables: follows the theme and the screen, pale when disabled."""
        return QIcon(_Engine(self, name, color))

    def size(self, pixels: int = ICON_SIZE) -> int:
        """That many pixels of the pictures, grown with the text."""
        return self.theme.px(pixels)

    def _render(self, name: str, ink: QColor, size: int, ratio: float) -> QPixmap:
        pixels = max(1, round(size * ratio))
        picture = QPixmap(pixels, pixels)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.setOpacity(ink.alphaF())
        QSvgRenderer(QByteArray(self._source(name, ink).encode())).render(painter, QRectF(0, 0, pixels, pixels))
        painter.end()
        picture.setDevicePixelRatio(ratio)
        return picture

    def _source(self, name: str, ink: QColor) -> str:
        if name not in self._sources:
            self._sources[name] = path(f"icons/{name}.svg").read_text(encoding="utf-8")
        return self._sources[name].replace("currentColor", ink.name())


class _Engine(QIconEngine):
    def __init__(self, icons: Icons, name: str, color: str) -> None:
        super().__init__()
        self._icons, self._name, self._color = icons, name, color

    def clone(self) -> QIconEngine:
        return _Engine(self._icons, self._name, self._color)

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return self.scaledPixmap(size, mode, state, 1.0)

    def scaledPixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float) -> QPixmap:
        pixels = min(size.width(), size.height())
        return self._icons.pixmap(self._name, self._ink(mode), max(1, round(pixels / scale)), ratio=scale)

    def paint(self, painter: QPainter, rect: object, mode: QIcon.Mode, state: QIcon.State) -> None:
        area = QRectF(rect)  # type: ignore[call-overload]
        side = min(area.width(), area.height())
        area = QRectF(area.center().x() - side / 2, area.center().y() - side / 2, side, side)
        self._icons.paint(painter, area, self._name, self._ink(mode))

    def _ink(self, mode: QIcon.Mode) -> QColor:
        ink = QColor(self._icons.theme.color(self._color))
        if mode == QIcon.Mode.Disabled:
            ink.setAlphaF(0.45)
        return ink


def widget_ratio(widget: QWidget) -> float:
    """The pixel ratio where this widget is, which need not be that of the primary screen."""
    return widget.devicePixelRatioF()


def paint_priority(painter: QPainter, rect: QRectF, priority: str, theme: Theme) -> None:
    """One to three rising bars; critical in the colour of warnings; fatal is a red square with an exclamation mark."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    if priority == "fatal":
        _paint_fatal(painter, rect, theme)
    else:
        _paint_bars(painter, rect, PRIORITIES.index(priority) + 1, theme)
    painter.restore()


def _paint_bars(painter: QPainter, rect: QRectF, filled: int, theme: Theme) -> None:
    unit = rect.width() / 14
    ink = theme.color("warn" if filled == 3 else "text2")
    for number, height in enumerate((4.5, 8.0, 12.0)):
        painter.setBrush(ink if number < filled else theme.color("border2"))
        left = rect.left() + unit * (1 + number * 4.5)
        bar = QRectF(left, rect.bottom() - unit - height * unit, 3 * unit, height * unit)
        painter.drawRoundedRect(bar, unit, unit)


def _paint_fatal(painter: QPainter, rect: QRectF, theme: Theme) -> None:
    square = rect.adjusted(1, 1, -1, -1)
    painter.setBrush(theme.color("danger"))
    painter.drawRoundedRect(square, square.width() / 4, square.width() / 4)
    font = QFont(theme.font("label", 650))
    font.setPixelSize(max(6, round(square.height() * 0.8)))
    painter.setFont(font)
    painter.setPen(QColor("#FFFFFF"))
    painter.drawText(square, Qt.AlignmentFlag.AlignCenter, "!")
