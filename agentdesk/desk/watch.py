"""Live queries: told what changed, at most ten times a second, the last answer wins."""

import logging
from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from functools import partial
from typing import Any, Generic, TypeVar

from agentdesk.desk.queries.base import NotAllowed, Query, View
from agentdesk.desk.worker import Job, Lane
from agentdesk.domain.values import Id
from agentdesk.store.errors import DeskError

_LOG = logging.getLogger(__name__)
T = TypeVar("T")
Changed = frozenset[tuple[str, Id]]
Deliver = Callable[[T, frozenset[Id]], None]
AT_MOST_EVERY = 0.1
"""Seconds between two answers of one watch."""
MUCH, RARER = 50, 5
"""With more changed ids than this, much is being read: then answers come so many times rarer."""
MANY = 2_000
"""With more changed ids than this a list is read anew."""


@dataclass(eq=False)
class Watch(Generic[T]):
    """What a pane shows for as long as it shows it. Lists get a Listing first and ListDeltas after that.

    Only the store's lane touches its fields.
    """

    query: Query[T]
    deliver: Deliver[T]
    closed: bool = False
    waiting: bool = False
    """A new answer is on its way; further changes join it."""
    changed: set[Id] = field(default_factory=set)
    whole: bool = False
    """The next answer must be the whole one."""
    completing: bool = False
    """A long list is being read on another lane: what changes meanwhile is answered after it, never before."""

    def close(self) -> None:
        self.closed = True

    def touched_by(self, changed: Changed) -> bool:
        root = getattr(self.query, "root", None)
        topics = self.query.topics
        return any(kind in topics and (root is None or _of_root(kind, id, root)) for kind, id in changed)

    def note(self, changed: Changed) -> None:
        """Remembers what to read again; a list can follow changes of its own kind by id, others need it whole."""
        own = getattr(self.query, "root_topic", None)
        for kind, id in changed:
            if kind in self.query.topics:
                self.changed.add(id)
                self.whole = self.whole or kind != own
        self.whole = self.whole or len(self.changed) > MANY

    def take(self) -> tuple[frozenset[Id], bool]:
        changed, whole = frozenset(self.changed), self.whole
        self.changed.clear()
        self.whole = False
        return changed, whole


def _of_root(kind: str, id: Id, root: Id) -> bool:
    return kind != "ticket" or id == root


@dataclass(frozen=True, slots=True)
class Lanes:
    store: Lane
    reader: Lane
    jobs: Lane
    """What takes a moment: hashing a file, a look at the disk, saving a preference."""
    imports: Lane
    """What takes minutes: import and export, so that nobody's attachment waits behind them."""
    pause: float = AT_MOST_EVERY
    """Seconds between two answers of one watch; 0 where everything happens at once."""


class Watches:
    """The live queries of one window: woken on the store's lane, answered on the reader's."""

    def __init__(
        self,
        lanes: Lanes,
        looking: Callable[[], AbstractContextManager[View]],
        tell: Callable[[Job], None],
        trouble: Callable[[DeskError], None],
    ) -> None:
        self._lanes, self._looking, self._tell, self._trouble = lanes, looking, tell, trouble
        self._open: list[Watch[Any]] = []

    def begin(self, query: Query[T], deliver: Deliver[T]) -> Watch[T]:
        watch: Watch[T] = Watch(query, deliver)
        self._lanes.store.put(partial(self._begin, watch))
        return watch

    def changed(self, changed: Changed) -> None:
        """On the store's lane, after a commit."""
        self._open = [watch for watch in self._open if not watch.closed]
        touched = [watch for watch in self._open if watch.touched_by(changed)]
        for watch in touched:
            watch.note(changed)
        lists = [watch for watch in touched if hasattr(watch.query, "recheck")]
        self._wake(lists)
        others = partial(self._wake, [watch for watch in touched if watch not in lists])
        if lists:
            self.when_shown(others)
        else:
            others()

    def when_shown(self, job: Job) -> None:
        """On the store's lane when the window has painted the answers to all that is asked by now: reading on meanwhile
        would only take its turns. The second time this comes round there, what was told the first time is behind it.
        """
        there = partial(self._tell, partial(self._lanes.store.put, job))
        self._lanes.reader.put(partial(self._tell, there))

    def _begin(self, watch: Watch[Any]) -> None:
        self._open.append(watch)
        self._put_answer(watch, frozenset(), whole=True)

    def _put_answer(self, watch: Watch[Any], changed: frozenset[Id], *, whole: bool) -> None:
        watch.completing = whole and hasattr(watch.query, "first")
        if watch.completing:
            self._lanes.reader.put(partial(self._begin_list, watch, changed))
        else:
            self._lanes.reader.put(partial(self._answer, watch, changed, whole=whole))

    def _wake(self, watches: Iterable[Watch[Any]]) -> None:
        """The first change is answered at once, what follows within the pause together."""
        for watch in watches:
            if watch.waiting:
                continue
            if self._lanes.pause:
                watch.waiting = True
                pause = self._lanes.pause * (RARER if len(watch.changed) > MUCH else 1)
                self._lanes.store.later(pause, partial(self._dispatch, watch, again=True))
            self._dispatch(watch, again=False)

    def _dispatch(self, watch: Watch[Any], *, again: bool) -> None:
        if again:
            watch.waiting = False
        if watch.completing or not (watch.changed or watch.whole):
            return
        changed, whole = watch.take()
        self._put_answer(watch, changed, whole=whole)

    def _begin_list(self, watch: Watch[Any], changed: frozenset[Id]) -> None:
        """Its first page here; the rest, a second of work, where no row and no badge waits behind it."""
        opening = self._ask("first", watch, changed, whole=True)
        if getattr(opening, "whole", True):
            self._lanes.store.put(partial(self._listed, watch))
        else:
            self._lanes.jobs.put(partial(self._complete, watch, changed))

    def _complete(self, watch: Watch[Any], changed: frozenset[Id]) -> None:
        self._answer(watch, changed, whole=True)
        self._lanes.store.put(partial(self._listed, watch))

    def _listed(self, watch: Watch[Any]) -> None:
        watch.completing = False
        self._dispatch(watch, again=False)

    def _answer(self, watch: Watch[Any], changed: frozenset[Id], *, whole: bool) -> None:
        self._ask("run", watch, changed, whole=whole)

    def _ask(self, ask: str, watch: Watch[Any], changed: frozenset[Id], *, whole: bool) -> object:
        """What was answered; None if there was nothing to say or it failed."""
        if watch.closed:
            return None
        try:
            with self._looking() as view:
                result = _result(ask, watch.query, view, changed, whole=whole)
        except DeskError as error:
            self._tell(partial(self._trouble, error))
            return None
        except NotAllowed:
            _LOG.info("a watch lost its right")  # whoever looks goes elsewhere as soon as they know who they are
            return None
        except Exception:  # noqa: BLE001  (a pane's question must not end the lane of all panes)
            _LOG.exception("a watch failed")
            return None
        self._tell(partial(_deliver, watch, result, changed))
        return result


def _result(ask: str, query: Query[object], view: View, changed: frozenset[Id], *, whole: bool) -> object:
    if not whole and hasattr(query, "recheck"):
        return query.recheck(view, changed)
    return getattr(query, ask)(view)


def _deliver(watch: Watch[T], result: T, changed: frozenset[Id]) -> None:
    if not watch.closed:
        watch.deliver(result, changed)
