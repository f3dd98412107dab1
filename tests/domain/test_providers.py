"""Providers that fail, hang, answer twice or talk nonsense: the request knows, and nobody waits."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace

import pytest

from agentdesk.domain import commands as c
from agentdesk.domain.attending import LIMIT, Attended
from agentdesk.domain.commands.base import COMMENT
from agentdesk.domain.entities import Request
from agentdesk.domain.request_due import due_in
from agentdesk.domain.standing import SYSTEM
from agentdesk.domain.values import Execution, Instant, RequestState
from tests.builders import MARA, NOAH, an_id
from tests.domain.approval_desk import REQUEST, Approvals, stage

OTHER = an_id(43)
Answer = Callable[[Request], object]


@dataclass
class Scripted:
    """Answers what it is told to, and remembers whom it was asked about."""

    answer: Answer
    asked: list[int] = field(default_factory=list)

    def perform(self, request: Request) -> c.RecordExecution | None:
        self.asked.append(request.attempts)
        return self.answer(request)  # type: ignore[return-value]  # nonsense is one of the things it may say


@dataclass
class Elsewhere:
    """Jobs that were started apart; each comes back when it is let."""

    jobs: list[Callable[[], None]] = field(default_factory=list)

    def __call__(self, job: Callable[[], None]) -> None:
        self.jobs.append(job)

    def come_back(self) -> None:
        jobs, self.jobs = self.jobs, []
        for job in jobs:
            job()


@dataclass
class Watch:
    at: Instant = 0

    def __call__(self) -> Instant:
        return self.at


@pytest.fixture
def desk() -> Approvals:
    """A host that Noah asked for and Mara has passed: it is to be made."""
    desk = Approvals()
    desk.chain(stage())
    desk.file()
    desk.ok(MARA)
    assert desk.request().execution is Execution.RUNNING
    return desk


def due(desk: Approvals, provider: object) -> list[c.Command]:
    memory = desk.memory
    open_ = [one for one in memory.all(Request) if one.state.incomplete]
    return list(due_in(open_, memory, provider, memory.at))  # type: ignore[arg-type]


def look(desk: Approvals, provider: object) -> None:
    """As the round of what is due does it."""
    for command in due(desk, provider):
        desk.memory.do(command, SYSTEM)


def done(request: Request) -> c.RecordExecution:
    return c.RecordExecution(request=request.id, attempt=request.attempts, inventory=False)


def raising(request: Request) -> object:
    raise RuntimeError("No capacity in zone b.")


def attended(answer: Answer) -> tuple[Attended, Scripted, Elsewhere, Watch]:
    provider, elsewhere, watch = Scripted(answer), Elsewhere(), Watch()
    return Attended(provider, elsewhere, watch), provider, elsewhere, watch


@pytest.mark.rule("CP-64", "HZ-06")
def test_what_a_provider_raises_is_the_failure_of_the_request_and_its_approval_still_holds(desk: Approvals) -> None:
    look(desk, Scripted(raising))
    request = desk.request()
    assert (request.execution, request.failure) == (Execution.FAILED, "No capacity in zone b.")
    assert (request.state, request.result) == (RequestState.PROCESSING, "passed")
    assert due(desk, Scripted(raising)) == []  # it is the applicant who tries again


@pytest.mark.parametrize(
    ("answer", "failure"),
    [
        (lambda request: {"done": True}, "'dict' object has no attribute 'request'"),
        (lambda request: c.RecordExecution(request=request.id, attempt=1, failure="\0\0"), "provider-failed"),
        (lambda request: c.RecordExecution(request=request.id, attempt=1, failure="No\nroom\0."), "No room."),
    ],
)
def test_nonsense_from_a_provider_is_a_failure_in_words_that_can_be_kept(
    desk: Approvals, answer: Answer, failure: str
) -> None:
    look(desk, Scripted(answer))
    assert (desk.request().execution, desk.request().failure) == (Execution.FAILED, failure)


def test_a_very_long_failure_is_cut_to_what_can_be_recorded(desk: Approvals) -> None:
    long = Scripted(lambda request: c.RecordExecution(request=request.id, attempt=1, failure="x" * 100_000))
    [told] = due(desk, long)
    assert isinstance(told, c.RecordExecution)
    assert len(told.failure) == COMMENT


def test_a_request_whose_provider_fails_keeps_no_other_from_being_carried_out(desk: Approvals) -> None:
    desk.memory.do(desk.wanted(request=OTHER), NOAH)
    desk.memory.do(c.PassStage(**desk.seen(OTHER)), MARA)

    def only_the_other(request: Request) -> object:
        return done(request) if request.id == OTHER else raising(request)

    look(desk, Scripted(only_the_other))
    assert desk.request().execution is Execution.FAILED
    assert desk.request(OTHER).execution is Execution.SUCCEEDED


@pytest.mark.rule("HZ-06")
def test_a_provider_that_never_comes_back_fails_the_attempt_and_nobody_has_waited(desk: Approvals) -> None:
    provider, asked, elsewhere, watch = attended(done)
    look(desk, provider)
    watch.at += LIMIT
    look(desk, provider)
    assert desk.request().execution is Execution.RUNNING  # just in time is in time
    watch.at += 1
    look(desk, provider)
    assert (desk.request().execution, desk.request().failure) == (Execution.FAILED, "provider-timeout")
    assert (asked.asked, len(elsewhere.jobs)) == ([], 1)  # there was one call, and it hangs still


@pytest.mark.rule("HZ-06")
def test_what_a_provider_says_too_late_is_not_heard_and_the_next_attempt_is_its_own(desk: Approvals) -> None:
    provider, asked, elsewhere, watch = attended(done)
    look(desk, provider)
    watch.at += LIMIT + 1
    look(desk, provider)
    elsewhere.come_back()
    look(desk, provider)
    assert desk.request().execution is Execution.FAILED
    desk.memory.do(c.RetryExecution(request=REQUEST), NOAH)
    look(desk, provider)
    elsewhere.come_back()
    look(desk, provider)
    assert (desk.request().execution, desk.request().attempts) == (Execution.SUCCEEDED, 2)
    assert asked.asked == [1, 2]


def test_while_it_runs_a_provider_is_asked_again_at_each_look_but_never_twice_at_once(desk: Approvals) -> None:
    answers = iter([None, None, True])
    provider, asked, elsewhere, _ = attended(lambda request: done(request) if next(answers) else None)
    for _ in range(3):
        look(desk, provider)
        look(desk, provider)
        assert len(elsewhere.jobs) == 1
        elsewhere.come_back()
    assert desk.request().execution is Execution.RUNNING
    look(desk, provider)
    assert (desk.request().execution, len(asked.asked)) == (Execution.SUCCEEDED, 3)


@pytest.mark.rule("HZ-06")
def test_a_provider_that_answers_twice_is_heard_once(desk: Approvals) -> None:
    provider, _, elsewhere, _ = attended(done)
    look(desk, provider)
    elsewhere.come_back()
    [first], [second] = due(desk, provider), due(desk, provider)  # two replicas look at once
    desk.memory.do(first, SYSTEM)
    assert desk.refused(second, SYSTEM).code == "not-due"
    assert desk.request().state is RequestState.COMPLETED


def test_an_answer_about_an_earlier_attempt_is_none(desk: Approvals) -> None:
    look(desk, Scripted(raising))
    desk.memory.do(c.RetryExecution(request=REQUEST), NOAH)
    stale = Scripted(lambda request: c.RecordExecution(request=request.id, attempt=1, inventory=False))
    assert due(desk, stale) == []
    provider, _, elsewhere, watch = attended(stale.answer)
    look(desk, provider)
    elsewhere.come_back()
    watch.at += LIMIT + 1
    look(desk, provider)
    assert desk.request().failure == "provider-timeout"


def test_what_was_answered_long_ago_is_forgotten(desk: Approvals) -> None:
    provider, _, elsewhere, watch = attended(done)
    look(desk, provider)
    elsewhere.come_back()
    watch.at += 3 * LIMIT
    request = desk.request()
    provider.perform(request)
    assert elsewhere.jobs == []  # kept until somebody else comes
    provider.perform(replace(request, id=OTHER))
    provider.perform(request)
    assert len(elsewhere.jobs) == 2
