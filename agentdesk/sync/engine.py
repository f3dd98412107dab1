"""When to push, to upload, to pull; a plain object that somebody steps. It owns no thread and runs no SQL."""

import logging
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from hashlib import sha256
from random import Random
from typing import Generic

from agentdesk.domain.values import Id, Instant
from agentdesk.sync import backoff
from agentdesk.sync.port import Bootstrap, FileToSend, Sent, Served, Store
from agentdesk.sync.transport import (
    PAGE,
    Broken,
    Busy,
    CursorLost,
    Misconfigured,
    NotTrusted,
    Pages,
    SignInNeeded,
    TooOld,
    Transport,
    TransportError,
    Unreachable,
    WrongHash,
    WrongOffset,
)
from agentdesk.wire import CHUNK_BYTES, PROTOCOL, BootstrapRequest, DigestRequest, PushReply, Upload, UploadRequest

_LOG = logging.getLogger(__name__)
Ticks = int
"""Milliseconds of a clock that never jumps."""
POLL, HERD, TIDY = 30_000, 500, 3_600_000
"""Between two looks without a wake; the longest wait after a wake; between two looks at what grew old."""
COMPARE = 6 * 3_600_000
DRIFT = 2_000
"""A clock that is off by less is not worth a write."""
FAR = 1 << 60


class Condition(StrEnum):
    ONLINE = "online"
    SYNCING = "syncing"
    OFFLINE = "offline"
    SIGNED_OUT = "signed_out"
    ERROR = "error"


@dataclass(frozen=True, slots=True)
class Status:
    """What the window says of the connection."""

    condition: Condition = Condition.OFFLINE
    code: str = ""
    """Of an error, or why it is offline."""
    pending: int = 0
    oldest: Instant | None = None
    last_pull: Instant | None = None
    progress: tuple[int, int] | None = None
    """Tickets read of all, while everything is read."""


@dataclass(frozen=True, slots=True)
class Outside:
    """What of the world the engine needs, passed in so that tests own it."""

    now: Callable[[], Instant]
    ticks: Callable[[], Ticks]
    rng: Random
    read_file: Callable[[str, int, int], bytes]
    """sha256, offset, most bytes."""


@dataclass(slots=True)
class _Lane:
    """A lane that failed: alone in its push from then on, until it comes through."""

    failures: int = 0
    due: Ticks = 0


@dataclass(slots=True)
class _Plan:
    """When what is due, in ticks."""

    pause: Ticks = 0
    pull: Ticks = 0
    tidy: Ticks = 0
    compare: Ticks = 0
    failures: int = 0
    greeted: bool = False
    push: bool = True
    """There may be something to send."""
    files: bool = True
    """There may be a file that an entry waits for."""
    caught_up: bool = False
    recover: bool = True
    """What was under way may have been lost."""
    upload: tuple[str, Upload] | None = None
    """The file that is going out, and how far it came."""
    lanes: dict[Id, _Lane] = field(default_factory=dict)


class Engine(Generic[Sent]):
    """`step()` does the next thing that is due. Only the thread that steps it calls its methods."""

    def __init__(
        self,
        store: Store[Sent],
        transport: Transport,
        outside: Outside,
        told: Callable[[Status], None] = lambda _: None,
        pages: Pages | None = None,
    ) -> None:
        self._store, self._transport, self._outside, self._told = store, transport, outside, told
        self._pages = pages or transport
        self._plan = _Plan()
        self._offset: Instant = 0
        self._heard: tuple[Instant, Ticks] = (0, 0)
        self.status = Status()
        self._known: Served | None = None

    # ------------------------------------------------------------------ what others say

    def submitted(self) -> None:
        """Something was queued, undone or released."""
        self._plan.push = self._plan.files = True

    def wake(self) -> None:
        """The server has news; many desks hear it at once, so each waits a little."""
        self._plan.pull = min(self._plan.pull, self._ticks() + self._outside.rng.randint(0, HERD))

    def signed_in(self) -> None:
        self._plan.pause = self._plan.failures = 0
        self._known = None
        self._tell(Condition.SYNCING)

    def retry_now(self) -> None:
        """A person does not want to wait for the next try."""
        if self.status.condition is not Condition.SIGNED_OUT:
            self._plan.pause = self._plan.pull = 0
            self._plan.push = True
            self._plan.lanes = {id: _Lane(lane.failures) for id, lane in self._plan.lanes.items()}

    # ------------------------------------------------------------------ steps

    def step(self) -> Ticks:
        """Does the next thing that is due; answers when there will be more to do."""
        self._known = None
        if self._ticks() >= self._plan.pause:
            try:
                acted = any(self._did(act) for act in self._acts())
                if acted or self.status.condition is Condition.SYNCING:
                    self._went_well(acted)
            except TransportError as error:
                self._went_wrong(error)
            except Exception:  # of our own disk, most likely: nobody knows what of the answer was kept
                self._plan.recover = True
                raise
        return max(self._plan.pause, self._next())

    def _did(self, act: Callable[[], bool]) -> bool:
        acted = True
        try:
            acted = act()
        finally:
            if acted:  # or it failed: what it took in may have moved us
                self._known = None
        return acted

    def _state(self) -> Served:
        """Asked once between two acts: each question is a turn of the thread that writes."""
        if self._known is None:
            self._known = self._store.state()
        return self._known

    def _acts(self) -> Iterator[Callable[[], bool]]:
        """In the order in which they matter; each answers whether it had something to do."""
        yield self._recover
        yield self._greet
        yield self._tidy
        yield self._push
        yield self._upload
        yield self._bootstrap
        yield self._pull
        yield self._compare

    def _recover(self) -> bool:
        if self._plan.recover:
            self._store.recover()
            self._plan.recover = False
            self.submitted()
        return False

    def _greet(self) -> bool:
        """Versions, epoch and clock, before anything else is said."""
        if self._plan.greeted:
            return False
        before = self._ticks()
        hello = self._transport.hello()
        if not hello.protocol[0] <= PROTOCOL <= hello.protocol[1]:
            raise TooOld
        self._hear(hello.server_time + (self._ticks() - before) // 2)
        self._plan.greeted = True
        self._check_epoch(hello.epoch)
        return True

    def _tidy(self) -> bool:
        if self._ticks() >= self._plan.tidy:
            now = self._outside.now()
            self._store.tidy(now, self._server_now())
            self._plan.tidy = self._ticks() + TIDY
        return False

    def _push(self) -> bool:
        if not self._plan.push and not any(lane.due <= self._ticks() for lane in self._plan.lanes.values()):
            return False
        sent = self._store.take_push(self._plan.lanes) or self._take_alone()
        if sent is None:
            self._plan.push = False
            return False
        try:
            reply = self._transport.push(sent.request)
        except TransportError as error:
            self._push_failed(sent, error)
            raise
        self._hear(reply.server_time)
        self._store.absorb_push(sent, reply)
        self._plan.files = True  # the server may have lost some
        self._note_lanes(sent, reply)
        self._check_epoch(reply.epoch)
        return True

    def _take_alone(self) -> Sent | None:
        due = (id for id, lane in self._plan.lanes.items() if lane.due <= self._ticks())
        for lane in list(due):
            sent = self._store.take_push((), only=lane)
            if sent is not None:
                return sent
            del self._plan.lanes[lane]
        return None

    def _upload(self) -> bool:
        """One chunk of a file that an entry waits for."""
        file = self._store.next_file() if self._plan.files else None
        if file is None:
            self._plan.files = False
            return False
        begun = self._plan.upload if self._plan.upload and self._plan.upload[0] == file.sha256 else None
        self._plan.upload = None  # after a failure the server is asked how far it came
        try:
            upload = self._send_chunk(file, begun[1]) if begun else self._begin_upload(file)
        except WrongOffset as wrong:
            upload = Upload(upload_id=file.upload_id, offset=wrong.offset)
        except (WrongHash, FileNotFoundError):
            if self._is_whole(file):
                raise  # it was garbled on its way
            _LOG.error("a file that waits to be sent is damaged: %s", file.sha256)
            self._store.file_damaged(file.sha256, self._outside.now())
            return True
        if upload.ready:
            self._store.uploaded(file.sha256)
            self._plan.push = True
        else:
            self._plan.upload = file.sha256, upload
        return True

    def _begin_upload(self, file: FileToSend) -> Upload:
        upload = self._transport.begin_upload(UploadRequest(sha256=file.sha256, size=file.size))
        self._store.upload_begun(file.sha256, upload.upload_id)
        return upload

    def _send_chunk(self, file: FileToSend, upload: Upload) -> Upload:
        chunk = self._outside.read_file(file.sha256, upload.offset, min(upload.chunk, CHUNK_BYTES))
        if not chunk:
            raise WrongHash  # it is shorter than it was
        return self._transport.upload(upload.upload_id, upload.offset, chunk)

    def _is_whole(self, file: FileToSend) -> bool:
        try:
            content = self._outside.read_file(file.sha256, 0, file.size + 1)
        except FileNotFoundError:
            return False
        return sha256(content).hexdigest() == file.sha256

    def _bootstrap(self) -> bool:
        boot = self._state().bootstrap
        if boot is None:
            return False
        try:
            self._read_on(boot)
        except CursorLost:
            self._store.bootstrap_lost(self._server_now())
        return True

    def _read_on(self, boot: Bootstrap) -> None:
        if not boot.token:
            asked = BootstrapRequest(scopes=list(boot.scopes), since=boot.since)
            begun = self._transport.bootstrap(asked)
            self._check_epoch(begun.epoch)
            self._store.bootstrap_begun(asked, begun, self._server_now())
            return
        page = self._pages.bootstrap_page(boot.token, boot.after)
        self._store.absorb_page(boot.after, page, self._server_now())
        self._plan.pull = self._ticks()

    def _pull(self) -> bool:
        if self._ticks() < self._plan.pull:
            return False
        cursor = self._state().cursor
        try:
            reply = self._pages.pull(cursor, PAGE)
        except CursorLost:
            self._lost_place()
            return True
        self._hear(reply.server_time)
        if self._check_epoch(reply.epoch):
            return True
        if reply.scope_change is not None:
            self._store.change_scopes(cursor, reply)
            return True
        self._store.absorb_pull(cursor, reply)
        self._plan.pull = self._ticks() + (0 if reply.more else self._poll())
        self._plan.caught_up = not reply.more
        return True

    def _compare(self) -> bool:
        """At the end of a catch-up and every six hours: is what is here what is there?"""
        if not self._plan.caught_up or self._ticks() < self._plan.compare:
            return False
        state = self._state()
        try:
            told = self._transport.digest(DigestRequest(cursor=state.cursor))
        except CursorLost:
            return False  # the next pull says why
        finally:
            self._plan.compare = self._ticks() + COMPARE
        keys = self._store.differing(state.cursor, told)
        if keys:
            _LOG.error("what is here differs from the server under %d keys: all is read again", len(keys))
            self._store.read_all_again(state.epoch, self._server_now())
        return True

    def _lost_place(self) -> None:
        """Another epoch, or away for too long; the outbox stays as it is."""
        self._store.read_all_again(self._transport.hello().epoch, self._server_now())
        self._plan.push = True

    def _check_epoch(self, epoch: str) -> bool:
        """Whether it is another one: then nothing that was read before can be trusted."""
        if self._state().epoch == epoch:
            return False
        self._store.read_all_again(epoch, self._server_now())
        self._plan.push = True
        return True

    # ------------------------------------------------------------------ how it went

    def _went_well(self, acted: bool) -> None:
        if acted:
            self._plan.failures = 0
        self._tell(Condition.SYNCING if self._busy() else Condition.ONLINE)

    def _went_wrong(self, error: TransportError) -> None:
        self._plan.failures += 1
        wait = backoff.pause(self._plan.failures, self._outside.rng)
        condition, code = Condition.OFFLINE, "unreachable"
        match error:
            case Busy():
                wait, code = error.retry_after or wait, "busy"
            case SignInNeeded():
                wait, condition, code = FAR, Condition.SIGNED_OUT, "sign-in-needed"
            case TooOld():
                wait, condition, code = backoff.LONGEST, Condition.ERROR, "too-old"
                self._plan.greeted = False
            case Broken():
                condition, code = Condition.ERROR, error.code
            case Misconfigured():
                condition, code = Condition.ERROR, "network-settings"
            case Unreachable():
                code = "not-trusted" if isinstance(error, NotTrusted) else code
                self._plan.greeted = False
        self._plan.pause = self._ticks() + wait
        self._tell(condition, code)

    def _push_failed(self, sent: Sent, error: TransportError) -> None:
        """A fault of one command must not stop the others: from now on each of these lanes is tried alone."""
        broken = isinstance(error, Broken)
        alone = broken and len(sent.request.commands) == 1
        if broken:
            for lane in sent.lanes.values():
                self._hold_back(lane, again=not alone)
        code = error.code if isinstance(error, Broken) else type(error).__name__
        self._store.push_failed(sent, code, self._outside.now() + backoff.FIRST, fault=alone)

    def _note_lanes(self, sent: Sent, reply: PushReply) -> None:
        waits = {sent.lanes[r.id] for r in reply.results if r.status in ("defer", "retry") and r.id in sent.lanes}
        for lane in set(sent.lanes.values()):
            if lane in waits:
                self._hold_back(lane)
            else:
                self._plan.lanes.pop(lane, None)

    def _hold_back(self, id: Id, *, again: bool = False) -> None:
        lane = self._plan.lanes.setdefault(id, _Lane())
        if again:
            return
        lane.failures += 1
        lane.due = self._ticks() + backoff.pause(lane.failures, self._outside.rng)

    def _next(self) -> Ticks:
        due = [self._plan.pull, *(lane.due for lane in self._plan.lanes.values())]
        due += [self._plan.compare] if self._plan.caught_up else []
        return self._ticks() if self._busy() else min(due)

    def _busy(self) -> bool:
        more = self._plan.push or self._plan.upload is not None or not self._plan.greeted
        return more or self._state().bootstrap is not None

    def _poll(self) -> Ticks:
        return int(POLL * self._outside.rng.uniform(0.7, 1.3))

    def _hear(self, server_time: Instant) -> None:
        """What time it is there; from then on counted by the clock that never jumps."""
        self._heard = server_time, self._ticks()
        offset = server_time - self._outside.now()
        if abs(offset - self._offset) > DRIFT:
            self._store.keep_offset(offset)
            self._offset = offset

    def _server_now(self) -> Instant:
        return self._heard[0] + self._ticks() - self._heard[1]

    def _ticks(self) -> Ticks:
        return self._outside.ticks()

    def _tell(self, condition: Condition, code: str = "") -> None:
        known, backlog = self._state(), self._store.backlog()
        boot = known.bootstrap
        status = Status(
            condition, code, backlog.pending, backlog.oldest, known.last_pull, (boot.done, boot.total) if boot else None
        )
        if status != self.status:
            self.status = status
            self._told(status)
