"""Two reply boxes for one ticket, in two windows: they show the same words, and none is ever lost."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from agentdesk.desk import DeskError, Draft
from agentdesk.desk.queries.library import DraftOf
from agentdesk.desk.queries.thread import Thread
from agentdesk.domain.commands import EndTicket, ForwardTicket
from agentdesk.settings import Settings
from tests.ui.conftest import Office
from ui.icons import Icons
from ui.thread.composer import Composer
from ui.thread.draft import Drafts
from ui.ticket_window import TicketWindow
from ui.window import MainWindow

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def drafts(office: Office, icons: Icons) -> Drafts:
    return Drafts(office.desk, icons.theme)


@pytest.fixture
def two(office: Office, drafts: Drafts, icons: Icons, qtbot: QtBot) -> Iterator[tuple[TicketWindow, TicketWindow]]:
    """Mara has her first ticket open twice."""
    windows = tuple(TicketWindow(drafts, office.tickets[0], icons, Settings()) for _ in range(2))
    for window in windows:
        qtbot.addWidget(window)
        window.show()
    yield windows[0], windows[1]
    for window in windows:
        window.close()


@pytest.fixture
def boxes(two: tuple[TicketWindow, TicketWindow]) -> tuple[Composer, Composer]:
    return two[0].ticket.composer, two[1].ticket.composer


def kept(office: Office, kind: str = "reply") -> str:
    found = office.desk.look(DraftOf(office.tickets[0], kind))
    return found.body if found is not None else ""


def shown(composer: Composer) -> str:
    return composer.editor.toPlainText()


@contextmanager
def answers_come_late(office: Office) -> Iterator[Callable[[], None]]:
    """The desk does all at once; its answers wait until they are let through, at the latest in the end."""
    post, late = office.desk.post, list[Callable[[], None]]()

    def let_through() -> None:
        while late:
            late.pop(0)()

    office.desk.post = late.append
    yield let_through
    office.desk.post = post
    let_through()


def type_in(composer: Composer, text: str, qtbot: QtBot, kind: str = "reply") -> None:
    composer.start(kind)
    qtbot.keyClicks(composer.editor, text)


def test_what_is_typed_in_one_stands_in_the_other_at_once(boxes: tuple[Composer, Composer], qtbot: QtBot) -> None:
    first, second = boxes
    type_in(first, "Hello", qtbot)
    assert shown(second) == "Hello"
    type_in(second, " there", qtbot)
    assert shown(first) == "Hello there"
    first.editor.toggle_bold()
    type_in(first, "!", qtbot)
    assert second.editor.html() == first.editor.html() == "<p>Hello there<b>!</b></p>"


def test_files_and_their_removal_follow_too(boxes: tuple[Composer, Composer], tmp_path: Path) -> None:
    first, second = boxes
    (tmp_path / "log.txt").write_bytes(b"some text")
    first.files.add_paths([str(tmp_path / "log.txt")])
    assert [ref.name for ref in second.files.refs()] == ["log.txt"]
    second.files.clear()
    assert first.files.refs() == ()


def test_a_reply_and_a_note_stay_two_things(boxes: tuple[Composer, Composer], qtbot: QtBot) -> None:
    first, second = boxes
    type_in(first, "To the customer", qtbot)
    type_in(second, "To us", qtbot, "note")
    assert (shown(first), shown(second)) == ("To the customer", "To us")
    second.start("reply")
    assert shown(second) == "To the customer"


def test_sending_in_one_sends_all_and_empties_both(
    boxes: tuple[Composer, Composer], office: Office, qtbot: QtBot
) -> None:
    first, second = boxes
    type_in(first, "From here", qtbot)
    type_in(second, " and there", qtbot)
    qtbot.keyClick(first.editor, Qt.Key.Key_Return, CONTROL)
    page = office.desk.look(Thread(office.tickets[0], 200))
    assert page is not None
    assert page.messages[-1].body_text == "From here and there"
    assert first.is_blank()
    assert second.is_blank()
    assert kept(office) == ""


def test_closing_either_window_leaves_the_words_in_the_other_and_on_the_disk(
    two: tuple[TicketWindow, TicketWindow], office: Office, qtbot: QtBot
) -> None:
    first, second = two
    type_in(first.ticket.composer, "One", qtbot)
    type_in(second.ticket.composer, " two", qtbot)
    second.close()
    assert "One two" in kept(office)
    type_in(first.ticket.composer, " three", qtbot)
    first.close()
    assert "One two three" in kept(office)


def test_a_kill_finds_what_was_typed_in_both(boxes: tuple[Composer, Composer], office: Office, qtbot: QtBot) -> None:
    first, second = boxes
    type_in(first, "Half a", qtbot)
    type_in(second, " reply", qtbot)
    qtbot.waitUntil(lambda: "Half a reply" in kept(office))
    assert first.top.state.text() == second.top.state.text() == "Draft saved"


def test_undo_in_one_window_gives_the_words_back_in_both(
    two: tuple[TicketWindow, TicketWindow], office: Office, qtbot: QtBot
) -> None:
    first, second = two
    type_in(first.ticket.composer, "Too early.", qtbot)
    first.ticket.composer.send()
    type_in(second.ticket.composer, "Typed since.", qtbot)
    first.context.undo_last()
    assert shown(second.ticket.composer).split("\n") == ["Too early.", "Typed since."]
    assert shown(first.ticket.composer) == shown(second.ticket.composer)
    second.close()
    assert "Typed since." in kept(office)
    assert "Too early." in kept(office)


def test_the_note_of_a_forwarding_that_is_undone_comes_back_before_what_is_typed(
    two: tuple[TicketWindow, TicketWindow], office: Office, qtbot: QtBot
) -> None:
    first, second = two
    type_in(first.ticket.composer, "Mine", qtbot, "note")
    command = ForwardTicket(ticket=office.tickets[0], to=office.people["jonas.beck"], note_html="<p>For you</p>")
    second.context.give(command)
    second.context.undo_last()
    assert shown(first.ticket.composer).split("\n") == ["For you", "Mine"]
    first.ticket.composer.draft.flush()  # type: ignore[union-attr]
    assert kept(office, "note") == "<p>For you</p><p>Mine</p>"


def test_a_refused_reply_stands_in_both_before_what_was_typed_meanwhile(
    boxes: tuple[Composer, Composer], two: tuple[TicketWindow, TicketWindow], office: Office, qtbot: QtBot
) -> None:
    first, second = boxes
    type_in(first, "Are you there?", qtbot)
    for window in two:
        window.context.detail_changed.disconnect()  # neither has heard yet that it was closed
    office.give(EndTicket(ticket=office.tickets[0]), "noah.okafor")
    with answers_come_late(office):
        first.send()
        type_in(second, "I wait.", qtbot)
        second.leave()
    assert shown(first).split("\n") == ["Are you there?", "I wait."]


def test_words_typed_before_the_kept_ones_are_there_go_behind_them(
    office: Office, two: tuple[TicketWindow, TicketWindow], qtbot: QtBot
) -> None:
    """And a message is not sent without its beginning."""
    for window in two:
        window.ticket.composer.leave()
    ticket, (first, _) = office.tickets[0], two
    office.desk.save_draft(Draft(key=ticket, kind="reply", body="<p>From yesterday</p>", updated=1))
    with answers_come_late(office) as let_through:
        assert first.context.detail is not None
        first.ticket.composer.show_detail(first.context.detail)
        type_in(first.ticket.composer, "Today", qtbot)
        first.ticket.composer.send()
        assert not first.ticket.composer.is_blank()
        let_through()
        assert shown(first.ticket.composer).split("\n") == ["From yesterday", "Today"]


def test_leaving_before_the_kept_words_are_there_writes_nothing_over(
    office: Office, two: tuple[TicketWindow, TicketWindow], drafts: Drafts, qtbot: QtBot
) -> None:
    for window in two:
        window.ticket.composer.leave()
    ticket, (first, second) = office.tickets[0], two
    office.desk.save_draft(Draft(key=ticket, kind="reply", body="<p>From yesterday</p>", updated=1))
    with answers_come_late(office):
        for window, text in ((first, "Today"), (second, ", later")):
            assert window.context.detail is not None
            window.ticket.composer.show_detail(window.context.detail)
            type_in(window.ticket.composer, text, qtbot)
            window.ticket.composer.leave()
        drafts.end()  # the program ends before any answer
    assert kept(office) == "<p>From yesterday</p><p>Today, later</p>"


def test_coming_back_before_the_draft_is_written_shows_it_all_the_same(
    office: Office, two: tuple[TicketWindow, TicketWindow], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = two
    second.ticket.composer.leave()
    type_in(first.ticket.composer, "Not written yet", qtbot)
    save, waiting = office.desk.save_draft, list[Callable[[], None]]()
    monkeypatch.setattr(office.desk, "save_draft", lambda *given: waiting.append(lambda: save(*given)))
    first.ticket.composer.leave()
    assert kept(office) == ""
    assert second.context.detail is not None
    second.ticket.composer.show_detail(second.context.detail)
    assert shown(second.ticket.composer) == "Not written yet"
    waiting.pop()()
    assert "Not written yet" in kept(office)


def test_what_the_disk_would_not_take_is_there_when_one_comes_back(
    office: Office, two: tuple[TicketWindow, TicketWindow], drafts: Drafts, qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    first, second = two
    second.ticket.composer.leave()
    type_in(first.ticket.composer, "Kept in memory", qtbot)
    with monkeypatch.context() as patched:
        patched.setattr(office.desk, "save_draft", lambda _, then: then(DeskError("disk-full")))
        first.ticket.composer.leave()
    assert second.context.detail is not None
    second.ticket.composer.show_detail(second.context.detail)
    assert shown(second.ticket.composer) == "Kept in memory"
    drafts.flush()
    assert "Kept in memory" in kept(office)


def test_the_main_window_and_a_window_of_its_own_share_what_is_typed(
    window: MainWindow, office: Office, qtbot: QtBot
) -> None:
    def go_to(place: int) -> None:
        window.context.set_selection((office.tickets[place],))
        qtbot.waitUntil(lambda: window.ticket.property("ticketId") == office.tickets[place])

    go_to(0)
    own = window.others.open(office.tickets[0])
    qtbot.waitUntil(lambda: own.context.detail is not None)
    type_in(own.ticket.composer, "In the small one", qtbot)
    qtbot.waitUntil(lambda: shown(window.ticket.composer) == "In the small one")
    go_to(1)
    assert window.ticket.composer.is_blank()
    type_in(own.ticket.composer, ", further", qtbot)
    go_to(0)
    qtbot.waitUntil(lambda: shown(window.ticket.composer) == "In the small one, further")
    type_in(own.ticket.composer, ", to the end", qtbot)
    window.close()
    assert "In the small one, further, to the end" in kept(office)
