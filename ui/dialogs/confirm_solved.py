"""The requester's answer to the question whether it is solved."""

from collections.abc import Iterator

from PySide6.QtWidgets import QWidget

from agentdesk.desk.queries.rows import Refusal
from agentdesk.domain.commands import Command, ConfirmTicket
from agentdesk.domain.values import Solved
from ui.context import Context
from ui.dialogs.ask import Ask
from ui.dialogs.verdict import Verdict
from ui.icons import Icons


class ConfirmSolvedDialog(Ask):
    """`answer` is what the button said that opened it; it can still be changed."""

    def __init__(
        self, context: Context, icons: Icons, parent: QWidget | None = None, *, answer: Solved = Solved.YES
    ) -> None:
        super().__init__(context, icons, "confirm_solved", parent)
        self.present("", "", cancel=self.tr("Decide later"))
        self._verdict = Verdict(self)
        pills = self._verdict.ask_solved()
        if self.detail.rates:
            self._verdict.ask_rating()
        comment = self._verdict.ask_comment(self.tr("&Comment"))
        self._info = self.add_info(" ")
        pills.chosen.connect(self._on_answer)
        pills.set_value(answer.value)
        self._on_answer()
        self.start_with(comment if answer is Solved.NO else pills)

    def missing(self) -> Iterator[Refusal]:
        if not self._still_wrong:
            needs = self.needs("confirm_ticket")
            yield from self._verdict.missing(needs)
        elif not self._verdict.words():
            yield Refusal(code="comment-required", data={})

    def commands(self) -> tuple[Command, ...]:
        solved = self._verdict.solved() or Solved.YES
        return (
            ConfirmTicket(
                ticket=self.detail.row.id,
                solved=solved,
                rating=self._verdict.rating(),
                comment=self._verdict.words(),
            ),
        )

    @property
    def _still_wrong(self) -> bool:
        return self._verdict.solved() is Solved.NO

    def _on_answer(self) -> None:
        number = self.detail.row.number
        rating = self._verdict.rating_field
        if rating is not None:
            rating.setVisible(not self._still_wrong)
        if self._still_wrong:
            self.present(
                self.tr("{number} is not solved").format(number=number),
                self.tr("Send back to support"),
                "reply",
                cancel=self.cancel.text(),
            )
            self._info.show_message(self.tr("Support goes on working on it. Write what is still wrong."))
        else:
            self.present(
                self.tr("Is {number} solved?").format(number=number),
                self.tr("Confirm and close"),
                "check",
                cancel=self.cancel.text(),
            )
            self._info.show_message(
                self.tr("The ticket is closed then. A closed ticket cannot be reopened or answered.")
            )
