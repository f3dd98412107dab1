"""Taking a ticket that nobody has, or that a colleague has."""

from PySide6.QtWidgets import QWidget

from agentdesk.domain.commands import Command, HandleTicket
from ui.context import Context
from ui.dialogs.ask import Ask
from ui.icons import Icons


class HandleDialog(Ask):
    """Dismissing it changes nothing (QK-11)."""

    def __init__(self, context: Context, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(context, icons, "handle", parent)
        owner = self.detail.handler if len(self.tickets) == 1 else None
        if owner is None:
            self._offer_to_handle()
        else:
            self._offer_to_take_over(owner.name)
        self.main.setDefault(True)
        self.start_with(self.main)

    def commands(self) -> tuple[Command, ...]:
        return tuple(HandleTicket(ticket=ticket) for ticket in self.tickets)

    def _offer_to_handle(self) -> None:
        count = len(self.tickets)
        title = self.titled(self.tr("Handle {number}?"), self.tr("Handle %n ticket(s)?", "", count))
        self.present(title, self.tr("Handle ticket", "button") if count == 1 else self.tr("Handle tickets"), "handle")
        self.add_text(self.tr("You become the owner, and the requester sees that you work on it."))

    def _offer_to_take_over(self, name: str) -> None:
        self.present(
            self.tr("Take over {number}?").format(number=self.detail.row.number), self.tr("Take over"), "handle"
        )
        self.add_text(self.tr("{name} has this ticket. You become its owner instead.").format(name=name))
