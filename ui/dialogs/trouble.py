"""Something stands between the program and its desk: what, whose fault it is, and the ways on."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from agentdesk.desk import DeskError
from ui import words
from ui.icons import Icons
from ui.widgets.dialog_frame import DialogFrame


class TroubleDialog(DialogFrame):
    """`again` is asked for by the main button; closing leaves everything as it is."""

    again = Signal()

    def __init__(self, icons: Icons, error: DeskError, parent: QWidget | None = None) -> None:
        super().__init__(icons, "trouble", "", parent=parent)
        told = words.trouble(error.code, error.data)
        self.setProperty("code", error.code)
        self.set_title(self.tr("Something is in the way"))
        self.set_main(self.tr("Try again"), "refresh", harmless=True)
        self.cancel.setText(self.tr("Close"))
        self.add_text(told.sentence)
        self.add_text(told.fault)
        self.add_info(told.way)
        self.setAccessibleDescription(f"{told.sentence} {told.fault} {told.way}")
        self.main.setFocus()
        self.finished.connect(self.deleteLater)

    def submit(self) -> None:
        self.again.emit()
        self.accept()
