"""What a search looked for is marked where it was found, in each of the three languages."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from agentdesk.domain.commands import Reply
from tests.ui.conftest import Office
from ui.context import Place
from ui.theme import Theme
from ui.widgets.needle import needle_of
from ui.widgets.safe_text import SafeBrowser
from ui.window import MainWindow


@pytest.mark.parametrize(
    ("query", "text", "marked"),
    [
        ("form", "The form, the forms and a reform", ["form", "form"]),
        ("slot promotion", "A stale slot after promotion, slots too", ["slot", "promotion"]),
        ('"stale slot"', "A stale, slot is a STALE slot", ["stale, slot", "STALE slot"]),
        ("an", "an answer, not an ant", ["an", "an"]),
        ("rechnung", "Die Rechnung und die Rechnungen", ["Rechnung", "Rechnung"]),
        ("备", "备案需要什么材料？", ["备"]),
        ("备案", "首次备案，备 案", ["备案"]),
        ("企业主体", "企业主体变更", ["企业主体"]),
        ("VPN配置", "VPN 和配置", ["VPN", "配置"]),
        ("a.*b", "a b, a.*b, acb", ["a b", "a.*b"]),
        ("...", "nothing ... to find", []),
    ],
)
def test_every_piece_is_marked_as_the_search_finds_it(
    theme: Theme, qtbot: QtBot, query: str, text: str, marked: list[str]
) -> None:
    browser = SafeBrowser(theme)
    qtbot.addWidget(browser)
    browser.show_text(text)
    browser.find_text(needle_of(query))
    assert [mark.cursor.selectedText() for mark in browser.extraSelections()] == marked


def _marks(window: MainWindow) -> list[str]:
    cards = window.ticket.stream.cards()
    return [mark.cursor.selectedText() for card in cards for mark in card.body.extraSelections()]


def _talk(office: Office, place: int, messages: int) -> None:
    """The first answer names a quorum, and so much follows that it is not among what is shown at first."""
    for number in range(messages):
        text = "<p>The quorum was lost.</p>" if number == 0 else f"<p>Line {number}</p>"
        office.give(Reply(ticket=office.tickets[place], message=office.clock.new_id(), body_html=text), "mara.lindt")
    office.desk.rest()


def _choose(window: MainWindow, qtbot: QtBot, query: str) -> None:
    palette = window.palette_popup
    palette.open(f"#{query}")
    qtbot.waitUntil(lambda: palette.rows.first() >= 0)
    QTest.keyClick(palette.input, Qt.Key.Key_Return)


def test_what_the_palette_found_is_marked_and_comes_into_view(window: MainWindow, office: Office, qtbot: QtBot) -> None:
    _talk(office, 2, 40)
    _choose(window, qtbot, "quorum")
    qtbot.waitUntil(lambda: _marks(window) == ["quorum"])
    stream = window.ticket.stream
    found = next(card for card in stream.cards() if card.body.extraSelections())
    qtbot.waitUntil(lambda: not found.visibleRegion().isEmpty())
    assert not stream.is_at_end()


def test_a_ticket_chosen_in_the_list_has_no_marks(window: MainWindow, office: Office, qtbot: QtBot) -> None:
    _talk(office, 0, 1)
    _choose(window, qtbot, "quorum")
    qtbot.waitUntil(lambda: _marks(window) == ["quorum"])
    window.tickets.picking.move(1)
    qtbot.waitUntil(lambda: window.ticket.property("ticketId") != office.tickets[0])
    window.tickets.picking.move(-1)
    qtbot.waitUntil(lambda: bool(window.ticket.stream.cards()))
    assert window.context.sought is None
    assert _marks(window) == []


def test_what_the_table_is_searched_for_is_marked_in_its_ticket(
    window: MainWindow, office: Office, qtbot: QtBot
) -> None:
    _talk(office, 2, 3)
    window.context.set_place(Place("support.all"))
    window.commands["layout_table"].trigger()
    window.tickets.table_head.search.edit.setText("quorum lost")
    qtbot.waitUntil(lambda: window.tickets.feed.total == 1)
    window.tickets.picking.go_to(0)
    qtbot.waitUntil(lambda: _marks(window) == ["quorum", "lost"])
    assert window.tickets.table_head.count.text() == "1 of 6 contains “quorum lost”", "also with a ticket selected"
    window.tickets.table_head.search.edit.clear()
    qtbot.waitUntil(lambda: window.tickets.feed.total > 1)
