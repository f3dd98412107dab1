"""Keeps what is typed in a form: saved while one types, found again after a kill."""

from collections.abc import Callable
from dataclasses import dataclass, field

from PySide6.QtCore import QObject, QTimer, Signal

from agentdesk.desk import Desk, DeskError, Draft
from agentdesk.desk.queries.library import DraftOf
from agentdesk.domain.commands import FileRef
from ui.dialogs.alive import if_alive

FORM = "form"
PAUSE_MS = 500


@dataclass(frozen=True, slots=True)
class Typed:
    """What a form holds at a moment."""

    body: str = ""
    files: tuple[FileRef, ...] = ()
    fields: dict[str, str] = field(default_factory=dict)


class FormDraft(QObject):
    saved = Signal(object)
    """None, or the DeskError that stood in the way."""

    def __init__(self, desk: Desk, key: str, read: Callable[[], Typed], parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._key, self._read = desk, key, read
        self._came_back: dict[str, str] = {}
        """Names what stands in the form again; sent from here, it is settled."""
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self.save)

    @property
    def place(self) -> tuple[str, str]:
        return self._key, FORM

    def find(self, then: Callable[[Typed | None], None]) -> None:
        def found(draft: Draft | None) -> None:
            self._came_back = {"returned": draft.returned} if draft is not None and draft.returned else {}
            then(None if draft is None else Typed(draft.body, draft.files, dict(draft.fields)))

        self._desk.ask(DraftOf(self._key, FORM), if_alive(self, found))

    def note(self) -> None:
        """Something was typed: it is saved at most a pause later, however long the typing goes on."""
        if not self._pause.isActive():
            self._pause.start()

    def save(self) -> None:
        self._pause.stop()
        typed = self._read()
        fields = typed.fields | self._came_back if typed != Typed() else typed.fields
        draft = Draft(
            key=self._key, kind=FORM, body=typed.body, files=typed.files, fields=fields,
            updated=self._desk.clock.now(),
        )  # fmt: skip
        self._desk.save_draft(draft, if_alive(self, self._on_saved))

    def flush(self) -> None:
        """Saves what waits; for the moment the form goes away."""
        if self._pause.isActive():
            self.save()

    def stop(self) -> None:
        """It is being sent: nothing more is saved."""
        self._pause.stop()

    def drop(self) -> None:
        self._pause.stop()
        self._came_back = {}
        self._desk.drop_draft(*self.place)

    def _on_saved(self, error: DeskError | None) -> None:
        self.saved.emit(error)
