"""Writing one ticket with its thread to a file: for reading, for other programs, or as a letter."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from agentdesk.desk.queries.rows import TicketDetail
from agentdesk.domain.filenames import safe_name
from ui.dialogs.export import TICKET_FORMATS, choose_file, format_words
from ui.icons import Icons
from ui.widgets.dialog_frame import DialogFrame
from ui.widgets.inputs import Combo


class ExportTicketDialog(DialogFrame):
    """Whoever opened it does the writing."""

    wanted = Signal(str, str)
    """Format and path."""

    def __init__(self, icons: Icons, detail: TicketDetail, *, letter: bool, parent: QWidget | None = None) -> None:
        """`letter`: the format that is proposed is that of a letter."""
        super().__init__(icons, "export_ticket", "", parent=parent)
        self._name = detail.row.number or self.tr("ticket", "a file name")
        self.set_title(self.tr("Export {number}").format(number=self._name))
        self.set_main(self.tr("Export"), "export", harmless=True)
        self._format = Combo(icons, format_words(TICKET_FORMATS), name="export_ticket_format", words="")
        if letter:
            self._format.set_value("eml")
        self.add_field(self.tr("&Format"), self._format)
        if detail.staff:
            self.add_info(
                self.tr("The file holds internal notes as well; a letter never does, nor what only staff may read.")
            )
        self._format.setFocus()
        self.finished.connect(self.deleteLater)

    def format(self) -> str:
        return self._format.value()

    def submit(self) -> None:
        choose_file(self, self.tr("Export to"), safe_name(f"{self._name}.{self.format()}"), self.write_to)

    def write_to(self, path: str) -> None:
        self.wanted.emit(self.format(), str(Path(path)))
        self.accept()
