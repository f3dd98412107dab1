"""Groups of the list: what their heads say, and rows tall enough to carry them."""

from datetime import datetime

from PySide6.QtCore import QCoreApplication, QModelIndex, QObject, QRect, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QTableView

from agentdesk.desk.queries.rows import Group
from agentdesk.domain.values import Instant, StateKind
from ui import words
from ui.model import WindowedModel
from ui.theme import Theme

translate = QCoreApplication.translate
_GAP, _AIR = 8, 14


def title_of(group: Group, by: str, now: Instant) -> str:
    if by == "day":
        return words.day(int(datetime.fromisoformat(group.name).timestamp() * 1000), now)
    if by == "status":
        return words.state(group.labels) if group.labels else words.state_kind(StateKind(group.name))
    return group.name if group.id else translate("Grouping", "Not assigned yet")


class HeadCounts(QObject):
    """A class, because lupdate knows plurals only in `self.tr`."""

    def spoken(self, title: str, n: int) -> str:
        return self.tr("{title}, %n ticket(s)", "", n).format(title=title)


def head_height(theme: Theme) -> int:
    return theme.metrics("small", 650).height() + theme.px(_AIR)


def paint_head(painter: QPainter, box: QRect, theme: Theme, title: str, count: str) -> None:
    """Over the first row of its group; `box` is as wide as the list, and its words begin where those of rows do."""
    left = box.left()
    for text, weight, color in ((title, 650, "text"), (count, 400, "text2")):
        painter.setFont(theme.font("small", weight))
        painter.setPen(theme.color(color))
        room = QRect(left, box.top(), max(0, box.right() - left), box.height() - theme.px(_AIR) // 4)
        metrics = theme.metrics("small", weight)
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, int(Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft), shown)
        left += metrics.horizontalAdvance(shown) + theme.px(_GAP)


class TallRows(QObject):
    """Makes the first row of each group taller; the others keep the height of all, so a million rows stay cheap.

    Qt moves heights along with rows that come, go and move, so here only their places are followed.
    """

    def __init__(self, view: QTableView, model: WindowedModel) -> None:
        super().__init__(view)
        self._header, self._model = view.verticalHeader(), model
        self._tall: list[int] = []
        self._height = self._more = 0
        model.rowsInserted.connect(self._on_inserted)
        model.rowsRemoved.connect(self._on_removed)
        model.rowsMoved.connect(self._on_moved)
        model.layoutChanged.connect(self._on_reordered)
        model.modelReset.connect(self._on_reset)
        model.heads_changed.connect(self.fit)

    def set_heights(self, height: int, more: int) -> None:
        """Of a row, and of a head over it."""
        self._resize(self._tall, height)
        self._height, self._more = height, more
        self._tall = []
        self.fit()

    def fit(self) -> None:
        wanted = list(self._model.heads())
        if wanted != self._tall:
            self._resize(sorted(set(self._tall) - set(wanted)), self._height)
            self._resize(wanted, self._height + self._more)
            self._tall = wanted

    def _resize(self, places: list[int], height: int) -> None:
        """All in one: Qt would look for the place of each on the screen."""
        self._header.setUpdatesEnabled(False)
        for place in places:
            self._header.resizeSection(place, height)
        self._header.setUpdatesEnabled(True)

    def _on_inserted(self, _: QModelIndex, first: int, last: int) -> None:
        by = last - first + 1
        self._tall = [place + by if place >= first else place for place in self._tall]

    def _on_removed(self, _: QModelIndex, first: int, last: int) -> None:
        by = last - first + 1
        kept = (place for place in self._tall if not first <= place <= last)
        self._tall = [place - by if place > last else place for place in kept]

    def _on_moved(self, _: QModelIndex, first: int, last: int, __: QModelIndex, before: int) -> None:
        """One row, with its height."""
        assert first == last
        was_tall = first in self._tall
        self._on_removed(QModelIndex(), first, first)
        to = before - (before > first)
        self._on_inserted(QModelIndex(), to, to)
        self._tall = sorted([*self._tall, to]) if was_tall else self._tall

    def _on_reordered(self) -> None:
        if self._tall:
            rows = range(self._model.rowCount())
            self._tall = [row for row in rows if self._header.sectionSize(row) != self._height]

    def _on_reset(self) -> None:
        """Qt keeps the heights of places that are there still."""
        self._tall = [place for place in self._tall if place < self._model.rowCount()]
