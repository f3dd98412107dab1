"""The navigation: what stops there, what it counts and says, and the order of saved views."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from agentdesk.desk.queries.library import SavedViews
from agentdesk.domain.commands import SaveView
from tests.ui.conftest import Office
from ui.actions import Actions
from ui.context import Context, Place
from ui.facts import Facts
from ui.icons import Icons
from ui.nav.model import KeyRole
from ui.nav.view import NavPane


class Nav:
    def __init__(self, office: Office, icons: Icons, qtbot: QtBot) -> None:
        self.window = QMainWindow()
        qtbot.addWidget(self.window)
        self.context = Context(office.desk)
        self.facts = Facts(self.context)
        self.actions = Actions(self.context, icons, self.window)
        self.pane = NavPane(self.context, self.actions, icons)
        self.window.setCentralWidget(self.pane)
        self.facts.begin()
        self.context.set_place(Place("support.pending"))
        self.window.resize(260, 500)
        self.window.show()
        qtbot.waitExposed(self.window)

    @property
    def keys(self) -> list[str]:
        rows = self.pane.rows
        return [str(rows.index(row).data(KeyRole)) for row in range(rows.rowCount())]

    def current(self) -> str:
        return str(self.pane.list.currentIndex().data(KeyRole))


@pytest.fixture
def nav(office: Office, icons: Icons, qtbot: QtBot) -> Nav:
    for order, name in enumerate(("Second", "Third"), 1):
        office.give(
            SaveView(view=office.clock.new_id(), name=name, queue="support.all", filters=("unread=",), order=order),
            "mara.lindt",
        )
    return Nav(office, icons, qtbot)


def test_rows_are_the_queues_of_this_person_and_their_views(nav: Nav) -> None:
    assert nav.keys[1:6] == ["support.pending", "support.queue", "support.resolved", "support.mine", "support.all"]
    assert nav.keys[0] == nav.keys[6] == ""
    assert all(key.startswith("view.") for key in nav.keys[7:])
    assert len(nav.keys) == 10


def test_the_model_keeps_the_rules_of_models(nav: Nav, office: Office) -> None:
    QAbstractItemModelTester(nav.pane.rows, QAbstractItemModelTester.FailureReportingMode.Fatal)
    office.give(SaveView(view=office.clock.new_id(), name="More", queue="support.all"), "mara.lindt")
    nav.pane.rows.set_queues(("support.mine",))
    assert nav.keys[1] == "support.mine"


def test_what_calls_for_somebody_is_counted(nav: Nav) -> None:
    counts = {nav.pane.rows.entry(row).key: nav.pane.rows.entry(row).count for row in range(6)}
    assert counts["support.pending"] == 3
    assert counts["support.queue"] == 2
    assert counts["support.all"] == 0


def test_rows_say_their_section_name_and_number(nav: Nav) -> None:
    role = Qt.ItemDataRole.AccessibleTextRole
    assert nav.pane.rows.index(1).data(role) == "Support: My pending, 3"
    assert nav.pane.rows.index(5).data(role) == "Support: All tickets"
    assert nav.pane.rows.index(7).data(role) == "Saved views: Fatal"


def test_arrows_never_stop_on_a_head(nav: Nav, qtbot: QtBot) -> None:
    nav.context.set_place(Place("support.all"))
    nav.pane.list.setFocus()
    qtbot.keyClick(nav.pane.list, Qt.Key.Key_Down)
    assert nav.pane.list.currentIndex().row() == 7
    qtbot.keyClick(nav.pane.list, Qt.Key.Key_Up)
    assert nav.current() == "support.all"


def test_choosing_a_row_sets_the_place_and_the_place_chooses_the_row(nav: Nav) -> None:
    nav.pane.list.setCurrentIndex(nav.pane.rows.index(2))
    assert nav.context.place == Place("support.queue")
    nav.context.set_place(Place("support.mine"))
    assert nav.current() == "support.mine"
    view = nav.pane.rows.entry(7)
    nav.pane.list.setCurrentIndex(nav.pane.rows.index(7))
    assert nav.context.place == Place("support.all", ("priority=fatal",), "", view.view.id if view.view else None)


def test_a_filtered_place_stays_in_its_queue(nav: Nav) -> None:
    nav.context.set_place(Place("support.queue", ("unread=",)))
    assert nav.current() == "support.queue"
    assert nav.context.place.filters == ("unread=",)


def test_a_view_moves_with_alt_and_the_arrows(nav: Nav, office: Office, qtbot: QtBot) -> None:
    nav.pane.list.setCurrentIndex(nav.pane.rows.index(7))
    nav.pane.list.setFocus()
    qtbot.keyClick(nav.pane.list, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert [view.name for view in office.desk.look(SavedViews())] == ["Second", "Fatal", "Third"]
    assert nav.pane.rows.entry(nav.pane.list.currentIndex().row()).words == "Fatal"


def test_a_view_is_deleted_with_its_key_and_the_list_goes_to_its_queue(nav: Nav, office: Office, qtbot: QtBot) -> None:
    nav.pane.list.setCurrentIndex(nav.pane.rows.index(9))
    nav.pane.list.setFocus()
    qtbot.keyClick(nav.pane.list, Qt.Key.Key_Delete)
    assert [view.name for view in office.desk.look(SavedViews())] == ["Fatal", "Second"]
    assert nav.context.place == Place("support.all")


def test_the_first_nine_rows_have_numbers(nav: Nav) -> None:
    assert nav.actions["nav_1"].text() == "My pending"
    assert nav.actions["nav_8"].text() == "Third"
    assert not nav.actions["nav_9"].isVisible()
    nav.actions["nav_2"].trigger()
    assert nav.context.place == Place("support.queue")


def test_the_status_says_that_the_desk_is_local_and_what_is_held(nav: Nav, office: Office) -> None:
    status = nav.pane.status
    assert status.property("state") == "local"
    assert status.accessibleName() == "On this computer only. All changes saved"
    nav.context.set_selection((office.tickets[0],))
    nav.actions.refresh()
    nav.actions["priority_fatal"].trigger()
    assert status.changes.text() == "1 change can be undone"


def test_in_the_rail_only_icons_are_left(nav: Nav) -> None:
    wide = nav.pane.list.sizeHintForRow(0)
    nav.pane.set_rail(True)
    assert nav.pane.list.sizeHintForRow(0) < wide
    assert nav.pane.status.place.isVisible() is False
    nav.window.grab()
