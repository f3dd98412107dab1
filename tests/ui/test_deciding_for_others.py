"""Deciding for somebody else, and deciding where the network is out of reach or not wanted: seen in the window."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from agentdesk.clock import SetClock
from agentdesk.desk.queries.outbox import Outbox
from agentdesk.domain import commands as c
from agentdesk.domain.values import DAY, ProcessKind, RequestState
from agentdesk.settings import Settings
from tests.builders import JONAS, MARA, NOAH, NOON
from tests.desk.firm import HOST, Firm
from tests.desk.served import ServedStage
from tests.server import approvals
from tests.ui.approving import dialog, opened, part, part_of, run, submit, titles
from ui.app import open_window
from ui.context import PENDING_REQUESTS, Place
from ui.widgets.avatar import Avatar
from ui.window import MainWindow


@pytest.fixture
def stage(tmp_path: Path) -> Iterator[ServedStage]:
    """Mara and Jonas decide about what Noah wants; this is Mara's desk."""
    made = ServedStage(tmp_path / "desk", SetClock(NOON))
    project = approvals.a_project(made.world)
    approvals.a_process(made.world, ProcessKind.HOST_CREATE, c.StageForm(name="Owner", persons=(MARA, JONAS)))
    made.ticket = approvals.applied(made.world, project)
    made.join()
    yield made
    made.close()


@pytest.fixture
def mara(stage: ServedStage, qtbot: QtBot) -> Iterator[MainWindow]:
    made = open_window(stage.desk, Settings(theme="light", language="en"))
    qtbot.addWidget(made)
    made.resize(1440, 900)
    made.activateWindow()
    made.context.set_place(Place(PENDING_REQUESTS))
    qtbot.waitUntil(lambda: made.context.request is not None)
    yield made
    made.close()


def chip(window: MainWindow) -> str:
    return str(part(window, "request_chip").property("status"))


def labels(window: MainWindow, name: str) -> set[str]:
    return {one.text() for one in part(window, name).findChildren(QLabel)}


@pytest.mark.rule("HZ-07")
def test_a_delegate_decides_in_the_name_of_whom_they_stand_in_for(firm: Firm, qtbot: QtBot) -> None:
    firm.delegate("mara", "hanna", firm.clock.at, firm.clock.at + DAY)
    hanna = opened(firm, qtbot, "hanna", "pending")
    assert titles(hanna) == [HOST]  # their own request waits for Mara, too, and is not theirs to decide
    assert "Your decision for level 2 · Domain admin, for Mara Lindt" in labels(hanna, "decision_bar")
    run(hanna, "pass_stage", qtbot)
    ask = dialog(hanna, "pass_dialog", qtbot)
    assert any(one.text().startswith("You decide for Mara Lindt. After") for one in ask.findChildren(QLabel))
    part_of(ask, QPlainTextEdit, "pass_comment").setPlainText("As agreed with Mara.")
    submit(ask)
    qtbot.waitUntil(lambda: titles(hanna) == [])
    decided = firm.seen("host", "mara").steps[1].decisions[0]
    assert (decided.person, decided.by) == (firm.ids["mara"], firm.ids["hanna"])
    hanna.context.set_place(Place("approvals.resolved"))
    qtbot.waitUntil(lambda: titles(hanna) == [HOST])
    qtbot.waitUntil(lambda: "Hanna Weiß for Mara Lindt" in labels(hanna, "request_talk"))
    faces = part(hanna, "request_talk").findChildren(Avatar)
    assert "Hanna Weiß" in [face.accessibleName() for face in faces], "the face is theirs, not made of both names"
    assert firm.inbox("pending", "mara") == 1
    hanna.close()


@pytest.mark.rule("HZ-07")
def test_who_works_offline_by_wish_decides_and_it_goes_out_when_they_are_back(
    stage: ServedStage, mara: MainWindow, qtbot: QtBot
) -> None:
    run(mara, "work_offline", qtbot)
    stage.lane.run()
    qtbot.waitUntil(lambda: mara.commands["work_offline"].text() == "Go online")
    run(mara, "pass_stage", qtbot)
    ask = dialog(mara, "pass_dialog", qtbot)
    part_of(ask, QPlainTextEdit, "pass_comment").setPlainText("Fine.")
    submit(ask)
    stage.lane.run()
    qtbot.waitUntil(lambda: chip(mara) == "submitted")
    assert "To be submitted" in labels(mara, "request_detail")
    assert stage.world.get("request", stage.ticket).state is RequestState.IN_APPROVAL
    run(mara, "work_offline", qtbot)
    stage.lane.run()
    stage.run()
    assert stage.world.get("request", stage.ticket).state is RequestState.PROCESSING
    qtbot.waitUntil(lambda: stage.desk.look(Outbox()) == ())


@pytest.mark.rule("HZ-07")
def test_a_decision_that_came_back_says_in_its_request_what_was_changed(
    stage: ServedStage, mara: MainWindow, qtbot: QtBot
) -> None:
    stage.cut()
    run(mara, "reject_stage", qtbot)
    ask = dialog(mara, "reject_dialog", qtbot)
    part_of(ask, QPlainTextEdit, "reject_comment").setPlainText("Too small to be of use.")
    submit(ask)
    request = stage.world.get("request", stage.ticket)
    wish = c.ModifyRequest(
        request=stage.ticket, project=request.project, name=request.name, vcpus=99, memory_gib=request.memory_gib
    )
    stage.world.done(wish, NOAH)
    stage.mend()
    strip, changed = part(mara, "request_came_back"), f"since you decided: {request.vcpus} vCPU → 99 vCPU."
    qtbot.waitUntil(lambda: strip.isVisible() and changed in strip.accessibleName())
    assert "Too small to be of use." in strip.accessibleName()
    discard = part(mara, "request_back_discard")
    assert isinstance(discard, QPushButton)
    assert discard.isVisible()
