"""Feedback after the end, once (CS-30)."""

from collections.abc import Iterator

from PySide6.QtWidgets import QWidget

from agentdesk.desk.queries.rows import Refusal
from agentdesk.domain.commands import Command, RateTicket
from ui.context import Context
from ui.dialogs.ask import Ask
from ui.dialogs.verdict import Verdict
from ui.icons import Icons


class FeedbackDialog(Ask):
    def __init__(self, context: Context, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(context, icons, "feedback", parent)
        title = self.tr("Leave feedback on {number}").format(number=self.detail.row.number)
        self.present(title, self.tr("Send feedback"), "send")
        self._verdict = Verdict(self)
        stars = self._verdict.ask_rating()
        self._verdict.ask_comment(self.tr("&Comment"), hint=self.tr("Feedback can be given only once."))
        self.start_with(stars)

    def missing(self) -> Iterator[Refusal]:
        yield from self._verdict.missing(("rating",))

    def commands(self) -> tuple[Command, ...]:
        rating = self._verdict.rating() or 0
        return (RateTicket(ticket=self.detail.row.id, rating=rating, comment=self._verdict.words()),)
