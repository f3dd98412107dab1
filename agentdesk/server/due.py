"""Does what is due on the server, once, however many replicas think of it."""

from collections.abc import Iterator
from itertools import islice
from uuid import UUID, uuid5

from sqlalchemy import Connection, Engine, select

from agentdesk.domain.commands import Command, Envelope, name_of
from agentdesk.domain.due import due
from agentdesk.domain.entities import Request, Ticket
from agentdesk.domain.request_due import EMBEDDED, ResourceProvider, due_in
from agentdesk.domain.scheme import parse_scheme
from agentdesk.domain.standing import SYSTEM
from agentdesk.domain.values import DAY, Id, Instant
from agentdesk.records.open_requests import OpenRequests
from agentdesk.records.rows import Rows
from agentdesk.server.authority import Accepted, accept
from agentdesk.server.database import reading
from agentdesk.server.schema import TABLES
from agentdesk.wire import WireCommand, packed

AT_ONCE = 50
MINUTE: Instant = 60_000
_T = TABLES["ticket"].c


def do_what_is_due(
    engine: Engine, now: Instant, most: int = AT_ONCE, provider: ResourceProvider = EMBEDDED
) -> Accepted:
    """Submits the commands of the system that are due, as the system, at most so many."""
    with reading(engine) as connection:
        commands = list(_due_commands(connection, now, most, provider))
    return accept(engine, SYSTEM, SYSTEM, commands, now)


def _due_commands(connection: Connection, now: Instant, most: int, provider: ResourceProvider) -> Iterator[WireCommand]:
    rows = Rows(connection, TABLES)
    schemes = {s.id: parse_scheme(rows.get("scheme", s.scheme).text) for s in rows.find("source")}
    tickets: dict[Id, Ticket] = {
        id: rows.get("ticket", id)
        for source, scheme in schemes.items()
        for rule in scheme.auto_close
        for id in _waiting(connection, source, rule.state, now - rule.after_days * DAY, most)
    }
    for command in list(due(tickets.values(), schemes.__getitem__, now))[:most]:
        ticket = tickets[command.ticket]
        yield _sent(command, ticket, f"auto_close {ticket.state_since}", now)
    open_ = OpenRequests(rows)
    requests = {request.id: request for request in open_.requests}
    for asked in islice(due_in(open_.requests, open_, provider, now), most):
        request = requests[asked.request]
        yield _sent(asked, request, f"{name_of(type(asked))} {request.rev} {now // MINUTE}", now)


def _waiting(connection: Connection, source: Id, state: str, since: Instant, most: int) -> list[Id]:
    chosen = select(_T.id).where(_T.source == source, _T.state == state, _T.state_since <= since)
    return list(connection.scalars(chosen.order_by(_T.state_since).limit(most)))


def _sent(command: Command, root: Ticket | Request, occasion: str, now: Instant) -> WireCommand:
    """The same id for the same occasion: two replicas send one command."""
    id = str(uuid5(UUID(root.id), occasion))
    return packed(Envelope(id=id, actor=SYSTEM, at=now, issued_at=now, base_rev=root.rev, command=command))
