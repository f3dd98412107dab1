"""Sorting tickets, and what the system does with them."""

import pytest

from agentdesk.domain import commands as c
from agentdesk.domain.entities import Service
from agentdesk.domain.standing import SYSTEM
from agentdesk.domain.values import DAY, MessageKind, Priority
from tests.builders import (
    ADMIN,
    JONAS,
    MARA,
    NOAH,
    NOON,
    TICKET,
    Memory,
    a_desk,
    a_source,
    a_ticket,
    a_type,
    an_id,
)


def the_desk(scheme: str = "agentdesk", **fields: object) -> Memory:
    return a_desk(scheme, a_ticket(scheme, **fields))


def notices(desk: Memory) -> list[tuple[str, str]]:
    return [(m.code, m.visibility.value) for m in desk.thread() if m.kind is MessageKind.SYSTEM]


# ------------------------------------------------------------------------------------------------- sorting it


@pytest.mark.rule("RS-11")
def test_moving_changes_type_or_service_and_keeps_the_other() -> None:
    service, kind = Service(id=an_id(60), source="agentdesk", name="VPN"), a_type(an_id(50))
    desk = a_desk("agentdesk", a_ticket(type=kind.id), service, kind)
    desk.do(c.MoveTicket(ticket=TICKET, service=service.id), MARA)
    assert (desk.ticket().type, desk.ticket().service) == (kind.id, service.id)
    assert desk.thread()[-1].data == ("type=Usage problem", "service=VPN")
    assert notices(desk) == [("ticket-moved", "staff")]


def test_moving_out_of_the_source_or_to_what_is_not_offered_is_refused() -> None:
    text, other = a_source("guance")
    desk = a_desk(
        "agentdesk",
        a_ticket(),
        text,
        other,
        a_type(an_id(50), "guance"),
        a_type(an_id(51), enabled=False),
        Service(id=an_id(60), source="guance", name="VPN"),
        Service(id=an_id(61), source="agentdesk", name="Old", enabled=False),
    )
    codes = {
        "wrong-source": (c.MoveTicket(ticket=TICKET, type=an_id(50)), c.MoveTicket(ticket=TICKET, service=an_id(60))),
        "type-disabled": (c.MoveTicket(ticket=TICKET, type=an_id(51)),),
        "service-disabled": (c.MoveTicket(ticket=TICKET, service=an_id(61)),),
        "not-found": (c.MoveTicket(ticket=TICKET, type=an_id(9)), c.MoveTicket(ticket=TICKET, service=an_id(9))),
        "bad-argument": (c.MoveTicket(ticket=TICKET),),
    }
    for code, commands in codes.items():
        assert {desk.refusal(command, MARA).code for command in commands} == {code}


@pytest.mark.rule("CP-10")
def test_priority_is_set_and_told_to_staff() -> None:
    desk = the_desk("cloudpods")
    desk.do(c.SetPriority(ticket=TICKET, priority=Priority.FATAL), MARA)
    assert desk.ticket().priority is Priority.FATAL
    assert notices(desk) == [("priority-changed", "staff")]
    assert desk.thread()[-1].data == ("priority=fatal",)
    desk.do(c.SetPriority(ticket=TICKET, priority=Priority.FATAL), JONAS)
    assert len(desk.thread()) == 1


def tags(add: tuple[str, ...] = (), remove: tuple[str, ...] = ()) -> c.SetTags:
    return c.SetTags(ticket=TICKET, add=add, remove=remove)


def test_tags_are_added_and_removed_each_once_whatever_their_case() -> None:
    desk = the_desk()
    desk.do(tags(("VPN", " vpn ", "", "Two  words")), MARA)
    assert desk.ticket().tags == ("Two words", "VPN")
    desk.do(tags(("中文",), ("TWO WORDS", "never there")), JONAS)
    assert desk.ticket().tags == ("VPN", "中文")
    assert not desk.thread()
    assert desk.ticket().last_activity == a_ticket().last_activity


def test_a_ticket_has_at_most_twenty_tags() -> None:
    desk = the_desk(tags=tuple(f"tag{n:02}" for n in range(20)))
    assert desk.refusal(tags(("one more",)), MARA).data["limit"] == 20
    desk.do(tags(("one more",), ("tag00",)), MARA)
    assert len(desk.ticket().tags) == 20


# -------------------------------------------------------------------------------------------------- the system


@pytest.mark.rule("CP-43", "HZ-10")
def test_the_system_closes_what_waited_more_than_three_days() -> None:
    desk = the_desk("cloudpods", state="pending", handler=MARA, state_since=NOON)
    close = c.AutoClose(ticket=TICKET)
    assert desk.refusal(close, SYSTEM, after=3 * DAY).code == "not-due"
    desk.do(close, SYSTEM, after=1)
    assert (desk.ticket().state, desk.ticket().closed) == ("closed", desk.at)
    message = desk.thread()[-1]
    assert (message.code, message.data, message.author) == ("ticket-auto-closed", ("days=3",), SYSTEM)


@pytest.mark.rule("CP-43")
def test_a_users_reply_stops_the_automatic_close() -> None:
    desk = the_desk("cloudpods", state="pending", handler=MARA, state_since=NOON)
    desk.do(c.Reply(ticket=TICKET, message=an_id(300), body_html="Still there"), NOAH)
    assert desk.refusal(c.AutoClose(ticket=TICKET), SYSTEM, after=30 * DAY).code == "not-in-this-state"


def test_nobody_but_the_system_closes_automatically() -> None:
    desk = the_desk("cloudpods", state="pending", handler=MARA, state_since=0)
    for person in (MARA, ADMIN, NOAH):
        assert desk.refusal(c.AutoClose(ticket=TICKET), person).code == "not-allowed"
