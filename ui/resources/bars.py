"""What is used of a quota, size by size, as bars with their numbers."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from agentdesk.desk.queries.resources import Use
from ui.icons import Icons
from ui.widgets.plain_label import Themed
from ui.words import resources

_HUES = {"free": "accent", "scarce": "warn", "full": "danger"}
_HEIGHT = 8


class UseBar(QWidget, Themed):
    """Its words say the same as its length and hue."""

    def __init__(self, icons: Icons, use: Use) -> None:
        super().__init__()
        self._theme, self._use = icons.theme, use
        self.setObjectName(f"use_{use.size}")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(f"{resources.use_name(use)}: {resources.use_words(use)}")
        self.setProperty("percent", use.percent)
        self.follow(icons.theme)

    def dress(self) -> None:
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        theme = self._theme
        return QSize(theme.em(16), theme.metrics("body").lineSpacing() + theme.px(7 + _HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme, use = QPainter(self), self._theme, self._use
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        line = QRectF(0, 0, self.width(), theme.metrics("body").lineSpacing())
        painter.setFont(theme.font("body"))
        painter.setPen(theme.color("text2"))
        painter.drawText(line, int(Qt.AlignmentFlag.AlignLeft), resources.use_name(use))
        painter.setPen(theme.color("text"))
        painter.drawText(line, int(Qt.AlignmentFlag.AlignRight), resources.use_words(use))
        box = QRectF(0, line.bottom() + theme.px(5), self.width(), theme.px(_HEIGHT))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("sunken"))
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        if use.percent:
            self._fill(painter, box)
        painter.end()

    def _fill(self, painter: QPainter, box: QRectF) -> None:
        """Never thinner than it is high, or little would look like nothing."""
        full = max(box.height(), box.width() * min(self._use.percent, 100) / 100)
        painter.setBrush(self._theme.color(_HUES[resources.level_of(self._use.percent)]))
        painter.drawRoundedRect(QRectF(box.x(), box.y(), full, box.height()), box.height() / 2, box.height() / 2)


class UseBars(QWidget):
    def __init__(self, icons: Icons) -> None:
        super().__init__()
        self._icons = icons
        self._shown: tuple[Use, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(icons.theme.px(14))

    def show_uses(self, uses: Sequence[Use]) -> None:
        if tuple(uses) == self._shown:
            return
        self._shown = tuple(uses)
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for use in uses:
            self._column.addWidget(UseBar(self._icons, use))

    def forget(self) -> None:
        """Words in another language are other words."""
        self._shown = ()
