"""The steps of a dialog below each other: done, now, and still to come."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.icons import Icons
from ui.widgets.plain_label import Themed, paint_box

_DISC, _LINE = 24, 36


class Steps(QWidget, Themed):
    def __init__(self, icons: Icons, count: int) -> None:
        super().__init__()
        self._icons, self._words, self._step = icons, [""] * count, 0
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.follow(icons.theme)

    def set_words(self, words: list[str]) -> None:
        self._words = words
        self._name()

    def set_step(self, step: int) -> None:
        self._step = step
        self._name()

    def dress(self) -> None:
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._icons.theme.em(10), self._icons.theme.px(_LINE) * len(self._words))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        theme, px = self._icons.theme, self._icons.theme.px
        for number, text in enumerate(self._words):
            disc = QRectF(0, number * px(_LINE) + px(4), px(_DISC), px(_DISC))
            reached = number <= self._step
            fill, line = (theme.color("accent"), None) if reached else (None, theme.color("control"))
            paint_box(painter, disc, fill, line, radius=disc.width() / 2)
            if number < self._step:
                edge = disc.width() * 0.24
                self._icons.paint(painter, disc.adjusted(edge, edge, -edge, -edge), "check", "on_accent")
            else:
                painter.setFont(theme.font("small", 600))
                painter.setPen(theme.color("on_accent" if reached else "text2"))
                painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, str(number + 1))
            painter.setFont(theme.font("body", 600 if number == self._step else 400))
            painter.setPen(theme.color("text" if reached else "text2"))
            place = QRectF(disc.right() + px(10), disc.top(), self.width() - disc.right() - px(10), disc.height())
            painter.drawText(place, int(Qt.AlignmentFlag.AlignVCenter), text)
        painter.end()

    def _name(self) -> None:
        said = [f"{number + 1}. {text}" for number, text in enumerate(self._words)]
        self.setAccessibleName(self.tr("Step {n} of {all}: {steps}").format(
            n=self._step + 1, all=len(self._words), steps=", ".join(said)
        ))  # fmt: skip
        self.update()
