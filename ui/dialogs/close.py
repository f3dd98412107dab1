"""Closing a ticket: whether it was solved, and by its requester with a rating (CP-42, CS-29)."""

from collections.abc import Iterator

from PySide6.QtWidgets import QWidget

from agentdesk.desk.queries.rows import Refusal
from agentdesk.domain.commands import Command, EndTicket
from agentdesk.domain.values import Solved
from ui.context import Context
from ui.dialogs.ask import Ask
from ui.dialogs.verdict import Verdict
from ui.icons import Icons


class CloseDialog(Ask):
    def __init__(self, context: Context, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(context, icons, "close", parent)
        count = len(self.tickets)
        title = self.titled(self.tr("Close {number}?"), self.tr("Close %n ticket(s)?", "", count))
        ok = self.tr("Close ticket") if count == 1 else self.tr("Close tickets")
        self.present(title, ok, "check", cancel=self.tr("Keep open"))
        self._verdict = Verdict(self)
        pills = self._verdict.ask_solved()
        pills.set_value(Solved.YES.value)
        if context.detail is not None and context.detail.rates:
            self._verdict.ask_rating()
        required = {"comment", "reason"} & set(self.needs("end_ticket"))
        self._verdict.ask_comment(self.tr("&Comment"), hint="" if required else self.tr("May be left empty."))
        self.add_info(
            self.tr("A closed ticket cannot be reopened or answered. You can start a new one that refers to it.")
        )
        self.start_with(pills)

    def missing(self) -> Iterator[Refusal]:
        yield from self._verdict.missing(self.needs("end_ticket"))

    def commands(self) -> tuple[Command, ...]:
        verdict = self._verdict
        return tuple(
            EndTicket(ticket=ticket, solved=verdict.solved(), rating=verdict.rating(), comment=verdict.words())
            for ticket in self.tickets
        )
