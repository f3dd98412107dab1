"""agentdesk counts: the badge of every queue."""

import argparse

from agentdesk.cli.answer import print_json, print_table
from agentdesk.cli.options import SubParsers, common, reading
from agentdesk.desk.queries.counts import Counts


def add(sub: SubParsers) -> None:
    parser = sub.add_parser("counts", help="the badge of every queue")
    common(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    with reading(options) as desk:
        numbers = desk.look(Counts())
    if options.json:
        print_json(numbers)
    else:
        print_table([[queue, str(number)] for queue, number in numbers.items()])
    return 0
