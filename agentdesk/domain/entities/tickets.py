"""A ticket, all that hangs on it, and what was done."""

from dataclasses import dataclass

from agentdesk.domain.entities.base import Entity
from agentdesk.domain.values import (
    AuthorKind,
    Channel,
    Id,
    Instant,
    MessageKind,
    Priority,
    Solved,
    StateKind,
    Visibility,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ticket(Entity):
    source: Id
    subject: str
    state: str
    kind: StateKind
    requester: Id
    created: Instant
    last_activity: Instant
    state_since: Instant
    number: str = ""
    """The human number, from the authority; empty while nobody has given one."""
    filed_by: Id | None = None
    """Who filed it in the requester's name (QK-25), else None."""
    type: Id | None = None
    service: Id | None = None
    priority: Priority = Priority.NONE
    handler: Id | None = None
    domain: Id | None = None
    project: Id | None = None
    channel: Channel = Channel.DESK
    contact: str = ""
    """A mobile number or an e-mail address (QK-18)."""
    contact_hours: str = ""
    business_id: str = ""
    business_ip: str = ""
    business_type: str = ""
    guid: str = ""
    responded: Instant | None = None
    """When somebody accepted it, not the first reply (RS-10)."""
    last_customer_activity: Instant | None = None
    closed: Instant | None = None
    solved: Solved | None = None
    rating: int | None = None
    rating_comment: str = ""
    incomplete: str = ""
    """Why it was returned as incomplete; the state stays (GU-07)."""
    follows: Id | None = None
    """The finished ticket this one refers to."""
    tags: tuple[str, ...] = ()
    has_files: bool = False
    last_author: Id | None = None
    last_pos: int = 0
    public_pos: int = 0
    """`pos` of the newest message, and of the newest one that everyone sees; given with `pos`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Message(Entity):
    ticket: Id
    kind: MessageKind
    visibility: Visibility
    at: Instant
    """The author's time; the thread is ordered by `pos` (RS-24)."""
    author: Id | None = None
    author_kind: AuthorKind = AuthorKind.SYSTEM
    body_html: str = ""
    body_text: str = ""
    code: str = ""
    """Of a system message: what happened; the window has the sentence."""
    data: tuple[str, ...] = ()
    """Of a system message: the values of the sentence, as "name=value"."""
    pos: int = 0
    """Place in the thread, given by the authority on arrival."""
    mail_id: str = ""
    digest: str = ""
    """Of a received letter: sha256 of sender, date, subject, text and files; equal means the same letter."""
    raw_sha256: str = ""
    recipients: tuple[str, ...] = ()
    problems: tuple[str, ...] = ()
    """Codes of what could not be read in a received letter; the raw form is attached."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment(Entity):
    ticket: Id
    message: Id
    name: str
    size: int
    media_type: str
    sha256: str
    content_id: str = ""
    inline: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class MailReference(Entity):
    """The ticket something that came in belongs to: a Message-ID, a letter, a record of another system.

    The id is uuid5 of the source and what it is known by, so that one look tells whether it was seen before.
    """

    ticket: Id


@dataclass(frozen=True, slots=True, kw_only=True)
class Participant(Entity):
    ticket: Id
    person: Id
    active: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedLink(Entity):
    ticket: Id
    title: str
    url: str
    by: Id
    at: Instant


@dataclass(frozen=True, slots=True, kw_only=True)
class LogEntry(Entity):
    """One line of the operation log; sealed into the hash chain after it was written."""

    at: Instant
    actor: Id
    command: str
    root_kind: str
    root: Id
    data: tuple[str, ...] = ()
