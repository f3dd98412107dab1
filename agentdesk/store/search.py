"""The full-text index: what is put in, taken out, and how far the indexer has come."""

from collections.abc import Sequence

from sqlalchemy import Connection, delete, func, select, text

from agentdesk.records.types import id_bytes
from agentdesk.store.driven import fetched, run
from agentdesk.store.schema import TABLES, TO_INDEX
from agentdesk.store.segment import cut

_PUT = "INSERT INTO search(rowid, subject, body, files) VALUES(?, ?, ?, ?)"
_TAKE = "INSERT INTO search(search, rowid, subject, body, files) VALUES('delete', ?, ?, ?, ?)"
_ENTRIES = text(
    "SELECT m.n, CASE WHEN m.pos = 1 THEN t.subject || ' ' || t.number ELSE '' END AS subject, m.body_text AS body,"
    " coalesce((SELECT group_concat(name, ' ') FROM"
    "  (SELECT a.name FROM attachment a WHERE a.message = m.id ORDER BY a.id)), '') AS files"
    " FROM message m JOIN ticket t ON t.id = m.ticket WHERE m.n IN (SELECT value FROM json_each(:ns)) ORDER BY m.n"
)
Entry = tuple[int, str, str, str]
"""Number, subject, body and names of files, cut for the index."""
BATCH = 2_000
"""So many at a time while a person works: a fifth of a second in which nobody else can write."""
LARGE_BATCH = 40_000
"""So many when nobody waits: two thirds more messages a second (speed.md, Measurements a)."""


def queue(connection: Connection, id: str) -> None:
    """Remembers a message for the indexer, in the transaction that wrote it."""
    run(connection, "INSERT OR IGNORE INTO to_index SELECT n FROM message WHERE id = ?", (id_bytes(id),))


def queue_last(connection: Connection, count: int) -> None:
    """So many messages that were just added, which have the last numbers."""
    run(connection, _QUEUE_LAST, (count,))


_QUEUE_LAST = (
    "INSERT OR IGNORE INTO to_index SELECT n FROM message WHERE n > (SELECT last_insert_rowid()) - ?"  # asked once
)


def queue_all(connection: Connection) -> None:
    connection.execute(delete(TO_INDEX))
    message = TABLES["message"]
    connection.execute(TO_INDEX.insert().from_select(["n"], select(message.c.n)))


def index_some(connection: Connection, batch: int = BATCH) -> int:
    """Indexes the oldest waiting messages, ascending; answers how many were done."""
    ns = list(connection.scalars(select(TO_INDEX.c.n).order_by(TO_INDEX.c.n).limit(batch)))
    if not ns:
        return 0
    run(connection, _PUT, _entries(connection, ns))
    connection.execute(delete(TO_INDEX).where(TO_INDEX.c.n.between(ns[0], ns[-1])))
    return len(ns)


def take_out(connection: Connection, message: str) -> None:
    """Takes a message out before its row goes; a contentless index must be given the same text again."""
    n = message_number(connection, message)
    if n is None:
        return
    waiting = run(connection, "DELETE FROM to_index WHERE n = ?", (n,))
    if waiting.rowcount == 0:
        run(connection, _TAKE, _entries(connection, [n]))


def waiting(connection: Connection) -> int:
    return connection.scalar(select(func.count()).select_from(TO_INDEX)) or 0


def _entries(connection: Connection, ns: Sequence[int]) -> list[Entry]:
    rows = connection.execute(_ENTRIES, {"ns": "[" + ",".join(map(str, ns)) + "]"})
    return [(n, cut(subject), cut(body), cut(files)) for n, subject, body, files in rows]


def message_number(connection: Connection, id: str) -> int | None:
    found = fetched(connection, "SELECT n FROM message WHERE id = ?", (id_bytes(id),))
    return int(found[0][0]) if found else None
