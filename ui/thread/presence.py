"""Who else looks at the ticket or writes in it: a hint that lapses by itself, never a lock."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QWidget

from agentdesk.desk.port import BEAT, Mode
from agentdesk.desk.queries.people import PeopleNamed
from agentdesk.desk.queries.rows import PersonRow
from agentdesk.domain.values import Id
from ui.context import Context
from ui.dialogs.alive import if_alive
from ui.icons import Icons
from ui.widgets.avatar import Avatar
from ui.widgets.plain_label import ElidedLabel

if TYPE_CHECKING:
    from agentdesk.wire import PresenceReply


class PresenceMark(QWidget):
    """In the head of a ticket. `look_at` names the ticket that is shown, or none."""

    def __init__(self, context: Context, icons: Icons) -> None:
        super().__init__()
        self.setObjectName("presence")
        self._context = context
        self._ticket: Id | None = None
        self._mode: Mode = "viewing"
        self._others: dict[Id, str] = {}
        self.face = Avatar(icons.theme, size=20)
        self.words = ElidedLabel(icons.theme, role="meta", color="text2")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(icons.theme.px(6))
        row.addWidget(self.face)
        row.addWidget(self.words)
        self._beat = QTimer(self, interval=BEAT)
        self._beat.timeout.connect(self._say)
        context.link_changed.connect(lambda _: self._on_link())
        self.hide()

    def look_at(self, ticket: Id | None) -> None:
        if ticket == self._ticket:
            return
        self._leave()
        self._ticket, self._mode = ticket, "viewing"
        self.hide()
        if ticket is not None and self._context.desk.sync is not None:
            self._beat.start()
            self._say()

    def note_writing(self, writing: bool) -> None:
        """Told to the others at once when it changes."""
        mode: Mode = "writing" if writing else "viewing"
        if mode != self._mode:
            self._mode = mode
            self._say()

    def _leave(self) -> None:
        self._beat.stop()
        sync, ticket = self._context.desk.sync, self._ticket
        if sync is not None and ticket is not None and self._context.link.connected:
            sync.presence(ticket, "left", lambda _: None)

    def _on_link(self) -> None:
        """What was known of the others says nothing while nobody can tell."""
        if self._context.link.connected:
            if self._others == {} and self.isVisible():
                self.hide()
        elif self._ticket is not None and self._context.desk.sync is not None:
            self._show_unknown()

    def _say(self) -> None:
        sync, ticket = self._context.desk.sync, self._ticket
        if sync is None or ticket is None or not self._context.link.connected:
            return

        def heard(reply: "PresenceReply | None") -> None:
            self._on_others(ticket, reply.others if reply is not None else None)

        sync.presence(ticket, self._mode, if_alive(self, heard))

    def _on_others(self, ticket: Id, others: list[tuple[Id, str]] | None) -> None:
        if ticket != self._ticket:
            return
        if others is None:
            self._show_unknown()
            return
        self._others = dict(others)
        if not others:
            self.hide()
            return

        def named(people: tuple[PersonRow, ...]) -> None:
            self._show(ticket, people)

        self._context.desk.ask(PeopleNamed(tuple(self._others)), if_alive(self, named))

    def _show(self, ticket: Id, people: tuple[PersonRow, ...]) -> None:
        """Whoever writes matters more than whoever looks."""
        if ticket != self._ticket or not people:
            return
        person = min(people, key=lambda one: self._others.get(one.id) != "writing")
        writing = self._others.get(person.id) == "writing"
        name = person.name or person.user_name
        text = self.tr("{name} is writing") if writing else self.tr("{name} is viewing")
        self.face.show_person(name, person.id)
        self.face.show_presence("away" if writing else "online", text.format(name=name))
        self.face.show()
        self.words.setText(text.format(name=name))
        self.setAccessibleName(self.words.text())
        self.show()

    def _show_unknown(self) -> None:
        self._others = {}
        self.face.hide()
        self.words.setText(self.tr("Who else is here is unknown while offline"))
        self.setAccessibleName(self.words.text())
        self.show()
