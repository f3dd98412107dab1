"""Finds the rows of a damaged file page by page, and tells to which table each page belongs."""

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from sqlalchemy import Boolean, Column, Integer, Table

from agentdesk.records.types import IdType, PriorityType, WordType
from agentdesk.store.btree import Record, Tree, Value, records, walk
from agentdesk.store.pages import Pages
from agentdesk.store.schema import metadata

Row = tuple[Value, ...]
_SCHEMA_ROOT = 1


class Entry(NamedTuple):
    """A row of `sqlite_schema`."""

    type: str
    name: str
    table: str
    root: int


class Batch(NamedTuple):
    """Rows of one page; their values are those of the first of the table's columns."""

    table: str
    rows: list[Row]


class _Shape:
    """What a row of the table looks like. Of an older version it lacks the columns that were added since."""

    def __init__(self, table: Table, names: Sequence[str]) -> None:
        columns = [table.c[name] for name in names]
        self._checks = [_check(column) for column in columns]
        self._needed = 1 + max(place for place, column in enumerate(columns) if not _optional(column))
        self._numbered = isinstance(columns[0].type, Integer) and columns[0].primary_key

    def row(self, record: Record | None) -> Row | None:
        """None for what no such row can be."""
        if record is None or not self._needed <= len(record.values) <= len(self._checks):
            return None
        values = record.values
        if self._numbered and values[0] is None:  # SQLite keeps that column as the row's number alone
            values = (record.rowid, *values[1:])
        checked = zip(self._checks, values, strict=False)
        return values if all(check(value) for check, value in checked) else None


@dataclass
class _Found:
    """A table of the damaged file, and what was found of it."""

    name: str
    shape: _Shape
    tree: Tree
    index: Tree | None
    """Of its first key, which names each row once."""
    rows: int = 0
    bad: int = 0
    """Rows that could not be read, on pages that could."""

    def take(self, found: Iterable[Record | None]) -> list[Row]:
        return [row for record in found if (row := self.shape.row(record)) is not None]

    def lost(self, kept: int) -> int:
        """Told by the index, if that is whole; else at least one for each bad row and page."""
        named = self.index.entries if self.index else 0
        if self.index and not self.index.bad:
            return max(named - kept, 0)
        return max(named - kept, self.bad + self.tree.bad)


class Recovery:
    """All rows on the readable pages of a file. `fresh` is a new file's schema, which lays its tables out alike."""

    def __init__(self, pages: Pages, fresh: sqlite3.Connection) -> None:
        self._pages = pages
        self._owners = bytearray(pages.count + 1)
        """Of each page the place of its table in `_tables`; behind these for one of SQLite's own, 0 for none."""
        entries = _entries(pages, fresh)
        self._tables = [_found(pages, entries, table, fresh) for table in metadata.tables.values()]
        for place, table in enumerate(self._tables, start=1):
            self._own(table.tree, place)
        for entry in entries.values():
            if entry.type == "table" and entry.table not in metadata.tables:
                self._own(walk(pages, entry.root), len(self._tables) + 1)

    def batches(self) -> Iterator[Batch]:
        """What is newer comes first: where pages are of different times, a row may come twice."""
        for number in self._pages.newest_first():
            if self._owners[number] <= len(self._tables):
                found = list(records(self._pages, number))
                table = self._table(number, found)
                if table is not None:
                    yield Batch(table.name, self._taken(table, found))

    def lost(self, table: str, kept: int) -> int:
        """About how many rows of it are missing when so many were kept."""
        return next(found for found in self._tables if found.name == table).lost(kept)

    def _own(self, tree: Tree, place: int) -> None:
        for number in tree.reached:
            self._owners[number] = place

    def _taken(self, table: _Found, found: list[Record | None]) -> list[Row]:
        rows = table.take(found)
        table.rows += len(rows)
        table.bad += len(found) - len(rows)
        return rows

    def _table(self, number: int, found: list[Record | None]) -> _Found | None:
        """Whose tree it is in; else the one of those with damaged trees whose rows look like these.

        Of two that look alike it is the one that misses more, or comes later: set-up is few rows, tickets have many.
        """
        owner = self._owners[number]
        if owner:
            return self._tables[owner - 1]
        fitting = [
            (len(table.take(found)), table.lost(table.rows), place)
            for place, table in enumerate(self._tables)
            if table.tree.bad or self._pages.torn
        ]
        count, _, place = max(fitting, default=(0, 0, 0))
        return self._tables[place] if count else None


def _entries(pages: Pages, fresh: sqlite3.Connection) -> dict[str, Entry]:
    """The schema by name; where the damaged file cannot say all of it, the rest is as in a new one."""
    known: dict[str, Entry] = {}
    tree = walk(pages, _SCHEMA_ROOT)
    rows = [record for number in tree.reached for record in records(pages, number)]
    for record in rows:
        match record.values if record else None:
            case (str(type_), str(name), str(table), int(root), None | str()) if root:
                known[name] = Entry(type_, name, table, root)
    if not tree.bad and None not in rows:
        return known  # what it lacks came with a later version
    laid_out = fresh.execute("SELECT type, name, tbl_name, rootpage FROM sqlite_schema WHERE rootpage")
    return {name: Entry(type_, name, table, root) for type_, name, table, root in laid_out} | known


def _found(pages: Pages, entries: dict[str, Entry], table: Table, fresh: sqlite3.Connection) -> _Found:
    names = [row[0] for row in fresh.execute("SELECT name FROM pragma_table_info(?)", (table.name,))]
    index = entries.get(f"sqlite_autoindex_{table.name}_1")
    return _Found(
        table.name,
        _Shape(table, names),
        walk(pages, entries[table.name].root) if table.name in entries else Tree(),
        walk(pages, index.root, index=True) if index else None,
    )


def _optional(column: "Column[Any]") -> bool:
    return bool(column.nullable) or column.server_default is not None


def _check(column: "Column[Any]") -> Callable[[Value], bool]:
    """Whether a value can stand in that column."""
    type_ = column.type
    if isinstance(type_, WordType):
        words = frozenset(map(str, type_.words))
        return lambda value: value in words or (value is None and bool(column.nullable))
    kind = bytes if isinstance(type_, IdType) else int if isinstance(type_, Integer | Boolean | PriorityType) else str
    kinds = {kind, type(None)} if column.nullable else {kind}
    if kind is bytes:
        return lambda value: type(value) in kinds and (value is None or len(value) == 16)  # type: ignore[arg-type]
    return lambda value: type(value) in kinds
