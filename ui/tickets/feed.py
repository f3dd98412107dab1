"""Keeps the list's model true: ids from a live query, rows by page, nothing of it on the window's thread."""

from array import array
from collections.abc import Callable, Collection, Iterable
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from agentdesk.desk import Desk, Failed
from agentdesk.desk.queries.groups import GroupedIds
from agentdesk.desk.queries.rows import SearchResult, TicketRow
from agentdesk.desk.queries.search import Search
from agentdesk.desk.queries.tickets import ListDelta, Listing, TicketIds, TicketRows
from agentdesk.desk.watch import Watch
from agentdesk.domain.values import Id
from ui.context import Place
from ui.tickets.delegate import PENDING_AFTER
from ui.tickets.lines import Viewer, line_of
from ui.tickets.model import Line, TicketsModel

FOUND_AT_MOST = 200
_ASK_AGAIN = 1_000
_MINUTE = 60_000


class TicketsFeed(QObject):
    """`loading` until the first ids are there; `busy` while rows come and go, when no selection is the person's."""

    listed = Signal(int)
    """How many there are, after every change."""
    found = Signal(object)
    """The SearchResult, when the list shows what a search found."""
    failed = Signal()

    def __init__(self, desk: Desk, headers: list[str], parent: QObject) -> None:
        super().__init__(parent)
        self.model = TicketsModel(self._fetch, headers, desk.clock.now, self)
        self.loading = False
        self.busy = False
        self.total = 0
        self.query = TicketIds("")
        """What was last asked for, apart from searches."""
        self._desk = desk
        self._watch: Watch[Listing] | Watch[SearchResult] | None = None
        self._round = 0
        self._sources: dict[Id, str] = {}
        self._minute = QTimer(self)
        self._minute.timeout.connect(self.model.forget_all)
        self._minute.start(_MINUTE)

    def show_place(self, place: Place, group: str = "") -> None:
        """`group` is one of GROUPINGS, or none."""
        self._begin()
        asked = place.queue, place.filters, place.sort
        self.query = GroupedIds(*asked, group) if group else TicketIds(*asked)
        self._watch = self._desk.watch(self.query, partial(self._on_list, self._round))

    def show_found(self, text: str, wanted: Callable[[TicketRow], bool]) -> None:
        """What a full text search finds, of those rows that are wanted here."""
        self._begin()
        query = Search(text, FOUND_AT_MOST)
        self._watch = self._desk.watch(query, partial(self._on_found, self._round, wanted))

    def name_sources(self, sources: dict[Id, str]) -> None:
        """Rows of these say where they come from."""
        if sources != self._sources:
            self._sources = sources
            self.model.forget_all()

    def close(self) -> None:
        if self._watch is not None:
            self._watch.close()
            self._watch = None

    # ------------------------------------------------------------------ what the desk delivers

    def _begin(self) -> None:
        self.close()
        self._round += 1
        self.loading = True

    def _on_list(self, round_: int, result: Listing | ListDelta, changed: frozenset[Id]) -> None:
        if round_ != self._round:
            return
        self.busy = True
        if isinstance(result, Listing):
            grouped = self.query if isinstance(self.query, GroupedIds) else None
            self.model.tell_groups(grouped.group if grouped else "", counted=result.whole)
            self.model.set_ids(result.ids, result.keys, result.groups if grouped else None)
            self._outdate(changed)
        else:
            self.model.apply(result.changes, result.groups)
            self.model.renew(self._seen(result.rows))
        self.busy = False
        self._done(result.total)

    def _on_found(
        self, round_: int, wanted: Callable[[TicketRow], bool], result: SearchResult, changed: frozenset[Id]
    ) -> None:
        if round_ != self._round:
            return
        rows = [hit.row for hit in result.hits if wanted(hit.row)]
        self.busy = True
        self.model.set_ids(array("q", [row.n for row in rows]))
        self.model.set_rows(self._lines(rows))
        self.busy = False
        self._done(len(rows))
        self.found.emit(result)

    def _done(self, total: int) -> None:
        self.loading = False
        self.total = total
        self.listed.emit(total)

    def _outdate(self, changed: frozenset[Id]) -> None:
        """A whole new order says nothing of the rows in it: after a change of another kind all are read again."""
        if changed:
            self.model.forget_all()

    # ------------------------------------------------------------------ rows

    def _fetch(self, numbers: list[int]) -> None:
        self._desk.ask(TicketRows(tuple(numbers)), self._on_rows, self._on_failed)

    def _on_rows(self, rows: dict[int, TicketRow]) -> None:
        self.busy = True
        self.model.set_rows(self._seen(rows.values()))
        self.busy = False

    def _seen(self, rows: Collection[TicketRow]) -> dict[int, Line]:
        """To be painted once more when they have waited so long that a mark says so."""
        if any(row.pending for row in rows):
            QTimer.singleShot(PENDING_AFTER, self, self._repaint)
        return self._lines(rows)

    def _lines(self, rows: Iterable[TicketRow]) -> dict[int, Line]:
        viewer = Viewer(self._desk.person, self._desk.clock.now(), self._sources)
        return {row.n: line_of(row, viewer, self.model.line_of(row.n)) for row in rows}

    def _on_failed(self, _: Failed) -> None:
        self.failed.emit()
        QTimer.singleShot(_ASK_AGAIN, self, lambda: self.model.set_rows({}))

    def _repaint(self) -> None:
        if self.model.rowCount():
            last = self.model.index(self.model.rowCount() - 1, self.model.columnCount() - 1)
            self.model.dataChanged.emit(self.model.index(0, 0), last)
