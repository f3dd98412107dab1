"""The base of all dialogs: a card over the shaded window, its title in the body, its buttons in a band below."""

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import (
    QColor,
    QHideEvent,
    QKeyEvent,
    QMouseEvent,
    QMoveEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from ui.icons import Icons
from ui.widgets.banner import Banner
from ui.widgets.buttons import Button, Kind
from ui.widgets.compositing import is_composited
from ui.widgets.inputs import Field, is_enter
from ui.widgets.plain_label import PlainLabel, Themed, plain_label, text_label
from ui.widgets.scroll import ColumnScroll

SHADOW = 24
SHADE_OPACITY = 0.314
NARROW, WIDE = 460, 640
FRAMED = 1_000
"""Milliseconds in which a window manager has put its frame around a dialog; who moves it later is a person."""


class Shade(QWidget):
    """Darkens the window behind a dialog or the palette, and follows its size."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("shade")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setGeometry(window.rect())
        window.installEventFilter(self)
        self.raise_()
        self.show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and isinstance(watched, QWidget):
            self.setGeometry(watched.rect())
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        color = QColor(0, 0, 0)
        color.setAlphaF(SHADE_OPACITY)
        painter.fillRect(self.rect(), color)
        painter.end()


def paint_card_shadow(painter: QPainter, card: QRectF, radius: float) -> None:
    """A soft shadow, a little lower than the card: rounded outlines that fade outwards."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    steps = 18
    for step in range(steps, 0, -1):
        painter.setBrush(QColor(0, 0, 0, 4))
        painter.drawRoundedRect(card.adjusted(-step, -step + 5, step, step + 5), radius + step, radius + step)
    painter.restore()


def _with_control(event: QKeyEvent) -> bool:
    return event.modifiers() & Qt.KeyboardModifier.ControlModifier == Qt.KeyboardModifier.ControlModifier


def _takes_tab(widget: QWidget) -> bool:
    wants = widget.focusPolicy() & Qt.FocusPolicy.TabFocus == Qt.FocusPolicy.TabFocus
    return wants and not widget.isHidden() and widget.isEnabled() and widget.focusProxy() is None


class DialogFrame(QDialog, Themed):
    """Named `<verb>_dialog`, its buttons `<verb>_ok` and `<verb>_cancel`. Fill `body`; shown by `open()`, never `exec`.

    Esc cancels, Ctrl+Enter is the main button; Enter alone only where the main button is `harmless`.
    Subclasses check what was typed in `submit` and call `accept` when all is well.
    """

    def __init__(
        self, icons: Icons, verb: str, title: str, *, parent: QWidget | None = None, width: int = NARROW
    ) -> None:
        super().__init__(parent, Qt.WindowType.Dialog | Qt.WindowType.FramelessWindowHint)
        self.icons, self.verb = icons, verb
        self._width = width
        self._shade: Shade | None = None
        self._drag_from: QPointF | None = None
        self._place: QPoint | None = None
        """Where it was put, while it may still be framed."""
        self._framing = QTimer(self, singleShot=True, interval=FRAMED)
        self._framing.timeout.connect(self._end_framing)
        theme = icons.theme
        self.setObjectName(f"{verb}_dialog")
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        self.setModal(True)
        self.title = text_label(theme, title, role="dialog_title")
        self.error = Banner(icons, "error", name=f"{verb}_error")
        self.main = Button(icons, name=f"{verb}_ok", kind="primary")
        self.cancel = Button(icons, self.tr("Cancel"), name=f"{verb}_cancel")
        self.note: PlainLabel = plain_label(theme, role="meta", color="text2")
        self.note.setObjectName(f"{verb}_note")
        self.body = QVBoxLayout()
        self._scroll = ColumnScroll(name=f"{verb}_scroll")
        self._footer = QWidget()
        self._footer_row = QHBoxLayout(self._footer)
        self._build()
        self.set_title(title)
        self.main.clicked.connect(self.submit)
        self.cancel.clicked.connect(self.reject)
        self._scroll.content_changed.connect(self.fit)
        self.follow(theme)

    # ------------------------------------------------------------------ for subclasses

    def set_title(self, title: str) -> None:
        self.title.setText(title)
        self.setWindowTitle(title)
        self.setAccessibleName(title)

    def set_main(self, text: str, icon: str = "", *, kind: Kind = "primary", harmless: bool = False) -> None:
        self.main.setText(text)
        self.main.set_icon(icon)
        self.main.set_kind(kind)
        self.main.setDefault(harmless)

    def add_field(self, label: str, field: QWidget, *, hint: str = "") -> Field:
        row = Field(self.icons.theme, label, field, hint=hint)
        self.body.addWidget(row)
        return row

    def add_row(self, *fields: QWidget) -> QHBoxLayout:
        """Fields beside each other, all equally wide."""
        row = QHBoxLayout()
        row.setSpacing(self.icons.theme.px(12))
        for field in fields:
            row.addWidget(field, 1, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(row)
        return row

    def add_text(self, text: str) -> PlainLabel:
        label = text_label(self.icons.theme, text, color="text")
        self.body.addWidget(label)
        return label

    def add_info(self, text: str, icon: str = "info") -> Banner:
        banner = Banner(self.icons, "info", name=f"{self.verb}_info")
        self.body.addWidget(banner)
        banner.show_message(text, icon)
        return banner

    def show_error(self, text: str) -> None:
        """What is wrong, above the buttons; an empty text takes it back."""
        if text:
            self.error.show_message(text, "warning")
        else:
            self.error.hide()

    def submit(self) -> None:
        self.accept()

    # ------------------------------------------------------------------ Qt

    def dress(self) -> None:
        px = self.icons.theme.px
        self.body.setSpacing(px(12))
        self._scroll.column.setContentsMargins(px(22), px(18), px(22), px(18))
        self._footer_row.setContentsMargins(px(22), px(13), px(22), px(14))
        self._footer_row.setSpacing(px(8))
        self.fit()
        self.update()

    def fit(self) -> None:
        """As wide as wished and as tall as needed, but never taller than the window behind."""
        width = self.icons.theme.px(self._width)
        footer = self._footer.sizeHint().height() + 2
        room = self._room().height() - 2 * SHADOW - footer
        needed, most = self._scroll.height_for(width - 2), max(room, self.icons.theme.em(8))
        # A bar that was there for a moment takes the width that would make it needless, and stays.
        policy = Qt.ScrollBarPolicy.ScrollBarAlwaysOff if needed <= most else Qt.ScrollBarPolicy.ScrollBarAsNeeded
        self._scroll.setVerticalScrollBarPolicy(policy)
        height = min(needed, most)
        size = QSize(width, height + footer) + QSize(2 * SHADOW, 2 * SHADOW)
        if size != self.size():
            self.setFixedSize(size)
            self._centre()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if not is_composited():
            self.setMask(self._shape().toFillPolygon().toPolygon())  # the card alone, without a shadow

    def showEvent(self, event: QShowEvent) -> None:
        self.fit()
        self._centre()
        self._place = self.pos()
        self._framing.start()
        window = self._behind()
        if window is not None and self._shade is None:
            self._shade = Shade(window)
        self._order_tabs()
        super().showEvent(event)

    def moveEvent(self, event: QMoveEvent) -> None:
        """A window manager that has just framed it may tell a place inside that frame; lists would open there."""
        super().moveEvent(event)
        if self._place is not None and event.pos() != self._place and self._drag_from is None:
            self._end_framing()  # once: one that wants it elsewhere has its way
            QTimer.singleShot(0, self, self._centre)

    def _end_framing(self) -> None:
        self._place = None

    def hideEvent(self, event: QHideEvent) -> None:
        if self._shade is not None:
            self._shade.hide()
            self._shade.deleteLater()
            self._shade = None
        super().hideEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not is_enter(event):
            super().keyPressEvent(event)
        elif (self.main.isDefault() or _with_control(event)) and self.main.isEnabled():
            self.main.click()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The title moves the dialog, as a title bar would."""
        over_title = event.position().y() < SHADOW + self.icons.theme.px(48)
        if over_title and event.button() == Qt.MouseButton.LeftButton:
            self.windowHandle().startSystemMove()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        theme, card, shape = self.icons.theme, self._card(), self._shape()
        if not card.contains(QRectF(event.rect())):
            paint_card_shadow(painter, card, theme.px(10))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipPath(shape)
        painter.fillRect(card, theme.color("surface"))
        band = QRectF(card.left(), self._footer.y(), card.width(), card.bottom() - self._footer.y())
        painter.fillRect(band, theme.color("sunken"))
        painter.fillRect(QRectF(band.left(), band.top() - 1, band.width(), 1), theme.color("border"))
        painter.setClipping(False)
        painter.setPen(theme.color("border2"))
        painter.drawPath(shape)
        painter.end()

    def _card(self) -> QRectF:
        return QRectF(self.rect()).adjusted(SHADOW, SHADOW, -SHADOW, -SHADOW)

    def _shape(self) -> QPainterPath:
        shape, radius = QPainterPath(), self.icons.theme.px(10)
        shape.addRoundedRect(self._card().adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        return shape

    def _build(self) -> None:
        inside = self._scroll.column
        inside.setSpacing(self.icons.theme.px(14))
        inside.addWidget(self.title)
        inside.addLayout(self.body)
        inside.addWidget(self.error)
        inside.addStretch(1)
        self._footer_row.addWidget(self.note, 1)
        self._footer_row.addWidget(self.cancel)
        self._footer_row.addWidget(self.main)
        column = QVBoxLayout(self)
        column.setContentsMargins(SHADOW + 1, SHADOW + 1, SHADOW + 1, SHADOW)
        column.setSpacing(1)
        column.addWidget(self._scroll, 1)
        column.addWidget(self._footer)

    def _order_tabs(self) -> None:
        """Fields before buttons, and the first of them has the focus unless a subclass chose another."""
        inside = self._scroll.content.findChildren(QWidget)
        fields = [field for field in inside if _takes_tab(field) and field.window() is self]  # not lists of combo boxes
        if fields:
            QWidget.setTabOrder(fields[-1], self.cancel)
            if self.focusWidget() in (None, self.cancel, self.main):
                fields[0].setFocus()
        QWidget.setTabOrder(self.cancel, self.main)

    def _behind(self) -> QWidget | None:
        parent = self.parentWidget()
        return None if parent is None else parent.window()

    def _room(self) -> QSize:
        window = self._behind()
        return window.size() if window is not None else self.screen().availableSize()

    def _centre(self) -> None:
        window = self._behind()
        if window is not None:
            self.move(window.mapToGlobal(window.rect().center()) - self.rect().center())
