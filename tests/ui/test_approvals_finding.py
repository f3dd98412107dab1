"""Requests found from the palette, opened in a window of their own, and there again after a restart."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from agentdesk.domain.commands import Apply, AssignRole, RejectStage, RevokeRole
from agentdesk.domain.values import ProcessKind
from agentdesk.settings import Settings
from tests.desk.firm import HOST, JOIN, Firm
from tests.ui.approving import choose, opened, part, run, titles
from ui.app import open_window
from ui.context import Place
from ui.palette.model import ItemRole
from ui.window import MainWindow


@pytest.fixture
def mara(firm: Firm, qtbot: QtBot) -> Iterator[MainWindow]:
    window = opened(firm, qtbot, "mara", "pending")
    yield window
    window.close()


def offered(window: MainWindow) -> list[str]:
    rows = window.palette_popup.rows
    return [rows.index(row).data() for row in range(rows.rowCount()) if rows.index(row).data(ItemRole).run]


def look_for(window: MainWindow, text: str, qtbot: QtBot) -> None:
    run(window, "palette", qtbot)
    QTest.keyClicks(window.palette_popup.input, text)


@pytest.mark.parametrize("text", ["wf-3", "i move", "join project"])
def test_a_request_is_found_from_anywhere_and_shown_where_it_stands(
    mara: MainWindow, firm: Firm, qtbot: QtBot, text: str
) -> None:
    run(mara, "go_mine", qtbot)
    look_for(mara, f"#{text}", qtbot)
    qtbot.waitUntil(lambda: offered(mara) == [f"WF-3 {JOIN}"])
    QTest.keyClick(mara.palette_popup.input, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: part(mara, "request_detail").property("requestId") == firm.ids["join"])
    assert mara.context.place.queue == "approvals.pending"


def test_what_one_decided_long_ago_is_shown_in_the_list_of_what_one_decided(
    mara: MainWindow, firm: Firm, qtbot: QtBot
) -> None:
    firm.passes("host", "mara")
    qtbot.waitUntil(lambda: titles(mara) == [JOIN])
    look_for(mara, "#db-03", qtbot)
    qtbot.waitUntil(lambda: offered(mara) == [f"WF-2 {HOST}"])
    QTest.keyClick(mara.palette_popup.input, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: mara.context.place.queue == "approvals.resolved")
    qtbot.waitUntil(lambda: part(mara, "request_detail").property("requestId") == firm.ids["host"])


def test_the_palette_offers_what_can_be_done_with_the_request(mara: MainWindow, qtbot: QtBot) -> None:
    look_for(mara, ">pass", qtbot)
    qtbot.waitUntil(lambda: "Pass…" in offered(mara))


def test_what_was_just_typed_over_an_inbox_is_not_sought_where_one_went(mara: MainWindow, qtbot: QtBot) -> None:
    pane = mara.requests.pane
    pane.faces.start_search()
    qtbot.keyClicks(pane.faces.head.search.edit, "db")
    elsewhere = Place("support.all")
    mara.context.set_place(elsewhere)
    assert not pane._typing.isActive()
    assert mara.context.place == elsewhere


@pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)  # popups do on a screen; this one cannot
@pytest.mark.parametrize("face", ["cards", "table"])
def test_the_filters_of_an_inbox_open_their_menus_and_close_with_it(mara: MainWindow, face: str, qtbot: QtBot) -> None:
    mara.context.set_face(face)
    faces, menu = mara.requests.pane.faces, mara.requests.pane.bar.menu()
    chip = faces.table_head.type if face == "table" else faces.bar.type
    qtbot.waitUntil(chip.isVisible)
    chip.click()
    qtbot.waitUntil(menu.isVisible)
    mara.context.set_place(Place("support.all"))
    assert not menu.isVisible()


def test_a_filter_menu_that_comes_late_does_not_open_over_another_list(mara: MainWindow, qtbot: QtBot) -> None:
    bar = mara.requests.pane.bar
    opened = bar.menu().aboutToShow
    with qtbot.assertNotEmitted(opened):
        bar.type.click()
        mara.context.set_place(Place("support.all"))
        bar.show_choices(bar._choices)


# ------------------------------------------------------------------------------------------------- its own window


def test_a_request_has_a_window_of_its_own_in_which_it_is_decided(mara: MainWindow, firm: Firm, qtbot: QtBot) -> None:
    choose(mara, firm, "join", qtbot)
    run(mara, "open_window", qtbot)
    own = mara.others.by_request[firm.ids["join"]]
    qtbot.waitUntil(lambda: own.windowTitle() == f"WF-3 {JOIN}")
    choose(mara, firm, "host", qtbot)
    assert part(own, "request_detail").property("requestId") == firm.ids["join"]
    qtbot.waitUntil(own.commands["reject_stage"].isEnabled)
    seen = firm.seen("join", "oskar")
    firm.give(
        RejectStage(request=firm.ids["join"], stage=str(seen.stage), digest=seen.digest, comment="Not now."), "oskar"
    )
    qtbot.waitUntil(lambda: part(own, "request_chip").property("status") == "rejected")
    assert not own.commands["reject_stage"].isEnabled() or not part(own, "action_reject").isVisible()
    own.close()
    qtbot.waitUntil(lambda: not mara.others.by_request)


def reject_as_oskar(firm: Firm, name: str) -> None:
    seen = firm.seen(name, "oskar")
    stage = str(seen.stage)
    firm.give(RejectStage(request=firm.ids[name], stage=stage, digest=seen.digest, comment="No."), "oskar")


def test_the_keys_go_back_from_one_behind_which_others_went_too(mara: MainWindow, firm: Firm, qtbot: QtBot) -> None:
    firm.ids["any"] = firm.clock.new_id()
    firm.give(Apply(request=firm.ids["any"], kind=ProcessKind.JOIN_PROJECT, reason="Wherever."), "hanna")
    qtbot.waitUntil(lambda: mara.requests.pane.model.rowCount() == 3)
    choose(mara, firm, "any", qtbot)
    mara.requests.pane.picking.go_to(2)
    last = mara.requests.pane.model.id_at(2)
    qtbot.waitUntil(lambda: mara.context.requests == (last,))
    for name in ("any", "join"):
        reject_as_oskar(firm, name)
    qtbot.waitUntil(lambda: mara.requests.pane.model.rowCount() == 1)
    firm.desk.mark((firm.ids["host"],), read=False, kind="request")
    qtbot.waitUntil(lambda: bool((line := mara.requests.pane.model.line_at(0)) and line.row.unread))
    assert mara.context.requests == (last,)
    run(mara, "previous_unread", qtbot)
    qtbot.waitUntil(lambda: mara.context.requests == (firm.ids["host"],))


def test_the_window_of_a_request_begins_at_the_decision(mara: MainWindow, firm: Firm, qtbot: QtBot) -> None:
    own = mara.others.open_request(firm.ids["join"])
    qtbot.waitUntil(lambda: own.focusWidget() is not None)
    assert own.focusWidget() is part(own, "action_pass")


# ------------------------------------------------------------------------------------------------- after a restart


def window_of(firm: Firm, person: str, qtbot: QtBot) -> MainWindow:
    firm.desk.close()
    window = open_window(firm.open(person), Settings(theme="light", language="en"))
    qtbot.addWidget(window)
    return window


def test_after_a_restart_the_inbox_its_request_and_its_windows_are_there_again(
    mara: MainWindow, firm: Firm, qtbot: QtBot
) -> None:
    choose(mara, firm, "join", qtbot)
    run(mara, "open_window", qtbot)
    mara.close()
    again = window_of(firm, "mara", qtbot)
    qtbot.waitUntil(lambda: again.context.place.queue == "approvals.pending")
    qtbot.waitUntil(lambda: part(again, "request_detail").property("requestId") == firm.ids["join"])
    qtbot.waitUntil(lambda: list(again.others.by_request) == [firm.ids["join"]])
    again.close()


def test_an_inbox_that_one_no_longer_has_is_not_gone_to(firm: Firm, qtbot: QtBot) -> None:
    firm.give(AssignRole(person=firm.ids["oskar"], role="admin"))
    first = opened(firm, qtbot, "oskar", "all")
    first.close()
    firm.give(RevokeRole(person=firm.ids["oskar"], role="admin"))
    again = window_of(firm, "oskar", qtbot)
    qtbot.waitUntil(lambda: again.context.place.queue == "support.mine")
    again.close()
