"""The table of actions: complete, unambiguous, and true to what the rules say."""

import pkgutil
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDialog, QLineEdit, QMainWindow, QMenu, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from agentdesk.desk.queries.detail import CommonActions, Detail
from agentdesk.desk.queries.setup import SetUpOf
from agentdesk.domain.commands import (
    TICKET_COMMANDS,
    HandleTicket,
    SetDefaultHandler,
    SetPriority,
    SubmitTicket,
    name_of,
)
from agentdesk.domain.values import Priority
from resources import path
from tests.ui.conftest import Office
from ui.actions import TABLE, Actions, ActionSpec
from ui.actions.keys import ambiguous, shown
from ui.actions.openers import DIALOGS, HANDLE, WORK
from ui.actions.table import CONTEXT_MENU, MENUS
from ui.context import Context
from ui.icons import Icons


@pytest.fixture
def window(qtbot: QtBot) -> QMainWindow:
    window = QMainWindow()
    qtbot.addWidget(window)
    return window


@pytest.fixture
def context(office: Office) -> Context:
    context = office.context()
    office.show(context, 0)
    return context


@pytest.fixture
def actions(context: Context, icons: Icons, window: QMainWindow) -> Actions:
    made = Actions(context, icons, window)
    made.refresh()
    return made


def test_no_key_means_two_things() -> None:
    assert list(ambiguous(TABLE)) == []
    twice = (ActionSpec("one", "One", "file", ("Ctrl+K",)), ActionSpec("two", "Two", "go", ("Ctrl+K",)))
    assert list(ambiguous(twice)) == ["Ctrl+K: one and two"]


def test_every_action_has_words_a_menu_and_its_icon() -> None:
    assert len({spec.id for spec in TABLE}) == len(TABLE)
    for spec in TABLE:
        assert spec.words, spec.id
        assert spec.menu in MENUS, spec.id
        assert not spec.icon or path(f"icons/{spec.icon}.svg").is_file(), spec.id


def test_every_command_that_a_person_gives_to_a_ticket_has_an_action() -> None:
    by_dialog = {"remove_participant", "auto_close", "set_priority"}
    offered = {spec.id for spec in TABLE}
    assert {name_of(command) for command in TICKET_COMMANDS} - by_dialog <= offered


def test_every_dialog_is_where_its_name_says() -> None:
    for name in (*DIALOGS.values(), HANDLE, *WORK.values()):
        assert isinstance(pkgutil.resolve_name(name), type), name
    assert set(DIALOGS) <= {spec.id for spec in TABLE}


def test_the_context_menu_names_actions_and_menus_that_exist() -> None:
    known = {spec.id for spec in TABLE} | set(MENUS) | {""}
    assert set(CONTEXT_MENU) <= known


def test_every_action_stands_in_the_menu_bar(actions: Actions, window: QMainWindow) -> None:
    actions.fill_menu_bar(window.menuBar())
    inside: set[str] = set()

    def walk(menu: QMenu) -> None:
        for action in menu.actions():
            inside.add(action.objectName())
            if isinstance(below := action.menu(), QMenu):
                walk(below)

    for action in window.menuBar().actions():
        menu = action.menu()
        assert isinstance(menu, QMenu)
        walk(menu)
    assert {f"act_{spec.id}" for spec in TABLE} <= inside


def test_what_the_rules_forbid_is_disabled_with_the_reason(actions: Actions) -> None:
    assert actions["reply"].isEnabled()
    rate = actions["return_incomplete"]
    assert not rate.isEnabled()
    follow_up = actions["follow_up_ticket"]
    assert follow_up.isVisible()
    assert not follow_up.isEnabled()
    assert follow_up.toolTip() == "Possible when the ticket is closed or cancelled."


def test_what_a_person_can_never_do_is_absent(office: Office, icons: Icons, window: QMainWindow) -> None:
    office.desk.close()
    office.open("noah.okafor")
    context = office.context()
    office.show(context, 0)
    actions = Actions(context, icons, window)
    for id in ("forward_ticket", "add_note", "log_call", "save_canned_reply", "go_queue", "priority_fatal"):
        assert not actions[id].isVisible(), id
    assert actions["reply"].isVisible()
    assert actions["submit_ticket"].isVisible()


def test_words_follow_the_ticket(office: Office, context: Context, actions: Actions) -> None:
    assert actions["complete_ticket"].text() == "Request confirmation…"
    office.show(context, 4)
    actions.refresh()
    assert actions["handle_ticket"].text() == "Handle…"
    office.show(context, 3)
    actions.refresh()
    assert actions["handle_ticket"].text() == "Take over…"


def test_the_edit_menu_names_what_undo_takes_back(context: Context, actions: Actions) -> None:
    assert not actions["undo_command"].isEnabled()
    actions["priority_fatal"].trigger()
    actions.refresh()
    assert actions["undo_command"].isEnabled()
    number = context.detail.row.number if context.detail else ""
    assert actions["undo_command"].text() == f"Undo Set priority {number}"
    actions["undo_command"].trigger()
    actions.refresh()
    assert actions["undo_command"].text() == "Undo"


def test_a_ticket_that_is_mine_is_handled_without_asking(office: Office, context: Context, actions: Actions) -> None:
    """QK-11: straight in where there is a handler."""
    office.give(SetDefaultHandler(source="desk", person=office.people["mara.lindt"]), "maker")
    office.tickets.append(office.clock.new_id())
    setup = office.desk.look(SetUpOf())
    office.give(
        SubmitTicket(
            ticket=office.tickets[-1], message=office.clock.new_id(), source="desk", subject="Mine",
            body_html="<p>x</p>", type=setup.types[0].id,
        ),
        "noah.okafor",
    )  # fmt: skip
    office.show(context, -1)
    actions.refresh()
    given: list[tuple[object, ...]] = []
    context.given.connect(given.append)
    actions["handle_ticket"].trigger()
    assert given == [(HandleTicket(ticket=office.tickets[-1]),)]


def test_a_ticket_that_nobody_has_is_asked_about_first(
    office: Office, context: Context, actions: Actions, window: QMainWindow
) -> None:
    window.show()
    office.show(context, 4)
    actions.refresh()
    actions["handle_ticket"].trigger()
    dialog = window.findChild(QDialog, "handle_dialog")
    assert dialog is not None
    dialog.reject()
    found = office.desk.look(Detail(office.tickets[4]))
    assert found is not None
    assert found.handler is None


def test_setting_a_priority_gives_one_command_for_each_selected_ticket(
    office: Office, context: Context, actions: Actions
) -> None:
    held: list[tuple[object, ...]] = []
    context.held.connect(lambda _, commands: held.append(commands))
    both = office.tickets[0], office.tickets[1]
    context.set_selection(both)
    context.set_common(office.desk.look(CommonActions(both)))
    actions["priority_minor"].trigger()
    assert [len(commands) for commands in held] == [2]


def test_a_key_right_behind_the_one_that_chose_a_ticket_means_that_ticket(
    office: Office, context: Context, actions: Actions, qtbot: QtBot
) -> None:
    held: list[tuple[object, ...]] = []
    context.held.connect(lambda _, commands: held.append(commands))
    office.show(context, 0)
    context.set_selection((office.tickets[1],))  # it is not shown yet
    actions["priority_minor"].trigger()
    assert not held
    office.show(context, 1)
    qtbot.waitUntil(lambda: bool(held))
    assert held == [(SetPriority(ticket=office.tickets[1], priority=Priority.MINOR),)]


def test_a_key_means_nothing_when_something_else_is_chosen_before_its_ticket_is_shown(
    office: Office, context: Context, actions: Actions, qtbot: QtBot
) -> None:
    given: list[object] = []
    context.given.connect(given.append)
    context.held.connect(lambda _, commands: given.append(commands))
    office.show(context, 0)
    context.set_selection((office.tickets[1],))
    actions["priority_minor"].trigger()
    office.show(context, 2)
    actions.refresh()
    assert not given


def test_what_may_not_be_done_any_more_is_not_done_though_its_action_still_shows_it(
    office: Office, context: Context, actions: Actions, window: QMainWindow
) -> None:
    office.show(context, 0)
    actions.refresh()
    context.set_selection(())
    context.set_detail(None)
    assert actions["set_tags"].isEnabled()
    actions["set_tags"].trigger()
    assert window.findChild(QDialog) is None


def test_going_to_a_queue_sets_the_place(context: Context, actions: Actions) -> None:
    actions["go_queue"].trigger()
    assert context.place.queue == "support.queue"


class Desk:
    """A window with a list that has the bare letters, a text field in it, and a button outside."""

    def __init__(self, qtbot: QtBot, window: QMainWindow, actions: Actions) -> None:
        body = QWidget()
        column = QVBoxLayout(body)
        self.pane, self.outside = QWidget(), QPushButton("outside")
        self.pane.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.field = QLineEdit()
        for part in (self.pane, self.field, self.outside):
            column.addWidget(part)
        self.field.setParent(self.pane)
        window.setCentralWidget(body)
        actions.fill_menu_bar(window.menuBar())
        actions.attach_bare(self.pane)
        window.show()
        qtbot.waitExposed(window)
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        self._qtbot = qtbot

    def press(self, widget: QWidget, keys: str) -> None:
        widget.setFocus()
        self._qtbot.keyClicks(widget, keys)


@pytest.fixture
def desk(qtbot: QtBot, window: QMainWindow, actions: Actions) -> Desk:
    return Desk(qtbot, window, actions)


@pytest.fixture
def triggered(actions: Actions) -> list[str]:
    seen: list[str] = []

    def note(action: QAction) -> Callable[[], None]:
        return lambda: seen.append(action.objectName())

    for id in ("reply", "go_resolved", "add_note"):
        actions[id].triggered.connect(note(actions[id]))
    return seen


def test_bare_letters_work_in_the_pane_and_nowhere_else(desk: Desk, triggered: list[str]) -> None:
    desk.press(desk.outside, "r")
    assert triggered == []
    desk.press(desk.pane, "r")
    assert triggered == ["act_reply"]
    desk.press(desk.field, "rn")
    assert triggered == ["act_reply"]
    assert desk.field.text() == "rn"


def test_bare_letters_can_be_turned_off(desk: Desk, actions: Actions, triggered: list[str]) -> None:
    actions.set_bare(False)
    desk.press(desk.pane, "r")
    assert triggered == []
    actions.set_bare(True)
    desk.press(desk.pane, "r")
    assert triggered == ["act_reply"]


def test_a_chord_goes_to_a_place_and_does_not_reply(
    desk: Desk, actions: Actions, context: Context, triggered: list[str]
) -> None:
    desk.press(desk.pane, "g")
    assert actions.chords.waiting
    desk.press(desk.pane, "r")
    assert triggered == ["act_go_resolved"]
    assert context.place.queue == "support.resolved"
    assert not actions.chords.waiting


def test_a_chord_that_is_not_finished_ends_by_itself(desk: Desk, actions: Actions, triggered: list[str]) -> None:
    hints: list[bool] = []
    actions.chords.hinted.connect(hints.append)
    desk.press(desk.pane, "g")
    actions.chords.stop()
    desk.press(desk.pane, "r")
    assert triggered == ["act_reply"]
    assert hints == [False]


def test_the_hint_lists_the_places_a_person_has(actions: Actions) -> None:
    assert "P  My pending" in actions.hint()
    assert "My organisation" not in actions.hint()


def test_keys_are_shown_one_by_one() -> None:
    assert shown("Ctrl+K") == ["Ctrl", "K"]
    assert shown("G, P") == ["G", "P"]
    assert shown("Ctrl++") == ["Ctrl", "+"]
    assert shown("Shift+C") == ["Shift", "C"]
