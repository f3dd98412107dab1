"""Now and new ids, passed in, so that tests own time."""

import secrets
import time
from typing import Protocol
from uuid import UUID

# Milliseconds and texts: the domain calls them Instant and Id, but stands above this floor.
Instant = int
Id = str


class Clock(Protocol):
    def now(self) -> Instant: ...

    def new_id(self) -> Id: ...


def uuid7(at: Instant, noise: bytes) -> Id:
    """A UUIDv7 (RFC 9562) of a time in milliseconds and 10 random bytes."""
    value = (at & (1 << 48) - 1) << 80 | int.from_bytes(noise)
    value = value & ~(0xF << 76) | 0x7 << 76
    value = value & ~(0x3 << 62) | 0x2 << 62
    return str(UUID(int=value))


class SystemClock:
    """The computer's clock; it may jump, so nothing counts on it going forward."""

    def now(self) -> Instant:
        return time.time_ns() // 1_000_000

    def new_id(self) -> Id:
        return uuid7(self.now(), secrets.token_bytes(10))


class SetClock:
    """A clock that stands where it was put; ids count up. For tests, the demo desk and `due --at`."""

    def __init__(self, at: Instant, seed: int = 0) -> None:
        self.at = at
        self._ids = seed

    def now(self) -> Instant:
        return self.at

    def new_id(self) -> Id:
        self._ids += 1
        return uuid7(self.at, self._ids.to_bytes(10))
