"""Tab goes through the window as the eye does, and back again."""

from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QHBoxLayout,
    QLayout,
    QLayoutItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot
from shiboken6 import Shiboken

from agentdesk.desk.queries.tickets import TicketRowsById
from agentdesk.domain.commands import ForwardTicket, HandleTicket, Reply
from tests.ui.conftest import Office
from ui.dialogs.new_ticket import NewTicketDialog
from ui.widgets.tab_order import stops_in
from ui.window import MainWindow

MOST = 200


def _walk(start: QWidget, key: Qt.Key = Qt.Key.Key_Tab) -> list[QWidget]:
    """Once round; a message whose links Tab goes through is one stop."""
    start.setFocus()
    seen: list[QWidget] = []
    for _ in range(MOST):
        focus = QApplication.focusWidget()
        assert focus is not None
        if seen and focus is start:
            return seen
        if focus not in seen:
            seen.append(focus)
        QTest.keyClick(focus, key)
    raise AssertionError([widget.objectName() for widget in seen])


def _part(window: MainWindow, widget: QWidget) -> int:
    pane = window.ticket
    parts = (window.nav, window.tickets, pane.header, pane.stream, pane.composer, window.properties, window.header)
    return next(place for place, part in enumerate(parts) if part is widget or part.isAncestorOf(widget))


def test_tab_goes_from_the_navigation_to_the_properties_and_round(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: any(card.isVisible() for card in window.ticket.stream.cards()))
    seen = _walk(window.nav.list)
    places = [_part(window, widget) for widget in seen]
    assert places == sorted(places)
    assert set(places) == set(range(7))
    names = [widget.objectName() for widget in seen]
    order = ("action_reply", "action_more", "thread_scroll", "message_card", "composer_body", "composer_bold",
             "composer_send", "workspace_menu", "account_menu")  # fmt: skip
    assert all(names.index(before) < names.index(after) for before, after in pairwise(order)), names


def test_shift_tab_goes_the_same_way_back(window: MainWindow) -> None:
    forth = [widget.objectName() for widget in _walk(window.nav.list)]
    back = [widget.objectName() for widget in _walk(window.nav.list, Qt.Key.Key_Backtab)]
    assert back == [forth[0], *reversed(forth[1:])]


def test_everything_that_takes_the_focus_is_on_the_way(window: MainWindow) -> None:
    seen = set(_walk(window.nav.list))
    takes = [
        widget
        for widget in window.centralWidget().findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible() and widget.isEnabled()
    ]
    assert [widget.objectName() for widget in takes if widget not in seen] == []


def test_undo_in_a_toast_can_be_tabbed_to(window: MainWindow, office: Office, qtbot: QtBot) -> None:
    window.context.give(ForwardTicket(ticket=office.tickets[0], to=office.people["jonas.beck"]))
    qtbot.waitUntil(lambda: bool(window.stack.toasts()))
    assert window.stack.toasts()[0].undo in _walk(window.nav.list)


def test_a_ticket_in_a_window_of_its_own_has_the_same_way(window: MainWindow, office: Office, qtbot: QtBot) -> None:
    window.commands["open_window"].trigger()
    other = window.others.by_ticket[office.tickets[0]]
    qtbot.waitUntil(lambda: other.context.detail is not None)
    other.activateWindow()
    qtbot.waitUntil(other.isActiveWindow)
    seen = [widget.objectName() for widget in _walk(other.ticket.stream)]
    assert seen.index("composer_body") < seen.index("composer_send") < seen.index("action_reply")
    other.close()


def test_a_pane_that_is_hidden_is_no_stop(window: MainWindow) -> None:
    window.commands["toggle_nav"].trigger()
    assert window.nav.list in list(stops_in(window.centralWidget()))
    assert window.nav.list not in _walk(window.tickets.view())
    window.commands["toggle_nav"].trigger()


def test_after_handling_the_reply_is_ready_not_the_note(window: MainWindow, office: Office, qtbot: QtBot) -> None:
    """A ticket that nobody handles takes only notes; that is no wish to write one."""
    window.context.set_selection((office.tickets[4],))
    qtbot.waitUntil(lambda: window.ticket.property("ticketId") == office.tickets[4])
    window.context.give(HandleTicket(ticket=office.tickets[4]))
    qtbot.waitUntil(lambda: window.ticket.composer.paper.isVisible())
    assert not window.ticket.composer.paper.note


def test_what_came_behind_a_dialog_is_read_once_the_window_is_in_front_again(
    window: MainWindow, office: Office, qtbot: QtBot
) -> None:
    window.commands["forward_ticket"].trigger()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, QDialog)
    dialog.activateWindow()
    qtbot.waitUntil(lambda: not window.isActiveWindow())
    office.give(Reply(ticket=office.tickets[0], message=office.clock.new_id(), body_html="<p>Any news?</p>"),
                "noah.okafor")  # fmt: skip
    qtbot.waitUntil(lambda: window.ticket.stream.entries()[-1].message.body_text == "Any news?")
    assert _is_unread(office)
    dialog.close()
    window.activateWindow()
    qtbot.waitUntil(lambda: not _is_unread(office))


def _is_unread(office: Office) -> bool:
    return office.desk.look(TicketRowsById((office.tickets[0],)))[office.tickets[0]].unread


def test_keys_go_to_the_list_of_a_place_one_went_to(window: MainWindow, qtbot: QtBot) -> None:
    window.ticket.focus_thread()
    window.commands["go_queue"].trigger()
    assert window.tickets.view().hasFocus()
    window.nav.list.setFocus()
    window.commands["go_pending"].trigger()
    assert window.nav.list.hasFocus(), "whoever looks through the navigation stays there"


def test_keys_are_never_left_with_a_ticket_that_is_no_longer_shown(window: MainWindow, qtbot: QtBot) -> None:
    window.ticket.focus_thread()
    assert window.ticket.stream.hasFocus()
    window.context.set_selection(())
    assert window.tickets.view().hasFocus()


def test_typing_into_the_search_of_a_list_keeps_the_focus_there(window: MainWindow, qtbot: QtBot) -> None:
    window.tickets.start_search()
    field = window.tickets.cards_head.search.edit
    QTest.keyClicks(field, "unbind")
    qtbot.waitUntil(lambda: window.tickets.feed.total == 1)
    assert field.hasFocus()


def test_a_ticket_one_has_filed_is_shown(window: MainWindow, office: Office, qtbot: QtBot) -> None:
    """Or the next words would go to the ticket before."""
    window.commands["submit_ticket"].trigger()
    dialog = window.findChild(NewTicketDialog, "new_ticket_dialog")
    assert isinstance(dialog, NewTicketDialog)
    for combo in (dialog._type, dialog._service):
        combo.setCurrentIndex(0)
    dialog._priority.set_value("minor")
    dialog.parts.title.setText("Tiles stay grey")
    dialog.parts.description.editor.setPlainText("Since this morning.")
    dialog.submit()
    qtbot.waitUntil(lambda: window.context.selection == (dialog.new_ticket,))
    qtbot.waitUntil(lambda: window.ticket.property("ticketId") == dialog.new_ticket)
    assert window.context.place.queue == "support.mine"


def _items_known() -> int:
    """Parts of layouts for which Python keeps an object."""
    known = Shiboken.getAllValidWrappers()
    return sum(isinstance(one, QLayoutItem) and not isinstance(one, QLayout) for one in known)


def test_looking_for_the_next_stop_keeps_nothing_that_outlives_its_widget(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    column, row = QVBoxLayout(window), QHBoxLayout()
    first, last = QPushButton(), QPushButton()
    inside = [QPushButton(), QPushButton()]
    column.addWidget(first)
    column.addLayout(row)
    column.addWidget(last)
    for button in reversed(inside):
        row.insertWidget(0, button)
    before = _items_known()
    assert list(stops_in(window)) == [first, *inside, last]
    assert _items_known() == before
