"""How progress notices reach somebody: an e-mail address or a mobile number, and for a number the hours (QK-18)."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QCompleter

from agentdesk.domain.commands import NAME
from ui.context import Context
from ui.dialogs.ask import Ask
from ui.widgets.inputs import Combo, Field, line_input

_LEAST_DIGITS = 5


class Contact(QObject):
    """Two fields of the dialog it is made for; the second shows only with a mobile number."""

    changed = Signal()

    def __init__(self, dialog: Ask, context: Context) -> None:
        super().__init__(dialog)
        theme, verb = dialog.icons.theme, dialog.verb
        self._own = self._suggested = email = context.whoami.person.email if context.whoami else ""
        label = self.tr("C&ontact")
        self.edit = line_input(f"{verb}_contact", label, self.tr("E-mail or mobile number"))
        self.edit.setText(email)
        self.edit.setMaxLength(NAME)
        self.edit.setCompleter(QCompleter([email], self.edit))
        self.hours = Combo(dialog.icons, self._choices(), name=f"{verb}_hours", words="")
        self.contact_field = dialog.keep_field("contact", Field(theme, label, self.edit))
        self.hours_field = dialog.keep_field("hours", Field(theme, self.tr("&Reach me"), self.hours))
        self.edit.textChanged.connect(self._on_text)
        self.hours.chosen.connect(lambda _: self.changed.emit())
        self.show_hours()

    def value(self) -> str:
        return self.edit.text().strip()

    def touched(self) -> bool:
        """Whether somebody wrote another address than the one that was suggested."""
        return self.value() not in ("", self._suggested)

    def hours_value(self) -> str:
        return self.hours.value() if is_mobile(self.value()) else ""

    def suggest(self, address: str | None) -> None:
        """None: the person's own. What somebody wrote stays."""
        wanted = self._own if address is None else address
        if self.value() == self._suggested:
            self.edit.setText(wanted)
            self._suggested = wanted

    def set_values(self, contact: str, hours: str) -> None:
        self.edit.setText(contact)
        if hours and self.hours.findData(hours) < 0:
            self.hours.addItem(hours, hours)
        self.hours.set_value(hours)

    def show_hours(self) -> None:
        self.hours_field.setVisible(is_mobile(self.value()))

    def _on_text(self) -> None:
        self.show_hours()
        self.changed.emit()

    def _choices(self) -> list[tuple[str, str]]:
        return [
            ("", self.tr("At any time")),
            ("09:00–18:00", self.tr("Working hours, 09:00–18:00")),
            ("08:00–12:00", self.tr("Mornings, 08:00–12:00")),
            ("12:00–18:00", self.tr("Afternoons, 12:00–18:00")),
            ("18:00–22:00", self.tr("Evenings, 18:00–22:00")),
        ]


def is_mobile(contact: str) -> bool:
    return "@" not in contact and sum(sign.isdigit() for sign in contact) >= _LEAST_DIGITS
