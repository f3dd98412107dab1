"""Decisions on a desk that is cut off: nothing is called approved before the server has said so."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from agentdesk.clock import SetClock
from agentdesk.desk.queries.outbox import Outbox
from agentdesk.desk.queries.request_work import RequestSearch, Word
from agentdesk.desk.queries.requests import RequestIds, RequestOf, RequestRows
from agentdesk.domain import commands as c
from agentdesk.domain.inventory import host_id
from agentdesk.domain.values import Id, ProcessKind, RequestState, ScopeKind
from agentdesk.server.due import do_what_is_due
from agentdesk.store.schema import TABLES
from tests.builders import ADMIN, JONAS, LEA, MARA, NOAH, NOON
from tests.desk.served import ServedStage
from tests.server import approvals


@pytest.fixture
def stage(tmp_path: Path) -> Iterator[ServedStage]:
    """Mara and Jonas decide about what Noah wants; this is Mara's desk."""
    made = ServedStage(tmp_path / "desk", SetClock(NOON))
    project = approvals.a_project(made.world)
    approvals.a_process(
        made.world, ProcessKind.HOST_CREATE, c.StageForm(name="Owner", persons=(MARA, JONAS)),
    )  # fmt: skip
    made.ticket = approvals.applied(made.world, project)
    made.join()
    yield made
    made.close()


def decision(stage: ServedStage) -> dict[str, Any]:
    detail = stage.desk.look(RequestOf(stage.ticket))
    assert detail is not None
    assert detail.stage is not None
    return {"request": stage.ticket, "stage": detail.stage, "digest": detail.digest}


def pending(stage: ServedStage) -> tuple[Id, ...]:
    return stage.desk.look(RequestIds("approvals.pending"))


def state(stage: ServedStage) -> RequestState:
    return stage.desk.look(RequestRows((stage.ticket,)))[0].request.state


def test_an_approver_finds_what_waits_for_them(stage: ServedStage) -> None:
    assert pending(stage) == (stage.ticket,)
    detail = stage.desk.look(RequestOf(stage.ticket))
    assert detail is not None
    assert {action.command for action in detail.actions if action.enabled} == {"pass_stage", "reject_stage"}


@pytest.mark.rule("HZ-07")
def test_a_decision_without_a_connection_is_to_be_submitted_and_then_holds(stage: ServedStage) -> None:
    stage.cut()
    assert stage.do(c.PassStage(**decision(stage), comment="Agreed.")).done
    row = stage.desk.look(RequestRows((stage.ticket,)))[0]
    assert (row.submitted, row.request.state) == ("pass_stage", RequestState.IN_APPROVAL)
    stage.mend()
    assert state(stage) is RequestState.PROCESSING
    assert do_what_is_due(stage.engine, stage.clock.at).touched
    stage.run()
    row = stage.desk.look(RequestRows((stage.ticket,)))[0]
    assert (row.submitted, row.request.state, row.request.execution) == ("", RequestState.COMPLETED, "succeeded")
    assert pending(stage) == ()
    assert stage.desk.look(RequestIds("approvals.resolved")) == (stage.ticket,)


@pytest.mark.rule("HZ-07")
def test_whoever_decided_offline_and_came_second_is_told_who_was_first(stage: ServedStage) -> None:
    stage.cut()
    assert stage.do(c.RejectStage(**decision(stage), comment="Too large.")).done
    stage.world.done(c.PassStage(**approvals.seen(stage.world, stage.ticket)), JONAS)
    stage.mend()
    assert state(stage) is RequestState.PROCESSING
    back = stage.desk.look(Outbox())[0]
    assert (back.command, back.code, back.data["name"]) == ("reject_stage", "already-decided", "Jonas Beck")
    assert (back.on, back.number, back.subject) == (stage.ticket, "WF-1", "db-03")
    assert isinstance(back.wish, c.RejectStage)
    assert back.wish.comment == "Too large."
    assert stage.desk.look(RequestIds("approvals.involved")) == (stage.ticket,)


def test_a_decision_on_what_was_changed_meanwhile_comes_back(stage: ServedStage) -> None:
    stage.cut()
    assert stage.do(c.PassStage(**decision(stage))).done
    request = stage.world.get("request", stage.ticket)
    other = c.ModifyRequest(request=stage.ticket, project=request.project, name="db", vcpus=99, memory_gib=1)
    stage.world.done(other, NOAH)
    stage.mend()
    assert state(stage) is RequestState.IN_APPROVAL
    back = stage.desk.look(Outbox())[0]
    assert (back.code, back.data) == ("content-changed", {})
    assert {one.name: (one.before, one.after) for one in back.changes} == {
        "name": (request.name, "db"), "vcpus": (request.vcpus, 99), "memory_gib": (request.memory_gib, 1),
    }  # fmt: skip


def test_what_was_withdrawn_goes_from_the_list(stage: ServedStage) -> None:
    stage.world.done(c.UndoRequest(request=stage.ticket, reason="Not needed."), NOAH)
    stage.run()
    assert (pending(stage), state(stage)) == ((), RequestState.CANCELLED)


def test_processes_are_set_up_with_a_connection_only(tmp_path: Path) -> None:
    stage = ServedStage(tmp_path / "desk", SetClock(NOON), person=ADMIN)
    stage.join()
    form = c.StageForm(name="Owner", persons=(MARA,))
    wish = c.SaveProcess(process=stage.clock.new_id(), kind=ProcessKind.HOST_DELETE, stages=(form,))
    stage.cut()
    refusal = stage.do(wish).refusal
    assert refusal is not None
    assert refusal.code == "needs-connection"
    stage.mend()
    assert stage.do(wish).done
    stage.run()
    assert stage.world.get("process", wish.process).stages == 1
    stage.close()


@pytest.mark.rule("HZ-07", "CP-16")
def test_a_delegate_decides_where_the_one_they_stand_in_for_was_asked_by_role(tmp_path: Path) -> None:
    stage = ServedStage(tmp_path / "desk", SetClock(NOON), person=LEA)
    world, project = stage.world, approvals.a_project(stage.world)
    owner = c.StageForm(name="Owner", role="owner", scope=ScopeKind.PROJECT)
    approvals.a_process(world, ProcessKind.HOST_CREATE, owner)
    world.done(c.AssignRole(person=MARA, role="owner", scope_kind=ScopeKind.PROJECT, scope_id=project), ADMIN)
    delegation = world.new_id()
    world.done(c.SetDelegate(delegation=delegation, delegate=LEA, begins=0, ends=1 << 45), MARA)
    stage.ticket = approvals.applied(world, project)
    stage.join()
    assert pending(stage) == (stage.ticket,)
    assert stage.do(c.PassStage(**decision(stage))).done
    stage.run()
    (vote,) = world.find("decision", request=stage.ticket)
    assert (vote.person, vote.by) == (MARA, LEA)
    assert roles_of_others(stage) == {MARA}
    world.done(c.RevokeDelegate(delegation=delegation), MARA)
    stage.run()
    assert roles_of_others(stage) == set()
    stage.close()


@pytest.mark.rule("CP-05", "HZ-07")
def test_who_decides_reads_what_hosts_are_called_that_they_do_not_see(tmp_path: Path) -> None:
    stage = ServedStage(tmp_path / "desk", SetClock(NOON), person=LEA)
    world, project = stage.world, approvals.a_project(stage.world)
    (gate,) = world.find("process", kind=ProcessKind.HOST_CREATE)
    world.done(c.DisableProcess(process=gate.id), ADMIN)
    made = approvals.applied(world, project)
    do_what_is_due(world.engine, world.now)
    approvals.a_process(world, ProcessKind.HOST_DELETE, c.StageForm(name="Owner", persons=(LEA,)))
    request = world.new_id()
    host = host_id(made, 0)
    world.done(c.Apply(request=request, kind=ProcessKind.HOST_DELETE, hosts=(host,), reason="Old."), NOAH)
    stage.join()
    seen = stage.desk.look(RequestOf(request))
    assert seen is not None
    assert seen.hosts == ()
    assert seen.row.hosts == ("db-03",)
    assert [row.id for row in stage.desk.look(RequestSearch((Word("db-03"),), limit=5))] == [request]
    stage.close()


def roles_of_others(stage: ServedStage) -> set[Id]:
    held = select(TABLES["role_assignment"].c.person)
    people = stage.desk.transact(lambda connection: (connection.scalars(held).all(), frozenset()))
    return set(people) - {stage.person}
