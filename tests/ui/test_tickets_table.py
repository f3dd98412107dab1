"""The table for looking things up, the filters over a list, and a list that is long."""

from array import array
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from agentdesk.desk.queries.setup import SetUpOf
from agentdesk.domain.commands import AssignRole, SaveDomain, SavePerson, SubmitTicket
from agentdesk.domain.values import Role, ScopeKind
from tests.ui.conftest import Office
from ui.actions import Actions
from ui.context import Place
from ui.icons import Icons
from ui.tickets.filters import FilterChoices
from ui.tickets.listing import STATUS, SUBJECT, USER
from ui.tickets.model import COLUMNS
from ui.tickets.view import TicketsPane


def make_pane(office: Office, icons: Icons, qtbot: QtBot) -> TicketsPane:
    context = office.context()
    window = QWidget()
    qtbot.addWidget(window)
    pane = TicketsPane(context, Actions(context, icons, window), icons)
    pane.setParent(window)
    pane.resize(1200, 500)
    window.resize(1200, 500)
    window.show()
    return pane


@pytest.fixture
def pane(office: Office, icons: Icons, qtbot: QtBot) -> Iterator[TicketsPane]:
    made = make_pane(office, icons, qtbot)
    made.context.set_place(Place("support.all"))
    qtbot.waitUntil(lambda: made.feed.model.line_at(0) is not None)
    yield made
    made.feed.close()


@pytest.fixture
def history(office: Office, icons: Icons, qtbot: QtBot) -> Iterator[TicketsPane]:
    """Noah administers Helios, to which Wei belongs, too; two tickets were filed since."""
    helios = office.clock.new_id()
    office.give(SaveDomain(domain=helios, name="Helios"), "maker")
    for user, name in (("noah.okafor", "Noah Okafor"), ("zhang.wei", "张伟")):
        office.give(SavePerson(person=office.people[user], user_name=user, name=name, domain=helios), "maker")
    role = AssignRole(person=office.people["noah.okafor"], role=Role.DOMAIN_ADMIN, scope_kind=ScopeKind.DOMAIN,
                      scope_id=helios)  # fmt: skip
    office.give(role, "maker")
    setup = office.desk.look(SetUpOf())
    for user, subject, body in (
        ("noah.okafor", "Invoice of October", "Wrong region"),
        ("zhang.wei", "夜间导出失败", "The export stops at 4 GB"),
    ):
        office.give(
            SubmitTicket(ticket=office.clock.new_id(), message=office.clock.new_id(), source="desk", subject=subject,
                         body_html=f"<p>{body}</p>", type=setup.types[0].id, contact="a@example.org"),
            user,
        )  # fmt: skip
    office.desk.rest()
    office.desk.close()
    office.open("noah.okafor")
    made = make_pane(office, icons, qtbot)
    made.context.set_place(Place("support.org"))
    yield made
    made.feed.close()


def cell(pane: TicketsPane, row: int, column: int) -> str:
    return str(pane.feed.model.index(row, column).data())


def column(pane: TicketsPane, name: str) -> list[str]:
    return [cell(pane, row, COLUMNS.index(name)) for row in range(pane.feed.model.rowCount())]


@pytest.mark.rule("CS-03")
@pytest.mark.rule("CS-31")
def test_the_organisation_is_a_table_with_its_users(history: TicketsPane, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: history.feed.model.rowCount() == 2)
    assert history.context.face == "table_above"
    assert history.table.isVisible()
    assert not history.table.isColumnHidden(USER)
    assert history.table_head.title.text() == "Tickets of my organisation"
    assert set(column(history, "user")) == {"noah.okafor", "zhang.wei"}


@pytest.mark.rule("CS-05")
def test_ones_own_tickets_need_no_user_column(history: TicketsPane) -> None:
    history.table_head.scope.chosen.emit("support.mine")
    assert history.context.place.queue == "support.mine"
    history.context.set_face("table")
    assert history.table.isColumnHidden(USER)


@pytest.mark.rule("CS-04")
@pytest.mark.rule("CS-07")
@pytest.mark.rule("CS-08")
@pytest.mark.rule("CS-09")
@pytest.mark.rule("CS-10")
def test_columns_say_what_the_hub_asks_for(pane: TicketsPane, qtbot: QtBot) -> None:
    pane.context.set_face("table")
    headers = [pane.feed.model.headerData(n, Qt.Orientation.Horizontal) for n in range(len(COLUMNS))]
    assert headers == ["Ticket", "User name", "Subject", "Created", "Last activity", "Type", "Status"]
    row = column(pane, "subject").index("Unbind MFA – lost phone, locked out of console")
    assert cell(pane, row, 0).startswith("TK-")
    assert cell(pane, row, COLUMNS.index("created")) == "22 Nov 2024"
    assert cell(pane, row, COLUMNS.index("type")) == "Desk"
    assert cell(pane, row, STATUS) == "Pending reply"


@pytest.mark.rule("CS-14")
@pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)  # popups do on a screen; this one cannot
def test_the_filters_over_the_table_open_their_menus_there_and_close_with_the_list(
    history: TicketsPane, qtbot: QtBot
) -> None:
    for chip in (history.table_head.type, history.table_head.status):
        chip.click()
        qtbot.waitUntil(history.bar.menu().isVisible)
        history.bar.menu().close()
    history.table_head.type.click()
    qtbot.waitUntil(history.bar.menu().isVisible)
    history.context.set_place(Place("approvals.pending"))
    assert not history.bar.menu().isVisible()


def test_history_is_searched_by_subject_and_content(history: TicketsPane, qtbot: QtBot) -> None:
    history.table_head.search.edit.setText("export")
    qtbot.waitUntil(lambda: column(history, "subject") == ["夜间导出失败"])
    assert history.table_head.count.text() == "1 contains “export”"
    history.table_head.search.edit.setText("invoice")
    qtbot.waitUntil(lambda: column(history, "subject") == ["Invoice of October"])
    history.table_head.search.edit.setText("nowhere")
    qtbot.waitUntil(lambda: not history.empty.isHidden())
    history.empty.button.click()
    qtbot.waitUntil(lambda: history.feed.model.rowCount() == 2)


def test_a_click_anywhere_in_a_row_selects_the_ticket(history: TicketsPane, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: len(column(history, "ticket")) == 2)
    qtbot.waitUntil(lambda: history.feed.model.line_at(1) is not None)
    spot = history.table.visualRect(history.feed.model.index(1, SUBJECT)).center()
    qtbot.mouseClick(history.table.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    line = history.feed.model.line_at(1)
    assert line is not None
    assert history.context.selection == (line.row.id,)


def test_cards_and_table_keep_one_selection(pane: TicketsPane) -> None:
    pane.picking.go_to(2)
    shown = pane.context.selection
    pane.context.set_face("table")
    assert pane.context.selection == shown
    assert pane.table.currentIndex().row() == 2
    assert pane.view() is pane.table


def test_the_focus_goes_with_the_list_from_cards_to_table(pane: TicketsPane, qtbot: QtBot) -> None:
    pane.window().activateWindow()
    pane.focus_list()
    qtbot.waitUntil(pane.cards.hasFocus)
    pane.context.set_face("table")
    assert pane.table.hasFocus()
    pane.context.set_face("cards")
    assert pane.cards.hasFocus()


def test_headers_sort_where_they_can(pane: TicketsPane) -> None:
    pane.context.set_face("table")
    pane.feed.model.sort(COLUMNS.index("created"))
    assert pane.context.place.sort == "newest"
    pane.feed.model.sort(COLUMNS.index("created"))
    assert pane.context.place.sort == "oldest"
    pane.feed.model.sort(COLUMNS.index("activity"))
    assert pane.context.place.sort == "activity"


# ---------------------------------------------------------------------------------------- filters


def texts(choices: FilterChoices, name: str) -> list[str]:
    return [choice.words for choice in choices.of(name)]


@pytest.mark.rule("GU-25")
def test_types_and_states_are_offered_from_what_is_set_up(pane: TicketsPane) -> None:
    assert texts(pane._choices, "type") == ["BUG feedback", "Usage"]
    assert "Pending reply" in texts(pane._choices, "state")
    assert len(set(texts(pane._choices, "state"))) == len(texts(pane._choices, "state"))


@pytest.mark.rule("GU-25")
def test_a_filter_narrows_the_list_and_is_shown(pane: TicketsPane, qtbot: QtBot) -> None:
    states = {choice.words: choice for choice in pane._choices.of("state")}
    pane.bar._toggle(states["Pending reply"])
    qtbot.waitUntil(lambda: column(pane, "status") == ["Pending reply"])
    assert pane.bar.status.isChecked()
    assert pane.cards_head.count.text() == "1 found"
    pane.bar.clear.click()
    qtbot.waitUntil(lambda: pane.feed.model.rowCount() == 6)
    assert not pane.bar.status.isChecked()


def test_what_is_set_under_more_is_a_chip_that_takes_it_off(pane: TicketsPane, qtbot: QtBot) -> None:
    pane.context.set_place(Place("support.all", filters=("handler=me", "priority=critical")))
    qtbot.waitUntil(lambda: pane.feed.model.rowCount() == 1)
    chips = [chip.text() for chip in pane.bar._set]
    assert chips == ["Handled by me", "Critical"]
    pane.bar._set[0].click()
    assert pane.context.place.filters == ("priority=critical",)


def test_a_set_of_filters_can_be_saved_as_a_view(pane: TicketsPane, qtbot: QtBot) -> None:
    with qtbot.waitSignal(pane.actions_table["save_view"].triggered):
        pane.actions_table.refresh()
        pane.bar.save_wanted.emit()


# ---------------------------------------------------------------------------------------- a long list


def test_a_million_tickets_are_shown_by_the_rows_in_view(pane: TicketsPane, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[int] = []
    monkeypatch.setattr(pane.feed.model, "_fetch", asked.extend)
    many = 1_000_000
    pane.feed.model.set_ids(array("q", range(1_000, 1_000 + many)), array("q", range(many)))
    pane.cards.scrollToBottom()
    pane.cards.viewport().repaint()
    pane.feed.model._ask()
    assert pane.feed.model.rowCount() == many
    assert 0 < len(asked) <= 4 * 128
    assert max(asked) == 1_000 + many - 1


def test_selecting_a_whole_long_list_takes_as_many_as_can_be_acted_on(pane: TicketsPane, qtbot: QtBot) -> None:
    picked: list[tuple[str, ...]] = []
    pane.picking.picked.connect(picked.append)
    pane.cards.selectAll()
    assert len(picked[-1]) == 6
