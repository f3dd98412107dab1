"""The windows beside the main one, each with one ticket or one request."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from agentdesk.domain.values import Id
from ui.context import Context, holds_requests
from ui.icons import Icons
from ui.request_window import RequestWindow
from ui.thread.draft import Drafts
from ui.ticket_window import TicketWindow

OwnWindow = TicketWindow | RequestWindow


class OwnWindows(QObject):
    """One for each; asked for again it is the same. `restore` gives a new one its size of last time."""

    def __init__(
        self, context: Context, drafts: Drafts, icons: Icons, restore: Callable[[Id, OwnWindow], None]
    ) -> None:
        super().__init__(drafts)
        self._context, self._drafts, self._icons, self._restore = context, drafts, icons, restore
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

    def _forget(self, id: Id) -> None:
        other = self.by_ticket.pop(id, None) or self.by_request.pop(id, None)
        if other is not None:
            other.deleteLater()
