"""A rating of one to five stars, by mouse or keyboard."""

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QSizePolicy, QWidget

from ui.icons import Icons
from ui.widgets.buttons import Button, name_button
from ui.widgets.plain_label import paint_focus, plain_label

MOST_STARS = 5
_DIGITS = tuple("12345")


class _Star(Button):
    """Filled up to the chosen one."""

    filled = False

    def sizeHint(self) -> QSize:
        return QSize(self._icons.theme.px(30), max(28, self._icons.theme.px(28)))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        side = self._icons.theme.px(22)
        place = QRectF((self.width() - side) // 2, (self.height() - side) // 2, side, side)
        name, color = ("star-filled", "warn") if self.filled else ("star", "control")
        self._icons.paint(painter, place, name, color)
        if self.hasFocus() and self._ring:
            paint_focus(painter, QRectF(self.rect()), self._icons.theme, radius=self._icons.theme.px(6))
        painter.end()


class Stars(QWidget):
    """`value()` is 0 until somebody chose."""

    rated = Signal(int)

    def __init__(self, icons: Icons, *, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._group = QButtonGroup(self)
        self._stars: list[_Star] = []
        self._words = plain_label(icons.theme, "", role="small", color="text2")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for number in range(1, MOST_STARS + 1):
            row.addWidget(self._make_star(icons, f"{name}_{number}", number))
        row.addSpacing(icons.theme.px(4))
        row.addWidget(self._words)
        self._group.idToggled.connect(self._on_toggle)
        self._show(0)

    def value(self) -> int:
        return max(0, self._group.checkedId())

    def set_value(self, stars: int) -> None:
        self._stars[stars - 1].setChecked(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A digit gives so many stars, whichever of them has the focus."""
        if event.text() in _DIGITS:
            self.set_value(int(event.text()))
            self._stars[self.value() - 1].setFocus()
        else:
            super().keyPressEvent(event)

    def _make_star(self, icons: Icons, name: str, number: int) -> _Star:
        star = _Star(icons, "", "star", name=name, kind="bare")
        star.setCheckable(True)
        name_button(star, self.tr("%n star(s)", "", number))
        self._group.addButton(star, number)
        self._stars.append(star)
        return star

    def _on_toggle(self, number: int, on: bool) -> None:
        if on:
            self._show(number)
            self.rated.emit(number)

    def _show(self, stars: int) -> None:
        for number, star in enumerate(self._stars, 1):
            star.filled = number <= stars
            star.update()
        self._words.setText(self.tr("{stars} of {most}").format(stars=stars, most=MOST_STARS) if stars else "")
        self.setAccessibleName(self._words.text())
