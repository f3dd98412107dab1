"""What a thread gets: messages with their files, and notices of what happened."""

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from agentdesk.domain.attachments import check_hash
from agentdesk.domain.commands import FileRef
from agentdesk.domain.decisions.case import Case
from agentdesk.domain.entities import Attachment, Message, Ticket
from agentdesk.domain.refusals import Refused
from agentdesk.domain.text import html_to_text, text_to_html
from agentdesk.domain.values import AuthorKind, Id, MessageKind, Visibility

SYSTEM_CODES: tuple[str, ...] = (
    # for everyone; the body, where there is one, is what the person wrote with it
    "ticket-handled",
    "handler-changed",  # to_name
    "confirmation-requested",
    "ticket-completed",
    "solution-confirmed",  # solved
    "solution-refused",
    "ticket-ended",  # solved, if told
    "ticket-cancelled",
    "ticket-returned-incomplete",
    "ticket-rated",  # rating
    "ticket-auto-closed",  # days
    "participant-added",  # name
    "participant-removed",  # name
    "link-shared",  # title, url
    # staff only
    "ticket-taken-over",  # from_name
    "ticket-forwarded",  # to_name
    "ticket-requeued",
    "ticket-moved",  # type, service: the names now, "" for none
    "priority-changed",  # priority
    "ticket-recorded",  # foreign_id, number, state, type, service: as the other system had them, if told
)
"""The codes of system messages, each with the names in its data; the author is who did it."""

_FOR_STAFF = frozenset(SYSTEM_CODES[SYSTEM_CODES.index("ticket-taken-over") :])


def notice(case: Case, ticket: Id, code: str, text: str = "", **data: object) -> Message:
    """A system message: what happened, as a code."""
    return Message(
        id=case.new_id(Message),
        ticket=ticket,
        kind=MessageKind.SYSTEM,
        visibility=Visibility.STAFF if code in _FOR_STAFF else Visibility.EVERYONE,
        at=case.written_at,
        author=case.actor,
        author_kind=AuthorKind.SYSTEM,
        body_html=text_to_html(text) if text else "",
        body_text=text,
        code=code,
        data=pairs(**data),
    )


def pairs(**data: object) -> tuple[str, ...]:
    """Short values as "name=value"; what is absent is left out."""
    return tuple(f"{name}={value}" for name, value in data.items() if value is not None)


def attached(case: Case, message: Message, files: Sequence[FileRef]) -> tuple[Attachment, ...]:
    if len({file.id for file in files}) != len(files):
        raise Refused("already-exists", kind="attachment")
    return tuple(_attachment(case, message, file) for file in files)


def _attachment(case: Case, message: Message, file: FileRef) -> Attachment:
    check_hash(file.sha256)
    return Attachment(
        id=case.unused(Attachment, file.id),
        ticket=message.ticket,
        message=message.id,
        name=file.name,
        size=file.size,
        media_type=file.media_type,
        sha256=file.sha256,
        content_id=file.content_id,
        inline=file.inline,
    )


def said(html: str) -> str:
    """The text of a body, "" if it says nothing."""
    return _said_shortly(html) if len(html) <= _SHORT else html_to_text(html).strip()


_SHORT = 4_000
"""Characters; of so many messages no longer than that the text is kept."""


@lru_cache(1_000)  # what waits is judged again with all news, and its words stay what they are
def _said_shortly(html: str) -> str:
    return html_to_text(html).strip()


def with_message(ticket: Ticket, message: Message, *, files: bool) -> Ticket:
    """After a message that everybody sees: who wrote last, and whether there are files."""
    return replace(ticket, last_author=message.author, has_files=ticket.has_files or files)
