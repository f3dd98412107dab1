"""Who approves in a simulation: projects with their leads, who looks after the money, and chains that change."""

from itertools import count
from random import Random

from sqlalchemy import Engine

from agentdesk.domain import commands as c
from agentdesk.domain.values import Id, ProcessKind, Role, ScopeKind, StageRule
from tests.builders import ADMIN, HELIOS, JONAS, LEA, MARA, NOAH, ORBIS, PETRA, an_id
from tests.server.worlds import SECLUDED, World

WEB, DATA, ELSEWHERE = an_id(31), an_id(32), an_id(33)
LEAD, FINANCE, MEMBER = "team_lead", "finance", "member"
CHAINS = {ProcessKind.HOST_CREATE: an_id(41), ProcessKind.PROJECT_QUOTA: an_id(42), ProcessKind.JOIN_PROJECT: an_id(43)}
DECIDERS = (MARA, JONAS, SECLUDED, PETRA)
_HELD = (
    (NOAH, MEMBER, WEB), (NOAH, MEMBER, DATA), (LEA, MEMBER, WEB), (PETRA, LEAD, WEB), (SECLUDED, LEAD, WEB),
    (JONAS, MEMBER, WEB), (JONAS, LEAD, DATA), (MARA, FINANCE, None), (JONAS, FINANCE, None), (SECLUDED, FINANCE, None),
)  # fmt: skip


def furnish_office(engine: Engine) -> None:
    world = World(engine, ids=count(900_000))
    for project, domain in ((WEB, HELIOS), (DATA, HELIOS), (ELSEWHERE, ORBIS)):
        world.done(c.SaveProject(project=project, domain=domain, name=f"Project {project[-2:]}"), ADMIN)
    for person, role, project in _HELD:
        world.done(c.AssignRole(person=person, role=role, **_where(project)), ADMIN)  # type: ignore[arg-type]
    for kind, process in CHAINS.items():
        world.done(_chain(kind, Random(1)), ADMIN)
        world.done(c.EnableProcess(process=process), ADMIN)


def set_up(rng: Random) -> c.Command:
    """What an administrator changes while requests run: chains, whether they are in force, who may approve."""
    kind = rng.choice(list(CHAINS))
    person, name, project = rng.choice(_HELD)
    role = rng.choice([c.AssignRole, c.RevokeRole])
    return rng.choice(
        [
            _chain(kind, rng),
            rng.choice([c.EnableProcess, c.EnableProcess, c.DisableProcess])(process=CHAINS[kind]),
            role(person=person, role=name, **_where(project)),  # type: ignore[arg-type]
            role(person=rng.choice(DECIDERS), role=FINANCE),
        ]
    )


def _where(project: Id | None) -> dict[str, object]:
    return {"scope_kind": ScopeKind.PROJECT, "scope_id": project} if project else {}


def _chain(kind: ProcessKind, rng: Random) -> c.SaveProcess:
    """Some people stand on two levels, so that what was meant for one could land on the other."""
    lead = c.StageForm(
        name="Lead", role=LEAD, scope=ScopeKind.PROJECT, persons=(MARA,), transferable=True, due_hours=1,
        escalates_to=JONAS,
    )  # fmt: skip
    money = c.StageForm(name="Money", role=FINANCE, rule=StageRule.COUNT, number=2, transferable=True)
    share = c.StageForm(name="Share", role=FINANCE, rule=rng.choice([StageRule.ALL, StageRule.PERCENT]), number=60)
    domain = c.StageForm(name="Domain", role=Role.DOMAIN_ADMIN, scope=ScopeKind.DOMAIN, persons=(MARA, JONAS))
    stages = {
        ProcessKind.HOST_CREATE: rng.choice([(lead, money), (lead, money), (lead, money, share), (money, lead)]),
        ProcessKind.PROJECT_QUOTA: (rng.choice([share, money]),),
        ProcessKind.JOIN_PROJECT: (domain,),
    }[kind]
    own = rng.random() < 0.2
    return c.SaveProcess(process=CHAINS[kind], kind=kind, name=kind, stages=stages, decides_own=own)
