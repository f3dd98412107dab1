"""The demo desk as one person has it from a server: synced, cut off, with an outbox that has something to decide."""

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from random import SystemRandom
from tempfile import TemporaryDirectory

from sqlalchemy import Engine

from agentdesk.cli.answer import CannotUse
from agentdesk.clock import SetClock
from agentdesk.demo import THE_SYSTEM, Step, as_seen, script
from agentdesk.demo.files import DemoFile, make_file
from agentdesk.desk import Desk, open_desk
from agentdesk.desk.queries.tickets import TicketIds, TicketRows
from agentdesk.desk.worker import Inline
from agentdesk.domain.commands import Command, EndTicket, Envelope, FileRef, ForwardTicket, Reply, SetPriority
from agentdesk.domain.standing import SYSTEM
from agentdesk.domain.values import Id, Instant, Priority, Role, ScopeKind, Solved
from agentdesk.records.rows import Rows
from agentdesk.server.authority import accept
from agentdesk.server.blobs import Uploads
from agentdesk.server.clients import register
from agentdesk.server.database import connect, reading
from agentdesk.server.in_process import InProcess
from agentdesk.server.migrate import migrate
from agentdesk.server.people import add_person
from agentdesk.server.schema import TABLES
from agentdesk.store import served
from agentdesk.store.database import Database
from agentdesk.store.exchange import Exchange
from agentdesk.store.served import Bootstrap, Served
from agentdesk.sync.engine import Condition, Outside
from agentdesk.sync.engine import Engine as Sync
from agentdesk.sync.transport import Broken, LoopbackTransport, TransportError
from agentdesk.wire import UploadRequest, packed

ADDRESS = "https://desk.northwind.example"
_MINUTE: Instant = 60_000
_PASSWORD = "only to found this desk"  # noqa: S105  (nobody can sign in to a server in this process)


def write_served_demo(directory: Path, now: Instant, person: str = "mara.lindt") -> None:
    """Everything from the server as of eight minutes ago; since then what two people did, partly out of reach."""
    with TemporaryDirectory() as place:
        url = f"sqlite:///{place}/server.sqlite"
        migrate(url, directory.name)
        engine = connect(url)
        try:
            server = _Server(engine, SetClock(now))
            server.play_script(now)
            _Story(server, directory, server.person(person), now).tell()
        finally:
            engine.dispose()


@dataclass
class _Server:
    engine: Engine
    clock: SetClock
    people: dict[str, Id] = field(default_factory=dict)
    clients: dict[Id, Id] = field(default_factory=dict)

    def play_script(self, now: Instant) -> None:
        admin = (Role.ADMIN, (ScopeKind.SYSTEM, None))
        maker = add_person(self.engine, "maker", _PASSWORD, admin, now)
        self.people |= {"super.admin": maker, THE_SYSTEM: SYSTEM}
        self.clients[SYSTEM] = SYSTEM
        for step in script(now, admin=maker):
            self._play(step)

    def do(self, command: Command, by: str, at: Instant) -> None:
        """Raises CannotUse if the rules do not allow it."""
        person, asked_for = self.person(by), getattr(command, "request", "")
        envelope = Envelope(
            id=self.clock.new_id(), actor=person, at=at, issued_at=at, command=command,
            base_rev=self._rev("ticket", getattr(command, "ticket", "")) or self._rev("request", asked_for),
        )  # fmt: skip
        result = accept(self.engine, person, self.client(person), [packed(envelope)], at).results[0]
        if result.status not in ("applied", "noop"):
            raise CannotUse(f"The demo desk is at odds with the rules: {by} {command}: {result.code}")
        name, made = getattr(command, "user_name", ""), getattr(command, "person", "")
        if name and made:
            self.people[name] = made

    def person(self, user_name: str) -> Id:
        return self.people[user_name]

    def client(self, person: Id) -> Id:
        if person not in self.clients:
            self.clients[person] = self.clock.new_id()
            register(self.engine, person, self.clients[person], self.clock.at)
        return self.clients[person]

    def file(self, file: DemoFile, by: Id, at: Instant) -> FileRef:
        """Brings its bytes, as whoever attaches it does."""
        content, sha256 = file.content, hashlib.sha256(file.content).hexdigest()
        uploads = Uploads(self.engine, by, at)
        told = uploads.begin(UploadRequest(sha256=sha256, size=len(content)))
        while not told.ready:
            told = uploads.add(told.upload_id, told.offset, content[told.offset : told.offset + told.chunk])
        return FileRef(
            id=self.clock.new_id(), name=file.name, size=len(content), media_type=file.media_type, sha256=sha256
        )

    def _rev(self, kind: str, root: Id) -> int:
        """What somebody knows who has the newest before them."""
        with reading(self.engine) as connection:
            found = Rows(connection, TABLES).get(kind, root) if root else None
        return found.rev if found is not None else 0

    def _play(self, step: Step) -> None:
        self.clock.at = step.at
        by = self.person(step.actor)
        files = [self.file(file, by, step.at) for file in step.files]
        command = replace(step.command, files=tuple(files)) if files else step.command  # type: ignore[call-arg]
        self.do(self._as_seen(command), step.actor, step.at)

    def _as_seen(self, command: Command) -> Command:
        with reading(self.engine) as connection:
            return as_seen(command, Rows(connection, TABLES))


STANDBY = "Replication to standby stops after failover"
MFA = "Unbind MFA – lost phone, locked out of console"
TILES = "Dashboard tiles show yesterday's data"


@dataclass
class _Story:
    """One person works out of reach while a customer writes; once the server is reached, then no more."""

    server: _Server
    directory: Path
    person: Id
    now: Instant

    def tell(self) -> None:
        self._found()
        clock = SetClock(self.now - 8 * _MINUTE)
        with self._desk(clock) as desk:
            self._reach(desk, clock)
            clock.at = self.now - 7 * _MINUTE
            tiles = self._ticket(desk, TILES)
            comment = "Cache was cleared, tiles are current again."
            self._give(desk, EndTicket(ticket=tiles, solved=Solved.YES, comment=comment))
            self._answer(tiles, self.now - 6 * _MINUTE)
            clock.at = self.now - 5 * _MINUTE
            self._reach(desk, clock)
            self._work_on(desk, clock)

    def _work_on(self, desk: Desk, clock: SetClock) -> None:
        """Nothing of this has left the computer."""
        clock.at = self.now - 4 * _MINUTE
        self._give(desk, ForwardTicket(ticket=self._ticket(desk, MFA), to=self.server.person("jonas.beck")))
        clock.at = self.now - 3 * _MINUTE
        self._give(desk, SetPriority(ticket=self._ticket(desk, TILES), priority=Priority.CRITICAL))
        clock.at = self.now - 2 * _MINUTE
        words = (
            "<p>Thanks for the log bundle. The standby keeps a replication slot from before the promotion. "
            "Tonight at 22:00 works; I will be on the call.</p>"
        )
        standby = self._ticket(desk, STANDBY)
        self._give(desk, Reply(ticket=standby, message=clock.new_id(), body_html=words))

    def _answer(self, ticket: Id, at: Instant) -> None:
        """The customer, at the server."""
        noah = self.server.person("noah.okafor")
        picture = self.server.file(make_file("tiles.png:230K"), noah, at)
        words = "<p>Two tiles are still old, see the picture.</p>"
        message = self.server.clock.new_id()
        self.server.do(Reply(ticket=ticket, message=message, body_html=words, files=(picture,)), "noah.okafor", at)

    def _found(self) -> None:
        database = Database(self.directory, write=True)
        try:
            known = Served(
                server=ADDRESS, person=self.person, client=self.server.client(self.person), bootstrap=Bootstrap()
            )
            with database.writer.begin() as connection:
                served.keep(connection, known)
        finally:
            database.close()

    @contextmanager
    def _desk(self, clock: SetClock) -> Iterator[Desk]:
        desk = open_desk(self.directory, worker=Inline, clock=clock)
        desk.post = lambda job: job()
        try:
            yield desk
        finally:
            desk.close()

    def _reach(self, desk: Desk, clock: SetClock) -> None:
        """Sends and reads until there is nothing more to do."""
        transport = LoopbackTransport(InProcess(self.server.engine, self.person, clock.now), _broken)
        ticks = iter(range(1 << 30))
        outside = Outside(clock.now, ticks.__next__, SystemRandom(), desk.blobs.piece)
        sync = Sync(Exchange(desk.transact, ticks.__next__, desk.awaited), transport, outside)
        for _ in range(_STEPS):
            sync.step()
        if sync.status.condition is not Condition.ONLINE:
            raise CannotUse(f"The demo desk is at odds with its server: {sync.status.code}")

    def _ticket(self, desk: Desk, subject: str) -> Id:
        rows = desk.look(TicketRows(tuple(desk.look(TicketIds("support.all")).ids)))
        return next(row.id for row in rows.values() if row.subject == subject)

    def _give(self, desk: Desk, command: Command) -> None:
        outcome = desk.play([desk.envelope(command)])
        if not outcome.done:
            raise CannotUse(f"The demo desk is at odds with the rules: {command}: {outcome.refusal}")


_STEPS = 60
"""More than it takes to read a demo desk."""


def _broken(error: Exception) -> TransportError:
    return Broken(type(error).__name__)
