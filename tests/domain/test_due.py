"""What the system has to do, and when."""

import pytest

from agentdesk.domain.due import closes_at, due, is_due
from agentdesk.domain.entities import Ticket
from agentdesk.domain.scheme import Scheme, parse_scheme
from agentdesk.domain.values import DAY, Id
from agentdesk.schemes import shipped
from tests.builders import NOON, TICKET, a_ticket, an_id


def scheme(id: Id) -> Scheme:
    return parse_scheme(shipped()[id])


def waiting(source: str, state: str, days: int) -> Ticket:
    return a_ticket(source, state=state, state_since=NOON - days * DAY)


@pytest.mark.rule("CP-43", "HZ-10")
def test_72_hours_exactly_is_still_open_and_a_moment_more_is_not() -> None:
    ticket = waiting("cloudpods", "pending", 3)
    assert closes_at(ticket, scheme("cloudpods")) == NOON
    assert not is_due(ticket, scheme("cloudpods"), NOON)
    assert is_due(ticket, scheme("cloudpods"), NOON + 1)


@pytest.mark.rule("CP-43")
def test_only_the_state_that_waits_for_the_user_runs_out() -> None:
    for state in ("open", "in_process", "reopen", "closed"):
        assert closes_at(waiting("cloudpods", state, 30), scheme("cloudpods")) is None


@pytest.mark.rule("GU-R1")
def test_guance_as_it_is_now_closes_after_seven_days() -> None:
    ticket = waiting("guance-current", "feedback_provided", 7)
    assert not is_due(ticket, scheme("guance-current"), NOON)
    assert is_due(ticket, scheme("guance-current"), NOON + 1)


@pytest.mark.rule("QK-23")
def test_qiankun_never_closes_by_itself() -> None:
    ids = [state.id for state in scheme("qiankun").states]
    assert not list(due((waiting("qiankun", state, 3_000) for state in ids), scheme, NOON))


def test_the_due_ones_are_picked_from_many() -> None:
    rows = [
        waiting("cloudpods", "pending", 4),
        a_ticket("cloudpods", id=an_id(101), state="pending", state_since=NOON),
        a_ticket("agentdesk", id=an_id(102), state="feedback", state_since=0),
    ]
    assert [command.ticket for command in due(rows, scheme, NOON)] == [TICKET]
