"""Writing what a list shows to a file for other programs."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QListWidgetItem, QWidget

from ui.dialogs.list_box import ListBox
from ui.icons import Icons
from ui.widgets.dialog_frame import DialogFrame
from ui.widgets.inputs import Combo, set_invalid

translate = QCoreApplication.translate
FORMATS = ("csv", "xlsx", "json", "html", "pdf")
TICKET_FORMATS = ("pdf", "html", "csv", "xlsx", "json", "eml")
_KeyRole = Qt.ItemDataRole.UserRole


def format_words(formats: Sequence[str]) -> list[tuple[str, str]]:
    """Key and words, in that order."""
    known = {
        "csv": translate("ExportDialog", "CSV, for spreadsheets"),
        "xlsx": translate("ExportDialog", "Excel workbook (xlsx)"),
        "json": translate("ExportDialog", "JSON, for programs"),
        "html": translate("ExportDialog", "Web page (HTML)"),
        "pdf": translate("ExportDialog", "PDF, for reading and printing"),
        "eml": translate("ExportDialog", "E-mail (.eml), to be sent by a mail program"),
    }
    return [(key, known[key]) for key in formats]


def choose_file(dialog: QWidget, title: str, name: str, then: Callable[[str], None]) -> None:
    """Asks where to write; `name` is proposed and its ending added where none is typed."""
    chooser = QFileDialog(dialog, title)
    chooser.setObjectName("export_file_dialog")
    chooser.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    chooser.setDefaultSuffix(name.rpartition(".")[2])
    chooser.selectFile(name)
    chooser.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    chooser.fileSelected.connect(then)
    chooser.open()


class ExportDialog(DialogFrame):
    """`columns` are (key, words); whoever opened it does the writing."""

    wanted = Signal(str, object, str)
    """Format, column keys and path."""

    def __init__(
        self,
        icons: Icons,
        rows: int,
        columns: Sequence[tuple[str, str]],
        parent: QWidget | None = None,
        *,
        name: str = "",
    ) -> None:
        """`name`: what the file is called, with a place for its `{ending}`."""
        super().__init__(icons, "export", "", parent=parent)
        self._name = name or self.tr("tickets.{ending}", "a file name")
        self.set_title(self.tr("Export %n row(s)", "", rows))
        self.set_main(self.tr("Export"), "export")
        self.add_text(self.tr("What the list shows now: %n row(s).", "", rows))
        self._columns = ListBox(icons, "export_columns", "")
        self._columns.setMinimumHeight(icons.theme.em(13))
        for key, words in columns:
            item = QListWidgetItem(words, self._columns)
            item.setData(_KeyRole, key)
            item.setCheckState(Qt.CheckState.Checked)
        self._columns_field = self.add_field(
            self.tr("&Columns"), self._columns, hint=self.tr("Space switches a column on and off.")
        )
        self._format = Combo(icons, format_words(FORMATS), name="export_format", words="")
        self.add_field(self.tr("&Format"), self._format)
        if self._columns.count():
            self._columns.setCurrentRow(0)
        self._columns.itemChanged.connect(lambda _: self._columns_field.show_error(""))
        self._format.setFocus()
        self.finished.connect(self.deleteLater)

    def format(self) -> str:
        return self._format.value()

    def columns(self) -> tuple[str, ...]:
        items = (self._columns.item(row) for row in range(self._columns.count()))
        return tuple(str(item.data(_KeyRole)) for item in items if item.checkState() == Qt.CheckState.Checked)

    def submit(self) -> None:
        if not self.columns():
            self._columns_field.show_error(self.tr("Choose at least one column."))
            set_invalid(self._columns, True)
            self._columns.setFocus()
            return
        name = self._name.format(ending=self.format())
        choose_file(self, self.tr("Export to"), name, self.write_to)

    def write_to(self, path: str) -> None:
        self.wanted.emit(self.format(), self.columns(), str(Path(path)))
        self.accept()
