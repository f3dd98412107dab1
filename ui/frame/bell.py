"""The last things that happened here, so that a toast somebody missed is not lost."""

from collections import deque
from dataclasses import dataclass

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QMenu

from agentdesk.domain.values import Id, Instant
from ui import words
from ui.context import PROCESSES, Context, Place
from ui.icons import Icons
from ui.widgets.buttons import Button, name_button

MOST_NOTICES = 20


@dataclass(frozen=True, slots=True)
class Notice:
    text: str
    icon: str
    at: Instant
    held: tuple[Id, ...] = ()
    """Envelope ids of what can still be taken back."""
    place: str = ""
    """Where one can do something about it."""


class Bell(Button):
    """Opens the list; what can still be undone is undone by choosing it."""

    undo_wanted = Signal(object)

    def __init__(self, context: Context, icons: Icons) -> None:
        super().__init__(icons, "", "notifications", name="notifications", kind="bare")
        self._context = context
        self._notices: deque[Notice] = deque(maxlen=MOST_NOTICES)
        self._blocked = 0
        context.counts_changed.connect(self._on_counts)
        self.clicked.connect(self.open_menu)
        self.retranslate()

    def add(self, notice: Notice) -> None:
        self._notices.appendleft(notice)

    def _on_counts(self, counts: dict[str, int]) -> None:
        """Administrators are told of requests at a level that nobody can pass (HZ-04)."""
        now, before = counts.get(PROCESSES, 0), self._blocked
        self._blocked = now
        if now > before:
            told = self.tr("%n request(s) wait at a level that nobody can pass", "", now)
            self.add(Notice(told, "warning", self._context.desk.clock.now(), place=PROCESSES))

    def notices(self) -> list[Notice]:
        return list(self._notices)

    def retranslate(self) -> None:
        name_button(self, self.tr("What happened"))

    def open_menu(self) -> None:
        menu = self.filled_menu()
        menu.popup(self.mapToGlobal(self.rect().bottomRight()) - QPoint(menu.sizeHint().width(), 0))

    def filled_menu(self) -> QMenu:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if not self._notices:
            menu.addAction(self.tr("Nothing has happened yet")).setEnabled(False)
        now = self._context.desk.clock.now()
        undoable = {held.ids for held in self._context.held_now}
        for notice in self._notices:
            can_undo = notice.held in undoable
            told = self.tr("{what} · {ago} · Undo") if can_undo else self.tr("{what} · {ago}")
            text = told.format(what=notice.text, ago=words.ago(notice.at, now)).replace("&", "&&")
            action = menu.addAction(self._icons.icon(notice.icon), text)
            action.setEnabled(can_undo or bool(notice.place))
            if notice.place:
                action.triggered.connect(lambda _=False, place=notice.place: self._context.set_place(Place(place)))
            elif can_undo:
                action.triggered.connect(lambda _=False, ids=notice.held: self.undo_wanted.emit(ids))
        return menu
