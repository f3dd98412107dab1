"""agentdesk import: files become tickets and messages."""

import argparse
import signal
import sys
from pathlib import Path

from agentdesk.cli.answer import CannotUse, Usage, print_error, print_json, print_text
from agentdesk.cli.options import SubParsers, common, writing
from agentdesk.cli.sentences import rejection_sentence
from agentdesk.desk import Desk
from agentdesk.desk.importing import Importer, Report
from agentdesk.desk.queries.setup import SetUpOf
from agentdesk.interchange.sources import FORMATS

_BAR = 40


def add(sub: SubParsers) -> None:
    parser = sub.add_parser("import", help="turns mbox, eml, maildir, csv and json files into tickets")
    parser.add_argument("paths", nargs="+", type=Path, metavar="PATH")
    parser.add_argument("--source", default="desk", metavar="ID", help="the source the tickets belong to")
    parser.add_argument("--format", choices=FORMATS, default=None)
    common(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    for path in options.paths:
        if _is_missing(path):
            raise Usage(f"There is no file or directory {path}.")
    with writing(options) as desk:
        _check_source(desk, options.source)
        report = _import(desk, options)
    if options.json:
        print_json(_record(report))
    else:
        _print(report)
    if report.stopped:
        raise CannotUse("Stopped. What was read so far is kept; run the same command to go on.")
    return 0


def _is_missing(path: Path) -> bool:
    """What may not be looked at is there, and is named with the rest of what cannot be read."""
    try:
        path.stat()
    except (FileNotFoundError, NotADirectoryError):
        return True
    except OSError:
        return False
    return False


def _check_source(desk: Desk, source: str) -> None:
    known = [row.id for row in desk.look(SetUpOf()).sources]
    if source not in known:
        raise Usage(f"There is no source “{source}”. Sources are: {', '.join(known)}.")


def _import(desk: Desk, options: argparse.Namespace) -> Report:
    """Ctrl+C stops after the letter at hand."""
    stopped: list[int] = []
    before = signal.signal(signal.SIGINT, lambda number, _: stopped.append(number))
    shown = sys.stderr.isatty()
    try:
        return Importer(desk, options.source).run(
            options.paths, options.format, progress=_bar if shown else _silent, stop=lambda: bool(stopped)
        )
    finally:
        signal.signal(signal.SIGINT, before)
        if shown:
            sys.stderr.write("\n")


def _bar(done: int, total: int) -> None:
    part = min(1.0, done / total) if total else 1.0
    sys.stderr.write(f"\r[{'#' * int(part * _BAR):<{_BAR}}] {part:4.0%}")
    sys.stderr.flush()


def _silent(done: int, total: int) -> None:
    """Nobody watches."""


def _record(report: Report) -> dict[str, object]:
    rejected = [{"path": _place(r.path, r.line), "reason": rejection_sentence(r)} for r in report.rejected]
    return {
        "files": report.files, "messages": report.messages, "tickets": report.tickets,
        "duplicates": report.duplicates, "rejected": rejected,
    }  # fmt: skip


def _print(report: Report) -> None:
    print_text(
        f"{report.files} read: {report.messages} messages in {report.tickets} new tickets, "
        f"{report.duplicates} already there, {len(report.rejected)} rejected."
    )
    for rejected in report.rejected:
        print_error(f"{_place(rejected.path, rejected.line)}: {rejection_sentence(rejected)}")


def _place(path: str, line: int) -> str:
    return f"{path}:{line}" if line else path
