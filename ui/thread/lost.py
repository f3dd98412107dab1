"""In place of a ticket that its reader may no longer see: so much, what became of their words, and a way on."""

from PySide6.QtCore import Signal

from agentdesk.desk.queries.outbox import UnsettledOf
from agentdesk.desk.queries.rows import OutboxRow
from agentdesk.desk.watch import Watch
from agentdesk.domain.values import Id
from ui.context import OUTBOX, Context, Place
from ui.icons import Icons
from ui.widgets.empty_state import EmptyState


class LostTicket(EmptyState):
    """`left`: back to the list."""

    left = Signal()

    def __init__(self, context: Context, icons: Icons) -> None:
        super().__init__(icons, "hide", name="ticket_lost", large=True)
        self._context = context
        self._kept = False
        self._watch: Watch[tuple[OutboxRow, ...]] | None = None
        self.acted.connect(self._go_on)
        self.retranslate()

    def look_at(self, ticket: Id | None) -> None:
        if self._watch is not None:
            self._watch.close()
            self._watch = None
        self._kept = False
        self.retranslate()
        if ticket is not None:
            self._watch = self._context.desk.watch(UnsettledOf(ticket), lambda rows, _: self._on_rows(rows))

    def retranslate(self) -> None:
        title = self.tr("You no longer have access to this ticket")
        if self._kept:
            sentence = self.tr("What you wrote and did not send is kept in the Outbox, where you can copy it.")
            self.show_words(title, sentence, self.tr("Show Outbox"))
        else:
            sentence = self.tr("It was moved, or your rights changed. What you sent before has arrived.")
            self.show_words(title, sentence, self.tr("Back to the list"))

    def _on_rows(self, rows: tuple[OutboxRow, ...]) -> None:
        self._kept = bool(rows)
        self.retranslate()

    def _go_on(self) -> None:
        if self._kept:
            self._context.set_place(Place(OUTBOX))
        else:
            self._context.set_selection(())
            self.left.emit()
