"""What the window of an approver says about a level that several must pass, and about one that was handed on."""

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from agentdesk.desk.queries.library import DraftOf
from agentdesk.domain.commands import Apply, ModifyRequest, SaveProcess, StageForm, TransferStage
from agentdesk.domain.values import ProcessKind, ScopeKind, StageRule
from tests.desk.firm import Firm
from tests.ui.approving import choose, dialog, opened, part, part_of, run, submit
from ui import words
from ui.context import OUTBOX, PENDING_REQUESTS, Place
from ui.dialogs.form_draft import FORM
from ui.window import MainWindow
from ui.words.deciding import ENDS, ENDS_LATER


@pytest.fixture
def mara(firm: Firm, qtbot: QtBot) -> Iterator[MainWindow]:
    window = opened(firm, qtbot, "mara", "pending")
    yield window
    window.close()


def asked_of_both(firm: Firm, *rules: StageRule, transferable: bool = False) -> None:
    """A host of Ravi's on which Mara and Oskar decide, level by level."""
    stages = tuple(
        StageForm(name=f"Level {rule}", role="domain_admin", scope=ScopeKind.DOMAIN, rule=rule,
                  transferable=transferable)
        for rule in rules
    )  # fmt: skip
    process = firm.seen("host", "mara").row.request.process
    assert process is not None
    firm.give(SaveProcess(process=process, kind=ProcessKind.HOST_CREATE, name="Host", stages=stages))
    firm.ids["both"] = firm.clock.new_id()
    firm.give(
        Apply(request=firm.ids["both"], kind=ProcessKind.HOST_CREATE, project=firm.ids["analytics"], name="etl-07",
              vcpus=1, memory_gib=1, reason="Nightly loads."), "ravi",
    )  # fmt: skip


def approvers(window: MainWindow) -> list[str]:
    section = part(window, "request_properties_approvers")
    return [one.text() for one in section.findChildren(QLabel) if one.isVisible() and one.text()]


def way(window: MainWindow) -> str:
    return part(window, "approval_stepper").accessibleName()


def shown(window: MainWindow, firm: Firm, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: window.requests.pane.model.place_of(firm.ids["both"]) >= 0)
    choose(window, firm, "both", qtbot)


@pytest.mark.rule("HZ-01")
def test_how_many_must_pass_follows_the_level_though_the_same_people_are_asked(
    mara: MainWindow, firm: Firm, qtbot: QtBot
) -> None:
    asked_of_both(firm, StageRule.ANY, StageRule.ALL)
    shown(mara, firm, qtbot)
    assert "Any one of them decides." in approvers(mara)
    assert "You, or Oskar Prinz" in way(mara)
    firm.passes("both", "oskar")
    qtbot.waitUntil(lambda: "All of them must pass it." in approvers(mara))
    assert "Any one of them decides." not in approvers(mara)
    assert "Level all, 0 of 2 passed, Waiting for you" in way(mara)


@pytest.mark.rule("HZ-01")
def test_who_has_decided_a_level_that_more_must_pass_reads_that_it_counts(
    mara: MainWindow, firm: Firm, qtbot: QtBot
) -> None:
    asked_of_both(firm, StageRule.ALL)
    shown(mara, firm, qtbot)
    firm.passes("both", "mara")
    head = part(mara, "decision_head")
    assert isinstance(head, QLabel)
    qtbot.waitUntil(lambda: head.text() == "Your decision counts. 1 more must pass this level.")
    assert "Level all, 1 of 2 passed, Waiting" in way(mara)


def test_before_the_last_level_one_reads_who_decides_next_and_what_happens_at_the_end(firm: Firm) -> None:
    firm.ids["etl"] = firm.clock.new_id()
    wish: dict[str, Any] = {
        "project": firm.ids["analytics"],
        "name": "etl-07",
        "vcpus": 1,
        "memory_gib": 1,
        "reason": "Loads.",
    }
    firm.give(Apply(request=firm.ids["etl"], kind=ProcessKind.HOST_CREATE, **wish), "ravi")
    told = words.after_pass(firm.seen("etl", "elif"))
    assert told == "After you pass, level 2, Domain admin, decides. The host is deployed after level 2."
    firm.passes("etl", "elif")
    assert words.after_pass(firm.seen("etl", "mara")) == "After you pass, the host is deployed at once."
    assert set(ENDS_LATER) == set(ENDS) == {kind for kind in ProcessKind if kind.is_request}


@pytest.mark.rule("CP-65")
def test_from_whom_a_level_was_handed_on_is_named_no_longer_among_its_approvers(
    mara: MainWindow, firm: Firm, qtbot: QtBot
) -> None:
    asked_of_both(firm, StageRule.ANY, transferable=True)
    shown(mara, firm, qtbot)
    seen = firm.seen("both", "mara")
    handed = TransferStage(
        request=firm.ids["both"], stage=str(seen.stage), person=firm.ids["elif"], comment="You know the cluster."
    )
    firm.give(handed, "mara")
    qtbot.waitUntil(lambda: "Elif Kaya" in way(mara))
    people = ("Elif Kaya", "Mara Lindt", "Oskar Prinz")
    qtbot.waitUntil(lambda: [name for name in people if name in approvers(mara)] == ["Elif Kaya"])
    said = [one.text() for one in part(mara, "request_talk").findChildren(QLabel)]
    assert {"Mara Lindt", "Handed it on to Elif Kaya", "You know the cluster."} <= set(said)
    log = part(mara, "request_properties_log")
    assert "Mara Lindt handed it on to Elif Kaya" in [one.text() for one in log.findChildren(QLabel)]


@pytest.mark.rule("CP-66")
def test_a_request_says_to_its_approvers_what_its_applicant_changed(mara: MainWindow, firm: Firm, qtbot: QtBot) -> None:
    asked_of_both(firm, StageRule.ANY)
    larger = ModifyRequest(
        request=firm.ids["both"], project=firm.ids["analytics"], name="etl-01", vcpus=4, memory_gib=512
    )
    firm.give(larger, "ravi")
    shown(mara, firm, qtbot)
    log = part(mara, "request_properties_log")
    told = "Ravi Desai changed it: Name: etl-07 → etl-01, 1 vCPU → 4 vCPU, 1 GiB memory → 512 GiB memory"
    qtbot.waitUntil(lambda: told in [one.text().replace("\u200b", "") for one in log.findChildren(QLabel)])


# ------------------------------------------------------------------------------------------------- by keyboard


def test_a_chord_leads_out_of_the_outbox_and_out_of_the_navigation(mara: MainWindow, qtbot: QtBot) -> None:
    for start in (mara.outbox.list, mara.nav.list):
        mara.context.set_place(Place(OUTBOX))
        start.setFocus()
        qtbot.waitUntil(start.hasFocus)
        QTest.keyClicks(start, "ga")
        assert mara.context.place.queue == PENDING_REQUESTS


def test_after_a_request_was_sent_the_keys_are_in_the_list_of_ones_requests(firm: Firm, qtbot: QtBot) -> None:
    window = opened(firm, qtbot, "ravi", "mine")
    window.context.set_place(Place("support.mine"))
    run(window, "apply_host_create", qtbot)
    ask = dialog(window, "resource_request_dialog", qtbot)
    for name, text in {"name": "db-04", "vcpus": "4", "memory_gib": "16"}.items():
        part_of(ask, QLineEdit, f"resource_request_{name}").setText(text)
    part_of(ask, QPlainTextEdit, "resource_request_reason").setPlainText("For the reports.")
    submit(ask)
    qtbot.waitUntil(lambda: window.focusWidget() is window.requests.pane.list)
    window.close()


def test_a_field_of_several_lines_breaks_them_and_needs_no_bar_below(mara: MainWindow, qtbot: QtBot) -> None:
    run(mara, "reject_stage", qtbot)
    field = part_of(dialog(mara, "reject_dialog", qtbot), QPlainTextEdit, "reject_comment")
    field.setPlainText("The shared host swaps since Monday and the nightly build needs room. " * 9)
    assert field.horizontalScrollBarPolicy() is Qt.ScrollBarPolicy.ScrollBarAlwaysOff
    assert not field.horizontalScrollBar().isVisible()


# ------------------------------------------------------------------------------------------------- what is typed


@pytest.mark.rule("CP-57")
def test_a_comment_half_typed_is_on_disk_and_there_again_until_it_was_sent(
    mara: MainWindow, firm: Firm, qtbot: QtBot
) -> None:
    kept = DraftOf(f"reject {firm.ids['host']}", FORM)
    run(mara, "reject_stage", qtbot)
    field = part_of(dialog(mara, "reject_dialog", qtbot), QPlainTextEdit, "reject_comment")
    QTest.keyClicks(field, "Too lar")
    qtbot.waitUntil(lambda: (draft := firm.desk.look(kept)) is not None and draft.body == "Too lar")
    dialog(mara, "reject_dialog", qtbot).reject()
    qtbot.waitUntil(lambda: mara.findChild(QPlainTextEdit, "reject_comment") is None)
    run(mara, "reject_stage", qtbot)
    again = dialog(mara, "reject_dialog", qtbot)
    field = part_of(again, QPlainTextEdit, "reject_comment")
    qtbot.waitUntil(lambda: field.toPlainText() == "Too lar")
    QTest.keyClicks(field, "ge.")
    submit(again)
    qtbot.waitUntil(lambda: firm.inbox("resolved", "mara") == 1)
    assert firm.seen("host", "mara").steps[1].decisions[0].comment == "Too large."
    qtbot.waitUntil(lambda: firm.desk.look(kept) is None)
