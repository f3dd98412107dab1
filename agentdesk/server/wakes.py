"""The desks that listen to this replica: each is told that there is something, never what (sync.md §2.12)."""

import asyncio
import threading
from collections.abc import AsyncIterator, Callable, Collection, Iterable
from dataclasses import dataclass, field

from agentdesk.domain.values import Id

MOST_OF_ONE_PERSON = 5
HEARTBEAT = 15.0
"""Seconds."""
_WAKE, _BEAT = b"event: wake\ndata: now\n\n", b": still here\n\n"


class TooManyListeners(Exception):
    """This person listens with enough desks already."""


@dataclass(eq=False, slots=True)
class Listener:
    person: Id
    token: bytes
    """Hash of its access token: with it the listening ends."""
    keys: frozenset[str]
    loop: asyncio.AbstractEventLoop
    news: asyncio.Event = field(default_factory=asyncio.Event)
    ended: bool = False

    def tell(self) -> None:
        self.loop.call_soon_threadsafe(self.news.set)


class Wakes:
    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._listeners: set[Listener] = set()
        self._closed = False

    def join(self, listener: Listener) -> None:
        """Raises TooManyListeners."""
        with self._lock:
            mine = sum(one.person == listener.person for one in self._listeners)
            if mine >= MOST_OF_ONE_PERSON or self._closed:
                raise TooManyListeners
            self._listeners.add(listener)

    def leave(self, listener: Listener) -> None:
        with self._lock:
            self._listeners.discard(listener)

    def everybody(self) -> tuple[Listener, ...]:
        with self._lock:
            return tuple(self._listeners)

    def wake(self, keys: frozenset[str], keys_of: Callable[[Collection[Id]], dict[Id, frozenset[str]]]) -> None:
        """Tells those whom one of the keys concerns; rights may have changed with it, so theirs are asked again."""
        concerned = [one for one in self.everybody() if one.keys & keys]
        fresh = keys_of({one.person for one in concerned}) if concerned else {}
        for one in concerned:
            one.keys = fresh[one.person]
            one.tell()

    def end(self, listeners: Iterable[Listener]) -> None:
        for one in listeners:
            one.ended = True
            one.tell()

    def close(self) -> None:
        """The replica goes: the desks look for another one."""
        self._closed = True
        self.end(self.everybody())

    async def told(self, listener: Listener) -> AsyncIterator[bytes]:
        """The body of the answer. It begins with a wake: nobody knows what happened before."""
        try:
            yield _WAKE
            while not listener.ended:
                try:
                    await asyncio.wait_for(listener.news.wait(), HEARTBEAT)
                except TimeoutError:
                    yield _BEAT
                    continue
                listener.news.clear()
                if not listener.ended:
                    yield _WAKE
        finally:
            self.leave(listener)
