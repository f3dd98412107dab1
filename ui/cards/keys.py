"""The keys of a list: J K, X, U, O, the dot and the comma, and the bracket."""

from collections.abc import Iterable, Sequence
from typing import Any, Protocol, TypeVar

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView

T = TypeVar("T")
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


class Chooser(Protocol):
    """How rows are chosen, one or several."""

    marking: bool

    def move(self, step: int, /) -> None: ...

    def go_to(self, place: int, /) -> None: ...

    def toggle(self) -> None: ...

    def end_marking(self) -> bool: ...


class Triggers(Protocol):
    """The table of actions."""

    def __getitem__(self, id: str, /) -> QAction: ...


class Keyed(Protocol):
    """What the keys need of the pane they belong to."""

    entered: Any  # a signal; Qt's types know it only on its class

    @property
    def actions_table(self) -> Triggers: ...

    @property
    def picking(self) -> Chooser: ...

    def view(self) -> QAbstractItemView: ...


class ListKeys(QObject):
    """Reads the keys that the table of actions gives to the list; what they do the pane does."""

    def __init__(self, pane: Keyed, parent: QObject) -> None:
        super().__init__(parent)
        self._pane = pane
        self.letters = True
        """Off by preference, since some voice programs type letters (WCAG 2.1.4)."""

    def press(self, event: QKeyEvent) -> None:
        """Accepts the event if it was one of its own."""
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._pane.entered.emit()
        elif self._pane.picking.marking and event.key() in _STEPS:
            self._pane.picking.move(_STEPS[Qt.Key(event.key())])  # Qt's own would forget the marks
        elif event.key() == Qt.Key.Key_Escape:
            if not self._pane.picking.end_marking():
                return
        elif event.key() == Qt.Key.Key_Home:
            self._pane.picking.go_to(0)
        elif event.key() == Qt.Key.Key_End:
            self._pane.picking.go_to(self._pane.view().model().rowCount() - 1)
        elif not self.letters or not self._letter(Qt.Key(event.key())):
            return
        event.accept()

    def _letter(self, key: Qt.Key) -> bool:
        picking, actions = self._pane.picking, self._pane.actions_table
        match key:
            case Qt.Key.Key_J:
                picking.move(1)
            case Qt.Key.Key_K:
                picking.move(-1)
            case Qt.Key.Key_X:
                picking.toggle()
            case Qt.Key.Key_O:
                actions["open_window"].trigger()
            case Qt.Key.Key_U:
                actions["mark_unread"].trigger()
            case Qt.Key.Key_Period:
                self.next_with("unread", 1)
            case Qt.Key.Key_Comma:
                self.next_with("unread", -1)
            case Qt.Key.Key_BracketRight:
                self.next_with("waiting", 1)
            case _:
                return False
        return True

    def next_with(self, wanted: str, step: int) -> None:
        """To the next row that is `unread` or `waiting`, forward or back."""
        raise NotImplementedError


def next_of(wanted: Iterable[T], ids: Sequence[T], places: range) -> int | None:
    """The first of these places at which one of those stands; the rows there need not have come."""
    known = set(wanted)
    return next((place for place in places if ids[place] in known), None)
