"""A form with much typed text: its draft is kept while one types, and it is given together with dropping the draft."""

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QWidget

from agentdesk.desk import DeskError
from agentdesk.domain.commands import Command
from ui import words
from ui.context import Context
from ui.dialogs.ask import Ask
from ui.dialogs.form_draft import FormDraft, Typed
from ui.dialogs.form_parts import FormParts
from ui.icons import Icons
from ui.widgets.banner import Banner
from ui.widgets.buttons import Kind
from ui.widgets.dialog_frame import WIDE
from ui.widgets.drop_overlay import dropped_paths


class SentForm(Ask):
    """Gives its command itself; `chosen` stays silent. What was typed is there again when it is opened anew."""

    def __init__(self, context: Context, icons: Icons, verb: str, parent: QWidget | None, *, draft_key: str) -> None:
        super().__init__(context, icons, verb, parent, width=WIDE)
        self.parts = FormParts(self, context)
        self.draft = FormDraft(context.desk, draft_key, self.read, self)
        self._restored = Banner(icons, "info", name=f"{verb}_restored")
        self._start_over = self._restored.add_button(self.tr("Start over"), name=f"{verb}_start_over")
        self.body.addWidget(self._restored)
        self._confessed: frozenset[str] = frozenset()
        self._ok = ""
        self.setAcceptDrops(True)
        self.parts.changed.connect(self.note_change)
        self.draft.saved.connect(self._on_saved)
        self.parts.description.secrets_seen.connect(self._on_secrets)
        self._start_over.clicked.connect(self.start_over)
        self.finished.connect(self.draft.flush)
        self.new_ticket = context.desk.clock.new_id()
        """Whose id is chosen here, so that what was sent can be shown."""
        self.accepted.connect(self.show_filed)

    # ------------------------------------------------------------------ for subclasses

    def present(self, title: str, ok: str, icon: str = "", *, cancel: str = "", kind: Kind = "primary") -> None:
        self._ok = ok
        super().present(title, ok, icon, cancel=cancel, kind=kind)

    def show_filed(self) -> None:
        self.context.set_selection((self.new_ticket,))

    def read(self) -> Typed:
        return self.parts.read()

    def write(self, typed: Typed) -> None:
        self.parts.write(typed)

    def blank(self) -> Typed:
        """What the form holds before anybody typed."""
        return Typed()

    def look_for_draft(self) -> None:
        self.draft.find(self._on_draft)

    def note_change(self) -> None:
        self.draft.note()

    def start_over(self) -> None:
        self.parts.files.clear()
        self.write(self.blank())
        self.draft.drop()
        self.note.setText("")
        self._restored.hide()
        self.clear_complaints()

    # ------------------------------------------------------------------ the way out

    def submit(self) -> None:
        if self.parts.files.busy():
            self.show_error(self.tr("A file is still being added."))
        elif self._hides_no_secret():
            super().submit()

    def send(self, commands: tuple[Command, ...]) -> None:
        self.draft.stop()
        self.wait_for(commands)
        self.context.give(*commands, clears=self.draft.place)

    def _hides_no_secret(self) -> bool:
        """What looks like a secret is shown once more; who then submits again means it (QK-16)."""
        found = frozenset(self.parts.description.secrets())
        if found <= self._confessed:
            return True
        self.parts.description.look_for_secrets()
        self._confessed = found
        self.main.setText(self.tr("Submit anyway"))
        return False

    def _on_secrets(self, found: bool) -> None:
        if not found and self._confessed:
            self._confessed = frozenset()
            self.main.setText(self._ok)

    # ------------------------------------------------------------------ Qt

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self._paths(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Anywhere on the form, not only in the dashed strip."""
        event.acceptProposedAction()
        self.parts.files.add_paths(self._paths(event.mimeData()))

    def _paths(self, data: QMimeData) -> list[str]:
        return dropped_paths(data)

    def _on_draft(self, typed: Typed | None) -> None:
        if typed is None:
            return
        self.write(typed)
        self.draft.stop()
        self._restored.show_message(self.tr("What you wrote before is here again."), "edit")
        self.note.setText(self.tr("Draft saved"))

    def _on_saved(self, error: DeskError | None) -> None:
        if error is not None:
            self.show_error(words.trouble(error.code, error.data).sentence)
            self.note.setText(self.tr("Draft not saved"))
        else:
            self.note.setText(self.tr("Draft saved") if self.read() != Typed() else "")
