"""Whole columns of rows, checked, and as SQLite takes them soonest: value by value would take as long as writing them.

The sqlite3 module binds ints, floats, texts and bytearrays at once. For all else it looks for an adapter first, which
takes longer than SQLite does for the value: so ids are bytearrays here, truths are ints, and NULL is a NaN, for which
SQLite writes NULL.
"""

import json
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import Any

from sqlalchemy import Boolean, Column, Integer

from agentdesk.domain.values import Priority
from agentdesk.records.types import IdType, PriorityType, TextsType, WordType
from agentdesk.store.schema import TABLES

Values = Sequence[Any]
NULL = float("nan")


class BadRows(ValueError):
    """What the server sent cannot be rows of this kind; nothing of it may be kept."""


def by_name(columns: Sequence[str], rows: Sequence[Values]) -> dict[str, Values]:
    try:
        return dict(zip(columns, zip(*rows, strict=True), strict=True))
    except ValueError as error:
        raise BadRows("columns") from error


@cache
def names(kind: str) -> list[str]:
    """The columns that rows of this kind are made of; `n` is SQLite's own."""
    return [column.name for column in TABLES[kind].columns if column.name != "n"]


def raw(kind: str, name: str, columns: Mapping[str, Values]) -> Values:
    """The values of one column as they are given to SQLite. Raises BadRows."""
    column, values = TABLES[kind].c[name], columns.get(name)
    if values is None:
        raise BadRows(f"{kind}.{name}")
    convert = _converter(column)
    try:
        return _or_null(convert, values) if column.nullable else convert(values)
    except (KeyError, TypeError, ValueError) as error:
        raise BadRows(f"{kind}.{name}") from error


def kept(values: Values) -> list[Any]:
    """The same as SQLite answers them."""
    return [bytes(value) if isinstance(value, bytearray) else None if value is NULL else value for value in values]


def ids(values: Sequence[str]) -> Values:
    """Where many rows name the same few, each is converted once. Raises TypeError, ValueError."""
    distinct = list(set(values))
    if 2 * len(distinct) > len(values):
        return _ids(values)
    return list(map(dict(zip(distinct, _ids(distinct), strict=True)).__getitem__, values))


def _or_null(convert: Callable[[Values], Values], values: Values) -> Values:
    missing = values.count(None)
    if not missing:
        return convert(values)
    if missing == len(values):
        return [NULL] * missing
    known = iter(convert([value for value in values if value is not None]))
    return [NULL if value is None else next(known) for value in values]


@cache
def _converter(column: "Column[Any]") -> Callable[[Values], Values]:
    type_ = column.type
    if isinstance(type_, IdType):
        return ids
    if isinstance(type_, TextsType):
        return _lists
    if isinstance(type_, PriorityType):
        return _words({str(word): rank for rank, word in enumerate(Priority)})
    if isinstance(type_, WordType):
        return _words({str(word): str(word) for word in type_.words})
    if isinstance(type_, Boolean):
        return lambda values: list(map(int, _all_of(bool, values)))
    return (lambda values: _all_of(int, values)) if isinstance(type_, Integer) else _texts


def _ids(values: Sequence[str]) -> Values:
    count = len(values)
    text = "\n".join((*values, ""))
    packed = bytearray.fromhex(text.replace("-", " "))  # blanks are no digits, and to take nothing out is quick
    if not _are_ids(text, count) or len(packed) != 16 * count:
        raise ValueError("ids")
    return [packed[at : at + 16] for at in range(0, 16 * count, 16)]


def _are_ids(text: str, count: int) -> bool:
    """Whether so many lines have the length and the hyphens of ids, in small letters."""
    places = {8: "-", 13: "-", 18: "-", 23: "-", 36: "\n"}
    whole = len(text) == 37 * count and text == text.lower()
    return whole and all(text[at::37] == sign * count for at, sign in places.items())


def _words(words: dict[str, Any]) -> Callable[[Values], Values]:
    return lambda values: list(map(words.__getitem__, values))


def _lists(values: Values) -> list[str]:
    if not set(map(type, values)) <= {list, tuple}:
        raise TypeError("texts")
    if not any(values):
        return [""] * len(values)
    return [json.dumps(_all_of(str, value), ensure_ascii=False) if value else "" for value in values]


def _texts(values: Values) -> Values:
    """Many columns are mostly empty, and to count empty texts is quick."""
    return values if values.count("") == len(values) else _all_of(str, values)


def _all_of(type_: type, values: Values) -> Values:
    if set(map(type, values)) - {type_}:
        raise TypeError(type_)
    return values
