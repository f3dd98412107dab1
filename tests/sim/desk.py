"""One desk of a simulation: the real store and the real engine on a file in memory, and a person who types."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import cache
from random import Random
from typing import TypeVar

from sqlalchemy import Connection

from agentdesk.domain.commands import Command, Envelope, FileRef
from agentdesk.domain.refusals import Refused
from agentdesk.domain.values import Id, Instant
from agentdesk.server import pull as pulling
from agentdesk.server.blobs import UploadRefused
from agentdesk.store import drafts, journal, marks, outbox, resubmit, search, served
from agentdesk.store.base import Changed
from agentdesk.store.exchange import Exchange
from agentdesk.store.schema import OUTBOX, SEARCH_DDL, metadata
from agentdesk.store.served import Bootstrap, Served
from agentdesk.sync.engine import Condition, Outside
from agentdesk.sync.engine import Engine as Sync
from agentdesk.sync.transport import Broken, CursorLost, LoopbackTransport, TransportError, WrongHash, WrongOffset
from agentdesk.wire import DigestReply
from tests.server.worlds import device
from tests.sim.claims import hold
from tests.sim.faults import FaultyWire, Killed, Odds
from tests.sim.memory import DiskFull, Memory, disk, in_memory
from tests.sim.server import Door, Server

T = TypeVar("T")
HOLD: Instant = 8_000


@cache
def empty() -> bytes:
    engine = in_memory()
    with engine.begin() as connection:
        metadata.create_all(connection)
        connection.exec_driver_sql(SEARCH_DDL)
    image = disk(engine).serialize()
    engine.dispose()
    return image


def translated(error: Exception) -> TransportError:
    """What the server's functions raise on purpose, as the wire says it; all else is a mistake of theirs or of ours."""
    if isinstance(error, UploadRefused):
        told = {"wrong-offset": WrongOffset(error.offset), "wrong-hash": WrongHash()}
        return told.get(error.code) or Broken(error.code)
    if isinstance(error, pulling.CursorLost):
        return CursorLost()
    raise error


class Comparing(Exchange):
    """To differ from the server is a bug, though reading everything again would hide it."""

    def differing(self, cursor: str, told: DigestReply) -> list[str]:
        keys = super().differing(cursor, told)
        hold(not keys, "I10 the digests differ", keys)
        return keys


@dataclass
class DeskSim:
    server: Server
    person: Id
    rng: Random
    odds: Odds
    skew: Instant = 0
    """How wrong this computer's clock is."""
    ticks: int = 0
    typed: list[str] = field(default_factory=list)
    given: list[tuple[int, Id, Id, str]] = field(default_factory=list)
    """Order, envelope, ticket and mark of every text sent."""
    commands: dict[Id, Command] = field(default_factory=dict)
    """Everything given, by envelope."""
    taken: set[Id] = field(default_factory=set)
    """What was taken back before it left."""
    thrown: list[str] = field(default_factory=list)
    files: dict[str, bytes] = field(default_factory=dict)
    """What lies in its blob store, by sha256."""
    attached: dict[str, str] = field(default_factory=dict)
    """Mark -> sha256 of the file that was attached with it."""
    made: int = 0
    marks: int = 0
    after: Callable[["DeskSim"], None] = lambda _: None

    def __post_init__(self) -> None:
        self.memory = Memory.taken(empty())
        self.db = self.memory.engine
        with self.db.begin() as connection:
            served.keep(connection, Served(
                server="loop", person=self.person, client=device(self.person), bootstrap=Bootstrap()
            ))  # fmt: skip
        self.door = Door(self.server, self.person)
        self.wire = FaultyWire(LoopbackTransport(self.door, translated), self.odds)  # type: ignore[arg-type]
        self.start()

    def start(self) -> None:
        """As after a kill: the file is all that is left."""
        self.exchange = Comparing(self.transact, lambda: self.ticks, lambda: self.odds("awaited", 0.5))
        outside = Outside(self.now, lambda: self.ticks, self.rng, self._read_file)
        self.sync = Sync(self.exchange, self.wire, outside)  # type: ignore[arg-type]

    @property
    def changes(self) -> int:
        """Rows written so far."""
        return self.memory.disk.total_changes

    def now(self) -> Instant:
        return self.server.now + self.skew

    # ------------------------------------------------------------------ the file

    def transact(self, work: Callable[[Connection], tuple[T, Changed]], *, bulk: bool = False) -> T:
        """As the desk does it; a kill or a full disk may come at any boundary."""
        if self.odds("killed-before", 0.006):
            raise Killed
        if self.odds("disk-full", 0.006):
            self.memory.disk.writes_left = self.rng.randint(0, 12)
        try:
            with self.db.begin() as connection:
                result, _ = work(connection)
                if self.odds("killed-uncommitted", 0.006):
                    raise Killed
        finally:
            self.memory.disk.writes_left = None
        if self.odds("killed-after", 0.006):
            raise Killed
        return result

    def read(self, look: Callable[[Connection], T]) -> T:
        with self.db.connect() as connection, connection.begin():
            return look(connection)

    # ------------------------------------------------------------------ the person

    def new_id(self) -> Id:
        self.made += 1
        return f"{self.made:08x}-0000-4000-8000-{self.person[-12:]}"

    def mark(self) -> str:
        self.marks += 1
        return f"mark{self.person[-2:]}x{self.marks:04d}x"

    def type(self, key: Id, kind: str, mark: str, file: bytes = b"") -> None:
        """A second of typing, with a file perhaps: it lies in the draft, whatever happens."""
        files = (self._file(mark, file),) if file else ()

        def keep(connection: Connection) -> tuple[None, Changed]:
            known = drafts.get(connection, self.person, key, kind) or drafts.Draft(key=key, kind=kind)
            for one in files:
                marks.put_blob(connection, one.sha256, one.size, self.now())
            body, attached = f"{known.body}<p>{mark}</p>", known.files + files
            drafts.save(connection, self.person, replace(known, body=body, files=attached, updated=self.now()))
            return None, frozenset()

        self.transact(keep)
        self.typed.append(mark)
        for one in files:
            self.attached[mark] = one.sha256

    def _file(self, mark: str, content: bytes) -> FileRef:
        sha256 = hashlib.sha256(content).hexdigest()
        self.files[sha256] = content
        name, size = f"{mark}.txt", len(content)
        return FileRef(id=self.new_id(), name=name, size=size, media_type="text/plain", sha256=sha256)

    def _read_file(self, sha256: str, offset: int, most: int) -> bytes:
        return self.files[sha256][offset : offset + most]

    def give(
        self, make: Callable[[drafts.Draft], Command], *, slot: tuple[Id, str] | None = None, hold: bool = False
    ) -> None:
        """Sends the draft, or a command without words; what the rules refuse stays in the draft."""
        envelope_id, now = self.new_id(), self.now()

        def write(connection: Connection) -> tuple[Command, Changed]:
            draft = drafts.get(connection, self.person, *slot) if slot else None
            command = make(draft or drafts.Draft(key="", kind=""))
            envelope = Envelope(id=envelope_id, actor=self.person, at=now, issued_at=now, command=command)
            journal.submit(connection, envelope, now + HOLD if hold else None)
            if slot:
                drafts.drop(connection, self.person, *slot)
            return command, frozenset()

        try:
            done = self.transact(write)
        except Refused:
            return
        self.sync.submitted()
        self.commands[envelope_id] = done
        ticket = getattr(done, "ticket", "")
        self.given.append((len(self.given), envelope_id, ticket, getattr(done, "message", "")))

    def undo_any(self) -> None:
        """Takes something back that has not left yet."""
        ids = self.read(lambda c: list(c.scalars(OUTBOX.select().with_only_columns(OUTBOX.c.id))))
        if ids:
            self.undo(self.rng.choice(ids))

    def undo(self, id: Id) -> None:
        self.thrown = []
        try:
            self.transact(lambda c: (self._take_back(c, id), frozenset()))
        finally:  # a kill may have come behind the end of the transaction
            if self.read(lambda c: outbox.get(c, id)) is None:
                self.taken.add(id)
                self.typed = [mark for mark in self.typed if mark not in self.thrown]
        self.sync.submitted()

    def _take_back(self, connection: Connection, id: Id) -> None:
        """Where something newer is being typed, or in a form, the person has thrown the words away."""
        undone = journal.undo(connection, id, self.now())
        if undone is None:
            return
        slot = drafts.slot_of(undone.command)
        draft = drafts.get(connection, self.person, *slot) if slot else None
        words = getattr(undone.command, "body_html", "")
        self.thrown = [mark for mark in self.typed if mark in words and mark not in (draft.body if draft else "")]

    def release(self, *, everything: bool = False) -> None:
        far = 1 << 62 if everything else 0
        self.transact(lambda c: (journal.settle(c, max(self.now(), far)), frozenset()))
        self.sync.submitted()

    def tend(self) -> None:
        self.transact(lambda c: (search.index_some(c), frozenset()))

    def settle_doubts(self) -> None:
        """The person says of everything that asks: send it."""
        asking = OUTBOX.c.state.in_((outbox.PARKED, outbox.CONFIRM))
        for id in self.read(lambda c: list(c.scalars(OUTBOX.select().with_only_columns(OUTBOX.c.id).where(asking)))):
            self.transact(lambda c, id=id: (resubmit.again(c, id, id, self.now()), frozenset()))  # type: ignore[misc]
            self.sync.submitted()

    # ------------------------------------------------------------------ the engine

    def step(self) -> bool:
        """One step, if one is due; a kill is followed by a new start. Answers whether another one is due."""
        due = 0
        try:
            if self.sync.status.condition is Condition.SIGNED_OUT and self.odds.rng.random() < 0.3:
                self.sync.signed_in()
            due = self.sync.step()
        except Killed:
            self.start()
        except DiskFull:
            pass
        self.after(self)
        return due <= self.ticks

    def hurry(self) -> None:
        """Nobody waits any longer: whatever has a time is due."""
        self.ticks += 10 * 60_000
        self.sync.signed_in()
        self.sync.retry_now()

    def catch_up(self) -> None:
        """Until nothing is due, or until others should have their turn."""
        self.hurry()
        for _ in range(4):
            if not self.step():
                return

    def survive(self, act: Callable[[], None]) -> None:
        """What a person does may be cut off by a kill or a full disk."""
        try:
            act()
        except Killed:
            self.start()
        except DiskFull:
            pass
        self.after(self)
