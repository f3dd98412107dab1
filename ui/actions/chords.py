"""G and then a letter goes to a place: the second key within a second, with a hint after a moment."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QApplication

TIME_OUT = 1_000
HINT_AFTER = 400
_MODIFIERS = (Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_Meta)


class Chords(QObject):
    """While it waits it reads every key before anybody else does."""

    hinted = Signal(bool)
    """Show what may follow, or hide it again."""

    def __init__(self, second: Callable[[], Mapping[str, QAction]], parent: QObject) -> None:
        super().__init__(parent)
        self._second = second
        self._end, self._hint = QTimer(self), QTimer(self)
        for timer, length in ((self._end, TIME_OUT), (self._hint, HINT_AFTER)):
            timer.setSingleShot(True)
            timer.setInterval(length)
        self._end.timeout.connect(self.stop)
        self._hint.timeout.connect(lambda: self.hinted.emit(True))

    @property
    def waiting(self) -> bool:
        return self._end.isActive()

    def start(self) -> None:
        self._end.start()
        self._hint.start()
        QApplication.instance().installEventFilter(self)  # type: ignore[union-attr]

    def stop(self) -> None:
        self._end.stop()
        self._hint.stop()
        QApplication.instance().removeEventFilter(self)  # type: ignore[union-attr]
        self.hinted.emit(False)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.MouseButtonPress:
            self.stop()
            return False
        if not isinstance(event, QKeyEvent) or event.key() in _MODIFIERS:
            return False
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()  # the letter would be the shortcut of something else
            return True
        if event.type() == QEvent.Type.KeyPress:
            self.stop()
            action = self._second().get(event.text().upper())
            if action is not None and action.isEnabled():
                action.trigger()
            return True
        return False
