"""The keys of the list of requests, which are those of the list of tickets."""

from typing import Protocol

from PySide6.QtCore import QObject

from ui.approvals.model import RequestsModel, StateRole, UnreadRole
from ui.approvals.picking import RequestPicking
from ui.cards.keys import Keyed, ListKeys

WAITING = ("in_approval", "blocked")
"""States in which somebody still has to decide; what waits for the server is decided here."""


class Listed(Keyed, Protocol):
    model: RequestsModel
    picking: RequestPicking


class RequestKeys(ListKeys):
    def __init__(self, pane: Listed, parent: QObject) -> None:
        super().__init__(pane, parent)
        self._listed = pane

    def next_with(self, wanted: str, step: int) -> None:
        model, picking = self._listed.model, self._listed.picking
        end = model.rowCount() if step > 0 else -1
        for place in range(picking.beside(step), end, step):
            index = model.index(place)
            if index.data(UnreadRole) if wanted == "unread" else index.data(StateRole) in WAITING:
                picking.go_to(place)
                return
