"""Grey shapes in place of rows that take longer than a moment; nothing moves."""

from typing import Literal

from PySide6.QtCore import QRectF, QTimer
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ui.theme import Theme
from ui.widgets.plain_label import Themed, paint_box

WAIT = 300
_WIDTHS = (0.72, 0.55, 0.8, 0.62, 0.48, 0.7)


class Skeleton(QWidget, Themed):
    """Hidden until `start`, and for 300 ms after it: what is quick never flickers."""

    def __init__(
        self, theme: Theme, shape: Literal["rows", "cards"] = "rows", *, count: int = 6, words: str = ""
    ) -> None:
        super().__init__()
        self._theme, self._shape, self._count = theme, shape, count
        self.setAccessibleName(words)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.show)
        self.follow(theme)
        self.hide()

    def start(self) -> None:
        if self.isHidden() and not self._timer.isActive():
            self._timer.start(WAIT)

    def stop(self) -> None:
        self._timer.stop()
        self.hide()

    def dress(self) -> None:
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        for number in range(self._count):
            (self._paint_row if self._shape == "rows" else self._paint_card)(painter, number)
        painter.end()

    def _paint_row(self, painter: QPainter, number: int) -> None:
        px, color = self._theme.px, self._theme.color("hover")
        top, left, room = number * px(65), px(34), self.width() - px(50)
        for y, height, share in ((14, 12, _WIDTHS[number % 6]), (37, 14, _WIDTHS[(number + 2) % 6] * 0.6)):
            paint_box(painter, QRectF(left, top + px(y), room * share, px(height)), color, None, radius=px(4))
        painter.fillRect(left, top + px(64), self.width() - left, 1, self._theme.color("border"))

    def _paint_card(self, painter: QPainter, number: int) -> None:
        px, theme = self._theme.px, self._theme
        top = number * px(104)
        paint_box(painter, QRectF(0, top, px(32), px(32)), theme.color("hover"), None, radius=px(16))
        card = QRectF(px(42), top, self.width() - px(42), px(88))
        paint_box(painter, card, theme.color("sunken"), theme.color("border"), radius=px(8))
        for line in range(3):
            width = (card.width() - px(28)) * _WIDTHS[(number + line) % 6]
            bar = QRectF(card.left() + px(14), top + px(14 + 22 * line), width, px(11))
            paint_box(painter, bar, theme.color("hover"), None, radius=px(4))
