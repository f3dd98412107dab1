"""How much a slice of a page may hold: as much as is done in a time that nobody notices, as measured here and now."""

LEAST, MOST = 3_000, 12_000
"""What a full slice weighs: even where it is slow, and even where it is quick."""
GOAL = 12
"""Milliseconds that it should take, so that hardly one takes 25."""


class Pace:
    """Slices become longer while they are done sooner than in `GOAL`, and shorter at once when they are not."""

    def __init__(self) -> None:
        self.full = LEAST

    def learn(self, weight: int, took: int) -> None:
        """From a page that took so many milliseconds; what is less than a slice where it is slow says little, and a
        clock that stands nothing.
        """
        if weight >= LEAST and took > 0:
            self.full = max(LEAST, min(MOST, 2 * self.full, weight * GOAL // took))
