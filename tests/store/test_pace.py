"""How much a slice may hold, by what pages took."""

from hypothesis import given
from hypothesis import strategies as st

from agentdesk.store.pace import GOAL, LEAST, MOST, Pace

PAGE = 12_000
"""What one weighs."""


def after(*pages: int, weight: int = PAGE) -> Pace:
    """So many milliseconds each took for slices as heavy as `LEAST`."""
    pace = Pace()
    for slow in pages:
        pace.learn(weight, weight * slow // LEAST)
    return pace


def test_slices_grow_until_they_take_what_nobody_notices() -> None:
    sizes = [after(*[4] * pages).full for pages in range(5)]
    assert sizes[0] == LEAST
    assert sizes == sorted(sizes)
    assert GOAL * 0.8 < sizes[-1] * 4 / LEAST <= GOAL


def test_slices_shrink_with_the_first_page_that_was_slow() -> None:
    assert after(4, 4, 4, 4).full > 2 * LEAST
    assert after(4, 4, 4, 4, 8).full * 8 / LEAST <= GOAL


def test_of_a_clock_that_stands_and_of_a_short_page_nothing_is_learnt() -> None:
    assert after(0).full == LEAST
    assert after(4, weight=LEAST - 1).full == LEAST


@given(st.lists(st.tuples(st.integers(0, 200), st.integers(0, 2 * PAGE)), max_size=12))
def test_however_quick_or_slow_it_is_slices_stay_within_bounds(pages: list[tuple[int, int]]) -> None:
    pace = Pace()
    for slow, weight in pages:
        before = pace.full
        pace.learn(weight, weight * slow // LEAST)
        assert LEAST <= pace.full <= min(MOST, 2 * before)
