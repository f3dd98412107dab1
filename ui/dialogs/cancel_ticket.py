"""Taking a ticket back before anybody works on it."""

from collections.abc import Iterator

from PySide6.QtWidgets import QWidget

from agentdesk.desk.queries.rows import Refusal
from agentdesk.domain.commands import CancelTicket, Command
from ui.context import Context
from ui.dialogs.ask import Ask
from ui.icons import Icons
from ui.widgets.inputs import TextInput


class CancelTicketDialog(Ask):
    def __init__(self, context: Context, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(context, icons, "cancel_ticket", parent)
        count = len(self.tickets)
        title = self.titled(self.tr("Cancel {number}?"), self.tr("Cancel %n ticket(s)?", "", count))
        ok = self.tr("Cancel ticket") if count == 1 else self.tr("Cancel tickets")
        self.present(title, ok, "cancel", cancel=self.tr("Keep ticket"), kind="danger")
        self._required = "reason" in self.needs("cancel_ticket")
        self._reason = TextInput(icons.theme, "cancel_ticket_reason", "")
        hint = "" if self._required else self.tr("May be left empty.")
        self.ask_for("reason", self.tr("&Reason"), self._reason, hint=hint)
        self.add_info(self.tr("Nobody works on a cancelled ticket, and it cannot be opened again."))
        self.start_with(self._reason)

    def missing(self) -> Iterator[Refusal]:
        if self._required and not self._reason.text().strip():
            yield Refusal(code="reason-required", data={})

    def commands(self) -> tuple[Command, ...]:
        reason = self._reason.text().strip()
        return tuple(CancelTicket(ticket=ticket, reason=reason) for ticket in self.tickets)
