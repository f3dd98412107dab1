"""The number in a round field beside a name: how many wait."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme import Theme, text_width
from ui.widgets.plain_label import Themed, paint_box


def badge_size(theme: Theme, text: str) -> QSize:
    metrics = theme.metrics("meta", 600)
    height = metrics.height() + theme.px(5)
    return QSize(max(text_width(metrics, text) + theme.px(14), height), height)


def paint_badge(painter: QPainter, rect: QRectF, text: str, theme: Theme, *, filled: bool) -> None:
    """Filled on the chosen row, otherwise the bare number."""
    if filled:
        paint_box(painter, rect, theme.color("accent"), None, radius=rect.height() / 2)
    painter.setFont(theme.font("meta", 600))
    painter.setPen(theme.color("on_accent" if filled else "text2"))
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, text)


class Badge(QWidget, Themed):
    """Hidden while the number is zero."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme, self._text = theme, ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.follow(theme)
        self.show_number(0)

    def show_number(self, number: int, words: str = "") -> None:
        self._text = str(number) if number < 1_000 else "999+"
        self.setAccessibleName(words or self._text)
        self.setVisible(number > 0)
        self.updateGeometry()
        self.update()

    def dress(self) -> None:
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return badge_size(self._theme, self._text)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_badge(painter, QRectF(self.rect()), self._text, self._theme, filled=True)
        painter.end()
