"""The SQL that says who sees which request and which resource says the same as the rules and as the scope keys."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection, select

from agentdesk.domain.approvers import approvers, stage_at
from agentdesk.domain.entities import (
    Candidate,
    Delegation,
    Domain,
    Entity,
    Person,
    Process,
    ProcessVersion,
    Project,
    Request,
    Resource,
    RoleAssignment,
    Stage,
)
from agentdesk.domain.request_policy import RequestOutlook
from agentdesk.domain.standing import roles_of
from agentdesk.domain.values import ProcessKind, RequestState, ResourceKind, Role, ScopeKind
from agentdesk.records.rows import Rows
from agentdesk.records.scopes import audience, keys_of
from agentdesk.records.visibility import sight_of, visible_request, visible_resource
from agentdesk.store.schema import TABLES
from tests.builders import NOON, Memory, an_id
from tests.desks import a_database, put

PEOPLE = [an_id(n) for n in range(1, 5)]
DOMAINS = [an_id(n) for n in range(11, 13)]
PROJECTS = [an_id(n) for n in range(21, 24)]
PROCESS = an_id(31)
REQUESTS = [an_id(n) for n in range(41, 44)]
_R, _C, _H = TABLES["request"], TABLES["candidate"], TABLES["resource"]
ROLES = [Role.ADMIN, Role.DOMAIN_ADMIN, Role.HANDLER, Role.REQUESTER, "owner", "finance"]
person, domain = st.sampled_from(PEOPLE), st.sampled_from(DOMAINS)


def _people() -> st.SearchStrategy[tuple[Person, ...]]:
    enabled = st.integers(0, 5).map(bool)
    return st.tuples(
        *(st.builds(Person, id=st.just(p), user_name=st.just(p), name=st.just(p), enabled=enabled) for p in PEOPLE)
    )


def _roles() -> st.SearchStrategy[list[RoleAssignment]]:
    places = [(ScopeKind.SYSTEM, None), *((ScopeKind.DOMAIN, d) for d in DOMAINS)]
    places += [(ScopeKind.PROJECT, p) for p in PROJECTS]
    return st.lists(
        st.builds(
            lambda id, who, role, place, active: RoleAssignment(
                id=str(id), person=who, role=role, scope_kind=place[0], scope_id=place[1], active=active
            ),
            st.uuids(), person, st.sampled_from(ROLES), st.sampled_from(places), st.booleans(),
        ), max_size=6,
    )  # fmt: skip


def _delegations() -> st.SearchStrategy[list[Delegation]]:
    """Over, running, and to come; the edges of one are the moment that is looked at."""
    moments = st.sampled_from([NOON - 2, NOON - 1, NOON, NOON + 1, NOON + 2])
    return st.lists(
        st.builds(
            Delegation, id=st.uuids().map(str), person=person, delegate=person, begins=moments, ends=moments,
            active=st.booleans(),
        ), max_size=4,
    )  # fmt: skip


def _chain() -> st.SearchStrategy[list[Entity]]:
    """Three stages; in each somebody decides by name, by a role, or both."""
    stages = [
        st.builds(
            Stage, id=st.just(an_id(60 + position)), process=st.just(PROCESS), version=st.just(1),
            position=st.just(position), name=st.just("Level"), role=st.sampled_from(["", "owner", "finance"]),
            scope=st.sampled_from([ScopeKind.SYSTEM, ScopeKind.DOMAIN, ScopeKind.PROJECT]),
            persons=st.lists(person, max_size=2, unique=True).map(tuple),
        ) for position in (1, 2, 3)
    ]  # fmt: skip
    version = st.builds(
        ProcessVersion, id=st.just(an_id(50)), process=st.just(PROCESS), number=st.just(1), stages=st.just(3),
        decides_own=st.booleans(),
    )  # fmt: skip
    return st.tuples(version, *stages).map(list)


def _request(id: str) -> st.SearchStrategy[tuple[Request, list[Candidate]]]:
    """Without a process it ran at once; some of its earlier stages asked whoever it was."""
    request = st.builds(
        Request, id=st.just(id), kind=st.just(ProcessKind.HOST_CREATE), applicant=person,
        state=st.sampled_from(RequestState), created=st.just(NOON), last_activity=st.just(NOON), domain=domain,
        process=st.sampled_from([PROCESS, PROCESS, None]), version=st.just(1), stages=st.just(3),
        stage=st.integers(0, 3), project=st.sampled_from(PROJECTS),
    )  # fmt: skip
    asked = st.builds(
        Candidate, id=st.uuids().map(str), request=st.just(id), position=st.just(1), person=person, active=st.booleans()
    )
    return st.tuples(request, st.lists(asked, max_size=2, unique_by=lambda one: one.person))


def _resources() -> st.SearchStrategy[list[Resource]]:
    return st.tuples(
        *(
            st.builds(
                Resource, id=st.just(an_id(80 + n)), kind=st.just(ResourceKind.HOST), domain=domain,
                project=st.none() | st.sampled_from(PROJECTS),
            ) for n in range(3)
        )
    ).map(list)  # fmt: skip


@pytest.fixture(scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Connection]:
    with a_database(Path(tmp_path_factory.mktemp("requests"))) as database, database.writer.connect() as one:
        yield one


@pytest.fixture
def connection(opened: Connection) -> Iterator[Connection]:
    yield opened
    opened.rollback()


def _asked_now(memory: Memory) -> list[Candidate]:
    """What the system writes down when a stage opens and when people change: who decides it."""
    return [
        Candidate(id=an_id(1_000 + 10 * number + n), request=request.id, position=request.stage, person=who)
        for number, request in enumerate(memory.all(Request))
        for stage in [stage_at(request, request.stage, memory)]
        if stage is not None
        for n, who in enumerate(sorted(approvers(request, stage, memory)))
    ]


@pytest.mark.rule("CP-52", "CP-54", "CP-58", "CP-59", "CP-60", "CP-61", "HZ-07")
def test_the_sql_shows_the_requests_that_the_rules_show(connection: Connection) -> None:
    @settings(suppress_health_check=[HealthCheck.too_slow])
    @given(_people(), _roles(), _delegations(), _chain(), st.tuples(*map(_request, REQUESTS)))
    def check(
        people: tuple[Person, ...], roles: list[RoleAssignment], lent: list[Delegation], chain: list[Entity],
        told: tuple[tuple[Request, list[Candidate]], ...],
    ) -> None:  # fmt: skip
        places = [*(Domain(id=d, name=d) for d in DOMAINS), *_projects(), _process()]
        requests = [replace(one, stage=one.stage if one.process else 0) for one, _ in told]
        world = [*places, *people, *roles, *lent, *chain, *requests, *(c for _, asked in told for c in asked)]
        memory = Memory(*world)
        now = _asked_now(memory)
        for one in now:
            memory.put(one)
        with connection.begin() as changes:
            put(connection, *world, *now)
            for who in PEOPLE:
                _compare(connection, memory, who, requests)
            changes.rollback()

    check()


def _compare(connection: Connection, memory: Memory, who: str, requests: list[Request]) -> None:
    rows = Rows(connection, TABLES)
    sight = sight_of(rows, who, NOON)
    allowed = {one.id for one in requests if RequestOutlook(one, who, memory, NOON).sees}
    assert set(connection.scalars(select(_R.c.id).where(visible_request(sight, _R, _C)))) == allowed
    assert {one.id for one in requests if audience(one, rows) & keys_of(sight)} == allowed


def _projects() -> list[Project]:
    return [Project(id=p, domain=DOMAINS[n % 2], name=p) for n, p in enumerate(PROJECTS)]


def _process() -> Process:
    return Process(id=PROCESS, kind=ProcessKind.HOST_CREATE, name="Chain", enabled=True, stages=3)


@pytest.mark.rule("CP-69")
def test_the_sql_shows_the_inventory_of_ones_projects_and_domains(connection: Connection) -> None:
    @settings(suppress_health_check=[HealthCheck.too_slow])
    @given(_people(), _roles(), _resources())
    def check(people: tuple[Person, ...], roles: list[RoleAssignment], resources: list[Resource]) -> None:
        world = [*(Domain(id=d, name=d) for d in DOMAINS), *_projects(), *people, *roles, *resources]
        memory = Memory(*world)
        with connection.begin() as changes:
            put(connection, *world)
            rows = Rows(connection, TABLES)
            for who in PEOPLE:
                sight = sight_of(rows, who, NOON)
                allowed = {one.id for one in resources if _concerns(one, who, memory)}
                assert set(connection.scalars(select(_H.c.id).where(visible_resource(sight, _H)))) == allowed
                assert {one.id for one in resources if audience(one, rows) & keys_of(sight)} == allowed
            changes.rollback()

    check()


def _concerns(resource: Resource, who: str, memory: Memory) -> bool:
    """Whoever holds a role in its project or in its domain, or one for the whole desk."""
    found = memory.get("person", who)
    assert isinstance(found, Person)
    places = {
        (one.scope_kind, one.scope_id)
        for one in roles_of(who, memory).held
        if one.role != Role.REQUESTER or one.scope_kind is not ScopeKind.SYSTEM
    }
    own = {(ScopeKind.SYSTEM, None), (ScopeKind.DOMAIN, resource.domain), (ScopeKind.PROJECT, resource.project)}
    return found.enabled and bool(places & own)


def test_a_sight_says_when_it_is_to_be_asked_again(connection: Connection) -> None:
    lent = Delegation(id=an_id(90), person=PEOPLE[0], delegate=PEOPLE[1], begins=NOON, ends=NOON + 10)
    with connection.begin() as changes:
        put(connection, *(Person(id=p, user_name=p, name=p) for p in PEOPLE[:2]), lent)
        told = {at: sight_of(Rows(connection, TABLES), PEOPLE[1], at) for at in (NOON - 1, NOON, NOON + 9, NOON + 10)}
        changes.rollback()
    assert {at - NOON: (one.delegators, one.until) for at, one in told.items()} == {
        -1: ((), NOON), 0: ((PEOPLE[0],), NOON + 10), 9: ((PEOPLE[0],), NOON + 10), 10: ((), None),
    }  # fmt: skip
