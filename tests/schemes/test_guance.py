"""Guance: the four states of its document, and the scheme of its present documentation."""

import pytest

from agentdesk.domain.scheme import AutoClose
from tests.schemes.reading import CURRENT, GUANCE, found, kinds, leads, offered, open_states


@pytest.mark.rule("GU-13")
@pytest.mark.rule("GU-14")
def test_guance_has_exactly_four_states_and_begins_pending() -> None:
    assert kinds(GUANCE) == {
        "pending": "new",
        "processing": "working",
        "completed": "done",
        "cancelled": "cancelled",
    }
    assert GUANCE.initial == "pending"
    assert [GUANCE.label(state, "zh") for state in kinds(GUANCE)] == ["待受理", "处理中", "已完成", "已取消"]


@pytest.mark.rule("GU-09")
@pytest.mark.rule("GU-15")
def test_guance_lets_the_user_cancel_only_while_pending() -> None:
    assert leads(GUANCE, "cancel_ticket", "requester") == {"pending": "cancelled"}


@pytest.mark.rule("GU-10")
@pytest.mark.rule("GU-16")
def test_guance_handle_makes_a_pending_ticket_in_process() -> None:
    assert leads(GUANCE, "handle_ticket", "handler") == {"pending": "processing"}


@pytest.mark.rule("GU-17")
@pytest.mark.rule("GU-19")
def test_guance_completes_a_pending_ticket_and_one_in_process() -> None:
    completed = {"pending": "completed", "processing": "completed"}
    assert leads(GUANCE, "complete_ticket", "handler") == completed


@pytest.mark.rule("GU-18")
def test_guance_forwards_only_what_is_pending_and_leaves_it_pending() -> None:
    assert leads(GUANCE, "forward_ticket", "handler") == {"pending": "pending"}


@pytest.mark.rule("GU-30")
def test_guance_offers_a_pending_ticket_three_operations_and_the_return_of_a_form() -> None:
    three = {"handle_ticket", "complete_ticket", "forward_ticket"}
    assert offered(GUANCE, "pending", "handler") == three | {"return_incomplete"}
    returned = found(GUANCE, "pending", "return_incomplete", "handler")
    assert (returned.only_if, returned.to, returned.needs) == (("has_form",), None, ("reason",))


@pytest.mark.rule("GU-30")
def test_guance_offers_the_pending_row_to_other_staff_only_while_nobody_handles_it() -> None:
    three = {"handle_ticket", "complete_ticket", "forward_ticket"}
    assert offered(GUANCE, "pending", "staff") == three | {"return_incomplete"}
    assert {found(GUANCE, "pending", action, "staff").only_if for action in three} == {("no_handler",)}
    assert found(GUANCE, "pending", "return_incomplete", "staff").only_if == ("no_handler", "has_form")
    assert offered(GUANCE, "processing", "staff") == set()


@pytest.mark.rule("GU-31")
def test_guance_in_process_offers_only_the_answer_and_completion() -> None:
    assert offered(GUANCE, "processing", "handler") == {"reply", "complete_ticket"}


@pytest.mark.rule("GU-31")
def test_guance_administrator_forwards_when_the_handler_cannot() -> None:
    assert offered(GUANCE, "processing", "admin") == {"forward_ticket"}
    assert found(GUANCE, "processing", "forward_ticket", "admin").only_if == ("handler_unavailable",)


@pytest.mark.rule("GU-26")
def test_guance_both_sides_write_while_it_is_in_process() -> None:
    assert leads(GUANCE, "reply", "requester") == {"pending": "pending", "processing": "processing"}
    assert leads(GUANCE, "reply", "handler") == {"processing": "processing"}


@pytest.mark.rule("GU-20")
def test_guance_is_never_rated_and_never_closes_by_itself() -> None:
    assert (GUANCE.rating, GUANCE.auto_close, GUANCE.work_starts_on_open) == ("never", (), False)


@pytest.mark.rule("GU-R1")
def test_the_current_guance_moves_between_question_and_answer() -> None:
    assert list(kinds(CURRENT)) == [
        *("waiting_for_assignment", "waiting_for_feedback", "feedback_provided", "closed", "cancelled"),
    ]
    assert leads(CURRENT, "handle_ticket", "staff") == {"waiting_for_assignment": "waiting_for_feedback"}
    assert leads(CURRENT, "reply", "handler") == {
        "waiting_for_feedback": "feedback_provided",
        "feedback_provided": "feedback_provided",
    }
    assert leads(CURRENT, "reply", "requester")["feedback_provided"] == "waiting_for_feedback"


@pytest.mark.rule("GU-R1")
def test_the_current_guance_is_closed_by_its_user_at_any_time_or_by_seven_silent_days() -> None:
    assert leads(CURRENT, "end_ticket", "requester") == dict.fromkeys(open_states(CURRENT), "closed")
    assert CURRENT.auto_close == (AutoClose("feedback_provided", 7),)
    assert leads(CURRENT, "auto_close", "system") == {"feedback_provided": "closed"}
    assert leads(CURRENT, "end_ticket", "system") == dict.fromkeys(open_states(CURRENT), "closed")


@pytest.mark.rule("GU-R1")
def test_the_current_guance_is_cancelled_only_before_it_is_assigned() -> None:
    assert leads(CURRENT, "cancel_ticket", "requester") == {"waiting_for_assignment": "cancelled"}


def test_the_current_guance_is_rated_after_it_closed() -> None:
    assert CURRENT.rating == "after_close"


@pytest.mark.rule("GU-R1")
def test_the_current_guance_assigns_what_is_forwarded_while_it_waits_for_that() -> None:
    onward = {"waiting_for_feedback": "waiting_for_feedback", "feedback_provided": "feedback_provided"}
    assert leads(CURRENT, "forward_ticket", "handler") == {"waiting_for_assignment": "waiting_for_feedback", **onward}
    assert leads(CURRENT, "forward_ticket", "staff") == {"waiting_for_assignment": "waiting_for_feedback"}
