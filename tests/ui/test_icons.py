"""Icons: every file draws, in the colour that was asked for, as sharp as the screen."""

from pathlib import Path

import pytest
from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QIcon, QImage, QPainter, QPixmap
from PySide6.QtWidgets import QApplication

import resources
from ui.icons import PRIORITIES, STATE_GLYPHS, Icons, paint_priority
from ui.theme import Theme

NAMES = sorted(Path(str(file)).stem for file in resources.path("icons").iterdir())


@pytest.fixture
def icons(qapp: QApplication) -> Icons:
    return Icons(Theme("light"))


def colors_of(picture: QPixmap) -> set[str]:
    image = picture.toImage()
    places = [(x, y) for x in range(image.width()) for y in range(image.height())]
    return {image.pixelColor(x, y).name() for x, y in places if image.pixelColor(x, y).alpha() == 255}


@pytest.mark.parametrize("name", NAMES)
def test_every_icon_draws_something_in_the_colour_asked_for(icons: Icons, name: str) -> None:
    picture = icons.pixmap(name, QColor("#123456"), 48)
    assert not picture.isNull()
    assert "#123456" in colors_of(picture)


@pytest.mark.parametrize("name", NAMES)
def test_every_icon_is_drawn_in_the_same_hand(name: str) -> None:
    source = resources.path(f"icons/{name}.svg").read_text(encoding="utf-8")
    assert 'viewBox="0 0 24 24"' in source
    assert 'stroke-width="1.8"' in source
    assert "#" not in source


def test_there_is_a_glyph_for_every_state_and_no_two_look_alike() -> None:
    assert all(f"state-{glyph}" in NAMES for glyph, _ in STATE_GLYPHS.values())
    kinds = ("new", "working", "waiting_customer", "waiting_staff", "waiting_confirmation", "done", "cancelled")
    assert len({STATE_GLYPHS[kind] for kind in kinds}) == len(kinds)
    assert len({STATE_GLYPHS[kind][0] for kind in kinds}) == len(kinds)


def test_a_picture_is_as_sharp_as_its_screen(icons: Icons) -> None:
    picture = icons.pixmap("ticket", "text", 16, ratio=2.0)
    assert (picture.width(), picture.devicePixelRatio()) == (32, 2.0)


def test_a_picture_is_drawn_once(icons: Icons) -> None:
    first = icons.pixmap("ticket").cacheKey()
    assert icons.pixmap("ticket").cacheKey() == first
    icons.theme.set_mode("dark")
    assert icons.pixmap("ticket").cacheKey() != first


def test_an_icon_is_paler_when_its_button_is_disabled(icons: Icons) -> None:
    icon = icons.icon("check", "text")
    on = icon.pixmap(QSize(16, 16), 1.0, QIcon.Mode.Normal).toImage()
    off = icon.pixmap(QSize(16, 16), 1.0, QIcon.Mode.Disabled).toImage()
    assert strength(off) < 0.7 * strength(on)


def test_an_icon_follows_the_theme(icons: Icons) -> None:
    icon = icons.icon("check", "text")
    light = icon.pixmap(QSize(16, 16), 1.0).toImage()
    icons.theme.set_mode("dark")
    assert icon.pixmap(QSize(16, 16), 1.0).toImage() != light


def strength(image: QImage) -> int:
    return sum(image.pixelColor(x, y).alpha() for x in range(image.width()) for y in range(image.height()))


def priority_picture(priority: str, theme: Theme) -> QImage:
    image = QImage(28, 28, QImage.Format.Format_ARGB32)
    image.fill(QColor("#ffffff"))
    painter = QPainter(image)
    paint_priority(painter, QRectF(0, 0, 28, 28), priority, theme)
    painter.end()
    return image


def test_every_priority_looks_different(icons: Icons) -> None:
    pictures = [priority_picture(priority, icons.theme) for priority in PRIORITIES]
    assert all(one != other for place, one in enumerate(pictures) for other in pictures[place + 1 :])


def test_fatal_is_a_red_square_and_critical_has_the_colour_of_warnings(icons: Icons) -> None:
    fatal = QPixmap.fromImage(priority_picture("fatal", icons.theme))
    critical = QPixmap.fromImage(priority_picture("critical", icons.theme))
    assert icons.theme.color("danger").name() in colors_of(fatal)
    assert icons.theme.color("warn").name() in colors_of(critical)
