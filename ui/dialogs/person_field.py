"""A person in one line: names are offered while one types."""

from collections.abc import Sequence

from PySide6.QtCore import QStringListModel, Qt, QTimer, Signal
from PySide6.QtWidgets import QCompleter, QLineEdit

from agentdesk.desk.queries.people import People
from agentdesk.desk.queries.rows import PersonRow
from ui.context import Context
from ui.dialogs.alive import if_alive
from ui.widgets.inputs import show_text

_PAUSE_MS = 150


class PersonField(QLineEdit):
    """`value()` is the person whose line stands there, or None; an empty field is `is_empty`."""

    chosen = Signal()

    def __init__(self, context: Context, name: str, words: str, placeholder: str = "") -> None:
        super().__init__()
        self._desk = context.desk
        self._people: dict[str, PersonRow] = {}
        self._words = QStringListModel(self)
        self.setObjectName(name)
        self.setAccessibleName(words)
        self.setPlaceholderText(placeholder or self.tr("Name, user name or e-mail"))
        completer = QCompleter(self._words, self)
        completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setCompleter(completer)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self.look)
        self.textEdited.connect(self._on_typed)
        # Queued, because the field takes the chosen line over only after this signal.
        completer.activated.connect(self._on_activated, Qt.ConnectionType.QueuedConnection)

    def is_empty(self) -> bool:
        return not self.text().strip()

    def value(self) -> PersonRow | None:
        return self._people.get(self.text().strip())

    def set_value(self, person: PersonRow) -> None:
        self._people[_line(person)] = person
        show_text(self, _line(person))
        self.chosen.emit()

    def look(self) -> None:
        text = self.text().strip()
        self._desk.ask(People(text, limit=12), if_alive(self, lambda rows: self._on_people(text, rows)))

    def _on_typed(self) -> None:
        self._pause.start()
        self.chosen.emit()

    def _on_people(self, text: str, rows: Sequence[PersonRow]) -> None:
        if text != self.text().strip():
            return
        self._people = {_line(row): row for row in rows}
        self._words.setStringList(list(self._people))
        exact = [row for row in rows if text.casefold() in (row.user_name.casefold(), row.email.casefold())]
        if exact:
            self.set_value(exact[0])
        elif text and self.hasFocus() and rows:
            self._offer()

    def _offer(self) -> None:
        """As wide as the names need, also where the field is narrow."""
        popup, place = self.completer().popup(), self.rect()
        assert popup is not None
        names = popup.sizeHintForColumn(0) + 2 * popup.frameWidth() + popup.verticalScrollBar().sizeHint().width()
        place.setWidth(max(place.width(), names))
        self.completer().complete(place)

    def _on_activated(self, _: str) -> None:
        self.chosen.emit()


def _line(person: PersonRow) -> str:
    """Names may be shared, user names not."""
    return f"{person.name} ({person.user_name})"
