"""Frozen dataclasses past their own lock, where hundreds are made at a time of values that were checked before.

A frozen dataclass sets its fields one by one through `object.__setattr__`, which takes most of the time of reading
rows. What is here goes past it, too, but knows the way to each field.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields
from functools import cache
from operator import attrgetter
from typing import Any, TypeVar

T = TypeVar("T")


@cache
def names_of(kind: Any) -> tuple[str, ...]:  # noqa: ANN401  (to mypy classes of frozen dataclasses cannot be hashed)
    """Its fields, in their order."""
    return tuple(field.name for field in fields(kind))


@cache
def values_of(kind: Any) -> Callable[[Any], tuple[Any, ...]]:  # noqa: ANN401
    """Reads all fields of one of that class, in their order."""
    names = names_of(kind)
    read: Callable[[Any], tuple[Any, ...]] = attrgetter(*names)
    return read if len(names) > 1 else lambda one: tuple(getattr(one, name) for name in names)


@cache
def maker_of(kind: Any) -> Callable[[Iterable[object]], Any]:  # noqa: ANN401
    """Makes one of that class of the values of all its fields, in their order."""
    new, setters = kind.__new__, [getattr(kind, name).__set__ for name in names_of(kind)]

    def make(values: Iterable[object]) -> object:
        made: object = new(kind)
        for put, value in zip(setters, values, strict=True):
            put(made, value)
        return made

    return make


def altered(one: T, **values: object) -> T:
    """As `dataclasses.replace` for a class that checks nothing itself, in a third of the time."""
    kind: Any = type(one)
    places, all_values = _places(kind), list(values_of(kind)(one))
    for name, value in values.items():
        all_values[places[name]] = value
    made: T = maker_of(kind)(all_values)
    return made


@cache
def _places(kind: Any) -> Mapping[str, int]:  # noqa: ANN401
    return {name: place for place, name in enumerate(names_of(kind))}
