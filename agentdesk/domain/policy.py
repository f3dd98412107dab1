"""The only answer to "may I": asked by the rules, the menus, the terminal and HTTP alike."""

from collections.abc import Iterator
from dataclasses import dataclass
from types import MappingProxyType

from agentdesk.domain.action import Action
from agentdesk.domain.commands import (
    APPROVAL_COMMANDS,
    REQUEST_COMMANDS,
    SETUP_COMMANDS,
    TICKET_COMMANDS,
    LogCall,
    ReceiveEmail,
    RecordMessage,
    RecordTicket,
    SaveCannedReply,
    SaveView,
    SubmitTicket,
    name_of,
)
from agentdesk.domain.entities import Request, Ticket, TicketType
from agentdesk.domain.reader import Reader, fetch, scheme_of
from agentdesk.domain.request_policy import RequestOutlook
from agentdesk.domain.scheme import Scheme, Transition
from agentdesk.domain.standing import SYSTEM, Part, Standing, is_assignable, is_enabled, roles_of, stand
from agentdesk.domain.values import Channel, Id, Instant, StateKind


def available_actions(thing: Ticket | Request | None, actor: Id, reader: Reader, at: Instant = 0) -> tuple[Action, ...]:
    """What this person may do with a ticket, with a request at a time, or on the desk.

    What is not in the answer is never offered.
    """
    if thing is None:
        return tuple(_desk_actions(actor, reader))
    if isinstance(thing, Request):
        request = RequestOutlook(thing, actor, reader, at)
        return tuple(action for name in ON_REQUESTS if (action := request.action(name)))
    view = outlook(thing, actor, reader)
    return tuple(action for name in ON_TICKETS if (action := view.action(name)))


ON_REQUESTS = tuple(name_of(command) for command in REQUEST_COMMANDS)
ON_TICKETS = tuple(name_of(command) for command in TICKET_COMMANDS)
FOR_EVERYBODY = frozenset(name_of(command) for command in (SubmitTicket, SaveView, *APPROVAL_COMMANDS))
FOR_HANDLERS = frozenset({name_of(LogCall)})
FOR_STAFF = frozenset(name_of(command) for command in (ReceiveEmail, RecordTicket, RecordMessage, SaveCannedReply))
"""Handlers of any source and administrators; the rules ask about the source itself."""
FOR_ADMINS = tuple(name_of(command) for command in SETUP_COMMANDS)
ON_DESKS = (*sorted(FOR_EVERYBODY | FOR_HANDLERS | FOR_STAFF), *FOR_ADMINS)


def _desk_actions(actor: Id, reader: Reader) -> Iterator[Action]:
    if actor == SYSTEM:
        return
    able, roles = is_enabled(actor, reader), roles_of(actor, reader)
    for name in ON_DESKS:
        if not able:
            yield Action(name, enabled=False, reason="person-disabled")
        elif (
            name in FOR_EVERYBODY
            or (name in FOR_HANDLERS and roles.handles_somewhere)
            or (name in FOR_STAFF and (roles.handles_somewhere or roles.admin))
            or (name in FOR_ADMINS and roles.admin)
        ):
            yield Action(name, enabled=True)


@dataclass(frozen=True, slots=True)
class Outlook:
    """A ticket as one person may act on it."""

    ticket: Ticket
    standing: Standing
    scheme: Scheme
    reader: Reader

    def action(self, command: str) -> Action | None:
        """None: this person can never do it to a ticket of this scheme."""
        if not self.standing.sees:
            known = is_enabled(self.standing.person, self.reader)
            return Action(command, enabled=False, reason="not-found" if known else "person-disabled")
        if command == "rate_ticket":
            return self._rating()
        if command == "follow_up_ticket":
            return self._following_up()
        return self._listed(command)

    def attempt(self, command: str, answer: str | None = None) -> tuple[Transition | None, str]:
        """The transition that a command would take, or what stands in its way ("" if nothing is listed here)."""
        obstacle = ""
        for part in self.standing.parts:
            transition = self.scheme.find(self.ticket.state, command, part, answer)
            if transition is None:
                continue
            problem = self._obstacle(transition)
            if not problem:
                return transition, ""
            obstacle = obstacle or problem
        return None, obstacle

    def leads_to(self, command: str, answer: str | None = None) -> StateKind | None:
        """The kind of state the ticket would be in afterwards; it words buttons like Mark as completed."""
        transition, _ = self.attempt(command, answer)
        return self.scheme.state(transition.to or self.ticket.state).kind if transition else None

    def _listed(self, command: str) -> Action | None:
        transition, obstacle = self.attempt(command)
        if transition:
            return Action(command, enabled=True)
        if obstacle:
            return Action(command, enabled=False, reason=obstacle)
        if any(self.scheme.lists(command, part) for part in self._parts_to_come()):
            return Action(command, enabled=False, reason=self._not_now(command))
        return None

    def _parts_to_come(self) -> frozenset[Part]:
        """What this person is or can become: whoever serves the source can take the ticket or lose it."""
        parts = frozenset(self.standing.parts)
        return parts | {Part.HANDLER, Part.STAFF} if parts & {Part.HANDLER, Part.STAFF} else parts

    def _obstacle(self, transition: Transition) -> str:
        if transition.action == "handle_ticket" and self._changes_nothing(transition):
            return "already-handler"
        return next((_UNMET[condition] for condition in transition.only_if if not self._holds(condition)), "")

    def _changes_nothing(self, transition: Transition) -> bool:
        return self._is_mine and transition.to in (None, self.ticket.state)

    def _holds(self, condition: str) -> bool:
        ticket = self.ticket
        if condition == "no_handler":
            return ticket.handler is None
        if condition == "handler_unavailable":
            return not is_assignable(ticket.handler, ticket.source, self.reader)
        if condition == "has_form":
            kind = fetch(self.reader, TicketType, ticket.type)
            return kind is not None and bool(kind.form_template)
        return ticket.channel not in _WITHOUT_THREAD

    @property
    def _is_mine(self) -> bool:
        return self.ticket.handler == self.standing.person

    def _not_now(self, command: str) -> str:
        if self.ticket.kind.final:
            return self._ended
        if command == "handle_ticket":
            return self._not_to_be_handled()
        if Part.STAFF in self.standing.parts or Part.HANDLER in self.standing.parts:
            return self._not_by_this_handler(command)
        return "not-in-this-state"

    @property
    def _ended(self) -> str:
        return "ticket-cancelled" if self.ticket.kind is StateKind.CANCELLED else "ticket-closed"

    def _not_to_be_handled(self) -> str:
        if self._is_mine:
            return "already-handler"
        return "not-in-this-state" if self.ticket.handler is None else "already-handled"

    def _not_by_this_handler(self, command: str) -> str:
        """Staff who would have to take the ticket first are told so, if they may take it."""
        if not self.scheme.lists(command, Part.HANDLER):
            return "not-in-this-state"
        transition, _ = self.attempt("handle_ticket")
        if transition:
            return "handle-first"
        return "not-in-this-state" if self._is_mine or self.ticket.handler is None else "already-handled"

    def _rating(self) -> Action | None:
        """Feedback after the end: by the submitter, once (CS-30); where ending asks for it, also later."""
        if self.scheme.rating not in _RATED_LATER or Part.REQUESTER not in self.standing.parts:
            return None
        reason = ""
        if self.ticket.kind is StateKind.CANCELLED:
            reason = self._ended
        elif self.ticket.kind is not StateKind.DONE:
            reason = "rating-too-early"
        elif self.ticket.rating is not None:
            reason = "already-rated"
        return Action("rate_ticket", enabled=not reason, reason=reason)

    def _following_up(self) -> Action | None:
        """Terminal means terminal: what is left is a new ticket that refers to the ended one."""
        if not (self.standing.customer or self.standing.staff):
            return None
        ended = self.ticket.kind.final
        return Action("follow_up_ticket", enabled=ended, reason="" if ended else "not-closed-yet")


_RATED_LATER = frozenset({"after_close", "on_end"})
_WITHOUT_THREAD = frozenset({Channel.PHONE, Channel.CHAT, Channel.CONFERENCE})
_UNMET = MappingProxyType(
    {
        "no_handler": "already-handled",
        "handler_unavailable": "handler-available",
        "has_form": "no-form-needed",
        "email_thread": "no-email-thread",
    }
)


def outlook(ticket: Ticket, actor: Id, reader: Reader) -> Outlook:
    return Outlook(ticket, stand(ticket, actor, reader), scheme_of(reader, ticket.source), reader)
