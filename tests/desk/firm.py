"""A firm in which people ask for hosts and projects and others decide: a desk of its own, everybody at one table."""

import shutil
from dataclasses import dataclass, field
from pathlib import Path

from agentdesk.clock import SetClock
from agentdesk.desk import Desk, open_desk
from agentdesk.desk.queries.requests import RequestDetail, RequestIds, RequestOf
from agentdesk.desk.worker import Inline
from agentdesk.domain.commands import (
    Apply,
    AssignRole,
    Command,
    EnableProcess,
    Envelope,
    PassStage,
    SaveDomain,
    SavePerson,
    SaveProcess,
    SaveProject,
    SetDelegate,
    StageForm,
)
from agentdesk.domain.values import Id, ProcessKind, ScopeKind

NOON = 1_732_291_200_000
PEOPLE = {
    "mara": "Mara Lindt", "oskar": "Oskar Prinz", "elif": "Elif Kaya", "ravi": "Ravi Desai", "hanna": "Hanna Weiß",
}  # fmt: skip
HOST, JOIN = "Host application · db-03", "Join project · Payments"


@dataclass
class Firm:
    """Ravi works in Analytics, which Elif owns; Mara and Oskar administrate Data, where Hanna is in no project."""

    directory: Path
    clock: SetClock
    ids: dict[str, Id] = field(default_factory=dict)
    """Of people, projects and requests, by name."""
    desk: Desk = field(init=False)

    def open(self, person: str | None = None) -> Desk:
        self.desk = open_desk(self.directory, person, worker=Inline, clock=self.clock)
        self.desk.post = lambda job: job()
        return self.desk

    def give(self, command: Command, by: str = "maker") -> None:
        """As if that person had done it on their own computer."""
        self.clock.at += 60_000
        envelope = Envelope(
            id=self.clock.new_id(), actor=self.ids[by], at=self.clock.at, issued_at=self.clock.at, command=command
        )
        outcome = self.desk.play([envelope])
        assert outcome.done, outcome

    def seen(self, name: str, by: str) -> RequestDetail:
        """A request as that person sees it."""
        me, self.desk.person = self.desk.person, self.ids[by]
        found = self.desk.look(RequestOf(self.ids[name]))
        self.desk.person = me
        assert found is not None
        return found

    def passes(self, name: str, by: str, comment: str = "") -> None:
        seen = self.seen(name, by)
        self.give(PassStage(request=self.ids[name], stage=str(seen.stage), digest=seen.digest, comment=comment), by)

    def delegate(self, person: str, to: str, begins: int, ends: int) -> None:
        self.give(SetDelegate(delegation=self.clock.new_id(), delegate=self.ids[to], begins=begins, ends=ends), person)

    def inbox(self, name: str, by: str) -> int:
        me, self.desk.person = self.desk.person, self.ids[by]
        found = len(self.desk.look(RequestIds(f"approvals.{name}")))
        self.desk.person = me
        return found


def _settle_people(firm: Firm) -> None:
    firm.ids |= {name: firm.clock.new_id() for name in ("data", "analytics", "payments", *PEOPLE)}
    data, analytics = firm.ids["data"], firm.ids["analytics"]
    firm.give(SaveDomain(domain=data, name="Data"))
    for project in ("analytics", "payments"):
        firm.give(SaveProject(project=firm.ids[project], domain=data, name=project.capitalize()))
    for user, name in PEOPLE.items():
        firm.give(SavePerson(person=firm.ids[user], user_name=user, name=name, domain=data))
    held = (
        ("mara", "domain_admin", ScopeKind.DOMAIN, data), ("oskar", "domain_admin", ScopeKind.DOMAIN, data),
        ("elif", "project_owner", ScopeKind.PROJECT, analytics), ("ravi", "member", ScopeKind.PROJECT, analytics),
    )  # fmt: skip
    for user, role, kind, scope in held:
        firm.give(AssignRole(person=firm.ids[user], role=role, scope_kind=kind, scope_id=scope))


def _gate(firm: Firm) -> None:
    owner = StageForm(name="Project owner", role="project_owner", scope=ScopeKind.PROJECT)
    admin = StageForm(name="Domain admin", role="domain_admin", scope=ScopeKind.DOMAIN)
    for kind, stages in ((ProcessKind.HOST_CREATE, (owner, admin)), (ProcessKind.JOIN_PROJECT, (admin,))):
        process = firm.clock.new_id()
        firm.give(SaveProcess(process=process, kind=kind, name=str(kind), stages=stages))
        firm.give(EnableProcess(process=process))


def _ask(firm: Firm) -> None:
    """A host that Elif has passed, and a project that Hanna wants to join; both wait for Mara or Oskar."""
    firm.ids |= {name: firm.clock.new_id() for name in ("quota", "host", "join")}
    analytics, payments = firm.ids["analytics"], firm.ids["payments"]
    firm.give(Apply(request=firm.ids["quota"], kind=ProcessKind.PROJECT_QUOTA, project=analytics, memory_gib=512))
    firm.desk.rest()
    firm.give(
        Apply(request=firm.ids["host"], kind=ProcessKind.HOST_CREATE, project=analytics, name="db-03", vcpus=8,
              memory_gib=466, reason="The shared host swaps."), "ravi",
    )  # fmt: skip
    firm.passes("host", "elif", "Keep the end date.")
    firm.give(
        Apply(request=firm.ids["join"], kind=ProcessKind.JOIN_PROJECT, project=payments, reason="I move."), "hanna"
    )


def founded(directory: Path) -> Firm:
    """Made once, to be copied: making it takes longer than most tests."""
    firm = Firm(directory, SetClock(NOON))
    firm.ids["maker"] = firm.open().person
    _settle_people(firm)
    _gate(firm)
    _ask(firm)
    firm.desk.close()
    return firm


def ungated(directory: Path, person: str | None) -> Firm:
    """Where nobody ever set a process up; open for that person."""
    firm = Firm(directory, SetClock(NOON))
    firm.ids["maker"] = firm.open().person
    _settle_people(firm)
    firm.desk.close()
    firm.open(person)
    return firm


def copied(firm: Firm, directory: Path, person: str = "mara") -> Firm:
    """Its desk open for that person."""
    shutil.copytree(firm.directory, directory)
    made = Firm(directory, SetClock(firm.clock.at, seed=100_000), dict(firm.ids))
    made.open(person)
    return made
