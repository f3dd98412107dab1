"""The small window of a desk that cannot be opened: what happened, whose fault it is, what to do."""

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from agentdesk.desk import DeskError
from ui import words
from ui.icons import Icons
from ui.widgets.buttons import ghost_button, primary_button
from ui.widgets.plain_label import IconLabel, copyable_label


class TroubleWindow(QWidget):
    """`again` is true when the person wants to try once more."""

    def __init__(self, error: DeskError, icons: Icons) -> None:
        super().__init__()
        theme, told = icons.theme, words.trouble(error.code, error.data)
        self._theme = theme
        self.setObjectName("trouble_window")
        self.setProperty("code", error.code)
        self.setWindowTitle(self.tr("AgentDesk cannot open the desk"))
        self.setAccessibleName(self.windowTitle())
        self.again = False
        quit_button = ghost_button(icons, self.tr("Quit"), name="trouble_quit")
        retry = primary_button(icons, self.tr("Try again"), "refresh", name="trouble_retry")
        retry.setDefault(True)
        quit_button.clicked.connect(self.close)
        retry.clicked.connect(self._try_again)
        column = QVBoxLayout()
        column.setSpacing(theme.px(8))
        column.addWidget(copyable_label(theme, told.sentence, role="dialog_title"))
        column.addWidget(copyable_label(theme, told.fault, color="text2"))
        column.addWidget(copyable_label(theme, told.way))
        column.addStretch(1)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(quit_button)
        buttons.addWidget(retry)
        column.addLayout(buttons)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(24), theme.px(24), theme.px(24), theme.px(20))
        row.setSpacing(theme.px(16))
        side = QVBoxLayout()
        side.addWidget(IconLabel(icons, "warning", color="warn", size=28))
        side.addStretch(1)
        row.addLayout(side)
        row.addLayout(column, 1)
        self.resize(theme.em(38), theme.em(15))
        retry.setFocus()  # only now: before, it was in no window

    def _try_again(self) -> None:
        self.again = True
        self.close()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.color("surface"))
        painter.end()
