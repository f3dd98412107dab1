"""The command palette: what it offers, how it ranks, and that Enter does it."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMainWindow, QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.conftest import Office
from ui.actions import Actions
from ui.context import Context, Place
from ui.facts import Facts
from ui.icons import Icons
from ui.nav.view import NavPane
from ui.palette.model import Item as Row
from ui.palette.model import ItemRole, fitting, matched, parts_of
from ui.palette.view import Palette


class Stage:
    def __init__(self, office: Office, icons: Icons, qtbot: QtBot) -> None:
        self.qtbot = qtbot
        self.window = QMainWindow()
        qtbot.addWidget(self.window)
        self.context = Context(office.desk)
        self.facts = Facts(self.context)
        self.actions = Actions(self.context, icons, self.window)
        self.nav = NavPane(self.context, self.actions, icons)
        self.nav.setParent(self.window)  # ends with it, as its actions do
        self.button = QPushButton("below")
        self.window.setCentralWidget(self.button)
        self.actions.fill_menu_bar(self.window.menuBar())
        self.palette = Palette(self.context, self.actions, icons, self.window)
        self.facts.begin()
        self.context.set_place(Place("support.pending"))
        self.context.set_selection((office.tickets[0],))
        self.window.resize(1000, 700)
        self.window.show()
        qtbot.waitExposed(self.window)
        self.window.activateWindow()
        qtbot.waitUntil(self.window.isActiveWindow)
        self.button.setFocus()

    def rows(self) -> list[str]:
        model = self.palette.rows
        return [model.item(row).title for row in range(model.rowCount())]

    def press(self, key: Qt.Key) -> None:
        self.qtbot.keyClick(self.palette.input, key)


@pytest.fixture
def stage(office: Office, icons: Icons, qtbot: QtBot) -> Stage:
    office.desk.close()  # what was written is in the index after an end
    office.open("mara.lindt")
    return Stage(office, icons, qtbot)


def test_words_match_at_starts_and_from_three_letters_anywhere() -> None:
    assert matched("Forward…", "fo") == (0, ((0, 2),))
    assert matched("Ask for authorization…", "fo") == (1, ((4, 2),))
    assert matched("Noah Okafor", "fo") is None
    assert matched("Noah Okafor", "for") == (2, ((8, 3),))
    assert matched("备案需要什么材料", "材料") == (1, ((6, 2),))
    assert matched("Forward…", "to") is None


def test_the_best_come_first_and_what_cannot_be_done_last() -> None:
    items = [
        Row("a", "Ask for", run=lambda: None),
        Row("b", "Forward upstream", enabled=False, run=lambda: None),
        Row("c", "Forward", run=lambda: None),
    ]
    assert [item.key for item in fitting(items, "fo")] == ["c", "a", "b"]


def test_a_sign_narrows_the_search() -> None:
    assert parts_of("> fo") == (">", "fo")
    assert parts_of("#20418") == ("#", "20418")
    assert parts_of("fo") == ("", "fo")


def test_it_opens_with_the_ticket_first(stage: Stage) -> None:
    stage.palette.open()
    assert stage.palette.input.hasFocus()
    rows = stage.rows()
    assert rows[0] == "This ticket"
    assert rows.index("This ticket") < rows.index("Go to") < rows.index("Commands")


def test_disabled_rows_stay_with_their_reason(stage: Stage) -> None:
    stage.palette.open("new ticket from")
    item = stage.palette.rows.item(1)
    assert item.title == "New ticket from this…"
    assert not item.enabled
    assert item.detail == "Not possible: Possible when the ticket is closed or cancelled."
    stage.press(Qt.Key.Key_Return)
    assert stage.palette.isVisible()


def test_enter_runs_the_first_and_the_keys_are_shown(stage: Stage) -> None:
    seen: list[str] = []
    stage.actions["reply"].triggered.connect(lambda: seen.append("reply"))
    stage.palette.open("repl")
    index = stage.palette.list.currentIndex()
    assert index.data() == "Reply"
    assert index.data(ItemRole).keys == ("R",)
    stage.press(Qt.Key.Key_Return)
    assert seen == ["reply"]
    assert not stage.palette.isVisible()


def test_arrows_move_over_heads(stage: Stage) -> None:
    stage.palette.open()
    first = stage.palette.list.currentIndex().row()
    for _ in range(12):
        stage.press(Qt.Key.Key_Down)
    assert stage.palette.list.currentIndex().row() > first + 10
    assert stage.palette.rows.item(stage.palette.list.currentIndex().row()).run is not None


def test_escape_closes_it_and_gives_the_focus_back(stage: Stage) -> None:
    stage.palette.open("x")
    stage.press(Qt.Key.Key_Escape)
    assert not stage.palette.isVisible()
    assert stage.button.hasFocus()


def test_a_click_beside_it_closes_it(stage: Stage, qtbot: QtBot) -> None:
    stage.palette.open()
    qtbot.mouseClick(stage.palette, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    assert not stage.palette.isVisible()


def test_places_are_gone_to(stage: Stage) -> None:
    stage.palette.open("queue")
    assert "Support › Queue" in stage.rows()
    stage.palette.open("saved fatal")
    stage.press(Qt.Key.Key_Return)
    assert stage.context.place.filters == ("priority=fatal",)


def test_tickets_are_found_by_word_number_and_piece_of_a_title(stage: Stage, office: Office, qtbot: QtBot) -> None:
    stage.palette.open("#failover")
    qtbot.waitUntil(lambda: any("Replication" in row for row in stage.rows()))
    stage.palette.open("#材料")
    qtbot.waitUntil(lambda: any("备案" in row for row in stage.rows()))
    number = stage.context.detail.row.number if stage.context.detail else ""
    stage.palette.open(f"#{number.lower()}")
    qtbot.waitUntil(lambda: any(row.startswith(number) for row in stage.rows()))
    stage.palette.open("#in")
    qtbot.waitUntil(lambda: any("Invoice" in row for row in stage.rows()))
    stage.press(Qt.Key.Key_Return)
    assert len(stage.context.selection) == 1


def test_people_are_found_and_lead_to_their_tickets(stage: Stage, qtbot: QtBot) -> None:
    stage.palette.open("@noah")
    qtbot.waitUntil(lambda: "Noah Okafor" in stage.rows())
    stage.press(Qt.Key.Key_Return)
    assert stage.context.place == Place("support.all", ("requester=noah.okafor",))


def test_nothing_found_is_said(stage: Stage) -> None:
    stage.palette.open(">zzzz")
    assert stage.rows() == []
    assert not stage.palette._nothing.isHidden()
    stage.window.grab()
