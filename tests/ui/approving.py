"""Hands and eyes in the window of somebody of the firm who asks or decides."""

from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from agentdesk.settings import Settings
from tests.desk.firm import Firm
from ui.app import open_window
from ui.approvals.model import CardRole
from ui.cards.ticket_card import CardWords
from ui.context import Place
from ui.dialogs.ask import Ask
from ui.window import MainWindow

W = TypeVar("W", bound=QWidget)


def opened(firm: Firm, qtbot: QtBot, person: str, inbox: str) -> MainWindow:
    """The window of that person in an inbox, with its first request shown."""
    firm.desk.close()
    window = open_window(firm.open(person), Settings(theme="light", language="en"))
    qtbot.addWidget(window)
    window.resize(1440, 900)
    window.activateWindow()
    window.context.set_place(Place(f"approvals.{inbox}"))
    qtbot.waitUntil(lambda: window.context.request is not None and len(titles(window)) > 0)
    return window


def titles(window: MainWindow) -> list[str]:
    model = window.requests.pane.model
    cards = (model.index(row, 0).data(CardRole) for row in range(model.rowCount()))
    return [card.subject for card in cards if isinstance(card, CardWords)]


def part(window: QWidget, name: str) -> QWidget:
    found = window.findChild(QWidget, name)
    assert found is not None, name
    return found


def choose(window: MainWindow, firm: Firm, name: str, qtbot: QtBot) -> None:
    pane = window.requests.pane
    pane.picking.go_to(pane.model.place_of(firm.ids[name]))
    qtbot.waitUntil(lambda: part(window, "request_detail").property("requestId") == firm.ids[name])


def dialog(window: MainWindow, name: str, qtbot: QtBot) -> Ask:
    qtbot.waitUntil(lambda: any(one.isVisible() for one in window.findChildren(Ask, name)))
    found = next(one for one in window.findChildren(Ask, name) if one.isVisible())
    found.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is found)
    return found


def part_of(ask: Ask, kind: type[W], name: str) -> W:
    found = ask.findChild(kind, name)
    assert isinstance(found, kind), name
    return found


def part_of_window(window: MainWindow, kind: type[W], name: str) -> W:
    found = part(window, name)
    assert isinstance(found, kind), name
    return found


def run(window: MainWindow, action: str, qtbot: QtBot) -> None:
    """As soon as it is offered."""
    qtbot.waitUntil(window.commands[action].isEnabled)
    window.commands[action].trigger()


def submit(ask: Ask) -> None:
    focused = ask.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
