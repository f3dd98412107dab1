"""Compares what is here with what the server says of it: per scope key a count and a sum of hashes (sync.md §2.15)."""

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection, select

from agentdesk.domain.values import Id
from agentdesk.records.scopes import ADMINISTRATORS, domain_key, person_key, source_key
from agentdesk.store import outbox
from agentdesk.store.schema import TABLES
from agentdesk.store.served import Served
from agentdesk.wire import DigestReply, fingerprint

_T, _P = TABLES["ticket"].c, TABLES["participant"].c


def differing(connection: Connection, known: Served, told: DigestReply) -> list[str]:
    """The keys under which other tickets lie here. While something waits the view is ahead, and nothing is compared."""
    if known.bootstrap is not None or outbox.lanes(connection):
        return []
    here = _sums(connection, known, frozenset(told.digests))
    return sorted(key for key, digest in told.digests.items() if here[key] != digest)


def _sums(connection: Connection, known: Served, keys: frozenset[str]) -> dict[str, tuple[int, str]]:
    count, total = dict.fromkeys(keys, 0), dict.fromkeys(keys, 0)
    mine = set(connection.scalars(select(_P.ticket).where(_P.person == known.person, _P.active)))
    chosen = select(_T.id, _T.rev, _T.source, _T.domain, _T.requester, _T.filed_by, _T.handler)
    for row in connection.execute(chosen.where(_T.last_activity >= known.since)).yield_per(1_000):
        mark = fingerprint(row.id, row.rev)
        for key in keys.intersection(_keys(row, known.person, mine)):
            count[key], total[key] = count[key] + 1, total[key] ^ mark
    return {key: (count[key], f"{total[key]:016x}") for key in keys}


def _keys(row: Any, person: Id, mine: set[Id]) -> Iterator[str]:
    yield ADMINISTRATORS
    yield source_key(row.source)
    if row.domain:
        yield domain_key(row.domain, row.source)
    if person in (row.requester, row.filed_by, row.handler) or row.id in mine:
        yield person_key(person)
