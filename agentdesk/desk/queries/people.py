"""People: as rows, for pickers, and who may be given a ticket."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from sqlalchemy import Select, bindparam, or_, select

from agentdesk.desk.queries.base import View
from agentdesk.desk.queries.rows import PersonRow
from agentdesk.domain.values import Id, Role, ScopeKind
from agentdesk.store import counters
from agentdesk.store.prepared import Prepared
from agentdesk.store.schema import COUNTER, TABLES

_PERSON, _DOMAIN, _ROLE = TABLES["person"], TABLES["domain"], TABLES["role_assignment"]
PEOPLE = select(
    _PERSON.c.id, _PERSON.c.user_name, _PERSON.c.name, _PERSON.c.title, _PERSON.c.email, _PERSON.c.enabled,
    _DOMAIN.c.name.label("organisation"),
).outerjoin(_DOMAIN, _DOMAIN.c.id == _PERSON.c.domain)  # fmt: skip
"""What `person_row` takes."""
_NAMED = Prepared(PEOPLE.where(_PERSON.c.id.in_(bindparam("ids", expanding=True))))


@dataclass(frozen=True, slots=True)
class People:
    """People whose name, user name or address holds the text; only staff and administrators may look around."""

    text: str = ""
    handlers_of: Id | None = None
    """Only those who may handle tickets of this source, with the load each has."""
    limit: int = 50
    colleagues: bool = False
    """For whoever hands a decision on: also people of their own domain and of those they have an office in."""
    topics: ClassVar[frozenset[str]] = frozenset({"person", "role_assignment"})

    def run(self, view: View) -> tuple[PersonRow, ...]:
        everybody = view.sight.staff or view.sight.admin
        if not (everybody or self.colleagues):
            return ()
        chosen = PEOPLE.where(_PERSON.c.enabled).order_by(_PERSON.c.name).limit(self.limit)
        if not everybody:
            chosen = chosen.where(_PERSON.c.domain.in_(_domains_of(view)))
        if self.text:
            places = (_PERSON.c.name, _PERSON.c.user_name, _PERSON.c.email)
            chosen = chosen.where(or_(*(place.icontains(self.text, autoescape=True) for place in places)))
        if self.handlers_of is not None:
            chosen = chosen.where(_PERSON.c.id.in_(_handlers(self.handlers_of)))
        return people(view, chosen)


@dataclass(frozen=True, slots=True)
class PeopleNamed:
    """These people, as far as they are known here."""

    ids: tuple[Id, ...]
    topics: ClassVar[frozenset[str]] = frozenset({"person"})

    def run(self, view: View) -> tuple[PersonRow, ...]:
        return tuple(people_by_id(view, self.ids).values())


def people(view: View, chosen: Select[Any]) -> tuple[PersonRow, ...]:
    """With the load each has."""
    rows = view.connection.execute(chosen).all()
    loads = _loads(view, [row.id for row in rows])
    return tuple(person_row(row, loads.get(row.id, 0)) for row in rows)


def people_by_id(view: View, ids: Iterable[Id | None]) -> dict[Id, PersonRow]:
    """Without their load, for which only a picker asks."""
    wanted = {id for id in ids if id}
    if not wanted:
        return {}
    return {row[0]: person_row(row) for row in _NAMED.rows(view.connection, ids=list(wanted))}


def _domains_of(view: View) -> set[Id]:
    person: Any = view.rows.get("person", view.person)
    own = {person.domain} if person is not None and person.domain else set()
    return {*own, *view.sight.offices}


def _handlers(source: Id) -> Select[Any]:
    everywhere = _ROLE.c.scope_kind == ScopeKind.SYSTEM
    here = (_ROLE.c.scope_kind == ScopeKind.SOURCE) & (_ROLE.c.scope_id == source)
    return select(_ROLE.c.person).where(_ROLE.c.role == Role.HANDLER, _ROLE.c.active, or_(everywhere, here))


def _loads(view: View, ids: Iterable[Id]) -> dict[Id, int]:
    keys = {counters.pending_key(id): id for id in ids}
    rows = view.connection.execute(select(COUNTER.c.key, COUNTER.c.count).where(COUNTER.c.key.in_(keys)))
    return {keys[key]: count for key, count in rows}


def person_row(found: Sequence[Any], load: int = 0) -> PersonRow:
    """Of the columns of `PEOPLE`."""
    id, user_name, name, title, email, enabled, organisation = found
    return PersonRow(
        id=id, user_name=user_name, name=name, title=title, organisation=organisation or "", email=email,
        enabled=enabled, load=load,
    )  # fmt: skip
