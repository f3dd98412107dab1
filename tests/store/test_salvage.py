"""A damaged file: the desk opens with a sentence, what can be read is there, and the old file lies beside it."""

import random
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

import pytest
from sqlalchemy import select

from agentdesk.clock import SetClock
from agentdesk.desk import Desk, Draft, open_desk
from agentdesk.desk.doctor import examine
from agentdesk.desk.queries.library import DraftOf
from agentdesk.desk.queries.outbox import Outbox
from agentdesk.desk.queries.search import Search
from agentdesk.desk.queries.thread import Thread
from agentdesk.desk.queries.tickets import TicketIds, TicketRowsById
from agentdesk.desk.worker import Inline
from agentdesk.domain.commands import HandleTicket, Reply
from agentdesk.domain.values import DAY, Id
from agentdesk.records.types import id_bytes
from agentdesk.store.database import FILE, clean_mark
from agentdesk.store.errors import DeskError
from agentdesk.store.schema import BLOB, VERSION
from tests.builders import NOAH, NOON, SECOND
from tests.desk.served import ServedStage
from tests.desk.stage import Stage, stepped
from tests.desks import all_of, inline_desk

PAGE = 4_096
TICKETS = 25
Damage = Callable[[bytes], bytes]


@dataclass(frozen=True)
class Work:
    """What was on the desk before the damage."""

    directory: Path
    tickets: tuple[Id, ...]

    @property
    def path(self) -> Path:
        return self.directory / FILE

    def damage(self, how: Damage) -> bytes:
        content = how(self.path.read_bytes())
        self.path.write_bytes(content)
        return content

    def copy(self, directory: Path) -> "Work":
        return Work(Path(shutil.copytree(self.directory, directory)), self.tickets)


def _work(stage: Stage) -> tuple[Id, ...]:
    tickets = tuple(stage.ticket(f"Ticket {number}") for number in range(TICKETS))
    for number, ticket in enumerate(tickets):
        stage.reply(ticket, f"Answer {number} " + "words " * 100)
        stage.desk.save_draft(Draft(key=ticket, kind="note", body=f"Draft {number}"))
    stage.reply(tickets[0], "Held", hold=8 * SECOND)
    stage.desk.keep_bytes("a.txt", "text/plain", b"attached")
    stage.desk.rest()
    return tickets


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Work:
    """One file with a held reply in it, as after a kill that came when all was in the main file."""
    directory = tmp_path_factory.mktemp("whole") / "desk"
    stage = stepped(directory)
    tickets = _work(stage)
    stage.desk._database.abandon()
    connection = sqlite3.connect(directory / FILE)
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()
    return Work(directory, tickets)


@pytest.fixture
def work(whole: Work, tmp_path: Path) -> Work:
    return whole.copy(tmp_path / "desk")


def zeroed(start: int, length: int) -> Damage:
    return lambda content: content[:start] + bytes(length) + content[start + length :]


def garbage(start: int, length: int) -> Damage:
    return lambda content: content[:start] + random.Random(start).randbytes(length) + content[start + length :]


def every_tenth_page(content: bytes) -> bytes:
    for page in range(9, len(content) // PAGE, 10):
        content = zeroed(page * PAGE, PAGE)(content)
    return content


def kept_messages(desk: Desk, work: Work) -> int:
    pages = [desk.look(Thread(ticket, 1_000)) for ticket in work.tickets]
    return sum(m.body_text.startswith("Answer") for page in pages if page for m in page.messages)


def kept_drafts(desk: Desk, work: Work) -> int:
    return sum(desk.look(DraftOf(ticket, "note")) is not None for ticket in work.tickets)


def check_works(desk: Desk) -> None:
    """A day goes on: work comes in, is answered, found and counted; and the desk is sound."""
    stage = Stage(desk, desk.clock, None)  # type: ignore[arg-type]
    ticket = stage.ticket("Afterwards")
    assert stage.reply(ticket, "Immediately").done
    desk.rest()
    assert [hit.row.id for hit in desk.look(Search("immediately")).hits] == [ticket]
    assert desk.look(TicketIds("support.all")).total >= 1
    assert desk.look(Outbox()) == ()
    desk.close()
    assert [finding for finding in examine(desk.directory) if not finding.good] == []


def opened(directory: Path) -> Desk:
    """A day later, with ids that are not there yet."""
    return inline_desk(directory, clock=SetClock(NOON + DAY, seed=50_000))


def mended(work: Work) -> Desk:
    desk = opened(work.directory)
    assert [notice.code for notice in desk.notices] == ["desk-damaged"]
    return desk


DAMAGES: dict[str, Damage] = {
    "zeros in the middle": lambda content: zeroed(len(content) // 2, 3 * PAGE)(content),
    "garbage in the middle": lambda content: garbage(len(content) // 3, PAGE)(content),
    "every tenth page gone": every_tenth_page,
    "cut in half": lambda content: content[: len(content) // 2],
    # not within the last one: that may be a page in which nothing is
    "cut within a page": lambda content: content[: len(content) * 9 // 10 // PAGE * PAGE + PAGE // 2],
    "cut to a few bytes": lambda content: content[:10],
    "no header": zeroed(0, 100),
    "a header of garbage": garbage(0, 100),
    "no first page": zeroed(0, PAGE),
    "nothing but zeros": lambda content: bytes(len(content)),
    "empty": lambda _: b"",
}


@pytest.mark.parametrize("name", DAMAGES)
def test_a_damaged_desk_opens_says_so_works_and_keeps_the_old_file(name: str, work: Work) -> None:
    content = work.damage(DAMAGES[name])
    desk = mended(work)
    moved = Path(str(desk.notices[0].data["moved"]))
    assert moved.read_bytes() == content
    check_works(desk)
    again = opened(work.directory)
    assert again.notices == []
    again.close()


def test_what_a_bad_page_does_not_hold_is_all_there(whole: Work, tmp_path: Path) -> None:
    """Each page in turn is lost: what was lying in it is gone, and nothing more."""
    pages = whole.path.stat().st_size // PAGE
    with closing(sqlite3.connect(whole.path)) as connection:
        held = dict(connection.execute("SELECT pageno, ncell FROM dbstat WHERE name = 'draft' AND pagetype = 'leaf'"))
    messages = []
    for page in {*range(1, pages, max(1, pages // 4)), *held}:
        work = whole.copy(tmp_path / f"page{page}")
        work.damage(garbage((page - 1) * PAGE, PAGE))
        desk = opened(work.directory)
        assert kept_drafts(desk, work) == TICKETS - held.get(page, 0), page
        messages.append(kept_messages(desk, work))
        desk.close()
    assert sum(count == TICKETS for count in messages) >= len(messages) * 3 // 4, messages
    assert min(messages) > TICKETS // 2, messages


def test_a_held_reply_survives_the_mending(work: Work) -> None:
    """It is settled by the start after it, as after any kill."""
    work.damage(lambda content: content + b"torn")
    clean_mark(work.directory).unlink(missing_ok=True)
    work.damage(lambda content: zeroed(len(content) // PAGE * PAGE - PAGE, PAGE)(content))
    desk = opened(work.directory)
    bodies = [m.body_text for m in desk.look(Thread(work.tickets[0], 99)).messages]  # type: ignore[union-attr]
    assert "Held" in bodies
    assert desk.look(Outbox()) == ()
    desk.close()


@pytest.fixture(scope="module")
def killed(tmp_path_factory: pytest.TempPathFactory) -> Work:
    """What a killed process leaves whose whole work was in the journal."""
    stage = stepped(tmp_path_factory.mktemp("alive") / "desk")
    with stage.desk._database.writer.connect() as connection:
        connection.connection.driver_connection.execute("PRAGMA wal_autocheckpoint=0")  # type: ignore[union-attr]
    tickets = _work(stage)
    directory = tmp_path_factory.mktemp("killed") / "desk"
    shutil.copytree(stage.desk.directory, directory)
    stage.desk.close()
    return Work(directory, tickets)


def noise_in_the_journal(work: Work, part: float) -> None:
    journal = work.path.with_name(f"{FILE}-wal")
    content = journal.read_bytes()
    journal.write_bytes(garbage(int(len(content) * part), PAGE)(content))


@pytest.mark.parametrize("part", [0.1, 0.5, 0.9])
def test_after_a_power_loss_the_journal_ends_where_it_is_torn(part: float, killed: Work, tmp_path: Path) -> None:
    """What came after it was never promised; the file itself is whole."""
    work = killed.copy(tmp_path / "desk")
    work.path.with_name(f"{FILE}-shm").unlink()
    noise_in_the_journal(work, part)
    desk = opened(work.directory)
    found = desk.look(TicketIds("support.all")).total
    assert found <= TICKETS
    assert desk.notices == []
    check_works(desk)


@pytest.mark.parametrize("part", [0.1, 0.5, 0.9])
def test_noise_in_the_journal_of_a_killed_program_costs_no_draft(part: float, killed: Work, tmp_path: Path) -> None:
    work = killed.copy(tmp_path / "desk")
    noise_in_the_journal(work, part)
    desk = mended(work)
    assert kept_drafts(desk, work) == TICKETS
    check_works(desk)


def test_a_whole_journal_is_no_damage(killed: Work, tmp_path: Path) -> None:
    work = killed.copy(tmp_path / "desk")
    desk = opened(work.directory)
    assert desk.notices == []
    assert kept_drafts(desk, work) == kept_messages(desk, work) == TICKETS
    desk.close()


def test_damage_that_is_only_met_at_work_is_told_and_mended_at_the_next_start(work: Work) -> None:
    """The file was closed well, so nobody looked closer when it was opened."""
    opened(work.directory).close()
    connection = sqlite3.connect(work.path)
    pages = [row[0] for row in connection.execute("SELECT pageno FROM dbstat WHERE name = 'draft'")]
    connection.close()
    for page in pages:
        work.damage(zeroed((page - 1) * PAGE, PAGE))
    desk = opened(work.directory)
    troubles: list[str] = []
    desk.trouble = lambda error: troubles.append(error.code)
    desk.save_draft(Draft(key=work.tickets[0], kind="note", body="More"))
    assert set(troubles) == {"desk-damaged"}
    desk.close()
    check_works(mended(work))


def test_two_damages_in_one_second_are_kept_apart(work: Work, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("agentdesk.desk.opening.time.strftime", lambda _: "20261126-120000")
    for _ in range(3):
        work.damage(zeroed(0, PAGE))
        desk = mended(work)
        desk._database.abandon()
    assert {path.name for path in work.directory.glob("damaged-*.sqlite")} == {
        f"damaged-20261126-120000{tail}.sqlite" for tail in ("", "-2", "-3")
    }


def test_attachments_are_here_although_their_table_is_gone(work: Work) -> None:
    _zero_the_tables(work.path, "blob")
    desk = mended(work)
    with desk._database.reader.connect() as connection:
        rows = connection.execute(select(BLOB.c.sha256, BLOB.c.size)).all()
    assert rows == [(sha256(b"attached").hexdigest(), len(b"attached"))]
    desk.close()


def test_a_damaged_file_of_a_newer_version_is_left_to_that_version(work: Work) -> None:
    with closing(sqlite3.connect(work.path)) as connection:
        connection.execute(f"PRAGMA user_version={VERSION + 1}")
    content = work.damage(DAMAGES["garbage in the middle"])
    with pytest.raises(DeskError, match="desk-newer"):
        opened(work.directory)
    assert work.path.read_bytes() == content


def test_a_kill_between_the_two_renames_is_made_good(work: Work) -> None:
    """The old file is moved aside, the new one lies ready and has not taken its place yet."""
    ready = work.directory / "desk.mended"
    shutil.copytree(work.directory, ready, ignore=shutil.ignore_patterns("desk.mended", "blobs"))
    clean_mark(ready).touch()
    work.path.rename(work.directory / "damaged-before.sqlite")
    desk = opened(work.directory)
    assert kept_drafts(desk, work) == TICKETS
    assert not ready.exists()
    desk.close()


def test_half_a_mended_file_is_thrown_away(work: Work) -> None:
    ready = work.directory / "desk.mended"
    ready.mkdir()
    (ready / FILE).write_bytes(b"half of it")
    desk = opened(work.directory)
    assert desk.notices == []
    assert not ready.exists()
    assert kept_messages(desk, work) == TICKETS
    desk.close()


def test_what_a_served_desk_lost_comes_again_and_what_waits_there_goes_out(tmp_path: Path) -> None:
    clock = SetClock(NOON)
    stage = ServedStage(tmp_path / "desk", clock)
    ticket = stage.world.filed(NOAH)
    stage.world.done(HandleTicket(ticket=ticket), stage.person)
    stage.join()
    stage.cut()
    reply = Reply(ticket=ticket, message=clock.new_id(), body_html="<p>Written offline</p>")
    assert stage.do(reply).done
    stage.desk.save_draft(Draft(key=ticket, kind="note", body="Half a note"))
    stage.loop.stop()
    stage.desk.close()
    _zero_the_tables(stage.directory / FILE, "ticket", "message", "person", "source")
    stage.desk = open_desk(stage.directory, worker=Inline, clock=clock)
    stage.desk.post = lambda job: job()
    assert [notice.code for notice in stage.desk.notices] == ["desk-damaged"]
    stage.cable.cut = False
    stage.join()
    draft, thread = stage.desk.look(DraftOf(ticket, "note")), stage.desk.look(Thread(ticket, 99))
    assert draft is not None
    assert draft.body == "Half a note"
    assert thread is not None
    assert {m.id for m in thread.messages} == {m.id for m in stage.world.find("message", ticket=ticket)}
    assert reply.message in {message.id for message in thread.messages}
    with stage.desk._database.reader.connect() as connection:
        people = {person.id for person in all_of(connection, "person")}
    assert people == {person.id for person in stage.world.find("person")}
    stage.close()


def _zero_the_tables(path: Path, *tables: str) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        asked = "SELECT pageno FROM dbstat WHERE name = ?"
        numbers = [number for table in tables for (number,) in connection.execute(asked, (table,))]
    content = path.read_bytes()
    for number in numbers:
        content = zeroed((number - 1) * PAGE, PAGE)(content)
    path.write_bytes(content)
    clean_mark(path.parent).unlink(missing_ok=True)


def test_a_thread_whose_ticket_is_lost_has_one_again(work: Work) -> None:
    with closing(sqlite3.connect(work.path)) as connection:
        connection.execute("DELETE FROM ticket WHERE id = ?", (id_bytes(work.tickets[3]),))
        connection.commit()
    work.damage(garbage(5 * PAGE, PAGE))
    desk = mended(work)
    row = desk.look(TicketRowsById((work.tickets[3],)))[work.tickets[3]]
    assert (row.source, row.number != "") == ("desk", True)
    page = desk.look(Thread(row.id, 1_000))
    assert page is not None
    assert any(message.body_text.startswith("Answer 3") for message in page.messages)
    check_works(desk)


def test_whoever_was_typing_finds_their_words_under_the_same_name_again(work: Work) -> None:
    with closing(sqlite3.connect(work.path)) as connection:
        connection.execute("DELETE FROM person WHERE user_name <> 'system'")
        connection.commit()
    work.damage(garbage(5 * PAGE, PAGE))
    desk = mended(work)
    assert kept_drafts(desk, work) > 0
    desk.close()
