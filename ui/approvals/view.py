"""The list of an inbox of requests: what waits for a decision, what one decided, what one asked for."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from agentdesk.desk import Failed
from agentdesk.desk.queries.applying import Approvals
from agentdesk.desk.queries.request_work import InboxChoices, InboxChoicesOf
from agentdesk.desk.queries.requests import RequestIds, RequestNews, RequestRow, RequestRows
from agentdesk.desk.queries.rows import Refusal
from agentdesk.desk.watch import Watch
from agentdesk.domain.commands import Apply, Command, PassStage, RejectStage, TransferStage
from agentdesk.domain.values import Id
from ui import words
from ui.actions import Actions
from ui.approvals.faces import RequestFaces, RequestList
from ui.approvals.keys import RequestKeys
from ui.approvals.model import RequestsModel
from ui.approvals.picking import RequestPicking
from ui.approvals.table import RequestTable
from ui.cards.head import TYPING_PAUSE
from ui.context import PENDING_REQUESTS, Context, Place, holds_requests
from ui.icons import Icons
from ui.widgets.chip_bar import Filters

_MINUTE = 60_000
_ASK_AGAIN = 1_000
_MINE = "approvals.mine"


class RequestsPane(QWidget):
    """Asks the desk only while it is shown; what is chosen it tells the context. `entered`: work with it begins."""

    entered = Signal()
    listed = Signal(int)
    """How many there are, after every change."""

    def __init__(self, context: Context, actions: Actions, icons: Icons) -> None:
        super().__init__()
        self.setObjectName("requests_pane")
        self.context, self.actions_table, self._icons = context, actions, icons
        self._watch: Watch[tuple[Id, ...] | RequestNews] | None = None
        self._place = Place()
        self.query = RequestIds("")
        """What was last asked for."""
        self._loading = False
        self._new: Id = ""
        """Shown when it stands in the list: what was just asked for, or shown last time."""
        self._opened: Id = ""
        """What was opened elsewhere."""
        self.model = RequestsModel(self._fetch, context.desk.clock.now, self)
        self.faces = RequestFaces(context, actions, icons, self.model)
        self.list, self.table, self.bar = self.faces.list, self.faces.table, self.faces.bar
        self.picking = RequestPicking(self.list.selectionModel(), self.model)
        self.keys = RequestKeys(self, self)
        self._minute = QTimer(self, interval=_MINUTE)
        self._minute.timeout.connect(self.model.reword)
        self._typing = QTimer(self, singleShot=True, interval=TYPING_PAUSE)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.faces)
        actions.attach_bare(self, "request")
        self._connect()
        self.retranslate()

    def view(self) -> RequestList | RequestTable:
        return self.faces.view()

    def focus_list(self) -> None:
        self.view().setFocus()

    def retranslate(self) -> None:
        self.faces.retranslate()
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

    def start_search(self) -> None:
        self.faces.start_search()

    def expect(self, id: Id) -> None:
        """Shows it as soon as it stands in a list."""
        self._new = id
        self._show_expected()

    def show_request(self, id: Id) -> None:
        """Also where this list does not hold it; as soon as the list is there."""
        self._opened = id
        if not self._loading:
            self._show_opened()

    # ------------------------------------------------------------------ what the desk delivers

    def _on_place(self, place: Place) -> None:
        self.end()
        other = place.queue != self._place.queue
        self._place = place
        if other:
            self._typing.stop()  # what was typed is not sought here, nor chosen from the menu of a filter
            self.bar.menu().close()
        if not holds_requests(place.queue):
            self.context.set_requests(())
            return
        if other:
            self._begin_inbox(place)
        self.faces.show_place(place, _text_of(place.filters))
        self._watch_list()

    def _watch_list(self) -> None:
        self.end()
        self._minute.start()
        place = self._place
        self.faces.trouble.hide()
        self.faces.skeleton.start()
        self.query = RequestIds(place.queue, filters=place.filters, sort=place.sort)
        self._watch = self.context.desk.watch(self.query, lambda told, _: self._on_told(place, told))
        self._show_head()

    def _begin_inbox(self, place: Place) -> None:
        self._loading = True
        self.context.set_requests(())
        self.picking.forget()
        self.picking.change(lambda: self.model.set_ids(()))
        self.faces.empty.hide()
        if place.filters:
            self._ask_choices()

    def _on_approvals(self, approvals: Approvals) -> None:
        """An inbox may be taken away while it is shown."""
        inbox, whoami = self._place.queue, self.context.whoami
        if holds_requests(inbox) and inbox not in approvals.inboxes and whoami is not None and whoami.queues:
            self.context.set_place(Place(whoami.queues[0]))

    def _on_told(self, place: Place, told: tuple[Id, ...] | RequestNews) -> None:
        if place != self._place:
            return
        if isinstance(told, RequestNews):
            self._on_rows(tuple(row.id for row in told.rows), told.rows)
        else:
            self._on_ids(told)

    def _on_ids(self, ids: tuple[Id, ...]) -> None:
        self._loading = False
        self.faces.skeleton.stop()
        self.picking.change(lambda: self.model.set_ids(ids))
        self.faces.empty.setVisible(not ids)
        self._show_expected()
        self._show_opened()
        self._show_head()
        self.listed.emit(len(ids))

    def _show_expected(self) -> None:
        if self.model.place_of(self._new) >= 0:
            self.picking.show((self._new,))
            self._new = ""

    def _show_opened(self) -> None:
        if self._opened:
            self.picking.show((self._opened,))
            self._opened = ""

    def _fetch(self, ids: tuple[Id, ...]) -> None:
        self.context.desk.ask(RequestRows(ids), partial(self._on_rows, ids), partial(self._on_failed, ids))

    def _on_failed(self, ids: tuple[Id, ...], _: Failed) -> None:
        self.faces.show_trouble(self.tr("The list could not be read."))
        QTimer.singleShot(_ASK_AGAIN, self, lambda: self.model.set_rows((), ids))

    def _on_rows(self, asked: tuple[Id, ...], rows: tuple[RequestRow, ...]) -> None:
        here = {id for id in asked if self.model.place_of(id) >= 0}
        self.model.set_rows(tuple(row for row in rows if row.id in here), asked)

    def _ask_choices(self) -> None:
        inbox = self._place.queue
        self.context.desk.ask(InboxChoicesOf(inbox), lambda found: self._on_choices(inbox, found))

    def _on_choices(self, inbox: str, choices: InboxChoices) -> None:
        if inbox == self._place.queue:
            self.bar.show_choices(choices)

    # ------------------------------------------------------------------ what the person does

    def _on_picked(self, ids: tuple[Id, ...]) -> None:
        if holds_requests(self._place.queue):
            self.context.set_requests(ids)
        self._show_head()

    def _on_given(self, commands: tuple[Command, ...]) -> None:
        """What was asked for is shown where one's own requests are; after a decision the next that waits is shown."""
        self.picking.leave(one.request for one in commands if isinstance(one, PassStage | RejectStage | TransferStage))
        for command in commands:
            if isinstance(command, Apply):
                self.expect(command.request)
                self.context.set_place(Place(_MINE))

    def _on_many(self, results: tuple[tuple[Command, Refusal | None], ...]) -> None:
        """Those that were refused stay chosen."""
        about = [(getattr(command, "request", ""), refusal) for command, refusal in results]
        left = tuple(id for id, refusal in about if id and refusal is not None)
        if left:
            self.picking.show(left)
        elif any(id for id, _ in about):
            self.picking.end_marking()

    def _set_filters(self, filters: Filters) -> None:
        self.context.set_place(replace(self._place, filters=filters, view=None))

    def _set_text(self) -> None:
        text = self.faces.text()
        others = tuple(item for item in self._place.filters if not item.startswith("text="))
        self._set_filters((*others, f"text={text}") if text else others)

    def _set_sort(self, sort: str) -> None:
        self.context.set_place(replace(self._place, sort=sort))

    def _on_sort_wanted(self, column: int, _: object) -> None:
        sort = self.table.sort_of(column)
        if sort:
            self._set_sort(sort)

    def _on_empty_action(self) -> None:
        self._set_filters(())

    def _show_head(self) -> None:
        inbox, total, narrowed = self._place.queue, self.model.rowCount(), bool(self._place.filters)
        chosen = len(self.context.requests)
        if self.picking.marking or chosen > 1:
            count = self.tr("%n selected", "", chosen)
        elif inbox == PENDING_REQUESTS and not narrowed:
            count = self.tr("%n waiting for your decision", "", total) if total else ""
        else:
            count = self.tr("%n requests", "", total) if total else ""
        self.faces.show_title(words.queue(inbox), count)
        if narrowed:
            self.faces.empty.show_words(self.tr("No request matches"), "", self.tr("Clear filters"))
        elif inbox == PENDING_REQUESTS:
            self.faces.empty.show_words(
                self.tr("Nothing waits for your decision"), self.tr("New requests appear here.")
            )
        else:
            self.faces.empty.show_words(self.tr("No requests here"), self.tr("File › New request asks for something."))

    # ------------------------------------------------------------------ building

    def _connect(self) -> None:
        context, faces = self.context, self.faces
        context.place_changed.connect(self._on_place)
        context.approvals_changed.connect(self._on_approvals)
        context.request_wanted.connect(self.show_request)
        context.given.connect(self._on_given)
        context.many_done.connect(self._on_many)
        context.settings_changed.connect(lambda settings: self._let_letters(settings.single_key_shortcuts))
        self.picking.picked.connect(self._on_picked)
        self.picking.marking_changed.connect(self._show_head)
        self.model.sort_wanted.connect(self._on_sort_wanted)
        faces.key_pressed.connect(self.keys.press)
        faces.entered.connect(self.entered)
        faces.retry_wanted.connect(self._watch_list)
        self.bar.changed.connect(self._set_filters)
        self.bar.choices_wanted.connect(self._ask_choices)
        self.bar.save_wanted.connect(lambda: self.actions_table["save_view"].trigger())
        faces.head.sort_chosen.connect(self._set_sort)
        faces.text_changed.connect(self._typing.start)
        self._typing.timeout.connect(self._set_text)
        faces.empty.acted.connect(self._on_empty_action)

    def _let_letters(self, on: bool) -> None:
        self.keys.letters = on


def _text_of(filters: Filters) -> str:
    return next((item.removeprefix("text=") for item in filters if item.startswith("text=")), "")
