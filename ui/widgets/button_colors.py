"""What the kinds of buttons look like, quiet, touched and switched off."""

from typing import Literal, NamedTuple

from PySide6.QtGui import QColor

from ui.theme import Theme, mix

Kind = Literal["primary", "ghost", "small", "bare", "danger", "success", "refuse", "link"]
"""`small` is a lower ghost, `refuse` a ghost whose words say no."""


class Colors(NamedTuple):
    fill: QColor | None
    line: QColor | None
    ink: QColor
    icon: QColor


def colors_of(kind: Kind, theme: Theme, *, hovered: bool, checked: bool) -> Colors:
    ink, icon = theme.color("text"), theme.color("text2")
    match kind:
        case "primary":
            white = theme.color("on_accent")
            return Colors(theme.color("accent_hover" if hovered else "accent"), None, white, white)
        case "danger" | "success":
            white = theme.color("on_accent")
            fill = theme.color(kind)
            return Colors(mix(theme.color("shade"), fill, 0.12) if hovered else fill, None, white, white)
        case "refuse":
            ground = theme.color("hover" if hovered else "raised")
            return Colors(ground, theme.color("border2"), *[theme.color("danger_ink")] * 2)
        case "link":
            return Colors(theme.color("hover") if hovered else None, None, *[theme.color("accent_ink")] * 2)
        case "bare":
            fill_token = "sel" if checked else "hover"
            return Colors(theme.color(fill_token) if hovered or checked else None, None, ink, icon)
        case _:
            return Colors(theme.color("hover" if hovered else "raised"), theme.color("border2"), ink, icon)


def faded(colors: Colors, theme: Theme) -> Colors:
    ground = theme.color("sunken")
    fill = None if colors.fill is None else ground
    ink = mix(theme.color("text3"), ground, 0.7)
    return Colors(fill, None if fill is None else theme.color("border"), ink, ink)
