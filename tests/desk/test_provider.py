"""A desk whose operations are carried out by somebody else: what fails is seen, tried again, and done once."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event

import pytest

from agentdesk.desk import open_desk
from agentdesk.desk.queries.requests import RequestOf
from agentdesk.desk.queries.resources import ResourcesOf
from agentdesk.desk.worker import Inline
from agentdesk.domain.attending import LIMIT
from agentdesk.domain.commands import Apply, Command, Envelope, RecordExecution, RetryExecution
from agentdesk.domain.entities import Request
from agentdesk.domain.standing import SYSTEM
from agentdesk.domain.values import Execution, ProcessKind, RequestResult, RequestState
from tests.desk.firm import Firm, copied, founded

PATIENCE = 60
FULL = "No capacity in zone b."


@dataclass
class Cloud:
    """A provider that says what it is told to: raise that, `still running`, or done."""

    says: str = ""
    asked: list[int] = field(default_factory=list)

    def perform(self, request: Request) -> RecordExecution | None:
        self.asked.append(request.attempts)
        if self.says == "still running":
            return None
        if self.says:
            raise RuntimeError(self.says)
        return RecordExecution(request=request.id, attempt=request.attempts)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Firm:
    return founded(tmp_path_factory.mktemp("firm") / "desk")


@pytest.fixture
def cloud() -> Cloud:
    return Cloud()


@pytest.fixture
def firm(made: Firm, tmp_path: Path, cloud: Cloud) -> Iterator[Firm]:
    here = copied(made, tmp_path / "desk")
    here.desk.close()
    here.desk = open_desk(here.directory, "mara", worker=Inline, clock=here.clock, provider=cloud)
    here.desk.post = lambda job: job()
    yield here
    here.desk.close()


def request(firm: Firm) -> Request:
    firm.desk.person = firm.ids["ravi"]
    seen = firm.desk.look(RequestOf(firm.ids["host"]))
    assert seen is not None
    return seen.row.request


def hosts(firm: Firm) -> int:
    firm.desk.person = firm.ids["ravi"]
    seen = firm.desk.look(ResourcesOf(firm.ids["analytics"]))
    assert seen is not None
    return seen.line.hosts


def refusal(firm: Firm, command: Command, by: str) -> str:
    """Empty if it was done."""
    firm.clock.at += 1_000
    actor = SYSTEM if by == "system" else firm.ids[by]
    at = firm.clock.at
    outcome = firm.desk.play([Envelope(id=firm.clock.new_id(), actor=actor, at=at, issued_at=at, command=command)])
    return outcome.refusal.code if outcome.refusal else ""


@pytest.mark.rule("CP-64", "HZ-06")
def test_a_failure_is_shown_apart_from_the_approval_and_tried_again_by_the_applicant(firm: Firm, cloud: Cloud) -> None:
    cloud.says = FULL
    firm.passes("host", "mara")
    failed = request(firm)
    assert (failed.state, failed.result) == (RequestState.PROCESSING, RequestResult.PASSED)
    assert (failed.execution, failed.failure, hosts(firm)) == (Execution.FAILED, FULL, 0)
    again = RetryExecution(request=failed.id)
    assert refusal(firm, again, "mara") == "not-allowed"
    cloud.says = ""
    assert refusal(firm, again, "ravi") == ""
    done = request(firm)
    assert (done.state, done.execution, done.attempts) == (RequestState.COMPLETED, Execution.SUCCEEDED, 2)
    assert (cloud.asked, hosts(firm)) == ([1, 2], 1)


@pytest.mark.rule("HZ-06")
def test_what_hangs_fails_after_its_time_and_can_be_tried_again(firm: Firm, cloud: Cloud) -> None:
    cloud.says = "still running"
    firm.passes("host", "mara")
    assert request(firm).execution is Execution.RUNNING
    firm.clock.at += LIMIT + 1
    firm.desk.submit_due(firm.clock.at)
    assert (request(firm).execution, request(firm).failure) == (Execution.FAILED, "provider-timeout")
    cloud.says = ""
    assert refusal(firm, RetryExecution(request=firm.ids["host"]), "ravi") == ""
    assert (request(firm).execution, hosts(firm)) == (Execution.SUCCEEDED, 1)


@pytest.mark.rule("HZ-06")
def test_an_answer_that_comes_twice_makes_no_second_host(firm: Firm, cloud: Cloud) -> None:
    firm.passes("host", "mara")
    assert (request(firm).execution, hosts(firm)) == (Execution.SUCCEEDED, 1)
    twice = RecordExecution(request=firm.ids["host"], attempt=1)
    assert refusal(firm, twice, "system") == "not-due"
    assert hosts(firm) == 1


@pytest.mark.rule("HZ-06")
def test_trying_again_makes_the_same_host_and_not_another(firm: Firm, cloud: Cloud) -> None:
    cloud.says = FULL
    firm.passes("host", "mara")
    for _ in range(2):
        assert refusal(firm, RetryExecution(request=firm.ids["host"]), "ravi") == ""
    cloud.says = ""
    assert refusal(firm, RetryExecution(request=firm.ids["host"]), "ravi") == ""
    assert refusal(firm, RetryExecution(request=firm.ids["host"]), "ravi") == "already-decided"
    assert (request(firm).attempts, hosts(firm)) == (4, 1)


class Stuck:
    """A provider that does not come back before it is let."""

    def __init__(self) -> None:
        self.entered, self.released = Event(), Event()

    def perform(self, request: Request) -> RecordExecution | None:
        self.entered.set()
        self.released.wait(PATIENCE)
        return RecordExecution(request=request.id, attempt=request.attempts)


@pytest.mark.rule("HZ-06")
def test_while_a_provider_does_not_come_back_everybody_else_works_on(made: Firm, tmp_path: Path) -> None:
    firm, stuck = copied(made, tmp_path / "desk"), Stuck()
    firm.desk.close()
    firm.desk = open_desk(firm.directory, "mara", clock=firm.clock, provider=stuck)
    firm.passes("host", "mara")
    assert stuck.entered.wait(PATIENCE)
    another = Apply(
        request=firm.clock.new_id(), kind=ProcessKind.HOST_CREATE, project=firm.ids["analytics"], name="db-04",
        vcpus=1, memory_gib=1, reason="More.",
    )  # fmt: skip
    firm.give(another, "ravi")
    assert request(firm).execution is Execution.RUNNING
    stuck.released.set()
    firm.desk.close()


def test_without_a_provider_nothing_is_done_that_is_due(made: Firm, tmp_path: Path) -> None:
    firm = copied(made, tmp_path / "desk")
    firm.desk.close()
    firm.desk = open_desk(firm.directory, "mara", worker=Inline, clock=firm.clock, provider=None)
    firm.desk.post = lambda job: job()
    firm.passes("host", "mara")
    assert request(firm).execution is Execution.RUNNING
    firm.desk.close()
