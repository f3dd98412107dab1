"""Where one has been: Alt+Left and Alt+Right through places and tickets."""

from PySide6.QtCore import QObject

from agentdesk.domain.values import Id
from ui.context import Context, Place

MOST = 100
Stop = tuple[Place, tuple[Id, ...]]


class History(QObject):
    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._context = context
        self._stops: list[Stop] = []
        self._here = -1
        self._going = False
        context.place_changed.connect(self._on_place)
        context.selection_changed.connect(self._on_selection)

    def back(self) -> None:
        self._go(self._here - 1)

    def forth(self) -> None:
        self._go(self._here + 1)

    def _on_place(self, place: Place) -> None:
        """What is selected at this moment belongs to the place before."""
        self._note((place, ()))

    def _on_selection(self, selection: tuple[Id, ...]) -> None:
        if selection:
            self._note((self._context.place, selection))

    def _note(self, stop: Stop) -> None:
        if self._going or not stop[0].queue:
            return
        here = self._stops[self._here] if self._stops else None
        if here is not None and here[0] == stop[0] and not here[1]:
            self._stops[self._here] = stop  # a place and the first ticket looked at there are one stop
        elif here != stop:
            self._stops = [*self._stops[: self._here + 1], stop][-MOST:]
            self._here = len(self._stops) - 1

    def _go(self, to: int) -> None:
        if not 0 <= to < len(self._stops):
            return
        self._here, self._going = to, True
        place, selection = self._stops[to]
        self._context.set_place(place)
        self._context.set_selection(selection)
        self._going = False
