"""How the desk stands: its server, what waits for it or could be taken back, what work goes on behind the window."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from agentdesk.desk.queries.rows import Link
from ui import words
from ui.context import OUTBOX, Context, Place
from ui.dialogs.jobs import JobsPopover
from ui.icons import Icons
from ui.widgets.badge import Badge
from ui.widgets.inputs import is_enter
from ui.widgets.plain_label import ElidedLabel, IconLabel, paint_box, paint_focus

_ICONS = {
    "local": "synced", "online": "synced", "syncing": "refresh", "offline": "offline", "signed_out": "key",
    "error": "warning",
}  # fmt: skip


class SyncStatus(QAbstractButton):
    """Its property `state` is that of the link. A click goes to what waits, else opens the work in progress."""

    def __init__(self, context: Context, icons: Icons) -> None:
        super().__init__()
        self._context, self._icons = context, icons
        self._rail = False
        theme = icons.theme
        self.setObjectName("sync_status")
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.popover = JobsPopover(icons, self)
        self.place = ElidedLabel(theme, role="small", weight=600)
        self.changes = ElidedLabel(theme, role="meta", color="text2")
        self._words = QWidget()
        self._words.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        column = QVBoxLayout(self._words)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.place)
        column.addWidget(self.changes)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(18), theme.px(9), theme.px(10), theme.px(9))
        row.setSpacing(theme.px(10))
        self._mark = IconLabel(icons, "synced")
        row.addWidget(self._mark)
        row.addWidget(self._words, 1)
        self._waits = Badge(theme)
        self._waits.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        row.addWidget(self._waits)
        self.clicked.connect(self._open)
        context.counts_changed.connect(lambda _: self.retranslate())
        context.link_changed.connect(lambda _: self.retranslate())
        context.jobs.changed.connect(self._on_jobs)
        self.retranslate()

    def set_rail(self, on: bool) -> None:
        self._rail = on
        self._words.setVisible(not on)
        self.retranslate()

    def sizeHint(self) -> QSize:
        """That of what is in it; a button would measure a text it has not."""
        layout = self.layout()
        return layout.totalSizeHint() if layout is not None else QSize()

    def retranslate(self) -> None:
        link = self._context.link
        self.setProperty("state", "offline" if link.state == "signed_out" else link.state)
        self._mark.set_icon(_ICONS[link.state], "warn" if link.state in ("signed_out", "error") else "text2")
        self.place.setText(words.link_place(link))
        self.changes.setText(self._job_words() or self._link_words(link))
        self._waits.show_number(0 if self._rail else self._waiting())
        self.setAccessibleName(
            self.tr("{place}. {changes}").format(place=self.place.text(), changes=self.changes.text())
        )

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_enter(event):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        theme, px = self._icons.theme, self._icons.theme.px
        box = QRectF(self.rect()).adjusted(px(4), px(2), -px(4), -px(2))
        if self.underMouse():
            paint_box(painter, box, theme.color("hover"), None, radius=px(6))
        if self.hasFocus():
            paint_focus(painter, box, theme, radius=px(6))
        painter.end()

    def _waiting(self) -> int:
        """What is shown as a number: the entries that do not go out by themselves in a moment."""
        link = self._context.link
        return link.attention if link.moving else link.waiting

    def _link_words(self, link: Link) -> str:
        return self._held_words() if link.state == "local" else words.link_state(link, self._context.desk.clock.now())

    def _held_words(self) -> str:
        held = self._context.counts.get("outbox", 0)
        return self.tr("%n change(s) can be undone", "", held) if held else self.tr("All changes saved")

    def _job_words(self) -> str:
        """Of the work that began first."""
        job = next(iter(self._context.jobs.running()), None)
        if job is None or job.share is None:
            return job.words if job is not None else ""
        return self.tr("{work} {percent} %").format(work=job.words, percent=round(job.share * 100))

    def _on_jobs(self) -> None:
        self.popover.show_jobs(self._context.jobs.running())
        self.retranslate()

    def _open(self) -> None:
        if self._waiting() and not self._context.jobs.running():
            self._context.set_place(Place(OUTBOX))
            return
        self.popover.show_jobs(self._context.jobs.running())
        self.popover.open_at(self)
