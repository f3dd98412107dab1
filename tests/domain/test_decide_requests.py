"""Asking, changing one's mind, and what the operation does in the end."""

from typing import Any

import pytest

from agentdesk.domain import commands as c
from agentdesk.domain.entities import Candidate, RequestChange, Resource, Stage
from agentdesk.domain.inventory import quota_of, use_of
from agentdesk.domain.policy import available_actions
from agentdesk.domain.values import (
    DAY,
    Execution,
    Id,
    ProcessKind,
    RequestResult,
    RequestState,
    ResourceKind,
    ScopeKind,
)
from agentdesk.domain.wishes import values_of
from tests.builders import ADMIN, HELIOS, JONAS, LEA, MARA, NOAH, PETRA, WEI, an_id
from tests.domain.approval_desk import ANALYTICS, ELSEWHERE, PAYMENTS, REQUEST, SYSTEM, Approvals, stage

CREATE, CHANGE, DELETE = ProcessKind.HOST_CREATE, ProcessKind.HOST_CHANGE, ProcessKind.HOST_DELETE
JOIN, PROJECT, DOMAIN = ProcessKind.JOIN_PROJECT, ProcessKind.PROJECT_QUOTA, ProcessKind.DOMAIN_QUOTA


@pytest.fixture
def desk() -> Approvals:
    return Approvals()


def passed(desk: Approvals) -> None:
    desk.ok(MARA)
    desk.run()


def hosts(desk: Approvals) -> list[Resource]:
    return [one for one in desk.memory.all(Resource) if one.kind is ResourceKind.HOST]


# --------------------------------------------------------------------------------------------- the six kinds


@pytest.mark.rule("CP-03")
def test_a_host_application_creates_the_hosts_when_it_passed(desk: Approvals) -> None:
    desk.chain(stage())
    desk.file(count=2, data_disk_gib=100, image="Ubuntu 24.04 LTS")
    assert hosts(desk) == []
    passed(desk)
    made = sorted(hosts(desk), key=lambda host: host.name)
    assert [(host.name, host.vcpus, host.project, host.domain) for host in made] == [
        ("db-03-1", 8, ANALYTICS, HELIOS), ("db-03-2", 8, ANALYTICS, HELIOS),
    ]  # fmt: skip
    assert {host.request for host in made} == {REQUEST}


@pytest.mark.rule("CP-04")
def test_a_host_adjustment_changes_the_sizes_that_were_named(desk: Approvals) -> None:
    host = desk.host(vcpus=2, memory_gib=8, disk_gib=40)
    desk.chain(stage(), kind=CHANGE)
    desk.file(CHANGE, hosts=(host,), memory_gib=32)
    passed(desk)
    assert [(one.vcpus, one.memory_gib, one.disk_gib) for one in hosts(desk)] == [(2, 32, 40)]


@pytest.mark.rule("CP-05")
def test_deleted_hosts_lie_in_the_trash_and_can_be_restored(desk: Approvals) -> None:
    first, second = desk.host(1, vcpus=2), desk.host(2, vcpus=2)
    desk.chain(stage(), kind=DELETE)
    desk.file(DELETE, hosts=(first, second))
    passed(desk)
    assert all(host.trashed == desk.memory.at for host in hosts(desk))
    assert use_of(desk.memory, project=ANALYTICS)["vcpus"] == 0
    assert desk.refused(c.RestoreResource(resource=first), WEI).code == "not-found"
    desk.memory.do(c.RestoreResource(resource=first), NOAH)
    assert use_of(desk.memory, project=ANALYTICS)["vcpus"] == 2
    assert desk.refused(c.RestoreResource(resource=first), NOAH).code == "not-in-trash"


@pytest.mark.rule("CP-07")
def test_a_project_quota_is_set_when_it_passed(desk: Approvals) -> None:
    desk.chain(stage(), kind=PROJECT)
    desk.file(PROJECT, vcpus=64, memory_gib=512)
    passed(desk)
    quota = quota_of(desk.memory, project=ANALYTICS)
    assert quota is not None
    assert (quota.vcpus, quota.memory_gib) == (64, 512)


@pytest.mark.rule("CP-08")
def test_a_domain_quota_is_set_when_it_passed(desk: Approvals) -> None:
    desk.chain(stage(), kind=DOMAIN)
    desk.file(DOMAIN, by=PETRA)
    passed(desk)
    quota = quota_of(desk.memory, domain=HELIOS)
    assert quota is not None
    assert quota.vcpus == 640


@pytest.mark.rule("CP-01")
def test_a_request_is_no_ticket_and_a_ticket_no_request(desk: Approvals) -> None:
    desk.chain(stage())
    desk.file()
    assert desk.memory.get("ticket", REQUEST) is None
    wish = desk.wanted(ProcessKind.TECHNICAL_SUPPORT, request=an_id(43))
    assert desk.refused(wish, NOAH).code == "unknown-kind"


@pytest.mark.rule("CP-R2")
def test_one_request_covers_at_most_twenty_hosts(desk: Approvals) -> None:
    desk.chain(stage(), kind=DELETE)
    twenty = tuple(desk.host(n) for n in range(1, 21))
    assert desk.file(DELETE, hosts=twenty).hosts == twenty
    assert c.MOST_HOSTS == 20  # what is more is refused by the codec: tests/codec


# --------------------------------------------------------------------------------------------- what is missing


@pytest.mark.parametrize(
    ("kind", "fields", "code"),
    [
        (CREATE, {"project": None}, "project-required"),
        (CREATE, {"name": " "}, "name-required"),
        (CREATE, {"vcpus": 0}, "vcpus-required"),
        (CREATE, {"memory_gib": 0}, "memory-required"),
        (CREATE, {"reason": " "}, "reason-required"),
        (CREATE, {"project": an_id(999)}, "not-found"),
        (CREATE, {"project": ELSEWHERE}, "not-a-member"),
        (CHANGE, {}, "hosts-required"),
        (CHANGE, {"hosts": (an_id(61),)}, "size-required"),
        (DELETE, {"hosts": (an_id(61), an_id(61))}, "host-twice"),
        (DELETE, {"hosts": (an_id(61), an_id(62))}, "hosts-of-several-projects"),
        (DELETE, {"hosts": (an_id(999),)}, "not-found"),
        (PROJECT, {"vcpus": 0}, "size-required"),
        (PROJECT, {"vcpus": 1}, "quota-below-use"),
        (DOMAIN, {"domain": None}, "domain-required"),
        (DOMAIN, {}, "not-within-your-rights"),
    ],
)
@pytest.mark.rule("CP-52")
def test_what_is_missing_or_wrong_is_named(
    desk: Approvals, kind: ProcessKind, fields: dict[str, Any], code: str
) -> None:
    desk.host(1, vcpus=4)
    desk.host(2, PAYMENTS)
    member = c.AssignRole(person=NOAH, role="member", scope_kind=ScopeKind.PROJECT, scope_id=PAYMENTS)
    desk.memory.do(member, ADMIN)
    desk.chain(stage(), kind=kind)
    assert desk.refused(desk.wanted(kind, **{"reason": "Why.", **fields}), NOAH).code == code


def test_what_lies_in_the_trash_cannot_be_changed(desk: Approvals) -> None:
    host = desk.host()
    desk.chain(stage(), kind=DELETE)
    desk.file(DELETE, hosts=(host,))
    passed(desk)
    again = desk.wanted(DELETE, request=an_id(43), hosts=(host,))
    assert desk.refused(again, NOAH).code == "host-in-trash"


# --------------------------------------------------------------------------------------------- without a process


@pytest.mark.rule("CP-24", "CP-69")
def test_without_a_process_a_member_creates_changes_and_deletes_at_once(desk: Approvals) -> None:
    filed = desk.file()
    assert (filed.state, filed.execution, filed.process) == (RequestState.PROCESSING, Execution.RUNNING, None)
    assert desk.run().state is RequestState.COMPLETED
    assert [host.name for host in hosts(desk)] == ["db-03"]


@pytest.mark.rule("CP-69")
@pytest.mark.parametrize(
    ("kind", "by", "code"),
    [
        (PROJECT, NOAH, "not-within-your-rights"),
        (PROJECT, PETRA, ""),
        (PROJECT, ADMIN, ""),
        (DOMAIN, PETRA, "not-within-your-rights"),
        (DOMAIN, ADMIN, ""),
        (JOIN, LEA, "process-disabled"),
        (CREATE, LEA, "not-a-member"),
        (CREATE, PETRA, ""),
    ],
)
def test_without_a_process_everybody_acts_within_their_own_rights(
    desk: Approvals, kind: ProcessKind, by: Id, code: str
) -> None:
    wish = desk.wanted(kind)
    if code:
        assert desk.refused(wish, by).code == code
    else:
        desk.memory.do(wish, by)
        assert desk.request().execution is Execution.RUNNING


@pytest.mark.rule("CP-23", "CP-24", "CP-69")
def test_enabled_it_gates_administrators_too_and_disabled_it_gates_nobody(desk: Approvals) -> None:
    desk.chain(stage(), kind=DOMAIN)
    assert desk.file(DOMAIN, by=ADMIN).state is RequestState.IN_APPROVAL
    desk.memory.do(c.DisableProcess(process=desk.request().process or ""), ADMIN)
    assert desk.file(DOMAIN, by=ADMIN, request=an_id(43)).state is RequestState.PROCESSING


# --------------------------------------------------------------------------------------------- undo, modify


@pytest.mark.rule("CP-53", "CP-59")
def test_only_the_applicant_takes_back_what_is_incomplete_and_says_why(desk: Approvals) -> None:
    desk.chain(stage())
    desk.file()
    assert desk.refused(c.UndoRequest(request=REQUEST, reason="Not needed."), MARA).code == "not-allowed"
    assert desk.refused(c.UndoRequest(request=REQUEST), NOAH).code == "reason-required"
    desk.memory.do(c.UndoRequest(request=REQUEST, reason="Not needed."), NOAH)
    assert (desk.request().state, desk.request().withdrawn) == (RequestState.CANCELLED, "Not needed.")
    assert [(one.person, one.active) for one in desk.memory.all(Candidate)] == [(MARA, False)]
    assert desk.refused(c.UndoRequest(request=REQUEST, reason="Again."), NOAH).code == "request-withdrawn"


def test_a_decision_on_what_was_taken_back_is_refused(desk: Approvals) -> None:
    desk.chain(stage())
    desk.file()
    seen = desk.seen()
    desk.memory.do(c.UndoRequest(request=REQUEST, reason="Not needed."), NOAH)
    assert desk.refused(c.PassStage(**seen), MARA).code == "request-withdrawn"


@pytest.mark.rule("CP-66")
def test_the_applicant_modifies_what_nobody_has_decided(desk: Approvals) -> None:
    desk.chain(stage(persons=(MARA,)), stage(persons=(JONAS,)))
    desk.file()
    smaller = c.ModifyRequest(request=REQUEST, project=ANALYTICS, name="db-03", vcpus=4, memory_gib=32)
    desk.memory.do(smaller, NOAH)
    assert (desk.request().vcpus, desk.request().stage, desk.waiting()) == (4, 1, {MARA})
    desk.ok(MARA)
    assert desk.refused(smaller, NOAH).code == "already-decided"


@pytest.mark.rule("CP-66")
def test_a_request_whose_levels_have_not_been_read_yet_is_not_changed(desk: Approvals) -> None:
    """As on a desk that filed it by a process which was changed meanwhile, and has not pulled since."""
    desk.chain(stage(persons=(MARA,)))
    desk.file()
    for one in desk.memory.all(Stage):
        del desk.memory.rows["stage", one.id]
    other = c.ModifyRequest(request=REQUEST, project=ANALYTICS, name="db-03", vcpus=4, memory_gib=32)
    assert desk.refused(other, NOAH).code == "levels-not-here"


@pytest.mark.rule("CP-66")
def test_a_change_says_who_changed_what_and_when(desk: Approvals) -> None:
    desk.chain(stage(persons=(MARA,)))
    desk.file()
    was = desk.request()
    larger = c.ModifyRequest(
        request=REQUEST, project=ANALYTICS, name=was.name, vcpus=96, memory_gib=was.memory_gib, image="Debian 12"
    )
    desk.memory.do(larger, NOAH)
    (told,) = desk.memory.all(RequestChange)
    assert (told.request, told.by, told.at) == (REQUEST, NOAH, desk.request().last_activity)
    assert values_of(told.after) == {"vcpus": 96, "image": "Debian 12"}
    assert values_of(told.before) == {"vcpus": was.vcpus, "image": was.image}
    desk.memory.do(larger, NOAH)
    assert len(desk.memory.all(RequestChange)) == 1, "where nothing is another there is nothing to tell"


# --------------------------------------------------------------------------------------------- execution


@pytest.mark.rule("CP-64", "HZ-06")
def test_what_fails_after_approval_stays_open_and_the_applicant_tries_again(desk: Approvals) -> None:
    desk.quota(vcpus=4)
    desk.chain(stage())
    desk.file()
    desk.ok(MARA)
    failed = desk.run()
    assert (failed.state, failed.execution, failed.failure) == (
        RequestState.PROCESSING, Execution.FAILED, "quota-exceeded",
    )  # fmt: skip
    assert failed.result is RequestResult.PASSED
    assert desk.refused(c.RetryExecution(request=REQUEST), MARA).code == "not-allowed"
    desk.quota(vcpus=64)
    desk.memory.do(c.RetryExecution(request=REQUEST), NOAH)
    assert desk.run().state is RequestState.COMPLETED
    assert len(hosts(desk)) == 1


@pytest.mark.rule("CP-64")
def test_an_administrator_tries_again_after_three_failures(desk: Approvals) -> None:
    desk.quota(vcpus=4)
    desk.chain(stage())
    desk.file()
    desk.ok(MARA)
    for _ in range(2):
        desk.run()
        assert desk.refused(c.RetryExecution(request=REQUEST), ADMIN).code == "not-allowed"
        desk.memory.do(c.RetryExecution(request=REQUEST), NOAH)
    desk.run()
    desk.memory.do(c.RetryExecution(request=REQUEST), ADMIN)
    assert (desk.request().execution, desk.request().attempts) == (Execution.RUNNING, 4)


@pytest.mark.rule("HZ-06")
def test_a_provider_that_answers_twice_or_late_is_heard_once(desk: Approvals) -> None:
    desk.chain(stage())
    desk.file()
    desk.ok(MARA)
    desk.run(failure="no capacity", inventory=False)
    again = c.RecordExecution(request=REQUEST, attempt=1, inventory=False)
    assert desk.refused(again, SYSTEM).code == "not-due"
    desk.memory.do(c.RetryExecution(request=REQUEST), NOAH)
    assert desk.refused(again, SYSTEM).code == "not-due"
    assert desk.run(inventory=False).state is RequestState.COMPLETED
    assert hosts(desk) == []  # the other provider has made them


def test_nobody_but_the_system_records_what_was_done(desk: Approvals) -> None:
    desk.chain(stage())
    desk.file()
    desk.ok(MARA)
    assert desk.refused(c.RecordExecution(request=REQUEST, attempt=1), ADMIN).code == "not-allowed"


@pytest.mark.rule("CP-53")
def test_while_the_operation_runs_it_cannot_be_taken_back_and_after_a_failure_it_can(desk: Approvals) -> None:
    desk.quota(vcpus=4)
    desk.chain(stage())
    desk.file()
    desk.ok(MARA)
    assert desk.refused(c.UndoRequest(request=REQUEST, reason="No."), NOAH).code == "operation-running"
    desk.run()
    desk.memory.do(c.UndoRequest(request=REQUEST, reason="No."), NOAH)
    assert desk.request().state is RequestState.CANCELLED


def test_a_change_beyond_the_quota_fails_by_what_it_adds(desk: Approvals) -> None:
    host = desk.host(vcpus=4, memory_gib=8)
    desk.quota(vcpus=6)
    desk.chain(stage(), kind=CHANGE)
    desk.file(CHANGE, hosts=(host,), vcpus=8)
    desk.ok(MARA)
    assert desk.run().failure == "quota-exceeded"


def test_a_member_who_is_gone_by_then_does_not_join(desk: Approvals) -> None:
    desk.chain(stage(), kind=JOIN)
    desk.file(JOIN, by=LEA)
    desk.ok(MARA, project=ANALYTICS, role="editor")
    desk.memory.do(c.DisablePerson(person=LEA), ADMIN)
    assert desk.run().failure == "person-disabled"


# --------------------------------------------------------------------------------------------- who sees


def test_outsiders_are_answered_as_if_it_were_not_there(desk: Approvals) -> None:
    desk.chain(stage(persons=(MARA,)), stage(persons=(JONAS,)))
    desk.file()
    for person in (WEI, JONAS):  # the approver of a later stage sees it when it is their turn
        assert desk.refused(c.UndoRequest(request=REQUEST, reason="No."), person).code == "not-found"
    desk.ok(MARA)
    offered = available_actions(desk.request(), JONAS, desk.memory, desk.memory.at)
    assert {one.command for one in offered if one.enabled} == {"pass_stage", "reject_stage"}


@pytest.mark.parametrize(
    ("begins", "ends", "to", "code"),
    [(0, 1, LEA, "bad-dates"), (5, 5, LEA, "bad-dates"), (0, 10**13, MARA, "not-to-oneself")],
)
def test_a_delegation_has_a_future_and_somebody_else(
    desk: Approvals, begins: int, ends: int, to: Id, code: str
) -> None:
    wish = c.SetDelegate(delegation=an_id(70), delegate=to, begins=begins, ends=ends)
    assert desk.refused(wish, MARA).code == code


def test_a_delegation_is_revoked_by_who_gave_it(desk: Approvals) -> None:
    desk.chain(stage())
    desk.file()
    desk.memory.do(c.SetDelegate(delegation=an_id(70), delegate=LEA, begins=0, ends=desk.memory.at + DAY), MARA)
    assert desk.refused(c.RevokeDelegate(delegation=an_id(70)), JONAS).code == "not-found"
    desk.memory.do(c.RevokeDelegate(delegation=an_id(70)), MARA)
    assert desk.refused(c.PassStage(**desk.seen()), LEA).code == "not-found"
