"""What a person fills in: fields with their labels, choices, ticks."""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QRadioButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from ui.icons import Icons
from ui.theme import Theme, text_width
from ui.widgets.announce import announce
from ui.widgets.plain_label import Themed, paint_box, paint_focus, plain_label, text_label


class Combo(QComboBox, Themed):
    """One of several choices, each with a key."""

    chosen = Signal(str)

    def __init__(self, icons: Icons, choices: Iterable[tuple[str, str]] = (), *, name: str, words: str) -> None:
        super().__init__()
        self._icons = icons
        self.setObjectName(name)
        self.setAccessibleName(words)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMinimumContentsLength(4)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.set_choices(choices)
        self.activated.connect(self._on_activated)
        self.follow(icons.theme)

    def set_choices(self, choices: Iterable[tuple[str, str]]) -> None:
        """Keeps what was chosen if it is still among them."""
        before = self.value()
        self.clear()
        for key, words in choices:
            self.addItem(words, key)
        if before:
            self.set_value(before)

    def value(self) -> str:
        return str(self.currentData() or "")

    def set_value(self, key: str) -> None:
        place = self.findData(key)
        if place >= 0:
            self.setCurrentIndex(place)

    def dress(self) -> None:
        self.setFont(self._icons.theme.font("body"))
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        theme = self._icons.theme
        metrics = theme.metrics("body")
        widest = max((text_width(metrics, self.itemText(row)) for row in range(min(self.count(), 100))), default=0)
        return QSize(min(widest, theme.em(24)) + theme.px(44), metrics.height() + theme.px(16))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._icons.theme.em(6), self.sizeHint().height())

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scrolling a form must not change what it says."""
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        theme, box = self._icons.theme, QRectF(self.rect())
        on = self.isEnabled()
        fill, line = ("raised", "control") if on else ("sunken", "border2")
        paint_box(painter, box, theme.color(fill), theme.color(line), radius=theme.px(6))
        if self.hasFocus():
            paint_focus(painter, box, theme, radius=theme.px(5))
        side = self._icons.size(14)
        left = box.right() - side - theme.px(6)
        place = QRectF(left, round(box.center().y() - side / 2), side, side)
        self._icons.paint(painter, place, "chevron-down", "text3")
        words = QRectF(theme.px(9), 0, left - theme.px(13), box.height())
        painter.setFont(self.font())
        painter.setPen(theme.color("text" if on and self.currentIndex() >= 0 else "text3"))
        text = self.currentText() or self.placeholderText()
        shown = theme.metrics("body").elidedText(text, Qt.TextElideMode.ElideRight, int(words.width()))
        painter.drawText(words, int(Qt.AlignmentFlag.AlignVCenter), shown)
        painter.end()

    def _on_activated(self, place: int) -> None:
        self.chosen.emit(str(self.itemData(place) or ""))


def line_input(name: str, words: str, placeholder: str = "") -> QLineEdit:
    """`words` is its name for readers; a `Field` sets it, too."""
    field = QLineEdit()
    field.setObjectName(name)
    field.setAccessibleName(words)
    field.setPlaceholderText(placeholder)
    return field


def show_text(field: QLineEdit, text: str) -> None:
    """Of what is longer than the field its beginning, unless somebody writes there."""
    if field.text() != text:
        field.setText(text)
        if not field.hasFocus():
            field.setCursorPosition(0)


class TextInput(QPlainTextEdit):
    """Several lines of plain text, at first as tall as `lines`; Tab leaves it."""

    def __init__(self, theme: Theme, name: str, words: str, placeholder: str = "", *, lines: int = 4) -> None:
        super().__init__()
        self._theme, self._lines = theme, lines
        self.setObjectName(name)
        self.setAccessibleName(words)
        self.setPlaceholderText(placeholder)
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)  # lines break: it would cover one
        self.setProperty("input", "true")
        self.document().setDocumentMargin(0)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def text(self) -> str:
        return self.toPlainText()

    def sizeHint(self) -> QSize:
        return QSize(self._theme.em(20), self._lines * self._theme.metrics("body").lineSpacing() + self._theme.px(18))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.em(8), self.sizeHint().height())


def set_invalid(field: QWidget, invalid: bool) -> None:
    """The red border; the reason belongs beside it in words."""
    field.setProperty("invalid", "true" if invalid else "false")
    field.style().unpolish(field)
    field.style().polish(field)


_CHANGES = ("textChanged", "currentIndexChanged", "toggled", "changed")
"""What fields of several kinds say when somebody wrote or chose something."""


class Field(QWidget):
    """A label over its field, with a hint or a complaint below, which goes as soon as the field is changed."""

    def __init__(self, theme: Theme, label: str, field: QWidget, *, hint: str = "") -> None:
        super().__init__()
        self._hint = hint
        self.field = field
        self.label = plain_label(theme, label, role="small", weight=600)
        self.label.setBuddy(field)
        self.note = text_label(theme, hint, role="meta", color="text2")
        self.note.setVisible(bool(hint))
        if label:
            field.setAccessibleName(label.replace("&", ""))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(4))
        for part in (self.label, field, self.note):
            column.addWidget(part)
        self._complains = False
        changed = next((getattr(field, name) for name in _CHANGES if hasattr(field, name)), None)
        if changed is not None:
            changed.connect(self._on_changed)

    def _on_changed(self) -> None:
        if self._complains:
            self.show_error("")

    def set_hint(self, hint: str) -> None:
        """Below the field, where no complaint stands."""
        self._hint = hint
        if not self._complains:
            self.note.setText(hint)
            self.note.setVisible(bool(hint))

    def show_error(self, words: str) -> None:
        """An empty text takes the complaint back."""
        if not words and not self._complains:
            return
        self._complains = bool(words)
        self.note.set_color("danger_ink" if words else "text2")
        self.note.setText(words or self._hint)
        self.note.setVisible(bool(words or self._hint))
        self.field.setAccessibleDescription(words)
        set_invalid(self.field, bool(words))
        if words:
            announce(self.field, words)


class _Tick(Themed):
    """What check boxes and radio buttons share: an indicator painted by us before their words."""

    _icons: Icons

    def dress(self) -> None:
        button = self._button()
        button.setFont(self._icons.theme.font("body"))
        button.updateGeometry()
        button.update()

    def _button(self) -> QAbstractButton:
        assert isinstance(self, QAbstractButton)
        return self

    def _size(self) -> QSize:
        theme = self._icons.theme
        metrics = theme.metrics("body")
        words = text_width(metrics, self._button().text().replace("&", "")) + theme.px(28)
        return QSize(words, max(28, metrics.height() + theme.px(8)))

    def _paint(self, radius: float) -> None:
        button, theme = self._button(), self._icons.theme
        painter = QPainter(button)
        side = theme.px(18)
        mark = QRectF(1, round((button.height() - side) / 2), side, side)
        checked, on = button.isChecked(), button.isEnabled()
        fill = "accent" if checked and on else ("raised" if on else "sunken")
        paint_box(painter, mark, theme.color(fill), None if checked and on else theme.color("control"), radius=radius)
        if checked:
            self._paint_mark(painter, mark)
        if button.hasFocus():
            paint_focus(painter, mark.adjusted(-1, -1, 1, 1), theme, radius=radius)
        painter.setFont(button.font())
        painter.setPen(theme.color("text" if on else "text3"))
        words = QRectF(mark.right() + theme.px(8), 0, button.width(), button.height())
        painter.drawText(words, int(Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextShowMnemonic), button.text())
        painter.end()

    def _paint_mark(self, painter: QPainter, mark: QRectF) -> None:
        raise NotImplementedError


class CheckBox(_Tick, QCheckBox):
    def __init__(self, icons: Icons, text: str, *, name: str) -> None:
        QCheckBox.__init__(self, text)
        self._icons = icons
        self.setObjectName(name)
        self.follow(icons.theme)

    def sizeHint(self) -> QSize:
        return self._size()

    def minimumSizeHint(self) -> QSize:
        return self._size()

    def hitButton(self, pos: object) -> bool:
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_for_dialog(event):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        self._paint(self._icons.theme.px(4))

    def _paint_mark(self, painter: QPainter, mark: QRectF) -> None:
        edge = mark.width() * 0.14
        self._icons.paint(painter, mark.adjusted(edge, edge, -edge, -edge), "check", "on_accent")


class RadioButton(_Tick, QRadioButton):
    def __init__(self, icons: Icons, text: str, *, name: str) -> None:
        QRadioButton.__init__(self, text)
        self._icons = icons
        self.setObjectName(name)
        self.follow(icons.theme)

    def sizeHint(self) -> QSize:
        return self._size()

    def minimumSizeHint(self) -> QSize:
        return self._size()

    def hitButton(self, pos: object) -> bool:
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_for_dialog(event):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        self._paint(self._icons.theme.px(9))

    def _paint_mark(self, painter: QPainter, mark: QRectF) -> None:
        edge = mark.width() * 0.32
        paint_box(
            painter, mark.adjusted(edge, edge, -edge, -edge), self._icons.theme.color("on_accent"), None, radius=9
        )


def is_for_dialog(event: QKeyEvent) -> bool:
    """Ctrl+Enter is the main button's, whatever has the focus; some platforms press any button by Enter."""
    return is_enter(event) and bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)


def is_enter(event: QEvent) -> bool:
    """Enter on the main keys and on the keypad, which Qt tells apart."""
    key = getattr(event, "key", None)
    return key is not None and key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
