"""From rows that are marked to ids of tickets: what the person selected, and what to select next."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QItemSelectionModel, QItemSelectionRange, QModelIndex, QObject, Signal

from agentdesk.desk import Desk
from agentdesk.desk.queries.rows import TicketRow
from agentdesk.desk.queries.tickets import TicketRows, TicketRowsById
from agentdesk.domain.values import Id
from ui.tickets.feed import TicketsFeed

MOST_SELECTED = 500
"""One action is given to so many tickets at once and no more."""
Flag = QItemSelectionModel.SelectionFlag


class Picking(QObject):
    """Follows the selection of the views; rows that come and go by themselves select nothing."""

    picked = Signal(tuple)
    """Ids of the selected tickets, the current one first."""
    marking_changed = Signal()

    def __init__(self, desk: Desk, feed: TicketsFeed, selection: QItemSelectionModel) -> None:
        super().__init__(selection)
        self._desk, self._feed, self._selection = desk, feed, selection
        self._model = feed.model
        self._round = 0
        self._shown: tuple[Id, ...] = ()
        self._leaving: set[Id] = set()
        self._gap: tuple[Id, int] | None = None
        self.marking = False
        """Rows are marked one by one: moving leaves what is marked."""
        self._toggling = False
        selection.selectionChanged.connect(self._on_selection)
        self._model.rowsAboutToBeRemoved.connect(self._on_going)
        feed.listed.connect(self._after_change)

    def move(self, step: int, *, keep: bool = False) -> None:
        """To the next or previous row; marked rows stay marked while several are."""
        count = self._model.rowCount()
        if not count:
            return
        current = self._selection.currentIndex()
        place = current.row() + step if current.isValid() else 0
        self.go_to(min(max(place, 0), count - 1), keep=keep or self.marking or self._several())

    def go_to(self, place: int, *, keep: bool = False) -> None:
        if not 0 <= place < self._model.rowCount():
            return
        index = self._model.index(place, 0)
        flags = Flag.NoUpdate if keep else Flag.ClearAndSelect | Flag.Rows
        self._selection.setCurrentIndex(index, flags)

    def toggle(self) -> None:
        """First it marks the ticket that is shown, which is selected already; from then on it adds and takes."""
        current = self._selection.currentIndex()
        if not current.isValid():
            return
        begins = not self.marking and not self._several() and self._selection.hasSelection()
        self._set_marking(True)
        if not begins:
            self._toggling = True
            self._selection.select(current, Flag.Toggle | Flag.Rows)
            self._toggling = False

    def end_marking(self) -> bool:
        """Back to the one that is current; False if there was nothing to end."""
        if not self.marking and not self._several():
            return False
        self._set_marking(False)
        self.go_to(self._selection.currentIndex().row())
        return True

    def clear(self) -> None:
        self._shown = ()
        self._forget_gap()
        self._set_marking(False)
        self._quietly(self._selection.clear)

    def show_ticket(self, ticket: Id) -> None:
        """Marks the row of a ticket that was opened elsewhere, if it stands in this list."""
        if self._shown[:1] != (ticket,):
            self.stay(ticket)

    def leave(self, tickets: Iterable[Id]) -> None:
        """The person did something with these: when their rows go, or have gone already, the next one is shown."""
        self._leaving.update(tickets)
        self._after_change()

    def stay(self, ticket: Id) -> None:
        """It is shown on, though the list may hear late that it went, or a row picked before is still looked up."""
        self._round += 1
        self._shown = (ticket,)
        self._forget_gap()
        self._desk.ask(TicketRowsById((ticket,)), lambda rows: self._mark(ticket, rows.get(ticket)))

    # ------------------------------------------------------------------ what the views say

    def _on_selection(self) -> None:
        if self._feed.busy:
            return
        if not self._toggling and not self._several():
            self._set_marking(False)  # another row was clicked, or its ticket went
        self._round += 1
        numbers = self._numbers()
        known = self._model.tickets(numbers)
        missing = tuple(number for number in numbers if number not in known)
        if missing:
            round_ = self._round
            self._desk.ask(TicketRows(missing), lambda rows: self._complete(round_, numbers, known, rows))
        else:
            self._pick(numbers, known)

    def _set_marking(self, marking: bool) -> None:
        if marking != self.marking:
            self.marking = marking
            self.marking_changed.emit()

    def _complete(self, round_: int, numbers: list[int], known: dict[int, Id], rows: dict[int, TicketRow]) -> None:
        if round_ == self._round:
            self._pick(numbers, known | {number: row.id for number, row in rows.items()})

    def _pick(self, numbers: list[int], known: dict[int, Id]) -> None:
        self._shown = tuple(known[number] for number in numbers if number in known)
        self._forget_gap()
        self.picked.emit(self._shown)

    def _numbers(self) -> list[int]:
        """Of the selected rows, the current one first; of a huge selection only as many as can be acted on."""
        current = self._selection.currentIndex()
        numbers: list[int] = []
        if current.isValid() and self._selection.isRowSelected(current.row(), QModelIndex()):
            numbers.append(self._model.id_at(current.row()))
        for area in self._areas():
            last = min(area.bottom(), area.top() + MOST_SELECTED)
            numbers.extend(self._model.id_at(place) for place in range(area.top(), last + 1))
        return list(dict.fromkeys(numbers))[:MOST_SELECTED]

    def _areas(self) -> list[QItemSelectionRange]:
        selection = self._selection.selection()
        return [selection.at(number) for number in range(selection.size())]

    def _several(self) -> bool:
        return sum(area.height() for area in self._areas()) > 1

    # ------------------------------------------------------------------ what the list does by itself

    def _on_going(self, _: QModelIndex, first: int, last: int) -> None:
        """Notes where the shown ticket stood."""
        if len(self._shown) != 1:
            return
        places = range(first, min(last, first + MOST_SELECTED) + 1)
        gone = self._model.tickets(self._model.id_at(place) for place in places)
        if self._shown[0] in gone.values():
            self._gap = (self._shown[0], first)

    def _after_change(self) -> None:
        """A shown ticket whose row went is shown still, unless it went by a command of one's own."""
        if self._gap is not None and self._gap[0] in self._leaving:
            place = self._gap[1]
            self._forget_gap()
            self._take_next(place)
        elif self._shown:
            self._keep_mark()

    def _forget_gap(self) -> None:
        self._gap = None
        self._leaving.clear()

    def _take_next(self, place: int) -> None:
        if self._model.rowCount():
            self._selection.clearSelection()
            self.go_to(min(place, self._model.rowCount() - 1))
        else:
            self._selection.clear()
            self._pick([], {})

    def _keep_mark(self) -> None:
        current = self._selection.currentIndex()
        if not current.isValid() or len(self._shown) > 1 or not self._selection.hasSelection():
            return
        line = self._model.line_at(current.row())
        if line is not None and line.row.id != self._shown[0]:
            self._quietly(self._selection.clearSelection)

    def _mark(self, ticket: Id, row: TicketRow | None) -> None:
        if self._shown[:1] != (ticket,):
            return
        place = self._model.place_of(row.n) if row is not None else -1
        if place < 0:
            self._quietly(self._selection.clear)
        else:
            self._quietly(lambda: self.go_to(place))

    def _quietly(self, change: Callable[[], None]) -> None:
        """Changes the marks without telling the window that the person selected something."""
        busy, self._feed.busy = self._feed.busy, True
        change()
        self._feed.busy = busy
