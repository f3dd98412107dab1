"""Setting up people: who they are, where they belong and which roles they hold."""

import re
from dataclasses import replace

from agentdesk.domain.commands import (
    AssignRole,
    DisablePerson,
    RevokeRole,
    SaveDomain,
    SaveHandler,
    SavePerson,
    SaveProject,
)
from agentdesk.domain.decisions.case import Case, Changes
from agentdesk.domain.decisions.names import check_free, tidy_name
from agentdesk.domain.entities import Domain, Entity, Person, Project, RoleAssignment, Source
from agentdesk.domain.reader import every, fetch, need
from agentdesk.domain.refusals import Refused
from agentdesk.domain.standing import SYSTEM, is_enabled
from agentdesk.domain.values import Id, Role, ScopeKind

_SCOPES: dict[str, frozenset[ScopeKind]] = {
    Role.REQUESTER: frozenset({ScopeKind.SYSTEM}),
    Role.HANDLER: frozenset({ScopeKind.SYSTEM, ScopeKind.SOURCE}),
    Role.DOMAIN_ADMIN: frozenset({ScopeKind.DOMAIN}),
    Role.ADMIN: frozenset({ScopeKind.SYSTEM}),
    Role.UPSTREAM_AGENT: frozenset({ScopeKind.SYSTEM, ScopeKind.SOURCE}),
}
_OF_APPROVERS = frozenset({ScopeKind.SYSTEM, ScopeKind.DOMAIN, ScopeKind.PROJECT})
"""What is no role of ours is one of approvers or of members of a project, and is held anywhere."""
_ROLE = re.compile(r"[a-z][a-z0-9_]{0,59}")
_SCOPE_OF: dict[ScopeKind, type[Entity]] = {
    ScopeKind.DOMAIN: Domain,
    ScopeKind.PROJECT: Project,
    ScopeKind.SOURCE: Source,
}


def save_person(command: SavePerson, case: Case) -> Changes:
    """User names and addresses are kept in lower case: letters find their people by them."""
    user_name, name = tidy_name(command.user_name).lower(), tidy_name(command.name)
    if command.person == SYSTEM or any(
        other.id != command.person for other in every(case.reader, Person, user_name=user_name)
    ):
        raise Refused("name-taken", name=user_name)
    if command.domain is not None:
        need(case.reader, Domain, command.domain)
    known = fetch(case.reader, Person, command.person)
    return (
        replace(
            known or Person(id=command.person, user_name=user_name, name=name),
            user_name=user_name,
            name=name,
            email=command.email.strip().lower(),
            mobile=command.mobile.strip(),
            domain=command.domain,
            title=command.title,
            language=command.language,
            time_zone=command.time_zone,
        ),
    )


def disable_person(command: DisablePerson, case: Case) -> Changes:
    """Somebody disabled signs in no more and holds no role; what they did stays theirs."""
    person = _member(command.person, case)
    if not command.enabled:
        _check_leaves_an_admin(person.id, case)
    return (replace(person, enabled=command.enabled),)


def save_domain(command: SaveDomain, case: Case) -> Changes:
    name = tidy_name(command.name)
    check_free(name, command.domain, every(case.reader, Domain, name=name))
    return (replace(fetch(case.reader, Domain, command.domain) or Domain(id=command.domain, name=name), name=name),)


def save_project(command: SaveProject, case: Case) -> Changes:
    need(case.reader, Domain, command.domain)
    name = tidy_name(command.name)
    check_free(name, command.project, every(case.reader, Project, domain=command.domain))
    known = fetch(case.reader, Project, command.project)
    project = known or Project(id=command.project, domain=command.domain, name=name)
    return (replace(project, domain=command.domain, name=name),)


def save_handler(command: SaveHandler, case: Case) -> Changes:
    """The handlers list, each with their role on it (GU-33)."""
    person = _member(command.person, case)
    wanted = AssignRole(person=person.id, role=Role.HANDLER, scope_kind=command.scope_kind, scope_id=command.scope_id)
    _check_scope(wanted, case)
    known = _held(wanted, case)
    if known is None and not command.active:
        raise Refused("not-found", kind="role_assignment")
    return (person, replace(known or _assigned(wanted, case), title=command.title.strip(), active=command.active))


def assign_role(command: AssignRole, case: Case) -> Changes:
    """Holding a role already is no mistake: two administrators may wish the same."""
    person = _member(command.person, case)
    _check_scope(command, case)
    return (person, replace(_held(command, case) or _assigned(command, case), active=True))


def revoke_role(command: RevokeRole, case: Case) -> Changes:
    person = _member(command.person, case)
    held = _held(command, case)
    if held is None or not held.active:
        raise Refused("not-found", kind="role_assignment")
    if held.role == Role.ADMIN:
        _check_leaves_an_admin(person.id, case)
    return (person, replace(held, active=False))


def _member(person: Id, case: Case) -> Person:
    """A person, but never the system, which is nobody."""
    if person == SYSTEM:
        raise Refused("not-found", kind="person", id=person)
    return need(case.reader, Person, person)


def _check_scope(command: AssignRole, case: Case) -> None:
    kind = _SCOPE_OF.get(command.scope_kind)
    allowed = scopes_of_role(command.role)
    if command.scope_kind not in allowed or (kind is None) is not (command.scope_id is None):
        raise Refused("role-needs-scope", role=command.role, scopes=", ".join(sorted(allowed)))
    if kind is not None:
        need(case.reader, kind, command.scope_id)


def scopes_of_role(role: str) -> frozenset[ScopeKind]:
    """Where it can be held. Raises Refused for what is no name of a role."""
    if not _ROLE.fullmatch(role):
        raise Refused("bad-argument", field="role", why="bad-text")
    return _SCOPES.get(role, _OF_APPROVERS)


def _held(command: AssignRole | RevokeRole, case: Case) -> RoleAssignment | None:
    for one in every(case.reader, RoleAssignment, person=command.person):
        if (one.role, one.scope_kind, one.scope_id) == (command.role, command.scope_kind, command.scope_id):
            return one
    return None


def _assigned(command: AssignRole, case: Case) -> RoleAssignment:
    return RoleAssignment(
        id=case.new_id(RoleAssignment),
        person=command.person,
        role=command.role,
        scope_kind=command.scope_kind,
        scope_id=command.scope_id,
    )


def _check_leaves_an_admin(person: Id, case: Case) -> None:
    """A desk that nobody may set up is lost."""
    admins = {one.person for one in every(case.reader, RoleAssignment, role=Role.ADMIN) if one.active}
    if person in admins and not any(is_enabled(other, case.reader) for other in admins - {person}):
        raise Refused("last-admin")
