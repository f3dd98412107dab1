"""Examines a desk: file, index, counters, attachments, chain. Says what it found and repairs nothing."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection, func, select, text

from agentdesk.store import counters, seal, search, served
from agentdesk.store.blobs import Blobs
from agentdesk.store.database import Database
from agentdesk.store.errors import translated
from agentdesk.store.outbox import DONE
from agentdesk.store.schema import BLOB, COUNTER, OUTBOX, TABLES


@dataclass(frozen=True, slots=True)
class Finding:
    check: str
    good: bool
    detail: str = ""


def examine(directory: Path, head: str = "") -> tuple[Finding, ...]:
    """Opens the desk beside whoever works in it; `head` is that of its log at an earlier time, kept elsewhere.

    Raises DeskError when it cannot be opened at all.
    """
    database = Database(directory, write=False)
    try:
        with translated(database.path), database.reader.connect() as connection:
            return (*_findings(connection, Blobs(directory), head), *_served(connection))
    finally:
        database.close()


def _findings(connection: Connection, blobs: Blobs, head: str) -> Iterator[Finding]:
    yield _file(connection)
    yield _index(connection)
    yield _counted(connection)
    yield _attachments(connection, blobs)
    yield _chain(connection, head)
    held = connection.scalar(select(func.count()).where(OUTBOX.c.state != DONE)) or 0
    yield Finding("outbox", True, f"{held} entries not settled")


def _file(connection: Connection) -> Finding:
    answers = connection.exec_driver_sql("PRAGMA quick_check(10)").scalars().all()
    return Finding("database", list(answers) == ["ok"], "; ".join(map(str, answers)))


def _index(connection: Connection) -> Finding:
    """The index holds every message but those that wait."""
    waiting = search.waiting(connection)
    messages = connection.scalar(select(func.count()).select_from(TABLES["message"])) or 0
    indexed = connection.scalar(text("SELECT count(*) FROM search_docsize")) or 0
    good = indexed + waiting == messages
    return Finding("search index", good, f"{indexed} of {messages} messages, {waiting} waiting")


def _counted(connection: Connection) -> Finding:
    """Counts everything anew and compares."""
    counted = counters.counted(connection)
    kept = {key: count for key, count in connection.execute(select(COUNTER)) if count}
    wrong = sorted(key for key in counted.keys() | kept.keys() if counted.get(key, 0) != kept.get(key, 0))
    return Finding("counters", not wrong, f"{len(counted)} counters, {len(wrong)} wrong")


def _attachments(connection: Connection, blobs: Blobs) -> Finding:
    known = connection.scalars(select(BLOB.c.sha256)).all()
    missing = sum(not blobs.has(sha256) for sha256 in known)
    return Finding("attachments", not missing, f"{len(known)} files, {missing} missing")


def _chain(connection: Connection, head: str) -> Finding:
    verdict = seal.verify(connection, head)
    if verdict.broken_at is not None:
        return Finding("log chain", False, f"broken at entry {verdict.broken_at}")
    if not verdict.kept:
        return Finding("log chain", False, "your head is not in it: its end was cut off, or it was made anew")
    return Finding(
        "log chain", True, f"{verdict.sealed} sealed, {verdict.unsealed} not yet, head {verdict.head or '-'}"
    )


def _served(connection: Connection) -> Iterator[Finding]:
    """Only a desk with a server needs a keyring, and works without."""
    known = served.here(connection)
    if known is not None:
        from agentdesk.desk import reaching  # noqa: PLC0415  (a desk without a server loads no network)

        yield Finding("keyring", True, reaching.keyring())
        yield Finding("server", *reaching.server(known))
