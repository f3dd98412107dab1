"""Words for the small words of the core: queues, kinds of states, priorities, channels, commands."""

from collections.abc import Mapping
from types import MappingProxyType

from PySide6.QtCore import QLocale

from agentdesk.desk.queries.rows import TicketRow
from agentdesk.domain.values import AuthorKind, Channel, MessageKind, Priority, Solved, StateKind
from ui.words.phrase import QT_TRANSLATE_NOOP, say

QUEUES: Mapping[str, str] = MappingProxyType(
    {
        "support.pending": QT_TRANSLATE_NOOP("Names", "My pending"),
        "support.queue": QT_TRANSLATE_NOOP("Names", "Queue"),
        "support.resolved": QT_TRANSLATE_NOOP("Names", "I resolved"),
        "support.mine": QT_TRANSLATE_NOOP("Names", "My tickets"),
        "support.org": QT_TRANSLATE_NOOP("Names", "My organisation"),
        "support.all": QT_TRANSLATE_NOOP("Names", "All tickets"),
        "approvals.pending": QT_TRANSLATE_NOOP("Names", "My pending"),
        "approvals.resolved": QT_TRANSLATE_NOOP("Names", "I resolved"),
        "approvals.involved": QT_TRANSLATE_NOOP("Names", "I involved"),
        "approvals.mine": QT_TRANSLATE_NOOP("Names", "My requests"),
        "approvals.all": QT_TRANSLATE_NOOP("Names", "All requests"),
        "resources": QT_TRANSLATE_NOOP("Names", "Resources"),
        "admin.process": QT_TRANSLATE_NOOP("Names", "Process setup"),
        "admin.log": QT_TRANSLATE_NOOP("Names", "Operation log"),
        "outbox": QT_TRANSLATE_NOOP("Names", "Outbox"),
    }
)
SECTIONS: Mapping[str, str] = MappingProxyType(
    {
        "support": QT_TRANSLATE_NOOP("Names", "Support"),
        "approvals": QT_TRANSLATE_NOOP("Names", "Approvals"),
        "views": QT_TRANSLATE_NOOP("Names", "Saved views"),
        "admin": QT_TRANSLATE_NOOP("Names", "Administration"),
        "attention": QT_TRANSLATE_NOOP("Names", "Needs attention"),
    }
)
KINDS: Mapping[StateKind, str] = MappingProxyType(
    {
        StateKind.NEW: QT_TRANSLATE_NOOP("Names", "New"),
        StateKind.WORKING: QT_TRANSLATE_NOOP("Names", "In work"),
        StateKind.WAITING_CUSTOMER: QT_TRANSLATE_NOOP("Names", "Waits for the customer"),
        StateKind.WAITING_STAFF: QT_TRANSLATE_NOOP("Names", "Waits for us"),
        StateKind.WAITING_CONFIRMATION: QT_TRANSLATE_NOOP("Names", "Waits for confirmation"),
        StateKind.DONE: QT_TRANSLATE_NOOP("Names", "Done"),
        StateKind.CANCELLED: QT_TRANSLATE_NOOP("Names", "Cancelled"),
    }
)
PRIORITIES: Mapping[Priority, str] = MappingProxyType(
    {
        Priority.NONE: QT_TRANSLATE_NOOP("Names", "None"),
        Priority.MINOR: QT_TRANSLATE_NOOP("Names", "Minor"),
        Priority.MODERATE: QT_TRANSLATE_NOOP("Names", "Moderate"),
        Priority.CRITICAL: QT_TRANSLATE_NOOP("Names", "Critical"),
        Priority.FATAL: QT_TRANSLATE_NOOP("Names", "Fatal"),
    }
)
CHANNELS: Mapping[Channel, str] = MappingProxyType(
    {
        Channel.DESK: QT_TRANSLATE_NOOP("Names", "Desk"),
        Channel.EMAIL: QT_TRANSLATE_NOOP("Names", "E-mail"),
        Channel.CHAT: QT_TRANSLATE_NOOP("Names", "Chat"),
        Channel.PHONE: QT_TRANSLATE_NOOP("Names", "Phone"),
        Channel.CONFERENCE: QT_TRANSLATE_NOOP("Names", "Conference call"),
        Channel.API: QT_TRANSLATE_NOOP("Names", "Program"),
    }
)
MESSAGE_KINDS: Mapping[MessageKind, str] = MappingProxyType(
    {
        MessageKind.REPLY: QT_TRANSLATE_NOOP("Names", "Reply"),
        MessageKind.NOTE: QT_TRANSLATE_NOOP("Names", "Internal note"),
        MessageKind.SYSTEM: QT_TRANSLATE_NOOP("Names", "System message"),
        MessageKind.EMAIL: QT_TRANSLATE_NOOP("Names", "E-mail"),
        MessageKind.CALL: QT_TRANSLATE_NOOP("Names", "Phone call"),
        MessageKind.CHAT: QT_TRANSLATE_NOOP("Names", "Chat"),
        MessageKind.CONFERENCE: QT_TRANSLATE_NOOP("Names", "Conference call"),
    }
)
AUTHORS: Mapping[AuthorKind, str] = MappingProxyType(
    {
        AuthorKind.REQUESTER: QT_TRANSLATE_NOOP("Names", "Requester"),
        AuthorKind.STAFF: QT_TRANSLATE_NOOP("Names", "Support"),
        AuthorKind.UPSTREAM: QT_TRANSLATE_NOOP("Names", "Upstream"),
        AuthorKind.SYSTEM: QT_TRANSLATE_NOOP("Names", "System"),
    }
)
SOLVED: Mapping[Solved, str] = MappingProxyType(
    {
        Solved.YES: QT_TRANSLATE_NOOP("Names", "Yes"),
        Solved.PARTLY: QT_TRANSLATE_NOOP("Names", "Partly"),
        Solved.NO: QT_TRANSLATE_NOOP("Names", "No"),
    }
)
COMMANDS: Mapping[str, str] = MappingProxyType(
    {
        "submit_ticket": QT_TRANSLATE_NOOP("Names", "New ticket"),
        "handle_ticket": QT_TRANSLATE_NOOP("Names", "Handle"),
        "forward_ticket": QT_TRANSLATE_NOOP("Names", "Forward"),
        "reply": QT_TRANSLATE_NOOP("Names", "Reply"),
        "add_note": QT_TRANSLATE_NOOP("Names", "Internal note"),
        "complete_ticket": QT_TRANSLATE_NOOP("Names", "Complete"),
        "confirm_ticket": QT_TRANSLATE_NOOP("Names", "Confirm the solution"),
        "end_ticket": QT_TRANSLATE_NOOP("Names", "Close"),
        "cancel_ticket": QT_TRANSLATE_NOOP("Names", "Cancel"),
        "return_incomplete": QT_TRANSLATE_NOOP("Names", "Return as incomplete"),
        "rate_ticket": QT_TRANSLATE_NOOP("Names", "Leave feedback"),
        "follow_up_ticket": QT_TRANSLATE_NOOP("Names", "New ticket from this"),
        "move_ticket": QT_TRANSLATE_NOOP("Names", "Move"),
        "set_priority": QT_TRANSLATE_NOOP("Names", "Set priority"),
        "set_tags": QT_TRANSLATE_NOOP("Names", "Change tags"),
        "add_participant": QT_TRANSLATE_NOOP("Names", "Add a participant"),
        "remove_participant": QT_TRANSLATE_NOOP("Names", "Remove a participant"),
        "share_link": QT_TRANSLATE_NOOP("Names", "Share a link"),
        "auto_close": QT_TRANSLATE_NOOP("Names", "Close for want of an answer"),
        "receive_email": QT_TRANSLATE_NOOP("Names", "Receive an e-mail"),
        "log_call": QT_TRANSLATE_NOOP("Names", "Log a call"),
        "record_ticket": QT_TRANSLATE_NOOP("Names", "Import a ticket"),
        "record_message": QT_TRANSLATE_NOOP("Names", "Import a message"),
        "save_view": QT_TRANSLATE_NOOP("Names", "Save a view"),
        "save_canned_reply": QT_TRANSLATE_NOOP("Names", "Save a canned reply"),
        "save_scheme": QT_TRANSLATE_NOOP("Names", "Save a scheme"),
        "save_source": QT_TRANSLATE_NOOP("Names", "Save a source"),
        "set_default_handler": QT_TRANSLATE_NOOP("Names", "Set the default handler"),
        "save_ticket_type": QT_TRANSLATE_NOOP("Names", "Save a ticket type"),
        "save_service": QT_TRANSLATE_NOOP("Names", "Save a service"),
        "set_service_owners": QT_TRANSLATE_NOOP("Names", "Set the owners of a service"),
        "save_handler": QT_TRANSLATE_NOOP("Names", "Save a handler"),
        "save_person": QT_TRANSLATE_NOOP("Names", "Save a person"),
        "disable_person": QT_TRANSLATE_NOOP("Names", "Disable a person"),
        "save_domain": QT_TRANSLATE_NOOP("Names", "Save an organisation"),
        "save_project": QT_TRANSLATE_NOOP("Names", "Save a project"),
        "assign_role": QT_TRANSLATE_NOOP("Names", "Assign a role"),
        "revoke_role": QT_TRANSLATE_NOOP("Names", "Revoke a role"),
        "apply": QT_TRANSLATE_NOOP("Names", "New request"),
        "modify_request": QT_TRANSLATE_NOOP("Names", "Change a request"),
        "undo_request": QT_TRANSLATE_NOOP("Names", "Withdraw a request"),
        "pass_stage": QT_TRANSLATE_NOOP("Names", "Pass"),
        "reject_stage": QT_TRANSLATE_NOOP("Names", "Reject"),
        "transfer_stage": QT_TRANSLATE_NOOP("Names", "Hand a level on"),
        "retry_execution": QT_TRANSLATE_NOOP("Names", "Try again"),
        "record_execution": QT_TRANSLATE_NOOP("Names", "Carry out a request"),
        "remind_stage": QT_TRANSLATE_NOOP("Names", "Remind of a request"),
        "escalate_stage": QT_TRANSLATE_NOOP("Names", "Escalate a request"),
        "set_delegate": QT_TRANSLATE_NOOP("Names", "Name a delegate"),
        "revoke_delegate": QT_TRANSLATE_NOOP("Names", "Revoke a delegate"),
        "restore_resource": QT_TRANSLATE_NOOP("Names", "Restore from the trash"),
        "save_desk": QT_TRANSLATE_NOOP("Names", "Save the desk"),
        "save_process": QT_TRANSLATE_NOOP("Names", "Save a process"),
        "enable_process": QT_TRANSLATE_NOOP("Names", "Enable a process"),
        "disable_process": QT_TRANSLATE_NOOP("Names", "Disable a process"),
    }
)
COLUMNS: Mapping[str, str] = MappingProxyType(
    {
        "id": QT_TRANSLATE_NOOP("Names", "Id"),
        "number": QT_TRANSLATE_NOOP("Names", "Number"),
        "subject": QT_TRANSLATE_NOOP("Names", "Subject"),
        "source": QT_TRANSLATE_NOOP("Names", "Source"),
        "state": QT_TRANSLATE_NOOP("Names", "Status id"),
        "state_kind": QT_TRANSLATE_NOOP("Names", "Kind of status"),
        "state_label": QT_TRANSLATE_NOOP("Names", "Status"),
        "priority": QT_TRANSLATE_NOOP("Names", "Priority"),
        "type": QT_TRANSLATE_NOOP("Names", "Type"),
        "service": QT_TRANSLATE_NOOP("Names", "Service"),
        "requester": QT_TRANSLATE_NOOP("Names", "Requester"),
        "handler": QT_TRANSLATE_NOOP("Names", "Handler"),
        "domain": QT_TRANSLATE_NOOP("Names", "Organisation"),
        "channel": QT_TRANSLATE_NOOP("Names", "Channel"),
        "unread": QT_TRANSLATE_NOOP("Names", "Unread"),
        "escalated": QT_TRANSLATE_NOOP("Names", "Escalated"),
        "link": QT_TRANSLATE_NOOP("Names", "Upstream link"),
        "created": QT_TRANSLATE_NOOP("Names", "Created"),
        "last_activity": QT_TRANSLATE_NOOP("Names", "Last activity"),
        "pending": QT_TRANSLATE_NOOP("Names", "Not final yet"),
    }
)
REQUEST_COLUMNS: Mapping[str, str] = MappingProxyType(
    {
        "number": QT_TRANSLATE_NOOP("Names", "Number"),
        "about": QT_TRANSLATE_NOOP("Names", "About"),
        "initiator": QT_TRANSLATE_NOOP("Names", "Initiator"),
        "type": QT_TRANSLATE_NOOP("Names", "Type"),
        "status": QT_TRANSLATE_NOOP("Names", "Status"),
        "stage": QT_TRANSLATE_NOOP("Names", "Stage"),
        "processor": QT_TRANSLATE_NOOP("Names", "Processor"),
        "submitted": QT_TRANSLATE_NOOP("Names", "Submitted"),
        "closed": QT_TRANSLATE_NOOP("Names", "Closed"),
    }
)
NO_SUBJECT = QT_TRANSLATE_NOOP("Names", "(no title)")


def language() -> str:
    """The key of the window's language in labels of schemes and types: en, zh or de."""
    short = QLocale().name().partition("_")[0]
    return short if short in ("zh", "de") else "en"


def state(labels: Mapping[str, str]) -> str:
    """A state's label from its scheme, in the window's language or else in English."""
    return labels.get(language()) or labels.get("en") or next(iter(labels.values()), "")


def label_of(labels: Mapping[str, str], name: str) -> str:
    """The name of a type in the window's language, where its administrator gave one."""
    return labels.get(language()) or name


def subject_line(row: TicketRow) -> str:
    return row.subject or say("Names", NO_SUBJECT)


def queue(name: str) -> str:
    return _named(QUEUES, name)


def section(name: str) -> str:
    """The head over a part of the navigation."""
    return _named(SECTIONS, name)


def state_kind(kind: StateKind) -> str:
    return say("Names", KINDS[kind])


def priority(value: Priority) -> str:
    return say("Names", PRIORITIES[value])


def channel(value: Channel) -> str:
    return say("Names", CHANNELS[value])


def message_kind(value: MessageKind) -> str:
    return say("Names", MESSAGE_KINDS[value])


def author_kind(value: AuthorKind) -> str:
    """The side an author stands on."""
    return say("Names", AUTHORS[value])


def solved(value: Solved) -> str:
    return say("Names", SOLVED[value])


def column(name: str) -> str:
    """Of an exported list."""
    return _named(COLUMNS, name)


def request_column(name: str) -> str:
    return _named(REQUEST_COLUMNS, name)


def command(name: str) -> str:
    return _named(COMMANDS, name)


def _named(names: Mapping[str, str], name: str) -> str:
    return say("Names", names[name]) if name in names else name
