"""One page of the feed for one person, all of it from one snapshot (sync.md §2.7, §2.8)."""

from collections.abc import Sequence

from sqlalchemy import Connection, Engine, insert, select
from sqlalchemy.exc import IntegrityError

from agentdesk.domain.roots import Root
from agentdesk.domain.values import Id, Instant
from agentdesk.records.rows import Rows
from agentdesk.records.scopes import ALL_STAFF, EVERYBODY, hash_of, keys_of
from agentdesk.records.visibility import Sight, sight_of
from agentdesk.server.cursor import Cursor, CursorLost, Place
from agentdesk.server.database import meta, reading, writing
from agentdesk.server.documents import documents, fitting
from agentdesk.server.feed import Earliest, Scan, Step, feed_of
from agentdesk.server.schema import SCOPES, TABLES
from agentdesk.wire import Documents, PullReply, ScopeChange

MOST_ROOTS = 500


def pull(engine: Engine, person: Id, cursor: str, now: Instant, limit: int = MOST_ROOTS) -> PullReply:
    """What changed for this person since the cursor, at most `limit` roots and MOST_ROWS rows.

    A root alone may be larger than a page: it is never cut. With other keys than the cursor's only the change of
    scope is told. Raises CursorLost.
    """
    given = Cursor.read(cursor)
    with reading(engine) as connection:
        epoch = _check(connection, given)
        sight = sight_of(Rows(connection, TABLES), person, now)
        keys = keys_of(sight)
        if hash_of(keys) == given.scopes:
            return _page(connection, sight, given, now, limit)
        change = _change(connection, given.scopes, keys)
    note_scopes(engine, keys, now)
    moved = Cursor(epoch, given.place, hash_of(keys), given.since)
    return PullReply(
        server_time=now, epoch=epoch, scopes=moved.scopes, cursor=str(moved), more=True, scope_change=change
    )


def note_scopes(engine: Engine, keys: frozenset[str], now: Instant) -> None:
    """A cursor names its keys by their hash; what they were is asked when they are others."""
    try:
        with writing(engine) as connection:
            if connection.scalar(select(SCOPES.c.hash).where(SCOPES.c.hash == hash_of(keys))) is None:
                connection.execute(insert(SCOPES), {"hash": hash_of(keys), "keys": keys, "at": now})
    except IntegrityError:
        return  # somebody else has noted the same


def _check(connection: Connection, given: Cursor) -> Id:
    known = meta(connection)
    if given.epoch != known.epoch or given.place < Place(known.floor_xid, known.floor_id):
        raise CursorLost
    return str(known.epoch)


def _change(connection: Connection, before: str, keys: frozenset[str]) -> ScopeChange:
    had = connection.scalar(select(SCOPES.c["keys"]).where(SCOPES.c.hash == before))
    if had is None:
        raise CursorLost
    return ScopeChange(added=sorted((keys - had) | _told_anew(had, keys)), removed=sorted(had - keys))


def _told_anew(had: frozenset[str], keys: frozenset[str]) -> frozenset[str]:
    """Scopes still held in which the same person now reads more, or less."""
    kept = had & keys
    if any(key.startswith(("s:", "a:")) for key in had ^ keys):
        tickets = frozenset(key for key in kept if key.startswith(("s:", "u:", "o:")))
        return tickets | ({EVERYBODY} & kept if ALL_STAFF in had ^ keys else frozenset())
    return frozenset()


def _page(connection: Connection, sight: Sight, given: Cursor, now: Instant, limit: int) -> PullReply:
    feed, keys = feed_of(connection), keys_of(sight)
    scan = feed.scan(connection, given.place, keys)
    roots = list(dict.fromkeys(step.root for step in scan.steps))[:limit]
    earliest = feed.earliest(connection, given.place, roots, keys)
    since = {root: _since(earliest[root], keys, given.since) for root in roots}
    shown = fitting(connection, since)
    end, more = _end(scan, given.place, shown)
    answer = documents(connection, sight, {root: since[root] for root in shown})
    return PullReply(
        server_time=now, epoch=given.epoch, scopes=given.scopes, more=more,
        cursor=str(Cursor(given.epoch, end, given.scopes, given.since)),
        documents=answer.model_copy(update={"gone": _gone(scan.steps, shown, answer)}),
    )  # fmt: skip


def _since(earliest: Earliest, keys: frozenset[str], begun: Instant) -> int:
    """All of a root that this person did not have before: not theirs then, or too quiet for their beginning.

    What left their sight since may have gone already, with a page that showed only an older row of it.
    """
    quiet = earliest.active is not None and earliest.active < begun
    return 0 if quiet or earliest.left or not earliest.audience & keys else earliest.rev


def _end(scan: Scan, start: Place, roots: Sequence[Root]) -> tuple[Place, bool]:
    """The page ends in front of the first row whose root is left for the next one."""
    end, shown = start, set(roots)
    for step in scan.steps:
        if step.root not in shown:
            return end, True
        end = step.place
    return scan.end, scan.more


def _gone(steps: Sequence[Step], roots: Sequence[Root], answer: Documents) -> list[tuple[str, Id, int]]:
    shown = {(kind, id) for kind, id, _ in answer.roots}
    revs: dict[Root, int] = {}
    for step in steps:  # the feed is not in the order of revs, and the desk keeps what is newer than what has gone
        revs[step.root] = max(step.rev, revs.get(step.root, 0))
    return [(root.kind, root.id, revs[root]) for root in roots if root not in shown]
