"""Window memory: sizes, splitters, columns and small facts, in one versioned group; what cannot be read is ignored."""

from PySide6.QtCore import QByteArray, QPoint, QRect, QSettings
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHeaderView, QMainWindow, QSplitter, QWidget

GROUP = "ui/v1"


class Geometry:
    """Given the settings to keep things in; tests give a file of their own."""

    def __init__(self, settings: QSettings) -> None:
        self._settings = settings

    def save_window(self, name: str, window: QWidget) -> None:
        self._write(f"{name}/geometry", window.saveGeometry())
        if isinstance(window, QMainWindow):
            self._write(f"{name}/state", window.saveState())

    def restore_window(self, name: str, window: QWidget) -> bool:
        """A window whose screen is gone comes to the middle of the one that is left."""
        saved = self._bytes(f"{name}/geometry")
        if saved is None or not window.restoreGeometry(saved):
            return False
        state = self._bytes(f"{name}/state")
        if isinstance(window, QMainWindow) and state is not None:
            window.restoreState(state)
        if not _is_on_a_screen(window.frameGeometry()):
            _centre(window)
        return True

    def save_splitter(self, name: str, splitter: QSplitter) -> None:
        self._write(f"{name}/panes", splitter.count())
        self._write(f"{name}/splitter", splitter.saveState())

    def restore_splitter(self, name: str, splitter: QSplitter) -> bool:
        """Qt would restore the sizes of another number of panes and call it a success."""
        saved = self._bytes(f"{name}/splitter")
        if saved is None or self.number(f"{name}/panes", -1) != splitter.count():
            return False
        return splitter.restoreState(saved)

    def save_header(self, name: str, header: QHeaderView) -> None:
        self._write(f"{name}/columns", header.count())
        self._write(f"{name}/header", header.saveState())

    def restore_header(self, name: str, header: QHeaderView) -> bool:
        saved = self._bytes(f"{name}/header")
        if saved is None or self.number(f"{name}/columns", -1) != header.count():
            return False
        return header.restoreState(saved)

    def text(self, name: str, default: str = "") -> str:
        value = self._read(name)
        return value if isinstance(value, str) else default

    def number(self, name: str, default: int = 0) -> int:
        value = self._read(name)
        try:
            return int(value) if isinstance(value, str | int) else default
        except ValueError:
            return default

    def flag(self, name: str, *, default: bool = False) -> bool:
        """Ini files give words back for yes and no."""
        return {"true": True, "false": False}.get(str(self._read(name)).lower(), default)

    def remember(self, name: str, value: str | int | bool) -> None:
        self._write(name, value)

    def flush(self) -> None:
        self._settings.sync()

    def _read(self, name: str) -> object:
        return self._settings.value(f"{GROUP}/{name}")

    def _bytes(self, name: str) -> QByteArray | None:
        value = self._read(name)
        return value if isinstance(value, QByteArray) and not value.isEmpty() else None

    def _write(self, name: str, value: object) -> None:
        self._settings.setValue(f"{GROUP}/{name}", value)


def _is_on_a_screen(frame: QRect) -> bool:
    """Enough of the title to take hold of it."""
    grip = QRect(frame.topLeft(), frame.topRight() + QPoint(0, 32)).adjusted(48, 0, -48, 0)
    return any(screen.availableGeometry().intersects(grip) for screen in QGuiApplication.screens())


def _centre(window: QWidget) -> None:
    area = QGuiApplication.primaryScreen().availableGeometry()
    window.resize(window.size().boundedTo(area.size()))
    window.move(area.center() - window.rect().center())
