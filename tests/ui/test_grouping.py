"""Groups of the list and its three layouts: heads, keys, what a screen reader is told, and what is remembered."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from agentdesk.desk import open_desk
from agentdesk.desk.worker import Inline
from agentdesk.domain.commands import ForwardTicket, Reply
from agentdesk.settings import Settings
from tests.ui.conftest import Office
from tests.ui.test_tickets_table import make_pane
from ui.app import open_window
from ui.context import Place
from ui.icons import Icons
from ui.tickets.grouping import head_height
from ui.tickets.listing import SUBJECT, CardList, HistoryTable
from ui.tickets.model import COLUMNS
from ui.tickets.view import TicketsPane
from ui.window import MainWindow


@pytest.fixture
def pane(office: Office, icons: Icons, qtbot: QtBot) -> Iterator[TicketsPane]:
    made = make_pane(office, icons, qtbot)
    made.context.set_place(Place("support.all"))
    qtbot.waitUntil(lambda: made.feed.model.line_at(0) is not None)
    yield made
    made.feed.close()


def heads(pane: TicketsPane) -> list[tuple[str, str]]:
    model = pane.feed.model
    return [words for place in model.heads() if (words := model.head_words(place)) is not None]


def tall(view: CardList | HistoryTable) -> list[int]:
    heights = [view.rowHeight(row) for row in range(view.model().rowCount())]
    return [row for row, height in enumerate(heights) if height > min(heights)]


def test_owners_stand_under_their_names_and_nobody_first(pane: TicketsPane) -> None:
    pane.set_group("owner")
    assert heads(pane) == [("Not assigned yet", "2"), ("Jonas Beck", "1"), ("Mara Lindt", "3")]
    assert pane.feed.model.heads() == tall(pane.cards) == tall(pane.table) == [0, 2, 3]


def test_status_and_day_have_words_of_their_own(pane: TicketsPane) -> None:
    pane.set_group("status")
    assert [title for title, _ in heads(pane)] == ["Pending", "Processing", "Pending reply"]
    pane.set_group("day")
    assert heads(pane) == [("Today", "6")]
    pane.set_group("")
    assert heads(pane) == tall(pane.cards) == []


def test_a_ticket_that_changes_goes_to_its_group(pane: TicketsPane, office: Office) -> None:
    pane.set_group("owner")
    office.give(ForwardTicket(ticket=office.tickets[3], to=office.people["mara.lindt"]), "jonas.beck")
    assert heads(pane) == [("Not assigned yet", "2"), ("Mara Lindt", "4")]
    assert pane.feed.model.heads() == tall(pane.cards) == [0, 2]
    pane.set_group("status")
    office.give(Reply(ticket=office.tickets[0], message=office.clock.new_id(), body_html="<p>Which one?</p>"),
                "mara.lindt")  # fmt: skip
    assert ("Pending feedback", "1") in heads(pane)
    assert pane.feed.model.heads() == tall(pane.cards)


def test_arrow_keys_pass_over_heads_from_ticket_to_ticket(pane: TicketsPane, office: Office, qtbot: QtBot) -> None:
    pane.set_group("owner")
    pane.picking.go_to(0)
    for place in range(1, 6):
        qtbot.keyClick(pane.cards, Qt.Key.Key_Down)
        assert pane.cards.currentIndex().row() == place
        assert len(pane.context.selection) == 1


def test_a_screen_reader_hears_the_group_and_how_many_are_in_it(pane: TicketsPane) -> None:
    pane.set_group("owner")
    model = pane.feed.model
    first, second = model.index(0, 0), model.index(1, 0)
    role = Qt.ItemDataRole.AccessibleTextRole
    assert str(first.data(role)).startswith("Not assigned yet, 2 tickets: ")
    assert not str(second.data(role)).startswith("Not assigned yet")
    assert second.data(Qt.ItemDataRole.AccessibleDescriptionRole) == "Not assigned yet"


def click(view: CardList, at: QPoint) -> None:
    place = QPointF(at)
    for kind in (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonRelease):
        event = QMouseEvent(kind, place, view.viewport().mapToGlobal(place), Qt.MouseButton.LeftButton,
                            Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)  # fmt: skip
        QApplication.sendEvent(view.viewport(), event)


def test_a_click_on_a_head_selects_nothing(pane: TicketsPane, icons: Icons) -> None:
    pane.set_group("owner")
    top = pane.cards.rowViewportPosition(2)
    click(pane.cards, QPoint(40, top + 4))
    assert pane.context.selection == ()
    click(pane.cards, QPoint(40, top + head_height(icons.theme) + 4))
    assert len(pane.context.selection) == 1


def test_every_place_keeps_its_groups_and_layout(window: MainWindow, office: Office, qtbot: QtBot) -> None:
    window.commands["group_owner"].trigger()
    window.commands["layout_table"].trigger()
    window.close()
    office.desk.close()
    office.desk = open_desk(office.directory, "mara.lindt", worker=Inline, clock=office.clock)
    again = open_window(office.desk, Settings(theme="light", language="en"))
    qtbot.addWidget(again)
    qtbot.waitUntil(lambda: bool(again.tickets.feed.total))
    assert (again.tickets.group, again.context.face) == ("owner", "table")
    assert again.commands["group_owner"].isChecked()
    again.context.set_place(Place("support.queue"))
    assert (again.tickets.group, again.context.face) == ("", "cards")
    assert again.commands["group_none"].isChecked()
    again.close()


def test_other_groups_are_named_only_when_they_are_there(pane: TicketsPane, office: Office) -> None:
    pane.set_group("owner")
    post, late = office.desk.post, list[Callable[[], None]]()
    office.desk.post = late.append
    pane.set_group("status")
    assert ("Mara Lindt", "3") in heads(pane)
    office.desk.post = post
    for job in late:
        job()
    assert ("Pending", "2") in heads(pane)


def test_a_narrow_table_shows_what_matters_and_gives_the_columns_back(pane: TicketsPane) -> None:
    def shown() -> list[str]:
        return [name for column, name in enumerate(COLUMNS) if not pane.table.isColumnHidden(column)]

    pane.context.set_face("table")
    pane.table.setColumnWidth(SUBJECT, 333)
    pane.resize(460, 500)
    QApplication.processEvents()
    assert shown() == ["ticket", "subject", "status"]
    pane.resize(1200, 500)
    QApplication.processEvents()
    assert shown() == list(COLUMNS)
    assert pane.table.columnWidth(SUBJECT) == 333


def test_a_table_stands_beside_the_ticket_or_above_it(window: MainWindow) -> None:
    work = window.arrangement.work
    window.commands["layout_table"].trigger()
    assert work.orientation() is Qt.Orientation.Horizontal
    assert work.sizes()[0] > 400
    window.commands["layout_table_above"].trigger()
    assert work.orientation() is Qt.Orientation.Vertical
    assert window.tickets.view() is window.tickets.table
    window.commands["layout_cards"].trigger()
    assert work.orientation() is Qt.Orientation.Horizontal
    assert window.tickets.view() is window.tickets.cards


def test_every_layout_keeps_its_sizes(window: MainWindow, office: Office, qtbot: QtBot) -> None:
    window.commands["layout_table_above"].trigger()
    window.arrangement.work.setSizes([250, 500])
    kept = window.arrangement.work.sizes()
    window.commands["layout_cards"].trigger()
    window.commands["layout_table_above"].trigger()
    assert window.arrangement.work.sizes() == kept
    window.close()
    office.desk.close()
    office.desk = open_desk(office.directory, "mara.lindt", worker=Inline, clock=office.clock)
    again = open_window(office.desk, Settings(theme="light", language="en"))
    qtbot.addWidget(again)
    qtbot.waitUntil(lambda: again.context.face == "table_above" and bool(again.tickets.feed.total))
    assert abs(again.arrangement.work.sizes()[0] - kept[0]) < 40
    again.close()
