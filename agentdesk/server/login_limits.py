"""Slows down who guesses passwords, by account and by address; in the database, so that all replicas count together."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, delete, func, insert, select

from agentdesk.domain.values import Instant
from agentdesk.server.schema import ATTEMPT

_C = ATTEMPT.c
WINDOW: Instant = 15 * 60_000
LONGEST_WAIT: Instant = 5 * 60_000
_FREE = {"account": 5, "address": 30}
"""Failures that cost nothing yet: many people may come from one address."""


class TooManyAttempts(Exception):
    """`retry_after` in milliseconds. Nobody is locked out: who waits may try again."""

    def __init__(self, retry_after: Instant) -> None:
        super().__init__("too-many-attempts")
        self.retry_after = retry_after


@dataclass(frozen=True, slots=True)
class Attempt:
    """One try, counted as failed until it is not."""

    id: int
    kind: str
    key: str


def begin(connection: Connection, user_name: str, address: str, now: Instant) -> tuple[Attempt, ...]:
    """Notes the try before it is judged, so that many at once see each other."""
    connection.execute(delete(ATTEMPT).where(_C.at < now - WINDOW))
    keys = (("account", user_name), ("address", address))
    return tuple(_note(connection, kind, f"{kind}:{name}"[:300], now) for kind, name in keys)


def check(connection: Connection, attempts: Sequence[Attempt], now: Instant) -> None:
    """Raises TooManyAttempts: there were too many before, and the last one is too near."""
    wait = max(_wait(connection, attempt, now) for attempt in attempts)
    if wait > 0:
        raise TooManyAttempts(wait)


def take_back(connection: Connection, attempts: Sequence[Attempt]) -> None:
    """A try that was not judged counts for nothing, or whoever tries for ever locks the owner out."""
    connection.execute(delete(ATTEMPT).where(_C.id.in_([attempt.id for attempt in attempts])))


def succeeded(connection: Connection, attempts: Sequence[Attempt]) -> None:
    """The right password forgets the account's failures; those of the address stay."""
    accounts = [attempt.key for attempt in attempts if attempt.kind == "account"]
    connection.execute(delete(ATTEMPT).where(_C.key.in_(accounts)))
    take_back(connection, attempts)


def _note(connection: Connection, kind: str, key: str, now: Instant) -> Attempt:
    id = connection.scalar(insert(ATTEMPT).values(key=key, at=now).returning(_C.id))
    assert id is not None
    return Attempt(id, kind, key)


def _wait(connection: Connection, attempt: Attempt, now: Instant) -> Instant:
    before = _C.key == attempt.key, _C.id < attempt.id, _C.at > now - WINDOW
    count, last = connection.execute(select(func.count(), func.max(_C.at)).where(*before)).one()
    over = count - _FREE[attempt.kind]
    return 0 if over < 0 else int(last) + min(LONGEST_WAIT, 1_000 << min(over, 20)) - now
