"""The approval inbox: its five lists, and one request with all that hangs on it."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain, zip_longest
from typing import Any, ClassVar, NamedTuple

from sqlalchemy import ColumnElement, LargeBinary, Select, and_, bindparam, or_, select, type_coerce
from sqlalchemy.sql.elements import SQLColumnExpression

from agentdesk.desk.queries import request_filters
from agentdesk.desk.queries.base import REQUEST_MARK, NotAllowed, View
from agentdesk.desk.queries.people import PEOPLE, people_by_id, person_row
from agentdesk.desk.queries.request_processors import Processor, columns_for, processor_of
from agentdesk.desk.queries.rows import PersonRow, WishChange
from agentdesk.desk.queries.wish_changes import changes_between
from agentdesk.domain.action import Action
from agentdesk.domain.approvers import stages_of
from agentdesk.domain.entities import (
    Candidate,
    Decision,
    Request,
    RequestChange,
    Resource,
    Stage,
    StageResult,
    StageTransfer,
)
from agentdesk.domain.inventory import quota_of, use_of
from agentdesk.domain.policy import available_actions
from agentdesk.domain.reader import Reader, every, fetch
from agentdesk.domain.request_policy import RequestOutlook
from agentdesk.domain.values import Id, Instant, ProcessKind
from agentdesk.domain.wishes import digest_of, values_of
from agentdesk.records.reading import columns_of
from agentdesk.records.rows import maker
from agentdesk.records.types import id_texts, is_id
from agentdesk.records.visibility import Sight, visible_request
from agentdesk.store import counters
from agentdesk.store.prepared import Prepared
from agentdesk.store.schema import OUTBOX, TABLES

_R, _C, _D, _P = TABLES["request"], TABLES["candidate"], TABLES["decision"], TABLES["process"]
_V = TABLES["process_version"]
_TOPICS = frozenset({
    "request", REQUEST_MARK, "decision", "candidate", "stage_result", "delegation", "process", "person",
    "role_assignment", "outbox",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Inbox:
    """A list of requests: who has it, what is in it, and the counter of its badge, if one alone knows it."""

    name: str
    has: Callable[[Sight], bool]
    holds: Callable[[Sight], ColumnElement[bool]]
    counters: Callable[[Sight], list[str]]


def _asked(people: Iterable[Id], *, active: bool | None = None) -> ColumnElement[bool]:
    chosen = select(_C.c.request).where(_C.c.person.in_(list(people)))
    return _R.c.id.in_(chosen if active is None else chosen.where(_C.c.active.is_(active)))


def _waits_for(sight: Sight) -> ColumnElement[bool]:
    """For them or whom they decide for; never the own request in somebody's name, unless its process says so."""
    own = _asked((sight.person,), active=True)
    if not sight.delegators:
        return own
    applied = and_(_R.c.applicant == sight.person, ~_decides_own())
    return or_(own, and_(_asked(sight.delegators, active=True), ~applied))


def _decides_own() -> ColumnElement[bool]:
    version = and_(_V.c.process == _R.c.process, _V.c.number == _R.c.version)
    return select(_V.c.id).where(version, _V.c.decides_own).correlate(_R).exists()


def _decided(sight: Sight) -> ColumnElement[bool]:
    """By this person, for themselves or for others (CP-58)."""
    return _R.c.id.in_(select(_D.c.request).where(_D.c.by == sight.person))


def _involved(sight: Sight) -> ColumnElement[bool]:
    """Asked once, and somebody else decided, or it was withdrawn (CP-59, HZ-02)."""
    return and_(_asked((sight.person,)), ~_asked((sight.person,), active=True), ~_decided(sight))


def _everybody(_: Sight) -> bool:
    return True


def _none(_: Sight) -> list[str]:
    return []


INBOXES: dict[str, Inbox] = {
    inbox.name: inbox
    for inbox in (
        Inbox(
            "approvals.pending", _everybody, _waits_for,
            lambda s: [] if s.delegators else [counters.asked_key(s.person)],
        ),
        Inbox("approvals.resolved", _everybody, _decided, _none),
        Inbox("approvals.involved", _everybody, _involved, _none),
        Inbox(
            "approvals.mine", _everybody, lambda s: _R.c.applicant == s.person,
            lambda s: [counters.applied_key(s.person)],
        ),
        Inbox("approvals.all", lambda s: s.admin, lambda _: _R.c.n > 0, _none),
    )
}  # fmt: skip


def inboxes_of(view: View) -> tuple[Inbox, ...]:
    """Hidden unless a process of an approval kind is enabled (CP-31, CP-32), or a request is there to be looked at."""
    gated = select(_P.c.id).where(_P.c.enabled, _P.c.kind != ProcessKind.TECHNICAL_SUPPORT)
    if not any(view.connection.execute(one.limit(1)).first() for one in (gated, select(_R.c.id))):
        return ()
    return tuple(inbox for inbox in INBOXES.values() if inbox.has(view.sight))


def has_approvals(view: View) -> bool:
    """Whether this desk has hosts and quotas at all: what is not gated by a process that is enabled runs at once, also
    where none was ever set up (CP-69).
    """
    signs = select(_P.c.id), select(_R.c.id), select(TABLES["project"].c.id)
    return any(view.connection.execute(one.limit(1)).first() for one in signs)


@dataclass(slots=True)
class RequestRow:
    """Not frozen as others are, for the same reason as a `TicketRow`."""

    id: Id
    number: str
    request: Request
    applicant: PersonRow
    stage_name: str
    owner: str = ""
    """The project, or else the domain, that it is about."""
    hosts: tuple[str, ...] = ()
    """What the hosts are called that it is about."""
    submitted: str = ""
    """The command that waits for the server; what it asks for is not so before the server has said so."""
    unread: bool = False
    """Others did something since this person looked."""
    seen: int = 0
    """The last activity that this person has looked at, 0 if they never did or marked it as unread."""
    processor: Processor = Processor()


SORTS: dict[str, SQLColumnExpression[int]] = {
    "waiting": _R.c.stage_since, "activity": _R.c.last_activity.desc(), "newest": _R.c.created.desc(),
    "oldest": _R.c.created,
}  # fmt: skip


def in_inbox(view: View, name: str, filters: Iterable[str]) -> ColumnElement[bool]:
    """Raises NotAllowed, UnknownFilter."""
    _check(view, name)
    extra = request_filters.condition(view, filters)
    return and_(_standing(name, view.sight), *(() if extra is None else (extra,)))


def _check(view: View, name: str) -> None:
    inbox = INBOXES.get(name)
    if inbox is None or not inbox.has(view.sight):
        raise NotAllowed(name)


@lru_cache(maxsize=64)
def _standing(name: str, sight: Sight) -> ColumnElement[bool]:
    return and_(INBOXES[name].holds(sight), visible_request(sight, _R, _C))


@lru_cache(maxsize=64)
def _listed(name: str, sight: Sight, sort: str) -> Select[Any]:
    """Ids as bytes, past the cache of ids, which very many would only push out of it. Built once, as `_shown` is."""
    own = "waiting" if name == "approvals.pending" else "activity"
    ids = select(type_coerce(_R.c.id, LargeBinary)).where(_standing(name, sight))
    return ids.order_by(SORTS.get(sort, SORTS[own]), _R.c.id)


@dataclass(frozen=True, slots=True)
class RequestNews:
    """Rows that are others now, where the list is the one it was."""

    rows: tuple[RequestRow, ...]


@dataclass(frozen=True, slots=True)
class RequestIds:
    """Ids of an inbox: what waits for a decision oldest first, all others newest first, or in an order of `SORTS`.

    Watched, it tells rows where somebody only looked at requests.
    """

    inbox: str
    limit: int | None = None
    filters: tuple[str, ...] = ()
    sort: str = ""
    topics: ClassVar[frozenset[str]] = _TOPICS
    root_topic: ClassVar[str] = REQUEST_MARK

    def run(self, view: View) -> tuple[Id, ...]:
        """Raises NotAllowed, UnknownFilter."""
        _check(view, self.inbox)
        chosen, extra = _listed(self.inbox, view.sight, self.sort), request_filters.condition(view, self.filters)
        chosen = chosen if extra is None else chosen.where(extra)
        with view.connection.execute(chosen if self.limit is None else chosen.limit(self.limit)) as found:
            rows: Any = found.cursor  # past SQLAlchemy's rows
            return tuple(id_texts(chain.from_iterable(rows)))

    def recheck(self, view: View, ids: Iterable[Id]) -> "tuple[Id, ...] | RequestNews":
        """Raises NotAllowed, UnknownFilter."""
        return self.run(view) if "unread" in self.filters else RequestNews(RequestRows(tuple(ids)).run(view))

    def matching(self, view: View) -> Select[Any]:
        """In no order, for counting."""
        return select(_R.c.id).where(in_inbox(view, self.inbox, self.filters))


@dataclass(frozen=True, slots=True)
class RequestRows:
    """These requests, in their order, as far as they may be seen."""

    requests: tuple[Id, ...]
    topics: ClassVar[frozenset[str]] = _TOPICS

    def run(self, view: View) -> tuple[RequestRow, ...]:
        return tuple(found.row for found in _found(view, self.requests))


class _Found(NamedTuple):
    row: RequestRow
    project: str
    domain: str


def _found(view: View, ids: tuple[Id, ...]) -> list[_Found]:
    """In the order of their ids, as far as they may be seen."""
    found = {row[0]: row for row in _shown(view.sight).rows(view.connection, requests=ids)}
    waiting, stages = _waiting(view, list(found)), _StageNames(view.known)
    return [_as_row(view, found[id], waiting.get(id, ""), stages) for id in ids if id in found]


class _StageNames(dict[tuple[Id | None, int], dict[int, str]]):
    """What the levels of a version of a process are called, by their position; each version is asked for once."""

    def __init__(self, rows: Reader) -> None:
        super().__init__()
        self._rows = rows

    def __missing__(self, version: tuple[Id | None, int]) -> dict[int, str]:
        process, number = version
        stages = stages_of(process, number, self._rows) if process else []
        names = self[version] = {stage.position: stage.name for stage in stages}
        return names


def _as_row(view: View, row: Sequence[Any], submitted: str, stages: _StageNames) -> _Found:
    """Of the columns of `_shown`."""
    request, applicant = maker("request")(row[:_MORE]), person_row(row[_PEOPLE:])
    unread, mark, project, domain, *processors = row[_MORE:_PEOPLE]
    shown = RequestRow(
        id=request.id, number=request.number, request=request, applicant=applicant,
        stage_name=stages[request.process, request.version].get(request.stage, ""), owner=project or domain or "",
        hosts=tuple(_hosts(view.known, request)),
        submitted=submitted, unread=bool(unread), seen=mark or 0,
        processor=processor_of(request, processors, applicant.name or applicant.user_name),
    )  # fmt: skip
    return _Found(shown, project or "", domain or "")


@dataclass(frozen=True, slots=True)
class Handing:
    """An open level that was given to somebody else, or to a role."""

    by: PersonRow
    to: PersonRow | None
    role: str
    at: Instant
    comment: str


@dataclass(frozen=True, slots=True)
class Step:
    """A level as the stepper shows it; `people` are those who were asked or decided, or still may."""

    stage: Stage
    result: StageResult | None
    decisions: tuple[Decision, ...]
    people: tuple[PersonRow, ...]
    deciders: tuple[PersonRow, ...]
    """Who gave the decisions: some of those people, or their delegates."""
    handed: tuple[Handing, ...] = ()


@dataclass(frozen=True, slots=True)
class Changed:
    """Something else was asked for instead."""

    by: PersonRow
    at: Instant
    what: tuple[WishChange, ...]


@dataclass(frozen=True, slots=True)
class Limit:
    """What a size of the project's or the domain's quota is, is used, and would be used; 0: no limit."""

    owner: str
    size: str
    limit: int
    used: int


@dataclass(frozen=True, slots=True)
class RequestDetail:
    row: RequestRow
    steps: tuple[Step, ...]
    hosts: tuple[Resource, ...]
    project: str
    domain: str
    limits: tuple[Limit, ...]
    actions: tuple[Action, ...]
    stage: Id | None
    digest: str
    """Of what is shown; a decision carries both."""
    voices: tuple[PersonRow, ...]
    """For whom this person can still decide the open stage."""
    changed: tuple[Changed, ...] = ()
    """In the order in which it was."""


@dataclass(frozen=True, slots=True)
class RequestOf:
    """None: not there, or not to be seen."""

    request: Id
    topics: ClassVar[frozenset[str]] = _TOPICS - {REQUEST_MARK} | {"resource", "project", "domain"}

    @property
    def root(self) -> Id:
        return self.request

    def run(self, view: View) -> RequestDetail | None:
        found = _found(view, (self.request,))
        return _detail(view, found[0]) if found else None


@dataclass(frozen=True, slots=True)
class RequestIdByName:
    """The id of a number or an id, if this person may see it."""

    name: str
    topics: ClassVar[frozenset[str]] = frozenset({"request"})

    def run(self, view: View) -> Id | None:
        named = _R.c.id == self.name.lower() if is_id(self.name) else _R.c.number == self.name
        return view.connection.scalar(select(_R.c.id).where(named, _seen(view)))


def _seen(view: View) -> ColumnElement[bool]:
    return visible_request(view.sight, _R, _C)


_COLUMNS = columns_of(_R)
_MORE, _PEOPLE = len(_COLUMNS), -len(PEOPLE.selected_columns)
"""Where the other columns of `_shown` begin."""
_ABOUT, _WITHIN = TABLES["project"].alias("about"), TABLES["domain"].alias("within")
_SUBMITTED = Prepared(
    select(OUTBOX.c.root, OUTBOX.c.name)
    .where(OUTBOX.c.root.in_(bindparam("requests", expanding=True)), OUTBOX.c.state != "done")
    .order_by(OUTBOX.c.n)
)


@lru_cache(maxsize=32)
def _shown(sight: Sight) -> Prepared:
    """Requests with all that their row says, in one statement that is built once for each person: most of the time
    that a short list takes is building statements and carrying them to SQLite, not what SQLite does.
    """
    unread, mark = request_filters.unread(sight.person), request_filters.mark(sight.person)
    names = _ABOUT.c.name.label("project_name"), _WITHIN.c.name.label("domain_name")
    more = unread.label("unread"), mark.label("mark"), *names, *columns_for(sight.person)
    return Prepared(
        PEOPLE.with_only_columns(*_COLUMNS, *more, *PEOPLE.selected_columns)
        .join(_R, _R.c.applicant == TABLES["person"].c.id)
        .outerjoin(_ABOUT, _ABOUT.c.id == _R.c.project)
        .outerjoin(_WITHIN, _WITHIN.c.id == _R.c.domain)
        .where(_R.c.id.in_(bindparam("requests", expanding=True)), visible_request(sight, _R, _C))
    )


def _waiting(view: View, requests: list[Id]) -> dict[Id, str]:
    """The commands that lie in the outbox for these."""
    return dict(_SUBMITTED.rows(view.connection, requests=requests))


def _stages(rows: Reader, request: Request) -> list[Stage]:
    return stages_of(request.process, request.version, rows) if request.process else []


def _detail(view: View, found: _Found) -> RequestDetail:
    row, rows, project, domain = found.row, view.known, found.project, found.domain
    request = row.request
    outlook = RequestOutlook(request, view.person, rows, view.now)
    free = outlook.approvers & outlook.voices - outlook.votes.keys()
    hosts = [fetch(rows, Resource, id) for id in request.hosts]
    return RequestDetail(
        row=row, steps=_steps(view, rows, request), hosts=tuple(host for host in hosts if host), project=project,
        domain=domain, limits=tuple(_limits(rows, request, project, domain)),
        actions=available_actions(request, view.person, rows, view.now),
        stage=outlook.stage.id if outlook.stage else None,
        digest=digest_of(request, outlook.stage.id) if outlook.stage else "",
        voices=tuple(people_by_id(view, sorted(free)).values()), changed=tuple(_changes(view, request)),
    )  # fmt: skip


def _named(rows: Reader, kind: str, id: Id | None) -> str:
    found: Any = rows.get(kind, id) if id else None
    return str(found.name) if found else ""


def _hosts(rows: Reader, request: Request) -> Iterator[str]:
    """As they are called now; as they were called where one does not see them."""
    for id, was in zip_longest(request.hosts, request.host_names, fillvalue=""):
        yield _named(rows, "resource", id) or was


def _steps(view: View, rows: Reader, request: Request) -> tuple[Step, ...]:
    asked, given = every(rows, Candidate, request=request.id), every(rows, Decision, request=request.id)
    ended, moved = every(rows, StageResult, request=request.id), every(rows, StageTransfer, request=request.id)
    shown = [*(one.person for one in asked), *(one.by for one in given), *(one.by for one in moved)]
    people = people_by_id(view, [*shown, *(one.person for one in moved if one.person)])
    return tuple(
        Step(
            stage=stage,
            result=next((one for one in ended if one.position == stage.position), None),
            decisions=tuple(sorted((d for d in given if d.position == stage.position), key=lambda d: (d.at, d.id))),
            people=_of(people, _asked_at(stage, request, asked, given)),
            deciders=_of(people, (one.by for one in given if one.position == stage.position)),
            handed=tuple(_handings(people, (one for one in moved if one.position == stage.position))),
        )
        for stage in _stages(rows, request)
    )


def _handings(people: Mapping[Id, PersonRow], moved: Iterable[StageTransfer]) -> Iterable[Handing]:
    for one in sorted(moved, key=lambda one: (one.at, one.id)):
        if one.by in people:
            yield Handing(people[one.by], people.get(one.person or ""), one.role, one.at, one.comment)


def _changes(view: View, request: Request) -> Iterable[Changed]:
    made = sorted(every(view.known, RequestChange, request=request.id), key=lambda one: (one.at, one.id))
    people = people_by_id(view, {one.by for one in made})
    for one in made:
        if one.by in people:
            what = changes_between(view, values_of(one.before), values_of(one.after))
            yield Changed(people[one.by], one.at, what)


def _asked_at(stage: Stage, request: Request, asked: Iterable[Candidate], given: Iterable[Decision]) -> Iterable[Id]:
    """Once it is over, everybody who was; before, not those from whom it was taken or handed on."""
    voted = {one.person for one in given if one.position == stage.position}
    over = stage.position != request.stage
    here = (one for one in asked if one.position == stage.position)
    return (one.person for one in here if over or one.active or one.person in voted)


def _of(people: Mapping[Id, PersonRow], ids: Iterable[Id]) -> tuple[PersonRow, ...]:
    """Each once, by name, and none that is not known here."""
    return tuple(sorted((people[id] for id in set(ids) if id in people), key=lambda one: (one.name, one.id)))


def _limits(rows: Reader, request: Request, project: str, domain: str) -> Iterable[Limit]:
    yield from limits_of(rows, project, project=request.project)
    yield from limits_of(rows, domain, domain=request.domain)


def limits_of(rows: Reader, name: str, **owner: Id | None) -> Iterator[Limit]:
    """Of a project or a domain, which is called so; none where it has no quota."""
    quota = quota_of(rows, **owner)
    if quota is not None:
        used = use_of(rows, **owner)
        yield from (Limit(name, size, getattr(quota, size), used[size]) for size in used)
