"""Taking one's own request back, with the reason."""

from collections.abc import Iterator

from PySide6.QtWidgets import QWidget

from agentdesk.desk.queries.rows import Refusal
from agentdesk.domain.commands import Command, UndoRequest
from ui.context import Context
from ui.dialogs.on_request import AskOnRequest
from ui.icons import Icons
from ui.widgets.inputs import TextInput


class WithdrawRequestDialog(AskOnRequest):
    def __init__(self, context: Context, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(context, icons, "withdraw_request", parent)
        self.present(
            self.tr("Withdraw “{name}”?").format(name=self.name), self.tr("Withdraw request"), "undo",
            cancel=self.tr("Keep request"), kind="danger",
        )  # fmt: skip
        self._reason = TextInput(icons.theme, "withdraw_request_reason", "")
        self.ask_for("reason", self.tr("&Reason"), self._reason, hint=self.tr("Whoever was asked to decide sees it."))
        self.add_info(self.tr("The request ends here and nothing is carried out. You can send a new one."))
        self.start_with(self._reason)

    def missing(self) -> Iterator[Refusal]:
        if not self._reason.text().strip():
            yield Refusal(code="reason-required", data={})

    def commands(self) -> tuple[Command, ...]:
        return (UndoRequest(request=self.request.row.id, reason=self._reason.text().strip()),)
