"""An office that sets up processes: the administrator, who may approve where, and requests that were decided."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from agentdesk.clock import SetClock
from agentdesk.desk import Desk, open_desk
from agentdesk.desk.queries.requests import RequestDetail, RequestOf
from agentdesk.desk.worker import Inline
from agentdesk.domain.commands import (
    Apply,
    AssignRole,
    Command,
    DisablePerson,
    EnableProcess,
    Envelope,
    PassStage,
    RejectStage,
    SaveDomain,
    SavePerson,
    SaveProcess,
    SaveProject,
    StageForm,
)
from agentdesk.domain.values import Id, ProcessKind, ScopeKind

NOON = 1_732_291_200_000
PEOPLE = {"elif": "Elif Kaya", "mara": "Mara Lindt", "ravi": "Ravi Desai", "katrin": "Katrin Sommer"}
OWNER = StageForm(name="Project owner", role="project_owner", scope=ScopeKind.PROJECT)
LEAD = StageForm(name="Domain admin", role="domain_admin", scope=ScopeKind.DOMAIN)


@dataclass
class Office:
    """Elif owns Analytics, nobody owns Payments; Mara administrates Data; Ravi works in both; the maker is admin."""

    directory: Path
    clock: SetClock
    ids: dict[str, Id] = field(default_factory=dict)
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

    def sets_up(self, *stages: StageForm, kind: ProcessKind = ProcessKind.HOST_CREATE, on: bool = True) -> None:
        """Saved again it is a new version."""
        process = self.ids.setdefault(kind, self.clock.new_id())
        self.give(SaveProcess(process=process, kind=kind, name=str(kind), stages=stages))
        if on:
            self.give(EnableProcess(process=process))

    def asks(self, name: str, project: str = "analytics") -> None:
        """Ravi asks for a host of that name."""
        self.ids[name] = self.clock.new_id()
        wish = Apply(
            request=self.ids[name], kind=ProcessKind.HOST_CREATE, project=self.ids[project], name=name, vcpus=2,
            memory_gib=4, reason="We need it.",
        )  # fmt: skip
        self.give(wish, "ravi")

    def seen(self, name: str, by: str) -> RequestDetail:
        me, self.desk.person = self.desk.person, self.ids[by]
        found = self.desk.look(RequestOf(self.ids[name]))
        self.desk.person = me
        assert found is not None
        return found

    def passes(self, name: str, by: str) -> None:
        seen = self.seen(name, by)
        self.give(PassStage(request=self.ids[name], stage=str(seen.stage), digest=seen.digest), by)

    def rejects(self, name: str, by: str) -> None:
        seen = self.seen(name, by)
        self.give(RejectStage(request=self.ids[name], stage=str(seen.stage), digest=seen.digest, comment="No."), by)


def _people(office: Office) -> None:
    office.ids |= {name: office.clock.new_id() for name in ("data", "analytics", "payments", *PEOPLE)}
    data = office.ids["data"]
    office.give(SaveDomain(domain=data, name="Data"))
    for project in ("analytics", "payments"):
        office.give(SaveProject(project=office.ids[project], domain=data, name=project.capitalize()))
    for user, name in PEOPLE.items():
        office.give(SavePerson(person=office.ids[user], user_name=user, name=name, domain=data))
    held = (
        ("elif", "project_owner", ScopeKind.PROJECT, "analytics"), ("ravi", "member", ScopeKind.PROJECT, "analytics"),
        ("ravi", "member", ScopeKind.PROJECT, "payments"), ("mara", "domain_admin", ScopeKind.DOMAIN, "data"),
    )  # fmt: skip
    for user, role, kind, scope in held:
        office.give(AssignRole(person=office.ids[user], role=role, scope_kind=kind, scope_id=office.ids[scope]))
    office.give(DisablePerson(person=office.ids["katrin"]))


@contextmanager
def an_office(directory: Path) -> Iterator[Office]:
    office = Office(directory / "desk", SetClock(NOON))
    office.ids["maker"] = office.open().person
    _people(office)
    yield office
    office.desk.close()
