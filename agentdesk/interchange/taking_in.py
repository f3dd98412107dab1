"""Letters and records become commands; the bytes of their parts go where `keep` puts them."""

import json
from collections.abc import Callable, Iterator
from hashlib import sha256
from typing import TypeVar

from agentdesk.domain.commands import SUBJECT, Command, FileRef, ReceiveEmail, RecordMessage, RecordTicket
from agentdesk.domain.filenames import safe_name
from agentdesk.domain.text import text_to_html
from agentdesk.domain.values import Channel, Id, Priority
from agentdesk.interchange.letters import Letter, LetterPart, MessageRecord, TicketRecord

Keep = Callable[[str, str, bytes], FileRef]
"""Keeps bytes under a name and media type, and answers how a command names them."""
NewId = Callable[[], Id]
W = TypeVar("W", Priority, Channel)
_LONG, _MANY = 1_000, 2_000


def received(letter: Letter, source: Id, keep: Keep, new_id: NewId) -> ReceiveEmail:
    """The command for one letter; its raw form is attached where something of it could not be read."""
    raw = [LetterPart(safe_name("original.eml"), "message/rfc822", letter.raw)] if letter.keep_raw else []
    return ReceiveEmail(
        ticket=new_id(),
        message=new_id(),
        source=source,
        sender_name=letter.sender_name[:200],
        sender_address=letter.sender_address[:320],
        subject=letter.subject[:_LONG],
        at=letter.date_ms,
        mail_id=letter.message_id[:_LONG],
        references=_references(letter),
        recipients=tuple(address[:400] for address in (*letter.to, *letter.cc)[:_MANY]),
        body_html=letter.body_html or "",
        body_text=letter.body_text,
        raw_sha256=letter.raw_sha256,
        problems=letter.problems[:50],
        files=tuple(_kept(part, keep) for part in (*letter.parts, *raw)),
    )


def recorded(record: TicketRecord, source: Id, new_id: NewId) -> Iterator[Command]:
    """The commands for one ticket of a csv or json file, its messages after it."""
    ticket = new_id()
    yield RecordTicket(
        ticket=ticket,
        message=new_id(),
        source=source,
        foreign_id=record.id[:200],
        number=record.number[:60],
        subject=record.subject[:SUBJECT],
        requester=record.requester[:320],
        body_html=text_to_html(record.body),
        created=record.created_ms,
        state=record.state[:60],
        type=record.type[:200],
        service=record.service[:200],
        priority=_word(Priority, record.priority, Priority.NONE),
        channel=_word(Channel, record.channel, Channel.DESK),
        tags=tuple(tag[:60] for tag in record.tags[:20]),
        note_html=_left_over(record.extra),
        digest=record.digest,
    )
    for number, message in enumerate(record.messages):
        yield _message(ticket, number, record.digest, message, new_id())


def _message(ticket: Id, number: int, digest: str, message: MessageRecord, id: Id) -> RecordMessage:
    text = json.dumps([digest, number, message.author, message.at_ms, message.body], ensure_ascii=False)
    return RecordMessage(
        ticket=ticket,
        message=id,
        author=message.author[:320],
        at=message.at_ms,
        note=message.kind == "note",
        body_html=text_to_html(message.body),
        digest=sha256(text.encode()).hexdigest(),
    )


def _references(letter: Letter) -> tuple[str, ...]:
    named = dict.fromkeys([*letter.references, letter.in_reply_to])
    return tuple(name[:_LONG] for name in named if name)[:_MANY]


def _kept(part: LetterPart, keep: Keep) -> FileRef:
    kept = keep(part.name, part.media_type, part.content)
    return FileRef(
        id=kept.id, name=part.name, size=kept.size, media_type=part.media_type, sha256=kept.sha256,
        content_id=part.content_id, inline=part.inline,
    )  # fmt: skip


def _word(words: type[W], given: str, otherwise: W) -> W:
    return words(given.lower()) if given.lower() in list(words) else otherwise


def _left_over(extra: tuple[tuple[str, str], ...]) -> str:
    return text_to_html("\n".join(f"{name}: {value}" for name, value in extra)) if extra else ""
