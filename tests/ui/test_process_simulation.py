"""A changed process is tried on past requests before it is saved: whom it would ask, beside what really happened."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from agentdesk.desk.queries.base import Query
from agentdesk.domain.values import ProcessKind
from agentdesk.settings import Settings
from tests.chains import LEAD, OWNER, Office, an_office
from ui.app import open_window
from ui.context import PROCESSES, Context, Place
from ui.dialogs.simulation import AT_ONCE, SimulationDialog
from ui.icons import Icons
from ui.processes.room import ProcessesRoom

HOST = ProcessKind.HOST_CREATE


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    with an_office(tmp_path) as made:
        made.sets_up(LEAD)
        yield made


def rest() -> None:
    for _ in range(5):
        QApplication.processEvents()


def cells(dialog: SimulationDialog) -> list[list[str]]:
    model = dialog.model
    return [[str(model.index(row, column).data()) for column in range(3)] for row in range(model.rowCount())]


@pytest.mark.rule("HZ-04")
def test_the_chain_as_it_stands_in_the_form_is_tried_and_nothing_is_saved(office: Office, qtbot: QtBot) -> None:
    office.asks("db-1")
    office.passes("db-1", "mara")
    office.asks("db-2", "payments")
    office.rejects("db-2", "mara")
    window = open_window(office.desk, Settings(theme="light", language="en"))
    qtbot.addWidget(window)
    window.show()
    window.context.set_place(Place(PROCESSES))
    rest()
    room = window.rooms.at(PROCESSES)
    assert isinstance(room, ProcessesRoom)
    chain = room.process.editor.chain
    room.process.editor.edit(chain.with_level(OWNER).with_moved(1, 0))
    click(window, "process_simulate")
    dialog = window.findChild(SimulationDialog)
    assert dialog is not None
    rest()
    stops, passes = cells(dialog)
    assert stops[0].splitlines()[1:3] == ["Host application · db-2", "Ravi Desai"]
    assert stops[1].splitlines() == ["1. Project owner: nobody – it would stop here", "2. Domain admin: Mara Lindt"]
    assert stops[2].splitlines()[0].startswith("1. Domain admin: Mara Lindt rejected it on ")
    assert stops[2].splitlines()[-1] == "Rejected"
    assert passes[1].splitlines() == ["1. Project owner: Elif Kaya", "2. Domain admin: Mara Lindt"]
    assert passes[2].splitlines()[-1] == "Passed"
    told = "Of the last 2 requests 1 would have stopped at a level that nobody can pass."
    assert dialog.summary.text() == told
    assert not dialog.progress.isVisible()
    assert room.process.dirty
    click(dialog, "simulation_ok")
    window.close()


def click(window: QWidget, name: str) -> None:
    button = next(one for one in window.findChildren(QPushButton, name) if one.isVisible())
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    rest()


class Slow:
    """A desk that answers only when it is told to."""

    def __init__(self, office: Office) -> None:
        self.office, self.waiting = office, list[Callable[[], None]]()

    def ask(self, query: Query[object], deliver: Callable[[object], None], failed: object = None) -> None:
        self.waiting.append(lambda: deliver(self.office.desk.look(query)))

    def answer(self) -> None:
        self.waiting.pop(0)()


def slow_dialog(office: Office, icons: Icons, qtbot: QtBot) -> tuple[SimulationDialog, Slow]:
    context = Context(office.desk)
    slow = Slow(office)
    context.desk = slow  # type: ignore[assignment]
    dialog = SimulationDialog(context, icons, HOST, (LEAD,), False)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog, slow


def test_it_says_how_far_it_is_and_what_was_found_stays_when_it_is_stopped(
    office: Office, icons: Icons, qtbot: QtBot
) -> None:
    for number in range(2 * AT_ONCE + 3):
        office.asks(f"db-{number}")
    dialog, slow = slow_dialog(office, icons, qtbot)
    slow.answer()
    assert dialog.summary.text() == "0 of 13 requests tried…"
    slow.answer()
    assert (dialog.summary.text(), dialog.progress.value()) == ("5 of 13 requests tried…", 5)
    assert dialog.cancel.isVisible()
    QTest.mouseClick(dialog.cancel, Qt.MouseButton.LeftButton)
    assert dialog.isVisible()
    slow.answer()  # what was on its way
    assert slow.waiting == []
    assert dialog.model.rowCount() == 5
    assert dialog.summary.text() == "Stopped. All of the last 5 requests would have found somebody at every level."
    assert not dialog.cancel.isVisible()


def test_a_kind_without_requests_says_so(office: Office, icons: Icons, qtbot: QtBot) -> None:
    dialog, slow = slow_dialog(office, icons, qtbot)
    slow.answer()
    assert dialog.summary.text() == "There is no request of this kind yet that had levels."
    assert not dialog.progress.isVisible()


def test_who_may_not_look_is_told_that_it_could_not_be_tried(office: Office, icons: Icons, qtbot: QtBot) -> None:
    office.desk.person = office.ids["mara"]
    context = Context(office.desk)
    dialog = SimulationDialog(context, icons, HOST, (LEAD,), False)
    qtbot.addWidget(dialog)
    rest()
    assert dialog.summary.text() == "It could not be tried. Close this and try again."
