"""What stands over the table: title and count on the left, search and scope on the right."""

from collections.abc import Sequence

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QWidget

from ui.cards.table import NARROW
from ui.icons import Icons
from ui.widgets.buttons import Pill, ghost_button
from ui.widgets.inputs import Combo
from ui.widgets.plain_label import ElidedLabel, plain_label
from ui.widgets.search_field import SearchField


class TableHead(QWidget):
    """Picture 11: title and count on the left, search, scope, type and export on the right; `name` begins the names of
    its parts. What is searched and whose rows these are the pane says.
    """

    def __init__(self, icons: Icons, *, name: str) -> None:
        super().__init__()
        self._theme = theme = icons.theme
        self.title = plain_label(theme, role="pane_title")
        self.count = ElidedLabel(theme, role="small", color="text2")
        self.count.setObjectName(f"{name}_count")
        self.search = SearchField(icons, "", name=f"{name}_search")
        self.scope = Combo(icons, name=f"{name}_scope", words="")
        self.type = Pill(icons, "", name=f"{name}_type", shape="menu")
        self.status = Pill(icons, "", name=f"{name}_status", shape="menu")
        self.export = ghost_button(icons, "", "download", name=f"{name}_export")
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
        self.type.setText(self.tr("Type"))
        self.status.setText(self.tr("Status"))
        self.export.setText(self.tr("Export…"))

    def set_scopes(self, scopes: Sequence[tuple[str, str]], chosen: str) -> None:
        """Lists one may go to from here: their places and words."""
        self.scope.blockSignals(True)
        self.scope.set_choices(scopes)
        self.scope.set_value(chosen)
        self.scope.blockSignals(False)
        self.scope.setVisible(self.scope.count() > 1)
