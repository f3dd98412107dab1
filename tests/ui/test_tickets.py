"""The list of tickets: what it shows, how it is walked through, and what it says is selected."""

from array import array
from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QApplication, QStyleOptionViewItem, QWidget
from pytestqt.qtbot import QtBot

from agentdesk.domain.commands import LogCall, Reply, SetPriority, SubmitTicket
from agentdesk.domain.values import Channel, Priority
from tests.ui.conftest import Office
from ui.actions import Actions
from ui.cards.keys import next_of
from ui.cards.naming import subject_of
from ui.context import Context, Place
from ui.facts import Facts
from ui.icons import Icons
from ui.tickets.lines import Viewer, line_of
from ui.tickets.model import IdRole, Line, NumberRole, StatusRole, TicketRole, UnreadRole
from ui.tickets.picking import MOST_SELECTED
from ui.tickets.view import TicketsPane


@pytest.fixture
def context(office: Office) -> Context:
    return office.context()


@pytest.fixture
def pane(context: Context, icons: Icons, qtbot: QtBot) -> Iterator[TicketsPane]:
    """All tickets, as cards."""
    window = QWidget()
    qtbot.addWidget(window)
    made = TicketsPane(context, Actions(context, icons, window), icons)
    made.setParent(window)
    made.resize(364, 700)
    window.resize(364, 700)
    window.show()
    context.set_place(Place("support.all"))
    qtbot.waitUntil(lambda: made.feed.model.line_at(0) is not None)
    yield made
    made.feed.close()


def subjects(pane: TicketsPane) -> list[str]:
    lines = (pane.feed.model.line_at(place) for place in range(pane.feed.model.rowCount()))
    return [line.card.subject for line in lines if line is not None]


def line_at(pane: TicketsPane, place: int) -> Line:
    line = pane.feed.model.line_at(place)
    assert line is not None
    return line


def press(qtbot: QtBot, pane: TicketsPane, *keys: Qt.Key) -> None:
    for key in keys:
        qtbot.keyClick(pane.view(), key)


def test_a_queue_shows_its_tickets_with_title_and_count(pane: TicketsPane, context: Context, qtbot: QtBot) -> None:
    context.set_place(Place("support.queue"))
    qtbot.waitUntil(lambda: len(subjects(pane)) == 2)
    assert pane.cards_head.title.text() == "Queue"
    assert pane.cards_head.count.text() == "2 waiting for an owner"


@pytest.mark.rule("GU-24")
def test_a_card_says_its_state_to_scripts_and_screen_readers(pane: TicketsPane) -> None:
    model = pane.feed.model
    place = subjects(pane).index("Replication to standby stops after failover")
    index = model.index(place, 0)
    assert index.data(StatusRole) == "processing"
    assert index.data(IdRole) == model.id_at(place)
    assert index.data(NumberRole).startswith("TK-")
    spoken = index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.startswith("Replication to standby stops after failover, Processing, Noah Okafor, TK-")
    assert "priority Critical" in spoken


def test_unread_is_told_by_role(pane: TicketsPane, office: Office) -> None:
    place = subjects(pane).index("Unbind MFA – lost phone, locked out of console")
    index = pane.feed.model.index(place, 0)
    assert index.data(UnreadRole) is True
    office.desk.mark([index.data(TicketRole)])
    assert pane.feed.model.index(place, 0).data(UnreadRole) is False


def test_walking_with_letters_selects_a_ticket(pane: TicketsPane, context: Context, qtbot: QtBot) -> None:
    press(qtbot, pane, Qt.Key.Key_J)
    first = context.selection
    press(qtbot, pane, Qt.Key.Key_J)
    assert len(first) == 1
    assert context.selection != first
    press(qtbot, pane, Qt.Key.Key_K)
    assert context.selection == first


def test_home_and_end_reach_the_ends(pane: TicketsPane, context: Context, qtbot: QtBot) -> None:
    press(qtbot, pane, Qt.Key.Key_End)
    assert pane.cards.currentIndex().row() == pane.feed.model.rowCount() - 1
    press(qtbot, pane, Qt.Key.Key_Home)
    assert pane.cards.currentIndex().row() == 0
    assert len(context.selection) == 1


def test_letters_do_nothing_when_they_are_switched_off(pane: TicketsPane, context: Context, qtbot: QtBot) -> None:
    pane.keys.letters = False
    press(qtbot, pane, Qt.Key.Key_J)
    assert context.selection == ()


def test_several_are_marked_with_x_while_one_walks_on(pane: TicketsPane, context: Context, qtbot: QtBot) -> None:
    press(qtbot, pane, Qt.Key.Key_J)
    qtbot.keyClick(pane.cards, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    press(qtbot, pane, Qt.Key.Key_J, Qt.Key.Key_X)
    assert len(context.selection) == 3
    press(qtbot, pane, Qt.Key.Key_X)
    assert len(context.selection) == 2


def test_x_begins_with_the_ticket_that_is_shown(pane: TicketsPane, context: Context, qtbot: QtBot) -> None:
    press(qtbot, pane, Qt.Key.Key_J, Qt.Key.Key_X)
    assert len(context.selection) == 1
    assert pane.cards_head.count.text() == "1 selected"
    press(qtbot, pane, Qt.Key.Key_J, Qt.Key.Key_X, Qt.Key.Key_Down, Qt.Key.Key_X)
    assert len(context.selection) == 3
    assert pane.cards_head.count.text() == "3 selected"
    press(qtbot, pane, Qt.Key.Key_X)
    assert len(context.selection) == 2


def test_escape_ends_the_marking_at_the_current_ticket(pane: TicketsPane, context: Context, qtbot: QtBot) -> None:
    press(qtbot, pane, Qt.Key.Key_J, Qt.Key.Key_X, Qt.Key.Key_J, Qt.Key.Key_X)
    current = context.selection[0]
    press(qtbot, pane, Qt.Key.Key_Escape)
    assert context.selection == (current,)
    press(qtbot, pane, Qt.Key.Key_J)
    assert len(context.selection) == 1
    assert context.selection != (current,)


def test_a_click_ends_the_marking(pane: TicketsPane, context: Context, qtbot: QtBot) -> None:
    press(qtbot, pane, Qt.Key.Key_J, Qt.Key.Key_X, Qt.Key.Key_J, Qt.Key.Key_X)
    middle = pane.cards.visualRect(pane.feed.model.index(0, 0)).center()
    qtbot.mouseClick(pane.cards.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    assert not pane.picking.marking
    assert len(context.selection) == 1


def test_all_are_selected_at_once(pane: TicketsPane, context: Context, qtbot: QtBot) -> None:
    qtbot.keyClick(pane.cards, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert len(context.selection) == pane.feed.model.rowCount() <= MOST_SELECTED


def test_enter_opens_and_looking_does_not(pane: TicketsPane, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(pane.entered):
        press(qtbot, pane, Qt.Key.Key_J)
    with qtbot.waitSignal(pane.entered):
        press(qtbot, pane, Qt.Key.Key_Return)


def test_the_next_unread_is_found_by_the_dot(pane: TicketsPane, office: Office, context: Context, qtbot: QtBot) -> None:
    listed = subjects(pane)
    unread = listed.index("Unbind MFA – lost phone, locked out of console")
    office.desk.mark([i for i in office.tickets if i != office.tickets[1]])
    qtbot.waitUntil(lambda: sum(bool(pane.feed.model.index(p, 0).data(UnreadRole)) for p in range(len(listed))) == 1)
    pane.picking.go_to(len(listed) - 1)
    press(qtbot, pane, Qt.Key.Key_Comma)
    assert pane.cards.currentIndex().row() == unread
    assert context.selection == (office.tickets[1],)


def test_a_changed_row_is_shown_without_being_asked_for(pane: TicketsPane, office: Office, qtbot: QtBot) -> None:
    asked: list[list[int]] = []
    pane.feed.model._fetch = asked.append
    ticket = line_at(pane, 0).row.id
    office.desk.do(SetPriority(ticket=ticket, priority=Priority.FATAL))
    number = line_at(pane, 0).row.n
    qtbot.waitUntil(
        lambda: (line := pane.feed.model.line_of(number)) is not None and line.row.priority == Priority.FATAL
    )
    assert asked == []


def test_a_row_that_moves_is_painted_with_what_is_posted_next(
    pane: TicketsPane, context: Context, office: Office, qtbot: QtBot
) -> None:
    context.set_place(Place("support.all", sort="urgency"))
    last = pane.feed.model.rowCount() - 1
    qtbot.waitUntil(lambda: not pane.feed.loading and pane.feed.model.line_at(last) is not None)
    number = line_at(pane, last).row.n
    painted: list[int] = []
    paint = pane.cards.itemDelegate().paint  # type: ignore[attr-defined]

    def heard(painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        painted.append(index.data(IdRole))
        paint(painter, option, index)

    pane.cards.itemDelegate().paint = heard  # type: ignore[attr-defined]
    office.desk.do(SetPriority(ticket=line_at(pane, last).row.id, priority=Priority.FATAL))
    QApplication.sendPostedEvents()
    assert pane.feed.model.place_of(number) == 0
    assert painted[0] == number


def test_the_next_unread_is_found_where_rows_have_not_come_yet(pane: TicketsPane, office: Office, qtbot: QtBot) -> None:
    listed = subjects(pane)
    unread = listed.index("Unbind MFA – lost phone, locked out of console")
    office.desk.mark([i for i in office.tickets if i != office.tickets[1]])
    pane.picking.go_to(len(listed) - 1)
    pane.feed.model._rows.clear()
    press(qtbot, pane, Qt.Key.Key_Comma)
    qtbot.waitUntil(lambda: pane.cards.currentIndex().row() == unread)


def test_of_very_many_that_are_wanted_the_next_one_is_found() -> None:
    wanted, ids = range(0, 100_000, 2), array("q", range(100_000))
    assert next_of(wanted, ids, range(90_001, 100_000)) == 90_002
    assert next_of(wanted, ids, range(90_001, -1, -1)) == 90_000
    assert next_of((), ids, range(10)) is None


def test_what_leaves_the_list_by_itself_stays_shown(pane: TicketsPane, office: Office, context: Context,
                                                    qtbot: QtBot) -> None:  # fmt: skip
    context.set_place(Place("support.all", filters=("unread",)))
    qtbot.waitUntil(lambda: pane.feed.model.rowCount() > 0 and pane.feed.model.line_at(0) is not None)
    before = pane.feed.model.rowCount()
    pane.picking.go_to(0)
    shown = context.selection
    office.desk.mark(shown)
    qtbot.waitUntil(lambda: pane.feed.model.rowCount() == before - 1)
    assert context.selection == shown


def test_after_ones_own_command_the_next_is_shown(pane: TicketsPane, office: Office, context: Context,
                                                  qtbot: QtBot) -> None:  # fmt: skip
    context.set_place(Place("support.pending"))
    qtbot.waitUntil(lambda: len(subjects(pane)) == 3)
    pane.picking.go_to(0)
    first = context.selection[0]
    context.give(Reply(ticket=first, message=office.clock.new_id(), body_html="<p>Done</p>"))
    qtbot.waitUntil(lambda: pane.feed.model.rowCount() == 2)
    assert context.selection != (first,)
    assert len(context.selection) == 1


def test_a_ticket_opened_elsewhere_is_marked_here(pane: TicketsPane, office: Office, context: Context) -> None:
    context.set_selection((office.tickets[3],))
    assert pane.cards.currentIndex().data(TicketRole) == office.tickets[3]
    assert context.selection == (office.tickets[3],)


def test_another_place_takes_the_marks_away(pane: TicketsPane, context: Context, qtbot: QtBot) -> None:
    pane.picking.go_to(0)
    context.set_place(Place("support.queue"))
    qtbot.waitUntil(lambda: len(subjects(pane)) == 2)
    assert not pane.cards.selectionModel().hasSelection()


def test_new_tickets_come_in_without_moving_what_is_selected(pane: TicketsPane, office: Office, context: Context,
                                                             qtbot: QtBot) -> None:  # fmt: skip
    pane.picking.go_to(2)
    shown = context.selection
    office.give(
        SubmitTicket(ticket=office.clock.new_id(), message=office.clock.new_id(), source="desk", subject="Fresh",
                     body_html="<p>x</p>", type=context.setup.types[0].id if context.setup else None,
                     contact="a@example.org"),
        "noah.okafor",
    )  # fmt: skip
    qtbot.waitUntil(lambda: "Fresh" in subjects(pane))
    assert context.selection == shown
    assert pane.cards.currentIndex().data(TicketRole) == shown[0]


def test_an_empty_queue_says_so_and_offers_a_way_on(pane: TicketsPane, context: Context, qtbot: QtBot) -> None:
    context.set_place(Place("support.queue", filters=("priority=fatal",)))
    qtbot.waitUntil(lambda: not pane.empty.isHidden())
    assert pane.empty.title.text() == "No ticket matches"
    pane.empty.button.click()
    assert context.place.filters == ()
    qtbot.waitUntil(lambda: pane.empty.isHidden())


def test_an_empty_queue_leads_to_all_tickets(pane: TicketsPane, context: Context, qtbot: QtBot) -> None:
    context.set_place(Place("support.mine"))
    qtbot.waitUntil(lambda: not pane.empty.isHidden())
    assert pane.empty.title.text() == "No tickets yet"


@pytest.mark.rule("CS-06")
def test_a_call_without_a_subject_is_named_after_its_user(pane: TicketsPane, office: Office, qtbot: QtBot) -> None:
    call = LogCall(ticket=office.clock.new_id(), message=office.clock.new_id(), source="desk",
                   requester=office.people["zhang.wei"], minutes=3)  # fmt: skip
    office.give(call, "mara.lindt")
    qtbot.waitUntil(lambda: "Phone call – zhang.wei" in subjects(pane))


@pytest.mark.rule("CS-06")
def test_a_conference_is_always_named_after_its_user(pane: TicketsPane) -> None:
    row = replace(line_at(pane, 0).row, channel=Channel.CONFERENCE, subject="Something")
    assert subject_of(row) == f"Conference call – {row.requester_user}"


@pytest.mark.rule("GU-25")
def test_the_field_over_the_list_finds_number_and_title(pane: TicketsPane, context: Context, qtbot: QtBot) -> None:
    pane.start_search()
    qtbot.keyClicks(pane.cards_head.search.edit, "mfa")
    qtbot.waitUntil(lambda: context.place.filters == ("text=mfa",))
    qtbot.waitUntil(lambda: subjects(pane) == ["Unbind MFA – lost phone, locked out of console"])
    number = pane.feed.model.index(0, 0).data(NumberRole)
    pane.cards_head.search.edit.setText(number)
    qtbot.waitUntil(lambda: context.place.filters == (f"text={number}",))
    assert len(subjects(pane)) == 1


@pytest.mark.parametrize("table", [False, True])
def test_what_was_just_typed_over_a_list_is_not_sought_where_one_went(
    pane: TicketsPane, table: bool, qtbot: QtBot
) -> None:
    if table:
        pane.context.set_face("table")
    asked = pane.feed.query
    head = pane.table_head if table else pane.cards_head
    qtbot.keyClicks(head.search.edit, "mfa")
    elsewhere = Place("approvals.pending")
    pane.context.set_place(elsewhere)
    assert not pane._typing.isActive()
    assert pane.context.place == elsewhere
    assert pane.feed.query == asked


def test_facts_that_come_later_reach_the_list(office: Office, icons: Icons, qtbot: QtBot) -> None:
    """As in the window: the pane is there before anybody knows who sits at the desk."""
    context = Context(office.desk)
    window = QWidget()
    qtbot.addWidget(window)
    pane = TicketsPane(context, Actions(context, icons, window), icons)
    pane.setParent(window)
    Facts(context).begin()
    context.set_place(Place("support.pending"))
    qtbot.waitUntil(lambda: pane.feed.model.rowCount() == 3)
    pane.feed.close()


def test_another_filter_keeps_what_is_selected(pane: TicketsPane, office: Office, context: Context) -> None:
    pane.picking.show_ticket(office.tickets[0])
    context.set_selection((office.tickets[0],))
    context.set_place(Place("support.all", filters=("handler=me",)))
    assert context.selection == (office.tickets[0],)
    assert pane.cards.currentIndex().data(TicketRole) == office.tickets[0]


@pytest.mark.rule("GU-27")
def test_a_ticket_of_another_platform_names_it(pane: TicketsPane) -> None:
    row = replace(line_at(pane, 0).row, source="guance")
    viewer = Viewer("nobody", row.last_activity, {"guance": "Guance"})
    assert line_of(row, viewer).card.who == f"{row.requester_name} · Guance"
    assert line_of(row, Viewer("nobody", row.last_activity)).card.who == row.requester_name
