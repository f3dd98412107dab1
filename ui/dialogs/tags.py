"""Words of staff on a ticket: added and removed, never overwritten."""

from collections.abc import Sequence

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QLineEdit, QWidget

from agentdesk.desk.queries.tags import KnownTags
from agentdesk.domain.commands import Command, SetTags
from ui.context import Context
from ui.dialogs.alive import if_alive
from ui.dialogs.ask import Ask
from ui.dialogs.removable import RemovableWords
from ui.icons import Icons
from ui.widgets.inputs import is_enter

LONGEST_TAG = 60
_SEPARATORS = (",", ";", "，", "；")


class TagsDialog(Ask):
    """Enter or a comma takes the word that was typed; Ctrl+Enter saves."""

    def __init__(self, context: Context, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(context, icons, "tags", parent)
        count = len(self.tickets)
        title = self.titled(self.tr("Tags of {number}"), self.tr("Tags of %n ticket(s)", "", count))
        self.present(title, self.tr("Save tags"), "tag")
        self._before = self.detail.tags if count == 1 else ()
        self._words = RemovableWords(icons, "tags_list", self.tr("Tags"))
        self.body.addWidget(self._words)
        self._edit = _TagEdit()
        hint = self.tr("Enter or a comma adds the word.")
        self.ask_for("tags", self.tr("&Add a tag"), self._edit, hint=hint)
        self._words.show_words([(tag, tag) for tag in self._before])
        self._edit.typed.connect(self._add)
        self._words.removed.connect(lambda _: self.order())
        context.desk.ask(KnownTags(), if_alive(self, self._edit.offer))
        self.start_with(self._edit)

    def submit(self) -> None:
        self._edit.take()
        super().submit()

    def commands(self) -> tuple[Command, ...]:
        now = self._words.present()
        add = tuple(tag for tag in now if tag not in self._before)
        remove = tuple(tag for tag in self._before if tag not in now)
        if not (add or remove):
            return ()
        return tuple(SetTags(ticket=ticket, add=add, remove=remove) for ticket in self.tickets)

    def _add(self, tag: str) -> None:
        known = {word.casefold() for word in self._words.present()}
        if tag.casefold() not in known:
            self._words.add(tag, tag)
            self.order()


class _TagEdit(QLineEdit):
    typed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setMaxLength(LONGEST_TAG)
        self._known = QStringListModel(self)
        completer = QCompleter(self._known, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.setCompleter(completer)
        self.textEdited.connect(self._on_edited)

    def offer(self, tags: Sequence[str]) -> None:
        self._known.setStringList(list(tags))

    def take(self) -> None:
        word = " ".join(self.text().split())
        self.clear()
        if word:
            self.typed.emit(word)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_enter(event) and not event.modifiers() & Qt.KeyboardModifier.ControlModifier and self.text().strip():
            self.take()
        else:
            super().keyPressEvent(event)

    def _on_edited(self, text: str) -> None:
        if text.endswith(_SEPARATORS):
            self.setText(text[:-1])
            self.take()
