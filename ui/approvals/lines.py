"""Rows of requests into the words of their cards and of their table, made when they are first looked at."""

from dataclasses import dataclass
from functools import cached_property

from PySide6.QtCore import QCoreApplication

from agentdesk.desk.plain import request_state
from agentdesk.desk.queries.requests import RequestRow
from agentdesk.domain.values import Instant, ProcessKind
from ui import words
from ui.cards.ticket_card import CardWords
from ui.widgets.chip import ChipLook
from ui.words.requests import STATES

ICONS = {
    ProcessKind.HOST_CREATE: "server", ProcessKind.HOST_CHANGE: "edit", ProcessKind.HOST_DELETE: "delete",
    ProcessKind.JOIN_PROJECT: "people", ProcessKind.PROJECT_QUOTA: "quota", ProcessKind.DOMAIN_QUOTA: "quota",
}  # fmt: skip


@dataclass
class RequestLine:
    row: RequestRow
    now: Instant

    @property
    def state(self) -> str:
        """A key of STATES."""
        return request_state(self.row)

    @cached_property
    def card(self) -> CardWords:
        return _card(self.row, self.now)

    @cached_property
    def cells(self) -> tuple[str, ...]:
        """Those of the table, by COLUMNS."""
        return _cells(self.row, self.now)

    @property
    def chips(self) -> tuple[ChipLook, ...]:
        return (_chip(self.row),)


def _card(row: RequestRow, now: Instant) -> CardWords:
    news = QCoreApplication.translate("TicketLines", "unread") if row.unread else ""
    request, chip = row.request, _chip(row)
    title, level = words.request_title(row), "" if row.submitted else words.request_level(request)
    age = words.ago(request.stage_since or request.last_activity, now)
    return CardWords(
        subject=title, time=age, chip=chip, who=row.applicant.name, waits=level, waits_icon="",
        icon=ICONS.get(request.kind, "list"), quiet=chip.kind == "cancelled", unread=row.unread,
        spoken=", ".join(
            part for part in (title, chip.text, row.applicant.name, row.number, news, level, age) if part
        ),
    )  # fmt: skip


def _cells(row: RequestRow, now: Instant) -> tuple[str, ...]:
    request = row.request
    return (
        row.number, words.request_subject(row), row.applicant.name or row.applicant.user_name,
        words.request_kind(request.kind), _chip(row).text, words.request_stage(row), words.request_processor(row),
        words.moment(request.created, now), words.moment(request.closed, now) if request.closed else "",
    )  # fmt: skip


def _chip(row: RequestRow) -> ChipLook:
    state = request_state(row)
    return ChipLook(STATES[state][0], words.request_state_words(state))
