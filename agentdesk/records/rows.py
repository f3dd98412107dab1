"""Reads and puts entities on a connection; the Reader that `decide()` is given."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from importlib import import_module
from itertools import compress
from operator import ne
from typing import Any

from sqlalchemy import CompoundSelect, Connection, Select, Table, bindparam, delete, select

from agentdesk.domain.entities import KINDS, NAMES, Entity
from agentdesk.domain.frozen import maker_of, names_of, values_of
from agentdesk.domain.values import Id
from agentdesk.records.types import IdType, is_id


class Rows:
    def __init__(self, connection: Connection, tables: Mapping[str, Table]) -> None:
        self.connection = connection
        self.tables = tables

    def get(self, kind: str, id: Id) -> Any:
        if not can_be(self.tables[kind], "id", id):
            return None
        rows = self.read(by_id(self.tables[kind]), key=id)
        return maker(kind)(rows[0]) if rows else None

    def find(self, kind: str, /, **equal: object) -> tuple[Any, ...]:
        if not all(can_be(self.tables[kind], name, value) for name, value in equal.items()):
            return ()
        absent = frozenset(name for name, value in equal.items() if value is None)
        rows = self.read(_by_equal(self.tables[kind], tuple(sorted(equal)), absent), **equal)
        return tuple(map(maker(kind), rows))

    def read(self, chosen: Select[Any] | CompoundSelect[Any], **given: object) -> Sequence[Sequence[Any]]:
        """The rows of a statement that is made once."""
        return self.connection.execute(chosen, given).all()

    def put(self, entity: Entity) -> None:
        kind = NAMES[type(entity)]
        statement = _upsert(self.tables[kind], self.connection.dialect.name)
        self.connection.execute(statement, plain(entity))

    def remove(self, kind: str, id: Id) -> None:
        self.connection.execute(_delete(self.tables[kind]), {"key": id})


def plain(entity: Entity) -> dict[str, Any]:
    """The entity's fields as the columns take them; asdict() would copy tuples for nothing."""
    of: Any = type(entity)
    return dict(zip(names_of(of), values_of(of)(entity), strict=True))


def differing(one: Entity, other: Entity) -> tuple[str, ...]:
    """The fields in which two entities of a kind differ."""
    of: Any = type(one)
    values = values_of(of)
    return tuple(compress(names_of(of), map(ne, values(one), values(other))))


@cache
def maker(kind: str) -> Callable[[Sequence[Any]], Any]:
    """Makes an entity of that kind of the values of all its fields, in their order."""
    of: Any = KINDS[kind]
    return maker_of(of)


def possible(table: Table, column: str, values: Iterable[object]) -> list[object]:
    """Those of the values that can be in that column."""
    return list(filter(is_id, values) if isinstance(table.c[column].type, IdType) else values)


def can_be(table: Table, column: str, value: object) -> bool:
    """No row has an id that is none, and the database would not even take it."""
    return not isinstance(table.c[column].type, IdType) or value is None or is_id(value)


def _columns(table: Table) -> list[Any]:
    of: Any = KINDS[table.name]
    return [table.c[name] for name in names_of(of)]


# Built once per table: a statement made per call defeats SQLAlchemy's statement cache.
@cache
def by_id(table: Table) -> Select[Any]:
    return select(*_columns(table)).where(table.c.id == bindparam("key"))


@cache
def _by_equal(table: Table, names: tuple[str, ...], absent: frozenset[str]) -> Select[Any]:
    statement = select(*_columns(table)).order_by(table.c.id)
    for name in names:
        column = table.c[name]
        equal = column.is_(None) if name in absent else column == bindparam(name, type_=column.type)
        statement = statement.where(equal)
    return statement


def insert_of(table: Table, dialect: str) -> Any:
    """That database's own insert; the other's is not imported, since that is a twentieth of a program's start."""
    return import_module(f"sqlalchemy.dialects.{dialect}").insert(table)


@cache
def _upsert(table: Table, dialect: str) -> Any:
    statement = insert_of(table, dialect)
    changed = {c.name: statement.excluded[c.name] for c in _columns(table) if c.name != "id"}
    return statement.on_conflict_do_update(index_elements=["id"], set_=changed)


@cache
def _delete(table: Table) -> Any:
    return delete(table).where(table.c.id == bindparam("key"))
