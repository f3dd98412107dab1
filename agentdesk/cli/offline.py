"""agentdesk offline: cuts a desk off from its server, or joins it again."""

import argparse
from functools import partial

from sqlalchemy import Connection

from agentdesk.cli.answer import CannotUse, print_json, print_text
from agentdesk.cli.options import SubParsers, common, writing
from agentdesk.store.base import NOTHING, Changed
from agentdesk.store.wishes import Wish, set_wish


def add(sub: SubParsers) -> None:
    parser = sub.add_parser("offline", help="cuts the desk off from its server, or joins it again")
    parser.add_argument("wish", choices=("on", "off"))
    common(parser, person=False)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    offline = options.wish == "on"
    with writing(options) as desk:
        if not desk.served:
            raise CannotUse("This desk has no server. agentdesk connect joins one.")
        desk.transact(partial(_set, offline))
    if options.json:
        print_json({"offline": offline})
    else:
        print_text("Nothing is sent or read until `agentdesk offline off`." if offline else "Joined again.")
    return 0


def _set(offline: bool, connection: Connection) -> tuple[None, Changed]:
    set_wish(connection, Wish.OFFLINE, wished=offline)
    return None, NOTHING
