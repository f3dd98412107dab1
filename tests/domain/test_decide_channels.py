"""Letters and phone calls."""

from dataclasses import replace
from itertools import permutations

import pytest

from agentdesk.domain import commands as c
from agentdesk.domain.decisions.channels import plain_id
from agentdesk.domain.entities import Attachment, MailReference, Person, SchemeText, Ticket
from agentdesk.domain.standing import SYSTEM
from agentdesk.domain.values import DAY, AuthorKind, Channel, Id, MessageKind, StateKind, Visibility
from tests.builders import (
    ADMIN,
    GONE,
    HELIOS,
    JONAS,
    MARA,
    NOAH,
    NOON,
    TICKET,
    WEI,
    Memory,
    a_desk,
    a_file,
    a_person,
    a_ticket,
    a_type,
    an_agent,
    an_id,
)


def letter(number: int, **fields: object) -> c.ReceiveEmail:
    values: dict[str, object] = {
        "sender_address": "Noah.Okafor@Helios.example",
        "subject": f"Letter {number}",
        "mail_id": f"<m{number}@mail.example>",
        "body_text": f"This is letter {number}.",
        "raw_sha256": f"{number:064x}",
        **fields,
    }
    return c.ReceiveEmail(
        ticket=an_id(700 + number),
        message=an_id(800 + number),
        source="agentdesk",
        **values,  # type: ignore[arg-type]
    )


def the_ticket(number: int) -> Id:
    return an_id(700 + number)


def answer(number: int, *to: int, **fields: object) -> c.ReceiveEmail:
    return letter(number, references=tuple(f"<m{one}@mail.example>" for one in to), **fields)


def tickets(desk: Memory) -> dict[Id, int]:
    return {ticket.id: len(desk.thread(ticket.id)) for ticket in desk.all(Ticket)}


# ----------------------------------------------------------------------------------------------------- letters


def test_a_letter_founds_a_ticket() -> None:
    desk = a_desk()
    desk.do(letter(1, at=NOON - DAY, recipients=("desk@desk.example",), problems=("part-damaged",)), MARA)
    ticket, message = desk.ticket(the_ticket(1)), desk.thread(the_ticket(1))[0]
    assert (ticket.channel, ticket.subject, ticket.requester, ticket.domain) == (
        Channel.EMAIL,
        "Letter 1",
        NOAH,
        HELIOS,
    )
    assert ticket.created == ticket.last_activity == ticket.state_since == message.at == NOON - DAY
    assert (message.kind, message.visibility, message.author) == (MessageKind.EMAIL, Visibility.EVERYONE, NOAH)
    assert (message.body_text, message.mail_id) == ("This is letter 1.", "m1@mail.example")
    assert (message.recipients, message.problems) == (("desk@desk.example",), ("part-damaged",))


@pytest.mark.rule("GU-28")
def test_a_letters_ticket_goes_to_the_default_handler_too() -> None:
    desk = a_desk(default_handler=MARA)
    desk.do(letter(1), ADMIN)
    assert desk.ticket(the_ticket(1)).handler == MARA


@pytest.mark.parametrize("told", [NOON + DAY, None])
def test_a_letter_is_never_dated_later_than_its_arrival(told: int | None) -> None:
    desk = a_desk()
    desk.do(letter(1, at=told), MARA)
    assert desk.thread(the_ticket(1))[0].at == desk.at


def test_a_date_before_all_dates_is_the_first() -> None:
    desk = a_desk()
    desk.do(letter(1, at=-5), MARA)
    assert desk.ticket(the_ticket(1)).created == 0


@pytest.mark.rule("CS-14")
@pytest.mark.parametrize("order", list(permutations((1, 2, 3))))
def test_letters_of_a_thread_meet_in_one_ticket_in_whatever_order_they_come(order: tuple[int, ...]) -> None:
    thread = {1: letter(1), 2: answer(2, 1), 3: answer(3, 1, 2)}
    desk = a_desk()
    for number in order:
        desk.do(thread[number], MARA)
    assert tickets(desk) == {the_ticket(order[0]): 3}


def test_a_letter_joins_the_nearest_thread_it_refers_to() -> None:
    desk = a_desk()
    desk.do(letter(1), MARA)
    desk.do(letter(2), MARA)
    desk.do(answer(3, 1, 2), MARA)
    assert tickets(desk) == {the_ticket(1): 1, the_ticket(2): 2}


@pytest.mark.rule("CS-30", "QK-08")
def test_a_letter_to_an_ended_ticket_founds_one_that_follows_it() -> None:
    desk = a_desk()
    desk.do(letter(1), MARA)
    desk.change(the_ticket(1), state="closed")
    desk.do(answer(2, 1), MARA)
    assert tickets(desk) == {the_ticket(1): 1, the_ticket(2): 1}
    assert desk.ticket(the_ticket(2)).follows == the_ticket(1)
    desk.do(answer(3, 1, 2), MARA)
    assert len(desk.thread(the_ticket(2))) == 2


def test_the_same_letter_twice_is_named_a_duplicate() -> None:
    desk = a_desk()
    desk.do(letter(1, at=NOON, files=(a_file(1),)), MARA)
    again = replace(letter(1, at=NOON, files=(a_file(2),)), ticket=an_id(790), message=an_id(890))
    same_raw = replace(again, mail_id="<other@mail.example>")
    same_content = replace(again, raw_sha256="f" * 64, files=(replace(a_file(1), id=an_id(6)),))
    for command in (again, same_raw, same_content):
        assert desk.refusal(command, MARA).code == "duplicate-message"


def test_the_same_message_id_with_other_content_is_a_message_of_its_own_in_that_thread() -> None:
    desk = a_desk()
    desk.do(letter(1), MARA)
    desk.do(letter(2, mail_id="<m1@mail.example>"), MARA)
    assert tickets(desk) == {the_ticket(1): 2}


def test_letters_without_any_mark_are_letters_of_their_own() -> None:
    desk = a_desk()
    for number in (1, 2):
        desk.do(letter(number, mail_id="", raw_sha256="", body_text="same", subject="same"), MARA)
    assert len(tickets(desk)) == 2
    assert not desk.all(MailReference)


def test_two_sources_keep_their_threads_apart() -> None:
    desk = a_desk()
    desk.put(replace(desk.get("source", "agentdesk"), id="other", title="Other"))  # type: ignore[type-var,arg-type]
    desk.do(letter(1), MARA)
    desk.do(replace(answer(2, 1), source="other"), MARA)
    desk.do(replace(letter(1), source="other", ticket=an_id(790), message=an_id(890)), MARA)
    assert tickets(desk) == {the_ticket(1): 1, the_ticket(2): 2}


@pytest.mark.parametrize("written", ["<a@b>", " <a@b> ", "a@b", "<a\r\n @b>"])
def test_message_ids_are_compared_bare(written: str) -> None:
    assert plain_id(written) == "a@b"


def test_subjects_are_one_line_of_at_most_200_characters() -> None:
    desk = a_desk()
    desk.do(letter(1, subject="A\n" * 300), MARA)
    desk.do(letter(2, subject=" ", body_text="\nFirst words\nmore"), MARA)
    assert desk.ticket(the_ticket(1)).subject == ("A " * 100).strip()
    assert desk.ticket(the_ticket(2)).subject == "First words"


def test_the_text_of_an_html_letter_is_taken_from_it() -> None:
    desk = a_desk()
    desk.do(letter(1, body_html="<p>Hi <script>x</script><b>you</b></p>", body_text="other"), MARA)
    assert desk.thread(the_ticket(1))[0].body_text == "Hi you"


@pytest.mark.rule("GU-23")
def test_what_arrives_is_kept_whatever_the_policy() -> None:
    desk = a_desk(max_files=1, max_file_bytes=1, file_types=("png",))
    files = tuple(a_file(n, f"tool{n}.exe", size=0) for n in range(30))
    desk.do(letter(1, files=files), MARA)
    assert len(desk.all(Attachment)) == 30
    assert desk.ticket(the_ticket(1)).has_files


# ----------------------------------------------------------------------------------------------------- senders


def test_an_unknown_sender_becomes_a_person() -> None:
    desk = a_desk()
    desk.do(letter(1, sender_address="Ann@New.Example", sender_name="Ann Lee"), MARA)
    desk.do(letter(2, sender_address="ann@new.example"), MARA)
    new = [person for person in desk.all(Person) if person.user_name == "ann@new.example"]
    assert [(one.name, one.email, one.enabled, one.domain) for one in new] == [
        ("Ann Lee", "ann@new.example", True, None)
    ]
    assert desk.ticket(the_ticket(2)).requester == new[0].id


@pytest.mark.parametrize("address", ["", "  ", "unknown"])
def test_a_letter_without_sender_is_from_unknown(address: str) -> None:
    desk = a_desk()
    desk.do(letter(1, sender_address=address), MARA)
    person = desk.get("person", desk.ticket(the_ticket(1)).requester)
    assert isinstance(person, Person)
    assert (person.user_name, person.email) == ("unknown", "")


def test_a_name_is_a_user_name_and_an_address_that_two_share_is_the_enabled_ones() -> None:
    desk = a_desk()
    desk.do(letter(1, sender_address="zhang.wei"), MARA)
    assert desk.ticket(the_ticket(1)).requester == WEI
    twin = replace(a_person(an_id(9), "old.noah", enabled=False), email="noah.okafor@helios.example")
    desk.put(twin)
    desk.do(letter(2), MARA)
    assert desk.ticket(the_ticket(2)).requester == NOAH
    desk.do(letter(3, sender_address="gone.away@desk.example"), MARA)
    assert desk.ticket(the_ticket(3)).requester == GONE


def test_nobody_writes_as_the_system() -> None:
    desk = a_desk()
    desk.put(Person(id=SYSTEM, user_name="system", name="System", enabled=False))
    desk.do(letter(1, sender_address="system"), MARA)
    assert desk.ticket(the_ticket(1)).requester != SYSTEM


@pytest.mark.rule("RS-21")
def test_a_sender_who_is_a_handler_writes_as_staff() -> None:
    desk = a_desk()
    desk.do(letter(1), MARA)
    desk.change(the_ticket(1), state="processing", handler=MARA)
    desk.do(answer(2, 1, sender_address="mara.lindt@desk.example"), ADMIN)
    assert desk.thread(the_ticket(1))[-1].author_kind is AuthorKind.STAFF
    assert desk.ticket(the_ticket(1)).state == "feedback"
    desk.do(letter(3, sender_address="mara.lindt@desk.example"), ADMIN)
    assert desk.thread(the_ticket(3))[-1].author_kind is AuthorKind.REQUESTER


# ------------------------------------------------------------------------------------------------------- states


def waiting(state: str) -> Memory:
    desk = a_desk()
    desk.do(letter(1), MARA)
    desk.change(the_ticket(1), state=state, handler=MARA)
    return desk


def test_the_requesters_letter_moves_the_state_as_their_reply_would() -> None:
    desk = waiting("feedback")
    desk.do(answer(2, 1), ADMIN)
    ticket = desk.ticket(the_ticket(1))
    assert (ticket.state, ticket.kind, ticket.state_since) == ("reply", StateKind.WAITING_STAFF, desk.at)
    assert ticket.last_customer_activity == ticket.last_activity == desk.at


def test_where_the_scheme_knows_no_such_move_the_letter_is_kept_and_the_state_stays() -> None:
    desk = waiting("feedback")
    desk.do(answer(2, 1, sender_address="stranger@elsewhere.example"), ADMIN)
    assert desk.ticket(the_ticket(1)).state == "feedback"
    desk.do(answer(3, 1, sender_address="jonas.beck@desk.example"), ADMIN)
    assert desk.ticket(the_ticket(1)).state == "feedback"
    assert len(desk.thread(the_ticket(1))) == 3


def test_an_old_letter_turns_no_time_back() -> None:
    desk = waiting("feedback")
    before = desk.ticket(the_ticket(1))
    desk.do(answer(2, 1, at=NOON - 300 * DAY), ADMIN)
    after = desk.ticket(the_ticket(1))
    assert (after.last_activity, after.state_since) == (before.last_activity, before.state_since)
    assert after.created == before.created


@pytest.mark.rule("GU-07")
def test_a_form_that_comes_by_mail_is_a_form() -> None:
    desk = a_desk("agentdesk", a_type(an_id(50), form_template="f"))
    desk.do(letter(1), MARA)
    desk.change(the_ticket(1), incomplete="No seal")
    desk.do(answer(2, 1, sender_address="jonas.beck@desk.example", files=(a_file(1),)), MARA)
    assert desk.ticket(the_ticket(1)).incomplete == "No seal"
    desk.do(answer(3, 1, files=(a_file(2),)), MARA)
    assert desk.ticket(the_ticket(1)).incomplete == ""


def test_letters_are_taken_in_by_those_who_serve_the_source() -> None:
    desk = a_desk("agentdesk", *an_agent(an_id(20), "else.where", "other"))
    assert desk.refusal(letter(1), NOAH).code == "not-allowed"
    assert desk.refusal(letter(1), an_id(20)).code == "not-allowed"
    desk.do(letter(1), ADMIN)
    assert desk.refusal(replace(letter(2), source="nowhere"), ADMIN).code == "not-found"
    assert a_desk(enabled=False).refusal(letter(1), MARA).code == "source-disabled"


# ------------------------------------------------------------------------------------------------- phone calls


def call(**fields: object) -> c.LogCall:
    values: dict[str, object] = {"requester": NOAH, "minutes": 12, "body_html": "<p>Router reset</p>", **fields}
    return c.LogCall(ticket=an_id(700), message=an_id(800), source="agentdesk", **values)  # type: ignore[arg-type]


@pytest.mark.rule("CS-06", "CS-15")
def test_a_call_founds_a_ticket_and_what_was_noted_is_for_staff() -> None:
    desk = a_desk()
    desk.do(call(at=NOON - DAY), MARA)
    ticket, message = desk.ticket(an_id(700)), desk.thread(an_id(700))[0]
    assert (ticket.channel, ticket.subject, ticket.requester, ticket.filed_by) == (Channel.PHONE, "", NOAH, MARA)
    assert (ticket.created, ticket.last_customer_activity) == (NOON - DAY, NOON - DAY)
    assert (message.kind, message.visibility, message.data) == (MessageKind.CALL, Visibility.STAFF, ("minutes=12",))
    assert message.body_text == "Router reset"
    assert ticket.last_author is None


def test_a_call_about_a_ticket_joins_its_thread() -> None:
    desk = a_desk("agentdesk", a_ticket())
    before = desk.ticket()
    desk.do(replace(call(minutes=0), ticket=TICKET), JONAS)
    assert desk.ticket() == before
    assert [(one.kind, one.data) for one in desk.thread()] == [(MessageKind.CALL, ())]


def test_a_call_about_an_ended_ticket_or_one_of_another_source_is_refused() -> None:
    desk = a_desk("agentdesk", a_ticket(state="closed"))
    about = replace(call(), ticket=TICKET)
    assert desk.refusal(about, MARA).code == "ticket-closed"
    desk.put(replace(desk.get("source", "agentdesk"), id="other", title="Other"))  # type: ignore[type-var,arg-type]
    assert desk.refusal(replace(about, source="other"), MARA).code == "wrong-source"


def test_a_call_about_a_ticket_that_one_may_not_note_on_is_refused() -> None:
    desk = a_desk()
    text = desk.get("scheme", "agentdesk")
    assert isinstance(text, SchemeText)
    desk.put(replace(text, text=text.text.replace('action = "add_note"', 'action = "verify_mailbox"')))
    desk.put(a_ticket())
    assert desk.refusal(replace(call(), ticket=TICKET), MARA).code == "not-allowed"


def test_calls_are_logged_by_handlers_of_the_source() -> None:
    desk = a_desk("agentdesk", *an_agent(an_id(20), "else.where", "other"))
    for person in (NOAH, ADMIN, an_id(20)):
        assert desk.refusal(call(), person).code == "not-allowed"
    assert desk.refusal(call(requester=GONE), MARA).code == "person-disabled"
    desk.do(call(requester=MARA, subject=" My own line "), MARA)
    assert (desk.ticket(an_id(700)).filed_by, desk.ticket(an_id(700)).subject) == (None, "My own line")
