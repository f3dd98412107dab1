"""The window of whoever asks for something and of whoever decides on it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from agentdesk.clock import SetClock
from agentdesk.desk.queries.outbox import Outbox
from agentdesk.domain.commands import Apply, ModifyRequest, RejectStage, StageForm
from agentdesk.domain.values import ProcessKind
from agentdesk.settings import Settings
from tests.builders import JONAS, MARA, NOAH
from tests.desk.firm import HOST, JOIN, NOON, Firm
from tests.desk.served import ServedStage
from tests.server import approvals
from tests.ui.approving import choose, dialog, opened, part, part_of, part_of_window, run, submit, titles
from ui import words
from ui.app import open_window
from ui.approvals.model import IdRole
from ui.context import Place
from ui.nav.model import KeyRole
from ui.window import MainWindow


@pytest.fixture
def mara(firm: Firm, qtbot: QtBot) -> Iterator[MainWindow]:
    window = opened(firm, qtbot, "mara", "pending")
    yield window
    window.close()


@pytest.fixture
def ravi(firm: Firm, qtbot: QtBot) -> Iterator[MainWindow]:
    window = opened(firm, qtbot, "ravi", "mine")
    yield window
    window.close()


# ------------------------------------------------------------------------------------------------- the inbox


@pytest.mark.rule("CP-35", "CP-36", "CP-52", "CP-54")
def test_an_approver_sees_how_many_wait_and_what_each_is_about(mara: MainWindow, firm: Firm, qtbot: QtBot) -> None:
    rows = mara.nav.rows
    keys = [str(rows.index(row).data(KeyRole)) for row in range(rows.rowCount())]
    shown = [key for key in keys if key.startswith("approvals.")]
    assert shown == ["approvals.pending", "approvals.resolved", "approvals.involved", "approvals.mine"]
    assert rows.spoken(keys.index("approvals.pending")) == "Approvals: My pending, 2"
    assert titles(mara) == [HOST, JOIN]
    spoken = str(mara.requests.pane.model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole))
    assert spoken == f"{HOST}, In approval, Ravi Desai, WF-2, Level 2 / 2, 1 min"


@pytest.mark.rule("CP-54", "CP-57")
def test_a_request_shows_its_way_what_it_asks_what_was_said_and_what_comes_next(mara: MainWindow, firm: Firm) -> None:
    way = part(mara, "approval_stepper").accessibleName()
    assert way.startswith("Submitted, Ravi Desai")
    assert "Project owner, Elif Kaya, Passed" in way
    assert "Domain admin, You, or Oskar Prinz, Waiting for you" in way
    assert way.endswith("Deploy, Automatic, After level 2")
    warning = part(mara, "request_warning_0").accessibleName()
    assert warning == "This uses 91 % of the project's memory quota (466 of 512 GiB)."
    voices = [one.property("state") for one in part(mara, "request_talk").findChildren(QWidget, "voice_card")]
    assert voices == ["", "passed"]
    bar = part(mara, "decision_bar").accessibleName()
    assert bar == "Your decision for level 2 · Domain admin. After you pass, the host is deployed at once"


def test_without_a_process_and_a_request_there_are_no_approvals(tmp_path: Path, qtbot: QtBot) -> None:
    bare = Firm(tmp_path / "bare", SetClock(NOON))
    window = open_window(bare.open(), Settings(theme="light", language="en"))
    qtbot.addWidget(window)
    qtbot.waitUntil(lambda: window.nav.rows.rowCount() > 0)
    rows = window.nav.rows
    assert not [row for row in range(rows.rowCount()) if str(rows.index(row).data(KeyRole)).startswith("approvals.")]
    assert not window.commands["go_approvals"].isVisible()
    assert not part(window, "menu_approval").isVisible()
    window.close()
    bare.desk.close()


# ------------------------------------------------------------------------------------------------- deciding


@pytest.mark.rule("CP-54", "CP-58")
def test_after_a_pass_the_next_that_waits_is_shown(mara: MainWindow, firm: Firm, qtbot: QtBot) -> None:
    QTest.keyClick(mara.requests.pane.list, Qt.Key.Key_P, Qt.KeyboardModifier.ShiftModifier)
    ask = dialog(mara, "pass_dialog", qtbot)
    part_of(ask, QPlainTextEdit, "pass_comment").setPlainText("Agreed.")
    submit(ask)
    qtbot.waitUntil(lambda: part(mara, "request_detail").property("requestId") == firm.ids["join"])
    assert titles(mara) == [JOIN]
    assert firm.seen("host", "mara").row.request.result == "passed"
    qtbot.waitUntil(lambda: mara.context.counts["approvals.pending"] == 1)
    assert firm.inbox("resolved", "mara") == 1


@pytest.mark.rule("CP-55")
def test_who_lets_somebody_into_a_project_chooses_project_and_role(mara: MainWindow, firm: Firm, qtbot: QtBot) -> None:
    choose(mara, firm, "join", qtbot)
    run(mara, "pass_stage", qtbot)
    ask = dialog(mara, "pass_dialog", qtbot)
    project, role = part_of(ask, QComboBox, "pass_project"), part_of(ask, QComboBox, "pass_role")
    qtbot.waitUntil(lambda: project.count() == 2)
    assert project.currentText() == "Payments / Data"
    role.setCurrentIndex(role.findText("Member"))
    submit(ask)
    qtbot.waitUntil(lambda: titles(mara) == [HOST])
    request = firm.seen("join", "mara").row.request
    assert (request.project, request.role) == (firm.ids["payments"], "member")


@pytest.mark.rule("CP-55")
def test_where_nobody_wished_for_a_project_none_is_chosen_beforehand(
    mara: MainWindow, firm: Firm, qtbot: QtBot
) -> None:
    firm.ids["any"] = firm.clock.new_id()
    firm.give(Apply(request=firm.ids["any"], kind=ProcessKind.JOIN_PROJECT, reason="Wherever."), "hanna")
    qtbot.waitUntil(lambda: mara.requests.pane.model.place_of(firm.ids["any"]) >= 0)
    choose(mara, firm, "any", qtbot)
    run(mara, "pass_stage", qtbot)
    ask = dialog(mara, "pass_dialog", qtbot)
    project = part_of(ask, QComboBox, "pass_project")
    qtbot.waitUntil(lambda: project.currentText() == "Choose a project")
    submit(ask)
    field = ask.field("project")
    assert field is not None
    assert field.note.text() == words.refusal("project-required")
    project.setCurrentIndex(project.findText("Analytics / Data"))
    submit(ask)
    qtbot.waitUntil(lambda: firm.seen("any", "mara").row.request.project == firm.ids["analytics"])


@pytest.mark.rule("CP-57", "CP-61")
def test_a_reject_needs_its_comment(mara: MainWindow, firm: Firm, qtbot: QtBot) -> None:
    QTest.keyClick(mara.requests.pane.list, Qt.Key.Key_R, Qt.KeyboardModifier.ShiftModifier)
    ask = dialog(mara, "reject_dialog", qtbot)
    submit(ask)
    assert ask.isVisible()
    field = ask.field("comment")
    assert field is not None
    assert field.note.text() == words.refusal("comment-required")
    part_of(ask, QPushButton, "reject_reason_quota").click()
    comment = part_of(ask, QPlainTextEdit, "reject_comment")
    comment.insertPlainText("Ask for 32 GiB.")
    assert comment.toPlainText() == "Over quota. Ask for 32 GiB."
    submit(ask)
    qtbot.waitUntil(lambda: titles(mara) == [JOIN])
    assert firm.seen("host", "ravi").row.request.result == "rejected"


def test_whoever_comes_second_is_told_who_was_first_and_keeps_the_words(
    mara: MainWindow, firm: Firm, qtbot: QtBot
) -> None:
    run(mara, "pass_stage", qtbot)
    ask = dialog(mara, "pass_dialog", qtbot)
    comment = part_of(ask, QPlainTextEdit, "pass_comment")
    comment.setPlainText("Agreed.")
    firm.passes("host", "oskar")
    submit(ask)
    qtbot.waitUntil(lambda: ask.error.isVisible())
    assert ask.error.text() == "Oskar Prinz has already passed this level."
    assert comment.toPlainText() == "Agreed."
    ask.reject()


@pytest.fixture
def served(tmp_path: Path) -> Iterator[ServedStage]:
    """Mara and Jonas decide about what Noah wants; this is Mara's desk."""
    made = ServedStage(tmp_path / "served", SetClock(NOON))
    project = approvals.a_project(made.world)
    stage = StageForm(name="Owner", persons=(MARA, JONAS))
    approvals.a_process(made.world, ProcessKind.HOST_CREATE, stage)
    made.ticket = approvals.applied(made.world, project)
    made.join()
    yield made
    made.close()


@pytest.mark.rule("HZ-07")
def test_out_of_reach_a_decision_is_to_be_submitted_and_never_called_passed(served: ServedStage, qtbot: QtBot) -> None:
    window = open_window(served.desk, Settings(theme="light", language="en"))
    qtbot.addWidget(window)
    window.activateWindow()
    served.cut()
    window.context.set_place(Place("approvals.pending"))
    qtbot.waitUntil(lambda: part(window, "decision_bar").isVisible())
    assert part(window, "decision_next").text().endswith(words.decided_later())  # type: ignore[attr-defined]
    run(window, "pass_stage", qtbot)
    submit(dialog(window, "pass_dialog", qtbot))
    qtbot.waitUntil(lambda: part(window, "request_chip").property("status") == "submitted")
    assert "Owner, You, To be submitted" in part(window, "approval_stepper").accessibleName()
    assert "Passed" not in part(window, "approval_stepper").accessibleName()
    assert not part(window, "action_pass").isVisible()
    served.mend()
    qtbot.waitUntil(lambda: window.requests.pane.model.rowCount() == 0)
    window.close()


def decided_offline(served: ServedStage, qtbot: QtBot) -> MainWindow:
    """Mara's window after she has passed it without a connection."""
    window = open_window(served.desk, Settings(theme="light", language="en"))
    qtbot.addWidget(window)
    window.activateWindow()
    served.cut()
    window.context.set_place(Place("approvals.pending"))
    qtbot.waitUntil(lambda: window.context.request is not None)
    run(window, "pass_stage", qtbot)
    ask = dialog(window, "pass_dialog", qtbot)
    part_of(ask, QPlainTextEdit, "pass_comment").setPlainText("Agreed, till May.")
    submit(ask)
    qtbot.waitUntil(lambda: part(window, "request_chip").property("status") == "submitted")
    return window


def test_a_button_that_goes_leaves_the_focus_at_the_request(mara: MainWindow, firm: Firm, qtbot: QtBot) -> None:
    qtbot.waitUntil(part(mara, "action_pass").isEnabled)
    part(mara, "action_pass").setFocus()
    qtbot.waitUntil(part(mara, "action_pass").hasFocus)
    firm.passes("host", "oskar")
    qtbot.waitUntil(lambda: not part(mara, "action_pass").isVisible())
    focus = mara.focusWidget()
    assert focus is not None
    assert part(mara, "request_detail").isAncestorOf(focus)


@pytest.mark.rule("HZ-07", "HZ-16")
def test_a_decision_that_came_second_says_on_the_request_who_was_first_and_is_settled_there(
    served: ServedStage, qtbot: QtBot
) -> None:
    window = decided_offline(served, qtbot)
    served.world.done(RejectStage(**approvals.seen(served.world, served.ticket), comment="Too large."), JONAS)
    served.mend()
    qtbot.waitUntil(lambda: part(window, "request_came_back").isVisible())
    told = part(window, "request_came_back").accessibleName()
    assert "Jonas Beck has already rejected this request." in told
    assert "You wrote: “Agreed, till May.”" in told
    assert part(window, "request_chip").property("status") == "rejected"
    part_of_window(window, QPushButton, "request_back_discard").click()
    qtbot.waitUntil(lambda: part(window, "discard_dialog").isVisible())
    part_of_window(window, QPushButton, "discard_ok").click()
    qtbot.waitUntil(lambda: not part(window, "request_came_back").isVisible())
    assert served.desk.look(Outbox()) == ()
    window.close()


def test_a_decision_on_what_has_changed_shows_in_the_outbox_what_is_asked_for_now(
    served: ServedStage, qtbot: QtBot
) -> None:
    window = decided_offline(served, qtbot)
    request = served.world.get("request", served.ticket)
    wish = ModifyRequest(request=served.ticket, project=request.project, name="db", vcpus=99, memory_gib=1)
    served.world.done(wish, NOAH)
    served.mend()
    qtbot.waitUntil(lambda: part(window, "request_came_back").isVisible())
    assert "has changed since you decided" in part(window, "request_came_back").accessibleName()
    part_of_window(window, QPushButton, "request_back_outbox").click()
    qtbot.waitUntil(lambda: part(window, "outbox_open").isVisible())
    assert not part(window, "outbox_retry").isVisible()
    now = part(window, "outbox_now")
    qtbot.waitUntil(lambda: any("99 vCPU" in label.text() for label in now.findChildren(QLabel)))
    part_of_window(window, QPushButton, "outbox_open").click()
    qtbot.waitUntil(lambda: part(window, "request_detail").property("requestId") == served.ticket)
    qtbot.waitUntil(window.commands["pass_stage"].isEnabled)
    window.close()


@pytest.mark.parametrize(("width", "beside"), [(70, True), (36, False)])
def test_the_buttons_of_a_decision_leave_room_for_its_words(
    mara: MainWindow, firm: Firm, width: int, beside: bool, qtbot: QtBot
) -> None:
    choose(mara, firm, "host", qtbot)
    bar = part(mara, "decision_bar")
    head, button = part(mara, "decision_head"), part(mara, "action_pass")
    bar.setFixedWidth(mara.icons.theme.em(width))
    bar.layout().activate()
    assert (button.mapTo(bar, QPoint()).y() < head.mapTo(bar, QPoint(0, head.height())).y()) is beside


def test_where_no_request_is_chosen_the_pane_says_so(mara: MainWindow, firm: Firm, qtbot: QtBot) -> None:
    assert not part(mara, "request_empty").isVisible()
    mara.context.set_place(Place("approvals.resolved"))
    qtbot.waitUntil(part(mara, "request_empty").isVisible)
    mara.context.set_place(Place("approvals.pending"))
    qtbot.waitUntil(lambda: len(titles(mara)) > 1)
    choose(mara, firm, "join", qtbot)
    assert not part(mara, "request_empty").isVisible()


# ------------------------------------------------------------------------------------------------- asking


@pytest.mark.rule("CP-66")
def test_after_a_change_the_keyboard_stays_at_the_request(tmp_path: Path, qtbot: QtBot) -> None:
    stage = ServedStage(tmp_path / "served", SetClock(NOON), person=NOAH)
    project = approvals.a_project(stage.world)
    approvals.a_process(stage.world, ProcessKind.HOST_CREATE, StageForm(name="Owner", persons=(MARA,)))
    stage.ticket = approvals.applied(stage.world, project)
    stage.join()
    window = open_window(stage.desk, Settings(theme="light", language="en"))
    qtbot.addWidget(window)
    window.activateWindow()
    window.context.set_place(Place("approvals.mine"))
    button = part_of_window(window, QPushButton, "action_modify")
    qtbot.waitUntil(lambda: button.isVisible() and button.isEnabled())
    button.setFocus()
    button.click()
    ask = dialog(window, "resource_request_dialog", qtbot)
    part_of(ask, QLineEdit, "resource_request_vcpus").setText("2")
    submit(ask)
    qtbot.waitUntil(lambda: part(window, "request_chip").property("status") == "submitted")
    assert part(window, "request_detail").isAncestorOf(window.focusWidget())
    stage.run()
    qtbot.waitUntil(button.isVisible)
    assert stage.world.get("request", stage.ticket).vcpus == 2
    assert part(window, "request_detail").isAncestorOf(window.focusWidget())
    window.close()
    stage.close()


@pytest.mark.rule("CP-53", "CP-59")
def test_an_applicant_withdraws_with_a_reason(ravi: MainWindow, firm: Firm, qtbot: QtBot) -> None:
    assert titles(ravi)[0] == HOST
    button = part(ravi, "action_withdraw")
    assert isinstance(button, QPushButton)
    qtbot.waitUntil(button.isEnabled)
    button.click()
    ask = dialog(ravi, "withdraw_request_dialog", qtbot)
    part_of(ask, QPlainTextEdit, "withdraw_request_reason").setPlainText("Not needed.")
    submit(ask)
    qtbot.waitUntil(lambda: part(ravi, "request_chip").property("status") == "withdrawn")
    assert (firm.inbox("pending", "mara"), firm.inbox("involved", "mara")) == (1, 1)


@pytest.mark.rule("CP-02")
def test_a_host_is_asked_for_and_shown_among_ones_requests(ravi: MainWindow, firm: Firm, qtbot: QtBot) -> None:
    offered = [id for id in ravi.commands if id.startswith("apply_") and ravi.commands[id].isVisible()]
    assert "apply_domain_quota" not in offered
    run(ravi, "apply_host_create", qtbot)
    ask = dialog(ravi, "resource_request_dialog", qtbot)
    typed = {"name": "db-04", "vcpus": "4", "memory_gib": "16"}
    for name, text in typed.items():
        part_of(ask, QLineEdit, f"resource_request_{name}").setText(text)
    submit(ask)
    assert ask.isVisible()  # the reason is missing
    part_of(ask, QPlainTextEdit, "resource_request_reason").setPlainText("For the reports.")
    submit(ask)
    qtbot.waitUntil(lambda: ravi.requests.pane.list.currentIndex().data(IdRole) not in ("", firm.ids["host"], None))
    qtbot.waitUntil(lambda: titles(ravi) == ["Host application · db-04", HOST])
    asked = ravi.context.request
    assert asked is not None
    assert (asked.row.request.vcpus, asked.row.request.memory_gib, asked.project) == (4, 16, "Analytics")
    assert firm.inbox("pending", "elif") == 1


@pytest.mark.rule("CP-06")
def test_whoever_has_no_project_is_offered_to_join_one_until_they_asked(firm: Firm, qtbot: QtBot) -> None:
    seen = firm.seen("join", "mara")
    firm.give(
        RejectStage(request=firm.ids["join"], stage=str(seen.stage), digest=seen.digest, comment="Not that."), "mara"
    )
    window = opened(firm, qtbot, "hanna", "mine")
    assert part(window, "join_banner").isVisible()
    button = part(window, "banner_join")
    assert isinstance(button, QPushButton)
    button.click()
    ask = dialog(window, "resource_request_dialog", qtbot)
    part_of(ask, QPlainTextEdit, "resource_request_reason").setPlainText("I am new.")
    submit(ask)
    qtbot.waitUntil(lambda: not part(window, "join_banner").isVisible())
    facts = part(window, "request_spec")
    qtbot.waitUntil(lambda: any(label.text() == "The approver chooses" for label in facts.findChildren(QLabel)))
    window.close()


@pytest.mark.rule("CP-06")
@pytest.mark.parametrize("person", ["ravi", "mara", "elif"])
def test_whoever_is_in_a_project_or_works_for_the_desk_is_offered_nothing(
    firm: Firm, qtbot: QtBot, person: str
) -> None:
    firm.desk.close()
    window = open_window(firm.open(person), Settings(theme="light", language="en"))
    qtbot.addWidget(window)
    qtbot.waitUntil(lambda: window.context.approvals_known)
    assert not part(window, "join_banner").isVisible()
    window.close()
