"""Rejecting a request, with the reason that its applicant reads."""

from collections.abc import Iterator

from PySide6.QtWidgets import QWidget

from agentdesk.desk.queries.rows import Refusal
from agentdesk.domain.commands import Command, RejectStage
from ui import words
from ui.context import Context
from ui.dialogs.on_request import AskOnRequest
from ui.icons import Icons
from ui.widgets.buttons import Pill
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.inputs import Field, TextInput


class RejectDialog(AskOnRequest):
    """The pills are beginnings of sentences that save typing; what is sent is the comment."""

    def __init__(self, context: Context, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(context, icons, "reject", parent)
        title = self.tr("Reject “{name}”?").format(name=self.name)
        self.present(title, self.tr("Reject request"), "close", kind="danger")
        self._reasons = {
            "incomplete": self.tr("Incomplete"), "quota": self.tr("Over quota"), "needless": self.tr("Not needed"),
            "project": self.tr("Wrong project"),
        }  # fmt: skip
        self.ask_for_voice()
        self.add_field(self.tr("Reason"), self._pills())
        self._comment = TextInput(icons.theme, "reject_comment", "")
        self._field: Field = self.ask_for("comment", self.tr("&Comment (required)"), self._comment, hint=self._who())
        self.add_info(self.told(words.after_reject(self.request)))
        self.note.setText(self.tr("Ctrl+Enter"))
        self.start_with(self._comment)

    def missing(self) -> Iterator[Refusal]:
        if not self._comment.text().strip():
            yield Refusal(code="comment-required", data={})

    def commands(self) -> tuple[Command, ...]:
        request = self.request
        assert request.stage is not None
        return (
            RejectStage(
                request=request.row.id, stage=request.stage, digest=request.digest, person=self.voice,
                comment=self._comment.text().strip(),
            ),
        )  # fmt: skip

    def _who(self) -> str:
        name = self.request.row.applicant.name
        return self.tr("{name} and the approvers before you see this text.").format(name=name)

    def _pills(self) -> QWidget:
        holder = QWidget()
        flow = FlowLayout(holder, gap=self.icons.theme.px(8))
        for key, text in self._reasons.items():
            pill = Pill(self.icons, text, name=f"reject_reason_{key}")
            pill.toggled.connect(lambda on, text=text: self._begin_with(text, on))
            flow.addWidget(pill)
        return holder

    def _begin_with(self, reason: str, on: bool) -> None:
        """Puts the words of a pill in front of the comment, or takes them away again."""
        line, text = f"{reason}. ", self._comment.text()
        if on and line not in text:
            self._comment.setPlainText(line + text)
        elif not on:
            self._comment.setPlainText(text.replace(line, "", 1))
        self._comment.setFocus()
        self._comment.moveCursor(self._comment.textCursor().MoveOperation.End)
