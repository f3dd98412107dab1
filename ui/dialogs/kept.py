"""Dialogs whose words are kept while one types: there again when they are opened anew, gone when they are sent."""

from typing import ClassVar

from PySide6.QtWidgets import QWidget

from agentdesk.desk import DeskError
from agentdesk.domain.commands import Command
from ui import words
from ui.context import Context
from ui.dialogs.ask import Ask
from ui.dialogs.comment_input import CommentInput
from ui.dialogs.form_draft import FormDraft, Typed
from ui.icons import Icons
from ui.widgets.banner import Banner
from ui.widgets.dialog_frame import NARROW, WIDE


class KeptAsk(Ask):
    """Gives its commands itself, together with dropping the draft; `chosen` stays silent."""

    WIDTH: ClassVar[int] = NARROW

    def __init__(self, context: Context, icons: Icons, verb: str, parent: QWidget | None, *, draft_key: str) -> None:
        super().__init__(context, icons, verb, parent, width=self.WIDTH)
        self.draft = FormDraft(context.desk, draft_key, self.read, self)
        self.finished.connect(self.draft.flush)

    # ------------------------------------------------------------------ for subclasses

    def read(self) -> Typed:
        """Empty as long as nobody wrote anything of their own."""
        raise NotImplementedError

    def write(self, typed: Typed) -> None:
        raise NotImplementedError

    def look_for_draft(self) -> None:
        self.draft.find(self._on_draft)

    def note_change(self) -> None:
        self.draft.note()

    # ------------------------------------------------------------------ the way out

    def send(self, commands: tuple[Command, ...]) -> None:
        """Of several each has its own answer elsewhere; as long as one failed, the words are kept."""
        if not commands:
            super().send(commands)
            return
        if len(commands) > 1:
            self.draft.flush()
        self.draft.stop()
        self.wait_for(commands)
        self.context.give_each(commands, clears=self.draft.place)
        if len(commands) > 1:
            self.accept()

    def _on_draft(self, typed: Typed | None) -> None:
        if typed is not None:
            self.write(typed)
            self.draft.stop()


class KeptComment(KeptAsk):
    """A short question: what is typed in it is one comment, and nothing is said of its being kept."""

    _comment: CommentInput

    def keep_words(self, comment: CommentInput) -> None:
        self._comment = comment
        comment.textChanged.connect(self.note_change)
        self.look_for_draft()

    def read(self) -> Typed:
        return Typed(body=self._comment.text())

    def write(self, typed: Typed) -> None:
        if not self._comment.text():
            self._comment.setPlainText(typed.body)
            self._comment.moveCursor(self._comment.textCursor().MoveOperation.End)


class KeptForm(KeptAsk):
    """A form with several fields: it says that words are here again, and lets one start over."""

    WIDTH = WIDE

    def __init__(self, context: Context, icons: Icons, verb: str, parent: QWidget | None, *, draft_key: str) -> None:
        super().__init__(context, icons, verb, parent, draft_key=draft_key)
        self._restored = Banner(icons, "info", name=f"{verb}_restored")
        self._start_over = self._restored.add_button(self.tr("Start over"), name=f"{verb}_start_over")
        self.body.addWidget(self._restored)
        self.draft.saved.connect(self._on_saved)
        self._start_over.clicked.connect(self.start_over)

    def blank(self) -> Typed:
        """What the form holds before anybody typed."""
        return Typed()

    def start_over(self) -> None:
        self.write(self.blank())
        self.draft.drop()
        self.note.setText("")
        self._restored.hide()
        self.clear_complaints()

    def _on_draft(self, typed: Typed | None) -> None:
        super()._on_draft(typed)
        if typed is not None:
            self._restored.show_message(self.tr("What you wrote before is here again."), "edit")
            self.note.setText(self.tr("Draft saved"))

    def _on_saved(self, error: DeskError | None) -> None:
        if error is not None:
            self.show_error(words.trouble(error.code, error.data).sentence)
            self.note.setText(self.tr("Draft not saved"))
        else:
            self.note.setText(self.tr("Draft saved") if self.read() != Typed() else "")
