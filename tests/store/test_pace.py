"""How much a slice may hold, by a clock that stands unless a slice is taken in."""

from hypothesis import given
from hypothesis import strategies as st

from agentdesk.store.pace import GOAL, LEAST, MOST, Pace
from agentdesk.wire import Documents, Rows
from tests.builders import an_id

FEW, MANY = 100, 1_000


class Machine:
    """Takes so many milliseconds for a slice as heavy as `LEAST`."""

    def __init__(self, slow: int) -> None:
        self.slow, self._microseconds = slow, 0
        self.pace = Pace(lambda: self._microseconds // 1_000)

    def take_in(self, tickets: int) -> list[int]:
        """A page of them; answers what each slice weighed."""
        rows = [[an_id(number)] for number in range(tickets)]
        documents = Documents(tables={"ticket": Rows(columns=["id"], rows=rows)})
        weights = []
        for part in self.pace.slices(documents, list):
            self._microseconds += part.weight * self.slow * 1_000 // LEAST
            weights.append(part.weight)
        return weights


def test_slices_grow_until_they_take_what_nobody_notices() -> None:
    machine = Machine(slow=6)
    sizes = [max(machine.take_in(MANY)) for _ in range(4)]
    assert sizes[0] <= LEAST
    assert sizes == sorted(sizes)
    assert GOAL * 0.8 < sizes[-1] * 6 / LEAST <= GOAL


def test_slices_shrink_with_the_first_page_that_was_slow() -> None:
    machine = Machine(slow=4)
    for _ in range(4):
        machine.take_in(MANY)
    assert machine.pace.full > 2 * LEAST
    machine.slow = 12
    machine.take_in(MANY)
    assert max(machine.take_in(MANY)) * 12 / LEAST <= GOAL


def test_of_a_clock_that_stands_and_of_a_short_page_nothing_is_learnt() -> None:
    machine = Machine(slow=0)
    machine.take_in(MANY)
    assert machine.pace.full == LEAST
    machine.slow = 5
    machine.take_in(FEW)
    assert machine.pace.full == LEAST


@given(st.lists(st.tuples(st.integers(0, 200), st.integers(0, 2 * MANY)), max_size=12))
def test_however_quick_or_slow_it_is_slices_stay_within_bounds(pages: list[tuple[int, int]]) -> None:
    machine = Machine(slow=0)
    for slow, tickets in pages:
        machine.slow, full = slow, machine.pace.full
        assert max(machine.take_in(tickets)) <= full
        assert LEAST <= machine.pace.full <= min(MOST, 2 * full)
