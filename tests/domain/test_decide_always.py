"""What holds for every command: the log, the ids, the one answer, and that the end is the end."""

from dataclasses import dataclass, replace
from itertools import chain
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from agentdesk.domain import commands as c
from agentdesk.domain import decisions
from agentdesk.domain.decisions import decide
from agentdesk.domain.decisions.thread import SYSTEM_CODES
from agentdesk.domain.entities import LogEntry, Message, Ticket
from agentdesk.domain.refusals import CODES, Refused
from agentdesk.domain.standing import SYSTEM
from agentdesk.domain.values import DAY, Id, Priority, Solved
from agentdesk.schemes import shipped
from tests.builders import (
    ADMIN,
    JONAS,
    MARA,
    NOAH,
    NOON,
    PETRA,
    TICKET,
    WEI,
    Memory,
    a_desk,
    a_file,
    a_ticket,
    an_id,
)

# ------------------------------------------------------------------------------------------------------ the log


@pytest.mark.rule("CP-27")
def test_every_accepted_command_leaves_one_line_in_the_log() -> None:
    desk = a_desk("agentdesk", a_ticket())
    desk.do(c.HandleTicket(ticket=TICKET), MARA)
    desk.do(c.SetPriority(ticket=TICKET, priority=Priority.FATAL), MARA)
    desk.do(c.SaveDomain(domain=an_id(400), name="Nova"), ADMIN)
    lines = {(one.command, one.root_kind, one.root, one.actor) for one in desk.all(LogEntry)}
    assert lines == {
        ("handle_ticket", "ticket", TICKET, MARA),
        ("set_priority", "ticket", TICKET, MARA),
        ("save_domain", "domain", an_id(400), ADMIN),
    }


def logged(command: c.Command, by: Id, desk: Memory | None = None) -> tuple[str, ...]:
    line = (desk or a_desk("agentdesk", a_ticket())).do(command, by)[-1]
    assert isinstance(line, LogEntry)
    return line.data


def test_the_log_names_what_was_given_and_what_changed() -> None:
    assert logged(c.HandleTicket(ticket=TICKET), MARA) == (
        "state_from=pending",
        "state_to=processing",
        "handler_from=",
        f"handler_to={MARA}",
    )
    assert logged(c.SetTags(ticket=TICKET, add=("a", "b")), MARA) == ("add=a,b",)
    assert logged(c.ForwardTicket(ticket=TICKET, to=JONAS, tell_requester=True), MARA) == (
        f"to={JONAS}",
        "tell_requester=yes",
        "handler_from=",
        f"handler_to={JONAS}",
    )
    assert logged(c.SetPriority(ticket=TICKET, priority=Priority.MINOR), MARA) == ("priority=minor",)
    assert logged(c.DisablePerson(person=NOAH, enabled=False), ADMIN) == ()
    assert logged(c.SaveService(service=an_id(9), source="agentdesk", name="V", enabled=False), ADMIN) == (
        "source=agentdesk",
        "name=V",
        "enabled=no",
    )


def test_the_log_holds_no_words_of_people_and_no_addresses() -> None:
    secret = "hunter2"
    desk = a_desk("agentdesk", a_ticket(state="processing", handler=MARA))
    lines = [
        logged(c.Reply(ticket=TICKET, message=an_id(300), body_html=secret, files=(a_file(),)), MARA, desk),
        logged(c.AddNote(ticket=TICKET, message=an_id(301), body_html=secret), MARA, desk),
        logged(c.EndTicket(ticket=TICKET, comment=secret), NOAH, desk),
        logged(c.SavePerson(person=an_id(9), user_name="x@y.example", name="X", email="x@y.example"), ADMIN, desk),
    ]
    assert lines[0][0] == "files=1"
    assert lines[-1] == ("name=X",)
    assert secret not in str(lines)


def test_long_values_are_cut_in_the_log() -> None:
    line = logged(c.SaveDomain(domain=an_id(9), name="n" * 200), ADMIN)
    assert line == ("name=" + "n" * 200,)
    tags = tuple(f"{n:02}" * 30 for n in range(20))
    assert len(logged(c.SetTags(ticket=TICKET, add=tags), MARA)[0]) == len("add=") + 200


# ----------------------------------------------------------------------------------------------------- the table


def test_every_command_has_a_rule() -> None:
    tables = (decisions.ON_TICKETS, decisions.ON_REQUESTS, decisions.ON_DESKS)
    assert sorted(map(c.name_of, chain(*tables))) == sorted(c.COMMANDS)


@dataclass(frozen=True, slots=True, kw_only=True)
class SingASong(c.Command):
    ticket: Id


def test_an_unknown_command_is_refused() -> None:
    refused = a_desk().refusal(SingASong(ticket=TICKET), ADMIN)
    assert (refused.code, refused.data["name"]) == ("unknown-command", "sing_a_song")


def test_ids_come_from_the_envelope_alone() -> None:
    desk = a_desk("agentdesk", a_ticket())
    envelope = c.Envelope(id=an_id(99), actor=MARA, at=NOON, command=c.HandleTicket(ticket=TICKET))
    first = decide(envelope, desk)
    assert decide(replace(envelope, at=NOON + 1), desk)[1].id == first[1].id
    assert decide(replace(envelope, id=an_id(98)), desk)[1].id != first[1].id
    assert len({entity.id for entity in first}) == len(first)


def test_the_codes_of_system_messages_are_unlike_the_codes_of_refusals() -> None:
    assert len(set(SYSTEM_CODES)) == len(SYSTEM_CODES)
    assert not set(SYSTEM_CODES) & (CODES - {"ticket-cancelled", "ticket-closed"})


# ------------------------------------------------------------------------------------------------- any history

PEOPLE = (NOAH, MARA, JONAS, ADMIN, PETRA, WEI, SYSTEM)


def any_wish(draw: Any, desk: Memory) -> c.Command:
    rating = draw(st.sampled_from([None, 4]))
    solved = draw(st.sampled_from(Solved))
    makers: dict[Any, dict[str, Any]] = {
        c.HandleTicket: {},
        c.ForwardTicket: {"to": draw(st.sampled_from([MARA, JONAS, NOAH, None]))},
        c.Reply: {"message": desk.new_id(), "body_html": draw(st.sampled_from(["", "Hello"]))},
        c.AddNote: {"message": desk.new_id(), "body_html": "Note"},
        c.CompleteTicket: {},
        c.ConfirmTicket: {"solved": solved, "rating": rating},
        c.EndTicket: {"solved": solved, "rating": rating},
        c.CancelTicket: {},
        c.ReturnIncomplete: {"reason": "No seal"},
        c.RateTicket: {"rating": 3},
        c.FollowUpTicket: {"new_ticket": desk.new_id(), "message": desk.new_id(), "body_html": "Again"},
        c.SetPriority: {"priority": draw(st.sampled_from(Priority))},
        c.SetTags: {"add": ("a",)},
        c.AddParticipant: {"person": draw(st.sampled_from([WEI, NOAH]))},
        c.RemoveParticipant: {"person": WEI},
        c.ShareLink: {"link": desk.new_id(), "url": "https://a.example"},
        c.AutoClose: {},
    }
    kind = draw(st.sampled_from(list(makers)))
    wish: c.Command = kind(ticket=TICKET, **makers[kind])
    return wish


def attempt(desk: Memory, command: c.Command, person: Id, after: int) -> str:
    """Plays it (Memory decides twice and compares); a refusal changes nothing."""
    before = dict(desk.rows)
    try:
        desk.do(command, person, after=after)
    except Refused as refused:
        assert desk.rows == before
        return refused.code
    return ""


@settings(max_examples=60)
@given(data=st.data(), scheme=st.sampled_from(sorted(shipped())))
def test_no_history_brings_a_word_into_an_ended_ticket_or_opens_it_again(data: st.DataObject, scheme: str) -> None:
    desk = a_desk(scheme, a_ticket(scheme))
    for _ in range(data.draw(st.integers(1, 25))):
        before, thread = desk.ticket(), desk.thread()
        person = data.draw(st.sampled_from(PEOPLE))
        code = attempt(desk, any_wish(data.draw, desk), person, data.draw(st.sampled_from([1, DAY, 4 * DAY])))
        after = desk.ticket()
        assert after.last_activity >= before.last_activity
        assert (after.closed is not None) is after.kind.final
        assert after.rating is None or before.rating in (None, after.rating)
        if before.kind.final:
            assert desk.thread() == thread
            assert (after.state, after.closed, after.handler) == (before.state, before.closed, before.handler)
            assert code == "" or code in CODES


@settings(max_examples=60)
@given(data=st.data(), scheme=st.sampled_from(sorted(shipped())))
def test_strangers_get_nowhere_and_learn_nothing(data: st.DataObject, scheme: str) -> None:
    desk = a_desk(scheme, a_ticket(scheme))
    for _ in range(5):
        command = any_wish(data.draw, desk)
        assert attempt(desk, command, WEI, 1) == "not-found"
        assert attempt(Memory(), command, WEI, 1) == "not-found"


@settings(max_examples=40)
@given(number=st.integers(0, 40), seed=st.integers(0, 5))
def test_what_a_letter_founds_can_always_be_ended(number: int, seed: int) -> None:
    """However the sender is called, the ticket has a requester who can act on it."""
    scheme = sorted(shipped())[seed]
    desk = a_desk(scheme)
    address = ["", "noah.okafor", f"p{number}@new.example"][number % 3]
    letter = c.ReceiveEmail(
        ticket=TICKET, message=an_id(800), source=scheme, sender_address=address, body_text="Help", mail_id=str(number)
    )
    desk.do(letter, ADMIN)
    ticket = desk.ticket()
    assert isinstance(ticket, Ticket)
    assert [type(one) for one in desk.thread()] == [Message]
    desk.do(c.Reply(ticket=TICKET, message=an_id(801), body_html="More"), ticket.requester)
    assert len(desk.thread()) == 2
