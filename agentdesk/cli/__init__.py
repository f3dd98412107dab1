"""The text face of a desk: one file a command, no Qt."""

import argparse
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from agentdesk.cli import (
    connect,
    counts,
    demo,
    do,
    doctor,
    due,
    export,
    list_,
    log,
    offline,
    search,
    settle,
    show,
    sync,
)
from agentdesk.cli import import_ as importing
from agentdesk.cli.answer import CannotUse, Refusing, Usage, print_error, print_refusal
from agentdesk.cli.sentences import desk_sentence
from agentdesk.store.errors import DeskError

WritePdf = Callable[[Path, str], None]
"""Writes a page of HTML as a PDF file; only a program with Qt has one."""
COMMANDS = (
    "import", "list", "counts", "show", "search", "do", "due", "log", "export", "demo", "doctor",
    "connect", "sync", "offline", "settle",
)  # fmt: skip
_ROOMS = (
    importing, list_, counts, show, search, do, due, log, export, demo, doctor, connect, sync, offline, settle
)  # fmt: skip
DONE, REFUSED, WRONG_USAGE, UNUSABLE = 0, 1, 2, 3


def main(argv: Sequence[str], write_pdf: WritePdf | None = None) -> int:
    """Runs one command and answers the exit status of interfaces.md."""
    options = _parser(write_pdf).parse_args(list(argv))
    try:
        status: int = options.run(options)
    except Refusing as refusing:
        print_refusal(refusing, json_wanted=options.json)
        return REFUSED
    except Usage as usage:
        print_error(str(usage))
        return WRONG_USAGE
    except CannotUse as cannot:
        print_error(str(cannot))
        return UNUSABLE
    except DeskError as error:
        print_error(desk_sentence(error))
        return UNUSABLE
    except KeyboardInterrupt:
        print_error("Stopped. What was done so far is kept.")
        return UNUSABLE
    except BrokenPipeError:
        sys.stderr.close()
        return DONE
    return status


def _parser(write_pdf: WritePdf | None) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="agentdesk", description="A support desk on this computer.")
    parser.set_defaults(write_pdf=write_pdf)
    sub = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for room in _ROOMS:
        room.add(sub)
    return parser
