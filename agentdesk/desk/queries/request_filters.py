"""Filters and orders of an inbox, in the words of saved views, chips and the terminal; and what is new to somebody."""

from collections.abc import Callable, Iterable

from sqlalchemy import ColumnElement, Text, and_, case, exists, false, func, or_, select, type_coerce

from agentdesk.desk.queries.base import View
from agentdesk.desk.queries.filters import UnknownFilter
from agentdesk.domain.values import Execution, Id, ProcessKind, RequestResult, RequestState
from agentdesk.store.schema import OUTBOX, READ_MARK, TABLES

R, D = TABLES["request"], TABLES["decision"]
_PERSON, _PROJECT, _DOMAIN, _HOST = (TABLES[kind] for kind in ("person", "project", "domain", "resource"))
INCOMPLETE = tuple(state for state in RequestState if state.incomplete)
Where = Callable[[View, list[str]], ColumnElement[bool]]


def condition(view: View, filters: Iterable[str]) -> ColumnElement[bool] | None:
    """Different names narrow, the same name twice widens. Raises UnknownFilter."""
    given: dict[str, list[str]] = {}
    for item in filters:
        name, _, value = item.partition("=")
        if name not in FILTERS:
            raise UnknownFilter(name)
        given.setdefault(name, []).append(value)
    return and_(*(FILTERS[name](view, values) for name, values in given.items())) if given else None


def unread(person: Id) -> ColumnElement[bool]:
    """What others did since this person looked; what is over and was never looked at is no news."""
    seen = mark(person)
    others = or_(_last_actor() != person, R.c.execution == Execution.FAILED)
    return and_(others, or_(R.c.last_activity > seen, and_(seen.is_(None), R.c.state.in_(INCOMPLETE))))


def mark(person: Id) -> ColumnElement[int]:
    """The last activity at which this person looked."""
    chosen = select(READ_MARK.c.pos).where(READ_MARK.c.person == person, READ_MARK.c.ticket == R.c.id)
    return chosen.correlate(R).scalar_subquery()


def _last_actor() -> ColumnElement[str]:
    """Whoever decided last; the applicant while nobody has, and where they took it back."""
    latest = select(D.c.by).where(D.c.request == R.c.id).order_by(D.c.at.desc(), D.c.id.desc()).limit(1)
    decided = func.coalesce(latest.correlate(R).scalar_subquery(), R.c.applicant)
    return case((R.c.state == RequestState.CANCELLED, R.c.applicant), else_=decided)


_SHOWN: dict[str, ColumnElement[bool]] = {
    "in_approval": and_(R.c.state == RequestState.IN_APPROVAL, R.c.blocked.is_(False)),
    "blocked": and_(R.c.state == RequestState.IN_APPROVAL, R.c.blocked.is_(True)),
    "executing": and_(R.c.state == RequestState.PROCESSING, R.c.execution != Execution.FAILED),
    "failed": and_(R.c.state == RequestState.PROCESSING, R.c.execution == Execution.FAILED),
    "passed": and_(R.c.state == RequestState.COMPLETED, R.c.result == RequestResult.PASSED),
    "rejected": and_(R.c.state == RequestState.COMPLETED, R.c.result == RequestResult.REJECTED),
    "withdrawn": R.c.state == RequestState.CANCELLED,
}
"""What the chip of a request says, as the file says it."""
SHOWN_STATES = tuple(_SHOWN)


def _state(_: View, values: list[str]) -> ColumnElement[bool]:
    return or_(false(), *(_SHOWN[value] for value in values if value in _SHOWN))


def _kind(_: View, values: list[str]) -> ColumnElement[bool]:
    return R.c.kind.in_([ProcessKind(value) for value in values if value in list(ProcessKind)])


def _project(_: View, values: list[str]) -> ColumnElement[bool]:
    """By name; a request for the quota of a domain stands under the domain."""
    projects = select(_PROJECT.c.id).where(_PROJECT.c.name.in_(values))
    domains = select(_DOMAIN.c.id).where(_DOMAIN.c.name.in_(values))
    return or_(R.c.project.in_(projects), and_(R.c.project.is_(None), R.c.domain.in_(domains)))


def _applicant(_: View, values: list[str]) -> ColumnElement[bool]:
    return R.c.applicant.in_(select(_PERSON.c.id).where(_PERSON.c.user_name.in_(values)))


def says(text: str) -> ColumnElement[bool]:
    """Number, name, reason, project, domain, hosts, applicant, or what was said with a decision holds this text."""
    host = func.json_each(case((R.c.hosts != "", R.c.hosts), else_="[]")).table_valued("value", name="host")
    hosts = select(1).select_from(host.join(_HOST, func.lower(func.hex(_HOST.c.id)) == _plain(host.c.value)))
    return or_(
        *(place.icontains(text, autoescape=True) for place in (R.c.number, R.c.name, R.c.reason, R.c.withdrawn)),
        type_coerce(R.c.host_names, Text).icontains(text, autoescape=True),
        R.c.project.in_(select(_PROJECT.c.id).where(_PROJECT.c.name.icontains(text, autoescape=True))),
        R.c.domain.in_(select(_DOMAIN.c.id).where(_DOMAIN.c.name.icontains(text, autoescape=True))),
        R.c.applicant.in_(select(_PERSON.c.id).where(_PERSON.c.name.icontains(text, autoescape=True))),
        R.c.id.in_(select(D.c.request).where(D.c.comment.icontains(text, autoescape=True))),
        exists(hosts.where(_HOST.c.name.icontains(text, autoescape=True)).correlate(R)),
    )


def _plain(id: ColumnElement[str]) -> ColumnElement[str]:
    """A UUID as its 32 digits: ids in a list are text, those in a column are bytes."""
    return func.replace(id, "-", "")


def _waiting() -> ColumnElement[bool]:
    """Somebody has to decide still; what waits for the server is decided here."""
    on_its_way = select(_plain(OUTBOX.c.root)).where(OUTBOX.c.state != "done")
    return and_(R.c.state == RequestState.IN_APPROVAL, func.lower(func.hex(R.c.id)).not_in(on_its_way))


FILTERS: dict[str, Where] = {
    "unread": lambda view, _: unread(view.person),
    "waiting": lambda _, __: _waiting(),
    "kind": _kind,
    "project": _project,
    "state": _state,
    "applicant": _applicant,
    "text": lambda _, values: and_(*(says(word) for value in values for word in value.split())),
}
