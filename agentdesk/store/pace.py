"""How much a slice of a page may hold: as much as is done in a time that nobody notices, as measured here and now.

Small slices cost more in all: each touches the leaves of every index anew, and its commit writes them.
"""

from collections.abc import Callable, Collection, Iterator

from agentdesk.domain.values import Id
from agentdesk.store.slices import Part, slices
from agentdesk.wire import Documents

LEAST, MOST = 3_000, 12_000
"""What a full slice weighs: even where it is slow, and even where it is quick."""
GOAL = 15
"""Milliseconds that it should take, so that hardly one takes 25."""


class Pace:
    """Slices become longer while they are done sooner than in `GOAL`, and shorter at once when they are not.

    `ticks`: milliseconds of a clock that never jumps; of one that stands nothing is learnt. What is measured is all the
    time from asking for the store's lane to the end of a slice, so where others want the lane, too, they get it sooner.
    """

    def __init__(self, ticks: Callable[[], int]) -> None:
        self._ticks = ticks
        self.full = LEAST

    def slices(self, documents: Documents, waiting: Callable[[], Collection[Id]]) -> Iterator[Part]:
        """The page in slices, each to be taken in before the next is asked for; `waiting` as in `slices`."""
        parts = slices(documents, waiting, self.full)
        begun = self._ticks()
        yield from parts
        self._learn(sum(part.weight for part in parts), self._ticks() - begun)

    def _learn(self, weight: int, took: int) -> None:
        """From a page; what is less than a slice where it is slow says little."""
        if weight >= LEAST and took > 0:
            self.full = max(LEAST, min(MOST, 2 * self.full, weight * GOAL // took))
