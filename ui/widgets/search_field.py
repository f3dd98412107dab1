"""The search field with its magnifier, a cross to empty it, and the key that opens it."""

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSizePolicy, QWidget

from ui.icons import Icons
from ui.theme import Theme, text_width
from ui.widgets.buttons import icon_button
from ui.widgets.plain_label import IconLabel, Themed, paint_box, paint_focus


def keycap_size(theme: Theme, text: str) -> QSize:
    metrics = theme.metrics("label", 600)
    return QSize(
        max(text_width(metrics, text) + theme.px(12), metrics.height() + theme.px(4)), metrics.height() + theme.px(5)
    )


def paint_keycap(painter: QPainter, rect: QRectF, text: str, theme: Theme) -> None:
    paint_box(painter, rect, theme.color("sunken"), theme.color("border2"), radius=theme.px(4))
    painter.setFont(theme.font("label", 600))
    painter.setPen(theme.color("text2"))
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, text)


class KeyCap(QWidget, Themed):
    """A key as it is printed on keyboards."""

    def __init__(self, theme: Theme, text: str) -> None:
        super().__init__()
        self._theme, self._text = theme, ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_text(text)
        self.follow(theme)

    def set_text(self, text: str) -> None:
        self._text = text
        self.setAccessibleName(text)
        self.dress()

    def dress(self) -> None:
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return keycap_size(self._theme, self._text)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_keycap(painter, QRectF(self.rect()), self._text, self._theme)
        painter.end()


class SearchField(QWidget, Themed):
    """`opens` instead of typing: the field is a button for the palette, which has the real one."""

    text_changed = Signal(str)
    submitted = Signal(str)
    pressed = Signal()

    def __init__(self, icons: Icons, words: str, *, name: str, badge: str = "", opens: bool = False) -> None:
        super().__init__()
        self._icons, self._opens = icons, opens
        self.edit = QLineEdit()
        self.edit.setObjectName(name)
        self.edit.setProperty("bare", "true")
        self.edit.setReadOnly(opens)
        self.edit.installEventFilter(self)
        self.setFocusProxy(self.edit)
        self.badge = KeyCap(icons.theme, badge)
        self.badge.setVisible(bool(badge))
        self._clear = icon_button(icons, "clear-circle", self.tr("Clear the search"), name=f"{name}_clear")
        self._clear.hide()
        self._build()
        self.set_words(words)
        self.edit.textChanged.connect(self._on_text)
        self.edit.returnPressed.connect(self._on_return)
        self._clear.clicked.connect(self.edit.clear)
        self.follow(icons.theme)

    def text(self) -> str:
        return self.edit.text()

    def set_words(self, words: str) -> None:
        self.edit.setPlaceholderText(words)
        self.edit.setAccessibleName(words)

    def dress(self) -> None:
        self.edit.setFont(self._icons.theme.font("body"))
        self.update()

    def sizeHint(self) -> QSize:
        theme = self._icons.theme
        return QSize(theme.em(22), theme.metrics("body").height() + theme.px(16))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._icons.theme.em(8), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        theme, box = self._icons.theme, QRectF(self.rect())
        line = "border2" if self._opens else "control"
        paint_box(painter, box, theme.color("raised"), theme.color(line), radius=theme.px(7))
        if self.edit.hasFocus():
            paint_focus(painter, box, theme, radius=theme.px(6))
        painter.end()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QFocusEvent):
            self.update()
        mouse = isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseButtonPress
        if self._opens and mouse:
            self.pressed.emit()
            return True
        return super().eventFilter(watched, event)

    def _build(self) -> None:
        theme = self._icons.theme
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(8), 0, theme.px(6), 0)
        row.setSpacing(theme.px(12))
        row.addWidget(IconLabel(self._icons, "search", color="text2"))
        row.addWidget(self.edit, 1)
        row.addWidget(self._clear)
        row.addWidget(self.badge)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def _on_text(self, text: str) -> None:
        self._clear.setVisible(bool(text))
        self.text_changed.emit(text)

    def _on_return(self) -> None:
        if self._opens:
            self.pressed.emit()
        else:
            self.submitted.emit(self.edit.text())
