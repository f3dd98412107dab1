"""What the authority adds to what the rules decided: `rev`, `pos` and the human number.

The server is the authority of a served desk; where there is no server, the journal is.
"""

from functools import cache
from typing import Any

from sqlalchemy import Table, select

from agentdesk.domain.entities import Entity, Message, Request, Ticket
from agentdesk.domain.frozen import altered
from agentdesk.domain.roots import Root, root_of
from agentdesk.domain.values import Id, Visibility
from agentdesk.records.rows import Rows, insert_of

REQUESTS = "WF"
"""The prefix of the numbers of requests."""


def stamped(changed: tuple[Entity, ...], rows: Rows, series: Table | None) -> tuple[Entity, ...]:
    """The changed entities as they are to be put, each with the `rev` its root has then.

    Tickets come last so that they carry their newest `pos`; one of which only parts changed comes, too.
    Without a series new tickets stay without a number: the authority is elsewhere.
    """
    tickets = {e.id: _numbered(e, rows, series) for e in changed if isinstance(e, Ticket)}
    parts = [(root_of(e), _named(e, rows, series)) for e in changed if not isinstance(e, Ticket)]
    for id in sorted({root.id for root, _ in parts if root.kind == "ticket"} - tickets.keys()):
        tickets[id] = rows.get("ticket", id)
    revs = {root: e.rev + 1 for root, e in parts if root.id == e.id}
    revs |= {Root("ticket", ticket.id): ticket.rev + 1 for ticket in tickets.values()}
    places = {id: (ticket.last_pos, ticket.public_pos) for id, ticket in tickets.items()}
    risen = [(root, altered(e, rev=revs.get(root, e.rev), **_place(e, places))) for root, e in parts]
    return (
        *[e for root, e in risen if root.id != e.id], *[e for root, e in risen if root.id == e.id],
        *[_risen(ticket, *places[ticket.id]) for ticket in tickets.values()],
    )  # fmt: skip


def _risen(ticket: Ticket, last_pos: int, public_pos: int) -> Ticket:
    return altered(ticket, rev=ticket.rev + 1, last_pos=last_pos, public_pos=public_pos)


def _numbered(ticket: Ticket, rows: Rows, series: Table | None) -> Ticket:
    if ticket.number or series is None:
        return ticket
    source = rows.get("source", ticket.source)
    return altered(ticket, number=_number(source.prefix if source else "TK", rows, series))


def _named(entity: Entity, rows: Rows, series: Table | None) -> Entity:
    if not isinstance(entity, Request) or entity.number or series is None:
        return entity
    return altered(entity, number=_number(REQUESTS, rows, series))


def _number(prefix: str, rows: Rows, series: Table) -> str:
    last = rows.connection.execute(_next(series, rows.connection.dialect.name), {"prefix": prefix}).scalar_one()
    return f"{prefix}-{last}"


def _place(entity: Entity, places: dict[Id, tuple[int, int]]) -> dict[str, Any]:
    """Of a new message the place behind all others; `places`: of each ticket the last, and the last for everyone."""
    if not isinstance(entity, Message) or entity.pos:
        return {}
    last, public = places[entity.ticket]
    places[entity.ticket] = last + 1, last + 1 if entity.visibility is Visibility.EVERYONE else public
    return {"pos": last + 1}


@cache
def _next(series: Table, dialect: str) -> Any:
    return (
        insert_of(series, dialect)
        .values(last=1)
        .on_conflict_do_update(index_elements=["prefix"], set_={"last": series.c.last + 1})
        .returning(series.c.last)
    )


def keep_number(rows: Rows, series: Table, number: str) -> None:
    """A number that came from elsewhere is never given out again."""
    prefix, _, digits = number.rpartition("-")
    if not (prefix and digits.isdecimal() and len(digits) < 16):
        return
    last = rows.connection.execute(select(series.c.last).where(series.c.prefix == prefix)).scalar()
    if last is None:
        rows.connection.execute(series.insert(), {"prefix": prefix, "last": int(digits)})
    elif last < int(digits):
        behind = series.c.prefix == prefix, series.c.last < int(digits)
        rows.connection.execute(series.update().where(*behind), {"last": int(digits)})


def drop_number(rows: Rows, series: Table, number: str) -> None:
    """The number of a ticket that was undone is free again, if it was the last one."""
    prefix, _, digits = number.rpartition("-")
    given = series.c.prefix == prefix, series.c.last == int(digits)
    rows.connection.execute(series.update().where(*given), {"last": int(digits) - 1})
    rows.connection.execute(series.delete().where(series.c.prefix == prefix, series.c.last == 0))
