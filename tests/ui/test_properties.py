"""What stands beside a ticket: its people, its facts, its links."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from agentdesk.domain.commands import (
    AddParticipant,
    EndTicket,
    FollowUpTicket,
    RateTicket,
    SetTags,
    ShareLink,
)
from tests.ui.conftest import Office
from ui.actions import Actions
from ui.context import Context
from ui.facts import Facts
from ui.geometry import Geometry
from ui.icons import Icons
from ui.properties.view import PropertiesPane
from ui.widgets.plain_label import LinkLabel, PlainLabel


def make_pane(office: Office, icons: Icons, qtbot: QtBot) -> tuple[PropertiesPane, Context]:
    context = Context(office.desk)
    window = QWidget()
    qtbot.addWidget(window)
    pane = PropertiesPane(context, Actions(context, icons, window), icons)
    pane.setParent(window)
    window.resize(264, 700)
    pane.resize(264, 700)
    window.show()
    facts = Facts(context)
    facts.setParent(window)
    facts.begin()
    return pane, context


@pytest.fixture
def pane(office: Office, icons: Icons, qtbot: QtBot) -> Iterator[PropertiesPane]:
    """Mara looks at the first ticket."""
    made, context = make_pane(office, icons, qtbot)
    context.set_selection((office.tickets[0],))
    return made


def rows(pane: PropertiesPane, section: str) -> dict[str, str]:
    named = (label.accessibleName() for label in pane.sections[section].findChildren(PlainLabel)
             if not label.isHidden())  # fmt: skip
    return dict(name.split(": ", 1) for name in named if ": " in name)


@pytest.mark.rule("CS-13")
def test_facts_of_a_ticket_stand_on_the_right(pane: PropertiesPane) -> None:
    found = rows(pane, "ticket")
    assert found["Status"] == "Processing"
    assert found["Owner"] == "You"
    assert found["Priority"] == "Critical"
    assert "Created" in found
    assert "Last activity" in found


def test_contact_data_is_shown_as_the_rules_deliver_it(pane: PropertiesPane) -> None:
    """Masked until the requester agrees (QK-14); the pane never has more to show."""
    assert rows(pane, "requester")["Contact"] == "n•••@example.org"


def test_a_requester_sees_no_section_about_themselves(office: Office, icons: Icons, qtbot: QtBot) -> None:
    office.desk.close()
    office.open("noah.okafor")
    pane, context = make_pane(office, icons, qtbot)
    context.set_selection((office.tickets[0],))
    assert pane.sections["requester"].isHidden()
    assert rows(pane, "ticket")["Handled by"] == "Mara Lindt"
    assert "Priority" not in rows(pane, "ticket")


@pytest.mark.rule("CS-13")
def test_further_people_and_links_are_named(pane: PropertiesPane, office: Office) -> None:
    ticket = office.tickets[0]
    assert pane.sections["people"].isHidden()
    assert pane.sections["links"].isHidden()
    office.give(AddParticipant(ticket=ticket, person=office.people["zhang.wei"]), "mara.lindt")
    office.give(
        ShareLink(ticket=ticket, link=office.clock.new_id(), title="How to", url="https://docs.example/how"),
        "mara.lindt",
    )
    assert rows(pane, "people") == {"Sent by": "Noah Okafor", "Others": "张伟"}
    link = pane.sections["links"].findChild(LinkLabel, "shared_link_0")
    assert link is not None
    assert link.text() == "How to"
    assert "https://docs.example/how" in link.toolTip()


def test_tags_are_shown(pane: PropertiesPane, office: Office) -> None:
    office.give(SetTags(ticket=office.tickets[0], add=("disk", "urgent")), "mara.lindt")
    assert rows(pane, "ticket")["Tags"] == "disk, urgent"


def test_a_rating_is_shown_with_its_words(pane: PropertiesPane, office: Office) -> None:
    ticket = office.tickets[0]
    office.give(EndTicket(ticket=ticket), "noah.okafor")
    office.give(RateTicket(ticket=ticket, rating=4, comment="Quick"), "noah.okafor")
    assert pane.stars.value() == 4
    assert pane.comment.text() == "Quick"


def test_the_ticket_it_refers_to_is_one_click_away(office: Office, icons: Icons, qtbot: QtBot) -> None:
    office.give(EndTicket(ticket=office.tickets[0]), "noah.okafor")
    new = office.clock.new_id()
    office.give(
        FollowUpTicket(ticket=office.tickets[0], new_ticket=new, message=office.clock.new_id(), subject="Again",
                       body_html="<p>Again</p>", contact="a@example.org"),
        "noah.okafor",
    )  # fmt: skip
    pane, context = make_pane(office, icons, qtbot)
    context.set_selection((new,))
    assert not pane.sections["follows"].isHidden()
    pane.follows.clicked.emit()
    assert context.selection == (office.tickets[0],)


def test_folded_sections_are_remembered(pane: PropertiesPane, office: Office, icons: Icons, qtbot: QtBot) -> None:
    settings = QSettings(str(office.directory / "window.ini"), QSettings.Format.IniFormat)
    pane.remember_in(Geometry(settings))
    pane.sections["ticket"].head.click()
    other, _ = make_pane(office, icons, qtbot)
    other.remember_in(Geometry(settings))
    assert other.sections["ticket"].is_folded()
    assert not other.sections["requester"].is_folded()
