"""A file as a tile: its kind, name and size, how far it has come, and what can be done with it."""

from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QMenu, QSizePolicy, QWidget

from ui.icons import Icons
from ui.theme import text_width
from ui.widgets.buttons import icon_button, name_button
from ui.widgets.inputs import is_enter, is_for_dialog
from ui.widgets.plain_label import Themed, paint_box, paint_focus, set_tooltip

TileButton = Literal["menu", "remove", "download", "stop"]
_BUTTON_ICONS = {"menu": "chevron-down", "remove": "close", "download": "download", "stop": "close"}
_PAD, _BOX, _GAP, _BUTTON, _WIDEST_NAME = 6, 34, 8, 28, 16
_ICONS = {
    "image": ("png", "jpg", "jpeg", "gif", "bmp", "webp", "svg", "tif", "tiff"),
    "zip": ("zip", "rar", "7z", "tar", "gz", "xz"),
    "spreadsheet": ("xls", "xlsx", "csv", "ods"),
    "audio": ("wav", "mp3", "ogg", "m4a"),
    "mail": ("eml", "msg"),
    "document": ("pdf", "doc", "docx", "txt", "log", "md", "odt", "rtf"),
}


def file_icon(name: str) -> str:
    suffix = name.rpartition(".")[2].lower()
    return next((icon for icon, suffixes in _ICONS.items() if suffix in suffixes), "unknown-file")


@dataclass(frozen=True, slots=True)
class TileLook:
    """`detail` is the second line: the size, or how far, or why not. `progress` from 0 to 1, or None."""

    name: str
    detail: str
    button: TileButton = "menu"
    progress: float | None = None
    failed: bool = False


class AttachmentTile(QWidget, Themed):
    """Enter and double-click open it; dragging it out asks the owner for the file."""

    opened = Signal()
    removed = Signal()
    download_wanted = Signal()
    stopped = Signal()
    drag_wanted = Signal()

    def __init__(self, icons: Icons, look: TileLook, *, name: str = "attachment_tile") -> None:
        super().__init__()
        self._icons, self._look = icons, look
        self._pressed_at: QPoint | None = None
        self._menu = QMenu(self)
        self.setObjectName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.button = icon_button(icons, "chevron-down", "", name="attachment_menu")
        self.button.setParent(self)
        self.button.clicked.connect(self._on_button)
        self.show_file(look)
        self.follow(icons.theme)

    @property
    def look(self) -> TileLook:
        return self._look

    def show_file(self, look: TileLook) -> None:
        self._look = look
        self.setAccessibleName(f"{look.name}, {look.detail}")
        set_tooltip(self, f"{look.name}, {look.detail}")
        words = {
            "menu": self.tr("Actions for {name}"),
            "remove": self.tr("Remove {name}"),
            "download": self.tr("Download {name}"),
            "stop": self.tr("Stop the download of {name}"),
        }
        self.button.set_icon(_BUTTON_ICONS[look.button])
        name_button(self.button, words[look.button].format(name=look.name))
        self.updateGeometry()
        self.update()

    def menu(self) -> QMenu:
        """What the owner offers."""
        return self._menu

    def dress(self) -> None:
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        theme = self._icons.theme
        name = min(text_width(theme.metrics("small", 600), self._look.name), theme.em(_WIDEST_NAME))
        detail = min(text_width(theme.metrics("meta"), self._look.detail), theme.em(_WIDEST_NAME + 6))
        lines = theme.metrics("small", 600).height() + theme.metrics("meta").height() + theme.px(1)
        fixed = theme.px(2 * _PAD + _BOX + 2 * _GAP) + self.button.sizeHint().width() + theme.px(6)
        return QSize(max(name, detail) + fixed, max(theme.px(_BOX), lines) + theme.px(2 * _PAD))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._icons.theme.em(10), self.sizeHint().height())

    def resizeEvent(self, event: object) -> None:
        size = self.button.sizeHint()
        right = self.width() - self._icons.theme.px(_PAD) - size.width()
        self.button.setGeometry(right, (self.height() - size.height()) // 2, size.width(), size.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        theme, box = self._icons.theme, QRectF(self.rect())
        line = "danger_ink" if self._look.failed else "border"
        paint_box(painter, box, theme.color("raised"), theme.color(line), radius=theme.px(6))
        self._paint_icon(painter)
        self._paint_words(painter)
        if self._look.progress is not None:
            self._paint_progress(painter, self._look.progress)
        if self.hasFocus():
            paint_focus(painter, box, theme, radius=theme.px(6))
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed_at = event.position().toPoint() if event.button() == Qt.MouseButton.LeftButton else None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        start = self._pressed_at
        if start is None:
            return
        if (event.position().toPoint() - start).manhattanLength() >= QApplication.startDragDistance():
            self._pressed_at = None
            self.drag_wanted.emit()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.opened.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_enter(event) and not is_for_dialog(event):
            self.opened.emit()
        elif event.key() == Qt.Key.Key_Delete and self._look.button == "remove":
            self.removed.emit()
        elif event.key() == Qt.Key.Key_Escape and self._look.button == "stop":
            self.stopped.emit()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: object) -> None:
        self._open_menu()

    def enterEvent(self, event: QEnterEvent) -> None:
        self.update()

    def _paint_icon(self, painter: QPainter) -> None:
        theme = self._icons.theme
        side, inner = theme.px(_BOX), self._icons.size(18)
        box = QRectF(theme.px(_PAD), (self.height() - side) // 2, side, side)
        failed = self._look.failed
        paint_box(painter, box, theme.color("danger_soft" if failed else "accent_soft"), None, radius=theme.px(5))
        edge = (side - inner) // 2
        color = "danger_ink" if failed else "accent_ink"
        icon = "warning" if failed else file_icon(self._look.name)
        self._icons.paint(painter, QRectF(box.left() + edge, box.top() + edge, inner, inner), icon, color)

    def _paint_words(self, painter: QPainter) -> None:
        theme = self._icons.theme
        bold, small = theme.metrics("small", 600), theme.metrics("meta")
        left = theme.px(_PAD + _BOX + _GAP)
        room = self.button.x() - left - theme.px(4)
        top = (self.height() - bold.height() - small.height() - theme.px(1)) / 2
        painter.setFont(theme.font("small", 600))
        painter.setPen(theme.color("text"))
        shown = bold.elidedText(self._look.name, Qt.TextElideMode.ElideMiddle, room)
        painter.drawText(QRectF(left, top, room, bold.height()), int(Qt.AlignmentFlag.AlignVCenter), shown)
        painter.setFont(theme.font("meta"))
        painter.setPen(theme.color("danger_ink" if self._look.failed else "text2"))
        shown = small.elidedText(self._look.detail, Qt.TextElideMode.ElideRight, room)
        below = QRectF(left, top + bold.height() + theme.px(1), room, small.height())
        painter.drawText(below, int(Qt.AlignmentFlag.AlignVCenter), shown)

    def _paint_progress(self, painter: QPainter, progress: float) -> None:
        theme = self._icons.theme
        edge, height = theme.px(5), theme.px(4)
        bar = QRectF(edge, self.height() - height - 1, self.width() - 2 * edge, height)
        paint_box(painter, bar, theme.color("border"), None, radius=height / 2)
        done = QRectF(bar.left(), bar.top(), bar.width() * max(0.0, min(1.0, progress)), height)
        paint_box(painter, done, theme.color("accent"), None, radius=height / 2)

    def _on_button(self) -> None:
        match self._look.button:
            case "remove":
                self.removed.emit()
            case "download":
                self.download_wanted.emit()
            case "stop":
                self.stopped.emit()
            case _:
                self._open_menu()

    def _open_menu(self) -> None:
        if not self._menu.isEmpty():
            self._menu.popup(self.button.mapToGlobal(self.button.rect().bottomLeft()))
