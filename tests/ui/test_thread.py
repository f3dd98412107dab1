"""A ticket on the screen: header, what happens next, messages in order, and what may be done."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from agentdesk.desk.queries.rows import AttachmentRow
from agentdesk.desk.queries.thread import PAGE
from agentdesk.domain.commands import AddNote, CancelTicket, EndTicket, FileRef, LogCall, Reply
from agentdesk.domain.values import Id
from tests.ui.conftest import Office
from ui.actions import Actions
from ui.cards.files import FileDoors, may_be_opened
from ui.cards.lines import Separator, SystemLine
from ui.cards.message_card import MessageCard
from ui.context import Context, Place
from ui.facts import Facts
from ui.icons import Icons
from ui.thread.draft import Drafts
from ui.thread.view import ThreadPane


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
    context.set_place(Place("support.mine"))
    return pane


@pytest.fixture
def pane(office: Office, icons: Icons, qtbot: QtBot) -> Iterator[ThreadPane]:
    made = make_pane(office, icons, qtbot)
    yield made
    made.composer.leave()


def show(pane: ThreadPane, ticket: Id, qtbot: QtBot) -> None:
    pane.context.set_selection((ticket,))
    qtbot.waitUntil(lambda: bool(pane.stream.entries()) and not pane.stream.is_building())
    pane.actions_table.refresh()


def buttons(pane: ThreadPane) -> list[str]:
    row = pane.header.row
    return [b.objectName() for b in row.findChildren(QPushButton) if b.objectName().startswith("action_")
            and b.objectName() != "action_more" and not b.isHidden()] + [
        b.objectName() for b in row.hidden_buttons()]  # fmt: skip


def texts(pane: ThreadPane) -> list[str]:
    return [card.body.toPlainText() for card in pane.stream.cards()]


def said(office: Office, place: int, by: str, text: str) -> None:
    office.give(Reply(ticket=office.tickets[place], message=office.clock.new_id(), body_html=f"<p>{text}</p>"), by)


# ---------------------------------------------------------------------------------------- header and next step


@pytest.mark.rule("CS-12")
def test_the_head_says_what_it_is(pane: ThreadPane, office: Office, qtbot: QtBot) -> None:
    show(pane, office.tickets[0], qtbot)
    assert pane.property("ticketId") == office.tickets[0]
    assert pane.header.title.text() == "Replication to standby stops after failover"
    assert pane.header.chip.property("status") == "processing"
    pane.header.copy.click()
    assert QGuiApplication.clipboard().text() == pane.header.number.text()


def test_the_main_button_comes_first(pane: ThreadPane, office: Office, qtbot: QtBot) -> None:
    show(pane, office.tickets[0], qtbot)
    assert buttons(pane)[:2] == ["action_reply", "action_request_confirmation"]
    show(pane, office.tickets[4], qtbot)
    assert buttons(pane)[0] == "action_handle"


@pytest.mark.rule("GU-32")
def test_a_cancelled_ticket_takes_no_reply_and_says_why(pane: ThreadPane, office: Office, qtbot: QtBot) -> None:
    office.give(CancelTicket(ticket=office.tickets[4], reason="solved"), "noah.okafor")
    show(pane, office.tickets[4], qtbot)
    assert not pane.composer.locked.isHidden()
    assert pane.composer.paper.isHidden()
    assert "was cancelled" in pane.composer.locked.sentence.text()
    assert "action_reply" not in buttons(pane)


def test_the_next_step_names_whose_turn_it_is(pane: ThreadPane, office: Office, qtbot: QtBot) -> None:
    show(pane, office.tickets[0], qtbot)
    assert pane.next_step.text() == "It is your turn: Noah Okafor waits for an answer."
    show(pane, office.tickets[1], qtbot)
    assert pane.next_step.text() == "Noah Okafor has written and waits for your answer."
    show(pane, office.tickets[3], qtbot)
    assert pane.next_step.text().startswith("Jonas Beck")
    show(pane, office.tickets[4], qtbot)
    assert pane.next_step.text().startswith("Nobody owns this ticket yet. Choose Handle")


@pytest.mark.rule("CS-30")
def test_after_the_end_a_requester_is_led_to_a_new_ticket(office: Office, icons: Icons, qtbot: QtBot) -> None:
    office.give(EndTicket(ticket=office.tickets[0]), "noah.okafor")
    office.desk.close()
    office.open("noah.okafor")
    pane = make_pane(office, icons, qtbot)
    show(pane, office.tickets[0], qtbot)
    assert pane.next_step.text().startswith(
        "This ticket was closed. If you have more questions, open a new ticket and refer to this one."
    )
    assert buttons(pane)[0] == "action_feedback"


# ---------------------------------------------------------------------------------------- messages


@pytest.mark.rule("RS-24")
def test_messages_stand_in_the_order_of_arrival(pane: ThreadPane, office: Office, qtbot: QtBot) -> None:
    show(pane, office.tickets[1], qtbot)
    assert texts(pane) == ["Unbind MFA – lost phone, locked out of console", "Which phone?", "The old one."]


@pytest.mark.rule("RS-21")
def test_cards_name_the_side_of_their_author(pane: ThreadPane, office: Office, qtbot: QtBot) -> None:
    show(pane, office.tickets[1], qtbot)
    assert [card.side for card in pane.stream.cards()] == ["Requester", "Support", "Requester"]


def test_a_note_is_told_apart_by_word_and_lock(pane: ThreadPane, office: Office, qtbot: QtBot) -> None:
    show(pane, office.tickets[0], qtbot)
    note = pane.stream.cards()[-1]
    assert note.property("kind") == "note"
    assert note.side == "Internal note"


@pytest.mark.rule("RS-22")
@pytest.mark.rule("RS-23")
def test_system_lines_say_who_may_read_them(pane: ThreadPane, office: Office, qtbot: QtBot) -> None:
    show(pane, office.tickets[3], qtbot)
    lines = pane.stream.findChildren(SystemLine)
    sentences = [line.label.text() for line in lines]
    assert any(sentence.startswith("Forwarded to Jonas Beck by Mara Lindt") for sentence in sentences)
    forwarded = next(line for line in lines if line.label.text().startswith("Forwarded"))
    assert "Staff only" in [label.text() for label in forwarded.findChildren(type(forwarded.label))]


def test_days_are_divided(pane: ThreadPane, office: Office, qtbot: QtBot) -> None:
    office.clock.at += 3 * 24 * 3_600_000
    said(office, 1, "noah.okafor", "Still waiting")
    show(pane, office.tickets[1], qtbot)
    lines = (line for line in pane.stream.findChildren(Separator) if line.objectName() == "day_separator")
    assert {line.accessibleName() for line in lines} == {"Friday, 22 November", "Today"}


def test_what_is_new_is_marked_and_then_counts_as_read(pane: ThreadPane, office: Office, qtbot: QtBot) -> None:
    show(pane, office.tickets[1], qtbot)
    pane.context.set_selection(())
    said(office, 1, "noah.okafor", "And another thing")
    show(pane, office.tickets[1], qtbot)
    news = [line for line in pane.stream.findChildren(Separator) if line.objectName() == "new_separator"]
    assert len(news) == 1
    assert pane.context.detail is not None
    assert not pane.context.detail.row.unread


def test_a_message_that_comes_while_it_is_shown_joins_the_thread(
    pane: ThreadPane, office: Office, qtbot: QtBot
) -> None:
    show(pane, office.tickets[1], qtbot)
    kept = pane.stream.cards()
    said(office, 1, "noah.okafor", "It works again")
    qtbot.waitUntil(lambda: texts(pane)[-1:] == ["It works again"])
    assert pane.stream.cards()[:3] == kept
    assert pane.stream.is_at_end()


def test_a_long_thread_shows_its_end_and_loads_what_was_before(pane: ThreadPane, office: Office, qtbot: QtBot) -> None:
    for number in range(60):
        said(office, 1, "noah.okafor", f"message {number}")
    show(pane, office.tickets[1], qtbot)
    assert len(pane.stream.entries()) == PAGE
    assert texts(pane)[-1] == "message 59"
    assert not pane.stream.earlier.isHidden()
    pane.stream.earlier.click()
    qtbot.waitUntil(lambda: not pane.stream.is_building() and len(pane.stream.entries()) > PAGE)
    assert texts(pane)[0].startswith("Unbind MFA")
    assert pane.stream.earlier.isHidden()


def test_five_hundred_messages_are_made_in_slices(pane: ThreadPane, office: Office, qtbot: QtBot) -> None:
    for number in range(120):
        said(office, 1, "noah.okafor", f"message {number}")
    pane.context.set_selection((office.tickets[1],))
    assert 0 < len(pane.stream.entries()) < PAGE
    qtbot.waitUntil(lambda: not pane.stream.is_building())
    assert len(pane.stream.entries()) == PAGE


def test_words_are_found_in_a_ticket(pane: ThreadPane, office: Office, qtbot: QtBot) -> None:
    show(pane, office.tickets[1], qtbot)
    pane.start_search()
    qtbot.keyClicks(pane.find_bar.field.edit, "phone")
    assert pane.find_bar.count.text() == "2 found"


def test_a_message_folds_to_its_first_line(pane: ThreadPane, office: Office, qtbot: QtBot) -> None:
    show(pane, office.tickets[1], qtbot)
    card: MessageCard = pane.stream.cards()[-1]
    pane.actions_table["expand_message"].trigger()
    assert card.is_folded()
    pane.actions_table["expand_all"].trigger()
    assert not any(card.is_folded() for card in pane.stream.cards())


@pytest.mark.rule("CS-15")
def test_a_call_says_that_there_is_no_transcript(pane: ThreadPane, office: Office, qtbot: QtBot) -> None:
    ticket = office.clock.new_id()
    call = LogCall(ticket=ticket, message=office.clock.new_id(), source="desk", requester=office.people["zhang.wei"],
                   minutes=12, body_html="<p>Wants a refund</p>")  # fmt: skip
    office.give(call, "mara.lindt")
    show(pane, ticket, qtbot)
    assert pane.findChild(QWidget, "call_card") is not None
    assert pane.stream.cards()[0].side == "Phone call, 12 min"
    assert pane.header.title.text().replace("\u200b", "") == "Phone call – zhang.wei"


# ---------------------------------------------------------------------------------------- files


def attached(office: Office, qtbot: QtBot, pane: ThreadPane, name: str, content: bytes) -> AttachmentRow:
    ref = office.desk.keep_bytes(name, "application/octet-stream", content)
    office.give(AddNote(ticket=office.tickets[0], message=office.clock.new_id(), body_html="<p>see</p>", files=(ref,)),
                "mara.lindt")  # fmt: skip
    show(pane, office.tickets[0], qtbot)
    return pane.stream.cards()[-1].message.attachments[0]


def test_opening_a_file_opens_a_copy_that_only_its_reader_can_read(
    pane: ThreadPane, office: Office, qtbot: QtBot
) -> None:
    file = attached(office, qtbot, pane, "log.txt", b"lines")
    opened: list[QUrl] = []
    doors = FileDoors(office.desk, lambda url: opened.append(url) is None)
    doors.open_copy(file)
    path = Path(opened[0].toLocalFile())
    assert path.read_bytes() == b"lines"
    assert path.parent.stat().st_mode & 0o777 == 0o700
    assert path.stat().st_mode & 0o777 == 0o600
    assert office.desk.directory not in path.parents


@pytest.mark.parametrize("name", ["a.exe", "b.html", "c.pdf.lnk", "d.docm", "e.SVG", "f\u202egpj.exe"])
def test_what_could_run_is_never_opened(office: Office, name: str) -> None:
    ref = FileRef(id="x", name=name, size=1, media_type="", sha256="0" * 64)
    row = AttachmentRow(id="x", name=ref.name, size=1, media_type="", sha256=ref.sha256)
    opened: list[QUrl] = []
    refused: list[str] = []
    doors = FileDoors(office.desk, lambda url: opened.append(url) is None)
    doors.failed.connect(refused.append)
    doors.open_copy(row)
    assert not may_be_opened(row)
    assert opened == []
    assert "only saved" in refused[0]


def test_a_file_whose_bytes_are_not_here_says_so(pane: ThreadPane, office: Office, qtbot: QtBot) -> None:
    file = attached(office, qtbot, pane, "log.txt", b"gone soon")
    office.desk.blobs.path(file.sha256).unlink()
    pane.doors.save_to(file, office.directory / "out.txt")
    assert "could not be copied" in pane.trouble.text()


# ---------------------------------------------------------------------------------------- none and several


def test_without_a_selection_the_pane_says_what_to_do(pane: ThreadPane) -> None:
    assert pane.empty.isVisible()
    assert pane.empty.title.text() == "No ticket selected"


def test_several_tickets_are_acted_on_together_with_a_result_each(
    pane: ThreadPane, office: Office, qtbot: QtBot
) -> None:
    both = (office.tickets[0], office.tickets[4])
    pane.context.set_selection(both)
    assert pane.bulk.isVisible()
    assert pane.bulk.title.text() == "2 tickets selected"
    assert "bulk_forward_ticket" in [b.objectName() for b in pane.bulk.findChildren(QPushButton)]
    note = {"body_html": "<p>x</p>"}
    pane.context.give_each(
        tuple(
            AddNote(ticket=ticket, message=office.clock.new_id(), **note) for ticket in (*both, office.clock.new_id())
        )
    )
    assert pane.bulk.result.text().startswith("2 done, 1 refused\n")


def test_what_is_marked_unread_by_hand_stays_so_while_it_is_shown(
    pane: ThreadPane, office: Office, qtbot: QtBot
) -> None:
    show(pane, office.tickets[1], qtbot)
    pane.actions_table["mark_unread"].trigger()
    assert pane.context.detail is not None
    assert pane.context.detail.row.unread


def test_finding_reaches_messages_that_were_not_loaded(pane: ThreadPane, office: Office, qtbot: QtBot) -> None:
    for number in range(40):
        said(office, 1, "noah.okafor", f"message {number}")
    show(pane, office.tickets[1], qtbot)
    pane.start_search()
    qtbot.keyClicks(pane.find_bar.field.edit, "locked out")
    qtbot.waitUntil(lambda: pane.find_bar.count.text() == "1 found")


def test_a_message_that_can_be_taken_back_says_so(pane: ThreadPane, office: Office, qtbot: QtBot) -> None:
    show(pane, office.tickets[1], qtbot)
    pane.context.give(Reply(ticket=office.tickets[1], message=office.clock.new_id(), body_html="<p>Soon</p>"))
    qtbot.waitUntil(lambda: texts(pane)[-1:] == ["Soon"])
    card = pane.stream.cards()[-1]
    assert card.waits
    assert "waits to be sent" in card.accessibleName()
    pane.context.settle()
    qtbot.waitUntil(lambda: not pane.stream.cards()[-1].waits)


def test_another_language_makes_the_words_anew(pane: ThreadPane, office: Office, qtbot: QtBot) -> None:
    show(pane, office.tickets[1], qtbot)
    before = pane.stream.cards()[0]
    QApplication.sendEvent(pane, QEvent(QEvent.Type.LanguageChange))
    qtbot.waitUntil(lambda: bool(pane.stream.cards()) and not pane.stream.is_building())
    assert pane.stream.cards()[0] is not before
    assert texts(pane)[-1] == "The old one."
