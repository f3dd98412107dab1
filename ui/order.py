"""The order of a list: its groups and where each begins, and many changes of it in one copy."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, MutableSequence
from typing import Any, TypeAlias, TypeVar, cast

Group: TypeAlias = Any  # sorts as the groups stand in the list
NO_GROUP: Group = ()
Values = TypeVar("Values", bound=MutableSequence[Any])


class Spans:
    """The groups of a list, in order, and where each begins. A list without groups is one."""

    def __init__(self, groups: Iterable[tuple[Group, int]]) -> None:
        self.groups: list[Group] = []
        self.starts: list[int] = []
        self.end = 0
        for group, count in groups:
            self.groups.append(group)
            self.starts.append(self.end)
            self.end += count

    def number_at(self, place: int) -> int:
        return bisect_right(self.starts, place) - 1

    def group_at(self, place: int) -> Group:
        return self.groups[self.number_at(place)]

    def range_of(self, group: Group) -> tuple[int, int]:
        """Of its rows; where it would stand, if it has none."""
        number = bisect_left(self.groups, group)
        first = self._start(number)
        has = number < len(self.groups) and self.groups[number] == group
        return first, self._start(number + 1) if has else first

    def put(self, place: int, group: Group) -> None:
        """A row more, in that group."""
        number = bisect_left(self.groups, group)
        if number == len(self.groups) or self.groups[number] != group:
            self.groups.insert(number, group)
            self.starts.insert(number, place)
        self._shift(number + 1, 1)

    def take(self, place: int) -> None:
        """A row less; a group that has no other goes with it."""
        number = self.number_at(place)
        self._shift(number + 1, -1)
        if self._start(number) == self._start(number + 1):
            del self.groups[number], self.starts[number]

    def _start(self, number: int) -> int:
        return self.starts[number] if number < len(self.starts) else self.end

    def _shift(self, number: int, by: int) -> None:
        self.starts[number:] = [start + by for start in self.starts[number:]]
        self.end += by


def without(old: Values, places: Iterable[int]) -> Values:
    """`places` ascend."""
    new, at = cast(Values, old[:0]), 0
    for place in places:
        new.extend(old[at:place])
        at = place + 1
    new.extend(old[at:])
    return new


def joined(old: Values, more: Iterable[tuple[int, Any]]) -> Values:
    """With each value before what stands at its place; the places ascend."""
    new, at = cast(Values, old[:0]), 0
    for place, value in more:
        new.extend(old[at:place])
        new.append(value)
        at = place
    new.extend(old[at:])
    return new
