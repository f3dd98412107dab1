"""What a level asks for beyond a name and its people: how many must pass, handing on, and when it is due."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QLineEdit, QWidget

from agentdesk.desk.queries.rows import PersonRow
from agentdesk.domain.commands import StageForm
from agentdesk.domain.values import Id, StageRule
from ui.context import Context
from ui.dialogs.person_field import PersonField
from ui.icons import Icons
from ui.processes.form import MOST_HOURS, MOST_NUMBER
from ui.widgets.flow_layout import FlowLayout, beside
from ui.widgets.inputs import CheckBox, Combo, line_input, show_text
from ui.widgets.plain_label import plain_label
from ui.words.processes import rule_name

_COUNTED = {StageRule.COUNT: 2, StageRule.PERCENT: 50}
"""The rules that need a number, and what stands there to begin with: more than one, and half of them."""


class RuleRow(QWidget):
    """`edited` is told with the form as it would be, and the part that was changed."""

    edited = Signal(object, str)
    person_chosen = Signal(object)
    """A PersonRow, whose name is then known."""

    def __init__(self, context: Context, icons: Icons, name: str) -> None:
        super().__init__()
        self.setObjectName(f"{name}_rules")
        self._quiet, self._form = False, StageForm(name="")
        theme = icons.theme
        self.rule = Combo(icons, name=f"{name}_rule", words="")
        self.number = _number_input(f"{name}_number", MOST_NUMBER, theme.em(4))
        self.transferable = CheckBox(icons, "", name=f"{name}_transferable")
        self.hours = _number_input(f"{name}_due", MOST_HOURS, theme.em(5))
        self.due, self.then = (plain_label(theme, role="small", color="text2") for _ in range(2))
        self.escalates = PersonField(context, f"{name}_escalates", "")
        self.escalates.setFixedWidth(theme.em(16))
        self._escalation = beside(self.then, self.escalates)
        flow = FlowLayout(self, gap=theme.px(8))
        for part in (self.rule, self.number, self.transferable, beside(self.due, self.hours), self._escalation):
            flow.addWidget(part)
        self._connect()

    def retranslate(self) -> None:
        self.rule.set_choices((rule.value, rule_name(rule)) for rule in StageRule)
        self.rule.setAccessibleName(self.tr("Who must pass"))
        self.number.setAccessibleName(self.tr("How many must pass"))
        self.transferable.setText(self.tr("May be handed on"))
        self.due.setText(self.tr("Reminded after so many hours:"))
        self.hours.setAccessibleName(self.tr("Hours until approvers are reminded; empty: never"))
        self.hours.setPlaceholderText(self.tr("never"))
        self.then.setText(self.tr("after twice as many also ask:"))
        self.escalates.setAccessibleName(self.tr("Who is asked when it is overdue"))
        self.escalates.setPlaceholderText(self.tr("nobody else"))

    def show_form(self, form: StageForm, person: PersonRow | None) -> None:
        self._quiet, self._form = True, form
        self.rule.set_value(form.rule)
        self.number.setVisible(form.rule in _COUNTED)
        _show_number(self.number, form.number)
        self.transferable.setChecked(form.transferable)
        _show_number(self.hours, form.due_hours)
        self._escalation.setVisible(form.due_hours > 0)
        self._show_person(form.escalates_to, person)
        self._quiet = False

    @staticmethod
    def is_needed(form: StageForm) -> bool:
        """Something in it is not as it begins."""
        return replace(form, name="", role="", scope=BLANK.scope, persons=()) != BLANK

    def _show_person(self, id: Id | None, person: PersonRow | None) -> None:
        if id is None:
            if self.escalates.value() is not None:
                self.escalates.clear()
        elif person is not None and self.escalates.value() != person:
            self.escalates.set_value(person)

    def _connect(self) -> None:
        self.rule.chosen.connect(
            lambda key: self._edit("rule", rule=StageRule(key), number=_COUNTED.get(StageRule(key), 0))
        )
        self.number.textEdited.connect(lambda text: self._edit("number", number=int(text or 0)))
        self.transferable.toggled.connect(lambda on: self._edit("transferable", transferable=on))
        self.hours.textEdited.connect(lambda text: self._edit("due", due_hours=int(text or 0)))
        self.escalates.chosen.connect(self._on_person)

    def _on_person(self) -> None:
        person = self.escalates.value()
        if person is not None and not self._quiet:
            self.person_chosen.emit(person)
        if person is not None or self.escalates.is_empty():
            self._edit("escalates", escalates_to=person.id if person else None)

    def _edit(self, key: str, **changes: object) -> None:
        form = replace(self._form, **changes)  # type: ignore[arg-type]
        if not self._quiet and form != self._form:
            self.edited.emit(form, key)


BLANK = StageForm(name="")


def _number_input(name: str, most: int, width: int) -> QLineEdit:
    line = line_input(name, "")
    line.setValidator(QIntValidator(0, most, line))
    line.setFixedWidth(width)
    return line


def _show_number(line: QLineEdit, number: int) -> None:
    show_text(line, str(number) if number else "")
