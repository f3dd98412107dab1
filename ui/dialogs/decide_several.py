"""Passing or rejecting several requests with one comment; what becomes of each stands in its line afterwards."""

from collections.abc import Iterator

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from agentdesk.desk.queries.applying import Entrance, EntranceOf
from agentdesk.desk.queries.request_work import Choosable
from agentdesk.desk.queries.rows import Refusal
from agentdesk.domain.commands import Command, PassStage, RejectStage
from agentdesk.domain.values import ProcessKind
from ui import words
from ui.context import Context
from ui.dialogs.alive import if_alive
from ui.dialogs.comment_input import CommentInput
from ui.dialogs.kept import KeptComment
from ui.dialogs.reject_request import ReasonPills
from ui.icons import Icons
from ui.widgets.inputs import Combo, Field

_NAMED = 5


class SeveralTold(QObject):
    """A class of its own: one that counts has no children, whose words would be other ones."""

    def more(self, n: int) -> str:
        return self.tr("and %n more", "", n) if n > 0 else ""

    def left_out(self, n: int) -> str:
        return self.tr("%n cannot be decided by you now and are left out.", "", n)


class DecideSeveral(KeptComment):
    """Each decision holds for exactly what was chosen when the dialog was opened (I6).

    The comment is kept until all of them went through: those that fail stay selected, to be decided with it again.
    """

    command: str

    def __init__(self, context: Context, icons: Icons, verb: str, parent: QWidget | None) -> None:
        super().__init__(context, icons, verb, parent, draft_key=verb)
        free = [one for one in context.several if self._is_free(one)]
        self._chosen, self._left_out = free, len(context.several) - len(free)
        self.note.setText(self.tr("Ctrl+Enter"))

    def _is_free(self, one: Choosable) -> bool:
        """What waits for the server or is decided already is left out."""
        allowed = any(action.command == self.command and action.enabled for action in one.actions)
        return allowed and one.stage is not None and not one.row.submitted

    def tell_which(self) -> None:
        """What it is about, what is left out, and what is to be known where the server is out of reach."""
        named = [words.request_title(one.row) for one in self._chosen[:_NAMED]]
        more = SeveralTold().more(len(self._chosen) - _NAMED)
        self.add_text("\n".join(part for part in (*named, more) if part))
        if self._left_out:
            self.add_info(SeveralTold().left_out(self._left_out), "warning")
        later = "" if self.context.reached else words.decided_later()
        told = self.tr("Each is decided for itself. Those that fail say why and stay selected.")
        self.add_info(f"{told} {later}".strip())


class PassSeveralDialog(DecideSeveral):
    command = "pass_stage"

    def __init__(self, context: Context, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(context, icons, "pass_several", parent)
        title = self.tr("Pass %n requests", "", len(self._chosen))
        self.present(title, self.tr("Pass requests"), "check", kind="success")
        self._role = Combo(icons, name="pass_several_role", words=self.tr("Role"))
        joining = [one for one in self._chosen if one.row.request.kind is ProcessKind.JOIN_PROJECT]
        if joining:
            hint = self.tr("Of those who join; each gets the project that they asked for.")
            self.ask_for("role", self.tr("&Role"), self._role, hint=hint)
            context.desk.ask(EntranceOf(joining[0].row.id), if_alive(self, self._on_entrance))
        self._comment = CommentInput(self, self.tr("&Note"), hint=self.tr("Everybody who asked sees it."))
        self._comment.setPlaceholderText(self.tr("Optional"))
        self.keep_words(self._comment)
        self.tell_which()
        self.start_with(self._comment)

    def missing(self) -> Iterator[Refusal]:
        if self.field("role") is not None and not self._role.value():
            yield Refusal(code="role-required", data={})
        yield from self._comment.missing()

    def commands(self) -> tuple[Command, ...]:
        return tuple(self._pass(one) for one in self._chosen)

    def _pass(self, one: Choosable) -> PassStage:
        joins = one.row.request.kind is ProcessKind.JOIN_PROJECT
        return PassStage(
            request=one.row.id, stage=str(one.stage), digest=one.digest, comment=self._comment.words(),
            project=one.row.request.project if joins else None, role=self._role.value() if joins else "",
        )  # fmt: skip

    def _on_entrance(self, entrance: Entrance) -> None:
        self._role.set_choices((role, words.role_name(role)) for role in entrance.roles)


class RejectSeveralDialog(DecideSeveral):
    command = "reject_stage"

    def __init__(self, context: Context, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(context, icons, "reject_several", parent)
        title = self.tr("Reject %n requests?", "", len(self._chosen))
        self.present(title, self.tr("Reject requests"), "close", kind="danger")
        before = self.body.count()
        self._comment = CommentInput(self, self.tr("&Comment (required)"), hint=self.tr("Everybody who asked sees it."))
        self.keep_words(self._comment)
        pills = ReasonPills(icons, self._comment, "reject_several_reason")
        self.body.insertWidget(before, Field(icons.theme, self.tr("Reason"), pills))
        self.tell_which()
        self.start_with(self._comment)

    def missing(self) -> Iterator[Refusal]:
        yield from self._comment.missing(required="comment-required")

    def commands(self) -> tuple[Command, ...]:
        return tuple(
            RejectStage(request=one.row.id, stage=str(one.stage), digest=one.digest, comment=self._comment.words())
            for one in self._chosen
        )
