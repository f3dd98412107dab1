"""A desk that speaks with its server: one thread pushes and pulls, one listens, one fetches files (architecture.md)."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from random import SystemRandom

from sqlalchemy import Connection

from agentdesk.desk.carrying import carriage_of
from agentdesk.desk.connecting import Account, sign_in_again
from agentdesk.desk.desk import Desk
from agentdesk.desk.port import Listener, Mode, RemoteFile
from agentdesk.desk.syncing import Syncing
from agentdesk.desk.worker import Worker
from agentdesk.domain.values import Id
from agentdesk.store import marks
from agentdesk.store.arriving import Arriving, WrongContent
from agentdesk.store.base import NOTHING, Changed
from agentdesk.store.wishes import Wish, is_wished, set_wish
from agentdesk.sync.engine import Condition
from agentdesk.sync.transport import Broken, SignInNeeded, TransportError
from agentdesk.wire import PresenceReply, PresenceRequest

_AGAIN, _SIGNED_OUT = 10.0, 60.0
"""Seconds at most until listening is tried again; with jitter, for many desks lose a server at once."""


@dataclass
class _Wish:
    """A file that somebody wants, until they drop it; the lane of files looks between two pieces."""

    dropped: bool = False

    def drop(self) -> None:
        self.dropped = True


class Online:
    """All methods return at once. `stop()` before the desk is closed."""

    def __init__(self, desk: Desk, account: Account) -> None:
        self._desk, self._account = desk, account
        self._over = False
        self._hang_up: Callable[[], None] = lambda: None
        self._offline = desk.transact(lambda connection: (is_wished(connection, Wish.OFFLINE), NOTHING))
        self._listening, self._fetching = Worker("events"), Worker("transfer")
        mouth = account.transport()
        self.syncing = Syncing(desk, mouth, Worker("sync"), carriage=carriage_of(desk, account, mouth))
        self.syncing.set_offline(self._offline)
        self._ear, self._hand, self._side = (account.transport() for _ in range(3))
        """One for each lane: events, files, jobs."""
        desk.sync = self
        self._turn = 0
        self._listen_anew()

    def retry_now(self) -> None:
        self.syncing.retry_now()

    def set_offline(self, offline: bool) -> None:
        """By wish of the person; it outlives the program."""
        self._offline = offline
        self.syncing.set_offline(offline)
        self._hang_up() if offline else self._listen_anew()
        self._desk.job(lambda: self._keep_wish(Wish.OFFLINE, offline), lambda _: None, lambda _: None)

    def sign_out(self, then: Callable[[], None]) -> None:
        """The tokens are forgotten here at once; that the server hears of it is not waited for long."""

        def job() -> None:
            with suppress(TransportError):
                self._side.sign_out()
            self._keep_wish(Wish.SIGNED_OUT, True)

        self._desk.job(job, lambda _: then(), lambda _: then())

    def sign_in(
        self, user_name: str, password: str, then: Callable[[], None], failed: Callable[[Exception], None]
    ) -> None:
        """The same person again, after their sign-in has ended; what waits goes out then."""

        def signed_in(_: None) -> None:
            self.syncing.signed_in()
            self._listen_anew()
            then()

        def job() -> None:
            sign_in_again(self._account, user_name, password)
            self._keep_wish(Wish.SIGNED_OUT, False)

        self._desk.job(job, signed_in, failed)

    def presence(self, ticket: Id, mode: Mode, then: Callable[[PresenceReply | None], None]) -> None:
        """Says every 20 s what its person does there, and hears who else is; None when nobody can know."""
        asked = PresenceRequest(ticket=ticket, mode=mode)
        self._desk.job(partial(self._side.presence, asked), then, lambda _: then(None))

    def company(self, tickets: Sequence[Id], then: Callable[[PresenceReply | None], None]) -> None:
        asked = PresenceRequest(around=list(tickets))
        self._desk.job(partial(self._side.presence, asked), then, lambda _: then(None))

    def fetch(self, file: RemoteFile, listener: Listener) -> Callable[[], None]:
        """Brings the bytes of an attachment here, checked against their hash, from where they broke off.

        What is answered stops it, and then nobody is told any more.
        """
        wish = _Wish()

        def job() -> None:
            try:
                self._bring(file, listener, wish)
            except Exception as error:  # noqa: BLE001  (whoever asked is told)
                if not wish.dropped:
                    self._desk.tell(partial(listener.failed, error))

        self._fetching.put(job)
        return wish.drop

    def stop(self) -> None:
        self._over = True
        self._desk.sync = None
        self._hang_up()
        self.syncing.stop()
        for lane in (self._listening, self._fetching):
            lane.stop()
        for transport in (self._ear, self._hand, self._side):
            transport.close()

    # ------------------------------------------------------------------ the lane of events

    def _listen_anew(self) -> None:
        """What was planned before is not done any more."""
        self._turn += 1
        self._listening.put(partial(self._listen, self._turn))

    def _listen(self, turn: int) -> None:
        if self._silent() or turn != self._turn:
            return
        wait = _AGAIN
        try:
            self._ear.listen(self.syncing.wake, self._begun)
        except SignInNeeded:
            wait = _SIGNED_OUT
        except TransportError:
            pass
        finally:
            self._hang_up = lambda: None
            self.syncing.wake()  # the window should know within a second that the server has gone, also with farewell
        self._listening.later(SystemRandom().uniform(0.1, wait), partial(self._listen, turn))

    def _begun(self, hang_up: Callable[[], None]) -> None:
        """Whoever answers here is there: what waits for another try need not wait longer."""
        self._hang_up = hang_up
        if self._silent():
            hang_up()
        elif self.syncing.status.condition is Condition.OFFLINE:
            self.syncing.retry_now()

    def _silent(self) -> bool:
        return self._over or self._offline

    # ------------------------------------------------------------------ the lane of files

    def _bring(self, file: RemoteFile, listener: Listener, wish: _Wish) -> None:
        """Raises TransportError, DeskError. A server that sends another file, or without end, is not believed."""
        if self._desk.blobs.size(file.sha256) == file.size:  # it was asked for twice, or lies in two messages
            self._desk.tell(listener.done)
            return
        arriving = Arriving(self._desk.blobs, file.sha256, file.size)
        try:
            while arriving.offset < file.size:
                if wish.dropped or self._over:
                    return
                arriving.add(self._piece(file, arriving.offset))
                self._desk.tell(partial(listener.step, arriving.offset))
            arriving.finish()
        except WrongContent as error:
            raise Broken("wrong-file") from error
        self._note_here(file)
        self._desk.tell(listener.done)

    def _piece(self, file: RemoteFile, offset: int) -> bytes:
        piece = self._hand.download(file.id, offset)
        if not piece:
            raise Broken("wrong-file")
        return piece

    def _note_here(self, file: RemoteFile) -> None:
        def note(connection: Connection) -> tuple[None, Changed]:
            marks.put_blob(connection, file.sha256, file.size, self._desk.clock.now())
            return None, frozenset({("blob", file.sha256)})

        self._desk.transact(note)

    def _keep_wish(self, wish: Wish, wished: bool) -> None:
        def keep(connection: Connection) -> tuple[None, Changed]:
            set_wish(connection, wish, wished=wished)
            return None, NOTHING

        self._desk.transact(keep)
