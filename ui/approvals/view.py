"""The list of an inbox of requests: what waits for a decision, what one decided, what one asked for."""

from functools import partial

from PySide6.QtCore import QEvent, QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from agentdesk.desk.queries.applying import Approvals
from agentdesk.desk.queries.requests import RequestIds, RequestRow, RequestRows
from agentdesk.desk.watch import Watch
from agentdesk.domain.commands import Apply, Command, PassStage, RejectStage
from agentdesk.domain.values import Id
from ui import words
from ui.actions import Actions
from ui.approvals.model import CardRole, IdRole, RequestsModel
from ui.cards.card_list import CardListView
from ui.context import PENDING_REQUESTS, Context, Place, holds_requests
from ui.icons import Icons
from ui.widgets.empty_state import EmptyState
from ui.widgets.plain_label import ElidedLabel, Hairline, plain_label

_MINUTE = 60_000
_STEPS = {Qt.Key.Key_J: 1, Qt.Key.Key_K: -1, Qt.Key.Key_BracketRight: 1}
_MINE = "approvals.mine"


class RequestList(CardListView):
    chosen = Signal()
    stepped = Signal(int)
    letters = True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if plain and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.chosen.emit()
        elif plain and self.letters and event.key() in _STEPS:
            self.stepped.emit(_STEPS[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)


class RequestsPane(QWidget):
    """Asks the desk only while it is shown; what is chosen it tells the context. `entered`: work with it begins."""

    entered = Signal()

    def __init__(self, context: Context, actions: Actions, icons: Icons) -> None:
        super().__init__()
        self.setObjectName("requests_pane")
        self._context, self._icons = context, icons
        self._watch: Watch[tuple[Id, ...]] | None = None
        self._place = Place()
        self._new: Id = ""
        theme, desk = icons.theme, context.desk
        self.model = RequestsModel(self._fetch, desk.clock.now, self)
        self.list = RequestList(icons, self.model, CardRole, name="request_list")
        self.title = plain_label(theme, role="pane_title")
        self.title.setObjectName("requests_title")
        self.count = ElidedLabel(theme, role="small", color="text2")
        self.count.setObjectName("requests_count")
        self.empty = EmptyState(icons, "approval", name="requests_empty")
        self._minute = QTimer(self, interval=_MINUTE)
        self._minute.timeout.connect(self.model.reword)
        self._build()
        actions.attach_bare(self, "request")
        self._connect()
        self.retranslate()

    def retranslate(self) -> None:
        self.list.setAccessibleName(self.tr("Requests"))
        self.model.reword()
        self._show_head()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), self._icons.theme.color("list"))
        painter.end()

    def end(self) -> None:
        self._minute.stop()
        if self._watch is not None:
            self._watch.close()
            self._watch = None

    def step(self, by: int) -> None:
        """To the next request, or the one before."""
        place = self.list.currentIndex().row() + by
        if 0 <= place < self.model.rowCount():
            self.list.setCurrentIndex(self.model.index(place))

    # ------------------------------------------------------------------ what the desk delivers

    def _on_place(self, place: Place) -> None:
        self.end()
        self._place = place
        if not holds_requests(place.queue):
            self._context.set_requests(())
            return
        self._context.set_requests(())
        self.model.set_ids(())
        self.empty.hide()
        self._minute.start()
        self._watch = self._context.desk.watch(RequestIds(place.queue), lambda ids, _: self._on_ids(place.queue, ids))
        self._show_head()

    def _on_approvals(self, approvals: Approvals) -> None:
        """An inbox may be taken away while it is shown."""
        inbox, whoami = self._place.queue, self._context.whoami
        if holds_requests(inbox) and inbox not in approvals.inboxes and whoami is not None and whoami.queues:
            self._context.set_place(Place(whoami.queues[0]))

    def _on_ids(self, inbox: str, ids: tuple[Id, ...]) -> None:
        if inbox != self._place.queue:
            return
        chosen, place = self._chosen(), self.list.currentIndex().row()
        self.model.set_ids(ids)
        self.empty.setVisible(not ids)
        self._choose(chosen, place)
        self._show_head()

    def _choose(self, chosen: Id, place: int) -> None:
        """What was just asked for, else what was chosen, else what came into its place: the next that waits."""
        if self.model.place_of(self._new) >= 0:
            chosen, self._new = self._new, ""
        found = self.model.place_of(chosen)
        found = found if found >= 0 else min(max(place, 0), self.model.rowCount() - 1)
        self.list.setCurrentIndex(self.model.index(found) if found >= 0 else QModelIndex())
        self._tell()

    def _fetch(self, ids: tuple[Id, ...]) -> None:
        self._context.desk.ask(RequestRows(ids), partial(self._on_rows, ids))

    def _on_rows(self, asked: tuple[Id, ...], rows: tuple[RequestRow, ...]) -> None:
        here = {id for id in asked if self.model.place_of(id) >= 0}
        self.model.set_rows(row for row in rows if row.id in here)

    # ------------------------------------------------------------------ what the person does

    def _chosen(self) -> Id:
        return str(self.list.currentIndex().data(IdRole) or "")

    def _tell(self) -> None:
        id = self._chosen()
        if holds_requests(self._place.queue):
            self._context.set_requests((id,) if id else ())

    def _on_given(self, commands: tuple[Command, ...]) -> None:
        """What was asked for is shown where one's own requests are; after a decision the next that waits is shown."""
        for command in commands:
            if isinstance(command, PassStage | RejectStage) and command.request == self._chosen():
                self.step(1)
            if isinstance(command, Apply):
                self._new = command.request
                self._context.set_place(Place(_MINE))
                self._choose(self._chosen(), self.list.currentIndex().row())

    def _show_head(self) -> None:
        inbox, total = self._place.queue, self.model.rowCount()
        self.title.setText(words.queue(inbox))
        if inbox == PENDING_REQUESTS:
            self.count.setText(self.tr("%n waiting for your decision", "", total) if total else "")
            self.empty.show_words(self.tr("Nothing waits for your decision"), self.tr("New requests appear here."))
        else:
            self.count.setText(self.tr("%n requests", "", total) if total else "")
            self.empty.show_words(self.tr("No requests here"), self.tr("File › New request asks for something."))

    # ------------------------------------------------------------------ building

    def _connect(self) -> None:
        context = self._context
        context.place_changed.connect(self._on_place)
        context.approvals_changed.connect(self._on_approvals)
        context.given.connect(self._on_given)
        context.settings_changed.connect(lambda settings: self._let_letters(settings.single_key_shortcuts))
        self.list.selectionModel().currentChanged.connect(lambda _, __: self._tell())
        self.list.stepped.connect(self.step)
        self.list.chosen.connect(self.entered)
        self.list.doubleClicked.connect(lambda _: self.entered.emit())

    def _let_letters(self, on: bool) -> None:
        self.list.letters = on

    def _build(self) -> None:
        px = self._icons.theme.px
        head = QHBoxLayout()
        head.setContentsMargins(px(16), px(11), px(10), px(11))
        head.setSpacing(px(8))
        head.addWidget(self.title)
        head.addWidget(self.count, 1)
        body = QWidget()
        grid = QGridLayout(body)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.addWidget(self.list, 0, 0)
        grid.addWidget(self.empty, 0, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(Hairline(self._icons.theme))
        column.addWidget(body, 1)
