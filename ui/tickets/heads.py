"""What stands over the table: title and count on the left, search and scope on the right."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QWidget

from ui.icons import Icons
from ui.tickets.grouping import NARROW
from ui.widgets.buttons import Pill, ghost_button
from ui.widgets.inputs import Combo
from ui.widgets.plain_label import ElidedLabel, plain_label
from ui.widgets.search_field import SearchField


class TableHead(QWidget):
    """Picture 11: title and count on the left, search, scope, type and export on the right."""

    def __init__(self, icons: Icons) -> None:
        super().__init__()
        self._theme = theme = icons.theme
        self.title = plain_label(theme, role="pane_title")
        self.count = ElidedLabel(theme, role="small", color="text2")
        self.count.setObjectName("history_count")
        self.search = SearchField(icons, "", name="history_search")
        self.scope = Combo(icons, name="history_scope", words="")
        self.type = Pill(icons, "", name="history_type", shape="menu")
        self.status = Pill(icons, "", name="history_status", shape="menu")
        self.export = ghost_button(icons, "", "download", name="history_export")
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(theme.px(20), theme.px(12), theme.px(16), theme.px(12))
        self._box.setSpacing(theme.px(8))
        self.search.setMaximumWidth(theme.em(18))
        self._box.addLayout(self._row(self.title, self.count), 1)
        self._box.addLayout(self._row(self.search, self.scope, self.type, self.status, self.export), 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow list the controls have a line of their own, and the lesser ones are left to the menus."""
        super().resizeEvent(event)
        narrow = self.width() < self._theme.em(NARROW)
        direction = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        self._box.setDirection(direction)
        for lesser in (self.status, self.export):
            lesser.setVisible(not narrow)

    def _row(self, *widgets: QWidget) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(self._theme.px(8))
        for widget in widgets:
            row.addWidget(widget, 1 if widget in (self.count, self.search) else 0)
        return row

    def retranslate(self) -> None:
        self.search.set_words(self.tr("Search subject or content"))
        self.scope.setAccessibleName(self.tr("Whose tickets"))
        self.type.setText(self.tr("Type"))
        self.status.setText(self.tr("Status"))
        self.export.setText(self.tr("Export…"))

    def set_scopes(self, queues: tuple[str, ...], chosen: str) -> None:
        texts = {
            "support.mine": self.tr("My tickets"),
            "support.org": self.tr("My organisation"),
            "support.all": self.tr("All tickets"),
        }
        self.scope.blockSignals(True)
        self.scope.set_choices([(key, text) for key, text in texts.items() if key in queues or key == chosen])
        if chosen in texts:
            self.scope.set_value(chosen)
        self.scope.blockSignals(False)
        self.scope.setVisible(self.scope.count() > 1)
