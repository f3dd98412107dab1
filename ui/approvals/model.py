"""The requests of an inbox as rows of a list, fetched by page when they are looked at."""

from collections.abc import Callable, Collection

from PySide6.QtCore import QModelIndex, QObject, Qt, QTimer

from agentdesk.desk.plain import REQUEST_COLUMNS as COLUMNS
from agentdesk.desk.queries.requests import RequestRow
from agentdesk.domain.values import Id, Instant
from ui import words
from ui.approvals.lines import RequestLine
from ui.model import FirstPaneRole, HeadedModel, IdRole, Index, RowRole, runs

CardRole = FirstPaneRole
StateRole = FirstPaneRole + 1
UnreadRole = FirstPaneRole + 2
PAGE = 50
PAGES_ASKED = 4
"""A fling asks for the pages it ends on, not for all it passed."""
KEPT = 8_000
"""Rows."""

__all__ = ["COLUMNS", "CardRole", "IdRole", "RequestsModel", "StateRole", "UnreadRole"]


class RequestsModel(HeadedModel):
    """`fetch` is asked for rows by their ids, and `set_rows` is given the answer."""

    def __init__(self, fetch: Callable[[tuple[Id, ...]], None], now: Callable[[], Instant], parent: QObject) -> None:
        super().__init__(COLUMNS, parent)
        self._fetch, self._now = fetch, now
        self._ids: tuple[Id, ...] = ()
        self._lines: dict[Id, RequestLine] = {}
        self._stale: set[Id] = set()
        self._wanted: dict[int, None] = {}
        """Pages, the latest last."""
        self._asked: list[set[Id]] = []
        """Rows that are on their way."""
        self._again: set[Id] = set()
        """Seen in an old form; of what is not looked at nobody asks again."""
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._ask)

    # ------------------------------------------------------------------ what the desk delivers

    def set_ids(self, ids: tuple[Id, ...]) -> None:
        """What is shown stays, perhaps in an old form, until its new row comes."""
        self._stale = set(self._lines)
        self._wanted.clear()
        if ids != self._ids:
            self._change(ids)
        else:
            self._tell(0, len(ids) - 1)  # whoever looks gets them fetched again

    def set_rows(self, rows: Collection[RequestRow], asked: Collection[Id] = ()) -> None:
        """Only those that look otherwise than before are painted anew. `asked`: what was fetched."""
        self._asked = [flight for flight in self._asked if flight.isdisjoint(asked)]
        now, others = self._now(), set()
        for row in rows:
            line, before = RequestLine(row, now), self._lines.pop(row.id, None)
            self._lines[row.id] = line
            self._stale.discard(row.id)
            if before is None or (line.card, line.cells) != (before.card, before.cells):
                others.add(row.id)
        for oldest in list(self._lines)[:-KEPT]:
            del self._lines[oldest]
        for first, last in runs([place for place, id in enumerate(self._ids) if id in others] if others else []):
            self._tell(first, last)
        if not rows:
            self._tell(0, len(self._ids) - 1)  # whoever looks asks for them again
        if self._wanted:
            self._soon.start()

    def reword(self) -> None:
        """After a change of language."""
        self.set_rows([line.row for line in self._lines.values()])

    # ------------------------------------------------------------------ what views ask

    def ids(self) -> tuple[Id, ...]:
        return self._ids

    def line_at(self, place: int) -> RequestLine | None:
        """As it was when it came last; nothing where it has not come."""
        return self._lines.get(self._ids[place])

    def id_at(self, place: int) -> Id:
        return self._ids[place] if 0 <= place < len(self._ids) else ""

    def place_of(self, id: Id) -> int:
        return self._ids.index(id) if id in self._ids else -1

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._ids)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self._ids):
            return None
        id = self._ids[index.row()]
        if role == IdRole:
            return id
        line = self._lines.get(id)
        if line is None or id in self._stale:
            self._want(id, index.row() // PAGE)
        if line is None or role == RowRole:
            return line
        return _told(line, role, index.column())

    # ------------------------------------------------------------------ inside

    def _tell(self, first: int, last: int) -> None:
        if 0 <= first <= last:
            self.dataChanged.emit(self.index(first, 0), self.index(last, len(COLUMNS) - 1))

    def _change(self, ids: tuple[Id, ...]) -> None:
        """What left is taken out row by row, so that a view keeps its place; all other changes are a new list."""
        kept = set(ids)
        if tuple(id for id in self._ids if id in kept) == ids:
            self._take_out(kept)
        else:
            self.beginResetModel()
            self._ids = ids
            self.endResetModel()
        for gone in self._lines.keys() - kept:
            del self._lines[gone]

    def _take_out(self, kept: set[Id]) -> None:
        for place in reversed([place for place, id in enumerate(self._ids) if id not in kept]):
            self.beginRemoveRows(QModelIndex(), place, place)
            self._ids = (*self._ids[:place], *self._ids[place + 1 :])
            self.endRemoveRows()

    def _want(self, id: Id, page: int) -> None:
        if id in self._lines:
            self._again.add(id)
        else:
            self._wanted.pop(page, None)
            self._wanted[page] = None
        if not self._soon.isActive():
            self._soon.start()

    def _ask(self) -> None:
        """The latest wishes only: what a fling passed on its way is not worth a query."""
        again = tuple(sorted(self._again & self._stale))
        self._again.clear()
        self._stale.difference_update(again)  # they are on their way
        if again:
            self._fetch(again)
        if len(self._asked) >= PAGES_ASKED:
            return
        pages = list(reversed(self._wanted))[:PAGES_ASKED]
        self._wanted.clear()
        for page in pages:
            on_their_way = set[Id]().union(*self._asked)
            ids = self._ids[page * PAGE : (page + 1) * PAGE]
            missing = tuple(id for id in ids if id not in self._lines and id not in on_their_way)
            if missing:
                self._asked.append(set(missing))
                self._fetch(missing)


def _told(line: RequestLine, role: int, column: int) -> object:
    match role:
        case Qt.ItemDataRole.DisplayRole:
            return line.cells[column]
        case Qt.ItemDataRole.AccessibleTextRole:
            return line.card.spoken if column == 0 else line.cells[column]
        case Qt.ItemDataRole.ToolTipRole:
            return _tip(line, COLUMNS[column])
        case _ if role == CardRole:
            return line.card
        case _ if role == UnreadRole:
            return line.row.unread
        case _:
            return line.state if role == StateRole else None


def _tip(line: RequestLine, column: str) -> str | None:
    """The whole truth about a time."""
    request = line.row.request
    at = {"submitted": request.created, "closed": request.closed}.get(column)
    return words.when(at) if at else None
