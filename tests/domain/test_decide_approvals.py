"""Stages, votes and who wins."""

import pytest

from agentdesk.domain import commands as c
from agentdesk.domain.entities import Candidate, ProcessVersion, StageResult
from agentdesk.domain.policy import available_actions
from agentdesk.domain.values import (
    DAY,
    HOUR,
    Execution,
    ProcessKind,
    RequestResult,
    RequestState,
    ScopeKind,
    StageRule,
    Verdict,
)
from tests.builders import ADMIN, GONE, HELIOS, JONAS, LEA, MARA, NOAH, PETRA, WEI, an_id
from tests.domain.approval_desk import (
    ANALYTICS,
    ELSEWHERE,
    FINANCE,
    OWNER,
    PAYMENTS,
    PROCESS,
    REQUEST,
    SYSTEM,
    Approvals,
    stage,
)


@pytest.fixture
def desk() -> Approvals:
    return Approvals()


@pytest.mark.rule("CP-02", "CP-61", "CP-R1")
def test_stages_run_in_order_and_the_operation_runs_after_the_last(desk: Approvals) -> None:
    desk.chain(
        stage("Owner", role=OWNER, scope=ScopeKind.PROJECT), stage("Head", role="domain_admin", scope=ScopeKind.DOMAIN)
    )
    filed = desk.file()
    assert (filed.state, filed.stage, filed.stages, desk.waiting()) == (RequestState.IN_APPROVAL, 1, 2, {MARA, JONAS})
    assert desk.ok(MARA, comment="Agreed with the team.").stage == 2
    assert desk.waiting() == {PETRA}
    passed = desk.ok(PETRA)
    assert (passed.state, passed.result) == (RequestState.PROCESSING, RequestResult.PASSED)
    assert (passed.execution, passed.stage, desk.waiting()) == (Execution.RUNNING, 0, set())
    done = desk.run()
    assert (done.state, done.execution, done.closed) == (
        RequestState.COMPLETED, Execution.SUCCEEDED, desk.memory.at,
    )  # fmt: skip


@pytest.mark.rule("CP-57", "CP-62")
def test_one_reject_ends_the_request(desk: Approvals) -> None:
    desk.chain(stage("Owner", role=OWNER, scope=ScopeKind.PROJECT), stage("Head"))
    desk.file()
    ended = desk.no(JONAS)
    assert (ended.state, ended.result, ended.execution) == (
        RequestState.COMPLETED, RequestResult.REJECTED, Execution.NONE,
    )  # fmt: skip
    assert desk.waiting() == set()


@pytest.mark.rule("CP-57")
def test_whoever_rejects_says_why(desk: Approvals) -> None:
    desk.chain(stage())
    desk.file()
    assert desk.refused(c.RejectStage(**desk.seen(), comment="  "), MARA).code == "comment-required"


@pytest.mark.rule("CP-56")
def test_a_pass_needs_no_comment(desk: Approvals) -> None:
    desk.chain(stage())
    desk.file()
    assert desk.ok(MARA).result is RequestResult.PASSED


@pytest.mark.rule("HZ-16")
def test_approving_on_one_device_and_rejecting_on_the_other_the_second_is_told(desk: Approvals) -> None:
    desk.chain(stage(persons=(MARA, JONAS), rule=StageRule.ALL))
    desk.file()
    seen = desk.seen()
    desk.ok(MARA)
    refused = desk.refused(c.RejectStage(**seen, comment="No."), MARA)
    assert (refused.code, refused.data["verdict"], refused.data["name"]) == ("already-decided", "pass", "Mara Lindt")


@pytest.mark.rule("HZ-02")
def test_a_decided_stage_waits_for_nobody_and_whoever_comes_second_is_told_who_won(desk: Approvals) -> None:
    desk.chain(stage(persons=(MARA, JONAS)), stage(persons=(LEA,)))
    desk.file()
    seen = desk.seen()
    desk.ok(MARA)
    refused = desk.refused(c.RejectStage(**seen, comment="No."), JONAS)
    assert (refused.code, refused.data["name"]) == ("already-decided", "Mara Lindt")
    assert desk.waiting() == {LEA}
    assert [one.decision for one in desk.memory.all(StageResult)] == [desk.decisions()[0].id]


def test_a_decision_holds_only_for_what_was_seen(desk: Approvals) -> None:
    desk.chain(stage())
    desk.file()
    seen = desk.seen()
    desk.memory.do(c.ModifyRequest(request=REQUEST, project=ANALYTICS, name="db-03", vcpus=64, memory_gib=512), NOAH)
    assert desk.refused(c.PassStage(**seen), MARA).code == "content-changed"
    assert desk.ok(MARA).result is RequestResult.PASSED


def test_a_stage_that_is_not_open_cannot_be_decided(desk: Approvals) -> None:
    desk.chain(stage(), stage(persons=(MARA,)))
    desk.file()
    later = desk.seen(position=2)
    assert desk.refused(c.PassStage(**later), MARA).code == "stage-not-open"


def test_nobody_decides_their_own_request_unless_the_process_says_so(desk: Approvals) -> None:
    desk.chain(stage(persons=(MARA, JONAS)), decides_own=False)
    desk.memory.do(c.AssignRole(person=MARA, role="member", scope_kind=ScopeKind.PROJECT, scope_id=ANALYTICS), ADMIN)
    desk.file(by=MARA)
    assert desk.waiting() == {JONAS}
    assert desk.refused(c.PassStage(**desk.seen()), MARA).code == "not-allowed"
    desk.chain(stage(persons=(MARA, JONAS)), decides_own=True)
    desk.file(by=MARA, request=an_id(43))
    assert desk.waiting(an_id(43)) == {MARA, JONAS}
    desk.memory.do(c.PassStage(**desk.seen(an_id(43))), MARA)
    assert desk.request(an_id(43)).result is RequestResult.PASSED


# --------------------------------------------------------------------------------------------- who decides


@pytest.mark.rule("CP-15", "CP-16", "CP-17", "CP-18", "CP-19", "CP-20", "CP-R3")
def test_a_stage_asks_its_role_in_the_scope_and_its_persons(desk: Approvals) -> None:
    cases = [
        (stage(role=OWNER, scope=ScopeKind.PROJECT), {MARA, JONAS}),
        (stage(role=OWNER, scope=ScopeKind.DOMAIN), {MARA, JONAS}),
        (stage(role=OWNER, scope=ScopeKind.SYSTEM), {MARA, JONAS, WEI}),
        (stage(role=FINANCE, scope=ScopeKind.DOMAIN), {JONAS}),
        (stage(role=FINANCE, scope=ScopeKind.SYSTEM), {LEA, JONAS}),
        (stage(persons=(WEI,)), {WEI}),
        (stage(role=FINANCE, scope=ScopeKind.DOMAIN, persons=(WEI,)), {JONAS, WEI}),
    ]
    for number, (form, expected) in enumerate(cases):
        desk.chain(form)
        request = an_id(500 + number)
        desk.file(request=request)
        assert desk.waiting(request) == expected, form


@pytest.mark.rule("HZ-04")
def test_a_stage_of_nobody_blocks_and_goes_on_when_there_is_somebody(desk: Approvals) -> None:
    desk.chain(stage(persons=(GONE,)))
    blocked = desk.file()
    assert (blocked.state, blocked.blocked, desk.waiting()) == (RequestState.IN_APPROVAL, True, set())
    asking = c.RemindStage(request=REQUEST, stage=desk.seen()["stage"])
    assert desk.refused(asking, SYSTEM).code == "not-due"
    desk.memory.do(c.DisablePerson(person=GONE, enabled=True), ADMIN)
    desk.memory.do(asking, SYSTEM)
    assert (desk.request().blocked, desk.waiting()) == (False, {GONE})


def test_somebody_disabled_after_the_stage_opened_may_not_decide(desk: Approvals) -> None:
    desk.chain(stage(persons=(MARA, LEA)))
    desk.file()
    desk.memory.do(c.DisablePerson(person=LEA), ADMIN)
    assert desk.refused(c.PassStage(**desk.seen()), LEA).code == "person-disabled"
    desk.memory.do(c.RemindStage(request=REQUEST, stage=desk.seen()["stage"]), SYSTEM)
    assert desk.waiting() == {MARA}


def test_whoever_got_the_role_after_the_stage_opened_may_decide(desk: Approvals) -> None:
    desk.chain(stage(role=OWNER, scope=ScopeKind.PROJECT))
    desk.file()
    desk.memory.do(c.AssignRole(person=LEA, role=OWNER, scope_kind=ScopeKind.PROJECT, scope_id=ANALYTICS), ADMIN)
    assert desk.ok(LEA).result is RequestResult.PASSED


def test_whoever_lost_the_role_may_decide_no_longer(desk: Approvals) -> None:
    desk.chain(stage(role=OWNER, scope=ScopeKind.PROJECT))
    desk.file()
    desk.memory.do(c.RevokeRole(person=MARA, role=OWNER, scope_kind=ScopeKind.PROJECT, scope_id=ANALYTICS), ADMIN)
    assert desk.refused(c.PassStage(**desk.seen()), MARA).code == "not-an-approver"


def test_all_who_are_left_have_passed_when_the_last_one_is_disabled(desk: Approvals) -> None:
    desk.chain(stage(persons=(MARA, JONAS, LEA), rule=StageRule.ALL))
    desk.file()
    desk.ok(MARA)
    desk.ok(JONAS)
    desk.memory.do(c.DisablePerson(person=LEA), ADMIN)
    desk.memory.do(c.RemindStage(request=REQUEST, stage=desk.seen()["stage"]), SYSTEM)
    assert desk.request().result is RequestResult.PASSED


@pytest.mark.rule("HZ-01")
def test_all_must_pass_where_the_stage_says_all(desk: Approvals) -> None:
    desk.chain(stage(persons=(MARA, JONAS, LEA), rule=StageRule.ALL))
    desk.file()
    assert desk.ok(MARA).state is RequestState.IN_APPROVAL
    assert desk.waiting() == {JONAS, LEA}
    assert desk.ok(LEA).state is RequestState.IN_APPROVAL
    assert desk.ok(JONAS).result is RequestResult.PASSED


@pytest.mark.rule("HZ-01")
def test_two_of_three_are_refused_by_the_second_reject(desk: Approvals) -> None:
    desk.chain(stage(persons=(MARA, JONAS, LEA), rule=StageRule.COUNT, number=2))
    desk.file()
    assert desk.no(MARA).state is RequestState.IN_APPROVAL
    assert desk.no(LEA).result is RequestResult.REJECTED


# ------------------------------------------------------------------------------- handing on, delegates, time


@pytest.mark.rule("CP-65")
def test_a_stage_can_be_handed_on_where_it_says_so(desk: Approvals) -> None:
    desk.chain(stage(transferable=True))
    desk.file()
    desk.memory.do(c.TransferStage(request=REQUEST, stage=desk.seen()["stage"], person=LEA, comment="Yours."), MARA)
    assert desk.waiting() == {LEA}
    assert desk.refused(c.PassStage(**desk.seen()), MARA).code == "not-an-approver"
    desk.memory.do(
        c.TransferStage(request=REQUEST, stage=desk.seen()["stage"], role=OWNER, scope=ScopeKind.PROJECT), LEA
    )
    assert desk.waiting() == {MARA, JONAS}
    assert desk.ok(JONAS).result is RequestResult.PASSED


@pytest.mark.rule("CP-65")
@pytest.mark.parametrize("later", [0, -DAY])
def test_the_last_of_several_who_were_handed_a_stage_decides_whatever_the_clock_says(
    desk: Approvals, later: int
) -> None:
    desk.chain(stage(persons=(MARA, JONAS, LEA), transferable=True))
    desk.file()
    at = desk.memory.at
    for by, to in ((MARA, LEA), (LEA, JONAS), (JONAS, MARA), (MARA, LEA)):
        desk.memory.at = at = at + later
        desk.memory.do(c.TransferStage(request=REQUEST, stage=desk.seen()["stage"], person=to), by)
        assert desk.waiting() == {to}
        assert desk.refused(c.PassStage(**desk.seen()), by).code == "not-an-approver"


@pytest.mark.rule("CP-65")
def test_a_stage_that_may_not_be_handed_on_does_not_offer_it(desk: Approvals) -> None:
    desk.chain(stage())
    desk.file()
    offered = {action.command for action in available_actions(desk.request(), MARA, desk.memory, desk.memory.at)}
    assert offered == {"pass_stage", "reject_stage"}
    assert desk.refused(
        c.TransferStage(request=REQUEST, stage=desk.seen()["stage"], person=LEA), MARA
    ).code == "not-allowed"  # fmt: skip


@pytest.mark.rule("HZ-07")
def test_a_delegate_decides_for_somebody_else_in_the_time_that_was_given(desk: Approvals) -> None:
    desk.chain(stage())
    desk.file()
    desk.memory.do(
        c.SetDelegate(delegation=an_id(70), delegate=LEA, begins=desk.memory.at, ends=desk.memory.at + DAY), MARA
    )
    assert desk.ok(LEA).result is RequestResult.PASSED
    assert [(one.person, one.by) for one in desk.decisions()] == [(MARA, LEA)]


@pytest.mark.rule("HZ-07")
def test_a_delegate_cannot_decide_what_was_decided_or_after_the_time(desk: Approvals) -> None:
    desk.chain(stage(persons=(MARA, JONAS), rule=StageRule.ALL))
    desk.file()
    desk.memory.do(c.SetDelegate(delegation=an_id(70), delegate=LEA, begins=0, ends=desk.memory.at + HOUR), MARA)
    desk.ok(MARA)
    assert desk.refused(c.PassStage(**desk.seen()), LEA).code == "already-decided"
    desk.memory.at += 2 * HOUR
    assert desk.refused(c.PassStage(**desk.seen()), LEA).code == "not-found"


def test_a_delegate_cannot_decide_their_own_request(desk: Approvals) -> None:
    desk.chain(stage())
    desk.memory.do(c.SetDelegate(delegation=an_id(70), delegate=NOAH, begins=0, ends=desk.memory.at + DAY), MARA)
    desk.file(by=NOAH)
    assert desk.refused(c.PassStage(**desk.seen()), NOAH).code == "own-request"


def test_an_overdue_stage_is_reminded_once_and_then_escalated_and_never_passes(desk: Approvals) -> None:
    desk.chain(stage(due_hours=24, escalates_to=LEA))
    desk.file()
    stage_id = desk.seen()["stage"]
    desk.memory.at += 24 * HOUR + 1
    desk.memory.do(c.RemindStage(request=REQUEST, stage=stage_id), SYSTEM)
    assert desk.request().reminded == desk.memory.at
    assert desk.refused(c.RemindStage(request=REQUEST, stage=stage_id), SYSTEM).code == "not-due"
    assert desk.refused(c.EscalateStage(request=REQUEST, stage=stage_id), SYSTEM).code == "not-due"
    desk.memory.at += 24 * HOUR
    desk.memory.do(c.EscalateStage(request=REQUEST, stage=stage_id), SYSTEM)
    assert (desk.waiting(), desk.request().state) == ({MARA, LEA}, RequestState.IN_APPROVAL)


# --------------------------------------------------------------------------------------------- joining, versions


@pytest.mark.rule("CP-06", "CP-55")
def test_who_joins_gets_the_project_and_role_that_the_approver_chose(desk: Approvals) -> None:
    desk.chain(stage(), kind=ProcessKind.JOIN_PROJECT)
    desk.file(ProcessKind.JOIN_PROJECT, by=LEA, project=ANALYTICS)
    assert desk.refused(c.PassStage(**desk.seen()), MARA).code == "project-required"
    assert desk.refused(c.PassStage(**desk.seen(), project=PAYMENTS), MARA).code == "role-required"
    outside = c.PassStage(**desk.seen(), project=ELSEWHERE, role="editor")
    assert desk.refused(outside, MARA).code == "project-out-of-reach"
    staff = c.PassStage(**desk.seen(), project=PAYMENTS, role="admin")
    assert desk.refused(staff, MARA).code == "role-needs-scope"
    desk.ok(MARA, project=PAYMENTS, role="editor")
    desk.run()
    held = [(one.role, one.scope_id) for one in desk.memory.find("role_assignment", person=LEA)]  # type: ignore[attr-defined]
    assert ("editor", PAYMENTS) in held


@pytest.mark.rule("CP-55")
def test_without_three_levels_one_joins_a_project_of_the_default_domain(desk: Approvals) -> None:
    desk.memory.do(c.SaveDesk(three_levels=False, default_domain=HELIOS), ADMIN)
    desk.chain(stage(), kind=ProcessKind.JOIN_PROJECT)
    desk.file(ProcessKind.JOIN_PROJECT, by=WEI)
    outside = c.PassStage(**desk.seen(), project=ELSEWHERE, role="editor")
    assert desk.refused(outside, MARA).code == "project-out-of-reach"
    assert desk.ok(MARA, project=PAYMENTS, role="editor").project == PAYMENTS


@pytest.mark.rule("CP-25")
def test_a_running_request_keeps_the_chain_it_started_with(desk: Approvals) -> None:
    desk.chain(stage(persons=(MARA,)), stage(persons=(JONAS,)))
    desk.file()
    desk.chain(stage(persons=(LEA,)))
    assert (desk.request().version, desk.request().stages) == (1, 2)
    desk.ok(MARA)
    assert desk.waiting() == {JONAS}
    assert desk.ok(JONAS).result is RequestResult.PASSED
    assert sorted(one.number for one in desk.memory.all(ProcessVersion)) == [1, 2]
    desk.file(request=an_id(43))
    assert desk.waiting(an_id(43)) == {LEA}


@pytest.mark.rule("HZ-03")
def test_how_one_request_ended_says_nothing_about_the_next(desk: Approvals) -> None:
    desk.chain(stage())
    desk.file()
    desk.no(MARA)
    second = desk.file(request=an_id(43))
    assert (second.state, second.result, desk.waiting(an_id(43))) == (RequestState.IN_APPROVAL, None, {MARA})


@pytest.mark.rule("CP-59")
def test_who_was_asked_still_sees_it_after_somebody_else_decided(desk: Approvals) -> None:
    desk.chain(stage(persons=(MARA, JONAS)))
    desk.file()
    desk.ok(MARA)
    involved = [one.person for one in desk.memory.all(Candidate) if not one.active]
    assert sorted(involved) == sorted([MARA, JONAS])
    assert {one.verdict for one in desk.decisions()} == {Verdict.PASS}
    assert desk.request().process == PROCESS
    assert desk.request().domain == HELIOS
