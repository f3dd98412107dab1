"""Seals the operation log into a hash chain, afterwards and in order; and checks the chain."""

import hashlib
import json
from dataclasses import dataclass

from sqlalchemy import Connection, func, insert, select

from agentdesk.domain.entities import LogEntry
from agentdesk.records.rows import plain
from agentdesk.store.schema import BASE, SEAL, TABLES

_LOG = TABLES["operation_log"]
BATCH = 1_000


@dataclass(frozen=True, slots=True)
class Verdict:
    sealed: int
    unsealed: int
    broken_at: int | None
    """Number of the first entry that does not fit, None when all fit."""
    head: str = ""
    """Of the chain; kept elsewhere it shows later whether the end was cut off."""
    kept: bool = True
    """Whether the head that was kept is in it; if not, its end was cut off or all was made anew."""


def seal_some(connection: Connection, batch: int = BATCH) -> int:
    """Seals the oldest settled entries; stops at one that may still be undone."""
    last, chain = _head(connection)
    rows = connection.execute(select(_LOG).where(_LOG.c.n > last).order_by(_LOG.c.n).limit(batch)).all()
    held = set(connection.scalars(select(BASE.c.id).where(BASE.c.kind == "operation_log")))
    sealed = []
    for row in rows:
        if row.id in held:
            break
        chain = _link(chain, _entry(row._mapping))
        sealed.append({"n": row.n, "hash": chain})
    if sealed:
        connection.execute(insert(SEAL), sealed)
    return len(sealed)


def verify(connection: Connection, kept: str = "") -> Verdict:
    """Goes along the whole chain and makes every link anew. `kept`: the head of an earlier time."""
    chain, count, last, met = "", 0, 0, not kept
    joined = select(SEAL.c.n.label("seal_n"), SEAL.c.hash, _LOG).outerjoin(_LOG, _LOG.c.n == SEAL.c.n)
    for row in connection.execution_options(yield_per=1_000).execute(joined.order_by(SEAL.c.n)):
        chain = "" if row.id is None else _link(chain, _entry(row._mapping))
        if chain != row.hash or _inserted(connection, last, row.seal_n):
            return Verdict(count, 0, row.seal_n)
        count, last, met = count + 1, row.seal_n, met or chain == kept
    total = connection.scalar(select(func.count()).select_from(_LOG)) or 0
    return Verdict(count, total - count, None, chain, met)


def _inserted(connection: Connection, after: int, before: int) -> bool:
    """Whether there is an entry between two sealed ones; undone entries leave gaps, and nothing fills them."""
    between = _LOG.c.n > after, _LOG.c.n < before
    return before > after + 1 and connection.scalar(select(_LOG.c.n).where(*between).limit(1)) is not None


def _head(connection: Connection) -> tuple[int, str]:
    row = connection.execute(select(SEAL.c.n, SEAL.c.hash).order_by(SEAL.c.n.desc()).limit(1)).first()
    return (0, "") if row is None else (row.n, row.hash)


def _entry(row: object) -> LogEntry:
    return LogEntry(**{name: row[name] for name in _NAMES})  # type: ignore[index]


_NAMES = tuple(plain(LogEntry(id="", at=0, actor="", command="", root_kind="", root="")))


def _link(chain: str, entry: LogEntry) -> str:
    text = json.dumps(plain(entry), sort_keys=True, ensure_ascii=False, default=list)
    return hashlib.sha256(f"{chain}\n{text}".encode()).hexdigest()
