"""Options that several commands share, and the desk they open."""

import argparse
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from agentdesk.cli.answer import Refusing
from agentdesk.desk import Desk, open_desk
from agentdesk.desk.queries.setup import Scopes
from agentdesk.desk.worker import Inline
from agentdesk.paths import default_desk

if TYPE_CHECKING:
    SubParsers = argparse._SubParsersAction[argparse.ArgumentParser]
else:
    SubParsers = object

LOCK_WAIT = 5.0


def common(parser: argparse.ArgumentParser, *, person: bool = True) -> None:
    parser.add_argument("--desk", type=Path, default=None, metavar="DIR", help="directory of the desk")
    parser.add_argument("--json", action="store_true", help="answer with one JSON document")
    parser.add_argument("--language", default="en", metavar="L", help="en, zh_CN or de")
    if person:
        parser.add_argument("--as", dest="person", default=None, metavar="PERSON", help="user name of the person")
        parser.add_argument("--view", default=None, metavar="VIEW", help="one role only: system or domain:ID")


@contextmanager
def reading(options: argparse.Namespace) -> Iterator[Desk]:
    """The desk beside an open window; nothing is written."""
    yield from _opened(options, write=False)


@contextmanager
def writing(options: argparse.Namespace) -> Iterator[Desk]:
    """The desk for writing; waits for a window that is just being closed. A missing desk is made."""
    yield from _opened(options, write=True)


def _opened(options: argparse.Namespace, *, write: bool) -> Iterator[Desk]:
    person = getattr(options, "person", None)
    directory = options.desk or default_desk()
    desk = open_desk(directory, person, worker=Inline, write=write, wait=LOCK_WAIT, remember=False)
    desk.post = lambda job: job()
    try:
        desk.scope = _scope(desk, getattr(options, "view", None))
        yield desk
    finally:
        desk.close()


def _scope(desk: Desk, wanted: str | None) -> str:
    """One of the person's views, by its id or its name. Raises Refusing."""
    if not wanted:
        return ""
    kind, _, name = wanted.partition(":")
    for scope, title in desk.look(Scopes()).items():
        if scope == wanted or (name == title and scope.startswith(f"{kind}:")):
            return scope
    raise Refusing("not-allowed", {"command": f"--view {wanted}"})
