"""Our own scheme: the table of legal actions in one vocabulary."""

from collections.abc import Mapping

import pytest

from agentdesk.domain.scheme import ACTORS
from tests.schemes.reading import EVERYWHERE, FILING, LATER, OWN, found, leads, offered, open_states


def test_our_states_carry_the_words_of_the_design() -> None:
    assert [(state.id, *state.label.values()) for state in OWN.states] == [
        ("pending", "Pending", "待受理", "Ausstehend"),
        ("processing", "Processing", "处理中", "In Bearbeitung"),
        ("feedback", "Pending feedback", "待反馈", "Wartet auf Rückmeldung"),
        ("reply", "Pending reply", "待回复", "Antwort nötig"),
        ("confirm", "Pending confirmation", "待确认", "Wartet auf Bestätigung"),
        ("closed", "Closed", "已关闭", "Geschlossen"),
        ("cancelled", "Cancelled", "已取消", "Abgebrochen"),
    ]


LEGAL: Mapping[str, Mapping[str, set[str]]] = {
    "pending": {
        "handler": {"handle_ticket", "forward_ticket", "complete_ticket"},
        "staff": {"handle_ticket", "forward_ticket"},
        "requester": {"reply", "cancel_ticket"},
    },
    "processing": {
        "handler": {
            *("reply", "complete_ticket", "forward_ticket", "end_ticket"),
            *("transfer_upstream", "escalate", "ask_authorization"),
        },
        "staff": {"handle_ticket"},
        "requester": {"reply", "end_ticket"},
    },
    "feedback": {
        "handler": {"reply", "complete_ticket", "forward_ticket", "end_ticket"},
        "staff": {"handle_ticket"},
        "requester": {"reply", "end_ticket"},
    },
    "reply": {
        "handler": {"reply", "complete_ticket", "forward_ticket", "transfer_upstream", "end_ticket"},
        "staff": {"handle_ticket"},
        "requester": {"reply", "end_ticket"},
    },
    "confirm": {
        "handler": {"end_ticket"},
        "staff": set(),
        "requester": {"confirm_ticket", "reply", "end_ticket"},
    },
}
"""The table of legal actions, without notes and without what sorts a ticket or goes on beside it."""


@pytest.mark.parametrize("state", LEGAL)
def test_our_scheme_is_the_table_of_legal_actions(state: str) -> None:
    beside = EVERYWHERE | FILING | LATER
    assert {by: offered(OWN, state, by, beside) for by in LEGAL[state]} == LEGAL[state]


@pytest.mark.parametrize("state", LEGAL)
def test_our_staff_sort_a_ticket_in_every_open_state(state: str) -> None:
    assert all(offered(OWN, state, by) >= FILING for by in ("handler", "staff"))


def test_our_answers_wait_for_the_customer_and_the_customers_words_for_us() -> None:
    assert leads(OWN, "reply", "handler") == dict.fromkeys(("processing", "reply", "feedback"), "feedback")
    assert leads(OWN, "reply", "requester") == {
        "pending": "pending",
        "processing": "processing",
        "reply": "reply",
        "feedback": "reply",
        "confirm": "reply",
    }


def test_our_completion_closes_what_is_pending_and_asks_the_customer_about_the_rest() -> None:
    assert leads(OWN, "complete_ticket", "handler") == {
        "pending": "closed",
        "processing": "confirm",
        "feedback": "confirm",
        "reply": "confirm",
    }
    assert leads(OWN, "confirm_ticket", "requester", "yes") == {"confirm": "closed"}
    assert leads(OWN, "confirm_ticket", "requester", "partly") == {"confirm": "closed"}
    assert leads(OWN, "confirm_ticket", "requester", "no") == {"confirm": "reply"}


def test_our_taking_over_keeps_the_state_and_asks_first() -> None:
    kept = {"processing": "processing", "feedback": "feedback", "reply": "reply"}
    assert leads(OWN, "handle_ticket", "staff") == {"pending": "processing", **kept}
    assert all(found(OWN, state, "handle_ticket", "staff").needs == ("confirm",) for state in kept)


def test_our_administrator_forwards_and_closes_for_a_handler_off_duty() -> None:
    assert set(leads(OWN, "end_ticket", "admin")) == open_states(OWN)
    assert set(leads(OWN, "forward_ticket", "admin")) == {"pending", "processing", "feedback", "reply"}


def test_our_scheme_closes_nothing_by_itself_and_takes_a_rating_with_the_end() -> None:
    assert (OWN.auto_close, OWN.rating, OWN.work_starts_on_open) == ((), "on_end", False)
    assert not any(OWN.lists("auto_close", by) for by in ACTORS)


@pytest.mark.parametrize("action", ["reply", "return_to_partner", "close_upstream"])
def test_our_upstream_acts_on_what_is_being_worked_on_and_moves_no_state(action: str) -> None:
    worked_on = open_states(OWN) - {"pending"}
    assert leads(OWN, action, "upstream") == {state: state for state in worked_on}
