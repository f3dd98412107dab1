"""Filing a ticket and working on it."""

from dataclasses import dataclass, field

from agentdesk.domain.commands.base import BODY, COMMENT, SUBJECT, Command, FileRef, many, new, required, target, text
from agentdesk.domain.values import Channel, Id, Priority, Solved


@dataclass(frozen=True, slots=True, kw_only=True)
class SubmitTicket(Command):
    ticket: Id = new()
    message: Id = new()
    source: Id
    subject: str = text(SUBJECT)
    body_html: str = text(BODY)
    type: Id | None = None
    service: Id | None = None
    priority: Priority = Priority.NONE
    requester: Id | None = None
    """Whom it is filed for; None: the person who files it (QK-25)."""
    contact: str = text()
    contact_hours: str = text()
    agreed: bool = False
    business_id: str = text()
    business_ip: str = text()
    business_type: str = text()
    follows: Id | None = None
    channel: Channel = Channel.DESK
    tags: tuple[str, ...] = many(20, 60)
    files: tuple[FileRef, ...] = many(2_000)


@dataclass(frozen=True, slots=True, kw_only=True)
class HandleTicket(Command):
    ticket: Id = target()


@dataclass(frozen=True, slots=True, kw_only=True)
class ForwardTicket(Command):
    ticket: Id = target()
    to: Id | None = None
    """None puts it back in the queue, where the scheme allows that."""
    note_html: str = text(BODY)
    tell_requester: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply(Command):
    ticket: Id = target()
    message: Id = new()
    body_html: str = required(BODY)
    files: tuple[FileRef, ...] = many(2_000)


@dataclass(frozen=True, slots=True, kw_only=True)
class AddNote(Command):
    ticket: Id = target()
    message: Id = new()
    body_html: str = required(BODY)
    files: tuple[FileRef, ...] = many(2_000)


@dataclass(frozen=True, slots=True, kw_only=True)
class CompleteTicket(Command):
    ticket: Id = target()
    comment: str = text(COMMENT)


@dataclass(frozen=True, slots=True, kw_only=True)
class ConfirmTicket(Command):
    ticket: Id = target()
    solved: Solved
    rating: int | None = field(default=None, metadata={"least": 1, "most": 5})
    comment: str = text(COMMENT)


@dataclass(frozen=True, slots=True, kw_only=True)
class EndTicket(Command):
    ticket: Id = target()
    solved: Solved | None = None
    rating: int | None = field(default=None, metadata={"least": 1, "most": 5})
    comment: str = text(COMMENT)


@dataclass(frozen=True, slots=True, kw_only=True)
class CancelTicket(Command):
    ticket: Id = target()
    reason: str = text(COMMENT)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReturnIncomplete(Command):
    ticket: Id = target()
    reason: str = required(COMMENT)


@dataclass(frozen=True, slots=True, kw_only=True)
class RateTicket(Command):
    ticket: Id = target()
    rating: int = field(metadata={"least": 1, "most": 5})
    comment: str = text(COMMENT)


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowUpTicket(Command):
    """New ticket from this: what is finished stays finished, the new one refers to it."""

    ticket: Id = target()
    new_ticket: Id = new()
    message: Id = new()
    subject: str = text(SUBJECT)
    body_html: str = text(BODY)
    contact: str = text()
    contact_hours: str = text()
    agreed: bool = False
    files: tuple[FileRef, ...] = many(2_000)


@dataclass(frozen=True, slots=True, kw_only=True)
class MoveTicket(Command):
    ticket: Id = target()
    type: Id | None = None
    service: Id | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SetPriority(Command):
    ticket: Id = target()
    priority: Priority


@dataclass(frozen=True, slots=True, kw_only=True)
class SetTags(Command):
    """Sets of words to add and to remove, so that two people never overwrite each other."""

    ticket: Id = target()
    add: tuple[str, ...] = many(20, 60)
    remove: tuple[str, ...] = many(20, 60)


@dataclass(frozen=True, slots=True, kw_only=True)
class AddParticipant(Command):
    ticket: Id = target()
    person: Id


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoveParticipant(Command):
    ticket: Id = target()
    person: Id


@dataclass(frozen=True, slots=True, kw_only=True)
class ShareLink(Command):
    ticket: Id = target()
    link: Id = new()
    title: str = text()
    url: str = required(2_000)


@dataclass(frozen=True, slots=True, kw_only=True)
class AutoClose(Command):
    """Given by the system when a ticket waited for its customer longer than the scheme allows."""

    ticket: Id = target()
