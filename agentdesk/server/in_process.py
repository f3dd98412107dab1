"""The server as one signed-in person's device reaches it without a network: for the demo desk and for tests."""

from collections.abc import Callable
from dataclasses import dataclass

from sqlalchemy import Engine, select

from agentdesk.domain.values import Id, Instant
from agentdesk.records.rows import Rows
from agentdesk.server import bootstrap
from agentdesk.server import pull as pulling
from agentdesk.server.blobs import Uploads, read_piece
from agentdesk.server.database import meta, reading
from agentdesk.server.digest import digests
from agentdesk.server.presence import NotThere, note_presence
from agentdesk.server.push import push
from agentdesk.server.schema import TABLES
from agentdesk.wire import (
    PROTOCOL,
    BootstrapPage,
    BootstrapReply,
    BootstrapRequest,
    DigestReply,
    DigestRequest,
    Hello,
    PresenceReply,
    PresenceRequest,
    PullReply,
    PushReply,
    PushRequest,
    Session,
    SignIn,
    Upload,
    UploadRequest,
)

_PIECE = 4 * 1024 * 1024


@dataclass
class InProcess:
    """Each call raises what the server's functions raise. The client must be registered for `person`."""

    engine: Engine
    person: Id
    now: Callable[[], Instant]

    def hello(self) -> Hello:
        with reading(self.engine) as connection:
            known = meta(connection)
            own = Rows(connection, TABLES).get("source", "desk")
        return Hello(
            protocol=(PROTOCOL, PROTOCOL), schema_version=known.schema, epoch=str(known.epoch), min_client="0.1",
            features=[], server_time=self.now(), title=own.title if own else "",
        )  # fmt: skip

    def sign_in(self, request: SignIn) -> Session:
        """Whoever is in this process is whom it was made for."""
        with reading(self.engine) as connection:
            name = connection.scalar(select(TABLES["person"].c.user_name).where(TABLES["person"].c.id == self.person))
        return Session(access_token="", refresh_token="", expires_in=600, person=self.person, user_name=name or "")

    def push(self, request: PushRequest) -> PushReply:
        return push(self.engine, self.person, request, self.now())

    def pull(self, cursor: str, limit: int) -> PullReply:
        return pulling.pull(self.engine, self.person, cursor, self.now(), min(limit, pulling.MOST_ROOTS))

    def bootstrap(self, request: BootstrapRequest) -> BootstrapReply:
        return bootstrap.begin(self.engine, self.person, request.scopes, request.since, self.now())

    def bootstrap_page(self, token: str, after: str) -> BootstrapPage:
        return bootstrap.page(self.engine, self.person, token, after)

    def digest(self, request: DigestRequest) -> DigestReply:
        return digests(self.engine, self.person, request.cursor, self.now())

    def begin_upload(self, request: UploadRequest) -> Upload:
        return Uploads(self.engine, self.person, self.now()).begin(request)

    def upload(self, upload_id: str, offset: int, chunk: bytes) -> Upload:
        return Uploads(self.engine, self.person, self.now()).add(upload_id, offset, chunk)

    def download(self, attachment: str, offset: int) -> bytes:
        piece = read_piece(self.engine, self.person, attachment, offset, _PIECE)
        if piece is None:
            raise NotThere
        return piece.data

    def presence(self, request: PresenceRequest) -> PresenceReply:
        return note_presence(self.engine, self.person, request, self.now())
