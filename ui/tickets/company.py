"""Who else is at the tickets of the list (ui.md §6.4): a hint that lapses by itself, never a lock."""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Literal, NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from agentdesk.desk.port import BEAT
from agentdesk.desk.queries.people import PeopleNamed
from agentdesk.desk.queries.rows import PersonRow
from agentdesk.domain.values import Id
from ui.context import Context
from ui.dialogs.alive import if_alive

if TYPE_CHECKING:
    from agentdesk.wire import PresenceReply, Present

AT_REST = 400
"""Milliseconds after the last scrolling before it is asked for the rows that are seen now."""
MOST = 200


class There(NamedTuple):
    """Whoever writes matters more than whoever looks."""

    presence: Literal["online", "away"]
    words: str


class Company(QObject):
    """`of` tells of one ticket; nothing while nobody can know."""

    changed = Signal()

    def __init__(self, context: Context, seen: Callable[[], Sequence[Id]], pane: QWidget) -> None:
        """`seen`: the tickets whose rows are in sight."""
        super().__init__(pane)
        self._context, self._seen, self._pane = context, seen, pane
        self._there: dict[Id, There] = {}
        self._rest = QTimer(self, singleShot=True, interval=AT_REST)
        self._beat = QTimer(self, interval=BEAT)
        for timer in (self._rest, self._beat):
            timer.timeout.connect(self.look)
        context.link_changed.connect(lambda _: self._on_link())
        if context.desk.sync is not None:
            self._beat.start()

    def of(self, ticket: Id) -> There | None:
        return self._there.get(ticket)

    def moved(self) -> None:
        """Other rows are in sight."""
        if self._beat.isActive():
            self._rest.start()

    def look(self) -> None:
        sync, tickets = self._context.desk.sync, self._seen()[:MOST]
        if sync is not None and tickets and self._pane.isVisible() and self._context.link.connected:
            sync.company(tickets, if_alive(self, self._on_reply))

    def _on_link(self) -> None:
        if not self._context.link.connected:
            self._set({})

    def _on_reply(self, reply: "PresenceReply | None") -> None:
        around = reply.around if reply is not None else []
        if not around:
            self._set({})
            return
        people = tuple({one.person for one in around})
        self._context.desk.ask(PeopleNamed(people), if_alive(self, lambda rows: self._on_people(around, rows)))

    def _on_people(self, around: Sequence["Present"], rows: Sequence[PersonRow]) -> None:
        names = {row.id: row.name or row.user_name for row in rows}
        there: dict[Id, There] = {}
        for one in sorted(around, key=lambda one: one.mode == "writing"):
            if one.person in names:
                there[one.ticket] = self._told(names[one.person], writing=one.mode == "writing")
        self._set(there)

    def _told(self, name: str, *, writing: bool) -> There:
        text = self.tr("{name} is writing") if writing else self.tr("{name} is viewing")
        return There("away" if writing else "online", text.format(name=name))

    def _set(self, there: Mapping[Id, There]) -> None:
        if there != self._there:
            self._there = dict(there)
            self.changed.emit()
