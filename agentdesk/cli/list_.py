"""agentdesk list: the rows of a queue."""

import argparse

from agentdesk.cli import requests
from agentdesk.cli.answer import Refusing, Usage, print_json, print_table
from agentdesk.cli.options import SubParsers, common, reading
from agentdesk.desk import Desk
from agentdesk.desk.plain import iso, ticket_row
from agentdesk.desk.queries.base import NotAllowed
from agentdesk.desk.queries.filters import UnknownFilter
from agentdesk.desk.queries.outbox import Outbox
from agentdesk.desk.queries.queues import QUEUES
from agentdesk.desk.queries.requests import INBOXES
from agentdesk.desk.queries.rows import TicketRow
from agentdesk.desk.queries.tickets import TicketIds, TicketRows

_PAGE = 500
_NAMES = (*QUEUES, *INBOXES, "outbox")


def add(sub: SubParsers) -> None:
    parser = sub.add_parser("list", help="the rows of a queue")
    parser.add_argument("queue", help=", ".join(_NAMES))
    parser.add_argument("--limit", type=int, default=None)
    parser.add_argument("--filter", action="append", default=[], metavar="NAME=VALUE")
    common(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    with reading(options) as desk:
        if options.queue == "outbox":
            _print_outbox(desk, options)
            return 0
        if options.queue in INBOXES:
            requests.print_inbox(desk, options)
            return 0
        rows = queue_rows(desk, options.queue, tuple(options.filter), options.limit)
    if options.json:
        print_json([ticket_row(row, options.language) for row in rows])
    else:
        print_table([_cells(row, options.language) for row in rows])
    return 0


def queue_rows(desk: Desk, queue: str, filters: tuple[str, ...] = (), limit: int | None = None) -> list[TicketRow]:
    """The rows in the queue's order. Raises Usage for a queue or filter that does not exist, Refusing if not theirs."""
    if queue not in QUEUES:
        raise Usage(f"There is no queue “{queue}”. Queues are: {', '.join(_NAMES)}.")
    try:
        ids = desk.look(TicketIds(queue, filters)).ids[:limit]
    except NotAllowed:
        raise Refusing("not-allowed", {"command": queue}) from None
    except UnknownFilter as unknown:
        raise Usage(f"There is no filter “{unknown}”.") from None
    rows: list[TicketRow] = []
    for start in range(0, len(ids), _PAGE):
        page = ids[start : start + _PAGE]
        found = desk.look(TicketRows(tuple(page)))
        rows += [found[n] for n in page if n in found]
    return rows


def _cells(row: TicketRow, language: str) -> list[str]:
    record = ticket_row(row, language)
    return [record["number"], record["state_label"], record["requester"] or "", record["subject"] or "-"]


def _print_outbox(desk: Desk, options: argparse.Namespace) -> None:
    held = desk.look(Outbox())[: options.limit]
    records = [
        {
            "id": h.id, "command": h.command, "on": h.on, "number": h.number, "subject": h.subject, "state": h.state,
            "issued_at": iso(h.issued_at), "not_before": iso(h.not_before), "error": h.error,
        }
        for h in held
    ]  # fmt: skip
    if options.json:
        print_json(records)
    else:
        print_table([[h.number, h.command, h.state, h.subject] for h in held])
