"""The tickets of a list with their words, and what a view, a test or a screen reader is told of each."""

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QLocale, QObject, Qt

from agentdesk.desk.queries.rows import TicketRow
from agentdesk.domain.values import Id, Instant
from ui.model import Fetch, FirstPaneRole, IdRole, Index, RowRole, WindowedModel
from ui.tickets.grouping import HeadCounts, title_of
from ui.tickets.lines import Line

StatusRole = FirstPaneRole
UnreadRole = FirstPaneRole + 1
TicketRole = FirstPaneRole + 2
NumberRole = FirstPaneRole + 3

_EXTRA = (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole)
_SPOKEN = (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.AccessibleDescriptionRole)

__all__ = [
    "COLUMNS",
    "IdRole",
    "Line",
    "NumberRole",
    "RowRole",
    "StatusRole",
    "TicketRole",
    "TicketsModel",
    "UnreadRole",
]

COLUMNS = ("ticket", "user", "subject", "created", "activity", "type", "status")
"""Of the table (CS-04 to CS-10); cards use the first only."""


class TicketsModel(WindowedModel):
    def __init__(
        self, fetch: Fetch, headers: Sequence[str], now: Callable[[], Instant], parent: QObject | None = None
    ) -> None:
        super().__init__(fetch, _told, headers=headers, parent=parent)
        self._now = now
        self.told_of: Callable[[Id], str] = lambda _: ""
        """What else is known of a ticket, in words: who is there."""
        self._by = ""
        self._counted = True

    def tell_groups(self, by: str, *, counted: bool) -> None:
        """What the groups of the ids that follow are by; they are counted when the whole list is here."""
        self._by, self._counted = by, counted

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """A row also says which group it stands in, the first one how many there are, and who else is there."""
        told = super().data(index, role)
        if role in _EXTRA and index.isValid() and (more := self._more_of(index)):
            told = f"{told}, {more}" if role == Qt.ItemDataRole.AccessibleTextRole else more
        if role not in _SPOKEN or not index.isValid() or not self.heads():
            return told
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            return title_of(self.group_at(index.row()), self._by, self._now())
        head = self.head_at(index.row())
        if head is None or index.column() != 0 or not isinstance(told, str):
            return told
        title = title_of(head[0], self._by, self._now())
        return f"{HeadCounts().spoken(title, head[1]) if self._counted else title}: {told}"

    def _more_of(self, index: Index) -> str:
        line = self.line_at(index.row()) if index.column() == 0 else None
        return self.told_of(line.row.id) if line is not None else ""

    def head_words(self, place: int) -> tuple[str, str] | None:
        """Of the group that begins there: its title and its count."""
        head = self.head_at(place)
        if head is None:
            return None
        return title_of(head[0], self._by, self._now()), QLocale().toString(head[1]) if self._counted else ""

    def line_at(self, place: int) -> Line | None:
        line = self.row_at(place)
        return line if isinstance(line, Line) else None

    def line_of(self, number: int) -> Line | None:
        line = self.row_of(number)
        return line if isinstance(line, Line) else None

    def tickets(self, numbers: Iterable[int]) -> dict[int, Id]:
        """The ids of those rows that have been fetched."""
        lines = ((number, self.line_of(number)) for number in numbers)
        return {number: line.row.id for number, line in lines if line is not None}


def _told(line: Line, role: int, column: int) -> object:
    match role:
        case Qt.ItemDataRole.AccessibleTextRole:
            return line.card.spoken if column == 0 else line.cells[column]
        case Qt.ItemDataRole.DisplayRole:
            return line.cells[column]
        case _:
            return _of_the_ticket(line.row, role)


def _of_the_ticket(row: TicketRow, role: int) -> object:
    if role == StatusRole:
        return row.state
    if role == UnreadRole:
        return row.unread
    if role == TicketRole:
        return row.id
    return row.number if role == NumberRole else None
