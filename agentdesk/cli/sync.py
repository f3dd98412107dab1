"""agentdesk sync: one full round with the server."""

import argparse

from agentdesk.cli.options import SubParsers, common


def add(sub: SubParsers) -> None:
    parser = sub.add_parser("sync", help="sends what waits and reads what is new, once")
    parser.add_argument("--password-stdin", action="store_true", help="signs in with a password of standard input")
    common(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    from agentdesk.cli.network import sync  # noqa: PLC0415  (imports of the network would cost every command 0.3 s)

    return sync(options)
