"""Reads trees and records of SQLite's file format, and says what is damaged instead of giving up."""

import struct
from array import array
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from agentdesk.store.pages import Pages

_TABLE, _TABLE_LEAF, _INDEX, _INDEX_LEAF = 5, 13, 2, 10
_LEAVES = (_TABLE_LEAF, _INDEX_LEAF)
_SIZES = (0, 1, 2, 3, 4, 6, 8, 8, 0, 0)
"""Bytes of what is neither text nor blob, by serial type: nothing, integers, a float, 0 and 1."""
Value = None | int | float | str | bytes


class UnreadableError(ValueError):
    """These bytes cannot be what they should be."""


class Record(NamedTuple):
    rowid: int
    values: tuple[Value, ...]


@dataclass
class Tree:
    """What is left of a table's or an index's tree."""

    reached: "array[int]" = field(default_factory=lambda: array("I"))
    """Its readable pages."""
    bad: int = 0
    """How many pages it names that could not be read."""
    entries: int = 0
    """The rows in its readable pages."""


def walk(pages: Pages, root: int, *, index: bool = False) -> Tree:
    types = (_INDEX, _INDEX_LEAF) if index else (_TABLE, _TABLE_LEAF)
    tree, waiting, seen = Tree(), [root], bytearray(pages.count + 1)
    while waiting:
        number = waiting.pop()
        try:
            type_, cells, below = _outline(pages, number)
            if type_ not in types or seen[number]:
                raise UnreadableError(number)
        except UnreadableError:
            tree.bad += 1
            continue
        seen[number] = True
        tree.reached.append(number)
        tree.entries += 0 if type_ == _TABLE else cells
        waiting += below
    return tree


def records(pages: Pages, number: int) -> Iterator[Record | None]:
    """The rows in a leaf of a table, None for each that is damaged; of another page nothing.

    A page that is free is none of these: it holds zeros (`secure_delete` in database.py).
    """
    page = pages[number]
    if page[_start(number)] != _TABLE_LEAF:
        return
    try:
        cells = _cells(page, number)
    except UnreadableError:
        yield None
        return
    for cell in cells:
        try:
            yield _record(pages, page, cell)
        except (UnreadableError, UnicodeDecodeError, IndexError, struct.error):
            yield None


def _start(number: int) -> int:
    """The first page begins with the header of the file."""
    return 100 if number == 1 else 0


def _outline(pages: Pages, number: int) -> tuple[int, int, list[int]]:
    """Type, number of cells, and the pages below."""
    if not 0 < number <= pages.count:
        raise UnreadableError(number)
    page, start = pages[number], _start(number)
    cells = _cells(page, number)
    if page[start] in _LEAVES:
        return page[start], len(cells), []
    below = [struct.unpack_from(">I", page, at)[0] for at in (*cells, start + 8)]
    return page[start], len(cells), below


def _cells(page: bytes, number: int) -> tuple[int, ...]:
    """Where its cells begin. Noise may have the type of a page, but hardly also cells that lie within it."""
    start = _start(number)
    first = start + (8 if page[start] in _LEAVES else 12)
    count = int.from_bytes(page[start + 3 : start + 5], "big")
    if first + 2 * count > len(page):
        raise UnreadableError(number)
    cells = struct.unpack_from(f">{count}H", page, first)
    if any(not first + 2 * count <= cell <= len(page) - 4 for cell in cells):
        raise UnreadableError(number)
    return cells


def _record(pages: Pages, page: bytes, cell: int) -> Record:
    size, at = _varint(page, cell)
    rowid, at = _varint(page, at)
    return Record(_signed(rowid), _values(_payload(pages, page, at, size)))


def _payload(pages: Pages, page: bytes, at: int, size: int) -> bytes:
    """What the cell holds of it, and the rest from the chain of pages that it names."""
    usable = pages.size
    if size <= usable - 35:
        return page[at : at + size]
    if size > pages.count * usable:
        raise UnreadableError(size)
    least = (usable - 12) * 32 // 255 - 23
    local = least + (size - least) % (usable - 4)
    local = local if local <= usable - 35 else least
    parts, missing, at = [page[at : at + local]], size - local, at + local
    while missing > 0:
        number = struct.unpack_from(">I", page, at)[0]
        if not 0 < number <= pages.count:
            raise UnreadableError(number)
        page, at = pages[number], 0
        parts.append(page[4 : 4 + missing])
        missing -= usable - 4
    if page[:4] != b"\0\0\0\0":
        raise UnreadableError("a chain ends where it is done")
    return b"".join(parts)


def _values(payload: bytes) -> tuple[Value, ...]:
    """Serial types of all columns, then their bytes."""
    end, at = _varint(payload, 0)
    place, values = end, list[Value]()
    while at < end:
        type_, at = _varint(payload, at) if payload[at] > 0x7F else (payload[at], at + 1)
        size = (type_ - 12) // 2 if type_ >= 12 else _SIZES[type_]
        raw = payload[place : place + size]
        place += size
        values.append(_number(type_, raw) if type_ < 12 else _text(raw) if type_ % 2 else raw)
    if not values or place != len(payload):
        raise UnreadableError("a record is as long as its columns")
    return tuple(values)


def _number(type_: int, raw: bytes) -> int | float | None:
    if type_ == 7:
        return float(struct.unpack(">d", raw)[0])
    if type_ > 7:
        return type_ - 8
    return int.from_bytes(raw, "big", signed=True) if type_ else None


def _text(raw: bytes) -> str:
    """Nobody types a NUL: it is a page that was overwritten with zeros."""
    if b"\0" in raw:
        raise UnreadableError("text")
    return raw.decode()


def _varint(content: bytes, at: int) -> tuple[int, int]:
    """The number there, and where the next thing begins."""
    number = 0
    for place in range(at, at + 8):
        number = number << 7 | content[place] & 0x7F
        if content[place] < 0x80:
            return number, place + 1
    return number << 8 | content[at + 8], at + 9


def _signed(number: int) -> int:
    return number - (1 << 64) if number >= 1 << 63 else number
