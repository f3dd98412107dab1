"""Several requests decided together, an inbox that is narrowed, what is new in it, handing on and delegating."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QListView, QMenu, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from agentdesk.desk.queries.library import DraftOf, SavedViews
from agentdesk.desk.queries.request_work import DelegationsOf
from agentdesk.domain.commands import Apply, SaveProcess, StageForm
from agentdesk.domain.values import DAY, ProcessKind, ScopeKind
from tests.desk.firm import HOST, JOIN, Firm
from tests.ui.approving import choose, dialog, opened, part, part_of, run, submit, titles
from ui.approvals.model import UnreadRole
from ui.dialogs.form_draft import FORM
from ui.window import MainWindow


@pytest.fixture
def mara(firm: Firm, qtbot: QtBot) -> Iterator[MainWindow]:
    """Two hosts and one who wants to join wait for her."""
    firm.ids["other"] = firm.clock.new_id()
    firm.give(
        Apply(request=firm.ids["other"], kind=ProcessKind.HOST_CREATE, project=firm.ids["analytics"], name="db-04",
              vcpus=2, memory_gib=4, reason="Tests."), "ravi",
    )  # fmt: skip
    firm.passes("other", "elif")
    window = opened(firm, qtbot, "mara", "pending")
    yield window
    window.close()


def press(window: MainWindow, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(window.requests.pane.list, key, modifier)


def choose_all(window: MainWindow, qtbot: QtBot) -> None:
    window.requests.pane.list.setFocus()
    qtbot.waitUntil(window.requests.pane.list.hasFocus)
    press(window, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: len(window.context.several) == window.requests.pane.model.rowCount())


def reasons(window: MainWindow) -> list[str]:
    return [label.text() for label in window.requests.request.findChildren(QLabel, "several_reason")]


# ------------------------------------------------------------------------------------------------- several


def test_several_are_marked_by_keys_and_passed_with_one_note(mara: MainWindow, firm: Firm, qtbot: QtBot) -> None:
    assert titles(mara) == [HOST, JOIN, "Host application · db-04"]
    for key in (Qt.Key.Key_X, Qt.Key.Key_J, Qt.Key.Key_J, Qt.Key.Key_X):
        press(mara, key)
    qtbot.waitUntil(lambda: part(mara, "several_requests").isVisible())
    assert set(mara.context.requests) == {firm.ids["host"], firm.ids["other"]}
    qtbot.waitUntil(lambda: len(mara.context.several) == 2)
    qtbot.waitUntil(mara.commands["pass_stage"].isEnabled)
    press(mara, Qt.Key.Key_P, Qt.KeyboardModifier.ShiftModifier)
    ask = dialog(mara, "pass_several_dialog", qtbot)
    part_of(ask, QPlainTextEdit, "pass_several_comment").setPlainText("Both agreed.")
    submit(ask)
    qtbot.waitUntil(lambda: titles(mara) == [JOIN])
    for name in ("host", "other"):
        request = firm.seen(name, "mara")
        assert request.row.request.result == "passed"
        assert request.steps[1].decisions[0].comment == "Both agreed."
    assert firm.desk.look(DraftOf("pass_several", FORM)) is None
    assert mara.banners.refusal.text() == "Recorded for 2 requests."
    qtbot.waitUntil(lambda: part(mara, "request_detail").property("requestId") == firm.ids["join"])
    assert not part(mara, "several_requests").isVisible()


def test_those_that_fail_say_why_in_their_line_and_stay_chosen(mara: MainWindow, firm: Firm, qtbot: QtBot) -> None:
    choose_all(mara, qtbot)
    run(mara, "reject_stage", qtbot)
    ask = dialog(mara, "reject_several_dialog", qtbot)
    submit(ask)
    assert ask.isVisible()  # the comment is missing
    part_of(ask, QPlainTextEdit, "reject_several_comment").setPlainText("Not this year.")
    firm.passes("host", "oskar")
    submit(ask)
    qtbot.waitUntil(lambda: reasons(mara) == ["Oskar Prinz has already passed this level."])
    assert mara.context.requests == (firm.ids["host"],)
    assert part(mara, "several_result").text() == "2 done, 1 refused and still selected"  # type: ignore[attr-defined]
    assert firm.seen("join", "hanna").row.request.result == "rejected"
    assert firm.seen("host", "ravi").row.request.result == "passed"
    kept = firm.desk.look(DraftOf("reject_several", FORM))  # what failed can be decided with it again
    assert kept is not None
    assert kept.body == "Not this year."


def test_escape_ends_marking_and_goes_back_to_one(mara: MainWindow, firm: Firm, qtbot: QtBot) -> None:
    choose_all(mara, qtbot)
    press(mara, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: len(mara.context.requests) == 1)
    assert not part(mara, "several_requests").isVisible()


@pytest.mark.rule("HZ-02")
def test_what_somebody_else_decides_stays_in_front_until_one_moves_on(
    mara: MainWindow, firm: Firm, qtbot: QtBot
) -> None:
    firm.passes("host", "oskar")
    qtbot.waitUntil(lambda: HOST not in titles(mara))
    assert part(mara, "request_detail").property("requestId") == firm.ids["host"]
    qtbot.waitUntil(lambda: not mara.commands["pass_stage"].isEnabled())
    press(mara, Qt.Key.Key_BracketRight)
    qtbot.waitUntil(lambda: part(mara, "request_detail").property("requestId") == firm.ids["join"])


# ------------------------------------------------------------------------------------------------- narrowing


def menu(window: MainWindow, chip: str, qtbot: QtBot) -> QMenu:
    button = part(window, chip)
    assert isinstance(button, QPushButton)
    bar = window.requests.pane.bar
    bar.menu().clear()
    button.click()
    qtbot.waitUntil(lambda: not bar.menu().isEmpty())
    return bar.menu()


@pytest.fixture(autouse=True)
def menus_stay_closed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a screen a menu cannot take the keyboard, and says so."""
    monkeypatch.setattr(QMenu, "popup", lambda *_: None)


def tick(menu: QMenu, text: str) -> None:
    next(action for action in menu.actions() if action.text() == text).trigger()


def test_an_inbox_is_narrowed_by_its_chips_and_kept_as_a_view(mara: MainWindow, firm: Firm, qtbot: QtBot) -> None:
    tick(menu(mara, "requests_filter_type", qtbot), "Join project")
    qtbot.waitUntil(lambda: titles(mara) == [JOIN])
    run(mara, "save_view", qtbot)
    ask = dialog(mara, "saved_view_dialog", qtbot)
    part_of(ask, QLineEdit, "saved_view_name").setText("Joining")
    submit(ask)
    qtbot.waitUntil(lambda: len(mara.nav.rows.views()) == 1)
    kept = firm.desk.look(SavedViews())[0]
    assert (kept.queue, kept.filters) == ("approvals.pending", ("kind=join_project",))
    clear = part(mara, "requests_filter_clear")
    assert isinstance(clear, QPushButton)
    clear.click()
    qtbot.waitUntil(lambda: len(titles(mara)) == 3)
    tick(menu(mara, "requests_filter_project", qtbot), "Analytics")
    qtbot.waitUntil(lambda: titles(mara) == [HOST, "Host application · db-04"])


def test_who_asked_and_the_state_are_found_under_more(mara: MainWindow, qtbot: QtBot) -> None:
    opened_menu = menu(mara, "requests_filter_more", qtbot)
    below = {action.text(): action.menu() for action in opened_menu.actions() if action.menu()}
    assert [action.text() for action in below["Asked for by"].actions()] == ["Hanna Weiß", "Ravi Desai"]  # type: ignore[union-attr]
    tick(below["Asked for by"], "Ravi Desai")  # type: ignore[arg-type]
    qtbot.waitUntil(lambda: JOIN not in titles(mara))
    chip = part(mara, "requests_filter_set_0")
    assert isinstance(chip, QPushButton)
    assert chip.text() == "Ravi Desai"
    chip.click()
    qtbot.waitUntil(lambda: JOIN in titles(mara))


def test_where_nothing_matches_the_filters_can_be_cleared(mara: MainWindow, qtbot: QtBot) -> None:
    run(mara, "find", qtbot)
    QTest.keyClicks(mara.requests.pane.faces.head.search.edit, "nothing like it")
    qtbot.waitUntil(lambda: part(mara, "requests_empty").isVisible())
    button = part(mara, "requests_empty_action")
    assert isinstance(button, QPushButton)
    button.click()
    qtbot.waitUntil(lambda: len(titles(mara)) == 3)


# ------------------------------------------------------------------------------------------------- what is new


def marks(window: MainWindow) -> list[bool]:
    model = window.requests.pane.model
    return [bool(model.index(row, 0).data(UnreadRole)) for row in range(model.rowCount())]


def test_what_one_looked_at_is_no_longer_new_until_it_is_marked_so(mara: MainWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: marks(mara) == [False, True, True])
    press(mara, Qt.Key.Key_Period)
    qtbot.waitUntil(lambda: marks(mara) == [False, False, True])
    press(mara, Qt.Key.Key_U)
    qtbot.waitUntil(lambda: marks(mara) == [False, True, True])


# ------------------------------------------------------------------------------------------------- others decide


@pytest.mark.rule("CP-65")
def test_a_level_is_handed_on_where_the_process_allows_it(mara: MainWindow, firm: Firm, qtbot: QtBot) -> None:
    assert not mara.commands["transfer_stage"].isVisible()
    admin = StageForm(name="Domain admin", role="domain_admin", scope=ScopeKind.DOMAIN, transferable=True)
    process = firm.seen("join", "mara").row.request.process
    assert process is not None
    firm.give(SaveProcess(process=process, kind=ProcessKind.JOIN_PROJECT, name="Join", stages=(admin,)))
    firm.ids["late"] = firm.clock.new_id()
    firm.give(Apply(request=firm.ids["late"], kind=ProcessKind.JOIN_PROJECT, reason="I, too."), "hanna")
    qtbot.waitUntil(lambda: mara.requests.pane.model.place_of(firm.ids["late"]) >= 0)
    choose(mara, firm, "late", qtbot)
    run(mara, "transfer_stage", qtbot)
    ask = dialog(mara, "hand_on_dialog", qtbot)
    submit(ask)
    assert ask.isVisible()  # nobody is chosen
    people = part_of(ask, QListView, "hand_on_person_list")
    qtbot.waitUntil(lambda: people.model().rowCount() > 0)
    names = [people.model().index(row, 0).data() for row in range(people.model().rowCount())]
    assert names == ["Elif Kaya", "Oskar Prinz", "Ravi Desai"]
    people.setCurrentIndex(people.model().index(0, 0))
    submit(ask)
    qtbot.waitUntil(lambda: mara.requests.pane.model.place_of(firm.ids["late"]) < 0)
    assert firm.inbox("pending", "elif") == 1


@pytest.mark.rule("HZ-07")
def test_somebody_decides_for_another_from_day_to_day_and_both_names_stand_there(
    mara: MainWindow, firm: Firm, qtbot: QtBot
) -> None:
    run(mara, "set_delegate", qtbot)
    ask = dialog(mara, "delegate_dialog", qtbot)
    people = part_of(ask, QListView, "delegate_person_list")
    qtbot.waitUntil(lambda: people.model().rowCount() > 0)
    people.setCurrentIndex(people.model().index(0, 0))
    submit(ask)
    assert ask.isVisible()  # the last day is missing
    part_of(ask, QLineEdit, "delegate_ends").setText("2024-11-20")
    submit(ask)
    assert ask.isVisible()  # over before it begins
    part_of(ask, QLineEdit, "delegate_ends").setText("2024-12-20")
    submit(ask)
    qtbot.waitUntil(lambda: len(firm.desk.look(DelegationsOf()).given) == 1)
    assert firm.inbox("pending", "elif") == 3
    firm.passes("other", "elif")
    choose(mara, firm, "host", qtbot)
    seen = firm.seen("other", "elif")
    assert {person.name for person in seen.steps[1].deciders} == {"Elif Kaya"}
    assert seen.steps[1].decisions[0].person == firm.ids["mara"]


def test_a_delegation_is_ended_in_the_same_dialog(mara: MainWindow, firm: Firm, qtbot: QtBot) -> None:
    now = firm.clock.at
    firm.delegate("mara", "oskar", now, now + 5 * DAY)
    run(mara, "set_delegate", qtbot)
    ask = dialog(mara, "delegate_dialog", qtbot)
    qtbot.waitUntil(lambda: part(ask, "delegate_given").isVisible())
    part_of(ask, QPushButton, "delegate_given_0").click()
    submit(ask)
    qtbot.waitUntil(lambda: firm.desk.look(DelegationsOf()).given == ())


# ------------------------------------------------------------------------------------------------- bad input


def test_a_comment_of_a_hundred_thousand_characters_is_kept_and_said_to_be_too_long(
    mara: MainWindow, firm: Firm, qtbot: QtBot
) -> None:
    run(mara, "reject_stage", qtbot)
    ask = dialog(mara, "reject_dialog", qtbot)
    comment = part_of(ask, QPlainTextEdit, "reject_comment")
    comment.setPlainText("x" * 100_000)
    submit(ask)
    field = ask.field("comment")
    assert field is not None
    assert ask.isVisible()
    assert field.note.text() == "“Comment” is too long: at most 4,000."
    assert len(comment.toPlainText()) == 100_000
    comment.setPlainText("No.")
    assert field.note.text().endswith("3 of 4,000 characters.")
    ask.reject()


def test_a_role_must_be_chosen_before_several_can_join(mara: MainWindow, firm: Firm, qtbot: QtBot) -> None:
    choose_all(mara, qtbot)
    run(mara, "pass_stage", qtbot)
    ask = dialog(mara, "pass_several_dialog", qtbot)
    role = part_of(ask, QComboBox, "pass_several_role")
    qtbot.waitUntil(lambda: role.count() > 0)
    role.setCurrentIndex(role.findText("Member"))
    submit(ask)
    qtbot.waitUntil(lambda: titles(mara) == [])
    assert firm.seen("join", "hanna").row.request.role == "member"
    assert part(mara, "requests_empty").isVisible()
