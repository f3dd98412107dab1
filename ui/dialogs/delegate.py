"""Letting somebody else decide for oneself from one day to another; ending that; and for whom one decides (HZ-07)."""

from collections.abc import Iterator

from PySide6.QtWidgets import QWidget

from agentdesk.desk.queries.request_work import DelegationRow, Delegations, DelegationsOf
from agentdesk.desk.queries.rows import Refusal
from agentdesk.domain.commands import Command, RevokeDelegate, SetDelegate
from ui import words
from ui.context import Context
from ui.dialogs.alive import if_alive
from ui.dialogs.ask import Ask
from ui.dialogs.days import day_text, end_of, start_of
from ui.dialogs.people import PersonPicker
from ui.dialogs.removable import RemovableWords
from ui.icons import Icons
from ui.widgets.inputs import Field, line_input
from ui.widgets.plain_label import text_label


class DelegateDialog(Ask):
    def __init__(self, context: Context, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(context, icons, "delegate", parent)
        self.present(self.tr("Let somebody decide for you"), self.tr("Save"), "people")
        self._before: tuple[DelegationRow, ...] = ()
        self._given = RemovableWords(icons, "delegate_given", self.tr("Who decides for you"))
        self._given.removed.connect(lambda _: self._on_removed())
        self._lasting = self.add_field(self.tr("Who decides for you"), self._given)
        self._lasting.hide()
        self._person = PersonPicker(context, icons, "delegate_person", self.tr("Person"))
        self._person.offer_colleagues()
        self._person.leave_out([context.desk.person])
        self.ask_for("person", self.tr("&Person"), self._person)
        self._add_days()
        self._lent = text_label(icons.theme, role="small", color="text2")
        self._lent.setObjectName("delegate_lent")
        self._lent.hide()
        self.body.addWidget(self._lent)
        self.add_info(self.tr("What they decide stands in your name with theirs. What you have decided they cannot."))
        self._person.look()
        context.desk.ask(DelegationsOf(), if_alive(self, self._on_delegations))
        self.start_with(self._person)

    def missing(self) -> Iterator[Refusal]:
        if self._person.value() is None:
            if not self._ended():
                yield Refusal(code="target-required", data={})
            return
        begins, ends = start_of(self._begins.text()), end_of(self._ends.text())
        for field, day in (("begins", begins), ("ends", ends)):
            if day is None:
                yield Refusal(code="bad-argument", data={"field": field})
        if begins is not None and ends is not None and (begins >= ends or ends <= self.context.desk.clock.now()):
            yield Refusal(code="bad-dates", data={})

    def commands(self) -> tuple[Command, ...]:
        ended = tuple(RevokeDelegate(delegation=id) for id in self._ended())
        person, begins, ends = self._person.value(), start_of(self._begins.text()), end_of(self._ends.text())
        if person is None or begins is None or ends is None:
            return ended
        new = self.context.desk.clock.new_id()
        return (*ended, SetDelegate(delegation=new, delegate=person, begins=begins, ends=ends))

    def _ended(self) -> list[str]:
        left = self._given.present()
        return [one.id for one in self._before if one.id not in left]

    def _on_removed(self) -> None:
        self.order()
        self.fit()

    def _on_delegations(self, found: Delegations) -> None:
        self._before = found.given
        self._given.show_words([(one.id, self._told(one)) for one in found.given])
        self._lasting.setVisible(bool(found.given))
        lines = [self.tr("You decide for {name}").format(name=self._told(one)) for one in found.lent]
        self._lent.setText("\n".join(lines))
        self._lent.setVisible(bool(lines))
        self.order()
        self.fit()

    def _told(self, one: DelegationRow) -> str:
        days = self.tr("{name}, {begins} – {ends}")
        name = one.person.name or one.person.user_name
        return days.format(name=name, begins=words.date(one.begins), ends=words.date(one.ends))

    def _add_days(self) -> None:
        today = self.context.desk.clock.now()
        self._begins = line_input("delegate_begins", self.tr("First day"))
        self._ends = line_input("delegate_ends", self.tr("Last day"))
        self._begins.setText(day_text(today))
        theme, hint = self.icons.theme, self.tr("Such as 2027-12-31.")
        self.add_row(
            self.keep_field("begins", Field(theme, self.tr("&First day"), self._begins, hint=hint)),
            self.keep_field("ends", Field(theme, self.tr("&Last day"), self._ends, hint=hint)),
        )
