"""Where dropped files go: one or two zones over a pane while files are dragged across it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QMimeData, QObject, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QFont,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QWidget

from ui.icons import Icons
from ui.widgets.plain_label import Themed

_FIRST_SHARE = 0.6
_VEIL = 0.92


@dataclass(frozen=True, slots=True)
class Zone:
    """`hint` is the count and the rules, or the reason why all files are refused there."""

    key: str
    title: str
    icon: str
    hint: str = ""
    allowed: bool = True


ZonesOf = Callable[[list[str]], Sequence[Zone]]


def dropped_paths(data: QMimeData) -> list[str]:
    """The local files of a drag or of the clipboard; folders are among them and refused by whoever asks."""
    return [url.toLocalFile() for url in data.urls() if url.isLocalFile()]


class DropOverlay(QWidget, Themed):
    """`zones_of` says, given the paths, which zones there are now; none = nothing can be dropped."""

    dropped = Signal(str, list)

    def __init__(self, icons: Icons, host: QWidget, zones_of: ZonesOf) -> None:
        super().__init__(host)
        self._icons, self._host, self._zones_of = icons, host, zones_of
        self._zones: list[Zone] = []
        self._over = -1
        self.setObjectName("drop_overlay")
        self.setAcceptDrops(True)
        host.setAcceptDrops(True)
        host.installEventFilter(self)
        self.follow(icons.theme)
        self.hide()

    def show_zones(self, zones: Sequence[Zone], over: int = 0) -> None:
        self._zones, self._over = list(zones), over
        self.setAccessibleName(". ".join(f"{zone.title}. {zone.hint}".strip() for zone in zones))
        self.setGeometry(self._host.rect())
        self.raise_()
        self.show()
        self.update()

    def dress(self) -> None:
        self.update()

    def zone_rects(self) -> list[QRectF]:
        """The first zone is the larger one."""
        px = self._icons.theme.px
        area = QRectF(self.rect()).adjusted(px(15), px(16), -px(16), -px(16))
        if len(self._zones) < 2:
            return [area] * len(self._zones)
        gap = px(11)
        first = round((area.height() - gap) * (_FIRST_SHARE + 0.014))
        top = QRectF(area.left(), area.top(), area.width(), first)
        return [top, QRectF(area.left(), top.bottom() + gap, area.width(), area.height() - first - gap)]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QDragEnterEvent):
            return self._enter(event)
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self.setGeometry(self._host.rect())
        return super().eventFilter(watched, event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        self._over = self._zone_at(event.position())
        self.update()
        zone = self._zones[self._over] if self._over >= 0 else None
        if zone is not None and zone.allowed:
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
        else:
            event.ignore()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self.hide()

    def dropEvent(self, event: QDropEvent) -> None:
        self.hide()
        place = self._zone_at(event.position())
        if place >= 0 and self._zones[place].allowed:
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
            self.dropped.emit(self._zones[place].key, dropped_paths(event.mimeData()))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        veil = QColor(self._icons.theme.color("surface"))
        veil.setAlphaF(_VEIL)
        painter.fillRect(self.rect(), veil)  # also between the zones, where words would look like theirs
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for number, (zone, rect) in enumerate(zip(self._zones, self.zone_rects(), strict=True)):
            self._paint_zone(painter, rect, zone, over=number == self._over)
        painter.end()

    def _enter(self, event: QDragEnterEvent) -> bool:
        paths = dropped_paths(event.mimeData())
        zones = self._zones_of(paths) if paths else []
        if not zones:
            return False
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        self.show_zones(zones, -1)
        self._over = self._zone_at(event.position())
        return True

    def _zone_at(self, point: QPointF) -> int:
        return next((number for number, rect in enumerate(self.zone_rects()) if rect.contains(point)), -1)

    def _paint_zone(self, painter: QPainter, rect: QRectF, zone: Zone, *, over: bool) -> None:
        theme = self._icons.theme
        fill = theme.color("accent_soft") if over else QColor(Qt.GlobalColor.transparent)
        ink = theme.color("mark" if over else "text3")
        if not zone.allowed:
            fill, ink = theme.color("danger_soft"), theme.color("danger_ink")
        pen = QPen(ink, 2)
        pen.setDashPattern([5, 2.5])
        painter.setPen(pen)
        painter.setBrush(fill)
        painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), theme.px(10), theme.px(10))
        self._paint_words(painter, rect, zone, over=over)

    def _paint_words(self, painter: QPainter, rect: QRectF, zone: Zone, *, over: bool) -> None:
        theme = self._icons.theme
        side, middle = theme.px(28), rect.center()
        icon = QRectF(round(middle.x() - side / 2), round(middle.y() - theme.px(36)), side, side)
        color = "text2" if not over else "accent_ink"
        self._icons.paint(painter, icon, zone.icon, color if zone.allowed else "danger_ink")
        self._paint_line(painter, rect, middle.y() + theme.px(14), zone.title, theme.font("pane_title", 600), "text")
        hint_color = "text2" if zone.allowed else "danger_ink"
        self._paint_line(painter, rect, middle.y() + theme.px(60), zone.hint, theme.font("small"), hint_color)

    def _paint_line(self, painter: QPainter, rect: QRectF, middle: float, text: str, font: QFont, color: str) -> None:  # noqa: PLR0913
        height = self._icons.theme.em(3)
        painter.setFont(font)
        painter.setPen(self._icons.theme.color(color))
        flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
        painter.drawText(QRectF(rect.left() + 16, middle - height / 2, rect.width() - 32, height), int(flags), text)
