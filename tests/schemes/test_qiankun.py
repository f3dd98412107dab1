"""Qiankun: seven states, confirmation with a rating, forwarding everywhere."""

import pytest

from agentdesk.domain.scheme import ACTORS
from tests.schemes.reading import QIANKUN, found, kinds, leads, open_states


@pytest.mark.rule("QK-23")
@pytest.mark.rule("QK-02")
@pytest.mark.rule("QK-03")
@pytest.mark.rule("QK-04")
@pytest.mark.rule("QK-05")
@pytest.mark.rule("QK-06")
@pytest.mark.rule("QK-07")
def test_qiankun_has_exactly_seven_states_and_never_closes_by_itself() -> None:
    assert kinds(QIANKUN) == {
        "pending": "new",
        "processing": "working",
        "pending_feedback": "waiting_customer",
        "pending_reply": "waiting_staff",
        "pending_confirmation": "waiting_confirmation",
        "closed": "done",
        "cancelled": "cancelled",
    }
    assert QIANKUN.auto_close == ()
    assert not any(QIANKUN.lists("auto_close", by) for by in ACTORS)


@pytest.mark.rule("QK-06")
@pytest.mark.rule("QK-09")
def test_qiankun_only_the_submitter_cancels_and_only_while_pending() -> None:
    assert leads(QIANKUN, "cancel_ticket", "requester") == {"pending": "cancelled"}


@pytest.mark.rule("QK-09")
def test_qiankun_moves_with_the_engineers_work() -> None:
    assert leads(QIANKUN, "handle_ticket", "handler") == {"pending": "processing", "pending_reply": "processing"}
    assert leads(QIANKUN, "reply", "handler") == {
        "processing": "pending_feedback",
        "pending_reply": "pending_feedback",
        "pending_feedback": "pending_feedback",
    }
    handled = ("processing", "pending_reply", "pending_feedback")
    assert leads(QIANKUN, "complete_ticket", "handler") == dict.fromkeys(handled, "pending_confirmation")


@pytest.mark.rule("QK-09")
@pytest.mark.rule("QK-10")
def test_qiankun_moves_with_the_customers_words() -> None:
    assert leads(QIANKUN, "reply", "requester") == {
        "pending": "pending",
        "processing": "processing",
        "pending_reply": "pending_reply",
        "pending_feedback": "pending_reply",
        "pending_confirmation": "pending_reply",
    }


@pytest.mark.rule("QK-05")
@pytest.mark.rule("QK-10")
def test_qiankun_confirmation_closes_with_a_rating_and_a_no_goes_back() -> None:
    for answer in ("yes", "partly"):
        assert leads(QIANKUN, "confirm_ticket", "requester", answer) == {"pending_confirmation": "closed"}
        assert found(QIANKUN, "pending_confirmation", "confirm_ticket", "requester", answer).needs == ("rating",)
    assert leads(QIANKUN, "confirm_ticket", "requester", "no") == {"pending_confirmation": "pending_reply"}
    assert QIANKUN.rating == "on_confirm"
    assert not any(QIANKUN.lists("confirm_ticket", by) for by in ACTORS - {"requester"})


@pytest.mark.rule("QK-12")
def test_qiankun_asks_before_an_unhandled_ticket_is_taken_and_takes_none_from_a_colleague() -> None:
    for state in open_states(QIANKUN):
        taken = found(QIANKUN, state, "handle_ticket", "staff")
        assert (taken.needs, taken.only_if) == (("confirm",), ("no_handler",))
    waiting = {"pending": "processing", "pending_reply": "processing"}
    assert leads(QIANKUN, "handle_ticket", "staff") == {state: state for state in open_states(QIANKUN)} | waiting
    assert found(QIANKUN, "pending", "handle_ticket", "handler").needs == ()


@pytest.mark.parametrize("by", ["handler", "staff", "admin"])
@pytest.mark.rule("QK-13")
def test_qiankun_any_operations_account_forwards_in_every_open_state_and_the_state_stays(by: str) -> None:
    assert leads(QIANKUN, "forward_ticket", by) == {state: state for state in open_states(QIANKUN)}
