"""Saying that the work is done; where the requester confirms it, asking them to."""

from collections.abc import Iterator

from PySide6.QtWidgets import QWidget

from agentdesk.desk.queries.rows import Refusal
from agentdesk.domain.commands import Command, CompleteTicket
from agentdesk.domain.values import StateKind
from ui.context import Context
from ui.dialogs.ask import Ask
from ui.icons import Icons
from ui.widgets.inputs import TextInput


class CompleteDialog(Ask):
    """Called `confirm_request_dialog` where completing asks the requester, else `complete_dialog`."""

    def __init__(self, context: Context, icons: Icons, parent: QWidget | None = None) -> None:
        detail = context.detail
        self._confirmed = detail is not None and detail.complete_kind == StateKind.WAITING_CONFIRMATION
        super().__init__(context, icons, "confirm_request" if self._confirmed else "complete", parent)
        if self._confirmed:
            self._offer_to_ask()
        else:
            self._offer_to_end()
        self._comment = TextInput(icons.theme, f"{self.verb}_comment", "")
        self.ask_for("comment", self.tr("&Message to the requester"), self._comment, hint=self.tr("May be left empty."))
        self.start_with(self._comment)

    def missing(self) -> Iterator[Refusal]:
        if "comment" in self.needs("complete_ticket") and not self._comment.text().strip():
            yield Refusal(code="comment-required", data={})

    def commands(self) -> tuple[Command, ...]:
        comment = self._comment.text().strip()
        return tuple(CompleteTicket(ticket=ticket, comment=comment) for ticket in self.tickets)

    def _offer_to_ask(self) -> None:
        count = len(self.tickets)
        many = self.tr("Request confirmation of %n ticket(s)", "", count)
        self.present(
            self.titled(self.tr("Request confirmation of {number}"), many), self.tr("Request confirmation"), "check"
        )
        self.add_text(self.tr("The requester is asked whether it is solved."))

    def _offer_to_end(self) -> None:
        count = len(self.tickets)
        many = self.tr("Mark %n ticket(s) as completed", "", count)
        self.present(self.titled(self.tr("Mark {number} as completed"), many), self.tr("Mark as completed"), "check")
