"""Takes pages in slice by slice, in as few transactions as those who wait for the store's lane allow.

Each transaction touches the leaves of every index anew and writes them at its end: short ones cost a fifth of all.
"""

from collections import deque
from collections.abc import Callable
from typing import Protocol, TypeVar

from sqlalchemy import Connection

from agentdesk.store import outbox
from agentdesk.store.base import Changed
from agentdesk.store.pace import Pace
from agentdesk.store.slices import Part, slices
from agentdesk.wire import Documents

T = TypeVar("T")
Take = Callable[[Connection, Part], Changed]
LONGEST = 50
"""Milliseconds after which a transaction ends though nobody waits: its end, for which somebody may come to wait as it
begins, takes up to a quarter of them.
"""


class Transact(Protocol):
    """Does the work in one transaction, on the thread that may, and tells the watches what changed.

    `bulk`: what a power loss takes is read again, so its end need not be flushed.
    """

    def __call__(self, work: Callable[[Connection], tuple[T, Changed]], *, bulk: bool = False) -> T: ...


class Intake:
    """One for all pages, for each tells how long the next one's slices may be."""

    def __init__(self, transact: Transact, ticks: Callable[[], int], awaited: Callable[[], bool]) -> None:
        """`ticks`: milliseconds of a clock that never jumps. `awaited`: whether somebody waits for the turn that a
        transaction has; asked in it.
        """
        self._transact, self._ticks, self._awaited = transact, ticks, awaited
        self._pace = Pace()

    def take_in(self, documents: Documents, take: Take) -> None:
        """What is measured is all the time from asking for the store's lane to the end of the page, so where others want
        the lane, too, they get it sooner.
        """
        begun, left = self._ticks(), deque[Part]()

        def cut(connection: Connection) -> tuple[int, Changed]:
            left.extend(slices(documents, lambda: outbox.lanes(connection), self._pace.full))
            weight = sum(part.weight for part in left)
            return weight, self._some(connection, left, take)

        weight = self._transact(cut, bulk=True)
        while left:
            self._transact(lambda connection: (None, self._some(connection, left, take)), bulk=True)
        self._pace.learn(weight, self._ticks() - begun)

    def _some(self, connection: Connection, left: deque[Part], take: Take) -> Changed:
        """At least one slice, so that a page comes in however many wait."""
        changed, until = set[tuple[str, str]](), self._ticks() + LONGEST
        while True:
            changed |= take(connection, left.popleft())
            if not left or self._awaited() or self._ticks() >= until:
                return frozenset(changed)
