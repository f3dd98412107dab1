"""A ticket in a window of its own, beside the main one."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QMargins, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from agentdesk.desk.queries.rows import TicketDetail
from agentdesk.domain.values import Id
from agentdesk.settings import Settings
from ui import words
from ui.actions import Actions
from ui.context import Context
from ui.facts import Facts
from ui.frame.banners import Banners
from ui.frame.bell import Bell
from ui.frame.toasts import Toasts
from ui.icons import Icons
from ui.properties.view import PropertiesPane
from ui.thread.draft import Drafts
from ui.thread.view import ThreadPane
from ui.widgets.tab_order import TabWindow
from ui.widgets.toast import ToastStack

MENUS = ("ticket", "edit")
WIDTH, HEIGHT, PROPERTIES = 900, 760, 264


class TicketWindow(TabWindow):
    """It has its own context: what is selected in the main window does not concern it."""

    closed = Signal(str)

    def __init__(self, drafts: Drafts, ticket: Id, icons: Icons, settings: Settings) -> None:
        super().__init__()
        self.setObjectName("ticket_window")
        self.setProperty("ticketId", ticket)
        self._ticket = ticket
        self.context = Context(drafts.desk, beside=True)
        self.context.set_settings(settings)
        self.facts = Facts(self.context)
        self.commands = Actions(self.context, icons, self)
        self.banners = Banners(self.context, icons)
        self.ticket = ThreadPane(self.context, self.commands, icons, drafts)
        self.properties = PropertiesPane(self.context, self.commands, icons)
        self._body = QWidget()
        self._lay_out(icons)
        self.stack = ToastStack(icons, self._body)
        self.stack.set_margins(QMargins(icons.theme.px(15), 0, 0, icons.theme.px(18)))
        self._bell = Bell(self.context, icons)
        self.toasts = Toasts(self.context, self.commands, self.stack, self._bell)
        self.commands.fill_window_beside(self, MENUS)
        self.commands.set_bare(settings.single_key_shortcuts)
        self.commands.on("find", self.ticket.start_search)
        self.commands.on("toggle_properties", lambda: self.properties.setVisible(self.properties.isHidden()))
        self.context.detail_changed.connect(self._on_detail)
        self.resize(icons.theme.px(WIDTH), icons.theme.px(HEIGHT))
        self.facts.look_at(ticket)

    def _lay_out(self, icons: Icons) -> None:
        column = QVBoxLayout(self._body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.banners)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self.ticket, 1)
        row.addWidget(self.properties)
        column.addLayout(row, 1)
        self.properties.setFixedWidth(icons.theme.px(PROPERTIES))
        self.setCentralWidget(self._body)

    def tab_parts(self) -> Sequence[QWidget]:
        return (self._body, self.stack)

    def _on_detail(self, detail: TicketDetail | None) -> None:
        """A ticket that is not there needs no window; one that was taken away leaves the sentence about that."""
        if detail is None:
            self.properties.hide()
            if self.context.desk.served is None:
                self.close()
            return
        if self.focusWidget() is None:  # before there is a ticket the thread is hidden, and takes no focus
            self.ticket.focus_thread()
        row = detail.row
        self.setWindowTitle(self.tr("{number} {subject}").format(number=row.number, subject=words.subject_line(row)))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.commands.retranslate()

    def closeEvent(self, event: QCloseEvent) -> None:
        self.ticket.end()
        self.facts.end()
        super().closeEvent(event)
        self.closed.emit(self._ticket)
