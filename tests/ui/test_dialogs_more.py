"""The other dialogs on tickets and lists: moving, tags, people, links, calls, views, canned replies, follow-ups."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from agentdesk.desk.queries.library import CannedReplies, DraftOf, SavedViews
from agentdesk.desk.queries.tags import KnownTags
from agentdesk.domain.commands import (
    AddParticipant,
    CancelTicket,
    Command,
    FollowUpTicket,
    HandleTicket,
    LogCall,
    MoveTicket,
    RemoveParticipant,
    SaveCannedReply,
    SaveView,
    SetTags,
    ShareLink,
)
from agentdesk.domain.values import Channel
from tests.ui.dialog_stage import Stage, child, click, found
from ui.context import Place
from ui.dialogs.canned import CannedDialog
from ui.dialogs.follow_up import FollowUpDialog
from ui.dialogs.list_box import ListBox
from ui.dialogs.log_call import LogCallDialog
from ui.dialogs.move import MoveDialog
from ui.dialogs.participants import ParticipantsDialog
from ui.dialogs.person_field import PersonField
from ui.dialogs.saved_view import SavedViewDialog
from ui.dialogs.share_link import ShareLinkDialog
from ui.dialogs.tags import TagsDialog
from ui.widgets.inputs import CheckBox, Combo, Field
from ui.widgets.rich_editor import RichEditor

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support grabbing the keyboard")  # pop-ups of completers


@pytest.fixture(scope="module")
def founded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return found(tmp_path_factory.mktemp("founded") / "desk")


@pytest.fixture
def stage(founded: Path, tmp_path: Path, qtbot: QtBot) -> Iterator[Stage]:
    stage = Stage(founded, tmp_path / "desk", qtbot)
    yield stage
    stage.close()


def complaint(dialog: QWidget, name: str) -> str:
    field = child(dialog, QWidget, name).parentWidget()
    assert isinstance(field, Field)
    return field.note.text()


def find_person(dialog: QWidget, name: str, user: str) -> None:
    field = child(dialog, PersonField, name)
    field.setText(user)
    field.look()


# ---------------------------------------------------------------------------------------------------- move


@pytest.mark.rule("RS-11")
def test_moving_sends_only_what_changed(stage: Stage) -> None:
    first, second = stage.add_type("Usage problem"), stage.add_type("Requirements")
    service = stage.add_service("Printing")
    ticket = stage.add_ticket(type=first)
    stage.show(ticket)
    dialog = stage.open(MoveDialog)
    assert child(dialog, Combo, "move_type").value() == first
    stage.submit()
    assert not stage.caught
    child(dialog, Combo, "move_type").set_value(second)
    stage.submit()
    assert stage.caught == [(MoveTicket(ticket=ticket, type=second),)]
    assert stage.detail(ticket).row.type == "Requirements"
    assert service


# ---------------------------------------------------------------------------------------------------- tags


def test_tags_are_added_and_removed(stage: Stage) -> None:
    ticket = stage.add_ticket(tags=("printer", "noise"))
    stage.show(ticket)
    dialog = stage.open(TagsDialog)
    assert child(dialog, QLineEdit, "tags_tags").hasFocus()
    stage.type("toner")
    stage.press(Qt.Key.Key_Return)
    stage.type("Floor 2,")
    stage.type("last one")
    click(remove_button(dialog, "noise"))
    stage.submit()
    ((command,),) = stage.caught
    assert isinstance(command, SetTags)
    assert (set(command.add), command.remove) == ({"toner", "Floor 2", "last one"}, ("noise",))
    assert set(stage.detail(ticket).tags) == {"Floor 2", "last one", "printer", "toner"}


def remove_button(dialog: QWidget, words: str) -> QPushButton:
    return next(b for b in dialog.findChildren(QPushButton) if b.accessibleName() == f"Remove {words}")


def test_a_tag_that_is_there_is_not_added_twice(stage: Stage) -> None:
    stage.show(stage.add_ticket(tags=("printer",)))
    dialog = stage.open(TagsDialog)
    stage.type("Printer")
    stage.submit()
    assert not stage.caught
    assert dialog.isHidden()


def test_known_tags_are_offered_to_staff_only(stage: Stage) -> None:
    stage.add_ticket(tags=("toner", "Alarm"))
    assert stage.desk.look(KnownTags()) == ("Alarm", "toner")
    stage.show(stage.add_ticket())
    completer = child(stage.open(TagsDialog), QLineEdit, "tags_tags").completer()
    completer.setCompletionPrefix("on")
    assert completer.currentCompletion() == "toner"
    stage.sign_in("noah.okafor")
    assert stage.desk.look(KnownTags()) == ()


# -------------------------------------------------------------------------------------------------- people


def test_people_are_linked_and_unlinked(stage: Stage) -> None:
    ticket = stage.add_ticket(requester=stage.people["noah.okafor"])
    stage.do(HandleTicket(ticket=ticket))
    stage.do(AddParticipant(ticket=ticket, person=stage.people["petra.nowak"]))
    stage.show(ticket)
    dialog = stage.open(ParticipantsDialog)
    find_person(dialog, "participants_person", "jonas.beck")
    click(remove_button(dialog, "Petra Nowak"))
    click(child(dialog, QPushButton, "participants_ok"))
    (commands,) = stage.caught
    assert commands == (
        AddParticipant(ticket=ticket, person=stage.people["jonas.beck"]),
        RemoveParticipant(ticket=ticket, person=stage.people["petra.nowak"]),
    )
    assert [person.name for person in stage.detail(ticket).participants] == ["Jonas Beck"]


def test_a_half_typed_name_is_not_lost(stage: Stage) -> None:
    stage.show(stage.add_ticket())
    dialog = stage.open(ParticipantsDialog)
    child(dialog, PersonField, "participants_person").setText("jon")
    stage.submit()
    assert not stage.caught
    assert complaint(dialog, "participants_person").startswith("Choose a person")


# --------------------------------------------------------------------------------------------------- links


@pytest.mark.rule("CS-13")
def test_a_link_is_shared(stage: Stage) -> None:
    ticket = stage.add_ticket()
    stage.do(HandleTicket(ticket=ticket))
    stage.show(ticket)
    stage.open(ShareLinkDialog)
    stage.type("example.org/manual?page=2")
    stage.press(Qt.Key.Key_Tab)
    stage.type("The manual")
    stage.submit()
    ((command,),) = stage.caught
    assert isinstance(command, ShareLink)
    assert (command.url, command.title) == ("https://example.org/manual?page=2", "The manual")


@pytest.mark.parametrize("address", ["", "javascript:alert(1)", "file:///etc/passwd", "mailto:a@b.example"])
def test_other_addresses_are_not_shared(stage: Stage, address: str) -> None:
    stage.show(stage.add_ticket())
    dialog = stage.open(ShareLinkDialog)
    child(dialog, QLineEdit, "share_link_url").setText(address)
    stage.submit()
    assert not stage.caught
    assert complaint(dialog, "share_link_url") == "A shared link starts with http:// or https://."
    assert child(dialog, QLineEdit, "share_link_url").text() == address


# --------------------------------------------------------------------------------------------------- calls


@pytest.mark.rule("CS-15")
def test_a_call_founds_a_ticket(stage: Stage) -> None:
    dialog = stage.open(LogCallDialog)
    find_person(dialog, "log_call_person", "noah.okafor")
    child(dialog, QLineEdit, "log_call_title").setText("Printer")
    child(dialog, QPlainTextEdit, "log_call_notes").setPlainText("Rang twice")
    child(dialog, QLineEdit, "log_call_minutes").setText("12")
    stage.submit()
    ((command,),) = stage.caught
    assert isinstance(command, LogCall)
    assert (command.source, command.requester) == ("desk", stage.people["noah.okafor"])
    assert (command.subject, command.body_html, command.minutes) == ("Printer", "<p>Rang twice</p>", 12)
    row = stage.detail(command.ticket).row
    assert (row.channel, row.subject) == (Channel.PHONE, "Printer")


def test_a_call_may_belong_to_the_ticket_on_screen(stage: Stage) -> None:
    ticket = stage.add_ticket(requester=stage.people["noah.okafor"])
    stage.do(HandleTicket(ticket=ticket))
    stage.show(ticket)
    dialog = stage.open(LogCallDialog)
    click(child(dialog, CheckBox, "log_call_here"))
    assert dialog.field("person").isHidden()  # type: ignore[union-attr]
    child(dialog, QPlainTextEdit, "log_call_notes").setPlainText("Rang again")
    stage.submit()
    ((command,),) = stage.caught
    assert isinstance(command, LogCall)
    assert (command.ticket, command.requester) == (ticket, stage.people["noah.okafor"])


def test_a_call_needs_a_caller_and_keeps_the_notes(stage: Stage) -> None:
    dialog = stage.open(LogCallDialog)
    child(dialog, QPlainTextEdit, "log_call_notes").setPlainText("Rang twice")
    stage.submit()
    assert not stage.caught
    assert complaint(dialog, "log_call_person") == "Choose a person from the list."
    assert child(dialog, QPlainTextEdit, "log_call_notes").toPlainText() == "Rang twice"


# --------------------------------------------------------------------------------------------------- views


def test_what_a_list_shows_becomes_a_view(stage: Stage) -> None:
    stage.context.set_place(Place("support.queue", ("type=BUG",)))
    dialog = stage.open(SavedViewDialog)
    stage.submit()
    assert complaint(dialog, "saved_view_name") == "Give it a name."
    stage.type("Bugs")
    child(dialog, Combo, "saved_view_icon").set_value("star")
    stage.submit()
    ((command,),) = stage.caught
    assert isinstance(command, SaveView)
    assert (command.name, command.queue, command.filters, command.icon) == (
        "Bugs", "support.queue", ("type=BUG",), "star",
    )  # fmt: skip


def test_a_view_gets_another_name(stage: Stage) -> None:
    view = stage.desk.clock.new_id()
    stage.do(SaveView(view=view, name="Bugs", queue="support.queue", filters=("type=BUG",), icon="tag", order=3))
    (row,) = stage.desk.look(SavedViews())
    stage.open(SavedViewDialog, view=row)
    stage.press(Qt.Key.Key_End)
    stage.type(" of mine")
    stage.submit()
    ((command,),) = stage.caught
    assert command == SaveView(
        view=view, name="Bugs of mine", queue="support.queue", filters=("type=BUG",), icon="tag", order=3
    )


# ------------------------------------------------------------------------------------------- canned replies


def canned(stage: Stage, name: str, html: str = "<p>Hello</p>", **more: object) -> str:
    id = stage.desk.clock.new_id()
    stage.do(SaveCannedReply(canned=id, name=name, body_html=html, **more))  # type: ignore[arg-type]
    return id


def test_a_canned_reply_is_written(stage: Stage) -> None:
    dialog = stage.open(CannedDialog)
    child(dialog, QLineEdit, "canned_name").setText("Greeting")
    child(dialog, RichEditor, "canned_body").set_html("<p>Hello <b>you</b></p>")
    child(dialog, CheckBox, "canned_shared").setChecked(True)
    click(child(dialog, QPushButton, "canned_ok"))
    ((command,),) = stage.caught
    assert isinstance(command, SaveCannedReply)
    assert (command.name, command.body_html, command.shared) == ("Greeting", "<p>Hello <b>you</b></p>", True)


def test_only_changed_replies_are_saved(stage: Stage) -> None:
    first, second = canned(stage, "A first", "<p>One</p>"), canned(stage, "B second", "Two", shared=True)
    dialog = stage.open(CannedDialog)
    listed = child(dialog, ListBox, "canned_list")
    listed.setCurrentRow(1)
    listed.setCurrentRow(0)
    child(dialog, QLineEdit, "canned_name").setText("A changed")
    click(child(dialog, QPushButton, "canned_ok"))
    assert stage.caught == [(SaveCannedReply(canned=first, name="A changed", body_html="<p>One</p>"),)]
    assert second


def test_a_removed_reply_is_gone(stage: Stage) -> None:
    canned(stage, "A first")
    dialog = stage.open(CannedDialog)
    click(child(dialog, QPushButton, "canned_remove"))
    click(child(dialog, QPushButton, "canned_ok"))
    assert stage.desk.look(CannedReplies()) == ()


def test_a_reply_without_text_is_explained_and_shown(stage: Stage) -> None:
    canned(stage, "A first")
    dialog = stage.open(CannedDialog)
    click(child(dialog, QPushButton, "canned_new"))
    child(dialog, QLineEdit, "canned_name").setText("Empty")
    child(dialog, ListBox, "canned_list").setCurrentRow(0)
    click(child(dialog, QPushButton, "canned_ok"))
    assert not stage.caught
    assert complaint(dialog, "canned_body") == "Write something first."
    assert child(dialog, QLineEdit, "canned_name").text() == "Empty"


# ----------------------------------------------------------------------------------------------- follow-up


@pytest.fixture
def ended(stage: Stage) -> str:
    stage.sign_in("noah.okafor")
    ticket = stage.add_ticket("The printer hums")
    stage.do(CancelTicket(ticket=ticket))
    stage.show(ticket)
    return ticket


@pytest.mark.rule("CS-30")
def test_a_new_ticket_refers_to_the_ended_one(stage: Stage, ended: str) -> None:
    given: list[tuple[Command, ...]] = []
    stage.context.given.connect(given.append)
    dialog = stage.open(FollowUpDialog)
    assert child(dialog, QLineEdit, "follow_up_title").text() == "The printer hums"
    assert child(dialog, RichEditor, "follow_up_description").hasFocus()
    stage.type("Again!")
    stage.submit()
    ((command,),) = given
    assert isinstance(command, FollowUpTicket)
    assert (command.ticket, command.body_html) == (ended, "<p>Again!</p>")
    follows = stage.detail(command.new_ticket).follows
    assert follows is not None
    assert follows[0] == ended


def test_a_follow_up_keeps_its_own_draft(stage: Stage, ended: str) -> None:
    stage.open(FollowUpDialog)
    stage.type("Again, and")
    stage.press(Qt.Key.Key_Escape)
    draft = stage.desk.look(DraftOf(f"follow {ended}", "form"))
    assert draft is not None
    assert draft.body == "<p>Again, and</p>"
    again = stage.open(FollowUpDialog)
    assert child(again, RichEditor, "follow_up_description").html() == "<p>Again, and</p>"


def test_an_untouched_follow_up_leaves_no_draft(stage: Stage, ended: str) -> None:
    dialog = stage.open(FollowUpDialog)
    dialog.draft.save()
    assert stage.desk.look(DraftOf(f"follow {ended}", "form")) is None
