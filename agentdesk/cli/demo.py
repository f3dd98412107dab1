"""agentdesk demo: writes a desk full of believable tickets, by ordinary commands."""

import argparse
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import ClassVar

from agentdesk.cli.answer import CannotUse, print_text
from agentdesk.cli.options import SubParsers
from agentdesk.clock import SetClock, SystemClock
from agentdesk.demo import THE_SYSTEM, Step, as_seen, script
from agentdesk.desk import Desk, open_desk
from agentdesk.desk.queries.base import View
from agentdesk.desk.queries.people import People
from agentdesk.desk.queries.setup import WhoamiOf
from agentdesk.desk.queries.tickets import TicketIds, TicketRows
from agentdesk.desk.worker import Inline
from agentdesk.domain.commands import Command, Envelope, FileRef
from agentdesk.domain.standing import SYSTEM
from agentdesk.domain.values import DAY, Id, Instant, StateKind
from agentdesk.store.database import FILE
from agentdesk.store.errors import DeskError

FIRST_PERSON = "mara.lindt"
_READERS = ("mara.lindt", "jonas.beck", "super.admin", "noah.okafor", "zhang.wei", "k.sommer", "petra.nowak")
_MAKER = "super.admin"
Progress = Callable[[int], None]


def add(sub: SubParsers) -> None:
    parser = sub.add_parser("demo", help="writes a demo desk into an empty directory")
    parser.add_argument("--desk", type=Path, required=True, metavar="DIR")
    parser.add_argument("--served", action="store_true", help="mara.lindt's own, from a server that is out of reach")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--language", default="en")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    if options.served:
        write_served_demo(options.desk)
        print_text(f"{options.desk}: {FIRST_PERSON}, out of reach of the server")
        return 0
    count = write_demo(options.desk)
    print_text(f"{options.desk}: {count} commands")
    return 0


def write_demo(directory: Path, now: Instant | None = None, progress: Progress = lambda done: None) -> int:
    """Writes the demo desk and answers how many commands it took. Raises DeskError, CannotUse."""
    if directory.is_dir() and any(directory.iterdir()):
        raise DeskError("directory-not-empty", path=str(directory))
    moment = SystemClock().now() if now is None else now
    clock = SetClock(moment)
    desk = open_desk(directory, worker=Inline, clock=clock, provider=None)
    desk.post = lambda job: job()
    try:
        count = _Writer(desk, clock).write(moment, progress)
    finally:
        desk.close()
    open_desk(directory, FIRST_PERSON, worker=Inline).close()
    return count


def write_served_demo(directory: Path) -> None:
    """The demo desk of one person, synced once and cut off (served_demo.py). Raises DeskError, CannotUse."""
    from agentdesk.cli import served_demo  # noqa: PLC0415  (a server and its libraries)

    if directory.is_dir() and any(directory.iterdir()):
        raise DeskError("directory-not-empty", path=str(directory))
    served_demo.write_served_demo(directory, SystemClock().now())


def demo_ready(directory: Path) -> bool:
    return (directory / FILE).exists()


@dataclass(frozen=True, slots=True)
class _AsSeen:
    command: Command
    topics: ClassVar[frozenset[str]] = frozenset()

    def run(self, view: View) -> Command:
        return as_seen(self.command, view.rows)


class _Writer:
    """Gives the steps to the desk, each at its own time and by its own person."""

    def __init__(self, desk: Desk, clock: SetClock) -> None:
        self._desk, self._clock = desk, clock
        self._people: dict[str, Id] = {_MAKER: desk.person, THE_SYSTEM: SYSTEM}

    def write(self, now: Instant, progress: Progress) -> int:
        count = 0
        for count, step in enumerate(script(now, admin=self._desk.person), 1):
            self._play(step)
            progress(count)
        self._clock.at = now
        for name in _READERS:
            self._read(self._person(name), now)
        return count

    def _play(self, step: Step) -> None:
        self._clock.at = step.at
        envelope = Envelope(
            id=self._clock.new_id(), actor=self._person(step.actor), at=step.at, issued_at=step.at,
            command=self._complete(step),
        )  # fmt: skip
        outcome = self._desk.play([envelope])
        if outcome.trouble is not None:
            raise outcome.trouble
        if outcome.refusal is not None:
            raise CannotUse(f"The demo desk is at odds with the rules: {step.actor} {step.command}: {outcome.refusal}")

    def _complete(self, step: Step) -> Command:
        if hasattr(step.command, "stage"):
            return self._desk.look(_AsSeen(step.command))
        if not step.files:
            return step.command
        kept: tuple[FileRef, ...] = tuple(
            self._desk.keep_bytes(file.name, file.media_type, file.content) for file in step.files
        )
        return replace(step.command, files=kept)  # type: ignore[call-arg]  # every step with files is of such a command

    def _person(self, user_name: str) -> Id:
        if user_name not in self._people:
            found = {row.user_name: row.id for row in self._desk.look(People(limit=10_000))}
            self._people |= found
        return self._people[user_name]

    def _read(self, person: Id, now: Instant) -> None:
        """What a person with a week of work behind them has read: all but what newly waits for them."""
        self._desk.person = person
        self._desk.mark(self._read_ones(now))

    def _read_ones(self, now: Instant) -> Iterator[Id]:
        listing = self._desk.look(TicketIds(self._widest()))
        for row in self._desk.look(TicketRows(tuple(listing.ids))).values():
            fresh = row.kind in (StateKind.NEW, StateKind.WAITING_STAFF, StateKind.WAITING_CONFIRMATION)
            if not (fresh and row.last_activity > now - DAY):
                yield row.id

    def _widest(self) -> str:
        queues = self._desk.look(WhoamiOf()).queues
        return "support.all" if "support.all" in queues else "support.mine"
