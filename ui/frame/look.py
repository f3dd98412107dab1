"""Turns the look to what somebody prefers."""

from agentdesk.settings import Settings
from ui.theme import Theme


def wear(theme: Theme, settings: Settings) -> None:
    """What has not changed is left alone: each of these dresses every widget anew."""
    if theme.mode != settings.theme:
        theme.set_mode(settings.theme)  # type: ignore[arg-type]
    if theme.scale != settings.text_scale:
        theme.set_scale(settings.text_scale)
    if theme.density != settings.density:
        theme.set_density(settings.density)  # type: ignore[arg-type]
    if theme.still != settings.reduced_motion:
        theme.set_still(settings.reduced_motion)
