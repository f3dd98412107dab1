"""Tickets and messages taken over from another system's export, with their own dates and states."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from uuid import NAMESPACE_URL, uuid5

from agentdesk.domain.commands import SUBJECT, RecordMessage, RecordTicket
from agentdesk.domain.decisions.authors import author_of, check_takes_in, side_of
from agentdesk.domain.decisions.case import Case, Changes, enter, touched
from agentdesk.domain.decisions.filing import tidy_tags
from agentdesk.domain.decisions.founding import Founding, by_its_customer, founded, open_source
from agentdesk.domain.decisions.thread import notice, said, with_message
from agentdesk.domain.entities import MailReference, Message, Person, Service, Ticket, TicketType
from agentdesk.domain.reader import every, fetch, need, scheme_of
from agentdesk.domain.refusals import Refused
from agentdesk.domain.scheme import Scheme
from agentdesk.domain.values import AuthorKind, Id, Instant, MessageKind, Visibility


def record_ticket(command: RecordTicket, case: Case) -> Changes:
    """The ticket as it stood there; what this desk has no place for is kept for staff."""
    source = open_source(case, command.source)
    check_takes_in(case, source.id)
    seen = _seen_before(case, source.id, command.digest)
    requester, new_people = author_of(case, command.requester)
    new = Founding(
        id=command.ticket,
        source=source,
        requester=requester,
        subject=" ".join(command.subject.split())[:SUBJECT],
        at=_then(command.created, case),
        channel=command.channel,
    )
    ticket = _as_it_stood(command, case, founded(case, new))
    opening = _opening(command, case, ticket)
    ticket = with_message(ticket, opening[0], files=False) if opening else ticket
    marks = (MailReference(id=_recorded(ticket.id), ticket=ticket.id), *_marks(seen, ticket.id))
    return (ticket, *new_people, *opening, *_left_over(command, case, ticket), *marks)


def record_message(command: RecordMessage, case: Case) -> Changes:
    """One message of a ticket that was taken over; such a thread is history and may be a finished one."""
    ticket = need(case.reader, Ticket, command.ticket)
    check_takes_in(case, ticket.source)
    if fetch(case.reader, MailReference, _recorded(ticket.id)) is None:
        raise Refused("not-allowed", command="record_message")
    seen = _seen_before(case, ticket.id, command.digest)
    author, new_people = author_of(case, command.author)
    message = _message(command, case, ticket, author)
    after = ticket if command.note else _after_message(ticket, message)
    return (after, *new_people, message, *_marks(seen, ticket.id))


def _after_message(ticket: Ticket, message: Message) -> Ticket:
    customer = message.author_kind is AuthorKind.REQUESTER
    after = touched(with_message(ticket, message, files=False), message.at, customer=customer)
    return replace(after, closed=max(after.closed, message.at)) if after.closed is not None else after


def _message(command: RecordMessage, case: Case, ticket: Ticket, author: Person) -> Message:
    return Message(
        id=case.unused(Message, command.message),
        ticket=ticket.id,
        kind=MessageKind.NOTE if command.note else MessageKind.REPLY,
        visibility=Visibility.STAFF if command.note else Visibility.EVERYONE,
        at=_then(command.at, case),
        author=author.id,
        author_kind=side_of(case, author, ticket.requester, ticket.source),
        body_html=command.body_html,
        body_text=said(command.body_html),
        digest=command.digest,
    )


def _as_it_stood(command: RecordTicket, case: Case, ticket: Ticket) -> Ticket:
    scheme = scheme_of(case.reader, ticket.source)
    kind = _called(every(case.reader, TicketType, source=ticket.source), command.type)
    service = _called(every(case.reader, Service, source=ticket.source), command.service)
    stood = replace(
        ticket,
        number=_free_number(command.number, case),
        type=kind.id if kind else None,
        service=service.id if service else None,
        priority=command.priority,
        tags=tidy_tags(command.tags),
    )
    return by_its_customer(enter(stood, scheme, _state_called(scheme, command.state), ticket.created))


def _opening(command: RecordTicket, case: Case, ticket: Ticket) -> tuple[Message, ...]:
    text = said(command.body_html)
    if not text:
        return ()
    opening = Message(
        id=case.unused(Message, command.message),
        ticket=ticket.id,
        kind=MessageKind.REPLY,
        visibility=Visibility.EVERYONE,
        at=ticket.created,
        author=ticket.requester,
        author_kind=AuthorKind.REQUESTER,
        body_html=command.body_html,
        body_text=text,
        digest=command.digest,
    )
    return (opening,)


def _left_over(command: RecordTicket, case: Case, ticket: Ticket) -> Iterator[Message]:
    """What the other system said and this one does not know: a line and a note, for staff."""
    told = {
        "foreign_id": command.foreign_id,
        "number": "" if ticket.number else command.number,
        "state": "" if _state_called(scheme_of(case.reader, ticket.source), command.state) else command.state,
        "type": "" if ticket.type else command.type,
        "service": "" if ticket.service else command.service,
    }
    kept = {name: value for name, value in told.items() if value.strip()}
    if kept:
        yield notice(case, ticket.id, "ticket-recorded", "\n".join(kept.values()), **kept)
    if said(command.note_html):
        yield _note(command, case, ticket)


def _note(command: RecordTicket, case: Case, ticket: Ticket) -> Message:
    return Message(
        id=case.new_id(Message),
        ticket=ticket.id,
        kind=MessageKind.NOTE,
        visibility=Visibility.STAFF,
        at=case.at,
        author=case.actor,
        author_kind=AuthorKind.STAFF,
        body_html=command.note_html,
        body_text=said(command.note_html),
    )


def _state_called(scheme: Scheme, name: str) -> str | None:
    """By id, or by label in any language."""
    wanted = name.strip().casefold()
    for state in scheme.states:
        if wanted in {word.casefold() for word in (state.id, *state.label.values())}:
            return state.id
    return None


def _called(known: Sequence[TicketType] | Sequence[Service], name: str) -> TicketType | Service | None:
    wanted = name.strip().casefold()
    return next((one for one in known if wanted and wanted in _names(one)), None)


def _names(one: TicketType | Service) -> Iterable[str]:
    labels = one.labels if isinstance(one, TicketType) else ()
    return {name.casefold() for name in (one.name, *(label.partition("=")[2] for label in labels))}


def _free_number(number: str, case: Case) -> str:
    """Its own number, unless a ticket here has it already."""
    number = number.strip()
    return "" if number and every(case.reader, Ticket, number=number) else number


def _seen_before(case: Case, where: Id, digest: str) -> tuple[Id, ...]:
    """Where the digest is written down; refuses what was taken over before."""
    if not digest:
        return ()
    key = str(uuid5(NAMESPACE_URL, f"{where}\nrecord\n{digest}"))
    if fetch(case.reader, MailReference, key):
        raise Refused("duplicate-message")
    return (key,)


def _recorded(ticket: Id) -> Id:
    return str(uuid5(NAMESPACE_URL, f"\nrecorded\n{ticket}"))


def _marks(keys: Iterable[Id], ticket: Id) -> Iterator[MailReference]:
    return (MailReference(id=key, ticket=ticket) for key in keys)


def _then(told: Instant | None, case: Case) -> Instant:
    return case.at if told is None else min(max(told, 0), case.at)
