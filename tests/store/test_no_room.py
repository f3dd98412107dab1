"""The disk is full: at every place that writes, whoever asked is told, nothing is called saved, and it goes on later.

The limit is the system's own on the size of files, so SQLite and Python meet a disk that takes no byte more (T16).
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from agentdesk import settings
from agentdesk.desk import Desk, DeskError, Draft
from agentdesk.desk.doctor import examine
from agentdesk.desk.exporting import Wanted, export_list, export_ticket
from agentdesk.desk.importing import Importer
from agentdesk.desk.queries.library import DraftOf
from agentdesk.desk.queries.outbox import Outbox, Returned
from agentdesk.desk.queries.thread import Thread
from agentdesk.desk.queries.tickets import TicketIds
from agentdesk.domain.commands import AddNote, HandleTicket, ReceiveEmail, Reply, SavePerson, SaveSource, SetPriority
from agentdesk.domain.values import DAY, Id, Priority
from agentdesk.store import seal, search
from agentdesk.store.database import FILE
from tests.builders import SECOND, a_file, an_id
from tests.desk.stage import Mailbox, Stage, stepped
from tests.desks import all_of, inline_desk
from tests.store.tables import contents

resource: Any = pytest.importorskip("resource", reason="limits of POSIX")
HOLD = 8 * SECOND


@contextmanager
def no_room() -> Iterator[None]:
    """No file of this process may grow or be written."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


@dataclass
class Site:
    """One place that writes. `act` answers the code of the trouble it was told, or an empty text."""

    act: Callable[[], str]
    done: Callable[[], bool]


def told(desk: Desk, call: Callable[..., None], **options: Any) -> str:
    """What a call tells: by its answer, by the desk's trouble or by raising."""
    troubles: list[str] = []
    desk.trouble = lambda error: troubles.append(error.code)
    try:
        call(**options)
    except DeskError as error:
        troubles.append(error.code)
    return " ".join(troubles)


def answered(stage: Stage, *commands: Any, **options: Any) -> str:
    outcome = stage.do(*commands, **options)
    assert outcome.refusal is None, outcome
    return outcome.trouble.code if outcome.trouble else ""


def said(stage: Stage, ticket: Id) -> int:
    page = stage.desk.look(Thread(ticket, 100))
    assert page is not None
    return sum(message.body_html in ("<p>Yes</p>", "<p>Hm</p>") for message in page.messages)


def a_reply(stage: Stage, ticket: Id, **more: Any) -> Reply:
    return Reply(ticket=ticket, message=stage.desk.clock.new_id(), body_html="<p>Yes</p>", **more)


# ---------------------------------------------------------------------- the sites


def a_command(stage: Stage) -> Site:
    ticket = stage.ticket()
    return Site(lambda: answered(stage, a_reply(stage, ticket)), lambda: said(stage, ticket) == 1)


def a_held_command(stage: Stage) -> Site:
    ticket = stage.ticket()
    return Site(lambda: answered(stage, a_reply(stage, ticket), hold=HOLD), lambda: len(stage.desk.look(Outbox())) == 1)


def a_command_behind_a_held_one(stage: Stage) -> Site:
    ticket = stage.ticket()
    stage.reply(ticket, "First", hold=HOLD)
    return Site(lambda: answered(stage, a_reply(stage, ticket)), lambda: len(stage.desk.look(Outbox())) == 2)


def several_commands(stage: Stage) -> Site:
    ticket = stage.ticket()
    urgent = SetPriority(ticket=ticket, priority=Priority.FATAL)
    return Site(lambda: answered(stage, urgent, a_reply(stage, ticket)), lambda: said(stage, ticket) == 1)


def a_command_that_clears_its_draft(stage: Stage) -> Site:
    ticket = stage.ticket()
    stage.desk.save_draft(Draft(key=ticket, kind="reply", body="<p>Yes</p>"))
    return Site(
        lambda: answered(stage, a_reply(stage, ticket), clears=(ticket, "reply")),
        lambda: stage.desk.look(DraftOf(ticket, "reply")) is None,
    )


def a_command_with_a_file(stage: Stage) -> Site:
    ticket, ref = stage.ticket(), stage.desk.keep_bytes("a.txt", "text/plain", b"kept")
    return Site(lambda: answered(stage, a_reply(stage, ticket, files=(ref,))), lambda: said(stage, ticket) == 1)


def a_command_that_sets_something_up(stage: Stage) -> Site:
    wish = partial(SavePerson, user_name="mara.lindt", name="Mara", email="mara@desk.example")
    return Site(
        lambda: answered(stage, wish(person=stage.desk.clock.new_id())),
        lambda: any(person.user_name == "mara.lindt" for person in found(stage, "person")),
    )


def an_undo(stage: Stage) -> Site:
    ticket = stage.ticket()
    entry = stage.reply(ticket, hold=HOLD).ids[0]
    undone: list[object] = []
    return Site(
        lambda: told(stage.desk, stage.desk.undo, entry=entry, then=undone.append),
        lambda: bool(undone) and said(stage, ticket) == 0,
    )


def a_settling(stage: Stage) -> Site:
    stage.reply(stage.ticket(), hold=HOLD)
    stage.clock.at += HOLD
    return Site(lambda: told(stage.desk, stage.desk.settle), lambda: stage.desk.look(Outbox()) == ())


def a_settling_of_the_first_of_two(stage: Stage) -> Site:
    ticket = stage.ticket()
    stage.reply(ticket, "First", hold=HOLD)
    stage.clock.at += HOLD
    stage.reply(ticket, "Second", hold=HOLD)
    return Site(lambda: told(stage.desk, stage.desk.settle), lambda: len(stage.desk.look(Outbox())) == 1)


def a_longer_hold(stage: Stage) -> Site:
    ids, until = stage.reply(stage.ticket(), hold=HOLD).ids, stage.clock.at + 2 * HOLD
    return Site(
        lambda: told(stage.desk, stage.desk.hold_until, entries=ids, until=until),
        lambda: stage.desk.look(Outbox())[0].not_before == until,
    )


def a_draft(stage: Stage) -> Site:
    draft = Draft(key=stage.ticket(), kind="reply", body="Half a sentence")

    def act() -> str:
        errors: list[DeskError | None] = []
        code = told(stage.desk, stage.desk.save_draft, draft=draft, then=errors.append)
        assert [error.code if error else "" for error in errors] == [code]
        return code

    return Site(act, lambda: stage.desk.look(DraftOf(draft.key, "reply")) is not None)


def a_draft_that_is_dropped(stage: Stage) -> Site:
    draft = Draft(key=stage.ticket(), kind="reply", body="Half a sentence")
    stage.desk.save_draft(draft)
    return Site(
        lambda: told(stage.desk, stage.desk.drop_draft, key=draft.key, kind="reply"),
        lambda: stage.desk.look(DraftOf(draft.key, "reply")) is None,
    )


def returned_words_that_are_let_go(stage: Stage) -> Site:
    ticket = stage.ticket(handled=False)
    taken = stage.do(HandleTicket(ticket=ticket), hold=HOLD)
    stage.reply(ticket, hold=HOLD)
    stage.desk.undo(taken.ids[0])
    returned = stage.desk.look(Returned(ticket))[0].id
    return Site(
        lambda: told(stage.desk, stage.desk.forget_returned, id=returned),
        lambda: stage.desk.look(Returned(ticket)) == (),
    )


def a_read_mark(stage: Stage) -> Site:
    ticket = stage.ticket()
    return Site(
        lambda: told(stage.desk, stage.desk.mark, roots=[ticket]), lambda: len(everything(stage)["read_mark"]) == 1
    )


def pasted_bytes(stage: Stage) -> Site:
    kept: list[Any] = []

    def act() -> str:
        stage.desk.add_bytes("a.png", "image/png", b"picture", kept.append)
        return kept[-1].code if isinstance(kept[-1], DeskError) else ""

    return Site(act, lambda: blobs(stage) == [b"picture"])


def a_file_that_is_added(stage: Stage) -> Site:
    path = stage.desk.directory.parent / "report.pdf"
    path.write_bytes(b"%PDF")
    return Site(lambda: told(stage.desk, stage.desk.keep_file, path=path), lambda: blobs(stage) == [b"%PDF"])


def a_played_command(stage: Stage) -> Site:
    ticket = stage.ticket()

    def act() -> str:
        note = AddNote(ticket=ticket, message=stage.desk.clock.new_id(), body_html="<p>Hm</p>")
        outcome = stage.desk.play([stage.desk.envelope(note)])
        return outcome.trouble.code if outcome.trouble else ""

    return Site(act, lambda: said(stage, ticket) == 1)


def _imported(stage: Stage, name: str, text: str) -> Site:
    path = stage.desk.directory.parent / name
    path.write_text(text)
    return Site(
        lambda: told(stage.desk, Importer(stage.desk, "desk").run, paths=[path]),
        lambda: stage.desk.look(TicketIds("support.all")).ids.buffer_info()[1] == 1,
    )


def an_imported_letter(stage: Stage) -> Site:
    return _imported(stage, "a.eml", "From: a@x.example\nSubject: Lamp\nMessage-ID: <1@x>\n\nHello\n")


def an_imported_letter_with_a_part(stage: Stage) -> Site:
    head = "From: a@x.example\nSubject: Lamp\nMessage-ID: <1@x>\nMIME-Version: 1.0\n"
    part = 'Content-Type: text/csv\nContent-Disposition: attachment; filename="a.csv"\n\n1,2\n'
    return _imported(stage, "a.eml", f'{head}Content-Type: multipart/mixed; boundary="b"\n\n--b\n{part}--b--\n')


def an_imported_table(stage: Stage) -> Site:
    return _imported(stage, "a.csv", "subject,requester,body\nLamp,a@x.example,Hello\n")


def a_command_of_the_system(stage: Stage) -> Site:
    assert stage.do(SaveSource(source="clouds", title="Clouds", scheme="cloudpods", asks=())).done
    ticket = stage.ticket(source="clouds")
    stage.reply(ticket, "Which cloud?")
    at = stage.clock.at + 4 * DAY
    return Site(
        lambda: "" if stage.desk.submit_due(at) else "disk-full",  # it is not told: it is done at the next look
        lambda: any(entry.command == "auto_close" for entry in found(stage, "operation_log")),
    )


def the_search_index(stage: Stage) -> Site:
    stage.desk.rest()
    stage.reply(stage.ticket())
    return Site(lambda: told(stage.desk, stage.desk.rest), lambda: _waiting(stage, search.waiting) == 0)


def the_seal_of_the_log(stage: Stage) -> Site:
    stage.desk.rest()
    stage.do(SaveSource(source="two", title="Two", scheme="agentdesk", asks=()))
    return Site(
        lambda: told(stage.desk, stage.desk.rest), lambda: _waiting(stage, lambda c: seal.verify(c).unsealed) == 0
    )


def a_list_that_is_exported(stage: Stage) -> Site:
    stage.ticket()
    out = stage.desk.directory.parent / "list.csv"
    return Site(
        lambda: _refused(lambda: export_list(stage.desk, Wanted(TicketIds("support.all")), "csv", out)),
        lambda: out.exists() and "The printer hums" in out.read_text("utf-8-sig"),
    )


def a_ticket_that_is_exported(stage: Stage) -> Site:
    ticket, out = stage.ticket(), stage.desk.directory.parent / "ticket.eml"
    return Site(
        lambda: _refused(lambda: export_ticket(stage.desk, ticket, "eml", out)),
        lambda: out.exists() and out.stat().st_size > 0,
    )


def a_preference(stage: Stage) -> Site:
    return Site(
        lambda: _refused(lambda: settings.save({"theme": "dark"})), lambda: settings.load().settings.theme == "dark"
    )


def _refused(work: Callable[[], object]) -> str:
    """Of what is written elsewhere, the file's own error is told."""
    try:
        work()
    except Exception as error:  # noqa: BLE001  (which one it is belongs to that room's tests)
        return "disk-full" if error else ""
    return ""


def found(stage: Stage, kind: str) -> tuple[Any, ...]:
    with stage.desk._database.reader.connect() as connection:
        return all_of(connection, kind)


def blobs(stage: Stage) -> list[bytes]:
    return [path.read_bytes() for path in stage.desk.blobs.directory.rglob("*") if path.is_file()]


def _waiting(stage: Stage, count: Callable[[Any], int]) -> int:
    with stage.desk._database.reader.connect() as connection:
        return count(connection)


SITES = (
    a_command, a_held_command, a_command_behind_a_held_one, several_commands, a_command_that_clears_its_draft,
    a_command_with_a_file, a_command_that_sets_something_up, an_undo, a_settling, a_settling_of_the_first_of_two,
    a_longer_hold, a_draft, a_draft_that_is_dropped, returned_words_that_are_let_go, a_read_mark, pasted_bytes,
    a_file_that_is_added, a_played_command, an_imported_letter, an_imported_letter_with_a_part, an_imported_table,
    a_command_of_the_system, the_search_index, the_seal_of_the_log, a_list_that_is_exported, a_ticket_that_is_exported,
    a_preference,
)  # fmt: skip


@pytest.fixture
def stage(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Stage]:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    stage = stepped(tmp_path / "desk")
    yield stage
    stage.desk.close()


def everything(stage: Stage) -> dict[str, list[Any]]:
    with stage.desk._database.reader.connect() as connection:
        return {**contents(connection), "files": blobs(stage)}


@pytest.mark.parametrize("make", SITES, ids=lambda make: make.__name__)
def test_a_full_disk_is_told_leaves_all_as_it_was_and_is_got_over(stage: Stage, make: Callable[[Stage], Site]) -> None:
    site = make(stage)
    before = everything(stage)
    with no_room():
        assert site.act() == "disk-full"
    assert not site.done()
    assert everything(stage) == before
    assert site.act() == ""
    assert site.done()


# ---------------------------------------------------------------------- opening and closing


def code_of(directory: Path, person: str | None = None) -> str:
    try:
        inline_desk(directory, person).close()
    except DeskError as error:
        return error.code
    return ""


def test_a_desk_that_there_is_no_room_for_is_made_when_there_is(tmp_path: Path) -> None:
    with no_room():
        assert code_of(tmp_path / "desk") == "disk-full"
    assert code_of(tmp_path / "desk") == ""


def test_a_desk_that_cannot_remember_who_opened_it_is_not_opened_half(tmp_path: Path) -> None:
    stage = stepped(tmp_path / "desk")
    stage.do(SavePerson(person=stage.desk.clock.new_id(), user_name="mara.lindt", name="Mara", email="m@desk.example"))
    stage.desk.close()
    with no_room():
        assert code_of(tmp_path / "desk", "mara.lindt") == "disk-full"
    assert code_of(tmp_path / "desk", "mara.lindt") == ""


def test_a_damaged_desk_stays_as_it_is_until_there_is_room_to_mend_it(tmp_path: Path) -> None:
    stage = stepped(tmp_path / "desk")
    ticket = stage.ticket()
    stage.desk.save_draft(Draft(key=ticket, kind="reply", body="Half a sentence"))
    stage.desk.close()
    path = tmp_path / "desk" / FILE
    content = bytearray(path.read_bytes())
    content[:100] = bytes(100)
    path.write_bytes(content)
    with no_room():
        assert code_of(tmp_path / "desk") == "disk-full"
    assert path.read_bytes() == content
    assert [one.name for one in (tmp_path / "desk").glob("damaged-*")] == []
    assert code_of(tmp_path / "desk") == ""


def test_what_is_held_when_a_full_desk_is_closed_is_settled_by_the_next_start(tmp_path: Path) -> None:
    stage = stepped(tmp_path / "desk")
    ticket = stage.ticket()
    stage.reply(ticket, hold=HOLD)
    with no_room():
        assert told(stage.desk, stage.desk.close) == "disk-full"
    again = inline_desk(tmp_path / "desk")
    assert again.look(Outbox()) == ()
    assert [m.body_text for m in again.look(Thread(ticket, 9)).messages if m.body_text][-1] == "Yes"  # type: ignore[union-attr]
    again.close()


def test_a_hold_that_ended_on_a_full_disk_is_settled_by_itself_later(stage: Stage) -> None:
    stage.reply(stage.ticket(), hold=HOLD)
    stage.clock.at += HOLD
    with no_room():
        stage.store.run_later()
    assert len(stage.desk.look(Outbox())) == 1
    stage.store.run_later()
    assert stage.desk.look(Outbox()) == ()


def test_the_store_s_thread_lives_on_and_does_later_what_it_could_not(tmp_path: Path) -> None:
    box = Mailbox(tmp_path / "desk")
    letter = ReceiveEmail(
        ticket=an_id(1), message=an_id(2), source="desk", sender_address="a@x.example", subject="Lamp"
    )
    with no_room():
        assert box.answer_of(box.desk.do, letter).trouble.code == "disk-full"
        assert box.answer_of(box.desk.save_draft, Draft(key="new", kind="form", body="x")).code == "disk-full"
    assert box.troubles == ["disk-full"]
    assert box.answer_of(box.desk.do, letter).done
    box.desk.rest()
    box.desk.close()
    assert [finding for finding in examine(tmp_path / "desk") if not finding.good] == []


def test_a_file_that_the_disk_has_no_room_for_leaves_nothing_behind(stage: Stage) -> None:
    with no_room(), pytest.raises(DeskError, match="disk-full"):
        stage.desk.keep_bytes("a.txt", "text/plain", b"x" * 3_000_000)
    assert [path for path in stage.desk.blobs.directory.rglob("*") if path.is_file()] == []
    outcome = stage.do(Reply(ticket=stage.ticket(), message=a_file().id, body_html="<p>See</p>", files=(a_file(),)))
    assert outcome.refusal is not None
    assert outcome.refusal.code == "file-missing"
