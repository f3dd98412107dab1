"""The SQL that says who sees what says the same as the rules."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection, select

from agentdesk.domain.entities import Domain, Entity, Message, Participant, Person, RoleAssignment, Source, Ticket
from agentdesk.domain.standing import may_see, stand
from agentdesk.domain.values import MessageKind, Role, ScopeKind, StateKind, Visibility
from agentdesk.records.rows import Rows
from agentdesk.records.visibility import readable, sight_of, visible
from agentdesk.store.schema import TABLES
from tests.builders import NOON, Memory, an_id
from tests.desks import a_database, put

PEOPLE = [an_id(n) for n in range(1, 5)]
DOMAINS = [an_id(n) for n in range(11, 13)]
SOURCES = ["open", "personal"]
_T, _M = TABLES["ticket"], TABLES["message"]


def _maybe(ids: list[str]) -> st.SearchStrategy[str | None]:
    return st.none() | st.sampled_from(ids)


def _one(number: int) -> st.SearchStrategy[tuple[Entity, ...]]:
    person = st.sampled_from(PEOPLE)
    ticket = st.builds(
        Ticket, id=st.just(an_id(100 + number)), source=st.sampled_from(SOURCES), subject=st.just("Disk"),
        state=st.just("new"), kind=st.just(StateKind.NEW), requester=person, created=st.just(NOON),
        last_activity=st.just(NOON), state_since=st.just(NOON), handler=_maybe(PEOPLE), filed_by=_maybe(PEOPLE),
        domain=_maybe(DOMAINS),
    )  # fmt: skip
    link = st.builds(
        Participant, id=st.just(an_id(200 + number)), ticket=st.just(an_id(100 + number)), person=person,
        active=st.booleans(),
    )  # fmt: skip
    return st.tuples(ticket, link)


def _roles() -> st.SearchStrategy[list[RoleAssignment]]:
    role = st.builds(
        RoleAssignment, id=st.uuids().map(str), person=st.sampled_from(PEOPLE), role=st.sampled_from(list(Role)),
        scope_kind=st.sampled_from(list(ScopeKind)), scope_id=_maybe([*SOURCES, *DOMAINS]), active=st.booleans(),
    )  # fmt: skip
    return st.lists(role, max_size=6)


def _people() -> st.SearchStrategy[tuple[Person, ...]]:
    enabled = st.integers(0, 5).map(bool)
    return st.tuples(
        *(st.builds(Person, id=st.just(p), user_name=st.just(p), name=st.just(p), enabled=enabled) for p in PEOPLE)
    )


def _messages(tickets: list[Entity]) -> Iterator[Message]:
    for number, ticket in enumerate(tickets):
        for seen in Visibility:
            id = an_id(300 + 2 * number + (seen is Visibility.STAFF))
            yield Message(id=id, ticket=ticket.id, kind=MessageKind.NOTE, visibility=seen, at=NOON)


@pytest.fixture(scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Connection]:
    with a_database(Path(tmp_path_factory.mktemp("sight"))) as database, database.writer.connect() as one:
        yield one


@pytest.fixture
def connection(opened: Connection) -> Iterator[Connection]:
    """Every test finds it without a transaction, whichever comes first."""
    yield opened
    opened.rollback()


@pytest.mark.rule("GU-35", "GU-37", "CS-31", "CP-51")
def test_the_sql_shows_what_the_rules_show(connection: Connection) -> None:
    sources = (
        Source(id="open", title="Open", scheme="agentdesk"),
        Source(id="personal", title="Personal", scheme="agentdesk", organisation_view=False),
    )

    @settings(suppress_health_check=[HealthCheck.too_slow])
    @given(_people(), _roles(), st.tuples(*(_one(number) for number in range(3))))
    def check(people: tuple[Person, ...], roles: list[RoleAssignment], told: tuple[tuple[Entity, ...], ...]) -> None:
        tickets = [pair[0] for pair in told]
        world = (*sources, *(Domain(id=d, name=d) for d in DOMAINS), *people, *roles, *(e for p in told for e in p))
        memory = Memory(*world)
        with connection.begin() as changes:
            put(connection, *world, *_messages(tickets))
            for person in PEOPLE:
                _compare(connection, memory, person, tickets)
            changes.rollback()

    check()


def _compare(connection: Connection, memory: Memory, person: str, tickets: list[Entity]) -> None:
    sight = sight_of(Rows(connection, TABLES), person)
    seen = visible(sight, _T, TABLES["participant"])
    allowed = {one.id for one in tickets if isinstance(one, Ticket) and may_see(one, person, memory)}
    assert set(connection.scalars(select(_T.c.id).where(seen))) == allowed
    notes = select(_M.c.ticket).join(_T, _T.c.id == _M.c.ticket).where(seen, readable(sight, _M, _T))
    staff = {one.id for one in tickets if isinstance(one, Ticket) and stand(one, person, memory).staff}
    by_visibility = {v: set(connection.scalars(notes.where(_M.c.visibility == v))) for v in Visibility}
    assert by_visibility == {Visibility.EVERYONE: allowed, Visibility.STAFF: staff & allowed}


def test_somebody_unknown_sees_nothing(connection: Connection) -> None:
    sight = sight_of(Rows(connection, TABLES), an_id(9_999))
    assert not sight.enabled
    assert not sight.staff
