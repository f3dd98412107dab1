"""Pictures of rows: what looks as it did is not drawn again but shown again."""

from collections import OrderedDict
from collections.abc import Callable, Hashable

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPixmap

from ui.theme import Theme

_MOST = 6 * 1024 * 1024
"""Bytes: some windows full of rows."""
_SEEN = 1_000
Draw = Callable[[QPainter, QRectF], None]


class Faces:
    """A row gets its picture when it is painted for the second time, so that a fling makes none.

    `ground` is the colour under the rows: letters are drawn on it as they are in the window.
    """

    def __init__(self, theme: Theme, ground: str) -> None:
        self._theme, self._ground = theme, ground
        self._kept: OrderedDict[Hashable, tuple[object, QPixmap | None]] = OrderedDict()
        self._bytes = 0
        theme.changed.connect(self.forget)

    def forget(self) -> None:
        self._kept.clear()
        self._bytes = 0

    def paint(self, painter: QPainter, rect: QRectF, of: object, marks: Hashable, draw: Draw) -> None:
        """`of` and `marks` are all that the picture shows; `of` is another object where it says something else."""
        size, ratio = rect.size().toSize(), painter.device().devicePixelRatio()
        if ratio != round(ratio):  # a row may begin between two pixels
            draw(painter, rect)
            return
        key = id(of), marks, size.width(), size.height(), ratio
        kept = self._kept.get(key)
        if kept is None:
            draw(painter, rect)
            self._keep(key, of, None)
            return
        picture = kept[1]
        if picture is None:
            picture = self._drawn(size, ratio, draw)
            self._keep(key, of, picture)
        else:
            self._kept.move_to_end(key)
        painter.drawPixmap(rect.topLeft(), picture)

    def _drawn(self, size: QSize, ratio: float, draw: Draw) -> QPixmap:
        picture = QPixmap(size * ratio)
        picture.setDevicePixelRatio(ratio)
        picture.fill(self._theme.color(self._ground))
        painter = QPainter(picture)
        draw(painter, QRectF(0, 0, size.width(), size.height()))
        painter.end()
        return picture

    def _keep(self, key: Hashable, of: object, picture: QPixmap | None) -> None:
        """With what it shows: as long as that is kept, nothing else has its id."""
        self._kept[key] = of, picture
        self._kept.move_to_end(key)
        self._bytes += _size(picture)
        while self._bytes > _MOST or len(self._kept) > _SEEN:
            _, (_, gone) = self._kept.popitem(last=False)
            self._bytes -= _size(gone)


def _size(picture: QPixmap | None) -> int:
    return 0 if picture is None else picture.width() * picture.height() * 4
