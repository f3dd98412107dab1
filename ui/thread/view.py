"""The ticket pane: header, what happens next, messages and reply box; or a card for several tickets, or none."""

from PySide6.QtCore import QEvent, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QStackedWidget, QVBoxLayout, QWidget

from agentdesk.desk.queries.rows import MessageRow, ThreadPage, TicketDetail
from agentdesk.desk.queries.thread import PAGE, Thread
from agentdesk.desk.watch import Watch
from agentdesk.domain.commands import Command, SubmitTicket
from agentdesk.domain.values import AuthorKind, Channel, Id
from ui.actions import Actions
from ui.cards.files import FileDoors
from ui.cards.message_card import CardTools, NoTranscript
from ui.cards.pictures import Pictures
from ui.context import OUTBOX, Context, Place, Sought
from ui.dialogs.discard import DiscardDialog
from ui.dialogs.save_attachment import SaveAttachmentDialog
from ui.icons import Icons
from ui.thread.bulk import BulkCard
from ui.thread.came_back import CameBack
from ui.thread.composer import Composer
from ui.thread.draft import Drafts
from ui.thread.find_bar import FindBar
from ui.thread.header import TicketHeader
from ui.thread.lost import LostTicket
from ui.thread.next_step import next_step
from ui.thread.stream import MessageStream
from ui.widgets.banner import Banner
from ui.widgets.drop_overlay import DropOverlay
from ui.widgets.empty_state import EmptyState
from ui.widgets.focus_keeper import FocusKeeper
from ui.widgets.needle import needle_of
from ui.widgets.skeleton import Skeleton

MORE = 100
"""So many earlier messages come with each wish for more."""


class ThreadPane(FocusKeeper):
    """Shows what the context has as its detail; a message counts as read when it was shown here."""

    left = Signal()
    """Back to the list: Esc in the reply box, or another ticket came under the hands of who was writing."""

    def __init__(self, context: Context, actions: Actions, icons: Icons, drafts: Drafts) -> None:
        super().__init__()
        self.setObjectName("ticket_detail")
        self.context, self.actions_table, self._icons = context, actions, icons
        self._desk = context.desk
        self._watch: Watch[ThreadPage | None] | None = None
        self._ticket: Id | None = None
        self._limit = PAGE
        self._newest = self._read_to = -1
        self._earlier = 0
        self._hit_wanted = False
        self._begin_at: Id | None = None
        self._taken_back: Id = ""
        theme = icons.theme
        self.doors = FileDoors(context.desk, jobs=context.jobs)
        self.pictures = Pictures(context.desk, self)
        self.header = TicketHeader(context, icons, actions)
        self.next_step = Banner(icons, "info", name="next_step")
        self.trouble = Banner(icons, "warn", name="thread_trouble")
        self.find_bar = FindBar(icons)
        self.stream = MessageStream(context.desk.clock.now, self._tools)
        self.skeleton = Skeleton(theme, "cards", count=3, words=self.tr("Loading"))
        self.composer = Composer(context, actions, icons, drafts)
        self.came_back = CameBack(context, icons, self.composer, drafts)
        self.overlay = DropOverlay(icons, self, self.composer.zones_of)
        self.empty = EmptyState(icons, "ticket", name="ticket_empty", large=True)
        self.lost = LostTicket(context, icons)
        self.bulk = BulkCard(context, actions, icons)
        self._pages = QStackedWidget()
        self._page = QWidget()
        self._build()
        self._connect()
        self.retranslate()
        self._on_selection(context.selection)
        self._on_detail(context.detail)

    # ------------------------------------------------------------------ what the window asks

    def start_search(self) -> None:
        """Ctrl+F while the ticket has the focus."""
        self.find_bar.start()

    def keep_focus(self) -> None:
        self.focus_thread()

    def focus_thread(self) -> None:
        self.stream.setFocus()

    def begin_at(self, message: Id) -> None:
        """Where the person had read to in this ticket; otherwise a thread begins at its end."""
        self._begin_at = message
        if not self.stream.is_building():
            self._show_beginning()

    # ------------------------------------------------------------------ facts

    def retranslate(self) -> None:
        self.empty.show_words(
            self.tr("No ticket selected"), self.tr("Pick one on the left, or press Ctrl+K to find anything.")
        )
        self.close_trouble.setText(self.tr("Close"))
        self.header.retranslate()
        self.find_bar.retranslate()
        self.bulk.retranslate()
        self.lost.retranslate()
        self.composer.retranslate()
        self.came_back.retranslate()
        if self.context.detail is not None:
            self._show_next_step(self.context.detail)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
            self._rebuild()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.WindowActivate and self._ticket is not None:
            self._follow()  # what came while another window was in front is read now
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.composer.set_room(self.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), self._icons.theme.color("surface"))
        painter.end()

    def _on_selection(self, selection: tuple[Id, ...]) -> None:
        if len(selection) > 1:
            self._show_instead(self.bulk)
        elif not selection:
            self._show_instead(self.empty)

    def _on_detail(self, detail: TicketDetail | None) -> None:
        if len(self.context.selection) > 1:
            return
        if detail is None:
            self._show_none()
            return
        self.lost.look_at(None)
        self.header.show_detail(detail)
        self._show_next_step(detail)
        if detail.row.id != self._ticket:
            writing = self.composer.editor.hasFocus()
            self._enter(detail)
            if writing:
                self.left.emit()  # what is typed next was not meant for this ticket
        self.composer.show_detail(detail)
        self._pages.setCurrentWidget(self._page)

    def _show_none(self) -> None:
        """Nothing is selected, or what is selected went; what its author took back has never been."""
        selected = self.context.selection[:1]
        lost = bool(selected) and self._desk.served is not None and selected != (self._taken_back,)
        self._show_instead(self.lost if lost else self.empty)
        self.lost.look_at(selected[0] if lost else None)

    def _note_undone(self, command: Command | None) -> None:
        self._taken_back = getattr(command, "ticket", "") if isinstance(command, SubmitTicket) else ""

    def _show_instead(self, page: QWidget) -> None:
        """Of a ticket; keys that went to it go to the list, or they would go nowhere."""
        focus = QApplication.focusWidget()
        had_focus = focus is not None and self._page.isAncestorOf(focus)
        self._leave()
        self._pages.setCurrentWidget(page)
        if had_focus:
            self.left.emit()

    def _show_next_step(self, detail: TicketDetail) -> None:
        step = next_step(detail, self._desk.person)
        self.next_step.show_message(step.sentence, step.icon, kind="info" if step.turn or not detail.staff else "plain")

    # ------------------------------------------------------------------ messages

    def _enter(self, detail: TicketDetail) -> None:
        self._leave()
        self._ticket = detail.row.id
        self._limit = PAGE
        self._newest = self._read_to = -1
        self.setProperty("ticketId", self._ticket)
        self.header.presence.look_at(self._ticket)
        self.came_back.look_at(self._ticket)
        self.skeleton.start()
        self._mark_sought()
        self._follow()
        self._show_top(detail)

    def _leave(self) -> None:
        self._unfollow()
        self.came_back.look_at(None)
        self.composer.leave()
        self.find_bar.end()
        self.stream.clear_thread()
        self.trouble.hide()
        self._ticket = self._begin_at = None
        self.setProperty("ticketId", "")
        self.header.presence.look_at(None)

    def end(self) -> None:
        """The window closes: keeps what is written, and nobody is told any more that this ticket is looked at."""
        self._unfollow()
        self.came_back.look_at(None)
        self.lost.look_at(None)
        self.composer.leave()
        self.doors.downloads.end()
        self.header.presence.look_at(None)

    def _unfollow(self) -> None:
        if self._watch is not None:
            self._watch.close()
            self._watch = None

    def _follow(self) -> None:
        self._unfollow()
        assert self._ticket is not None
        self._watch = self._desk.watch(Thread(self._ticket, self._limit), self._on_page)

    def _on_page(self, page: ThreadPage | None, changed: frozenset[Id]) -> None:
        if page is None or page.ticket != self._ticket:
            return
        self.skeleton.stop()
        others = [m for m in page.messages if not m.mine and m.author_kind != AuthorKind.SYSTEM]
        first = self._newest < 0
        new_from = self._first_unread(page) if first else self._first_after(others)
        arrived = [] if first else [m for m in others if m.pos > self._newest]
        self._newest = max((m.pos for m in page.messages), default=0)
        self.stream.show_page(page, new_from=new_from)
        self._show_waiting()
        if arrived:
            self.composer.note_arrival(arrived[-1])
        self._earlier = page.earlier
        self._mark_read(page, first=first)

    def _first_unread(self, page: ThreadPage) -> Id | None:
        """None in a thread that was never opened: all of it is new, and a line would say nothing."""
        if not page.seen:
            return None
        unread = (m.id for m in page.messages if m.pos > (page.seen or 0) and not m.mine)
        return next(unread, None)

    def _first_after(self, others: list[MessageRow]) -> Id | None:
        return next((m.id for m in others if m.pos > self._newest), None)

    def _mark_read(self, page: ThreadPage, *, first: bool) -> None:
        """Once for every message: what is marked as unread by hand stays so. What comes while nobody looks waits."""
        newest = page.messages[-1].pos if page.messages else 0
        if newest <= self._read_to or not (first or self.isActiveWindow()):
            return
        self._read_to = newest
        if not self._desk.writable:
            return  # nobody asked to write anything
        if self._ticket is not None and (page.seen is None or page.seen < newest):
            self._desk.mark((self._ticket,))

    def _rebuild(self) -> None:
        """In other words: after a change of language all cards are made anew."""
        if self._ticket is not None and self.context.detail is not None:
            self.stream.clear_thread()
            self._newest = -1
            self._show_top(self.context.detail)
            self._follow()

    def _on_earlier(self) -> None:
        self._load(MORE)

    def _load(self, more: int) -> None:
        self._limit += more
        self._follow()

    def _find(self, needle: str) -> None:
        """In all messages: those that are not here yet come now."""
        self.find_bar.show_count(self.stream.find_text(needle))
        if needle and self._earlier:
            self._load(self._earlier)

    def _mark_sought(self, _: Sought | None = None) -> None:
        """What led here is marked, and the message it was found in comes into view once it is there."""
        sought = self.context.sought
        led_here = sought is not None and sought.ticket == self._ticket
        self._hit_wanted = led_here
        self.stream.find_text(needle_of(sought.words) if sought is not None and led_here else "")
        if not self.stream.is_building():
            self._show_hit()

    def _show_hit(self) -> None:
        sought = self.context.sought
        if not self._hit_wanted or sought is None or not self.stream.entries():
            return
        if any(entry.message.id == sought.message for entry in self.stream.entries()):
            self._hit_wanted = False
            self.stream.scroll_to_message(sought.message)
        elif self._earlier:
            self._load(self._earlier)

    def _show_beginning(self) -> None:
        if self._begin_at is None or not self.stream.entries():
            return
        if any(entry.message.id == self._begin_at for entry in self.stream.entries()):
            self.stream.scroll_to_top_of(self._begin_at)
            self._begin_at = None
        elif self._earlier:
            self._load(self._earlier)

    def _show_waiting(self) -> None:
        """On each message that cannot go out now, why; one that is on its way needs no words."""
        link = self.context.link
        text = "" if link.moving else self.tr("Waiting to send – you are offline")
        for card in self.stream.cards():
            card.show_waiting(text)

    def _settle(self, what: str, entry: Id) -> None:
        """Edit puts the words back into the reply box; Discard asks first."""
        if what == "edit":
            self.context.take_back(entry)
            return
        text = next((c.message.body_text[:300] for c in self.stream.cards() if c.message.entry == entry), "")
        dialog = DiscardDialog(self._icons, self.tr("Message"), text, self.window())
        dialog.agreed.connect(lambda: self._desk.discard(entry))
        dialog.open()

    def _on_built(self) -> None:
        self._show_waiting()
        self._show_beginning()
        self._show_hit()
        if not self.find_bar.isHidden():
            self.find_bar.show_count(self.stream.find_text(self.find_bar.field.text()))

    def _show_top(self, detail: TicketDetail) -> None:
        """CS-15, CS-17: what a call leaves behind."""
        if detail.row.channel == Channel.PHONE:
            self.stream.set_top(
                NoTranscript(
                    self._icons,
                    self.tr("No transcript exists for calls"),
                    self.tr("What is known about the call stands on the right; related e-mails follow here."),
                )
            )

    def _tools(self) -> CardTools:
        staff = self.context.detail.staff if self.context.detail is not None else False
        return CardTools(self._icons, self.pictures, self.doors, staff)

    # ------------------------------------------------------------------ what the person does

    def _expand_message(self) -> None:
        """The one that has the focus, else the newest."""
        cards, focus = self.stream.cards(), QApplication.focusWidget()
        chosen = next((card for card in cards if card is focus or card.isAncestorOf(focus)), None) if focus else None
        if cards:
            card = chosen or cards[-1]
            card.set_folded(not card.is_folded())

    def _expand_all(self) -> None:
        cards = self.stream.cards()
        folded = any(card.is_folded() for card in cards)
        for card in cards:
            card.set_folded(not folded)

    def _save_attachment(self) -> None:
        """Of the messages that are here; asked first which one where there are several."""
        files = [file for entry in reversed(self.stream.entries()) for file in entry.message.attachments]
        if len(files) == 1:
            self.doors.save_as(files[0], self)
        elif files:
            dialog = SaveAttachmentDialog(self._icons, files, self)
            dialog.wanted.connect(lambda file: self.doors.save_as(file, self))
            dialog.open()
        else:
            self._on_failed(self.tr("The attachments lie in earlier messages. Load these first."))

    def _on_failed(self, sentence: str) -> None:
        self.trouble.show_message(sentence, "warning")

    def _open_link(self, link: str) -> None:
        QDesktopServices.openUrl(QUrl(link))

    # ------------------------------------------------------------------ building

    def _build(self) -> None:
        theme = self._icons.theme
        for page in (self.empty, self.lost, self.bulk, self._page):
            self._pages.addWidget(page)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._pages)
        strips = QVBoxLayout()
        strips.setContentsMargins(theme.px(20), theme.px(12), theme.px(20), theme.px(6))
        strips.setSpacing(theme.px(8))
        strips.addWidget(self.next_step)
        strips.addWidget(self.trouble)
        column = QVBoxLayout(self._page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addLayout(strips)
        column.addWidget(self.find_bar)
        column.addWidget(self.skeleton)
        column.addWidget(self.stream, 1)
        column.addWidget(self.came_back)
        column.addWidget(self.composer)
        self.close_trouble = self.trouble.add_button("", name="thread_trouble_close")
        self.close_trouble.clicked.connect(self.trouble.hide)
        self.actions_table.attach_bare(self)

    def _connect(self) -> None:
        context = self.context
        context.selection_changed.connect(self._on_selection)
        context.detail_changed.connect(self._on_detail)
        context.sought_changed.connect(self._mark_sought)
        self.stream.earlier_wanted.connect(self._on_earlier)
        self.stream.link_clicked.connect(self._open_link)
        self.doors.failed.connect(self._on_failed)
        self.overlay.dropped.connect(self.composer.take_dropped)
        self.composer.arrival_wanted.connect(self.stream.scroll_to_message)
        self.composer.escaped.connect(self.left)
        self.composer.words.changed.connect(lambda: self.header.presence.note_writing(not self.composer.is_blank()))
        self.find_bar.needle_changed.connect(self._find)
        self.came_back.outbox_wanted.connect(lambda: context.set_place(Place(OUTBOX)))
        self.lost.left.connect(self.left)
        context.undone.connect(self._note_undone)
        self.stream.built.connect(self._on_built)
        self.stream.settle_wanted.connect(self._settle)
        context.link_changed.connect(lambda _: self._show_waiting())
        self.actions_table.on("expand_message", self._expand_message)
        self.actions_table.on("expand_all", self._expand_all)
        self.actions_table.on("save_attachment", self._save_attachment)
        self.actions_table.on("reply", lambda: self.composer.start("reply"))
        self.actions_table.on("add_note", lambda: self.composer.start("note"))
