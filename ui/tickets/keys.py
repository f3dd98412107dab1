"""The keys of the list of tickets."""

from dataclasses import replace
from typing import Protocol

from PySide6.QtCore import QObject

from agentdesk.desk.queries.tickets import Listing
from ui.cards.keys import Keyed, ListKeys, next_of
from ui.context import Context
from ui.tickets.feed import TicketsFeed

NEAR = 300
"""So many rows around are looked through before the desk is asked."""


class Listed(Keyed, Protocol):
    """The pane of tickets."""

    context: Context
    feed: TicketsFeed


class TicketKeys(ListKeys):
    def __init__(self, pane: Listed, parent: QObject) -> None:
        super().__init__(pane, parent)
        self._listed = pane

    def next_with(self, wanted: str, step: int) -> None:
        """Nearby at once, further away and where rows have not come yet by asking."""
        model, here = self._listed.feed.model, self._pane.view().currentIndex().row()
        end = model.rowCount() if step > 0 else -1
        for place in range(here + step, end, step)[:NEAR]:
            line = model.line_at(place)
            if line is None:
                break
            if line.row.unread if wanted == "unread" else line.row.waiting_since is not None:
                self._pane.picking.go_to(place)
                return
        shown = self._listed.feed.query
        query = replace(shown, filters=(*shown.filters, wanted))
        self._listed.context.desk.ask(query, lambda listing: self._go_beyond(listing, here, step))

    def _go_beyond(self, listing: Listing, here: int, step: int) -> None:
        """Not where one has moved on meanwhile."""
        model = self._listed.feed.model
        if self._pane.view().currentIndex().row() != here:
            return
        end = model.rowCount() if step > 0 else -1
        found = next_of(listing.ids, model.ids(), range(here + step, end, step))
        if found is not None:
            self._pane.picking.go_to(found)
