"""What a desk compares itself with: per scope key a count and a sum of hashes of its tickets (sync.md §2.15)."""

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection, Engine, select

from agentdesk.domain.values import Id, Instant
from agentdesk.records.rows import Rows
from agentdesk.records.scopes import ADMINISTRATORS, domain_key, hash_of, keys_of, person_key, source_key
from agentdesk.records.visibility import Sight, sight_of, visible
from agentdesk.server.cursor import Cursor, CursorLost
from agentdesk.server.database import meta, reading
from agentdesk.server.feed import feed_of
from agentdesk.server.schema import TABLES
from agentdesk.wire import DigestReply, fingerprint

_T, _P = TABLES["ticket"].c, TABLES["participant"].c


def digests(engine: Engine, person: Id, cursor: str, now: Instant) -> DigestReply:
    """Of each key the desk holds for tickets; one of which something came after the cursor is left out.

    Tickets quieter than the cursor's beginning do not count. Raises CursorLost.
    """
    given = Cursor.read(cursor)
    with reading(engine) as connection:
        sight = sight_of(Rows(connection, TABLES), person, now)
        keys = keys_of(sight)
        if given.epoch != meta(connection).epoch or given.scopes != hash_of(keys):
            raise CursorLost
        touched = feed_of(connection).touched(connection, given.place)  # what the desk cannot have yet
        comparable = frozenset(key for key in keys if key[0] in "suoa") - (keys if touched is None else touched)
        return DigestReply(digests=_sums(connection, sight, given.since, comparable))


def _sums(connection: Connection, sight: Sight, since: int, keys: frozenset[str]) -> dict[str, tuple[int, str]]:
    count, total = dict.fromkeys(keys, 0), dict.fromkeys(keys, 0)
    mine = set(connection.scalars(select(_P.ticket).where(_P.person == sight.person, _P.active)))
    chosen = select(_T.id, _T.rev, _T.source, _T.domain, _T.requester, _T.filed_by, _T.handler)
    chosen = chosen.where(visible(sight, TABLES["ticket"], TABLES["participant"]), _T.last_activity >= since)
    for row in connection.execution_options(yield_per=1_000).execute(chosen):
        mark = fingerprint(row.id, row.rev)
        for key in keys.intersection(_keys(row, sight.person, mine)):
            count[key], total[key] = count[key] + 1, total[key] ^ mark
    return {key: (count[key], f"{total[key]:016x}") for key in sorted(keys)}


def _keys(row: Any, person: Id, mine: set[Id]) -> Iterator[str]:
    yield ADMINISTRATORS
    yield source_key(row.source)
    if row.domain:
        yield domain_key(row.domain, row.source)
    if person in (row.requester, row.filed_by, row.handler) or row.id in mine:
        yield person_key(person)
