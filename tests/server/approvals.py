"""Processes and requests at a server: one of each kind that a test may need."""

from typing import Any

from agentdesk.domain import commands as c
from agentdesk.domain.approvers import stage_at
from agentdesk.domain.commands import Command
from agentdesk.domain.standing import SYSTEM
from agentdesk.domain.values import Id, ProcessKind, ScopeKind
from agentdesk.domain.wishes import digest_of
from agentdesk.records.rows import Rows
from agentdesk.server.authority import accept
from agentdesk.server.database import reading
from agentdesk.server.schema import TABLES
from tests.builders import ADMIN, HELIOS, JONAS, LEA, MARA, NOAH
from tests.server.worlds import World


def a_project(world: World, member: Id = NOAH) -> Id:
    """Of Helios, with a member."""
    project = world.new_id()
    world.done(c.SaveProject(project=project, domain=HELIOS, name=f"Project {project[-6:]}"), ADMIN)
    held = c.AssignRole(person=member, role="member", scope_kind=ScopeKind.PROJECT, scope_id=project)
    world.done(held, ADMIN)
    return project


def a_process(world: World, kind: ProcessKind, *stages: c.StageForm) -> Id:
    """In force in this world, which may have one already; Mara decides unless stages are given."""
    with reading(world.engine) as connection:
        found = Rows(connection, TABLES).find("process", kind=kind)
    process = found[0].id if found else world.new_id()
    forms = stages or (c.StageForm(name="Owner", persons=(MARA,), transferable=True),)
    world.done(c.SaveProcess(process=process, kind=kind, stages=forms), ADMIN)
    if not (found and found[0].enabled):
        world.done(c.EnableProcess(process=process), ADMIN)
    return process


def an_application(world: World, project: Id, **more: Any) -> c.Apply:
    wish = {"name": "db-03", "vcpus": 8, "memory_gib": 64, "reason": "It swaps.", **more}
    return c.Apply(request=world.new_id(), kind=ProcessKind.HOST_CREATE, project=project, **wish)


def applied(world: World, project: Id, **more: Any) -> Id:
    command = an_application(world, project, **more)
    world.done(command, NOAH)
    return command.request


def seen(world: World, request: Id) -> dict[str, Any]:
    """What whoever looks now decides on."""
    with reading(world.engine) as connection:
        rows = Rows(connection, TABLES)
        thing = rows.get("request", request)
        stage = stage_at(thing, thing.stage, rows)
    assert stage is not None
    return {"request": request, "stage": stage.id, "digest": digest_of(thing, stage.id)}


def cases(world: World) -> dict[str, tuple[Id, Command]]:
    """One command of each kind around requests that will be accepted, and by whom."""
    project = a_project(world)
    host = _a_host_in_the_trash(world, project)
    process = a_process(world, ProcessKind.HOST_CREATE)
    passed, rejected, moved, undone, modified = (applied(world, project) for _ in range(5))
    delegation = world.new_id()
    forever = {"begins": 0, "ends": 1 << 45}
    world.done(c.SetDelegate(delegation=delegation, delegate=LEA, **forever), JONAS)
    spare = a_spare_process(world)
    stage = seen(world, moved)["stage"]
    return {
        "apply": (NOAH, an_application(world, project)),
        "modify_request": (NOAH, c.ModifyRequest(request=modified, project=project, name="x", vcpus=1, memory_gib=1)),
        "undo_request": (NOAH, c.UndoRequest(request=undone, reason="x")),
        "pass_stage": (MARA, c.PassStage(**seen(world, passed))),
        "reject_stage": (MARA, c.RejectStage(**seen(world, rejected), comment="x")),
        "transfer_stage": (MARA, c.TransferStage(request=moved, stage=stage, person=LEA)),
        "retry_execution": (NOAH, c.RetryExecution(request=_failed(world, project))),
        "set_delegate": (MARA, c.SetDelegate(delegation=world.new_id(), delegate=LEA, **forever)),
        "revoke_delegate": (JONAS, c.RevokeDelegate(delegation=delegation)),
        "restore_resource": (NOAH, c.RestoreResource(resource=host)),
        "save_desk": (ADMIN, c.SaveDesk(name="Northwind")),
        "save_process": (ADMIN, c.SaveProcess(
            process=process, kind=ProcessKind.HOST_CREATE, stages=(c.StageForm(name="Head", persons=(LEA,)),)
        )),
        "enable_process": (ADMIN, c.EnableProcess(process=spare)),
        "disable_process": (ADMIN, c.DisableProcess(process=process)),
    }  # fmt: skip


def a_spare_process(world: World) -> Id:
    """Saved, and not in force."""
    process = world.new_id()
    form = c.StageForm(name="Owner", persons=(MARA,))
    world.done(c.SaveProcess(process=process, kind=ProcessKind.HOST_CHANGE, stages=(form,)), ADMIN)
    return process


def run(world: World, request: Id, failure: str = "") -> None:
    """As the system does what is due."""
    attempt = world.get("request", request).attempts
    command = c.RecordExecution(request=request, attempt=attempt, failure=failure, inventory=not failure)
    assert by_system(world, command) == "applied"


def by_system(world: World, command: Command) -> str:
    return accept(world.engine, SYSTEM, SYSTEM, [world.wire(command)], world.now).results[0].status


def _failed(world: World, project: Id) -> Id:
    request = applied(world, project)
    world.done(c.PassStage(**seen(world, request)), MARA)
    run(world, request, failure="no capacity")
    return request


def _a_host_in_the_trash(world: World, project: Id) -> Id:
    """Made and deleted while no process stands in the way."""
    made = applied(world, project)
    run(world, made)
    host = next(iter(world.find("resource", project=project)))
    gone = c.Apply(request=world.new_id(), kind=ProcessKind.HOST_DELETE, hosts=(host.id,))
    world.done(gone, NOAH)
    run(world, gone.request)
    return str(host.id)
