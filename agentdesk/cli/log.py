"""agentdesk log: the operation log, a page at a time."""

import argparse
from datetime import datetime, timedelta

from agentdesk.cli.answer import Refusing, Usage, print_json, print_table
from agentdesk.cli.options import SubParsers, common, reading
from agentdesk.cli.show import ticket_id
from agentdesk.desk import Desk
from agentdesk.desk.plain import iso
from agentdesk.desk.queries.base import NotAllowed
from agentdesk.desk.queries.log import LogPage
from agentdesk.desk.queries.rows import LogRow
from agentdesk.domain.values import Instant


def add(sub: SubParsers) -> None:
    parser = sub.add_parser("log", help="the operation log, newest first")
    parser.add_argument("--on", default=None, metavar="ID")
    parser.add_argument("--from", dest="start", default=None, metavar="DATE", help="first day")
    parser.add_argument("--to", dest="end", default=None, metavar="DATE", help="last day, included")
    parser.add_argument("--limit", type=int, default=20)
    parser.add_argument("--before", default=None, metavar="ENTRY", help="the page after this entry")
    common(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    with reading(options) as desk:
        rows = log_rows(desk, options)
    if options.json:
        print_json([log_record(row) for row in rows])
    else:
        print_table([[iso(row.at) or "", row.actor, row.command, _data(row)] for row in rows])
    return 0


def log_rows(desk: Desk, options: argparse.Namespace) -> tuple[LogRow, ...]:
    on = None if options.on is None else ticket_id(desk, options.on)
    page = LogPage(
        on=on, start=_day(options.start), end=_day(options.end, after=True), before=options.before, limit=options.limit
    )
    try:
        return desk.look(page)
    except NotAllowed:
        raise Refusing("not-allowed", {"command": "log"}) from None


def log_record(row: LogRow) -> dict[str, object]:
    return {
        "id": row.id, "at": iso(row.at), "actor": row.actor, "command": row.command, "root_kind": row.root_kind,
        "root": row.root, "data": row.data, "sealed": row.sealed,
    }  # fmt: skip


def _data(row: LogRow) -> str:
    return " ".join(f"{name}={value}" for name, value in row.data.items())


def _day(text: str | None, *, after: bool = False) -> Instant | None:
    """The start of a day in this computer's zone, or of the day after it (both days are included)."""
    if text is None:
        return None
    try:
        day = datetime.fromisoformat(text) + timedelta(days=1 if after and len(text) == 10 else 0)
        return int(day.astimezone().timestamp() * 1000)
    except (ValueError, OverflowError, OSError):
        raise Usage(f"“{text}” is not a date such as 2026-11-23.") from None
