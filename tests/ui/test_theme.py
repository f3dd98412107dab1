"""Colours, fonts and lengths: the figures of the design hold in both looks."""

from itertools import product
from typing import get_args

import pytest
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from ui.theme import (
    FontRole,
    Hue,
    Look,
    Theme,
    contrast,
    high_contrast_look,
    is_high_contrast,
    load_look,
    mix,
    style_sheet,
)

INKS = ("text", "text2", "text3", "accent_ink", "danger_ink")
GROUNDS = ("surface", "list", "sunken", "chrome", "hover", "sel")
LOOKS = [load_look("light"), load_look("dark")]
IDS = ["light", "dark"]


@pytest.fixture
def theme(qapp: QApplication) -> Theme:
    return Theme("light")


@pytest.mark.parametrize("look", LOOKS, ids=IDS)
@pytest.mark.parametrize(("ink", "ground"), list(product(INKS, GROUNDS)))
def test_words_can_be_read_on_every_ground_they_stand_on(look: Look, ink: str, ground: str) -> None:
    assert contrast(look.colors[ink], look.colors[ground]) >= 4.5


@pytest.mark.parametrize("look", LOOKS, ids=IDS)
@pytest.mark.parametrize(
    ("ink", "ground"),
    [
        ("on_accent", "accent"),
        ("on_accent", "accent_hover"),
        ("on_accent", "danger"),
        ("on_accent", "success"),
        ("note_ink", "note"),
        ("text", "note"),
        ("text", "mine"),
        ("text", "warn_soft"),
        ("text", "accent_soft"),
        ("accent_ink", "accent_soft"),
        ("danger_ink", "danger_soft"),
        ("text", "danger_soft"),
        ("success_ink", "success_soft"),
        ("toast_ink", "toast"),
        ("toast_link", "toast"),
        ("find_ink", "find"),
    ],
)
def test_words_on_fills_can_be_read(look: Look, ink: str, ground: str) -> None:
    assert contrast(look.colors[ink], look.colors[ground]) >= 4.5


@pytest.mark.parametrize("look", LOOKS, ids=IDS)
@pytest.mark.parametrize(
    ("mark", "ground"), [("control", "raised"), ("focus", "sel"), ("mark", "sel"), ("focus", "chrome")]
)
def test_outlines_and_marks_can_be_seen(look: Look, mark: str, ground: str) -> None:
    assert contrast(look.colors[mark], look.colors[ground]) >= 3


@pytest.mark.parametrize("look", LOOKS, ids=IDS)
@pytest.mark.parametrize("hue", get_args(Hue))
def test_chips_can_be_read(look: Look, hue: str) -> None:
    ink, tint = look.chip_colors[hue]
    assert contrast(ink, tint) >= 5.7


def test_the_two_looks_name_the_same_hues() -> None:
    assert {*LOOKS[0].chips} == {*LOOKS[1].chips} == {*get_args(Hue)}


def test_a_change_of_mode_is_told_once_and_changes_the_colours(qtbot: QtBot, theme: Theme) -> None:
    before = theme.color("surface")
    with qtbot.waitSignal(theme.changed):
        theme.set_mode("dark")
    assert theme.dark
    assert theme.color("surface") != before


def test_lengths_and_fonts_grow_with_the_text(theme: Theme) -> None:
    length, size = theme.px(100), theme.font("body").pointSizeF()
    theme.set_scale(1.5)
    assert theme.px(100) == pytest.approx(1.5 * length, abs=1)
    assert theme.font("body").pointSizeF() == pytest.approx(1.5 * size)


@pytest.mark.parametrize(("wish", "got"), [(0.1, 0.85), (9.0, 1.6), (1.2, 1.2)])
def test_the_text_stays_within_its_limits(theme: Theme, wish: float, got: float) -> None:
    theme.set_scale(wish)
    assert theme.scale == got


@pytest.mark.parametrize("role", get_args(FontRole))
def test_no_font_is_smaller_than_four_fifths_of_the_body(theme: Theme, role: FontRole) -> None:
    assert theme.font(role).pointSizeF() >= 0.8 * theme.font("body").pointSizeF()


@pytest.mark.parametrize("role", get_args(FontRole))
def test_chinese_uses_the_two_weights_its_font_has(theme: Theme, role: FontRole) -> None:
    theme.set_language("zh_CN")
    assert theme.font(role).weight() in (QFont.Weight.Normal, QFont.Weight.DemiBold)


def test_the_fonts_name_a_simplified_chinese_family(theme: Theme) -> None:
    assert theme.font("body").families() == ["Inter", "Noto Sans", "Noto Sans CJK SC"]


def test_every_place_of_the_style_sheet_is_filled(theme: Theme) -> None:
    sheet = style_sheet(theme)
    assert "{{" not in sheet
    assert theme.tokens.accent in sheet


def test_the_program_takes_palette_and_font_from_the_theme(qapp: QApplication, qtbot: QtBot, theme: Theme) -> None:
    old = qapp.palette(), qapp.font(), qapp.styleSheet()
    try:
        theme.apply(qapp)
        theme.set_mode("dark")
        widget = QWidget()
        qtbot.addWidget(widget)
        assert widget.palette().color(QPalette.ColorRole.Window) == theme.color("surface")
        assert widget.palette().color(QPalette.ColorRole.Link) == theme.color("accent_ink")
    finally:
        qapp.setPalette(old[0])
        qapp.setFont(old[1])
        qapp.setStyleSheet(old[2])


def system_palette(window: str, ink: str, highlight: str) -> QPalette:
    palette = QPalette()
    palette.setColor(QPalette.ColorRole.Window, QColor(window))
    palette.setColor(QPalette.ColorRole.WindowText, QColor(ink))
    palette.setColor(QPalette.ColorRole.Highlight, QColor(highlight))
    palette.setColor(QPalette.ColorRole.HighlightedText, QColor("#000000"))
    return palette


@pytest.mark.parametrize(
    ("colors", "high"),
    [
        (("#000000", "#ffff00", "#00ff00"), True),
        (("#000000", "#ffffff", "#1aebff"), True),
        (("#efefef", "#000000", "#308cc6"), False),
        (("#ffffff", "#2e3436", "#3584e4"), False),
        (("#202326", "#fcfcfc", "#3daee9"), False),
    ],
)
def test_high_contrast_is_told_from_ordinary_palettes(
    qapp: QApplication, colors: tuple[str, str, str], high: bool
) -> None:
    assert is_high_contrast(system_palette(*colors)) is high


def test_high_contrast_takes_the_systems_colours_and_drops_the_tints(qapp: QApplication) -> None:
    look = high_contrast_look(system_palette("#000000", "#ffff00", "#00ff00"))
    assert not look.tinted
    assert {look.chips[hue] for hue in look.chips} == {("#ffff00", "#000000")}
    assert contrast(look.colors["text2"], look.colors["surface"]) > 7


def test_mixing_lays_one_colour_over_another(qapp: QApplication) -> None:
    assert mix(QColor("#000000"), QColor("#ffffff"), 0.5).name() in ("#7f7f7f", "#808080")
