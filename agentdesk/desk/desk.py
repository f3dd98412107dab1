"""The facade a window, a terminal or a test has: `do`, `watch`, `ask`; and who lives behind it."""

import logging
import mimetypes
import stat
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from functools import partial
from pathlib import Path
from typing import TypeVar

from sqlalchemy import Connection, Engine

from agentdesk.clock import Clock
from agentdesk.codec import check_command
from agentdesk.desk.housekeeping import Duties
from agentdesk.desk.outcome import Failed, Outcome
from agentdesk.desk.port import Sync
from agentdesk.desk.queries.base import REQUEST_MARK, Query, View
from agentdesk.desk.queries.rows import Link, Refusal
from agentdesk.desk.watch import Deliver, Lanes, Watch, Watches
from agentdesk.desk.worker import Job, Outlet, answer_of, on_this_thread
from agentdesk.domain.commands import SETUP_COMMANDS, AutoClose, Command, Envelope, FileRef
from agentdesk.domain.content_types import START, media_type
from agentdesk.domain.filenames import safe_name
from agentdesk.domain.refusals import Refused
from agentdesk.domain.request_due import EMBEDDED, Due, ResourceProvider
from agentdesk.domain.values import Id, Instant
from agentdesk.store import drafts, journal, marks, outbox, resubmit, seal, search, served
from agentdesk.store.blobs import Blobs
from agentdesk.store.database import Database
from agentdesk.store.drafts import Draft
from agentdesk.store.errors import DeskError, translated
from agentdesk.store.journal import Changed
from agentdesk.store.served import Served

T = TypeVar("T")
_LOG = logging.getLogger(__name__)
_DUE_EVERY = 30.0
LARGEST_FILE = 64 * 1024 * 1024


class Desk:
    """One desk, seen by one person. All calls return at once; answers come through `post`."""

    def __init__(
        self, database: Database, person: Id, clock: Clock, lanes: Lanes, provider: ResourceProvider | None = EMBEDDED
    ) -> None:
        self.directory: Path = database.directory
        self.person = person
        self.scope = ""
        """The view of one of this person's roles, of `Scopes`; empty: all roles together."""
        self.clock = clock
        self.blobs = Blobs(database.directory)
        self.notices: list[DeskError] = []
        """What happened while opening that the person should read."""
        self.closing = False
        """Whoever works for minutes looks at this and ends early: what was done stays, and can be gone on with."""
        self.trouble: Callable[[DeskError], None] = lambda error: _LOG.error("%s", error.code)
        self._outlet = Outlet()
        self._database, self._lanes = database, lanes
        self._watches = Watches(lanes, self._looking, self.tell, lambda error: self.trouble(error))
        self._writer: Engine | None = database.writer if database.writable else None
        self._reader = database.reader
        self._duties = Duties(provider, clock, self._reader.connect, lambda one: self._outcome((one,), None, None).done)
        with self._reader.connect() as connection:
            self.served = served.here(connection)
        self.link = _cut_off(self.served) if self.served else Link()
        """How it stands to its server."""
        self.sync: Sync | None = None
        self.submitted: Callable[[], None] = lambda: None
        """Told when something new may be sent."""
        if self._writer is not None:
            lanes.store.on_idle(self._tend)
            lanes.store.put(partial(self.blobs.sweep, self.blobs.left_over()))
            self.settle(everything=True)  # what a kill left held
            if self._alone:
                self._look_for_due()

    # ------------------------------------------------------------------ the window's side

    @property
    def writable(self) -> bool:
        return self._writer is not None

    @property
    def post(self) -> Callable[[Job], None] | None:
        return self._outlet.post

    @post.setter
    def post(self, post: Callable[[Job], None]) -> None:
        """Runs a job on the window's thread; what was kept so far is delivered now."""
        self._outlet.open(post)

    def tell(self, job: Job) -> None:
        """Does it on the window's thread, soon."""
        self._outlet.put(job)

    def forbid_sql_here(self) -> None:
        self._database.forbid(on_this_thread())

    def do(
        self, *commands: Command, hold: Instant = 0, then: Callable[[Outcome], None] | None = None,
        clears: tuple[str, str] | None = None,
    ) -> None:  # fmt: skip
        """Any change; several commands are one transaction. `hold` in milliseconds; `clears` names the draft it was."""
        now = self.clock.now()
        envelopes = tuple(self.envelope(command) for command in commands)
        self._lanes.store.put(partial(self._submit, envelopes, now + hold if hold else None, then, clears))

    def play(self, envelopes: Iterable[Envelope]) -> Outcome:
        """Submits ready envelopes as one transaction and waits for the outcome: for imports, the demo desk and the
        terminal. Never on the window's thread, and not on the store's own.
        """
        wanted = tuple(envelopes)
        return answer_of(self._lanes.store, lambda: self._outcome(wanted, None, None))

    def envelope(self, command: Command) -> Envelope:
        """The command as this person's wish of now."""
        now = self.clock.now()
        return Envelope(id=self.clock.new_id(), actor=self.person, at=now, issued_at=now, command=command)

    def undo(
        self,
        entry: Id,
        then: Callable[[journal.Undone | None], None] | None = None,
        failed: Callable[[DeskError], None] | None = None,
    ) -> None:
        """Takes a held command back; None is answered when it is too late. With `failed` it is held as before."""
        self._lanes.store.put(lambda: self._undo(entry, then, failed))

    def hold_until(self, entries: tuple[Id, ...], until: Instant) -> None:
        """Another end for what is held: the hold pauses while somebody looks at its Undo (ui.md §6.3)."""
        self._lanes.store.put(lambda: self._hold_until(entries, until))

    def settle(self, *, everything: bool = False) -> None:
        """Settles what was held long enough; `everything` when the window is being closed."""
        far = 1 << 62 if everything else 0
        self._lanes.store.put(lambda: self._settle(far))

    def send_again(self, id: Id, then: Callable[[Outcome], None] | None = None) -> None:
        """Once more what came back, failed, or waited too long (a row of `Outbox`)."""
        fresh = self.clock.new_id()
        self._lanes.store.put(lambda: self._send_again(id, fresh, then))

    def discard(self, id: Id) -> None:
        """Lets it go, with its words; what is being sent at the moment goes on."""
        self._lanes.store.put(lambda: self._discard(id))

    def take_up(self, id: Id, then: Callable[[Command | None], None]) -> None:
        """Puts the words of what came back into their composer's draft; it stays returned until they are sent."""
        taken: list[Command | None] = []
        self._keep(
            lambda c: taken.append(drafts.take_up(c, id, self.clock.now())), "draft", id,
            lambda _: then(taken[0] if taken else None),
        )  # fmt: skip

    def note_link(self, link: Link) -> None:
        """From whoever speaks with the server, on any thread."""
        self.link = link
        self._lanes.store.put(lambda: self._watches.changed(frozenset({("link", "")})))

    def watch(self, query: Query[T], deliver: Deliver[T]) -> Watch[T]:
        return self._watches.begin(query, deliver)

    def ask(
        self, query: Query[T], deliver: Callable[[T], None], failed: Callable[[Failed], None] | None = None,
        *, patient: bool = False,
    ) -> None:  # fmt: skip
        """A patient question waits until the window has painted the answers to all that is asked before it."""
        put = partial(self._lanes.reader.put, partial(self._answer, query, deliver, failed))
        self._watches.when_shown(put) if patient else put()

    def look(self, query: Query[T]) -> T:
        """The answer itself, on the caller's thread: for terminals and jobs, never for a window."""
        with self._looking() as view:
            return query.run(view)

    # ------------------------------------------------------------------ what only this computer keeps

    def save_draft(self, draft: Draft, then: Callable[[DeskError | None], None] | None = None) -> None:
        self._keep(lambda c: drafts.save(c, self.person, draft), "draft", draft.key, then)

    def add_to_draft(self, draft: Draft) -> None:
        """Behind what is kept, for words that were typed before it could be shown."""
        self._keep(lambda c: drafts.add(c, self.person, draft), "draft", draft.key)

    def drop_draft(self, key: str, kind: str) -> None:
        self._keep(lambda c: drafts.drop(c, self.person, key, kind), "draft", key)

    def forget_returned(self, id: Id) -> None:
        self._keep(lambda c: drafts.forget_returned(c, id), "returned", id)

    def mark(self, roots: Iterable[Id], *, read: bool = True, kind: str = "ticket") -> None:
        """Tickets or requests as read or unread, for this person on this computer."""
        for root in list(roots):
            self._keep(partial(self._mark, root, read), REQUEST_MARK if kind == "request" else kind, root)

    def add_bytes(
        self, name: str, media_type: str, content: bytes, then: Callable[[FileRef | DeskError], None]
    ) -> None:
        """Keeps bytes, such as a pasted picture, as a file that a command may name."""
        self._lanes.jobs.put(lambda: self._tell_file(lambda: self.keep_bytes(name, media_type, content), then))

    def keep_bytes(self, name: str, media_type: str, content: bytes, *, inline: bool = False) -> FileRef:
        """The same on the caller's thread. Raises DeskError."""
        sha256 = self.blobs.put(content)
        return self._file_ref(name, media_type, sha256, len(content), inline=inline)

    def keep_file(self, path: Path) -> FileRef:
        """Copies a file into the desk. Raises OSError of the file, ValueError beyond 64 MiB, DeskError of our disk."""
        if not stat.S_ISREG(path.stat().st_mode):
            raise ValueError("not a file")
        sha256, size = self.blobs.put_file(path, limit=LARGEST_FILE)
        told = mimetypes.guess_type(path.name, strict=False)[0] or ""
        kind = media_type(path.name, told, self.blobs.start(sha256, START))
        return self._file_ref(safe_name(path.name), kind, sha256, size, inline=False)

    def job(self, work: Callable[[], T], then: Callable[[T], None], failed: Callable[[Exception], None]) -> None:
        """Work of a moment: hashing a file, saving a preference."""
        self._lanes.jobs.put(lambda: self._run_job(work, then, failed))

    def long_job(self, work: Callable[[], T], then: Callable[[T], None], failed: Callable[[Exception], None]) -> None:
        """Work of minutes, import and export: on a lane of its own. It should end when the desk is `closing`."""
        self._lanes.imports.put(lambda: self._run_job(work, then, failed))

    def rest(self) -> None:
        """Does all idle work now: index what was written, seal the log."""
        self._lanes.store.put(self._tend_all)

    def close(self) -> None:
        """Settles what is held, lets what was begun come to its end, and gives the file up."""
        self.closing = True
        if self._writer is not None:
            self.settle(everything=True)
        try:
            for lane in (self._lanes.imports, self._lanes.jobs, self._lanes.store, self._lanes.reader):
                lane.stop()
        finally:
            self._database.close()

    # ------------------------------------------------------------------ the store's lane

    def _submit(
        self,
        envelopes: tuple[Envelope, ...],
        hold_until: Instant | None,
        then: Callable[[Outcome], None] | None,
        clears: tuple[str, str] | None,
    ) -> None:
        outcome = self._outcome(envelopes, hold_until, clears)
        if hold_until is not None and outcome.done:
            self._lanes.store.later((hold_until - self.clock.now()) / 1000 + 0.01, self.settle)
        if then is not None:
            self.tell(partial(then, outcome))

    def _outcome(
        self, envelopes: tuple[Envelope, ...], hold_until: Instant | None, clears: tuple[str, str] | None
    ) -> Outcome:
        ids = tuple(envelope.id for envelope in envelopes)
        current: Command | None = None
        changed: set[tuple[str, Id]] = set()
        try:
            with translated(self._database.path), self._begin() as connection:
                for envelope in envelopes:
                    current = envelope.command
                    check_command(current)
                    self._check_connected(current)
                    self._take_files(connection, current)
                    changed |= journal.submit(connection, envelope, hold_until)
                if clears is not None:
                    settled = drafts.sent(connection, self.person, *clears)
                    changed |= {("returned", settled)} if settled else set()
        except Refused as refusal:
            return Outcome(ids, Refusal(code=refusal.code, data=dict(refusal.data)), refused=current)
        except DeskError as error:
            return Outcome(ids, trouble=error, refused=current)
        except Exception as error:  # noqa: BLE001  (a mistake of ours: whoever waits is told)
            _LOG.exception("a command failed")
            return Outcome(ids, trouble=DeskError("program-fault", detail=type(error).__name__), refused=current)
        self._watches.changed(frozenset(changed))
        self.submitted()
        if self._alone and any(kind == "request" for kind, _ in changed):
            self._lanes.store.put(self._carry_out)
        return Outcome(ids, changed=frozenset(changed))

    def _check_connected(self, command: Command) -> None:
        """Set-up holds for everybody, so it is decided where everybody is (sync.md, amendment 5)."""
        if self.served and isinstance(command, SETUP_COMMANDS) and not self.link.connected:
            raise Refused("needs-connection")

    def transact(self, work: Callable[[Connection], tuple[T, Changed]], *, bulk: bool = False) -> T:
        """One transaction on the store's lane, for the engine of sync. Raises DeskError."""
        return answer_of(self._lanes.store, lambda: self._transact(work, bulk=bulk))

    def awaited(self) -> bool:
        """Asked on the store's lane by what could go on for long: whether somebody waits for it."""
        return self._lanes.store.awaited()

    def lend(self, work: Callable[[], Changed]) -> None:
        """A turn of the store's lane for a process that writes for this desk, and answers what it wrote."""
        answer_of(self._lanes.store, lambda: self._watches.changed(work()))

    def tend_here(self, *, here: bool) -> None:
        """Whether idle work is done here; a process that writes for this desk also indexes what it wrote."""
        self._lanes.store.on_idle(self._tend if here else lambda: False)

    def _transact(self, work: Callable[[Connection], tuple[T, Changed]], *, bulk: bool) -> T:
        begun = self._database.bulk(self.awaited) if bulk else self._begin()
        with translated(self._database.path), begun as connection:
            result, changed = work(connection)
        if changed:
            self._watches.changed(changed)
        return result

    def _take_files(self, connection: Connection, command: Command) -> None:
        """Their bytes must lie here before a command may name them, and that they do is written with it."""
        for file in getattr(command, "files", ()):
            if self.blobs.size(file.sha256) != file.size:
                raise Refused("file-missing", name=file.name)
            marks.put_blob(connection, file.sha256, file.size, self.clock.now())

    def _settle(self, at_least: Instant) -> None:
        self._write(lambda c: journal.settle(c, max(self.clock.now(), at_least)))
        self.submitted()

    def _send_again(self, id: Id, fresh: Id, then: Callable[[Outcome], None] | None) -> None:
        try:
            with translated(self._database.path), self._begin() as connection:
                changed = resubmit.again(connection, id, fresh, self.clock.now())
        except Refused as refusal:
            outcome = Outcome((id,), Refusal(code=refusal.code, data=dict(refusal.data)))
        except DeskError as error:
            outcome = Outcome((id,), trouble=error)
        else:
            outcome = Outcome((fresh,), changed=changed)
            self._watches.changed(changed)
            self.submitted()
        if then is not None:
            self.tell(partial(then, outcome))

    def _discard(self, id: Id) -> None:
        self._write(lambda c: resubmit.discard(c, self.person, id, self.clock.now()))
        self.submitted()

    def _hold_until(self, entries: tuple[Id, ...], until: Instant) -> None:
        def write(connection: Connection) -> Changed:
            outbox.hold_until(connection, entries, until)
            return frozenset(("outbox", entry) for entry in entries)

        self._write(write)
        self._lanes.store.later((until - self.clock.now()) / 1000 + 0.01, self.settle)

    def _undo(
        self,
        entry: Id,
        then: Callable[[journal.Undone | None], None] | None,
        failed: Callable[[DeskError], None] | None,
    ) -> None:
        try:
            with translated(self._database.path), self._begin() as connection:
                undone = journal.undo(connection, entry, self.clock.now())
        except DeskError as error:
            self.tell(partial(failed or self.trouble, error))
            return
        if undone is not None:
            self._watches.changed(undone.changed | {("outbox", entry), ("draft", entry), ("returned", entry)})
        if then is not None:
            self.tell(partial(then, undone))

    def _mark(self, ticket: Id, read: bool, connection: Connection) -> None:
        marks.put(connection, self.person, ticket, read=read)

    def _keep(
        self,
        write: Callable[[Connection], None],
        topic: str,
        id: str,
        then: Callable[[DeskError | None], None] | None = None,
    ) -> None:
        def written(connection: Connection) -> Changed:
            write(connection)
            return frozenset({(topic, id)})

        def job() -> None:
            error = self._write(written)
            if then is not None:
                self.tell(partial(then, error))

        self._lanes.store.put(job)

    def _write(self, work: Callable[[Connection], Changed]) -> DeskError | None:
        """One transaction; trouble is told once and nothing is half written."""
        try:
            with translated(self._database.path), self._begin() as connection:
                changed = work(connection)
        except DeskError as error:
            self.tell(partial(self.trouble, error))
            return error
        self._watches.changed(changed)
        return None

    def _begin(self) -> AbstractContextManager[Connection]:
        if self._writer is None:
            raise DeskError("desk-read-only", path=str(self._database.path))
        return self._writer.begin()

    @property
    def _alone(self) -> bool:
        """Whether what is due is done here: by no server, nor by whoever opened it without a provider."""
        return not self.served and self._duties.provider is not None

    def _look_for_due(self) -> None:
        """Every 30 s: the commands of the system that are due, and holds whose end met a full disk."""
        self.settle()
        self._lanes.jobs.put(self._find_due)
        self._lanes.store.later(_DUE_EVERY, self._look_for_due)

    def _find_due(self) -> None:
        """On the lane of jobs, so that nobody's command waits for it."""
        with suppress(DeskError), translated(self._database.path):
            at = self.clock.now()
            found = self._duties.due(at)
            self._lanes.store.put(partial(self._give_due, found, at))

    def _give_due(self, found: list[AutoClose | Due], at: Instant) -> None:
        with suppress(DeskError), translated(self._database.path):
            self._duties.do(found, at)

    def _carry_out(self) -> None:
        with suppress(DeskError), translated(self._database.path):  # what passed its last level runs by itself
            self._duties.carry_out(self.clock.now())

    def submit_due(self, at: Instant) -> int:
        """Submits what is due at that time; answers how many were. On the store's lane. Raises DeskError."""
        with translated(self._database.path):
            return self._duties.do(self._duties.due(at), at)

    def _tend_all(self) -> None:
        while self._tend():
            pass

    def _tend(self) -> bool:
        """Idle work: index what was written, seal the log."""
        with translated(self._database.path), self._begin() as connection:
            indexed = search.index_some(connection)
            sealed = 0 if self.served else seal.seal_some(connection)
        if indexed:
            self._watches.changed(frozenset({("search", "")}))
        return bool(indexed or sealed)

    # ------------------------------------------------------------------ the reader's lane

    def _answer(self, query: Query[T], deliver: Callable[[T], None], failed: Callable[[Failed], None] | None) -> None:
        try:
            result = self.look(query)
        except Exception as error:  # noqa: BLE001  (whoever asked is told)
            _LOG.warning("a question failed: %s", type(error).__name__)
            if failed is not None:
                self.tell(partial(failed, Failed(error)))
            return
        self.tell(partial(deliver, result))

    @contextmanager
    def _looking(self) -> Iterator[View]:
        """One moment of the desk through this person's eyes."""
        with translated(self._database.path), self._reader.connect() as connection:
            yield View(connection, self.person, self.clock.now(), self.scope, self.link)

    # ------------------------------------------------------------------ the lane of jobs

    def _run_job(self, work: Callable[[], T], then: Callable[[T], None], failed: Callable[[Exception], None]) -> None:
        try:
            result = work()
        except Exception as error:  # noqa: BLE001  (whoever gave the job is told)
            _LOG.warning("a job failed: %s", type(error).__name__)
            self.tell(partial(failed, error))
            return
        self.tell(partial(then, result))

    def _tell_file(self, work: Callable[[], FileRef], then: Callable[[FileRef | DeskError], None]) -> None:
        try:
            result: FileRef | DeskError = work()
        except DeskError as error:
            result = error
        self.tell(partial(then, result))

    def _file_ref(self, name: str, media_type: str, sha256: str, size: int, *, inline: bool) -> FileRef:
        self._keep(lambda c: marks.put_blob(c, sha256, size, self.clock.now()), "blob", sha256)
        return FileRef(
            id=self.clock.new_id(), name=name, size=size, media_type=media_type, sha256=sha256,
            content_id=sha256 if inline else "", inline=inline,
        )  # fmt: skip


def _cut_off(known: Served) -> Link:
    """Until somebody has reached the server."""
    return Link(state="offline", server=known.server, since=known.last_pull, last_pull=known.last_pull)
