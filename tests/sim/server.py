"""The server of a simulation: the real functions over one SQLite store, and what may be done to it."""

import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from random import Random
from typing import Any
from uuid import NAMESPACE_OID, uuid5

from sqlalchemy import Connection, Engine, Select, select, update

from agentdesk.domain.commands import Command
from agentdesk.domain.entities import KINDS
from agentdesk.domain.roots import PARTS_OF, Root
from agentdesk.domain.values import DAY, Id, Instant
from agentdesk.records.rows import Rows
from agentdesk.records.visibility import sight_of
from agentdesk.server import bootstrap, digest
from agentdesk.server import pull as pulling
from agentdesk.server.blobs import Uploads
from agentdesk.server.cursor import Place
from agentdesk.server.database import connect, meta, reading, writing
from agentdesk.server.documents import documents
from agentdesk.server.feed import Earliest, Scan, Step
from agentdesk.server.housekeeping import clear_away
from agentdesk.server.migrate import migrate
from agentdesk.server.push import push
from agentdesk.server.schema import FEED, SYNC_META, TABLES
from agentdesk.wire import (
    BootstrapPage,
    BootstrapReply,
    BootstrapRequest,
    DigestReply,
    DigestRequest,
    Documents,
    Hello,
    PullReply,
    PushReply,
    PushRequest,
    Result,
    Upload,
    UploadRequest,
)
from tests.builders import NOON
from tests.server.worlds import World, furnish
from tests.sim.memory import Memory
from tests.sim.office import furnish_office

FAR = 1 << 40
_FEED = select(FEED)
_CHUNK = 16
"""Bytes of a file that go at a time: so few that each takes several turns."""


@cache
def furnished() -> bytes:
    """A migrated store with people in it, made once: hundreds of these are opened."""
    with tempfile.TemporaryDirectory() as place:
        path = Path(place, "desk.sqlite")
        migrate(f"sqlite:///{path}")
        engine = connect(f"sqlite:///{path}")
        furnish(engine)
        furnish_office(engine)
        with writing(engine) as connection:
            _name_epoch(connection, 0)
        with engine.connect() as connection:
            raw: Any = connection.connection.driver_connection
            raw.execute("PRAGMA journal_mode=DELETE")
            image: bytes = raw.serialize()
        engine.dispose()
    return image


def _name_epoch(connection: Connection, number: int) -> None:
    """The same in every process: a seed is one history wherever it is lived."""
    connection.execute(update(SYNC_META).values(epoch=str(uuid5(NAMESPACE_OID, f"epoch {number}"))))


@dataclass
class ShuffledFeed:
    """Shows the rows of each stretch in another order, as transactions that end in another order than they began.

    A stretch is final when it is closed; what is not final is seen by `earliest` alone.
    """

    rng: Random
    ends: list[int] = field(default_factory=list)
    keys: dict[int, int] = field(default_factory=dict)

    def close(self, connection: Connection) -> None:
        last = connection.execute(select(FEED.c.id).order_by(FEED.c.id.desc()).limit(1)).scalar() or 0
        if last > (self.ends[-1] if self.ends else 0):
            self.ends.append(last)

    def place(self, id: int) -> Place:
        block = next((n for n, end in enumerate(self.ends, 1) if id <= end), len(self.ends) + 1)
        key = self.keys.setdefault(id, self.rng.randrange(1, FAR))
        return Place(block, key)

    def head(self, connection: Connection) -> Place:
        return Place(len(self.ends), FAR)

    def scan(self, connection: Connection, place: Place, keys: frozenset[str], most: int = 30) -> Scan:
        rows = [(self.place(row.id), row) for row in connection.execute(_FEED)]
        after = sorted(one for one in rows if place < one[0] and one[0].xid <= len(self.ends))[:most]
        steps = tuple(
            Step(at, Root(r.root_kind, r.root), r.rev) for at, r in after if (set(r.aud) | set(r.lost)) & keys
        )
        return Scan(steps, after[-1][0] if after else place, len(after) == most)

    def earliest(
        self, connection: Connection, place: Place, roots: Sequence[Root], keys: frozenset[str]
    ) -> dict[Root, Earliest]:
        found: dict[Root, Earliest] = {}
        left: set[Root] = set()
        for row in sorted(connection.execute(_FEED), key=lambda row: row.rev, reverse=True):
            root = Root(row.root_kind, row.root)
            if root in roots and place < self.place(row.id):
                had = (frozenset(row.aud) - frozenset(row.gained)) | frozenset(row.lost)
                left |= {root} if keys & frozenset(row.lost) and not keys & frozenset(row.aud) else set()
                found[root] = Earliest(row.rev, had, row.active, root in left)
        return found

    def touched(self, connection: Connection, place: Place) -> frozenset[str]:
        newer = (row for row in connection.execute(_FEED) if place < self.place(row.id))
        return frozenset[str]().union(*(row.aud | row.lost for row in newer))


class Server:
    """One store; any number of replicas would do the same with it. `now` is its clock."""

    def __init__(self, rng: Random) -> None:
        self.rng = rng
        self.memory = Memory.taken(furnished())
        self.now: Instant = NOON
        self.world = World(self.engine)
        self.feed = ShuffledFeed(rng)
        self.images: list[bytes] = []
        self.epochs = 0
        self.hurried = False
        self.after: Callable[[], None] = lambda: None
        """When it has judged something."""

    @property
    def engine(self) -> Engine:
        return self.memory.engine

    @property
    def epoch(self) -> str:
        with reading(self.engine) as connection:
            return str(meta(connection).epoch)

    def remember(self) -> None:
        """A backup: what a restore would bring back."""
        self.images = [*self.images[-7:], self.memory.image()]

    def restore(self, back: int) -> None:
        """The last commits are lost, and the epoch says so."""
        image = self.images[-1 - min(back, len(self.images) - 1)]
        self.memory.load(image)
        self.epochs += 1
        self.images = [image]
        with writing(self.engine) as connection:
            _name_epoch(connection, self.epochs)
        self.feed = ShuffledFeed(self.rng)

    def do(self, command: Command, by: Id) -> Result:
        """What somebody does who sits at none of the desks."""
        result = self.world.do(command, by, base_rev=FAR)
        self.after()
        return result

    def sweep(self) -> None:
        """A week passes for what nobody has attached to anything."""
        clear_away(self.engine, self.now + 8 * DAY)

    def all_of(self, person: Id) -> Documents:
        """Everything this person may see now."""
        with reading(self.engine) as connection:
            sight = sight_of(Rows(connection, TABLES), person, self.now)
            roots = {Root(kind, id): 0 for kind in KINDS if kind not in _PARTS for id in _ids(connection, kind)}
            return documents(connection, sight, roots)


@dataclass
class Door:
    """The server as one signed-in person's device reaches it."""

    server: Server
    person: Id

    def hello(self) -> Hello:
        return Hello(
            protocol=(1, 1), schema_version=1, epoch=self.server.epoch, min_client="0", features=[],
            server_time=self.server.now,
        )  # fmt: skip

    def push(self, request: PushRequest) -> PushReply:
        self.server.remember()
        self.server.now += 1
        reply = push(self.server.engine, self.person, request, self.server.now)
        self.server.after()
        return reply

    def pull(self, cursor: str, limit: int) -> PullReply:
        with reading(self.server.engine) as connection:
            if self.server.hurried or self.server.rng.random() < 0.6:
                self.server.feed.close(connection)
        with self._shuffled():
            return pulling.pull(self.server.engine, self.person, cursor, self.server.now, min(limit, 7))

    def bootstrap(self, request: BootstrapRequest) -> BootstrapReply:
        with self._shuffled():
            return bootstrap.begin(
                self.server.engine, self.person, request.scopes, request.since, self.server.now
            )  # fmt: skip

    def bootstrap_page(self, token: str, after: str) -> BootstrapPage:
        return bootstrap.page(self.server.engine, self.person, token, after)

    def digest(self, request: DigestRequest) -> DigestReply:
        with self._shuffled():
            return digest.digests(self.server.engine, self.person, request.cursor, self.server.now)

    def begin_upload(self, request: UploadRequest) -> Upload:
        return self._uploads().begin(request).model_copy(update={"chunk": _CHUNK})

    def upload(self, upload_id: str, offset: int, chunk: bytes) -> Upload:
        return self._uploads().add(upload_id, offset, chunk).model_copy(update={"chunk": _CHUNK})

    def _uploads(self) -> Uploads:
        return Uploads(self.server.engine, self.person, self.server.now)

    @contextmanager
    def _shuffled(self) -> Iterator[None]:
        """The order of the feed is the simulation's."""
        kept = pulling.feed_of
        pulling.feed_of = bootstrap.feed_of = digest.feed_of = lambda _: self.server.feed  # type: ignore[assignment,return-value]
        try:
            yield
        finally:
            pulling.feed_of = bootstrap.feed_of = digest.feed_of = kept


_PARTS = {"operation_log"}.union(*PARTS_OF.values())


def _ids(connection: Connection, kind: str) -> list[Id]:
    return list(connection.scalars(_in_order(kind)))


@cache
def _in_order(kind: str) -> Select[Any]:
    return select(TABLES[kind].c.id).order_by(TABLES[kind].c.id)
