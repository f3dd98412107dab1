"""What a person is to a desk, a source and a ticket; who sees a ticket."""

from dataclasses import replace

import pytest

from agentdesk.domain.entities import Participant
from agentdesk.domain.standing import SYSTEM, Part, is_assignable, may_see, roles_of, stand
from agentdesk.domain.values import AuthorKind, Role, ScopeKind
from tests.builders import (
    ADMIN,
    GONE,
    HELIOS,
    LEA,
    MARA,
    NOAH,
    PETRA,
    TICKET,
    WEI,
    a_desk,
    a_person,
    a_role,
    a_ticket,
    an_agent,
    an_id,
)


@pytest.mark.rule("GU-02", "GU-37")
def test_a_source_of_personal_accounts_shows_a_ticket_to_its_submitter_and_staff() -> None:
    desk = a_desk("guance", a_ticket("guance"), organisation_view=False)
    seen_by = {person for person in (NOAH, PETRA, LEA, WEI, MARA, ADMIN, GONE) if may_see(desk.ticket(), person, desk)}
    assert seen_by == {NOAH, MARA, ADMIN}


@pytest.mark.rule("CS-31", "CP-51")
def test_an_organisation_administrator_sees_the_tickets_of_their_own_organisation() -> None:
    desk = a_desk("customer-hub", a_ticket("customer-hub"), a_ticket("customer-hub", id=an_id(101), domain=None))
    assert may_see(desk.ticket(), PETRA, desk)
    assert not may_see(desk.ticket(an_id(101)), PETRA, desk)
    assert not may_see(desk.change(domain=an_id(2)), PETRA, desk)


def test_filer_and_participant_see_it() -> None:
    link = Participant(id=an_id(70), ticket=TICKET, person=LEA)
    desk = a_desk("agentdesk", a_ticket(filed_by=WEI), link)
    assert may_see(desk.ticket(), LEA, desk)
    assert may_see(desk.ticket(), WEI, desk)
    desk.put(replace(link, active=False))
    assert not may_see(desk.ticket(), LEA, desk)


def test_a_handler_sees_the_sources_they_serve() -> None:
    desk = a_desk("agentdesk", a_ticket(), *an_agent(an_id(20), "one.source", "agentdesk"))
    desk.put(a_ticket(id=an_id(101), handler=an_id(20)))
    assert may_see(desk.ticket(), an_id(20), desk)
    other = replace(desk.ticket(), source="elsewhere")
    assert not may_see(other, an_id(20), desk)
    assert may_see(other, MARA, desk)


def test_who_lost_the_role_still_sees_what_they_handle() -> None:
    desk = a_desk("agentdesk", a_ticket(handler=WEI))
    standing = stand(desk.ticket(), WEI, desk)
    assert standing.sees
    assert standing.parts == ()
    assert not standing.staff
    assert not standing.customer


def test_parts_come_most_specific_first() -> None:
    desk = a_desk(
        "agentdesk",
        a_ticket(handler=MARA, requester=MARA),
        a_role(an_id(80), MARA, Role.ADMIN, (ScopeKind.SYSTEM, None)),
    )
    assert stand(desk.ticket(), MARA, desk).parts == (Part.HANDLER, Part.REQUESTER, Part.ADMIN)
    assert stand(desk.change(handler=None), MARA, desk).parts == (Part.REQUESTER, Part.STAFF, Part.ADMIN)


def test_an_administrator_alone_is_not_a_handler() -> None:
    desk = a_desk("agentdesk", a_ticket())
    standing = stand(desk.ticket(), ADMIN, desk)
    assert standing.parts == (Part.ADMIN,)
    assert standing.staff
    assert not is_assignable(ADMIN, "agentdesk", desk)
    assert not is_assignable(None, "agentdesk", desk)


def test_customers_are_those_on_the_requesters_side() -> None:
    desk = a_desk("customer-hub", a_ticket("customer-hub"))
    assert stand(desk.ticket(), NOAH, desk).customer
    assert stand(desk.ticket(), PETRA, desk).customer
    assert not stand(desk.ticket(), MARA, desk).customer


def test_somebody_disabled_holds_no_role_and_sees_nothing() -> None:
    desk = a_desk("agentdesk", a_ticket(requester=GONE), a_role(an_id(80), GONE, Role.ADMIN, (ScopeKind.SYSTEM, None)))
    assert roles_of(GONE, desk).held == ()
    assert not may_see(desk.ticket(), GONE, desk)


def test_a_role_taken_away_counts_no_more() -> None:
    desk = a_desk()
    for role in desk.find("role_assignment", person=MARA):
        desk.put(replace(role, active=False))  # type: ignore[call-arg]
    assert not roles_of(MARA, desk).handles_somewhere


@pytest.mark.parametrize("scope", [(ScopeKind.DOMAIN, HELIOS), (ScopeKind.SOURCE, "other")])
def test_a_role_elsewhere_does_not_reach(scope: tuple[ScopeKind, str]) -> None:
    desk = a_desk("agentdesk", a_person(an_id(20), "some.one"), a_role(an_id(80), an_id(20), Role.HANDLER, scope))
    assert not roles_of(an_id(20), desk).serves("agentdesk")


def test_the_system_sees_every_ticket_and_is_nobody() -> None:
    desk = a_desk("agentdesk", a_ticket())
    assert stand(desk.ticket(), SYSTEM, desk).parts == (Part.SYSTEM,)
    assert not roles_of(SYSTEM, desk).admin


@pytest.mark.rule("RS-21")
def test_each_part_writes_from_its_side() -> None:
    sides = {part: part.side for part in Part}
    assert {part for part, side in sides.items() if side is AuthorKind.STAFF} == {Part.HANDLER, Part.STAFF, Part.ADMIN}
    assert {part for part, side in sides.items() if side is AuthorKind.REQUESTER} == {Part.REQUESTER, Part.DOMAIN_ADMIN}
    assert sides[Part.UPSTREAM] is AuthorKind.UPSTREAM
    assert sides[Part.SYSTEM] is AuthorKind.SYSTEM
