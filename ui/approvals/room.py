"""The panes of requests together, as the window takes them in: the list, and a request beside its properties."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.actions import Actions
from ui.approvals.detail import RequestPane
from ui.approvals.properties import RequestProperties
from ui.approvals.view import RequestsPane
from ui.context import Context
from ui.icons import Icons


class RequestsRoom:
    def __init__(self, context: Context, actions: Actions, icons: Icons) -> None:
        self.pane = RequestsPane(context, actions, icons)
        self.request = RequestPane(context, actions, icons)
        self.properties = RequestProperties(context, icons)
        self.detail = QWidget()
        row = QHBoxLayout(self.detail)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.request, 1)
        row.addWidget(self.properties)

    def end(self) -> None:
        self.pane.end()
        self.request.end()
