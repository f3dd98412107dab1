"""agentdesk search: full text."""

import argparse

from agentdesk.cli.answer import print_json, print_table
from agentdesk.cli.options import SubParsers, common, reading
from agentdesk.desk.plain import subject, ticket_row
from agentdesk.desk.queries.search import Search


def add(sub: SubParsers) -> None:
    parser = sub.add_parser("search", help="full-text search")
    parser.add_argument("query")
    parser.add_argument("--limit", type=int, default=50)
    common(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    with reading(options) as desk:
        result = desk.look(Search(options.query, options.limit))
    if options.json:
        hits = [
            ticket_row(hit.row, options.language) | {"message": hit.message, "snippet": hit.snippet}
            for hit in result.hits
        ]
        print_json(hits)
    else:
        print_table([[hit.row.number, subject(hit.row, options.language)[:40], hit.snippet] for hit in result.hits])
    return 0
