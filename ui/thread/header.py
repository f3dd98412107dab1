"""The head of a ticket: title, state, number, kind, and what can be done, the main thing first."""

from collections.abc import Iterable

from PySide6.QtCore import QEvent
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from agentdesk.desk.queries.rows import TicketDetail
from agentdesk.domain.action import Action
from agentdesk.domain.values import Channel, Priority, StateKind
from ui import words
from ui.actions import Actions
from ui.cards.naming import subject_of
from ui.context import Context
from ui.icons import Icons
from ui.thread.presence import PresenceMark
from ui.widgets.announce import announce
from ui.widgets.buttons import Button, icon_button, name_button
from ui.widgets.chip import StateChip
from ui.widgets.overflow_row import OverflowRow
from ui.widgets.plain_label import ElidedLabel, Hairline, copyable_label

# command: (object name, icon), in the order of the header; the first that is possible is the main button (ui.md §3)
STAFF_ORDER = {
    "handle_ticket": ("action_handle", "handle"),
    "reply": ("action_reply", "reply"),
    "complete_ticket": ("action_complete", "check"),
    "forward_ticket": ("action_forward", "forward"),
    "end_ticket": ("action_close", "check"),
    "follow_up_ticket": ("action_follow_up", "add"),
    "return_incomplete": ("action_return", "undo"),
}
NEW_ORDER = ("handle_ticket", "forward_ticket", "complete_ticket")
CUSTOMER_ORDER = {
    "confirm_ticket": ("action_confirm", "check"),
    "rate_ticket": ("action_feedback", "star"),
    "reply": ("action_reply", "reply"),
    "end_ticket": ("action_close", "close"),
    "cancel_ticket": ("action_cancel", "cancel"),
    "follow_up_ticket": ("action_follow_up", "add"),
}
FURTHER = ("add_note", "move_ticket", "set_tags", "add_participant", "share_link")


def button_order(detail: TicketDetail) -> list[tuple[str, str, str]]:
    """(command, object name, icon) of the buttons: what is possible now, in the order of the table."""
    enabled = {action.command for action in detail.actions if action.enabled}
    table = STAFF_ORDER if detail.staff else CUSTOMER_ORDER
    order = list(table)
    if detail.staff and detail.row.kind == StateKind.NEW:
        order = [*NEW_ORDER, *(command for command in order if command not in NEW_ORDER)]
    if "confirm_ticket" in enabled and not detail.staff:
        order = [*(command for command in order if command != "reply"), "reply"]
    asks = detail.complete_kind == StateKind.WAITING_CONFIRMATION
    special = {"complete_ticket": ("action_request_confirmation", "resolved")} if asks else {}
    return [(command, *special.get(command, table[command])) for command in order if command in enabled]


def commands_in_order(offered: Iterable[Action]) -> list[str]:
    """What can be done now before what cannot."""
    return [action.command for action in sorted(offered, key=lambda action: not action.enabled)]


class TicketHeader(QWidget):
    def __init__(self, context: Context, icons: Icons, actions: Actions) -> None:
        super().__init__()
        self._icons, self._actions = icons, actions
        self.presence = PresenceMark(context, icons)
        self._detail: TicketDetail | None = None
        self._shown: list[tuple[str, str, str]] | None = None
        theme = icons.theme
        self.setObjectName("ticket_header")
        self.title = copyable_label(theme, role="ticket_title")
        self.title.setObjectName("ticket_title")
        self.chip = StateChip(icons)
        self.chip.setObjectName("chip_status")
        self.number = ElidedLabel(theme, role="small", color="text2")
        self.number.setObjectName("ticket_number")
        self.copy = icon_button(icons, "copy", "", name="ticket_copy_id")
        self.meta = ElidedLabel(theme, role="small", color="text2")
        self.meta.setObjectName("ticket_meta")
        self.row = OverflowRow(icons, name="ticket_actions", more_name="action_more", more_words="")
        self.toggle = icon_button(icons, "properties", "", name="toggle_properties")
        self.row.add_tail(self.toggle)
        self._priorities = QMenu(self)
        self._priorities.addActions([actions[f"priority_{value}"] for value in reversed(Priority)])
        self.copy.clicked.connect(self.copy_number)
        self.toggle.clicked.connect(actions["toggle_properties"].trigger)
        self._build()
        self.retranslate()

    def show_detail(self, detail: TicketDetail) -> None:
        self._detail = detail
        row = detail.row
        self.title.setText(subject_of(row))
        self.chip.show_state(row.kind, words.state(row.labels), row.state)
        self.number.setText(row.number)
        self.meta.setText(self._meta(detail))
        order = button_order(detail)
        if order != self._shown:
            self._shown = order
            self._show_buttons(order, detail)
        self.row.set_extra(self._further(detail.actions, {command for command, _, _ in order}))

    def copy_number(self) -> None:
        if self._detail is not None:
            QGuiApplication.clipboard().setText(self._detail.row.number)
            announce(self, self.tr("{number} copied").format(number=self._detail.row.number))

    def retranslate(self) -> None:
        name_button(self.copy, self.tr("Copy number"))
        name_button(self.toggle, self.tr("Show or hide properties"))
        name_button(self.row.more, self.tr("More actions"))
        self._priorities.setTitle(self.tr("Priority"))
        self._shown = None
        if self._detail is not None:
            self.show_detail(self._detail)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def _meta(self, detail: TicketDetail) -> str:
        row = detail.row
        channel = "" if row.channel == Channel.DESK else words.channel(Channel(row.channel))
        parts = [part for part in (row.type, row.service, channel) if part]
        if not detail.staff and row.kind.final:
            parts.append(self.tr("%n messages", "", detail.messages))
        return "".join(f" · {part}" for part in parts)

    def _show_buttons(self, order: list[tuple[str, str, str]], detail: TicketDetail) -> None:
        buttons: list[Button] = []
        for place, (command, name, icon) in enumerate(order):
            button = Button(self._icons, "", icon, name=name, kind="primary" if place == 0 else "ghost")
            button.bind(self._actions[command])
            buttons.append(button)
            if command == "confirm_ticket" and not detail.staff:
                refuse = Button(self._icons, "", "reply", name="action_not_solved")
                refuse.bind(self._actions["not_solved"])
                buttons.append(refuse)
        self.row.set_buttons(buttons)

    def _further(self, offered: Iterable[Action], shown: set[str]) -> list[QAction]:
        """All that exists for this person and has no button, possible now or not, with its reason."""
        table = {*STAFF_ORDER, *CUSTOMER_ORDER, *FURTHER}
        commands = {action.command for action in offered}
        found = [self._actions[name] for name in commands_in_order(offered) if name in table and name not in shown]
        if "set_priority" in commands:
            found.append(self._priorities.menuAction())
        return found

    def _build(self) -> None:
        px = self._icons.theme.px
        meta = QHBoxLayout()
        meta.setSpacing(px(8))
        meta.addWidget(self.chip)
        meta.addWidget(self.number)
        meta.addWidget(self.copy)
        meta.addWidget(self.meta, 1)
        meta.addWidget(self.presence)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(20), px(13), px(16), 0)
        column.setSpacing(px(6))
        column.addWidget(self.title)
        column.addLayout(meta)
        column.addWidget(self.row)
        column.addSpacing(px(6))
        line = Hairline(self._icons.theme)
        line.setParent(self)
        self._line = line

    def resizeEvent(self, event: object) -> None:
        self._line.setGeometry(0, self.height() - 1, self.width(), 1)
