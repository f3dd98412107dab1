"""Who is offered what, and why not."""

from dataclasses import replace

import pytest

from agentdesk.domain.action import Action
from agentdesk.domain.entities import Participant, SchemeText
from agentdesk.domain.policy import FOR_ADMINS, available_actions, outlook
from agentdesk.domain.standing import SYSTEM
from agentdesk.domain.values import Channel, Id, StateKind
from tests.builders import (
    ADMIN,
    GONE,
    JONAS,
    LEA,
    MARA,
    NOAH,
    PETRA,
    TICKET,
    WEI,
    Memory,
    a_desk,
    a_ticket,
    a_type,
    an_id,
)

SORTING = {"add_note", "move_ticket", "set_priority", "set_tags", "add_participant", "remove_participant", "share_link"}


def enabled(desk: Memory, person: Id) -> set[str]:
    return {action.command for action in available_actions(desk.ticket(), person, desk) if action.enabled} - SORTING


def reasons(desk: Memory, person: Id) -> dict[str, str]:
    return {action.command: action.reason for action in available_actions(desk.ticket(), person, desk)}


def on_desk(desk: Memory, person: Id) -> set[str]:
    actions = available_actions(None, person, desk)
    assert all(action.enabled for action in actions)
    return {action.command for action in actions}


@pytest.mark.rule("GU-30")
def test_a_pending_guance_ticket_offers_handle_complete_and_forward() -> None:
    desk = a_desk("guance", a_ticket("guance", handler=MARA))
    assert enabled(desk, MARA) == {"handle_ticket", "complete_ticket", "forward_ticket"}
    assert enabled(desk, JONAS) == set()


@pytest.mark.rule("GU-30", "GU-07")
def test_a_type_with_a_form_can_be_returned_as_incomplete() -> None:
    form, plain = a_type(an_id(50), "guance", form_template="form.pdf"), a_type(an_id(51), "guance", name="Others")
    desk = a_desk("guance", a_ticket("guance", handler=MARA, type=form.id), form, plain)
    assert enabled(desk, MARA) == {"handle_ticket", "complete_ticket", "forward_ticket", "return_incomplete"}
    desk.change(type=plain.id)
    assert reasons(desk, MARA)["return_incomplete"] == "no-form-needed"


@pytest.mark.rule("GU-31")
def test_in_process_guance_offers_reply_and_complete_alone() -> None:
    desk = a_desk("guance", a_ticket("guance", state="processing", handler=MARA))
    assert enabled(desk, MARA) == {"reply", "complete_ticket"}
    assert reasons(desk, MARA)["handle_ticket"] == "already-handler"
    assert reasons(desk, MARA)["forward_ticket"] == "not-in-this-state"


@pytest.mark.rule("GU-31")
def test_an_administrator_forwards_only_what_its_handler_left_behind() -> None:
    desk = a_desk("guance", a_ticket("guance", state="processing", handler=MARA))
    assert reasons(desk, ADMIN)["forward_ticket"] == "handler-available"
    desk.change(handler=GONE)
    assert "forward_ticket" in enabled(desk, ADMIN)
    desk.change(handler=WEI)
    assert "forward_ticket" in enabled(desk, ADMIN)


@pytest.mark.rule("GU-11", "GU-12", "GU-20", "GU-32")
@pytest.mark.parametrize(("state", "reason"), [("completed", "ticket-closed"), ("cancelled", "ticket-cancelled")])
def test_an_ended_guance_ticket_is_for_reading(state: str, reason: str) -> None:
    desk = a_desk("guance", a_ticket("guance", state=state, handler=MARA))
    for person in (NOAH, MARA, JONAS, ADMIN):
        assert enabled(desk, person) == {"follow_up_ticket"}
        assert set(reasons(desk, person).values()) == {"", reason}


@pytest.mark.rule("QK-11", "QK-12")
def test_a_ticket_that_another_engineer_has_opens_without_being_taken() -> None:
    desk = a_desk("qiankun", a_ticket("qiankun"))
    assert "handle_ticket" in enabled(desk, JONAS)
    desk.change(state="processing", handler=MARA)
    assert reasons(desk, JONAS)["handle_ticket"] == "already-handled"
    assert reasons(desk, JONAS)["reply"] == "already-handled"
    assert reasons(desk, MARA)["handle_ticket"] == "already-handler"


@pytest.mark.rule("QK-09")
def test_an_engineer_takes_a_pending_ticket_before_writing() -> None:
    desk = a_desk("qiankun", a_ticket("qiankun"))
    assert reasons(desk, MARA)["reply"] == "handle-first"
    desk.change(handler=MARA)
    assert reasons(desk, MARA)["reply"] == "handle-first"


def test_staff_without_a_way_to_take_it_wait_for_the_state() -> None:
    desk = a_desk("cloudpods", a_ticket("cloudpods", state="in_process"))
    assert reasons(desk, JONAS)["reply"] == "not-in-this-state"
    assert reasons(desk, JONAS)["handle_ticket"] == "not-in-this-state"


@pytest.mark.rule("QK-09")
def test_only_the_submitter_cancels_and_confirms() -> None:
    desk = a_desk("qiankun", a_ticket("qiankun", state="pending_confirmation", handler=MARA))
    assert "confirm_ticket" in enabled(desk, NOAH)
    for person in (MARA, JONAS, ADMIN, PETRA):
        assert not {"confirm_ticket", "cancel_ticket"} & set(reasons(desk, person))


@pytest.mark.rule("CP-46", "CP-67")
def test_cloudpods_lets_an_administrator_take_and_then_answer() -> None:
    desk = a_desk("cloudpods", a_ticket("cloudpods"))
    assert "handle_ticket" in enabled(desk, ADMIN)
    desk.change(state="in_process", handler=ADMIN)
    assert "reply" in enabled(desk, ADMIN)


@pytest.mark.rule("CP-44")
def test_end_is_not_offered_on_a_closed_ticket() -> None:
    desk = a_desk("cloudpods", a_ticket("cloudpods", state="closed"))
    assert reasons(desk, NOAH)["end_ticket"] == "ticket-closed"


@pytest.mark.rule("CS-23", "CS-27")
def test_the_hub_answers_only_in_threads_of_letters() -> None:
    desk = a_desk("customer-hub", a_ticket("customer-hub", channel=Channel.EMAIL))
    assert "reply" in enabled(desk, NOAH) & enabled(desk, PETRA)
    for channel in (Channel.PHONE, Channel.CHAT, Channel.CONFERENCE):
        desk.change(channel=channel)
        assert reasons(desk, NOAH)["reply"] == "no-email-thread"
    desk.change(channel=Channel.EMAIL, state="closed")
    assert reasons(desk, NOAH)["reply"] == "ticket-closed"


@pytest.mark.rule("CS-27")
def test_linked_users_read_and_do_not_reply() -> None:
    link = Participant(id=an_id(70), ticket=TICKET, person=LEA)
    desk = a_desk("customer-hub", a_ticket("customer-hub"), link)
    assert available_actions(desk.ticket(), LEA, desk) == (Action("follow_up_ticket", False, "not-closed-yet"),)
    desk.put(replace(link, active=False))
    assert set(reasons(desk, LEA).values()) == {"not-found"}


@pytest.mark.rule("CS-29")
def test_the_owner_closes_the_organisation_administrator_does_not() -> None:
    desk = a_desk("customer-hub", a_ticket("customer-hub", handler=MARA))
    for person, may in ((NOAH, True), (MARA, True), (ADMIN, True), (PETRA, False), (JONAS, False)):
        assert ("end_ticket" in enabled(desk, person)) is may
    assert "end_ticket" not in reasons(desk, PETRA)


@pytest.mark.rule("CS-30")
def test_feedback_replaces_close_and_is_given_once() -> None:
    desk = a_desk("customer-hub", a_ticket("customer-hub"))
    assert reasons(desk, NOAH)["rate_ticket"] == "rating-too-early"
    desk.change(state="closed")
    assert enabled(desk, NOAH) == {"rate_ticket", "follow_up_ticket"}
    assert "rate_ticket" not in enabled(desk, PETRA) | enabled(desk, MARA)
    desk.change(rating=4)
    assert reasons(desk, NOAH)["rate_ticket"] == "already-rated"


def test_a_cancelled_ticket_gets_no_feedback() -> None:
    desk = a_desk("agentdesk", a_ticket(state="cancelled"))
    assert reasons(desk, NOAH)["rate_ticket"] == "ticket-cancelled"


@pytest.mark.rule("GU-20")
def test_guance_is_never_rated() -> None:
    desk = a_desk("guance", a_ticket("guance", state="completed"))
    assert "rate_ticket" not in reasons(desk, NOAH)


@pytest.mark.rule("RS-17", "RS-11")
def test_transfer_is_in_no_answer() -> None:
    desk = a_desk("reseller", a_ticket("reseller", state="replied", handler=MARA))
    assert "transfer_upstream" not in reasons(desk, MARA)
    assert {"move_ticket", "end_ticket"} <= {
        a.command for a in available_actions(desk.ticket(), MARA, desk) if a.enabled
    }


@pytest.mark.rule("RS-09")
def test_the_partner_accepts_by_hand_first() -> None:
    desk = a_desk("reseller", a_ticket("reseller"))
    assert reasons(desk, MARA)["reply"] == reasons(desk, MARA)["end_ticket"] == "handle-first"


def test_a_ticket_out_of_sight_is_not_found_for_every_command() -> None:
    desk = a_desk("agentdesk", a_ticket())
    assert set(reasons(desk, WEI).values()) == {"not-found"}
    assert set(reasons(desk, an_id(7_777)).values()) == {"person-disabled"}
    assert set(reasons(desk, GONE).values()) == {"person-disabled"}


def test_a_handler_who_was_taken_off_the_list_sees_and_does_nothing() -> None:
    desk = a_desk("agentdesk", a_ticket(state="processing", handler=WEI))
    assert available_actions(desk.ticket(), WEI, desk) == ()


def test_the_system_is_offered_what_the_system_does() -> None:
    desk = a_desk("cloudpods", a_ticket("cloudpods", state="pending"))
    assert enabled(desk, SYSTEM) == {"auto_close"}
    assert available_actions(None, SYSTEM, desk) == ()


def test_who_asks_for_their_own_ticket_is_a_requester_first() -> None:
    desk = a_desk("agentdesk", a_ticket(requester=JONAS, state="feedback", handler=MARA))
    view = outlook(desk.ticket(), JONAS, desk)
    transition, _ = view.attempt("reply")
    assert transition
    assert transition.by == "requester"


def test_staff_who_ask_for_their_own_ticket_are_told_about_its_state() -> None:
    desk = a_desk("agentdesk", a_ticket(requester=JONAS, state="processing", handler=MARA))
    assert reasons(desk, JONAS)["cancel_ticket"] == "not-in-this-state"


def test_a_scheme_in_which_taking_changes_nothing_says_so_to_the_handler() -> None:
    desk = a_desk("agentdesk", a_ticket(state="processing", handler=MARA))
    own = '\n[[transition]]\naction = "handle_ticket"\nby = "handler"\nfrom = ["processing"]\n'
    text = desk.get("scheme", "agentdesk")
    assert isinstance(text, SchemeText)
    desk.put(replace(text, text=text.text + own))
    assert reasons(desk, MARA)["handle_ticket"] == "already-handler"


def test_the_button_knows_where_completing_leads() -> None:
    desk = a_desk("agentdesk", a_ticket(handler=MARA))
    view = outlook(desk.ticket(), MARA, desk)
    assert view.leads_to("complete_ticket") is StateKind.DONE
    assert view.leads_to("confirm_ticket") is None
    desk.change(state="processing")
    assert outlook(desk.ticket(), MARA, desk).leads_to("complete_ticket") is StateKind.WAITING_CONFIRMATION


# ------------------------------------------------------------------------------------------------- on the desk


@pytest.mark.rule("GU-35")
def test_a_requester_is_offered_nothing_of_the_back_office() -> None:
    assert on_desk(a_desk(), NOAH) == {
        "submit_ticket", "save_view", "apply", "set_delegate", "revoke_delegate", "restore_resource",
    }  # fmt: skip


@pytest.mark.rule("GU-33")
def test_only_administrators_set_the_desk_up() -> None:
    desk = a_desk()
    assert set(FOR_ADMINS) <= on_desk(desk, ADMIN)
    assert not set(FOR_ADMINS) & on_desk(desk, MARA)
    assert on_desk(desk, MARA) - on_desk(desk, NOAH) == {
        "log_call", "receive_email", "record_ticket", "record_message", "save_canned_reply",
    }  # fmt: skip
    assert "log_call" not in on_desk(desk, ADMIN)


def test_somebody_disabled_can_do_nothing_and_is_told_so() -> None:
    actions = available_actions(None, GONE, a_desk())
    assert {(action.enabled, action.reason) for action in actions} == {(False, "person-disabled")}
