"""Tickets and messages taken over from another system."""

from dataclasses import replace

import pytest

from agentdesk.domain import commands as c
from agentdesk.domain.entities import Message, Person, Service, Ticket
from agentdesk.domain.values import DAY, AuthorKind, Channel, MessageKind, Priority, StateKind, Visibility
from tests.builders import (
    ADMIN,
    MARA,
    NOAH,
    NOON,
    WEI,
    Memory,
    a_desk,
    a_ticket,
    a_type,
    an_agent,
    an_id,
)

TAKEN, FIRST = an_id(700), an_id(800)


def record(**fields: object) -> c.RecordTicket:
    values: dict[str, object] = {
        "subject": "Old story",
        "requester": "noah.okafor@helios.example",
        "body_html": "<p>It began</p>",
        "created": NOON - 9 * DAY,
        "digest": "d1",
        **fields,
    }
    return c.RecordTicket(ticket=TAKEN, message=FIRST, source="agentdesk", **values)  # type: ignore[arg-type]


def message(number: int, **fields: object) -> c.RecordMessage:
    values: dict[str, object] = {"author": "mara.lindt", "body_html": f"No. {number}", "digest": f"m{number}", **fields}
    return c.RecordMessage(ticket=TAKEN, message=an_id(810 + number), **values)  # type: ignore[arg-type]


def staff_only(desk: Memory) -> list[Message]:
    return [one for one in desk.thread(TAKEN) if one.visibility is Visibility.STAFF]


def test_a_ticket_is_taken_over_as_it_stood() -> None:
    desk = a_desk(
        "agentdesk", a_type(an_id(50), labels=("de=Frage",)), Service(id=an_id(60), source="agentdesk", name="VPN")
    )
    desk.do(
        record(
            type="FRAGE",
            service="vpn",
            state="Closed",
            number="OLD-7",
            priority=Priority.FATAL,
            channel=Channel.CHAT,
            tags=("b", "a"),
        ),
        MARA,
    )
    ticket = desk.ticket(TAKEN)
    assert (ticket.requester, ticket.type, ticket.service, ticket.number) == (NOAH, an_id(50), an_id(60), "OLD-7")
    assert (ticket.state, ticket.kind, ticket.closed) == ("closed", StateKind.DONE, NOON - 9 * DAY)
    assert ticket.created == ticket.last_activity == ticket.state_since == NOON - 9 * DAY
    assert (ticket.priority, ticket.channel, ticket.tags) == (Priority.FATAL, Channel.CHAT, ("a", "b"))
    assert [(one.author, one.body_text) for one in desk.thread(TAKEN)] == [(NOAH, "It began")]


@pytest.mark.parametrize("state", ["processing", "Processing", " PROCESSING ", "处理中", "In Bearbeitung"])
def test_a_state_is_known_by_its_id_and_by_its_label_in_any_language(state: str) -> None:
    desk = a_desk()
    desk.do(record(state=state), MARA)
    assert desk.ticket(TAKEN).state == "processing"


def test_what_the_desk_does_not_know_is_kept_for_staff() -> None:
    desk = a_desk("agentdesk", a_ticket(number="OLD-7"))
    desk.do(
        record(state="Parked", type="Riddle", service="?", number="OLD-7", foreign_id="4711", note_html="x: 1"), MARA
    )
    ticket = desk.ticket(TAKEN)
    assert (ticket.state, ticket.type, ticket.service, ticket.number) == ("pending", None, None, "")
    told, note = staff_only(desk)
    assert told.code == "ticket-recorded"
    assert told.data == ("foreign_id=4711", "number=OLD-7", "state=Parked", "type=Riddle", "service=?")
    assert told.body_text == "4711\nOLD-7\nParked\nRiddle\n?"
    assert (note.kind, note.body_text, note.author) == (MessageKind.NOTE, "x: 1", MARA)


def test_a_bare_record_leaves_only_the_ticket() -> None:
    desk = a_desk()
    desk.do(record(body_html="", created=None, digest=""), ADMIN)
    assert not desk.thread(TAKEN)
    assert desk.ticket(TAKEN).created == desk.at


def test_a_record_is_taken_over_once() -> None:
    desk = a_desk()
    desk.do(record(), MARA)
    again = replace(record(), ticket=an_id(701), message=an_id(801))
    assert desk.refusal(again, MARA).code == "duplicate-message"
    assert desk.refusal(record(digest="d2"), MARA).code == "already-exists"
    desk.do(replace(again, digest="d2"), MARA)
    assert len(desk.all(Ticket)) == 2


def test_an_unknown_requester_becomes_a_person() -> None:
    desk = a_desk()
    desk.do(record(requester="Someone@New.example"), MARA)
    person = desk.get("person", desk.ticket(TAKEN).requester)
    assert isinstance(person, Person)
    assert (person.user_name, person.name) == ("someone@new.example", "Someone@New.example")


def test_its_messages_keep_their_authors_and_times() -> None:
    desk = a_desk()
    desk.do(record(state="closed"), MARA)
    desk.do(message(1, at=NOON - 8 * DAY), MARA)
    desk.do(message(2, author="noah.okafor", at=NOON - 7 * DAY), MARA)
    desk.do(message(3, note=True), MARA)
    _, first, second, note = desk.thread(TAKEN)
    assert (first.author, first.author_kind, first.at) == (MARA, AuthorKind.STAFF, NOON - 8 * DAY)
    assert (second.author, second.author_kind) == (NOAH, AuthorKind.REQUESTER)
    assert (note.kind, note.visibility) == (MessageKind.NOTE, Visibility.STAFF)
    ticket = desk.ticket(TAKEN)
    assert ticket.last_activity == ticket.last_customer_activity == ticket.closed == NOON - 7 * DAY
    assert (ticket.state, ticket.last_author) == ("closed", NOAH)


def test_a_message_of_an_open_ticket_closes_nothing() -> None:
    desk = a_desk()
    desk.do(record(), MARA)
    desk.do(message(1, author=""), MARA)
    assert (desk.ticket(TAKEN).closed, desk.ticket(TAKEN).state) == (None, "pending")
    author = desk.get("person", desk.thread(TAKEN)[-1].author or "")
    assert isinstance(author, Person)
    assert author.user_name == "unknown"


def test_a_message_is_taken_over_once() -> None:
    desk = a_desk()
    desk.do(record(), MARA)
    desk.do(message(1), MARA)
    assert desk.refusal(replace(message(2), digest="m1"), MARA).code == "duplicate-message"


def test_messages_are_recorded_only_in_tickets_that_were_taken_over() -> None:
    desk = a_desk("agentdesk", a_ticket(id=TAKEN, state="closed"))
    assert desk.refusal(message(1), MARA).code == "not-allowed"
    assert desk.refusal(replace(message(1), ticket=an_id(1)), MARA).code == "not-found"


def test_only_those_who_serve_the_source_take_over() -> None:
    desk = a_desk("agentdesk", *an_agent(an_id(20), "else.where", "other"))
    for person in (WEI, an_id(20)):
        assert desk.refusal(record(), person).code == "not-allowed"
    desk.do(record(), ADMIN)
    assert desk.refusal(message(1), an_id(20)).code == "not-allowed"
