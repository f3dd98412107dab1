"""What is typed into the forms of requests is kept: while one types, over a closed form, until it was sent."""

from collections.abc import Iterator

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from agentdesk.desk.queries.library import DraftOf
from tests.desk.firm import Firm
from tests.ui.approving import dialog, opened, part, part_of, run, submit
from ui.dialogs.ask import Ask
from ui.dialogs.form_draft import FORM
from ui.widgets.inputs import Combo
from ui.window import MainWindow

HOST_FORM = DraftOf("apply host_create", FORM)
CHOSEN = {"name": "db-04", "vcpus": "4", "memory_gib": "16"}


@pytest.fixture
def ravi(firm: Firm, qtbot: QtBot) -> Iterator[MainWindow]:
    window = opened(firm, qtbot, "ravi", "mine")
    yield window
    window.close()


def form(window: MainWindow, qtbot: QtBot) -> Ask:
    run(window, "apply_host_create", qtbot)
    ask = dialog(window, "resource_request_dialog", qtbot)
    project = part_of(ask, Combo, "resource_request_project")
    qtbot.waitUntil(lambda: project.count() > 0)
    return ask


def line(ask: Ask, name: str) -> QLineEdit:
    return part_of(ask, QLineEdit, f"resource_request_{name}")


def reason(ask: Ask) -> QPlainTextEdit:
    return part_of(ask, QPlainTextEdit, "resource_request_reason")


def begin(ask: Ask) -> None:
    for name, text in CHOSEN.items():
        line(ask, name).selectAll()
        QTest.keyClicks(line(ask, name), text)
    QTest.keyClicks(reason(ask), "For the repo")


def closed(window: MainWindow, ask: Ask, qtbot: QtBot) -> None:
    ask.reject()
    qtbot.waitUntil(lambda: window.findChild(Ask, "resource_request_dialog") is None)


def test_a_form_half_filled_in_is_on_disk_and_there_again_until_it_was_sent(
    ravi: MainWindow, firm: Firm, qtbot: QtBot
) -> None:
    ask = form(ravi, qtbot)
    begin(ask)
    qtbot.waitUntil(lambda: (kept := firm.desk.look(HOST_FORM)) is not None and kept.body == "For the repo")
    closed(ravi, ask, qtbot)
    again = form(ravi, qtbot)
    qtbot.waitUntil(lambda: reason(again).toPlainText() == "For the repo")
    assert {name: line(again, name).text() for name in CHOSEN} == CHOSEN
    assert part(again, "resource_request_restored").isVisible()
    reason(again).moveCursor(reason(again).textCursor().MoveOperation.End)
    QTest.keyClicks(reason(again), "rts.")
    submit(again)
    qtbot.waitUntil(lambda: firm.inbox("mine", "ravi") == 2)
    qtbot.waitUntil(lambda: firm.desk.look(HOST_FORM) is None)


def test_a_form_that_nobody_typed_in_leaves_nothing_behind(ravi: MainWindow, firm: Firm, qtbot: QtBot) -> None:
    closed(ravi, form(ravi, qtbot), qtbot)
    assert firm.desk.look(HOST_FORM) is None


def test_whoever_starts_over_has_an_empty_form(ravi: MainWindow, firm: Firm, qtbot: QtBot) -> None:
    ask = form(ravi, qtbot)
    begin(ask)
    closed(ravi, ask, qtbot)
    again = form(ravi, qtbot)
    qtbot.waitUntil(lambda: reason(again).toPlainText() == "For the repo")
    part_of(again, QPushButton, "resource_request_start_over").click()
    assert (reason(again).toPlainText(), line(again, "name").text(), line(again, "count").text()) == ("", "", "1")
    qtbot.waitUntil(lambda: firm.desk.look(HOST_FORM) is None)
    closed(ravi, again, qtbot)
    assert firm.desk.look(HOST_FORM) is None


def test_an_empty_form_complains_of_all_that_lacks_each_at_its_place(ravi: MainWindow, qtbot: QtBot) -> None:
    ask = form(ravi, qtbot)
    submit(ask)
    told = {name for name in (*CHOSEN, "disk_gib") if line(ask, name).accessibleDescription()}
    assert told == set(CHOSEN)
    assert reason(ask).accessibleDescription()
