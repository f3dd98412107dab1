"""A list of up to a million ids whose rows are fetched by page; selection and scroll survive every change.

What is known of the whole list is two arrays: the ids in order and, beside them, their sort keys (ascending; a newest
first list uses negative times). A change `(n, key, present)` is placed by bisection in the keys, so nothing but the
changed ids is ever read again. Groups are ranges of both, each in the order of its keys. A list without keys can lose
ids but not place them: `apply` then answers False and the pane asks for the whole order anew. Rows are kept by id, not
by place, so that pages survive insertions above them.
"""

from array import array
from bisect import bisect_left, bisect_right
from collections import OrderedDict
from collections.abc import Callable, Iterable, MutableSequence, Sequence
from itertools import count
from operator import add
from typing import Any, TypeAlias

from PySide6.QtCore import (
    QAbstractTableModel,
    QItemSelectionModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    QTimer,
    Signal,
)

from ui.order import NO_GROUP, Group, Spans, joined, without

IdRole = int(Qt.ItemDataRole.UserRole) + 1
RowRole = IdRole + 1
FirstPaneRole = IdRole + 16  # a pane's own roles start here

PAGE = 128
PAGES_KEPT = 64
PAGES_ASKED = 4  # a fling asks for the pages it ends on, not for all it passed
DIFF_LIMIT = 20_000
SHIFT_LIMIT = 64  # how far a place that was seen may have moved and is still looked for nearby
MANY = 8
AT_ONCE = 32
"""Of more changes a view is told once: each by itself costs 0.2 ms in a short list, 1.5 in one of a million."""
RUN_LIMIT = 200  # with more gaps than this a reset is faster, and nobody can follow it anyway

Index = QModelIndex | QPersistentModelIndex
Ids = MutableSequence[int]
Row: TypeAlias = Any
Key: TypeAlias = Any  # whatever the query sorts by: an int, a float, a text, a tuple
Fetch = Callable[[list[int]], None]
RoleOf = Callable[[Row, int, int], object]
Change = tuple[int, Key, bool]


class HeadedModel(QAbstractTableModel):
    """The head of a table: its words, and that somebody clicked a column of it."""

    sort_wanted = Signal(int, object)

    def __init__(self, headers: Sequence[str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._headers = list(headers)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._headers)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | None:
        if orientation != Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return self._headers[section] if 0 <= section < len(self._headers) else None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Rows are sorted where they lie, so this only says what was asked for."""
        self.sort_wanted.emit(column, order)

    def set_headers(self, headers: Sequence[str]) -> None:
        """Other words for the same columns, after a change of language."""
        assert len(headers) == len(self._headers)
        self._headers = list(headers)
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(headers) - 1)


class WindowedModel(HeadedModel):
    """`fetch(ids)` asks for rows, `set_rows` brings them; `role_of(row, role, column)` says what a view is told."""

    heads_changed = Signal()
    """Other groups, or other places where they begin."""

    def __init__(
        self, fetch: Fetch, role_of: RoleOf, *, headers: Sequence[str] = ("",), parent: QObject | None = None
    ) -> None:
        super().__init__(headers, parent)
        self._fetch, self._role_of = fetch, role_of
        self._ids: Ids = array("q")
        self._keys: MutableSequence[Key] | None = array("q")
        self._spans = Spans(())
        self._largest: int | None = None  # found when it is first asked for
        self._reach = SHIFT_LIMIT
        self._rows: OrderedDict[int, Row] = OrderedDict()
        self._stale: set[int] = set()
        self._again: set[int] = set()  # changed while they were being fetched: the answer may be old already
        self._asked: list[set[int]] = []
        self._seen: dict[int, int] = {}  # where the cached rows were last, to find them without a search
        self._wanted: OrderedDict[int, None] = OrderedDict()  # first places of pages, the latest last
        self._page = 0
        self._ask_soon = QTimer(self)
        self._ask_soon.setSingleShot(True)
        self._ask_soon.timeout.connect(self._ask)

    # ------------------------------------------------------------------ what views ask

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._ids)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self._ids):
            return None
        if role == IdRole:
            return self._ids[index.row()]
        row = self.row_at(index.row())
        if row is None or role == RowRole:
            return row
        return self._role_of(row, role, index.column())

    # ------------------------------------------------------------------ what panes and delegates ask

    def row_at(self, place: int) -> Row:
        """The row there, perhaps an old form of it, or None until it comes. Looking at a place gets it fetched."""
        if place // PAGE != self._page:
            self._turn_to(place // PAGE)
        number = self._ids[place]
        row = self._rows.get(number)
        if row is None or number in self._stale:
            self._want(place - place % PAGE)
        else:
            self._rows.move_to_end(number)
            self._seen[number] = place
        return row

    def row_of(self, number: int) -> Row:
        return self._rows.get(number)

    def id_at(self, place: int) -> int:
        return self._ids[place]

    def place_of(self, number: int) -> int:
        """Where that id is, or -1."""
        near = self._seen.get(number, -self._reach)
        place = _find(self._ids, number, max(0, near - self._reach), near + self._reach)
        if place < 0 and number <= self._largest_id():
            place = _find(self._ids, number, 0, len(self._ids))
        return place

    def ids(self) -> Ids:
        """The list itself, to be read only."""
        return self._ids

    def heads(self) -> list[int]:
        """The places where groups begin; none in a list without them."""
        return self._spans.starts if self._spans.groups != [NO_GROUP] else []

    def head_at(self, place: int) -> tuple[Group, int] | None:
        """The group that begins there, and how many rows it has."""
        spans, number = self._spans, self._spans.number_at(place)
        if number < 0 or spans.starts[number] != place or spans.groups[number] == NO_GROUP:
            return None
        first, last = spans.range_of(spans.groups[number])
        return spans.groups[number], last - first

    def group_at(self, place: int) -> Group:
        return self._spans.group_at(place)

    # ------------------------------------------------------------------ what the desk delivers

    def set_ids(
        self, ids: Ids, keys: MutableSequence[Key] | None = None, groups: Iterable[tuple[Group, int]] | None = None
    ) -> None:
        """Take over a new order; both sequences become the model's own. Short lists change by the smallest signals.

        `groups`: in order, with how many of the ids stand in each.
        """
        assert keys is None or len(keys) == len(ids)
        spans = Spans(((NO_GROUP, len(ids)),) if groups is None else groups)
        assert spans.end == len(ids)
        if not self._set_by_difference(ids):
            self.beginResetModel()
            self._ids = ids
            self.endResetModel()
        self._keys = keys
        self._spans = spans
        self._largest = None
        self._forget_absent()
        if ids:
            self._want(0)
        self.heads_changed.emit()

    def apply(self, changes: Iterable[Change], groups: Sequence[Group] = ()) -> bool:
        """Place changed ids by their keys. False, and nothing done, if the whole order has to be asked for again."""
        changes = list(changes)
        if self._keys is None and any(present for _, _, present in changes):
            return False
        if len(changes) > MANY:
            self._look_for({number for number, _, _ in changes if number <= self._largest_id()})
        self._reach = SHIFT_LIMIT + len(changes)
        apply = self._apply_at_once if self._keys is not None and len(changes) > AT_ONCE else self._apply_each
        apply(list(zip(changes, groups or [NO_GROUP] * len(changes), strict=True)))
        self.heads_changed.emit()
        return True

    def set_rows(self, rows: dict[int, Row]) -> None:
        """The answer to one `fetch`, by id. Ids that are missing here are gone: their removal is on its way."""
        self._land(rows)
        self._stale.difference_update(rows.keys() - self._again)
        self._keep(rows)
        if self._wanted:
            self._ask_soon.start(0)

    def renew(self, rows: dict[int, Row]) -> None:
        """Rows that came unasked, newer than all that is here."""
        self._stale.difference_update(rows)
        self._keep(rows)

    def _keep(self, rows: dict[int, Row]) -> None:
        for number, row in rows.items():
            self._rows[number] = row
            self._rows.move_to_end(number)
        self._again.difference_update(rows)
        while len(self._rows) > PAGE * PAGES_KEPT:
            self._drop_row(next(iter(self._rows)))
        self._tell_changed(set(rows))

    def forget(self, numbers: Iterable[int]) -> None:
        """These rows are out of date: shown until the new ones are there."""
        numbers = list(numbers)
        for number in numbers:
            self._outdate(number)
        self._tell_changed(set(numbers) & self._rows.keys())

    def forget_all(self) -> None:
        """After a change of language or of the clock's minute, when every text is made anew."""
        self.forget(list(self._rows))

    # ------------------------------------------------------------------ order

    def _set_by_difference(self, new: Ids) -> bool:
        if max(len(new), len(self._ids)) >= DIFF_LIMIT:
            return False
        wanted, present = set(new), set(self._ids)
        gone = runs([place for place, number in enumerate(self._ids) if number not in wanted])
        come = runs([place for place, number in enumerate(new) if number not in present])
        if len(gone) + len(come) > RUN_LIMIT:
            return False
        for first, last in reversed(gone):
            self.beginRemoveRows(QModelIndex(), first, last)
            del self._ids[first : last + 1]
            self.endRemoveRows()
        self._reorder([number for number in new if number in present])
        for first, last in come:
            self.beginInsertRows(QModelIndex(), first, last)
            self._ids[first:first] = new[first : last + 1]
            self.endInsertRows()
        return True

    def _reorder(self, kept: list[int]) -> None:
        if kept == list(self._ids):
            return
        self.layoutAboutToBeChanged.emit()
        old = self.persistentIndexList()
        place = {number: at for at, number in enumerate(kept)} if old else {}
        moved = [self.index(place[self._ids[index.row()]], index.column()) for index in old]
        self._ids = array("q", kept)
        self.changePersistentIndexList(old, moved)
        self.layoutChanged.emit()

    def _apply_each(self, changes: list[tuple[Change, Group]]) -> None:
        for (number, key, present), group in changes:
            place = self.place_of(number)
            if present:
                self._place(place, number, key, group)
            elif place >= 0:
                self._take(place)

    def _apply_at_once(self, changes: list[tuple[Change, Group]]) -> None:
        """In one copy of the list instead of one for each change."""
        assert self._keys is not None
        gone = sorted(place for (number, _, _), _ in changes if (place := self.place_of(number)) >= 0)
        come = sorted((group, key, -number) for (number, key, present), group in changes if present)
        self.beginResetModel()
        for (number, _, present), _ in changes:
            self._outdate(number) if present else self._drop_row(number)
        for place in reversed(gone):
            self._spans.take(place)
        if gone:
            self._ids, self._keys = without(self._ids, gone), without(self._keys, gone)
        spots = [self._spot(-minus, key, group) for group, key, minus in come]
        self._ids = joined(self._ids, zip(spots, (-minus for *_, minus in come), strict=True))
        self._keys = joined(self._keys, zip(spots, (key for _, key, _ in come), strict=True))
        for place, (group, _, minus) in zip(map(add, spots, count()), come, strict=False):
            self._spans.put(place, group)
            self._largest = max(self._largest_id(), -minus)
        self.endResetModel()

    def _place(self, old: int, number: int, key: Key, group: Group) -> None:
        assert self._keys is not None
        if old < 0:
            self._put(self._spot(number, key, group), number, key, group)
            return
        self._outdate(number)
        if self._keys[old] != key or self._spans.group_at(old) != group:
            old = self._move(old, self._spot(number, key, group), number, key, group)
        self._tell(old, old)

    def _take(self, place: int) -> None:
        self.beginRemoveRows(QModelIndex(), place, place)
        self._drop_row(self._ids[place])
        del self._ids[place]
        if self._keys is not None:
            del self._keys[place]
        self._spans.take(place)
        self.endRemoveRows()

    def _put(self, place: int, number: int, key: Key, group: Group) -> None:
        assert self._keys is not None
        self.beginInsertRows(QModelIndex(), place, place)
        self._ids.insert(place, number)
        self._keys.insert(place, key)
        self._spans.put(place, group)
        self._largest = max(self._largest_id(), number)
        self.endInsertRows()

    def _move(self, old: int, spot: int, number: int, key: Key, group: Group) -> int:
        """Its new place. `spot` is counted with the id still at its old place, as Qt wants it."""
        assert self._keys is not None
        new = spot - (spot > old)
        if new == old:
            self._keys[old] = key
            self._spans.take(old)
            self._spans.put(old, group)
            return old
        self.beginMoveRows(QModelIndex(), old, old, QModelIndex(), spot)
        for sequence, value in ((self._ids, number), (self._keys, key)):
            del sequence[old]
            sequence.insert(new, value)
        self._spans.take(old)
        self._spans.put(new, group)
        self._seen[number] = new
        self.endMoveRows()
        return new

    def _largest_id(self) -> int:
        """A new ticket has a larger id than all others, so it need not be looked for."""
        if self._largest is None:
            self._largest = max(self._ids, default=-1)
        return self._largest

    def _spot(self, number: int, key: Key, group: Group) -> int:
        """Where the id belongs; among equal keys the larger id, which is the newer one, comes first."""
        assert self._keys is not None
        begin, end = self._spans.range_of(group)
        first, last = bisect_left(self._keys, key, begin, end), bisect_right(self._keys, key, begin, end)
        return bisect_left(self._ids, -number, first, last, key=lambda other: -other)

    def _look_for(self, numbers: set[int]) -> None:
        """One pass over the ids, which is cheaper than a search for each of many."""
        if numbers:
            self._seen.update((number, place) for place, number in enumerate(self._ids) if number in numbers)

    # ------------------------------------------------------------------ rows

    def _outdate(self, number: int) -> None:
        if number in self._rows:
            self._stale.add(number)
        if any(number in flight for flight in self._asked):
            self._again.add(number)
            self._stale.add(number)

    def _drop_row(self, number: int) -> None:
        self._rows.pop(number, None)
        self._seen.pop(number, None)
        self._stale.discard(number)
        self._again.discard(number)

    def _forget_absent(self) -> None:
        self._wanted.clear()
        if len(self._ids) < DIFF_LIMIT:
            present = set(self._ids)
            for number in [number for number in self._rows if number not in present]:
                self._drop_row(number)
        self._seen.clear()

    def _turn_to(self, page: int) -> None:
        """The view came to the page beside: fetch the one after it in the same direction, too. A jump has none."""
        step = page - self._page
        ahead = page + step
        self._page = page
        if abs(step) == 1 and 0 <= ahead * PAGE < len(self._ids) and self._missing(ahead * PAGE):
            self._want(ahead * PAGE)

    def _want(self, first: int) -> None:
        self._wanted[first] = None
        self._wanted.move_to_end(first)
        if not self._ask_soon.isActive():
            self._ask_soon.start(0)

    def _missing(self, first: int) -> list[int]:
        rows, stale = self._rows, self._stale
        page = self._ids[first : first + PAGE]
        missing = [number for number in page if number not in rows or number in stale]
        for flight in self._asked:
            missing = [number for number in missing if number not in flight]
        return missing

    def _ask(self) -> None:
        """The latest wishes only: what a fling passed on its way is not worth a query."""
        if len(self._asked) >= PAGES_ASKED:
            return
        pages = [first for first in reversed(self._wanted) if first < len(self._ids)][:PAGES_ASKED]
        self._wanted.clear()
        for first in pages:
            missing = self._missing(first)
            if missing:
                self._asked.append(set(missing))
                self._fetch(missing)

    def _land(self, rows: dict[int, Row]) -> None:
        """The answer is whole even where rows are missing; an empty one belongs to the oldest question."""
        if not rows:
            del self._asked[:1]
        self._asked = [flight for flight in self._asked if flight.isdisjoint(rows)]

    def _tell_changed(self, numbers: set[int]) -> None:
        """Exact for short lists; in long ones the view looks at what it shows, which costs less than finding places."""
        if not numbers or not self._ids:
            return
        if len(self._ids) > DIFF_LIMIT:
            self._tell(0, len(self._ids) - 1)
            return
        for first, last in runs([place for place, number in enumerate(self._ids) if number in numbers]):
            self._tell(first, last)

    def _tell(self, first: int, last: int) -> None:
        self.dataChanged.emit(self.index(first, 0), self.index(last, len(self._headers) - 1))


class SelectionKeeper(QObject):
    """Carries current row and selection over a reset, by id. Give it the selection model of a view."""

    def __init__(self, model: WindowedModel, selection: QItemSelectionModel) -> None:
        super().__init__(selection)
        self._model, self._selection = model, selection
        self._current: int | None = None
        self._column = 0
        self._selected: list[int] = []
        model.modelAboutToBeReset.connect(self._note)
        model.modelReset.connect(self._restore)

    def _note(self) -> None:
        current = self._selection.currentIndex()
        self._current = self._model.id_at(current.row()) if current.isValid() else None
        self._column = max(0, current.column())
        places = [index.row() for index in self._selection.selectedRows()[:RUN_LIMIT]]
        self._selected = [self._model.id_at(place) for place in places]

    def _restore(self) -> None:
        flag = QItemSelectionModel.SelectionFlag
        for number in self._selected:
            place = self._model.place_of(number)
            if place >= 0:
                self._selection.select(self._model.index(place, 0), flag.Select | flag.Rows)
        place = -1 if self._current is None else self._model.place_of(self._current)
        if place >= 0:
            self._selection.setCurrentIndex(self._model.index(place, self._column), flag.NoUpdate)


def _find(ids: Ids, number: int, first: int, last: int) -> int:
    try:
        return ids.index(number, first, max(first, last))
    except ValueError:
        return -1


def runs(places: list[int]) -> list[tuple[int, int]]:
    runs: list[tuple[int, int]] = []
    for place in places:
        if runs and place == runs[-1][1] + 1:
            runs[-1] = (runs[-1][0], place)
        else:
            runs.append((place, place))
    return runs
