"""Windows beside the main one: what they do themselves, and what they leave to it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.ui.conftest import Office
from ui.context import OUTBOX
from ui.ticket_window import TicketWindow
from ui.window import MainWindow

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def own(window: MainWindow, office: Office, qtbot: QtBot) -> TicketWindow:
    other = window.others.open(office.tickets[0])
    qtbot.waitUntil(lambda: other.context.detail is not None)
    other.activateWindow()
    qtbot.waitUntil(other.isActiveWindow)
    return other


def test_its_key_closes_it_and_there_is_none_for_the_main_window(
    window: MainWindow, own: TicketWindow, qtbot: QtBot
) -> None:
    assert "close_window" not in {id for id in window.commands if window.commands[id].isVisible()}
    assert [action.isVisible() for action in window.menuBar().actions() if "Window" in action.text()] == [False]
    QTest.keyClick(own, Qt.Key.Key_W, CONTROL)
    qtbot.waitUntil(lambda: not window.others.by_ticket)
    assert window.isVisible()


def test_one_works_in_its_ticket_at_once(own: TicketWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(own.ticket.stream.hasFocus)
    QTest.keyClick(own.ticket.stream, Qt.Key.Key_R)
    qtbot.waitUntil(lambda: own.ticket.composer.isAncestorOf(own.focusWidget() or own))


def test_the_palette_opens_over_the_main_window(window: MainWindow, own: TicketWindow, qtbot: QtBot) -> None:
    QTest.keyClick(own, Qt.Key.Key_K, CONTROL)
    qtbot.waitUntil(window.palette_popup.isVisible)
    qtbot.waitUntil(window.isActiveWindow)


def test_what_leads_elsewhere_leads_there_in_the_main_window_each_time(
    window: MainWindow, own: TicketWindow, qtbot: QtBot
) -> None:
    for _ in range(2):
        own.activateWindow()
        own.banners._to_outbox.click()
        assert window.context.place.queue == OUTBOX
        qtbot.waitUntil(window.isActiveWindow)
        window.commands["go_all"].trigger()
        assert window.context.place.queue == "support.all"
    assert own.context.detail is not None


def test_what_a_banner_wants_is_asked_for_in_the_main_window(window: MainWindow, own: TicketWindow) -> None:
    heard: list[str] = []
    window.banners.sign_in_wanted.connect(lambda: heard.append("sign in"))
    own.banners.sign_in_wanted.emit()
    assert heard == ["sign in"]


def test_keys_for_everywhere_work_in_it(window: MainWindow, own: TicketWindow, qtbot: QtBot) -> None:
    QTest.keyClick(own, Qt.Key.Key_N, CONTROL)
    qtbot.waitUntil(lambda: any(child.objectName() == "new_ticket_dialog" for child in own.findChildren(QWidget)))


def test_the_main_window_is_shown_when_it_was_put_away(window: MainWindow, own: TicketWindow, qtbot: QtBot) -> None:
    window.showMinimized()
    own.commands["main_window"].trigger()
    qtbot.waitUntil(lambda: not window.isMinimized())
