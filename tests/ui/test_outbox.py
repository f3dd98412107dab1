"""The window of a desk with a server: what waits, what came back, and the ways to settle it."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from agentdesk.clock import SetClock
from agentdesk.desk.queries.library import DraftOf
from agentdesk.desk.queries.outbox import Outbox
from agentdesk.domain.commands import (
    AssignRole,
    CompleteTicket,
    EndTicket,
    ForwardTicket,
    HandleTicket,
    Reply,
    RevokeRole,
    SaveTicketType,
    SubmitTicket,
)
from agentdesk.domain.values import Role
from agentdesk.server.presence import note_presence
from agentdesk.settings import Settings
from agentdesk.wire import PresenceRequest
from tests.builders import ADMIN, JONAS, NOAH, NOON
from tests.desk.served import ServedStage
from ui.app import open_window
from ui.cards.message_card import MessageCard
from ui.context import OUTBOX, Place
from ui.dialogs.new_ticket import NewTicketDialog
from ui.dialogs.sign_in import SignInDialog, SignOutDialog
from ui.frame.account import NextDesk
from ui.icons import Icons
from ui.nav.model import KeyRole
from ui.outbox.model import StageRole
from ui.outbox.panel import Panel
from ui.window import MainWindow

MINUTE = 60_000


@pytest.fixture
def stage(tmp_path: Path) -> Iterator[ServedStage]:
    made = ServedStage(tmp_path / "desk", SetClock(NOON))
    made.ticket = made.world.filed(NOAH, subject="Dashboard tiles show yesterday's data")
    made.world.done(HandleTicket(ticket=made.ticket), made.person)
    made.join()
    yield made
    made.close()


@pytest.fixture
def window(stage: ServedStage, qtbot: QtBot) -> Iterator[MainWindow]:
    made = open_window(stage.desk, Settings(theme="light", language="en"))
    qtbot.addWidget(made)
    made.resize(1440, 900)
    made.activateWindow()
    qtbot.waitUntil(lambda: made.context.detail is not None)
    yield made
    made.close()


def part(window: MainWindow, name: str) -> QWidget:
    found = window.findChild(QWidget, name)
    assert found is not None, name
    return found


def press(window: MainWindow, name: str, qtbot: QtBot) -> None:
    button = part(window, name)
    assert isinstance(button, QPushButton)
    assert button.isVisible(), name
    button.click()


def keys(window: MainWindow) -> list[str]:
    rows = window.nav.rows
    return [str(rows.index(row).data(KeyRole)) for row in range(rows.rowCount())]


def reply(stage: ServedStage) -> Reply:
    return Reply(ticket=stage.ticket, message=stage.desk.clock.new_id(), body_html="<p>I am on it.</p>")


def conflict(stage: ServedStage, window: MainWindow, qtbot: QtBot) -> None:
    """Completed while out of reach; its requester had written again."""
    stage.cut()
    stage.give(CompleteTicket(ticket=stage.ticket, comment="Cache was cleared."))
    stage.clock.at += MINUTE
    stage.world.now = stage.clock.at
    stage.world.done(stage.world.reply(stage.ticket, "Two tiles are still old."), NOAH)
    stage.mend()
    qtbot.waitUntil(lambda: window.context.link.attention == 1)
    window.context.set_place(Place(OUTBOX))
    qtbot.waitUntil(lambda: part(window, "outbox_title").isVisible())


def test_while_all_is_well_there_is_no_outbox_and_no_banner(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: part(window, "sync_status").property("state") == "online")
    assert OUTBOX not in keys(window)
    assert not part(window, "offline_banner").isVisible()
    assert part(window, "sync_status").accessibleName().startswith("Connected. Updated ")


def test_out_of_reach_the_banner_counts_what_waits_and_the_outbox_is_there(
    stage: ServedStage, window: MainWindow, qtbot: QtBot
) -> None:
    stage.cut()
    stage.give(reply(stage))
    stage.give(ForwardTicket(ticket=stage.ticket, to=JONAS))
    qtbot.waitUntil(lambda: window.context.link.pending == 2)
    assert part(window, "sync_status").property("state") == "offline"
    banner = window.banners.offline.text()
    assert banner == "You are offline. Everything on this computer stays readable; 2 changes wait in the Outbox."
    assert keys(window)[-1] == OUTBOX
    press(window, "banner_outbox", qtbot)
    qtbot.waitUntil(lambda: window.outbox.model.rowCount() == 2)
    stages = [window.outbox.model.index(row).data(StageRole) for row in range(2)]
    assert stages == ["waiting", "waiting"]
    assert (
        window.outbox.model.index(1)
        .data(Qt.ItemDataRole.AccessibleTextRole)
        .startswith(f"Forward {stage.world.ticket(stage.ticket).number}, Waiting to send, To: Jonas Beck")
    )


def test_try_again_sends_and_the_outbox_goes(stage: ServedStage, window: MainWindow, qtbot: QtBot) -> None:
    stage.cut()
    stage.give(reply(stage))
    qtbot.waitUntil(lambda: window.context.link.pending == 1)
    stage.cable.cut = False
    press(window, "banner_retry", qtbot)
    stage.lane.run()
    stage.run()
    qtbot.waitUntil(lambda: window.context.link.pending == 0)
    assert not part(window, "offline_banner").isVisible()
    assert OUTBOX not in keys(window)


def test_a_message_that_cannot_go_out_says_so_and_can_be_taken_back_to_the_reply_box(
    stage: ServedStage, window: MainWindow, qtbot: QtBot
) -> None:
    stage.cut()
    stage.give(reply(stage))
    qtbot.waitUntil(lambda: any(b.isVisible() for b in window.findChildren(QPushButton, "message_edit")))
    assert window.ticket.composer.tools.send.main.text() == "Send when online"
    next(b for b in window.findChildren(QPushButton, "message_edit") if b.isVisible()).click()
    qtbot.waitUntil(lambda: "I am on it." in window.ticket.composer.editor.toPlainText())
    assert stage.desk.look(Outbox()) == ()
    cards = window.ticket.findChildren(MessageCard)
    qtbot.waitUntil(lambda: not any(card.message.body_text == "I am on it." for card in cards if card.isVisible()))


def test_discarding_asks_first(stage: ServedStage, window: MainWindow, qtbot: QtBot) -> None:
    stage.cut()
    stage.give(reply(stage))
    window.context.set_place(Place(OUTBOX))
    qtbot.waitUntil(lambda: part(window, "outbox_discard").isVisible())
    part(window, "outbox_discard").setFocus()
    press(window, "outbox_discard", qtbot)
    dialog = window.findChild(QDialog, "discard_dialog")
    assert dialog is not None
    assert len(stage.desk.look(Outbox())) == 1
    dialog.submit()  # type: ignore[attr-defined]
    qtbot.waitUntil(lambda: stage.desk.look(Outbox()) == ())
    qtbot.waitUntil(lambda: part(window, "outbox_empty").isVisible())
    qtbot.waitUntil(lambda: window.focusWidget() is window.outbox.list)


def test_a_decision_shows_what_was_done_beside_what_is_there_now(
    stage: ServedStage, window: MainWindow, qtbot: QtBot
) -> None:
    conflict(stage, window, qtbot)
    number = stage.world.ticket(stage.ticket).number
    assert part(window, "outbox_title").text().replace("\u200b", "") == f"Complete {number} needs a decision"  # type: ignore[attr-defined]
    assert part(window, "outbox_chip").property("status") == "conflict"
    assert part(window, "outbox_done").accessibleName() == (
        "What you did. Action: Complete. Comment: Cache was cleared."
    )
    assert "New message: Noah Okafor: “Two tiles are still old.”" in part(window, "outbox_now").accessibleName()
    assert "Nothing was sent" in window.outbox_entry.reason.text()
    assert not part(window, "outbox_retry").isVisible()


def test_a_panel_can_say_something_else_as_often_as_needed(icons: Icons, qtbot: QtBot) -> None:
    panel = Panel(icons, "online", "sunken", "border", name="outbox_now")
    qtbot.addWidget(panel)
    panel.show()
    for status in ("pending", "reply"):
        panel.show_facts([("Status", status), ("Owner", "Mara Lindt")])
        panel.show_chip("working", status.title(), status)
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        assert panel.chip.isVisible()
        assert panel.chip.property("status") == status
    panel.show_facts([("Ticket", "gone")])
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert not panel.chip.isVisible()


def test_closing_anyway_sends_it_under_a_new_id(stage: ServedStage, window: MainWindow, qtbot: QtBot) -> None:
    conflict(stage, window, qtbot)
    before = stage.desk.look(Outbox())[0].id
    press(window, "outbox_force", qtbot)
    stage.lane.run()
    stage.run()
    assert stage.desk.look(Outbox()) == ()
    assert stage.world.ticket(stage.ticket).kind.value in ("waiting_confirmation", "done")
    assert all(entry.id != before for entry in stage.world.log(stage.ticket))


def test_the_comment_goes_out_as_a_reply_and_the_ticket_stays_open(
    stage: ServedStage, window: MainWindow, qtbot: QtBot
) -> None:
    conflict(stage, window, qtbot)
    press(window, "outbox_merge", qtbot)
    stage.lane.run()
    stage.run()
    qtbot.waitUntil(lambda: stage.desk.look(Outbox()) == ())
    bodies = [message.body_text for message in stage.world.find("message", ticket=stage.ticket)]
    assert "Cache was cleared." in bodies
    assert stage.world.ticket(stage.ticket).kind.open


def test_its_words_can_be_copied_and_its_ticket_opened(stage: ServedStage, window: MainWindow, qtbot: QtBot) -> None:
    conflict(stage, window, qtbot)
    press(window, "outbox_copy", qtbot)
    assert QGuiApplication.clipboard().text() == "Cache was cleared."
    press(window, "outbox_open", qtbot)
    assert window.context.selection == (stage.ticket,)
    assert part(window, "ticket_detail").isVisible()


def test_working_offline_is_a_wish_that_the_menu_grants_and_takes_back(
    stage: ServedStage, window: MainWindow, qtbot: QtBot
) -> None:
    qtbot.waitUntil(window.commands["work_offline"].isVisible)
    window.commands["work_offline"].trigger()
    stage.lane.run()
    qtbot.waitUntil(lambda: window.banners.offline.text().startswith("You work offline."))
    qtbot.waitUntil(lambda: window.commands["work_offline"].text() == "Go online")
    assert window.findChild(QLabel) is not None
    window.commands["work_offline"].trigger()
    stage.lane.run()
    qtbot.waitUntil(lambda: not part(window, "offline_banner").isVisible())


def test_when_the_sign_in_has_ended_the_banner_asks_for_it(
    stage: ServedStage, window: MainWindow, qtbot: QtBot
) -> None:
    stage.give(reply(stage))
    wanted: list[bool] = []
    window.banners.sign_in_wanted.connect(lambda: wanted.append(True))
    window.context.set_link(replace(window.context.link, state="signed_out", code="sign-in-needed", pending=4))
    assert window.banners.offline.text() == "Sign in again to send 4 changes."
    press(window, "banner_sign_in", qtbot)
    assert wanted == [True]
    assert part(window, "sync_status").property("state") == "offline"


def test_signing_in_again_sends_what_waits(stage: ServedStage, window: MainWindow, qtbot: QtBot) -> None:
    window.context.set_link(replace(window.context.link, state="signed_out", code="sign-in-needed"))
    press(window, "banner_sign_in", qtbot)
    dialog = window.findChild(QDialog, "sign_in_dialog")
    assert isinstance(dialog, SignInDialog)
    dialog.submit()
    qtbot.waitUntil(lambda: dialog.property("code") == "wrong-password")
    assert dialog.error.isVisible()
    dialog.password.setText("right")
    with qtbot.waitSignal(dialog.accepted):
        dialog.submit()
    part(window, "banner_sign_in").setFocus()  # as a real window gives it back when the dialog closes
    stage.run()
    qtbot.waitUntil(lambda: not part(window, "offline_banner").isVisible())
    assert window.focusWidget() is window.tickets.view()


def test_a_banner_that_goes_behind_a_dialog_leaves_the_keyboard_in_the_list(window: MainWindow, qtbot: QtBot) -> None:
    reached = window.context.link
    window.context.set_link(replace(reached, state="signed_out", code="sign-in-needed"))
    part(window, "banner_sign_in").setFocus()
    press(window, "banner_sign_in", qtbot)
    qtbot.waitUntil(lambda: isinstance(QApplication.activeWindow(), SignInDialog))
    window.context.set_link(reached)
    assert not part(window, "offline_banner").isVisible()
    assert window.focusWidget() is window.tickets.view()


def test_signing_out_names_what_has_not_been_sent_and_leaves_the_desk(
    stage: ServedStage, window: MainWindow, qtbot: QtBot
) -> None:
    stage.cut()
    stage.give(reply(stage))
    qtbot.waitUntil(lambda: window.context.link.pending == 1)
    wanted: list[NextDesk] = []
    window.account.desk_wanted.connect(wanted.append)
    window.account.sign_in_or_out()
    dialog = window.findChild(QDialog, "sign_out_dialog")
    assert isinstance(dialog, SignOutDialog)
    info = dialog.findChild(QWidget, "sign_out_info")
    assert info is not None
    assert info.accessibleName() == "1 change has not been sent. It goes out when you sign in again."
    dialog.submit()
    assert [one.address for one in wanted] == ["loop"]
    assert stage.desk.sync.signed_out  # type: ignore[union-attr]


def test_who_else_is_there_is_told_and_unknown_while_offline(
    stage: ServedStage, window: MainWindow, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: window.context.link.connected)
    mark = window.ticket.header.presence
    mark._say()
    assert not mark.isVisible()
    note_presence(stage.engine, JONAS, PresenceRequest(ticket=stage.ticket, mode="viewing"), stage.clock.at)
    mark._say()
    qtbot.waitUntil(lambda: mark.accessibleName() == "Jonas Beck is viewing")
    note_presence(stage.engine, JONAS, PresenceRequest(ticket=stage.ticket, mode="writing"), stage.clock.at)
    mark._say()
    qtbot.waitUntil(lambda: mark.accessibleName() == "Jonas Beck is writing")
    stage.cut()
    qtbot.waitUntil(lambda: mark.accessibleName() == "Who else is here is unknown while offline")


def test_a_row_of_the_list_says_who_is_at_its_ticket(stage: ServedStage, window: MainWindow, qtbot: QtBot) -> None:
    jonas = PresenceRequest(ticket=stage.ticket, mode="writing")
    note_presence(stage.engine, JONAS, jonas, stage.clock.at)
    window.tickets.company.look()
    qtbot.waitUntil(lambda: window.tickets.company.of(stage.ticket) is not None)
    row = window.tickets.feed.model.index(0, 0)
    assert row.data(Qt.ItemDataRole.ToolTipRole) == "Jonas Beck is writing"
    assert str(row.data(Qt.ItemDataRole.AccessibleTextRole)).endswith("Jonas Beck is writing")
    stage.cut()
    qtbot.waitUntil(lambda: window.tickets.company.of(stage.ticket) is None)
    assert row.data(Qt.ItemDataRole.ToolTipRole) is None


def test_the_others_hear_when_somebody_begins_to_write(stage: ServedStage, window: MainWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: window.context.link.connected)
    window.ticket.header.presence._say()
    asked = PresenceRequest(ticket=stage.ticket, mode="viewing")
    assert note_presence(stage.engine, JONAS, asked, stage.clock.at).others == [(stage.person, "viewing")]
    window.ticket.composer.editor.setPlainText("Dear Noah")
    assert note_presence(stage.engine, JONAS, asked, stage.clock.at).others == [(stage.person, "writing")]
    window.context.set_selection(())
    qtbot.waitUntil(lambda: note_presence(stage.engine, JONAS, asked, stage.clock.at).others == [])


def test_a_closed_window_looks_at_nothing_any_more(stage: ServedStage, window: MainWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: window.context.link.connected)
    window.ticket.header.presence._say()
    asked = PresenceRequest(ticket=stage.ticket, mode="viewing")
    assert note_presence(stage.engine, JONAS, asked, stage.clock.at).others != []
    window.close()
    assert note_presence(stage.engine, JONAS, asked, stage.clock.at).others == []
    assert not window.ticket.header.presence._beat.isActive()


# ------------------------------------------------------------------------------------ what came back


def shut_out(stage: ServedStage) -> None:
    """Mara serves no source any more, and Jonas has her ticket."""
    stage.world.done(RevokeRole(person=stage.person, role=Role.HANDLER), ADMIN)
    stage.world.done(ForwardTicket(ticket=stage.ticket, to=JONAS), ADMIN)


def let_in(stage: ServedStage) -> None:
    stage.world.done(AssignRole(person=stage.person, role=Role.HANDLER), ADMIN)
    stage.world.done(ForwardTicket(ticket=stage.ticket, to=stage.person), ADMIN)
    stage.run()


def came_back(stage: ServedStage, qtbot: QtBot, window: MainWindow) -> None:
    """Mara's reply, with a file, was refused while she had no access."""
    stage.cut()
    file = stage.desk.keep_bytes("slot.txt", "text/plain", b"standby_1")
    stage.give(replace(reply(stage), files=(file,)))
    shut_out(stage)
    stage.mend()
    qtbot.waitUntil(lambda: part(window, "ticket_lost").isVisible())


def typed(window: MainWindow) -> str:
    return window.ticket.composer.editor.toPlainText()


def test_who_loses_a_ticket_is_told_so_and_keeps_what_was_not_sent(
    stage: ServedStage, window: MainWindow, qtbot: QtBot
) -> None:
    window.ticket.composer.editor.setPlainText("Half a thought")
    came_back(stage, qtbot, window)
    assert window.ticket.lost.title.text() == "You no longer have access to this ticket"
    qtbot.waitUntil(lambda: window.ticket.lost.button.text() == "Show Outbox")
    assert window.tickets.feed.model.rowCount() == 0
    press(window, "ticket_lost_action", qtbot)
    qtbot.waitUntil(lambda: window.outbox.model.rowCount() == 2)
    said = [str(window.outbox.model.index(row).data(Qt.ItemDataRole.AccessibleTextRole)) for row in range(2)]
    assert [text for text in said if "I am on it." in text]
    assert [text for text in said if "Half a thought" in text and stage.world.ticket(stage.ticket).number in text]
    qtbot.waitUntil(lambda: "You no longer have access" in window.outbox_entry.reason.text())
    assert part(window, "outbox_copy").isVisible()
    assert not part(window, "outbox_retry").isVisible()


def test_what_came_back_stands_in_the_reply_box_again_with_its_files_and_is_sent_once(
    stage: ServedStage, window: MainWindow, qtbot: QtBot
) -> None:
    came_back(stage, qtbot, window)
    let_in(stage)
    qtbot.waitUntil(lambda: typed(window) == "I am on it.")
    composer = window.ticket.composer
    qtbot.waitUntil(lambda: [ref.name for ref in composer.files.refs()] == ["slot.txt"])
    qtbot.waitUntil(lambda: "stands in the reply box again" in window.ticket.came_back.strip.text())
    window.context.change_settings({"hold_seconds": 0})
    composer.send()
    qtbot.waitUntil(lambda: typed(window) == "")
    stage.run()
    qtbot.waitUntil(lambda: not window.ticket.came_back.strip.isVisible())
    assert stage.desk.look(Outbox()) == ()
    bodies = [message.body_text for message in stage.world.find("message", ticket=stage.ticket)]
    assert bodies.count("I am on it.") == 1


def test_what_came_back_leaves_a_draft_alone_until_it_is_wanted(
    stage: ServedStage, window: MainWindow, qtbot: QtBot
) -> None:
    window.ticket.composer.editor.setPlainText("Half a thought")
    came_back(stage, qtbot, window)
    let_in(stage)
    qtbot.waitUntil(lambda: part(window, "came_back_take").isVisible())
    assert typed(window) == "Half a thought"
    assert "“I am on it.” came back" in window.ticket.came_back.strip.text()
    press(window, "came_back_take", qtbot)
    qtbot.waitUntil(lambda: typed(window).split() == ["I", "am", "on", "it.", "Half", "a", "thought"])
    qtbot.waitUntil(lambda: not part(window, "came_back_take").isVisible())


def test_what_came_back_and_is_let_go_leaves_its_reply_box(
    stage: ServedStage, window: MainWindow, qtbot: QtBot
) -> None:
    came_back(stage, qtbot, window)
    let_in(stage)
    qtbot.waitUntil(lambda: typed(window) == "I am on it.")
    qtbot.waitUntil(lambda: window.ticket.composer.draft is not None and window.ticket.composer.draft.kept)
    stage.desk.discard(stage.desk.look(Outbox())[0].id)
    qtbot.waitUntil(lambda: typed(window) == "")
    assert not window.ticket.came_back.strip.isVisible()


def test_a_new_ticket_that_came_back_opens_in_its_form_and_sent_from_there_is_settled(
    stage: ServedStage, window: MainWindow, qtbot: QtBot
) -> None:
    kind = SaveTicketType(type=stage.world.new_id(), source="agentdesk", name="Noise")
    stage.world.done(kind, ADMIN)
    stage.run()
    stage.cut()
    new = SubmitTicket(
        ticket=stage.clock.new_id(), message=stage.clock.new_id(), source="agentdesk", type=kind.type,
        body_html="<p>It hums.</p>", contact="mara@example.org",
    )  # fmt: skip
    stage.give(new)
    stage.world.done(replace(kind, enabled=False), ADMIN)
    stage.mend()
    qtbot.waitUntil(lambda: [row.state for row in stage.desk.look(Outbox())] == ["returned"])
    window.context.set_place(Place(OUTBOX))
    qtbot.waitUntil(lambda: part(window, "outbox_edit").isVisible())
    press(window, "outbox_edit", qtbot)
    qtbot.waitUntil(lambda: form(window) is not None and "It hums." in form(window).parts.description.html())
    dialog = form(window)
    dialog.draft.save()
    window.context.change_settings({"hold_seconds": 0})
    dialog.submit()
    qtbot.waitUntil(lambda: stage.desk.look(Outbox()) == () or stage.desk.look(Outbox())[0].state != "returned")
    stage.run()
    assert stage.desk.look(Outbox()) == ()
    assert len(stage.world.find("ticket", subject="It hums.")) == 1


def test_a_new_ticket_taken_back_before_it_went_out_opens_in_its_form(
    stage: ServedStage, window: MainWindow, qtbot: QtBot
) -> None:
    stage.cut()
    new = SubmitTicket(
        ticket=stage.clock.new_id(), message=stage.clock.new_id(), source="agentdesk", body_html="<p>It hums.</p>"
    )
    window.context.give(new)
    window.context.set_place(Place(OUTBOX))
    qtbot.waitUntil(lambda: part(window, "outbox_edit").isVisible())
    press(window, "outbox_edit", qtbot)
    qtbot.waitUntil(lambda: form(window) is not None and "It hums." in form(window).parts.description.html())
    assert stage.desk.look(Outbox()) == ()


def test_a_reply_that_crossed_another_says_above_its_words_whose(
    stage: ServedStage, window: MainWindow, qtbot: QtBot
) -> None:
    stage.cut()
    stage.give(reply(stage))
    stage.world.done(stage.world.reply(stage.ticket, "Never mind, it works again"), NOAH)
    stage.mend()
    qtbot.waitUntil(lambda: window.ticket.findChild(QWidget, "message_crossed") is not None)
    shown = [label.text() for label in part(window, "message_crossed").findChildren(QLabel)]
    assert "Written before Noah Okafor’s message above had arrived" in shown
    cards = window.ticket.findChildren(MessageCard)
    assert [card.message.body_text for card in cards if card.message.crossed] == ["I am on it."]


def form(window: MainWindow) -> NewTicketDialog:
    return window.findChild(NewTicketDialog)


def test_what_cannot_be_sent_to_a_closed_ticket_can_be_copied_there(
    stage: ServedStage, window: MainWindow, qtbot: QtBot
) -> None:
    stage.cut()
    stage.give(reply(stage))
    stage.world.done(EndTicket(ticket=stage.ticket), NOAH)
    stage.mend()
    qtbot.waitUntil(lambda: part(window, "came_back_copy").isVisible())
    assert window.ticket.composer.locked.isVisible()
    assert not part(window, "came_back_again").isVisible()
    press(window, "came_back_copy", qtbot)
    assert QGuiApplication.clipboard().text() == "I am on it."


def test_what_was_typed_into_a_ticket_that_closed_meanwhile_can_be_copied_or_let_go(
    stage: ServedStage, window: MainWindow, qtbot: QtBot
) -> None:
    window.ticket.composer.editor.setPlainText("Half a thought")
    stage.world.done(EndTicket(ticket=stage.ticket), NOAH)
    stage.run()
    qtbot.waitUntil(lambda: "“Half a thought”" in window.ticket.came_back.strip.text())
    press(window, "came_back_copy", qtbot)
    assert QGuiApplication.clipboard().text() == "Half a thought"
    press(window, "came_back_discard", qtbot)
    dialog = window.findChild(QDialog, "discard_dialog")
    assert dialog is not None
    dialog.submit()  # type: ignore[attr-defined]
    qtbot.waitUntil(lambda: not window.ticket.came_back.strip.isVisible())
    qtbot.waitUntil(lambda: stage.desk.look(DraftOf(stage.ticket, "reply")) is None)
