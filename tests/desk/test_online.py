"""A desk with its threads against a real server: news, files, presence, offline by wish, sign-out."""

import hashlib
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

import pytest

from agentdesk import paths
from agentdesk.desk import Desk, carrying, online, open_desk
from agentdesk.desk.carrying import Carriage, Running, carriage_of, started
from agentdesk.desk.connecting import Account, CannotConnect, Joining, join, wipe
from agentdesk.desk.elsewhere import other_desks
from agentdesk.desk.online import Online
from agentdesk.desk.port import Listener, RemoteFile
from agentdesk.desk.queries.link import LinkOf
from agentdesk.desk.queries.outbox import Outbox
from agentdesk.desk.queries.tickets import TicketIds
from agentdesk.domain.commands import SubmitTicket
from agentdesk.domain.values import Id
from agentdesk.server.accounts import set_password
from agentdesk.server.app import app_of
from agentdesk.server.database import connect, writing
from agentdesk.server.migrate import migrate
from agentdesk.server.service import Service
from agentdesk.server.settings import Settings
from agentdesk.store.database import FILE
from agentdesk.sync import backoff
from agentdesk.sync.http import PIECE_BYTES, HttpTransport
from agentdesk.sync.network import DIRECT
from agentdesk.sync.transport import Broken, Unreachable
from agentdesk.sync.vault import Vault
from agentdesk.wire import PresenceReply
from tests.builders import JONAS, MARA, NOAH, NOON
from tests.server.doors import Door, listening, replica
from tests.server.worlds import World, furnish

T = TypeVar("T")
PASSWORD = "three grey donkeys"
LONGEST = 60
MANY = 230
"""Tickets of more than one page."""


@pytest.fixture
def door(tmp_path: Path) -> Iterator[Door]:
    url = f"sqlite:///{tmp_path / 'server.sqlite'}"
    migrate(url)
    engine = connect(url)
    furnish(engine)
    with writing(engine) as connection:
        for person in (MARA, JONAS):
            set_password(connection, person, PASSWORD, NOON)
    with replica(engine, busy=True) as one:
        yield one
    engine.dispose()


@pytest.fixture
def world(door: Door) -> World:
    return World(door.service.engine)


class Seat:
    """A person's desk, online; answers come on whatever thread they come."""

    def __init__(self, place: Path, door: Door, user_name: str) -> None:
        self.account = join(place, Joining(door.address, user_name, PASSWORD), Vault(lambda: None), DIRECT)
        self.desk: Desk = open_desk(place)
        self.desk.post = lambda job: job()
        self._news = threading.Condition()
        followed = (LinkOf(), Outbox(), TicketIds("support.all"))
        self._watches = [self.desk.watch(query, self._note) for query in followed]
        self.online = Online(self.desk, self.account)

    def close(self) -> None:
        self.online.stop()
        self.desk.close()

    def wait(self, until: Callable[[], bool]) -> None:
        with self._news:
            assert self._news.wait_for(until, LONGEST)

    def state(self, state: str) -> None:
        self.wait(lambda: self.desk.link.state == state)

    def tickets(self) -> int:
        return len(self.desk.look(TicketIds("support.all")).ids)

    def answer(self, ask: Callable[[Callable[[T], None]], object]) -> T:
        """What is told back."""
        told: list[T] = []

        def then(*said: Any) -> None:
            with self._news:
                told.append(said[0] if said else None)
                self._news.notify_all()

        ask(then)
        self.wait(lambda: bool(told))
        return told[0]

    def _note(self, *_: object) -> None:
        with self._news:
            self._news.notify_all()


@pytest.fixture
def seated(door: Door, tmp_path: Path) -> Iterator[Callable[[str], Seat]]:
    with ExitStack() as stack:

        def sit(user_name: str) -> Seat:
            seat = Seat(tmp_path / user_name, door, user_name)
            stack.callback(seat.close)
            seat.state("online")
            return seat

        yield sit


def listener(then: Callable[..., None], steps: list[int] | None = None) -> Listener:
    return Listener(steps.append if steps is not None else lambda _: None, lambda: then("kept"), then)


def test_news_comes_without_being_asked_for(world: World, seated: Callable[[str], Seat]) -> None:
    mara = seated("mara.lindt")
    world.filed()
    mara.wait(lambda: mara.tickets() == 1)
    assert mara.tickets() == 1


@dataclass
class Processes:
    """The carriers that were begun, and what everybody on this computer could read of them."""

    begun: list[Any] = field(default_factory=list)
    shown: list[bytes] = field(default_factory=list)

    def carriage(self, desk: Desk, account: Account, transport: HttpTransport) -> Carriage:
        made = carriage_of(desk, account, transport)
        made._start = self._start
        return made

    def _start(self, *given: Any) -> Running:
        process: Any = started(*given)
        self.begun.append(process)
        proc = Path(f"/proc/{process.pid}")
        self.shown += [proc.joinpath(name).read_bytes() for name in ("cmdline", "environ") if proc.exists()]
        return process

    def die_in_their_turn(self, turn: Callable[..., Any], *given: Any) -> Any:
        self.begun[0].kill()
        self.begun[0].join()
        return turn(*given)


@pytest.fixture
def processes(monkeypatch: pytest.MonkeyPatch, world: World) -> Processes:
    monkeypatch.setattr(carrying, "PAGES_HERE", 1)
    made = Processes()
    monkeypatch.setattr(online, "carriage_of", made.carriage)
    for _ in range(MANY):
        world.filed()
    return made


def test_a_long_beginning_is_read_by_a_process_of_its_own(processes: Processes, seated: Callable[[str], Seat]) -> None:
    mara = seated("mara.lindt")
    assert mara.tickets() == MANY
    processes.begun[0].join(LONGEST)
    assert [process.exitcode for process in processes.begun] == [0]
    token = mara.account.signed_in._access
    assert token
    assert all(token.encode() not in shown for shown in processes.shown)


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL")
def test_a_killed_carrier_is_done_without(
    processes: Processes, seated: Callable[[str], Seat], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(carrying, "_turn", partial(processes.die_in_their_turn, carrying._turn))
    mara = seated("mara.lindt")
    assert mara.tickets() == MANY
    assert len(processes.begun) == 1


def test_a_server_that_is_back_is_found_by_whoever_listens_however_long_sync_would_wait(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    url = f"sqlite:///{tmp_path / 'server.sqlite'}"
    migrate(url)
    engine = connect(url)
    furnish(engine)
    with writing(engine) as connection:
        set_password(connection, MARA, PASSWORD, NOON)
    monkeypatch.setattr(online, "_AGAIN", 0.3)
    monkeypatch.setattr(backoff, "pause", lambda failures, rng: 3_600_000)
    with replica(engine) as door:
        mara = Seat(tmp_path / "mara", door, "mara.lindt")
        mara.state("online")
    try:
        mara.state("offline")
        with listening(app_of(Service(engine)), Settings(port=int(door.address.rpartition(":")[2]))):
            mara.state("online")
            mara.close()
    finally:
        engine.dispose()


def test_offline_by_wish_hears_nothing_and_outlives_the_program(
    world: World, door: Door, tmp_path: Path, seated: Callable[[str], Seat]
) -> None:
    mara = seated("mara.lindt")
    mara.online.set_offline(True)
    mara.state("offline")
    world.filed()
    mara.close()
    again = Seat(tmp_path / "mara.lindt", door, "mara.lindt")
    try:
        again.wait(lambda: again.desk.link.code == "by-choice")
        assert again.tickets() == 0
        again.online.set_offline(False)
        again.wait(lambda: again.tickets() == 1)
    finally:
        again.close()


def test_a_file_is_fetched_and_a_wrong_one_is_not_believed(
    world: World, door: Door, seated: Callable[[str], Seat]
) -> None:
    content = b"words\n" * 200_000
    ref = _attached(world, content)
    mara = seated("mara.lindt")
    true = RemoteFile(ref, hashlib.sha256(content).hexdigest(), len(content))
    lie = RemoteFile(ref, "ab" * 32, len(content))
    assert isinstance(mara.answer(lambda then: mara.online.fetch(lie, listener(then))), Broken)
    assert mara.answer(lambda then: mara.online.fetch(true, listener(then))) == "kept"
    assert mara.desk.blobs.read(true.sha256) == content


def test_a_download_that_broke_goes_on_where_it_stopped_and_one_that_is_stopped_says_nothing_more(
    world: World, door: Door, seated: Callable[[str], Seat], monkeypatch: pytest.MonkeyPatch
) -> None:
    content = bytes(range(256)) * 6_000
    file = RemoteFile(_attached(world, content), hashlib.sha256(content).hexdigest(), len(content))
    mara = seated("mara.lindt")
    asked: list[int] = []
    download = HttpTransport.download

    def breaking(self: HttpTransport, attachment: str, offset: int) -> bytes:
        asked.append(offset)
        if len(asked) == 3:
            raise Unreachable
        return download(self, attachment, offset)

    monkeypatch.setattr(HttpTransport, "download", breaking)
    steps: list[int] = []
    told = Listener(steps.append, lambda: steps.append(0), lambda _: steps.append(-1))
    stop = mara.online.fetch(file, told)
    stop()
    assert isinstance(mara.answer(lambda then: mara.online.fetch(file, listener(then, steps))), Unreachable)
    assert mara.answer(lambda then: mara.online.fetch(file, listener(then, steps))) == "kept"
    assert asked == [0, PIECE_BYTES, 2 * PIECE_BYTES, 2 * PIECE_BYTES]
    assert steps == [PIECE_BYTES, 2 * PIECE_BYTES, len(content)]
    assert mara.desk.blobs.read(file.sha256) == content
    assert not mara.desk.blobs.unfinished(file.sha256).exists()


def test_presence_tells_who_else_is_there_and_unknown_when_nobody_answers(
    world: World, door: Door, seated: Callable[[str], Seat]
) -> None:
    ticket = world.filed()
    mara, jonas = seated("mara.lindt"), seated("jonas.beck")
    mara.answer(lambda then: mara.online.presence(ticket, "writing", then))
    told = jonas.answer(lambda then: jonas.online.presence(ticket, "viewing", then))
    assert told == PresenceReply(others=[(MARA, "writing")])
    hidden: Id = world.new_id()
    assert jonas.answer(lambda then: jonas.online.presence(hidden, "viewing", then)) is None


def test_s5_who_is_signed_out_keeps_what_waits_and_sends_it_after_signing_in(
    world: World, door: Door, seated: Callable[[str], Seat]
) -> None:
    mara = seated("mara.lindt")
    mara.answer(lambda then: mara.online.sign_out(lambda: then("out")))
    mara.online.retry_now()
    mara.state("signed_out")
    filed = SubmitTicket(
        ticket=world.new_id(), message=world.new_id(), source="agentdesk", subject="x", body_html="<p>It hums.</p>"
    )
    assert mara.desk.play([mara.desk.envelope(filed)]).done
    assert [row.state for row in mara.desk.look(Outbox())] == ["queued"]
    mara.answer(lambda then: mara.online.sign_in("mara.lindt", PASSWORD, lambda: then("in"), then))
    mara.wait(lambda: not mara.desk.look(Outbox()))
    assert world.ticket(filed.ticket).requester == MARA


def test_other_desks_of_this_computer_are_told_with_what_waits_there(
    world: World, door: Door, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(paths, "data_dir", lambda: tmp_path)
    mara = Seat(tmp_path / "accounts" / "mara", door, "mara.lindt")
    mara.state("online")
    mara.online.set_offline(True)
    mara.state("offline")
    filed = SubmitTicket(
        ticket=world.new_id(), message=world.new_id(), source="agentdesk", subject="x", body_html="<p>It hums.</p>"
    )
    assert mara.desk.play([mara.desk.envelope(filed)]).done
    (tmp_path / "accounts" / "broken").mkdir()
    (tmp_path / "accounts" / "broken" / FILE).write_text("no desk")
    open_desk(tmp_path / "desk").close()
    told = other_desks(tmp_path / "desk")
    assert [(one.directory.name, one.server, one.user_name, one.waiting) for one in told] == [
        ("mara", door.address, "mara.lindt", 1)
    ]
    assert [one.directory.name for one in other_desks(mara.desk.directory)] == ["desk"]
    mara.close()


def test_c16_a_desk_that_was_signed_out_of_is_shown_to_nobody_until_its_person_has_signed_in(
    world: World, door: Door, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(paths, "data_dir", lambda: tmp_path)
    open_desk(tmp_path / "desk").close()
    mara = Seat(tmp_path / "accounts" / "mara", door, "mara.lindt")
    here = tmp_path / "desk"
    assert len(other_desks(here)) == 1
    mara.answer(lambda then: mara.online.sign_out(lambda: then("out")))
    assert other_desks(here) == ()
    mara.answer(lambda then: mara.online.sign_in("mara.lindt", PASSWORD, lambda: then("in"), then))
    assert len(other_desks(here)) == 1
    mara.answer(lambda then: mara.online.sign_out(lambda: then("out")))
    mara.close()
    assert other_desks(here) == ()
    Seat(tmp_path / "accounts" / "mara", door, "mara.lindt").close()
    assert len(other_desks(here)) == 1


def test_c16_after_signing_out_nothing_of_the_desk_is_left(
    world: World, door: Door, tmp_path: Path, seated: Callable[[str], Seat]
) -> None:
    content = b"words\n" * 1_000
    ref = _attached(world, content)
    mara = seated("mara.lindt")
    file = RemoteFile(ref, hashlib.sha256(content).hexdigest(), len(content))
    assert mara.answer(lambda then: mara.online.fetch(file, listener(then))) == "kept"
    mara.answer(lambda then: mara.online.sign_out(lambda: then("out")))
    mara.close()
    wipe(tmp_path / "mara.lindt")
    left = [path for path in (tmp_path / "mara.lindt").rglob("*") if path.is_file()]
    assert not [path for path in left if path.read_bytes()]
    again = Seat(tmp_path / "mara.lindt", door, "mara.lindt")
    again.state("online")
    again.close()


def test_c16_a_desk_that_works_alone_is_never_wiped(tmp_path: Path) -> None:
    open_desk(tmp_path / "alone").close()
    with pytest.raises(CannotConnect, match="desk-works-alone"):
        wipe(tmp_path / "alone")
    open_desk(tmp_path / "alone").close()


def _attached(world: World, content: bytes) -> Id:
    """A file of Noah's at a ticket of his."""
    ref = world.uploaded(content)
    world.done(world.reply(world.filed(), files=(ref,)), NOAH)
    return ref.id
