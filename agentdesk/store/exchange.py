"""What the sync engine asks of the desk's file: what to send, and where an answer goes; each in one transaction."""

import json
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import partial

from sqlalchemy import Connection, Update, bindparam, func, or_, select, update

from agentdesk.domain.commands import FileRef, PassStage, RejectStage, name_of
from agentdesk.domain.refusals import Refused
from agentdesk.domain.values import DAY, Id, Instant
from agentdesk.store import absorb, answers, digests, journal, outbox, served
from agentdesk.store.base import NOTHING, Changed
from agentdesk.store.checked import checked
from agentdesk.store.intake import Intake, Transact
from agentdesk.store.outbox import CONFIRM, DONE, PARKED, QUEUED, SENT, WAIT_BLOB, Entry
from agentdesk.store.schema import BLOB, OUTBOX
from agentdesk.store.served import Served
from agentdesk.store.slices import Part
from agentdesk.wire import (
    MOST_COMMANDS,
    MOST_PUSH_BYTES,
    BootstrapPage,
    BootstrapReply,
    BootstrapRequest,
    DigestReply,
    PullReply,
    PushReply,
    PushRequest,
    WireCommand,
    packed,
)

LONGEST_WAIT, LONGEST_DECISION = 14 * DAY, DAY
"""What waited longer is not sent before its person has said so again; a decision on a request is old after a day."""
MOST_FAULTS = 8


@dataclass(frozen=True, slots=True)
class Outgoing:
    """A push that is under way. Its entries count as sent from before it left."""

    request: PushRequest
    lanes: dict[Id, Id]
    """Command -> lane."""
    cursor: str
    """Where the feed stood."""


@dataclass(frozen=True, slots=True)
class FileToSend:
    sha256: str
    size: int
    upload_id: str


@dataclass(frozen=True, slots=True)
class Backlog:
    pending: int
    oldest: Instant | None
    """When the oldest of them was given."""


class Exchange:
    def __init__(self, transact: Transact, ticks: Callable[[], int], awaited: Callable[[], bool]) -> None:
        """`ticks` and `awaited` as in `Intake`."""
        self._transact, self._intake = transact, Intake(transact, ticks, awaited)

    # ------------------------------------------------------------------ where we are

    def state(self) -> Served:
        def read(connection: Connection) -> tuple[Served, Changed]:
            known = served.here(connection)
            assert known is not None
            return known, NOTHING

        return self._transact(read)

    def backlog(self) -> Backlog:
        return self._transact(lambda c: (Backlog(*c.execute(_BACKLOG).one()), NOTHING))

    def keep_offset(self, offset: Instant) -> None:
        self._do(lambda c: _nothing(served.change(c, clock_offset=offset)))

    def recover(self) -> None:
        """After a start: nobody knows what became of what was under way, so it is sent again."""
        under_way = (OUTBOX.c.state == SENT) & OUTBOX.c.answered.is_(None)
        self._do(lambda c: _nothing(c.execute(update(OUTBOX).where(under_way).values(state=QUEUED))))

    def tidy(self, now: Instant, server_now: Instant) -> None:
        """Asks again for what waited too long, and drops answered entries after seven days."""

        def work(connection: Connection) -> Changed:
            answers.prune(connection, server_now)
            ids = connection.scalars(_OLD, {"old": now - LONGEST_WAIT, "old_decision": now - LONGEST_DECISION}).all()
            outbox.change(connection, ids, state=CONFIRM)
            return frozenset(("outbox", id) for id in ids)

        self._do(work)

    # ------------------------------------------------------------------ push

    def take_push(self, skip: Collection[Id], *, only: Id | None = None) -> Outgoing | None:
        """The oldest entries that may go, without some lanes; `only`: the first one of that lane and nothing else."""

        def work(connection: Connection) -> tuple[Outgoing | None, Changed]:
            known = served.here(connection)
            assert known is not None
            ready = (entry for entry in _ready(connection, skip) if only in (None, entry.root))
            chosen = list(_sized(connection, ready, 1 if only else MOST_COMMANDS))
            if not chosen:
                return None, NOTHING
            for entry, _ in chosen:
                id = entry.envelope.id
                outbox.change(connection, [id], state=SENT, tries=entry.tries + 1)
            lanes = {entry.envelope.id: entry.root for entry, _ in chosen}
            request = PushRequest(client=known.client, epoch=known.epoch, commands=[sent for _, sent in chosen])
            return Outgoing(request, lanes, known.cursor), frozenset(("outbox", id) for id in lanes)

        return self._transact(work)

    def absorb_push(self, sent: Outgoing, reply: PushReply) -> None:
        self._do(lambda c: absorb.push(c, sent.cursor, reply, reply.server_time) | _take_back(c, sent.lanes))

    def push_failed(self, sent: Outgoing, code: str, next_try: Instant, *, fault: bool) -> None:
        """It is sent again; what meets the same fault eight times is parked, and its lane waits with it."""

        def work(connection: Connection) -> Changed:
            for entry in outbox.entries(connection, list(sent.lanes)):
                if entry.state == SENT and entry.answered is None:
                    _failed(connection, entry, code, next_try, fault=fault)
            return frozenset(("outbox", id) for id in sent.lanes)

        self._do(work)

    # ------------------------------------------------------------------ pull and bootstrap

    def absorb_pull(self, asked: str, reply: PullReply) -> None:
        self.absorb_pulls([(asked, reply)])

    def absorb_pulls(self, replies: Iterable[tuple[str, PullReply]]) -> None:
        """Those that follow each other, each with the place where it was asked to begin."""
        self._intake.take_in((checked(reply.documents), partial(_pull, asked, reply)) for asked, reply in replies)

    def change_scopes(self, asked: str, reply: PullReply) -> None:
        self._do(lambda c: absorb.change_scopes(c, asked, reply))

    def read_all_again(self, epoch: str, now: Instant) -> None:
        self._do(lambda c: absorb.read_all_again(c, epoch, now))

    def bootstrap_begun(self, asked: BootstrapRequest, reply: BootstrapReply, now: Instant) -> None:
        self._do(lambda c: absorb.begin(c, asked, reply, now))

    def bootstrap_lost(self, now: Instant) -> None:
        """The server does not know where we were: once more from the beginning."""
        self._do(lambda c: absorb.begin_anew(c, now))

    def absorb_page(self, asked: str, page: BootstrapPage, now: Instant) -> None:
        self.absorb_pages([(asked, page)], now)

    def absorb_pages(self, pages: Iterable[tuple[str, BootstrapPage]], now: Instant) -> None:
        """Those that follow each other, each with the place where it was asked to begin."""
        self._intake.take_in((checked(page.documents), partial(_page, asked, page, now)) for asked, page in pages)

    def differing(self, cursor: str, told: DigestReply) -> list[str]:
        """The scope keys under which this desk has other tickets than the server had at that cursor."""

        def look(connection: Connection) -> tuple[list[str], Changed]:
            known = served.here(connection)
            same = known is not None and known.cursor == cursor
            return (digests.differing(connection, known, told) if known and same else []), NOTHING

        return self._transact(look)

    # ------------------------------------------------------------------ files

    def next_file(self) -> FileToSend | None:
        """A file that an entry waits for."""
        return self._transact(lambda c: (_next_file(c), NOTHING))

    def upload_begun(self, sha256: str, upload_id: str) -> None:
        self._do(lambda c: _nothing(c.execute(_blob(sha256).values(upload_id=upload_id))))

    def uploaded(self, sha256: str) -> None:
        """Entries whose files are all there may go."""

        def work(connection: Connection) -> Changed:
            connection.execute(_blob(sha256).values(ready=True))
            waiting = outbox.entries(connection, connection.scalars(_WAIT_FOR_FILES).all())
            free = [e.envelope.id for e in waiting if not _missing(connection, e)]
            outbox.change(connection, free, state=QUEUED)
            return frozenset(("outbox", id) for id in free)

        self._do(work)

    def file_damaged(self, sha256: str, now: Instant) -> None:
        """It is not what it was: everything that waits for it comes back, or it would wait for ever."""

        def work(connection: Connection) -> Changed:
            changed: set[tuple[str, Id]] = set()
            for entry in outbox.entries(connection, connection.scalars(_WAIT_FOR_FILES).all()):
                if name := _name_of(entry, sha256):
                    changed |= journal.give_back(connection, entry.envelope.id, Refused("file-damaged", name=name), now)
            return frozenset(changed)

        self._do(work)

    def _do(self, work: Callable[[Connection], Changed]) -> None:
        self._transact(lambda connection: (None, work(connection)))


_BACKLOG = select(func.count(), func.min(OUTBOX.c.issued_at)).where(OUTBOX.c.state != DONE)
_OPEN = (
    select(OUTBOX.c.id, OUTBOX.c.root, OUTBOX.c.state, OUTBOX.c.answered)
    .where(OUTBOX.c.state != DONE)
    .order_by(OUTBOX.c.n)
)
_DECISIONS = (name_of(PassStage), name_of(RejectStage))
_OLD = select(OUTBOX.c.id).where(
    OUTBOX.c.state == QUEUED,
    OUTBOX.c.tries == 0,
    or_(
        OUTBOX.c.issued_at < bindparam("old"),
        OUTBOX.c.name.in_(_DECISIONS) & (OUTBOX.c.issued_at < bindparam("old_decision")),
    ),
)
_WAIT_FOR_FILES = select(OUTBOX.c.id).where(OUTBOX.c.state == WAIT_BLOB).order_by(OUTBOX.c.n)


def _pull(asked: str, reply: PullReply, connection: Connection, part: Part) -> Changed:
    return absorb.pull(connection, asked, reply, part, reply.server_time)


def _page(asked: str, page: BootstrapPage, now: Instant, connection: Connection, part: Part) -> Changed:
    return absorb.page(connection, asked, page, part, now)


def _nothing(_: object) -> Changed:
    return NOTHING


def _ready(connection: Connection, skip: Collection[Id]) -> Iterator[Entry]:
    """Of each lane what stands before the first entry that has to wait."""
    stopped = set(skip)
    ids = []
    for id, root, state, answered in connection.execute(_OPEN):
        if root in stopped or (state == SENT and answered is not None):
            continue
        if state == QUEUED:
            ids.append(id)
        else:
            stopped.add(root)
    for start in range(0, len(ids), MOST_COMMANDS):
        yield from outbox.entries(connection, ids[start : start + MOST_COMMANDS])


def _sized(connection: Connection, entries: Iterator[Entry], most: int) -> Iterator[tuple[Entry, WireCommand]]:
    """As many as one push takes. What alone is too large for any is parked."""
    size, last, stopped = 0, dict[Id, Id](), set[Id]()
    for entry in entries:
        if most == 0:
            return
        if entry.root in stopped:
            continue
        sent = packed(entry.envelope, after=last.get(entry.root))
        weight = len(json.dumps(sent.model_dump(), ensure_ascii=False).encode()) + 2
        if weight > MOST_PUSH_BYTES - 200:
            outbox.change(connection, [entry.envelope.id], state=PARKED, error="too-large")
            stopped.add(entry.root)
            continue
        size += weight
        if size > MOST_PUSH_BYTES - 200:
            return
        most -= 1
        last[entry.root] = entry.envelope.id
        yield entry, sent


def _take_back(connection: Connection, ids: Collection[Id]) -> Changed:
    """What the reply did not mention is sent again."""
    silent = OUTBOX.c.id.in_(list(ids)), OUTBOX.c.state == SENT, OUTBOX.c.answered.is_(None)
    connection.execute(update(OUTBOX).where(*silent).values(state=QUEUED))
    return NOTHING


def _failed(connection: Connection, entry: Entry, code: str, next_try: Instant, *, fault: bool) -> None:
    faults = (entry.faults + 1 if entry.error == code else 1) if fault else entry.faults
    state = PARKED if faults >= MOST_FAULTS else QUEUED
    values = {"state": state, "faults": faults, "next_try": next_try} | ({"error": code} if fault else {})
    outbox.change(connection, [entry.envelope.id], **values)


def _name_of(entry: Entry, sha256: str) -> str:
    files: tuple[FileRef, ...] = getattr(entry.envelope.command, "files", ())
    return next((file.name for file in files if file.sha256 == sha256), "")


def _blob(sha256: str) -> Update:
    return update(BLOB).where(BLOB.c.sha256 == sha256)


def _next_file(connection: Connection) -> FileToSend | None:
    for entry in outbox.entries(connection, connection.scalars(_WAIT_FOR_FILES.limit(1)).all()):
        for missing in _missing(connection, entry):
            return missing
    return None


def _missing(connection: Connection, entry: Entry) -> list[FileToSend]:
    wanted = BLOB.c.sha256.in_(outbox.files_of(entry.envelope.command)), BLOB.c.ready.is_(False)
    rows = connection.execute(select(BLOB.c.sha256, BLOB.c.size, BLOB.c.upload_id).where(*wanted))
    return [FileToSend(*row) for row in rows]
