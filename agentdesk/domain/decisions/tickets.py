"""Working on a ticket: who has it, where it stands, how it ends."""

from collections.abc import Callable
from dataclasses import replace

from agentdesk.domain.commands import (
    AutoClose,
    CancelTicket,
    Command,
    CompleteTicket,
    ConfirmTicket,
    EndTicket,
    ForwardTicket,
    HandleTicket,
    MoveTicket,
    RateTicket,
    ReturnIncomplete,
    SetPriority,
    SetTags,
)
from agentdesk.domain.decisions.case import Changes, TicketCase, touched
from agentdesk.domain.decisions.filing import tidy_tags
from agentdesk.domain.decisions.founding import enabled_person, offered_service, offered_type
from agentdesk.domain.decisions.thread import notice, said
from agentdesk.domain.due import days_allowed, is_due
from agentdesk.domain.entities import Message, Person, Service, Ticket, TicketType
from agentdesk.domain.reader import fetch
from agentdesk.domain.refusals import Refused
from agentdesk.domain.scheme import Transition
from agentdesk.domain.standing import Part, is_assignable
from agentdesk.domain.values import AuthorKind, Id, MessageKind, Visibility

MOST_TAGS = 20
RATING_RIDES = frozenset({"on_confirm", "on_end"})
"""Schemes in which the answer to a confirmation, and the end, may carry the rating."""


def handle(command: HandleTicket, case: TicketCase) -> Changes:
    """Take it, or take it over where the scheme lets other staff do so (QK-11, QK-12)."""
    before = case.ticket
    after = case.moved(case.transition("handle_ticket"))
    responded = case.at if before.responded is None else before.responded
    after = replace(after, handler=case.actor, responded=responded)
    if before.handler in (None, case.actor):
        return (after, notice(case, before.id, "ticket-handled"))
    return (after, notice(case, before.id, "ticket-taken-over", from_name=_name(before.handler, case)))


def forward(command: ForwardTicket, case: TicketCase) -> Changes:
    """To somebody on the handlers list (GU-34); without a target back to the queue, where the scheme allows that."""
    transition = case.transition("forward_ticket")
    if command.to is None:
        return _put_back(command, case, transition)
    target = _assignee(command.to, case)
    after = replace(case.moved(transition), handler=target.id)
    happened = [notice(case, after.id, "ticket-forwarded", to_name=target.name)]
    if command.tell_requester:
        happened.append(notice(case, after.id, "handler-changed", to_name=target.name))
    return (after, *happened, *_handover_note(command, case))


def _put_back(command: ForwardTicket, case: TicketCase, transition: Transition) -> Changes:
    if "target" in transition.needs or case.ticket.handler is None:
        raise Refused("target-required")
    after = replace(case.moved(transition), handler=None)
    return (after, notice(case, after.id, "ticket-requeued"), *_handover_note(command, case))


def _assignee(person: Id, case: TicketCase) -> Person:
    found = enabled_person(case, person)
    if not is_assignable(person, case.ticket.source, case.reader):
        raise Refused("not-a-handler", name=found.name)
    if person == case.ticket.handler:
        raise Refused("already-handler", name=found.name)
    return found


def _handover_note(command: ForwardTicket, case: TicketCase) -> tuple[Message, ...]:
    text = said(command.note_html)
    if not text:
        return ()
    note = Message(
        id=case.new_id(Message),
        ticket=case.ticket.id,
        kind=MessageKind.NOTE,
        visibility=Visibility.STAFF,
        at=case.written_at,
        author=case.actor,
        author_kind=AuthorKind.STAFF,
        body_html=command.note_html,
        body_text=text,
    )
    return (note,)


def complete(command: CompleteTicket, case: TicketCase) -> Changes:
    """Done, or done if the customer says so: the scheme's target state decides."""
    transition = _checked(command, case, "complete_ticket")
    after = case.moved(transition)
    if after.handler is None:
        after = replace(after, handler=case.actor)
    code = "ticket-completed" if after.kind.final else "confirmation-requested"
    return (after, notice(case, after.id, code, command.comment))


def confirm(command: ConfirmTicket, case: TicketCase) -> Changes:
    """Yes and partly close it; no sends it back to its handler (QK-10)."""
    transition = _checked(command, case, "confirm_ticket", command.solved)
    after = case.moved(transition)
    if not after.kind.final:
        if command.rating is not None:
            raise Refused("rating-not-offered")
        return (after, notice(case, after.id, "solution-refused", command.comment))
    after = replace(_rated(after, command, case, transition), solved=command.solved)
    return (after, notice(case, after.id, "solution-confirmed", command.comment, solved=command.solved))


def end(command: EndTicket, case: TicketCase) -> Changes:
    """CP-42, RS-16, CS-29: closed by whom the scheme names."""
    transition = _checked(command, case, "end_ticket")
    after = replace(_rated(case.moved(transition), command, case, transition), solved=command.solved)
    return (after, notice(case, after.id, "ticket-ended", command.comment, solved=command.solved))


def cancel(command: CancelTicket, case: TicketCase) -> Changes:
    after = case.moved(_checked(command, case, "cancel_ticket"))
    return (after, notice(case, after.id, "ticket-cancelled", command.reason))


def return_incomplete(command: ReturnIncomplete, case: TicketCase) -> Changes:
    """Asks for the form again; an outcome with a reason, never a state (GU-07)."""
    after = case.moved(_checked(command, case, "return_incomplete"))
    if not command.reason.strip():
        raise Refused("reason-required")
    after = replace(after, incomplete=command.reason.strip())
    return (after, notice(case, after.id, "ticket-returned-incomplete", command.reason))


def rate(command: RateTicket, case: TicketCase) -> Changes:
    """Feedback after the end, once (CS-30)."""
    after = replace(case.ticket, rating=command.rating, rating_comment=command.comment.strip())
    # The thread stays as it ended: a closed ticket takes no message.
    return (touched(after, case.at, customer=True),)


def move(command: MoveTicket, case: TicketCase) -> Changes:
    """To another type or service of the same source (RS-11)."""
    if command.type is None and command.service is None:
        raise Refused("bad-argument", field="type", why="missing")
    ticket = case.moved(case.transition("move_ticket"))
    kind = offered_type(case, ticket.source, command.type) or fetch(case.reader, TicketType, ticket.type)
    service = offered_service(case, ticket.source, command.service) or fetch(case.reader, Service, ticket.service)
    after = replace(ticket, type=kind.id if kind else None, service=service.id if service else None)
    names = {"type": kind.name if kind else "", "service": service.name if service else ""}
    return (after, notice(case, after.id, "ticket-moved", **names))


def set_priority(command: SetPriority, case: TicketCase) -> Changes:
    after = replace(case.moved(case.transition("set_priority")), priority=command.priority)
    if command.priority is case.ticket.priority:
        return (case.ticket,)
    return (after, notice(case, after.id, "priority-changed", priority=command.priority))


def set_tags(command: SetTags, case: TicketCase) -> Changes:
    """Staff's own words for it; they say nothing in the thread."""
    gone = {word.casefold() for word in tidy_tags(command.remove)}
    kept = (word for word in case.ticket.tags if word.casefold() not in gone)
    tags = tidy_tags([*kept, *command.add])
    if len(tags) > MOST_TAGS:
        raise Refused("bad-argument", field="add", why="too-long", limit=MOST_TAGS)
    return (replace(case.ticket, tags=tags),)


def auto_close(command: AutoClose, case: TicketCase) -> Changes:
    """The customer did not answer within the scheme's days (CP-43)."""
    if not is_due(case.ticket, case.scheme, case.at):
        raise Refused("not-due")
    after = case.moved(case.transition("auto_close"))
    return (after, notice(case, after.id, "ticket-auto-closed", days=days_allowed(case.ticket, case.scheme)))


def _rated(ticket: Ticket, command: ConfirmTicket | EndTicket, case: TicketCase, transition: Transition) -> Ticket:
    """With the rating that came with the end; only the customer of a scheme that asks for it gives one."""
    if command.rating is None:
        return ticket
    if transition.by != Part.REQUESTER or case.scheme.rating not in RATING_RIDES:
        raise Refused("rating-not-offered")
    return replace(ticket, rating=command.rating, rating_comment=command.comment.strip())


def _checked(command: Command, case: TicketCase, action: str, answer: str | None = None) -> Transition:
    """The transition, if what it needs came with the command."""
    transition = case.transition(action, answer)
    for need in transition.needs:
        if need in _MISSING and _MISSING[need](command):
            raise Refused(f"{need}-required")
    return transition


def _empty(*names: str) -> Callable[[Command], bool]:
    return lambda command: not any(getattr(command, name, "").strip() for name in names)


_MISSING: dict[str, Callable[[Command], bool]] = {
    "reason": _empty("reason", "comment"),
    "comment": _empty("comment", "reason"),
    "rating": lambda command: getattr(command, "rating", None) is None or getattr(command, "solved", None) is None,
}
"""`target` is asked about where it is used; `confirm` is a question of the window; a rating tells whether it helped."""


def _name(person: Id | None, case: TicketCase) -> str:
    found = fetch(case.reader, Person, person)
    return found.name if found else ""
