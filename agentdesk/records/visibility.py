"""Who sees which ticket, as one SQL expression: for queries, for search and for the feed.

domain/standing.py says the same of one ticket in Python; a test holds the two together.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Any, NamedTuple

from sqlalchemy import (
    ColumnElement,
    CompoundSelect,
    MetaData,
    Select,
    String,
    Table,
    and_,
    bindparam,
    case,
    false,
    literal_column,
    or_,
    select,
    true,
    type_coerce,
    union_all,
)

from agentdesk.domain.values import Id, Instant, Role, ScopeKind, Visibility
from agentdesk.records.rows import Rows
from agentdesk.records.types import IdType, is_id


@dataclass(frozen=True, slots=True)
class Sight:
    """What a person's roles let them see."""

    person: Id
    admin: bool
    sources: tuple[Id, ...]
    """Sources this person serves as a handler."""
    open_sources: tuple[Id, ...]
    """Sources whose tickets an organisation's administrator may see (GU-37)."""
    domains: tuple[Id, ...]
    """Organisations this person administrates."""
    services: tuple[Id, ...]
    """Services whose new tickets are offered to this person (QK-22)."""
    projects: tuple[Id, ...] = ()
    """Projects this person is a member of."""
    offices: tuple[Id, ...] = ()
    """Domains in which this person holds a role, to administrate or to approve."""
    everywhere: bool = False
    """Whether this person holds a role for the whole desk: finance, say, sees the quotas of all."""
    delegators: tuple[Id, ...] = ()
    """Those for whom this person may decide at that time."""
    until: Instant | None = None
    """When the next delegation begins or ends: then this is to be asked again."""
    enabled: bool = True
    """Somebody disabled or unknown sees nothing."""

    @property
    def staff(self) -> bool:
        return bool(self.sources)


def sight_of(rows: Rows, person: Id, at: Instant = 0) -> Sight:
    """At a time, for delegations have dates; without one, as for tickets, nobody is seen for."""
    told: dict[str, list[Any]] = {what: [] for what in ("person", "role", "source", "delegation", "service")}
    if is_id(person):
        for row in rows.read(_standing(rows.tables["person"].metadata), person=person):
            told[row[0]].append(_Told._make(row))
    if not told["person"]:
        return Sight(person, False, (), (), (), (), enabled=False)
    held, lent, sources = told["role"], told["delegation"], sorted(told["source"], key=lambda source: str(source.word))
    everywhere = any(a.word == Role.HANDLER and a.kind == ScopeKind.SYSTEM for a in held)
    served = {a.scope for a in held if a.word == Role.HANDLER and a.kind == ScopeKind.SOURCE}
    return Sight(
        person,
        any(a.word == Role.ADMIN and a.kind == ScopeKind.SYSTEM for a in held),
        tuple(s.word for s in sources if everywhere or s.word in served),
        tuple(s.word for s in sources if s.kind),
        _scopes_of([a for a in held if a.word == Role.DOMAIN_ADMIN], ScopeKind.DOMAIN),
        tuple(sorted(o.id for o in told["service"])),
        projects=_scopes_of(held, ScopeKind.PROJECT),
        offices=_scopes_of(held, ScopeKind.DOMAIN),
        everywhere=any(a.kind == ScopeKind.SYSTEM and a.word != Role.REQUESTER for a in held),
        delegators=tuple(sorted(d.id for d in lent if d.begins <= at < d.ends)),
        until=min((moment for d in lent for moment in (d.begins, d.ends) if moment > at), default=None),
    )


class _Told(NamedTuple):
    """A row of `_standing`."""

    what: str
    id: Id | None
    word: str
    kind: str
    scope: str
    begins: Instant
    ends: Instant


@cache
def _standing(metadata: MetaData) -> CompoundSelect[Any]:
    """All that makes a sight, by one question: it is asked by every request to a server."""
    of = {name: metadata.tables[name].c for name in ("person", "role_assignment", "source", "delegation")}
    owner, who = metadata.tables["service_owner"].c, bindparam("person", type_=IdType())
    role, source, lent = of["role_assignment"], of["source"], of["delegation"]
    shown = case((source.organisation_view, literal_column("'shown'")), else_=literal_column("''"))
    return union_all(
        _told("person", of["person"].id).where(of["person"].id == who, of["person"].enabled),
        _told("role", word=role.role, kind=role.scope_kind, scope=role.scope_id).where(role.person == who, role.active),
        _told("source", word=source.id, kind=shown),
        _told("delegation", lent.person, begins=lent.begins, ends=lent.ends).where(lent.delegate == who, lent.active),
        _told("service", owner.service).where(owner.person == who, owner.active),
    )


def _told(what: str, id: ColumnElement[Any] | None = None, **known: ColumnElement[Any]) -> Select[Any]:
    """One part of it, in the columns that all have. Its constants are written out: nobody else may say them."""
    constants = {"word": "''", "kind": "''", "scope": "''", "begins": "0", "ends": "0"}
    columns = [known.get(name, literal_column(constant)) for name, constant in constants.items()]
    texts = [type_coerce(column, String()).label(name) for name, column in zip(constants, columns[:3], strict=False)]
    moments = [column.label(name) for name, column in zip(("begins", "ends"), columns[3:], strict=True)]
    given = literal_column("NULL", IdType()) if id is None else id
    return select(literal_column(f"'{what}'").label("what"), given.label("id"), *texts, *moments)


def _scopes_of(held: Sequence[Any], kind: ScopeKind) -> tuple[Id, ...]:
    return tuple(sorted({str(a.scope) for a in held if a.kind == kind and is_id(a.scope)}))


def scopes_of(rows: Rows, person: Id) -> tuple[str, ...]:
    """The views this person's roles give (CP-51): `system`, `domain:ID`."""
    sight = sight_of(rows, person)
    system = ("system",) if sight.admin or sight.staff else ()
    return (*system, *(f"domain:{id}" for id in sorted(sight.domains)))


def within(sight: Sight, scope: str) -> Sight:
    """What is seen in one of `scopes_of`; without a scope, with all roles together."""
    kind, _, id = scope.partition(":")
    if kind == "":
        return sight
    if kind == "system":
        return replace(sight, domains=())
    return replace(sight, admin=False, sources=(), services=(), domains=(id,))


def visible(sight: Sight, ticket: Table, participant: Table) -> ColumnElement[bool]:
    """True for the tickets this person may see."""
    if not sight.enabled:
        return false()
    if sight.admin:
        return true()
    c = ticket.c
    joined = select(participant.c.ticket).where(participant.c.person == sight.person, participant.c.active)
    return or_(
        c.source.in_(sight.sources) if sight.sources else false(),
        c.requester == sight.person,
        c.filed_by == sight.person,
        c.handler == sight.person,
        organisation(sight, ticket),
        c.id.in_(joined),
    )


def organisation(sight: Sight, ticket: Table) -> ColumnElement[bool]:
    """Tickets of the organisations this person administrates."""
    if not sight.domains:
        return false()
    return and_(ticket.c.domain.in_(sight.domains), ticket.c.source.in_(sight.open_sources))


def readable(sight: Sight, message: Table, ticket: Table) -> ColumnElement[Any]:
    """Of a visible ticket's messages: staff-only ones are for those who serve the source and for administrators."""
    if not sight.enabled:
        return false()
    if sight.admin:
        return true()
    everyone = message.c.visibility == Visibility.EVERYONE
    return or_(everyone, ticket.c.source.in_(sight.sources)) if sight.sources else everyone


def visible_request(sight: Sight, request: Table, candidate: Table) -> ColumnElement[bool]:
    """True for the requests this person may see: their own, and those they or their delegators were asked about.

    Asked of each request for itself, since a query has few of them and a person was asked about very many.
    """
    if not sight.enabled:
        return false()
    if sight.admin:
        return true()
    of_it, voices = candidate.c.request == request.c.id, (sight.person, *sight.delegators)
    asked = select(candidate.c.id).where(of_it, candidate.c.person.in_(voices)).correlate(request).exists()
    return or_(request.c.applicant == sight.person, asked)


def visible_resource(sight: Sight, resource: Table) -> ColumnElement[bool]:
    """True for the inventory of one's projects, and of the domains in which one has a say."""
    if not sight.enabled:
        return false()
    if sight.admin or sight.everywhere:
        return true()
    return or_(resource.c.project.in_(sight.projects), resource.c.domain.in_(sight.offices))
