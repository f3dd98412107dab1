"""Handing the open level of a request on: to a person, or to whoever holds a role somewhere (CP-65)."""

from collections.abc import Iterator

from PySide6.QtWidgets import QWidget

from agentdesk.desk.queries.rows import Refusal
from agentdesk.domain.commands import Command, TransferStage
from agentdesk.domain.values import ScopeKind
from ui import words
from ui.context import Context
from ui.dialogs.comment_input import CommentInput
from ui.dialogs.on_request import AskOnRequest
from ui.dialogs.people import PersonPicker
from ui.icons import Icons
from ui.widgets.buttons import PillRow
from ui.widgets.inputs import Combo
from ui.words.requests import ROLES

_PERSON, _ROLE = "person", "role"


class HandOnDialog(AskOnRequest):
    """A person or a role, never both: the other field is hidden."""

    def __init__(self, context: Context, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(context, icons, "hand_on", parent)
        self.present(self.tr("Hand on “{name}”").format(name=self.name), self.tr("Hand on"), "forward")
        choices = ((_PERSON, self.tr("To a person")), (_ROLE, self.tr("To a role")))
        self._way = PillRow(icons, list(choices), name="hand_on_way")
        self.ask_for("way", self.tr("Who decides instead"), self._way)
        self._person = PersonPicker(context, icons, "hand_on_person", self.tr("Person"))
        self._person.offer_colleagues()
        self._person.leave_out([context.desk.person, self.request.row.applicant.id])
        self._who = self.ask_for("person", self.tr("&Person"), self._person)
        self._role = Combo(icons, self._roles(), name="hand_on_role", words=self.tr("Role"))
        self._whose = self.ask_for("role", self.tr("&Role"), self._role)
        self._scope = Combo(icons, self._scopes(), name="hand_on_scope", words=self.tr("Where they hold it"))
        self._where = self.ask_for("scope", self.tr("&Where they hold it"), self._scope)
        self._comment = CommentInput(self, self.tr("&Note"), lines=3)
        self.keep_words(self._comment)
        self._comment.setPlaceholderText(self.tr("What they should know"))
        told = self.tr("Whoever is asked at level {n} now is asked no longer.").format(n=self.request.row.request.stage)
        self.add_info(self.told(told))
        self._way.set_value(_PERSON)
        self._way.chosen.connect(lambda _: self._show_way())
        self._show_way()
        self._person.look()
        self.start_with(self._person)

    def missing(self) -> Iterator[Refusal]:
        if self._to_role and not self._role.value():
            yield Refusal(code="role-required", data={})
        if not self._to_role and self._person.value() is None:
            yield Refusal(code="target-required", data={})
        yield from self._comment.missing()

    def commands(self) -> tuple[Command, ...]:
        request = self.request
        assert request.stage is not None
        to_role = self._to_role
        return (
            TransferStage(
                request=request.row.id, stage=request.stage, comment=self._comment.words(),
                person=None if to_role else self._person.value(), role=self._role.value() if to_role else "",
                scope=ScopeKind(self._scope.value()) if to_role else ScopeKind.SYSTEM,
            ),
        )  # fmt: skip

    @property
    def _to_role(self) -> bool:
        return self._way.value() == _ROLE

    def _show_way(self) -> None:
        self._who.setVisible(not self._to_role)
        for field in (self._whose, self._where):
            field.setVisible(self._to_role)
        self.order()
        self.fit()

    def _roles(self) -> list[tuple[str, str]]:
        return [(role, words.role_name(role)) for role in ROLES]

    def _scopes(self) -> list[tuple[str, str]]:
        request = self.request.row.request
        found = [(ScopeKind.SYSTEM.value, self.tr("Anywhere"))]
        if request.domain:
            found.insert(0, (ScopeKind.DOMAIN.value, self.tr("In the domain of the request")))
        if request.project:
            found.insert(0, (ScopeKind.PROJECT.value, self.tr("In the project of the request")))
        return found
