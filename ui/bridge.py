"""The one door by which other threads reach the window."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal, Slot

Job = Callable[[], None]


class Bridge(QObject):
    """`post` may be called on any thread; the job runs on the thread that made the bridge, in the order of posting."""

    _posted = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._open = True
        self._posted.connect(self._run, Qt.ConnectionType.QueuedConnection)

    def post(self, job: Job) -> None:
        if self._open:
            self._posted.emit(job)

    def close(self) -> None:
        """Jobs that still arrive are dropped: their widgets are gone."""
        self._open = False

    @Slot(object)
    def _run(self, job: Job) -> None:
        if self._open:
            job()
