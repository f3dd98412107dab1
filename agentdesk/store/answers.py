"""What the server answered to entries: applied ones are kept for seven days, refused ones come back to their person."""

import json
from collections.abc import Iterable
from typing import Any

from sqlalchemy import Connection, bindparam, delete, select, update

from agentdesk.domain.roots import Root
from agentdesk.domain.values import DAY, Id, Instant
from agentdesk.store import drafts, outbox
from agentdesk.store.base import NOTHING, Changed
from agentdesk.store.local_rows import LocalRows
from agentdesk.store.outbox import DONE, PARKED, QUEUED, SENT, WAIT_BLOB
from agentdesk.store.prepared import answered
from agentdesk.store.schema import BLOB, OUTBOX, TABLES
from agentdesk.wire import Result

KEPT = 7 * DAY
"""How long an answered entry can be sent again, should the server lose it (sync.md §2.16)."""
_ANSWERS = select(OUTBOX.c.id, OUTBOX.c.answer, OUTBOX.c.answered).where(
    OUTBOX.c.answered.is_not(None), OUTBOX.c.state != DONE
)
_OPEN = select(OUTBOX.c.id).where(OUTBOX.c.id == bindparam("key"), OUTBOX.c.state == SENT, OUTBOX.c.answered.is_(None))


def is_open(connection: Connection, id: Id) -> bool:
    """Whether it was sent and nobody has told yet what became of it."""
    return connection.execute(_OPEN, {"key": id}).first() is not None


def note(connection: Connection, result: Result, now: Instant) -> Changed:
    """Moves the entry as the result says; an applied one stays shown until its root has come."""
    told = frozenset({("outbox", result.id)})
    if result.status == "rejected":
        return told | _give_back(connection, result, now)
    if result.status in ("defer", "retry"):
        return told | _wait(connection, result)
    answer = json.dumps({"status": result.status, "code": result.code, "crossed": result.crossed, "root": result.root})
    rev = result.root[2] if result.root else 0
    outbox.change(connection, [result.id], answered=rev, answer=answer, faults=0, error="")
    return told


def finish_seen(rows: LocalRows, now: Instant) -> Changed:
    """Answered entries whose roots are here as new as the answer."""
    seen = [id for id, root, rev in _answered(rows.connection) if _is_here(rows, root, rev)]
    return _finish(rows.connection, seen, now)


def finish_unseen(connection: Connection, now: Instant) -> Changed:
    """The feed was read to its end after the answer: a root that is not here will not come."""
    rows = LocalRows(connection)
    missing = [id for id, root, _ in _answered(connection) if root and rows.get(root.kind, root.id) is None]
    return _finish(connection, missing, now)


def ask_again(connection: Connection, now: Instant) -> None:
    """What was answered in the last seven days, and what was under way, is sent once more."""
    done = (OUTBOX.c.state == DONE) & (OUTBOX.c.done_at > now - KEPT)
    again = {"state": QUEUED, "answered": None, "answer": "", "done_at": None}
    connection.execute(update(OUTBOX).where(done | (OUTBOX.c.state == SENT)).values(**again))
    connection.execute(update(BLOB).values(ready=False, upload_id=""))


def prune(connection: Connection, now: Instant) -> None:
    connection.execute(delete(OUTBOX).where(OUTBOX.c.state == DONE, OUTBOX.c.done_at <= now - KEPT))


def _give_back(connection: Connection, result: Result, now: Instant) -> Changed:
    """Out of the outbox and among the returned in the same transaction: its words are never nowhere."""
    entry = outbox.get(connection, result.id)
    if entry is None:
        return NOTHING
    data = {**result.data, "seen": entry.seen} if entry.seen else result.data
    drafts.keep_returned(connection, entry.envelope, (result.code, data), now, root=entry.root)
    outbox.remove(connection, [result.id])
    return frozenset({("returned", result.id)})


def _wait(connection: Connection, result: Result) -> Changed:
    if result.code == "blob":
        return _send_files_again(connection, result.id)
    outbox.change(connection, [result.id], state=QUEUED)
    return NOTHING


def _send_files_again(connection: Connection, id: Id) -> Changed:
    """The server has lost the files, or never had them. What is not here either cannot go anywhere."""
    entry = outbox.get(connection, id)
    assert entry is not None
    wanted = outbox.files_of(entry.envelope.command)
    known = set(connection.scalars(select(BLOB.c.sha256).where(BLOB.c.sha256.in_(wanted))))
    connection.execute(update(BLOB).where(BLOB.c.sha256.in_(wanted)).values(ready=False, upload_id=""))
    missing = set(wanted) - known
    state = {"state": PARKED, "error": "file-missing"} if missing else {"state": WAIT_BLOB}
    outbox.change(connection, [id], **state)
    return NOTHING


def _answered(connection: Connection) -> list[tuple[Id, Root | None, int]]:
    return [(id, _root(json.loads(answer)), rev) for id, answer, rev in answered(connection, _ANSWERS)]


def _root(answer: dict[str, Any]) -> Root | None:
    return Root(*answer["root"][:2]) if answer["root"] else None


def _is_here(rows: LocalRows, root: Root | None, rev: int) -> bool:
    if root is None or root.kind not in TABLES:
        return True
    row = rows.get(root.kind, root.id)
    return row is not None and row.rev >= rev


def _finish(connection: Connection, ids: Iterable[Id], now: Instant) -> Changed:
    ids = list(ids)
    if ids:
        outbox.change(connection, ids, state=DONE, done_at=now, answered=None)
    return frozenset(("outbox", id) for id in ids)
