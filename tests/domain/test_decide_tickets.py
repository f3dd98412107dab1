"""What the commands that work on a ticket change."""

from dataclasses import replace

import pytest

from agentdesk.domain import commands as c
from agentdesk.domain.entities import Message, SchemeText, Ticket
from agentdesk.domain.values import DAY, MessageKind, Solved, StateKind, Visibility
from tests.builders import (
    ADMIN,
    GONE,
    JONAS,
    MARA,
    NOAH,
    NOON,
    PETRA,
    SECOND,
    TICKET,
    WEI,
    Memory,
    a_desk,
    a_ticket,
    a_type,
    an_id,
)


def the_desk(scheme: str = "agentdesk", **fields: object) -> Memory:
    return a_desk(scheme, a_ticket(scheme, **fields))


def handle() -> c.HandleTicket:
    return c.HandleTicket(ticket=TICKET)


def forward(to: str | None, **fields: object) -> c.ForwardTicket:
    return c.ForwardTicket(ticket=TICKET, to=to, **fields)  # type: ignore[arg-type]


def notices(desk: Memory) -> list[tuple[str, str]]:
    return [(m.code, m.visibility.value) for m in desk.thread() if m.kind is MessageKind.SYSTEM]


# ---------------------------------------------------------------------------------------------- taking it


@pytest.mark.rule("GU-16", "GU-10", "RS-10")
def test_handling_takes_the_ticket_and_is_the_moment_of_response() -> None:
    desk = the_desk("guance")
    desk.do(handle(), MARA)
    ticket = desk.ticket()
    assert (ticket.handler, ticket.state, ticket.kind) == (MARA, "processing", StateKind.WORKING)
    assert ticket.responded == ticket.state_since == ticket.last_activity == desk.at
    assert notices(desk) == [("ticket-handled", "everyone")]


@pytest.mark.rule("RS-10")
def test_the_response_time_is_that_of_the_first_accept() -> None:
    desk = the_desk()
    desk.do(handle(), MARA)
    first = desk.ticket().responded
    desk.do(handle(), JONAS)
    assert desk.ticket().handler == JONAS
    assert desk.ticket().responded == first
    last = desk.thread()[-1]
    assert (last.code, last.visibility, last.data) == ("ticket-taken-over", Visibility.STAFF, ("from_name=Mara Lindt",))


def test_handling_again_what_is_mine_is_refused() -> None:
    desk = the_desk(state="processing", handler=MARA)
    assert desk.refusal(handle(), MARA).code == "already-handler"


@pytest.mark.rule("QK-12")
def test_what_another_engineer_has_cannot_be_taken() -> None:
    desk = the_desk("qiankun", state="processing", handler=MARA)
    assert desk.refusal(handle(), JONAS).code == "already-handled"


@pytest.mark.rule("QK-09")
def test_the_handler_starts_again_after_the_users_answer() -> None:
    desk = the_desk("qiankun", state="pending_reply", handler=MARA)
    desk.do(handle(), MARA)
    assert desk.ticket().state == "processing"


# ----------------------------------------------------------------------------------------------- passing it on


@pytest.mark.rule("GU-18", "GU-34")
def test_forward_gives_a_pending_ticket_another_handler_and_leaves_it_pending() -> None:
    desk = the_desk("guance", handler=MARA)
    before = desk.ticket()
    desk.do(forward(JONAS), MARA)
    after = desk.ticket()
    assert (after.handler, after.state, after.state_since) == (JONAS, "pending", before.state_since)
    assert notices(desk) == [("ticket-forwarded", "staff")]
    assert desk.thread()[0].data == ("to_name=Jonas Beck",)


@pytest.mark.rule("GU-34")
def test_a_forward_goes_only_to_somebody_on_the_handlers_list() -> None:
    desk = the_desk(handler=MARA)
    assert desk.refusal(forward(ADMIN), MARA).code == "not-a-handler"
    assert desk.refusal(forward(NOAH), MARA).data["name"] == "Noah Okafor"
    assert desk.refusal(forward(GONE), MARA).code == "person-disabled"
    assert desk.refusal(forward(an_id(9)), MARA).code == "not-found"
    assert desk.refusal(forward(MARA), MARA).code == "already-handler"


def test_a_forward_can_carry_a_note_and_tell_the_requester() -> None:
    desk = the_desk(handler=MARA)
    desk.do(forward(JONAS, note_html="<p>Customer is <b>upset</b></p>", tell_requester=True), MARA)
    assert notices(desk) == [("ticket-forwarded", "staff"), ("handler-changed", "everyone")]
    note = desk.thread()[-1]
    assert (note.kind, note.visibility, note.author) == (MessageKind.NOTE, Visibility.STAFF, MARA)
    assert note.body_text == "Customer is upset"


def test_without_a_target_it_goes_back_to_the_queue_where_the_scheme_allows_that() -> None:
    desk = the_desk(state="processing", handler=MARA)
    desk.do(forward(None, note_html="Not mine"), MARA)
    assert desk.ticket().handler is None
    assert notices(desk) == [("ticket-requeued", "staff")]
    assert desk.thread()[-1].body_text == "Not mine"
    assert desk.refusal(forward(None), ADMIN).code == "target-required"
    desk = the_desk("guance", handler=MARA)
    assert desk.refusal(forward(None), MARA).code == "target-required"


@pytest.mark.rule("GU-R1")
def test_in_guance_as_it_is_now_forwarding_assigns() -> None:
    desk = the_desk("guance-current")
    desk.do(forward(JONAS), MARA)
    assert (desk.ticket().state, desk.ticket().handler) == ("waiting_for_feedback", JONAS)


# ------------------------------------------------------------------------------------------------- ending it


@pytest.mark.rule("GU-17", "GU-19", "GU-11")
@pytest.mark.parametrize("state", ["pending", "processing"])
def test_completing_ends_a_guance_ticket(state: str) -> None:
    desk = the_desk("guance", state=state, handler=MARA)
    desk.do(c.CompleteTicket(ticket=TICKET, comment="Unbound."), MARA)
    ticket = desk.ticket()
    assert (ticket.state, ticket.kind, ticket.closed) == ("completed", StateKind.DONE, desk.at)
    assert desk.thread()[-1].code == "ticket-completed"
    assert (desk.thread()[-1].body_text, desk.thread()[-1].body_html) == ("Unbound.", "<p>Unbound.</p>")


@pytest.mark.rule("GU-17")
def test_whoever_completes_a_ticket_that_nobody_had_is_its_handler() -> None:
    desk = the_desk("guance")
    desk.do(c.CompleteTicket(ticket=TICKET), JONAS)
    assert (desk.ticket().handler, desk.ticket().responded) == (JONAS, None)


@pytest.mark.rule("QK-05", "QK-09")
@pytest.mark.parametrize("state", ["processing", "pending_feedback", "pending_reply"])
def test_marking_as_handled_asks_the_user(state: str) -> None:
    desk = the_desk("qiankun", state=state, handler=MARA)
    desk.do(c.CompleteTicket(ticket=TICKET), MARA)
    assert (desk.ticket().state, desk.ticket().closed) == ("pending_confirmation", None)
    assert notices(desk) == [("confirmation-requested", "everyone")]


def confirm(solved: Solved, rating: int | None = None, comment: str = "") -> c.ConfirmTicket:
    return c.ConfirmTicket(ticket=TICKET, solved=solved, rating=rating, comment=comment)


@pytest.mark.rule("QK-05", "QK-08", "QK-09")
@pytest.mark.parametrize("solved", [Solved.YES, Solved.PARTLY])
def test_confirming_closes_and_rates(solved: Solved) -> None:
    desk = the_desk("qiankun", state="pending_confirmation", handler=MARA)
    assert desk.refusal(confirm(solved), NOAH).code == "rating-required"
    desk.do(confirm(solved, 5, "Quick!"), NOAH)
    ticket = desk.ticket()
    assert (ticket.state, ticket.solved, ticket.rating, ticket.rating_comment) == ("closed", solved, 5, "Quick!")
    assert ticket.last_customer_activity == ticket.closed == desk.at
    assert desk.thread()[-1].data == (f"solved={solved.value}",)


@pytest.mark.rule("QK-10", "QK-07")
def test_a_refused_solution_goes_to_pending_reply() -> None:
    desk = the_desk("qiankun", state="pending_confirmation", handler=MARA)
    assert desk.refusal(confirm(Solved.NO, 1), NOAH).code == "rating-not-offered"
    desk.do(confirm(Solved.NO, comment="Still hums"), NOAH)
    ticket = desk.ticket()
    assert (ticket.state, ticket.solved, ticket.rating, ticket.closed) == ("pending_reply", None, None, None)
    assert [(m.code, m.body_text) for m in desk.thread()] == [("solution-refused", "Still hums")]


@pytest.mark.rule("CP-42")
@pytest.mark.parametrize("state", ["open", "in_process", "pending", "reopen"])
def test_the_user_ends_a_support_ticket_in_every_open_state(state: str) -> None:
    desk = the_desk("cloudpods", state=state, handler=MARA)
    assert desk.refusal(c.EndTicket(ticket=TICKET, solved=Solved.NO), NOAH).code == "rating-required"
    assert desk.refusal(c.EndTicket(ticket=TICKET, rating=2), NOAH).code == "rating-required"  # and: was it solved?
    desk.do(c.EndTicket(ticket=TICKET, solved=Solved.NO, rating=2, comment="Too slow"), NOAH)
    ticket = desk.ticket()
    assert (ticket.state, ticket.solved, ticket.rating, ticket.rating_comment) == ("closed", Solved.NO, 2, "Too slow")


@pytest.mark.rule("RS-16")
def test_only_the_partner_closes_and_then_neither_side_can_act() -> None:
    desk = the_desk("reseller", state="replied", handler=MARA)
    end = c.EndTicket(ticket=TICKET, solved=Solved.YES, comment="Done")
    assert desk.refusal(end, NOAH).code == "not-allowed"
    assert desk.refusal(replace(end, rating=5), MARA).code == "rating-not-offered"
    desk.do(end, MARA)
    assert (desk.ticket().state, desk.ticket().closed, desk.ticket().rating) == ("completed", desk.at, None)
    assert desk.refusal(end, MARA).code == "ticket-closed"
    assert notices(desk) == [("ticket-ended", "everyone")]


def test_who_works_on_a_ticket_does_not_rate_it() -> None:
    desk = the_desk(state="processing", handler=MARA)
    assert desk.refusal(c.EndTicket(ticket=TICKET, rating=5), MARA).code == "rating-not-offered"


@pytest.mark.rule("CS-29")
def test_feedback_does_not_ride_on_the_end_where_it_comes_after() -> None:
    desk = the_desk("customer-hub")
    assert desk.refusal(c.EndTicket(ticket=TICKET, rating=5), NOAH).code == "rating-not-offered"
    desk.do(c.EndTicket(ticket=TICKET), NOAH)
    assert desk.ticket().state == "closed"
    assert desk.thread()[-1].data == ()


@pytest.mark.rule("GU-15", "GU-12", "GU-09")
def test_the_submitter_cancels_while_pending() -> None:
    desk = the_desk("guance")
    cancel = c.CancelTicket(ticket=TICKET, reason="Solved itself")
    for other in (MARA, ADMIN):
        assert desk.refusal(cancel, other).code == "not-allowed"
    desk.do(cancel, NOAH)
    assert (desk.ticket().state, desk.ticket().kind) == ("cancelled", StateKind.CANCELLED)
    assert desk.thread()[-1].body_text == "Solved itself"
    assert desk.refusal(cancel, NOAH).code == "ticket-cancelled"


@pytest.mark.rule("GU-15", "QK-06")
def test_nothing_is_cancelled_once_somebody_works_on_it() -> None:
    for scheme in ("guance", "qiankun"):
        desk = the_desk(scheme, state="processing", handler=MARA)
        assert desk.refusal(c.CancelTicket(ticket=TICKET), NOAH).code == "not-in-this-state"


@pytest.mark.rule("GU-07", "GU-13")
def test_incomplete_is_an_outcome_with_a_reason_and_never_a_state() -> None:
    desk = a_desk(
        "guance", a_ticket("guance", handler=MARA, type=an_id(50)), a_type(an_id(50), "guance", form_template="f")
    )
    returned = c.ReturnIncomplete(ticket=TICKET, reason="The seal is missing ")
    assert desk.refusal(replace(returned, reason=" "), MARA).code == "reason-required"
    desk.do(returned, MARA)
    assert (desk.ticket().state, desk.ticket().incomplete) == ("pending", "The seal is missing")
    assert notices(desk) == [("ticket-returned-incomplete", "everyone")]
    desk.do(handle(), MARA)
    assert desk.ticket().incomplete == ""


@pytest.mark.rule("GU-30")
def test_what_nobody_handles_is_returned_by_whoever_serves_the_source() -> None:
    kind = a_type(an_id(50), "guance", form_template="form.pdf")
    desk = a_desk("guance", a_ticket("guance", type=kind.id), kind)
    returned = c.ReturnIncomplete(ticket=TICKET, reason="The seal is missing")
    desk.do(returned, JONAS)
    assert (desk.ticket().state, desk.ticket().handler, desk.ticket().incomplete) == ("pending", None, returned.reason)
    desk.change(type=None)
    assert desk.refusal(returned, JONAS).code == "no-form-needed"
    desk.change(type=kind.id, handler=MARA)
    assert desk.refusal(returned, JONAS).code == "already-handled"


@pytest.mark.rule("QK-11", "QK-12")
@pytest.mark.parametrize("state", ["processing", "pending_feedback", "pending_confirmation"])
def test_a_ticket_that_came_without_its_engineer_is_taken_in_every_state(state: str) -> None:
    desk = the_desk("qiankun", state=state)
    desk.do(handle(), JONAS)
    assert (desk.ticket().state, desk.ticket().handler) == (state, JONAS)
    assert desk.refusal(handle(), MARA).code == "already-handled"


def test_a_reason_is_asked_for_even_where_the_scheme_forgot_to() -> None:
    kind = a_type(an_id(50), "guance", form_template="form.pdf")
    desk = a_desk("guance", a_ticket("guance", handler=MARA, type=kind.id), kind)
    text = desk.get("scheme", "guance")
    assert isinstance(text, SchemeText)
    desk.put(replace(text, text=text.text.replace('needs = ["reason"]', "needs = []")))
    assert desk.refusal(c.ReturnIncomplete(ticket=TICKET, reason=""), MARA).code == "reason-required"


def test_a_type_without_a_form_is_never_incomplete() -> None:
    desk = a_desk("guance", a_ticket("guance", handler=MARA, type=an_id(50)), a_type(an_id(50), "guance"))
    assert desk.refusal(c.ReturnIncomplete(ticket=TICKET, reason="?"), MARA).code == "no-form-needed"


@pytest.mark.rule("CS-30")
def test_feedback_is_given_after_the_close_once_by_the_submitter() -> None:
    desk = the_desk("customer-hub", handler=MARA)
    rate = c.RateTicket(ticket=TICKET, rating=5, comment=" Thanks ")
    assert desk.refusal(rate, NOAH).code == "rating-too-early"
    desk.do(c.EndTicket(ticket=TICKET), MARA)
    for other in (MARA, PETRA, ADMIN):
        assert desk.refusal(rate, other).code == "not-allowed"
    before = desk.thread()
    desk.do(rate, NOAH)
    assert (desk.ticket().rating, desk.ticket().rating_comment) == (5, "Thanks")
    assert desk.thread() == before
    assert desk.refusal(rate, NOAH).code == "already-rated"


def test_a_scheme_that_asks_at_the_end_takes_the_rating_later_too() -> None:
    desk = the_desk(state="processing", handler=MARA)
    desk.do(c.EndTicket(ticket=TICKET), MARA)
    desk.do(c.RateTicket(ticket=TICKET, rating=3), NOAH)
    assert desk.ticket().rating == 3


@pytest.mark.rule("GU-20")
def test_guance_takes_no_rating() -> None:
    desk = the_desk("guance", state="completed")
    assert desk.refusal(c.RateTicket(ticket=TICKET, rating=3), NOAH).code == "not-allowed"


def test_a_scheme_may_ask_for_a_word_at_the_end() -> None:
    desk = the_desk("reseller", state="replied", handler=MARA)
    text = desk.get("scheme", "reseller")
    assert isinstance(text, SchemeText)
    ending = 'action = "end_ticket"'
    desk.put(replace(text, text=text.text.replace(ending, ending + '\nneeds = ["comment"]')))
    assert desk.refusal(c.EndTicket(ticket=TICKET, comment=" "), MARA).code == "comment-required"
    desk.do(c.EndTicket(ticket=TICKET, comment="Card replaced"), MARA)
    assert desk.ticket().state == "completed"


# ------------------------------------------------------------------------------------------------- all of them


def test_a_command_on_a_ticket_that_is_not_there_or_not_seen_says_the_same() -> None:
    desk = the_desk()
    assert desk.refusal(c.HandleTicket(ticket=an_id(1)), MARA).code == "not-found"
    assert desk.refusal(handle(), WEI).code == "not-found"
    assert desk.refusal(handle(), GONE).code == "person-disabled"


def test_times_never_go_back() -> None:
    desk = the_desk(last_activity=NOON + DAY, state_since=NOON + DAY)
    desk.do(handle(), MARA)
    assert desk.ticket().last_activity == desk.ticket().state_since == NOON + DAY


def test_the_rules_leave_numbers_revisions_and_places_to_the_authority() -> None:
    desk = the_desk(number="", rev=7, last_pos=4, public_pos=3)
    changed = desk.do(handle(), MARA)
    ticket, message = changed[0], changed[1]
    assert isinstance(ticket, Ticket)
    assert isinstance(message, Message)
    assert (ticket.number, ticket.rev, ticket.last_pos, ticket.public_pos) == ("", 7, 4, 3)
    assert (message.pos, message.rev) == (0, 0)


@pytest.mark.rule("RS-24", "HZ-12")
def test_a_message_keeps_its_authors_time_but_none_to_come() -> None:
    desk = the_desk()
    for issued, expected in ((NOON - DAY, NOON - DAY), (NOON + DAY, NOON), (0, NOON)):
        envelope = c.Envelope(id=an_id(77), actor=MARA, at=NOON, issued_at=issued, command=handle())
        message = replace_desk(desk).play(envelope)[1]
        assert isinstance(message, Message)
        assert message.at == expected


def replace_desk(desk: Memory) -> Memory:
    return Memory(*desk.rows.values(), at=desk.at - SECOND)
