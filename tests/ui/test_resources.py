"""The room of the inventory: hosts, trash, quota and members, and the requests that begin there."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from agentdesk.domain.commands import Apply
from agentdesk.domain.inventory import host_id
from agentdesk.domain.values import ProcessKind
from agentdesk.settings import Settings
from tests.desk.firm import Firm, copied, founded
from tests.ui.approving import choose, dialog, part, part_of
from ui.app import open_window
from ui.context import RESOURCES, Place
from ui.dialogs.ask import Ask
from ui.dialogs.list_box import ListBox
from ui.nav.model import KeyRole
from ui.resources.detail import HostsPage
from ui.resources.room import ResourcesRoom
from ui.widgets.buttons import Button
from ui.widgets.inputs import Combo
from ui.window import MainWindow


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Firm:
    """Analytics with db-03 and twenty nodes, and one host in the trash: deleting needs no approval."""
    firm = founded(tmp_path_factory.mktemp("firm") / "desk")
    firm.open()
    firm.passes("host", "mara")
    for name, count in (("node", 20), ("old", 1)):
        firm.ids[name] = firm.clock.new_id()
        firm.give(
            Apply(request=firm.ids[name], kind=ProcessKind.HOST_CREATE, project=firm.ids["analytics"], name=name,
                  count=count, vcpus=1, memory_gib=1, reason="For tests."), "ravi",
        )  # fmt: skip
        firm.passes(name, "elif")
        firm.passes(name, "mara")
    firm.desk.rest()
    gone = (host_id(firm.ids["old"], 0),)
    firm.give(Apply(request=firm.clock.new_id(), kind=ProcessKind.HOST_DELETE, hosts=gone), "ravi")
    firm.desk.rest()
    firm.desk.close()
    return firm


@pytest.fixture
def firm(made: Firm, tmp_path: Path) -> Iterator[Firm]:
    here = copied(made, tmp_path / "desk")
    yield here
    here.desk.close()


@pytest.fixture
def ravi(firm: Firm, qtbot: QtBot) -> Iterator[MainWindow]:
    window = opened(firm, "ravi", qtbot)
    yield window
    window.close()


def opened(firm: Firm, person: str, qtbot: QtBot) -> MainWindow:
    firm.desk.close()
    window = open_window(firm.open(person), Settings(theme="light", language="en"))
    qtbot.addWidget(window)
    window.resize(1440, 900)
    window.activateWindow()
    qtbot.waitUntil(lambda: window.context.approvals.resources)
    window.commands["go_resources"].trigger()
    qtbot.waitUntil(lambda: bool(part(window, "resource_detail").property("ownerId")))
    return window


def room(window: MainWindow) -> ResourcesRoom:
    found = window.rooms.at(RESOURCES)
    assert isinstance(found, ResourcesRoom)
    return found


def names(page: HostsPage) -> list[str]:
    return [str(page.model.index(row).data()) for row in range(page.model.rowCount())]


def mark(page: HostsPage, *wanted: str) -> None:
    for row, name in enumerate(names(page)):
        if name in wanted:
            page.list.selectionModel().select(page.model.index(row), QItemSelectionModel.SelectionFlag.Select)


def tab(window: MainWindow, key: str) -> None:
    QTest.mouseClick(part(window, f"resource_tab_{key}"), Qt.MouseButton.LeftButton)


def button(window: MainWindow, name: str) -> Button:
    found = part(window, name)
    assert isinstance(found, Button)
    return found


def test_the_navigation_leads_there_and_the_first_project_is_shown(ravi: MainWindow, firm: Firm) -> None:
    rows = ravi.nav.rows
    keys = [str(rows.index(row).data(KeyRole)) for row in range(rows.rowCount())]
    assert rows.spoken(keys.index(RESOURCES)) == "Approvals: Resources"
    line = str(room(ravi).pane.model.index(0).data(Qt.ItemDataRole.AccessibleTextRole))
    assert line.startswith("Analytics, Project of Data, 95 % used, 21 host")
    assert part(ravi, "resource_chip").property("status") == "scarce"
    assert names(room(ravi).owner.hosts)[:2] == ["db-03", "node-1"]


def test_who_sees_nothing_of_the_inventory_has_no_such_place(firm: Firm, qtbot: QtBot) -> None:
    firm.desk.close()
    window = open_window(firm.open("hanna"), Settings(theme="light", language="en"))
    qtbot.addWidget(window)
    qtbot.waitUntil(lambda: bool(window.context.approvals.inboxes))
    rows = window.nav.rows
    assert RESOURCES not in [str(rows.index(row).data(KeyRole)) for row in range(rows.rowCount())]
    assert not window.commands["go_resources"].isVisible()
    window.close()


@pytest.mark.rule("CP-04", "CP-05")
def test_chosen_hosts_are_ticked_in_the_form_that_opens(ravi: MainWindow, qtbot: QtBot) -> None:
    mark(room(ravi).owner.hosts, "node-3", "node-7")
    assert part(ravi, "resource_foot").isVisible()
    button(ravi, "resource_delete").click()
    ask = dialog(ravi, "resource_request_dialog", qtbot)
    box = part_of(ask, ListBox, "resource_request_hosts")
    qtbot.waitUntil(lambda: box.count() > 0)
    items = [box.item(row) for row in range(box.count())]
    ticked = [item.text().split(" ")[0] for item in items if item.checkState() == Qt.CheckState.Checked]
    assert ticked == ["node-3", "node-7"]
    ask.reject()


@pytest.mark.rule("CP-R2")
def test_more_than_twenty_hosts_go_into_no_request(ravi: MainWindow) -> None:
    page = room(ravi).owner.hosts
    mark(page, *(f"node-{n}" for n in range(1, 21)))
    assert button(ravi, "resource_delete").isEnabled()
    mark(page, "db-03")
    assert not button(ravi, "resource_delete").isEnabled()
    assert not button(ravi, "resource_change").isEnabled()
    assert "20" in room(ravi).owner.foot.told.text()


@pytest.mark.rule("CP-05")
def test_a_host_comes_back_from_the_trash_by_one_press(ravi: MainWindow, qtbot: QtBot) -> None:
    tab(ravi, "trash")
    trash = room(ravi).owner.trash
    assert names(trash) == ["old"]
    assert not button(ravi, "resource_restore").isEnabled()
    mark(trash, "old")
    button(ravi, "resource_restore").setFocus()
    button(ravi, "resource_restore").click()
    qtbot.waitUntil(lambda: names(trash) == [])
    assert room(ravi).owner.isAncestorOf(ravi.focusWidget())
    assert "old" in names(room(ravi).owner.hosts)
    assert part(ravi, "resource_no_trash").isVisible()


def hint(ask: Ask, name: str) -> str:
    field = ask.field(name)
    assert field is not None
    return field.note.text()


@pytest.mark.rule("CP-07")
def test_the_quota_says_what_is_used_and_leads_to_its_form(firm: Firm, qtbot: QtBot) -> None:
    window = opened(firm, "mara", qtbot)
    owner = room(window).owner
    room(window).pane.choose(firm.ids["analytics"])
    qtbot.waitUntil(lambda: owner.property("ownerId") == firm.ids["analytics"])
    tab(window, "quota")
    qtbot.waitUntil(lambda: part(window, "use_memory_gib").accessibleName() == "Memory: 486 of 512 GiB")
    assert part(window, "use_vcpus").accessibleName() == "vCPU: 28, no limit"
    button(window, "resource_project_quota").click()
    ask = dialog(window, "resource_request_dialog", qtbot)
    project = part_of(ask, Combo, "resource_request_project")
    qtbot.waitUntil(lambda: project.value() == firm.ids["analytics"])
    assert [hint(ask, name) for name in ("memory_gib", "vcpus")] == [
        "486 of 512 GiB memory in use", "28 vCPU in use, no limit",
    ]  # fmt: skip
    project.set_value(firm.ids["payments"])
    project.activated.emit(project.currentIndex())
    assert hint(ask, "memory_gib") == ""
    ask.reject()
    window.close()


@pytest.mark.rule("CP-07", "CP-11")
def test_whoever_decides_a_quota_sees_at_once_what_is_used_of_it(firm: Firm, qtbot: QtBot) -> None:
    window = opened(firm, "mara", qtbot)
    firm.ids |= {name: firm.clock.new_id() for name in ("more", "big")}
    quota = Apply(
        request=firm.ids["more"], kind=ProcessKind.PROJECT_QUOTA, project=firm.ids["analytics"], memory_gib=1024
    )
    firm.give(quota, "mara")
    host = replace(quota, request=firm.ids["big"], kind=ProcessKind.HOST_CREATE, name="big", vcpus=1, reason="Big.")
    firm.give(host, "mara")
    window.context.set_place(Place("approvals.mine"))
    qtbot.waitUntil(lambda: window.requests.pane.model.place_of(firm.ids["more"]) >= 0)
    choose(window, firm, "more", qtbot)
    compare = part(window, "request_compare")
    assert isinstance(compare, Button)
    assert compare.text() == "Hide the quota"
    choose(window, firm, "big", qtbot)
    assert compare.text() == "Compare with quota"
    window.close()


@pytest.mark.rule("CP-06")
def test_who_is_no_member_asks_to_join_from_the_members(firm: Firm, qtbot: QtBot) -> None:
    window = opened(firm, "mara", qtbot)
    room(window).pane.choose(firm.ids["analytics"])
    qtbot.waitUntil(lambda: room(window).owner.property("ownerId") == firm.ids["analytics"])
    tab(window, "members")
    button(window, "resource_join").click()
    ask = dialog(window, "resource_request_dialog", qtbot)
    project = part_of(ask, Combo, "resource_request_project")
    qtbot.waitUntil(lambda: project.value() == firm.ids["analytics"])
    ask.reject()
    window.close()


def test_a_member_sees_who_else_belongs_to_it_and_is_not_asked_to_join(ravi: MainWindow) -> None:
    tab(ravi, "members")
    page = part(ravi, "resource_members")
    said = {str(label.property("text")) for label in page.findChildren(QWidget) if label.property("text")}
    assert said >= {"Elif Kaya", "Project owner", "Ravi Desai", "Member"}
    assert not button(ravi, "resource_join").isVisible()


def test_keys_lead_from_the_list_to_the_hosts(ravi: MainWindow) -> None:
    room(ravi).pane.list.setFocus()
    QTest.keyClick(room(ravi).pane.list, Qt.Key.Key_Return)
    assert room(ravi).owner.hosts.list.hasFocus()


def test_who_comes_back_finds_what_they_had_chosen(firm: Firm, qtbot: QtBot) -> None:
    window = opened(firm, "mara", qtbot)
    room(window).pane.choose(firm.ids["analytics"])
    qtbot.waitUntil(lambda: room(window).owner.property("ownerId") == firm.ids["analytics"])
    window.commands["go_requests"].trigger()
    firm.give(Apply(request=firm.clock.new_id(), kind=ProcessKind.HOST_DELETE, hosts=(_node(firm, 0),)), "ravi")
    window.commands["go_resources"].trigger()
    qtbot.waitUntil(lambda: "node-1" not in names(room(window).owner.hosts))
    assert part(window, "resource_title").property("text") == "Analytics"
    window.close()


def _node(firm: Firm, number: int) -> str:
    return host_id(firm.ids["node"], number)
