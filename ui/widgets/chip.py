"""Chips: a glyph, a word and a colour that together say what state something is in."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.icons import STATE_GLYPHS, Icons
from ui.theme import Theme, text_width
from ui.widgets.plain_label import Themed, paint_box

GLYPH_SIZE = 11
_PAD, _GAP = 7, 4


@dataclass(frozen=True, slots=True)
class ChipLook:
    """What a chip shows. `kind` is a kind of state or a flag of `icons.STATE_GLYPHS`."""

    kind: str
    text: str

    @property
    def glyph(self) -> str:
        return f"state-{STATE_GLYPHS[self.kind][0]}"

    @property
    def hue(self) -> str:
        return STATE_GLYPHS[self.kind][1]


def chip_height(theme: Theme) -> int:
    return theme.metrics("chip").height() + theme.px(4)


def chip_width(theme: Theme, text: str) -> int:
    return text_width(theme.metrics("chip"), text) + theme.px(2 * _PAD + GLYPH_SIZE + _GAP)


def paint_chip(painter: QPainter, rect: QRectF, look: ChipLook, icons: Icons, *, selected: bool = False) -> None:
    """Fills `rect`; on a selected row it gets an outline, because tints vanish there."""
    theme = icons.theme
    ink, tint = theme.chip(look.hue)
    line = None
    if selected or not theme.tinted:
        line = QColor(ink)
        line.setAlphaF(0.35 if theme.tinted else 1.0)
    paint_box(painter, rect, tint, line, radius=theme.px(5))
    side = theme.px(GLYPH_SIZE)
    left = rect.left() + theme.px(_PAD)
    icons.paint(painter, QRectF(left, rect.center().y() - side / 2, side, side), look.glyph, ink)
    left += side + theme.px(_GAP)
    words = QRectF(left, rect.top(), rect.right() - left - theme.px(3), rect.height())
    painter.setFont(theme.font("chip"))
    painter.setPen(ink)
    _paint_words(painter, words, look.text, theme.metrics("chip"))


def _paint_words(painter: QPainter, rect: QRectF, text: str, metrics: QFontMetrics) -> None:
    if metrics.horizontalAdvance(text) > rect.width() + 1:
        text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, int(rect.width()))
    painter.drawText(rect, int(Qt.AlignmentFlag.AlignVCenter), text)


class StateChip(QWidget, Themed):
    """One chip. Its dynamic property `status` is a word for tests and scripts, never translated."""

    def __init__(self, icons: Icons, kind: str = "new", text: str = "", *, status: str = "") -> None:
        super().__init__()
        self._icons = icons
        self._look = ChipLook(kind, text)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.show_state(kind, text, status or kind)
        self.follow(icons.theme)

    def show_state(self, kind: str, text: str, status: str) -> None:
        self._look = ChipLook(kind, text)
        self.setProperty("status", status)
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def dress(self) -> None:
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        theme = self._icons.theme
        return QSize(chip_width(theme, self._look.text), chip_height(theme))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._icons.theme.em(3), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_chip(painter, QRectF(self.rect()), self._look, self._icons)
        painter.end()
