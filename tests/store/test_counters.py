"""What the badges count: by which fields, and nothing else."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from agentdesk.domain.entities import Entity
from agentdesk.store import counters
from tests.records.strategies import entities


@pytest.mark.parametrize("kind", sorted(counters.COUNTED))
def test_what_counters_do_not_tell_apart_stands_in_the_same_ones(kind: str) -> None:
    @settings(max_examples=100)
    @given(entities(kind), entities(kind), st.data())
    def check(one: Entity, other: Entity, data: st.DataObject) -> None:
        names = data.draw(st.sets(st.sampled_from(sorted(one.__dataclass_fields__))))
        mixed = replace(one, **{name: getattr(other, name) for name in names})  # type: ignore[arg-type]
        if not counters.tells_apart(kind, one, mixed):
            assert counters.keys_of(one) == counters.keys_of(mixed)

    check()


def test_what_comes_or_goes_is_counted() -> None:
    assert counters.tells_apart("ticket", None, object())
    assert counters.tells_apart("ticket", object(), None)
