"""The messages of a ticket, made in slices so that a long thread never holds the window up; the newest come first."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from agentdesk.desk.queries.rows import MessageRow, ThreadPage
from agentdesk.domain.values import Id, Instant, MessageKind
from ui import words
from ui.cards.lines import Separator, SystemLine
from ui.cards.message_card import CardTools, MessageCard
from ui.widgets.buttons import ghost_button
from ui.widgets.focus_ring import FocusRing
from ui.widgets.needle import Needle

FIRST_SLICE, SLICE = 6, 8
NEAR_END = 4
SETTLING = 200
"""Milliseconds after the last card in which heights may still change."""


class Entry:
    """A message in the column, with the lines that stand over it."""

    def __init__(self, message: MessageRow, tools: CardTools) -> None:
        self.message = message
        self._theme = tools.icons.theme
        self._over: dict[str, Separator] = {}
        self._texts: dict[str, str] = {}
        self.content: MessageCard | SystemLine = (
            SystemLine(tools.icons, message) if message.kind == MessageKind.SYSTEM else MessageCard(message, tools)
        )

    @property
    def card(self) -> MessageCard | None:
        return self.content if isinstance(self.content, MessageCard) else None

    def show_message(self, message: MessageRow) -> None:
        changed, self.message = message != self.message, message
        if changed and isinstance(self.content, MessageCard):
            self.content.show_message(message)

    def set_line(self, column: QVBoxLayout, kind: str, text: str) -> None:
        """`day` or `new`; empty takes it away."""
        if self._texts.get(kind, "") == text:
            return
        self._texts[kind] = text
        self._remove(column, kind)
        if text:
            name, color, line = _LINES[kind]
            self._over[kind] = Separator(self._theme, text, name=name, color=color, line=line)
            above = self._over["new"] if kind == "day" and "new" in self._over else self.content
            column.insertWidget(column.indexOf(above), self._over[kind])

    def leave(self, column: QVBoxLayout) -> None:
        for kind in tuple(self._over):
            self._remove(column, kind)
        _take_out(column, self.content)

    def first(self) -> QWidget:
        """The uppermost of what belongs to it."""
        return self._over.get("day") or self._over.get("new") or self.content

    def _remove(self, column: QVBoxLayout, kind: str) -> None:
        old = self._over.pop(kind, None)
        if old is not None:
            _take_out(column, old)


_LINES = {"day": ("day_separator", "text2", "border"), "new": ("new_separator", "accent_ink", "mark")}


def _take_out(column: QVBoxLayout, widget: QWidget) -> None:
    column.removeWidget(widget)
    widget.hide()
    widget.deleteLater()


class MessageStream(QScrollArea):
    """`show_page` takes every page; what is there already is kept, so that selections and places stay."""

    earlier_wanted = Signal()
    link_clicked = Signal(str)
    settle_wanted = Signal(str, str)
    """As of a card."""
    built = Signal()
    """All cards of the page are there."""

    def __init__(self, now: Callable[[], Instant], make_tools: Callable[[], CardTools]) -> None:
        super().__init__()
        self._now, self._make_tools = now, make_tools
        self._tools = make_tools()
        theme = self._tools.icons.theme
        self._entries: dict[Id, Entry] = {}
        self._order: list[Id] = []
        self._to_build: list[MessageRow] = []
        self._today, self._days = "", dict[Id, str]()
        self._new_from: Id | None = None
        self._at_end = True
        self._from_end = 0
        self._moving = False
        self._grows_above = False
        self._in_view: Id | None = None
        self._to_top = False
        self._needle: Needle = ""
        self._page: ThreadPage | None = None
        self.setObjectName("thread_scroll")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._paper = QWidget()
        self._column = QVBoxLayout(self._paper)
        self._column.setContentsMargins(theme.px(20), theme.px(12), theme.px(20), theme.px(14))
        self._column.setSpacing(theme.px(11))
        self.earlier = ghost_button(self._tools.icons, "", "chevron-up", name="thread_earlier", kind="small")
        self.earlier.clicked.connect(self.earlier_wanted)
        self._column.addWidget(self.earlier, 0, Qt.AlignmentFlag.AlignHCenter)
        self._top = QVBoxLayout()
        self._column.addLayout(self._top)
        self._column.addStretch(1)
        self.setWidget(self._paper)
        self.viewport().setAutoFillBackground(False)
        self._paper.setAutoFillBackground(False)
        self.ring = FocusRing(theme, self)
        self._timer = QTimer(self, singleShot=True, interval=0)
        self._timer.timeout.connect(self._build_slice)
        bar = self.verticalScrollBar()
        bar.rangeChanged.connect(self._on_range)
        bar.valueChanged.connect(self._on_scrolled)
        self._settled = QTimer(self, singleShot=True, interval=SETTLING)
        self._settled.timeout.connect(self._on_settled)

    # ------------------------------------------------------------------ pages

    def clear_thread(self) -> None:
        self._timer.stop()
        for entry in self._entries.values():
            entry.leave(self._column)
        self._entries, self._order, self._to_build = {}, [], []
        self._days.clear()
        self._page, self._new_from, self._at_end, self._in_view = None, None, True, None
        self.set_top(None)
        self.earlier.hide()

    def show_page(self, page: ThreadPage, *, new_from: Id | None = None) -> None:
        if self._page is None or self._page.ticket != page.ticket:
            self.clear_thread()
            self._tools = self._make_tools()
            self._new_from = new_from
        elif new_from is not None and self._new_from is None:
            self._new_from = new_from
        self._page = page
        wanted = {message.id for message in page.messages}
        for id in [id for id in self._order if id not in wanted]:
            self._drop(id)
        self._to_build = [m for m in page.messages if m.id not in self._entries]
        for message in page.messages:
            if message.id in self._entries:
                self._entries[message.id].show_message(message)
        self.earlier.setVisible(bool(page.earlier))
        self.earlier.setText(self.tr("Load %n earlier messages", "", page.earlier))
        self._build_slice(FIRST_SLICE)

    def set_top(self, widget: QWidget | None) -> None:
        """What stands before the first message, such as the card of a phone call."""
        while self._top.count():
            item = self._top.takeAt(0)
            old = item.widget() if item is not None else None
            if old is not None:
                old.hide()
                old.deleteLater()
        if widget is not None:
            self._top.addWidget(widget)

    def entries(self) -> list[Entry]:
        return [self._entries[id] for id in self._order]

    def cards(self) -> list[MessageCard]:
        found = (self._entries[id].card for id in self._order)
        return [card for card in found if card is not None]

    def is_building(self) -> bool:
        return bool(self._to_build)

    # ------------------------------------------------------------------ places

    def scroll_to_end(self) -> None:
        self._at_end = True
        self._move_to(self.verticalScrollBar().maximum())

    def scroll_to_message(self, message: Id) -> None:
        if message in self._entries:
            self._at_end, self._in_view, self._to_top = False, message, False
            self._settled.start()
            self._keep_in_view()

    def topmost(self) -> Id | None:
        """The message that is read at the top of what is seen; None at the end of the thread."""
        if self._at_end:
            return None
        top = self.verticalScrollBar().value()
        return next((id for id in self._order if self._entries[id].content.geometry().bottom() > top), None)

    def scroll_to_top_of(self, message: Id) -> None:
        """It stands at the upper edge, and stays there while heights settle."""
        if message in self._entries:
            self._at_end, self._in_view, self._to_top = False, message, True
            self._settled.start()
            self._keep_in_view()

    def is_at_end(self) -> bool:
        return self._at_end

    # ------------------------------------------------------------------ find

    def find_text(self, needle: Needle) -> int:
        """How many places in the messages that are here; the first of them is brought into view."""
        self._needle = needle
        found = [(card, card.find_text(needle)) for card in self.cards()]
        first = next((card for card, count in found if count), None)
        if first is not None:
            self.ensureWidgetVisible(first, 0, self.height() // 4)
        return sum(count for _, count in found)

    # ------------------------------------------------------------------ building

    def _build_slice(self, count: int = SLICE) -> None:
        """The newest of what is missing, so that the end of the thread stands first."""
        if not self._to_build:
            return
        self._grows_above = bool(self._order) and self._to_build[-1].pos < self._entries[self._order[0]].message.pos
        self.setUpdatesEnabled(False)
        for _ in range(min(count, len(self._to_build))):
            self._add(self._to_build.pop())
        self._show_lines()
        self.setUpdatesEnabled(True)
        if self._to_build:
            self._timer.start()
        else:
            self._settled.start()
            self.built.emit()

    def _add(self, message: MessageRow) -> None:
        assert self._page is not None
        entry = Entry(message, self._tools)
        after = [m.id for m in self._page.messages if m.pos > message.pos]
        place = next((self._order.index(id) for id in after if id in self._entries), len(self._order))
        following = self._entries[self._order[place]].first() if place < len(self._order) else None
        at = self._column.indexOf(following) if following is not None else self._column.count() - 1
        self._order.insert(place, message.id)
        self._entries[message.id] = entry
        self._column.insertWidget(at, entry.content)
        card = entry.card
        if card is not None:
            card.link_clicked.connect(self.link_clicked)
            card.settle_wanted.connect(self.settle_wanted)
            if self._needle:
                card.find_text(self._needle)

    def _drop(self, id: Id) -> None:
        self._order.remove(id)
        self._entries.pop(id).leave(self._column)

    def _show_lines(self) -> None:
        """Days and the beginning of what is new; a day is known once the message before is there."""
        before, now = "", self._now()
        self._keep_days_of(words.date(now))
        for id in self._order:
            entry = self._entries[id]
            today = self._days.get(id) or self._days.setdefault(id, words.day(entry.message.at, now))
            entry.set_line(self._column, "new", self.tr("New") if id == self._new_from else "")
            entry.set_line(self._column, "day", today if today != before else "")
            before = today

    def _keep_days_of(self, today: str) -> None:
        """The words of days are true for a day; a long thread asks for all of them with every slice."""
        if today != self._today:
            self._today, self._days = today, {}

    # ------------------------------------------------------------------ scrolling

    def _on_range(self, _: int, maximum: int) -> None:
        """Heights settle after the width is known: the end stays the end, and what is read stays where it is."""
        if self._at_end:
            self._move_to(maximum)
        elif self._in_view in self._entries:
            self._keep_in_view()
        elif self._grows_above:
            self._move_to(maximum - self._from_end)

    def _keep_in_view(self) -> None:
        """The message that was asked for, as long as heights settle and nobody scrolls."""
        if self._in_view in self._entries:
            self._moving = True
            content = self._entries[self._in_view].content
            if self._to_top:
                self.verticalScrollBar().setValue(content.y())
            else:
                self.ensureWidgetVisible(content, 0, self.height() // 4)
            self._moving = False

    def _move_to(self, value: int) -> None:
        self._moving = True
        self.verticalScrollBar().setValue(value)
        self._moving = False

    def _on_scrolled(self, value: int) -> None:
        maximum = self.verticalScrollBar().maximum()
        if not self._moving:
            self._in_view = None
            self._at_end = value >= maximum - NEAR_END
        self._from_end = maximum - value

    def _on_settled(self) -> None:
        self._keep_in_view()
        self._in_view = None
        self._grows_above = False
