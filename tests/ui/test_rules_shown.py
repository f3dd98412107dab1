"""Rules of the documents that one sees in the whole window."""

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from agentdesk.desk.queries.detail import Detail
from agentdesk.desk.queries.setup import SetUpOf
from agentdesk.desk.queries.thread import Thread
from agentdesk.domain.commands import SaveSource, SaveTicketType, SubmitTicket
from agentdesk.domain.values import Id, StateKind
from agentdesk.settings import Settings
from tests.ui.conftest import Office
from ui import words
from ui.app import open_window
from ui.context import Place
from ui.dialogs.new_ticket import NewTicketDialog
from ui.tickets.listing import SUBJECT
from ui.window import MainWindow

PLAN = "https://www.guance.com/support"


@pytest.fixture
def customers(office: Office, qtbot: QtBot) -> Iterator[MainWindow]:
    """The window as Noah sees it, a customer of a source with hours."""
    office.give(
        SaveSource(source="desk", title="Guance", scheme="agentdesk", asks=("title",), support_url=PLAN,
                   service_hours="Mon–Fri 9–18"),
        "maker",
    )  # fmt: skip
    office.desk.close()
    office.open("noah.okafor")
    made = open_window(office.desk, Settings(theme="light", language="en"))
    qtbot.addWidget(made)
    made.resize(1440, 900)
    qtbot.waitUntil(lambda: made.context.detail is not None)
    yield made
    made.close()


def menu(window: MainWindow, title: str) -> QMenu:
    return next(found for found in window.menuBar().findChildren(QMenu) if found.title().replace("&", "") == title)


@pytest.mark.rule("CS-02")
def test_ones_tickets_are_reached_at_the_top_right(customers: MainWindow) -> None:
    avatar = customers.header.avatar
    assert avatar.geometry().right() > customers.header.new_ticket.geometry().right()
    customers.context.set_place(Place("support.mine", ("priority=fatal",)))
    entry = avatar.filled_menu().actions()[0]
    assert entry.text() == "My tickets"
    entry.trigger()
    assert customers.context.place == Place("support.mine")


@pytest.mark.rule("RS-20")
def test_a_ticket_says_where_it_stands_and_a_link_leads_back(customers: MainWindow, qtbot: QtBot) -> None:
    detail = customers.context.detail
    assert detail is not None
    path = f"Guance / Support / My tickets / {detail.row.number}"
    assert customers.ticket.accessibleDescription() == path
    assert customers.header.path.isHidden()
    customers.resize(740, 600)
    customers.tickets.entered.emit()
    assert customers.header.path.isVisible()
    assert customers.header.path.text() == path
    qtbot.mouseClick(customers.header.back, Qt.MouseButton.LeftButton)
    assert customers.tickets.isVisible()
    assert customers.header.path.isHidden()
    assert customers.header.desk.isVisible()


def subjects(window: MainWindow) -> list[str]:
    model = window.tickets.feed.model
    lines = (model.line_at(place) for place in range(model.rowCount()))
    return [line.row.subject for line in lines if line is not None]


@pytest.mark.rule("GU-03")
def test_the_help_menu_leads_to_ones_tickets(customers: MainWindow) -> None:
    customers.context.set_place(Place("support.mine", ("priority=fatal",)))
    entry = customers.commands["help_tickets"]
    assert entry in menu(customers, "Help").actions()
    assert entry.text() == "Ticket management"
    entry.trigger()
    assert customers.context.place == Place("support.mine")


@pytest.mark.rule("GU-04")
def test_service_hours_and_the_support_plan_are_told_in_help_and_at_the_ticket(
    customers: MainWindow, office: Office, qtbot: QtBot
) -> None:
    customers.commands["support"].trigger()
    assert customers.banners.notice.text() == f"Guance: Mon–Fri 9–18, {PLAN}"
    customers.context.set_selection((office.tickets[0],))
    qtbot.waitUntil(lambda: customers.ticket.property("ticketId") == office.tickets[0])
    assert "Support answers Mon–Fri 9–18." in customers.ticket.next_step.text()


@pytest.mark.rule("CP-40")
def test_who_files_a_ticket_from_elsewhere_is_led_to_their_own(
    customers: MainWindow, office: Office, qtbot: QtBot
) -> None:
    customers.context.set_place(Place("support.mine", ("priority=fatal",)))
    customers.commands["submit_ticket"].trigger()
    dialog = customers.findChild(NewTicketDialog)
    assert dialog is not None
    dialog.parts.title.setText("VPN drops at noon")
    dialog.main.click()
    qtbot.waitUntil(lambda: customers.context.place == Place("support.mine"))
    qtbot.waitUntil(lambda: customers.tickets.feed.total == 6)
    qtbot.waitUntil(lambda: "VPN drops at noon" in subjects(customers))


@pytest.mark.rule("CS-11")
def test_a_click_on_the_name_or_the_number_opens_the_details(window: MainWindow, office: Office, qtbot: QtBot) -> None:
    window.context.set_place(Place("support.all"))
    window.context.set_face("table")
    table, model = window.tickets.table, window.tickets.feed.model
    qtbot.waitUntil(lambda: model.rowCount() == 6)
    for row, column in ((3, SUBJECT), (1, 0)):
        qtbot.waitUntil(lambda row=row: model.line_at(row) is not None)
        line = model.line_at(row)
        assert line is not None
        spot = table.visualRect(model.index(row, column)).center()
        qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=spot)
        qtbot.waitUntil(lambda line=line: window.ticket.property("ticketId") == line.row.id)
        assert window.ticket.header.number.text() == line.row.number


@pytest.mark.rule("CS-24")
def test_the_reply_editor_has_bold_links_and_files(
    window: MainWindow, office: Office, tmp_path: Path, qtbot: QtBot
) -> None:
    log = tmp_path / "trace.txt"
    log.write_text("all good")
    composer = window.ticket.composer
    composer.start("reply")
    composer.editor.toggle_bold()
    qtbot.keyClicks(composer.editor, "Restart ")
    composer.editor.toggle_bold()
    assert composer.editor.set_link("https://guide.example/fans", "as told here")
    composer.files.add_paths([str(log)])
    qtbot.waitUntil(lambda: not composer.files.busy())
    composer.send()
    qtbot.waitUntil(composer.is_blank)
    page = office.desk.look(Thread(office.tickets[0], 100))
    assert page is not None
    sent = page.messages[-1]
    assert "<b>Restart </b>" in sent.body_html
    assert '<a href="https://guide.example/fans">as told here</a>' in sent.body_html
    assert [file.name for file in sent.attachments] == ["trace.txt"]


@pytest.fixture
def untouched(office: Office) -> Id:
    """A ticket that nobody has, of a source where opening it for work starts the work."""
    office.give(SaveSource(source="cp", title="Cloudpods", scheme="cloudpods", asks=()), "maker")
    office.give(SaveTicketType(type=office.clock.new_id(), source="cp", name="Support"), "maker")
    kind = next(kind for kind in office.desk.look(SetUpOf()).types if kind.source == "cp")
    ticket = office.clock.new_id()
    form = SubmitTicket(ticket=ticket, message=office.clock.new_id(), source="cp", subject="Stuck VM",
                        body_html="<p>It hangs</p>", type=kind.id)  # fmt: skip
    office.give(form, "noah.okafor")
    office.desk.rest()
    return ticket


@pytest.mark.rule("HZ-09")
def test_looking_at_a_ticket_changes_nothing_however_one_comes_to_it(
    untouched: Id, window: MainWindow, office: Office, qtbot: QtBot
) -> None:
    def is_shown() -> bool:
        return window.context.detail is not None and window.context.detail.row.id == untouched

    for queue in ("support.queue", "support.all"):
        window.context.set_place(Place(queue))
        window.context.set_selection((untouched,))
        qtbot.waitUntil(is_shown)
    window.context.set_face("table")
    window.tickets.table_head.search.edit.setText("hangs")
    qtbot.waitUntil(lambda: window.tickets.feed.model.rowCount() == 1)
    window.tickets.picking.go_to(0)
    qtbot.waitUntil(is_shown)
    window.commands["open_window"].trigger()
    QApplication.processEvents()
    found = office.desk.look(Detail(untouched))
    assert found is not None
    assert (found.row.kind, found.handler) == (StateKind.NEW, None)


@pytest.fixture
def zone(monkeypatch: pytest.MonkeyPatch) -> Iterator[pytest.MonkeyPatch]:
    yield monkeypatch
    monkeypatch.undo()
    time.tzset()


@pytest.mark.rule("CS-07", "CS-08")
@pytest.mark.parametrize(
    ("name", "before", "after"),
    [("Europe/Berlin", "25 Oct 2026", "26 Oct 2026"), ("America/New_York", "24 Oct 2026", "25 Oct 2026")],
)
@pytest.mark.usefixtures("qapp")
def test_dates_are_those_of_the_viewers_zone_on_both_sides_of_a_clock_change(
    zone: pytest.MonkeyPatch, name: str, before: str, after: str
) -> None:
    """On the 25th, at 01:00 UTC, Berlin's clocks go back; late in the evening of UTC it is tomorrow there."""
    zone.setenv("TZ", name)
    time.tzset()
    late_on_the_24th = 1_792_881_000_000  # 2026-10-24 22:30 UTC
    assert words.date(late_on_the_24th) == before
    assert words.date(late_on_the_24th + 24 * 60 * 60 * 1000 + 60 * 60 * 1000) == after
