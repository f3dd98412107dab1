"""Taking one's own request back, with the reason."""

from collections.abc import Iterator

from PySide6.QtWidgets import QWidget

from agentdesk.desk.queries.rows import Refusal
from agentdesk.domain.commands import Command, UndoRequest
from ui.context import Context
from ui.dialogs.comment_input import CommentInput
from ui.dialogs.on_request import AskOnRequest
from ui.icons import Icons


class WithdrawRequestDialog(AskOnRequest):
    def __init__(self, context: Context, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(context, icons, "withdraw_request", parent)
        self.present(
            self.tr("Withdraw “{name}”?").format(name=self.name), self.tr("Withdraw request"), "undo",
            cancel=self.tr("Keep request"), kind="danger",
        )  # fmt: skip
        seen = self.tr("Whoever was asked to decide sees it.")
        self._comment = CommentInput(self, self.tr("&Reason"), key="reason", hint=seen)
        self.keep_words(self._comment)
        self.add_info(self.tr("The request ends here and nothing is carried out. You can send a new one."))
        self.start_with(self._comment)

    def missing(self) -> Iterator[Refusal]:
        yield from self._comment.missing(required="reason-required")

    def commands(self) -> tuple[Command, ...]:
        return (UndoRequest(request=self.request.row.id, reason=self._comment.words()),)
