"""The list pane: shows a place of the navigation as cards or as a table, and says what is selected."""

from dataclasses import replace

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QStackedWidget, QVBoxLayout, QWidget

from agentdesk.desk.queries.people import People
from agentdesk.desk.queries.rows import PersonRow, SearchResult, TicketRow
from agentdesk.domain.commands import Command
from agentdesk.domain.values import Id
from ui.actions import Actions
from ui.cards.head import TYPING_PAUSE, CardsHead
from ui.cards.table_head import TableHead
from ui.context import TABLES, Context, Place, Sought, holds_tickets
from ui.icons import Icons
from ui.model import SelectionKeeper
from ui.tickets.company import Company
from ui.tickets.delegate import CardDelegate
from ui.tickets.feed import TicketsFeed
from ui.tickets.filters import FilterBar, FilterChoices
from ui.tickets.keys import TicketKeys
from ui.tickets.listing import CardList, HistoryTable
from ui.tickets.picking import Picking
from ui.tickets.places import count_of, empty_words, title_of
from ui.widgets.banner import Banner
from ui.widgets.chip_bar import Filters
from ui.widgets.empty_state import EmptyState
from ui.widgets.plain_label import Hairline
from ui.widgets.skeleton import Skeleton

OWN_SOURCE = "desk"
BY_ACTIVITY = ("support.resolved", "support.mine", "support.org", "support.all")
"""Whose own order is the last activity."""


class TicketsPane(QWidget):
    """`entered` is Enter or double click, which is more than looking."""

    entered = Signal()
    group_changed = Signal(str)

    def __init__(self, context: Context, actions: Actions, icons: Icons) -> None:
        super().__init__()
        self.setObjectName("list_pane")
        self.context, self.actions_table, self._icons = context, actions, icons
        self._desk = context.desk
        self.groups: dict[str, str] = {}
        """What the list is grouped by, by queue."""
        self._queue = context.place.queue
        self._fresh = True
        self._found = ""
        """How many that search found, in words."""
        self._hits: dict[Id, Sought] = {}
        """What the search over the table found, by ticket."""
        self._choices = FilterChoices()
        self.feed = TicketsFeed(context.desk, self._headers(), self)
        self.bar = FilterBar(icons, self._choices)
        self.cards_head, self.table_head = CardsHead(icons, self.bar), TableHead(icons, name="history")
        delegate = CardDelegate(icons, context.desk.clock.now, self)
        self.cards = CardList(icons, self.feed.model, delegate)
        self.table = HistoryTable(icons, self.feed.model, self.cards.selectionModel())
        self.company = delegate.company = Company(context, lambda: self._seen(), self)
        self.picking = Picking(context.desk, self.feed, self.cards.selectionModel())
        self._keeper = SelectionKeeper(self.feed.model, self.cards.selectionModel())
        self.keys = TicketKeys(self, self)
        self.empty = EmptyState(icons, "queue", name="list_empty")
        self.skeleton = Skeleton(icons.theme, "rows", words=self.tr("Loading"))
        self.trouble = Banner(icons, "warn", name="list_trouble", boxed=False)
        self._views = QStackedWidget()
        self._typing = QTimer(self, singleShot=True, interval=TYPING_PAUSE)
        self._build()
        self._connect()
        self.retranslate()
        self._show_place(context.place)

    # ------------------------------------------------------------------ what the window asks

    @property
    def is_table(self) -> bool:
        return self.context.face in TABLES

    @property
    def group(self) -> str:
        """One of GROUPINGS, "" for none."""
        return self.groups.get(self.context.place.queue, "")

    def set_group(self, group: str) -> None:
        """For the place that is shown; other places keep theirs."""
        self.groups[self.context.place.queue] = group
        self.cards_head.set_group(group)
        self._fresh = True
        self._search_or_list()
        self.group_changed.emit(group)

    def view(self) -> CardList | HistoryTable:
        return self.table if self.is_table else self.cards

    def focus_list(self) -> None:
        self.view().setFocus()

    def start_search(self) -> None:
        """Ctrl+F while the list has the focus."""
        if self.is_table:
            self.table_head.search.edit.setFocus()
        else:
            self.cards_head.show_search()

    # ------------------------------------------------------------------ facts

    def retranslate(self) -> None:
        for part in (self.bar, self.cards_head, self.table_head):
            part.retranslate()
        self.cards.setAccessibleName(self.tr("Tickets"))
        self.table.setAccessibleName(self.tr("Tickets"))
        self.table_head.search.set_words(self.tr("Search subject or content"))
        self.table_head.scope.setAccessibleName(self.tr("Whose tickets"))
        self._retry.setText(self.tr("Try again"))
        self.feed.model.set_headers(self._headers())
        self.feed.model.forget_all()
        self._show_title()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), self._icons.theme.color("list"))
        painter.end()

    def _on_place(self, place: Place) -> None:
        """Another queue begins with nothing selected; another order or filter keeps what is."""
        if place.queue != self._queue:
            self._queue = place.queue
            self.table_head.search.edit.clear()
            self._typing.stop()  # what was typed is not sought here, nor chosen from the menu of a filter
            self.bar.menu().close()
            self.context.set_selection(())
        self._show_place(place)

    def _show_place(self, place: Place) -> None:
        if not holds_tickets(place.queue):
            return  # another pane stands here
        self.picking.clear()
        self._fresh = True
        self.trouble.hide()
        self.bar.show_filters(place.filters)
        self.cards_head.set_sort(place.sort)
        self.cards_head.set_group(self.group)
        self.cards_head.set_text(_text_of(place.filters))
        self._show_scopes()
        self.table.show_sort(place.sort or ("activity" if place.queue in BY_ACTIVITY else ""))
        self.table.show_users(place.queue != "support.mine")
        self.empty.hide()
        if place.queue:
            self.skeleton.start()
            self._search_or_list()
        self._show_face()

    def _search_or_list(self) -> None:
        text = self.table_head.search.text().strip()
        self._hits, self._found = {}, ""
        if self.is_table and text:
            self.feed.show_found(text, self._is_in_scope)
        else:
            self.feed.show_place(self.context.place, self.group)

    def _is_in_scope(self, row: TicketRow) -> bool:
        whoami, queue = self.context.whoami, self.context.place.queue
        if whoami is None or queue == "support.all":
            return True
        if queue == "support.mine":
            return row.requester == whoami.person.id
        return bool(row.domain) and row.domain == whoami.person.organisation

    def _show_scopes(self) -> None:
        whoami, chosen = self.context.whoami, self.context.place.queue
        texts = {
            "support.mine": self.tr("My tickets"), "support.org": self.tr("My organisation"),
            "support.all": self.tr("All tickets"),
        }  # fmt: skip
        having = (*(whoami.queues if whoami else ()), chosen)
        self.table_head.set_scopes([(key, text) for key, text in texts.items() if key in having], chosen)

    def _show_face(self) -> None:
        table = self.is_table
        before = self._views.currentWidget()
        changed, had_focus = before is not self.view(), before is not None and before.hasFocus()
        self.cards_head.setVisible(not table)
        self.table_head.setVisible(table)
        self._views.setCurrentWidget(self.view())
        self._show_title()
        if changed and had_focus:
            self.view().setFocus()  # Qt would pass it on to whatever comes first in the window

    # ------------------------------------------------------------------ what the list says

    def _on_listed(self, total: int) -> None:
        self.skeleton.stop()
        self.trouble.hide()
        empty = total == 0
        self.empty.setVisible(empty)
        if empty:
            self._show_empty()
        self._show_title()
        if self._fresh and len(self.context.selection) == 1:
            self.picking.show_ticket(self.context.selection[0])
        self._fresh = False
        self.view().settle()

    def _show_title(self) -> None:
        place = self.context.place
        title = title_of(place.queue, table=self.is_table)
        narrowed = bool(place.filters)
        count = count_of(place.queue, self.feed.total, narrowed=narrowed)
        if place.queue == "support.mine" and not narrowed:
            count = self.tr("%n open", "", self.context.counts.get(place.queue, self.feed.total))
        if self.feed.loading:
            count = ""
        count = self._found or count
        if self.picking.marking:
            count = self.tr("%n selected", "", len(self.context.selection))
        for head in (self.cards_head, self.table_head):
            head.title.setText(title)
            head.count.setText(count)

    def _on_found(self, result: SearchResult) -> None:
        of = self.context.counts.get(self.context.place.queue)
        text = self.tr("%n contain “{text}”", "", self.feed.total).format(text=result.query)
        if of:
            text = self.tr("%n of {all} contain “{text}”", "", self.feed.total).format(all=of, text=result.query)
        self._found = text
        self._show_title()
        self._hits = {hit.row.id: Sought(result.query, hit.row.id, hit.message) for hit in result.hits}
        for ticket in self.context.selection[:1]:
            self.context.set_sought(self._hits.get(ticket))

    def _show_empty(self) -> None:
        place = self.context.place
        searched = self.is_table and bool(self.table_head.search.text().strip())
        staff = bool(self.context.whoami and self.context.whoami.staff)
        found = empty_words(place.queue, narrowed=bool(place.filters) or searched, staff=staff)
        self.empty.show_words(found.title, found.sentence, found.action, icon=found.icon)

    def _on_empty_action(self) -> None:
        place = self.context.place
        staff = bool(self.context.whoami and self.context.whoami.staff)
        searched = bool(self.table_head.search.text().strip())
        does = empty_words(place.queue, narrowed=bool(place.filters) or searched, staff=staff).does
        if does == "clear":
            self.table_head.search.edit.clear()
            self._set_filters(())
        elif does.startswith("support."):
            self.context.set_place(Place(does))
        elif does:
            self.actions_table[does].trigger()

    def _on_trouble(self) -> None:
        self.skeleton.stop()
        self.trouble.show_message(self.tr("The list could not be read."), "warning")
        self.trouble.show()

    # ------------------------------------------------------------------ what the person does

    def _on_picked(self, tickets: tuple[Id, ...]) -> None:
        self.context.set_sought(self._hits.get(tickets[0]) if tickets else None)
        self.context.set_selection(tickets)

    def _on_selected_elsewhere(self, tickets: tuple[Id, ...]) -> None:
        self._show_title()
        if len(tickets) == 1:
            self.picking.show_ticket(tickets[0])

    def _on_commands(self, commands: tuple[Command, ...]) -> None:
        self.picking.leave(str(command.ticket) for command in commands if hasattr(command, "ticket"))

    def _set_filters(self, filters: Filters) -> None:
        self.context.set_place(replace(self.context.place, filters=filters, view=None))

    def _set_text(self) -> None:
        text = self.cards_head.search.text().strip()
        others = tuple(item for item in self.context.place.filters if not item.startswith("text="))
        self._set_filters((*others, f"text={text}") if text else others)

    def _set_sort(self, sort: str) -> None:
        self.context.set_place(replace(self.context.place, sort=sort))

    def _on_sort_wanted(self, column: int, _: object) -> None:
        sort = self.table.sort_of(column)
        if sort:
            self._set_sort(sort)

    def _on_key(self, event: QKeyEvent) -> None:
        self.keys.press(event)

    # ------------------------------------------------------------------ building

    def _on_setup(self) -> None:
        self._choices.setup = self.context.setup
        whoami = self.context.whoami
        self._choices.staff = bool(whoami and (whoami.staff or whoami.admin))
        self._show_scopes()
        self.bar.show_filters(self.context.place.filters)
        if self._choices.staff and self.context.setup is not None:
            self.feed.name_sources({s.id: s.title for s in self.context.setup.sources if s.id != OWN_SOURCE})
            for source in self.context.setup.sources:
                if source.serves:
                    self._desk.ask(People(handlers_of=source.id), self._add_people)

    def _add_people(self, people: tuple[PersonRow, ...]) -> None:
        known = {person.id: person for person in (*self._choices.people, *people)}
        self._choices.people = tuple(sorted(known.values(), key=lambda person: person.name))

    def _seen(self) -> list[Id]:
        """The tickets whose rows are in sight and have come."""
        lines = map(self.feed.model.line_at, self.view().in_sight())
        return [line.row.id for line in lines if line is not None]

    def _words_of_company(self, ticket: Id) -> str:
        there = self.company.of(ticket)
        return there.words if there is not None else ""

    def _headers(self) -> list[str]:
        return [
            self.tr("Ticket"),
            self.tr("User name"),
            self.tr("Subject"),
            self.tr("Created"),
            self.tr("Last activity"),
            self.tr("Type"),
            self.tr("Status"),
        ]

    def _build(self) -> None:
        theme = self._icons.theme
        self._views.addWidget(self.cards)
        self._views.addWidget(self.table)
        body = QWidget()
        grid = QGridLayout(body)
        grid.setContentsMargins(0, 0, 0, 0)
        for layer in (self._views, self.empty, self.skeleton):
            grid.addWidget(layer, 0, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget in (self.cards_head, self.table_head, Hairline(theme), self.trouble):
            column.addWidget(widget)
        column.addWidget(body, 1)
        self.trouble.hide()
        self._retry = self.trouble.add_button("", name="list_retry")
        self._retry.clicked.connect(self._search_or_list)
        self.actions_table.attach_bare(self)

    def _connect(self) -> None:
        context, feed = self.context, self.feed
        context.place_changed.connect(self._on_place)
        context.setup_changed.connect(self._on_setup)
        context.whoami_changed.connect(self._on_setup)
        context.counts_changed.connect(lambda _: self._show_title() if not feed.loading else None)
        context.face_changed.connect(lambda _: self._show_face() if holds_tickets(context.place.queue) else None)
        context.selection_changed.connect(self._on_selected_elsewhere)
        context.held.connect(lambda _, commands: self._on_commands(commands))
        context.given.connect(self._on_commands)
        feed.listed.connect(self._on_listed)
        feed.listed.connect(lambda _: self.company.moved())
        feed.model.told_of = self._words_of_company
        self.company.changed.connect(self.cards.viewport().update)
        feed.found.connect(self._on_found)
        feed.failed.connect(self._on_trouble)
        feed.model.sort_wanted.connect(self._on_sort_wanted)
        self.picking.picked.connect(self._on_picked)
        self.picking.marking_changed.connect(self._show_title)
        self.bar.changed.connect(self._set_filters)
        self.bar.save_wanted.connect(lambda: self.actions_table["save_view"].trigger())
        self.empty.acted.connect(self._on_empty_action)
        self._connect_heads()
        for view in (self.cards, self.table):
            view.key_pressed.connect(self._on_key)
            view.verticalScrollBar().valueChanged.connect(lambda _: self.company.moved())
            view.doubleClicked.connect(lambda _: self.entered.emit())
        self._on_setup()

    def _connect_heads(self) -> None:
        cards, table = self.cards_head, self.table_head
        cards.sort_chosen.connect(self._set_sort)
        cards.group_chosen.connect(self.set_group)
        cards.text_changed.connect(lambda _: self._typing.start())
        table.search.text_changed.connect(lambda _: self._typing.start())
        self._typing.timeout.connect(self._on_typed)
        table.scope.chosen.connect(lambda queue: self.context.set_place(Place(queue)))
        table.type.clicked.connect(lambda: self.bar.open_menu("type", table.type))
        table.status.clicked.connect(lambda: self.bar.open_menu("state", table.status))
        table.export.clicked.connect(lambda: self.actions_table["export_tickets"].trigger())

    def _on_typed(self) -> None:
        if self.is_table:
            self._search_or_list()
        else:
            self._set_text()


def _text_of(filters: Filters) -> str:
    return next((item.removeprefix("text=") for item in filters if item.startswith("text=")), "")
