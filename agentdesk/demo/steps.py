"""The demo desk as a script: who does what when, in order of time."""

from collections.abc import Iterator
from dataclasses import dataclass
from heapq import merge
from operator import attrgetter

from agentdesk.demo.asking import asked
from agentdesk.demo.content import MAKER
from agentdesk.demo.files import DemoFile, make_file
from agentdesk.demo.plan import planned
from agentdesk.demo.setup import Wish, set_up
from agentdesk.demo.story import Story, commands_of, person_id
from agentdesk.demo.times import SECOND, span
from agentdesk.demo.told import told
from agentdesk.domain.commands import Command, DisablePerson
from agentdesk.domain.values import Id, Instant

_BEGINNING, _LEAVING = span("560d"), span("95d")


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One command of the demo desk.

    `actor` is a user name: `super.admin` is the maker of the desk, `system` nobody who does what is due, everybody else
    a person that an earlier step made. The files' bytes belong into the blob store and their references into the
    command's `files`; the stage and the digest of a decision are what its actor then sees (`as_seen`).
    """

    at: Instant
    actor: str
    command: Command
    files: tuple[DemoFile, ...] = ()


@dataclass(frozen=True, slots=True)
class _Line:
    """A step whose files are still names, so that the whole script fits in memory."""

    at: Instant
    actor: str
    command: Command
    files: tuple[str, ...] = ()


def script(now: Instant, *, admin: Id) -> Iterator[Step]:
    """Every command from the making of the desk to nine minutes before `now`; `admin` is its maker."""
    stories = sorted((line for story in (*told(now), *planned(now)) for line in _lines(story)), key=attrgetter("at"))
    requests = sorted((_Line(*one) for one in asked(now)), key=attrgetter("at"))
    for line in merge(_set_up(now, admin), stories, requests, [_goodbye(now)], key=attrgetter("at")):
        yield Step(
            at=line.at, actor=line.actor, command=line.command, files=tuple(make_file(name) for name in line.files)
        )


def _set_up(now: Instant, admin: Id) -> Iterator[_Line]:
    wish: Wish
    for number, wish in enumerate(set_up(admin)):
        yield _Line(now - _BEGINNING + number * 2 * SECOND, *wish)


def _lines(story: Story) -> Iterator[_Line]:
    for act, command in commands_of(story):
        actor = MAKER if act.do == "email" else act.by
        yield _Line(act.at, actor, command, act.files)


def _goodbye(now: Instant) -> _Line:
    return _Line(now - _LEAVING, MAKER, DisablePerson(person=person_id("b.krause")))
