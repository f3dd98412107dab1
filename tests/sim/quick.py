"""A connection that runs a statement with little of SQLAlchemy's ceremony: a history runs four thousand of them.

The statements, and what becomes of what goes in and comes out, are SQLAlchemy's own; they are only asked for once for
each statement. What is seldom (many sets of parameters, answers by the piece) goes the common way.
"""

import re
import sqlite3
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any, NamedTuple, cast
from weakref import ref

from sqlalchemy import Connection
from sqlalchemy.engine.result import IteratorResult, SimpleResultMetaData
from sqlalchemy.exc import DBAPIError

Values = Mapping[str, Any]
_LIST = re.compile(r"__\[POSTCOMPILE_(\w+)\]")


class Answer(IteratorResult[Any]):
    """Rows that have all been read, as SQLAlchemy hands them out."""

    rowcount = -1


class Turn:
    """A transaction."""

    is_active = True

    def __init__(self, connection: "Quick") -> None:
        self.connection = connection
        connection.raw.execute("BEGIN")

    def __enter__(self) -> "Turn":
        return self

    def __exit__(self, kind: object, *_: object) -> None:
        if self.is_active:
            self.rollback() if kind else self.commit()

    def commit(self) -> None:
        try:
            self.connection.raw.commit()
        except sqlite3.Error:
            self.rollback()
            raise
        self._end()

    def rollback(self) -> None:
        if self.is_active:
            self.connection.raw.rollback()
            self._end()

    close = rollback

    def _end(self) -> None:
        self.is_active, self.connection._transaction = False, None


class Quick(Connection):
    """Of one thread, on SQLite, without listeners, and for all transactions of its engine."""

    @property
    def raw(self) -> Any:
        return cast(Any, self._dbapi_connection).dbapi_connection

    def close(self) -> None:
        if self._transaction is not None:
            self._transaction.close()

    def begin(self) -> Any:
        assert self._transaction is None, "one transaction at a time"
        self._transaction = cast(Any, Turn(self))
        return self._transaction

    def execution_options(self, **options: Any) -> "Quick":
        if options.keys() != {"desk_role"}:  # which says nothing to SQLite in memory
            super().execution_options(**options)
        return self

    def _execute_clauseelement(self, elem: Any, distilled_parameters: Any, execution_options: Any) -> Any:
        many = len(distilled_parameters) > 1
        if many or execution_options or "yield_per" in self._execution_options or elem._execution_options:
            return super()._execute_clauseelement(elem, distilled_parameters, execution_options)
        given = distilled_parameters[0] if distilled_parameters else {}
        known: _Known | None = elem.__dict__.get("_known")
        if known is None or known.owner() is not elem or known.keys != given.keys():
            known = elem.__dict__["_known"] = _known(self, elem, given)
        bound = known.bound(given)
        if bound is None:
            return super()._execute_clauseelement(elem, distilled_parameters, execution_options)
        return self._answer(*bound, known.plan)

    def exec_driver_sql(self, statement: str, parameters: Any = None, execution_options: Any = None) -> Any:
        if isinstance(parameters, list) or execution_options:
            return super().exec_driver_sql(statement, parameters, execution_options)
        return self._answer(statement, parameters or (), None)

    def _answer(self, sql: str, values: Any, plan: "_Plan | None") -> Answer:
        if self._transaction is None:
            self.begin()
        raw = self.raw
        cursor = sqlite3.Cursor(raw) if raw.writes_left is None else raw.cursor()
        try:
            found: Iterable[Any] = cursor.execute(sql, values).fetchall()
        except sqlite3.Error as error:
            raise DBAPIError.instance(sql, values, error, sqlite3.Error, dialect=self.dialect) from error
        if plan is not None and plan.metadata is not None:
            answer = Answer(plan.metadata, iter(map(plan.read, found) if plan.processors else found))
        else:
            answer = Answer(_named(tuple(told[0] for told in cursor.description or ())), iter(found))
        answer.rowcount = cursor.rowcount
        return answer


@cache
def _named(names: tuple[str, ...]) -> SimpleResultMetaData:
    return SimpleResultMetaData(names)


class _Plan:
    """How statements of one text are bound and read."""

    def __init__(self, compiled: Any, dialect: Any) -> None:
        self.compiled, self.sql = compiled, compiled.string
        told = compiled._result_columns
        metadata = SimpleResultMetaData([one.keyname for one in told], [one.objects for one in told])
        self.metadata = metadata if told else None
        processors = [one.type._cached_result_processor(dialect, None) for one in told]
        self.processors = [(place, process) for place, process in enumerate(processors) if process]
        self.lists = tuple(_LIST.findall(self.sql))
        self.common = bool(compiled.insert_prefetch or compiled.update_prefetch or compiled.literal_execute_params)
        self.common = self.common or len(self.lists) != len(compiled.post_compile_params)

    def read(self, row: tuple[Any, ...]) -> list[Any]:
        values = list(row)
        for place, process in self.processors:
            values[place] = process(values[place])
        return values


class _Place(NamedTuple):
    """Of a question mark: where its value comes from, and what becomes of it."""

    key: str | None
    fixed: Any
    process: Any
    several: bool


class _Known:
    """What is the same whenever one statement is run."""

    def __init__(self, owner: Any, given: Values, plan: _Plan, fixed: Values) -> None:
        self.owner, self.keys, self.plan = ref(owner), frozenset(given), plan
        compiled = plan.compiled
        self.places = [self._place(name, fixed[name], compiled) for name in compiled.positiontup or ()]

    def _place(self, name: str, fixed: Any, compiled: Any) -> _Place:
        key = next((key for key in (compiled.binds[name].key, name) if key in self.keys), None)
        return _Place(key, fixed, compiled._bind_processors.get(name), name in self.plan.lists)

    def bound(self, given: Values) -> tuple[str, list[Any]] | None:
        """None: it goes the common way."""
        if self.plan.common:
            return None
        placed: list[Any] = []
        sizes: list[int] = []
        for key, fixed, process, several in self.places:
            value = fixed if key is None else given[key]
            if several:
                if not value:
                    return None
                sizes.append(len(value))
                placed += map(process, value) if process else value
            else:
                placed.append(process(value) if process else value)
        return (_spread(self.plan.sql, tuple(sizes)) if sizes else self.plan.sql), placed


def _known(connection: Connection, statement: Any, given: Values) -> _Known:
    compiled, extracted, collected, _ = statement._compile_w_cache(
        dialect=connection.dialect, compiled_cache=connection.engine._compiled_cache, column_keys=sorted(given),
        for_executemany=False, schema_translate_map=None,
    )  # fmt: skip
    plan = compiled.__dict__.get("_plan")
    if plan is None:
        plan = compiled.__dict__["_plan"] = _Plan(compiled, connection.dialect)
    fixed = compiled.construct_params(
        given, extracted_parameters=extracted, escape_names=False, _collected_params=collected
    )
    return _Known(statement, given, plan, fixed)


@cache
def _spread(sql: str, sizes: tuple[int, ...]) -> str:
    """With as many question marks as there are values."""
    left = iter(sizes)
    return _LIST.sub(lambda _: ", ".join("?" * next(left)), sql)
