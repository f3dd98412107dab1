"""agentdesk show: one ticket with its thread, or one request with its levels."""

import argparse

from agentdesk.cli import requests
from agentdesk.cli.answer import Refusing, print_json, print_text
from agentdesk.cli.options import SubParsers, common, reading
from agentdesk.cli.sentences import PROBLEMS
from agentdesk.desk import Desk
from agentdesk.desk.plain import iso, label, subject, ticket_detail
from agentdesk.desk.queries.detail import Detail
from agentdesk.desk.queries.rows import MessageRow, TicketDetail
from agentdesk.desk.queries.thread import Thread
from agentdesk.desk.queries.tickets import TicketIdByName
from agentdesk.domain.values import Id

_ALL = 1 << 30


def add(sub: SubParsers) -> None:
    parser = sub.add_parser("show", help="one ticket or request, and what may be done with it")
    parser.add_argument("id", metavar="ID", help="number or UUID")
    common(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    with reading(options) as desk:
        if (request := requests.found(desk, options.id)) is not None:
            requests.print_request(request, options)
            return 0
        detail, messages = ticket(desk, options.id)
    if options.json:
        print_json(ticket_detail(detail, messages, options.language))
    else:
        _print(detail, messages, options.language)
    return 0


def ticket_id(desk: Desk, name: str) -> Id:
    """Raises Refusing: what one may not see is not there."""
    found = desk.look(TicketIdByName(name))
    if found is None:
        raise Refusing("not-found", {"id": name})
    return found


def ticket(desk: Desk, name: str) -> tuple[TicketDetail, tuple[MessageRow, ...]]:
    id = ticket_id(desk, name)
    detail, page = desk.look(Detail(id)), desk.look(Thread(id, _ALL))
    if detail is None or page is None:
        raise Refusing("not-found", {"id": name})
    return detail, page.messages


def _print(detail: TicketDetail, messages: tuple[MessageRow, ...], language: str) -> None:
    row = detail.row
    print_text(f"{row.number}  {subject(row, language)}")
    facts = (label(row.labels, language), row.priority, row.type, f"{row.requester_name} → {row.handler_name or '-'}")
    print_text(" · ".join(facts))
    for message in messages:
        who = message.author_name or message.code
        private = " [staff only]" if message.visibility == "staff" else ""
        print_text(f"\n{iso(message.at)}  {who}{private}")
        if message.body_text:
            print_text(message.body_text)
        for code in message.problems:
            print_text(f"  ! {PROBLEMS[code]}")
        for file in message.attachments:
            print_text(f"  + {file.name} ({file.size} bytes)")
    print_text("\n" + ", ".join(action.command for action in detail.actions if action.enabled))
