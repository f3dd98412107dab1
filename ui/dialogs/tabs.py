"""The way of the Tab key through a dialog, whose parts stay as they are."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtWidgets import QWidget

from ui.widgets.tab_order import stops_in


def order_tabs(content: QWidget, last: Sequence[QWidget]) -> None:
    """From the top of the content to its end, then the buttons."""
    chain = [*stops_in(content), *last]
    for before, after in pairwise(chain):
        QWidget.setTabOrder(before, after)


def first_stop(content: QWidget) -> QWidget | None:
    return next((stop for stop in stops_in(content) if stop.isEnabled() and not stop.isHidden()), None)
