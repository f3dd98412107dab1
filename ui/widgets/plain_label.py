"""Labels for any text, foreign or ours: never rich, never wider than their place, always with a name for readers."""

import html
import re

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QClipboard,
    QColor,
    QContextMenuEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
)
from PySide6.QtWidgets import QFrame, QLabel, QMenu, QSizePolicy, QWidget

from ui.icons import Icons
from ui.theme import FontRole, Theme, text_width

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
_BREAK_AFTER = re.compile(r"([@/._\-:])(?=\w)(?!(?<=\d[./:])\d)")
"""Not inside a number: an address of a network, a version, a time."""
_LONG = re.compile(r"(\d+(?:[./:]\d+)+)|[^\s\u200b]{16}(?=[^\s\u200b])")
_LONGEST_NUMBER = 24


def set_tooltip(widget: QWidget, text: str) -> None:
    """Qt guesses whether a tooltip is rich text; escaped and inside a tag, ours is always shown as it is."""
    widget.setToolTip(f"<span>{html.escape(text)}</span>" if text else "")


def breakable(text: str) -> str:
    """Mail addresses may wrap before their @, others after separators, and anything after 16 signs without either; but
    no number with separators of its own, such as 10.20.4.0/24.
    """
    text = re.sub(r"\S+", lambda word: _break_word(word.group()), text)
    return _LONG.sub(_break_long, text)


def _break_long(found: re.Match[str]) -> str:
    number: str | None = found.group(1)
    if number is None:
        return f"{found.group()}\u200b"
    return number if len(number) <= _LONGEST_NUMBER else re.sub(r".{16}(?=.)", "\\g<0>\u200b", number)


def _break_word(word: str) -> str:
    return word.replace("@", "\u200b@") if "@" in word else _BREAK_AFTER.sub("\\1\u200b", word)


def _presses(event: QKeyEvent) -> bool:
    """With Ctrl it is for the dialog around it."""
    return event.key() in _ENTER and not event.modifiers() & Qt.KeyboardModifier.ControlModifier


class Themed:
    """Mixed into widgets that look different after a change of theme: calls `dress` now and then."""

    def follow(self, theme: Theme) -> None:
        theme.changed.connect(self.dress)
        self.dress()

    def dress(self) -> None:
        raise NotImplementedError


class PlainLabel(QLabel, Themed):
    """Plain text in a role and colour of the theme."""

    def __init__(
        self, theme: Theme, text: str = "", *, role: FontRole = "body", color: str = "text", weight: int | None = None
    ) -> None:
        super().__init__()
        self._theme, self._role, self._color, self._weight = theme, role, color, weight
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(text)
        self.follow(theme)

    def set_color(self, color: str) -> None:
        self._color = color
        self.dress()

    def dress(self) -> None:
        self.setFont(self._theme.font(self._role, self._weight))
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.WindowText, self._theme.color(self._color))
        self.setPalette(palette)


def plain_label(
    theme: Theme, text: str = "", *, role: FontRole = "body", color: str = "text", weight: int | None = None
) -> PlainLabel:
    """One line."""
    return PlainLabel(theme, text, role=role, color=color, weight=weight)


def text_label(
    theme: Theme, text: str = "", *, role: FontRole = "body", color: str = "text", weight: int | None = None
) -> PlainLabel:
    """As many lines as it needs. In a row give it a stretch of 1, or Qt makes it a narrow column."""
    label = PlainLabel(theme, text, role=role, color=color, weight=weight)
    _let_wrap(label)
    return label


def _let_wrap(label: PlainLabel) -> None:
    label.setWordWrap(True)
    label.setMinimumWidth(1)
    policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
    policy.setHeightForWidth(True)
    label.setSizePolicy(policy)


def copyable_label(
    theme: Theme, text: str = "", *, role: FontRole = "body", color: str = "text", weight: int | None = None
) -> PlainLabel:
    """Wraps even inside long words, and its text can be selected with mouse and keyboard."""
    label = CopyLabel(theme, text, role=role, color=color, weight=weight)
    _let_wrap(label)
    return label


class CopyLabel(PlainLabel):
    """The places where it may break are zero-width spaces; whatever is copied from it is without them."""

    def __init__(
        self, theme: Theme, text: str = "", *, role: FontRole = "body", color: str = "text", weight: int | None = None
    ) -> None:
        super().__init__(theme, text, role=role, color=color, weight=weight)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )

    def setText(self, text: str) -> None:
        super().setText(breakable(text))

    def plain(self) -> str:
        return self.text().replace("\u200b", "")

    def copy(self, mode: QClipboard.Mode = QClipboard.Mode.Clipboard) -> None:
        text = self.selectedText().replace("\u200b", "")
        if text:
            QGuiApplication.clipboard().setText(text, mode)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if QGuiApplication.clipboard().supportsSelection():
            self.copy(QClipboard.Mode.Selection)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("Copy"), self.copy).setEnabled(self.hasSelectedText())
        menu.addAction(self.tr("Select all"), self._select_all)
        menu.popup(event.globalPos())

    def _select_all(self) -> None:
        self.setSelection(0, len(self.text()))


class LinkLabel(PlainLabel):
    """A word that acts when clicked or when Enter or Space is pressed: underlined, in the colour of links."""

    clicked = Signal()

    def __init__(self, theme: Theme, text: str, name: str, *, role: FontRole = "body") -> None:
        super().__init__(theme, text, role=role, color="accent_ink")
        self.setObjectName(name)
        self.setAccessibleName(text)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def dress(self) -> None:
        super().dress()
        font = self.font()
        font.setUnderline(True)
        self.setFont(font)

    def event(self, event: QEvent) -> bool:
        pressed = event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and _presses(event)
        if pressed or event.type() == QEvent.Type.MouseButtonRelease:
            self.clicked.emit()
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.hasFocus():
            painter = QPainter(self)
            paint_focus(painter, QRectF(self.rect()), self._theme, radius=3)
            painter.end()


class ElidedLabel(QWidget, Themed):
    """One line cut with an ellipsis; the whole of it is the accessible name, and the tooltip when it is cut."""

    def __init__(
        self, theme: Theme, text: str = "", *, role: FontRole = "body", color: str = "text", weight: int | None = None
    ) -> None:
        super().__init__()
        self._theme, self._role, self._color, self._weight = theme, role, color, weight
        self._text = ""
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.follow(theme)
        self.setText(text)

    def text(self) -> str:
        return self._text

    def setText(self, text: str) -> None:
        text = " ".join(text.split())
        if text == self._text:
            return  # to lay out and to paint what did not change would make other things wait
        self._text = text
        self.setAccessibleName(text)
        self.updateGeometry()
        self._explain()
        self.update()

    def set_color(self, color: str) -> None:
        self._color = color
        self.update()

    def dress(self) -> None:
        self.setFont(self._theme.font(self._role, self._weight))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        metrics = self._theme.metrics(self._role, self._weight)
        return QSize(text_width(metrics, self._text) + 1, metrics.height())

    def minimumSizeHint(self) -> QSize:
        return QSize(min(self.sizeHint().width(), self._theme.em(2)), self.sizeHint().height())

    def is_elided(self) -> bool:
        return self.width() < self.sizeHint().width()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._explain()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(self.font())
        painter.setPen(self._theme.color(self._color))
        metrics = self._theme.metrics(self._role, self._weight)
        shown = metrics.elidedText(self._text, Qt.TextElideMode.ElideRight, self.width())
        painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading), shown)
        painter.end()

    def _explain(self) -> None:
        set_tooltip(self, self._text if self.is_elided() else "")


class IconLabel(QWidget, Themed):
    """An icon that only illustrates the text beside it."""

    def __init__(self, icons: Icons, name: str, *, color: str = "text2", size: int = 16) -> None:
        super().__init__()
        self._icons, self._name, self._color, self._size = icons, name, color, size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.follow(icons.theme)

    def set_icon(self, name: str, color: str = "text2") -> None:
        self._name, self._color = name, color
        self.update()

    def dress(self) -> None:
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        side = self._icons.size(self._size)
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self._icons.paint(painter, QRectF(self.rect()), self._name, self._color)
        painter.end()


class Hairline(QFrame, Themed):
    """One pixel, lying or standing."""

    def __init__(self, theme: Theme, *, standing: bool = False, color: str = "border") -> None:
        super().__init__()
        self._theme, self._color = theme, color
        if standing:
            self.setFixedWidth(1)
        else:
            self.setFixedHeight(1)
        self.follow(theme)

    def dress(self) -> None:
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.color(self._color))
        painter.end()


def paint_focus(painter: QPainter, rect: QRectF, theme: Theme, *, radius: float = 6) -> None:
    """The ring of two pixels, inside `rect`."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = painter.pen()
    pen.setColor(theme.color("focus"))
    pen.setWidthF(2)
    pen.setStyle(Qt.PenStyle.SolidLine)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), radius, radius)
    painter.restore()


def paint_box(painter: QPainter, rect: QRectF, fill: QColor | None, line: QColor | None, *, radius: float) -> None:
    """A filled rounded box with an outline of exactly one pixel."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen if line is None else line)
    painter.setBrush(Qt.BrushStyle.NoBrush if fill is None else fill)
    inset = 0.0 if line is None else 0.5
    painter.drawRoundedRect(rect.adjusted(inset, inset, -inset, -inset), radius, radius)
    painter.restore()
