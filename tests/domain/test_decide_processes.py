"""Who must approve what: set-up and its refusals."""

from typing import Any

import pytest

from agentdesk.domain import commands as c
from agentdesk.domain.decisions.processes import scopes_for
from agentdesk.domain.entities import Process, Stage
from agentdesk.domain.values import ProcessKind, RequestResult, RequestState, ScopeKind, StageRule, Verdict
from tests.builders import ADMIN, JONAS, MARA, NOAH, PETRA, an_id
from tests.domain.approval_desk import OWNER, PROCESS, Approvals, stage


@pytest.fixture
def desk() -> Approvals:
    return Approvals()


def save(kind: ProcessKind = ProcessKind.HOST_CREATE, *stages: c.StageForm, **fields: Any) -> c.SaveProcess:
    return c.SaveProcess(**{"process": PROCESS, "kind": kind, "stages": stages} | fields)


@pytest.mark.rule("CP-11", "CP-12", "CP-13", "CP-14", "CP-21", "CP-25")
def test_a_process_is_saved_with_its_stages_in_order_and_again_as_a_new_version(desk: Approvals) -> None:
    desk.memory.do(save(ProcessKind.HOST_CREATE, stage("First"), stage("Second")), ADMIN)
    made = desk.memory.all(Process)[0]
    assert (made.version, made.stages, made.enabled, made.updated_by) == (1, 2, False, ADMIN)
    desk.memory.do(save(ProcessKind.HOST_CREATE, stage("Second"), stage("Third"), stage("First")), ADMIN)
    made = desk.memory.all(Process)[0]
    names = {(one.version, one.position): one.name for one in desk.memory.all(Stage)}
    assert (made.version, [names[2, n] for n in (1, 2, 3)]) == (2, ["Second", "Third", "First"])
    assert [names[1, n] for n in (1, 2)] == ["First", "Second"]


@pytest.mark.rule("CP-14", "CP-R1")
@pytest.mark.parametrize("kind", list(ProcessKind))
def test_each_kind_has_its_most_levels_and_an_administrator_gives_it_others(desk: Approvals, kind: ProcessKind) -> None:
    most = 5 if kind in (ProcessKind.HOST_CREATE, ProcessKind.HOST_DELETE) else 1
    refused = desk.memory.refusal(save(kind, *[stage()] * (most + 1)), ADMIN)
    assert (refused.code, refused.data["most"]) == ("too-many-stages", most)
    desk.memory.do(c.SaveDesk(most_stages=(f"{kind}=3",)), ADMIN)
    desk.memory.do(save(kind, *[stage()] * 3), ADMIN)
    assert desk.memory.refusal(save(kind, *[stage()] * 4), ADMIN).code == "too-many-stages"


@pytest.mark.rule("CP-68")
def test_there_is_one_process_for_each_kind(desk: Approvals) -> None:
    desk.memory.do(save(ProcessKind.HOST_CREATE, stage()), ADMIN)
    other = save(ProcessKind.HOST_CREATE, stage(), process=an_id(44))
    assert desk.memory.refusal(other, ADMIN).code == "process-exists"
    kind = save(ProcessKind.HOST_DELETE, stage())
    assert desk.memory.refusal(kind, ADMIN).code == "other-kind"


@pytest.mark.rule("CP-15", "CP-16")
@pytest.mark.parametrize("kind", list(ProcessKind))
def test_a_role_is_asked_in_a_scope_that_the_kind_has(desk: Approvals, kind: ProcessKind) -> None:
    for scope in ScopeKind:
        wish = save(kind, stage(role=OWNER, scope=scope))
        if scope in scopes_for(kind):
            desk.memory.do(wish, ADMIN)
        else:
            assert desk.memory.refusal(wish, ADMIN).code == "scope-not-for-kind"
    in_project = kind not in (ProcessKind.JOIN_PROJECT, ProcessKind.DOMAIN_QUOTA)
    assert (ScopeKind.PROJECT in scopes_for(kind)) is in_project


@pytest.mark.parametrize(
    ("forms", "code"),
    [
        ((), "stage-required"),
        ((stage(persons=()),), "approver-required"),
        ((stage(" "),), "name-required"),
        ((stage(persons=(an_id(999),)),), "not-found"),
        ((stage(escalates_to=an_id(999)),), "not-found"),
        ((stage(rule=StageRule.COUNT),), "number-required"),
        ((stage(rule=StageRule.PERCENT),), "number-required"),
    ],
)
def test_what_is_wrong_with_a_chain_is_named(desk: Approvals, forms: tuple[c.StageForm, ...], code: str) -> None:
    assert desk.memory.refusal(save(ProcessKind.HOST_CREATE, *forms), ADMIN).code == code


def test_only_administrators_set_up_processes(desk: Approvals) -> None:
    for person in (MARA, NOAH):
        assert desk.memory.refusal(save(ProcessKind.HOST_CREATE, stage()), person).code == "not-allowed"


@pytest.mark.parametrize("word", ["host_create", "host_create=6", "host_create=0", "nothing=2", "host_create=x"])
def test_the_most_levels_are_a_kind_and_a_number_up_to_five(desk: Approvals, word: str) -> None:
    assert desk.memory.refusal(c.SaveDesk(most_stages=(word,)), ADMIN).code == "bad-argument"


@pytest.mark.rule("CP-23", "CP-24")
def test_enabling_and_disabling_are_remembered_with_who_did_it(desk: Approvals) -> None:
    desk.memory.do(save(ProcessKind.HOST_CREATE, stage()), ADMIN)
    desk.memory.do(c.EnableProcess(process=PROCESS), ADMIN)
    assert desk.memory.all(Process)[0].enabled
    desk.memory.do(c.DisableProcess(process=PROCESS), ADMIN)
    made = desk.memory.all(Process)[0]
    assert (made.enabled, made.updated, made.updated_by) == (False, desk.memory.at, ADMIN)


@pytest.mark.rule("HZ-05")
@pytest.mark.parametrize("verdict", list(Verdict))
@pytest.mark.parametrize(
    ("rule", "number"),
    [(StageRule.ANY, 0), (StageRule.ALL, 0), (StageRule.COUNT, 1), (StageRule.COUNT, 3), (StageRule.PERCENT, 50)],
)
def test_whatever_the_rule_every_stage_has_both_ends(
    desk: Approvals, rule: StageRule, number: int, verdict: Verdict
) -> None:
    desk.chain(stage(persons=(MARA, JONAS, PETRA), rule=rule, number=number))
    request = desk.file()
    for person in (MARA, JONAS, PETRA):
        if request.state is RequestState.IN_APPROVAL:
            request = desk.ok(person) if verdict is Verdict.PASS else desk.no(person)
    passed = verdict is Verdict.PASS
    assert request.result is (RequestResult.PASSED if passed else RequestResult.REJECTED)
    assert request.state is (RequestState.PROCESSING if passed else RequestState.COMPLETED)
