"""Who wrote what came from outside: a person of the desk, or one made of the address."""

from agentdesk.domain.decisions.case import Case
from agentdesk.domain.entities import Person
from agentdesk.domain.reader import every
from agentdesk.domain.refusals import Refused
from agentdesk.domain.standing import SYSTEM, roles_of
from agentdesk.domain.values import AuthorKind, Id

UNKNOWN = "unknown"
"""User name of the person behind letters that name no sender."""


def author_of(case: Case, address: str, name: str = "") -> tuple[Person, tuple[Person, ...]]:
    """The person, and the person again if they are new; an unknown one is a requester named by the address."""
    plain = address.strip().lower() or UNKNOWN
    known = find_person(case, plain)
    if known:
        return known, ()
    email = plain if "@" in plain else ""
    shown = name.strip() or address.strip() or UNKNOWN
    new = Person(id=case.new_id(Person), user_name=plain, name=shown, email=email)
    return new, (new,)


def find_person(case: Case, address: str) -> Person | None:
    """By address, else by user name; where two share an address, whoever is enabled comes first."""
    same = [*every(case.reader, Person, email=address)] if "@" in address else []
    same += every(case.reader, Person, user_name=address)
    people = [one for one in same if one.id != SYSTEM]
    return next((one for one in people if one.enabled), people[0] if people else None)


def side_of(case: Case, author: Person, requester: Id, source: Id) -> AuthorKind:
    """A sender who is a handler of the source writes as staff, except in a ticket of their own."""
    staff = author.id != requester and roles_of(author.id, case.reader).serves(source)
    return AuthorKind.STAFF if staff else AuthorKind.REQUESTER


def check_takes_in(case: Case, source: Id) -> None:
    """Whether this person may bring letters and tickets into the source."""
    roles = roles_of(case.actor, case.reader)
    if not (roles.serves(source) or roles.admin):
        raise Refused("not-allowed", source=source)
