"""The main window: what it shows, remembers and says, and how work moves through it."""

import gc
import json
from collections import Counter
from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QDialog,
    QHeaderView,
    QLineEdit,
    QTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from agentdesk.desk import DeskError, Draft, open_desk
from agentdesk.desk.queries.detail import Detail
from agentdesk.desk.queries.outbox import Outbox
from agentdesk.desk.queries.rows import Refusal
from agentdesk.desk.queries.setup import SetUpOf
from agentdesk.desk.worker import Inline, Worker
from agentdesk.domain.commands import ForwardTicket, HandleTicket, Reply, SaveSource, SaveTicketType, SubmitTicket
from agentdesk.domain.values import StateKind
from agentdesk.settings import Settings, load
from tests.ui.conftest import Office
from ui.app import CollectHere, open_window
from ui.context import Place
from ui.dialogs.preferences import PreferencesDialog
from ui.window import MainWindow


def _opened(office: Office, qtbot: QtBot) -> MainWindow:
    made = open_window(office.desk, Settings(theme="light", language="en"))
    qtbot.addWidget(made)
    qtbot.waitUntil(lambda: bool(made.context.place.queue))
    return made


def _settle_events() -> None:
    QApplication.processEvents()
    QApplication.processEvents()


def test_it_opens_on_my_pending_with_the_first_ticket(window: MainWindow, office: Office) -> None:
    assert window.windowTitle() == "desk – AgentDesk"
    assert window.context.place == Place("support.pending")
    assert window.ticket.property("ticketId") == office.tickets[0]
    assert window.nav.rows.entry(1).count == 3
    assert window.header.desk.text() == "desk"


def test_a_desk_that_is_called_as_the_program_is_named_once(window: MainWindow, office: Office, qtbot: QtBot) -> None:
    office.give(SaveSource(source="desk", title="AgentDesk", scheme="agentdesk"), "maker")
    qtbot.waitUntil(lambda: window.windowTitle() == "AgentDesk")


def _is_used(widget: QWidget) -> bool:
    """Parts that Qt makes for itself have no words, and a button without words is never shown."""
    kinds = (QAbstractButton, QAbstractItemView, QComboBox, QHeaderView, QLineEdit, QTextEdit)
    own = isinstance(widget, QHeaderView) or widget.objectName().startswith("qt_") or widget.isWindow()
    popup = widget.parentWidget() is not None and widget.parentWidget().isWindow() and not widget.objectName()
    return isinstance(widget, kinds) and not own and not popup and not (widget.isHidden() and _words(widget) == "")


def _words(widget: QWidget) -> str:
    return widget.accessibleName() or str(getattr(widget, "text", str)())


def test_everything_one_can_use_has_a_name_for_programs_and_for_readers(window: MainWindow) -> None:
    used = [widget for widget in window.findChildren(QWidget) if _is_used(widget)]
    assert len(used) > 30
    assert [type(widget) for widget in used if not widget.objectName() or not _words(widget)] == []
    twice = [
        name
        for parent in {widget.parentWidget() for widget in used}
        for name, count in Counter(child.objectName() for child in used if child.parentWidget() is parent).items()
        if count > 1
    ]
    assert twice == []


def test_forwarding_is_told_in_a_toast_and_undone_by_the_keyboard(
    window: MainWindow, office: Office, qtbot: QtBot
) -> None:
    number = window.context.detail.row.number if window.context.detail else ""
    window.context.give(ForwardTicket(ticket=office.tickets[0], to=office.people["jonas.beck"]))
    qtbot.waitUntil(lambda: bool(window.stack.toasts()))
    assert window.stack.toasts()[0].words.text == f"Forwarded {number} to Jonas Beck"
    window.commands["undo_command"].trigger()
    qtbot.waitUntil(lambda: not window.stack.toasts())
    found = office.desk.look(Detail(office.tickets[0]))
    assert found is not None
    assert found.handler is not None
    assert found.handler.user_name == "mara.lindt"


def test_undo_in_the_toast_does_the_same(window: MainWindow, office: Office, qtbot: QtBot) -> None:
    window.context.give(ForwardTicket(ticket=office.tickets[0], to=office.people["jonas.beck"]))
    qtbot.waitUntil(lambda: bool(window.stack.toasts()))
    qtbot.mouseClick(window.stack.toasts()[0].undo, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not office.desk.look(Outbox()))


def test_a_reply_that_is_undone_lies_in_the_composer_again(window: MainWindow, office: Office, qtbot: QtBot) -> None:
    text = "<p>Please run the collector.</p>"
    window.context.give(Reply(ticket=office.tickets[0], message=office.clock.new_id(), body_html=text))
    qtbot.waitUntil(window.commands["undo_command"].isEnabled)
    window.commands["undo_command"].trigger()
    qtbot.waitUntil(lambda: "Please run the collector." in window.ticket.composer.editor.toPlainText())


def test_a_reply_that_is_undone_is_shown_though_the_list_hears_late_that_its_ticket_went(
    window: MainWindow, office: Office, qtbot: QtBot
) -> None:
    """The list is read on another thread than the one that undoes: its answer may come after the undo."""
    direct, late = office.desk.post, list[Callable[[], None]]()
    text = "<p>Please run the collector.</p>"
    office.desk.post = late.append
    window.context.give(Reply(ticket=office.tickets[0], message=office.clock.new_id(), body_html=text))
    late.pop()()  # that the reply is held; what the list was told stays behind
    window.context.undo_last()
    late.pop()()  # that it is undone
    office.desk.post = direct
    assert late
    for job in late:
        job()
    qtbot.waitUntil(lambda: "Please run the collector." in window.ticket.composer.editor.toPlainText())
    _settle_events()
    assert window.context.selection == (office.tickets[0],)
    assert window.ticket.composer.editor.toPlainText().count("collector") == 1


def test_a_ticket_that_undo_brings_back_is_not_left_for_one_that_was_still_being_looked_up(
    window: MainWindow, office: Office, qtbot: QtBot
) -> None:
    direct, late = office.desk.post, list[Callable[[], None]]()
    window.tickets.feed.model.forget_all()  # as it does every minute: the next row must be asked for
    office.desk.post = late.append
    window.tickets.picking.go_to(1)
    window.context.undone.emit(Reply(ticket=office.tickets[0], message="m", body_html="<p>Words</p>"))
    office.desk.post = direct
    assert late
    for job in late:
        job()
    _settle_events()
    assert window.context.selection == (office.tickets[0],)


def test_what_happened_is_kept_in_the_bell(window: MainWindow, office: Office, qtbot: QtBot) -> None:
    window.context.give(ForwardTicket(ticket=office.tickets[0], to=office.people["jonas.beck"]))
    qtbot.waitUntil(lambda: bool(window.header.bell.notices()))
    menu = window.header.bell.filled_menu()
    assert menu.actions()[0].isEnabled()
    assert menu.actions()[0].text().endswith("· Undo")
    menu.actions()[0].trigger()
    qtbot.waitUntil(lambda: not office.desk.look(Outbox()))
    assert not window.header.bell.filled_menu().actions()[0].isEnabled()


def test_settling_at_once_ends_every_undo(window: MainWindow, office: Office, qtbot: QtBot) -> None:
    window.context.give(ForwardTicket(ticket=office.tickets[0], to=office.people["jonas.beck"]))
    qtbot.waitUntil(lambda: bool(window.stack.toasts()))
    window.commands["settle"].trigger()
    qtbot.waitUntil(lambda: not window.stack.toasts())
    assert office.desk.look(Outbox()) == ()


def test_a_refusal_is_a_sentence_in_a_banner(window: MainWindow, office: Office, qtbot: QtBot) -> None:
    window.context.give(HandleTicket(ticket=office.tickets[0]))
    qtbot.waitUntil(lambda: not window.banners.refusal.isHidden())
    assert window.banners.refusal.text() == "Handle: This person already handles the ticket."


def test_trouble_with_the_disk_stays_until_something_is_written(
    window: MainWindow, office: Office, qtbot: QtBot
) -> None:
    window.context.troubled.emit(DeskError("disk-full"))
    assert "The disk is full" in window.banners.trouble.text()
    window.context.give(HandleTicket(ticket=office.tickets[4]))
    qtbot.waitUntil(lambda: window.banners.trouble.isHidden())


def test_what_several_tickets_refused_is_counted(window: MainWindow, office: Office, qtbot: QtBot) -> None:
    window.context.give_each(tuple(HandleTicket(ticket=office.tickets[place]) for place in (0, 4, 5)))
    qtbot.waitUntil(lambda: not window.banners.refusal.isHidden())
    assert window.banners.refusal.text().startswith("Done for 2 of 3 tickets.")


def test_a_desk_for_reading_says_so(office: Office, qtbot: QtBot) -> None:
    reading = open_desk(office.directory, "mara.lindt", write=False)
    made = open_window(reading, Settings(language="en"))
    qtbot.addWidget(made)
    assert not made.banners.read_only.isHidden()
    made.close()
    reading.close()


def test_looking_at_a_desk_for_reading_complains_of_nothing(office: Office, qtbot: QtBot) -> None:
    """Neither reading a message nor finding a draft again is a wish to write."""
    kept = Draft(key=office.tickets[0], kind="reply", body="<p>Half a sentence</p>")
    office.desk.save_draft(kept)
    office.desk.close()
    office.desk = open_desk(office.directory, "mara.lindt", write=False, worker=Inline)
    made = open_window(office.desk, Settings(language="en"))
    qtbot.addWidget(made)
    qtbot.waitUntil(lambda: made.ticket.composer.editor.toPlainText() == "Half a sentence")
    qtbot.waitUntil(lambda: bool(made.ticket.stream.entries()) and not made.ticket.stream.is_building())
    assert not made.ticket.composer.draft._pause.isActive()
    assert made.banners.trouble.isHidden()
    made.close()


def test_width_takes_panes_away_one_after_the_other(window: MainWindow, qtbot: QtBot) -> None:
    assert window.arrangement.step == "wide"
    assert window.properties.isVisible()
    window.resize(1100, 700)
    assert not window.properties.isVisible()
    window.commands["toggle_properties"].trigger()
    assert window.properties.isVisible()
    window.resize(900, 700)
    assert window.arrangement.step == "rail"
    assert window.nav.list.places.rail
    window.resize(730, 700)
    assert window.arrangement.step == "single"
    assert not window.ticket.isVisible()
    window.tickets.entered.emit()
    assert window.ticket.isVisible()
    assert not window.tickets.isVisible()
    qtbot.mouseClick(window.header.back, Qt.MouseButton.LeftButton)
    assert window.tickets.isVisible()


def test_in_the_narrowest_window_a_reply_leads_to_the_ticket(window: MainWindow, qtbot: QtBot) -> None:
    window.resize(730, 700)
    window.tickets.focus_list()
    assert not window.ticket.isVisible()
    window.commands["reply"].trigger()
    assert window.ticket.isVisible()
    qtbot.waitUntil(window.ticket.composer.editor.hasFocus)


def test_the_navigation_hides_with_its_key(window: MainWindow) -> None:
    window.commands["toggle_nav"].trigger()
    assert not window.nav.isVisible()
    window.commands["toggle_nav"].trigger()
    assert window.nav.isVisible()


def test_without_a_ticket_there_are_no_properties(window: MainWindow, qtbot: QtBot) -> None:
    window.context.set_selection(())
    qtbot.waitUntil(lambda: not window.properties.isVisible())


def test_f6_goes_round_the_panes(window: MainWindow, qtbot: QtBot) -> None:
    window.tickets.focus_list()
    seen = []
    for _ in range(4):
        window.commands["next_pane"].trigger()
        focus = QApplication.focusWidget()
        panes = (window.nav, window.tickets, window.ticket, window.properties)
        seen.append(next((pane.objectName() for pane in panes if focus and pane.isAncestorOf(focus)), ""))
    assert seen == ["ticket_detail", "properties", "nav_pane", "list_pane"]


def test_the_thread_shows_that_it_has_the_focus(window: MainWindow) -> None:
    ring = window.ticket.stream.ring
    window.tickets.focus_list()
    assert not ring.isVisible()
    window.ticket.focus_thread()
    assert ring.isVisible()
    assert ring.geometry() == window.ticket.stream.rect()
    assert ring.grab().toImage().pixelColor(20, 1) == window.icons.theme.color("focus")


def test_in_a_low_window_the_reply_box_is_a_line_until_somebody_writes(window: MainWindow, qtbot: QtBot) -> None:
    window.resize(720, 480)
    window.tickets.entered.emit()
    _settle_events()
    composer, pane = window.ticket.composer, window.ticket
    assert pane.stream.hasFocus()
    assert composer.height() < pane.stream.height()
    window.commands["reply"].trigger()
    assert composer.tools.isVisible()
    assert composer.top.isVisible()
    composer.tools.send.main.setFocus()  # still within the box
    assert composer.tools.isVisible()
    composer.editor.insertPlainText("a line\n" * 30)
    assert composer.editor.height() <= pane.height() * 0.36
    pane.focus_thread()
    assert composer.tools.isVisible()  # what is written can still be sent
    composer.editor.clear()
    assert composer.tools.isHidden()
    window.resize(1440, 900)
    assert composer.tools.isVisible()


def test_back_and_forth_go_through_what_was_looked_at(window: MainWindow, office: Office, qtbot: QtBot) -> None:
    window.context.set_place(Place("support.queue"))
    window.context.set_selection((office.tickets[4],))
    window.commands["back"].trigger()
    assert window.context.place == Place("support.pending")
    assert window.context.selection == (office.tickets[0],)
    window.commands["forth"].trigger()
    assert window.context.place == Place("support.queue")


def test_the_window_is_as_it_was_left(office: Office, qtbot: QtBot) -> None:
    first = _opened(office, qtbot)
    first.context.set_place(Place("support.queue", ("unread=",), "newest"))
    first.context.set_selection((office.tickets[5],))
    first.arrangement.want_nav(False)
    first.close()
    second = _opened(office, qtbot)
    qtbot.waitUntil(lambda: second.context.selection == (office.tickets[5],))
    assert second.context.place == Place("support.queue", ("unread=",), "newest")
    assert not second.arrangement.nav_wanted
    second.close()


def test_windows_of_tickets_come_back_and_those_of_tickets_one_may_not_see_do_not(office: Office, qtbot: QtBot) -> None:
    first = _opened(office, qtbot)
    for place in (4, 1):
        first.context.set_selection((office.tickets[place],))
        qtbot.waitUntil(first.commands["open_window"].isEnabled)
        first.commands["open_window"].trigger()
    first.others.by_ticket[office.tickets[1]].resize(701, 562)
    _settle_events()
    first.memory._geometry.flush()
    first.close()
    assert not first.others.by_ticket
    kept, gone = first.memory._kept(), office.clock.new_id()
    first.memory._geometry.remember(first.memory._key(), json.dumps({**kept, "windows": [*kept["windows"], gone]}))
    second = _opened(office, qtbot)
    qtbot.waitUntil(lambda: set(second.others.by_ticket) == {office.tickets[1], office.tickets[4]})
    assert second.others.by_ticket[office.tickets[1]].size().width() == 701
    assert second.others.by_ticket[office.tickets[4]].isVisible()
    second.close()


def test_a_thread_is_where_it_was_read_to(office: Office, qtbot: QtBot) -> None:
    for number in range(40):
        office.give(
            Reply(ticket=office.tickets[0], message=office.clock.new_id(), body_html=f"<p>Number {number}</p>" * 6),
            "mara.lindt",
        )
    first = _opened(office, qtbot)
    first.context.set_place(Place("support.all"))
    first.context.set_selection((office.tickets[0],))
    stream = first.ticket.stream
    qtbot.waitUntil(lambda: len(stream.entries()) == 30 and not stream.is_building() and not stream._settled.isActive())
    assert stream.topmost() is None
    stream.verticalScrollBar().setValue(stream.entries()[12].content.y() + 3)
    read = stream.topmost()
    assert read == stream.entries()[12].message.id
    first.close()
    second = _opened(office, qtbot)
    again = second.ticket.stream
    qtbot.waitUntil(lambda: bool(again.entries()) and not again.is_building() and not again._settled.isActive())
    assert again.topmost() == read
    second.close()


def test_a_preference_shows_at_once_and_is_kept(window: MainWindow, qtbot: QtBot) -> None:
    window.commands["theme_dark"].trigger()
    assert window.icons.theme.dark
    qtbot.waitUntil(lambda: load().settings.theme == "dark")
    before = window.icons.theme.em(10)
    window.commands["text_larger"].trigger()
    assert window.icons.theme.em(10) > before
    window.commands["text_reset"].trigger()
    window.commands["theme_light"].trigger()
    assert not window.icons.theme.dark


def test_the_number_is_copied(window: MainWindow) -> None:
    window.commands["copy_number"].trigger()
    assert window.context.detail is not None
    assert QApplication.clipboard().text() == window.context.detail.row.number


@pytest.fixture
def cloudpods(office: Office) -> str:
    """A ticket that nobody has, of a source where opening starts work."""
    office.give(SaveSource(source="cp", title="Cloudpods", scheme="cloudpods", asks=()), "maker")
    office.give(SaveTicketType(type=office.clock.new_id(), source="cp", name="Support"), "maker")
    kind = next(kind for kind in office.desk.look(SetUpOf()).types if kind.source == "cp")
    ticket = office.clock.new_id()
    office.give(
        SubmitTicket(
            ticket=ticket, message=office.clock.new_id(), source="cp", subject="VM is stuck",
            body_html="<p>x</p>", type=kind.id,
        ),
        "noah.okafor",
    )  # fmt: skip
    return ticket


@pytest.mark.rule("CP-46")
def test_opening_starts_work_where_the_scheme_says_so_and_looking_does_not(
    office: Office, cloudpods: str, window: MainWindow, qtbot: QtBot
) -> None:
    window.context.set_place(Place("support.queue"))
    window.context.set_selection((cloudpods,))
    qtbot.waitUntil(lambda: window.context.detail is not None and window.context.detail.row.id == cloudpods)
    _settle_events()
    before = office.desk.look(Detail(cloudpods))
    assert before is not None
    assert before.row.kind is StateKind.NEW
    window.tickets.entered.emit()
    _settle_events()
    after = office.desk.look(Detail(cloudpods))
    assert after is not None
    assert after.row.kind is StateKind.WORKING


def test_opening_starts_nothing_in_other_schemes(window: MainWindow, office: Office, qtbot: QtBot) -> None:
    window.context.set_place(Place("support.queue"))
    window.context.set_selection((office.tickets[4],))
    window.tickets.entered.emit()
    qtbot.waitUntil(lambda: window.context.detail is not None and window.context.detail.row.id == office.tickets[4])
    _settle_events()
    found = office.desk.look(Detail(office.tickets[4]))
    assert found is not None
    assert found.handler is None


def test_the_palette_does_not_wait_behind_a_dialog(window: MainWindow, qtbot: QtBot) -> None:
    window.tickets.focus_list()
    window.commands["palette"].trigger()
    window.commands["shortcuts"].trigger()
    dialog = window.findChild(QDialog, "shortcuts_dialog")
    assert isinstance(dialog, QDialog)
    dialog.activateWindow()
    qtbot.waitUntil(lambda: not window.palette_popup.isVisible())
    dialog.reject()
    window.activateWindow()
    qtbot.waitUntil(window.tickets.cards.hasFocus)


def test_typing_in_the_window_opens_the_palette(window: MainWindow, qtbot: QtBot) -> None:
    window.commands["palette"].trigger()
    assert window.palette_popup.isVisible()
    assert window.palette_popup.input.hasFocus()
    qtbot.mouseClick(window.palette_popup, Qt.MouseButton.LeftButton, pos=QPoint(3, 3))
    assert not window.palette_popup.isVisible()


def test_nothing_of_sql_runs_on_the_threads_of_the_window(office: Office, qtbot: QtBot) -> None:
    """The engine raises where SQL runs on the named thread; here the whole window works with real lanes."""
    office.desk.close()
    desk = open_desk(office.directory, "mara.lindt", worker=Worker)
    desk.forbid_sql_here()
    made = open_window(desk, Settings(language="en"))
    qtbot.addWidget(made)
    qtbot.waitUntil(lambda: made.context.detail is not None)
    made.context.set_place(Place("support.all"))
    qtbot.waitUntil(lambda: made.tickets.feed.total == 6)
    made.palette_popup.open("failover")
    qtbot.waitUntil(lambda: any("Replication" in made.palette_popup.rows.item(row).title
                                for row in range(made.palette_popup.rows.rowCount())))  # fmt: skip
    made.close()
    desk.close()
    office.open("mara.lindt")


def test_garbage_is_collected_by_a_timer_of_the_window(qapp: QApplication) -> None:
    collector = CollectHere()
    gc.enable()
    collector.start()
    assert not gc.isenabled()
    collector.stop()
    assert gc.isenabled()
    gc.disable()


def test_refusals_of_a_ticket_that_is_gone_do_not_name_it(window: MainWindow) -> None:
    window.context.refused.emit(None, Refusal(code="not-found", data={"id": "x"}))
    assert window.banners.refusal.text() == "It is not there, or not for you to see."


def test_a_ticket_opens_in_a_window_of_its_own_with_its_own_context(
    window: MainWindow, office: Office, qtbot: QtBot
) -> None:
    window.commands["open_window"].trigger()
    other = window.others.by_ticket[office.tickets[0]]
    qtbot.waitUntil(lambda: other.context.detail is not None)
    assert other.windowTitle().endswith("Replication to standby stops after failover")
    window.context.set_selection((office.tickets[1],))
    assert other.ticket.property("ticketId") == office.tickets[0]
    qtbot.waitUntil(other.commands["priority_fatal"].isEnabled)
    other.commands["priority_fatal"].trigger()
    qtbot.waitUntil(lambda: bool(other.stack.toasts()))
    other.close()
    qtbot.waitUntil(lambda: not window.others.by_ticket)
    asked = {getattr(watch.query, "root", None) for watch in office.desk._watches._open if not watch.closed}
    assert office.tickets[1] in asked
    assert office.tickets[0] not in asked, "nobody is told any more of what was shown there"


def test_preferences_are_shown_at_once(window: MainWindow, qtbot: QtBot) -> None:
    window.commands["preferences"].trigger()
    dialog = window.findChild(QDialog, "preferences_dialog")
    assert isinstance(dialog, PreferencesDialog)
    dialog.changed.emit({"theme": "dark", "single_key_shortcuts": False})
    assert window.icons.theme.dark
    assert window.commands["reply"].shortcuts() == []
    dialog.changed.emit({"theme": "light", "single_key_shortcuts": True})
    dialog.reject()


def test_the_sheet_of_shortcuts_comes_from_the_table(window: MainWindow) -> None:
    lines = window.commands.shortcuts()
    assert ("Anywhere", "Command palette", ["Ctrl", "K"]) in lines
    assert ("In the list and the ticket", "Reply", ["R"]) in lines
    assert ("Going to a place", "Queue", ["G", "Q"]) in lines


def test_a_key_that_is_not_followed_up_shows_what_could_follow(window: MainWindow) -> None:
    window.commands.chords.hinted.emit(True)
    assert "Q  Queue" in window.banners.hint.text()
    window.commands.chords.hinted.emit(False)
    assert window.banners.hint.isHidden()


def test_the_hold_waits_while_somebody_looks_at_its_undo(window: MainWindow, office: Office, qtbot: QtBot) -> None:
    window.context.give(ForwardTicket(ticket=office.tickets[0], to=office.people["jonas.beck"]))
    qtbot.waitUntil(lambda: bool(window.stack.toasts()))
    toast = window.stack.toasts()[0]
    window.stack.paused.emit(toast.words.key)
    office.clock.at += 30_000
    office.desk.settle()
    assert len(office.desk.look(Outbox())) == 1
    window.stack.resumed.emit(toast.words.key)
    office.clock.at += 10_000
    office.desk.settle()
    assert office.desk.look(Outbox()) == ()


def test_larger_text_takes_wider_panes(window: MainWindow) -> None:
    before = window.nav.width()
    window.icons.theme.set_scale(1.3)
    assert window.nav.width() > before
    window.icons.theme.set_scale(1.0)
