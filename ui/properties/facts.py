"""The rows of the properties: key and value, only those that say something."""

from PySide6.QtCore import QCoreApplication

from agentdesk.desk.queries.rows import TicketDetail
from agentdesk.domain.values import Channel, Id, Instant, Priority
from ui import words

translate = QCoreApplication.translate

Rows = list[tuple[str, str]]


def requester_rows(detail: TicketDetail) -> Rows:
    contact = "\n".join(part for part in (detail.contact, detail.contact_hours) if part)
    return _said(
        [
            (translate("Properties", "Contact"), contact or detail.requester.email),
            (translate("Properties", "User name"), detail.requester.user_name),
        ]
    )


def ticket_rows(detail: TicketDetail, me: Id, now: Instant) -> Rows:
    row = detail.row
    common = [
        (translate("Properties", "Status"), words.state(row.labels)),
        (translate("Properties", "Service"), row.service),
    ]
    if detail.staff:
        return _said([*common, *_staff_rows(detail, me, now), *_dates(detail, now), *_other_ids(detail)])
    handler = row.handler_name or translate("Properties", "Not assigned yet")
    return _said(
        [
            *common,
            (translate("Properties", "Handled by"), handler),
            *_dates(detail, now),
            (translate("Properties", "Other IDs"), _labelled("GUID", detail.guid)),
        ]
    )


def people_rows(detail: TicketDetail, me: Id) -> Rows:
    """Who filed it and who else is linked to it (CS-13); that it is one's own needs no saying."""
    filed = detail.filed_by.name if detail.filed_by and detail.filed_by.id != detail.requester.id else ""
    others = "\n".join(person.name or person.user_name for person in detail.participants)
    if not filed and not others and (detail.staff or detail.requester.id == me):
        return []
    sender = detail.requester.name or detail.requester.user_name
    return _said(
        [
            (translate("Properties", "Sent by"), sender),
            (translate("Properties", "Filed by"), filed),
            (translate("Properties", "Others"), others),
        ]
    )


def rating_rows(detail: TicketDetail) -> Rows:
    return [(translate("Properties", "Solved"), words.solved(detail.solved))] if detail.solved is not None else []


def _staff_rows(detail: TicketDetail, me: Id, now: Instant) -> Rows:
    row = detail.row
    owner = (
        translate("Properties", "You") if row.handler == me else row.handler_name or translate("Properties", "Nobody")
    )
    priority = words.priority(row.priority) if row.priority != Priority.NONE else ""
    channel = words.channel(Channel(row.channel)) if row.channel != Channel.DESK else ""
    return [
        (translate("Properties", "Owner"), owner),
        (translate("Properties", "Priority"), priority),
        (translate("Properties", "Came by"), channel),
        (translate("Properties", "Source"), detail.source_title),
        (translate("Properties", "Tags"), ", ".join(detail.tags)),
    ]


def _dates(detail: TicketDetail, now: Instant) -> Rows:
    row = detail.row
    return [
        (translate("Properties", "Created"), words.moment(row.created, now)),
        (
            translate("Properties", "Responded"),
            words.moment(detail.responded, now) if detail.responded and detail.staff else "",
        ),
        (translate("Properties", "Last activity"), words.moment(row.last_activity, now)),
        (translate("Properties", "Closed"), words.moment(detail.closed, now) if detail.closed else ""),
    ]


def _other_ids(detail: TicketDetail) -> Rows:
    ids = (
        _labelled("GUID", detail.guid),
        _labelled(translate("Properties", "Business ID"), detail.business_id),
        _labelled(translate("Properties", "Business IP"), detail.business_ip),
        _labelled(translate("Properties", "Business type"), detail.business_type),
    )
    return [(translate("Properties", "Other IDs"), "\n".join(part for part in ids if part))]


def _labelled(label: str, value: str) -> str:
    return f"{label}\n{value}" if value else ""


def _said(rows: Rows) -> Rows:
    return [(key, value) for key, value in rows if value]
