"""What can be done with an attached file: look at a copy, save it, drag it out. Never is it opened in its place."""

import os
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QMimeData, QObject, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QDrag
from PySide6.QtWidgets import QFileDialog, QWidget

from agentdesk.desk import Desk
from agentdesk.desk.queries.rows import AttachmentRow
from agentdesk.domain.attachments import PROGRAM_TYPES, PROGRAMS, extension
from agentdesk.domain.filenames import safe_name
from ui import words
from ui.cards.downloads import Downloads
from ui.context import Jobs
from ui.icons import Icons
from ui.widgets.attachment_tile import AttachmentTile, TileButton, TileLook

translate = QCoreApplication.translate

RISKY = PROGRAMS | frozenset(
    {
        "htm", "html", "xhtml", "mht", "mhtml", "svg", "xml", "xsl", "docm", "dotm", "xlsm", "xltm", "xlam", "pptm",
        "ppam", "potm", "iso", "img", "vhd", "vhdx", "one", "chm", "hlp", "rdp", "ics", "py", "pl", "rb", "appimage",
        "command", "pkg", "msix", "appx", "settingcontent-ms", "library-ms", "search-ms", "xll", "wll", "slk",
    }
)  # fmt: skip
"""Programs and files that can act like one (C5): these are only ever saved."""


def may_be_opened(file: AttachmentRow) -> bool:
    return extension(safe_name(file.name)) not in RISKY and file.media_type not in PROGRAM_TYPES


@dataclass(frozen=True, slots=True)
class Copied:
    path: Path


class FileDoors(QObject):
    """The ways a file leaves the desk; each makes a copy first."""

    failed = Signal(str)
    """A sentence."""

    def __init__(
        self, desk: Desk, open_url: Callable[[QUrl], bool] = QDesktopServices.openUrl, jobs: Jobs | None = None
    ) -> None:
        super().__init__()
        self._desk, self._open_url = desk, open_url
        self.downloads = Downloads(desk, jobs, self)

    def open_copy(self, file: AttachmentRow) -> None:
        if not may_be_opened(file):
            self.failed.emit(
                self.tr("“{name}” could run as a program, so it is only saved, never opened.").format(name=file.name)
            )
            return
        self._copy(file, lambda path: self._open(path))

    def is_here(self, file: AttachmentRow) -> bool:
        download = self.downloads.of(file.sha256)
        return file.here or (download is not None and download.state == "here")

    def open_when_here(self, file: AttachmentRow) -> None:
        if self.is_here(file) or not self.downloads.possible:
            self.open_copy(file)
        else:
            self.downloads.want(file, lambda: self.open_copy(file) if may_be_opened(file) else None)

    def save_as(self, file: AttachmentRow, parent: QWidget) -> None:
        dialog = QFileDialog(parent, self.tr("Save attachment"))
        dialog.setObjectName("save_attachment_dialog")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.selectFile(safe_name(file.name))
        dialog.fileSelected.connect(lambda path: self.save_to(file, Path(path)))
        dialog.open()

    def save_to(self, file: AttachmentRow, path: Path) -> None:
        """Once it is here."""
        if self.is_here(file) or not self.downloads.possible:
            self._save(file, path)
        else:
            self.downloads.want(file, lambda: self._save(file, path))

    def _save(self, file: AttachmentRow, path: Path) -> None:
        self._desk.job(lambda: self._write(file, path), lambda _: None, lambda _: self._tell_failure(file))

    def drag_out(self, file: AttachmentRow, source: QWidget) -> None:
        """The copy is made before the drag begins, so that it can be dropped anywhere."""
        self._copy(file, lambda path: self._drag(path, source))

    def _copy(self, file: AttachmentRow, then: Callable[[Path], None]) -> None:
        self._desk.job(lambda: self._to_fresh_place(file), then, lambda _: self._tell_failure(file))

    def _to_fresh_place(self, file: AttachmentRow) -> Path:
        place = Path(tempfile.mkdtemp(prefix="agentdesk-"))  # mkdtemp makes it 0700
        path = place / safe_name(file.name)
        self._write(file, path)
        return path

    def _write(self, file: AttachmentRow, path: Path) -> None:
        """Readable by this person only, and never executable."""
        content = self._desk.blobs.read(file.sha256)
        if content is None:
            raise FileNotFoundError(file.name)
        path.write_bytes(content)
        os.chmod(path, 0o600)

    def _open(self, path: Path) -> None:
        self._open_url(QUrl.fromLocalFile(str(path)))

    def _drag(self, path: Path, source: QWidget) -> None:
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(path))])
        drag = QDrag(source)
        drag.setMimeData(data)
        drag.exec(Qt.DropAction.CopyAction)

    def _tell_failure(self, file: AttachmentRow) -> None:
        self.failed.emit(self.tr("“{name}” could not be copied: it is not on this computer.").format(name=file.name))


class FileTile(AttachmentTile):
    """Open where that is safe, and Save as; before that the way here, with how far it is and a way to stop it."""

    def __init__(self, icons: Icons, file: AttachmentRow, doors: FileDoors) -> None:
        super().__init__(icons, _look(file, doors))
        self._file, self._doors = file, doors
        self.opened.connect(lambda: doors.open_when_here(file))
        self.download_wanted.connect(lambda: doors.downloads.want(file))
        self.stopped.connect(lambda: doors.downloads.stop(file.sha256))
        self.drag_wanted.connect(self._drag)
        doors.downloads.changed.connect(self._on_changed)
        menu = self.menu()
        if may_be_opened(file):
            menu.addAction(translate("FileDoors", "Open a copy"), lambda: doors.open_when_here(file))
        menu.addAction(translate("FileDoors", "Save as…"), lambda: doors.save_as(file, self))

    def _drag(self) -> None:
        if self._doors.is_here(self._file):
            self._doors.drag_out(self._file, self)
        elif self._doors.downloads.possible:
            self._doors.downloads.want(self._file)

    def _on_changed(self, sha256: str) -> None:
        if sha256 == self._file.sha256:
            self.show_file(_look(self._file, self._doors))


def _look(file: AttachmentRow, doors: FileDoors) -> TileLook:
    download = doors.downloads.of(file.sha256)
    if doors.is_here(file):
        return TileLook(file.name, words.size(file.size))
    if download is None:
        button: TileButton = "download" if doors.downloads.possible else "menu"
        return TileLook(file.name, words.download("", 0, file.size), button)
    if download.state == "failed":
        return TileLook(file.name, words.download_failure(download.code), "download", failed=True)
    share = download.done / file.size if download.state == "running" and file.size else None
    return TileLook(file.name, words.download(download.state, download.done, file.size), "stop", share)
