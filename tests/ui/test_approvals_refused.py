"""What cannot be asked for or decided says why in its form, and nothing that was typed is lost."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from agentdesk.domain.commands import Apply, SaveDomain, SaveProject
from agentdesk.domain.values import ProcessKind
from tests.desk.firm import Firm
from tests.ui.approving import choose, dialog, opened, part, part_of, part_of_window, run, submit
from ui.dialogs.ask import Ask
from ui.dialogs.list_box import ListBox
from ui.window import MainWindow


@pytest.fixture
def mara(firm: Firm, qtbot: QtBot) -> Iterator[MainWindow]:
    window = opened(firm, qtbot, "mara", "pending")
    yield window
    window.close()


def note(ask: Ask, field: str) -> str:
    found = ask.field(field)
    assert found is not None
    return found.note.text()


def built(firm: Firm, name: str, count: int) -> None:
    """Hosts in Analytics, as if Elif and Mara had agreed."""
    firm.ids[name] = firm.clock.new_id()
    firm.give(
        Apply(request=firm.ids[name], kind=ProcessKind.HOST_CREATE, project=firm.ids["analytics"], name=name,
              count=count, vcpus=1, memory_gib=1, reason="More."), "ravi",
    )  # fmt: skip
    firm.passes(name, "elif")
    firm.passes(name, "mara")
    firm.desk.rest()


@pytest.mark.rule("CP-R2")
def test_twenty_one_hosts_are_too_many_for_one_request(firm: Firm, qtbot: QtBot) -> None:
    built(firm, "web", 20)
    built(firm, "db", 1)
    window = opened(firm, qtbot, "ravi", "mine")
    run(window, "apply_host_delete", qtbot)
    ask = dialog(window, "resource_request_dialog", qtbot)
    hosts = part_of(ask, ListBox, "resource_request_hosts")
    qtbot.waitUntil(lambda: hosts.count() == 21)
    for row in range(21):
        hosts.item(row).setCheckState(Qt.CheckState.Checked)
    part_of(ask, QPlainTextEdit, "resource_request_reason").setPlainText("Gone.")
    submit(ask)
    qtbot.waitUntil(lambda: note(ask, "hosts") == "“Hosts” is too long: at most 20.")
    assert part_of(ask, QPlainTextEdit, "resource_request_reason").toPlainText() == "Gone."
    hosts.item(0).setCheckState(Qt.CheckState.Unchecked)
    submit(ask)
    qtbot.waitUntil(lambda: window.findChild(Ask, "resource_request_dialog") is None)
    window.close()


def test_a_quota_below_what_is_used_says_which_size(mara: MainWindow, firm: Firm, qtbot: QtBot) -> None:
    firm.passes("host", "mara")
    firm.desk.rest()
    run(mara, "apply_project_quota", qtbot)
    ask = dialog(mara, "resource_request_dialog", qtbot)
    project = part_of(ask, QComboBox, "resource_request_project")
    qtbot.waitUntil(lambda: project.count() > 0)
    project.setCurrentIndex(project.findText("Analytics / Data"))
    part_of(ask, QLineEdit, "resource_request_memory_gib").setText("100")
    submit(ask)
    qtbot.waitUntil(ask.error.isVisible)
    assert ask.error.text() == "More is in use already than this quota allows (Memory)."
    assert part_of(ask, QLineEdit, "resource_request_memory_gib").text() == "100"
    ask.reject()


@pytest.mark.rule("CP-55")
def test_a_project_that_left_the_domain_meanwhile_is_refused_beside_its_field(
    mara: MainWindow, firm: Firm, qtbot: QtBot
) -> None:
    choose(mara, firm, "join", qtbot)
    run(mara, "pass_stage", qtbot)
    ask = dialog(mara, "pass_dialog", qtbot)
    role = part_of(ask, QComboBox, "pass_role")
    qtbot.waitUntil(lambda: role.count() > 0)
    role.setCurrentIndex(role.findText("Member"))
    comment = part_of(ask, QPlainTextEdit, "pass_comment")
    comment.setPlainText("Welcome.")
    firm.ids["abroad"] = firm.clock.new_id()
    firm.give(SaveDomain(domain=firm.ids["abroad"], name="Abroad"))
    firm.give(SaveProject(project=firm.ids["payments"], domain=firm.ids["abroad"], name="Payments"))
    submit(ask)
    qtbot.waitUntil(lambda: note(ask, "project").startswith("This project is not of the applicant's domain."))
    assert comment.toPlainText() == "Welcome."
    ask.reject()


@pytest.mark.rule("CP-64", "HZ-06")
def test_an_applicant_tries_again_what_failed_once_there_is_room(firm: Firm, qtbot: QtBot) -> None:
    firm.ids["big"] = firm.clock.new_id()
    firm.give(
        Apply(request=firm.ids["big"], kind=ProcessKind.HOST_CREATE, project=firm.ids["analytics"], name="big",
              vcpus=8, memory_gib=600, reason="Much."), "ravi",
    )  # fmt: skip
    firm.passes("big", "elif")
    firm.passes("big", "mara")
    firm.desk.rest()
    window = opened(firm, qtbot, "ravi", "mine")
    choose(window, firm, "big", qtbot)
    qtbot.waitUntil(lambda: part(window, "request_chip").property("status") == "failed")
    told = part(window, "request_trouble").accessibleName()
    assert told == ("It could not be carried out. The quota does not allow this. Ask for a larger quota, or for less.")
    quota = Apply(
        request=firm.clock.new_id(), kind=ProcessKind.PROJECT_QUOTA, project=firm.ids["analytics"], memory_gib=2_000
    )
    firm.give(quota)
    firm.desk.rest()
    qtbot.waitUntil(window.commands["retry_execution"].isEnabled)
    part_of_window(window, QPushButton, "action_retry").setFocus()
    part_of_window(window, QPushButton, "action_retry").click()
    firm.desk.rest()
    qtbot.waitUntil(lambda: part(window, "request_chip").property("status") == "passed")
    assert part(window, "request_detail").isAncestorOf(window.focusWidget())
    window.close()
