"""Requests one works on together or looks for: what may be decided of several, what to filter by, where one stands."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from sqlalchemy import ColumnElement, and_, or_, select

from agentdesk.desk.queries.base import View
from agentdesk.desk.queries.people import people_by_id
from agentdesk.desk.queries.request_filters import says
from agentdesk.desk.queries.requests import INBOXES, RequestRow, RequestRows, in_inbox, inboxes_of
from agentdesk.desk.queries.rows import PersonRow
from agentdesk.domain.action import Action
from agentdesk.domain.policy import available_actions
from agentdesk.domain.request_policy import RequestOutlook
from agentdesk.domain.values import Id, Instant, ProcessKind
from agentdesk.domain.wishes import digest_of
from agentdesk.records.visibility import visible_request
from agentdesk.store.schema import TABLES

_R, _C, _PROJECT, _DOMAIN = (TABLES[kind] for kind in ("request", "candidate", "project", "domain"))


@dataclass(frozen=True, slots=True)
class Choosable:
    """One of several that are decided together: `stage` and `digest` are those of what was seen."""

    row: RequestRow
    actions: tuple[Action, ...]
    stage: Id | None
    digest: str


@dataclass(frozen=True, slots=True)
class ChoosableOf:
    """Several requests, in their order, as far as they may be seen."""

    requests: tuple[Id, ...]
    topics: ClassVar[frozenset[str]] = RequestRows.topics

    def run(self, view: View) -> tuple[Choosable, ...]:
        return tuple(_choosable(view, row) for row in RequestRows(self.requests).run(view))


def _choosable(view: View, row: RequestRow) -> Choosable:
    stage = RequestOutlook(row.request, view.person, view.rows, view.now).stage
    return Choosable(
        row=row, actions=available_actions(row.request, view.person, view.rows, view.now),
        stage=stage.id if stage else None, digest=digest_of(row.request, stage.id) if stage else "",
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class InboxChoices:
    """What an inbox can be filtered by: what occurs in it."""

    kinds: tuple[ProcessKind, ...] = ()
    projects: tuple[str, ...] = ()
    """Names; of a request for a domain's quota the domain's."""
    people: tuple[PersonRow, ...] = ()
    """Applicants."""


@dataclass(frozen=True, slots=True)
class InboxChoicesOf:
    inbox: str
    topics: ClassVar[frozenset[str]] = RequestRows.topics

    def run(self, view: View) -> InboxChoices:
        """Raises NotAllowed."""
        inside = in_inbox(view, self.inbox, ())
        kinds = set(view.connection.scalars(select(_R.c.kind).where(inside).distinct()))
        people = people_by_id(view, view.connection.scalars(select(_R.c.applicant).where(inside).distinct()))
        return InboxChoices(
            tuple(kind for kind in ProcessKind if kind in kinds), tuple(sorted(_owners(view, inside))),
            tuple(sorted(people.values(), key=lambda person: person.name)),
        )  # fmt: skip


def _owners(view: View, inside: ColumnElement[bool]) -> set[str]:
    """Names of the projects; of the domains where a request is about no project."""
    projects = select(_R.c.project).where(inside, _R.c.project.is_not(None))
    domains = select(_R.c.domain).where(inside, _R.c.project.is_(None), _R.c.domain.is_not(None))
    named = (
        select(table.c.name).where(table.c.id.in_(ids)) for table, ids in ((_PROJECT, projects), (_DOMAIN, domains))
    )
    return {name for chosen in named for name in view.connection.scalars(chosen)}


@dataclass(frozen=True, slots=True)
class Word:
    """A word that is looked for, with the kinds whose name holds it; what they are called only the window knows."""

    text: str
    kinds: tuple[ProcessKind, ...] = ()


@dataclass(frozen=True, slots=True)
class RequestSearch:
    """Requests in which every word occurs, the newest first; older ones than the newest `depth` are not read."""

    words: tuple[Word, ...]
    limit: int
    depth: int = 20_000
    topics: ClassVar[frozenset[str]] = RequestRows.topics

    def run(self, view: View) -> tuple[RequestRow, ...]:
        if not self.words:
            return ()
        newest = select(_R.c.id).order_by(_R.c.last_activity.desc()).limit(self.depth)
        holds = and_(_R.c.id.in_(newest), *map(_holds, self.words))
        chosen = select(_R.c.id).where(holds, visible_request(view.sight, _R, _C))
        found = view.connection.scalars(chosen.order_by(_R.c.last_activity.desc()).limit(self.limit))
        return RequestRows(tuple(found)).run(view)


def _holds(word: Word) -> ColumnElement[bool]:
    return or_(says(word.text), _R.c.kind.in_(word.kinds)) if word.kinds else says(word.text)


@dataclass(frozen=True, slots=True)
class InboxOf:
    """The inbox in which a request stands, `first` if it does; "" if in none."""

    request: Id
    first: str = ""
    topics: ClassVar[frozenset[str]] = RequestRows.topics

    def run(self, view: View) -> str:
        having = [inbox.name for inbox in inboxes_of(view)]
        order = [name for name in (self.first, *having) if name in having and name in INBOXES]
        return next((name for name in order if self._stands_in(view, name)), "")

    def _stands_in(self, view: View, name: str) -> bool:
        chosen = select(_R.c.id).where(_R.c.id == self.request, in_inbox(view, name, ()))
        return view.connection.execute(chosen).first() is not None


@dataclass(frozen=True, slots=True)
class DelegationRow:
    """`person` is whoever decides instead, or in what was lent to this person whose decisions they give."""

    id: Id
    person: PersonRow
    begins: Instant
    ends: Instant


@dataclass(frozen=True, slots=True)
class Delegations:
    given: tuple[DelegationRow, ...] = ()
    lent: tuple[DelegationRow, ...] = ()


@dataclass(frozen=True, slots=True)
class DelegationsOf:
    """Who decides for this person and for whom this person decides, now or later."""

    topics: ClassVar[frozenset[str]] = frozenset({"delegation", "person"})

    def run(self, view: View) -> Delegations:
        given = _rows(view, view.rows.find("delegation", person=view.person), "delegate")
        return Delegations(given, _rows(view, view.rows.find("delegation", delegate=view.person), "person"))


def _rows(view: View, found: Iterable[Any], other: str) -> tuple[DelegationRow, ...]:
    lasting = sorted((one for one in found if one.active and one.ends > view.now), key=lambda one: one.begins)
    people = people_by_id(view, [getattr(one, other) for one in lasting])
    return tuple(DelegationRow(one.id, people[getattr(one, other)], one.begins, one.ends) for one in lasting)


def shared(several: Sequence[Choosable]) -> Iterable[Action]:
    """What may be done with at least one of them: the others say why not when it is given."""
    found: dict[str, Action] = {}
    for one in several:
        for action in one.actions:
            if action.command not in found or action.enabled:
                found[action.command] = action
    return found.values()
