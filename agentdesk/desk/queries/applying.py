"""What the window offers around requests: the inboxes, the kinds one may ask for, and what their forms choose from."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any, ClassVar

from sqlalchemy import select

from agentdesk.desk.queries.base import View
from agentdesk.desk.queries.people import people_by_id
from agentdesk.desk.queries.requests import Limit, has_approvals, inboxes_of, limits_of
from agentdesk.desk.queries.resources import has_resources
from agentdesk.desk.queries.rows import PersonRow
from agentdesk.domain.commands import Apply, name_of
from agentdesk.domain.entities import DESK, DeskSettings, Domain, Project, Request
from agentdesk.domain.reader import every, fetch
from agentdesk.domain.request_policy import joinable, may_apply, process_of, projects_of
from agentdesk.domain.standing import Roles, roles_of
from agentdesk.domain.values import Id, ProcessKind, ResourceKind, Role, ScopeKind
from agentdesk.store.outbox import DONE
from agentdesk.store.schema import OUTBOX, TABLES

_ROLE = TABLES["role_assignment"]
_MEMBER = "member"
_TOPICS = frozenset({"process", "role_assignment", "person", "project", "domain", "desk"})
_NOBODY = ""


@dataclass(frozen=True, slots=True)
class Approvals:
    """`inboxes`: none while approvals are hidden (CP-31); `kinds`: those this person may ask for somewhere."""

    inboxes: tuple[str, ...] = ()
    kinds: tuple[ProcessKind, ...] = ()
    without_project: bool = False
    """Somebody who came to work in a project has none yet and has not asked for one (CP-06)."""
    resources: bool = False
    """Whether there is any of the inventory to see, or a project of this person's own."""


@dataclass(frozen=True, slots=True)
class ApprovalsOf:
    topics: ClassVar[frozenset[str]] = _TOPICS | {"request", "resource", "outbox"}

    def run(self, view: View) -> Approvals:
        if not has_approvals(view):
            return Approvals()
        inboxes = tuple(inbox.name for inbox in inboxes_of(view))
        kinds = tuple(kind for kind in ProcessKind if kind.is_request and any(_owners(view, kind)))
        homeless = ProcessKind.JOIN_PROJECT in kinds and _is_without_project(view)
        return Approvals(inboxes, kinds, resources=has_resources(view), without_project=homeless)


@dataclass(frozen=True, slots=True)
class OwnerRow:
    """A project with its domain, or a domain; `id` is empty where a form may leave it open."""

    id: Id
    name: str
    domain: str = ""
    limits: tuple[Limit, ...] = ()
    """Of its quota, where that is what the form asks about."""


@dataclass(frozen=True, slots=True)
class HostRow:
    """Sizes are GiB."""

    id: Id
    name: str
    project: Id
    vcpus: int
    memory_gib: int
    disk_gib: int


@dataclass(frozen=True, slots=True)
class ApplicationForm:
    """What the form of a kind chooses from, and how many levels will decide; 0: it runs at once."""

    kind: ProcessKind
    owners: tuple[OwnerRow, ...]
    hosts: tuple[HostRow, ...]
    levels: int


@dataclass(frozen=True, slots=True)
class ApplicationFormOf:
    kind: ProcessKind
    topics: ClassVar[frozenset[str]] = _TOPICS | {"resource"}

    def run(self, view: View) -> ApplicationForm:
        owners = tuple(owner for owner in _owners(view, self.kind) if owner.id != _NOBODY)
        if self.kind.is_quota:
            owners = tuple(_with_limits(view, self.kind, owner) for owner in owners)
        process = process_of(self.kind, view.known)
        return ApplicationForm(
            kind=self.kind, owners=owners, levels=process.stages if process else 0,
            hosts=_hosts(view, owners) if self.kind in (ProcessKind.HOST_CHANGE, ProcessKind.HOST_DELETE) else (),
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Entrance:
    """The projects an approver may let an applicant into, and the roles that people hold in projects (CP-55)."""

    projects: tuple[OwnerRow, ...]
    roles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class EntranceOf:
    request: Id
    topics: ClassVar[frozenset[str]] = _TOPICS

    def run(self, view: View) -> Entrance:
        request: Request | None = view.rows.get("request", self.request)
        held = select(_ROLE.c.role).where(_ROLE.c.scope_kind == ScopeKind.PROJECT).distinct()
        roles = {_MEMBER, *view.connection.scalars(held)}
        return Entrance(tuple(_joinable(view, request.domain)) if request else (), tuple(sorted(roles)))


@dataclass(frozen=True, slots=True)
class Administrators:
    """Whom to ask where a level has nobody who can decide it."""

    topics: ClassVar[frozenset[str]] = frozenset({"role_assignment", "person"})

    def run(self, view: View) -> tuple[PersonRow, ...]:
        held = _ROLE.c.role == Role.ADMIN, _ROLE.c.scope_kind == ScopeKind.SYSTEM, _ROLE.c.active
        found = people_by_id(view, view.connection.scalars(select(_ROLE.c.person).where(*held)))
        return tuple(sorted((person for person in found.values() if person.enabled), key=lambda one: one.name))


def _is_without_project(view: View) -> bool:
    """Whoever works for the desk or holds an office in a domain needs none."""
    sight = view.sight
    if sight.staff or sight.admin or sight.everywhere or sight.offices or sight.projects:
        return False
    asked = view.rows.find("request", applicant=view.person, kind=ProcessKind.JOIN_PROJECT)
    return not any(one.state.incomplete for one in asked) and not view.connection.scalar(_ON_ITS_WAY)


_ON_ITS_WAY = select(OUTBOX.c.n).where(OUTBOX.c.name == name_of(Apply), OUTBOX.c.state != DONE).limit(1)
"""What was asked for and waits for the server."""


def _owners(view: View, kind: ProcessKind) -> Iterable[OwnerRow]:
    """Where this person may ask for that."""
    if kind is ProcessKind.JOIN_PROJECT:
        if not may_apply(kind, view.person, None, None, view.known):
            yield OwnerRow(_NOBODY, "")
            yield from _joinable(view, getattr(view.known.get("person", view.person), "domain", None))
        return
    held = roles_of(view.person, view.known)
    if kind is ProcessKind.DOMAIN_QUOTA:
        yield from (OwnerRow(one.id, one.name) for one in _domains(view, held) if _may(view, kind, None, one.id))
        return
    for one in _projects(view, held):
        if _may(view, kind, one.id, one.domain):
            yield _project_row(view, one)


def _with_limits(view: View, kind: ProcessKind, owner: OwnerRow) -> OwnerRow:
    of = {"domain" if kind is ProcessKind.DOMAIN_QUOTA else "project": owner.id}
    return replace(owner, limits=tuple(limits_of(view.rows, owner.name, **of)))


def _may(view: View, kind: ProcessKind, project: Id | None, domain: Id | None) -> bool:
    return not may_apply(kind, view.person, project, domain, view.known)


def _domains(view: View, held: Roles) -> list[Any]:
    return [one for one in view.known.find("domain") if held.admin or held.administers(one.id)]


def _projects(view: View, held: Roles) -> list[Any]:
    """Their own, and those that they administrate, by name."""
    mine = {project.id: project for project in projects_of(view.person, view.known)}
    for domain in _domains(view, held):
        mine |= {project.id: project for project in every(view.known, Project, domain=domain.id)}
    return sorted(mine.values(), key=lambda project: project.name)


def _joinable(view: View, domain: Id | None) -> Iterable[OwnerRow]:
    desk = fetch(view.known, DeskSettings, DESK) or DeskSettings(id=DESK)
    choice = joinable(domain, view.known, three_levels=desk.three_levels, default=desk.default_domain)
    return (_project_row(view, one) for one in sorted(choice, key=lambda project: project.name))


def _project_row(view: View, project: Any) -> OwnerRow:
    domain = fetch(view.known, Domain, project.domain)
    return OwnerRow(project.id, project.name, domain.name if domain else "")


def _hosts(view: View, owners: Iterable[OwnerRow]) -> tuple[HostRow, ...]:
    """Those that run in these projects."""
    found = (
        host
        for owner in owners
        for host in view.rows.find("resource", project=owner.id)
        if host.kind is ResourceKind.HOST and not host.trashed
    )
    return tuple(
        HostRow(one.id, one.name, one.project, one.vcpus, one.memory_gib, one.disk_gib + one.data_disk_gib)
        for one in sorted(found, key=lambda host: host.name)
    )
