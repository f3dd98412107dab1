"""Writing down a phone call: who called, about what, how long (CS-15)."""

from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QWidget

from agentdesk.desk.queries.rows import SourceRow
from agentdesk.domain.commands import SUBJECT, Command, LogCall
from agentdesk.domain.text import text_to_html
from ui.context import Context
from ui.dialogs.ask import Ask
from ui.dialogs.person_field import PersonField
from ui.icons import Icons
from ui.widgets.inputs import CheckBox, Combo, TextInput, line_input

_MOST_MINUTES = 24 * 60


class LogCallDialog(Ask):
    """With a ticket on screen the call may belong to it; otherwise it founds one."""

    def __init__(self, context: Context, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(context, icons, "log_call", parent)
        self.present(self.tr("Log a call"), self.tr("Log call"), "phone")
        self._here = self._make_here()
        self._person = PersonField(context, "log_call_person", "")
        self.ask_for("person", self.tr("&Who called"), self._person)
        self._source = Combo(icons, [(row.id, row.title) for row in self._sources()], name="log_call_source", words="")
        self._source.set_value("desk")
        self.ask_for("source", self.tr("&For"), self._source).setVisible(self._source.count() > 1)
        self._subject = line_input("log_call_subject", "")
        self._subject.setMaxLength(SUBJECT)
        self.ask_for("title", self.tr("&About"), self._subject, hint=self.tr("May be left empty."))
        self._notes = TextInput(icons.theme, "log_call_notes", "")
        self.ask_for("notes", self.tr("&Notes"), self._notes, hint=self.tr("Only staff see them."))
        self._minutes = line_input("log_call_minutes", "")
        self._minutes.setValidator(QIntValidator(0, _MOST_MINUTES, self))
        self._minutes.setText("5")
        self.ask_for("minutes", self.tr("&Minutes"), self._minutes)
        self._here.toggled.connect(self._on_here)
        self._on_here()
        self.start_with(self._person)

    def submit(self) -> None:
        self.clear_complaints()
        field = self.field("person")
        if field is not None and not field.isHidden() and self._person.value() is None:
            field.show_error(self.tr("Choose a person from the list."))
            self.start_with(self._person)
            return
        super().submit()

    def commands(self) -> tuple[Command, ...]:
        new_id, detail, caller = self.context.desk.clock.new_id, self.context.detail, self._person.value()
        here = detail is not None and self._here.isChecked()
        return (
            LogCall(
                ticket=detail.row.id if detail and here else new_id(),
                message=new_id(),
                source=detail.row.source if detail and here else self._source.value(),
                requester=detail.requester.id if detail and here else caller.id if caller else "",
                subject="" if here else self._subject.text().strip(),
                body_html=text_to_html(self._notes.text()),
                minutes=int(self._minutes.text() or 0),
            ),
        )

    def _make_here(self) -> CheckBox:
        detail = self.context.detail
        number = detail.row.number if detail else ""
        box = CheckBox(self.icons, self.tr("The call is about {number}").format(number=number), name="log_call_here")
        self.body.addWidget(box)
        box.setVisible(self._may_be_here())
        return box

    def _may_be_here(self) -> bool:
        """Where a note may be written, a call may be noted."""
        detail, noting = self.context.detail, self.context.allowed("add_note")
        one = len(self.context.selection) == 1
        return detail is not None and detail.staff and one and noting is not None and noting.enabled

    def _sources(self) -> list[SourceRow]:
        setup = self.context.setup
        return [row for row in setup.sources if row.enabled and row.serves] if setup else []

    def _on_here(self) -> None:
        """Who called and about what is known then."""
        founds = not self._here.isChecked()
        shown: dict[str, bool] = {"person": founds, "title": founds, "source": founds and self._source.count() > 1}
        for key, visible in shown.items():
            field = self.field(key)
            if field is not None:
                field.setVisible(visible)
