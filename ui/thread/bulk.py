"""The card shown instead of a ticket while several are selected: what can be done with all, and what became of it."""

from functools import partial

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from agentdesk.desk.queries.rows import Refusal, TicketRow
from agentdesk.desk.queries.tickets import TicketRowsById
from agentdesk.domain.action import Action
from agentdesk.domain.commands import Command
from agentdesk.domain.values import Id, Priority
from ui import words
from ui.actions import Actions
from ui.context import Context
from ui.icons import Icons
from ui.widgets.buttons import Button
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.plain_label import IconLabel, text_label

ORDER = {
    "handle_ticket": "handle",
    "forward_ticket": "forward",
    "complete_ticket": "check",
    "end_ticket": "check",
    "move_ticket": "move",
    "set_tags": "tag",
    "cancel_ticket": "cancel",
}
MOST_NAMED = 8


class BulkCard(QWidget):
    def __init__(self, context: Context, actions: Actions, icons: Icons) -> None:
        super().__init__()
        self.setObjectName("bulk_card")
        self._context, self._actions, self._icons = context, actions, icons
        self._buttons: list[Button] = []
        self._rows: dict[Id, TicketRow] = {}
        self._priorities = QMenu(self)
        self._priorities.addActions([actions[f"priority_{value}"] for value in reversed(Priority)])
        theme = icons.theme
        self.title = text_label(theme, role="pane_title")
        self.title.setObjectName("bulk_title")
        self.sentence = text_label(theme, color="text2")
        self.result = text_label(theme)
        self.result.setObjectName("bulk_result")
        for label in (self.title, self.sentence, self.result):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._holder = QWidget()
        self._flow = FlowLayout(self._holder, gap=theme.px(8))
        self._build()
        context.selection_changed.connect(self._on_selection)
        context.common_changed.connect(self._show_actions)
        context.many_done.connect(self._on_many_done)

    def retranslate(self) -> None:
        self._on_selection(self._context.selection)
        self._show_actions(self._context.common)

    def _on_selection(self, selection: tuple[Id, ...]) -> None:
        if len(selection) < 2:
            return
        self.result.hide()
        self.title.setText(self.tr("%n tickets selected", "", len(selection)))
        self.sentence.setText("")
        self._context.desk.ask(TicketRowsById(selection), partial(self._on_rows, selection))

    def _on_rows(self, selection: tuple[Id, ...], rows: dict[Id, TicketRow]) -> None:
        if selection == self._context.selection:
            self._rows = rows
            named = [rows[id].number for id in selection if id in rows]
            more = ", …" if len(named) > MOST_NAMED else ""
            self.sentence.setText(", ".join(named[:MOST_NAMED]) + more)

    def _show_actions(self, offered: tuple[Action, ...]) -> None:
        for button in self._buttons:
            self._flow.removeWidget(button)
            button.hide()
            button.deleteLater()
        enabled = [action.command for action in offered if action.enabled and action.command in ORDER]
        self._buttons = [self._button(command) for command in ORDER if command in enabled]
        if any(action.command == "set_priority" and action.enabled for action in offered):
            self._buttons.append(self._priority_button())
        for button in self._buttons:
            self._flow.addWidget(button)
        self._holder.updateGeometry()

    def _button(self, command: str) -> Button:
        button = Button(self._icons, "", ORDER[command], name=f"bulk_{command}")
        button.bind(self._actions[command])
        return button

    def _priority_button(self) -> Button:
        button = Button(self._icons, self.tr("Priority"), "priority", name="bulk_set_priority")
        button.clicked.connect(lambda: self._priorities.popup(button.mapToGlobal(QPoint(0, button.height()))))
        return button

    # ------------------------------------------------------------------ results, a row each

    def _on_many_done(self, results: tuple[tuple[Command, Refusal | None], ...]) -> None:
        refused = [(command, refusal) for command, refusal in results if refusal is not None]
        text = self.tr("%n done", "", len(results) - len(refused))
        if refused:
            lines = [
                f"{self._number(getattr(command, 'ticket', ''))}: {words.refusal(refusal.code, refusal.data)}"
                for command, refusal in refused
            ]
            text = self.tr("{done}, {refused}").format(done=text, refused=self.tr("%n refused", "", len(refused)))
            text = "\n".join([text, *lines])
        self.result.setText(text)
        self.result.show()

    def _number(self, ticket: Id) -> str:
        row = self._rows.get(ticket)
        return row.number if row else ticket

    def _build(self) -> None:
        px = self._icons.theme.px
        column = QVBoxLayout(self)
        column.setContentsMargins(px(48), px(24), px(48), px(24))
        column.setSpacing(px(10))
        column.addStretch(2)
        icon = IconLabel(self._icons, "list", color="control", size=40)
        column.addWidget(icon, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self.title)
        column.addWidget(self.sentence)
        column.addWidget(self._holder, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self.result)
        column.addStretch(3)
