"""The tooltip of an action: always a sentence of ours, never foreign text."""

from PySide6.QtGui import QAction


def explain(action: QAction, sentence: str) -> None:
    """Buttons bound to the action escape it; menus show it as it is."""
    action.setToolTip(sentence)
