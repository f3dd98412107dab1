"""What comes in by letter, by phone and from other systems."""

from dataclasses import dataclass, field

from agentdesk.domain.commands.base import BODY, SUBJECT, Command, FileRef, many, new, required, target, text
from agentdesk.domain.values import Channel, Id, Instant, Priority


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceiveEmail(Command):
    """A letter that arrived. `ticket` names the ticket it founds if its thread is not known here."""

    ticket: Id = new()
    message: Id = new()
    source: Id
    sender_name: str = text()
    sender_address: str = text(320)
    subject: str = text(1_000)
    at: Instant | None = None
    mail_id: str = text(1_000)
    references: tuple[str, ...] = many(2_000, 1_000)
    recipients: tuple[str, ...] = many(2_000, 400)
    body_html: str = text(BODY)
    body_text: str = text(8 * 1024 * 1024)
    """Used where there is no `body_html`."""
    raw_sha256: str = text(64)
    problems: tuple[str, ...] = many(50, 60)
    files: tuple[FileRef, ...] = many(5_000)


@dataclass(frozen=True, slots=True, kw_only=True)
class LogCall(Command):
    """A phone call. Without a ticket it founds one (CS-06, CS-15)."""

    ticket: Id = new()
    message: Id = new()
    source: Id
    requester: Id
    subject: str = text(SUBJECT)
    body_html: str = text(BODY)
    """What the agent noted; staff only."""
    minutes: int = field(default=0, metadata={"least": 0, "most": 24 * 60})
    at: Instant | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordTicket(Command):
    """A ticket taken over from another system's export, with its own dates and state."""

    ticket: Id = new()
    message: Id = new()
    source: Id
    foreign_id: str = text()
    number: str = text(60)
    subject: str = required(SUBJECT)
    requester: str = required(320)
    """A user name or an address; unknown ones become a person."""
    body_html: str = text(BODY)
    created: Instant | None = None
    state: str = text(60)
    type: str = text()
    service: str = text()
    priority: Priority = Priority.NONE
    channel: Channel = Channel.DESK
    tags: tuple[str, ...] = many(20, 60)
    note_html: str = text(BODY)
    """Columns nobody asked for, kept as a note."""
    digest: str = text(64)


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordMessage(Command):
    """One message of a ticket taken over by `record_ticket`."""

    ticket: Id = target()
    message: Id = new()
    author: str = text(320)
    at: Instant | None = None
    note: bool = False
    body_html: str = text(BODY)
    digest: str = text(64)
