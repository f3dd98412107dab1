"""Rows that are shown from their pictures look as they were drawn."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter
from pytestqt.qtbot import QtBot

from ui.theme import Theme
from ui.widgets.faces import Draw, Faces

ROW = QRectF(0, 0, 200, 40)


class Row:
    """Writes its words, and counts how often it had to."""

    def __init__(self, theme: Theme, words: str) -> None:
        self.drawn, self._theme, self._words = 0, theme, words

    def draw(self, painter: QPainter, rect: QRectF) -> None:
        self.drawn += 1
        painter.setFont(self._theme.font("body"))
        painter.setPen(self._theme.color("text"))
        painter.drawText(rect, 0, self._words)


@pytest.fixture
def theme(qtbot: QtBot) -> Theme:
    return Theme("light")


@pytest.fixture
def shown(theme: Theme) -> Callable[[Faces, object, Draw], QImage]:
    def show(faces: Faces, of: object, draw: Draw) -> QImage:
        window = QImage(ROW.size().toSize(), QImage.Format.Format_RGB32)
        window.fill(theme.color("list"))
        painter = QPainter(window)
        faces.paint(painter, ROW, of, (), draw)
        painter.end()
        return window

    return show


def test_a_row_looks_the_same_from_its_picture(theme: Theme, shown: Callable[..., QImage]) -> None:
    faces, row = Faces(theme, "list"), Row(theme, "Printer on fire")
    drawn = [shown(faces, row, row.draw) for _ in range(4)]
    assert all(picture == drawn[0] for picture in drawn)
    assert row.drawn == 2  # at first as it is, then for the picture


def test_another_row_has_a_picture_of_its_own(theme: Theme, shown: Callable[..., QImage]) -> None:
    faces, rows = Faces(theme, "list"), [Row(theme, "First"), Row(theme, "Second")]
    seen = [[shown(faces, row, row.draw) for row in rows] for _ in range(3)]
    assert seen[2] == seen[0]
    assert seen[2][0] != seen[2][1]


def test_after_a_change_of_theme_all_is_drawn_anew(theme: Theme, shown: Callable[..., QImage]) -> None:
    faces, row = Faces(theme, "list"), Row(theme, "Printer on fire")
    light = [shown(faces, row, row.draw) for _ in range(3)][-1]
    theme.set_mode("dark")
    assert shown(faces, row, row.draw) != light
    assert row.drawn == 3
