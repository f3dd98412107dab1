"""The desk's own inventory: hosts, quotas and memberships, changed by what was approved.

It is the embedded resource provider. Each operation is idempotent by its request: its ids are made of the request's.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType
from uuid import UUID, uuid5

from agentdesk.domain.entities import Entity, Person, Project, Request, Resource, RoleAssignment, Wish
from agentdesk.domain.reader import Reader, every, fetch, need
from agentdesk.domain.refusals import Refused
from agentdesk.domain.values import Id, Instant, ProcessKind, ResourceKind, ScopeKind

SIZES = ("vcpus", "memory_gib", "disk_gib")
"""What a quota limits; data disks count as disk."""
Sizes = Mapping[str, int]


def carried_out(request: Request, reader: Reader, at: Instant) -> tuple[Entity, ...]:
    """What changes when the operation of a request is done. Raises Refused when it cannot be done now."""
    return _OPERATIONS[request.kind](request, reader, at)


def use_of(reader: Reader, *, project: Id | None = None, domain: Id | None = None) -> Sizes:
    """What the hosts of a project or of a domain take; what lies in the trash takes nothing."""
    hosts = [one for one in _resources(reader, project, domain) if one.kind is ResourceKind.HOST and not one.trashed]
    return MappingProxyType(
        {
            "vcpus": sum(host.vcpus for host in hosts),
            "memory_gib": sum(host.memory_gib for host in hosts),
            "disk_gib": sum(host.disk_gib + host.data_disk_gib for host in hosts),
        }
    )


def quota_of(reader: Reader, *, project: Id | None = None, domain: Id | None = None) -> Resource | None:
    """The limits of a project or of a domain; None: nobody has set any."""
    return fetch(reader, Resource, quota_id(project or domain)) if project or domain else None


def quota_id(owner: Id | None) -> Id:
    return str(uuid5(UUID(owner), "quota"))


def exceeded(request: Wish, kind: ProcessKind, reader: Reader) -> str:
    """Which limit the wish would exceed, of its project or its domain: `memory_gib` and the like; "" for none."""
    more = _growth(request, kind, reader)
    for owner in ({"project": request.project}, {"domain": request.domain}):
        quota = quota_of(reader, **owner)
        used = use_of(reader, **owner) if quota else {}
        for size in SIZES:
            if quota and getattr(quota, size) and more[size] > 0 and used[size] + more[size] > getattr(quota, size):
                return size
    return ""


# --------------------------------------------------------------------------------------------- operations


def _create(request: Request, reader: Reader, at: Instant) -> tuple[Entity, ...]:
    _check_quota(request, reader)
    assert request.project is not None, request.id  # apply() asked for it
    assert request.domain is not None, request.id
    host = Resource(
        id="", kind=ResourceKind.HOST, domain=request.domain, project=request.project, image=request.image,
        vcpus=request.vcpus, memory_gib=request.memory_gib, disk_gib=request.disk_gib,
        data_disk_gib=request.data_disk_gib, network=request.network, created=at, request=request.id,
    )  # fmt: skip
    names = host_names(request.name, request.count)
    return tuple(replace(host, id=host_id(request.id, n), name=name) for n, name in enumerate(names))


def _change(request: Request, reader: Reader, at: Instant) -> tuple[Entity, ...]:
    _check_quota(request, reader)
    sizes = {size: value for size in (*SIZES, "data_disk_gib") if (value := getattr(request, size))}
    return tuple(replace(host, **sizes) for host in _hosts(request, reader))


def _delete(request: Request, reader: Reader, at: Instant) -> tuple[Entity, ...]:
    """Into the trash (CP-05)."""
    return tuple(replace(host, trashed=at) for host in _hosts(request, reader))


def _join(request: Request, reader: Reader, at: Instant) -> tuple[Entity, ...]:
    need(reader, Project, request.project)
    person = need(reader, Person, request.applicant)
    if not person.enabled:
        raise Refused("person-disabled", name=person.name)
    wanted = (request.role, ScopeKind.PROJECT, request.project)
    for held in every(reader, RoleAssignment, person=person.id):
        if (held.role, held.scope_kind, held.scope_id) == wanted:
            return (replace(held, active=True),)
    return (
        RoleAssignment(
            id=str(uuid5(UUID(request.id), "role")), person=person.id, role=request.role, scope_kind=ScopeKind.PROJECT,
            scope_id=request.project,
        ),
    )  # fmt: skip


def _set_quota(request: Request, reader: Reader, at: Instant) -> tuple[Entity, ...]:
    owner = {"domain": request.domain} if request.kind is ProcessKind.DOMAIN_QUOTA else {"project": request.project}
    if below := below_use(request, reader, **owner):
        raise Refused("quota-below-use", size=below)
    known = quota_of(reader, **owner) or Resource(
        id=quota_id(next(iter(owner.values()))), kind=ResourceKind(request.kind), domain=request.domain or "",
        project=owner.get("project"), created=at,
    )  # fmt: skip
    return (replace(known, request=request.id, **{size: getattr(request, size) for size in SIZES}),)


def below_use(wish: Wish, reader: Reader, *, project: Id | None = None, domain: Id | None = None) -> str:
    """Which new limit would lie below what is used already; "" for none."""
    used = use_of(reader, project=project, domain=domain)
    return next((size for size in SIZES if 0 < getattr(wish, size) < used[size]), "")


_OPERATIONS: Mapping[ProcessKind, Callable[[Request, Reader, Instant], tuple[Entity, ...]]] = {
    ProcessKind.HOST_CREATE: _create,
    ProcessKind.HOST_CHANGE: _change,
    ProcessKind.HOST_DELETE: _delete,
    ProcessKind.JOIN_PROJECT: _join,
    ProcessKind.PROJECT_QUOTA: _set_quota,
    ProcessKind.DOMAIN_QUOTA: _set_quota,
}


def host_id(request: Id, number: int) -> Id:
    """Of the hosts that a request makes, counted from 0: the same id at every attempt."""
    return str(uuid5(UUID(request), f"host {number}"))


def host_names(name: str, count: int) -> list[str]:
    """`web` three times is web-1, web-2, web-3."""
    return [name] if count == 1 else [f"{name}-{n}" for n in range(1, count + 1)]


def _check_quota(request: Request, reader: Reader) -> None:
    if size := exceeded(request, request.kind, reader):
        raise Refused("quota-exceeded", size=size)


def _growth(wish: Wish, kind: ProcessKind, reader: Reader) -> Sizes:
    """How much more would be used."""
    asked = {size: getattr(wish, size) for size in SIZES}
    if kind is ProcessKind.HOST_CREATE:
        asked["disk_gib"] += wish.data_disk_gib
        return {size: value * wish.count for size, value in asked.items()}
    grown = dict.fromkeys(SIZES, 0)
    if kind is not ProcessKind.HOST_CHANGE:
        return grown
    for host in _hosts(wish, reader):
        for size, value in asked.items():
            grown[size] += value - getattr(host, size) if value else 0
        grown["disk_gib"] += wish.data_disk_gib - host.data_disk_gib if wish.data_disk_gib else 0
    return grown


def _hosts(wish: Wish, reader: Reader) -> Iterator[Resource]:
    """Those that are named and run; one that is in the trash by now cannot be changed."""
    for id in wish.hosts:
        host = need(reader, Resource, id)
        if host.kind is not ResourceKind.HOST or host.trashed:
            raise Refused("host-in-trash", name=host.name)
        yield host


def _resources(reader: Reader, project: Id | None, domain: Id | None) -> list[Resource]:
    owner = {"project": project} if project else {"domain": domain}
    return list(every(reader, Resource, **owner))
