"""Long work that goes on behind the window: how far it is, and a way to stop it (ui.md §6.6)."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from ui.context import Job
from ui.icons import Icons
from ui.widgets.buttons import icon_button
from ui.widgets.plain_label import ElidedLabel, paint_box, plain_label, text_label

_STEPS = 1_000


class JobsPopover(QFrame):
    """Opened beside what was clicked; shows what `show_jobs` says, also while it is open."""

    def __init__(self, icons: Icons, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self._icons = icons
        self._rows: dict[str, _Row] = {}
        self.setObjectName("jobs_popover")
        self.setAccessibleName(self.tr("Work in progress"))
        theme = icons.theme
        self._nothing = text_label(theme, self.tr("Nothing is going on."), color="text2")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(theme.px(16), theme.px(12), theme.px(16), theme.px(14))
        self._column.setSpacing(theme.px(12))
        self._column.addWidget(plain_label(theme, self.tr("Work in progress"), role="label", color="text2"))
        self._column.addWidget(self._nothing)
        self.setFixedWidth(theme.em(26))

    def show_jobs(self, jobs: Sequence[Job]) -> None:
        for key in [key for key in self._rows if key not in {job.key for job in jobs}]:
            row = self._rows.pop(key)
            row.hide()
            row.deleteLater()
        for job in jobs:
            if job.key not in self._rows:
                self._rows[job.key] = _Row(self._icons, job)
                self._column.addWidget(self._rows[job.key])
            self._rows[job.key].show_job(job)
        self._nothing.setVisible(not self._rows)
        self.adjustSize()

    def open_at(self, anchor: QWidget) -> None:
        """Above what was clicked at the bottom of the window, below what stands at its top; never beside the window."""
        self.adjustSize()
        gap, window = self._icons.theme.px(6), anchor.window().geometry()
        above = anchor.mapToGlobal(QPoint(0, -self.height() - gap))
        below = anchor.mapToGlobal(QPoint(0, anchor.height() + gap))
        corner = above if above.y() >= window.top() else below
        corner.setX(max(window.left(), min(corner.x(), window.right() - self.width() - gap)))
        self.move(corner)
        self.show()
        self.setFocus()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        theme = self._icons.theme
        paint_box(painter, QRectF(self.rect()), theme.color("raised"), theme.color("border2"), radius=theme.px(8))
        painter.end()


class _Row(QWidget):
    def __init__(self, icons: Icons, job: Job) -> None:
        super().__init__()
        self._theme = theme = icons.theme
        self._cancel: Callable[[], None] | None = None
        self._words = ElidedLabel(theme, job.words, weight=600)
        self._detail = plain_label(theme, role="meta", color="text2")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setFixedHeight(theme.px(5))
        self._bar.setObjectName(f"job_{job.key}")
        self._button = icon_button(icons, "close", self.tr("Stop {job}").format(job=job.words), name="job_cancel")
        self._button.clicked.connect(self._on_cancel)
        top = QHBoxLayout()
        top.addWidget(self._words, 1)
        top.addWidget(self._button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(4))
        column.addLayout(top)
        column.addWidget(self._bar)
        column.addWidget(self._detail)

    def show_job(self, job: Job) -> None:
        self._cancel = job.cancel
        self._words.setText(job.words)
        self._detail.setText(job.detail)
        self._detail.setVisible(bool(job.detail))
        self._button.setVisible(job.cancel is not None)
        self._bar.setAccessibleName(job.words)
        endless = job.share is None and not self._theme.still
        self._bar.setRange(0, 0 if endless else _STEPS)
        self._bar.setValue(round((job.share or 0) * _STEPS))

    def _on_cancel(self) -> None:
        if self._cancel is not None:
            self._button.setEnabled(False)
            self._cancel()
