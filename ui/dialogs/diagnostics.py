"""What somebody who helps needs to know of this program and desk: versions and findings, no content and no names."""

import platform
import sqlite3
from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QIODevice, QLocale, QSaveFile, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from agentdesk import __version__
from agentdesk.desk import Desk
from agentdesk.desk.doctor import Finding, examine
from agentdesk.settings import Settings
from ui.dialogs.alive import if_alive
from ui.dialogs.export import choose_file
from ui.icons import Icons
from ui.widgets.announce import announce
from ui.widgets.buttons import Button
from ui.widgets.dialog_frame import WIDE, DialogFrame
from ui.widgets.inputs import TextInput


def report(findings: Iterable[Finding], settings: Settings, *, served: bool) -> str:
    """In English, since it is read elsewhere."""
    facts = {
        "AgentDesk": __version__,
        "Python": platform.python_version(),
        "Qt": qVersion(),
        "SQLite": sqlite3.sqlite_version,
        "System": f"{platform.system()} {platform.release()} {platform.machine()}",
        "Platform of windows": QGuiApplication.platformName(),
        "Screens": ", ".join(_screens()),
        "Locale": QLocale.system().name(),
        "Language, theme, text": f"{settings.language}, {settings.theme}, {settings.text_scale}",
        "Layout, density, hold": f"{settings.layout}, {settings.density}, {settings.hold_seconds} s",
        "Desk": "with a server" if served else "on this computer only",
    }
    checked = [f"{f.check}: {'good' if f.good else 'BAD'}{f' ({f.detail})' if f.detail else ''}" for f in findings]
    return "\n".join([*(f"{name}: {value}" for name, value in facts.items()), "", *checked, ""])


def _screens() -> Iterable[str]:
    for screen in QGuiApplication.screens():
        yield f"{screen.size().width()}x{screen.size().height()} at {screen.devicePixelRatio():g}"


class DiagnosticsDialog(DialogFrame):
    """The desk is examined on the lane of long work; until then the main button waits."""

    def __init__(self, desk: Desk, icons: Icons, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(icons, "diagnostics", "", parent=parent, width=WIDE)
        self._desk, self._settings = desk, settings
        self.set_title(self.tr("Diagnostics"))
        self.set_main(self.tr("Save…"), "export", harmless=True)
        self.cancel.setText(self.tr("Close"))
        self.add_text(self.tr("Versions and the state of the desk. No message, name or address is in it."))
        self.text = TextInput(icons.theme, "diagnostics_text", self.tr("Diagnostics"), lines=16)
        self.text.setReadOnly(True)
        self.text.setPlaceholderText(self.tr("The desk is being examined…"))
        self.body.addWidget(self.text)
        self.copy = Button(icons, self.tr("Copy"), "copy", name="diagnostics_copy")
        self.copy.clicked.connect(self._copy)
        self.add_row(self.copy).addStretch(2)
        self._allow(False)
        self.finished.connect(self.deleteLater)
        desk.long_job(lambda: examine(desk.directory), if_alive(self, self._show), if_alive(self, self._show_failure))

    def submit(self) -> None:
        choose_file(self, self.tr("Save diagnostics"), "agentdesk-diagnostics.txt", self.write_to)

    def write_to(self, path: str) -> None:
        """Whole or not at all."""
        file = QSaveFile(path)
        content = self.text.text().encode()
        good = file.open(QIODevice.OpenModeFlag.WriteOnly) and file.write(content) == len(content)
        if good and file.commit():
            self.accept()
        else:
            name, reason = Path(path).name, file.errorString()
            self.show_error(self.tr("{file} could not be written: {reason}").format(file=name, reason=reason))

    def _show(self, findings: tuple[Finding, ...]) -> None:
        self.text.setPlainText(report(findings, self._settings, served=bool(self._desk.served)))
        self._allow(True)

    def _show_failure(self, error: Exception) -> None:
        self._show((Finding("desk", False, getattr(error, "code", type(error).__name__)),))

    def _allow(self, ready: bool) -> None:
        self.main.setEnabled(ready)
        self.copy.setEnabled(ready)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.text.text())
        announce(self, self.tr("Copied"))
