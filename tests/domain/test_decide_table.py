"""Every shipped scheme × state × command × person: what is offered is exactly what is accepted."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import product

import pytest

from agentdesk.domain import commands as c
from agentdesk.domain.decisions import decide
from agentdesk.domain.entities import Entity, Participant, Service, Ticket
from agentdesk.domain.policy import ON_TICKETS, available_actions
from agentdesk.domain.refusals import Refused
from agentdesk.domain.scheme import parse_scheme
from agentdesk.domain.standing import SYSTEM
from agentdesk.domain.values import DAY, Channel, Id, Priority, Solved
from agentdesk.schemes import shipped
from tests.builders import (
    ADMIN,
    GONE,
    HELIOS,
    JONAS,
    LEA,
    MARA,
    NOAH,
    NOON,
    PETRA,
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

FORM, SERVICE, KARL, NINA = an_id(60), an_id(61), an_id(62), an_id(63)
PEOPLE = (NOAH, MARA, JONAS, ADMIN, PETRA, LEA, WEI, GONE, SYSTEM)
WISHES: dict[str, c.Command] = {
    "handle_ticket": c.HandleTicket(ticket=TICKET),
    "forward_ticket": c.ForwardTicket(ticket=TICKET, to=KARL),
    "reply": c.Reply(ticket=TICKET, message=an_id(300), body_html="<p>Here you are</p>"),
    "add_note": c.AddNote(ticket=TICKET, message=an_id(300), body_html="<p>Among us</p>"),
    "complete_ticket": c.CompleteTicket(ticket=TICKET, comment="Done"),
    "confirm_ticket": c.ConfirmTicket(ticket=TICKET, solved=Solved.NO),
    "end_ticket": c.EndTicket(ticket=TICKET),
    "cancel_ticket": c.CancelTicket(ticket=TICKET, reason="Found it"),
    "return_incomplete": c.ReturnIncomplete(ticket=TICKET, reason="No seal"),
    "rate_ticket": c.RateTicket(ticket=TICKET, rating=4),
    "follow_up_ticket": c.FollowUpTicket(ticket=TICKET, new_ticket=an_id(301), message=an_id(300), files=(a_file(),)),
    "move_ticket": c.MoveTicket(ticket=TICKET, service=SERVICE),
    "set_priority": c.SetPriority(ticket=TICKET, priority=Priority.FATAL),
    "set_tags": c.SetTags(ticket=TICKET, add=("vpn",)),
    "add_participant": c.AddParticipant(ticket=TICKET, person=NINA),
    "remove_participant": c.RemoveParticipant(ticket=TICKET, person=LEA),
    "share_link": c.ShareLink(ticket=TICKET, link=an_id(300), url="https://desk.example/a"),
    "auto_close": c.AutoClose(ticket=TICKET),
}


def the_desk(scheme: str) -> Memory:
    more = (
        *an_agent(KARL, "karl.weiss"),
        a_person(NINA, "nina.petrova", HELIOS),
        a_type(FORM, scheme, form_template="owner-change.pdf"),
        Service(id=SERVICE, source=scheme, name="Firewall"),
        Participant(id=an_id(64), ticket=TICKET, person=LEA),
    )
    return a_desk(scheme, *more)


SITUATIONS = (
    (None, None, Channel.DESK),
    (MARA, None, Channel.DESK),
    (MARA, FORM, Channel.PHONE),
    (GONE, FORM, Channel.DESK),
    (None, FORM, Channel.PHONE),
)
"""Handler, type and channel."""


def tickets(scheme: str) -> Iterator[Ticket]:
    since = NOON - 30 * DAY
    for state, (handler, kind, channel) in product(parse_scheme(shipped()[scheme]).states, SITUATIONS):
        ticket = a_ticket(scheme, state=state.id, handler=handler, type=kind, channel=channel)
        yield replace(ticket, created=since, state_since=since)


def wish(name: str, ticket: Ticket) -> c.Command:
    """The command with all that this scheme needs for it."""
    command = WISHES[name]
    if isinstance(command, c.EndTicket) and ticket.source == "cloudpods":
        return replace(command, solved=Solved.YES, rating=5)
    return command


def outcome(desk: Memory, command: c.Command, actor: Id) -> str:
    """ "" if accepted, else the code; the same when asked again."""
    envelope = c.Envelope(id=an_id(999), actor=actor, at=NOON, command=command)
    answers: list[str | tuple[Entity, ...]] = []
    for _ in range(2):
        try:
            answers.append(decide(envelope, desk))
        except Refused as refused:
            answers.append(refused.code)
    assert answers[0] == answers[1]
    return answers[0] if isinstance(answers[0], str) else ""


@pytest.mark.parametrize("scheme", sorted(shipped()))
def test_what_is_offered_is_exactly_what_is_accepted(scheme: str) -> None:
    desk = the_desk(scheme)
    for ticket in tickets(scheme):
        desk.put(ticket)
        for person in PEOPLE:
            offered = {action.command: action for action in available_actions(ticket, person, desk)}
            for name in ON_TICKETS:
                action = offered.get(name)
                expected = "not-allowed" if action is None else action.reason
                got = outcome(desk, wish(name, ticket), person)
                assert got == expected, (ticket.state, ticket.handler, person, name)


@pytest.mark.parametrize("scheme", sorted(shipped()))
def test_an_action_is_enabled_or_says_why_not(scheme: str) -> None:
    desk = the_desk(scheme)
    for ticket, person in product(tickets(scheme), PEOPLE):
        actions = available_actions(ticket, person, desk)
        assert all(action.enabled is not bool(action.reason) for action in actions)
        assert [action.command for action in actions] == [
            name for name in ON_TICKETS if name in {action.command for action in actions}
        ]


def test_every_command_on_a_ticket_is_in_the_table() -> None:
    assert set(WISHES) == set(ON_TICKETS) == {c.name_of(kind) for kind in c.TICKET_COMMANDS}


@pytest.mark.parametrize("scheme", sorted(shipped()))
def test_every_transition_that_is_built_can_be_taken(scheme: str) -> None:
    """A transition that no person in no situation gets to is dead; upstream's come with upstream."""
    desk, text = the_desk(scheme), parse_scheme(shipped()[scheme])
    taken = set()
    for ticket, person in product(tickets(scheme), (*PEOPLE, KARL)):
        desk.put(ticket)
        for action in available_actions(ticket, person, desk):
            if action.enabled and action.command in {t.action for t in text.transitions}:
                taken.add((ticket.state, action.command))
    listed = {(state, t.action) for t in text.transitions if t.by != "upstream" for state in t.from_}
    assert {one for one in listed if one[1] in WISHES} <= taken
