"""A new ticket that refers to an ended one: what is finished stays finished."""

from collections.abc import Iterator

from PySide6.QtWidgets import QWidget

from agentdesk.desk.queries.rows import Refusal, SourceRow
from agentdesk.domain.commands import Command, FollowUpTicket
from ui.context import Context
from ui.dialogs.form_draft import Typed
from ui.dialogs.sent_form import SentForm
from ui.icons import Icons


class FollowUpDialog(SentForm):
    """Type and service are those of the old ticket, so they are not asked again."""

    def __init__(self, context: Context, icons: Icons, parent: QWidget | None = None) -> None:
        ticket = context.detail.row.id if context.detail else ""
        super().__init__(context, icons, "follow_up", parent, draft_key=f"follow {ticket}")
        self._old = self.detail.row
        number = self._old.number
        self.present(self.tr("New ticket from {number}").format(number=number), self.tr("Submit"), "send")
        self.add_info(self.tr("It refers to {number}, which stays as it ended.").format(number=number), "link")
        self._lay_out()
        self.parts.show_source(self._source)
        self.write(self.blank())
        self.draft.stop()
        self.look_for_draft()
        self.start_with(self.parts.description.editor)

    def missing(self) -> Iterator[Refusal]:
        yield from self.parts.missing(self._source.asks)

    def commands(self) -> tuple[Command, ...]:
        parts, new_id = self.parts, self.context.desk.clock.new_id
        return (
            FollowUpTicket(
                ticket=self._old.id,
                new_ticket=self.new_ticket,
                message=new_id(),
                subject=parts.title.text().strip(),
                body_html=parts.description.html(),
                contact=parts.contact.value(),
                contact_hours=parts.contact.hours_value(),
                agreed=parts.agreement.given(),
                files=parts.sent_files(),
            ),
        )

    def blank(self) -> Typed:
        """The old subject; for staff who write in a customer's place, the customer's address stays the desk's."""
        return Typed(fields={"title": self._old.subject if "title" in self._source.asks else ""})

    def read(self) -> Typed:
        typed = super().read()
        untouched = not (typed.body or typed.files or self.parts.contact.touched())
        untouched = untouched and typed.fields.get("title") == self._old.subject
        return Typed() if untouched else typed

    @property
    def _source(self) -> SourceRow:
        assert self.context.setup is not None
        return next(row for row in self.context.setup.sources if row.id == self._old.source)

    def _lay_out(self) -> None:
        parts = self.parts
        self.body.addWidget(parts.title_field)
        parts.title_field.setVisible("title" in self._source.asks)
        self.body.addWidget(parts.description_field)
        self.body.addWidget(parts.files_field)
        self.add_row(parts.contact.contact_field, parts.contact.hours_field)
        parts.contact.show_hours()
        if self.detail.staff and self.detail.requester.id != self.context.desk.person:
            parts.contact.suggest("")
        self.body.addWidget(parts.agreement.panel)
