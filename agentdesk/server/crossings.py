"""What somebody else wrote while a command was on its way."""

from sqlalchemy import ColumnElement, select

from agentdesk.domain.commands import Command, CompleteTicket, EndTicket, Reply
from agentdesk.domain.entities import Ticket
from agentdesk.domain.refusals import Refused
from agentdesk.domain.standing import stand
from agentdesk.domain.values import AuthorKind, Visibility
from agentdesk.server.command_log import Order
from agentdesk.server.schema import TABLES
from agentdesk.server.server_rows import ServerRows

_M = TABLES["message"].c


def crossed(rows: ServerRows, order: Order, command: Command) -> bool:
    """Whether a reply was written before its author had seen what somebody else wrote."""
    if not isinstance(command, Reply):
        return False
    ticket: Ticket = rows.get("ticket", command.ticket)
    staff = stand(ticket, order.person, rows).staff
    seen = [] if staff else [_M.visibility == Visibility.EVERYONE]
    return _newer(rows, order, ticket, _M.author_kind != AuthorKind.SYSTEM, *seen)


def check_unchanged(rows: ServerRows, order: Order, command: Command) -> None:
    """Nobody closes a ticket over words of its requester that they have not seen. Raises Refused: content-changed."""
    if not isinstance(command, CompleteTicket | EndTicket):
        return
    ticket: Ticket = rows.get("ticket", command.ticket)
    if ticket.kind.open and _newer(rows, order, ticket, _M.author == ticket.requester):
        raise Refused("content-changed", by=ticket.requester)


def _newer(rows: ServerRows, order: Order, ticket: Ticket, *which: ColumnElement[bool]) -> bool:
    """Whether the ticket has such messages of others that came after what the author had before them."""
    if ticket.rev <= order.sent.base_rev:
        return False
    others = _M.ticket == ticket.id, _M.rev > order.sent.base_rev, _M.author != order.person
    return rows.connection.execute(select(_M.id).where(*others, *which).limit(1)).first() is not None
