"""Every entity lies in a row as it is, and every question of the rules is answered by an index."""

from collections.abc import Iterator
from dataclasses import fields
from typing import get_args, get_type_hints

import pytest
from hypothesis import HealthCheck, given, settings
from sqlalchemy import Connection
from sqlalchemy.dialects import sqlite

from agentdesk.domain.entities import KINDS, CannedReply, Entity
from agentdesk.domain.reader import LOOKUPS
from agentdesk.records.rows import Rows, _by_equal
from agentdesk.store.schema import TABLES
from tests.builders import MARA, a_person, an_id
from tests.desks import a_database
from tests.records.strategies import entities


@pytest.fixture(scope="module")
def connection(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Connection]:
    with a_database(tmp_path_factory.mktemp("rows")) as database, database.writer.begin() as open_one:
        yield open_one


@pytest.mark.rule("HZ-08")
@pytest.mark.parametrize("name", KINDS)
def test_an_entity_comes_back_from_its_row_as_it_was(name: str, connection: Connection) -> None:
    rows = Rows(connection, TABLES)

    @settings(max_examples=25, suppress_health_check=[HealthCheck.differing_executors])
    @given(entities(name), entities(name))
    def check(first: Entity, second: Entity) -> None:
        rows.put(first)
        assert rows.get(name, first.id) == first
        changed = type(second)(**{f.name: getattr(second, f.name) for f in fields(second)} | {"id": first.id})
        rows.put(changed)
        assert rows.get(name, first.id) == changed
        assert rows.find(name, id=first.id) == (changed,)
        rows.remove(name, first.id)
        assert rows.get(name, first.id) is None

    check()


@pytest.mark.parametrize("name", KINDS)
def test_every_field_has_a_column_and_every_column_a_field(name: str) -> None:
    columns = {column.name for column in TABLES[name].columns} - {"n"}
    assert columns == {f.name for f in fields(KINDS[name])}


@pytest.mark.parametrize("name", KINDS)
def test_a_column_may_be_empty_exactly_where_the_field_may(name: str) -> None:
    hints = get_type_hints(KINDS[name])
    optional = {f.name for f in fields(KINDS[name]) if type(None) in get_args(hints[f.name])}
    assert {c.name for c in TABLES[name].columns if c.nullable} == optional


@pytest.mark.parametrize(("kind", "names"), LOOKUPS)
def test_a_question_of_the_rules_is_answered_by_an_index(
    kind: str, names: tuple[str, ...], connection: Connection
) -> None:
    if not names:
        return  # all sources: a handful of rows, and each is wanted
    statement = _by_equal(TABLES[kind], tuple(sorted(names)), frozenset())
    asked = str(statement.compile(dialect=sqlite.dialect()))
    values = dict.fromkeys(names, b"")
    plan = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {asked}", tuple(values.values())).all()
    assert all("SCAN" not in row.detail for row in plan), plan
    assert any("USING INDEX" in row.detail for row in plan), plan


def test_find_answers_what_equals_sorted_by_id(connection: Connection) -> None:
    rows = Rows(connection, TABLES)
    people = [a_person(an_id(number), f"user{number % 2}", an_id(1)) for number in (905, 901, 903, 902)]
    for person in people:
        rows.put(person)
    assert [one.id for one in rows.find("person", user_name="user1")] == [an_id(n) for n in (901, 903, 905)]
    assert rows.find("person", user_name="USER1") == ()
    assert [one.id for one in rows.find("person", domain=an_id(1), user_name="user0")] == [an_id(902)]


def test_what_is_absent_equals_what_is_absent(connection: Connection) -> None:
    rows = Rows(connection, TABLES)
    shared = CannedReply(id=an_id(950), name="Thanks", body_html="<p>Thank you</p>")
    rows.put(shared)
    rows.put(CannedReply(id=an_id(951), name="Mine", body_html="", owner=MARA))
    assert rows.find("canned_reply", owner=None, name="Thanks") == (shared,)


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_no_id_is_nowhere(kind: str, connection: Connection) -> None:
    for id in ("", "mara.lindt", "1-2-3", "x" * 36, "-" * 36, MARA[:-1], "\0", "ß"):
        assert Rows(connection, TABLES).get(kind, id) is None


def test_a_question_with_what_is_no_id_finds_nothing(connection: Connection) -> None:
    assert Rows(connection, TABLES).find("role_assignment", person="mara.lindt") == ()
