"""Setting up a kind of request that has no process yet; its levels are then made in the editor."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from agentdesk.domain.values import ProcessKind
from ui import words
from ui.icons import Icons
from ui.widgets.dialog_frame import DialogFrame
from ui.widgets.inputs import Combo, TextInput, line_input


class ProcessDialog(DialogFrame):
    """`kinds`: those without a process."""

    wanted = Signal(object, str, str)
    """Kind, name and description."""

    def __init__(self, icons: Icons, kinds: Sequence[ProcessKind], parent: QWidget | None = None) -> None:
        super().__init__(icons, "process", "", parent=parent)
        self.set_title(self.tr("New process"))
        self.set_main(self.tr("Create"), "add")
        self.add_text(self.tr("Nothing is in force before its levels are saved and the process is enabled."))
        choices = [(kind.value, words.request_kind(kind)) for kind in kinds]
        self._kind = Combo(icons, choices, name="process_type", words="")
        self._name = line_input("process_title_name", "")
        self._name.setMaxLength(200)
        self._description = TextInput(icons.theme, "process_text", "", lines=2)
        self.add_field(self.tr("&Ticket type"), self._kind)
        self.add_field(self.tr("&Name"), self._name)
        self.add_field(self.tr("&Description"), self._description)
        self._kind.chosen.connect(self._propose)
        self._propose()
        self._kind.setFocus()
        self.finished.connect(self.deleteLater)

    def submit(self) -> None:
        self.accept()
        self.wanted.emit(ProcessKind(self._kind.value()), self._name.text().strip(), self._description.text().strip())

    def _propose(self) -> None:
        """The name of the kind, unless somebody wrote another one."""
        named = {"", *(self._kind.itemText(row) for row in range(self._kind.count()))}
        if self._name.text().strip() in named:
            self._name.setText(self._kind.currentText())
