"""Setting a desk up: people, organisations and roles."""

from dataclasses import replace

import pytest

from agentdesk.domain import commands as c
from agentdesk.domain.entities import (
    Domain,
    Person,
    Project,
    RoleAssignment,
)
from agentdesk.domain.standing import SYSTEM, roles_of
from agentdesk.domain.values import Id, Role, ScopeKind
from tests.builders import (
    ADMIN,
    GONE,
    HELIOS,
    NOAH,
    ORBIS,
    WEI,
    a_desk,
    a_role,
    an_id,
)

NEW = an_id(400)


# ------------------------------------------------------------------------------------------------------ people


def person(**fields: object) -> c.SavePerson:
    values: dict[str, object] = {"person": NEW, "user_name": "Ann.Lee", "name": " Ann  Lee ", **fields}
    return c.SavePerson(**values)  # type: ignore[arg-type]


def test_a_person_is_saved_in_lower_case_and_stays_disabled() -> None:
    desk = a_desk()
    desk.do(person(email=" Ann@Helios.example", mobile=" 139 ", domain=HELIOS, title="Buyer", language="de"), ADMIN)
    desk.do(c.DisablePerson(person=NEW), ADMIN)
    desk.do(person(email="ann@helios.example", mobile="139", time_zone="Asia/Shanghai"), ADMIN)
    saved = desk.get("person", NEW)
    assert saved == Person(
        id=NEW,
        user_name="ann.lee",
        name="Ann Lee",
        email="ann@helios.example",
        mobile="139",
        time_zone="Asia/Shanghai",
        enabled=False,
    )
    desk.do(c.DisablePerson(person=NEW, enabled=True), ADMIN)
    assert desk.all(Person)[-1].enabled


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"user_name": " "}, "name-required"),
        ({"name": ""}, "name-required"),
        ({"user_name": "Mara.Lindt"}, "name-taken"),
        ({"person": SYSTEM}, "name-taken"),
        ({"domain": an_id(9)}, "not-found"),
    ],
)
def test_a_person_makes_sense(fields: dict[str, object], code: str) -> None:
    assert a_desk().refusal(person(**fields), ADMIN).code == code


def test_a_desk_keeps_an_administrator() -> None:
    desk = a_desk("agentdesk", a_role(an_id(90), GONE, Role.ADMIN, (ScopeKind.SYSTEM, None)))
    disable, revoke = c.DisablePerson(person=ADMIN), c.RevokeRole(person=ADMIN, role=Role.ADMIN)
    assert {desk.refusal(wish, ADMIN).code for wish in (disable, revoke)} == {"last-admin"}
    desk.do(c.AssignRole(person=WEI, role=Role.ADMIN), ADMIN)
    desk.do(disable, ADMIN)
    assert desk.refusal(c.RevokeRole(person=WEI, role=Role.ADMIN), WEI).code == "last-admin"
    desk.do(c.DisablePerson(person=NOAH), WEI)


def test_the_system_is_nobody() -> None:
    desk = a_desk()
    desk.put(Person(id=SYSTEM, user_name="system", name="System", enabled=False))
    for wish in (c.DisablePerson(person=SYSTEM, enabled=True), c.AssignRole(person=SYSTEM, role=Role.ADMIN)):
        assert desk.refusal(wish, ADMIN).code == "not-found"
    assert desk.refusal(c.DisablePerson(person=an_id(9)), ADMIN).code == "not-found"


def test_organisations_and_their_projects_have_names_of_their_own() -> None:
    desk = a_desk()
    assert desk.refusal(c.SaveDomain(domain=NEW, name="Helios"), ADMIN).code == "name-taken"
    desk.do(c.SaveDomain(domain=HELIOS, name="Helios AG"), ADMIN)
    assert desk.get("domain", HELIOS) == Domain(id=HELIOS, name="Helios AG")
    desk.do(c.SaveProject(project=NEW, domain=HELIOS, name="Web"), ADMIN)
    again = c.SaveProject(project=an_id(401), domain=HELIOS, name="WEB")
    assert desk.refusal(again, ADMIN).code == "name-taken"
    assert desk.refusal(replace(again, domain=an_id(9)), ADMIN).code == "not-found"
    desk.do(replace(again, domain=ORBIS), ADMIN)
    desk.do(c.SaveProject(project=NEW, domain=ORBIS, name="Site"), ADMIN)
    assert desk.get("project", NEW) == Project(id=NEW, domain=ORBIS, name="Site")


# ------------------------------------------------------------------------------------------------------- roles


@pytest.mark.rule("GU-33")
def test_the_handlers_list_names_each_with_their_role() -> None:
    desk = a_desk()
    desk.do(c.SaveHandler(person=WEI, title=" Billing ", scope_kind=ScopeKind.SOURCE, scope_id="agentdesk"), ADMIN)
    held = roles_of(WEI, desk).held
    assert [(one.role, one.title, one.scope_id) for one in held] == [(Role.HANDLER, "Billing", "agentdesk")]
    desk.do(
        c.SaveHandler(person=WEI, scope_kind=ScopeKind.SOURCE, scope_id="agentdesk", active=False),
        ADMIN,
    )
    assert not roles_of(WEI, desk).serves("agentdesk")
    assert desk.refusal(c.SaveHandler(person=WEI, active=False), ADMIN).code == "not-found"


def test_a_role_is_given_again_after_it_was_taken() -> None:
    desk = a_desk()
    give = c.AssignRole(person=NOAH, role=Role.DOMAIN_ADMIN, scope_kind=ScopeKind.DOMAIN, scope_id=HELIOS)
    take = c.RevokeRole(person=NOAH, role=Role.DOMAIN_ADMIN, scope_kind=ScopeKind.DOMAIN, scope_id=HELIOS)
    for wish, holds in ((give, True), (give, True), (take, False), (give, True)):
        desk.do(wish, ADMIN)
        assert roles_of(NOAH, desk).administers(HELIOS) is holds
    assert len([one for one in desk.all(RoleAssignment) if one.person == NOAH]) == 1
    desk.do(take, ADMIN)
    assert desk.refusal(take, ADMIN).code == "not-found"


def assign(role: Role, kind: ScopeKind, id: Id | None) -> c.AssignRole:
    return c.AssignRole(person=NOAH, role=role, scope_kind=kind, scope_id=id)


@pytest.mark.parametrize(
    ("wish", "code"),
    [
        (assign(Role.DOMAIN_ADMIN, ScopeKind.SYSTEM, None), "role-needs-scope"),
        (assign(Role.DOMAIN_ADMIN, ScopeKind.DOMAIN, None), "role-needs-scope"),
        (assign(Role.HANDLER, ScopeKind.SYSTEM, "agentdesk"), "role-needs-scope"),
        (assign(Role.HANDLER, ScopeKind.PROJECT, NEW), "role-needs-scope"),
        (assign(Role.ADMIN, ScopeKind.DOMAIN, HELIOS), "role-needs-scope"),
        (assign(Role.DOMAIN_ADMIN, ScopeKind.DOMAIN, NEW), "not-found"),
        (assign(Role.HANDLER, ScopeKind.SOURCE, "nowhere"), "not-found"),
    ],
)
def test_a_role_reaches_as_far_as_its_scope(wish: c.AssignRole, code: str) -> None:
    assert a_desk().refusal(wish, ADMIN).code == code


@pytest.mark.parametrize("role", [Role.REQUESTER, Role.UPSTREAM_AGENT])
def test_the_other_roles_can_be_given_for_the_whole_desk(role: Role) -> None:
    desk = a_desk()
    desk.do(assign(role, ScopeKind.SYSTEM, None), ADMIN)
    assert [one.role for one in roles_of(NOAH, desk).held] == [role]
