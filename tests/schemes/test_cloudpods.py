"""Cloudpods: technical support that begins with View and ends with the user or after three days."""

import pytest

from agentdesk.domain.scheme import ACTORS, AutoClose
from tests.schemes.reading import CLOUDPODS, SCHEMES, found, kinds, leads, open_states


@pytest.mark.rule("CP-48")
def test_cloudpods_has_the_five_states_of_its_support() -> None:
    assert kinds(CLOUDPODS) == {
        "open": "new",
        "in_process": "working",
        "pending": "waiting_customer",
        "reopen": "waiting_staff",
        "closed": "done",
    }
    english = ["Submitted", "Processing", "Pending user feedback", "Waiting for processing", "Closed"]
    assert [CLOUDPODS.label(state, "en") for state in kinds(CLOUDPODS)] == english


@pytest.mark.rule("CP-41")
def test_cloudpods_a_users_addition_moves_only_what_waits_for_the_user() -> None:
    assert leads(CLOUDPODS, "reply", "requester") == {
        "open": "open",
        "in_process": "in_process",
        "reopen": "reopen",
        "pending": "reopen",
    }


@pytest.mark.rule("CP-42")
def test_cloudpods_the_submitter_ends_and_rates_in_every_open_state_and_nobody_else_does() -> None:
    assert leads(CLOUDPODS, "end_ticket", "requester") == dict.fromkeys(open_states(CLOUDPODS), "closed")
    assert all(found(CLOUDPODS, state, "end_ticket", "requester").needs == ("rating",) for state in ("open", "pending"))
    assert CLOUDPODS.rating == "on_end"
    ends = {"end_ticket", "complete_ticket", "confirm_ticket", "cancel_ticket"}
    assert not any(CLOUDPODS.lists(action, by) for action in ends for by in ACTORS - {"requester"})


def test_cloudpods_closes_after_three_days_of_pending_feedback() -> None:
    assert CLOUDPODS.auto_close == (AutoClose("pending", 3),)
    assert leads(CLOUDPODS, "auto_close", "system") == {"pending": "closed"}


@pytest.mark.rule("CP-46")
def test_cloudpods_view_starts_the_work_on_what_waits_for_support() -> None:
    assert CLOUDPODS.work_starts_on_open
    for by in ("handler", "staff"):
        assert leads(CLOUDPODS, "handle_ticket", by) == {"open": "in_process", "reopen": "in_process"}
    assert [scheme.id for scheme in SCHEMES.values() if scheme.work_starts_on_open] == ["cloudpods"]


def test_cloudpods_an_administrator_may_handle() -> None:
    assert CLOUDPODS.lists("handle_ticket", "admin")


@pytest.mark.rule("CP-47")
def test_cloudpods_answer_waits_for_the_user_and_a_second_one_does_not_enter_the_state_again() -> None:
    assert leads(CLOUDPODS, "reply", "handler") == {"in_process": "pending", "pending": "pending"}
    assert found(CLOUDPODS, "pending", "reply", "handler").to is None
