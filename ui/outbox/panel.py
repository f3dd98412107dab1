"""A box with a head, lines of key and value, and what belongs below them."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from ui.icons import Icons
from ui.widgets.chip import StateChip
from ui.widgets.plain_label import IconLabel, Themed, copyable_label, paint_box, plain_label


class Panel(QWidget, Themed):
    def __init__(self, icons: Icons, icon: str, fill: str, line: str, *, name: str) -> None:
        super().__init__()
        self._icons, self._fill, self._line = icons, fill, line
        theme = icons.theme
        self.setObjectName(name)
        self.title = plain_label(theme, role="strong")
        self.when = plain_label(theme, role="meta", color="text2")
        self.chip = StateChip(icons)
        self.chip.setObjectName(f"{name}_chip")
        head = QHBoxLayout()
        head.setSpacing(theme.px(8))
        head.addWidget(IconLabel(icons, icon))
        head.addWidget(self.title, 1)
        head.addWidget(self.when)
        self._facts = QGridLayout()
        self._facts.setHorizontalSpacing(theme.px(12))
        self._facts.setVerticalSpacing(theme.px(6))
        self._facts.setColumnStretch(1, 1)
        self._below = QVBoxLayout()
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(15), theme.px(12), theme.px(15), theme.px(12))
        column.setSpacing(theme.px(9))
        for part in (head, self._facts, self._below):
            column.addLayout(part)
        column.addStretch(1)
        self._tiles: QWidget | None = None
        self.chip.hide()
        self.follow(theme)

    def show_facts(self, facts: list[tuple[str, str]]) -> None:
        theme = self._icons.theme
        self._facts.removeWidget(self.chip)  # it is used again
        self.chip.hide()
        while (item := self._facts.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for row, (key, value) in enumerate(facts):
            label = plain_label(theme, key, role="meta", color="text2")
            self._facts.addWidget(label, row, 0, Qt.AlignmentFlag.AlignTop)
            self._facts.addWidget(copyable_label(theme, value, role="small"), row, 1)
        self.setAccessibleName(". ".join([self.title.text(), *(f"{key}: {value}" for key, value in facts)]))

    def show_chip(self, kind: str, text: str, status: str) -> None:
        """In place of the first value."""
        item = self._facts.itemAtPosition(0, 1)
        words = item.widget() if item is not None else None
        if words is not None:
            words.hide()
        self.chip.show_state(kind, text, status)
        self._facts.addWidget(self.chip, 0, 1, Qt.AlignmentFlag.AlignLeft)
        self.chip.show()

    def show_below(self, text: QWidget | None, tiles: QWidget | None) -> None:
        if self._tiles is not None:
            self._tiles.hide()
            self._tiles.deleteLater()
        self._tiles = tiles
        for widget in (text, tiles):
            if widget is not None:
                self._below.addWidget(widget)

    def dress(self) -> None:
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme = QPainter(self), self._icons.theme
        paint_box(painter, QRectF(self.rect()), theme.color(self._fill), theme.color(self._line), radius=theme.px(8))
        painter.end()
