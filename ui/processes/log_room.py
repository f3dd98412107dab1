"""The operation log as the window takes it in: a page of its own, without a list beside it."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from agentdesk.desk.queries.rows import Whoami
from ui.actions import Actions
from ui.context import LOG, Context, Place
from ui.icons import Icons
from ui.processes.log_view import LogPane


class LogRoom(QObject):
    whole = True

    def __init__(self, context: Context, actions: Actions, icons: Icons) -> None:
        super().__init__()
        self._context = context
        self.list = QWidget()
        self.detail = self.log = LogPane(context, icons)
        context.whoami_changed.connect(self._on_whoami)
        context.place_changed.connect(self._on_place)
        self.log.show_log()

    def focus_list(self) -> None:
        self.focus_detail()

    def focus_detail(self) -> None:
        self.log.table.setFocus()

    def end(self) -> None:
        self.log.end()

    def _on_place(self, place: Place) -> None:
        """What was loaded stays; the desk is followed only while somebody looks."""
        if place.queue == LOG:
            self.log.resume()
        else:
            self.log.end()

    def _on_whoami(self, whoami: Whoami) -> None:
        """Who is no administrator any more goes elsewhere."""
        if self._context.place.queue == LOG and not whoami.admin and whoami.queues:
            self._context.set_place(Place(whoami.queues[0]))
