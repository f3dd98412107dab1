"""What is requested: keys and values in two columns, what it does to a quota, and the quotas themselves."""

from collections.abc import Sequence
from itertools import chain

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from agentdesk.desk.queries.requests import RequestDetail
from ui import words
from ui.approvals.box import TitledPaper
from ui.icons import Icons
from ui.widgets.banner import Banner
from ui.widgets.buttons import link_button
from ui.widgets.plain_label import PlainLabel, copyable_label, text_label

_KEY, _LONG = 88, 60


class FactGrid(QWidget):
    """Two columns of key and value, filled line by line; values of several lines have the whole width."""

    def __init__(self, icons: Icons) -> None:
        super().__init__()
        self._icons = icons
        self._shown: list[tuple[str, str]] = []
        self._labels: list[tuple[PlainLabel, PlainLabel]] = []
        self._places: list[tuple[int, int]] = []
        px = icons.theme.px
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(px(10))
        self._grid.setVerticalSpacing(px(8))
        for column in (1, 3):
            self._grid.setColumnStretch(column, 1)

    def show_facts(self, facts: Sequence[tuple[str, str]]) -> None:
        """Labels that stay where they are take other words; the same facts again keep what is marked in them."""
        if list(facts) == self._shown:
            return
        self._shown = list(facts)
        places, place = [], 0
        for _, value in facts:
            wide = "\n" in value or len(value) > _LONG
            place += place % 2 if wide else 0
            places.append((place, 3 if wide else 1))
            place += 2 if wide else 1
        if places != self._places:
            self._lay_out(places)
        for (name, told), (key, value) in zip(self._labels, facts, strict=True):
            name.setText(key)
            if told.accessibleName() != f"{key}: {value}":
                told.setText(value)
                told.setAccessibleName(f"{key}: {value}")

    def _lay_out(self, places: list[tuple[int, int]]) -> None:
        """Each with how many columns its value has."""
        self._places = places
        while self._grid.takeAt(0) is not None:
            pass
        for label in chain.from_iterable(self._labels[len(places) :]):
            label.hide()
            label.deleteLater()
        del self._labels[len(places) :]
        while len(self._labels) < len(places):
            self._labels.append(self._made())
        for (name, told), (place, span) in zip(self._labels, places, strict=True):
            row, column = divmod(place, 2)
            self._grid.addWidget(name, row, 2 * column, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(told, row, 2 * column + 1, 1, span, Qt.AlignmentFlag.AlignTop)

    def _made(self) -> tuple[PlainLabel, PlainLabel]:
        theme = self._icons.theme
        name = text_label(theme, role="meta", color="text2")
        name.setFixedWidth(theme.px(_KEY))
        told = copyable_label(theme, weight=500)
        told.setAlignment(Qt.AlignmentFlag.AlignTop)  # beside a value of two lines
        return name, told


class WishCard(TitledPaper):
    def __init__(self, icons: Icons) -> None:
        self.compare = link_button(icons, "", name="request_compare")
        super().__init__(icons, name="request_spec", extra=self.compare)
        self._icons = icons
        self._warnings: list[Banner] = []
        self.facts, self.limits = FactGrid(icons), FactGrid(icons)
        for grid in (self.facts, self.limits):
            self.column.addWidget(grid)
        self.limits.hide()
        self.compare.clicked.connect(lambda: self._show_limits(self.limits.isHidden()))
        self.retranslate()

    def show_detail(self, detail: RequestDetail, *, fresh: bool) -> None:
        self.facts.show_facts(words.wish_facts(detail))
        self.limits.show_facts(words.limit_facts(detail))
        self.compare.setVisible(bool(detail.limits))
        if fresh or not detail.limits:
            self._show_limits(bool(detail.limits) and detail.row.request.kind.is_quota)
        self._show_warnings(list(words.limit_warnings(detail)))

    def retranslate(self) -> None:
        self.title.setText(self.tr("What is requested"))
        self._name_compare()

    def _show_limits(self, shown: bool) -> None:
        self.limits.setVisible(shown)
        self._name_compare()

    def _name_compare(self) -> None:
        self.compare.setText(self.tr("Compare with quota") if self.limits.isHidden() else self.tr("Hide the quota"))

    def _show_warnings(self, sentences: list[str]) -> None:
        while len(self._warnings) < len(sentences):
            banner = Banner(self._icons, "warn", name=f"request_warning_{len(self._warnings)}")
            self._warnings.append(banner)
            self.column.addWidget(banner)
        for number, banner in enumerate(self._warnings):
            if number < len(sentences):
                banner.show_message(sentences[number], "warning")
            else:
                banner.hide()
