"""The main window: menu bar, header, banners, and the panes side by side; it owns no data."""

import pkgutil
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QEvent, QMargins, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget
from shiboken6 import isValid

from agentdesk.desk import DeskError
from agentdesk.desk.queries.groups import GROUPINGS
from agentdesk.desk.queries.requests import RequestDetail
from agentdesk.desk.queries.rows import TicketDetail, Whoami
from agentdesk.domain.commands import Command, HandleTicket
from agentdesk.domain.values import Id
from agentdesk.settings import DENSITIES, LAYOUTS, Settings
from ui.actions import Actions
from ui.approvals.room import RequestsRoom
from ui.approvals.view import RequestsPane
from ui.context import OUTBOX, Context, Place, holds_requests, holds_tickets
from ui.facts import Facts
from ui.frame.account import AccountDoors
from ui.frame.arrangement import Arrangement, Parts, make_splitter
from ui.frame.banners import Banners
from ui.frame.cycle import by_tab, go_to_next
from ui.frame.header import HeaderBar
from ui.frame.history import History
from ui.frame.look import wear
from ui.frame.memory import Memory
from ui.frame.rooms import Rooms
from ui.frame.toasts import Toasts
from ui.geometry import Geometry
from ui.icons import Icons
from ui.nav.view import NavPane
from ui.outbox.detail import OutboxDetail
from ui.outbox.view import OutboxPane
from ui.own_windows import MainWindowParts, OwnWindows
from ui.palette.view import Palette
from ui.properties.view import PropertiesPane
from ui.thread.draft import Drafts
from ui.thread.view import ThreadPane
from ui.tickets.view import TicketsPane
from ui.widgets.plain_label import Hairline
from ui.widgets.tab_order import TabWindow
from ui.widgets.toast import ToastStack

LEAST_WIDTH, LEAST_HEIGHT = 720, 480
WIDTH, HEIGHT = 1440, 900
TITLE_BAR = 28
"""Left free on small screens: the system draws it around the window."""
_STARTS_WORK = ("support.pending", "support.queue")
_ZOOM = 0.1


class MainWindow(TabWindow):
    """`save_settings` keeps changed preferences; tests give one of their own."""

    closed = Signal()

    def __init__(
        self, context: Context, icons: Icons, geometry: Geometry, save_settings: Callable[[Mapping[str, object]], None]
    ) -> None:
        super().__init__()
        self.setObjectName("main_window")
        self.context, self.icons = context, icons
        self._save_settings = save_settings
        self.forced: frozenset[str] = frozenset()
        """Names of settings that the environment decides."""
        self._opening: Id | None = None
        self._shown_place: tuple[str, Id | None] = ("", None)
        self._before_outbox = Place()
        self.facts = Facts(context)
        self.commands = Actions(context, icons, self)
        self.history = History(context)
        self.drafts = Drafts(context.desk, self)
        self.account = AccountDoors(context, icons, self, self._prefer)
        self._make_panes()
        self._lay_out()
        self.palette_popup = Palette(context, self.commands, icons, self)
        self.stack = ToastStack(icons, self._body)
        self.toasts = Toasts(context, self.commands, self.stack, self.header.bell)
        self.memory = Memory(geometry, context)
        parts = MainWindowParts(self, context, self.commands, self.banners)
        self.others = OwnWindows(parts, self.drafts, icons, self.memory.restore_other)
        self.commands.fill_menu_bar(self.menuBar())
        self.menuBar().setObjectName("menu_bar")
        self._connect()
        self._wire_actions()
        self.retranslate()
        room = self.screen().availableSize().shrunkBy(QMargins(0, 0, 0, TITLE_BAR))
        self.resize(QSize(icons.theme.px(WIDTH), icons.theme.px(HEIGHT)).boundedTo(room))
        self.setMinimumSize(LEAST_WIDTH, LEAST_HEIGHT)
        self.memory.restore(self, self._splitter, self.arrangement)
        self.memory.restore_lists(self.tickets.groups, *self._tables)
        self.properties.remember_in(geometry)
        self._on_settings(context.settings)
        self.facts.begin()
        self.tickets.focus_list()

    # ------------------------------------------------------------------ making it

    def _make_panes(self) -> None:
        context, actions, icons = self.context, self.commands, self.icons
        self.header = HeaderBar(context, actions, icons)
        self.banners = Banners(context, icons)
        self.nav = NavPane(context, actions, icons)
        self.tickets = TicketsPane(context, actions, icons)
        self.ticket = ThreadPane(context, actions, icons, self.drafts)
        self.properties = PropertiesPane(context, actions, icons)
        self.outbox = OutboxPane(context, icons)
        self.outbox_entry = OutboxDetail(context, icons)
        self.requests = RequestsRoom(context, actions, icons)
        self._tables = self.tickets.table, self.requests.pane.table
        self._lists, self._details = QStackedWidget(), QStackedWidget()
        self.rooms = Rooms(context, actions, icons, self._lists, self._details)

    def _lay_out(self) -> None:
        self._detail = QWidget()
        row = QHBoxLayout(self._detail)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.ticket, 1)
        row.addWidget(self.properties)
        self._splitter = make_splitter()
        requests = self.requests
        for list_, detail in (
            (self.tickets, self._detail), (self.outbox, self.outbox_entry), (requests.pane, requests.detail),
        ):  # fmt: skip
            self._lists.addWidget(list_)
            self._details.addWidget(detail)
        for pane in (self.nav, self._lists, self._details):
            self._splitter.addWidget(pane)
        self._splitter.setStretchFactor(2, 1)
        self._body = QWidget()
        column = QVBoxLayout(self._body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self.header, Hairline(self.icons.theme), self.banners):
            column.addWidget(part)
        column.addWidget(self._splitter, 1)
        self.setCentralWidget(self._body)
        beside = (self.properties, requests.properties)
        parts = Parts(self._splitter, self.nav, self._lists, self._details, beside)
        self.arrangement = Arrangement(self.icons.theme, parts)

    def _connect(self) -> None:
        context = self.context
        context.whoami_changed.connect(self._on_whoami)
        context.detail_changed.connect(self._on_detail)
        context.request_changed.connect(self._on_request)
        for signal in (context.requests_changed, context.many_done):
            signal.connect(lambda _: self._on_request(context.request))
        context.selection_changed.connect(self._on_selection)
        context.place_changed.connect(self._on_place)
        context.face_changed.connect(self._on_face)
        context.settings_changed.connect(self._on_settings)
        context.undone.connect(self._on_undone)
        self.header.search_wanted.connect(lambda: self.palette_popup.open())
        self.header.path_changed.connect(self.ticket.setAccessibleDescription)
        self.header.back.clicked.connect(lambda: self._show_single(detail=False))
        self.arrangement.changed.connect(self._on_step)
        self.tickets.entered.connect(self._on_entered)
        self.tickets.group_changed.connect(self._on_group)
        self.ticket.left.connect(self._on_left)
        self.tickets.feed.listed.connect(self._on_listed)
        for listed in (self.tickets.feed.listed, self.requests.pane.listed):
            listed.connect(lambda _: self.memory.restore_others(self.others))
        context.approvals_changed.connect(lambda _: self._begin())
        self._splitter.splitterMoved.connect(self._place_toasts)
        context.jobs.told.connect(self.banners.show_notice)
        self.banners.help_wanted.connect(self._open_trouble)
        self.banners.sign_in_wanted.connect(self.account.sign_in)
        self.banners.join_wanted.connect(self.commands["apply_join_project"].trigger)
        self.requests.pane.entered.connect(self._on_request_entered)
        self.rooms.entered.connect(partial(self._show_single, detail=True))
        for gone in (self.banners.left, self.outbox_entry.left, self.requests.request.left):
            gone.connect(self._focus_list)
        self.outbox.picked.connect(self.outbox_entry.show_entry)
        self.outbox_entry.open_wanted.connect(self._open_from_outbox)
        self.commands.chords.hinted.connect(self._show_hint)

    def _wire_actions(self) -> None:
        """What the window itself does, or asks of a pane."""
        wire, pane = self.commands.on, self._list_pane
        wire("quit", self.close)
        wire("palette", lambda: self.palette_popup.open())
        wire("search", lambda: self.palette_popup.open("#"))
        wire("preferences", self._open_preferences)
        wire("shortcuts", self._open_shortcuts)
        wire("about", self._open_about)
        wire("connect", self.account.connect_to)
        wire("switch_desk", self.account.switch)
        wire("sign_out", self.account.sign_in_or_out)
        wire("diagnostics", self._open_diagnostics)
        wire("jobs", self._open_jobs)
        wire("open_window", self.others.open_shown)
        wire("find", self._find)
        wire("support", self.banners.show_support)
        wire("toggle_nav", lambda: self.arrangement.want_nav(not self.arrangement.nav_wanted))
        wire("toggle_properties", lambda: self.arrangement.want_properties(not self.arrangement.properties_shown))
        wire("full_screen", lambda: self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen))
        wire("next_pane", partial(self._cycle, 1))
        wire("previous_pane", partial(self._cycle, -1))
        wire("back", self.history.back)
        wire("forth", self.history.forth)
        wire("next_unread", lambda: pane().keys.next_with("unread", 1))
        wire("previous_unread", lambda: pane().keys.next_with("unread", -1))
        wire("next_waiting", lambda: pane().keys.next_with("waiting", 1))
        wire("next_ticket", lambda: pane().picking.move(1))
        wire("previous_ticket", lambda: pane().picking.move(-1))
        wire("select_ticket", lambda: pane().picking.toggle())
        for group in GROUPINGS:
            wire(f"group_{group or 'none'}", partial(self.tickets.set_group, group))
        for face in LAYOUTS:
            wire(f"layout_{face}", partial(self.context.set_face, face))
        for sort in ("urgency", "waiting", "activity", "newest", "oldest"):
            wire(f"sort_{sort}", partial(self._sort, sort))
        for mode in ("system", "light", "dark"):
            wire(f"theme_{mode}", partial(self._prefer, theme=mode))
        for density in DENSITIES:
            wire(f"density_{density}", partial(self._prefer, density=density))
        for kind in ("reply", "add_note"):
            wire(kind, partial(self._show_single, detail=True))
        wire("text_larger", lambda: self._zoom(_ZOOM))
        wire("text_smaller", lambda: self._zoom(-_ZOOM))
        wire("text_reset", lambda: self._prefer(text_scale=1.0))

    # ------------------------------------------------------------------ facts

    def tab_parts(self) -> Sequence[QWidget]:
        return (self._body, self.stack)

    def retranslate(self) -> None:
        self.commands.retranslate()
        self._show_title()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and isValid(self.commands["quit"]):
            # a language also changes when a window is taken apart, and then its actions are gone before it is
            self.retranslate()

    def _show_title(self) -> None:
        title = (self.context.whoami.desk_title if self.context.whoami else "") or "AgentDesk"
        self.setWindowTitle(title if title == "AgentDesk" else self.tr("{desk} – AgentDesk").format(desk=title))

    def _on_whoami(self, whoami: Whoami) -> None:
        self._show_title()
        queue, selection = self.context.place.queue, self.context.selection
        if not queue:
            self._begin()
        elif whoami.queues and holds_tickets(queue) and queue not in whoami.queues:  # gone, perhaps with what was read
            self.context.set_place(Place(whoami.queues[0]))
            self.context.set_selection(selection)

    def _begin(self) -> None:
        """Where one was last time, as soon as it is known whether that is still there."""
        if not self.context.place.queue and (first := self.memory.first_place()) is not None:
            self.requests.pane.expect(self.memory.request())
            self.context.set_place(first)

    def _on_request(self, detail: RequestDetail | None) -> None:
        if holds_requests(self.context.place.queue) or self.context.detail is None:
            self.arrangement.tell_ticket(detail is not None and not self.requests.request.several.active)

    def _on_request_entered(self) -> None:
        self._show_single(detail=True)
        self.requests.request.focus_request()

    def _on_place(self, place: Place) -> None:
        if place.sort:
            self.commands.check(f"sort_{place.sort}")
        self._on_face(self.context.face)
        self._on_group(self.tickets.group)
        page = self._page_of(place.queue)
        room = self.rooms.at(place.queue)
        self.arrangement.show_whole(room is not None and room.whole)
        self._lists.setCurrentIndex(page)
        self._details.setCurrentIndex(page)
        self._before_outbox = self._before_outbox if place.queue == OUTBOX else place
        self._show_single(detail=False)
        if (place.queue, place.view) != self._shown_place:
            self._shown_place = (place.queue, place.view)
            self._go_to_list()

    def _go_to_list(self) -> None:
        """Whoever goes to a place works there, also when a dialog sent them; in the navigation one looks through it."""
        focus: QWidget | None = self.focusWidget()
        if focus is None or not self.nav.isAncestorOf(focus):
            self._focus_list()

    def _focus_list(self) -> None:
        """Of the place one is at, though it may be shown only when all have heard of it."""
        page, room = self._page_of(self.context.place.queue), self.rooms.at(self.context.place.queue)
        focus = self.tickets.focus_list, self.outbox.list.setFocus, self.requests.pane.focus_list
        (focus[page] if room is None else room.focus_list)()

    def _page_of(self, queue: str) -> int:
        """In both stacks."""
        return 1 if queue == OUTBOX else 2 if holds_requests(queue) else self.rooms.page(queue)

    def _open_from_outbox(self, ticket: Id) -> None:
        """Where one was before; the ticket is shown even if that list does not hold it."""
        self.context.set_place(self._before_outbox)
        self.context.set_selection((ticket,))

    def _on_selection(self, selection: tuple[Id, ...]) -> None:
        self._opening = self._opening if selection[:1] == (self._opening,) else None
        if len(selection) > 1:
            self.arrangement.tell_ticket(False)

    def _on_detail(self, detail: TicketDetail | None) -> None:
        reading = self.memory.reading(detail.row.id) if detail is not None else None
        if reading is not None:
            self.ticket.begin_at(reading)
        if holds_tickets(self.context.place.queue):
            self.arrangement.tell_ticket(detail is not None and len(self.context.selection) < 2)
        if detail is not None and detail.row.id == self._opening:
            self._open(detail)

    def _on_undone(self, command: Command | None) -> None:
        """Back to the ticket it was about, where its words are again."""
        ticket = getattr(command, "ticket", "")
        if ticket and len(self.context.selection) < 2:
            self.tickets.picking.stay(ticket)
            self.context.set_selection((ticket,))

    def _on_settings(self, settings: Settings) -> None:
        wear(self.icons.theme, settings)
        self.commands.set_bare(settings.single_key_shortcuts)
        self.tickets.keys.letters = settings.single_key_shortcuts
        self.commands.check(f"theme_{settings.theme}")
        self.commands.check(f"density_{settings.density}")
        self._place_toasts()

    def _on_listed(self, total: int) -> None:
        """On the first look at a desk the first ticket is shown; later the one of last time."""
        wanted = self.memory.selection()
        if wanted is None:
            return
        if wanted:
            self.context.set_selection((wanted,))
        elif total and not self.context.selection:
            self.tickets.picking.go_to(0)

    # ------------------------------------------------------------------ opening a ticket

    def _on_left(self) -> None:
        """Esc in the reply box: back to the list."""
        self._show_single(detail=False)
        self.tickets.focus_list()

    def _on_entered(self) -> None:
        """Enter or double click. In some schemes that starts work (CP-46); looking never does."""
        detail, selection = self.context.detail, self.context.selection
        if len(selection) != 1:
            return
        if detail is None or not self.context.shows_chosen:
            self._opening = selection[0]
        else:
            self._open(detail)

    def _open(self, detail: TicketDetail) -> None:
        self._opening = None
        action = self.context.allowed("handle_ticket")
        starts = detail.work_starts_on_open and self.context.place.queue in _STARTS_WORK
        if starts and action is not None and action.enabled:
            self.context.give(HandleTicket(ticket=detail.row.id))
        self._show_single(detail=True)
        self.ticket.focus_thread()

    # ------------------------------------------------------------------ what actions do

    def _find(self) -> None:
        """In the pane that has the focus."""
        focus = QApplication.focusWidget()
        if focus is not None and self._detail.isAncestorOf(focus):
            self.ticket.start_search()
        else:
            self._list_pane().start_search()

    def _open_preferences(self) -> None:
        make = pkgutil.resolve_name("ui.dialogs.preferences:PreferencesDialog")
        dialog = make(self.context, self.icons, self, forced=self.forced)
        dialog.changed.connect(lambda changes: self._prefer(**changes))
        dialog.shortcuts_wanted.connect(self.commands["shortcuts"].trigger)
        dialog.open()

    def _open_shortcuts(self) -> None:
        pkgutil.resolve_name("ui.dialogs.shortcuts:ShortcutsDialog")(self.icons, self.commands.shortcuts(), self).open()

    def _open_about(self) -> None:
        pkgutil.resolve_name("ui.dialogs.about:AboutDialog")(self.icons, self.context.desk.directory, self).open()

    def _open_diagnostics(self) -> None:
        make = pkgutil.resolve_name("ui.dialogs.diagnostics:DiagnosticsDialog")
        make(self.context.desk, self.icons, self.context.settings, self).open()

    def _open_jobs(self) -> None:
        """At the foot of the navigation, or at the bell where that is hidden."""
        popover = self.nav.status.popover
        popover.show_jobs(self.context.jobs.running())
        popover.open_at(self.nav.status if self.nav.isVisible() else self.header.bell)

    def _open_trouble(self, error: DeskError) -> None:
        dialog = pkgutil.resolve_name("ui.dialogs.trouble:TroubleDialog")(self.icons, error, self)
        dialog.again.connect(self.context.try_again)
        dialog.open()

    def _cycle(self, step: int) -> None:
        """F6: to the next pane that is there."""
        requests = self.requests
        go_to_next(
            [
                (self.nav, self.nav.list.setFocus), (self._lists, self._focus_list),
                (self.ticket, self.ticket.focus_thread), (requests.request, requests.request.focus_request),
                by_tab(self.properties), by_tab(requests.properties),
                *((room.detail, room.focus_detail) for room in self.rooms.panes()),
            ],
            step,
        )  # fmt: skip

    def _list_pane(self) -> TicketsPane | RequestsPane:
        """The one that is shown."""
        return self.requests.pane if holds_requests(self.context.place.queue) else self.tickets

    def _sort(self, sort: str) -> None:
        self.context.set_place(replace(self.context.place, sort=sort))

    def _zoom(self, by: float) -> None:
        self._prefer(text_scale=round(self.icons.theme.scale + by, 2))

    def _prefer(self, **changes: object) -> None:
        """Shown at once, and kept for the next time."""
        self.context.change_settings(changes)
        self._save_settings(changes)

    # ------------------------------------------------------------------ room

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.arrangement.fit(self.width())
        self._place_toasts()

    def closeEvent(self, event: QCloseEvent) -> None:
        """What is held is made final by closing the desk, which whoever opened it does."""
        self.ticket.end()
        self.memory.keep_lists(self.tickets.groups, *self._tables)
        reading = self.ticket.stream.topmost()
        self.memory.keep(self, self._splitter, self.arrangement, reading=reading, others=self.others)
        self.others.close()
        self.drafts.end()
        self.facts.end()
        self.outbox.end()
        self.outbox_entry.end()
        self.requests.end()
        self.rooms.end()
        super().closeEvent(event)
        self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.arrangement.single_detail:
            self._show_single(detail=False)
        else:
            super().keyPressEvent(event)

    def _show_single(self, *, detail: bool) -> None:
        self.arrangement.show_detail(detail)
        self._on_step(self.arrangement.step)

    def _on_step(self, step: str) -> None:
        self.nav.set_rail(step in ("rail", "single"))
        self.header.show_back(self.arrangement.single_detail)
        self._place_toasts()

    def _on_face(self, face: str) -> None:
        self.commands.check(f"layout_{face}")
        self.arrangement.show_layout(face)
        self._place_toasts()

    def _on_group(self, group: str) -> None:
        self.commands.check(f"group_{group or 'none'}")

    def _place_toasts(self) -> None:
        """Over the list, at the bottom."""
        px, left = self.icons.theme.px, self.nav.width() if self.nav.isVisible() else 0
        self.stack.set_margins(QMargins(left + px(15), 0, 0, px(18)))

    def _show_hint(self, shown: bool) -> None:
        """What may follow G, after a moment of waiting."""
        self.banners.show_hint(self.commands.hint() if shown else "")
