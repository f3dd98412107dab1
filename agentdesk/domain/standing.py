"""What a person is: to a desk, to a source, to a ticket."""

from dataclasses import dataclass
from enum import StrEnum

from agentdesk.domain.entities import Participant, Person, RoleAssignment, Source, Ticket
from agentdesk.domain.reader import Reader, every, fetch
from agentdesk.domain.values import AuthorKind, Id, Role, ScopeKind

SYSTEM: Id = "00000000-0000-0000-0000-000000000000"
"""The actor of commands that nobody gives: what is due."""


class Part(StrEnum):
    """The part somebody plays in a ticket, as the transitions of a scheme name it in `by`."""

    HANDLER = "handler"
    REQUESTER = "requester"
    STAFF = "staff"
    DOMAIN_ADMIN = "domain_admin"
    ADMIN = "admin"
    UPSTREAM = "upstream"
    SYSTEM = "system"

    @property
    def side(self) -> AuthorKind:
        return _SIDES.get(self, AuthorKind.STAFF)


_SIDES = {
    Part.REQUESTER: AuthorKind.REQUESTER,
    Part.DOMAIN_ADMIN: AuthorKind.REQUESTER,
    Part.UPSTREAM: AuthorKind.UPSTREAM,
    Part.SYSTEM: AuthorKind.SYSTEM,
}
_STAFF = frozenset({Part.HANDLER, Part.STAFF, Part.ADMIN})


@dataclass(frozen=True, slots=True)
class Roles:
    """The roles a person holds now; somebody disabled or unknown holds none."""

    held: tuple[RoleAssignment, ...] = ()

    @property
    def admin(self) -> bool:
        return any(one.role == Role.ADMIN and one.scope_kind is ScopeKind.SYSTEM for one in self.held)

    @property
    def handles_somewhere(self) -> bool:
        return any(one.role == Role.HANDLER for one in self.held)

    def serves(self, source: Id) -> bool:
        """Whether this is a handler of the source. An administrator alone is not."""
        return any(one.role == Role.HANDLER and _reaches(one, source) for one in self.held)

    def administers(self, domain: Id | None) -> bool:
        return any(
            one.role == Role.DOMAIN_ADMIN and one.scope_kind is ScopeKind.DOMAIN and one.scope_id == domain
            for one in self.held
        )


def _reaches(one: RoleAssignment, source: Id) -> bool:
    return one.scope_kind is ScopeKind.SYSTEM or (one.scope_kind is ScopeKind.SOURCE and one.scope_id == source)


def is_enabled(person: Id, reader: Reader) -> bool:
    found = fetch(reader, Person, person)
    return found is not None and found.enabled


def roles_of(person: Id, reader: Reader) -> Roles:
    if not is_enabled(person, reader):
        return Roles()
    return Roles(tuple([one for one in every(reader, RoleAssignment, person=person) if one.active]))


def is_assignable(person: Id | None, source: Id, reader: Reader) -> bool:
    """Whether tickets of the source may be given to this person (GU-34)."""
    return person is not None and roles_of(person, reader).serves(source)


@dataclass(frozen=True, slots=True)
class Standing:
    """What a person is to one ticket. `parts` come most specific first: the first one with a transition wins."""

    person: Id
    parts: tuple[Part, ...]
    sees: bool
    joined: bool
    """Linked to it as requester, filer or participant."""

    @property
    def staff(self) -> bool:
        """Whether notes and staff-only messages may be shown to this person."""
        return not _STAFF.isdisjoint(self.parts)

    @property
    def customer(self) -> bool:
        return self.joined or Part.DOMAIN_ADMIN in self.parts


def stand(ticket: Ticket, person: Id, reader: Reader) -> Standing:
    if person == SYSTEM:
        return Standing(person, (Part.SYSTEM,), sees=True, joined=False)
    if not is_enabled(person, reader):
        return Standing(person, (), sees=False, joined=False)
    parts = _parts(ticket, person, reader)
    joined = person in (ticket.requester, ticket.filed_by) or _participates(ticket, person, reader)
    return Standing(person, parts, sees=bool(parts) or joined or ticket.handler == person, joined=joined)


def may_see(ticket: Ticket, person: Id, reader: Reader) -> bool:
    return stand(ticket, person, reader).sees


def _parts(ticket: Ticket, person: Id, reader: Reader) -> tuple[Part, ...]:
    roles = roles_of(person, reader)
    works_here = roles.serves(ticket.source)
    mine = ticket.handler == person
    plays = (
        # A handler who was taken off the list keeps the ticket in sight, not in hand.
        (Part.HANDLER, mine and (works_here or roles.admin)),
        (Part.REQUESTER, ticket.requester == person),
        (Part.STAFF, works_here and not mine),
        (Part.DOMAIN_ADMIN, roles.administers(ticket.domain) and _opened_to_organisation(ticket, reader)),
        (Part.ADMIN, roles.admin),
    )
    return tuple([part for part, played in plays if played])


def _opened_to_organisation(ticket: Ticket, reader: Reader) -> bool:
    source = fetch(reader, Source, ticket.source)
    return ticket.domain is not None and source is not None and source.organisation_view


def _participates(ticket: Ticket, person: Id, reader: Reader) -> bool:
    return any(one.active for one in every(reader, Participant, ticket=ticket.id, person=person))
