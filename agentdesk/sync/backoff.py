"""How long to wait after the n-th failure in a row."""

from random import Random

FIRST, LONGEST = 1_000, 5 * 60_000
"""Milliseconds."""


def pause(failures: int, rng: Random) -> int:
    """Full jitter: anything up to 1 s, 2 s, 4 s … 5 min, so that many desks do not come back at once."""
    return rng.randint(1, min(LONGEST, FIRST << (min(failures, 30) - 1)))
