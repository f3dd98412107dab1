"""The keys of the list: J K, X, U, the dot and the comma, and the bracket."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any, Protocol

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView

from agentdesk.desk.queries.tickets import Listing
from ui.actions import Actions
from ui.context import Context
from ui.tickets.feed import TicketsFeed

NEAR = 300
"""So many rows around are looked through before the desk is asked."""


_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


class Chooser(Protocol):
    """How rows are chosen, one or several."""

    marking: bool

    def move(self, step: int, /) -> None: ...

    def go_to(self, place: int, /) -> None: ...

    def toggle(self) -> None: ...

    def end_marking(self) -> bool: ...


class Keyed(Protocol):
    """What the keys need of the pane they belong to."""

    actions_table: Actions
    entered: Any  # a signal; Qt's types know it only on its class

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


class Listed(Keyed, Protocol):
    """The pane of tickets."""

    context: Context
    feed: TicketsFeed


class TicketKeys(ListKeys):
    def __init__(self, pane: Listed, parent: QObject) -> None:
        super().__init__(pane, parent)
        self._listed = pane

    def next_with(self, wanted: str, step: int) -> None:
        """Nearby at once, further away by asking."""
        model, here = self._listed.feed.model, self._pane.view().currentIndex().row()
        end = model.rowCount() if step > 0 else -1
        places = range(here + step, end, step)[:NEAR]
        for place in places:
            line = model.line_at(place)
            if line is not None and (line.row.unread if wanted == "unread" else line.row.waiting_since is not None):
                self._pane.picking.go_to(place)
                return
        shown = self._listed.feed.query
        query = replace(shown, filters=(*shown.filters, wanted))
        self._listed.context.desk.ask(query, lambda listing: self._go_beyond(listing, here, step))

    def _go_beyond(self, listing: Listing, here: int, step: int) -> None:
        places = (self._listed.feed.model.place_of(number) for number in _in_order(listing.ids, step))
        beyond = (place for place in places if place >= 0 and (place - here) * step > 0)
        found = next(beyond, None)
        if found is not None:
            self._pane.picking.go_to(found)


def _in_order(numbers: Iterable[int], step: int) -> list[int]:
    ordered = list(numbers)
    return (ordered if step > 0 else ordered[::-1])[:NEAR]
