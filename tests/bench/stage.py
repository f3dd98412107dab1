"""The product's own window for what is measured from within, and the waiting for what it does."""

import os
from collections.abc import Callable
from pathlib import Path
from time import monotonic

import harness  # noqa: F401  (finds the interpreter and the product)
from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtWidgets import QApplication

from agentdesk.desk import Desk, open_desk
from agentdesk.settings import Settings
from ui import app as application
from ui.context import Place
from ui.window import MainWindow

PATIENCE = 120
_EVENTS = QEventLoop.ProcessEventsFlag.AllEvents
_WAITING = _EVENTS | QEventLoop.ProcessEventsFlag.WaitForMoreEvents


class Stage:
    """A window as large as that of the pictures; it collects garbage as the program does."""

    def __init__(self, directory: Path, person: str | None = None) -> None:
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        self.desk: Desk = open_desk(directory, person)
        self.program: QApplication = application.make_application()
        self.desk.forbid_sql_here()
        self.window: MainWindow = application.open_window(self.desk, Settings())
        self.window.resize(1280, 800)
        self._garbage = application.CollectHere()
        self._garbage.start()
        self._pulse = QTimer(interval=20, timerType=Qt.TimerType.PreciseTimer)
        self._pulse.start()  # so that waiting for events has an end
        self.until(lambda: bool(self.window.context.place.queue))

    def show_queue(self, queue: str) -> int:
        """Waits for the whole list; answers how many rows it has."""
        feed, context = self.window.tickets.feed, self.window.context
        self.until(lambda: context.whoami is not None and queue in context.whoami.queues)  # a place not offered is left
        context.set_place(Place(queue))
        self.until(lambda: not feed.loading and feed.model.rowCount() == feed.total > 0)
        return feed.total

    def until(self, done: Callable[[], bool]) -> None:
        """Lets the program work. Raises TimeoutError."""
        end = monotonic() + PATIENCE
        while not done():
            if monotonic() > end:
                raise TimeoutError("the window did not come to it")
            self.program.processEvents(_WAITING)

    def rest_of(self, began: float, seconds: float) -> None:
        """Lets the program work until the next picture is due; `began` is a time of `monotonic`."""
        left = began + seconds - monotonic()
        if left <= 0:
            self.program.processEvents(_EVENTS)
            return
        due = QTimer(singleShot=True, timerType=Qt.TimerType.PreciseTimer)
        due.start(round(left * 1000))
        while due.isActive():
            self.program.processEvents(_WAITING)

    def close(self) -> None:
        self._garbage.stop()
        self.window.close()
        self.desk.close()
