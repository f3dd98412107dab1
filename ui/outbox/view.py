"""The list of the outbox: what waits to be sent, and what a person has to decide."""

from PySide6.QtCore import QEvent, QModelIndex, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from agentdesk.desk.queries.outbox import Outbox
from agentdesk.desk.queries.rows import OutboxRow
from agentdesk.desk.watch import Watch
from agentdesk.domain.values import Id
from ui.cards.card_list import CardListView
from ui.context import OUTBOX, Context, Place
from ui.icons import Icons
from ui.outbox.model import CardRole, IdRole, OutboxModel
from ui.widgets.buttons import Pill, ghost_button
from ui.widgets.empty_state import EmptyState
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.plain_label import ElidedLabel, Hairline, plain_label
from ui.words.outbox import Waiting


class OutboxPane(QWidget):
    """Asks the desk only while it is shown. `picked` names the entry that is chosen, or nothing."""

    picked = Signal(str)

    def __init__(self, context: Context, icons: Icons) -> None:
        super().__init__()
        self.setObjectName("outbox_pane")
        self._context, self._icons = context, icons
        self._rows: tuple[OutboxRow, ...] = ()
        self._watch: Watch[tuple[OutboxRow, ...]] | None = None
        theme = icons.theme
        self.model = OutboxModel(self)
        self.list = CardListView(icons, self.model, CardRole, name="outbox_list")
        self.title = plain_label(theme, role="pane_title")
        self.count = ElidedLabel(theme, role="small", color="text2")
        self.count.setObjectName("outbox_count")
        self.waiting = Pill(icons, "", name="outbox_filter_waiting")
        self.failed = Pill(icons, "", name="outbox_filter_failed")
        self.send = ghost_button(icons, "", "refresh", name="outbox_send_now", kind="small")
        self.empty = EmptyState(icons, "outbox", name="outbox_empty")
        self._build()
        context.place_changed.connect(self._on_place)
        context.link_changed.connect(lambda _: self._show_head())
        self.list.selectionModel().currentChanged.connect(self._on_current)
        for pill in (self.waiting, self.failed):
            pill.toggled.connect(self._show_rows)
        self.send.clicked.connect(self._send_now)
        self.retranslate()
        self._on_place(context.place)

    def retranslate(self) -> None:
        self.list.setAccessibleName(self.tr("Outbox"))
        self.title.setText(self.tr("Outbox"))
        self.waiting.setText(self.tr("Waiting"))
        self.failed.setText(self.tr("Failed"))
        self.send.setText(self.tr("Send now"))
        self.empty.show_words(self.tr("Nothing waits"), self.tr("Everything you did has arrived."))
        self._show_rows()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), self._icons.theme.color("list"))
        painter.end()

    def end(self) -> None:
        if self._watch is not None:
            self._watch.close()
            self._watch = None

    def _on_place(self, place: Place) -> None:
        if place.queue != OUTBOX:
            self.end()
        elif self._watch is None:
            self._watch = self._context.desk.watch(Outbox(), lambda rows, _: self._on_rows(rows))

    def _on_rows(self, rows: tuple[OutboxRow, ...]) -> None:
        self._rows = rows
        self._show_rows()

    def _show_rows(self) -> None:
        chosen = self._chosen()
        wanted = {
            *(("waiting", "sending") if self.waiting.isChecked() else ()),
            *(("failed", "conflict") if self.failed.isChecked() else ()),
        }
        shown = [row for row in self._rows if not wanted or row.stage in wanted]
        self.model.set_rows(shown)
        self.empty.setVisible(not shown)
        self._choose(chosen)
        self._show_head()

    def _show_head(self) -> None:
        attention = sum(row.stage in ("failed", "conflict") for row in self._rows)
        self.count.setText(Waiting().summary(len(self._rows) - attention, attention))
        self.send.setVisible(self._context.desk.sync is not None)
        self.send.setEnabled(self._context.link.state != "signed_out")

    def _chosen(self) -> Id:
        return str(self.list.currentIndex().data(IdRole) or "")

    def _choose(self, id: Id) -> None:
        """What was chosen, else what needs a decision, else the first."""
        if not self.model.rowCount():
            self.picked.emit("")
            return
        place = self.model.place_of(id)
        if place < 0:
            rows = range(self.model.rowCount())
            asking = (n for n in rows if self.model.row_at(n).stage in ("failed", "conflict"))
            place = next(asking, 0)
        self.list.setCurrentIndex(self.model.index(place))

    def _on_current(self, index: QModelIndex, _: QModelIndex) -> None:
        self.picked.emit(str(index.data(IdRole) or "") if index.isValid() else "")

    def _send_now(self) -> None:
        if self._context.desk.sync is not None:
            self._context.desk.sync.retry_now()

    def _build(self) -> None:
        px = self._icons.theme.px
        top, second = QHBoxLayout(), QWidget()
        top.setSpacing(px(8))
        top.addWidget(self.title)
        top.addWidget(self.count, 1)
        flow = FlowLayout(second, gap=px(6))
        for widget in (self.waiting, self.failed, self.send):
            flow.addWidget(widget)
        head = QVBoxLayout()
        head.setContentsMargins(px(16), px(11), px(10), px(7))
        head.setSpacing(px(7))
        head.addLayout(top)
        head.addWidget(second)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(Hairline(self._icons.theme))
        column.addWidget(self.empty)
        column.addWidget(self.list, 1)
