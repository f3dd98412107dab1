"""Words for people who hear the window instead of seeing it."""

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget


def announce(widget: QWidget, words: str) -> None:
    """Spoken once by a screen reader; nothing without one."""
    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, words))
