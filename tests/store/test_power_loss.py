"""The power goes at any moment: the file is whole, and what was acknowledged is there (trust.md T4)."""

import random
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from agentdesk.clock import SetClock
from agentdesk.desk import Desk, Draft, opening
from agentdesk.desk.doctor import examine
from agentdesk.desk.queries.library import DraftOf
from agentdesk.desk.queries.outbox import Outbox
from agentdesk.desk.queries.thread import Thread
from agentdesk.domain.commands import AddNote, Command, HandleTicket, ReceiveEmail, Reply, SetTags
from agentdesk.domain.values import Id
from agentdesk.store.database import FILE, Database
from tests.builders import NOON, SECOND
from tests.desks import inline_desk
from tests.store.apsw_driver import Driver
from tests.store.power import Begun, Disk, Event, Platter, Said, Sync

HOLD = 8 * SECOND
PARTS = 4
"""One session is the same each time it is recorded, so its moments can be shared out among workers."""
PER_CHANGE, NIGHTLY = (10, 10), (50, 20)
"""Sessions of random actions, and how often each loses the power; the next one works on what is left."""
_names = count()


@dataclass
class Worker:
    """Somebody who works at a desk and remembers what they were told."""

    desk: Desk
    clock: SetClock
    log: list[Event]
    held: list[tuple[Id, Id, Id]] = field(default_factory=list)
    """(entry, ticket, message) of replies that can be undone."""
    tickets: list[Id] = field(default_factory=list)

    def _do(self, facts: dict[str, object], *commands: Command, hold: int = 0) -> Id:
        """Gives commands, and says the facts once it was told that they are done."""
        self.clock.at += SECOND
        self.log.append(Begun(frozenset(facts)))
        ids: list[Id] = []

        def told(outcome: object) -> None:
            assert outcome.done, outcome  # type: ignore[attr-defined]
            ids.extend(outcome.ids)  # type: ignore[attr-defined]
            self.log.extend(Said(fact, value) for fact, value in facts.items())

        self.desk.do(*commands, hold=hold, then=told)
        return ids[0]

    def take_in_a_letter(self) -> None:
        ticket, message = self.desk.clock.new_id(), self.desk.clock.new_id()
        letter = ReceiveEmail(
            ticket=ticket, message=message, source="desk", sender_address="noah@helios.example",
            subject="Der Drucker läuft 退款申请", body_text="x" * 3_000, mail_id=f"{message}@x",
        )  # fmt: skip
        self._do({f"message {ticket} {message}": True}, letter, HandleTicket(ticket=ticket))
        self.tickets.append(ticket)

    def reply(self, *, hold: int = 0) -> None:
        ticket, message = self.tickets[-1], self.desk.clock.new_id()
        files = (self.desk.keep_bytes("a.txt", "text/plain", message.encode()),)
        command = Reply(ticket=ticket, message=message, body_html="<p>words</p>", files=files)
        entry = self._do({f"message {ticket} {message}": True}, command, hold=hold)
        if hold:
            self.held.append((entry, ticket, message))

    def reply_with_second_thoughts(self) -> None:
        self.reply(hold=HOLD)

    def undo(self) -> None:
        if not self.held:
            return
        entry, ticket, message = self.held.pop()
        facts: dict[str, object] = {f"message {ticket} {message}": False}
        self.log.append(Begun(frozenset({*facts, f"draft {ticket}"})))
        undone: list[object] = []
        self.desk.undo(entry, undone.append)
        if undone != [None]:
            self.log.extend(Said(fact, value) for fact, value in facts.items())

    def note(self) -> None:
        ticket, message = self.tickets[0], self.desk.clock.new_id()
        self._do(
            {f"message {ticket} {message}": True},
            AddNote(ticket=ticket, message=message, body_html="<p>note</p>"),
            SetTags(ticket=ticket, add=(f"t{len(self.log)}",)),
        )

    def type(self) -> None:
        ticket, body = self.tickets[-1], f"<p>half a sentence {len(self.log)}</p>"
        self.log.append(Begun(frozenset({f"draft {ticket}"})))
        draft = Draft(key=ticket, kind="note", body=body)
        self.desk.save_draft(draft, lambda error: self.log.append(Said(f"draft {ticket}", error or body)))

    def wait(self) -> None:
        self.clock.at += 2 * HOLD
        self.held.clear()
        self.desk.settle()

    def rest(self) -> None:
        self.desk.mark(self.tickets)
        self.desk.rest()


ACTIONS = (
    Worker.take_in_a_letter, Worker.reply, Worker.reply_with_second_thoughts, Worker.undo, Worker.note, Worker.type,
    Worker.wait, Worker.rest,
)  # fmt: skip
SCRIPT = (
    Worker.take_in_a_letter, Worker.type, Worker.reply_with_second_thoughts, Worker.type, Worker.note, Worker.undo,
    Worker.rest, Worker.reply, Worker.take_in_a_letter, Worker.reply_with_second_thoughts, Worker.wait, Worker.rest,
    Worker.reply_with_second_thoughts, Worker.type,
)  # fmt: skip
Action = Callable[[Worker], None]


@contextmanager
def recording(monkeypatch: pytest.MonkeyPatch) -> Iterator[Disk]:
    """Desks opened meanwhile live on a disk that remembers every write."""
    name = f"disk{next(_names)}"
    disk = Disk(name)
    with monkeypatch.context() as patch:
        patch.setattr(opening, "Database", partial(Database, driver=Driver(name)))
        yield disk
    disk.unregister()


def work(directory: Path, disk: Disk, actions: tuple[Action, ...], *, pragmas: str = "wal_autocheckpoint=150") -> None:
    """Checkpoints come often enough that a session has some, and WAL files that are written from the start again."""
    clock = SetClock(NOON, seed=1_000 * len(disk.log) + random.Random(directory.name).randrange(1 << 30))
    desk = inline_desk(directory, clock=clock)
    with desk._database.writer.connect() as connection:
        raw: Any = connection.connection.driver_connection
        for pragma in pragmas.split():
            raw.execute(f"PRAGMA {pragma}")
    worker = Worker(desk, clock, disk.log)
    for action in actions:
        action(worker)
    desk.close()


def found(directory: Path, files: dict[str, bytes], blobs: Path | None) -> Path:
    """The directory as it is when the power is back. Blobs have their own order of writing: test_blobs.py."""
    shutil.rmtree(directory, ignore_errors=True)
    directory.mkdir()
    for name, content in files.items():
        (directory / name).write_bytes(content)
    if blobs is not None and blobs.exists():
        shutil.copytree(blobs, directory / "blobs")
    return directory


def looked_at(directory: Path) -> dict[str, bytes]:
    """The files after the look at them that every start takes after an unclean end."""
    if (directory / FILE).exists():
        _check_whole(directory)
    return {path.name: path.read_bytes() for path in directory.glob(f"{FILE}*") if not path.name.endswith("-shm")}


def lost(directory: Path, facts: dict[str, object]) -> list[str]:
    """What people were told and is not so any more. A desk that is not whole fails."""
    desk = inline_desk(directory, clock=SetClock(NOON * 2))
    assert desk.notices == [], [notice.data for notice in desk.notices]
    assert desk.look(Outbox()) == ()
    missing = [fact for fact, value in facts.items() if _now(desk, fact.split()) != value]
    desk.close()
    _check_whole(directory)
    return missing


def _check_whole(directory: Path) -> None:
    connection = sqlite3.connect(directory / FILE)
    assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    connection.close()


def _now(desk: Desk, fact: list[str]) -> object:
    if fact[0] == "draft":
        draft = desk.look(DraftOf(fact[1], "note"))
        return draft.body if draft else ""
    page = desk.look(Thread(fact[1], 1_000))
    return page is not None and fact[2] in {message.id for message in page.messages}


@pytest.mark.parametrize("part", range(PARTS))
def test_the_power_may_go_at_every_write_sync_and_removal_of_a_session(
    part: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with recording(monkeypatch) as disk:
        work(tmp_path / "desk", disk, SCRIPT)
    platter, chance = Platter({}), random.Random(20261126)
    for number, event in enumerate(disk.log):
        platter.take(event)
        if isinstance(event, Begun | Said) or number % PARTS != part:
            continue  # the disk is as it was, or it is the turn of another part
        blobs = tmp_path / "desk" / "blobs" if platter.at_work else None
        left = found(tmp_path / "left", platter.lose_power(chance), blobs)
        assert lost(left, platter.facts()) == [], f"after event {number}: {event}"
        if isinstance(event, Sync):
            assert [finding for finding in examine(left) if not finding.good] == []
    assert len(platter.facts()) > len(SCRIPT) // 2
    assert number > 300


def test_the_power_goes_again_and_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, nightly: bool) -> None:
    """Random sessions, each on what the loss before left behind; what was told stays true through all of them."""
    lives, losses = NIGHTLY if nightly else PER_CHANGE
    chance = random.Random(20261127)
    files: dict[str, bytes] = {}
    facts: dict[str, object] = {}
    for life in range(lives):
        place = found(tmp_path / f"desk{life}", files, tmp_path / f"desk{life - 1}" / "blobs")
        files = looked_at(place)
        with recording(monkeypatch) as disk:
            work(place, disk, (Worker.take_in_a_letter, *chance.choices(ACTIONS, k=12)))
        for number in sorted(chance.sample(range(len(disk.log)), k=losses)):
            platter = Platter(files, facts)
            for event in disk.log[: number + 1]:
                platter.take(event)
            after = platter.lose_power(chance)
            left = found(tmp_path / "left", after, place / "blobs" if files or platter.at_work else None)
            assert lost(left, platter.facts()) == [], f"life {life}, after event {number}"
        files, facts = after, platter.facts()


def test_without_the_syncs_of_every_transaction_something_told_is_lost(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The control: `synchronous=NORMAL` keeps the file whole and forgets. If not, this test bed sees nothing."""
    with recording(monkeypatch) as disk:
        work(tmp_path / "desk", disk, SCRIPT, pragmas="wal_autocheckpoint=150 synchronous=NORMAL")
    platter, chance = Platter({}), random.Random(20261128)
    forgotten = 0
    for event in disk.log:
        platter.take(event)
        if isinstance(event, Said):
            left = found(tmp_path / "left", platter.lose_power(chance), tmp_path / "desk" / "blobs")
            forgotten += len(lost(left, platter.facts()))
    assert forgotten > 0
