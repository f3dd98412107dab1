"""A form with much typed text and files: what looks like a secret is shown once more before it is sent."""

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QWidget

from ui.context import Context
from ui.dialogs.form_draft import Typed
from ui.dialogs.form_parts import FormParts
from ui.dialogs.kept import KeptForm
from ui.icons import Icons
from ui.widgets.buttons import Kind
from ui.widgets.drop_overlay import dropped_paths


class SentForm(KeptForm):
    """A new ticket; where it is shown, its files can be dropped anywhere."""

    def __init__(self, context: Context, icons: Icons, verb: str, parent: QWidget | None, *, draft_key: str) -> None:
        super().__init__(context, icons, verb, parent, draft_key=draft_key)
        self.parts = FormParts(self, context)
        self._confessed: frozenset[str] = frozenset()
        self._ok = ""
        self.setAcceptDrops(True)
        self.parts.changed.connect(self.note_change)
        self.parts.description.secrets_seen.connect(self._on_secrets)
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

    def start_over(self) -> None:
        self.parts.files.clear()
        super().start_over()

    # ------------------------------------------------------------------ the way out

    def submit(self) -> None:
        if self.parts.files.busy():
            self.show_error(self.tr("A file is still being added."))
        elif self._hides_no_secret():
            super().submit()

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
