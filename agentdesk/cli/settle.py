"""agentdesk settle: deals with what came back from the server, failed, or waited too long."""

import argparse

from agentdesk.cli.answer import Refusing, print_json, print_text
from agentdesk.cli.options import SubParsers, common, writing
from agentdesk.desk import Desk
from agentdesk.desk.outcome import Outcome
from agentdesk.desk.queries.outbox import Outbox


def add(sub: SubParsers) -> None:
    parser = sub.add_parser("settle", help="sends again what came back, or lets it go")
    parser.add_argument("entry", metavar="ENTRY", help="its id, of `agentdesk list outbox --json`")
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument("--again", action="store_true", help="sends it again")
    what.add_argument("--discard", action="store_true", help="lets it go, with its words")
    common(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    with writing(options) as desk:
        if all(row.id != options.entry for row in desk.look(Outbox())):
            raise Refusing("not-found", {"kind": "entry", "id": options.entry})
        if options.again:
            _again(desk, options.entry)
        else:
            desk.discard(options.entry)
    if options.json:
        print_json({"entry": options.entry, "settled": "again" if options.again else "discarded"})
    else:
        print_text("It waits to be sent." if options.again else "It is gone.")
    return 0


def _again(desk: Desk, entry: str) -> None:
    outcomes: list[Outcome] = []
    desk.send_again(entry, outcomes.append)
    for outcome in outcomes:
        if outcome.trouble is not None:
            raise outcome.trouble
        if outcome.refusal is not None:
            raise Refusing(outcome.refusal.code, outcome.refusal.data)
