"""Who may do what with requests: one request for each situation, and somebody for each relation to it (T9)."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any

from sqlalchemy import Engine

from agentdesk.domain import commands as c
from agentdesk.domain.entities import Resource
from agentdesk.domain.standing import SYSTEM
from agentdesk.domain.values import DAY, HOUR, Id, ProcessKind, ResourceKind, Role, ScopeKind
from agentdesk.domain.wishes import digest_of
from agentdesk.records.rows import Rows
from agentdesk.server.database import owning
from agentdesk.server.schema import TABLES
from agentdesk.wire import Result, WireCommand
from tests.builders import ADMIN, HELIOS, ORBIS, a_person, a_role
from tests.server.matrix import MISSING, named, tried
from tests.server.worlds import World

PEOPLE = (
    "applicant", "past approver", "asked in the past", "present approver", "also present", "future approver",
    "delegate", "delegate of the future", "delegate who was", "delegate to be", "colleague", "domain admin",
    "other domain", "handler", "admin", "nobody", "disabled",
)  # fmt: skip
"""To a request whose second of three stages is open; `disabled` is an approver of it whose account is shut."""
SITUATIONS = (
    "first stage", "second stage", "running", "failed", "failed often", "succeeded", "rejected", "withdrawn", "missing"
)  # fmt: skip
PROJECT = named("project")
HOST, TRASHED, PROCESS, DELEGATION = (named(word) for word in ("host", "trashed", "process", "delegation"))
_ROLES: dict[str, tuple[str, ScopeKind, Id | None]] = {
    "applicant": ("member", ScopeKind.PROJECT, PROJECT),
    "colleague": ("member", ScopeKind.PROJECT, PROJECT),
    "domain admin": (Role.DOMAIN_ADMIN, ScopeKind.DOMAIN, HELIOS),
    "other domain": (Role.DOMAIN_ADMIN, ScopeKind.DOMAIN, ORBIS),
    "handler": (Role.HANDLER, ScopeKind.SYSTEM, None),
    "admin": (Role.ADMIN, ScopeKind.SYSTEM, None),
}
_STAGES = (
    ("past approver", "asked in the past"),
    ("present approver", "also present", "disabled"),
    ("future approver",),
)
STEPS: dict[str, tuple[tuple[str, str], ...]] = {
    "first stage": (),
    "second stage": (("past approver", "pass"),),
    "running": (("past approver", "pass"), ("present approver", "pass"), ("future approver", "pass")),
    "rejected": (("applicant", "modify"), ("past approver", "pass"), ("present approver", "reject")),
    "withdrawn": (("past approver", "pass"), ("applicant", "undo")),
}
STEPS["failed"] = (*STEPS["running"], ("system", "fail"))
STEPS["failed often"] = (*STEPS["failed"], *2 * (("applicant", "retry"), ("system", "fail")))
STEPS["succeeded"] = (*STEPS["running"], ("system", "succeed"))


COVERED = (*c.REQUEST_COMMANDS, *c.APPROVAL_COMMANDS, c.SaveDesk, c.SaveProcess, c.EnableProcess, c.DisableProcess)
"""Every command that has its rows here; tests/server/matrix.py has the others."""


def id_of(person: str) -> Id:
    return SYSTEM if person == "system" else named("request", person)


def request_in(situation: str) -> Id:
    return MISSING if situation == "missing" else named("request in", situation)


@dataclass
class RequestDesk:
    """The desk, and a command of each name as somebody who sees the request would send it."""

    engine: Engine
    set_up: Callable[["RequestDesk"], None] = lambda _: None
    """Called when all is there but the requests."""
    world: World = field(init=False)

    def __post_init__(self) -> None:
        self.world = World(self.engine)
        self._people()
        self._set_up()
        self.set_up(self)
        for situation, steps in STEPS.items():
            self._file(situation)
            for who, act in steps:
                self.world.done(self.command(act, situation), id_of(who))

    def _people(self) -> None:
        with owning(self.engine) as connection:
            rows = Rows(connection, TABLES)
            for name in PEOPLE:
                domain = ORBIS if name == "other domain" else HELIOS
                person = a_person(id_of(name), name.replace(" ", "."), domain, enabled=name != "disabled")
                rows.put(replace(person, rev=1))
            rows.put(_host(HOST, PROJECT, HELIOS))
            rows.put(replace(_host(TRASHED, PROJECT, HELIOS), trashed=self.world.now))
            for name, (role, kind, scope) in _ROLES.items():
                rows.put(replace(a_role(named("role", name), id_of(name), role, (kind, scope)), rev=1))

    def _set_up(self) -> None:
        done, world = self.world.done, self.world
        done(c.SaveProject(project=PROJECT, domain=HELIOS, name="Analytics"), ADMIN)
        stages = tuple(
            c.StageForm(name=f"Level {n}", persons=tuple(map(id_of, people)), transferable=True)
            for n, people in enumerate(_STAGES, 1)
        )
        kind = ProcessKind.HOST_CREATE
        done(c.SaveProcess(process=PROCESS, kind=kind, name="Hosts", stages=stages), ADMIN)
        done(c.EnableProcess(process=PROCESS), ADMIN)
        now = world.now + 1_000
        for lender, borrower, begins, ends in (
            ("present approver", "delegate", now, now + DAY),
            ("future approver", "delegate of the future", now, now + DAY),
            ("present approver", "delegate who was", now, now + HOUR),
            ("present approver", "delegate to be", now + DAY, now + 2 * DAY),
        ):
            id = DELEGATION if borrower == "delegate" else world.new_id()
            command = c.SetDelegate(delegation=id, delegate=id_of(borrower), begins=begins, ends=ends)
            done(command, id_of(lender))
        world.now += 2 * HOUR

    def _file(self, situation: str) -> None:
        request = request_in(situation)
        self.world.done(
            c.Apply(request=request, kind=ProcessKind.HOST_CREATE, reason="It swaps.", **_HOST), id_of("applicant")
        )

    # ------------------------------------------------------------------ commands

    def command(self, act: str, situation: str) -> c.Command:
        """As it would be written by somebody who has the request before them."""
        request = request_in(situation)
        thing = self.world.get("request", request)
        stage, attempt = self._stage(thing), thing.attempts if thing else 1
        seen = {"request": request, "stage": stage}
        vote: dict[str, Any] = {**seen, "digest": digest_of(thing, stage) if thing else "0" * 64, "comment": "Because."}
        made: dict[str, Callable[[], c.Command]] = {
            "pass": lambda: c.PassStage(**vote),
            "reject": lambda: c.RejectStage(**vote),
            "transfer": lambda: c.TransferStage(**seen, person=ADMIN, comment="Yours."),
            "undo": lambda: c.UndoRequest(request=request, reason="Found another."),
            "modify": lambda: c.ModifyRequest(request=request, **{**_HOST, "vcpus": 2}),
            "retry": lambda: c.RetryExecution(request=request),
            "remind": lambda: c.RemindStage(**seen),
            "escalate": lambda: c.EscalateStage(**seen),
            "succeed": lambda: c.RecordExecution(request=request, attempt=attempt),
            "fail": lambda: c.RecordExecution(request=request, attempt=attempt, failure="No room."),
        }
        return made[act]()

    def _stage(self, thing: Any) -> Id:
        """The open one; of what is over the last, of what is missing any."""
        stages = {one.position: one.id for one in self.world.find("stage", process=PROCESS, version=1)}
        return stages[thing.stage or len(stages)] if thing else stages[1]

    def around(self, name: str) -> c.Command:
        """Those that are about the desk, the inventory and delegates."""
        new, day = named("new"), self.world.now + DAY
        applied: dict[str, Any] = {"request": new, "reason": "It swaps."}
        stage = (c.StageForm(name="Level", persons=(ADMIN,)),)
        quota: dict[str, Any] = {"vcpus": 64}
        made: dict[str, c.Command] = {
            "apply for a host": c.Apply(kind=ProcessKind.HOST_CREATE, **applied, **_HOST),
            "apply for a change": c.Apply(kind=ProcessKind.HOST_CHANGE, hosts=(HOST,), vcpus=2, **applied),
            "apply for a change that is not there": c.Apply(
                kind=ProcessKind.HOST_CHANGE, hosts=(MISSING,), vcpus=2, **applied
            ),
            "apply for a deletion": c.Apply(kind=ProcessKind.HOST_DELETE, hosts=(HOST,), **applied),
            "apply for a project": c.Apply(kind=ProcessKind.JOIN_PROJECT, **applied),
            "apply for a project quota": c.Apply(kind=ProcessKind.PROJECT_QUOTA, project=PROJECT, **quota, **applied),
            "apply for a domain quota": c.Apply(kind=ProcessKind.DOMAIN_QUOTA, domain=HELIOS, **quota, **applied),
            "set_delegate": c.SetDelegate(delegation=new, delegate=ADMIN, begins=0, ends=day),
            "revoke_delegate of the present approver": c.RevokeDelegate(delegation=DELEGATION),
            "revoke_delegate that is not there": c.RevokeDelegate(delegation=MISSING),
            "restore_resource": c.RestoreResource(resource=TRASHED),
            "restore_resource that is not there": c.RestoreResource(resource=MISSING),
            "save_desk": c.SaveDesk(name="Desk"),
            "save_process": c.SaveProcess(process=new, kind=ProcessKind.HOST_DELETE, name="Chain", stages=stage),
            "enable_process": c.EnableProcess(process=PROCESS),
            "disable_process": c.DisableProcess(process=PROCESS),
        }
        return made[name]

    def told(self, person: str, command: c.Command) -> Result:
        return tried(self.engine, id_of(person), self.wire(command), self.world.now)

    def wire(self, command: c.Command) -> WireCommand:
        return self.world.wire(command, base_rev=1 << 40, id=named("command", repr(command)))


_HOST: dict[str, Any] = {"project": PROJECT, "name": "db", "vcpus": 1, "memory_gib": 4}
ACTS = ("pass", "reject", "transfer", "undo", "modify", "retry", "remind", "escalate", "succeed", "fail")
NOT_THEIRS = (
    "not-allowed", "person-disabled", "not-an-approver", "own-request", "not-within-your-rights", "not-a-member",
)  # fmt: skip


def letter(result: Result) -> str:
    """H: as if it were not there. N: not for this person. S: theirs, but not as things stand. D: done."""
    if result.status == "applied":
        return "D"
    if result.code == "not-found":
        return "H"
    return "N" if result.code in NOT_THEIRS else "S"


def _host(id: Id, project: Id, domain: Id) -> Resource:
    return Resource(
        id=id, rev=1, kind=ResourceKind.HOST, domain=domain, project=project, name="web", vcpus=1, memory_gib=4
    )
