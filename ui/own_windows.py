"""The windows beside the main one, each with one ticket or one request."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget

from agentdesk.domain.values import Id
from ui.actions import Actions
from ui.context import Context, Place, holds_requests
from ui.frame.banners import Banners
from ui.icons import Icons
from ui.request_window import RequestWindow
from ui.thread.draft import Drafts
from ui.ticket_window import TicketWindow

OwnWindow = TicketWindow | RequestWindow
_LEFT_TO_MAIN = ("palette", "search", "preferences", "shortcuts")


@dataclass(frozen=True, slots=True)
class MainWindowParts:
    """What windows beside the main one leave to it."""

    window: QWidget
    context: Context
    commands: Actions
    banners: Banners


class OwnWindows(QObject):
    """One for each; asked for again it is the same. `restore` gives a new one its size of last time."""

    def __init__(
        self, main: MainWindowParts, drafts: Drafts, icons: Icons, restore: Callable[[Id, OwnWindow], None]
    ) -> None:
        super().__init__(drafts)
        self._main, self._context = main, main.context
        self._drafts, self._icons, self._restore = drafts, icons, restore
        self.by_ticket: dict[Id, TicketWindow] = {}
        self.by_request: dict[Id, RequestWindow] = {}

    def open(self, ticket: Id) -> TicketWindow:
        if ticket not in self.by_ticket:
            other = TicketWindow(self._drafts, ticket, self._icons, self._context.settings)
            self.by_ticket[ticket] = other
            self._begin(ticket, other)
        self.by_ticket[ticket].show()
        return self.by_ticket[ticket]

    def open_request(self, request: Id) -> RequestWindow:
        if request not in self.by_request:
            other = RequestWindow(self._context.desk, request, self._icons, self._context.settings)
            self.by_request[request] = other
            self._begin(request, other)
        self.by_request[request].show()
        return self.by_request[request]

    def open_shown(self) -> None:
        """What the main window shows."""
        if holds_requests(self._context.place.queue):
            self.open_request(self._context.requests[0]).activateWindow()
        else:
            self.open(self._context.selection[0]).activateWindow()

    def close(self) -> None:
        for other in (*self.by_ticket.values(), *self.by_request.values()):
            other.close()

    def _begin(self, id: Id, other: OwnWindow) -> None:
        self._restore(id, other)
        other.closed.connect(self._forget)
        self._leave_to_main(other)

    def _leave_to_main(self, other: OwnWindow) -> None:
        other.commands.on("main_window", self._show_main)
        for name in _LEFT_TO_MAIN:
            other.commands.on(name, partial(self._do_there, name))
        other.context.place_changed.connect(partial(self._go_there, other.context, other.context.place))
        here, there = other.banners, self._main.banners
        for wanted, answered in (
            (here.sign_in_wanted, there.sign_in_wanted), (here.join_wanted, there.join_wanted),
            (here.help_wanted, there.help_wanted),
        ):  # fmt: skip
            wanted.connect(self._show_main)
            wanted.connect(answered)

    def _do_there(self, name: str) -> None:
        self._show_main()
        self._main.commands[name].trigger()

    def _go_there(self, other: Context, own: Place, place: Place) -> None:
        """A window beside shows one thing only: whoever wants to go elsewhere from it goes there in the main one."""
        if place != own:
            other.set_place(own)
            self._show_main()
            self._context.set_place(place)

    def _show_main(self) -> None:
        main = self._main.window
        main.setWindowState(main.windowState() & ~Qt.WindowState.WindowMinimized)
        main.raise_()
        main.activateWindow()

    def _forget(self, id: Id) -> None:
        other = self.by_ticket.pop(id, None) or self.by_request.pop(id, None)
        if other is not None:
            other.deleteLater()
