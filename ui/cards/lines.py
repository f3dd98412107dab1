"""The small lines between messages: what happened, which day it is, where the new ones begin."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from agentdesk.desk.queries.rows import MessageRow
from agentdesk.domain.values import Visibility
from ui import words
from ui.icons import Icons
from ui.theme import Theme, text_width
from ui.widgets.plain_label import IconLabel, Themed, copyable_label, plain_label, set_tooltip, text_label

INDENT = 43
"""Where cards begin, in pixels of the pictures: an avatar and a gap."""
_ICONS = {
    "ticket-handled": "handle", "handler-changed": "forward", "confirmation-requested": "resolved",
    "ticket-completed": "check", "solution-confirmed": "check", "solution-refused": "reply", "ticket-ended": "check",
    "ticket-cancelled": "cancel", "ticket-returned-incomplete": "undo", "ticket-rated": "star",
    "ticket-auto-closed": "clock", "participant-added": "add-person", "participant-removed": "person",
    "link-shared": "link", "ticket-taken-over": "take-over", "ticket-forwarded": "forward",
    "ticket-requeued": "queue", "ticket-moved": "move", "priority-changed": "priority", "ticket-recorded": "download",
}  # fmt: skip


class SystemLine(QWidget):
    """One plain sentence with its icon; a lock where the requester does not see it."""

    def __init__(self, icons: Icons, message: MessageRow) -> None:
        super().__init__()
        theme = icons.theme
        self.setObjectName("system_line")
        self.setProperty("messageId", message.id)
        actor = message.author_name or message.author_user
        self._sentence = words.system_message(message.code, message.data, actor)
        self.label = text_label(theme, role="meta", color="text2")
        self.label.setText(f"{self._sentence} · {words.clock_time(message.at)}")
        set_tooltip(self.label, words.when(message.at))
        row = QHBoxLayout()
        row.setSpacing(theme.px(7))
        row.addWidget(IconLabel(icons, _ICONS.get(message.code, "info"), color="text2", size=14))
        row.addWidget(self.label, 1)
        if message.visibility == Visibility.STAFF:
            row.addWidget(IconLabel(icons, "note", color="text3", size=13))
            row.addWidget(plain_label(theme, self.tr("Staff only"), role="meta", color="text2"))
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(INDENT), theme.px(1), theme.px(4), theme.px(1))
        column.setSpacing(theme.px(4))
        column.addLayout(row)
        if message.body_text:
            said = copyable_label(theme, message.body_text, role="small", color="text2")
            said.setContentsMargins(theme.px(21), 0, 0, 0)
            column.addWidget(said)
        self.setAccessibleName(self.label.text())


class Separator(QWidget, Themed):
    """A word between two hairlines: a day, or where the unread messages begin."""

    def __init__(self, theme: Theme, text: str, *, name: str, color: str = "text2", line: str = "border") -> None:
        super().__init__()
        self._theme, self._text, self._color, self._line = theme, text, color, line
        self.setObjectName(name)
        self.setAccessibleName(text)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.follow(theme)

    def dress(self) -> None:
        self.setFixedHeight(self._theme.metrics("meta", 600).height() + self._theme.px(6))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        theme = self._theme
        width = text_width(theme.metrics("meta", 600), self._text)
        left = (self.width() - width) / 2
        painter.setFont(theme.font("meta", 600))
        painter.setPen(theme.color(self._color))
        place = QRectF(left, 0, width + 2, self.height())
        painter.drawText(place, int(Qt.AlignmentFlag.AlignVCenter), self._text)
        gap, middle = theme.px(10), self.height() // 2
        painter.fillRect(QRectF(0, middle, left - gap, 1), theme.color(self._line))
        painter.fillRect(QRectF(left + width + gap, middle, left - gap, 1), theme.color(self._line))
        painter.end()
