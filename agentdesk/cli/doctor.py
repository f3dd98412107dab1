"""agentdesk doctor: checks a desk."""

import argparse
from pathlib import Path

from agentdesk.cli.answer import print_json, print_table
from agentdesk.cli.options import SubParsers, common
from agentdesk.desk.doctor import examine
from agentdesk.paths import default_desk


def add(sub: SubParsers) -> None:
    parser = sub.add_parser("doctor", help="checks the database, the search index, the attachments and the log's chain")
    parser.add_argument(
        "--head", default="", metavar="HASH", help="of the log at an earlier time: must be in its chain"
    )
    common(parser, person=False)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    directory: Path = options.desk or default_desk()
    findings = examine(directory, options.head)
    if options.json:
        print_json([{"check": f.check, "good": f.good, "detail": f.detail} for f in findings])
    else:
        print_table([[f.check, "good" if f.good else "BAD", f.detail] for f in findings])
    return 0 if all(finding.good for finding in findings) else 3
