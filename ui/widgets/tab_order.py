"""The way of the Tab key: as the eye goes, not as the widgets happened to be made."""

from collections.abc import Iterator, Sequence
from operator import itemgetter

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLayout, QMainWindow, QScrollArea, QSplitter, QStackedWidget, QWidget


def stops_in(widget: QWidget) -> Iterator[QWidget]:
    """What Tab stops at, in the order of the layouts."""
    if widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
        yield widget
    layout = widget.layout()
    if isinstance(widget, QStackedWidget):
        shown = widget.currentWidget()
        yield from stops_in(shown) if shown is not None else ()
    elif layout is not None:
        yield from _stops_of(layout)
    else:
        for child in _inside(widget):
            yield from stops_in(child)


def _inside(widget: QWidget) -> list[QWidget]:
    """Of what has no layout: by place, and parts that Qt makes for itself are no stops."""
    if isinstance(widget, QSplitter):
        panes = (widget.widget(place) for place in range(widget.count()))
        return [pane for pane in panes if pane is not None]
    if isinstance(widget, QScrollArea):
        content = widget.widget()
        return [] if content is None else [content]
    children = (child for child in widget.children() if isinstance(child, QWidget) and not child.isWindow())
    stops = (child for child in children if child.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return sorted(stops, key=lambda child: (child.y(), child.x()))


def _stops_of(layout: QLayout) -> Iterator[QWidget]:
    for one in _in_order(layout):
        yield from stops_in(one) if isinstance(one, QWidget) else _stops_of(one)


def _in_order(layout: QLayout) -> list[QWidget | QLayout]:
    """Without `itemAt`: an item that was looked at stays known when it has gone with its widget, and Python then takes
    for it whatever Qt makes next at its address.
    """
    host = layout.parentWidget()
    found = [*(host.children() if host is not None else ()), *layout.children()]
    placed = [(layout.indexOf(one), one) for one in found if isinstance(one, QWidget | QLayout)]
    return [one for place, one in sorted(placed, key=itemgetter(0)) if place >= 0]


class TabWindow(QMainWindow):
    """Its panes come and go and fill themselves while it is open, so the next stop is looked for at every Tab."""

    def tab_parts(self) -> Sequence[QWidget]:
        """In this order; what lies over the window is not in its layout."""
        raise NotImplementedError

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002  (Qt's name for it)
        stops = [stop for part in self.tab_parts() for stop in stops_in(part) if _can_stop(stop)]
        if not stops:
            return False
        here = _place_of(QApplication.focusWidget(), stops)
        step = 1 if next else -1
        stop = stops[(here + step) % len(stops) if here >= 0 else 0]
        stop.setFocus(Qt.FocusReason.TabFocusReason if next else Qt.FocusReason.BacktabFocusReason)
        _bring_into_view(stop)
        return True


def _can_stop(widget: QWidget) -> bool:
    return widget.isVisible() and widget.isEnabled() and widget.focusProxy() is None


def _place_of(widget: QWidget | None, stops: list[QWidget]) -> int:
    """Its own, or that of what it is a part of."""
    while widget is not None:
        if widget in stops:
            return stops.index(widget)
        widget = widget.parentWidget()
    return -1


def _bring_into_view(widget: QWidget) -> None:
    above = widget.parentWidget()
    while above is not None:
        if isinstance(above, QScrollArea):
            above.ensureWidgetVisible(widget)
        above = above.parentWidget()
