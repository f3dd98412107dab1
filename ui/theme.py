"""The look: tokens from resources, fonts as multiples of the system font, the palette and one small style sheet."""

import json
from dataclasses import dataclass, fields
from functools import cached_property
from typing import Literal, get_args

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontDatabase,
    QFontInfo,
    QFontMetrics,
    QFontMetricsF,
    QGuiApplication,
    QPalette,
)
from PySide6.QtWidgets import QApplication

from resources import path

Hue = Literal["slate", "blue", "amber", "violet", "teal", "green", "grey", "red"]
Mode = Literal["system", "light", "dark"]
Density = Literal["default", "compact", "relaxed"]
FontRole = Literal[
    "label", "meta", "chip", "small", "body", "strong", "unread", "dialog_title", "pane_title", "ticket_title", "hero"
]

FAMILIES = ("Inter", "Noto Sans", "Noto Sans CJK SC")
CODE_FAMILIES = ("Noto Sans Mono", "DejaVu Sans Mono", "Noto Sans Mono CJK SC")
SMALLEST_SCALE, LARGEST_SCALE = 0.85, 1.6
_AIR: dict[str, float] = {"compact": 0.5, "default": 1.0, "relaxed": 1.5}
PICTURE_EM = 13.0  # the font of the pictures in pixels: lengths read from them go through `Theme.px`
_BASE_POINTS = 9.75
_SMALLEST_FONT = 0.8

# role: (multiple of the base font, weight)
_FONTS: dict[FontRole, tuple[float, int]] = {
    "label": (0.80, 650),
    "meta": (0.86, 400),
    "chip": (0.86, 600),
    "small": (0.92, 400),
    "body": (1.0, 400),
    "strong": (1.0, 600),
    "unread": (1.0, 650),
    "dialog_title": (1.2, 650),
    "pane_title": (1.2, 650),
    "ticket_title": (1.38, 600),
    "hero": (1.5, 650),
}


@dataclass(frozen=True)
class Tokens:
    """Every colour of the window that is not a chip, as #RRGGBB."""

    chrome: str
    list: str
    surface: str
    raised: str
    sunken: str
    border: str
    border2: str
    control: str
    text: str
    text2: str
    text3: str
    accent: str
    accent_hover: str
    accent_ink: str
    accent_soft: str
    on_accent: str
    mark: str
    sel: str
    hover: str
    focus: str
    note: str
    note_ink: str
    note_border: str
    danger: str
    danger_ink: str
    danger_soft: str
    success: str
    success_ink: str
    success_soft: str
    warn: str
    warn_soft: str
    mine: str
    mine_border: str
    find: str
    find_ink: str
    upstream: str
    toast: str
    toast_ink: str
    toast_link: str
    online: str
    away: str
    shade: str


TOKEN_NAMES = tuple(field.name for field in fields(Tokens))


@dataclass(frozen=True)
class Look:
    """One finished set of colours."""

    dark: bool
    tokens: Tokens
    chips: dict[str, tuple[str, str]]
    tinted: bool = True

    @cached_property
    def colors(self) -> dict[str, QColor]:
        return {name: QColor(getattr(self.tokens, name)) for name in TOKEN_NAMES}

    @cached_property
    def chip_colors(self) -> dict[str, tuple[QColor, QColor]]:
        return {hue: (QColor(ink), QColor(tint)) for hue, (ink, tint) in self.chips.items()}


def load_look(name: Literal["light", "dark"]) -> Look:
    data = json.loads(path(f"themes/{name}.json").read_text(encoding="utf-8"))
    chips = {hue: (str(ink), str(tint)) for hue, (ink, tint) in data["chips"].items()}
    return Look(name == "dark", Tokens(**data["tokens"]), chips)


def contrast(one: str | QColor, other: str | QColor) -> float:
    """The ratio of the WCAG formula, 1 to 21."""
    lights = sorted((_luminance(QColor(one)), _luminance(QColor(other))))
    return (lights[1] + 0.05) / (lights[0] + 0.05)


def _luminance(color: QColor) -> float:
    parts = (color.redF(), color.greenF(), color.blueF())
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def mix(front: QColor, back: QColor, share: float) -> QColor:
    """`front` laid over `back` with that opacity, as one opaque colour."""
    ours, theirs = (front.red(), front.green(), front.blue()), (back.red(), back.green(), back.blue())
    return QColor(*(round(share * one + (1 - share) * other) for one, other in zip(ours, theirs, strict=True)))


def is_high_contrast(palette: QPalette) -> bool:
    """True for the accessibility palettes: text far over 7:1 on pure black or white, with shrill highlights."""
    window, ink = palette.color(QPalette.ColorRole.Window), palette.color(QPalette.ColorRole.WindowText)
    highlight = palette.color(QPalette.ColorRole.Highlight)
    pure = window.lightness() in (0, 255)
    shrill = any(color.hsvSaturation() > 210 and color.value() > 230 for color in (ink, highlight))
    return pure and contrast(window, ink) > 7 and shrill


def high_contrast_look(palette: QPalette) -> Look:
    """The colours of the system palette, without tints: state shows by glyph, word and outline alone."""
    role = QPalette.ColorRole
    back, ink = palette.color(role.Window).name(), palette.color(role.WindowText).name()
    fill, on_fill = palette.color(role.Highlight).name(), palette.color(role.HighlightedText).name()
    dark = palette.color(role.Window).lightness() < 128
    base = load_look("dark" if dark else "light")
    values = dict.fromkeys(TOKEN_NAMES, ink)
    for name in ("chrome", "list", "surface", "raised", "sunken", "hover", "mine", "toast", "on_accent"):
        values[name] = back
    for name in ("note", "warn_soft", "danger_soft", "success_soft", "accent_soft", "sel"):
        values[name] = back
    values |= {"find": fill, "find_ink": on_fill, "danger_ink": base.tokens.danger_ink, "shade": "#000000"}
    return Look(dark, Tokens(**values), dict.fromkeys(get_args(Hue), (ink, back)), tinted=False)


class Theme(QObject):
    """One object handed to every widget: asks for colours, fonts and lengths; says `changed` when they differ."""

    changed = Signal()

    def __init__(self, mode: Mode = "system", scale: float = 1.0, *, language: str = "en") -> None:
        super().__init__()
        self._mode: Mode = mode
        self._density: Density = "default"
        self._scale = _within(scale)
        self._language = language
        self._system_palette = QGuiApplication.palette()
        # Not the font of the program, which an earlier theme has set to its own, larger or smaller one.
        system = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
        self._points = max(_BASE_POINTS, system.pointSizeF())
        self._still = False
        self._motion = True, 0
        """Whether the system lets menus move, and how fast a caret blinks."""
        self._app: QApplication | None = None
        self._looks = {"light": load_look("light"), "dark": load_look("dark")}
        self._look = self._pick_look()
        self._fonts: dict[tuple[str, int | None], QFont] = {}
        self._metrics: dict[tuple[str, int | None], QFontMetrics] = {}
        self._lengths: dict[float, int] = {}
        self._em = self._measure_em()

    @property
    def mode(self) -> Mode:
        return self._mode

    @property
    def scale(self) -> float:
        return self._scale

    @property
    def density(self) -> Density:
        return self._density

    @property
    def still(self) -> bool:
        """Nothing may move by itself."""
        return self._still

    @property
    def dark(self) -> bool:
        return self._look.dark

    @property
    def tinted(self) -> bool:
        """False under high contrast: draw no tints, only outlines."""
        return self._look.tinted

    @property
    def tokens(self) -> Tokens:
        return self._look.tokens

    def color(self, token: str) -> QColor:
        return self._look.colors[token]

    def chip(self, hue: str) -> tuple[QColor, QColor]:
        """Ink and tint of a hue."""
        return self._look.chip_colors[hue]

    def em(self, factor: float = 1.0) -> int:
        """That multiple of the body font in pixels."""
        return max(1, round(self._em * factor))

    def px(self, pixels: float) -> int:
        """A length read from the pictures, grown with the text; every row and button asks for a dozen."""
        length = self._lengths.get(pixels)
        if length is None:
            length = self._lengths[pixels] = self.em(pixels / PICTURE_EM)
        return length

    def air(self, pixels: float) -> int:
        """Room above, below and between the words of a row, as the density wants it."""
        return self.px(pixels * _AIR[self._density])

    def font(self, role: FontRole = "body", weight: int | None = None) -> QFont:
        key = (role, weight)
        if key not in self._fonts:
            size, own_weight = _FONTS[role]
            self._fonts[key] = self._make_font(size, self._weight(weight or own_weight))
        return self._fonts[key]

    def metrics(self, role: FontRole = "body", weight: int | None = None) -> QFontMetrics:
        """Cached, because making metrics in a paint event costs more than the painting."""
        key = (role, weight)
        if key not in self._metrics:
            self._metrics[key] = QFontMetrics(self.font(role, weight))
        return self._metrics[key]

    def code_font(self) -> QFont:
        font = QFont(self.font("body"))
        font.setFamilies([*CODE_FAMILIES, *FAMILIES])
        font.setStyleHint(QFont.StyleHint.Monospace)
        return font

    def set_mode(self, mode: Mode) -> None:
        self._mode = mode
        self._renew()

    def set_scale(self, scale: float) -> None:
        self._scale = _within(scale)
        self._renew()

    def set_density(self, density: Density) -> None:
        """Only rows change their height, so neither fonts nor the style sheet are made anew."""
        self._density = density
        self.changed.emit()

    def set_still(self, still: bool) -> None:
        self._still = still
        if self._app is not None:
            self._calm(self._app)
        self.changed.emit()

    def set_language(self, language: str) -> None:
        """Chinese has two weights only, so the others are rounded to them."""
        self._language = language
        self._renew()

    def apply(self, app: QApplication) -> None:
        """Dress the program, and keep it dressed when the system turns light or dark."""
        if self._app is None:
            app.styleHints().colorSchemeChanged.connect(self._on_scheme)
            self._motion = QApplication.isEffectEnabled(Qt.UIEffect.UI_General), QApplication.cursorFlashTime()
        self._app = app
        if not app.styleSheet():  # else an earlier window has done so, and a new style would restyle everything
            app.setStyle("Fusion")
        self._dress()
        self._calm(app)

    def palette(self) -> QPalette:
        return make_palette(self)

    def _on_scheme(self) -> None:
        # With a palette of ours set, Qt keeps it: what the platform wants is asked for again from its style.
        self._system_palette = QApplication.style().standardPalette()
        if self._mode == "system":
            self._renew()

    def _renew(self) -> None:
        self._look = self._pick_look()
        self._fonts.clear()
        self._metrics.clear()
        self._lengths.clear()
        self._em = self._measure_em()
        if self._app is not None:
            self._dress()
        self.changed.emit()

    def _dress(self) -> None:
        assert self._app is not None
        self._app.setFont(self.font("body"))
        self._app.setPalette(self.palette())
        sheet = style_sheet(self)
        if sheet != self._app.styleSheet():  # setting it takes long, even to the same
            self._app.setStyleSheet(sheet)

    def _calm(self, app: QApplication) -> None:
        """Menus that slide or fade and a caret that blinks are Qt's own; of ours only a bar without an end moves."""
        moving, blink = self._motion
        QApplication.setEffectEnabled(Qt.UIEffect.UI_General, moving and not self._still)
        app.setCursorFlashTime(0 if self._still else blink)

    def _pick_look(self) -> Look:
        if self._mode != "system":
            return self._looks[self._mode]
        hints = QGuiApplication.styleHints()
        wished = hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast
        if wished or is_high_contrast(self._system_palette):
            return high_contrast_look(self._system_palette)
        scheme = hints.colorScheme()
        return self._looks["dark" if scheme == Qt.ColorScheme.Dark else "light"]

    def _weight(self, weight: int) -> QFont.Weight:
        if self._language.startswith("zh"):
            weight = 400 if weight < 600 else 600
        return QFont.Weight(weight)

    def _make_font(self, size: float, weight: QFont.Weight) -> QFont:
        font = QFont()
        font.setFamilies(list(FAMILIES))
        font.setPointSizeF(self._points * self._scale * max(size, _SMALLEST_FONT))
        font.setWeight(weight)
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        return font

    def _measure_em(self) -> float:
        font = self._make_font(1.0, QFont.Weight.Normal)
        exact = font.pointSizeF() * _dots_per_point()
        return exact if exact > 0 else float(QFontInfo(font).pixelSize())


def _dots_per_point() -> float:
    screen = QGuiApplication.primaryScreen()
    return screen.logicalDotsPerInch() / 72


def _within(scale: float) -> float:
    return min(LARGEST_SCALE, max(SMALLEST_SCALE, scale))


def text_width(metrics: QFontMetrics, text: str) -> int:
    """Rounded up, so that a text drawn into this width is never elided."""
    return int(QFontMetricsF(metrics).horizontalAdvance(text) + 0.999)


def make_palette(theme: Theme) -> QPalette:
    role, palette = QPalette.ColorRole, QPalette()
    for name, token in (
        (role.Window, "surface"), (role.WindowText, "text"), (role.Base, "raised"), (role.AlternateBase, "sunken"),
        (role.Text, "text"), (role.PlaceholderText, "text3"), (role.Button, "raised"), (role.ButtonText, "text"),
        (role.BrightText, "on_accent"), (role.Highlight, "accent"), (role.HighlightedText, "on_accent"),
        (role.Link, "accent_ink"), (role.LinkVisited, "accent_ink"), (role.ToolTipBase, "toast"),
        (role.ToolTipText, "toast_ink"), (role.Light, "raised"), (role.Midlight, "hover"), (role.Mid, "border2"),
        (role.Dark, "control"), (role.Shadow, "shade"), (role.Accent, "accent"),
    ):  # fmt: skip
        palette.setColor(name, theme.color(token))
    for name in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, name, mix(theme.color("text3"), theme.color("surface"), 0.65))
    return palette


_SHEET = """
QToolTip {{ background: {toast}; color: {toast_ink}; border: 1px solid {border2}; padding: {p4}px {p8}px; }}
QMenuBar {{ background: {chrome}; color: {text2}; spacing: {p4}px; padding: {p2}px {p8}px; }}
QMenuBar::item {{ background: transparent; padding: {p4}px {p8}px; border-radius: {p5}px; }}
QMenuBar::item:selected {{ background: {hover}; color: {text}; }}
QMenu {{ background: {raised}; color: {text}; border: 1px solid {border2}; padding: {p4}px; }}
QMenu::item {{ padding: {p6}px {p24}px {p6}px {p8}px; border-radius: {p5}px; }}
QMenu::item:selected {{ background: {sel}; }}
QMenu::item:disabled {{ color: {text3}; }}
QMenu::separator {{ height: 1px; background: {border}; margin: {p4}px {p8}px; }}
QMenu::icon {{ padding-left: {p8}px; }}
QScrollBar:vertical {{ background: transparent; width: {p10}px; margin: 0; }}
QScrollBar:horizontal {{ background: transparent; height: {p10}px; margin: 0; }}
QScrollBar::handle {{ background: {border2}; border-radius: {p3}px; margin: {p2}px; }}
QScrollBar::handle:vertical {{ min-height: {p32}px; }}
QScrollBar::handle:horizontal {{ min-width: {p32}px; }}
QScrollBar::handle:hover {{ background: {control}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
QSplitter::handle {{ background: {border}; }}
QLineEdit, QAbstractSpinBox {{ padding: {p6}px {p8}px; }}
QPlainTextEdit[input="true"], QTextEdit[input="true"] {{ padding: {p7}px {p10}px; }}
QLineEdit, QPlainTextEdit[input="true"], QTextEdit[input="true"], QAbstractSpinBox {{
  background: {raised}; color: {text}; border: 1px solid {control}; border-radius: {p6}px;
  selection-background-color: {accent}; selection-color: {on_accent}; }}
QLineEdit:focus, QAbstractSpinBox:focus {{ border: 2px solid {focus}; padding: {p5}px {p7}px; }}
QPlainTextEdit[input="true"]:focus, QTextEdit[input="true"]:focus {{
  border: 2px solid {focus}; padding: {p6}px {p9}px; }}
QLineEdit:disabled, QPlainTextEdit[input="true"]:disabled, QTextEdit[input="true"]:disabled {{
  background: {sunken}; color: {text3}; border-color: {border2}; }}
QLineEdit[invalid="true"] {{ border: 2px solid {danger_ink}; padding: {p5}px {p7}px; }}
QPlainTextEdit[invalid="true"] {{ border: 2px solid {danger_ink}; padding: {p6}px {p9}px; }}
QLineEdit[bare="true"], QLineEdit[bare="true"]:focus {{ border: 0; background: transparent; padding: 0; }}
QComboBox QAbstractItemView {{ background: {raised}; color: {text}; border: 1px solid {border2};
  selection-background-color: {sel}; selection-color: {text}; outline: 0; padding: {p4}px; }}
QHeaderView {{ background: {sunken}; }}
QHeaderView::section {{ background: {sunken}; color: {text2}; border: 0; border-bottom: 1px solid {border};
  padding: {p6}px {p10}px; font-weight: 600; }}
QTableView {{ background: {surface}; border: 0; gridline-color: {border}; selection-background-color: {sel};
  selection-color: {text}; }}
QTableView::item {{ padding: 0 {p8}px; }}
QProgressBar {{ background: {border}; border: 0; border-radius: {p2}px; }}
QProgressBar::chunk {{ background: {accent}; border-radius: {p2}px; }}
QTabBar::tab {{ color: {text2}; padding: {p8}px {p12}px; border: 0; }}
QTabBar::tab:selected {{ color: {text}; border-bottom: 2px solid {mark}; }}
"""
_LENGTHS = (2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 24, 32)


def style_sheet(theme: Theme) -> str:
    """Only what widgets of ours do not paint themselves; one reset of this costs half a second, so it stays small."""
    lengths = {f"p{pixels}": theme.px(pixels) for pixels in _LENGTHS}
    colors = {name: getattr(theme.tokens, name) for name in TOKEN_NAMES}
    return _SHEET.format(**lengths, **colors)
