"""What lists and panes show: small frozen rows made for one screen, never entities."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from agentdesk.domain.action import Action
from agentdesk.domain.commands import Command
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
class PersonRow:
    id: Id
    user_name: str
    name: str
    title: str = ""
    organisation: str = ""
    email: str = ""
    enabled: bool = True
    load: int = 0
    """Open tickets this person handles."""


@dataclass(slots=True, kw_only=True)
class TicketRow:
    """One line of a ticket list. `n` is the row's number on this computer, never shown or sent.

    Not frozen as the others are, for that makes a page of them take half as long again; still nobody changes one.
    """

    n: int
    id: Id
    number: str
    subject: str
    source: Id
    state: str
    kind: StateKind
    labels: dict[str, str]
    """The state's label per language, from the source's scheme."""
    priority: Priority
    type: str
    service: str
    requester: Id
    requester_name: str
    requester_user: str
    handler: Id | None
    handler_name: str
    handler_user: str
    domain: str
    channel: Channel
    created: Instant
    last_activity: Instant
    waiting_since: Instant | None
    """Since when it waits for us, None while it does not."""
    unread: bool = False
    escalated: bool = False
    has_files: bool = False
    link: str = ""
    pending: bool = False
    """An entry of this ticket waits in the outbox, held ones included."""
    returned: bool = False
    """A refused command's text lies in the returned drafts."""
    users: str = ""
    """All people linked to the ticket (CS-05)."""


@dataclass(frozen=True, slots=True, order=True)
class Group:
    """One of the groups of a list; they sort as they stand in it."""

    place: int
    name: str = ""
    """A date, the kind of a status, the name of a person; empty for nobody."""
    id: Id = ""
    labels: Mapping[str, str] = field(default_factory=dict, compare=False)
    """What the sources call that status per language, where they all call it the same."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AttachmentRow:
    id: Id
    name: str
    size: int
    media_type: str
    sha256: str
    content_id: str = ""
    inline: bool = False
    here: bool = True
    """Whether its bytes lie on this computer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MessageRow:
    id: Id
    kind: MessageKind
    visibility: Visibility
    author: Id | None
    author_name: str
    author_user: str
    author_kind: AuthorKind
    mine: bool
    at: Instant
    pos: int
    body_html: str
    body_text: str
    code: str = ""
    data: dict[str, str] = field(default_factory=dict)
    mail_id: str = ""
    recipients: tuple[str, ...] = ()
    problems: tuple[str, ...] = ()
    attachments: tuple[AttachmentRow, ...] = ()
    state: str = "confirmed"
    """confirmed, waiting, sending, failed or conflict."""
    entry: Id = ""
    """The entry of the outbox that it comes from, while it waits."""
    crossed: str = ""
    """Who had written what stands above, which its author had not seen when they wrote this (sync.md §2.9)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkRow:
    title: str
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FilePolicy:
    """What may be attached in a source (GU-21, GU-22, QK-17, CS-26)."""

    max_files: int
    max_file_bytes: int
    file_types: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TicketDetail:
    """Everything around a thread: header, properties and what this person may do now."""

    row: TicketRow
    actions: tuple[Action, ...]
    complete_kind: StateKind
    """Where complete_ticket would lead: a confirmation or the end; it words the button."""
    requester: PersonRow
    handler: PersonRow | None
    filed_by: PersonRow | None
    participants: tuple[PersonRow, ...]
    links: tuple[LinkRow, ...]
    policy: FilePolicy
    source_title: str
    service_hours: str
    responded: Instant | None
    closed: Instant | None
    closes_at: Instant | None
    """When the system closes it if nobody answers, None where it never does."""
    contact: str
    contact_hours: str
    business_id: str
    business_ip: str
    business_type: str
    guid: str
    incomplete: str
    follows: tuple[Id, str] | None
    """Id and number of the finished ticket this one refers to."""
    solved: Solved | None
    rating: int | None
    rating_comment: str
    tags: tuple[str, ...]
    staff: bool
    """Whether this person stands on the staff side of the ticket."""
    messages: int
    can_mail: bool
    work_starts_on_open: bool
    needs: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """What must come with a command now: target, reason, comment, rating; `confirm`: ask before giving it."""
    rates: bool = False
    """Whether this person may rate while ending or confirming."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ThreadPage:
    """Messages in order, newest page last; `earlier` says how many lie before them."""

    ticket: Id
    messages: tuple[MessageRow, ...]
    earlier: int
    seen: int | None = None
    """The position up to which this person has read; None: never opened."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A ticket found by full text: its newest matching message and a piece of it."""

    row: TicketRow
    message: Id
    snippet: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchResult:
    query: str
    hits: tuple[Hit, ...]
    more: bool
    unindexed: int
    """Messages the indexer has not reached yet."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceRow:
    id: Id
    title: str
    scheme: Id
    enabled: bool
    policy: FilePolicy
    asks: tuple[str, ...]
    agreement: str
    contact_email: str
    support_url: str
    service_hours: str
    has_mail: bool
    serves: bool
    """Whether this person handles tickets of the source."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TypeRow:
    id: Id
    source: Id
    name: str
    labels: dict[str, str]
    introduction: str
    group: str
    form_template: str
    mailbox_verification: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceRow:
    id: Id
    source: Id
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SetUp:
    """What forms offer: enabled sources, types and services, and the states of each source."""

    sources: tuple[SourceRow, ...]
    types: tuple[TypeRow, ...]
    services: tuple[ServiceRow, ...]
    states: dict[Id, tuple[tuple[str, StateKind, dict[str, str]], ...]]
    """source → (state id, kind, labels)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Whoami:
    """The person at this desk and what the window shows them."""

    person: PersonRow
    desk_title: str
    queues: tuple[str, ...]
    """Names of the queues this person has, in navigation order."""
    actions: tuple[Action, ...]
    staff: bool
    admin: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class CannedRow:
    id: Id
    name: str
    body_html: str
    shared: bool
    source: Id | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ViewRow:
    id: Id
    name: str
    queue: str
    filters: tuple[str, ...]
    icon: str
    order: int


LinkState = Literal["local", "online", "syncing", "offline", "signed_out", "error"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """`local`: without a server. `code` says why it is offline or what is wrong."""

    state: LinkState = "local"
    code: str = ""
    server: str = ""
    since: Instant | None = None
    """When the server was last there before it went."""
    last_pull: Instant | None = None
    progress: tuple[int, int] | None = None
    """Tickets read of all, while everything is read."""
    pending: int = 0
    """What goes out by itself when it can."""
    oldest: Instant | None = None
    """When the oldest change that waits was given."""
    attention: int = 0
    """What a person has to decide: came back, failed too often, or waited too long."""

    @property
    def connected(self) -> bool:
        return self.state in ("online", "syncing")

    @property
    def moving(self) -> bool:
        """What is pending is gone in a moment."""
        return self.connected or self.state == "local"

    @property
    def waiting(self) -> int:
        return self.pending + self.attention


@dataclass(frozen=True, slots=True, kw_only=True)
class OutboxRow:
    """One entry of the outbox, or a command that came back."""

    id: Id
    command: str
    wish: Command
    on: Id
    number: str
    subject: str
    state: str
    """Of the entry; `returned` for what came back."""
    stage: str
    """waiting, sending, failed or conflict."""
    issued_at: Instant
    not_before: Instant | None
    error: str = ""
    unsent: bool = False
    """Nobody but this computer knows of it: it can be taken back."""
    code: str = ""
    """Why it was refused or failed, with `data` for the sentence."""
    data: dict[str, str] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)
    """Field of the command -> the name of the person or thing it names."""
    changes: "tuple[WishChange, ...]" = ()
    """Of a decision that came back: what it was about is another wish now."""


@dataclass(frozen=True, slots=True)
class WishChange:
    """A field of what is asked for: what it was, and what it is now."""

    name: str
    before: str | int
    after: str | int


@dataclass(frozen=True, slots=True, kw_only=True)
class OutboxEntry:
    """What was done beside what stands there now."""

    row: OutboxRow
    ticket: TicketRow | None
    """None: there is none, or this person may not see it (any more)."""
    news: MessageRow | None
    """What somebody else last wrote since."""
    files: tuple[AttachmentRow, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftRow:
    """What is being typed: `key` is a ticket id, or "new" for the submit form."""

    key: str
    kind: str
    """reply, note or form."""
    body: str
    files: tuple[AttachmentRow, ...] = ()
    fields: dict[str, str] = field(default_factory=dict)
    updated: Instant = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class LogRow:
    id: Id
    at: Instant
    actor: str
    command: str
    root_kind: str
    root: Id
    data: dict[str, str]
    sealed: bool
    actor_name: str = ""
    number: str = ""
    """Of the ticket or request it was about."""
    name: str = ""
    """Of any other thing."""
    kind: str = ""
    """Of the request or process."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """The rules' no, as a window gets it."""

    code: str
    data: dict[str, object]
