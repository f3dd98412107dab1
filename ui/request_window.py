"""A request in a window of its own, beside the main one."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from agentdesk.desk import Desk
from agentdesk.desk.queries.requests import RequestDetail
from agentdesk.domain.values import Id
from agentdesk.settings import Settings
from ui import words
from ui.actions import Actions
from ui.approvals.detail import RequestPane
from ui.approvals.properties import RequestProperties
from ui.context import Context
from ui.facts import Facts
from ui.frame.banners import Banners
from ui.icons import Icons
from ui.widgets.tab_order import TabWindow

MENUS = ("approval", "edit")
WIDTH, HEIGHT, PROPERTIES = 900, 760, 264


class RequestWindow(TabWindow):
    """It has its own context: what is selected in the main window does not concern it."""

    closed = Signal(str)

    def __init__(self, desk: Desk, request: Id, icons: Icons, settings: Settings) -> None:
        super().__init__()
        self.setObjectName("request_window")
        self.setProperty("requestId", request)
        self._request = request
        self.context = Context(desk, beside=True)
        self.context.set_settings(settings)
        self.facts = Facts(self.context)
        self.commands = Actions(self.context, icons, self)
        self.banners = Banners(self.context, icons)
        self.request = RequestPane(self.context, self.commands, icons)
        self.properties = RequestProperties(self.context, icons)
        self._body = QWidget()
        self._lay_out(icons)
        self.commands.fill_window_beside(self, MENUS)
        self.commands.set_bare(settings.single_key_shortcuts)
        self.commands.on("toggle_properties", lambda: self.properties.setVisible(self.properties.isHidden()))
        self.context.request_changed.connect(self._on_request)
        self.resize(icons.theme.px(WIDTH), icons.theme.px(HEIGHT))
        self.facts.look_at_request(request)

    def tab_parts(self) -> Sequence[QWidget]:
        return (self._body,)

    def _lay_out(self, icons: Icons) -> None:
        column = QVBoxLayout(self._body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.banners)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self.request, 1)
        row.addWidget(self.properties)
        column.addLayout(row, 1)
        self.properties.setFixedWidth(icons.theme.px(PROPERTIES))
        self.setCentralWidget(self._body)

    def _on_request(self, detail: RequestDetail | None) -> None:
        """A request that is not there, or was taken away, needs no window."""
        if detail is None:
            self.close()
            return
        if self.focusWidget() is None:  # before there is a request its parts are hidden, and take no focus
            self.commands.refresh()  # nor does a button of what may not be done yet
            self.request.focus_request()
        row = detail.row
        name = self.tr("{number} {title}").format(number=row.number, title=words.request_title(row))
        self.setWindowTitle(name.strip())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.commands.retranslate()
            if self.context.request is not None:
                self._on_request(self.context.request)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.request.end()
        self.facts.end()
        super().closeEvent(event)
        self.closed.emit(self._request)
