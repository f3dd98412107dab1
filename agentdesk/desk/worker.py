"""A named thread with a queue, and its twin for tests that does everything at once."""

import heapq
import logging
import threading
import time
from collections import deque
from collections.abc import Callable
from concurrent.futures import Future
from itertools import count
from queue import Empty, SimpleQueue
from typing import Protocol, TypeVar

T = TypeVar("T")
Job = Callable[[], None]
Idle = Callable[[], bool]
"""Does a little of the work that waits for a quiet moment; answers whether there is more."""

_LOG = logging.getLogger(__name__)
_CALM, _LATEST = 0.1, 1.0
"""Seconds without a job after which idle work begins, and the longest that it waits for them: after a change others
read and paint what came of it, and work that nobody waits for would only take their turns.
"""


class Lane(Protocol):
    """Jobs run one after the other, in the order they came."""

    def put(self, job: Job) -> None: ...

    def later(self, seconds: float, job: Job) -> None: ...

    def on_idle(self, idle: Idle) -> None: ...

    def awaited(self) -> bool:
        """Asked by a job that could go on for long: whether another one waits for its end."""

    def stop(self) -> None: ...


class Worker:
    """A thread of its own. A job that raises is logged and the lane goes on."""

    def __init__(self, name: str) -> None:
        self._jobs: SimpleQueue[Job | None] = SimpleQueue()
        self._due: list[tuple[float, int, Job]] = []
        self._order = count()
        self._idle: Idle = lambda: False
        self._idle_at: float | None = None
        """When idle work begins, unless a job comes; None: there is none until then."""
        self._unrest: float | None = None
        """Since when jobs have kept it waiting."""
        self._thread = threading.Thread(target=self._run, name=name, daemon=True)
        self._thread.start()

    def put(self, job: Job) -> None:
        self._jobs.put(job)

    def later(self, seconds: float, job: Job) -> None:
        due = time.monotonic() + seconds
        self._jobs.put(lambda: heapq.heappush(self._due, (due, next(self._order), job)))

    def on_idle(self, idle: Idle) -> None:
        self._jobs.put(lambda: setattr(self, "_idle", idle))

    def awaited(self) -> bool:
        return not self._jobs.empty() or self._is_due(time.monotonic())

    def stop(self) -> None:
        """Lets what was put before finish; delayed jobs are dropped."""
        self._jobs.put(None)
        if threading.current_thread() is not self._thread:
            self._thread.join()

    def _run(self) -> None:
        while True:
            try:
                job = self._jobs.get(timeout=self._pause())
            except Empty:
                self._quiet()
                continue
            if job is None:
                return
            self._do(job)

    def _do(self, job: Job) -> None:
        _run_job(job)
        now = time.monotonic()
        self._unrest = self._unrest or now
        self._idle_at = min(now + _CALM, self._unrest + _LATEST)

    def _pause(self) -> float | None:
        """Until something is due or idle work begins; None: until the next job."""
        next_ = [at for at in (self._idle_at, *(due[0] for due in self._due[:1])) if at is not None]
        return max(0.0, min(next_) - time.monotonic()) if next_ else None

    def _quiet(self) -> None:
        now = time.monotonic()
        if self._is_due(now):
            self._do(heapq.heappop(self._due)[2])
        elif self._idle_at is not None and self._idle_at <= now:
            self._unrest = None
            self._idle_at = now if self._rest() else None

    def _is_due(self, now: float) -> bool:
        return bool(self._due) and self._due[0][0] <= now

    def _rest(self) -> bool:
        try:
            return self._idle()
        except Exception:  # noqa: BLE001  (the lane must live; the work is tried again)
            _LOG.exception("idle work failed")
            return False


class Outlet:
    """Where answers leave for the window's thread; what comes before somebody listens is kept, in order."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._kept: list[Job] = []
        self._post: Callable[[Job], None] | None = None

    @property
    def post(self) -> Callable[[Job], None] | None:
        return self._post

    def open(self, post: Callable[[Job], None]) -> None:
        """Delivers what was kept; what comes meanwhile stays behind it."""
        while True:
            with self._lock:
                kept, self._kept = self._kept, []
                if not kept:
                    self._post = post
                    return
            for job in kept:
                post(job)

    def put(self, job: Job) -> None:
        with self._lock:
            post = self._post
            if post is None:
                self._kept.append(job)
        if post is not None:
            post(job)


def answer_of(lane: "Lane", work: Callable[[], T]) -> T:
    """Does it on the lane and waits; what it raises is raised here."""
    answer: Future[T] = Future()

    def job() -> None:
        try:
            answer.set_result(work())
        except BaseException as error:  # noqa: BLE001  (whoever waits must be told)
            answer.set_exception(error)

    lane.put(job)
    return answer.result()


class Inline:
    """Runs every job on the caller's thread at once; delayed ones wait for `run_later`, idle work for `stop`.

    A job put by a job of this lane runs after it, as on a thread: inside it, a query would meet the open one.
    """

    def __init__(self, name: str = "inline") -> None:
        self.delayed: list[Job] = []
        self._idle: Idle = lambda: False
        self._jobs: deque[Job] = deque()
        self._busy = False

    def put(self, job: Job) -> None:
        self._jobs.append(job)
        if self._busy:
            return
        self._busy = True
        try:
            while self._jobs:
                self._jobs.popleft()()
        finally:
            self._busy = False

    def later(self, seconds: float, job: Job) -> None:
        self.delayed.append(job)

    def run_later(self) -> None:
        waiting, self.delayed = self.delayed, []
        for job in waiting:
            self.put(job)

    def on_idle(self, idle: Idle) -> None:
        self._idle = idle

    def awaited(self) -> bool:
        return bool(self._jobs)

    def stop(self) -> None:
        self.delayed.clear()
        try:
            while self._idle():
                pass
        except Exception:  # noqa: BLE001  (as on a thread: what idles is done the next time)
            _LOG.exception("idle work failed")


def apart(job: Job) -> None:
    """On a thread of its own that nobody waits for, not even when the program ends."""
    threading.Thread(target=_run_job, args=(job,), name="apart", daemon=True).start()


def at_once(job: Job) -> None:
    """Its twin for tests."""
    _run_job(job)


def on_this_thread() -> Callable[[], bool]:
    """A question that is true only on the thread that called this."""
    here = threading.get_ident()
    return lambda: threading.get_ident() == here


def _run_job(job: Job) -> None:
    try:
        job()
    except Exception:  # noqa: BLE001  (one bad job must not end the lane)
        _LOG.exception("a job failed")
