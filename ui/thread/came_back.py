"""What the server refused, in its ticket: why, the words in their reply box again, and the ways to settle it."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from agentdesk.desk import Outcome
from agentdesk.desk.queries.outbox import RETURNED_STATE, UnsettledOf
from agentdesk.desk.queries.rows import OutboxRow
from agentdesk.desk.watch import Watch
from agentdesk.domain.commands import AddNote, Reply
from agentdesk.domain.text import html_to_text
from agentdesk.domain.values import Id
from ui import words
from ui.context import Context
from ui.dialogs.alive import if_alive
from ui.dialogs.discard import DiscardDialog
from ui.icons import Icons
from ui.thread.composer import Composer
from ui.thread.draft import Drafts, place_of
from ui.thread.phrases import NOTE, REPLY
from ui.widgets.banner import Banner
from ui.widgets.buttons import Button
from ui.widgets.flow_layout import FlowLayout


class CameBack(QWidget):
    """Above the reply box, the first that is not settled. A blank box is filled with it, others are left alone."""

    outbox_wanted = Signal()

    def __init__(self, context: Context, icons: Icons, composer: Composer, drafts: Drafts) -> None:
        super().__init__()
        self._context, self._icons, self._composer, self._drafts = context, icons, composer, drafts
        self._watch: Watch[tuple[OutboxRow, ...]] | None = None
        self._row: OutboxRow | None = None
        self._opened: set[Id] = set()
        """For these the box was opened once; whoever empties it is not given them again."""
        self.strip = Banner(icons, "warn", name="came_back")
        self._build(icons)
        composer.filled.connect(self._offer)
        composer.words.changed.connect(self._show)
        self.retranslate()

    def look_at(self, ticket: Id | None) -> None:
        if self._watch is not None:
            self._watch.close()
            self._watch = None
        self._row = None
        self._opened.clear()
        self._show()
        if ticket is not None:
            self._watch = self._context.desk.watch(UnsettledOf(ticket), lambda rows, _: self._on_rows(rows))

    def retranslate(self) -> None:
        self.take.setText(self.tr("Put into the reply box"))
        self.copy.setText(self.tr("Copy text"))
        self.again.setText(self.tr("Send again"))
        self.discard.setText(self.tr("Discard"))
        self.show_all.setText(self.tr("Show in Outbox"))
        self._show()

    # ------------------------------------------------------------------ what there is

    def _on_rows(self, rows: tuple[OutboxRow, ...]) -> None:
        back = [row for row in rows if row.state == RETURNED_STATE]
        draft = self._composer.draft
        if draft is not None and draft.returned and draft.returned not in {row.id for row in back}:
            draft.forget_returned()
        self._row = back[0] if back else None
        self._offer()

    def _offer(self) -> None:
        """Opens the box for it, and fills the box if it is blank."""
        row = self._row
        if row is None or not isinstance(row.wish, Reply | AddNote) or row.id in self._opened:
            self._show()
            return
        kind = place_of(row.wish)[1]
        if self._composer.may_take(kind):
            if self._composer.kind == kind:
                self._opened.add(row.id)
                if not self._held:
                    self._drafts.take_up(row.id)
            else:
                self._composer.open_for(kind)
        self._show()

    @property
    def _held(self) -> bool:
        """It stands in the box."""
        draft = self._composer.draft
        return self._row is not None and draft is not None and draft.returned == self._row.id

    def _show(self) -> None:
        row = self._row
        if row is None:
            self._show_left_over()
            return
        written = isinstance(row.wish, Reply | AddNote)
        inside = written and self._held and not self._composer.is_blank()
        open_ = isinstance(row.wish, Reply | AddNote) and self._composer.may_write(place_of(row.wish)[1])
        self.take.setVisible(written and open_ and not inside)
        self.copy.setVisible(bool(words.entry_text(row)) and not open_)
        self.again.setVisible(written and open_ and not inside)
        self.discard.setVisible(written)
        self.show_all.setVisible(not written)
        self.show()
        self.strip.show_message(words.came_back(row, inside=inside), "warning")

    def _show_left_over(self) -> None:
        """What was typed and can no longer be sent here."""
        text = self._left_over()
        self.setVisible(bool(text))
        if not text:
            return
        for button in (self.take, self.again, self.show_all):
            button.hide()
        self.copy.show()
        self.discard.show()
        self.strip.show_message(words.left_over(text), "warning")

    def _left_over(self) -> str:
        draft = self._composer.draft
        if draft is None or draft.reading or any(map(self._composer.may_write, (REPLY, NOTE))):
            return ""
        return html_to_text(draft.written.body).strip()

    # ------------------------------------------------------------------ what the person decides

    def _take(self) -> None:
        if self._row is not None and isinstance(self._row.wish, Reply | AddNote):
            self._opened.add(self._row.id)
            self._composer.open_for(place_of(self._row.wish)[1])
            self._drafts.take_up(self._row.id)

    def _copy(self) -> None:
        text = words.entry_text(self._row) if self._row is not None else self._left_over()
        QGuiApplication.clipboard().setText(text)

    def _send(self) -> None:
        if self._row is not None:
            self._context.desk.send_again(self._row.id, if_alive(self, self._on_sent))

    def _on_sent(self, outcome: Outcome) -> None:
        """What the rules here refuse stays as it was."""
        if outcome.refusal is not None:
            self._context.refused.emit(None, outcome.refusal)
        elif outcome.trouble is not None:
            self._context.troubled.emit(outcome.trouble)

    def _ask_discard(self) -> None:
        row, draft, desk = self._row, self._composer.draft, self._context.desk
        agreed: Callable[[], None]
        if row is not None:
            title, text, agreed = words.entry_title(row), words.entry_text(row), partial(desk.discard, row.id)
        elif draft is not None:
            title, text, agreed = self.tr("Draft"), self._left_over(), draft.discard
        else:
            return
        dialog = DiscardDialog(self._icons, title, text[:300], self.window())
        dialog.agreed.connect(agreed)
        dialog.open()

    # ------------------------------------------------------------------ building

    def _build(self, icons: Icons) -> None:
        """The buttons below the words: in German and large letters both would not fit into one line."""
        px = icons.theme.px
        self.take = Button(icons, icon="reply", name="came_back_take", kind="small")
        self.copy = Button(icons, icon="copy", name="came_back_copy", kind="small")
        self.again = Button(icons, icon="send", name="came_back_again", kind="small")
        self.discard = Button(icons, icon="delete", name="came_back_discard", kind="small")
        self.show_all = Button(icons, icon="outbox", name="came_back_outbox", kind="small")
        does = {
            self.take: self._take, self.copy: self._copy, self.again: self._send, self.discard: self._ask_discard,
            self.show_all: self.outbox_wanted.emit,
        }  # fmt: skip
        self._buttons = QWidget()
        flow = FlowLayout(self._buttons, gap=px(8))
        for button, act in does.items():
            flow.addWidget(button)
            button.clicked.connect(lambda _=False, act=act: act())
        column = QVBoxLayout(self)
        column.setContentsMargins(px(20), px(2), px(16), px(4))
        column.setSpacing(px(6))
        column.addWidget(self.strip)
        column.addWidget(self._buttons)
        self.hide()
