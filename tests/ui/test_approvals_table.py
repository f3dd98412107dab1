"""An inbox of requests as a table: its columns, its keys, its orders, what is kept of it, and a very long one."""

import csv
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from agentdesk.desk import Failed
from agentdesk.desk.queries.requests import RequestIds, RequestRows
from tests.desk.firm import Firm
from tests.ui.approving import dialog, opened, part, part_of, part_of_window, submit
from ui.actions.exporting import Exporting
from ui.approvals.model import COLUMNS, PAGE, PAGES_ASKED, RequestsModel
from ui.context import OUTBOX, Place
from ui.window import MainWindow


@pytest.fixture
def mara(firm: Firm, qtbot: QtBot) -> Iterator[MainWindow]:
    """In front of the table of what waits for her."""
    window = opened(firm, qtbot, "mara", "pending")
    window.commands["layout_table_above"].trigger()
    window.requests.pane.focus_list()
    yield window
    window.close()


def cells(window: MainWindow, row: int) -> dict[str, str]:
    model = window.requests.pane.model
    return {name: str(model.index(row, column).data()) for column, name in enumerate(COLUMNS)}


@pytest.mark.rule("CP-63")
def test_the_table_says_who_asked_what_where_it_stands_and_who_decides(mara: MainWindow, firm: Firm) -> None:
    pane = mara.requests.pane
    assert pane.table.isVisible()
    heads = [pane.model.headerData(column, Qt.Orientation.Horizontal) for column in range(len(COLUMNS))]
    assert heads == [
        "Number", "About", "Initiator", "Type", "Status", "Stage", "Processor", "Submitted", "Closed"
    ]  # fmt: skip
    shown = cells(mara, 0)
    assert shown.pop("submitted").startswith("22 Nov")
    assert shown == {
        "number": "WF-2", "about": "db-03", "initiator": "Ravi Desai", "type": "Host application",
        "status": "In approval", "stage": "2 / 2 · Domain admin", "processor": "You, or Oskar Prinz", "closed": "",
    }  # fmt: skip
    assert pane.table.accessibleName() == "Requests"
    assert "WF-2" in str(pane.model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole))
    assert pane.faces.table_head.count.text() == "2 waiting for your decision"


@pytest.mark.rule("CP-63")
def test_in_the_table_one_chooses_marks_decides_and_enters_as_among_cards(
    mara: MainWindow, firm: Firm, qtbot: QtBot
) -> None:
    table, request = mara.requests.pane.table, part(mara, "request_detail")
    qtbot.waitUntil(table.hasFocus)
    QTest.keyClick(table, Qt.Key.Key_J)
    qtbot.waitUntil(lambda: request.property("requestId") == firm.ids["join"])
    QTest.keyClick(table, Qt.Key.Key_Up)
    qtbot.waitUntil(lambda: request.property("requestId") == firm.ids["host"])
    spot = table.visualRect(mara.requests.pane.model.index(1, COLUMNS.index("processor"))).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier, spot)
    assert set(mara.context.requests) == {firm.ids["host"], firm.ids["join"]}
    QTest.keyClick(table, Qt.Key.Key_Escape)
    assert mara.context.requests == (firm.ids["join"],)
    QTest.keyClick(table, Qt.Key.Key_BracketRight)
    assert mara.context.requests == (firm.ids["join"],)
    QTest.keyClick(table, Qt.Key.Key_Home)
    mara.commands["layout_cards"].trigger()
    assert mara.requests.pane.list.currentIndex().row() == 0
    assert mara.requests.pane.list.hasFocus()
    mara.commands["layout_table_above"].trigger()
    qtbot.waitUntil(mara.commands["pass_stage"].isEnabled)
    QTest.keyClick(table, Qt.Key.Key_P, Qt.KeyboardModifier.ShiftModifier)
    ask = dialog(mara, "pass_dialog", qtbot)
    part_of(ask, QPlainTextEdit, "pass_comment").setPlainText("Agreed.")
    submit(ask)
    qtbot.waitUntil(lambda: request.property("requestId") == firm.ids["join"])
    QTest.keyClick(table, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not table.hasFocus())
    focus = mara.focusWidget()
    assert focus is not None
    assert request.isAncestorOf(focus)


@pytest.mark.rule("CP-63")
def test_its_orders_its_export_and_its_columns(mara: MainWindow, firm: Firm, tmp_path: Path, qtbot: QtBot) -> None:
    pane = mara.requests.pane
    for sort, first in (("newest", "join"), ("oldest", "host")):
        pane.model.sort(COLUMNS.index("submitted"))
        assert mara.context.place.sort == sort
        qtbot.waitUntil(lambda first=first: pane.model.id_at(0) == firm.ids[first])
        assert pane.table.horizontalHeader().sortIndicatorSection() == COLUMNS.index("submitted")
    pane.model.sort(COLUMNS.index("processor"))
    assert mara.context.place.sort == "oldest"
    query, out = RequestIds("approvals.pending", filters=("kind=host_create",)), tmp_path / "requests.csv"
    Exporting(mara.context, mara.icons, mara).write(query, "csv", ("number", "stage", "processor"), str(out))
    qtbot.waitUntil(out.exists)
    with out.open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))
    assert rows == [["number", "stage", "processor"], ["WF-2", "2/2 Domain admin", "mara +1"]]
    pane.table.setColumnWidth(COLUMNS.index("stage"), 233)
    mara.close()
    again = opened(firm, qtbot, "mara", "pending")
    assert again.context.face == "table_above"
    assert again.requests.pane.table.columnWidth(COLUMNS.index("stage")) == 233
    again.close()


def test_what_only_a_list_of_tickets_can_do_is_not_offered_with_requests(mara: MainWindow, qtbot: QtBot) -> None:
    of_tickets = ("sort_urgency", "group_none", "group_day", "group_status", "group_owner")
    qtbot.waitUntil(lambda: not any(mara.commands[name].isEnabled() for name in of_tickets))
    assert mara.commands["sort_newest"].isEnabled()
    mara.context.set_place(Place("support.mine"))
    qtbot.waitUntil(lambda: all(mara.commands[name].isEnabled() for name in of_tickets))
    mara.context.set_place(Place(OUTBOX))
    qtbot.waitUntil(lambda: not mara.commands["sort_newest"].isEnabled())


@pytest.mark.rule("CP-63")
def test_the_request_has_its_records_its_stages_what_it_asks_for_and_when_it_was_closed(
    firm: Firm, qtbot: QtBot
) -> None:
    firm.passes("host", "oskar", "Agreed until May.")
    firm.desk.rest()
    window = opened(firm, qtbot, "ravi", "mine")
    cards = part(window, "request_talk").findChildren(QWidget, "voice_card")
    told = [label.text() for label in cards[-1].findChildren(QLabel)]
    assert {"Oskar Prinz", "Domain admin", "Agreed until May.", "Level 2"} <= set(told)
    assert cards[-1].property("state") == "passed"
    assert "Domain admin, Oskar Prinz, Passed" in part(window, "approval_stepper").accessibleName()
    wish = [label.accessibleName() for label in part(window, "request_spec").findChildren(QLabel)]
    assert {"Name: db-03", "Size: 8 vCPU, 466 GiB memory"} <= set(wish)
    about = [label.text() for label in part(window, "request_properties_request").findChildren(QLabel)]
    assert about[about.index("Closed") + 1].startswith("22 Nov")
    window.close()


def test_the_next_that_waits_or_is_new_is_found_where_rows_have_not_come_yet(
    mara: MainWindow, firm: Firm, qtbot: QtBot
) -> None:
    pane = mara.requests.pane
    for key in (Qt.Key.Key_BracketRight, Qt.Key.Key_Period):
        pane.picking.go_to(0)
        firm.desk.mark((firm.ids["join"],), read=False, kind="request")
        pane.model._lines.clear()
        QTest.keyClick(pane.table, key)
        qtbot.waitUntil(lambda: mara.context.requests == (firm.ids["join"],))
    firm.desk.mark((firm.ids["host"],), read=False, kind="request")
    pane.model._lines.clear()
    QTest.keyClick(pane.table, Qt.Key.Key_Comma)
    qtbot.waitUntil(lambda: mara.context.requests == (firm.ids["host"],))


def test_an_inbox_that_cannot_be_read_says_so_and_is_read_again(
    mara: MainWindow, firm: Firm, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    ask = firm.desk.ask

    def fails(query: object, deliver: object, failed: object = None) -> None:
        if isinstance(query, RequestRows) and callable(failed):
            failed(Failed(OSError("gone")))
        else:
            ask(query, deliver)  # type: ignore[arg-type]

    monkeypatch.setattr(firm.desk, "ask", fails)
    mara.context.set_place(Place("approvals.resolved"))
    mara.context.set_place(Place("approvals.pending"))
    trouble = mara.requests.pane.faces.trouble
    qtbot.waitUntil(trouble.isVisible)
    monkeypatch.undo()
    part_of_window(mara, QPushButton, "requests_retry").click()
    qtbot.waitUntil(lambda: not trouble.isVisible() and cells(mara, 0)["number"] == "WF-2")


def test_a_hundred_thousand_requests_are_fetched_by_the_rows_in_view(mara: MainWindow) -> None:
    asked: list[tuple[str, ...]] = []
    model = RequestsModel(asked.append, lambda: 0, mara)
    model.set_ids(tuple(f"{number:08}" for number in range(100_000)))
    for place in range(0, 100_000, 500):
        model.index(place, 3).data()
    model._ask()
    assert len(asked) == PAGES_ASKED
    assert asked[0][0] == "00099500"
    assert {len(ids) for ids in asked} == {PAGE}
    model.index(0, 0).data()
    model._ask()
    assert len(asked) == PAGES_ASKED, "no more than these are on their way"
    model.set_rows((), asked[0])
    model.index(0, 0).data()
    model._ask()
    assert asked[-1][0] == "00000000"
