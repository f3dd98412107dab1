"""Asks before words are let go that exist nowhere else."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.icons import Icons
from ui.widgets.dialog_frame import DialogFrame


class DiscardDialog(DialogFrame):
    agreed = Signal()

    def __init__(self, icons: Icons, title: str, text: str, parent: QWidget | None = None) -> None:
        super().__init__(icons, "discard", self.tr("Discard “{title}”?").format(title=title), parent=parent)
        self.set_main(self.tr("Discard my change"), "delete", kind="danger")
        self.cancel.setText(self.tr("Keep it"))
        self.add_text(self.tr("It is not sent, and what you wrote is gone for good."))
        if text:
            self.add_info(text, "reply")
        self.cancel.setFocus()
        self.finished.connect(self.deleteLater)

    def submit(self) -> None:
        self.agreed.emit()
        self.accept()
