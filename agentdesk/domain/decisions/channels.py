"""What comes in besides the desk's own form: letters and phone calls."""

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import replace
from uuid import NAMESPACE_URL, uuid5

from agentdesk.domain.commands import SUBJECT, LogCall, ReceiveEmail
from agentdesk.domain.decisions.authors import author_of, check_takes_in, side_of
from agentdesk.domain.decisions.case import Case, Changes, enter, touched
from agentdesk.domain.decisions.founding import Founding, by_its_customer, enabled_person, founded, open_source
from agentdesk.domain.decisions.messages import asked_again
from agentdesk.domain.decisions.thread import attached, pairs, said, with_message
from agentdesk.domain.entities import MailReference, Message, Person, Source, Ticket
from agentdesk.domain.policy import outlook
from agentdesk.domain.reader import fetch
from agentdesk.domain.refusals import Refused
from agentdesk.domain.standing import may_see, roles_of
from agentdesk.domain.text import first_line
from agentdesk.domain.values import AuthorKind, Channel, Id, Instant, MessageKind, Visibility


def receive_email(command: ReceiveEmail, case: Case) -> Changes:
    """Joins the open ticket of its thread, or founds one; nothing that arrives is refused but a duplicate."""
    source = open_source(case, command.source)
    check_takes_in(case, source.id)
    digest = letter_digest(command)
    own = tuple(_own_keys(command, digest))
    if any(fetch(case.reader, MailReference, key) for key in own):
        raise Refused("duplicate-message", mail_id=command.mail_id)
    sender, new_people = author_of(case, command.sender_address, command.sender_name)
    ticket, new = _ticket_of(command, case, source, sender)
    message = _letter(command, case, ticket, sender, digest)
    files = attached(case, message, command.files)
    after = _with_letter(ticket, message, case, new=new, files=bool(files))
    known = _references(case, ticket.id, (*own, *_thread_keys(command)))
    return (after, *new_people, message, *files, *known)


def _ticket_of(command: ReceiveEmail, case: Case, source: Source, sender: Person) -> tuple[Ticket, bool]:
    """The open ticket the thread belongs to, or a new one; it follows the ended one, if the thread had one."""
    found = [ticket for key in _thread_keys(command) if (ticket := _ticket_at(case, key))]
    joined = next((ticket for ticket in found if ticket.kind.open), None)
    if joined:
        return joined, False
    new = Founding(
        id=command.ticket,
        source=source,
        requester=sender,
        subject=_subject(command),
        at=_arrived(command.at, case),
        channel=Channel.EMAIL,
    )
    return replace(founded(case, new), follows=found[0].id if found else None), True


def _ticket_at(case: Case, key: Id) -> Ticket | None:
    reference = fetch(case.reader, MailReference, key)
    return fetch(case.reader, Ticket, reference.ticket) if reference else None


def _letter(command: ReceiveEmail, case: Case, ticket: Ticket, sender: Person, digest: str) -> Message:
    return Message(
        id=case.unused(Message, command.message),
        ticket=ticket.id,
        kind=MessageKind.EMAIL,
        visibility=Visibility.EVERYONE,
        at=_arrived(command.at, case),
        author=sender.id,
        author_kind=side_of(case, sender, ticket.requester, ticket.source),
        body_html=command.body_html,
        body_text=_text(command),
        mail_id=plain_id(command.mail_id),
        digest=digest,
        raw_sha256=command.raw_sha256,
        recipients=command.recipients,
        problems=command.problems,
    )


def _with_letter(ticket: Ticket, message: Message, case: Case, *, new: bool, files: bool) -> Ticket:
    """The letter moves the state as a reply of its sender would; where the scheme knows no such move, it stays."""
    after = with_message(ticket, message, files=files)
    if new:
        return by_its_customer(after)
    assert message.author is not None
    view = outlook(ticket, message.author, case.reader)
    transition, _ = view.attempt("reply")
    if transition:
        after = enter(after, view.scheme, transition.to, message.at)
    customer = message.author_kind is AuthorKind.REQUESTER
    after = touched(after, message.at, customer=customer)
    return asked_again(after, files=files) if message.author == ticket.requester else after


def log_call(command: LogCall, case: Case) -> Changes:
    """A phone call: what was noted is for staff (CS-15). Without a ticket it founds one.

    Without a subject the row says "Phone call – user name" in the viewer's language (CS-06), so none is stored.
    """
    source = open_source(case, command.source)
    if not roles_of(case.actor, case.reader).serves(source.id):
        raise Refused("not-allowed", command="log_call")
    known = _seen(case, command.ticket)
    ticket = _called_about(known, case, source) if known else _founded_by_call(command, case, source)
    return (ticket, _call(command, case, ticket))


def _seen(case: Case, id_: Id) -> Ticket | None:
    """What one may not see is an id that is taken, as for any other command that founds a ticket."""
    known = fetch(case.reader, Ticket, id_)
    return known if known and may_see(known, case.actor, case.reader) else None


def _called_about(ticket: Ticket, case: Case, source: Source) -> Ticket:
    noting = outlook(ticket, case.actor, case.reader).action("add_note")
    if ticket.source != source.id:
        raise Refused("wrong-source", name=source.title)
    if noting is None or not noting.enabled:
        raise Refused(noting.reason if noting else "not-allowed")
    return ticket


def _founded_by_call(command: LogCall, case: Case, source: Source) -> Ticket:
    caller = enabled_person(case, command.requester)
    new = Founding(
        id=command.ticket,
        source=source,
        requester=caller,
        subject=command.subject.strip(),
        at=_arrived(command.at, case),
        channel=Channel.PHONE,
    )
    filed_by = None if caller.id == case.actor else case.actor
    return by_its_customer(replace(founded(case, new), filed_by=filed_by))


def _call(command: LogCall, case: Case, ticket: Ticket) -> Message:
    return Message(
        id=case.unused(Message, command.message),
        ticket=ticket.id,
        kind=MessageKind.CALL,
        visibility=Visibility.STAFF,
        at=_arrived(command.at, case),
        author=case.actor,
        author_kind=AuthorKind.STAFF,
        body_html=command.body_html,
        body_text=said(command.body_html),
        data=pairs(minutes=command.minutes or None),
    )


# ------------------------------------------------------------------------------------- what a letter is known by


def plain_id(mail_id: str) -> str:
    """A Message-ID without brackets and white space."""
    return "".join(mail_id.split()).removeprefix("<").removesuffix(">")


def reference_id(source: Id, mail_id: str) -> Id:
    """Where the ticket of a Message-ID is written down."""
    return str(uuid5(NAMESPACE_URL, f"{source}\n{mail_id}"))


def letter_digest(command: ReceiveEmail) -> str:
    """Equal means the same letter: sender, date, subject, text and files."""
    files = sorted(file.sha256 for file in command.files)
    parts = [command.sender_address.strip().lower(), command.at, command.subject, _text(command), files]
    return hashlib.sha256(json.dumps(parts).encode()).hexdigest()


def _own_keys(command: ReceiveEmail, digest: str) -> Iterator[Id]:
    """What only this very letter has. A Message-ID has no line break, so these are never one's place."""
    if command.raw_sha256:
        yield str(uuid5(NAMESPACE_URL, f"{command.source}\nraw\n{command.raw_sha256}"))
    mail_id = plain_id(command.mail_id)
    if mail_id:
        yield str(uuid5(NAMESPACE_URL, f"{command.source}\nletter\n{mail_id}\n{digest}"))


def _thread_keys(command: ReceiveEmail) -> Iterator[Id]:
    """Its own Message-ID first, then those it refers to, the nearest first."""
    plain = (plain_id(mail_id) for mail_id in (command.mail_id, *reversed(command.references)))
    return (reference_id(command.source, mail_id) for mail_id in dict.fromkeys(plain) if mail_id)


def _references(case: Case, ticket: Id, keys: Iterable[Id]) -> Iterator[MailReference]:
    """Those that nothing is written down for yet: letters arrive in any order."""
    unknown = (key for key in keys if fetch(case.reader, MailReference, key) is None)
    return (MailReference(id=key, ticket=ticket) for key in unknown)


def _text(command: ReceiveEmail) -> str:
    return said(command.body_html) if command.body_html else command.body_text.strip()


def _subject(command: ReceiveEmail) -> str:
    return " ".join(command.subject.split())[:SUBJECT].rstrip() or first_line(_text(command), SUBJECT)


def _arrived(told: Instant | None, case: Case) -> Instant:
    """When it was written, as far as its date can be true."""
    return case.at if told is None else min(max(told, 0), case.at)
