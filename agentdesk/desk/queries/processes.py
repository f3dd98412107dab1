"""Setting up who approves what: the processes, whom a level would ask, and what a changed one would have done."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from sqlalchemy import func, select

from agentdesk.desk.queries.base import NotAllowed, View
from agentdesk.desk.queries.people import people_by_id
from agentdesk.desk.queries.requests import RequestDetail, RequestOf
from agentdesk.desk.queries.rows import PersonRow
from agentdesk.domain import simulation
from agentdesk.domain.commands import SaveProcess, StageForm, name_of
from agentdesk.domain.decisions.processes import most_stages, scopes_for
from agentdesk.domain.entities import DESK, Domain, Process, ProcessVersion, Project, Stage
from agentdesk.domain.reader import Remembering
from agentdesk.domain.simulation import Place, Reach, reach
from agentdesk.domain.values import Id, ProcessKind, RequestState, ScopeKind
from agentdesk.store.outbox import DONE, PARKED
from agentdesk.store.schema import OUTBOX, TABLES

_R, _ROLE = TABLES["request"], TABLES["role_assignment"]
_RUNNING = tuple(state for state in RequestState if state.incomplete)
_TOPICS = frozenset({"process", "request", "person", "role_assignment", "desk"})
_ON_ITS_WAY = select(OUTBOX.c.args).where(OUTBOX.c.name == name_of(SaveProcess), OUTBOX.c.state.not_in((DONE, PARKED)))
_SEVERAL = 5
"""So many names are told, the others only counted."""
LAST = 100
"""So many requests a changed process is tried on."""


def _check(view: View) -> None:
    if not view.sight.admin:
        raise NotAllowed("processes")


@dataclass(frozen=True, slots=True)
class ProcessRow:
    """One kind of request; `process` is None where nobody has set one up yet."""

    kind: ProcessKind
    process: Process | None
    most: int
    """How many levels the kind may have."""
    running: int = 0
    """Requests that are not completed; each keeps the version it started with."""
    blocked: int = 0
    """Those that wait at a level that nobody can pass."""
    updated_by: str = ""


@dataclass(frozen=True, slots=True)
class Processes:
    """A row for every kind, in the order of the kinds. Raises NotAllowed."""

    topics: ClassVar[frozenset[str]] = _TOPICS

    def run(self, view: View) -> tuple[ProcessRow, ...]:
        _check(view)
        running, blocked = _counted(view), _counted(view, blocked=True)
        return tuple(_row(view, kind, running, blocked) for kind in ProcessKind)


@dataclass(frozen=True, slots=True)
class VersionRow:
    """A chain as it was saved once."""

    version: ProcessVersion
    by: str
    stages: tuple[Stage, ...]
    running: int
    """Requests that keep it."""


@dataclass(frozen=True, slots=True)
class BlockedRow:
    """A request that waits at a level with too few approvers (HZ-04)."""

    id: Id
    number: str
    level: str
    version: int


@dataclass(frozen=True, slots=True)
class ProcessDetail:
    row: ProcessRow
    versions: tuple[VersionRow, ...]
    """The newest first: the last twenty, and those that running requests keep."""
    people: dict[Id, PersonRow]
    """Everybody whom a level of those versions names."""
    blocked: tuple[BlockedRow, ...]
    scopes: tuple[ScopeKind, ...]
    """Where approvers of the kind can be looked for (CP-16)."""
    roles: tuple[str, ...]
    """Those that somebody holds."""
    on_its_way: bool = False
    """Another version waits for the server."""


@dataclass(frozen=True, slots=True)
class ProcessOf:
    """Raises NotAllowed."""

    kind: ProcessKind
    topics: ClassVar[frozenset[str]] = _TOPICS | {"outbox"}

    def run(self, view: View) -> ProcessDetail:
        _check(view)
        row = _row(view, self.kind, _counted(view), _counted(view, blocked=True))
        versions = tuple(_versions(view, row.process)) if row.process else ()
        return ProcessDetail(
            row=row, versions=versions, people=people_by_id(view, _named(versions)),
            blocked=tuple(_blocked(view, self.kind)) if row.blocked else (), scopes=scopes_for(self.kind),
            roles=_roles(view), on_its_way=_is_on_its_way(view, self.kind),
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class LevelReach:
    """Whom a level would ask: how many, the first of them, and where it would stop."""

    count: int
    names: tuple[str, ...]
    short: int
    """In so many places too few would be asked."""
    short_names: tuple[str, ...]
    """The first of them; a place that is the whole desk has no name."""
    places: int
    disabled: tuple[str, ...]
    """Persons it names whose account is disabled."""
    held: bool
    """Somebody holds its role, somewhere."""


@dataclass(frozen=True, slots=True)
class ChainReach:
    """The same for every level of a chain as it stands in a form. Raises NotAllowed."""

    kind: ProcessKind
    stages: tuple[StageForm, ...]
    topics: ClassVar[frozenset[str]] = frozenset({"person", "role_assignment", "project", "domain"})

    def run(self, view: View) -> tuple[LevelReach, ...]:
        _check(view)
        reader, places = Remembering(view.rows), _places(view, self.kind)
        held = set(_roles(view))
        return tuple(
            _told(view, reach(form, places, reader), held=not form.role or form.role in held) for form in self.stages
        )


@dataclass(frozen=True, slots=True)
class LastRequests:
    """The newest requests of a kind that had levels, on which a changed process is tried. Raises NotAllowed."""

    kind: ProcessKind
    limit: int = LAST
    topics: ClassVar[frozenset[str]] = frozenset({"request"})

    def run(self, view: View) -> tuple[Id, ...]:
        _check(view)
        chosen = select(_R.c.id).where(_R.c.kind == self.kind, _R.c.process.is_not(None))
        return tuple(view.connection.scalars(chosen.order_by(_R.c.created.desc(), _R.c.id).limit(self.limit)))


@dataclass(frozen=True, slots=True)
class WouldAsk:
    """One level of the changed process."""

    name: str
    count: int
    names: tuple[str, ...]
    """The first of those who would be asked."""
    enough: bool


@dataclass(frozen=True, slots=True)
class SimulatedRow:
    """One request: whom the changed process would have asked, beside what really happened."""

    levels: tuple[WouldAsk, ...]
    real: RequestDetail

    @property
    def stops(self) -> bool:
        return not all(level.enough for level in self.levels)


@dataclass(frozen=True, slots=True)
class Simulation:
    """A changed process on some requests, which are few, so that nobody waits long for the desk. Raises NotAllowed."""

    stages: tuple[StageForm, ...]
    decides_own: bool
    requests: tuple[Id, ...]
    topics: ClassVar[frozenset[str]] = _TOPICS

    def run(self, view: View) -> tuple[SimulatedRow, ...]:
        _check(view)
        tried = simulation.Simulation(self.stages, Remembering(view.rows), decides_own=self.decides_own)
        real = (RequestOf(id).run(view) for id in self.requests)
        return tuple(self._row(view, tried, one) for one in real if one is not None)

    def _row(self, view: View, tried: simulation.Simulation, real: RequestDetail) -> SimulatedRow:
        levels = tried.levels(real.row.request)
        return SimulatedRow(
            tuple(WouldAsk(one.name, len(one.people), _names(view, one.people), one.enough) for one in levels), real
        )


# --------------------------------------------------------------------------------------------- parts


def _counted(view: View, *, blocked: bool = False) -> dict[tuple[str, int], int]:
    """Requests that are not completed, by kind and version."""
    chosen = select(_R.c.kind, _R.c.version, func.count()).where(_R.c.state.in_(_RUNNING))
    chosen = (chosen.where(_R.c.blocked) if blocked else chosen).group_by(_R.c.kind, _R.c.version)
    return {(kind, version): n for kind, version, n in view.connection.execute(chosen)}


def _row(
    view: View, kind: ProcessKind, running: dict[tuple[str, int], int], blocked: dict[tuple[str, int], int]
) -> ProcessRow:
    process: Process | None = next(iter(view.rows.find("process", kind=kind)), None)
    by = people_by_id(view, [process.updated_by]) if process else {}
    return ProcessRow(
        kind=kind, process=process, most=most_stages(kind, view.rows.get("desk", DESK)), running=_of(kind, running),
        blocked=_of(kind, blocked), updated_by=next((person.name for person in by.values()), ""),
    )  # fmt: skip


def _of(kind: ProcessKind, counted: dict[tuple[str, int], int]) -> int:
    return sum(n for (of, _), n in counted.items() if of == kind)


_NEWEST = 20


def _versions(view: View, process: Process) -> Iterable[VersionRow]:
    running = {version: n for (kind, version), n in _counted(view).items() if kind == process.kind}
    found: Sequence[ProcessVersion] = view.rows.find("process_version", process=process.id)
    kept = [one for one in found if one.number > process.version - _NEWEST or running.get(one.number)]
    people = people_by_id(view, [one.by for one in kept])
    for one in sorted(kept, key=lambda version: -version.number):
        stages = sorted(view.rows.find("stage", process=process.id, version=one.number), key=lambda s: s.position)
        by = people[one.by].name if one.by in people else ""
        yield VersionRow(one, by, tuple(stages), running.get(one.number, 0))


def _named(versions: Iterable[VersionRow]) -> set[Id]:
    stages = [stage for one in versions for stage in one.stages]
    return {person for stage in stages for person in (*stage.persons, stage.escalates_to) if person}


def _blocked(view: View, kind: ProcessKind) -> Iterable[BlockedRow]:
    stage = TABLES["stage"]
    here = (stage.c.process == _R.c.process) & (stage.c.version == _R.c.version) & (stage.c.position == _R.c.stage)
    chosen = (
        select(_R.c.id, _R.c.number, stage.c.name, _R.c.version)
        .join(stage, here)
        .where(_R.c.state == RequestState.IN_APPROVAL, _R.c.blocked, _R.c.kind == kind)
        .order_by(_R.c.stage_since, _R.c.id)
        .limit(_SEVERAL)
    )
    return (BlockedRow(id, number, name, version) for id, number, name, version in view.connection.execute(chosen))


def _is_on_its_way(view: View, kind: ProcessKind) -> bool:
    return any(json.loads(args)["kind"] == kind for args in view.connection.scalars(_ON_ITS_WAY))


def _roles(view: View) -> tuple[str, ...]:
    return tuple(view.connection.scalars(select(_ROLE.c.role).where(_ROLE.c.active).distinct().order_by(_ROLE.c.role)))


def _places(view: View, kind: ProcessKind) -> list[Place]:
    """Where requests of the kind come from (CP-R3)."""
    if kind.has_project:
        projects: Sequence[Project] = view.rows.find("project")
        return [(one.id, one.domain) for one in projects]
    domains: Sequence[Domain] = view.rows.find("domain")
    return [(None, one.id) for one in domains]


def _told(view: View, found: Reach, *, held: bool) -> LevelReach:
    return LevelReach(
        count=len(found.people), names=_names(view, found.people), short=len(found.short),
        short_names=tuple(_place_name(view, place) for place in found.short[:_SEVERAL] if any(place)),
        places=found.places, disabled=_names(view, found.disabled), held=held,
    )  # fmt: skip


def _names(view: View, people: Iterable[Id]) -> tuple[str, ...]:
    """Of the first of them: a role may be held by thousands."""
    return tuple(sorted(person.name for person in people_by_id(view, sorted(people)[:_SEVERAL]).values()))


def _place_name(view: View, place: Place) -> str:
    project, domain = place
    found: Any = view.rows.get("project", project) if project else view.rows.get("domain", str(domain))
    return str(found.name) if found else ""


def form_of(stage: Stage) -> StageForm:
    """The level as its form holds it."""
    return StageForm(
        name=stage.name, role=stage.role, scope=stage.scope, persons=stage.persons, rule=stage.rule,
        number=stage.number, transferable=stage.transferable, due_hours=stage.due_hours,
        escalates_to=stage.escalates_to,
    )  # fmt: skip


def decides_own_of(detail: ProcessDetail) -> bool:
    return bool(detail.versions) and detail.versions[0].version.decides_own
