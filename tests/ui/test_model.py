"""The windowed model: pages, small signals, and a current row that survives every change."""

import random
from array import array
from collections.abc import Callable

import pytest
from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from ui import model as module
from ui.model import IdRole, RowRole, SelectionKeeper, WindowedModel


class Source:
    """Rows of a pretend desk; answers at once, or when told to."""

    def __init__(self, *, at_once: bool = True) -> None:
        self.asked: list[list[int]] = []
        self.version = 1
        self.at_once = at_once
        self.model = WindowedModel(self.fetch, text_of)

    def fetch(self, ids: list[int]) -> None:
        self.asked.append(ids)
        if self.at_once:
            self.answer(ids)

    def answer(self, ids: list[int]) -> None:
        self.model.set_rows({number: (number, self.version) for number in ids})


def text_of(row: tuple[int, int], role: int, column: int) -> object:
    wanted = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
    return f"Ticket {row[0]} version {row[1]}" if role in wanted else None


def ids_of(model: WindowedModel) -> list[int]:
    return [model.index(row, 0).data(IdRole) for row in range(model.rowCount())]


def newest_first(count: int) -> tuple["array[int]", "array[int]"]:
    numbers = range(count, 0, -1)
    return array("q", numbers), array("q", [-number for number in numbers])


@pytest.fixture
def source(qtbot: QtBot) -> Source:
    return Source()


@pytest.fixture
def small_limits(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "DIFF_LIMIT", 50)


def test_a_missing_row_is_asked_for_by_its_page_and_shown_when_it_comes(qtbot: QtBot, source: Source) -> None:
    source.model.set_ids(*newest_first(1000))
    assert source.model.index(500, 0).data() is None
    qtbot.waitUntil(lambda: source.model.index(500, 0).data() == "Ticket 500 version 1")
    assert any(len(page) == module.PAGE and 500 in page for page in source.asked)


def test_the_next_page_in_the_direction_of_scrolling_is_fetched_ahead(qtbot: QtBot, source: Source) -> None:
    source.model.set_ids(*newest_first(1000))
    source.model.row_at(130)
    qtbot.waitUntil(lambda: source.model.row_of(1000 - 256) is not None)


def test_a_fling_asks_only_for_the_pages_it_ends_on(qtbot: QtBot) -> None:
    source = Source(at_once=False)
    source.model.set_ids(*newest_first(100_000))
    for place in range(0, 100_000, 1000):
        source.model.row_at(place)
    qtbot.waitUntil(lambda: len(source.asked) > 0)
    assert len(source.asked) <= module.PAGES_ASKED
    assert any(1000 in page for page in source.asked)


def test_an_old_row_is_shown_until_the_new_one_is_there(qtbot: QtBot, source: Source) -> None:
    source.model.set_ids(*newest_first(10))
    qtbot.waitUntil(lambda: source.model.row_of(7) is not None)
    source.at_once, source.version = False, 2
    source.model.forget([7])
    assert source.model.index(3, 0).data() == "Ticket 7 version 1"
    qtbot.waitUntil(lambda: source.asked[-1] == [7])
    source.answer([7])
    assert source.model.index(3, 0).data() == "Ticket 7 version 2"


def test_a_row_that_changes_while_it_is_fetched_is_fetched_again(qtbot: QtBot) -> None:
    source = Source(at_once=False)
    source.model.set_ids(*newest_first(3))
    qtbot.waitUntil(lambda: len(source.asked) == 1)
    source.model.apply([(2, -2, True)])
    source.answer([1, 2, 3])
    source.model.row_at(1)
    qtbot.waitUntil(lambda: source.asked[-1] == [2])


def test_a_row_that_never_comes_is_not_asked_for_for_ever(qtbot: QtBot) -> None:
    source = Source(at_once=False)
    source.model.set_ids(*newest_first(3))
    qtbot.waitUntil(lambda: len(source.asked) == 1)
    source.model.set_rows({3: (3, 1), 1: (1, 1)})
    source.model.row_at(1)
    qtbot.waitUntil(lambda: source.asked[-1] == [2])
    source.model.set_rows({})
    asked = len(source.asked)
    source.model._ask()
    assert len(source.asked) == asked


def test_only_so_many_rows_are_kept(qtbot: QtBot, source: Source) -> None:
    source.model.set_ids(*newest_first(30_000))
    for first in range(0, 30_000, module.PAGE):
        source.answer(list(source.model.ids()[first : first + module.PAGE]))
    assert source.model.row_of(30_000) is None
    assert source.model.row_of(1) is not None
    assert len(source.model._rows) == module.PAGE * module.PAGES_KEPT


def test_a_moved_ticket_moves_its_row_and_nothing_else(qtbot: QtBot, source: Source) -> None:
    source.model.set_ids(*newest_first(5))
    with qtbot.waitSignal(source.model.rowsMoved), qtbot.assertNotEmitted(source.model.modelReset):
        assert source.model.apply([(2, -9, True)])
    assert ids_of(source.model) == [2, 5, 4, 3, 1]


def test_changes_come_go_and_stay_by_their_keys(qtbot: QtBot, source: Source) -> None:
    source.model.set_ids(*newest_first(5))
    assert source.model.apply([(4, None, False), (8, -8, True), (99, None, False), (3, -3, True)])
    assert ids_of(source.model) == [8, 5, 3, 2, 1]


def test_among_equal_keys_the_newer_id_comes_first(qtbot: QtBot, source: Source) -> None:
    source.model.set_ids(array("q", [9, 5, 1]), [0, 0, 0])
    source.model.apply([(7, 0, True)])
    assert ids_of(source.model) == [9, 7, 5, 1]


def test_a_list_without_keys_loses_ids_but_cannot_place_them(qtbot: QtBot, source: Source) -> None:
    source.model.set_ids(array("q", [4, 9, 2]))
    assert source.model.apply([(9, None, False)])
    assert not source.model.apply([(7, 1, True)])
    assert ids_of(source.model) == [4, 2]


def test_the_accessible_text_of_a_row_comes_from_the_pane(qtbot: QtBot, source: Source) -> None:
    source.model.set_ids(*newest_first(3))
    qtbot.waitUntil(lambda: source.model.row_of(3) is not None)
    index = source.model.index(0, 0)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "Ticket 3 version 1"
    assert index.data(RowRole) == (3, 1)


def test_a_click_on_a_header_only_says_what_was_wanted(qtbot: QtBot, source: Source) -> None:
    source.model.set_ids(*newest_first(3))
    with qtbot.waitSignal(source.model.sort_wanted) as wanted:
        source.model.sort(0, Qt.SortOrder.DescendingOrder)
    assert wanted.args == [0, Qt.SortOrder.DescendingOrder]
    assert ids_of(source.model) == [3, 2, 1]


def test_a_reset_of_a_long_list_keeps_current_row_and_selection(small_limits: None, qtbot: QtBot) -> None:
    model = Source().model
    selection = QItemSelectionModel(model)
    SelectionKeeper(model, selection)
    model.set_ids(*newest_first(100))
    select_row(model, selection, 10)
    with qtbot.waitSignal(model.modelReset):
        model.set_ids(array("q", range(1, 101)), array("q", range(1, 101)))
    assert selection.currentIndex().data(IdRole) == 90
    assert [index.data(IdRole) for index in selection.selectedRows()] == [90]


def select_row(model: WindowedModel, selection: QItemSelectionModel, row: int) -> None:
    flag = QItemSelectionModel.SelectionFlag
    selection.setCurrentIndex(model.index(row, 0), flag.ClearAndSelect | flag.Rows)


def random_order(dice: random.Random, model: WindowedModel) -> None:
    chosen = dice.sample(range(1, 61), dice.randint(0, 60))
    keys = sorted(dice.randint(-20, 20) for _ in chosen)
    model.set_ids(array("q", chosen), array("q", keys))


def random_changes(dice: random.Random, model: WindowedModel) -> None:
    numbers = dice.sample(range(1, 80), dice.randint(1, 12))
    model.apply([(number, dice.randint(-20, 20), dice.random() < 0.7) for number in numbers])


def random_news(dice: random.Random, model: WindowedModel) -> None:
    model.set_rows({number: (number, 2) for number in dice.sample(range(1, 80), 5)})


@pytest.mark.parametrize("seed", range(12))
@pytest.mark.parametrize(("limit", "at_once"), [(20, 32), (20_000, 32), (20_000, 4)])
def test_random_changes_keep_the_model_sound_and_the_current_row_current(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, seed: int, limit: int, at_once: int
) -> None:
    monkeypatch.setattr(module, "DIFF_LIMIT", limit)
    monkeypatch.setattr(module, "AT_ONCE", at_once)
    dice, source = random.Random(seed), Source()
    model = source.model
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, model)
    selection = QItemSelectionModel(model)
    SelectionKeeper(model, selection)
    steps: list[Callable[[random.Random, WindowedModel], None]] = [random_order, random_changes, random_news]
    for _ in range(25):
        current = selection.currentIndex().data(IdRole) if selection.currentIndex().isValid() else None
        dice.choice(steps)(dice, model)
        assert list(model._keys or []) == sorted(model._keys or [])
        if current in ids_of(model):
            assert selection.currentIndex().data(IdRole) == current
        if model.rowCount():
            select_row(model, selection, dice.randrange(model.rowCount()))


@pytest.mark.parametrize("at_once", [10, 32])
def test_changes_by_bisection_end_where_sorting_would(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, source: Source, at_once: int
) -> None:
    monkeypatch.setattr(module, "AT_ONCE", at_once)
    dice = random.Random(7)
    keys = {number: dice.randint(0, 30) for number in range(1, 200)}
    order = sorted(keys, key=lambda number: (keys[number], -number))
    source.model.set_ids(array("q", order), array("q", [keys[number] for number in order]))
    for _ in range(40):
        changes = {dice.randint(1, 260): dice.randint(0, 30) for _ in range(dice.randint(1, 20))}
        keys |= changes
        source.model.apply([(number, key, True) for number, key in changes.items()])
    assert ids_of(source.model) == sorted(keys, key=lambda number: (keys[number], -number))


def test_views_are_told_of_many_changes_once(qtbot: QtBot, source: Source) -> None:
    source.model.set_ids(*newest_first(100))
    resets, inserts = [], []
    source.model.modelReset.connect(lambda: resets.append(1))
    source.model.rowsInserted.connect(lambda *_: inserts.append(1))
    source.model.apply([(100 + number, -number, True) for number in range(1, module.AT_ONCE + 2)])
    assert (len(resets), len(inserts)) == (1, 0)


def test_children_of_rows_do_not_exist(source: Source) -> None:
    source.model.set_ids(*newest_first(3))
    assert source.model.rowCount(source.model.index(0, 0)) == 0
    assert source.model.rowCount(QModelIndex()) == 3


GROUPS = ("a", "b", "c", "d")


def as_groups(rows: list[tuple[str, int, int]]) -> list[tuple[str, int]]:
    names = [group for group, _, _ in rows]
    return [(name, names.count(name)) for name in dict.fromkeys(names)]


@pytest.mark.parametrize("seed", range(10))
@pytest.mark.parametrize(("limit", "at_once"), [(0, 32), (20_000, 32), (20_000, 5)])
def test_groups_stay_in_one_piece_through_random_changes(
    seed: int, limit: int, at_once: int, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Against a list that is sorted anew each time."""
    monkeypatch.setattr(module, "DIFF_LIMIT", limit)
    monkeypatch.setattr(module, "AT_ONCE", at_once)
    dice, model = random.Random(seed), Source().model
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    known = {number: (dice.choice(GROUPS), dice.randint(-9, 9)) for number in range(1, 30)}

    def rows() -> list[tuple[str, int, int]]:
        return sorted((group, key, -number) for number, (group, key) in known.items())

    def ordered() -> tuple["array[int]", "array[int]", list[tuple[str, int]]]:
        now = rows()
        ids, keys = array("q", [-minus for _, _, minus in now]), array("q", [key for _, key, _ in now])
        return ids, keys, as_groups(now)

    model.set_ids(*ordered())
    for _ in range(40):
        changed = {number: (dice.choice(GROUPS), dice.randint(-9, 9)) for number in dice.sample(range(1, 40), 4)}
        gone = set(dice.sample(range(1, 40), 2)) - changed.keys()
        model.apply(
            [*((n, key, True) for n, (_, key) in changed.items()), *((n, 0, False) for n in gone)],
            [*(group for group, _ in changed.values()), *("" for _ in gone)],
        )
        known = {n: at for n, at in (known | changed).items() if n not in gone}
        ids, _, groups = ordered()
        heads = [model.head_at(place) for place in model.heads()]
        assert (ids_of(model), heads) == (list(ids), groups)
        assert [model.group_at(place) for place in range(len(ids))] == [group for group, _, _ in rows()]


def test_a_list_without_groups_has_no_heads(source: Source) -> None:
    source.model.set_ids(*newest_first(3))
    assert source.model.heads() == []
    assert source.model.head_at(0) is None
