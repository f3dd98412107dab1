"""Find in ticket: a field over the messages that marks what it finds."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.icons import Icons
from ui.widgets.buttons import icon_button, name_button
from ui.widgets.plain_label import plain_label
from ui.widgets.search_field import SearchField


class FindBar(QWidget):
    needle_changed = Signal(str)

    def __init__(self, icons: Icons) -> None:
        super().__init__()
        self.setObjectName("thread_find_bar")
        px = icons.theme.px
        self.field = SearchField(icons, "", name="thread_find")
        self.count = plain_label(icons.theme, role="small", color="text2")
        self.close_button = icon_button(icons, "close", "", name="thread_find_close")
        row = QHBoxLayout(self)
        row.setContentsMargins(px(20), px(8), px(16), px(8))
        row.setSpacing(px(8))
        row.addWidget(self.field, 1)
        row.addWidget(self.count)
        row.addWidget(self.close_button)
        self.field.text_changed.connect(self.needle_changed)
        self.close_button.clicked.connect(self.end)
        self.field.edit.installEventFilter(self)
        self.retranslate()
        self.hide()

    def start(self) -> None:
        self.show()
        self.field.edit.setFocus()
        self.field.edit.selectAll()

    def end(self) -> None:
        self.field.edit.clear()
        self.hide()

    def show_count(self, found: int) -> None:
        self.count.setText(self.tr("%n found", "", found) if self.field.text() else "")

    def retranslate(self) -> None:
        self.field.set_words(self.tr("Find in this ticket"))
        name_button(self.close_button, self.tr("Close the search"))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Escape:
            self.end()
            return True
        return super().eventFilter(watched, event)
