"""The files of a message that is being written, as tiles under the text."""

from agentdesk.domain.commands import FileRef
from ui.context import Context
from ui.dialogs.files import FilesField
from ui.icons import Icons


class OutgoingFiles(FilesField):
    """The same checks and sentences as in a form, without its strip: the whole pane takes drops here."""

    def __init__(self, context: Context, icons: Icons) -> None:
        super().__init__(context, icons, "composer_files")
        self.zone.hide()

    def choose(self) -> None:
        self.zone.open_chooser()

    def show_refs(self, refs: tuple[FileRef, ...]) -> None:
        """These and no others; what was refused or is still being copied stays."""
        for kept in tuple(self._kept):
            if kept.ref is not None and kept.ref not in refs:
                self._remove(kept)
        shown = [kept.ref for kept in self._kept]
        self.restore(tuple(ref for ref in refs if ref not in shown))

    def _show_rules(self) -> None:
        """Without the rules, which the drop zones name: the room belongs to the text."""
        super()._show_rules()
        self._rules.hide()
        self.setVisible(bool(self._kept))
