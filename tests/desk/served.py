"""A desk with a server in the same process: the real store and engine, everything at once, a way that can be cut."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

from sqlalchemy import Engine

from agentdesk.clock import SetClock
from agentdesk.desk import Desk, Outcome, open_desk
from agentdesk.desk.carrying import Carriage
from agentdesk.desk.port import Listener, Mode, RemoteFile
from agentdesk.desk.syncing import Syncing
from agentdesk.desk.worker import Inline, Job
from agentdesk.domain.commands import Command
from agentdesk.domain.values import Id
from agentdesk.server.clients import register
from agentdesk.server.in_process import InProcess
from agentdesk.server.presence import NotThere
from agentdesk.server.pull import CursorLost as Lost
from agentdesk.store import served
from agentdesk.store.arriving import Arriving
from agentdesk.store.database import Database
from agentdesk.store.served import Bootstrap, Served
from agentdesk.sync.http import WrongPassword
from agentdesk.sync.transport import CursorLost, LoopbackTransport, Transport, TransportError, Unreachable
from agentdesk.wire import PresenceReply, PresenceRequest
from tests.builders import MARA, SECOND
from tests.server.worlds import World
from tests.sim.memory import in_memory
from tests.sim.server import furnished


class Cut(Exception):
    """The cable is out."""


def translated(error: Exception) -> TransportError:
    if isinstance(error, Cut):
        return Unreachable()
    if isinstance(error, Lost):
        return CursorLost()
    raise error


class Cable:
    """Every call fails while it is cut."""

    def __init__(self, server: InProcess) -> None:
        self._server, self.cut = server, False

    def __getattr__(self, name: str) -> Any:
        return partial(self._call, name)

    def _call(self, name: str, *asked: Any) -> Any:
        if self.cut:
            raise Cut
        return getattr(self._server, name)(*asked)


class Waiting(Inline):
    """Its jobs wait for `run`: they ask the store's lane, which must have come to rest."""

    def put(self, job: Job) -> None:
        self._jobs.append(job)

    def run(self) -> None:
        while self._jobs:
            self._jobs.popleft()()


class Loop:
    """What `Online` is to a desk with a network: everything at once, and nobody has to sign in."""

    def __init__(self, desk: Desk, syncing: Syncing, cable: Cable) -> None:
        self._desk, self._syncing, self._cable = desk, syncing, cable
        desk.sync = self
        self.retry_now, self.set_offline = syncing.retry_now, syncing.set_offline
        self.signed_out = False
        self.coming: list[tuple[RemoteFile, Listener]] = []
        """Downloads that somebody asked for and has not stopped."""

    def fetch(self, file: RemoteFile, listener: Listener) -> Callable[[], None]:
        """Comes by `bring`."""
        asked = (file, listener)
        self.coming.append(asked)
        return lambda: self.coming.remove(asked) if asked in self.coming else None

    def bring(self, size: int) -> None:
        """So many bytes of what was asked for first."""
        file, listener = self.coming[0]
        arriving = Arriving(self._desk.blobs, file.sha256, file.size)
        try:
            arriving.add(self._cable.download(file.id, arriving.offset)[:size])
        except Cut:
            del self.coming[0]
            listener.failed(Unreachable())
            return
        listener.step(arriving.offset)
        if arriving.offset == file.size:
            arriving.finish()
            del self.coming[0]
            listener.done()

    def sign_in(
        self, user_name: str, password: str, then: Callable[[], None], failed: Callable[[Exception], None]
    ) -> None:
        if password:
            self._syncing.signed_in()
            then()
        else:
            failed(WrongPassword())

    def sign_out(self, then: Callable[[], None]) -> None:
        self.signed_out = True
        then()

    def presence(self, ticket: Id, mode: Mode, then: Callable[[PresenceReply | None], None]) -> None:
        try:
            then(self._cable.presence(PresenceRequest(ticket=ticket, mode=mode)))
        except (Cut, NotThere):
            then(None)

    def company(self, tickets: Sequence[Id], then: Callable[[PresenceReply | None], None]) -> None:
        try:
            then(self._cable.presence(PresenceRequest(around=list(tickets))))
        except Cut:
            then(None)

    def stop(self) -> None:
        self._desk.sync = None
        self._syncing.stop()


@dataclass
class ServedStage:
    """Mara's desk unless another is named. `world` is the server: what others do there."""

    directory: Path
    clock: SetClock
    person: Id = MARA
    ticket: Id = ""
    engine: Engine = field(init=False)
    world: World = field(init=False)
    desk: Desk = field(init=False)
    syncing: Syncing = field(init=False)

    def __post_init__(self) -> None:
        self.engine = in_memory(furnished())
        self.world = World(self.engine, now=self.clock.at)
        client = self.clock.new_id()
        register(self.engine, self.person, client, self.clock.at)
        self.cable = Cable(InProcess(self.engine, self.person, self.clock.now))
        self._begin(client)

    def _begin(self, client: Id) -> None:
        database = Database(self.directory, write=True)
        with database.writer.begin() as connection:
            served.keep(connection, Served(server="loop", person=self.person, client=client, bootstrap=Bootstrap()))
        database.close()
        self.desk = open_desk(self.directory, worker=Inline, clock=self.clock)
        self.desk.post = lambda job: job()

    def join(self, carried: Callable[[Desk, Transport], Carriage] | None = None) -> None:
        """Begins to speak with the server."""
        transport = LoopbackTransport(self.cable, translated)  # type: ignore[arg-type]
        self.lane = Waiting("sync")
        carriage = carried(self.desk, transport) if carried else None
        self.syncing = Syncing(self.desk, transport, self.lane, carriage=carriage)
        self.loop = Loop(self.desk, self.syncing, self.cable)
        self.run()

    def run(self, steps: int = 40) -> None:
        """What is due now, as often as it takes."""
        for _ in range(steps):
            self.syncing.retry_now()
            self.lane.run()

    def cut(self) -> None:
        self.cable.cut = True
        self.run(2)

    def mend(self) -> None:
        self.cable.cut = False
        self.run()

    def do(self, *commands: Command, **options: Any) -> Outcome:
        outcomes: list[Outcome] = []
        self.clock.at += SECOND
        self.desk.do(*commands, then=outcomes.append, **options)
        return outcomes[0]

    def give(self, command: Command) -> None:
        """The same where a window takes the answers."""
        self.clock.at += SECOND
        assert self.desk.play([self.desk.envelope(command)]).done

    def close(self) -> None:
        self.loop.stop()
        self.desk.close()
        self.engine.dispose()
