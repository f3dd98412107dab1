"""On the server a provider that fails or hangs keeps nothing else from being done."""

from collections.abc import Callable
from dataclasses import dataclass

import pytest

from agentdesk.domain.attending import LIMIT
from agentdesk.domain.commands import PassStage, RecordExecution, RetryExecution
from agentdesk.domain.entities import Request
from agentdesk.domain.request_due import EMBEDDED
from agentdesk.domain.values import Execution, Id, ProcessKind
from agentdesk.server.due import do_what_is_due
from agentdesk.server.poller import attended
from agentdesk.server.service import Service
from tests.builders import MARA, NOAH
from tests.server.approvals import a_process, a_project, applied, seen
from tests.server.worlds import World


@dataclass
class Cloud:
    """Raises for one request and does all others."""

    hates: Id

    def perform(self, request: Request) -> RecordExecution | None:
        if request.id == self.hates:
            raise ConnectionError("The cloud is not there.")
        return RecordExecution(request=request.id, attempt=request.attempts)


def passed(world: World, project: Id) -> Id:
    request = applied(world, project)
    world.done(PassStage(**seen(world, request)), MARA)
    assert world.get("request", request).execution is Execution.RUNNING
    return request


@pytest.fixture
def project(world: World) -> Id:
    project = a_project(world)
    a_process(world, ProcessKind.HOST_CREATE)
    return project


@pytest.mark.rule("CP-64", "HZ-06")
def test_one_failure_does_not_keep_the_others_and_is_tried_again(world: World, project: Id) -> None:
    bad, good = passed(world, project), passed(world, project)
    do_what_is_due(world.engine, world.now, provider=Cloud(bad))
    assert world.get("request", good).execution is Execution.SUCCEEDED
    failed = world.get("request", bad)
    assert (failed.execution, failed.failure) == (Execution.FAILED, "The cloud is not there.")
    world.done(RetryExecution(request=bad), NOAH)
    do_what_is_due(world.engine, world.now, provider=Cloud(""))
    assert world.get("request", bad).execution is Execution.SUCCEEDED
    assert len(world.find("resource", project=project)) == 2


@pytest.mark.rule("HZ-06")
def test_one_that_hangs_is_waited_for_apart_and_not_for_ever(world: World, project: Id) -> None:
    request = passed(world, project)
    hanging: list[Callable[[], None]] = []
    service = Service(world.engine, now=lambda: world.now, provider=Cloud(""))
    provider = attended(service, hanging.append)
    do_what_is_due(world.engine, world.now, provider=provider)
    assert (world.get("request", request).execution, len(hanging)) == (Execution.RUNNING, 1)
    world.now += LIMIT + 1
    do_what_is_due(world.engine, world.now, provider=provider)
    assert world.get("request", request).failure == "provider-timeout"
    for job in hanging:
        job()
    do_what_is_due(world.engine, world.now, provider=provider)
    assert world.get("request", request).execution is Execution.FAILED
    assert world.find("resource", project=project) == ()


def test_our_own_inventory_is_never_waited_for(world: World) -> None:
    assert attended(Service(world.engine)) is EMBEDDED
