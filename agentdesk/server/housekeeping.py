"""Clears away what nobody needs any more, in pieces short enough that nobody waits for them."""

from collections.abc import Callable

from sqlalchemy import CompoundSelect, Connection, Engine, Select, delete, select, update

from agentdesk.domain.values import DAY, Instant
from agentdesk.server import blobs, command_log
from agentdesk.server.database import owning
from agentdesk.server.feed import up_to
from agentdesk.server.schema import BLOB, BOOTSTRAP, CHUNK, COMMAND_LOG, FEED, SYNC_META, TABLES, UPLOAD

FEED_KEPT = 90 * DAY
_PIECE = 1_000
_F, _U, _B = FEED.c, UPLOAD.c, BLOB.c


def clear_away(engine: Engine, now: Instant) -> None:
    """Old feed, old outcomes, unfinished beginnings, files that nothing refers to."""
    for clear in (_feed, _outcomes, _bootstraps, _uploads, _blobs):
        while _in_one_go(engine, clear, now) == _PIECE:
            pass


def _in_one_go(engine: Engine, clear: Callable[[Connection, Instant], int], now: Instant) -> int:
    with owning(engine) as connection:
        return clear(connection, now)


def _feed(connection: Connection, now: Instant) -> int:
    """From its beginning on, so that one place says where it begins now."""
    first = connection.execute(select(_F.xid, _F.id, _F.at).order_by(_F.xid, _F.id).limit(_PIECE)).all()
    old = []
    for row in first:
        if row.at >= now - FEED_KEPT:
            break
        old.append(row)
    if old:
        floor = {"xid": old[-1].xid, "id": old[-1].id}
        connection.execute(update(SYNC_META), {f"floor_{name}": value for name, value in floor.items()})
        connection.execute(delete(FEED).where(up_to()), floor)
    return len(old)


def _outcomes(connection: Connection, now: Instant) -> int:
    c = COMMAND_LOG.c
    old = list(connection.scalars(select(c.id).where(c.at < now - command_log.KEPT).limit(_PIECE)))
    connection.execute(delete(COMMAND_LOG).where(c.id.in_(old)))
    return len(old)


def _bootstraps(connection: Connection, now: Instant) -> int:
    connection.execute(delete(BOOTSTRAP).where(BOOTSTRAP.c.at < now - blobs.KEPT))
    return 0


def _uploads(connection: Connection, now: Instant) -> int:
    """An upload's chunks stay if they are the file's."""
    old = list(connection.scalars(select(_U.id).where(_U.at < now - blobs.KEPT).limit(_PIECE)))
    kept = select(_B.upload).where(_B.upload.in_(old))
    connection.execute(delete(CHUNK).where(CHUNK.c.upload.in_(old), CHUNK.c.upload.not_in(kept)))
    connection.execute(delete(UPLOAD).where(_U.id.in_(old)))
    return len(old)


def _blobs(connection: Connection, now: Instant) -> int:
    """Held first and asked then: a command that just attached it has ended by the time of the second question."""
    old = _B.at < now - blobs.KEPT
    idle = select(_B.sha256).where(old, _B.sha256.not_in(_brought()), _B.sha256.not_in(_attached()))
    held = list(connection.scalars(idle.order_by(_B.sha256).limit(_PIECE).with_for_update()))
    free = select(_B.sha256, _B.upload).where(_B.sha256.in_(held), _B.sha256.not_in(_attached()))
    rows = connection.execute(free).all()
    connection.execute(delete(CHUNK).where(CHUNK.c.upload.in_([row.upload for row in rows])))
    connection.execute(delete(BLOB).where(_B.sha256.in_([row.sha256 for row in rows])))
    return len(rows)


def _brought() -> Select[tuple[str]]:
    return select(_U.sha256)


def _attached() -> CompoundSelect[tuple[str]]:
    files, letters = TABLES["attachment"].c.sha256, TABLES["message"].c.raw_sha256
    return select(files).union(select(letters))
