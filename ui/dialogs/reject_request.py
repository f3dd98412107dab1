"""Rejecting a request, with the reason that its applicant reads."""

from collections.abc import Iterator

from PySide6.QtWidgets import QWidget

from agentdesk.desk.queries.rows import Refusal
from agentdesk.domain.commands import Command, RejectStage
from ui import words
from ui.context import Context
from ui.dialogs.comment_input import CommentInput
from ui.dialogs.on_request import AskOnRequest
from ui.icons import Icons
from ui.widgets.buttons import Pill
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.inputs import Field, TextInput


class ReasonPills(QWidget):
    """Beginnings of sentences that save typing; what is sent is the comment."""

    def __init__(self, icons: Icons, comment: TextInput, name: str) -> None:
        super().__init__()
        self._comment = comment
        reasons = {
            "incomplete": self.tr("Incomplete"), "quota": self.tr("Over quota"), "needless": self.tr("Not needed"),
            "project": self.tr("Wrong project"),
        }  # fmt: skip
        flow = FlowLayout(self, gap=icons.theme.px(8))
        for key, text in reasons.items():
            pill = Pill(icons, text, name=f"{name}_{key}")
            pill.toggled.connect(lambda on, text=text: self._begin_with(text, on))
            flow.addWidget(pill)

    def _begin_with(self, reason: str, on: bool) -> None:
        """Puts the words of a pill in front of the comment, or takes them away again."""
        line, text = f"{reason}. ", self._comment.text()
        if on and line not in text:
            self._comment.setPlainText(line + text)
        elif not on:
            self._comment.setPlainText(text.replace(line, "", 1))
        self._comment.setFocus()
        self._comment.moveCursor(self._comment.textCursor().MoveOperation.End)


class RejectDialog(AskOnRequest):
    def __init__(self, context: Context, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(context, icons, "reject", parent)
        title = self.tr("Reject “{name}”?").format(name=self.name)
        self.present(title, self.tr("Reject request"), "close", kind="danger")
        self.ask_for_voice()
        before = self.body.count()
        self._comment = CommentInput(self, self.tr("&Comment (required)"), hint=self._who())
        self.keep_words(self._comment)
        pills = ReasonPills(icons, self._comment, "reject_reason")
        self.body.insertWidget(before, Field(icons.theme, self.tr("Reason"), pills))
        self.add_info(self.told(words.after_reject(self.request)))
        self.note.setText(self.tr("Ctrl+Enter"))
        self.start_with(self._comment)

    def missing(self) -> Iterator[Refusal]:
        yield from self._comment.missing(required="comment-required")

    def commands(self) -> tuple[Command, ...]:
        request = self.request
        assert request.stage is not None
        return (
            RejectStage(
                request=request.row.id, stage=request.stage, digest=request.digest, person=self.voice,
                comment=self._comment.words(),
            ),
        )  # fmt: skip

    def _who(self) -> str:
        name = self.request.row.applicant.name
        return self.tr("{name} and the approvers before you see this text.").format(name=name)
