"""Who reads along: people are linked to a ticket and unlinked."""

from PySide6.QtWidgets import QWidget

from agentdesk.desk.queries.rows import PersonRow
from agentdesk.domain.commands import AddParticipant, Command, RemoveParticipant
from ui.context import Context
from ui.dialogs.ask import Ask
from ui.dialogs.person_field import PersonField
from ui.dialogs.removable import RemovableWords
from ui.icons import Icons


class ParticipantsDialog(Ask):
    def __init__(self, context: Context, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(context, icons, "participants", parent)
        title = self.tr("People on {number}").format(number=self.detail.row.number)
        self.present(title, self.tr("Save people"), "people")
        self._before = {person.id: person for person in self.detail.participants}
        self._people = RemovableWords(icons, "participants_list", self.tr("People who read along"))
        self.add_text(self.tr("They see the ticket and read along."))
        self.body.addWidget(self._people)
        self._person = PersonField(context, "participants_person", "")
        self.ask_for("person", self.tr("&Add a person"), self._person)
        self._people.show_words([(person.id, person.name) for person in self._before.values()])
        self._person.chosen.connect(self._on_chosen)
        self._people.removed.connect(lambda _: self.order())
        self.start_with(self._person)

    def submit(self) -> None:
        self.clear_complaints()
        field = self.field("person")
        if field is not None and not self._person.is_empty():
            field.show_error(self.tr("Choose a person from the list, or empty the field."))
            self.start_with(self._person)
            return
        super().submit()

    def commands(self) -> tuple[Command, ...]:
        ticket, now = self.detail.row.id, self._people.present()
        added = [AddParticipant(ticket=ticket, person=id) for id in now if id not in self._before]
        removed = [RemoveParticipant(ticket=ticket, person=id) for id in self._before if id not in now]
        return (*added, *removed)

    def _on_chosen(self) -> None:
        person: PersonRow | None = self._person.value()
        if person is not None:
            self._people.add(person.id, person.name)
            self._person.clear()
            self.order()
