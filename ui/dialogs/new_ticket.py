"""Filing a ticket: each source asks for its own, in its own order (GU-05, QK-24)."""

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLayout, QVBoxLayout, QWidget

from agentdesk.desk.queries.rows import Refusal, SourceRow, TypeRow
from agentdesk.domain.commands import Command, SubmitTicket
from agentdesk.domain.values import Id, Priority
from ui import paper, words
from ui.context import Context, Place
from ui.dialogs.form_draft import Typed
from ui.dialogs.form_parts import with_fields
from ui.dialogs.person_field import PersonField
from ui.dialogs.sent_form import SentForm
from ui.dialogs.type_block import TypeBlock, shown_name
from ui.icons import Icons
from ui.widgets.banner import Banner
from ui.widgets.inputs import Combo, Field, line_input
from ui.widgets.plain_label import set_tooltip

LONG_FORM = ("type", "service", "priority", "title", "description", "files", "contact", "business", "agreement")
"""The order of a form with a title. One without asks exactly for what the source names (QK-24)."""
ALWAYS = ("service", "priority", "files", "contact")
"""What a form with a title offers besides, without requiring it."""
_CHOICES = ("type", "service", "priority")
_NOT_LISTED = "not listed"
_BUSINESS = ("business_id", "business_ip", "business_type")


class NewTicketDialog(SentForm):
    def __init__(self, context: Context, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(context, icons, "new_ticket", parent, draft_key="new")
        self.present(self.tr("New ticket"), self.tr("Submit"), "send")
        self._source = Combo(icons, self._source_choices(), name="new_ticket_source", words="")
        self._requester = PersonField(context, "new_ticket_requester", "", self._me())
        self._type = Combo(icons, name="new_ticket_type", words="")
        self._service = Combo(icons, name="new_ticket_service", words="")
        self._priority = Combo(icons, self._priority_choices(), name="new_ticket_priority", words="")
        self._business = [line_input(f"new_ticket_{part}", "") for part in _BUSINESS]
        for line in self._business:
            line.textChanged.connect(self.note_change)
        self._not_listed = Banner(icons, "info", name="new_ticket_not_listed")
        self._block = TypeBlock(icons, "new_ticket")
        self._rows = self._make_rows()
        self._form = QVBoxLayout()
        self.body.addLayout(self._form)
        self._connect()
        self._source.set_value(self._first_source())
        self._on_source()
        self.look_for_draft()
        self.start_with(self._first_field())

    def show_filed(self) -> None:
        """Whoever filed it for themselves is shown where it lies (CP-40)."""
        requester = self._requester.value()
        if requester is None or requester.id == self.context.desk.person:
            self.context.set_place(Place("support.mine"))
        super().show_filed()

    # ------------------------------------------------------------------ what it comes to

    def missing(self) -> Iterator[Refusal]:
        asks = self._row.asks
        chosen = {
            "type": ("type-required", not self._type.value() and self._type.count() > 0),
            "service": ("service-required", not self._service_value() and self._service.count() > 0),
            "priority": ("priority-required", self._priority.value() == Priority.NONE.value),
        }
        for key, (code, missing) in chosen.items():
            if key in asks and missing:
                yield Refusal(code=code, data={})
        yield from self.parts.missing(asks)

    def commands(self) -> tuple[Command, ...]:
        parts, new_id = self.parts, self.context.desk.clock.new_id
        requester = self._requester.value()
        shows, business = self._shown, self._business_values()
        return (
            SubmitTicket(
                ticket=self.new_ticket,
                message=new_id(),
                source=self._row.id,
                subject=parts.title.text().strip() if "title" in shows else "",
                body_html=parts.description.html(),
                type=self._type.value() or None if "type" in shows else None,
                service=self._service_value() if "service" in shows else None,
                priority=Priority(self._priority.value()) if "priority" in shows else Priority.NONE,
                requester=requester.id if requester and self._row.serves else None,
                contact=parts.contact.value() if "contact" in shows else "",
                contact_hours=parts.contact.hours_value() if "contact" in shows else "",
                agreed=parts.agreement.given(),
                business_id=business["business_id"],
                business_ip=business["business_ip"],
                business_type=business["business_type"],
                files=parts.sent_files(),
            ),
        )

    def submit(self) -> None:
        self.clear_complaints()
        field = self.field("requester")
        if self._row.serves and field and not self._requester.is_empty() and self._requester.value() is None:
            field.show_error(self.tr("Choose a person from the list, or leave it empty to file it for yourself."))
            self.start_with(self._requester)
            return
        super().submit()

    def read(self) -> Typed:
        chosen = {
            "source": self._source.value(),
            "type": self._type.value(),
            "service": self._service.value(),
            "priority": self._priority.value(),
        }
        person = self._requester.value()
        asked_for = {"requester": person.user_name if person else ""}
        return with_fields(self.parts.read(), chosen | asked_for | self._business_values())

    def write(self, typed: Typed) -> None:
        if typed.fields.get("source"):
            self._source.set_value(typed.fields["source"])
            self._on_source()
        super().write(typed)
        for key, combo in (("type", self._type), ("service", self._service), ("priority", self._priority)):
            combo.set_value(typed.fields.get(key, ""))
        for name, line in zip(_BUSINESS, self._business, strict=True):
            line.setText(typed.fields.get(name, ""))
        if typed.fields.get("requester"):
            self._requester.setText(typed.fields["requester"])
            self._requester.look()
        self._on_type()
        self._on_service()

    # ------------------------------------------------------------------ the form of a source

    @property
    def _row(self) -> SourceRow:
        assert self.context.setup is not None
        return next(row for row in self.context.setup.sources if row.id == self._source.value())

    @property
    def _shown(self) -> tuple[str, ...]:
        """The parts of the form, in order."""
        asks = self._row.asks
        if "title" in asks:
            offered = {*asks, *ALWAYS, "agreement"}
            return tuple(part for part in LONG_FORM if part in offered)
        parts = list(asks)
        if "files" not in parts:
            parts.insert(parts.index("description") + 1 if "description" in parts else 0, "files")
        return (*parts, *(() if "agreement" in parts else ("agreement",)))

    def _on_source(self) -> None:
        row = self._row
        self._type.set_choices(self._type_choices(row.id))
        self._service.set_choices(self._service_choices(row))
        for combo in (self._type, self._service):
            combo.setCurrentIndex(-1)
            combo.setPlaceholderText(self.tr("Choose…"))
        self.parts.show_source(row)
        self._lay_out()
        self._on_type()
        self._on_service()
        self.order()

    def _lay_out(self) -> None:
        chosen_here = self._source.hasFocus()
        _empty(self._form)
        for widget in {widget for widgets in self._rows.values() for widget in widgets}:
            widget.hide()
        self._form.setSpacing(self.icons.theme.px(12))
        self._add_row([*self._rows["source"], *self._rows["requester"]] if self._row.serves else self._rows["source"])
        self._add_parts(self._shown)
        if chosen_here:
            self._source.setFocus()  # it was hidden for a moment

    def _add_parts(self, parts: tuple[str, ...]) -> None:
        """Choices that follow each other share a row."""
        beside: list[QWidget] = []
        for part in (*parts, ""):
            if part in _CHOICES:
                beside += self._rows[part] if self._has_choices(part) else []
                continue
            self._add_row(beside)
            if beside:
                self._form.addWidget(self._not_listed)
                self._form.addWidget(self._block)
            beside = []
            if part:
                self._add_row(self._rows[part])

    def _add_row(self, widgets: list[QWidget]) -> None:
        if not widgets:
            return
        row = QHBoxLayout()
        row.setSpacing(self.icons.theme.px(12))
        for widget in widgets:
            row.addWidget(widget, 1, Qt.AlignmentFlag.AlignTop)
        self._form.addLayout(row)
        for widget in widgets:
            widget.show()  # only now: before it would be a window of its own
        if self.parts.contact.contact_field in widgets:
            self.parts.contact.show_hours()
        if self.parts.agreement.panel in widgets:
            self.parts.agreement.show_source(self._row)

    def _has_choices(self, part: str) -> bool:
        return part == "priority" or (self._type if part == "type" else self._service).count() > 0

    def _make_rows(self) -> dict[str, list[QWidget]]:
        theme, parts = self.icons.theme, self.parts
        named: dict[str, tuple[str, QWidget]] = {
            "source": (self.tr("&For"), self._source),
            "requester": (self.tr("Re&quester"), self._requester),
            "type": (self.tr("T&ype"), self._type),
            "service": (self.tr("Ser&vice"), self._service),
            "priority": (self.tr("&Priority"), self._priority),
        }
        rows: dict[str, list[QWidget]] = {
            key: [self.keep_field(key, Field(theme, label, widget))] for key, (label, widget) in named.items()
        }
        labels = (self.tr("Business ID"), self.tr("IP address"), self.tr("Business type"))
        return rows | {
            "title": [parts.title_field],
            "description": [parts.description_field],
            "files": [parts.files_field],
            "contact": [parts.contact.contact_field, parts.contact.hours_field],
            "agreement": [parts.agreement.panel],
            "business": [Field(theme, label, line) for label, line in zip(labels, self._business, strict=True)],
        }

    # ------------------------------------------------------------------ choices

    def _source_choices(self) -> list[tuple[str, str]]:
        setup = self.context.setup
        return [(row.id, row.title) for row in setup.sources if row.enabled] if setup else []

    def _first_source(self) -> Id:
        ids = [key for key, _ in self._source_choices()]
        return "desk" if "desk" in ids else ids[0]

    def _type_choices(self, source: Id) -> list[tuple[str, str]]:
        setup = self.context.setup
        return [(row.id, shown_name(row)) for row in setup.types if row.source == source] if setup else []

    def _service_choices(self, source: SourceRow) -> list[tuple[str, str]]:
        setup = self.context.setup
        found = [(row.id, row.name) for row in setup.services if row.source == source.id] if setup else []
        return [*found, (_NOT_LISTED, self.tr("Not listed…"))] if found and source.contact_email else found

    def _priority_choices(self) -> list[tuple[str, str]]:
        return [(priority.value, words.priority(priority)) for priority in Priority]

    def _service_value(self) -> Id | None:
        value = self._service.value()
        return value if value and value != _NOT_LISTED else None

    def _business_values(self) -> dict[str, str]:
        return {name: line.text().strip() for name, line in zip(_BUSINESS, self._business, strict=True)}

    def _chosen_type(self) -> TypeRow | None:
        setup = self.context.setup
        return next((row for row in setup.types if row.id == self._type.value()), None) if setup else None

    def _me(self) -> str:
        whoami = self.context.whoami
        return self.tr("Me, {name}").format(name=whoami.person.name) if whoami else ""

    def _first_field(self) -> QWidget:
        part = next(part for part in self._shown if part not in _CHOICES or self._has_choices(part))
        return self._rows[part][0]

    # ------------------------------------------------------------------ what happens

    def _connect(self) -> None:
        several = self._source.count() > 1
        if not several:
            self._rows["source"] = []
        self._source.chosen.connect(self._on_source)
        self._type.chosen.connect(self._on_type)
        self._service.chosen.connect(self._on_service)
        for combo in (self._source, self._type, self._service, self._priority):
            combo.chosen.connect(self.note_change)
        self._block.upload_wanted.connect(self.parts.files.zone.open_chooser)
        self._block.form_wanted.connect(self._on_form_wanted)
        self.parts.files.changed.connect(self._on_files)
        self._requester.chosen.connect(self._on_requester)

    def _on_requester(self) -> None:
        """Notices go to whom it is filed for, unless somebody wrote another address."""
        person = self._requester.value()
        self.parts.contact.suggest(person.email if person else None)

    def _on_type(self) -> None:
        shown = self._chosen_type() if "type" in self._shown else None
        self._block.show_type(shown, can_mail=self._row.has_mail)
        self._on_files()

    def _on_files(self) -> None:
        """Submit waits, with its reason, for what the type requires."""
        self._block.show_files(len(self.parts.files.refs()))
        reason = self._block.refusal()
        self.main.setEnabled(not reason)
        self.main.setAccessibleDescription(reason)
        set_tooltip(self.main, reason)

    def _on_service(self) -> None:
        address = self._row.contact_email
        if self._service.value() == _NOT_LISTED and address and "service" in self._shown:
            self._not_listed.show_message(
                self.tr("A service that is not in the list: write to {address}.").format(address=address), "mail"
            )
        else:
            self._not_listed.hide()

    def _on_form_wanted(self, kind: TypeRow, path: str) -> None:
        person = self.context.whoami.person.name if self.context.whoami else ""
        try:
            paper.write_form(Path(path), shown_name(kind), kind.introduction, person)
        except OSError as error:
            self.show_error(self.tr("The form could not be written: {reason}").format(reason=error.strerror or ""))


def _empty(layout: QLayout) -> None:
    """Takes everything out; the widgets live on in their dialog."""
    while layout.count():
        item = layout.takeAt(0)
        inner = item.layout() if item else None
        if inner is not None:
            _empty(inner)
            inner.deleteLater()
