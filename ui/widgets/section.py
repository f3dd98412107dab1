"""A part of the properties that folds, and its rows of key and value."""

from collections.abc import Iterable

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui.icons import Icons
from ui.widgets.plain_label import (
    ElidedLabel,
    Hairline,
    PlainLabel,
    Themed,
    copyable_label,
    paint_focus,
    text_label,
)

KEY_WIDTH = 80


class _Head(QAbstractButton, Themed):
    def __init__(self, icons: Icons, title: str, name: str) -> None:
        super().__init__()
        self._icons = icons
        self.setText(title)
        self.setObjectName(name)
        self.setCheckable(True)
        self.setChecked(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.follow(icons.theme)

    def dress(self) -> None:
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        theme = self._icons.theme
        return QSize(theme.em(8), max(28, theme.metrics("small", 650).height() + theme.px(8)))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        theme, side = self._icons.theme, self._icons.size(14)
        icon = "chevron-down" if self.isChecked() else "chevron-right"
        left = theme.px(1)
        self._icons.paint(painter, QRectF(left, (self.height() - side) // 2, side, side), icon, "text2")
        painter.setFont(theme.font("small", 650))
        painter.setPen(theme.color("text"))
        left += side + theme.px(5)
        words = QRectF(left, 0, self.width() - left, self.height())
        painter.drawText(words, int(Qt.AlignmentFlag.AlignVCenter), self.text())
        if self.hasFocus():
            paint_focus(painter, QRectF(self.rect()), theme, radius=theme.px(5))
        painter.end()


class Section(QWidget):
    """Put widgets into `body`, or fill rows with `set_rows`."""

    folded = Signal(bool)

    def __init__(self, icons: Icons, title: str, *, name: str) -> None:
        super().__init__()
        self._icons = icons
        theme = icons.theme
        self.setObjectName(name)
        self.head = _Head(icons, title, f"{name}_head")
        self.extra = ElidedLabel(theme, role="meta", color="text2")
        self._content = QWidget()
        self.body = QVBoxLayout(self._content)
        self.body.setContentsMargins(0, theme.px(2), 0, theme.px(4))
        self.body.setSpacing(theme.px(6))
        self._rows: RowGrid | None = None
        self._build()
        self.head.toggled.connect(self._on_toggle)

    def set_title(self, title: str) -> None:
        self.head.setText(title)

    def set_extra(self, text: str) -> None:
        """A short word at the right of the title."""
        self.extra.setText(text)

    def set_rows(self, rows: Iterable[tuple[str, str]]) -> None:
        """Key and value; values can be selected and break where they have no spaces."""
        self.grid().set_rows(rows)

    def grid(self) -> "RowGrid":
        if self._rows is None:
            self._rows = RowGrid(self._icons)
            self.body.addWidget(self._rows)
            self._rows.show()
        return self._rows

    def is_folded(self) -> bool:
        return not self.head.isChecked()

    def set_folded(self, folded: bool) -> None:
        self.head.setChecked(not folded)

    def _build(self) -> None:
        theme = self._icons.theme
        top = QHBoxLayout()
        top.setContentsMargins(0, 0, 0, 0)
        top.addWidget(self.head, 1)
        top.addWidget(self.extra)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.px(7), 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(self._content)
        column.addSpacing(theme.px(5))
        column.addWidget(Hairline(theme))

    def _on_toggle(self, opened: bool) -> None:
        self._content.setVisible(opened)
        self.head.update()
        self.folded.emit(not opened)


class RowGrid(QWidget):
    """Keys on the left, values on the right, as many lines as they need."""

    def __init__(self, icons: Icons) -> None:
        super().__init__()
        self._icons = icons
        self._labels: list[tuple[PlainLabel, PlainLabel]] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(icons.theme.px(6))
        self._grid.setVerticalSpacing(icons.theme.px(7))
        self._grid.setColumnMinimumWidth(0, icons.theme.px(KEY_WIDTH))
        self._grid.setColumnStretch(1, 1)

    def set_rows(self, rows: Iterable[tuple[str, str]]) -> None:
        """Labels are kept and given new words, so nothing flickers and selections stay."""
        rows = list(rows)
        while len(self._labels) < len(rows):
            self._add_row()
        for number, (key_label, value_label) in enumerate(self._labels):
            used = number < len(rows)
            key_label.setVisible(used)
            value_label.setVisible(used)
            if used:
                self._fill(key_label, value_label, rows[number])

    def value_label(self, row: int) -> PlainLabel:
        return self._labels[row][1]

    def _fill(self, key_label: PlainLabel, value_label: PlainLabel, row: tuple[str, str]) -> None:
        key, value = row
        key_label.setText(key)
        if value_label.accessibleName() != f"{key}: {value}":
            value_label.setText(value)
            value_label.setAccessibleName(f"{key}: {value}")

    def _add_row(self) -> None:
        theme, row = self._icons.theme, len(self._labels)
        key = text_label(theme, role="meta", color="text2")
        value = copyable_label(theme, role="small")
        key.setFixedWidth(theme.px(KEY_WIDTH))
        self._grid.addWidget(key, row, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(value, row, 1, Qt.AlignmentFlag.AlignTop)
        self._labels.append((key, value))
