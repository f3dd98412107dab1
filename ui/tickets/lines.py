"""Rows into lines: every word of a list is made here, once a row, in the viewer's language and time zone."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from PySide6.QtCore import QCoreApplication

from agentdesk.desk.queries.rows import TicketRow
from agentdesk.domain.values import Channel, Id, Instant, Priority, StateKind
from ui import words
from ui.cards.naming import date_of, subject_of
from ui.cards.ticket_card import CardWords
from ui.widgets.chip import ChipLook

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Viewer:
    """Who looks, and when."""

    person: Id
    now: Instant
    sources: Mapping[Id, str] = field(default_factory=dict)
    """Titles of the sources that a row names, since it comes from elsewhere (GU-27)."""


@dataclass
class Line:
    """One row of the list. Its words are made when they are first looked at: of a page, few rows are ever seen."""

    row: TicketRow
    viewer: Viewer
    pending_since: Instant | None = None
    """When its change was first seen waiting."""

    @cached_property
    def card(self) -> CardWords:
        return _card(self.row, self.viewer)

    @cached_property
    def cells(self) -> tuple[str, ...]:
        """Those of the table, by COLUMNS."""
        return _cells(self.row)

    @property
    def chips(self) -> tuple[ChipLook, ...]:
        returned = (ChipLook("conflict", self.card.returned),) if self.card.returned else ()
        return (self.card.chip, *returned)


def line_of(row: TicketRow, viewer: Viewer, before: Line | None = None) -> Line:
    since = viewer.now if row.pending else None
    if since is not None and before is not None and before.pending_since is not None:
        since = before.pending_since
    return Line(row, viewer, since)


def _card(row: TicketRow, viewer: Viewer) -> CardWords:
    state = words.state(row.labels)
    own = row.requester == viewer.person
    card = CardWords(
        subject=subject_of(row),
        time=words.ago(row.last_activity, viewer.now),
        chip=ChipLook(row.kind, state),
        who=_support_side(row) if own else _requester(row, viewer),
        waits="" if own or row.waiting_since is None else words.span(viewer.now - row.waiting_since),
        spoken="",
        priority=row.priority,
        unread=row.unread,
        quiet=row.kind == StateKind.CANCELLED,
        clip=row.has_files,
        escalated=row.escalated,
        returned=translate("TicketLines", "Not sent") if row.returned else "",
    )
    card.spoken = _spoken(row, card)
    return card


def _requester(row: TicketRow, viewer: Viewer) -> str:
    parts = (row.requester_name or row.requester_user, viewer.sources.get(row.source, ""))
    return " · ".join(part for part in parts if part)


def _support_side(row: TicketRow) -> str:
    if not row.handler_name:
        return translate("TicketLines", "Not assigned yet")
    return translate("TicketLines", "Support: {name}").format(name=row.handler_name)


def _spoken(row: TicketRow, card: CardWords) -> str:
    """Subject, status, person, number, and what the marks say (ui.md §7)."""
    parts = [card.subject, card.chip.text, card.who, row.number]
    if row.unread:
        parts.append(translate("TicketLines", "unread"))
    if row.priority != Priority.NONE:
        parts.append(translate("TicketLines", "priority {priority}").format(priority=words.priority(row.priority)))
    if row.escalated:
        parts.append(translate("TicketLines", "escalated"))
    if row.has_files:
        parts.append(translate("TicketLines", "with attachments"))
    if card.waits:
        parts.append(translate("TicketLines", "waits for {duration}").format(duration=card.waits))
    if card.returned:
        parts.append(card.returned)
    return ", ".join([*parts, card.time])


def _cells(row: TicketRow) -> tuple[str, ...]:
    return (
        row.number,
        row.users or row.requester_user,
        subject_of(row),
        date_of(row.created),
        date_of(row.last_activity),
        words.channel(Channel(row.channel)),
        words.state(row.labels),
    )
