"""Which commands of the system are due, given rows and a time."""

from collections.abc import Callable, Iterable, Iterator

from agentdesk.domain.commands import AutoClose
from agentdesk.domain.entities import Request, Stage, Ticket
from agentdesk.domain.scheme import Scheme
from agentdesk.domain.values import DAY, HOUR, Id, Instant


def due(rows: Iterable[Ticket], scheme_of: Callable[[Id], Scheme], now: Instant) -> Iterator[AutoClose]:
    """The tickets that waited for their customer longer than their source's scheme allows."""
    return (AutoClose(ticket=ticket.id) for ticket in rows if is_due(ticket, scheme_of(ticket.source), now))


def is_due(ticket: Ticket, scheme: Scheme, now: Instant) -> bool:
    """More than the days: 72 hours exactly is still open (CP-43)."""
    closes = closes_at(ticket, scheme)
    return closes is not None and now > closes


def closes_at(ticket: Ticket, scheme: Scheme) -> Instant | None:
    """The last moment the ticket stays open without an answer; None where nothing closes it by itself."""
    days = days_allowed(ticket, scheme)
    return None if days is None else ticket.state_since + days * DAY


def days_allowed(ticket: Ticket, scheme: Scheme) -> int | None:
    return next((rule.after_days for rule in scheme.auto_close if rule.state == ticket.state), None)


def reminds_at(request: Request, stage: Stage) -> Instant | None:
    """When those who have not decided are reminded; None where the stage has no due time."""
    return request.stage_since + stage.due_hours * HOUR if stage.due_hours else None


def escalates_at(request: Request, stage: Stage) -> Instant | None:
    """After twice the due time somebody else is asked, too."""
    if not stage.due_hours or stage.escalates_to is None:
        return None
    return request.stage_since + 2 * stage.due_hours * HOUR
