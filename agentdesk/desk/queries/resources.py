"""The inventory: which projects and domains there are for somebody, what is used of their quotas, hosts and trash."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, ClassVar

from sqlalchemy import func, select

from agentdesk.desk.queries.base import View
from agentdesk.desk.queries.people import people_by_id
from agentdesk.desk.queries.rows import PersonRow
from agentdesk.domain.entities import Resource
from agentdesk.domain.inventory import SIZES
from agentdesk.domain.reader import Remembering
from agentdesk.domain.request_policy import may_apply, works_with
from agentdesk.domain.values import Id, Instant, ProcessKind, ResourceKind, ScopeKind
from agentdesk.records.visibility import visible_resource
from agentdesk.store.schema import TABLES

_R = TABLES["resource"]
_TOPICS = frozenset({"resource", "project", "domain", "role_assignment", "person", "process"})
_OF_PROJECT = (
    ProcessKind.HOST_CREATE, ProcessKind.HOST_CHANGE, ProcessKind.HOST_DELETE, ProcessKind.PROJECT_QUOTA,
)  # fmt: skip
MOST_HOSTS = 2_000
"""As many of one project or domain are listed; more are counted."""


@dataclass(frozen=True, slots=True)
class Use:
    """Of a size, one of SIZES: how much the hosts take, and the quota; 0: no limit."""

    size: str
    used: int
    limit: int

    @property
    def percent(self) -> int:
        return round(100 * self.used / self.limit) if self.limit else 0


@dataclass(frozen=True, slots=True)
class OwnerLine:
    """A project with the name of its domain, or a domain without one."""

    id: Id
    name: str
    domain: str
    hosts: int
    trashed: int
    uses: tuple[Use, ...]

    @property
    def limited(self) -> bool:
        return any(use.limit for use in self.uses)

    @property
    def fullest(self) -> Use:
        return max(self.uses, key=lambda use: use.percent)


@dataclass(frozen=True, slots=True)
class HostLine:
    """Sizes are GiB. `mine`: this person may ask for its change and bring it back from the trash."""

    id: Id
    name: str
    project: str
    image: str
    network: str
    vcpus: int
    memory_gib: int
    disk_gib: int
    data_disk_gib: int
    created: Instant
    trashed: Instant | None
    mine: bool


@dataclass(frozen=True, slots=True)
class Member:
    person: PersonRow
    roles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OwnerDetail:
    line: OwnerLine
    hosts: tuple[HostLine, ...]
    trash: tuple[HostLine, ...]
    members: tuple[Member, ...]
    kinds: tuple[ProcessKind, ...]
    """What this person may ask for here."""


@dataclass(frozen=True, slots=True)
class ResourceOwners:
    """Those of which this person sees anything, and their own projects; domain by domain (decision 0013)."""

    topics: ClassVar[frozenset[str]] = _TOPICS

    def run(self, view: View) -> tuple[OwnerLine, ...]:
        lines = (_line(view, owner, sums) for owner, sums in _owners(view).items())
        return tuple(sorted(filter(None, lines), key=lambda one: (one.domain or one.name, bool(one.domain), one.name)))


@dataclass(frozen=True, slots=True)
class ResourcesOf:
    """One of `ResourceOwners`; None: not there, or not to be seen."""

    owner: Id
    topics: ClassVar[frozenset[str]] = _TOPICS

    def run(self, view: View) -> OwnerDetail | None:
        sums = _owners(view).get(self.owner)
        line = _line(view, self.owner, sums) if sums is not None else None
        if line is None:
            return None
        hosts = tuple(_hosts(view, self.owner))
        return OwnerDetail(
            line=line, hosts=tuple(one for one in hosts if one.trashed is None),
            trash=tuple(one for one in hosts if one.trashed is not None),
            members=tuple(_members(view, self.owner)), kinds=tuple(_kinds(view, self.owner)),
        )  # fmt: skip


def has_resources(view: View) -> bool:
    """Whether `ResourceOwners` has any."""
    seen = select(_R.c.id).where(visible_resource(view.sight, _R)).limit(1)
    return bool(view.sight.projects) or view.connection.execute(seen).first() is not None


# ---------------------------------------------------------------------------------------------- what is used


@dataclass(slots=True)
class _Sums:
    hosts: int = 0
    trashed: int = 0
    used: dict[str, int] = field(default_factory=lambda: dict.fromkeys(SIZES, 0))
    limits: dict[str, int] = field(default_factory=lambda: dict.fromkeys(SIZES, 0))

    def count(self, row: Any) -> None:
        if row.gone:
            self.trashed += row.hosts
            return
        self.hosts += row.hosts
        for size in SIZES:
            self.used[size] += getattr(row, size)


def _owners(view: View) -> dict[Id, _Sums]:
    """By project and domain; the sums are made by the database, for a desk may have very many hosts."""
    found = {project: _Sums() for project in view.sight.projects}
    for row in _summed(view):
        owners = (row.project, row.domain) if _sees_domain(view, row.domain) else (row.project,)
        for owner in owners:
            if row.kind == ResourceKind.HOST:
                found.setdefault(owner, _Sums()).count(row)
        if row.kind != ResourceKind.HOST:
            quota = row.project if row.kind == ResourceKind.PROJECT_QUOTA else row.domain
            found.setdefault(quota, _Sums()).limits = {size: getattr(row, size) for size in SIZES}
    return found


def _summed(view: View) -> Iterator[Any]:
    gone = _R.c.trashed.is_not(None)
    disk = _R.c.disk_gib + _R.c.data_disk_gib
    by = (_R.c.kind, _R.c.project, _R.c.domain, gone)
    chosen = select(
        _R.c.kind, _R.c.project, _R.c.domain, gone.label("gone"), func.count().label("hosts"),
        func.sum(_R.c.vcpus).label("vcpus"), func.sum(_R.c.memory_gib).label("memory_gib"),
        func.sum(disk).label("disk_gib"),
    )  # fmt: skip
    seen = chosen.where(visible_resource(view.sight, _R)).group_by(*by)
    return iter(view.connection.execute(seen).all())


def _sees_domain(view: View, domain: Id) -> bool:
    sight = view.sight
    return sight.admin or sight.everywhere or domain in sight.offices


def _line(view: View, owner: Id, sums: _Sums) -> OwnerLine | None:
    project: Any = view.rows.get("project", owner)
    domain: Any = view.rows.get("domain", project.domain if project else owner)
    named = project or domain
    if named is None:
        return None
    return OwnerLine(
        id=owner, name=named.name, domain=domain.name if project and domain else "", hosts=sums.hosts,
        trashed=sums.trashed, uses=tuple(Use(size, sums.used[size], sums.limits[size]) for size in SIZES),
    )  # fmt: skip


# ------------------------------------------------------------------------------------------- one of them


def _hosts(view: View, owner: Id) -> Iterator[HostLine]:
    here = (_R.c.project == owner) | (_R.c.domain == owner)
    chosen = select(_R.c.id).where(_R.c.kind == ResourceKind.HOST, here, visible_resource(view.sight, _R))
    reader = Remembering(view.rows)
    for id in view.connection.scalars(chosen.order_by(_R.c.name, _R.c.id).limit(MOST_HOSTS)):
        host = view.rows.get("resource", id)
        yield _host_line(host, reader, works_with(host, view.person, reader))


def _host_line(host: Resource, reader: Remembering, mine: bool) -> HostLine:
    project: Any = reader.get("project", host.project) if host.project else None
    return HostLine(
        id=host.id, name=host.name, project=project.name if project else "", image=host.image, network=host.network,
        vcpus=host.vcpus, memory_gib=host.memory_gib, disk_gib=host.disk_gib, data_disk_gib=host.data_disk_gib,
        created=host.created, trashed=host.trashed, mine=mine,
    )  # fmt: skip


def _members(view: View, owner: Id) -> Iterator[Member]:
    """Who holds a role there, by name."""
    held = TABLES["role_assignment"].c
    here = held.scope_kind.in_((ScopeKind.PROJECT, ScopeKind.DOMAIN)), held.scope_id == owner, held.active
    roles: dict[Id, list[str]] = {}
    for person, role in view.connection.execute(select(held.person, held.role).where(*here).order_by(held.role)):
        roles.setdefault(person, []).append(role)
    people = people_by_id(view, roles)
    shown = (Member(people[id], tuple(of)) for id, of in roles.items() if id in people and people[id].enabled)
    yield from sorted(shown, key=lambda one: one.person.name)


def _kinds(view: View, owner: Id) -> Iterator[ProcessKind]:
    project: Any = view.rows.get("project", owner)
    if project is None:
        if not may_apply(ProcessKind.DOMAIN_QUOTA, view.person, None, owner, view.rows):
            yield ProcessKind.DOMAIN_QUOTA
        return
    for kind in _OF_PROJECT:
        if not may_apply(kind, view.person, project.id, project.domain, view.rows):
            yield kind
    joins = not may_apply(ProcessKind.JOIN_PROJECT, view.person, project.id, project.domain, view.rows)
    if joins and owner not in view.sight.projects:
        yield ProcessKind.JOIN_PROJECT
