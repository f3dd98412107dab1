"""Filing a ticket, and a new one that refers to an ended one."""

from collections.abc import Iterable
from dataclasses import replace

from agentdesk.domain.attachments import check_files
from agentdesk.domain.commands import SUBJECT, FollowUpTicket, SubmitTicket
from agentdesk.domain.decisions.case import Case, Changes, TicketCase
from agentdesk.domain.decisions.founding import (
    Founding,
    by_its_customer,
    enabled_person,
    founded,
    has_choice,
    offered_service,
    offered_type,
    open_source,
    still_offered,
)
from agentdesk.domain.decisions.thread import attached, said, with_message
from agentdesk.domain.entities import Message, Service, Source, Ticket, TicketType
from agentdesk.domain.policy import outlook
from agentdesk.domain.reader import fetch
from agentdesk.domain.refusals import Refused
from agentdesk.domain.standing import roles_of
from agentdesk.domain.text import first_line
from agentdesk.domain.values import AuthorKind, Channel, Id, MessageKind, Priority, Visibility

ASKABLE: tuple[str, ...] = (
    "type",
    "title",
    "description",
    "files",
    "contact",
    "service",
    "agreement",
    "priority",
    "business",
)
"""What a source can have on its form; files and business data are never required."""


def submit(command: SubmitTicket, case: Case) -> Changes:
    source = open_source(case, command.source)
    _check_staff_only(command, case)
    _check_followed(command.follows, case)
    return _filed(command, case, source, source.asks)


def follow_up(command: FollowUpTicket, case: TicketCase) -> Changes:
    """New ticket from this: source, type and service stay, what is finished stays finished."""
    source = open_source(case, case.ticket.source)
    old, staff = case.ticket, case.outlook.standing.staff
    for_other = staff and case.actor != old.requester
    requester = old.requester if for_other else case.actor
    form = SubmitTicket(
        ticket=command.new_ticket,
        message=command.message,
        source=source.id,
        subject=command.subject or (old.subject if "title" in source.asks else ""),
        body_html=command.body_html,
        type=still_offered(case, TicketType, old.type),
        service=still_offered(case, Service, old.service),
        priority=old.priority,
        requester=requester,
        contact=command.contact or (old.contact if requester == old.requester else ""),
        contact_hours=command.contact_hours,
        agreed=command.agreed,
        follows=old.id,
        files=command.files,
    )
    return _filed(form, case, source, [asked for asked in source.asks if asked not in ("type", "service")])


def _check_staff_only(command: SubmitTicket, case: Case) -> None:
    """Only staff file for others, say how it came, and tag (QK-15, QK-25)."""
    roles = roles_of(case.actor, case.reader)
    if roles.serves(command.source) or roles.admin:
        return
    for_other = command.requester not in (None, case.actor)
    if for_other or command.tags or command.channel not in (Channel.DESK, Channel.API):
        raise Refused("not-allowed", command="submit_ticket")


def _check_followed(follows: Id | None, case: Case) -> None:
    if follows is None:
        return
    ticket = fetch(case.reader, Ticket, follows)
    action = outlook(ticket, case.actor, case.reader).action("follow_up_ticket") if ticket else None
    if action is None or action.reason == "not-found":  # in the same words, whether it is there or not
        raise Refused("not-found", kind="ticket", id=follows)
    if not action.enabled:
        raise Refused(action.reason)


def _filed(form: SubmitTicket, case: Case, source: Source, asks: Iterable[str]) -> Changes:
    requester = enabled_person(case, form.requester or case.actor)
    kind = offered_type(case, source.id, form.type)
    offered_service(case, source.id, form.service)
    _check_form(form, case, source, asks)
    _check_type(form, source, kind)
    check_files(source, form.files)
    new = Founding(
        id=form.ticket,
        source=source,
        requester=requester,
        subject=_subject(form),
        at=case.at,
        channel=form.channel,
    )
    own = requester.id == case.actor
    ticket = _as_filled_in(founded(case, new), form, None if own else case.actor)
    return _with_description(case, by_its_customer(ticket) if own else ticket, form)


def _as_filled_in(ticket: Ticket, form: SubmitTicket, filed_by: Id | None) -> Ticket:
    return replace(
        ticket,
        filed_by=filed_by,
        type=form.type,
        service=form.service,
        priority=form.priority,
        contact=form.contact.strip(),
        contact_hours=form.contact_hours.strip(),
        business_id=form.business_id,
        business_ip=form.business_ip,
        business_type=form.business_type,
        follows=form.follows,
        tags=tidy_tags(form.tags),
    )


def _with_description(case: Case, ticket: Ticket, form: SubmitTicket) -> Changes:
    text = said(form.body_html)
    if not text and not form.files:
        return (ticket,)
    message = Message(
        id=case.unused(Message, form.message),
        ticket=ticket.id,
        kind=MessageKind.REPLY,
        visibility=Visibility.EVERYONE,
        at=case.written_at,
        author=case.actor,
        author_kind=AuthorKind.STAFF if ticket.filed_by else AuthorKind.REQUESTER,
        body_html=form.body_html,
        body_text=text,
    )
    files = attached(case, message, form.files)
    return (with_message(ticket, message, files=bool(files)), message, *files)


def _check_form(form: SubmitTicket, case: Case, source: Source, asks: Iterable[str]) -> None:
    """GU-05, QK-18, QK-20, QK-24, CP-39: each source asks for its own."""
    missing = {
        "type": form.type is None and has_choice(case, TicketType, source.id),
        "title": not form.subject.strip(),
        "description": not said(form.body_html) and not form.files,
        "contact": not form.contact.strip(),
        "service": form.service is None and has_choice(case, Service, source.id),
        "priority": form.priority is Priority.NONE,
    }
    for asked in asks:
        if missing.get(asked):
            raise Refused("subject-required" if asked == "title" else f"{asked}-required")
    if (source.agreement or "agreement" in asks) and not form.agreed:
        raise Refused("agreement-required")
    if form.contact_hours.strip() and ("@" in form.contact or not form.contact.strip()):
        raise Refused("hours-only-with-mobile")


def _check_type(form: SubmitTicket, source: Source, kind: TicketType | None) -> None:
    """GU-07: the form comes first. GU-08: the mailbox is verified first, which takes mail."""
    if kind is None:
        return
    if kind.form_template and not any(not file.inline for file in form.files):
        raise Refused("form-required", form=kind.form_template)
    if kind.mailbox_verification and not source.has_mail:
        raise Refused("mail-not-configured", type=kind.name)


def _subject(form: SubmitTicket) -> str:
    """Where the form has no title, the list shows how the description begins (QK-24), or what came with it."""
    given = form.subject.strip() or first_line(said(form.body_html), SUBJECT)
    return given or next((file.name[:SUBJECT] for file in form.files), "")


def tidy_tags(words: Iterable[str]) -> tuple[str, ...]:
    """Each word once, whatever its case, as first written; sorted."""
    found: dict[str, str] = {}
    for word in words:
        plain = " ".join(word.split())
        if plain:
            found.setdefault(plain.casefold(), plain)
    return tuple(found[key] for key in sorted(found))
