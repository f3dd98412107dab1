"""Examines a server's database: says what it found and repairs nothing."""

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import Connection, Engine, func, select

from agentdesk.domain.entities import RoleAssignment
from agentdesk.domain.standing import SYSTEM, is_enabled
from agentdesk.domain.values import Instant, Role
from agentdesk.records.rows import Rows
from agentdesk.server import seal
from agentdesk.server.cursor import Place
from agentdesk.server.database import meta, reading
from agentdesk.server.feed import feed_of
from agentdesk.server.schema import ACCOUNT, BLOB, CHUNK, FEED, TABLES

_LAG_WARNS: Instant = 10_000


@dataclass(frozen=True, slots=True)
class Finding:
    check: str
    good: bool
    detail: str


def examine(engine: Engine, now: Instant) -> Iterator[Finding]:
    with reading(engine) as connection:
        known = meta(connection)
        yield Finding("database", True, f"{engine.dialect.name}, schema {known.schema}, epoch {known.epoch}")
        yield _people(connection)
        yield _feed(connection, now)
        yield _files(connection)
    yield _chain(engine)


def lag(connection: Connection, now: Instant) -> Instant:
    """How long ago the oldest row was written that no reader may see yet, because a transaction before it goes on."""
    head: Place = feed_of(connection).head(connection)
    if connection.dialect.name != "postgresql":
        return 0
    oldest = connection.scalar(select(func.min(FEED.c.at)).where(FEED.c.xid >= head.xid))
    return 0 if oldest is None else max(0, now - int(oldest))


def _people(connection: Connection) -> Finding:
    rows = Rows(connection, TABLES)
    held: tuple[RoleAssignment, ...] = rows.find("role_assignment", role=Role.ADMIN)
    admins = {one.person for one in held if one.active and is_enabled(one.person, rows)} - {SYSTEM}
    able = connection.scalar(select(func.count()).select_from(ACCOUNT)) or 0
    return Finding("people", bool(admins), f"{able} can sign in, {len(admins)} of all are administrators")


def _feed(connection: Connection, now: Instant) -> Finding:
    behind = lag(connection, now)
    return Finding("feed", behind < _LAG_WARNS, f"{behind} ms behind")


def _files(connection: Connection) -> Finding:
    """Every file has all the bytes that its size names."""
    arrived = select(CHUNK.c.upload, func.sum(func.length(CHUNK.c.data)).label("size")).group_by(CHUNK.c.upload)
    there = arrived.subquery()
    wrong = select(func.count()).select_from(BLOB).outerjoin(there, there.c.upload == BLOB.c.upload)
    broken = connection.scalar(wrong.where(func.coalesce(there.c.size, 0) != BLOB.c.size)) or 0
    return Finding("files", not broken, f"{broken} incomplete")


def _chain(engine: Engine) -> Finding:
    verdict = seal.verify(engine)
    if verdict.broken_at is not None:
        return Finding("log chain", False, f"broken at link {verdict.broken_at}")
    return Finding("log chain", True, f"{verdict.sealed} links, {verdict.unsealed} entries not yet sealed")
