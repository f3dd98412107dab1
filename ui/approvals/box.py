"""The rounded boxes of a request: a title, what stands at its right, and what belongs below."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.icons import Icons
from ui.widgets.plain_label import Themed, paint_box, plain_label


class Paper(QWidget, Themed):
    def __init__(self, icons: Icons, *, name: str, fill: str = "surface") -> None:
        super().__init__()
        self._theme, self._fill = icons.theme, fill
        self.setObjectName(name)
        px = icons.theme.px
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(px(16), px(11), px(16), px(13))
        self.column.setSpacing(px(9))
        self.follow(icons.theme)

    def dress(self) -> None:
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme = QPainter(self), self._theme
        paint_box(painter, QRectF(self.rect()), theme.color(self._fill), theme.color("border"), radius=theme.px(8))
        painter.end()


class TitledPaper(Paper):
    def __init__(self, icons: Icons, *, name: str, extra: QWidget) -> None:
        super().__init__(icons, name=name)
        self.title = plain_label(icons.theme, role="strong")
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(extra)
        self.column.addLayout(head)
