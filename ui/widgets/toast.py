"""The dark strip that affirms what somebody just did, with Undo and the seconds that are left for it."""

from dataclasses import dataclass

from PySide6.QtCore import QElapsedTimer, QEvent, QMargins, QObject, QRectF, QTimer, Signal
from PySide6.QtGui import QEnterEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from ui.icons import Icons
from ui.widgets.announce import announce
from ui.widgets.buttons import Button, Colors
from ui.widgets.plain_label import ElidedLabel, IconLabel, Themed, paint_box, plain_label

LONGEST_PAUSE = 60_000
SHOWN_WITHOUT_UNDO = 6_000
MOST_TOASTS = 3
_TICK = 200


@dataclass(frozen=True, slots=True)
class ToastWords:
    """`key` is what Undo is told, `hold` the milliseconds it can be undone, 0 for news that only pass."""

    key: str
    text: str
    icon: str = "check"
    hold: int = 0


class Toast(QWidget, Themed):
    """Pauses while the pointer or the focus is on it, at most a minute; runs on in an inactive window."""

    undone = Signal(str)
    ended = Signal(str)
    paused = Signal(str)
    resumed = Signal(str)

    def __init__(self, icons: Icons, words: ToastWords, parent: QWidget) -> None:
        super().__init__(parent)
        self._icons, self.words = icons, words
        self._left = words.hold or SHOWN_WITHOUT_UNDO
        self._pause_left = LONGEST_PAUSE
        self._hovered = self._focused = self._paused = False
        self.setObjectName("toast")
        self.setAccessibleName(words.text)
        self.label = ElidedLabel(icons.theme, words.text, role="body", color="toast_ink", weight=600)
        self.undo = _UndoButton(icons, self.tr("Undo"), name="toast_undo", kind="link")
        self.countdown = plain_label(icons.theme, role="meta", color="toast_ink")
        self._row = QHBoxLayout(self)
        self._row.addWidget(IconLabel(icons, words.icon, color="toast_ink"))
        for part in (self.label, self.undo, self.countdown):
            self._row.addWidget(part)
        self.undo.setVisible(words.hold > 0)
        self.countdown.setVisible(words.hold > 0)
        self.undo.clicked.connect(self._on_undo)
        self._clock, self._timer = QElapsedTimer(), QTimer(self)
        self._timer.timeout.connect(self._on_tick)
        # `focusChanged` only tells of this program; in an inactive window nothing has the focus and time runs on.
        QApplication.instance().focusChanged.connect(self._on_focus)  # type: ignore[union-attr]
        self.follow(icons.theme)

    @property
    def left(self) -> int:
        """Milliseconds."""
        return self._left

    def start(self) -> None:
        self._clock.start()
        self._timer.start(_TICK)
        self._show_left()
        self.show()
        undo = self.tr("Undo is possible for %n second(s).", "", round(self._left / 1000)) if self.words.hold else ""
        announce(self, f"{self.words.text}. {undo}" if undo else self.words.text)

    def end(self) -> None:
        self._timer.stop()
        self.ended.emit(self.words.key)

    def pass_time(self, milliseconds: int) -> None:
        """What the clock does; tests do it themselves."""
        self._set_paused((self._hovered or self._focused) and self._pause_left > 0)
        if self._paused:
            self._pause_left -= milliseconds
            return
        self._left -= milliseconds
        self._show_left()
        if self._left <= 0:
            self.end()

    def dress(self) -> None:
        px = self._icons.theme.px
        self._row.setContentsMargins(px(15), px(8), px(14), px(8))
        self._row.setSpacing(px(11))
        self.update()

    def enterEvent(self, event: QEnterEvent) -> None:
        self._hovered = True
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._hovered = False
        super().leaveEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        theme = self._icons.theme
        line = theme.color("border2") if theme.dark or not theme.tinted else None
        paint_box(painter, QRectF(self.rect()), theme.color("toast"), line, radius=theme.px(8))
        painter.end()

    def _on_tick(self) -> None:
        self.pass_time(self._clock.restart())

    def _on_undo(self) -> None:
        self._timer.stop()
        self.undone.emit(self.words.key)
        self.ended.emit(self.words.key)

    def _on_focus(self, _old: QWidget | None, new: QWidget | None) -> None:
        self._focused = new is not None and (new is self or self.isAncestorOf(new))

    def _set_paused(self, paused: bool) -> None:
        if paused != self._paused:
            self._paused = paused
            (self.paused if paused else self.resumed).emit(self.words.key)

    def _show_left(self) -> None:
        self.countdown.setText(self.tr("{seconds} s").format(seconds=max(0, -(-self._left // 1000))))


class _UndoButton(Button):
    def _colors(self) -> Colors:
        return super()._colors()._replace(ink=self._icons.theme.color("toast_link"), fill=None)


class ToastStack(QWidget):
    """Lies over its host at the lower left, the newest toast lowest; older ones than three go early."""

    undone = Signal(str)
    ended = Signal(str)
    paused = Signal(str)
    resumed = Signal(str)

    def __init__(self, icons: Icons, host: QWidget) -> None:
        super().__init__(host)
        self._icons, self._host = icons, host
        self._toasts: list[Toast] = []
        self._margins = QMargins(icons.theme.px(15), 0, 0, icons.theme.px(18))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(icons.theme.px(8))
        host.installEventFilter(self)
        self.hide()

    def set_margins(self, margins: QMargins) -> None:
        """Distance from the host's left and lower edge: the window keeps toasts over the list."""
        self._margins = margins
        self._settle()

    def show_toast(self, words: ToastWords) -> Toast:
        toast = Toast(self._icons, words, self)
        for signal, out in ((toast.undone, self.undone), (toast.paused, self.paused), (toast.resumed, self.resumed)):
            signal.connect(out)
        toast.ended.connect(self._on_ended)
        self._toasts.append(toast)
        self._column.addWidget(toast)
        while len(self._toasts) > MOST_TOASTS:
            self._toasts[0].end()
        self._name()
        toast.start()
        self._settle()
        return toast

    def toasts(self) -> list[Toast]:
        return list(self._toasts)

    def dismiss(self, key: str) -> None:
        """Its hold ended elsewhere, by the menu or by quitting."""
        for toast in [toast for toast in self._toasts if toast.words.key == key]:
            toast.end()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutRequest):
            self._settle()
        return super().eventFilter(watched, event)

    def _on_ended(self, key: str) -> None:
        for toast in [toast for toast in self._toasts if toast.words.key == key]:
            self._toasts.remove(toast)
            self._column.removeWidget(toast)
            toast.hide()
            toast.deleteLater()
        self._name()
        self._settle()
        self.ended.emit(key)

    def _name(self) -> None:
        """The newest is `toast`; names stay unique below one parent."""
        for age, toast in enumerate(reversed(self._toasts)):
            toast.setObjectName("toast" if age == 0 else f"toast_{age}")
            toast.undo.setObjectName("toast_undo" if age == 0 else f"toast_undo_{age}")

    def _settle(self) -> None:
        if not self._toasts:
            self.hide()
            return
        self._column.activate()
        size = self._column.totalSizeHint()
        width = min(size.width(), self._host.width() - 2 * self._margins.left())
        top = self._host.height() - size.height() - self._margins.bottom()
        self.setGeometry(self._margins.left(), top, width, size.height())
        # Only now: in the corner, where it was made, it would think the pointer was on it.
        self.show()
        self.raise_()
