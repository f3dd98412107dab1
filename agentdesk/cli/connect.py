"""agentdesk connect: joins a directory to a server."""

import argparse

from agentdesk.cli.answer import CannotUse, Usage
from agentdesk.cli.options import SubParsers, common

_MONTHS = 6


def add(sub: SubParsers) -> None:
    parser = sub.add_parser("connect", help="joins a desk to a server, and reads what is there")
    parser.add_argument("url", metavar="URL", help="such as https://desk.example.org")
    parser.add_argument("--password-stdin", action="store_true", help="reads the password from standard input")
    parser.add_argument(
        "--months", type=int, default=_MONTHS, metavar="N", help="history to keep here; 0 keeps all (default: 6)"
    )
    common(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    if not options.person:
        raise Usage("Say who signs in: --as NAME.")
    if not options.password_stdin:
        raise CannotUse("The password comes by standard input: --password-stdin.")
    from agentdesk.cli.network import connect  # noqa: PLC0415  (imports of the network would cost every command 0.3 s)

    return connect(options)
