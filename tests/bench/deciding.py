"""A window in front of an inbox, and hands that pass what waits there."""

from collections.abc import Callable
from pathlib import Path
from time import monotonic, perf_counter, process_time

from harness import Times
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QDialog, QWidget
from stage import Stage

from ui.approvals.model import IdRole
from ui.context import Place

READ = 0.3
"""Seconds that somebody needs at least to press a key in a dialog that has come up."""


class Painted(QObject):
    """Counts how often something was painted while it was as wanted."""

    def __init__(self, widget: QWidget, wanted: Callable[[], bool] = lambda: True) -> None:
        super().__init__(widget)
        self.times, self._wanted = 0, wanted
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.times += event.type() == QEvent.Type.Paint and self._wanted()
        return False


class Decider:
    def __init__(self, directory: Path, person: str) -> None:
        self.stage = Stage(directory, person)
        window = self.stage.window
        self.list: QAbstractItemView = window.requests.pane.list
        self.model = window.requests.pane.model
        window.context.set_place(Place("approvals.pending"))
        self.stage.until(lambda: window.context.request is not None)

    def decide(self, times: Times) -> None:
        """One request, from the key on: until the list is painted without it."""
        window = self.stage.window
        first = str(self.list.currentIndex().data(IdRole))
        self.stage.until(lambda: window.context.request is not None and window.context.request.row.id == first)
        self.stage.until(window.commands["pass_stage"].isEnabled)
        window.commands["pass_stage"].trigger()
        self.stage.until(lambda: self._dialog() is not None)
        dialog = self._dialog()
        assert dialog is not None
        stands, without = Painted(dialog), Painted(self.list.viewport(), lambda: self.model.place_of(first) < 0)
        dialog.update()
        self.stage.until(lambda: stands.times > 0)
        self.stage.rest_of(monotonic(), READ)  # what showing the request and asking took is done
        cpu, wall = process_time(), perf_counter()
        QTest.keyClick(dialog.focusWidget() or dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        self.stage.until(lambda: without.times > 0)
        times.wall.append((perf_counter() - wall) * 1000)
        times.cpu.append((process_time() - cpu) * 1000)
        without.deleteLater()

    def close(self) -> None:
        self.stage.close()

    def _dialog(self) -> QDialog | None:
        shown = self.stage.program.topLevelWidgets()
        return next((one for one in shown if isinstance(one, QDialog) and one.isVisible()), None)
