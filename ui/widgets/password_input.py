"""A password, hidden unless its owner wants to see what they type."""

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLineEdit

from ui.icons import Icons
from ui.widgets.buttons import icon_button, name_button


class PasswordInput(QLineEdit):
    """Hidden again as soon as it is empty: the next one is another."""

    def __init__(self, icons: Icons, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self.eye = icon_button(icons, "show", "", name=f"{name}_show")
        self.eye.setParent(self)
        self.eye.setCheckable(True)
        self.eye.toggled.connect(self._show)
        self.textChanged.connect(lambda text: self.eye.setChecked(self.eye.isChecked() and bool(text)))
        self._show(False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        size = self.eye.sizeHint().boundedTo(QSize(self.height(), self.height()) - QSize(4, 4))
        self.eye.setGeometry(self.width() - size.width() - 3, (self.height() - size.height()) // 2, *size.toTuple())
        self.setTextMargins(0, 0, size.width() + 3, 0)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._show(self.eye.isChecked())

    def _show(self, shown: bool) -> None:
        self.setEchoMode(QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password)
        self.eye.set_icon("hide" if shown else "show")
        name_button(self.eye, self.tr("Hide the password") if shown else self.tr("Show the password"))
