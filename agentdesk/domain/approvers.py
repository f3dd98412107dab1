"""Who may decide a stage of a request, as things stand now."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from agentdesk.domain.entities import (
    Delegation,
    ProcessVersion,
    Project,
    Request,
    RoleAssignment,
    Stage,
    StageTransfer,
)
from agentdesk.domain.reader import Reader, every, fetch
from agentdesk.domain.standing import is_enabled
from agentdesk.domain.values import Id, Instant, ScopeKind


@dataclass(frozen=True, slots=True)
class Whom:
    """A role in a scope, and named persons: the union of both decides (CP-15 to CP-20)."""

    role: str
    scope: ScopeKind
    persons: tuple[Id, ...]


def approvers(request: Request, stage: Stage, reader: Reader, moved: StageTransfer | None = None) -> frozenset[Id]:
    """Everybody who may decide it now, without delegates; the applicant only where the process says so.

    `moved` hands the stage on at this moment.
    """
    whom = _whom(stage, moved or last_transfer(request, stage, reader))
    people = set(resolved(whom, request.project, request.domain, reader))
    if request.escalated is not None and stage.escalates_to is not None:
        people |= set(_enabled((stage.escalates_to,), reader))
    if not decides_own(request, reader):
        people.discard(request.applicant)
    return frozenset(people)


def resolved(whom: Whom, project: Id | None, domain: Id | None, reader: Reader) -> Iterator[Id]:
    """Enabled people, each perhaps more than once."""
    reached = Holders(whom.role, reader).reached(whom.scope, project, domain) if whom.role else ()
    return _enabled((*whom.persons, *reached), reader)


class Holders:
    """Who holds a role and where, read once: for one request, or for all projects of a desk. Disabled people, too."""

    def __init__(self, role: str, reader: Reader) -> None:
        self._reader = reader
        self._held = [one for one in every(reader, RoleAssignment, role=role) if one.active]

    def reached(self, scope: ScopeKind, project: Id | None, domain: Id | None) -> frozenset[Id]:
        """CP-17 to CP-19: in the project itself, anywhere in the domain, or anywhere."""
        if scope is ScopeKind.SYSTEM:
            return frozenset(one.person for one in self._held)
        if scope is ScopeKind.PROJECT:
            return self._by_project.get(project, frozenset()) if project else frozenset()
        return self._by_domain.get(domain, frozenset()) if domain else frozenset()

    @cached_property
    def _by_project(self) -> dict[Id | None, frozenset[Id]]:
        inside = (one for one in self._held if one.scope_kind is ScopeKind.PROJECT)
        return _gathered((one.scope_id, one.person) for one in inside)

    @cached_property
    def _by_domain(self) -> dict[Id | None, frozenset[Id]]:
        return _gathered((self._domain(one), one.person) for one in self._held)

    def _domain(self, held: RoleAssignment) -> Id | None:
        if held.scope_kind is ScopeKind.PROJECT:
            project = fetch(self._reader, Project, held.scope_id)
            return project.domain if project else None
        return held.scope_id if held.scope_kind is ScopeKind.DOMAIN else None


def _gathered(pairs: Iterable[tuple[Id | None, Id]]) -> dict[Id | None, frozenset[Id]]:
    found: dict[Id | None, set[Id]] = {}
    for place, person in pairs:
        found.setdefault(place, set()).add(person)
    return {place: frozenset(people) for place, people in found.items()}


def decides_own(request: Request, reader: Reader) -> bool:
    version = version_of(request, reader)
    return version is not None and version.decides_own


def version_of(request: Request, reader: Reader) -> ProcessVersion | None:
    found = every(reader, ProcessVersion, process=request.process) if request.process else ()
    return next((one for one in found if one.number == request.version), None)


def stages_of(process: Id, version: int, reader: Reader) -> list[Stage]:
    """In their order."""
    return sorted(every(reader, Stage, process=process, version=version), key=lambda stage: stage.position)


def stage_at(request: Request, position: int, reader: Reader) -> Stage | None:
    if request.process is None:
        return None
    return next((s for s in stages_of(request.process, request.version, reader) if s.position == position), None)


def delegators(delegate: Id, at: Instant, reader: Reader) -> frozenset[Id]:
    """Those for whom this person may decide at that time."""
    given = every(reader, Delegation, delegate=delegate)
    return frozenset(one.person for one in given if one.active and one.begins <= at < one.ends)


def _whom(stage: Stage, moved: StageTransfer | None) -> Whom:
    if moved is None:
        return Whom(stage.role, stage.scope, stage.persons)
    return Whom(moved.role, moved.scope, (moved.person,) if moved.person else ())


def last_transfer(request: Request, stage: Stage, reader: Reader) -> StageTransfer | None:
    moves = (one for one in every(reader, StageTransfer, request=request.id) if one.position == stage.position)
    return max(moves, key=lambda one: (one.at, one.id), default=None)


def _enabled(people: Iterable[Id], reader: Reader) -> Iterator[Id]:
    return (person for person in people if is_enabled(person, reader))
