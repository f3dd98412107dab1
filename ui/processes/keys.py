"""The keys of the chain editor, wherever in it the focus is (ui.md §6.1)."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

_ALT = Qt.KeyboardModifier.AltModifier
_READ = (QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride)


class EditorKeys(QObject):
    """Reads them before fields and menus do: Undo takes back an edit of the chain, not of one field."""

    moved = Signal(int)
    """Up is -1."""
    removed = Signal()
    undone = Signal()
    redone = Signal()
    saved = Signal()
    focused = Signal(QWidget)

    def watch(self, widget: QWidget) -> None:
        for part in (widget, *widget.findChildren(QWidget)):
            part.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn and isinstance(watched, QWidget):
            self.focused.emit(watched)
        if event.type() in _READ and isinstance(event, QKeyEvent) and self._takes(watched, event):
            event.accept()
            return True
        return super().eventFilter(watched, event)

    def _takes(self, watched: QObject, event: QKeyEvent) -> bool:
        """Told once, when the key is really pressed."""
        pressed = event.type() == QEvent.Type.KeyPress
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
        if step and event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier == _ALT:
            if pressed:
                self.moved.emit(step)
            return True
        for keys, signal in (
            (QKeySequence.StandardKey.Undo, self.undone), (QKeySequence.StandardKey.Redo, self.redone),
            (QKeySequence.StandardKey.Save, self.saved),
        ):  # fmt: skip
            if event.matches(keys):
                if pressed:
                    signal.emit()
                return True
        return self._removes(watched, event, pressed=pressed)

    def _removes(self, watched: QObject, event: QKeyEvent, *, pressed: bool) -> bool:
        """In a field of words Delete is the field's, and what was passed on by another is not for us."""
        own = watched is QApplication.focusWidget() and not isinstance(watched, QLineEdit)
        if event.key() != Qt.Key.Key_Delete or event.modifiers() or not own:
            return False
        if pressed:
            self.removed.emit()
        return True
