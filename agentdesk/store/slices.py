"""Cuts a long page into slices of whole roots: a person's command never waits 25 ms for one of them.

What waits at a root is played again with each slice that brings rows of it, so all of them come in one, if they fit.
"""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from agentdesk.domain.roots import WHOLE_OF
from agentdesk.domain.values import Id
from agentdesk.store.checked import Checked, Table
from agentdesk.wire import Root

_ROW, _TICKET, _REPLAYED, _GONE = 4, 12, 50, 75
"""A row, one of a ticket, which stands in many indexes, a root at which something waits, one that goes with parts."""
ORDER = ("ticket", "attachment", "participant", "shared_link", "mail_reference", "message", "operation_log")
"""Parts in this order, set-up before them: a message is indexed with its ticket's subject and its files' names."""
_ROOT = {"operation_log": "root"} | WHOLE_OF
"""The column that names the root; without one here it is the row itself."""


class Part(NamedTuple):
    """A slice of a page."""

    page: Checked
    last: bool
    weight: int = 0
    """About what it costs; of a page that was not cut without what waits, which nobody asked for then."""


def in_order(kinds: Iterable[str]) -> list[str]:
    return sorted(kinds, key=lambda kind: ORDER.index(kind) if kind in ORDER else -1)


def slices(page: Checked, waiting: Callable[[], Collection[Id]], full: int) -> list[Part]:
    """`waiting`: the roots at which something waits; it is asked only of a page that could be too long. `full`: what a
    slice weighs at most, unless one root alone weighs more.
    """
    if _weigh(page, {id for _, id, _ in page.roots}) <= full:  # even if something waits at every root
        return [Part(page, last=True, weight=_weigh(page, ()))]
    there = set(waiting())
    if _weigh(page, there) <= full:
        return [Part(page, last=True, weight=_weigh(page, there))]
    roots = {kind: page.tables[kind].column(_ROOT.get(kind, "id")) for kind in in_order(page.tables)}
    weights = _weights(roots, there)
    plan = _Plan(weights, _even(weights, full))
    tables = plan.tables(page, roots)
    named: list[list[Root]] = [[] for _ in tables]
    for root in page.roots:
        named[plan.place_of(root[1])].append(root)
    pieces = [Checked(one, some, ()) for one, some in zip(tables, named, strict=True) if one or some]
    pieces.extend(_gone(page, full))
    return [Part(piece, piece is pieces[-1], _weigh(piece, there)) for piece in pieces]


def _gone(page: Checked, full: int) -> Iterator[Checked]:
    most = full // _GONE
    for start in range(0, len(page.gone), most):
        yield Checked({}, (), page.gone[start : start + most])


def _weigh(page: Checked, waiting: Collection[Id]) -> int:
    rows = sum(len(table) * _weight(kind) for kind, table in page.tables.items())
    played = sum(id in waiting for _, id, _ in page.roots)
    return rows + played * _REPLAYED + len(page.gone) * _GONE


def _weight(kind: str) -> int:
    return _TICKET if kind == "ticket" else _ROW


def _weights(roots: Mapping[str, Sequence[Id]], waiting: set[Id]) -> dict[Id, int]:
    """By root, in the order in which the roots have to be taken."""
    weights: dict[Id, int] = {}
    for kind, ids in roots.items():
        one = _weight(kind)
        for id, count in Counter(ids).items():
            weights[id] = weights.get(id, 0) + count * one
    for id in weights.keys() & waiting:
        weights[id] += _REPLAYED
    return weights


def _even(weights: Mapping[Id, int], full: int) -> int:
    """What each weighs where no fewer slices are alike: a short last one would cost almost as much as a full one."""
    total = sum(weights.values())
    return min(full, -(-total // -(-total // full)) + max(weights.values(), default=0))


class _Plan:
    """Which root goes into which slice; one that fits into none begins a new one and goes on into the next."""

    def __init__(self, weights: Mapping[Id, int], full: int) -> None:
        self._full = full
        self._place: dict[Id, int] = {}
        self._large: dict[Id, int] = {}
        """How much of those that fit into none has been placed."""
        last, filled = 0, 0
        for id, weight in weights.items():
            if filled and filled + weight > full:
                last, filled = last + 1, 0
            self._place[id] = last
            filled += weight
            if filled >= full:
                last, filled = last + filled // full, filled % full
                if weight > full:
                    self._large[id] = 0
        self._count = last + 1

    def place_of(self, id: Id) -> int:
        """Of what is placed next, and in the end where the root is complete."""
        return self._place.get(id, 0) + self._large.get(id, 0) // self._full

    def tables(self, page: Checked, roots: Mapping[str, Sequence[Id]]) -> list[dict[str, Table]]:
        """By slice what each kind has in it."""
        cut: list[dict[str, Table]] = [{} for _ in range(self._count)]
        for kind, ids in roots.items():
            for tables, rows in zip(cut, self._pieces(kind, ids), strict=True):
                if rows:
                    tables[kind] = page.tables[kind].some(rows)
        return cut

    def _pieces(self, kind: str, ids: Sequence[Id]) -> list[list[int]]:
        """Of rows with these roots, which come into which slice."""
        pieces: list[list[int]] = [[] for _ in range(self._count)]
        if not self._large:
            for row, place in enumerate(map(self._place.__getitem__, ids)):
                pieces[place].append(row)
            return pieces
        for row, id in enumerate(ids):
            if id in self._large:
                pieces[self.place_of(id)].append(row)
                self._large[id] += _weight(kind)
            else:
                pieces[self._place[id]].append(row)
        return pieces
