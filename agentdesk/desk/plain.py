"""Rows as plain values: what `--json` answers and what exports write."""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from agentdesk.desk.queries.requests import RequestRow
from agentdesk.desk.queries.rows import AttachmentRow, MessageRow, PersonRow, TicketDetail, TicketRow
from agentdesk.domain.values import Channel, Execution, Instant, RequestResult, RequestState

ROW_COLUMNS = (
    "id", "number", "subject", "source", "state", "state_kind", "state_label", "priority", "type", "service",
    "requester", "handler", "domain", "channel", "unread", "escalated", "link", "created", "last_activity", "pending",
)  # fmt: skip
REQUEST_COLUMNS = ("number", "about", "initiator", "type", "status", "stage", "processor", "submitted", "closed")
"""Of a list of requests (CP-63)."""


def iso(at: Instant | None) -> str | None:
    return None if at is None else datetime.fromtimestamp(at / 1000, UTC).isoformat(timespec="milliseconds")


def language_key(language: str) -> str:
    return language.partition("_")[0].lower()


def label(labels: Mapping[str, str], language: str) -> str:
    return labels.get(language_key(language)) or labels["en"]


_CALLS = {"en": "Phone call – {user}", "de": "Telefonat – {user}", "zh": "电话 – {user}"}


def subject(row: TicketRow, language: str) -> str:
    """As filed; a phone call without one is named after its caller (CS-06)."""
    if row.subject or row.channel is not Channel.PHONE:
        return row.subject
    return label(_CALLS, language).format(user=row.requester_user)


def ticket_row(row: TicketRow, language: str) -> dict[str, Any]:
    return {
        "id": row.id, "number": row.number, "subject": subject(row, language), "source": row.source, "state": row.state,
        "state_kind": row.kind, "state_label": label(row.labels, language), "priority": row.priority,
        "type": row.type, "service": row.service, "requester": row.requester_user,
        "handler": row.handler_user or None, "domain": row.domain, "channel": row.channel, "unread": row.unread,
        "escalated": row.escalated, "link": row.link or None, "created": iso(row.created),
        "last_activity": iso(row.last_activity), "pending": row.pending,
    }  # fmt: skip


def request_state(row: RequestRow) -> str:
    """One of SHOWN_STATES, or `submitted`: what waits for the server is never called decided before the server has said
    so.
    """
    request = row.request
    if row.submitted:
        return "submitted"
    if request.state is RequestState.CANCELLED:
        return "withdrawn"
    if request.state is RequestState.IN_APPROVAL:
        return "blocked" if request.blocked else "in_approval"
    if request.result is RequestResult.REJECTED:
        return "rejected"
    if request.execution is Execution.FAILED:
        return "failed"
    return "executing" if request.state is RequestState.PROCESSING else "passed"


def request_record(row: RequestRow, me: str) -> dict[str, Any]:
    """By REQUEST_COLUMNS; `me` is what whoever looks is called."""
    request = row.request
    stage = f"{request.stage}/{request.stages} {row.stage_name}" if request.stage else None
    return {
        "number": row.number, "about": request.name or ", ".join(row.hosts) or row.owner,
        "initiator": row.applicant.user_name, "type": request.kind, "status": request_state(row), "stage": stage,
        "processor": _processor(row, me), "submitted": iso(request.created), "closed": iso(request.closed),
    }  # fmt: skip


def _processor(row: RequestRow, me: str) -> str:
    """Who may act now, with how many more, or who acted last."""
    one = row.processor
    name, others = (me, one.others + bool(one.name)) if one.mine else (one.name, one.others)
    return f"{name} +{others}" if others else name


def ticket_detail(detail: TicketDetail, messages: tuple[MessageRow, ...], language: str) -> dict[str, Any]:
    outcome = {"solved": detail.solved, "rating": detail.rating, "comment": detail.rating_comment}
    return ticket_row(detail.row, language) | {
        "actions": [a.command for a in detail.actions if a.enabled],
        "unavailable": [{"command": a.command, "reason": a.reason} for a in detail.actions if not a.enabled],
        "responded": iso(detail.responded), "closed": iso(detail.closed),
        "contact": {"address": detail.contact, "hours": detail.contact_hours},
        "business": {"id": detail.business_id, "ip": detail.business_ip, "type": detail.business_type},
        "guid": detail.guid, "agent": person(detail.handler),
        "shared_links": [{"title": link.title, "url": link.url} for link in detail.links], "conference": None,
        "messages": [message(m) for m in messages], "participants": [p.user_name for p in detail.participants],
        "authorizations": [], "escalation": None, "link": None,
        "outcome": outcome if any(value is not None for value in (detail.solved, detail.rating)) else None,
        "tags": list(detail.tags), "incomplete": detail.incomplete,
        "follows": detail.follows[1] if detail.follows else None, "closes_at": iso(detail.closes_at),
    }  # fmt: skip


def person(row: PersonRow | None) -> dict[str, str] | None:
    return None if row is None else {"user_name": row.user_name, "name": row.name}


def message(row: MessageRow) -> dict[str, Any]:
    return {
        "id": row.id, "kind": row.kind, "visibility": row.visibility, "author": row.author_user or None,
        "author_kind": row.author_kind, "at": iso(row.at), "body_text": row.body_text, "body_html": row.body_html,
        "attachments": [attachment(a) for a in row.attachments], "state": row.state, "code": row.code,
        "data": row.data, "problems": list(row.problems), "mail_id": row.mail_id,
    }  # fmt: skip


def attachment(row: AttachmentRow) -> dict[str, Any]:
    return {"id": row.id, "name": row.name, "size": row.size, "sha256": row.sha256}
