"""The rooms of the window besides tickets, outbox and requests; each is made when somebody first goes there."""

import pkgutil
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Protocol

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from ui.actions import Actions
from ui.context import LOG, PROCESSES, RESOURCES, Context
from ui.icons import Icons

# By name, as they are nothing that the first paint needs.
ROOMS: Mapping[str, str] = MappingProxyType(
    {
        PROCESSES: "ui.processes.room:ProcessesRoom",
        LOG: "ui.processes.log_room:LogRoom",
        RESOURCES: "ui.resources.room:ResourcesRoom",
    }
)
"""Place → who shows it. A room is made with the context, the actions and the icons."""


class Room(Protocol):
    list: QWidget
    detail: QWidget
    whole: bool
    """There is no list: the detail has the whole width."""

    def focus_list(self) -> None: ...

    def focus_detail(self) -> None: ...

    def end(self) -> None:
        """The window is being closed: nothing more is asked of the desk."""


class Rooms(QObject):
    entered = Signal()
    """Work with what is chosen in a list begins."""

    def __init__(
        self, context: Context, actions: Actions, icons: Icons, lists: QStackedWidget, details: QStackedWidget
    ) -> None:
        super().__init__(lists)
        self._context, self._actions, self._icons = context, actions, icons
        self._lists, self._details = lists, details
        self._made: dict[str, Room] = {}
        actions.attach_chord(lists)  # whatever list it is

    def page(self, queue: str) -> int:
        """Of that place in both stacks; 0 where it is none of ours."""
        return self._lists.indexOf(self._room(queue).list) if queue in ROOMS else 0

    def at(self, queue: str) -> Room | None:
        return self._made.get(queue)

    def panes(self) -> Iterator[Room]:
        return iter(self._made.values())

    def end(self) -> None:
        for room in self._made.values():
            room.end()

    def _enter(self, room: Room) -> None:
        """In the narrowest window what is entered is only there afterwards."""
        self.entered.emit()
        room.focus_detail()

    def _room(self, queue: str) -> Room:
        if queue not in self._made:
            room: Room = pkgutil.resolve_name(ROOMS[queue])(self._context, self._actions, self._icons)
            self._lists.addWidget(room.list)
            self._details.addWidget(room.detail)
            self._made[queue] = room
            if room.whole:
                self._actions.attach_chord(room.detail)
            entered = getattr(room.list, "entered", None)
            if entered is not None:
                entered.connect(lambda: self._enter(room))
        return self._made[queue]
