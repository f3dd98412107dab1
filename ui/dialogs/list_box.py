"""A short list inside a form, in the look of its other fields."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QListWidget

from ui.icons import Icons
from ui.widgets.plain_label import Themed, paint_box, paint_focus


class ListBox(QListWidget, Themed):
    def __init__(self, icons: Icons, name: str, words: str) -> None:
        super().__init__()
        self._icons = icons
        self.setObjectName(name)
        self.setAccessibleName(words)
        self.setFrameShape(QListWidget.Shape.NoFrame)
        self.viewport().setAutoFillBackground(False)
        self.setTabKeyNavigation(False)
        self.follow(icons.theme)

    def dress(self) -> None:
        theme = self._icons.theme
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Highlight, theme.color("sel"))
        palette.setColor(QPalette.ColorRole.HighlightedText, theme.color("text"))
        palette.setColor(QPalette.ColorRole.Text, theme.color("text"))
        self.setPalette(palette)
        self.setFont(theme.font("body"))
        self.setSpacing(theme.px(2))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter, theme = QPainter(self.viewport()), self._icons.theme
        box = QRectF(self.viewport().rect())
        if self.hasFocus():
            paint_focus(painter, box, theme, radius=theme.px(5))
        else:
            paint_box(painter, box, None, theme.color("control"), radius=theme.px(5))
        painter.end()
