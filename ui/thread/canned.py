"""Canned replies: chosen from a menu, with the places filled that they leave open."""

import html
from collections.abc import Callable

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QMenu, QWidget

from agentdesk.desk.queries.library import CannedReplies
from agentdesk.desk.queries.rows import CannedRow, TicketDetail
from ui.actions import Actions
from ui.context import Context
from ui.dialogs.alive import if_alive


def filled(body: str, detail: TicketDetail, agent: str) -> str:
    """{name} is the requester, {number} the ticket, {agent} who writes; other braces stay as they are."""
    values = {
        "{name}": detail.row.requester_name or detail.row.requester_user,
        "{number}": detail.row.number,
        "{agent}": agent,
    }
    for place, value in values.items():
        body = body.replace(place, html.escape(value))
    return body


class CannedMenu(QObject):
    def __init__(self, context: Context, actions: Actions, parent: QWidget) -> None:
        super().__init__(parent)
        self._context, self._actions = context, actions
        self._menu = QMenu(parent)
        self._menu.setObjectName("composer_canned_menu")

    def menu(self) -> QMenu:
        return self._menu

    def open_at(self, place: QPoint, use: Callable[[str], None]) -> None:
        """`use` gets the filled text."""
        detail = self._context.detail
        if detail is not None:
            query = CannedReplies(detail.row.source)
            self._context.desk.ask(query, if_alive(self, lambda rows: self._show(rows, place, use)))

    def _show(self, rows: tuple[CannedRow, ...], place: QPoint, use: Callable[[str], None]) -> None:
        self._menu.clear()
        for row in rows:
            chosen = self._menu.addAction(row.name.replace("&", "&&"))
            chosen.triggered.connect(lambda _=False, row=row: self._use(row, use))
        if not rows:
            self._menu.addAction(self.tr("No canned replies yet")).setEnabled(False)
        self._menu.addSeparator()
        self._menu.addAction(self._actions["save_canned_reply"])
        self._menu.popup(place)

    def _use(self, row: CannedRow, use: Callable[[str], None]) -> None:
        detail, whoami = self._context.detail, self._context.whoami
        if detail is not None:
            use(filled(row.body_html, detail, whoami.person.name if whoami else ""))
