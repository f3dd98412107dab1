"""The operation log in the window: twenty entries and more, narrowed, viewed whole, copied, and written to a file."""

import csv
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QDate, QDateTime, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QListWidget, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from agentdesk.desk.queries.rows import LogRow
from agentdesk.settings import Settings
from tests.chains import LEAD, OWNER, Office, an_office
from ui.app import open_window
from ui.context import LOG, PROCESSES, Place
from ui.dialogs.export import ExportDialog
from ui.processes.log_model import COLUMNS
from ui.processes.log_room import LogRoom
from ui.processes.log_view import LogPane
from ui.processes.room import ProcessesRoom
from ui.window import MainWindow
from ui.words import log

DAY = 86_400_000
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)  # the calendar is a pop-up


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    """Some days ago, yesterday and today: each time a few hosts were asked for."""
    with an_office(tmp_path) as made:
        made.sets_up(LEAD)
        for day in range(3):
            made.clock.at += DAY
            for number in range(8):
                made.asks(f"db-{day}{number}")
        yield made


@pytest.fixture
def window(office: Office, qtbot: QtBot) -> Iterator[MainWindow]:
    made = open_window(office.desk, Settings(theme="light", language="en"))
    qtbot.addWidget(made)
    made.resize(1440, 900)
    made.show()
    made.activateWindow()
    made.context.set_place(Place(LOG))
    rest()
    yield made
    made.close()


def rest() -> None:
    """The desk answers at once; its answers come by the event loop, and some ask again."""
    for _ in range(5):
        QApplication.processEvents()


def pane(window: MainWindow) -> LogPane:
    room = window.rooms.at(LOG)
    assert isinstance(room, LogRoom)
    return room.log


def rows(window: MainWindow) -> tuple[LogRow, ...]:
    return pane(window).model.rows()


def click(window: QWidget, name: str) -> None:
    button = next(one for one in window.findChildren(QPushButton, name) if one.isVisible())
    assert button.isEnabled(), name
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    rest()


def pick(window: MainWindow, name: str, day: QDate | None) -> None:
    """In the calendar that the button opens."""
    click(window, name)
    button = pane(window).start if name == "log_from" else pane(window).end_
    if day is None:
        click(button.popup, f"{name}_any")
    else:
        button.popup.calendar.activated.emit(day)
    rest()


def day_of(row: LogRow) -> QDate:
    return QDateTime.fromMSecsSinceEpoch(row.at).date()


@pytest.mark.rule("CP-27")
def test_the_page_shows_twenty_entries_and_loads_twenty_more(window: MainWindow) -> None:
    assert not window.rooms.at(LOG).list.isVisible()  # type: ignore[union-attr]
    total = pane(window).count.text()
    assert total.startswith("20 of ")
    before = rows(window)
    click(window, "log_more")
    assert rows(window)[:20] == before
    assert pane(window).count.text() == f"{len(rows(window))} of {total.removeprefix('20 of ')}"
    assert 20 < len(rows(window)) < 40
    assert not pane(window).more.isEnabled()


def test_what_is_done_meanwhile_comes_on_top(window: MainWindow, office: Office) -> None:
    before = rows(window)[0]
    office.asks("db-now")
    rest()
    assert rows(window)[1] == before
    assert log.action(rows(window)[0]) == "New request"


@pytest.mark.rule("CP-29")
def test_both_days_of_a_range_are_included(window: MainWindow) -> None:
    click(window, "log_more")
    newest = day_of(rows(window)[0])
    pick(window, "log_from", newest.addDays(-1))
    pick(window, "log_to", newest.addDays(-1))
    assert len(rows(window)) == 8
    assert {day_of(row) for row in rows(window)} == {newest.addDays(-1)}
    pick(window, "log_to", newest)
    assert {day_of(row) for row in rows(window)} == {newest, newest.addDays(-1)}
    pick(window, "log_from", None)
    assert len(rows(window)) == 20


def test_action_and_person_narrow_it_and_an_empty_answer_says_so(window: MainWindow) -> None:
    box = pane(window).action
    box.set_value("save_process")
    box.chosen.emit("save_process")
    rest()
    assert [row.command for row in rows(window)] == ["save_process"]
    field = pane(window).person
    field.setFocus()
    QTest.keyClicks(field, "elif")
    field.look()
    rest()
    assert rows(window) == ()
    assert pane(window).empty.isVisible()
    assert not pane(window).export.isEnabled()
    field.clear()
    field.textEdited.emit("")
    rest()
    assert len(rows(window)) == 1


@pytest.mark.rule("CP-28")
def test_view_opens_an_entry_whole_and_copies_it(window: MainWindow) -> None:
    table = pane(window).table
    index = pane(window).model.index(0, COLUMNS.index("view"))
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=table.visualRect(index).center())
    dialog = window.findChild(QDialog, "log_entry_dialog")
    assert dialog is not None
    row = rows(window)[0]
    click(dialog, "log_entry_ok")
    copied = QGuiApplication.clipboard().text()
    for text in (row.id, row.root, "New request (apply)", "Ravi Desai (ravi)", *row.data.values()):
        assert text in copied
    assert dialog.isVisible()
    dialog.close()


def test_enter_opens_an_entry_too(window: MainWindow) -> None:
    table = pane(window).table
    table.setFocus()
    table.selectRow(2)
    QTest.keyClick(table, Qt.Key.Key_Return)
    assert window.findChild(QDialog, "log_entry_dialog") is not None


@pytest.mark.rule("CP-30")
def test_the_export_writes_the_rows_that_are_shown_with_the_chosen_columns(
    window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    pane(window).table.setFocus()
    QTest.keyClick(pane(window).table, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: window.findChild(ExportDialog) is not None)
    dialog = window.findChild(ExportDialog)
    assert dialog is not None
    columns = dialog.findChild(QListWidget, "export_columns")
    assert columns is not None
    for row in range(columns.count()):
        item = columns.item(row)
        wanted = item.data(Qt.ItemDataRole.UserRole) in ("name", "action", "object")
        item.setCheckState(Qt.CheckState.Checked if wanted else Qt.CheckState.Unchecked)
    out = tmp_path / "log.csv"
    dialog.write_to(str(out))
    qtbot.waitUntil(lambda: window.banners.notice.isVisible())
    assert window.banners.notice.text() == f"20 rows written to {out}"
    with out.open(encoding="utf-8", newline="") as file:
        written = list(csv.reader(file))
    assert written[0] == ["name", "action", "object"]
    assert written[1:] == [[log.actor(row), log.action(row), log.thing(row)] for row in rows(window)]


def test_what_failed_says_why_in_red(office: Office) -> None:
    entry = LogRow(
        id="1", at=0, actor="system", command="record_execution", root_kind="request", root="2",
        data={"failure_to": "quota-exceeded"}, sealed=False, number="WF-7", kind="host_create",
    )  # fmt: skip
    assert log.has_failed(entry)
    assert log.result(entry).startswith("Failed: The quota does not allow this")
    assert (log.actor(entry), log.thing(entry)) == ("System", "WF-7 Host application")
    assert log.record(entry)["details"] == "failure_to=quota-exceeded"


@pytest.mark.rule("CP-27")
def test_a_process_has_the_log_of_its_own_changes_as_a_tab(window: MainWindow, office: Office) -> None:
    office.sets_up(OWNER, LEAD)
    window.context.set_place(Place(PROCESSES))
    rest()
    click(window, "process_tab_log")
    room = window.rooms.at(PROCESSES)
    assert isinstance(room, ProcessesRoom)
    shown = room.process.log
    assert shown.table.isVisible()
    assert not room.process.foot.isVisible()
    assert [row.command for row in shown.model.rows()] == ["enable_process", "save_process"] * 2
