"""A decision, a wish or a withdrawal that the server did not take, on its request: why, and the ways to settle it."""

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from agentdesk.desk.queries.outbox import RETURNED_STATE, UnsettledOf
from agentdesk.desk.queries.rows import OutboxRow
from agentdesk.desk.watch import Watch
from agentdesk.domain.values import Id
from ui import words
from ui.context import OUTBOX, Context, Place
from ui.dialogs.discard import DiscardDialog
from ui.icons import Icons
from ui.widgets.banner import Banner
from ui.widgets.buttons import Button
from ui.widgets.flow_layout import FlowLayout


class RequestCameBack(QWidget):
    """The first that is not settled; what was written is kept until the person discards it."""

    def __init__(self, context: Context, icons: Icons) -> None:
        super().__init__()
        self._context, self._icons = context, icons
        self._watch: Watch[tuple[OutboxRow, ...]] | None = None
        self._row: OutboxRow | None = None
        self.strip = Banner(icons, "warn", name="request_came_back")
        self.copy = Button(icons, icon="copy", name="request_back_copy", kind="small")
        self.discard = Button(icons, icon="delete", name="request_back_discard", kind="small")
        self.show_all = Button(icons, icon="outbox", name="request_back_outbox", kind="small")
        self._build()
        self.retranslate()

    def look_at(self, request: Id | None) -> None:
        self.end()
        self._on_rows(())
        if request is not None and self._context.desk.served is not None:
            self._watch = self._context.desk.watch(UnsettledOf(request), lambda rows, _: self._on_rows(rows))

    def end(self) -> None:
        if self._watch is not None:
            self._watch.close()
            self._watch = None

    def retranslate(self) -> None:
        self.copy.setText(self.tr("Copy text"))
        self.discard.setText(self.tr("Discard"))
        self.show_all.setText(self.tr("Show in Outbox"))
        self._show()

    def _on_rows(self, rows: tuple[OutboxRow, ...]) -> None:
        self._row = next((row for row in rows if row.state == RETURNED_STATE), None)
        self._show()

    def _show(self) -> None:
        row = self._row
        self.setVisible(row is not None)
        if row is None:
            return
        text = words.entry_text(row)
        told = self.tr("{title}: {reason}").format(title=words.entry_title(row), reason=words.entry_reason(row))
        if text:
            told = self.tr("{told} You wrote: “{text}”").format(told=told, text=words.quoted(text))
        self.copy.setVisible(bool(text))
        self.strip.show_message(told, "warning")

    def _copy(self) -> None:
        if self._row is not None:
            QGuiApplication.clipboard().setText(words.entry_text(self._row))

    def _ask_discard(self) -> None:
        if self._row is None:
            return
        id, text = self._row.id, words.entry_text(self._row)
        dialog = DiscardDialog(self._icons, words.entry_title(self._row), text[:300], self.window())
        dialog.agreed.connect(lambda: self._context.desk.discard(id))
        dialog.open()

    def _build(self) -> None:
        px = self._icons.theme.px
        does = {
            self.copy: self._copy, self.discard: self._ask_discard,
            self.show_all: lambda: self._context.set_place(Place(OUTBOX)),
        }  # fmt: skip
        buttons = QWidget()
        flow = FlowLayout(buttons, gap=px(8))
        for button, act in does.items():
            flow.addWidget(button)
            button.clicked.connect(lambda _=False, act=act: act())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(6))
        column.addWidget(self.strip)
        column.addWidget(buttons)
        self.hide()
