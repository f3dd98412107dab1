"""What the operator may do at the server's own terminal: make people and give roles, by the rules and on record."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any
from uuid import uuid4

from sqlalchemy import Connection, Engine

from agentdesk.domain.commands import AssignRole, Command, Envelope, RevokeRole, SavePerson
from agentdesk.domain.decisions import decide
from agentdesk.domain.entities import Entity, LogEntry, Person, RoleAssignment
from agentdesk.domain.refusals import Refused
from agentdesk.domain.standing import SYSTEM, is_enabled
from agentdesk.domain.values import Id, Instant, Role, ScopeKind
from agentdesk.server.accounts import set_password
from agentdesk.server.authority import put_decided
from agentdesk.server.database import writing
from agentdesk.server.passwords import check_password
from agentdesk.server.server_rows import ServerRows

Scope = tuple[ScopeKind, Id | None]


_OPERATOR = Person(id="00000000-0000-0000-0000-000000000001", rev=1, user_name="operator", name="Operator")
_ADMIN = RoleAssignment(id=_OPERATOR.id, rev=1, person=_OPERATOR.id, role=Role.ADMIN)


class _OperatorRows(ServerRows):
    """To the rules the operator is an administrator, though no row says so: whoever has the database has all rights."""

    def get(self, kind: str, id: Id) -> Any:
        return _OPERATOR if (kind, id) == ("person", _OPERATOR.id) else super().get(kind, id)

    def find(self, kind: str, /, **equal: object) -> tuple[Any, ...]:
        mine = kind == "role_assignment" and equal == {"person": _OPERATOR.id}
        return (_ADMIN,) if mine else super().find(kind, **equal)


def add_person(engine: Engine, user_name: str, password: str, role: tuple[Role, Scope], now: Instant) -> Id:
    """A new person who can sign in; of one who is there only role and password. Raises Refused, WeakPassword.

    Whose account an administrator has disabled is not let in by a password.
    """
    check_password(password, user_name)
    with writing(engine) as connection:
        known = _known(connection, user_name)
        if known and not is_enabled(known, ServerRows(connection)):
            raise Refused("person-disabled", name=user_name)
        person = known or str(uuid4())
        commands: list[Command] = [] if known else [SavePerson(person=person, user_name=user_name, name=user_name)]
        _do(connection, [*commands, *_given(person, role)], now)
        set_password(connection, person, password, now)
    return person


def set_role(engine: Engine, user_name: str, role: tuple[Role, Scope], now: Instant, *, take: bool = False) -> None:
    """Gives a role, or takes it. Raises Refused."""
    with writing(engine) as connection:
        person = _known(connection, user_name)
        if person is None:
            raise Refused("not-found", kind="person", id=user_name)
        _do(connection, _taken(person, role) if take else _given(person, role), now)


def anybody(engine: Engine) -> bool:
    """Whether there is somebody besides the system."""
    with writing(engine) as connection:
        return any(person.id != SYSTEM for person in ServerRows(connection).find("person", enabled=True))


def _known(connection: Connection, user_name: str) -> Id | None:
    found = ServerRows(connection).find("person", user_name=user_name.strip().lower())
    return found[0].id if found else None


def _given(person: Id, role: tuple[Role, Scope]) -> Iterable[Command]:
    """A requester needs no role at the system: everybody may ask."""
    what, (kind, id) = role
    if what is Role.REQUESTER and kind is ScopeKind.SYSTEM:
        return ()
    return (AssignRole(person=person, role=what, scope_kind=kind, scope_id=id),)


def _taken(person: Id, role: tuple[Role, Scope]) -> Iterable[Command]:
    what, (kind, id) = role
    return (RevokeRole(person=person, role=what, scope_kind=kind, scope_id=id),)


def _do(connection: Connection, commands: Iterable[Command], now: Instant) -> None:
    """In the log it stands as done by the system."""
    rows = _OperatorRows(connection)
    rows.lock_desk()
    for command in commands:
        envelope = Envelope(id=str(uuid4()), actor=_OPERATOR.id, at=now, issued_at=now, command=command)
        put_decided(rows, tuple(_by_system(entity) for entity in decide(envelope, rows)), now)


def _by_system(entity: Entity) -> Entity:
    return replace(entity, actor=SYSTEM) if isinstance(entity, LogEntry) else entity
