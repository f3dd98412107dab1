"""The reply box: drafts, files, warnings and what becomes of a message that is sent, refused or taken back."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QMimeData, Qt
from PySide6.QtGui import QGuiApplication, QImage, QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from agentdesk.desk import Draft
from agentdesk.desk.queries.library import DraftOf
from agentdesk.desk.queries.rows import MessageRow
from agentdesk.desk.queries.thread import Thread
from agentdesk.domain.commands import EndTicket, Reply, SaveCannedReply, SaveSource
from agentdesk.domain.values import Id, StateKind
from tests.ui.conftest import Office
from ui.actions import Actions
from ui.context import Context
from ui.facts import Facts
from ui.icons import Icons
from ui.thread.canned import filled
from ui.thread.composer import Composer
from ui.thread.draft import PAUSE, Drafts
from ui.thread.view import ThreadPane

CONTROL = Qt.KeyboardModifier.ControlModifier


def make_pane(office: Office, icons: Icons, qtbot: QtBot) -> ThreadPane:
    context = Context(office.desk)
    window = QWidget()
    qtbot.addWidget(window)
    pane = ThreadPane(context, Actions(context, icons, window), icons, Drafts(office.desk, window))
    pane.setParent(window)
    pane.resize(600, 800)
    window.resize(600, 800)
    window.show()
    facts = Facts(context)
    facts.setParent(window)
    facts.begin()
    return pane


@pytest.fixture
def pane(office: Office, icons: Icons, qtbot: QtBot) -> Iterator[ThreadPane]:
    """Mara looks at the first ticket, which is hers and in work."""
    made = make_pane(office, icons, qtbot)
    made.context.set_selection((office.tickets[0],))
    yield made
    made.composer.leave()


@pytest.fixture
def composer(pane: ThreadPane) -> Composer:
    return pane.composer


def messages(office: Office, place: int = 0) -> list[MessageRow]:
    page = office.desk.look(Thread(office.tickets[place], 200))
    assert page is not None
    return [message for message in page.messages if message.body_text]


def type_in(composer: Composer, text: str, qtbot: QtBot) -> None:
    composer.start("reply")
    qtbot.keyClicks(composer.editor, text)


def draft(office: Office, ticket: Id, kind: str = "reply") -> Draft | None:
    return office.desk.look(DraftOf(ticket, kind))


# ---------------------------------------------------------------------------------------- sending


@pytest.mark.rule("GU-26")
def test_control_enter_sends_and_empties_the_field(composer: Composer, office: Office, qtbot: QtBot) -> None:
    type_in(composer, "Please try again", qtbot)
    qtbot.keyClick(composer.editor, Qt.Key.Key_Return, CONTROL)
    assert messages(office)[-1].body_text == "Please try again"
    assert composer.is_blank()


def test_plain_enter_sends_nothing(composer: Composer, office: Office, qtbot: QtBot) -> None:
    before = len(messages(office))
    type_in(composer, "One", qtbot)
    qtbot.keyClick(composer.editor, Qt.Key.Key_Return)
    qtbot.keyClicks(composer.editor, "two")
    assert len(messages(office)) == before
    assert composer.editor.toPlainText() == "One\ntwo"


def test_a_note_is_for_staff_only(composer: Composer, office: Office, qtbot: QtBot) -> None:
    composer.start("note")
    qtbot.keyClicks(composer.editor, "Same as last week")
    composer.tools.send.main.click()
    assert messages(office)[-1].kind == "note"
    assert messages(office)[-1].visibility == "staff"


def test_an_empty_message_is_not_sent_and_said_so(composer: Composer, office: Office) -> None:
    before = len(messages(office))
    composer.tools.send.main.click()
    assert composer.strip.text() == "Write something first."
    assert len(messages(office)) == before


def test_sending_can_ask_for_confirmation_at_once(composer: Composer, pane: ThreadPane, qtbot: QtBot) -> None:
    type_in(composer, "It should work now", qtbot)
    composer.send("confirm")
    assert pane.context.detail is not None
    assert pane.context.detail.row.kind == StateKind.WAITING_CONFIRMATION


def test_a_refused_message_stands_in_the_field_again(
    composer: Composer, pane: ThreadPane, office: Office, qtbot: QtBot
) -> None:
    type_in(composer, "Are you there?", qtbot)
    pane.context.detail_changed.disconnect()  # the window has not heard yet that it was closed
    office.give(EndTicket(ticket=office.tickets[0]), "noah.okafor")
    composer.send()
    assert composer.editor.toPlainText() == "Are you there?"
    assert composer.strip.text() == "The ticket is closed. Start a new ticket from it instead."


def test_undo_gives_the_words_back(composer: Composer, pane: ThreadPane, office: Office, qtbot: QtBot) -> None:
    type_in(composer, "Too early", qtbot)
    composer.send()
    pane.context.undo_last()
    assert composer.editor.toPlainText() == "Too early"
    assert "Too early" not in [message.body_text for message in messages(office)]


def test_a_draft_that_was_not_saved_yet_does_not_write_over_what_undo_brings_back(
    composer: Composer, pane: ThreadPane, office: Office, qtbot: QtBot
) -> None:
    """Undo puts the words into the draft; a pause in typing that ended later saved the field of before."""
    ticket = office.tickets[0]
    type_in(composer, "Sent too soon.", qtbot)
    composer.send()
    qtbot.waitUntil(lambda: bool(pane.context.held_now))
    type_in(composer, "Typed since.", qtbot)
    assert composer.draft._pause.isActive()
    post, late = office.desk.post, list[Callable[[], None]]()
    office.desk.post = late.append
    pane.context.undo_last()
    composer.draft.flush()  # as leaving the ticket does before the window is told
    kept = draft(office, ticket)
    assert kept is not None
    assert "Sent too soon." in kept.body
    assert "Typed since." in kept.body
    office.desk.post = post
    for job in late:
        job()


def test_what_is_undone_goes_before_what_was_typed_since(composer: Composer, pane: ThreadPane, qtbot: QtBot) -> None:
    type_in(composer, "First", qtbot)
    composer.send()
    qtbot.keyClicks(composer.editor, "Second")
    pane.context.undo_last()
    assert composer.editor.toPlainText().split() == ["First", "Second"]


def test_a_reply_sent_undone_and_sent_again_is_the_same(
    composer: Composer, pane: ThreadPane, office: Office, qtbot: QtBot
) -> None:
    """Its gaps while it is written, and every letter of what goes out."""
    type_in(composer, "Dear  Noah,\r\rplease run\r", qtbot)
    composer.editor.toggle_bullets()
    qtbot.keyClicks(composer.editor, "dbctl  status\r\r")
    qtbot.keyClicks(composer.editor, "\r Yours, \rMara")
    written, tall = composer.editor.html(), composer.editor.document().size().height()
    composer.send()
    first = messages(office)[-1].body_html
    pane.context.undo_last()
    assert composer.editor.html() == written
    assert composer.editor.document().size().height() == tall
    composer.send()
    assert messages(office)[-1].body_html == first == written


# ---------------------------------------------------------------------------------------- drafts


def test_what_is_typed_is_saved_within_a_second(composer: Composer, office: Office, qtbot: QtBot) -> None:
    type_in(composer, "Half a re", qtbot)
    assert PAUSE <= 1_000
    qtbot.waitUntil(lambda: draft(office, office.tickets[0]) is not None)
    found = draft(office, office.tickets[0])
    assert found is not None
    assert "Half a re" in found.body
    assert composer.top.state.text() == "Draft saved"


def test_every_ticket_and_tab_has_its_own_draft(
    composer: Composer, pane: ThreadPane, office: Office, qtbot: QtBot
) -> None:
    type_in(composer, "To the customer", qtbot)
    composer.top.note.click()
    qtbot.keyClicks(composer.editor, "To us")
    pane.context.set_selection((office.tickets[1],))
    assert composer.is_blank()
    pane.context.set_selection((office.tickets[0],))
    assert composer.editor.toPlainText() == "To the customer"
    composer.top.note.click()
    assert composer.editor.toPlainText() == "To us"


def test_escape_leaves_and_keeps_the_draft(composer: Composer, pane: ThreadPane, office: Office, qtbot: QtBot) -> None:
    type_in(composer, "Later", qtbot)
    with qtbot.waitSignal(pane.left):
        qtbot.keyClick(composer.editor, Qt.Key.Key_Escape)
    pane.context.set_selection(())
    assert draft(office, office.tickets[0]) is not None


def test_a_sent_message_leaves_no_draft(composer: Composer, office: Office, qtbot: QtBot) -> None:
    type_in(composer, "Done", qtbot)
    composer.draft.flush()
    composer.send()
    assert draft(office, office.tickets[0]) is None


def test_the_draft_is_there_after_a_restart(office: Office, icons: Icons, qtbot: QtBot) -> None:
    ticket = office.tickets[0]
    office.desk.save_draft(Draft(key=ticket, kind="reply", body="<p>Half a <b>reply</b></p>", updated=1))
    pane = make_pane(office, icons, qtbot)
    pane.context.set_selection((ticket,))
    assert pane.composer.editor.toPlainText() == "Half a reply"
    assert "<b>reply</b>" in pane.composer.editor.html()
    pane.composer.leave()


# ---------------------------------------------------------------------------------------- what may be written


@pytest.mark.rule("GU-31")
def test_before_handling_only_notes_are_possible(composer: Composer, pane: ThreadPane, office: Office) -> None:
    pane.context.set_selection((office.tickets[4],))
    assert composer.locked.sentence.text() == (
        "You can reply after you handle the ticket. Internal notes are possible now."
    )
    composer.findChild(QWidget, "composer_locked_note").click()  # type: ignore[union-attr]
    assert not composer.paper.isHidden()
    assert composer.top.tabs.value() == "note"
    assert not composer.top.reply.isEnabled()


def test_a_requester_has_one_kind_of_message(office: Office, icons: Icons, qtbot: QtBot) -> None:
    office.desk.close()
    office.open("noah.okafor")
    pane = make_pane(office, icons, qtbot)
    pane.context.set_selection((office.tickets[0],))
    assert pane.composer.top.tabs.isHidden()
    assert pane.composer.top.to.text() == "To: Support"
    assert [zone.key for zone in pane.composer.zones_of([__file__])] == ["reply"]
    pane.composer.leave()


@pytest.mark.rule("QK-16")
def test_what_looks_like_a_secret_is_sent_only_when_confirmed(composer: Composer, office: Office, qtbot: QtBot) -> None:
    before = len(messages(office))
    type_in(composer, "password: hunter22", qtbot)
    composer.send()
    assert len(messages(office)) == before
    composer.strip.findChild(QWidget, "composer_send_anyway").click()  # type: ignore[union-attr]
    assert messages(office)[-1].body_text == "password: hunter22"


def test_who_wrote_meanwhile_is_read_before_sending(composer: Composer, office: Office, qtbot: QtBot) -> None:
    type_in(composer, "Please wait", qtbot)
    arrived = Reply(ticket=office.tickets[0], message=office.clock.new_id(), body_html="<p>It works!</p>")
    office.give(arrived, "noah.okafor")
    assert composer.arrival.text().startswith("Noah Okafor wrote meanwhile")
    assert composer.tools.send.main.text() == "Review and send"
    with qtbot.waitSignal(composer.arrival_wanted):
        composer.send()
    assert messages(office)[-1].body_text == "It works!"
    composer.send()
    assert messages(office)[-1].body_text == "Please wait"


# ---------------------------------------------------------------------------------------- files


def a_file(folder: Path, name: str, content: bytes = b"some text") -> str:
    path = folder / name
    path.write_bytes(content)
    return str(path)


def tiles(composer: Composer) -> list[tuple[str, str]]:
    return [(kept.tile.look.name, kept.problem or kept.tile.look.detail) for kept in composer.files._kept]


@pytest.fixture
def limits(office: Office) -> None:
    source = SaveSource(source="desk", title="Desk", scheme="agentdesk", max_files=2, max_file_bytes=100,
                        file_types=("txt", "png"))  # fmt: skip
    office.give(source, "maker")


@pytest.mark.rule("GU-23")
def test_files_go_with_the_message(composer: Composer, office: Office, tmp_path: Path, qtbot: QtBot) -> None:
    type_in(composer, "See the log", qtbot)
    composer.files.add_paths([a_file(tmp_path, "log.txt")])
    composer.send()
    assert [file.name for file in messages(office)[-1].attachments] == ["log.txt"]
    assert tiles(composer) == []


@pytest.mark.rule("GU-21")
@pytest.mark.rule("GU-22")
@pytest.mark.usefixtures("limits")
def test_refused_files_say_which_rule_it_was(composer: Composer, pane: ThreadPane, office: Office,
                                             tmp_path: Path) -> None:  # fmt: skip
    pane.context.set_selection((office.tickets[1],))
    (tmp_path / "folder").mkdir()
    gone = a_file(tmp_path, "gone.txt")
    Path(gone).unlink()
    composer.files.add_paths(
        [
            a_file(tmp_path, "exact.txt", b"x" * 100),
            a_file(tmp_path, "over.txt", b"x" * 101),
            a_file(tmp_path, "sheet.xls"),
            a_file(tmp_path, "second.txt"),
            a_file(tmp_path, "third.txt"),
            a_file(tmp_path, "empty.txt", b""),
            str(tmp_path / "folder"),
            gone,
        ]
    )
    told = dict(tiles(composer))
    assert told["exact.txt"] == "100 bytes"
    assert "100 bytes" in told["over.txt"]
    assert "txt, png" in told["sheet.xls"]
    assert "2" in told["third.txt"]
    assert told["folder"] == "“folder” is a folder. Choose the files in it."
    assert told["gone.txt"] == "“gone.txt” is not there any more."
    assert [ref.name for ref in composer.files.refs()] == ["exact.txt", "second.txt"]


@pytest.mark.usefixtures("limits")
def test_a_program_under_another_name_is_refused(composer: Composer, pane: ThreadPane, office: Office,
                                                 tmp_path: Path) -> None:  # fmt: skip
    pane.context.set_selection((office.tickets[1],))
    composer.files.add_paths([a_file(tmp_path, "photo.png", b"\x7fELF\x02\x01\x01" + b"\0" * 40)])
    assert composer.files.refs() == ()
    assert "photo.png" in tiles(composer)[0][1]


def test_a_pasted_picture_stands_in_the_text(composer: Composer, office: Office, qtbot: QtBot) -> None:
    type_in(composer, "Look: ", qtbot)
    picture = QImage(20, 10, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.red)
    data = QMimeData()
    data.setImageData(picture)
    composer.editor.insertFromMimeData(data)
    composer.send()
    sent = messages(office)[-1]
    assert sent.attachments[0].inline
    assert f"cid:{sent.attachments[0].content_id}" in sent.body_html


def test_what_is_pasted_plain_has_no_format(composer: Composer, pane: ThreadPane, qtbot: QtBot) -> None:
    data = QMimeData()
    data.setHtml("<h1>Loud</h1><b>bold</b>")
    data.setText("Loud bold")
    QGuiApplication.clipboard().setMimeData(data)
    composer.start("reply")
    qtbot.waitUntil(composer.editor.hasFocus)
    pane.actions_table["paste_plain"].trigger()
    assert composer.editor.toPlainText() == "Loud bold"
    assert "<b>" not in composer.editor.html()
    pane.actions_table["paste"].trigger()
    assert "<b>" in composer.editor.html()


def test_files_of_a_draft_come_back_with_it(composer: Composer, pane: ThreadPane, office: Office, tmp_path: Path,
                                            qtbot: QtBot) -> None:  # fmt: skip
    type_in(composer, "See", qtbot)
    composer.files.add_paths([a_file(tmp_path, "log.txt")])
    pane.context.set_selection((office.tickets[1],))
    pane.context.set_selection((office.tickets[0],))
    assert [ref.name for ref in composer.files.refs()] == ["log.txt"]


def test_files_dragged_over_a_ticket_find_two_zones(composer: Composer, tmp_path: Path) -> None:
    zones = composer.zones_of([a_file(tmp_path, "log.txt")])
    assert [zone.key for zone in zones] == ["reply", "note"]
    assert "1 file, 9 bytes" in zones[0].hint
    folder = composer.zones_of([str(tmp_path)])
    assert not any(zone.allowed for zone in folder)


def test_dropped_files_join_what_they_were_dropped_on(composer: Composer, pane: ThreadPane, tmp_path: Path) -> None:
    pane.overlay.dropped.emit("note", [a_file(tmp_path, "log.txt")])
    assert composer.top.tabs.value() == "note"
    assert [ref.name for ref in composer.files.refs()] == ["log.txt"]


# ---------------------------------------------------------------------------------------- canned replies


def test_a_canned_reply_is_filled(pane: ThreadPane) -> None:
    detail = pane.context.detail
    assert detail is not None
    text = filled("<p>Dear {name}, {number}: {agent} {other}</p>", detail, "Mara & Co")
    assert text == f"<p>Dear Noah Okafor, {detail.row.number}: Mara &amp; Co {{other}}</p>"


@pytest.mark.qt_log_ignore("grabbing the keyboard")
def test_a_slash_at_the_start_of_a_line_offers_canned_replies(composer: Composer, office: Office, qtbot: QtBot) -> None:
    office.give(SaveCannedReply(canned=office.clock.new_id(), name="Thanks", body_html="<p>Thank you, {name}</p>"),
                "mara.lindt")  # fmt: skip
    composer.start("reply")
    qtbot.keyClicks(composer.editor, "/")
    menu = composer.canned.menu()
    assert menu.actions()[0].text() == "Thanks"
    menu.actions()[0].trigger()
    menu.close()
    assert composer.editor.toPlainText().strip() == "Thank you, Noah Okafor"


def test_with_nothing_typed_control_z_is_for_what_was_sent(composer: Composer, qtbot: QtBot) -> None:
    def claims_undo() -> bool:
        key = QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key.Key_Z, CONTROL)
        key.ignore()
        QApplication.sendEvent(composer.editor, key)
        return key.isAccepted()

    type_in(composer, "Typed", qtbot)
    assert claims_undo()
    composer.send()
    assert not claims_undo()


def test_another_ticket_under_ones_hands_takes_no_letters(
    composer: Composer, pane: ThreadPane, office: Office, qtbot: QtBot
) -> None:
    composer.start("reply")
    qtbot.waitUntil(composer.editor.hasFocus)
    with qtbot.waitSignal(pane.left):
        pane.context.set_selection((office.tickets[1],))
