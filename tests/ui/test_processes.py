"""The administrator sets up who approves what, as in the picture: levels, people, order, and what saving means."""

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QDialog, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from agentdesk.clock import SetClock
from agentdesk.desk import Draft
from agentdesk.desk.queries.processes import ProcessDetail, ProcessOf
from agentdesk.domain.commands import AssignRole, Command, DisablePerson, RevokeRole, SaveDesk, SaveProcess, StageForm
from agentdesk.domain.values import ProcessKind, ScopeKind, StageRule
from agentdesk.settings import Settings
from tests.builders import ADMIN
from tests.chains import LEAD, OWNER, Office, an_office
from tests.desk.served import ServedStage
from tests.server import approvals
from ui import words
from ui.app import open_window
from ui.context import LOG, PROCESSES, Place
from ui.nav.model import KeyRole
from ui.processes.detail import ProcessPane
from ui.processes.editor import ChainEditor
from ui.processes.level import LevelCard
from ui.processes.model import LineRole
from ui.processes.room import ProcessesRoom
from ui.widgets.inputs import Combo
from ui.window import MainWindow

HOST, JOIN, SUPPORT = ProcessKind.HOST_CREATE, ProcessKind.JOIN_PROJECT, ProcessKind.TECHNICAL_SUPPORT
NOON = 1_732_291_200_000


@pytest.fixture(scope="module")
def founded(tmp_path_factory: pytest.TempPathFactory) -> Office:
    """Made once, to be copied: two levels for hosts, of which the first is nobody's in Payments."""
    with an_office(tmp_path_factory.mktemp("firm")) as office:
        office.sets_up(OWNER, LEAD)
        office.asks("db-1")
    return office


@pytest.fixture
def office(founded: Office, tmp_path: Path) -> Iterator[Office]:
    shutil.copytree(founded.directory, tmp_path / "desk")
    made = Office(tmp_path / "desk", SetClock(founded.clock.at, seed=100_000), dict(founded.ids))
    made.open()
    yield made
    made.desk.close()


@pytest.fixture
def window(office: Office, qtbot: QtBot) -> Iterator[MainWindow]:
    made = opened(office, qtbot)
    yield made
    made.close()


def opened(office: Office, qtbot: QtBot) -> MainWindow:
    made = open_window(office.desk, Settings(theme="light", language="en"))
    qtbot.addWidget(made)
    made.resize(1440, 900)
    made.show()
    made.activateWindow()
    made.context.set_place(Place(PROCESSES))
    qtbot.waitUntil(lambda: pane(made).head.isVisible())
    rest()
    return made


def room(window: MainWindow) -> ProcessesRoom:
    found = window.rooms.at(PROCESSES)
    assert isinstance(found, ProcessesRoom)
    return found


def pane(window: MainWindow) -> ProcessPane:
    return room(window).process


def editor(window: MainWindow) -> ChainEditor:
    return pane(window).editor


def card(window: MainWindow, number: int) -> LevelCard:
    found = editor(window).cards[number - 1]
    assert found.isVisible()
    return found


def names(window: MainWindow) -> list[str]:
    return [form.name for form in editor(window).chain.stages]


def rest() -> None:
    """The desk answers at once; its answers come by the event loop, and some ask again."""
    for _ in range(5):
        QApplication.processEvents()


def click(window: QWidget, name: str) -> None:
    button = next(one for one in window.findChildren(QPushButton, name) if one.isVisible())
    assert button.isEnabled(), name
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    rest()


def give(office: Office, command: Command, by: str = "maker") -> None:
    office.give(command, by)
    rest()


def go_to(window: MainWindow, kind: ProcessKind) -> None:
    room(window).pane.choose(kind)
    rest()


def write(field: QLineEdit, text: str) -> None:
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, text)


def choose(box: Combo, key: str) -> None:
    place = box.findData(key)
    assert place >= 0, key
    box.setCurrentIndex(place)
    box.chosen.emit(key)


def dialog(window: MainWindow, name: str) -> QDialog:
    found = window.findChild(QDialog, name)
    assert found is not None, name
    return found


def saved(office: Office, kind: ProcessKind = HOST) -> ProcessDetail:
    return office.desk.look(ProcessOf(kind))


def warning(window: MainWindow, number: int) -> str:
    return str(card(window, number).property("warning"))


# ------------------------------------------------------------------------------------------------- the list


@pytest.mark.rule("CP-11")
def test_administrators_have_process_setup_and_the_log_in_the_navigation(window: MainWindow) -> None:
    rows = window.nav.rows
    keys = [str(rows.index(row).data(KeyRole)) for row in range(rows.rowCount())]
    assert keys[-3:] == ["", PROCESSES, LOG]


def test_who_is_no_administrator_has_neither(office: Office, qtbot: QtBot) -> None:
    office.desk.close()
    office.open("mara")
    made = open_window(office.desk, Settings(theme="light", language="en"))
    qtbot.addWidget(made)
    rows = made.nav.rows
    assert not [row for row in range(rows.rowCount()) if str(rows.index(row).data(KeyRole)).startswith("admin.")]
    made.close()


@pytest.mark.rule("CP-26", "CP-68")
def test_the_list_shows_every_kind_with_its_state_its_levels_and_its_version(window: MainWindow) -> None:
    model = room(window).pane.model
    lines = [model.index(row).data(LineRole) for row in range(model.rowCount())]
    assert [line.name for line in lines] == [words.request_kind(kind) for kind in ProcessKind]
    assert (lines[0].state, lines[0].told) == ("enabled", "2 levels · version 1")
    assert {line.state for line in lines[1:]} == {"none"}


@pytest.mark.rule("HZ-04")
def test_a_request_that_nobody_can_decide_shows_in_the_navigation_the_list_and_the_page(
    window: MainWindow, office: Office
) -> None:
    office.asks("db-2", "payments")
    rest()
    model = room(window).pane.model
    assert model.index(0).data(LineRole).alert == "1 request waits at a level that nobody can pass."
    assert pane(window).alerts.blocked.isVisible()
    assert f"{saved(office).blocked[0].number} (level “Project owner”)" in pane(window).alerts.blocked.text()
    assert window.context.counts[PROCESSES] == 1
    give(office, AssignRole(person=office.ids["mara"], role="project_owner", scope_kind=ScopeKind.SYSTEM))
    click(window, "process_blocked_show")
    assert window.context.place.queue == "approvals.all"


# ------------------------------------------------------------------------------------------------- the chain


@pytest.mark.rule("CP-14", "CP-16", "CP-17", "CP-18")
def test_the_levels_stand_there_with_role_range_and_how_many_match(window: MainWindow, qtbot: QtBot) -> None:
    first, second = card(window, 1), card(window, 2)
    assert (first.name.text(), first.role.value(), first.scope.value()) == ("Project owner", "project_owner", "project")
    assert (second.who.value(), second.scope.value()) == ("role", "domain")
    told = "People with this role in the project the host belongs to · 1 matches"
    qtbot.waitUntil(lambda: first.match.text() == told)
    assert second.match.text() == "People with this role in the project's domain · 1 matches"
    assert editor(window).most.text() == "2 of at most 5"


@pytest.mark.rule("CP-21", "CP-25")
def test_saving_makes_a_new_version_and_open_requests_keep_theirs(window: MainWindow, office: Office) -> None:
    assert pane(window).foot.told.text() == "1 open request keeps the chain it started with."
    assert not pane(window).foot.save.isEnabled()
    write(card(window, 1).name, "Owners")
    click(window, "process_save")
    now = saved(office)
    assert [(one.version.number, one.stages[0].name, one.running) for one in now.versions] == [
        (2, "Owners", 0), (1, "Project owner", 1),
    ]  # fmt: skip
    assert not pane(window).dirty
    assert room(window).pane.model.index(0).data(LineRole).told == "2 levels · version 2"


@pytest.mark.rule("CP-15", "CP-20")
def test_a_level_asks_a_role_a_person_or_both(window: MainWindow, office: Office, qtbot: QtBot) -> None:
    first = card(window, 1)
    click(first, "level_1_who_both")
    assert (first.role.isVisible(), first.person.isVisible()) == (True, True)
    write(first.person, "mara")
    qtbot.waitUntil(lambda: first.form.persons == (office.ids["mara"],))
    qtbot.waitUntil(lambda: first.match.text().endswith("2 match"))
    click(first, "level_1_who_person")
    assert (first.form.role, first.form.persons) == ("", (office.ids["mara"],))
    assert not first.role.isVisible()
    click(first, "level_1_who_role")
    assert (first.form.role, first.form.persons) == ("project_owner", ())
    click(first, "level_1_who_both")
    click(window, "process_save")
    stage = saved(office).versions[0].stages[0]
    assert (stage.role, stage.scope, stage.persons) == ("project_owner", ScopeKind.PROJECT, (office.ids["mara"],))


def test_nothing_of_one_chain_shows_in_the_next_one(window: MainWindow, office: Office, qtbot: QtBot) -> None:
    office.sets_up(LEAD, kind=JOIN)
    go_to(window, HOST)
    first = card(window, 1)
    click(first, "level_1_who_both")
    write(first.person, "mara")
    qtbot.waitUntil(lambda: first.form.persons == (office.ids["mara"],))
    click(first, "level_1_more")
    go_to(window, JOIN)
    assert (first.form.name, first.who.value(), first.rules.isVisible()) == ("Domain admin", "role", False)
    click(first, "level_1_who_person")
    assert first.form.persons == ()


def test_a_way_to_decide_that_waits_for_a_person_stays_with_its_level(window: MainWindow) -> None:
    click(card(window, 1), "level_1_who_both")
    click(card(window, 1), "level_1_down")
    assert [card(window, n).who.value() for n in (1, 2)] == ["role", "role"]


def test_of_a_long_name_the_beginning_shows(window: MainWindow, office: Office) -> None:
    office.sets_up(replace(LEAD, name="Those who pay for all of it in the end"), kind=JOIN)
    go_to(window, JOIN)
    assert card(window, 1).name.cursorPosition() == 0


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)  # names are offered in a pop-up
def test_names_are_offered_as_wide_as_they_need(window: MainWindow, qtbot: QtBot) -> None:
    first = card(window, 1)
    click(first, "level_1_who_person")
    first.person.setFixedWidth(40)
    first.person.setFocus()
    QTest.keyClicks(first.person, "a")
    popup = first.person.completer().popup()
    qtbot.waitUntil(popup.isVisible)
    assert popup.viewport().width() >= popup.sizeHintForColumn(0) > 40


@pytest.mark.rule("HZ-01", "CP-65")
def test_rule_deadline_and_handing_on_are_set_below_a_level(window: MainWindow, office: Office, qtbot: QtBot) -> None:
    second = card(window, 2)
    assert not second.rules.isVisible()
    click(second, "level_2_more")
    choose(second.rules.rule, StageRule.PERCENT)
    assert second.form.number == 50
    choose(second.rules.rule, StageRule.COUNT)
    assert second.form.number == 2
    write(second.rules.number, "2")
    QTest.keyClick(second.rules.transferable, Qt.Key.Key_Space)
    write(second.rules.hours, "8")
    write(second.rules.escalates, "elif")
    qtbot.waitUntil(lambda: second.form.escalates_to == office.ids["elif"])
    qtbot.waitUntil(lambda: "but 2 must pass" in warning(window, 2))
    click(window, "process_save")
    stage = saved(office).versions[0].stages[1]
    assert (stage.rule, stage.number, stage.transferable) == (StageRule.COUNT, 2, True)
    assert (stage.due_hours, stage.escalates_to) == (8, office.ids["elif"])


def test_after_saving_the_keys_stay_in_the_chain(window: MainWindow, office: Office) -> None:
    write(card(window, 1).name, "Owner of the project")
    click(window, "process_save")
    assert saved(office).versions[0].stages[0].name == "Owner of the project"
    focus = window.focusWidget()
    assert focus is not None
    assert editor(window).isAncestorOf(focus)


def test_applicants_may_decide_their_own_request_where_that_is_ticked(window: MainWindow, office: Office) -> None:
    box = window.findChild(QCheckBox, "process_decides_own")
    assert box is not None
    QTest.keyClick(box, Qt.Key.Key_Space)
    rest()
    click(window, "process_save")
    assert saved(office).versions[0].version.decides_own


@pytest.mark.rule("CP-26")
def test_the_details_show_the_facts_and_the_versions_and_change_the_name(window: MainWindow, office: Office) -> None:
    click(window, "process_tab_details")
    facts = pane(window).facts
    shown = [label.text().replace("\u200b", "") for label in facts.findChildren(QWidget) if hasattr(label, "text")]
    process = saved(office).row.process
    assert process is not None
    for text in (process.id, "Version 1 is used for new requests", "Enabled", "All domains"):
        assert text in shown
    assert any("1. Project owner: Project owner (Project)" in text and "1 open request" in text for text in shown)
    write(facts.name, "Hosts")
    click(window, "process_save")
    changed = saved(office).row.process
    assert changed is not None
    assert changed.name == "Hosts"


# ------------------------------------------------------------------------------------------------- order, undo


def test_levels_change_places_by_button_and_by_keys_and_the_focus_goes_with_them(window: MainWindow) -> None:
    click(window, "level_1_down")
    assert names(window) == ["Domain admin", "Project owner"]
    field = card(window, 2).name
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert names(window) == ["Project owner", "Domain admin"]
    assert QApplication.focusWidget() is card(window, 1).name
    QTest.keyClick(card(window, 1).role, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert names(window) == ["Domain admin", "Project owner"]


def test_a_level_is_dragged_to_another_place_and_that_is_undone_at_once(window: MainWindow) -> None:
    click(window, "level_add")
    write(card(window, 3).name, "Finance")
    QApplication.processEvents()
    grip, third = card(window, 1).grip, card(window, 3)
    start = grip.rect().center()
    QTest.mousePress(grip, Qt.MouseButton.LeftButton, pos=start)
    for number in (2, 3):
        middle = card(window, number).mapToGlobal(card(window, number).rect().center())
        QTest.mouseMove(grip, grip.mapFromGlobal(middle + QPoint(0, 8)))
        QApplication.processEvents()
    QTest.mouseRelease(grip, Qt.MouseButton.LeftButton, pos=grip.mapFromGlobal(third.mapToGlobal(start)))
    assert names(window) == ["Domain admin", "Finance", "Project owner"]
    focus = QApplication.focusWidget()
    assert focus is card(window, 3).name
    QTest.keyClick(focus, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert names(window) == ["Project owner", "Domain admin", "Finance"]


def test_edits_are_undone_and_redone_by_keys_what_was_typed_in_one_go_together(window: MainWindow) -> None:
    field = card(window, 1).name
    write(field, "Owners")
    click(window, "level_2_remove")
    assert names(window) == ["Owners"]
    focus = card(window, 1).name
    focus.setFocus()
    undo = Qt.KeyboardModifier.ControlModifier
    QTest.keyClick(focus, Qt.Key.Key_Z, undo)
    assert names(window) == ["Owners", "Domain admin"]
    QTest.keyClick(focus, Qt.Key.Key_Z, undo)
    assert names(window) == ["Project owner", "Domain admin"]
    assert not pane(window).dirty
    QTest.keyClick(focus, Qt.Key.Key_Z, undo | Qt.KeyboardModifier.ShiftModifier)
    assert names(window) == ["Owners", "Domain admin"]


def test_delete_removes_the_level_but_not_while_one_types(window: MainWindow) -> None:
    field = card(window, 1).name
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_Delete)
    assert len(names(window)) == 2
    QTest.keyClick(card(window, 1).role, Qt.Key.Key_Delete)
    assert len(names(window)) == 2  # it had no focus
    card(window, 1).role.setFocus()
    QTest.keyClick(card(window, 1).role, Qt.Key.Key_Delete)
    assert names(window) == ["Domain admin"]


def test_control_s_saves_and_revert_goes_back_to_what_is_saved(window: MainWindow, office: Office) -> None:
    field = card(window, 1).name
    write(field, "Owners")
    QTest.keyClick(field, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    rest()
    assert saved(office).versions[0].stages[0].name == "Owners"
    write(card(window, 1).name, "Others")
    click(window, "process_revert")
    assert names(window)[0] == "Owners"


# ------------------------------------------------------------------------------------------------- bad input


@pytest.mark.rule("CP-14", "CP-R1")
def test_a_sixth_level_cannot_be_added_and_one_that_is_there_is_named(window: MainWindow, office: Office) -> None:
    for _ in range(3):
        click(window, "level_add")
    assert not editor(window).add.isEnabled()
    assert editor(window).most.text() == "5 of at most 5"
    click(window, "process_revert")
    give(office, SaveDesk(most_stages=("host_create=1",)))
    write(card(window, 1).name, "Owners")
    click(window, "process_save")
    assert pane(window).alerts.problem.text() == "At most 1 levels are possible here."
    assert saved(office).row.process.version == 1  # type: ignore[union-attr]


def test_a_chain_without_levels_and_levels_without_a_name_or_people_are_told_in_place(window: MainWindow) -> None:
    click(window, "level_2_remove")
    click(window, "level_1_remove")
    click(window, "process_save")
    assert pane(window).alerts.problem.text() == "Add at least one level."
    click(window, "level_add")
    assert not pane(window).alerts.problem.isVisible()
    click(window, "process_save")
    assert card(window, 1).property("problem") == "Give it a name."
    assert QApplication.focusWidget() is card(window, 1).name
    write(card(window, 1).name, "Finance")
    assert card(window, 1).property("problem") == ""
    click(window, "process_save")
    assert card(window, 1).property("problem") == "Choose a role or a person for the level “Finance”."
    assert card(window, 1).note.isVisible()


@pytest.mark.rule("HZ-04")
def test_a_level_warns_where_nobody_matches_while_people_and_roles_come_and_go(
    window: MainWindow, office: Office, qtbot: QtBot
) -> None:
    told = "In 1 project too few match: Payments. Requests from there would stop here."
    qtbot.waitUntil(lambda: warning(window, 1) == told)
    assert warning(window, 2) == ""
    give(office, DisablePerson(person=office.ids["mara"]))
    qtbot.waitUntil(lambda: warning(window, 2) == "Nobody matches. Requests would stop here.")
    give(office, DisablePerson(person=office.ids["mara"], enabled=True))
    qtbot.waitUntil(lambda: warning(window, 2) == "")
    owns = {"scope_kind": ScopeKind.PROJECT, "scope_id": office.ids["analytics"]}
    give(office, RevokeRole(person=office.ids["elif"], role="project_owner", **owns))  # type: ignore[arg-type]
    qtbot.waitUntil(
        lambda: warning(window, 1) == "Nobody holds the role “Project owner” any more. Requests would stop here."
    )


@pytest.mark.rule("HZ-04")
def test_a_disabled_person_is_named_and_somebody_else_is_chosen(
    window: MainWindow, office: Office, qtbot: QtBot
) -> None:
    give(office, stages(office, StageForm(name="Finance", persons=(office.ids["katrin"],))))
    told = "The account of Katrin Sommer is disabled. Requests would stop here."
    qtbot.waitUntil(lambda: warning(window, 1) == told)
    click(window, "level_1_other")
    first = card(window, 1)
    assert first.form.persons == ()
    assert QApplication.focusWidget() is first.person
    QTest.keyClicks(first.person, "mara")
    qtbot.waitUntil(lambda: first.form.persons == (office.ids["mara"],))
    qtbot.waitUntil(lambda: warning(window, 1) == "")


def stages(office: Office, *forms: StageForm) -> SaveProcess:
    process = saved(office).row.process
    assert process is not None
    return SaveProcess(process=process.id, kind=HOST, name="Hosts", stages=forms)


# ------------------------------------------------------------------------------------------------- nothing is lost


def test_what_is_changed_is_kept_from_kind_to_kind_and_over_a_restart(
    window: MainWindow, office: Office, qtbot: QtBot
) -> None:
    write(card(window, 1).name, "Owners")
    go_to(window, JOIN)
    assert pane(window).head.title.text() == "Join project"
    go_to(window, HOST)
    assert names(window)[0] == "Owners"
    assert pane(window).alerts.restored.isVisible()
    window.close()
    office.desk.close()
    office.open()
    again = opened(office, qtbot)
    assert names(again)[0] == "Owners"
    click(again, "process_start_over")
    assert names(again)[0] == "Project owner"
    again.close()


def test_a_draft_that_cannot_be_read_any_more_leaves_what_is_saved(office: Office, qtbot: QtBot) -> None:
    for body in ("{", '{"stages": [{"name": "x", "rule": "never"}]}', "[]", '{"stages": 3}'):
        office.desk.save_draft(Draft(key=f"process {HOST}", kind="form", body=body))
        made = opened(office, qtbot)
        assert names(made) == ["Project owner", "Domain admin"]
        made.close()


def test_somebody_else_saves_meanwhile_and_both_chains_are_safe(window: MainWindow, office: Office) -> None:
    write(card(window, 1).name, "Mine")
    give(office, stages(office, LEAD))
    assert names(window) == ["Mine", "Domain admin"]
    assert "saved another version meanwhile" in pane(window).alerts.restored.text()
    click(window, "process_save")
    assert [len(one.stages) for one in saved(office).versions] == [2, 1, 2]


def test_what_nobody_changed_follows_what_is_saved_elsewhere(window: MainWindow, office: Office) -> None:
    give(office, stages(office, LEAD))
    assert names(window) == ["Domain admin"]
    assert not pane(window).dirty


# ------------------------------------------------------------------------------------------------- new, on and off


@pytest.mark.rule("CP-12", "CP-13", "CP-21", "CP-68")
def test_a_new_process_is_made_for_a_kind_that_has_none(window: MainWindow, office: Office) -> None:
    click(window, "process_new")
    form = dialog(window, "process_dialog")
    kind = form.findChild(Combo, "process_type")
    assert kind is not None
    assert [kind.itemData(row) for row in range(kind.count())] == [one.value for one in ProcessKind if one is not HOST]
    choose(kind, JOIN)
    title = form.findChild(QLineEdit, "process_title_name")
    assert title is not None
    assert title.text() == "Join project"
    write(title, "Joining")
    click(form, "process_ok")
    assert pane(window).head.title.text() == "Join project"
    first = card(window, 1)
    write(first.name, "Domain admin")
    choose(first.role, "domain_admin")
    click(window, "process_save")
    made = saved(office, JOIN)
    assert made.row.process is not None
    assert (made.row.process.name, made.row.process.enabled, made.row.process.version) == ("Joining", False, 1)
    assert pane(window).head.chip.property("status") == "disabled"


def test_a_kind_of_one_level_offers_no_second_one(window: MainWindow) -> None:
    go_to(window, JOIN)
    assert editor(window).add.isVisible()
    click(window, "level_add")
    assert not editor(window).add.isVisible()
    assert [scope for scope in ("project", "domain", "system") if tab(window, scope)] == ["domain", "system"]


def tab(window: MainWindow, scope: str) -> bool:
    found = card(window, 1).findChild(QPushButton, f"level_1_scope_{scope}")
    return found is not None and found.isVisible()


@pytest.mark.rule("CP-23", "CP-24", "CP-69")
def test_enabling_and_disabling_say_what_follows_and_ask_first(window: MainWindow, office: Office) -> None:
    click(window, "process_disable")
    form = dialog(window, "disable_dialog")
    said = [label.text() for label in form.findChildren(QWidget) if hasattr(label, "text")]
    assert "Whoever may create hosts creates them at once." in said
    assert "1 open request goes on through its levels and still has to pass them." in said
    click(form, "disable_ok")
    assert pane(window).head.chip.property("status") == "disabled"
    office.asks("at-once")
    assert office.seen("at-once", "ravi").row.request.process is None
    click(window, "process_enable")
    form = dialog(window, "enable_dialog")
    said = [label.text() for label in form.findChildren(QWidget) if hasattr(label, "text")]
    assert any("also those of administrators" in text for text in said)
    assert any("Level “Project owner”: In 1 project too few match: Payments." in text for text in said)
    click(form, "enable_ok")
    assert pane(window).head.chip.property("status") == "enabled"


def test_who_is_no_administrator_any_more_is_led_elsewhere(window: MainWindow, office: Office) -> None:
    give(office, AssignRole(person=office.ids["elif"], role="admin", scope_kind=ScopeKind.SYSTEM))
    give(office, RevokeRole(person=office.ids["maker"], role="admin", scope_kind=ScopeKind.SYSTEM), "elif")
    assert window.context.place.queue == "support.pending"


# ------------------------------------------------------------------------------------------------- with a server


@pytest.fixture
def served(tmp_path: Path) -> Iterator[ServedStage]:
    """The administrator's desk, on a server."""
    made = ServedStage(tmp_path / "served", SetClock(NOON), person=ADMIN)
    approvals.a_process(made.world, SUPPORT, StageForm(name="Owner", persons=(ADMIN,)))
    made.join()
    yield made
    made.close()


def at_its_process(served: ServedStage, qtbot: QtBot) -> MainWindow:
    window = open_window(served.desk, Settings(theme="light", language="en"))
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    window.context.set_place(Place(PROCESSES))
    rest()
    go_to(window, SUPPORT)
    qtbot.waitUntil(lambda: names(window) == ["Owner"])
    return window


def test_out_of_reach_of_the_server_nothing_is_saved_and_nothing_is_lost(served: ServedStage, qtbot: QtBot) -> None:
    window = at_its_process(served, qtbot)
    served.cut()
    rest()
    assert pane(window).alerts.offline.isVisible()
    write(card(window, 1).name, "Owners")
    click(window, "process_save")
    assert pane(window).alerts.problem.text() == "This works only while connected to the server."
    assert names(window) == ["Owners"]
    served.mend()
    rest()
    assert not pane(window).alerts.offline.isVisible()
    click(window, "process_save")
    served.run()
    rest()
    assert version_on(served) == 2
    assert not pane(window).dirty
    window.close()


def test_what_is_on_its_way_to_the_server_is_not_saved_twice(served: ServedStage, qtbot: QtBot) -> None:
    window = at_its_process(served, qtbot)
    write(card(window, 1).name, "Owners")
    click(window, "process_save")
    pane(window).save()
    assert not pane(window).foot.save.isEnabled()
    assert pane(window).foot.told.text() == "The last change is on its way to the server."
    served.run()
    rest()
    assert version_on(served) == 2
    assert not pane(window).dirty
    write(card(window, 1).name, "Owner")
    assert pane(window).foot.save.isEnabled()
    window.close()


def version_on(served: ServedStage) -> int:
    process = served.desk.look(ProcessOf(SUPPORT)).row.process
    assert process is not None
    return process.version


@pytest.mark.rule("HZ-04")
def test_the_bell_tells_administrators_of_requests_that_nobody_can_decide(window: MainWindow, office: Office) -> None:
    window.context.set_place(Place("support.mine"))
    office.asks("db-2", "payments")
    rest()
    bell = window.header.bell
    assert [notice.text for notice in bell.notices()] == ["1 request waits at a level that nobody can pass"]
    menu = bell.filled_menu()
    menu.actions()[0].trigger()
    assert window.context.place.queue == PROCESSES
    office.asks("db-3", "payments")
    rest()
    assert bell.notices()[0].text == "2 requests wait at a level that nobody can pass"
    menu.deleteLater()


@pytest.mark.rule("CP-11")
def test_the_menu_of_administration_leads_to_both_places(window: MainWindow) -> None:
    for action, place in (("go_log", LOG), ("go_processes", PROCESSES)):
        assert window.commands[action].isVisible()
        window.commands[action].trigger()
        assert window.context.place.queue == place


def test_in_a_narrow_window_who_decides_stands_below_the_name(window: MainWindow) -> None:
    first = card(window, 1)
    assert first.who.mapTo(first, QPoint()).y() < first.scope.mapTo(first, QPoint()).y()
    assert first.name.mapTo(first, QPoint()).y() == first.role.mapTo(first, QPoint()).y()
    window.resize(1000, 700)
    rest()
    assert first.name.mapTo(first, QPoint()).y() < first.role.mapTo(first, QPoint()).y()
    assert first.who.width() == first.who.sizeHint().width()
    window.resize(1440, 900)
    rest()
    assert first.name.mapTo(first, QPoint()).y() == first.role.mapTo(first, QPoint()).y()


def test_everything_one_can_use_in_both_places_has_a_name_of_its_own(window: MainWindow) -> None:
    click(window, "level_1_more")
    card(window, 1).who.set_value("both")
    for place in (PROCESSES, LOG):
        window.context.set_place(Place(place))
        rest()
        found = window.rooms.at(place)
        assert found is not None
        for part in (found.list, found.detail):
            used = [one for one in part.findChildren(QWidget) if one.isVisible() and _is_used(one)]
            assert [one for one in used if not one.objectName()] == []
            assert [one.objectName() for one in used if not (one.accessibleName() or getattr(one, "text", str)())] == []
            names = [one.objectName() for one in used]
            assert len(names) == len(set(names))


def _is_used(widget: QWidget) -> bool:
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and not isinstance(widget, ChainEditor)


def test_nothing_is_asked_while_nobody_looks_and_edits_are_still_undone_afterwards(
    window: MainWindow, office: Office
) -> None:
    write(card(window, 1).name, "Mine")
    window.context.set_place(Place("support.mine"))
    rest()
    asked: list[object] = []
    watch = office.desk.watch
    office.desk.watch = lambda query, deliver: asked.append(query) or watch(query, deliver)  # type: ignore[method-assign,func-returns-value]
    give(office, stages(office, LEAD))
    office.asks("db-2", "payments")
    rest()
    assert asked == []
    assert room(window).pane.model.index(0).data(LineRole).told == "2 levels · version 1"
    window.context.set_place(Place(PROCESSES))
    rest()
    assert room(window).pane.model.index(0).data(LineRole).told == "1 level · version 2"
    assert "saved another version meanwhile" in pane(window).alerts.restored.text()
    QTest.keyClick(card(window, 1).name, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert names(window) == ["Project owner", "Domain admin"]


def test_in_the_narrowest_window_enter_opens_the_process_and_escape_leads_back(window: MainWindow) -> None:
    window.resize(740, 600)
    rest()
    assert room(window).pane.list.isVisible()
    assert not editor(window).isVisible()
    room(window).pane.list.setFocus()
    QTest.keyClick(room(window).pane.list, Qt.Key.Key_Return)
    rest()
    assert not room(window).pane.list.isVisible()
    assert QApplication.focusWidget() is card(window, 1).name
    QTest.keyClick(card(window, 1).name, Qt.Key.Key_Escape)
    rest()
    assert room(window).pane.list.isVisible()


@pytest.mark.rule("CP-68")
def test_a_process_that_somebody_else_set_up_first_is_shown_and_ones_own_chain_is_kept(
    served: ServedStage, qtbot: QtBot
) -> None:
    window = open_window(served.desk, Settings(theme="light", language="en"))
    qtbot.addWidget(window)
    window.show()
    window.context.set_place(Place(PROCESSES))
    rest()
    go_to(window, ProcessKind.DOMAIN_QUOTA)
    click(window, "level_add")
    write(card(window, 1).name, "Mine")
    choose(card(window, 1).role, "admin")
    approvals.a_process(served.world, ProcessKind.DOMAIN_QUOTA, StageForm(name="Theirs", persons=(ADMIN,)))
    click(window, "process_save")
    served.run()
    rest()
    assert window.context.link.attention == 1
    assert names(window) == ["Mine"]
    assert "saved another version meanwhile" in pane(window).alerts.restored.text()
    click(window, "process_save")
    served.run()
    rest()
    found = served.desk.look(ProcessOf(ProcessKind.DOMAIN_QUOTA))
    assert [one.stages[0].name for one in found.versions] == ["Mine", "Theirs"]
    assert not pane(window).dirty
    window.close()


def test_a_notice_that_went_behind_a_dialog_does_not_hold_up_who_goes_elsewhere(
    window: MainWindow, qtbot: QtBot
) -> None:
    banners = window.banners
    banners.show_notice("Your settings could not be saved.")
    dismiss = banners.notice.findChild(QPushButton, "notice_dismiss")
    assert dismiss is not None
    dialog = QDialog(window)
    dialog.open()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is dialog)
    dismiss.setFocus()
    dismiss.click()
    assert window.focusWidget() is dismiss  # nobody has looked yet
    window.context.set_place(Place("support.all"))
    assert window.focusWidget() is window.tickets.view()
    window.context.set_place(Place(PROCESSES))
    assert window.focusWidget() is room(window).pane.list
