"""A desk with projects, approvers and processes, to try requests on."""

from dataclasses import dataclass, field
from typing import Any

from agentdesk.domain import commands as c
from agentdesk.domain.approvers import stage_at
from agentdesk.domain.entities import Candidate, Decision, Project, Request, Resource
from agentdesk.domain.inventory import quota_id
from agentdesk.domain.refusals import Refused
from agentdesk.domain.standing import SYSTEM
from agentdesk.domain.values import Id, ProcessKind, ResourceKind, ScopeKind
from agentdesk.domain.wishes import digest_of
from tests.builders import ADMIN, HELIOS, JONAS, LEA, MARA, NOAH, ORBIS, WEI, Memory, a_desk, a_role, an_id

ANALYTICS, PAYMENTS, ELSEWHERE = an_id(31), an_id(32), an_id(33)
"""Two projects of Helios, one of Orbis."""
PROCESS, REQUEST = an_id(41), an_id(42)
OWNER, FINANCE = "project_owner", "finance"


def stage(name: str = "Level", **fields: Any) -> c.StageForm:
    """Decided by Mara unless it says by whom."""
    decided = {"persons": (MARA,)} if not fields.keys() & {"role", "persons"} else {}
    return c.StageForm(name=name, **decided, **fields)


@dataclass
class Approvals:
    """Noah works in Analytics, whose owners are Mara and Jonas; Lea and Jonas are finance; Petra leads Helios."""

    memory: Memory = field(default_factory=a_desk)

    def __post_init__(self) -> None:
        for id, domain, name in (
            (ANALYTICS, HELIOS, "Analytics"),
            (PAYMENTS, HELIOS, "Payments"),
            (ELSEWHERE, ORBIS, "Elsewhere"),
        ):
            self.memory.put(Project(id=id, domain=domain, name=name))
        held = (
            (NOAH, "member", ScopeKind.PROJECT, ANALYTICS),
            (MARA, OWNER, ScopeKind.PROJECT, ANALYTICS),
            (JONAS, OWNER, ScopeKind.PROJECT, ANALYTICS),
            (WEI, OWNER, ScopeKind.PROJECT, ELSEWHERE),
            (LEA, FINANCE, ScopeKind.SYSTEM, None),
            (JONAS, FINANCE, ScopeKind.DOMAIN, HELIOS),
        )
        for number, (person, role, kind, scope) in enumerate(held):
            self.memory.put(a_role(an_id(1_200 + number), person, role, (kind, scope)))

    # ------------------------------------------------------------------ set-up

    def chain(self, *stages: c.StageForm, kind: ProcessKind = ProcessKind.HOST_CREATE, **fields: Any) -> None:
        """Saves and enables a process; again it is a new version."""
        self.memory.do(c.SaveProcess(process=PROCESS, kind=kind, name="Chain", stages=stages, **fields), ADMIN)
        self.memory.do(c.EnableProcess(process=PROCESS), ADMIN)

    def quota(self, project: Id = ANALYTICS, **sizes: int) -> None:
        self.memory.put(
            Resource(id=quota_id(project), kind=ResourceKind.PROJECT_QUOTA, domain=HELIOS, project=project, **sizes)  # type: ignore[arg-type]
        )

    def host(self, number: int = 1, project: Id = ANALYTICS, **sizes: int) -> Id:
        id = an_id(60 + number)
        domain = ORBIS if project == ELSEWHERE else HELIOS
        self.memory.put(
            Resource(id=id, kind=ResourceKind.HOST, domain=domain, project=project, name=f"web-{number}", **sizes)  # type: ignore[arg-type]
        )
        return id

    # ------------------------------------------------------------------ requests

    def wanted(self, kind: ProcessKind = ProcessKind.HOST_CREATE, request: Id = REQUEST, **fields: Any) -> c.Apply:
        own: dict[str, Any] = {
            ProcessKind.HOST_CREATE: {"project": ANALYTICS, "name": "db-03", "vcpus": 8, "memory_gib": 64},
            ProcessKind.PROJECT_QUOTA: {"project": ANALYTICS, "vcpus": 64},
            ProcessKind.DOMAIN_QUOTA: {"domain": HELIOS, "vcpus": 640},
        }.get(kind, {})
        return c.Apply(request=request, kind=kind, **{"reason": "The shared host swaps."} | own | fields)

    def file(self, kind: ProcessKind = ProcessKind.HOST_CREATE, by: Id = NOAH, **fields: Any) -> Request:
        self.memory.do(self.wanted(kind, **fields), by)
        return self.request(fields.get("request", REQUEST))

    def request(self, id: Id = REQUEST) -> Request:
        found = self.memory.get("request", id)
        assert isinstance(found, Request)
        return found

    def waiting(self, request: Id = REQUEST) -> set[Id]:
        """Whose vote is wanted now."""
        return {one.person for one in self.memory.all(Candidate) if one.request == request and one.active}

    def decisions(self) -> list[Decision]:
        return sorted(self.memory.all(Decision), key=lambda one: (one.at, one.id))

    def seen(self, request: Id = REQUEST, position: int = 0) -> dict[str, Any]:
        """What whoever looks now sees: the stage and the digest of the request."""
        thing = self.request(request)
        current = stage_at(thing, position or thing.stage, self.memory)
        assert current is not None
        return {"request": request, "stage": current.id, "digest": digest_of(thing, current.id)}

    def ok(self, by: Id, **fields: Any) -> Request:
        self.memory.do(c.PassStage(**self.seen() | fields), by)
        return self.request()

    def no(self, by: Id, comment: str = "Too large.", **fields: Any) -> Request:
        self.memory.do(c.RejectStage(**self.seen() | {"comment": comment} | fields), by)
        return self.request()

    def refused(self, command: c.Command, by: Id) -> Refused:
        return self.memory.refusal(command, by)

    def run(self, **fields: Any) -> Request:
        """The system carries out what is due."""
        attempt = self.request().attempts
        self.memory.do(c.RecordExecution(request=REQUEST, attempt=attempt, **fields), SYSTEM)
        return self.request()
