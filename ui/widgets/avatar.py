"""A person as a coloured disc with initials, and a dot that says whether they are there."""

import unicodedata
from typing import Literal
from zlib import crc32

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme import Theme
from ui.widgets.plain_label import Themed

Presence = Literal["", "online", "away", "offline"]

# White on each of these reaches 4.77:1.
AVATAR_COLORS = ("#5C6BC0", "#3F6FB5", "#6B5B4D", "#2E7D6B", "#8A5A9E", "#A3524B", "#4A6B8A", "#7A6A1F")
_CJK = ("CJK", "HIRAGANA", "KATAKANA", "HANGUL")


def initials(name: str) -> str:
    """Two letters of a name with an alphabet, up to three signs of a name without."""
    words = [word for word in name.replace(".", " ").split() if unicodedata.category(word[0])[0] in "LN"]
    if not words:
        return "?"
    if unicodedata.name(words[0][0], "").startswith(_CJK):
        return "".join(words)[:3]
    return (words[0][0] + (words[-1][0] if len(words) > 1 else "")).upper()


def avatar_color(key: str) -> QColor:
    """The same for the same person everywhere and always."""
    return QColor(AVATAR_COLORS[crc32(key.encode()) % len(AVATAR_COLORS)])


def paint_avatar(painter: QPainter, rect: QRectF, name: str, theme: Theme, *, key: str = "") -> None:
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(avatar_color(key or name))
    painter.drawEllipse(rect)
    letters = initials(name)
    font = QFont(theme.font("label", 650))
    font.setPixelSize(max(6, round(rect.width() * {1: 0.42, 2: 0.36, 3: 0.28}[len(letters)])))
    painter.setFont(font)
    painter.setPen(QColor("#FFFFFF"))
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, letters)
    painter.restore()


def paint_presence(painter: QPainter, rect: QRectF, presence: Presence, theme: Theme, *, ground: str) -> None:
    """At the lower right of the avatar's `rect`, set off from it by a ring in the colour of the ground."""
    if not presence:
        return
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    radius = max(3.0, rect.width() * 0.145)
    middle = rect.bottomRight()
    middle.setX(middle.x() - radius)
    middle.setY(middle.y() - radius)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.color(ground))
    painter.drawEllipse(middle, radius + 1.5, radius + 1.5)
    painter.setBrush(theme.color({"online": "online", "away": "away"}.get(presence, "control")))
    painter.drawEllipse(middle, radius, radius)
    painter.restore()


class Avatar(QWidget, Themed):
    """`size` in pixels of the pictures: 20 beside a name, 32 in the thread, 36 in the properties."""

    def __init__(self, theme: Theme, name: str = "", *, key: str = "", size: int = 32, ground: str = "surface") -> None:
        super().__init__()
        self._theme, self._size, self._ground = theme, size, ground
        self._name, self._key = name, key
        self._presence: Presence = ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.show_person(name, key)
        self.follow(theme)

    def show_person(self, name: str, key: str = "") -> None:
        """`key` gives the colour: an id, so that it stays when the name changes."""
        self._name, self._key = name, key
        self.setAccessibleName(name)
        self.update()

    def show_presence(self, presence: Presence, words: str = "") -> None:
        self._presence = presence
        self.setAccessibleName(f"{self._name}, {words}" if words else self._name)
        self.update()

    def dress(self) -> None:
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        side = self._theme.px(self._size) + (2 if self._presence else 0)
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        side = self._theme.px(self._size)
        disc = QRectF(0, 0, side, side)
        paint_avatar(painter, disc, self._name, self._theme, key=self._key)
        paint_presence(painter, disc, self._presence, self._theme, ground=self._ground)
        painter.end()
