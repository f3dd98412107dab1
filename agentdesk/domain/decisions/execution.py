"""What is done after the last Pass: apart from approval, and more than once if it fails (HZ-06)."""

from dataclasses import replace

from agentdesk.domain.commands import RecordExecution, RestoreResource, RetryExecution
from agentdesk.domain.decisions.case import Case, Changes
from agentdesk.domain.decisions.request_case import RequestCase
from agentdesk.domain.entities import Entity, Resource, Wish
from agentdesk.domain.inventory import carried_out, exceeded
from agentdesk.domain.reader import need
from agentdesk.domain.refusals import Refused
from agentdesk.domain.request_policy import works_with
from agentdesk.domain.values import Execution, ProcessKind, RequestResult, ResourceKind


def retry_execution(command: RetryExecution, case: RequestCase) -> Changes:
    return (case.running(case.request),)


def record_execution(command: RecordExecution, case: RequestCase) -> Changes:
    """Once for each attempt: a provider that answers twice is heard once."""
    request = case.request
    if request.execution is not Execution.RUNNING or command.attempt != request.attempts:
        raise Refused("not-due")
    changed, failure = _performed(command, case)
    if failure:
        return (replace(request, execution=Execution.FAILED, failure=failure, last_activity=case.at),)
    done = case.ended(request, RequestResult.PASSED)
    return (replace(done, execution=Execution.SUCCEEDED, failure=""), *changed)


def _performed(command: RecordExecution, case: RequestCase) -> tuple[tuple[Entity, ...], str]:
    if command.failure or not command.inventory:
        return (), command.failure
    try:
        return carried_out(case.request, case.reader, case.at), ""
    except Refused as refused:
        return (), refused.code


def restore_resource(command: RestoreResource, case: Case) -> Changes:
    """Out of the trash, if its place was not given to others."""
    host = need(case.reader, Resource, command.resource)
    if host.kind is not ResourceKind.HOST or not works_with(host, case.actor, case.reader):
        raise Refused("not-found", kind="resource", id=command.resource)
    if not host.trashed:
        raise Refused("not-in-trash", name=host.name)
    if size := exceeded(_wished_back(host), ProcessKind.HOST_CREATE, case.reader):
        raise Refused("quota-exceeded", size=size)
    return (replace(host, trashed=None),)


def _wished_back(host: Resource) -> Wish:
    return Wish(
        id=host.id, project=host.project, domain=host.domain, vcpus=host.vcpus, memory_gib=host.memory_gib,
        disk_gib=host.disk_gib, data_disk_gib=host.data_disk_gib,
    )  # fmt: skip
