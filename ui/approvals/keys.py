"""The keys of the list of requests, which are those of the list of tickets."""

from dataclasses import replace
from typing import Protocol

from PySide6.QtCore import QObject

from agentdesk.desk.queries.requests import RequestIds
from agentdesk.domain.values import Id
from ui.approvals.lines import RequestLine
from ui.approvals.model import RequestsModel
from ui.approvals.picking import RequestPicking
from ui.cards.keys import Keyed, ListKeys, next_of
from ui.context import Context

WAITING = ("in_approval", "blocked")
"""States in which somebody still has to decide; what waits for the server is decided here."""


class Listed(Keyed, Protocol):
    context: Context
    query: RequestIds
    model: RequestsModel
    picking: RequestPicking


class RequestKeys(ListKeys):
    def __init__(self, pane: Listed, parent: QObject) -> None:
        super().__init__(pane, parent)
        self._listed = pane

    def next_with(self, wanted: str, step: int) -> None:
        """At once as far as the rows have come, beyond them by asking."""
        model, picking = self._listed.model, self._listed.picking
        for place in self._places(step):
            line = model.line_at(place)
            if line is None:
                self._ask(wanted, step)
                return
            if _has(line, wanted):
                picking.go_to(place)
                return

    def _ask(self, wanted: str, step: int) -> None:
        shown, here = self._listed.query, self._listed.picking.place
        query = replace(shown, filters=(*shown.filters, wanted))
        self._listed.context.desk.ask(query, lambda ids: self._go_beyond(ids, here, step))

    def _go_beyond(self, ids: tuple[Id, ...], here: int, step: int) -> None:
        """Not where one has moved on meanwhile."""
        if self._listed.picking.place != here:
            return
        found = next_of(ids, self._listed.model.ids(), self._places(step))
        if found is not None:
            self._listed.picking.go_to(found)

    def _places(self, step: int) -> range:
        return range(self._listed.picking.beside(step), self._listed.model.rowCount() if step > 0 else -1, step)


def _has(line: RequestLine, wanted: str) -> bool:
    return line.row.unread if wanted == "unread" else line.state in WAITING
