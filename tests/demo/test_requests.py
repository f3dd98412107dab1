"""The demo's requests: every kind and every state, an inbox as in the picture, and nothing that is overdue."""

from collections import Counter

import pytest

from agentdesk.domain.entities import Candidate, Decision, Process, Project, Request, Resource, Stage, StageTransfer
from agentdesk.domain.inventory import quota_of, use_of
from agentdesk.domain.request_due import EmbeddedProvider, due_in
from agentdesk.domain.values import (
    DAY,
    Execution,
    Id,
    Instant,
    ProcessKind,
    RequestResult,
    RequestState,
    ResourceKind,
    StageRule,
)
from tests.demo.test_script import MONDAY_NIGHT, SUNDAY, person, played

MINUTE = 60_000
MOMENTS = pytest.mark.parametrize("now", [SUNDAY, MONDAY_NIGHT, SUNDAY + 40 * DAY])


def requests(now: Instant = SUNDAY) -> list[Request]:
    """Those that went through a process."""
    return [one for one in played(now).all(Request) if one.process]


def waiting_for(user_name: str, now: Instant) -> list[Request]:
    wanted = {one.request for one in played(now).all(Candidate) if one.person == person(user_name) and one.active}
    return sorted((one for one in requests(now) if one.id in wanted), key=lambda one: -one.stage_since)


def project(name: str) -> Id:
    return next(one.id for one in played(SUNDAY).all(Project) if one.name == name)


def test_all_kinds_are_asked_for_and_every_state_occurs() -> None:
    assert {one.kind for one in requests()} == {kind for kind in ProcessKind if kind.is_request}
    assert 55 <= len(requests()) <= 70
    assert {one.state for one in requests()} == set(RequestState)
    assert {one.result for one in requests()} == {None, *RequestResult}
    assert {one.execution for one in requests()} == {Execution.NONE, Execution.SUCCEEDED, Execution.FAILED}
    assert {one.stage for one in requests() if one.state is RequestState.IN_APPROVAL} == {1, 2, 3}


@MOMENTS
def test_four_requests_wait_for_mara_as_in_the_picture(now: Instant) -> None:
    waiting = waiting_for("mara.lindt", now)
    assert [(one.kind, one.stage, one.stages) for one in waiting] == [
        (ProcessKind.HOST_CREATE, 2, 3),
        (ProcessKind.JOIN_PROJECT, 1, 1),
        (ProcessKind.PROJECT_QUOTA, 1, 1),
        (ProcessKind.HOST_DELETE, 3, 3),
    ]
    assert waiting[0].created == now - 25 * MINUTE


def test_the_first_of_them_would_use_466_of_512_gib_of_memory() -> None:
    desk, wish = played(SUNDAY), waiting_for("mara.lindt", SUNDAY)[0]
    quota = quota_of(desk, project=wish.project)
    assert quota is not None
    assert (use_of(desk, project=wish.project)["memory_gib"] + wish.memory_gib, quota.memory_gib) == (466, 512)


def test_mara_has_asked_twice_herself_and_has_decided_often() -> None:
    mine = [one for one in requests() if one.applicant == person("mara.lindt") and one.state.incomplete]
    decided = {one.request for one in played(SUNDAY).all(Decision) if one.by == person("mara.lindt")}
    assert len(mine) == 2
    assert len(decided) >= 8


@MOMENTS
def test_nothing_is_overdue_that_the_system_would_have_done(now: Instant) -> None:
    open_ = [one for one in requests(now) if one.state.incomplete]
    assert list(due_in(open_, played(now), EmbeddedProvider(), now)) == []


def test_there_is_one_of_everything_that_is_rare() -> None:
    desk = played(SUNDAY)
    assert sum(one.blocked for one in requests()) == 2
    assert sum(one.escalated is not None for one in requests()) == 1
    assert sum(one.attempts == 3 and one.execution is Execution.FAILED for one in requests()) == 1
    assert [one.failure for one in requests() if one.failure].count("quota-exceeded") == 1
    assert len(desk.all(StageTransfer)) == 1
    assert sum(one.by != one.person for one in desk.all(Decision)) >= 3
    assert {one.rule for one in desk.all(Stage)} == {StageRule.ANY, StageRule.COUNT}
    assert sum(one.trashed is not None for one in desk.all(Resource)) == 6


def test_most_requests_end_well() -> None:
    ends = Counter(one.result for one in requests() if one.state is not RequestState.IN_APPROVAL)
    assert ends[RequestResult.PASSED] > 2 * ends[RequestResult.REJECTED] > 0
    assert all(one.reason for one in requests())


def test_running_requests_keep_the_chain_that_was_replaced_twelve_minutes_ago() -> None:
    process = next(one for one in played(SUNDAY).all(Process) if one.kind is ProcessKind.HOST_CREATE)
    assert (process.version, process.updated) == (2, SUNDAY - 12 * MINUTE + 1_000)
    assert {one.version for one in requests() if one.process == process.id} == {1}


def test_a_project_has_hosts_that_run_and_hosts_in_the_trash() -> None:
    hosts = [one for one in played(SUNDAY).all(Resource) if one.kind is ResourceKind.HOST]
    web = [one for one in hosts if one.project == project("Web platform")]
    assert sorted(one.name for one in web if one.trashed) == ["web-old-1", "web-old-2", "web-old-3"]
    assert "web-04" in {one.name for one in web if not one.trashed}
    assert 35 <= len(hosts) <= 60
