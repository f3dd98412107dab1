"""Dialogs on a ticket: each hands out the command it should, and keeps what was typed when the rules say no."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from agentdesk.domain.commands import (
    CancelTicket,
    CompleteTicket,
    ConfirmTicket,
    EndTicket,
    ForwardTicket,
    HandleTicket,
    RateTicket,
    ReturnIncomplete,
    SetDefaultHandler,
)
from agentdesk.domain.values import Solved, StateKind
from tests.ui.dialog_stage import Stage, child, click, found
from ui.dialogs.cancel_ticket import CancelTicketDialog
from ui.dialogs.close import CloseDialog
from ui.dialogs.complete import CompleteDialog
from ui.dialogs.confirm_solved import ConfirmSolvedDialog
from ui.dialogs.feedback import FeedbackDialog
from ui.dialogs.forward import ForwardDialog
from ui.dialogs.handle import HandleDialog
from ui.dialogs.people import PersonPicker
from ui.dialogs.return_incomplete import ReturnIncompleteDialog
from ui.widgets.banner import Banner
from ui.widgets.inputs import CheckBox, Field
from ui.widgets.plain_label import PlainLabel


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


def trouble(dialog: QWidget) -> str:
    banner = next(b for b in dialog.findChildren(Banner) if b.objectName().endswith("_error"))
    return "" if banner.isHidden() else banner.text()


def texts(dialog: QWidget) -> list[str]:
    return [label.text() for label in dialog.findChildren(PlainLabel)]


def closed(dialog: QWidget) -> bool:
    return not isValid(dialog) or dialog.isHidden()


# -------------------------------------------------------------------------------------------------- handle


@pytest.mark.rule("QK-11")
def test_handling_takes_the_ticket(stage: Stage) -> None:
    ticket = stage.add_ticket()
    stage.show(ticket)
    dialog = stage.open(HandleDialog)
    stage.press(Qt.Key.Key_Return)
    assert stage.caught == [(HandleTicket(ticket=ticket),)]
    assert stage.detail(ticket).handler is not None
    assert closed(dialog)


@pytest.mark.rule("QK-11")
def test_dismissing_the_question_changes_nothing(stage: Stage) -> None:
    ticket = stage.add_ticket()
    stage.show(ticket)
    dialog = stage.open(HandleDialog)
    stage.press(Qt.Key.Key_Escape)
    assert closed(dialog)
    assert not stage.caught
    assert stage.detail(ticket).handler is None


def test_taking_over_names_who_has_it(stage: Stage) -> None:
    ticket = stage.add_ticket()
    stage.do(ForwardTicket(ticket=ticket, to=stage.people["jonas.beck"]))
    stage.show(ticket)
    dialog = stage.open(HandleDialog)
    assert "Jonas Beck has this ticket. You become its owner instead." in texts(dialog)


# -------------------------------------------------------------------------------------------------- forward


def test_forwarding_goes_to_whom_was_typed(stage: Stage, qtbot: QtBot) -> None:
    ticket = stage.add_ticket()
    stage.show(ticket)
    dialog = stage.open(ForwardDialog)
    stage.type("jonas")
    picker = dialog.findChild(PersonPicker)
    assert picker is not None
    qtbot.waitUntil(lambda: picker.value() == stage.people["jonas.beck"])
    note = child(dialog, QPlainTextEdit, "forward_note")
    note.setPlainText("Knows <b>printers</b>\nand more")
    child(dialog, CheckBox, "forward_tell").setChecked(True)
    stage.submit()
    assert stage.caught == [
        (
            ForwardTicket(
                ticket=ticket,
                to=stage.people["jonas.beck"],
                note_html="<p>Knows &lt;b&gt;printers&lt;/b&gt;<br>and more</p>",
                tell_requester=True,
            ),
        )
    ]
    assert closed(dialog)


def test_the_arrows_choose_while_the_filter_has_the_focus(stage: Stage) -> None:
    stage.show(stage.add_ticket())
    dialog = stage.open(ForwardDialog)
    stage.press(Qt.Key.Key_Down)
    stage.press(Qt.Key.Key_Down)
    picker = dialog.findChild(PersonPicker)
    assert picker is not None
    assert picker.list.currentIndex().row() == 1
    assert child(dialog, QLineEdit, "forward_person").hasFocus()


def test_only_who_may_handle_it_is_offered_with_their_load(stage: Stage) -> None:
    ticket = stage.add_ticket()
    stage.do(ForwardTicket(ticket=ticket, to=stage.people["jonas.beck"]))
    stage.show(stage.add_ticket("Another"))
    picker = stage.open(ForwardDialog).findChild(PersonPicker)
    assert picker is not None
    model = picker.list.model()
    said = [model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(model.rowCount())]
    assert any(words.startswith("Jonas Beck, ") and words.endswith("1 open") for words in said)
    assert not any("Noah" in words for words in said)


def test_forwarding_to_nobody_is_explained_and_the_note_stays(stage: Stage) -> None:
    stage.show(stage.add_ticket())
    dialog = stage.open(ForwardDialog)
    child(dialog, QPlainTextEdit, "forward_note").setPlainText("Look at the log")
    stage.submit()
    assert not stage.caught
    field = dialog.field("person")
    assert field is not None
    assert field.note.text() == "Choose to whom the ticket is forwarded."
    assert child(dialog, QPlainTextEdit, "forward_note").toPlainText() == "Look at the log"
    assert child(dialog, QLineEdit, "forward_person").hasFocus()


def test_a_ticket_with_a_handler_can_go_back_to_the_queue(stage: Stage) -> None:
    ticket = stage.add_ticket()
    stage.do(HandleTicket(ticket=ticket))
    stage.show(ticket)
    stage.open(ForwardDialog)
    stage.press(Qt.Key.Key_Down)
    stage.submit()
    assert stage.caught == [(ForwardTicket(ticket=ticket, to=None),)]
    assert stage.detail(ticket).handler is None


def test_where_a_target_is_required_the_queue_is_not_offered(stage: Stage) -> None:
    stage.add_source("cp", "cloudpods")
    ticket = stage.add_ticket(source="cp")
    stage.do(HandleTicket(ticket=ticket))
    detail = stage.show(ticket)
    assert "target" in detail.needs["forward_ticket"]
    picker = stage.open(ForwardDialog).findChild(PersonPicker)
    assert picker is not None
    assert "" not in [picker.list.model().index(row, 0).data(Qt.ItemDataRole.UserRole) for row in range(3)]


def test_several_tickets_are_forwarded_by_a_command_each(stage: Stage) -> None:
    tickets = (stage.add_ticket("One"), stage.add_ticket("Two"))
    stage.show(*tickets)
    dialog = stage.open(ForwardDialog)
    stage.press(Qt.Key.Key_Down)
    stage.submit()
    (commands,) = stage.caught
    assert [command.ticket for command in commands if isinstance(command, ForwardTicket)] == list(tickets)
    assert closed(dialog)


def test_a_refused_forward_says_why_and_keeps_the_note(stage: Stage) -> None:
    ticket = stage.add_ticket()
    stage.show(ticket)
    dialog = stage.open(ForwardDialog)
    stage.press(Qt.Key.Key_Down)
    stage.do(CancelTicket(ticket=ticket))  # meanwhile, somewhere else
    child(dialog, QPlainTextEdit, "forward_note").setPlainText("Look at the log")
    stage.submit()
    assert not closed(dialog)
    assert trouble(dialog) == "The ticket was cancelled. Start a new ticket from it instead."
    assert child(dialog, QPlainTextEdit, "forward_note").toPlainText() == "Look at the log"
    assert child(dialog, QPushButton, "forward_ok").isEnabled()


# -------------------------------------------------------------------------------------------------- complete


def test_completing_asks_the_requester_where_the_scheme_does(stage: Stage) -> None:
    ticket = stage.add_ticket(requester=stage.people["noah.okafor"])
    stage.do(HandleTicket(ticket=ticket))
    detail = stage.show(ticket)
    assert detail.complete_kind is StateKind.WAITING_CONFIRMATION
    dialog = stage.open(CompleteDialog)
    assert dialog.objectName() == "confirm_request_dialog"
    stage.type("New toner is in")
    stage.submit()
    assert stage.caught == [(CompleteTicket(ticket=ticket, comment="New toner is in"),)]
    assert stage.detail(ticket).row.kind is StateKind.WAITING_CONFIRMATION


def test_completing_ends_it_where_nobody_is_asked(stage: Stage) -> None:
    stage.add_source("gu", "guance")
    ticket = stage.add_ticket(source="gu")
    stage.do(HandleTicket(ticket=ticket))
    stage.show(ticket)
    dialog = stage.open(CompleteDialog)
    assert dialog.objectName() == "complete_dialog"
    stage.submit()
    assert stage.caught == [(CompleteTicket(ticket=ticket),)]


# -------------------------------------------------------------------------------------------------- close


def worked_on(stage: Stage) -> str:
    """Noah's ticket, handled, as Noah sees it."""
    ticket = stage.add_ticket(requester=stage.people["noah.okafor"])
    stage.do(HandleTicket(ticket=ticket))
    stage.sign_in("noah.okafor")
    stage.show(ticket)
    return ticket


@pytest.mark.rule("CP-42")
def test_the_requester_closes_with_an_answer_and_stars(stage: Stage) -> None:
    ticket = worked_on(stage)
    dialog = stage.open(CloseDialog)
    click(child(dialog, QPushButton, "close_solved_partly"))
    click(child(dialog, QPushButton, "close_rating_4"))
    child(dialog, QPlainTextEdit, "close_comment").setPlainText("Works on floor 2")
    click(child(dialog, QPushButton, "close_ok"))
    assert stage.caught == [(EndTicket(ticket=ticket, solved=Solved.PARTLY, rating=4, comment="Works on floor 2"),)]
    assert stage.detail(ticket).row.kind is StateKind.DONE


def test_staff_give_no_stars(stage: Stage) -> None:
    ticket = stage.add_ticket(requester=stage.people["noah.okafor"])
    stage.do(HandleTicket(ticket=ticket))
    stage.show(ticket)
    dialog = stage.open(CloseDialog)
    assert dialog.findChild(QWidget, "close_rating") is None


def test_what_the_scheme_requires_is_asked_for(stage: Stage) -> None:
    ticket = worked_on(stage)
    needs = {"end_ticket": ("comment", "rating")}
    stage.context.set_detail(replace(stage.detail(ticket), needs=needs))
    dialog = stage.open(CloseDialog)
    stage.submit()
    assert not stage.caught
    assert complaint(dialog, "close_comment") == "Write a comment."
    assert complaint(dialog, "close_rating") == "Choose a rating from 1 to 5."


# ---------------------------------------------------------------------------------------------- confirmation


@pytest.fixture
def asked(stage: Stage) -> str:
    """A ticket whose requester is asked whether it is solved."""
    ticket = stage.add_ticket(requester=stage.people["noah.okafor"])
    stage.do(HandleTicket(ticket=ticket))
    stage.do(CompleteTicket(ticket=ticket))
    stage.sign_in("noah.okafor")
    stage.show(ticket)
    return ticket


def test_the_requester_confirms(stage: Stage, asked: str) -> None:
    dialog = stage.open(ConfirmSolvedDialog)
    click(child(dialog, QPushButton, "confirm_solved_rating_5"))
    stage.submit()
    assert stage.caught == [(ConfirmTicket(ticket=asked, solved=Solved.YES, rating=5),)]
    assert stage.detail(asked).row.kind is StateKind.DONE


@pytest.mark.rule("QK-10")
def test_not_solved_asks_what_is_still_wrong_and_gives_no_stars(stage: Stage, asked: str) -> None:
    dialog = stage.open(ConfirmSolvedDialog, answer=Solved.NO)
    rating = dialog.field("rating")
    assert rating is not None
    assert rating.isHidden()
    stage.submit()
    assert not stage.caught
    assert complaint(dialog, "confirm_solved_comment") == "Write a comment."
    stage.type("Still hums")
    stage.submit()
    assert stage.caught == [(ConfirmTicket(ticket=asked, solved=Solved.NO, comment="Still hums"),)]
    assert stage.detail(asked).row.kind.open


# ----------------------------------------------------------------------------------------- cancel, incomplete


def test_cancelling_gives_the_reason(stage: Stage) -> None:
    stage.sign_in("noah.okafor")
    ticket = stage.add_ticket()
    stage.show(ticket)
    dialog = stage.open(CancelTicketDialog)
    stage.type("Found it")
    click(child(dialog, QPushButton, "cancel_ticket_ok"))
    assert stage.caught == [(CancelTicket(ticket=ticket, reason="Found it"),)]
    assert stage.detail(ticket).row.kind is StateKind.CANCELLED


def test_enter_alone_never_cancels_a_ticket(stage: Stage) -> None:
    stage.show(stage.add_ticket())
    dialog = stage.open(CancelTicketDialog)
    child(dialog, QPushButton, "cancel_ticket_cancel").setFocus()
    stage.press(Qt.Key.Key_Return)
    assert not stage.caught


@pytest.mark.rule("GU-07")
def test_an_incomplete_form_is_returned_with_a_reason(stage: Stage) -> None:
    stage.add_source("gu", "guance")
    stage.do(SetDefaultHandler(source="gu", person=stage.desk.person))
    kind = stage.add_type("Change owner", "gu", form_template="owner.pdf")
    ticket = stage.add_ticket(source="gu", type=kind, files=(stage.add_file("owner.pdf"),))
    stage.show(ticket)
    dialog = stage.open(ReturnIncompleteDialog)
    stage.submit()
    assert complaint(dialog, "return_incomplete_reason") == "Give a reason."
    stage.type("No seal on page 2")
    stage.submit()
    assert stage.caught == [(ReturnIncomplete(ticket=ticket, reason="No seal on page 2"),)]
    assert stage.detail(ticket).incomplete == "No seal on page 2"


# -------------------------------------------------------------------------------------------------- feedback


@pytest.mark.rule("CS-30")
def test_feedback_is_stars_and_words(stage: Stage) -> None:
    ticket = worked_on(stage)
    stage.do(EndTicket(ticket=ticket, solved=Solved.YES))
    stage.show(ticket)
    dialog = stage.open(FeedbackDialog)
    stage.submit()
    assert complaint(dialog, "feedback_rating") == "Choose a rating from 1 to 5."
    click(child(dialog, QPushButton, "feedback_rating_3"))
    child(dialog, QPlainTextEdit, "feedback_comment").setPlainText("Quick")
    stage.submit()
    assert stage.caught == [(RateTicket(ticket=ticket, rating=3, comment="Quick"),)]
    assert stage.detail(ticket).rating == 3


@pytest.mark.rule("CS-30")
def test_feedback_that_came_too_late_says_so_and_keeps_the_words(stage: Stage) -> None:
    ticket = worked_on(stage)
    stage.do(EndTicket(ticket=ticket, solved=Solved.YES))
    stage.show(ticket)
    dialog = stage.open(FeedbackDialog)
    child(dialog, QPlainTextEdit, "feedback_comment").setPlainText("Quick")
    click(child(dialog, QPushButton, "feedback_rating_3"))
    stage.do(RateTicket(ticket=ticket, rating=1))
    stage.submit()
    assert trouble(dialog) == "Feedback was already given, and it is given once."
    assert child(dialog, QPlainTextEdit, "feedback_comment").toPlainText() == "Quick"
