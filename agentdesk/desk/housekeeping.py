"""What the system itself has to do on a desk without a server."""

from collections.abc import Iterator

from sqlalchemy import Connection, select

from agentdesk.domain.commands import AutoClose
from agentdesk.domain.due import due
from agentdesk.domain.entities import Request
from agentdesk.domain.request_due import Due, EmbeddedProvider, due_in
from agentdesk.domain.scheme import parse_scheme
from agentdesk.domain.values import DAY, Id, Instant, RequestState
from agentdesk.records.rows import Rows
from agentdesk.store.schema import TABLES

_T, _R = TABLES["ticket"], TABLES["request"].c


def due_commands(connection: Connection, now: Instant) -> list[AutoClose | Due]:
    """The tickets that waited for their customers too long, and what is to be done with open requests."""
    rows = Rows(connection, TABLES)
    return [
        *_due_tickets(connection, rows, now),
        *due_in(_open_requests(connection, rows), rows, EmbeddedProvider(), now),
    ]


def _open_requests(connection: Connection, rows: Rows) -> list[Request]:
    open_ = [state for state in RequestState if state.incomplete]
    ids = connection.scalars(select(_R.id).where(_R.state.in_(open_)).order_by(_R.id)).all()
    return [rows.get("request", id) for id in ids]


def _due_tickets(connection: Connection, rows: Rows, now: Instant) -> list[AutoClose]:
    schemes = {s.id: parse_scheme(rows.get("scheme", s.scheme).text) for s in rows.find("source")}
    tickets = (
        rows.get("ticket", id)
        for source, scheme in schemes.items()
        for rule in scheme.auto_close
        for id in _waiting(connection, source, rule.state, now - rule.after_days * DAY)
    )
    return list(due(tickets, schemes.__getitem__, now))


def _waiting(connection: Connection, source: Id, state: str, since: Instant) -> Iterator[Id]:
    chosen = select(_T.c.id).where(_T.c.source == source, _T.c.state == state, _T.c.state_since <= since)
    return iter(connection.scalars(chosen).all())
