"""What stands over a list of cards: title, count, order, and a field to look for words in it."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from agentdesk.desk.queries.groups import GROUPINGS
from ui.icons import Icons
from ui.widgets.buttons import icon_button, name_button
from ui.widgets.chip_bar import ChipBar
from ui.widgets.plain_label import ElidedLabel, plain_label
from ui.widgets.search_field import SearchField

SORTS = ("", "urgency", "waiting", "activity", "newest", "oldest")
TYPING_PAUSE = 150
"""Milliseconds after the last letter before the list is asked."""


class CardsHead(QWidget):
    """`bar` is the row of filters; the search field over number and title appears when it is asked for (GU-25).

    Its parts have names that begin with `name`; without `groupings` the list cannot be grouped.
    """

    sort_chosen = Signal(str)
    group_chosen = Signal(str)
    text_changed = Signal(str)

    def __init__(
        self, icons: Icons, bar: ChipBar, *, name: str = "list", sorts: Sequence[str] = SORTS, groupings: bool = True
    ) -> None:
        super().__init__()
        self._icons, self._sort, self._group = icons, "", ""
        self._sorts, self._groupings = sorts, groupings
        theme = icons.theme
        self.title = plain_label(theme, role="pane_title")
        self.title.setObjectName(f"{name}_title")
        self.count = ElidedLabel(theme, role="small", color="text2")
        self.count.setObjectName(f"{name}_count")
        self.sort = icon_button(icons, "sort", "", name=f"{name}_sort")
        self.filter = icon_button(icons, "filter", "", name=f"{name}_filter")
        self.filter.setCheckable(True)
        self.search = SearchField(icons, "", name=f"{name}_search")
        self.search.hide()
        self._menu = QMenu(self)
        self.sort.clicked.connect(self._open_sorts)
        self.filter.toggled.connect(self._show_search)
        self.search.text_changed.connect(self.text_changed)
        self._build(bar)

    def show_search(self) -> None:
        self.filter.setChecked(True)
        self.search.edit.setFocus()
        self.search.edit.selectAll()

    def set_sort(self, sort: str) -> None:
        self._sort = sort

    def set_group(self, group: str) -> None:
        self._group = group

    def set_text(self, text: str) -> None:
        if text != self.search.text():
            self.search.edit.setText(text)
        if text:
            self.filter.setChecked(True)

    def menu(self) -> QMenu:
        return self._menu

    def retranslate(self) -> None:
        name_button(self.sort, self.tr("Sort and group") if self._groupings else self.tr("Sort"))
        name_button(self.filter, self.tr("Search in this list"))
        self.search.set_words(self.tr("Number or title"))

    def _show_search(self, shown: bool) -> None:
        self.search.setVisible(shown)
        if shown:
            self.search.edit.setFocus()
        else:
            self.search.edit.clear()

    def _open_sorts(self) -> None:
        self._menu.clear()
        texts = {
            "": self.tr("Order of this list"),
            "urgency": self.tr("Priority, then longest waiting"),
            "waiting": self.tr("Longest waiting"),
            "activity": self.tr("Last activity"),
            "newest": self.tr("Newest"),
            "oldest": self.tr("Oldest"),
        }
        for key in self._sorts:
            self._add_choice(texts[key], chosen=key == self._sort, choose=partial(self.sort_chosen.emit, key))
        if self._groupings:
            self._add_groupings()
        self._menu.popup(self.sort.mapToGlobal(QPoint(0, self.sort.height())))

    def _add_groupings(self) -> None:
        self._menu.addSeparator()
        texts = {
            "": self.tr("No groups"),
            "day": self.tr("Grouped by day"),
            "status": self.tr("Grouped by status"),
            "owner": self.tr("Grouped by owner"),
        }
        for key in GROUPINGS:
            self._add_choice(texts[key], chosen=key == self._group, choose=partial(self.group_chosen.emit, key))

    def _add_choice(self, text: str, *, chosen: bool, choose: Callable[[], None]) -> None:
        action = self._menu.addAction(text)
        action.setCheckable(True)
        action.setChecked(chosen)
        action.triggered.connect(lambda _=False: choose())

    def _build(self, bar: ChipBar) -> None:
        px = self._icons.theme.px
        top = QHBoxLayout()
        top.setSpacing(px(8))
        top.addWidget(self.title)
        top.addWidget(self.count, 1)
        top.addWidget(self.sort)
        top.addWidget(self.filter)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(16), px(11), px(8), px(10))
        column.setSpacing(px(7))
        column.addLayout(top)
        column.addWidget(self.search)
        column.addWidget(bar)
