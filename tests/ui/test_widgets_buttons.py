"""Buttons, pills, tabs and the row that gives way."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from ui.icons import Icons
from ui.theme import Theme
from ui.widgets.buttons import (
    Button,
    Pill,
    PillRow,
    SegmentedTabs,
    SplitButton,
    ghost_button,
    icon_button,
    link_button,
    primary_button,
)
from ui.widgets.overflow_row import OverflowRow


@pytest.fixture
def icons(qapp: QApplication) -> Icons:
    return Icons(Theme("light"))


MAKERS: list[Callable[[Icons], Button]] = [
    lambda icons: primary_button(icons, "Reply", "reply", name="a"),
    lambda icons: ghost_button(icons, "Forward", name="a"),
    lambda icons: ghost_button(icons, "Try again", "refresh", name="a", kind="small"),
    lambda icons: link_button(icons, "Ask…", name="a"),
    lambda icons: icon_button(icons, "sort", "Sort", name="a"),
    lambda icons: Pill(icons, "Unread", name="a"),
    lambda icons: Pill(icons, "Type", name="a", shape="menu"),
]


@pytest.mark.parametrize("make", MAKERS)
@pytest.mark.parametrize("scale", [0.85, 1.0, 1.6])
def test_every_button_is_large_enough_to_hit_and_has_a_name(
    qtbot: QtBot, icons: Icons, make: Callable[[Icons], Button], scale: float
) -> None:
    icons.theme.set_scale(scale)
    button = make(icons)
    qtbot.addWidget(button)
    assert min(button.sizeHint().width(), button.sizeHint().height()) >= 26
    assert button.text() or button.accessibleName()
    assert button.objectName() == "a"


@pytest.mark.parametrize("make", MAKERS)
def test_a_button_reached_by_key_shows_its_ring(qtbot: QtBot, icons: Icons, make: Callable[[Icons], Button]) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    button = make(icons)
    button.setParent(window)
    button.resize(button.sizeHint())
    window.show()
    plain = button.grab().toImage()
    button.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(button.hasFocus)
    assert button.grab().toImage() != plain


def test_a_button_shows_the_action_it_is_bound_to(qtbot: QtBot, icons: Icons) -> None:
    button = ghost_button(icons, "", "forward", name="action_forward")
    qtbot.addWidget(button)
    action = QAction("Forward…", button)
    action.setShortcut(QKeySequence("F"))
    button.bind(action)
    with qtbot.waitSignal(action.triggered):
        button.click()
    action.setText("Weiterleiten…")
    action.setEnabled(False)
    assert (button.text(), button.isEnabled()) == ("Weiterleiten…", False)
    assert "(F)" in button.toolTip()


def test_a_pill_with_a_menu_is_not_switched_by_a_click(qtbot: QtBot, icons: Icons) -> None:
    pill = Pill(icons, "Type", name="filter_type", shape="menu")
    qtbot.addWidget(pill)
    pill.click()
    assert not pill.isChecked()
    pill.setChecked(True)
    assert pill.isChecked()


def test_of_a_row_of_answers_exactly_one_is_chosen(qtbot: QtBot, icons: Icons) -> None:
    row = PillRow(icons, [("yes", "Yes"), ("partly", "Partly"), ("no", "No")], name="solved")
    qtbot.addWidget(row)
    assert row.value() == ""
    with qtbot.waitSignal(row.chosen) as chosen:
        row.set_value("partly")
    assert (row.value(), chosen.args) == ("partly", ["partly"])
    row.findChild(Pill, "solved_no").click()
    assert row.value() == "no"


def test_tabs_start_with_the_first_and_tell_of_a_choice(qtbot: QtBot, icons: Icons) -> None:
    tabs = SegmentedTabs(icons, name="composer_tabs")
    qtbot.addWidget(tabs)
    tabs.add_tab("reply", "Reply", "reply", name="composer_tab_reply")
    note = tabs.add_tab("note", "Internal note", "note", name="composer_tab_note")
    assert tabs.value() == "reply"
    width = tabs.sizeHint().width()
    with qtbot.waitSignal(tabs.chosen):
        note.click()
    assert tabs.value() == "note"
    assert tabs.sizeHint().width() == width


def test_a_split_button_has_two_targets(qtbot: QtBot, icons: Icons) -> None:
    split = SplitButton(icons, "Send", "send", name="composer_send", menu_words="More ways to send")
    qtbot.addWidget(split)
    assert split.main.objectName() == "composer_send"
    assert split.more.objectName() == "composer_send_menu"
    assert split.more.accessibleName() == "More ways to send"


def row_of(icons: Icons, count: int) -> OverflowRow:
    row = OverflowRow(icons, name="ticket_actions", more_name="action_more", more_words="More")
    names = [(f"Action {number}", f"action_{number}") for number in range(count)]
    row.set_buttons([ghost_button(icons, text, "check", name=name) for text, name in names])
    return row


@pytest.mark.parametrize("width", [60, 120, 250, 400, 700])
def test_what_does_not_fit_goes_into_the_menu_last_first(qtbot: QtBot, icons: Icons, width: int) -> None:
    row = row_of(icons, 5)
    qtbot.addWidget(row)
    row.resize(width, row.sizeHint().height())
    row.show()
    hidden = [button.objectName() for button in row.hidden_buttons()]
    assert hidden == [f"action_{number}" for number in range(5 - len(hidden), 5)]
    assert len(hidden) < 5
    assert row.more.isVisible() is bool(hidden)
    if width > row.minimumSizeHint().width():
        shown = [row.more] if hidden else []
        shown += [row.findChild(Button, f"action_{number}") for number in range(5 - len(hidden))]
        assert all(button.geometry().right() < width for button in shown)


def test_the_menu_offers_what_is_hidden_and_what_is_only_there(qtbot: QtBot, icons: Icons) -> None:
    row = row_of(icons, 4)
    qtbot.addWidget(row)
    extra = QAction("Escalate…", row)
    row.set_extra([extra])
    row.resize(row.minimumSizeHint())
    row.show()
    menu = row.fill_menu()
    words = [action.text() for action in menu.actions() if not action.isSeparator()]
    assert words == ["Action 1", "Action 2", "Action 3", "Escalate…"]
    with qtbot.waitSignal(row.hidden_buttons()[0].clicked):
        menu.actions()[0].trigger()


def test_an_action_that_is_absent_takes_no_place(qtbot: QtBot, icons: Icons) -> None:
    row = row_of(icons, 0)
    qtbot.addWidget(row)
    action = QAction("Handle", row)
    button = primary_button(icons, "Handle", "handle", name="action_handle")
    button.bind(action)
    row.set_buttons([button, ghost_button(icons, "Forward…", "forward", name="action_forward")])
    row.resize(600, 40)
    row.show()
    assert button.isVisible()
    action.setVisible(False)
    assert not button.isVisible()
    assert row.hidden_buttons() == []
    assert row.findChild(Button, "action_forward").x() == 0


def test_the_tail_keeps_its_place_at_the_end(qtbot: QtBot, icons: Icons) -> None:
    row = row_of(icons, 3)
    qtbot.addWidget(row)
    tail = icon_button(icons, "properties", "Properties", name="toggle_properties")
    row.add_tail(tail)
    for width in (300, 800):
        row.resize(width, 40)
        row.show()
        assert tail.geometry().right() == width - 1
