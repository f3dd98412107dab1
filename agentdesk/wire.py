"""The messages between a desk and its server, and the form in which a command travels."""

from collections.abc import Mapping
from hashlib import sha256
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from agentdesk.codec import pack, read_command, target_field
from agentdesk.domain.commands import COMMANDS, Command, Envelope
from agentdesk.domain.refusals import Refused
from agentdesk.domain.values import Id, Instant

PROTOCOL = 1
HEADER = "AgentDesk-Protocol"
MOST_COMMANDS = 50
MOST_PUSH_BYTES = 1024 * 1024
MOST_ROWS, MOST_PAGE_BYTES = 1_000, 8 * 1024 * 1024
MOST_ROOT_BYTES = 4 * MOST_PAGE_BYTES
"""A root is never cut, so one that is larger than a page comes alone; the authority lets none grow beyond this."""
CHUNK_BYTES = 256 * 1024

Uuid = Annotated[str, Field(pattern="^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$")]
Word = Annotated[str, Field(max_length=200)]
Moment = Annotated[int, Field(ge=0, lt=1 << 53)]
Count = Annotated[int, Field(ge=0, lt=1 << 53)]
Sha256 = Annotated[str, Field(pattern="^[0-9a-f]{64}$")]
Root = tuple[Word, Word, Count]
"""Kind, id and `rev` of a root."""


class Asked(BaseModel):
    """What a desk sends: a field that nobody knows is a mistake."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


class Told(BaseModel):
    """What a server answers: a newer one may say more."""

    model_config = ConfigDict(extra="ignore", frozen=True)


# ------------------------------------------------------------------------- commands


class WireCommand(Asked):
    id: Uuid
    name: Annotated[str, Field(max_length=60)]
    ver: Count
    target: Word | None = None
    args: dict[str, Any]
    issued_at: Moment
    base_rev: Count
    after: Uuid | None = None
    """The desk's command before it in the same lane, if that one is still unanswered."""


def packed(envelope: Envelope, after: Id | None = None) -> WireCommand:
    """The command as it is sent; who gave it and when it counts are the server's to say."""
    name, version, args = pack(envelope.command)
    field = target_field(type(envelope.command))
    target = args.pop(field) if field else None
    return WireCommand(
        id=envelope.id, name=name, ver=version, target=target, args=args, issued_at=max(envelope.issued_at, 0),
        base_rev=envelope.base_rev, after=after,
    )  # fmt: skip


def unpacked(sent: WireCommand) -> Command:
    """The command of foreign values, each checked. Raises Refused: unknown-command, bad-argument."""
    kind = COMMANDS.get(sent.name)
    if kind is None or sent.ver > kind.version:
        raise Refused("unknown-command", name=sent.name)
    field = target_field(kind)
    given: Mapping[str, Any] = {**sent.args, field: sent.target} if field else sent.args
    return read_command(sent.name, given, _no_id)


def _no_id() -> Id:
    """The desk gives the ids it shows; a server that made one would make another each time."""
    raise Refused("bad-argument", field="id", why="missing")


class PushRequest(Asked):
    client: Uuid
    epoch: Word = ""
    commands: Annotated[list[WireCommand], Field(max_length=MOST_COMMANDS)]


class Result(Told):
    id: Id
    status: Literal["applied", "noop", "rejected", "defer", "retry"]
    code: str = ""
    """Why it was rejected; of `defer` what it waits for: after, blob."""
    data: dict[str, Any] = {}
    root: Root | None = None
    crossed: bool = False
    """Applied, though somebody else had written since `base_rev`."""


# ------------------------------------------------------------------------- documents


class Rows(Told):
    """Rows of one kind: the columns once, then their values in that order."""

    columns: list[str]
    rows: list[list[Any]]


class Documents(Told):
    tables: dict[str, Rows] = {}
    roots: list[Root] = []
    """The roots that are complete with these rows, up to that rev."""
    gone: list[Root] = []
    """Roots this person may no longer see."""


class ScopeChange(Told):
    """What is removed is purged first; then a beginning with `added` fills up, rows of equal `rev` included.

    A scope that is still held is in `added`, too, if more or less of the same tickets is readable now.
    """

    added: list[str]
    removed: list[str]


class PushReply(Told):
    server_time: Instant
    epoch: str
    scopes: str = ""
    """Hash of the keys the reader held: documents read with others than the cursor's are not kept."""
    results: list[Result]
    documents: Documents = Documents()


class PullReply(Told):
    server_time: Instant
    epoch: str
    scopes: str = ""
    cursor: str
    more: bool = False
    documents: Documents = Documents()
    scope_change: ScopeChange | None = None


class BootstrapRequest(Asked):
    scopes: Annotated[list[Word], Field(max_length=1_000)] = []
    """Empty: all that this person holds."""
    since: Moment = 0
    """Tickets without activity since then are left out."""


class BootstrapReply(Told):
    token: str
    epoch: str
    scopes: str = ""
    cursor: str
    """Where the feed goes on when all pages are read."""
    total: int
    """About how many tickets there are to come."""


class BootstrapPage(Told):
    scopes: str = ""
    documents: Documents
    after: str
    """Given back for the next page; empty when this was the last."""


def fingerprint(id: Id, rev: int) -> int:
    """What one ticket adds to a digest; both sides must say the same."""
    return int.from_bytes(sha256(f"{id}:{rev}".encode()).digest()[:8])


class DigestRequest(Asked):
    cursor: str


class DigestReply(Told):
    digests: dict[str, tuple[int, str]]
    """Per scope key how many tickets it holds and the exclusive or of their fingerprints, in 16 hex digits.

    A key of which something came after the cursor is not in the answer; tickets quieter than the `since` of the
    beginning do not count.
    """


# ------------------------------------------------------------------------- who is there


class Hello(Told):
    protocol: tuple[int, int]
    schema_version: int
    epoch: str
    min_client: str
    features: list[str]
    server_time: Instant
    title: str = ""


class SignIn(Asked):
    username: Word
    password: Annotated[str, Field(max_length=1_000)]
    client: Uuid | None = None


class Refresh(Asked):
    refresh_token: Annotated[str, Field(max_length=200)]


class Session(Told):
    access_token: str
    refresh_token: str
    expires_in: int
    """Seconds."""
    person: Id
    user_name: str = ""
    offline_days: Annotated[int, Field(ge=1, le=3_650)] = 14
    """For how long the desk may be opened without having met the server (C16)."""


class PresenceRequest(Asked):
    ticket: Uuid | None = None
    """Where the person is; None: they only ask."""
    mode: Literal["viewing", "writing", "left"] = "viewing"
    around: Annotated[list[Uuid], Field(max_length=200)] = []
    """The tickets of a list."""


class Present(Told):
    ticket: Id
    person: Id
    mode: str


class PresenceReply(Told):
    others: list[tuple[Id, str]] = []
    """Person and mode of everybody else who is there now."""
    around: list[Present] = []
    """Who else is at those tickets that this person works on."""


# ------------------------------------------------------------------------- files


class UploadRequest(Asked):
    sha256: Sha256
    size: Annotated[int, Field(ge=0, le=64 * 1024 * 1024)]
    name: Word = ""


class Upload(Told):
    upload_id: str
    offset: int
    chunk: int = CHUNK_BYTES
    ready: bool = False


class Problem(Told):
    """Every answer that is none."""

    error: str
    message: str = ""
    id: str = ""
    """Of the request, as the server's log has it."""
