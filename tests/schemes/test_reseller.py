"""Reseller: accepted by hand, worked on by both sides, closed by the partner."""

import pytest

from agentdesk.domain.scheme import ACTORS
from tests.schemes.reading import RESELLER, kinds, leads, offered, open_states


@pytest.mark.rule("RS-18a")
def test_reseller_has_six_statuses_with_the_words_of_the_document() -> None:
    assert kinds(RESELLER) == {
        "unhandled": "new",
        "accepted": "working",
        "replied": "waiting_customer",
        "transferred": "working",
        "returned": "waiting_staff",
        "completed": "done",
    }
    chinese = {state: RESELLER.label(state, "zh") for state in ("accepted", "replied", "returned", "completed")}
    assert chinese == {"accepted": "已接单", "replied": "已回复", "returned": "已回转", "completed": "已完成"}


@pytest.mark.rule("RS-18a")
def test_reseller_status_follows_the_partner_not_the_member() -> None:
    assert leads(RESELLER, "reply", "handler") == {
        "accepted": "replied",
        "returned": "replied",
        "replied": "replied",
        "transferred": "transferred",
    }
    assert leads(RESELLER, "reply", "requester") == {state: state for state in open_states(RESELLER)}


@pytest.mark.rule("RS-09")
def test_reseller_is_accepted_by_hand_before_anything_is_done_with_it() -> None:
    assert leads(RESELLER, "handle_ticket", "staff") == {"unhandled": "accepted"}
    worked = {"reply", "end_ticket", "move_ticket", "sync_link", "transfer_upstream"}
    assert not offered(RESELLER, "unhandled", "handler") & worked
    assert offered(RESELLER, "accepted", "handler") >= worked


@pytest.mark.rule("RS-14")
def test_reseller_transfers_what_it_has_and_again_what_came_back() -> None:
    transferred = dict.fromkeys(("accepted", "replied", "returned"), "transferred")
    assert leads(RESELLER, "transfer_upstream", "handler") == transferred


@pytest.mark.rule("RS-12")
@pytest.mark.rule("RS-13")
@pytest.mark.rule("RS-15")
def test_reseller_upstream_writes_gives_back_or_closes_only_while_it_has_the_ticket() -> None:
    assert all(offered(RESELLER, state, "upstream") == set() for state in open_states(RESELLER) - {"transferred"})
    assert leads(RESELLER, "reply", "upstream") == {"transferred": "transferred"}
    assert leads(RESELLER, "return_to_partner", "upstream") == {"transferred": "returned"}
    assert leads(RESELLER, "close_upstream", "upstream") == {"transferred": "replied"}
    assert "reply" in offered(RESELLER, "transferred", "handler")


@pytest.mark.rule("RS-16")
def test_reseller_is_closed_only_by_the_partner() -> None:
    assert {by for by in ACTORS if RESELLER.lists("end_ticket", by)} == {"handler", "admin"}
    ways_out = {one.action for one in RESELLER.transitions if one.to == "completed"}
    assert ways_out == {"end_ticket"}
