"""What the width of the window leaves room for: four steps from everything to one pane at a time."""

from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QSplitter, QWidget

from ui.theme import Theme

Sizes = tuple[int, int]
Step = Literal["wide", "overlay", "rail", "single"]
# Pixels of the pictures, grown with the text: from here on there is room for it.
_STEPS: tuple[tuple[int, Step], ...] = ((1280, "wide"), (1000, "overlay"), (760, "rail"))
NAV, RAIL, LIST, LIST_LEAST, LIST_MOST, PROPERTIES, DETAIL_LEAST = 224, 56, 364, 300, 520, 264, 400
TABLE, THREAD = 362, 480


@dataclass(frozen=True, slots=True)
class Parts:
    splitter: QSplitter
    nav: QWidget
    list: QWidget
    detail: QWidget
    properties: tuple[QWidget, ...]
    """Of a ticket and of a request; each stands beside its own."""


class Arrangement(QObject):
    """Shows and hides panes; what a person hid by hand stays hidden."""

    changed = Signal(str)

    def __init__(self, theme: Theme, parts: Parts) -> None:
        super().__init__(parts.splitter)
        self._theme, self._parts = theme, parts
        self._step: Step = "wide"
        self._nav_wanted = self._properties_wanted = True
        self._properties_called = False
        self._single_detail = self._whole = False
        self._has_ticket = True
        self._layout = "cards"
        self._sizes: dict[str, Sizes] = {}
        """Of list and detail, by layout."""
        self.work = make_splitter("work_splitter")
        """List and detail: side by side, or a table above the ticket."""
        parts.splitter.insertWidget(1, self.work)
        for pane in (parts.list, parts.detail):
            self.work.addWidget(pane)
        self.work.setStretchFactor(1, 1)
        parts.splitter.setStretchFactor(1, 1)
        self._em = theme.em(100)
        theme.changed.connect(self._on_theme)
        self.apply()
        self.spread()

    @property
    def step(self) -> Step:
        return self._step

    @property
    def nav_wanted(self) -> bool:
        return self._nav_wanted

    @property
    def properties_wanted(self) -> bool:
        return self._properties_wanted

    @property
    def properties_shown(self) -> bool:
        return not self._parts.properties[0].isHidden()

    def fit(self, width: int) -> None:
        step: Step = "single"
        for least, name in reversed(_STEPS):
            step = name if width >= self._theme.px(least) else step
        if step != self._step:
            self._step = step
            self._properties_called = False
            self.apply()
            self.spread()
            self.changed.emit(step)

    def _on_theme(self) -> None:
        """Larger text takes wider panes."""
        self.apply()
        if self._theme.em(100) != self._em:
            self._em = self._theme.em(100)
            self.fit(self._parts.splitter.width())
            self.spread()

    def want_nav(self, wanted: bool) -> None:
        self._nav_wanted = wanted
        self.apply()

    def want_properties(self, wanted: bool) -> None:
        """In a narrow window they are called for once; the wish for the wide one stays."""
        if self._step == "wide":
            self._properties_wanted = wanted
        else:
            self._properties_called = wanted
        self.apply()

    def tell_ticket(self, shown: bool) -> None:
        """Without a ticket or a request there are no properties, and the detail has their room."""
        if shown != self._has_ticket:
            self._has_ticket = shown
            self.apply()

    def show_detail(self, shown: bool) -> None:
        """In the narrowest window: the ticket instead of the list."""
        self._single_detail = shown
        self.apply()

    def show_whole(self, whole: bool) -> None:
        """A place without a list: all the room is its detail's."""
        if whole != self._whole:
            self._whole = whole
            self.apply()

    @property
    def single_detail(self) -> bool:
        return self._step == "single" and self._single_detail

    def apply(self) -> None:
        parts, theme, step = self._parts, self._theme, self._step
        single = step == "single"
        rail = step in ("rail", "single")
        parts.nav.setVisible(self._nav_wanted)
        parts.nav.setMinimumWidth(theme.px(RAIL if rail else 160))
        parts.nav.setMaximumWidth(theme.px(RAIL if rail else 380))
        parts.list.setMinimumWidth(theme.px(LIST_LEAST))
        narrow = self._layout == "cards" and not single
        parts.list.setMaximumWidth(theme.px(LIST_MOST) if narrow else _NO_LIMIT)
        self._turn(Qt.Orientation.Vertical if self._stacked else Qt.Orientation.Horizontal)
        parts.list.setVisible(not self._whole and not (single and self._single_detail))
        parts.detail.setVisible(self._whole or not single or self._single_detail)
        shown = self._properties_wanted if step == "wide" else self._properties_called
        for properties in parts.properties:
            properties.setFixedWidth(theme.px(PROPERTIES))
            properties.setVisible(shown and self._has_ticket)
        least = theme.px(DETAIL_LEAST) + self._properties_room if self._layout == "table" and not single else 0
        parts.detail.setMinimumWidth(least)

    @property
    def _properties_room(self) -> int:
        """Of a wide window, whether or not there is a ticket just now."""
        return self._theme.px(PROPERTIES) if self._step == "wide" and self._properties_wanted else 0

    def show_layout(self, layout: str) -> None:
        """A table stands beside the ticket, as wide as there is room, or has the whole width above it."""
        if layout != self._layout:
            self._sizes = self.sizes()
            self._layout = layout
            self.apply()
            self._spread_work()
            self.set_sizes(self._sizes)

    def sizes(self) -> dict[str, Sizes]:
        """What list and detail have in each layout that was shown."""
        first, second = self.work.sizes()
        return {**self._sizes, self._layout: (first, second)}

    def set_sizes(self, sizes: dict[str, Sizes]) -> None:
        self._sizes = sizes
        if self._layout in sizes:
            self.work.setSizes(sizes[self._layout])

    @property
    def _stacked(self) -> bool:
        return self._layout == "table_above" and self._step != "single"

    def _turn(self, orientation: Qt.Orientation) -> None:
        if orientation != self.work.orientation():
            self.work.setOrientation(orientation)
            self._spread_work()

    def spread(self) -> None:
        """The widths of the pictures."""
        theme, parts = self._theme, self._parts
        nav = theme.px(RAIL if self._step in ("rail", "single") else NAV)
        parts.splitter.setSizes([nav, max(theme.px(DETAIL_LEAST), parts.splitter.width() - nav)])
        self._spread_work()

    def _spread_work(self) -> None:
        px, whole = self._theme.px, self.work.height() if self._stacked else self.work.width()
        first = px(TABLE if self._stacked else LIST)
        if self._layout == "table":
            first = max(first, whole - px(THREAD) - self._properties_room)
        self.work.setSizes([first, max(px(DETAIL_LEAST), whole - first)])


_NO_LIMIT = 16_777_215


def make_splitter(name: str = "main_splitter") -> QSplitter:
    splitter = QSplitter(Qt.Orientation.Horizontal)
    splitter.setObjectName(name)
    splitter.setHandleWidth(1)
    splitter.setChildrenCollapsible(False)
    return splitter
