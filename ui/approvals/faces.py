"""The two faces of an inbox of requests, with one model and one selection, and what stands over each."""

from PySide6.QtCore import QAbstractItemModel, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QGridLayout, QStackedWidget, QVBoxLayout, QWidget

from ui import words
from ui.actions import Actions
from ui.approvals.filters import RequestFilterBar
from ui.approvals.model import COLUMNS, CardRole, RequestsModel
from ui.approvals.table import RequestTable
from ui.cards.card_list import CardListView
from ui.cards.head import CardsHead
from ui.cards.table_head import TableHead
from ui.context import TABLES, Context, Place, holds_requests
from ui.icons import Icons
from ui.widgets.banner import Banner
from ui.widgets.empty_state import EmptyState
from ui.widgets.plain_label import Hairline
from ui.widgets.skeleton import Skeleton

ORDERS = ("", "waiting", "activity", "newest", "oldest")


class RequestList(CardListView):
    """Several may be chosen. Keys that mean something to the pane it hands out; those it takes are `accepted`."""

    key_pressed = Signal(QKeyEvent)

    def __init__(self, icons: Icons, model: QAbstractItemModel) -> None:
        super().__init__(icons, model, CardRole, name="request_list")
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.ignore()
        self.key_pressed.emit(event)
        if not event.isAccepted():
            super().keyPressEvent(event)


class RequestFaces(QWidget):
    """Whoever uses it fills the model and says what its heads tell; which face is shown the context knows."""

    key_pressed = Signal(QKeyEvent)
    entered = Signal()
    text_changed = Signal()
    retry_wanted = Signal()

    def __init__(self, context: Context, actions: Actions, icons: Icons, model: RequestsModel) -> None:
        super().__init__()
        self._context, self._model = context, model
        self.bar = RequestFilterBar(icons)
        self.head = CardsHead(icons, self.bar, name="requests", sorts=ORDERS, groupings=False)
        self.table_head = TableHead(icons, name="requests_table")
        self.list = RequestList(icons, model)
        self.table = RequestTable(icons, model, self.list.selectionModel())
        self.empty = EmptyState(icons, "approval", name="requests_empty")
        self.skeleton = Skeleton(icons.theme, "rows", words=self.tr("Loading"))
        self.trouble = Banner(icons, "warn", name="requests_trouble", boxed=False)
        self._views = QStackedWidget()
        self._lay_out(icons)
        self._retry = self.trouble.add_button("", name="requests_retry")
        self._connect(actions)

    @property
    def is_table(self) -> bool:
        return self._context.face in TABLES

    def view(self) -> RequestList | RequestTable:
        return self.table if self.is_table else self.list

    def start_search(self) -> None:
        if self.is_table:
            self.table_head.search.edit.setFocus()
        else:
            self.head.show_search()

    def text(self) -> str:
        """What is looked for in the inbox."""
        return (self.table_head.search if self.is_table else self.head.search).text().strip()

    def retranslate(self) -> None:
        for part in (self.head, self.table_head, self.bar):
            part.retranslate()
        for view in (self.list, self.table):
            view.setAccessibleName(self.tr("Requests"))
        self.table_head.search.set_words(self.tr("Number or title"))
        self.table_head.scope.setAccessibleName(self.tr("Which requests"))
        self._retry.setText(self.tr("Try again"))
        self._model.set_headers([words.request_column(name) for name in COLUMNS])

    def show_place(self, place: Place, text: str) -> None:
        """What narrows and orders the inbox; `text` is what is looked for in it."""
        self.bar.show_filters(place.filters)
        self.head.set_sort(place.sort)
        self.head.set_text(text)
        search = self.table_head.search
        if text != search.text().strip():
            search.edit.setText(text)
        self.table.show_sort(place.sort)
        self._show_scopes()
        self.show_face()

    def show_title(self, title: str, count: str) -> None:
        for head in (self.head, self.table_head):
            head.title.setText(title)
            head.count.setText(count)

    def show_trouble(self, sentence: str) -> None:
        self.skeleton.stop()
        self.trouble.show_message(sentence, "warning")
        self.trouble.show()

    def show_face(self) -> None:
        before, table = self._views.currentWidget(), self.is_table
        had_focus = before is not None and before.hasFocus()
        self.head.setVisible(not table)
        self.table_head.setVisible(table)
        self._views.setCurrentWidget(self.view())
        if had_focus and before is not self.view():
            self.view().setFocus()  # Qt would pass it on to whatever comes first in the window

    def _show_scopes(self) -> None:
        place = self._context.place.queue
        inboxes = (one for one in self._context.approvals.inboxes or (place,))
        self.table_head.set_scopes([(inbox, words.queue(inbox)) for inbox in inboxes], place)

    def _connect(self, actions: Actions) -> None:
        context, table = self._context, self.table_head
        context.face_changed.connect(lambda _: self.show_face() if holds_requests(context.place.queue) else None)
        context.approvals_changed.connect(lambda _: self._show_scopes())
        for view in (self.list, self.table):
            view.key_pressed.connect(self.key_pressed)
            view.doubleClicked.connect(lambda _: self.entered.emit())
        for search in (self.head.search, table.search):
            search.text_changed.connect(lambda _: self.text_changed.emit())
        table.scope.chosen.connect(lambda inbox: context.set_place(Place(inbox)))
        table.type.clicked.connect(lambda: self.bar.open_menu("kind", table.type))
        table.status.clicked.connect(lambda: self.bar.open_menu("state", table.status))
        table.export.clicked.connect(actions["export_tickets"].trigger)
        self._retry.clicked.connect(lambda _=False: self.retry_wanted.emit())

    def _lay_out(self, icons: Icons) -> None:
        for view in (self.list, self.table):
            self._views.addWidget(view)
        body = QWidget()
        grid = QGridLayout(body)
        grid.setContentsMargins(0, 0, 0, 0)
        for layer in (self._views, self.empty, self.skeleton):
            grid.addWidget(layer, 0, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self.head, self.table_head, Hairline(icons.theme), self.trouble):
            column.addWidget(part)
        column.addWidget(body, 1)
        self.trouble.hide()
