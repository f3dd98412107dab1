"""Questions that are made ready once and asked past SQLAlchemy, as those in driven.py are."""

from collections.abc import Callable, Sequence
from functools import cache, lru_cache
from typing import Any, NamedTuple

from sqlalchemy import CompoundSelect, Connection, Select
from sqlalchemy.dialects import sqlite
from sqlalchemy.types import TypeEngine

from agentdesk.store.driven import fetched

_DIALECT = sqlite.dialect()
_MOST_FORMS = 32
"""Lists as long as SQLite takes them have fewer lengths than these."""
Convert = Callable[[Any], Any]
Values = tuple[Any, ...]


class _Parameter(NamedTuple):
    """What stands for one question mark, or for those of a list."""

    name: str
    to_file: Convert
    many: bool
    constant: Sequence[Any] | None
    """What the file is asked with where it is not given with each question."""


class Prepared:
    """To be kept: making one takes a hundred times as long as asking it. Lists are given for `expanding` parameters."""

    def __init__(self, chosen: Select[Any] | CompoundSelect[Any]) -> None:
        self._compiled: Any = chosen.compile(dialect=_DIALECT)
        self._parameters: list[_Parameter] = [self._parameter(name) for name in self._compiled.positiontup or ()]
        self._lists = {one.name for one in self._parameters if one.many and one.constant is None}
        converts = ((place, _from_file(column.type)) for place, column in enumerate(chosen.selected_columns))
        self._from_file = [(place, convert) for place, convert in converts if convert]
        self._sql = lru_cache(_MOST_FORMS)(self._form)

    def rows(self, connection: Connection, **given: Any) -> list[Values]:
        """All of them, their values as entities have them."""
        found = self._asked(connection, given)
        if not found or not self._from_file:
            return found
        columns: list[Sequence[Any]] = list(zip(*found, strict=True))
        for place, convert in self._from_file:
            columns[place] = list(map(convert, columns[place]))
        return list(zip(*columns, strict=True))

    def _asked(self, connection: Connection, given: dict[str, Any]) -> list[Values]:
        lists = {name: list(given[name]) for name in self._lists}
        sql = self._sql(tuple((name, _room(values)) for name, values in lists.items()))
        return fetched(connection, sql, self._values(given | lists))

    def _values(self, given: dict[str, Any]) -> Values:
        values: list[Any] = []
        for name, to_file, many, constant in self._parameters:
            if constant is not None:
                values += constant
            elif many:
                values += _filled(list(map(to_file, given[name])))
            else:
                values.append(to_file(given[name]))
        return tuple(values)

    def _form(self, lengths: tuple[tuple[str, int], ...]) -> str:
        """The statement for lists of these lengths."""
        lists = {name: [None] * length for name, length in lengths}
        given = {one.name: lists.get(one.name) for one in self._parameters if one.constant is None}
        sql: str = self._compiled.construct_expanded_state(given).statement
        return sql

    def _parameter(self, name: str) -> _Parameter:
        bound, value = self._compiled.binds[name], self._compiled.params[name]
        to_file = bound.type.dialect_impl(_DIALECT).bind_processor(_DIALECT) or _as_it_is
        constants = value if bound.expanding else [value]
        return _Parameter(name, to_file, bound.expanding, None if bound.required else list(map(to_file, constants)))


def answered(connection: Connection, chosen: Select[Any] | CompoundSelect[Any], **given: Any) -> list[Values]:
    """What a question answers that is made once and kept; it is made ready when it is first asked."""
    return _prepared(chosen).rows(connection, **given)


@cache
def _prepared(chosen: Select[Any] | CompoundSelect[Any]) -> Prepared:
    return Prepared(chosen)


def _as_it_is(value: object) -> object:
    return value


def _from_file(type_: TypeEngine[Any]) -> Convert | None:
    return type_.dialect_impl(_DIALECT).result_processor(_DIALECT, None)


def _room(values: Sequence[Any]) -> int:
    """For how many there is room: powers of two, so that there are few forms, and SQLite keeps them, too."""
    return 1 << max(0, len(values) - 1).bit_length() if values else 0


def _filled(values: list[Any]) -> list[Any]:
    """With the last one again and again where there is room."""
    return values + values[-1:] * (_room(values) - len(values))
