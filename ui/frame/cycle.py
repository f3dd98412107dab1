"""F6 from pane to pane."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

Stop = tuple[QWidget, Callable[[], object]]
"""A pane, and how it takes the focus."""


def go_to_next(panes: Sequence[Stop], step: int) -> None:
    """To the next pane that is there, from the one that has the focus."""
    shown = [(pane, enter) for pane, enter in panes if pane.isVisible()]
    focus = QApplication.focusWidget()
    here = next((n for n, (pane, _) in enumerate(shown) if focus is not None and pane.isAncestorOf(focus)), -step)
    if shown:
        shown[(here + step) % len(shown)][1]()


def by_tab(pane: QWidget) -> Stop:
    """A pane that is entered at its first part."""
    return pane, partial(_focus_first, pane)


def _focus_first(pane: QWidget) -> None:
    """The first part of the pane that takes the focus by Tab."""
    for widget in pane.findChildren(QWidget):
        if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus == Qt.FocusPolicy.TabFocus:
            widget.setFocus(Qt.FocusReason.ShortcutFocusReason)
            return
