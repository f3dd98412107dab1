"""What this program is, in which version, and where its desk lies."""

from pathlib import Path

from PySide6.QtWidgets import QWidget

from agentdesk import __version__
from ui.icons import Icons
from ui.widgets.dialog_frame import DialogFrame
from ui.widgets.plain_label import breakable, copyable_label


class AboutDialog(DialogFrame):
    def __init__(self, icons: Icons, desk: Path, parent: QWidget | None = None) -> None:
        super().__init__(icons, "about", "", parent=parent)
        self.set_title(self.tr("About AgentDesk"))
        self.set_main(self.tr("Close"), harmless=True)
        self.cancel.hide()
        facts = (
            ("version", self.tr("Version {version}").format(version=__version__)),
            ("what", self.tr("A support desk on this computer. It works without a network.")),
            ("desk", self.tr("This desk lies in {path}").format(path=breakable(str(desk)))),
            ("license", self.tr("Apache License 2.0. Qt and PySide6 are used under the LGPL.")),
        )
        for name, words in facts:
            label = copyable_label(icons.theme, words, color="text" if name == "version" else "text2")
            label.setObjectName(f"about_{name}")
            label.setAccessibleName(words)
            self.body.addWidget(label)
        self.main.setFocus()
        self.finished.connect(self.deleteLater)
