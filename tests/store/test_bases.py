"""What is kept of rows before unsettled commands change them, and by which lanes."""

import json

import pytest
from hypothesis import given, settings

from agentdesk.codec import to_record
from agentdesk.domain.entities import KINDS, Entity
from agentdesk.store.bases import Bases, Kept, before, record_of
from tests.builders import NOAH, TICKET, a_ticket, an_id
from tests.records.strategies import entities
from tests.sync.stage import OTHER, Stage

MESSAGE = an_id(6)


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_kept_of_an_entity_is_its_record(kind: str) -> None:
    @settings(max_examples=15)
    @given(entities(kind))
    def check(entity: Entity) -> None:
        record = record_of(entity)
        assert record is not None
        assert json.loads(record) == to_record(entity)
        assert before(kind, record) == entity

    check()


def test_a_lane_is_found_by_the_rows_that_it_keeps_and_by_no_others() -> None:
    with Stage().db.begin() as connection:
        bases = Bases(connection)
        bases.keep(Kept("ticket", TICKET, a_ticket()), TICKET)
        bases.keep(Kept("message", MESSAGE, None), TICKET)
        bases.keep(Kept("message", an_id(7), None), OTHER)
        assert bases.lanes([("message", MESSAGE), ("ticket", TICKET), ("person", NOAH)]) == {TICKET}
        assert bases.lanes({("message", MESSAGE), ("message", an_id(7))}) == {TICKET, OTHER}
        assert bases.lanes([("message", TICKET), ("ticket", MESSAGE)]) == set()
        assert bases.lanes([]) == set()
