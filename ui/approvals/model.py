"""The requests of an inbox as rows of a list, fetched by page when they are looked at."""

from collections.abc import Callable, Collection

from PySide6.QtCore import QAbstractListModel, QCoreApplication, QModelIndex, QObject, QPersistentModelIndex, Qt, QTimer

from agentdesk.desk.queries.requests import RequestRow
from agentdesk.domain.values import Id, Instant, ProcessKind
from ui import words
from ui.cards.ticket_card import CardWords
from ui.model import runs
from ui.widgets.chip import ChipLook
from ui.words.requests import STATES

IdRole = int(Qt.ItemDataRole.UserRole) + 1
CardRole = IdRole + 1
StateRole = IdRole + 2
UnreadRole = IdRole + 3
Index = QModelIndex | QPersistentModelIndex
ICONS = {
    ProcessKind.HOST_CREATE: "server", ProcessKind.HOST_CHANGE: "edit", ProcessKind.HOST_DELETE: "delete",
    ProcessKind.JOIN_PROJECT: "people", ProcessKind.PROJECT_QUOTA: "quota", ProcessKind.DOMAIN_QUOTA: "quota",
}  # fmt: skip
PAGE = 50


class RequestsModel(QAbstractListModel):
    """`fetch` is asked for rows by their ids, and `set_rows` is given the answer."""

    def __init__(self, fetch: Callable[[tuple[Id, ...]], None], now: Callable[[], Instant], parent: QObject) -> None:
        super().__init__(parent)
        self._fetch, self._now = fetch, now
        self._ids: tuple[Id, ...] = ()
        self._rows: dict[Id, RequestRow] = {}
        self._cards: dict[Id, CardWords] = {}
        self._stale: set[Id] = set()
        self._wanted: set[int] = set()
        """Pages."""
        self._again: set[Id] = set()
        """Seen in an old form; of what is not looked at nobody asks again."""
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._ask)

    # ------------------------------------------------------------------ what the desk delivers

    def set_ids(self, ids: tuple[Id, ...]) -> None:
        """What is shown stays, perhaps in an old form, until its new row comes."""
        self._stale = set(self._rows)
        if ids != self._ids:
            self._change(ids)
        elif ids:
            self.dataChanged.emit(self.index(0), self.index(len(ids) - 1))  # whoever looks gets them fetched again

    def set_rows(self, rows: Collection[RequestRow]) -> None:
        """Only those that look otherwise than before are painted anew."""
        now, others = self._now(), set()
        for row in rows:
            card = _card(row, now)
            self._rows[row.id] = row
            self._stale.discard(row.id)
            if card != self._cards.get(row.id):
                self._cards[row.id] = card
                others.add(row.id)
        for first, last in runs([place for place, id in enumerate(self._ids) if id in others] if others else []):
            self.dataChanged.emit(self.index(first), self.index(last))

    def reword(self) -> None:
        """After a change of language."""
        self.set_rows(tuple(self._rows.values()))

    # ------------------------------------------------------------------ what views ask

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
        if id not in self._rows or id in self._stale:
            self._want(id, index.row() // PAGE)
        card = self._cards.get(id)
        if card is None or role == CardRole:
            return card
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return card.subject
            case Qt.ItemDataRole.AccessibleTextRole:
                return card.spoken
            case _ if role == UnreadRole:
                return card.unread
            case _:
                return words.request_state(self._rows[id]) if role == StateRole else None

    # ------------------------------------------------------------------ inside

    def _change(self, ids: tuple[Id, ...]) -> None:
        """What left is taken out row by row, so that a view keeps its place; all other changes are a new list."""
        kept = set(ids)
        if tuple(id for id in self._ids if id in kept) == ids:
            self._take_out(kept)
        else:
            self.beginResetModel()
            self._ids = ids
            self.endResetModel()
        for gone in self._rows.keys() - kept:
            del self._rows[gone], self._cards[gone]

    def _take_out(self, kept: set[Id]) -> None:
        for place in reversed([place for place, id in enumerate(self._ids) if id not in kept]):
            self.beginRemoveRows(QModelIndex(), place, place)
            self._ids = (*self._ids[:place], *self._ids[place + 1 :])
            self.endRemoveRows()

    def _want(self, id: Id, page: int) -> None:
        if id in self._rows:
            self._again.add(id)
        else:
            self._wanted.add(page)
        if not self._soon.isActive():
            self._soon.start()

    def _ask(self) -> None:
        pages, self._wanted = sorted(self._wanted), set()
        again, self._again = self._again, set()
        ids = [id for page in pages for id in self._ids[page * PAGE : (page + 1) * PAGE]]
        missing = tuple(dict.fromkeys((*(id for id in ids if id not in self._rows), *sorted(again & self._stale))))
        self._stale.difference_update(missing)  # they are on their way
        if missing:
            self._fetch(missing)


def _card(row: RequestRow, now: Instant) -> CardWords:
    news = QCoreApplication.translate("TicketLines", "unread") if row.unread else ""
    request, state = row.request, words.request_state(row)
    title, level = words.request_title(row), "" if row.submitted else words.request_level(request)
    chip = ChipLook(STATES[state][0], words.request_state_words(state))
    age = words.ago(request.stage_since or request.last_activity, now)
    return CardWords(
        subject=title, time=age, chip=chip, who=row.applicant.name, waits=level, waits_icon="",
        icon=ICONS.get(request.kind, "list"), quiet=state == "withdrawn", unread=row.unread,
        spoken=", ".join(
            part for part in (title, chip.text, row.applicant.name, row.number, news, level, age) if part
        ),
    )  # fmt: skip
