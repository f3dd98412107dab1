"""The line under the header: whose turn it is, what the main button will do, and when the ticket closes by itself."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from PySide6.QtCore import QCoreApplication

from agentdesk.desk.queries.rows import TicketDetail
from agentdesk.domain.values import Id, StateKind
from ui.cards.naming import date_of
from ui.thread.phrases import is_kept_only
from ui.words.phrase import QT_TRANSLATE_NOOP, fill, say

translate = QCoreApplication.translate

Kind = StateKind


@dataclass(frozen=True, slots=True)
class NextStep:
    icon: str
    sentence: str
    turn: bool
    """Whether the reader is the one to act."""


# (icon, sentence, whether it is the reader's turn); "mine", "other" and "nobody" say who handles the ticket
_STAFF: Mapping[tuple[StateKind, str], tuple[str, str, bool]] = MappingProxyType(
    {
        (Kind.NEW, "mine"): (
            "handle",
            QT_TRANSLATE_NOOP(
                "NextStep", "This ticket is assigned to you, but work has not started. Choose Handle to start it."
            ),
            True,
        ),
        (Kind.NEW, "other"): ("handle", QT_TRANSLATE_NOOP("NextStep", "{handler} has not started work yet."), False),
        (Kind.NEW, "nobody"): (
            "handle", QT_TRANSLATE_NOOP("NextStep", "Nobody owns this ticket yet. Choose Handle to take it."), True,
        ),
        (Kind.WORKING, "mine"): (
            "reply", QT_TRANSLATE_NOOP("NextStep", "It is your turn: {requester} waits for an answer."), True,
        ),
        (Kind.WORKING, "other"): ("reply", QT_TRANSLATE_NOOP("NextStep", "{handler} works on this ticket."), False),
        (Kind.WAITING_STAFF, "mine"): (
            "reply", QT_TRANSLATE_NOOP("NextStep", "{requester} has written and waits for your answer."), True,
        ),
        (Kind.WAITING_STAFF, "other"): (
            "reply", QT_TRANSLATE_NOOP("NextStep", "{requester} has written and waits for {handler}."), False,
        ),
        (Kind.WAITING_CUSTOMER, ""): (
            "clock", QT_TRANSLATE_NOOP("NextStep", "We wait for an answer of {requester}."), False,
        ),
        (Kind.WAITING_CONFIRMATION, ""): (
            "clock", QT_TRANSLATE_NOOP("NextStep", "{requester} was asked whether the problem is solved."), False,
        ),
        (Kind.DONE, ""): ("info", QT_TRANSLATE_NOOP("NextStep", "This ticket was closed on {closed}."), False),
        (Kind.CANCELLED, ""): ("info", QT_TRANSLATE_NOOP("NextStep", "This ticket was cancelled."), False),
    }
)  # fmt: skip
_NO_HANDLER = ("reply", QT_TRANSLATE_NOOP("NextStep", "Nobody owns this ticket now. {requester} waits."), True)
_CUSTOMER: Mapping[StateKind, tuple[str, str, bool]] = MappingProxyType(
    {
        Kind.NEW: ("clock", QT_TRANSLATE_NOOP("NextStep", "Support has received your ticket."), False),
        Kind.WORKING: ("clock", QT_TRANSLATE_NOOP("NextStep", "{support} is working on your ticket."), False),
        Kind.WAITING_STAFF: ("clock", QT_TRANSLATE_NOOP("NextStep", "{support} has received your answer."), False),
        Kind.WAITING_CUSTOMER: (
            "reply", QT_TRANSLATE_NOOP("NextStep", "{support} has answered and waits for you."), True,
        ),
        Kind.WAITING_CONFIRMATION: (
            "resolved",
            QT_TRANSLATE_NOOP(
                "NextStep", "Support thinks this is solved. Please confirm, or write what is still wrong."
            ),
            True,
        ),
        Kind.DONE: (
            "info",
            QT_TRANSLATE_NOOP(
                "NextStep",
                "This ticket was closed. If you have more questions, open a new ticket and refer to this one.",
            ),
            False,
        ),
        Kind.CANCELLED: (
            "info",
            QT_TRANSLATE_NOOP(
                "NextStep",
                "This ticket was cancelled. If you have more questions, open a new ticket and refer to this one.",
            ),
            False,
        ),
    }
)  # fmt: skip


def next_step(detail: TicketDetail, me: Id) -> NextStep:
    icon, sentence, turn = _staff_row(detail, me) if detail.staff else _CUSTOMER[detail.row.kind]
    parts = [say("NextStep", sentence, _values(detail))]
    parts.extend(_more(detail))
    return NextStep(icon, " ".join(parts), turn)


def _staff_row(detail: TicketDetail, me: Id) -> tuple[str, str, bool]:
    handler = detail.row.handler
    whose = "nobody" if handler is None else "mine" if handler == me else "other"
    kind = detail.row.kind
    return _STAFF.get((kind, whose)) or _STAFF.get((kind, "")) or _NO_HANDLER


def _values(detail: TicketDetail) -> dict[str, object]:
    return {
        "requester": detail.row.requester_name or detail.row.requester_user,
        "handler": detail.row.handler_name,
        "support": detail.row.handler_name or translate("NextStep", "Support"),
        "closed": date_of(detail.closed or detail.row.last_activity),
    }


def _more(detail: TicketDetail) -> list[str]:
    """What else there is to know, each a sentence of its own."""
    kind, more = detail.row.kind, []
    if detail.incomplete and kind.open:
        more.append(
            fill(translate("NextStep", "The form was returned as incomplete: {reason}"), {"reason": detail.incomplete})
        )
    if detail.staff and detail.work_starts_on_open and _may_handle(detail):
        more.append(translate("NextStep", "Opening the ticket with Enter starts work on it."))
    if is_kept_only(detail) and kind != Kind.CANCELLED:
        more.append(translate("NextStep", "This desk sends no mail; export the reply as .eml."))
    if detail.closes_at is not None:
        more.append(
            fill(
                translate("NextStep", "Without an answer the ticket closes on {date}."),
                {"date": date_of(detail.closes_at)},
            )
        )
    if not detail.staff and kind in (Kind.NEW, Kind.WORKING, Kind.WAITING_STAFF) and detail.service_hours:
        more.append(fill(translate("NextStep", "Support answers {hours}."), {"hours": detail.service_hours}))
    if not detail.staff and kind == Kind.DONE and detail.rating is not None:
        more.append(translate("NextStep", "Thank you for your feedback."))
    return more


def _may_handle(detail: TicketDetail) -> bool:
    return any(action.command == "handle_ticket" and action.enabled for action in detail.actions)
