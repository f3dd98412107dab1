"""Which of a ticket's files to save: the newest stands first."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidgetItem, QWidget

from agentdesk.desk.queries.rows import AttachmentRow
from agentdesk.domain.filenames import safe_name
from ui import words
from ui.dialogs.list_box import ListBox
from ui.icons import Icons
from ui.widgets.dialog_frame import DialogFrame

_FileRole = Qt.ItemDataRole.UserRole


class SaveAttachmentDialog(DialogFrame):
    """Whoever opened it asks where to, and saves."""

    wanted = Signal(object)
    """The AttachmentRow."""

    def __init__(self, icons: Icons, files: Sequence[AttachmentRow], parent: QWidget | None = None) -> None:
        super().__init__(icons, "save_attachment", "", parent=parent)
        self.set_title(self.tr("Save an attachment"))
        self.set_main(self.tr("Save as…"), "download", harmless=True)
        self._files = ListBox(icons, "save_attachment_files", self.tr("Attachments"))
        self._files.setMinimumHeight(icons.theme.em(10))
        for file in files:
            line = self.tr("{name} ({size})").format(name=safe_name(file.name), size=words.size(file.size))
            item = QListWidgetItem(line, self._files)
            item.setData(_FileRole, file)
        self._files.setCurrentRow(0)
        self._files.itemDoubleClicked.connect(lambda _: self.submit())
        self.add_field(self.tr("&Attachments of this ticket"), self._files)
        self._files.setFocus()
        self.finished.connect(self.deleteLater)

    def submit(self) -> None:
        item = self._files.currentItem()
        if item is not None:
            self.accept()
            self.wanted.emit(item.data(_FileRole))
