"""What all dialogs that end in commands share: checking first, and staying open until it is known what became of it."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from agentdesk.desk import DeskError
from agentdesk.desk.queries.rows import Refusal, TicketDetail
from agentdesk.domain.commands import Command
from agentdesk.domain.values import Id
from ui import words
from ui.context import Context
from ui.dialogs.tabs import first_stop, order_tabs
from ui.icons import Icons
from ui.widgets.buttons import Kind
from ui.widgets.dialog_frame import NARROW, DialogFrame
from ui.widgets.inputs import Field

# Where the field of that part exists, the reason stands beside it; else above the buttons.
_PLACES: Mapping[str, str] = MappingProxyType(
    {
        "subject-required": "title",
        "description-required": "description",
        "text-required": "description",
        "type-required": "type",
        "type-disabled": "type",
        "mail-not-configured": "type",
        "service-required": "service",
        "service-disabled": "service",
        "priority-required": "priority",
        "contact-required": "contact",
        "hours-only-with-mobile": "hours",
        "agreement-required": "agreement",
        "form-required": "files",
        "too-many-files": "files",
        "file-too-large": "files",
        "file-empty": "files",
        "file-type-not-allowed": "files",
        "file-type-mismatch": "files",
        "file-damaged": "files",
        "file-missing": "files",
        "archive-unsafe": "files",
        "file-infected": "files",
        "reason-required": "reason",
        "comment-required": "comment",
        "rating-required": "rating",
        "rating-not-offered": "rating",
        "target-required": "person",
        "not-a-handler": "person",
        "already-handler": "person",
        "already-participant": "person",
        "bad-link": "url",
        "name-required": "name",
        "name-taken": "name",
        "project-required": "project",
        "project-out-of-reach": "project",
        "not-a-member": "project",
        "domain-required": "domain",
        "role-required": "role",
        "role-needs-scope": "role",
        "hosts-required": "hosts",
        "host-twice": "hosts",
        "host-in-trash": "hosts",
        "hosts-of-several-projects": "hosts",
        "vcpus-required": "vcpus",
        "memory-required": "memory_gib",
        "size-required": "vcpus",
    }
)
_ARGUMENTS: Mapping[str, str] = MappingProxyType(
    {"subject": "title", "body_html": "description", "note_html": "note", "contact_hours": "hours", "add": "tags"}
)
"""Arguments of commands whose fields are called otherwise."""


class Ask(DialogFrame):
    """Subclasses say what is `missing` and which `commands` it comes to."""

    chosen = Signal(object)
    """A tuple of commands, for whoever opened it to give to the context."""

    def __init__(
        self, context: Context, icons: Icons, verb: str, parent: QWidget | None, *, width: int = NARROW
    ) -> None:
        super().__init__(icons, verb, "", parent=parent, width=width)
        self.context = context
        self._fields: dict[str, Field] = {}
        self._sent: tuple[Command, ...] = ()
        context.given.connect(self._on_given)
        context.held.connect(self._on_held)
        context.refused.connect(self._on_refused)
        context.troubled.connect(self._on_troubled)
        self.finished.connect(self.deleteLater)

    # ------------------------------------------------------------------ for subclasses

    def commands(self) -> tuple[Command, ...]:
        """None at all: nothing was changed, and the dialog just closes."""
        raise NotImplementedError

    def missing(self) -> Iterator[Refusal]:
        """What the rules would say to it as it stands."""
        yield from ()

    def present(self, title: str, ok: str, icon: str = "", *, cancel: str = "", kind: Kind = "primary") -> None:
        """Buttons are verbs. Enter alone presses none: whoever is `harmless` says so by `set_main`."""
        self.set_title(title)
        self.set_main(ok, icon, kind=kind)
        self.cancel.setText(cancel or self.tr("Cancel"))

    def titled(self, one: str, many: str) -> str:
        """`one` has a place for the number of the ticket."""
        return many if len(self.tickets) > 1 else one.format(number=self.detail.row.number)

    def ask_for(self, key: str, label: str, widget: QWidget, *, hint: str = "") -> Field:
        return self.keep_field(key, self.add_field(label, widget, hint=hint))

    def keep_field(self, key: str, field: Field) -> Field:
        """Names the field and lets complaints about that part stand beside it."""
        field.field.setObjectName(f"{self.verb}_{key}")
        return self.know_field(key, field)

    def know_field(self, key: str, field: Field) -> Field:
        """The same for a field whose parts have names of their own."""
        self._fields[key] = field
        return field

    def field(self, key: str) -> Field | None:
        return self._fields.get(key)

    @property
    def detail(self) -> TicketDetail:
        """The ticket it is about; dialogs on tickets are only opened where there is one."""
        assert self.context.detail is not None
        return self.context.detail

    @property
    def tickets(self) -> tuple[Id, ...]:
        """All that are selected, or the one that is shown."""
        chosen = self.context.selection
        return chosen if len(chosen) > 1 else (self.detail.row.id,)

    def needs(self, command: str) -> tuple[str, ...]:
        """What must come with it, as far as it is known: for several tickets the rules say it of each."""
        return self.context.detail.needs.get(command, ()) if self.context.detail else ()

    def order(self) -> None:
        """Call it again where fields come and go."""
        content = self.body.parentWidget()
        if content is not None:
            order_tabs(content, (self.cancel, self.main))

    def start_with(self, field: QWidget) -> None:
        """The first focus; of several buttons their first."""
        (first_stop(field) or field).setFocus(Qt.FocusReason.TabFocusReason)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.order()

    # ------------------------------------------------------------------ the way out

    def submit(self) -> None:
        self.clear_complaints()
        problems = list(self.missing())
        for problem in problems:
            self.complain(problem)
        if problems:
            self._start_with_uppermost(problems)
        else:
            self.send(self.commands())

    def send(self, commands: tuple[Command, ...]) -> None:
        """One command is waited for; of many each has its own answer elsewhere."""
        if commands:
            self.wait_for(commands)
            self.chosen.emit(commands)
        if len(commands) != 1:
            self.accept()

    def wait_for(self, commands: tuple[Command, ...]) -> None:
        self._sent = commands
        self.main.setEnabled(False)

    def complain(self, refusal: Refusal) -> None:
        sentence = words.refusal(refusal.code, refusal.data)
        place = self._fields.get(_place_of(refusal))
        if place is None or place.isHidden():
            self.show_error(sentence)
        else:
            place.show_error(sentence)
            self.start_with(place.field)

    def _start_with_uppermost(self, problems: list[Refusal]) -> None:
        """Forms order their fields by the source, complaints come in an order of their own."""
        places = (self._fields.get(_place_of(problem)) for problem in problems)
        shown = [place for place in places if place is not None and not place.isHidden()]
        if shown:
            self.start_with(min(shown, key=lambda place: place.mapTo(self, QPoint()).toTuple()[::-1]).field)

    def clear_complaints(self) -> None:
        self.show_error("")
        for field in self._fields.values():
            field.show_error("")

    def refuse(self, refusal: Refusal) -> None:
        self._again()
        self.complain(refusal)

    def _again(self) -> None:
        self._sent = ()
        self.main.setEnabled(True)

    def _on_given(self, commands: tuple[Command, ...]) -> None:
        if self._sent and self._sent == tuple(commands):
            self.accept()

    def _on_held(self, _: object, commands: tuple[Command, ...]) -> None:
        self._on_given(commands)

    def _on_refused(self, command: Command, refusal: Refusal) -> None:
        if command in self._sent:
            self.refuse(refusal)

    def _on_troubled(self, error: DeskError) -> None:
        if self._sent:
            self._again()
            told = words.trouble(error.code, error.data)
            self.show_error(f"{told.sentence} {told.fault} {told.way}")


def _place_of(refusal: Refusal) -> str:
    if refusal.code == "bad-argument":
        return _ARGUMENTS.get(str(refusal.data.get("field")), str(refusal.data.get("field")))
    return _PLACES.get(refusal.code, "")
