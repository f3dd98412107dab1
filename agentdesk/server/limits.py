"""How much one person may ask of a replica in a minute (S32)."""

import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from agentdesk.domain.values import Id

PER_MINUTE: Mapping[str, int] = MappingProxyType(
    {"commands": 600, "pull": 120, "bootstrap": 6_000, "uploads": 60, "chunks": 1_200, "downloads": 1_200, "other": 300}
)
_MOST_BUCKETS = 50_000


class TooMany(Exception):
    """`retry_after` in milliseconds."""

    def __init__(self, retry_after: int) -> None:
        super().__init__("too-many-requests")
        self.retry_after = retry_after


@dataclass(slots=True)
class _Bucket:
    left: float
    at: int


class Limits:
    """A bucket for each person and budget: full it holds a minute's worth, and it fills up steadily."""

    def __init__(self, ticks: Callable[[], int]) -> None:
        """`ticks`: milliseconds of a clock that never jumps."""
        self._ticks = ticks
        self._lock = threading.Lock()
        self._buckets: dict[tuple[Id, str], _Bucket] = {}

    def take(self, person: Id, budget: str, cost: int = 1) -> None:
        """Raises TooMany, and nothing is taken."""
        most = PER_MINUTE[budget]
        now = self._ticks()
        with self._lock:
            if len(self._buckets) > _MOST_BUCKETS:
                self._buckets.clear()
            bucket = self._buckets.setdefault((person, budget), _Bucket(most, now))
            bucket.left = min(most, bucket.left + (now - bucket.at) * most / 60_000)
            bucket.at = now
            if bucket.left < cost:
                raise TooMany(int((cost - bucket.left) * 60_000 / most) + 1)
            bucket.left -= cost
