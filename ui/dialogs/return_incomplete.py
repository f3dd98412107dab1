"""Asking a requester for a form that is missing or not complete (GU-07)."""

from collections.abc import Iterator

from PySide6.QtWidgets import QWidget

from agentdesk.desk.queries.rows import Refusal
from agentdesk.domain.commands import Command, ReturnIncomplete
from ui.context import Context
from ui.dialogs.ask import Ask
from ui.icons import Icons
from ui.widgets.inputs import TextInput


class ReturnIncompleteDialog(Ask):
    def __init__(self, context: Context, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(context, icons, "return_incomplete", parent)
        title = self.tr("Return {number} as incomplete").format(number=self.detail.row.number)
        self.present(title, self.tr("Return ticket"), "reply")
        self._reason = TextInput(
            icons.theme, "return_incomplete_reason", "", self.tr("For example: the seal is missing on page 2")
        )
        self.ask_for("reason", self.tr("What is &missing"), self._reason, hint=self.tr("The requester reads this."))
        self.add_info(self.tr("The ticket stays as it is and asks its requester for the form again."))
        self.start_with(self._reason)

    def missing(self) -> Iterator[Refusal]:
        if not self._reason.text().strip():
            yield Refusal(code="reason-required", data={})

    def commands(self) -> tuple[Command, ...]:
        return (ReturnIncomplete(ticket=self.detail.row.id, reason=self._reason.text().strip()),)
