"""Finds damage after an unclean end and carries what is readable into a new file."""

import os
import shutil
import sqlite3
from collections import Counter
from collections.abc import Callable, Iterable
from contextlib import closing
from dataclasses import dataclass
from functools import cache, partial
from itertools import chain, count, groupby, islice
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, select

from agentdesk.records.stamp import keep_number
from agentdesk.store import counters, search
from agentdesk.store.database import FILE, Database, clean_mark
from agentdesk.store.errors import translated
from agentdesk.store.local_rows import LocalRows
from agentdesk.store.pages import Pages, frames_held, wal
from agentdesk.store.recover import Batch, Recovery
from agentdesk.store.schema import SERIES, TABLES, VERSION, metadata

_LEFT_OUT = frozenset({"counter", "to_index", "search_state"})
"""Made anew from the rest."""
_MENDED = "desk.mended"
"""Where the new file grows; it takes the damaged one's place when it is whole."""


@dataclass(frozen=True, slots=True)
class Salvaged:
    moved_to: Path
    kept: int
    lost: int
    """Rows that could not be read; where their index is damaged too, no more is known than that they were some."""


def doubtful(directory: Path) -> bool:
    """Whether the file should be looked at before it is used: it was not closed well, or somebody cut it off."""
    path = directory / FILE
    if not path.exists():
        return wal(path).exists() or (directory / _MENDED).exists()
    return not clean_mark(directory).exists() or path.stat().st_size == 0


def damaged(directory: Path) -> bool:
    """SQLite's own quick check, and whether it sees all that the journal held when somebody died.

    An empty file is only right where there never was anything.
    """
    path = directory / FILE
    if not path.exists() or path.stat().st_size == 0:
        return any(place.exists() for place in (wal(path), clean_mark(directory), directory / "blobs"))
    held = frames_held(path)
    # For SQLite the journal ends at its first bad page: closing would throw away what came after that.
    mode = "ro" if held else "rw"
    try:
        with closing(sqlite3.connect(f"{path.as_uri()}?mode={mode}", uri=True)) as connection:
            if connection.execute("PRAGMA user_version").fetchone()[0] > VERSION:
                return False  # that program mends it; this one would leave out what it does not know
            sound = connection.execute("PRAGMA quick_check(1)").fetchone() == ("ok",)
            return not sound or frames_held(path) < held
    except sqlite3.DatabaseError:
        return True


def finish(directory: Path) -> None:
    """Ends what somebody was killed in: a whole new file takes its place, half a one is thrown away."""
    new = directory / _MENDED / FILE
    if not (directory / FILE).exists() and clean_mark(new.parent).exists():
        _take_place(directory, new)
    shutil.rmtree(new.parent, ignore_errors=True)


def mend(directory: Path, stamp: str, restock: Callable[[Connection], None]) -> Salvaged:
    """Carries what is readable into a new file; the old one stays beside it. `restock` adds what no desk can lack.

    The caller holds the desk's lock. Raises DeskError, and then nothing has changed.
    """
    with translated(directory):
        new = Database(directory / _MENDED, write=True)
        try:
            kept, lost = _carry(directory / FILE, new.writer)
            with new.writer.begin() as connection:
                restock(connection)
        except BaseException:
            new.abandon()
            shutil.rmtree(new.directory, ignore_errors=True)
            raise
        new.close()
        moved = _move_aside(directory, stamp)
        finish(directory)
    return Salvaged(moved, kept, lost)


def _move_aside(directory: Path, stamp: str) -> Path:
    """Renames the damaged file with its journal; nothing is deleted or written over."""
    names = (directory / f"damaged-{stamp}{tail}.sqlite" for tail in chain([""], (f"-{n}" for n in count(2))))
    target = next(path for path in names if not any(p.exists() for p in (path, wal(path))))
    for tail in ("", "-wal", "-shm"):
        extra = directory / (FILE + tail)
        if extra.exists():
            os.replace(extra, str(target) + tail)
    return target


def _take_place(directory: Path, new: Path) -> None:
    for tail in ("-wal", "-shm"):  # an old journal would be played into the new file
        extra = directory / (FILE + tail)
        if extra.exists():
            os.replace(extra, directory / f"damaged-left{tail}")
    os.replace(new, directory / FILE)


def _carry(old: Path, engine: Engine) -> tuple[int, int]:
    """Copies what can be read, page by page; the rest is counted."""
    with engine.begin() as target:
        raw: Any = target.connection.driver_connection
        pages = Pages(old, size=raw.execute("PRAGMA page_size").fetchone()[0])
        try:
            recovery = Recovery(pages, raw)
            kept = _put(raw, recovery.batches())
        finally:
            pages.close()
        _make_anew(target)
    lost = sum(recovery.lost(table, kept[table]) for table in metadata.tables if table not in _LEFT_OUT)
    return kept.total(), lost


def _put(target: sqlite3.Connection, batches: Iterable[Batch]) -> Counter[str]:
    """How many rows of each table were kept."""
    kept: Counter[str] = Counter()
    insert = cache(partial(_insert, target))
    for table, rows in batches:
        if table not in _LEFT_OUT:
            for width, alike in groupby(rows, key=len):
                kept[table] += target.executemany(insert(table, width), alike).rowcount
    return kept


def _insert(target: sqlite3.Connection, table: str, width: int) -> str:
    """What breaks the schema is passed over. Table and columns are this program's own names."""
    names = target.execute("SELECT name FROM pragma_table_info(?)", (table,))
    columns = ", ".join(f'"{name}"' for (name,) in islice(names, width))
    return f'INSERT OR IGNORE INTO "{table}" ({columns}) VALUES ({", ".join("?" * width)})'  # noqa: S608


def _make_anew(target: Connection) -> None:
    rows = LocalRows(target)
    for number in target.scalars(select(TABLES["ticket"].c.number)):
        keep_number(rows, SERIES, number)
    counters.rebuild(target)
    search.queue_all(target)
