"""The one door by which other threads reach the window."""

from collections import deque
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt

Job = Callable[[], None]
_POSTED = QEvent.Type(QEvent.registerEventType())


class Bridge(QObject):
    """`post` may be called on any thread; the job runs on the thread that made the bridge, in the order of posting.

    Like painting, jobs stand behind all else that is to be done there: what one of them changed is painted before those
    run that came later.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._open = True
        self._jobs: deque[Job] = deque()

    def post(self, job: Job) -> None:
        if self._open:
            self._jobs.append(job)
            QCoreApplication.postEvent(self, QEvent(_POSTED), Qt.EventPriority.LowEventPriority.value)

    def close(self) -> None:
        """Jobs that still arrive are dropped: their widgets are gone."""
        self._open = False

    def customEvent(self, event: QEvent) -> None:
        job = self._jobs.popleft()
        if self._open:
            job()
