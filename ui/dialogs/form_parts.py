"""What a new ticket and a follow-up ask alike: title, description, files, contact and agreement."""

from collections.abc import Collection, Iterator
from dataclasses import replace

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from agentdesk.desk.queries.rows import Refusal, SourceRow
from agentdesk.domain.commands import SUBJECT, FileRef
from ui.context import Context
from ui.dialogs.ask import Ask
from ui.dialogs.contact import Contact
from ui.dialogs.description import Description
from ui.dialogs.files import FilesField
from ui.dialogs.form_draft import Typed
from ui.widgets.inputs import CheckBox, Field, line_input
from ui.widgets.plain_label import text_label


class FormParts(QObject):
    """Fields of the dialog it is made for; whoever makes it lays them out."""

    changed = Signal()

    def __init__(self, dialog: Ask, context: Context) -> None:
        super().__init__(dialog)
        self._dialog = dialog
        theme, verb = dialog.icons.theme, dialog.verb
        self.title = line_input(f"{verb}_title", "")
        self.title.setMaxLength(SUBJECT)
        self.title_field = dialog.keep_field("title", Field(theme, self.tr("T&itle"), self.title))
        self.description = Description(context, dialog.icons, f"{verb}_description", self.tr("Description"))
        hint = self.tr("Do not write passwords or card numbers.")
        self.description_field = Field(theme, self.tr("&Description"), self.description, hint=hint)
        dialog.know_field("description", self.description_field)
        self.files = FilesField(context, dialog.icons, f"{verb}_files")
        self.files_field = Field(theme, self.tr("Attach&ments"), self.files)
        dialog.know_field("files", self.files_field)
        self.contact = Contact(dialog, context)
        self.agreement = Agreement(dialog)
        self._connect()

    def read(self) -> Typed:
        """Empty as long as nobody wrote anything of their own."""
        body, files, title = self.description.html(), self.sent_files(), self.title.text().strip()
        if not (body or files or title or self.contact.touched()):
            return Typed()
        fields = {
            "title": self.title.text(),
            "contact": self.contact.value(),
            "hours": self.contact.hours_value(),
            "agreed": "yes" if self.agreement.check.isChecked() else "",
        }
        return Typed(body, files, fields)

    def write(self, typed: Typed) -> None:
        self.title.setText(typed.fields.get("title", ""))
        self.description.set_content(typed.body, tuple(ref for ref in typed.files if ref.inline))
        self.files.restore(tuple(ref for ref in typed.files if not ref.inline))
        if typed.fields.get("contact"):
            self.contact.set_values(typed.fields["contact"], typed.fields.get("hours", ""))
        self.agreement.check.setChecked(bool(typed.fields.get("agreed")))

    def sent_files(self) -> tuple[FileRef, ...]:
        return (*self.files.refs(), *self.description.pictures())

    def show_source(self, source: SourceRow) -> None:
        self.files.set_policy(source.policy)
        self.agreement.show_source(source)

    def missing(self, asks: Collection[str]) -> Iterator[Refusal]:
        """In the order of the form; what the rules would refuse."""
        empty = {
            "title": ("subject-required", not self.title.text().strip()),
            "description": ("description-required", self.description.is_blank() and not self.files.refs()),
            "contact": ("contact-required", not self.contact.value()),
        }
        for key, (code, missing) in empty.items():
            if key in asks and missing:
                yield Refusal(code=code, data={})
        if self.agreement.missing():
            yield Refusal(code="agreement-required", data={})

    def _connect(self) -> None:
        self.title.textChanged.connect(self.changed)
        self.description.changed.connect(self.changed)
        self.description.files_pasted.connect(self.files.add_paths)
        self.description.submitted.connect(self._on_submitted)
        self.description.escaped.connect(self._dialog.reject)
        self.files.changed.connect(self.changed)
        self.contact.changed.connect(self.changed)
        self.agreement.check.toggled.connect(self.changed)

    def _on_submitted(self) -> None:
        if self._dialog.main.isEnabled():
            self._dialog.submit()


class Agreement(QObject):
    """The customer agreement must be ticked where the source has one (QK-20)."""

    def __init__(self, dialog: Ask) -> None:
        super().__init__(dialog)
        theme = dialog.icons.theme
        self.panel = QWidget()
        self._text = text_label(theme, role="small", color="text2")
        self.check = CheckBox(dialog.icons, "", name=f"{dialog.verb}_agreement")
        self.field = dialog.keep_field("agreement", Field(theme, "", self.check))
        self.field.label.hide()
        column = QVBoxLayout(self.panel)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(4))
        column.addWidget(self._text)
        column.addWidget(self.field)
        self._asked = False

    def show_source(self, source: SourceRow) -> None:
        self._asked = bool(source.agreement) or "agreement" in source.asks
        self.panel.setVisible(self._asked)
        self._text.setText(source.agreement)
        self._text.setVisible(bool(source.agreement))
        own = self.tr("I &agree to the customer agreement, and that support reads what I attach")
        self.check.setText(self.tr("I &agree to this") if source.agreement else own)

    def missing(self) -> bool:
        return self._asked and not self.check.isChecked()

    def given(self) -> bool:
        return self._asked and self.check.isChecked()


def with_fields(typed: Typed, more: dict[str, str]) -> Typed:
    """What else the form asked, kept with a draft that is worth keeping."""
    return replace(typed, fields={**typed.fields, **more}) if typed != Typed() else typed
