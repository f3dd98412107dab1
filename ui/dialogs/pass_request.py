"""Passing a level of a request; who lets somebody into a project chooses which, and in which role."""

from collections.abc import Iterator

from PySide6.QtWidgets import QWidget

from agentdesk.desk.queries.applying import Entrance, EntranceOf
from agentdesk.desk.queries.rows import Refusal
from agentdesk.domain.commands import Command, PassStage
from agentdesk.domain.values import ProcessKind
from ui import words
from ui.context import Context
from ui.dialogs.alive import if_alive
from ui.dialogs.comment_input import CommentInput
from ui.dialogs.on_request import AskOnRequest
from ui.icons import Icons
from ui.widgets.inputs import Combo, Field
from ui.words.requests import owner_line


class PassDialog(AskOnRequest):
    def __init__(self, context: Context, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(context, icons, "pass", parent)
        self.present(self.tr("Pass “{name}”").format(name=self.name), self.tr("Pass request"), "check", kind="success")
        self._joins = self.request.row.request.kind is ProcessKind.JOIN_PROJECT
        self._project = Combo(icons, name="pass_project", words=self.tr("Project"))
        self._role = Combo(icons, name="pass_role", words=self.tr("Role"))
        if self._joins:
            self._ask_for_entrance()
        self.ask_for_voice()
        seen = self.tr("{name} sees this note.").format(name=self.request.row.applicant.name)
        self._comment = CommentInput(self, self.tr("&Note"), hint=seen)
        self.keep_words(self._comment)
        self._comment.setPlaceholderText(self.tr("Optional"))
        self.add_info(self.told(words.after_pass(self.request)))
        self.note.setText(self.tr("Ctrl+Enter"))
        self.start_with(self._project if self._joins else self._comment)

    def missing(self) -> Iterator[Refusal]:
        if self._joins and not self._project.value():
            yield Refusal(code="project-required", data={})
        if self._joins and not self._role.value():
            yield Refusal(code="role-required", data={})
        yield from self._comment.missing()

    def commands(self) -> tuple[Command, ...]:
        request = self.request
        assert request.stage is not None
        return (
            PassStage(
                request=request.row.id, stage=request.stage, digest=request.digest,
                comment=self._comment.words(), project=self._project.value() or None,
                role=self._role.value(), person=self.voice,
            ),
        )  # fmt: skip

    def _ask_for_entrance(self) -> None:
        theme = self.icons.theme
        project = self.keep_field("project", Field(theme, self.tr("&Project"), self._project))
        role = self.keep_field("role", Field(theme, self.tr("&Role"), self._role))
        self.add_row(project, role)
        self.context.desk.ask(EntranceOf(self.request.row.id), if_alive(self, self._on_entrance))

    def _on_entrance(self, entrance: Entrance) -> None:
        """Which project it is, is left open where nobody wished for one: the first is not the one that was meant."""
        wished, several = self.request.row.request.project, len(entrance.projects) > 1
        unsaid = [("", self.tr("Choose a project"))] if several and not wished else []
        self._project.set_choices([*unsaid, *((one.id, owner_line(one)) for one in entrance.projects)])
        self._role.set_choices((role, words.role_name(role)) for role in entrance.roles)
        if wished:
            self._project.set_value(wished)
        if not entrance.projects:
            self.show_error(self.tr("No project of this domain is known here. An administrator can add one."))
