"""agentdesk due: submits what the system has to do."""

import argparse
from datetime import datetime

from agentdesk.cli.answer import Usage, print_json, print_text
from agentdesk.cli.options import SubParsers, common, writing
from agentdesk.domain.values import Instant


def add(sub: SubParsers) -> None:
    parser = sub.add_parser("due", help="submits the commands of the system that are due")
    parser.add_argument("--at", default=None, metavar="TIME", help="as of this time (ISO 8601 with zone)")
    common(parser, person=False)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    at = None if options.at is None else instant(options.at)
    with writing(options) as desk:
        count = desk.submit_due(desk.clock.now() if at is None else at)
    if options.json:
        print_json({"submitted": count})
    else:
        print_text(f"{count} submitted")
    return 0


def instant(text: str) -> Instant:
    """Raises Usage. A time without a zone is of this computer's zone."""
    try:
        return int(datetime.fromisoformat(text).astimezone().timestamp() * 1000)
    except (ValueError, OverflowError, OSError):
        raise Usage(f"“{text}” is not a time such as 2026-11-23T14:00+01:00.") from None
