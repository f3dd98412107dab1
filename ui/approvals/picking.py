"""Which requests of the list are chosen: one that is shown, or several that are decided together."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QObject, Signal

from agentdesk.domain.values import Id
from ui.approvals.model import RequestsModel

MOST_CHOSEN = 500
"""One action is given to so many at once and no more."""
Flag = QItemSelectionModel.SelectionFlag


class RequestPicking(QObject):
    """What the person chooses it tells; rows that come and go by themselves choose nothing.

    A request that somebody else decided stays shown though its row went: another one in its place would get the
    Pass that was meant for it.
    """

    picked = Signal(tuple)
    """Ids, the current one first."""
    marking_changed = Signal()

    def __init__(self, selection: QItemSelectionModel, model: RequestsModel) -> None:
        super().__init__(selection)
        self._selection, self._model = selection, model
        self._quiet = self._toggling = False
        self._leaving: set[Id] = set()
        self._place = -1
        self.chosen: tuple[Id, ...] = ()
        self.marking = False
        """Rows are marked one by one: moving leaves what is marked."""
        self._selection.selectionChanged.connect(self._on_selection)

    # ------------------------------------------------------------------ what the person does

    @property
    def place(self) -> int:
        """Where one is in the list, -1 before it begins; what stands there may have come for a row that went."""
        return self._selection.currentIndex().row() if self._selection.hasSelection() else self._place

    def beside(self, step: int) -> int:
        """The next row forward or back: after one that went, what came into its place, or the last one left."""
        if step < 0:
            return min(self.place + step, self._model.rowCount() - 1)
        return self.place + step if self._selection.hasSelection() else max(self.place, 0)

    def move(self, step: int) -> None:
        """Marked rows stay marked while several are."""
        self.go_to(self.beside(step), keep=self.marking or len(self.chosen) > 1)

    def go_to(self, place: int, *, keep: bool = False) -> None:
        """Nothing where the list ends."""
        if 0 <= place < self._model.rowCount():
            flags = Flag.NoUpdate if keep else Flag.ClearAndSelect | Flag.Rows
            self._selection.setCurrentIndex(self._model.index(place, 0), flags)

    def toggle(self) -> None:
        """First it marks the request that is shown, which is chosen already; from then on it adds and takes."""
        current = self._selection.currentIndex()
        if not current.isValid():
            return
        begins = not self.marking and self._selection.isSelected(current)
        self._set_marking(True)
        if not begins:
            self._toggling = True
            self._selection.select(current, Flag.Toggle | Flag.Rows)
            self._toggling = False

    def end_marking(self) -> bool:
        """Back to the one that is current; False if there was nothing to end."""
        if not self.marking and len(self.chosen) < 2:
            return False
        self._set_marking(False)
        self.go_to(self._selection.currentIndex().row())
        return True

    def choose(self, ids: Iterable[Id]) -> None:
        """These, as far as they stand in the list."""
        wanted = list(ids)
        selection = QItemSelection()
        for place in sorted(place for id in wanted if (place := self._model.place_of(id)) >= 0):
            selection.select(self._model.index(place, 0), self._model.index(place, 0))
        self._selection.select(selection, Flag.ClearAndSelect | Flag.Rows)
        first = next((place for id in wanted if (place := self._model.place_of(id)) >= 0), -1)
        if first >= 0:
            self._selection.setCurrentIndex(self._model.index(first, 0), Flag.NoUpdate)

    def leave(self, ids: Iterable[Id]) -> None:
        """The person decided these: the next that waits is shown."""
        gone = set(ids)
        if not gone & set(self.chosen):
            return
        self._leaving |= gone
        if len(self.chosen) == 1:
            self._go_on()

    # ------------------------------------------------------------------ what the list does by itself

    def change(self, change: Callable[[], None]) -> None:
        """The list changes; what was chosen stays chosen, or what comes into its place."""
        place = self.place
        self._quietly(change)
        left = tuple(id for id in self.chosen if self._model.place_of(id) >= 0 or id not in self._leaving)
        if left:
            self._place = place
            self.show(left)
        else:
            self._take(place)

    def forget(self) -> None:
        """Another list comes."""
        self._leaving.clear()
        self._place = -1
        self.chosen = ()
        self._set_marking(False)

    def show(self, ids: tuple[Id, ...]) -> None:
        """Also those that this list does not hold: opened elsewhere, or decided by somebody else meanwhile."""
        self._quietly(lambda: self.choose(ids))
        if self._selection.hasSelection():
            self._place = self._selection.currentIndex().row()
        self._say(ids)

    # ------------------------------------------------------------------ inside

    def _go_on(self) -> None:
        place = self._model.place_of(self.chosen[0])
        if place < 0:
            self._take(self._place)
        elif self._model.rowCount() > 1:
            self.go_to(place + 1 if place + 1 < self._model.rowCount() else place - 1)

    def _take(self, place: int) -> None:
        """Where nothing is left, what was decided last stays in front with what became of it."""
        last = self._model.rowCount() - 1
        if last >= 0:
            self.go_to(min(max(place, 0), last))
        self._leaving.clear()

    def _quietly(self, change: Callable[[], object]) -> None:
        """Changes the marks without telling that the person chose something."""
        busy, self._quiet = self._quiet, True
        change()
        self._quiet = busy

    def _on_selection(self) -> None:
        if self._quiet:
            return
        if not self._toggling and not self._several():
            self._set_marking(False)  # another row was clicked
        self._tell()

    def _tell(self) -> None:
        """Nothing chosen leaves what was shown."""
        ids = self._ids()
        if ids:
            self._place = self._model.place_of(ids[0])
            self._say(ids)

    def _say(self, ids: tuple[Id, ...]) -> None:
        self._leaving &= set(ids)
        if ids != self.chosen:
            self.chosen = ids
            self.picked.emit(ids)

    def _ids(self) -> tuple[Id, ...]:
        rows = sorted(row for first, last in self._runs() for row in range(first, min(last, first + MOST_CHOSEN) + 1))
        current = self._selection.currentIndex()
        if current.isValid() and self._selection.isSelected(current):
            rows.insert(0, current.row())
        return tuple(dict.fromkeys(self._model.id_at(row) for row in rows))[:MOST_CHOSEN]

    def _runs(self) -> list[tuple[int, int]]:
        """First and last rows that are selected: of very many, nobody wants each as an index."""
        selection = self._selection.selection()
        areas = (selection.at(number) for number in range(selection.size()))
        return sorted({(area.top(), area.bottom()) for area in areas})

    def _several(self) -> bool:
        return sum(last - first + 1 for first, last in self._runs()) > 1

    def _set_marking(self, marking: bool) -> None:
        if marking != self.marking:
            self.marking = marking
            self.marking_changed.emit()
