"""Takes pages in slice by slice, in as few transactions as those who wait for the store's lane allow.

Each transaction touches the leaves of every index anew and writes them at its end: short ones cost a fifth of all.
"""

from collections import deque
from collections.abc import Callable, Iterable
from typing import Protocol, TypeVar

from sqlalchemy import Connection

from agentdesk.store import outbox
from agentdesk.store.base import Changed, together
from agentdesk.store.checked import Checked
from agentdesk.store.pace import Pace
from agentdesk.store.slices import Part, slices

T = TypeVar("T")
Take = Callable[[Connection, Part], Changed]
Page = tuple[Checked, Take]
"""What came, and how each of its slices is taken in."""
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
    """One for all pages, for each tells how long the slices of the next may be."""

    def __init__(self, transact: Transact, ticks: Callable[[], int], awaited: Callable[[], bool]) -> None:
        """`ticks`: milliseconds of a clock that never jumps. `awaited`: whether somebody waits for the turn that a
        transaction has; asked in it.
        """
        self._transact, self._ticks, self._awaited = transact, ticks, awaited
        self._pace = Pace()

    def take_in(self, pages: Iterable[Page]) -> None:
        """Pages that follow each other."""
        coming = _Coming(pages, self._pace.full)
        while coming:
            self._transact(lambda connection: (None, self._some(connection, coming)), bulk=True)
        self._pace.learn(coming.weight, coming.took)

    def _some(self, connection: Connection, coming: "_Coming") -> Changed:
        """At least one slice, so that a page comes in however many wait."""
        changed, begun = list[Changed](), self._ticks()
        while True:
            take, part = coming.next(connection)
            changed.append(take(connection, part))
            took = self._ticks() - begun
            if not coming or self._awaited() or took >= LONGEST:
                coming.took += took
                return together(changed)


class _Coming:
    """Pages that are cut one by one; true as long as there are more slices."""

    def __init__(self, pages: Iterable[Page], full: int) -> None:
        self._pages, self._full = deque(pages), full
        self._parts = deque[tuple[Take, Part]]()
        self.weight = self.took = 0
        """Of all slices, in milliseconds; the ends of transactions are `LONGEST`'s."""

    def __bool__(self) -> bool:
        return bool(self._parts or self._pages)

    def next(self, connection: Connection) -> tuple[Take, Part]:
        if not self._parts:
            page, take = self._pages.popleft()
            parts = slices(page, lambda: outbox.lanes(connection), self._full)
            self._parts.extend((take, part) for part in parts)
            self.weight += sum(part.weight for part in parts)
        return self._parts.popleft()
