"""What a rule is given: the envelope, the desk to ask, and ids for what it makes."""

from collections import Counter
from dataclasses import replace
from uuid import UUID, uuid5

from agentdesk.domain.commands import Envelope
from agentdesk.domain.entities import NAMES, Entity, Source, Ticket
from agentdesk.domain.policy import Outlook
from agentdesk.domain.reader import Reader, need
from agentdesk.domain.refusals import Refused
from agentdesk.domain.scheme import Scheme, Transition
from agentdesk.domain.standing import Part
from agentdesk.domain.values import AuthorKind, Id, Instant

Changes = tuple[Entity, ...]
"""Changed and new entities, the root first: the log names it."""


class Case:
    def __init__(self, envelope: Envelope, reader: Reader) -> None:
        self.envelope = envelope
        self.reader = reader
        self._made: Counter[str] = Counter()

    @property
    def actor(self) -> Id:
        return self.envelope.actor

    @property
    def at(self) -> Instant:
        return self.envelope.at

    @property
    def written_at(self) -> Instant:
        """The author's own time, but never one to come."""
        return min(self.envelope.issued_at or self.at, self.at)

    def new_id(self, kind: type[Entity]) -> Id:
        """The same ids whenever the same envelope is decided."""
        name = NAMES[kind]
        ordinal = self._made[name]
        self._made[name] += 1
        return str(uuid5(UUID(self.envelope.id), f"{name}{ordinal}"))

    def unused(self, kind: type[Entity], id_: Id) -> Id:
        """An id that came with the command must not stand for something that is there."""
        if self.reader.get(NAMES[kind], id_) is not None:
            raise Refused("already-exists", kind=NAMES[kind], id=id_)
        return id_


class TicketCase(Case):
    """A command on an existing ticket that its scheme allows."""

    def __init__(self, envelope: Envelope, reader: Reader, outlook: Outlook) -> None:
        super().__init__(envelope, reader)
        self.outlook = outlook
        self.ticket = outlook.ticket

    @property
    def scheme(self) -> Scheme:
        return self.outlook.scheme

    @property
    def source(self) -> Source:
        return need(self.reader, Source, self.ticket.source)

    def transition(self, command: str, answer: str | None = None) -> Transition:
        found, _ = self.outlook.attempt(command, answer)
        assert found is not None, command  # decide() asked before
        return found

    def moved(self, transition: Transition) -> Ticket:
        """The ticket after it, touched from the side of whoever made it."""
        after = enter(self.ticket, self.scheme, transition.to, self.at)
        return touched(after, self.at, customer=Part(transition.by).side is AuthorKind.REQUESTER)


def enter(ticket: Ticket, scheme: Scheme, state: str | None, at: Instant) -> Ticket:
    """In that state; staying keeps the time of the first entry (CP-47)."""
    if state is None or state == ticket.state:
        return ticket
    kind = scheme.state(state).kind
    since = max(ticket.state_since, at)
    after = replace(ticket, state=state, kind=kind, state_since=since, incomplete="")
    return replace(after, closed=at) if kind.final else after


def touched(ticket: Ticket, at: Instant, *, customer: bool = False) -> Ticket:
    """Something happened that everybody sees; these times never go back."""
    after = replace(ticket, last_activity=max(ticket.last_activity, at))
    if not customer:
        return after
    return replace(after, last_customer_activity=max(ticket.last_customer_activity or 0, at))
