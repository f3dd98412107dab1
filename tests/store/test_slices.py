"""How a long page is cut: whole roots, set-up first, nothing lost and nothing twice."""

from collections.abc import Sequence
from itertools import chain
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from agentdesk.store.checked import Checked, Table
from agentdesk.store.slices import Part, slices
from agentdesk.wire import Root
from tests.builders import an_id

FULL = 3_000


def a_page(*messages: int, waiting: bool = False, gone: int = 0, log: int = 1) -> list[Part]:
    """A page of tickets that each have so many messages and lines in the log, and its slices."""
    tickets = [an_id(number) for number in range(len(messages))]
    rows = [[f"{of} {place}", of] for of, count in zip(tickets, messages, strict=True) for place in range(count)]
    lines = [[f"l{place}", "ticket", of] for place in range(log) for of in tickets]
    tables = [
        table("operation_log", ["id", "root_kind", "root"], lines),
        table("message", ["id", "ticket"], rows[::-1]),
        table("ticket", ["rev", "id"], [[4, ticket] for ticket in tickets]),
        table("person", ["id"], [["somebody"]]),
    ]
    roots = [("ticket", ticket, 4) for ticket in tickets]
    told = a_checked(*tables, roots=roots, gone=[("ticket", an_id(9_000 + n), 1) for n in range(gone)])
    return slices(told, lambda: tickets if waiting else [], FULL)


def table(kind: str, columns: list[str], rows: list[list[Any]]) -> Table:
    """As its rows would come, but for the columns that are not looked at here."""
    told = dict(zip(columns, zip(*rows, strict=True), strict=False))
    return Table(kind, told, rows, range(len(rows)))


def a_checked(*tables: Table, roots: Sequence[Root] = (), gone: Sequence[Root] = ()) -> Checked:
    return Checked({one.kind: one for one in tables if len(one)}, roots, gone)


def rows_of(part: Part) -> list[tuple[str, Any]]:
    """Kind and root of every row; what is told by column and by row is the same."""
    roots = {"operation_log": "root", "message": "ticket", "ticket": "id", "person": "id"}
    for one in part.page.tables.values():
        assert [row[list(one.told).index("id")] for row in one.records] == list(one.column("id"))
    return [(kind, root) for kind, one in part.page.tables.items() for root in one.column(roots[kind])]


def test_a_short_page_is_one_slice_and_nobody_is_asked_what_waits() -> None:
    told = a_checked(table("person", ["id"], [["somebody"]]))

    def never() -> list[str]:
        raise AssertionError

    assert slices(told, never, FULL) == [Part(told, last=True, weight=4)]


@given(st.lists(st.integers(0, 900), min_size=1, max_size=12), st.booleans(), st.integers(0, 120))
def test_slices_hold_every_row_once_and_the_last_one_is_the_end(messages: list[int], waiting: bool, gone: int) -> None:
    parts = a_page(*messages, waiting=waiting, gone=gone)
    found = list(chain.from_iterable(map(rows_of, parts)))
    assert len(found) == sum(messages) + 2 * len(messages) + 1
    words = [part.page.tables["message"].column("id") for part in parts if "message" in part.page.tables]
    assert len(set(chain.from_iterable(words))) == sum(messages)
    assert sorted(root for part in parts for root in part.page.roots) == sorted(
        ("ticket", an_id(number), 4) for number in range(len(messages))
    )
    assert sum(len(part.page.gone) for part in parts) == gone
    assert [part.last for part in parts] == [False] * (len(parts) - 1) + [True]


def test_all_rows_of_a_root_that_fits_come_in_one_slice_which_names_it() -> None:
    parts = a_page(*[40] * 60, log=3)
    assert len(parts) > 2
    for number in range(60):
        (one,) = [part for part in parts if any(root == an_id(number) for _, root in rows_of(part))]
        assert ("ticket", an_id(number), 4) in one.page.roots


def test_a_root_that_fits_into_no_slice_is_named_where_its_last_row_comes() -> None:
    parts = a_page(3, 4_000, 3)
    holding = [part for part in parts if ("message", an_id(1)) in rows_of(part)]
    assert len(holding) > 3
    assert ("ticket", an_id(1), 4) in next(
        part.page.roots for part in parts[::-1] if ("operation_log", an_id(1)) in rows_of(part)
    )


def test_set_up_comes_before_tickets_and_a_ticket_before_its_parts() -> None:
    parts = a_page(*[30] * 60)
    assert ("person", "somebody") in rows_of(parts[0])
    for part in parts:
        kinds = [kind for kind in part.page.tables if kind != "person"]
        assert kinds == ["ticket", "message", "operation_log"]


def test_where_something_waits_fewer_roots_fill_a_slice() -> None:
    assert len(a_page(*[1] * 300, waiting=True)) > 2 * len(a_page(*[1] * 300))


def test_slices_weigh_much_the_same_and_what_is_played_again_counts() -> None:
    weights = [part.weight for part in a_page(*[1] * 200)]
    assert len(weights) > 1
    assert max(weights) <= min(weights) + 20
    assert sum(part.weight for part in a_page(*[1] * 200, waiting=True)) == sum(weights) + 200 * 50


def test_what_goes_is_cut_too() -> None:
    assert len(a_page(1, gone=FULL)) > 10
