"""What a process that is not saved yet would do: whom it would ask where, and what it would have done to requests."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from agentdesk.domain.approvers import Holders
from agentdesk.domain.commands import StageForm
from agentdesk.domain.entities import Request
from agentdesk.domain.quorum import reachable
from agentdesk.domain.reader import Reader
from agentdesk.domain.standing import is_enabled
from agentdesk.domain.values import Id, ScopeKind

Place = tuple[Id | None, Id | None]
"""A project and its domain, or a domain alone: whose the resource of a request is (CP-R3)."""


@dataclass(frozen=True, slots=True)
class Level:
    """Whom a level would ask about one request, as roles stand now."""

    name: str
    people: frozenset[Id]
    enough: bool
    """So many can pass it at all; else the request would stop there (HZ-04)."""


@dataclass(frozen=True, slots=True)
class Reach:
    """Whom a level would ask, wherever a request may come from."""

    people: frozenset[Id]
    """All of them, in all places together."""
    short: tuple[Place, ...]
    """Where too few would be asked to pass it."""
    places: int
    disabled: tuple[Id, ...]
    """Named persons who cannot decide, as their account is disabled."""


class Simulation:
    """A chain on many requests. Nobody knows any more who held a role when they were filed: it is read once, now."""

    def __init__(self, stages: Iterable[StageForm], reader: Reader, *, decides_own: bool) -> None:
        self._stages, self._reader, self._decides_own = tuple(stages), reader, decides_own
        roles = {form.role.strip() for form in self._stages} - {""}
        self._holders = {role: Holders(role, reader) for role in roles}

    def levels(self, request: Request) -> tuple[Level, ...]:
        """In their order."""
        return tuple(self._level(form, request) for form in self._stages)

    def _level(self, form: StageForm, request: Request) -> Level:
        holders = self._holders.get(form.role.strip())
        reached = holders.reached(form.scope, request.project, request.domain) if holders else frozenset[Id]()
        people = {one for one in reached.union(form.persons) if is_enabled(one, self._reader)}
        if not self._decides_own:
            people.discard(request.applicant)
        return Level(form.name, frozenset(people), _enough(form, len(people)))


def reach(form: StageForm, places: Sequence[Place], reader: Reader) -> Reach:
    """`places` are those that requests of the kind come from; without a role they make no difference."""
    named = {person for person in form.persons if is_enabled(person, reader)}
    by_place = _by_place(form, places, reader)
    asked = {place: {one for one in found if is_enabled(one, reader)} | named for place, found in by_place.items()}
    return Reach(
        people=frozenset(named.union(*asked.values())),
        short=tuple(place for place, people in asked.items() if not _enough(form, len(people))),
        places=len(asked),
        disabled=tuple(person for person in form.persons if not is_enabled(person, reader)),
    )


def _by_place(form: StageForm, places: Sequence[Place], reader: Reader) -> dict[Place, frozenset[Id]]:
    role = form.role.strip()
    if not role or form.scope is ScopeKind.SYSTEM:
        everybody = Holders(role, reader).reached(ScopeKind.SYSTEM, None, None) if role else frozenset[Id]()
        return {(None, None): everybody}
    holders = Holders(role, reader)
    return {place: holders.reached(form.scope, *place) for place in _told_apart(form.scope, places)}


def _told_apart(scope: ScopeKind, places: Iterable[Place]) -> Iterable[Place]:
    """In the range of a domain its projects are one place."""
    return places if scope is ScopeKind.PROJECT else dict.fromkeys((None, domain) for _, domain in places)


def _enough(form: StageForm, people: int) -> bool:
    return reachable(form.rule, form.number, people)
