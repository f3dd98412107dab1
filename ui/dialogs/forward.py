"""Handing a ticket to a colleague, or back to the queue."""

from collections.abc import Iterator

from PySide6.QtWidgets import QWidget

from agentdesk.desk.queries.rows import Refusal
from agentdesk.domain.commands import Command, ForwardTicket
from agentdesk.domain.text import text_to_html
from ui.context import Context
from ui.dialogs.ask import Ask
from ui.dialogs.people import NOBODY, PersonPicker
from ui.icons import Icons
from ui.widgets.inputs import CheckBox, TextInput


class ForwardDialog(Ask):
    def __init__(self, context: Context, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(context, icons, "forward", parent)
        count = len(self.tickets)
        title = self.titled(self.tr("Forward {number}"), self.tr("Forward %n ticket(s)", "", count))
        self.present(title, self.tr("Forward ticket") if count == 1 else self.tr("Forward tickets"), "forward")
        self._person = self._make_picker()
        self.ask_for("person", self.tr("&To"), self._person)
        self._note = TextInput(icons.theme, "forward_note", "", self.tr("What they should know"))
        self.ask_for("note", self.tr("&Note to the new owner"), self._note, hint=self.tr("Only staff see it."))
        self._tell = CheckBox(icons, self.tr("Tell the &requester that the owner changed"), name="forward_tell")
        self.body.addWidget(self._tell)
        self._person.look()
        self.start_with(self._person)

    def missing(self) -> Iterator[Refusal]:
        if self._person.value() is None:
            yield Refusal(code="target-required", data={})

    def commands(self) -> tuple[Command, ...]:
        to = self._person.value()
        note = text_to_html(self._note.text())
        return tuple(
            ForwardTicket(
                ticket=ticket,
                to=None if to == NOBODY else to,
                note_html=note,
                tell_requester=self._tell.isChecked() and to != NOBODY,
            )
            for ticket in self.tickets
        )

    def _make_picker(self) -> PersonPicker:
        detail = self.context.detail
        picker = PersonPicker(
            self.context,
            self.icons,
            "forward_person",
            self.tr("To"),
            handlers_of=detail.row.source if detail else None,
        )
        if detail is not None and detail.row.handler:
            picker.leave_out([detail.row.handler])
            if "target" not in self.needs("forward_ticket"):
                picker.offer_nobody(self.tr("Back to the queue"), self.tr("Nobody owns it then"))
        return picker
