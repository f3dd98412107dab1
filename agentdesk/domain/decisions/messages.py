"""Replies and notes."""

from dataclasses import replace

from agentdesk.domain.attachments import check_files
from agentdesk.domain.commands import AddNote, Reply
from agentdesk.domain.decisions.case import Changes, TicketCase
from agentdesk.domain.decisions.thread import attached, said, with_message
from agentdesk.domain.entities import Attachment, Message, Ticket
from agentdesk.domain.refusals import Refused
from agentdesk.domain.standing import Part
from agentdesk.domain.values import AuthorKind, MessageKind, Visibility


def reply(command: Reply, case: TicketCase) -> Changes:
    """By either side; the scheme says where it leads (QK-09, CP-41, CP-47)."""
    transition = case.transition("reply")
    side = Part(transition.by).side
    message, files = _written(command, case, side)
    after = with_message(case.moved(transition), message, files=bool(files))
    after = _answered(after, case) if side is AuthorKind.STAFF else asked_again(after, files=bool(files))
    return (after, message, *files)


def add_note(command: AddNote, case: TicketCase) -> Changes:
    """For staff alone; nothing the customer can see moves, the ticket's times included."""
    message, files = _written(command, case, AuthorKind.STAFF)
    return (case.ticket, message, *files)


def asked_again(ticket: Ticket, *, files: bool) -> Ticket:
    """A form that was missing came with the customer's files (GU-07)."""
    return replace(ticket, incomplete="") if files else ticket


def _answered(ticket: Ticket, case: TicketCase) -> Ticket:
    """Whoever answers without having to accept first accepts by answering (RS-10)."""
    return replace(ticket, responded=case.at) if ticket.responded is None else ticket


def _written(command: Reply | AddNote, case: TicketCase, side: AuthorKind) -> tuple[Message, tuple[Attachment, ...]]:
    text = said(command.body_html)
    if not text and not command.files:
        raise Refused("text-required")
    check_files(case.source, command.files)
    note = isinstance(command, AddNote)
    message = Message(
        id=case.unused(Message, command.message),
        ticket=case.ticket.id,
        kind=MessageKind.NOTE if note else MessageKind.REPLY,
        visibility=Visibility.STAFF if note else Visibility.EVERYONE,
        at=case.written_at,
        author=case.actor,
        author_kind=side,
        body_html=command.body_html,
        body_text=text,
    )
    return message, attached(case, message, command.files)
