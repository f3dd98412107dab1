"""Gives a desk all it may see, page by page and resumable at any of them (sync.md §2.9)."""

import secrets
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from sqlalchemy import ColumnElement, Connection, Engine, Integer, Select, bindparam, func, insert, select

from agentdesk.domain.roots import Root
from agentdesk.domain.values import Id, Instant
from agentdesk.records.rows import Rows
from agentdesk.records.scopes import ADMINISTRATORS, domain_key, hash_of, keys_of, source_key
from agentdesk.records.visibility import Sight, sight_of, visible
from agentdesk.server.cursor import Cursor, CursorLost
from agentdesk.server.database import meta, reading, writing
from agentdesk.server.documents import documents, fitting
from agentdesk.server.feed import feed_of
from agentdesk.server.pull import note_scopes
from agentdesk.server.schema import BOOTSTRAP, TABLES
from agentdesk.wire import BootstrapPage, BootstrapReply, Documents

SET_UP = (
    "scheme", "source", "service", "service_owner", "ticket_type", "domain", "project", "person", "role_assignment",
    "canned_reply", "saved_view", "desk", "process", "delegation", "resource", "request",
)  # fmt: skip
"""First of all, since every list needs them."""
MOST_TICKETS, MOST_OTHERS, MOST_PAIRS = 200, 1_000, 2_000
_T = TABLES["ticket"]


@dataclass(frozen=True, slots=True)
class _Walk:
    """What a token stands for: whose it is and how much of it they asked for."""

    sight: Sight
    scopes: frozenset[str]
    since: Instant

    @property
    def narrowed(self) -> Sight:
        """The sight as far as the scopes reach; what concerns the person themselves is always within."""
        sight = self.sight
        return replace(
            sight,
            admin=sight.admin and ADMINISTRATORS in self.scopes,
            sources=tuple(source for source in sight.sources if source_key(source) in self.scopes),
            domains=tuple(d for d in sight.domains if {domain_key(d, s) for s in sight.open_sources} & self.scopes),
        )

    def tickets(self) -> list[ColumnElement[bool]]:
        return [visible(self.narrowed, _T, TABLES["participant"]), _T.c.last_activity >= self.since]


def begin(engine: Engine, person: Id, scopes: Sequence[str], since: Instant, now: Instant) -> BootstrapReply:
    """A token for the pages, and the cursor from which the feed goes on when all of them are read."""
    with reading(engine) as connection:
        epoch = str(meta(connection).epoch)
        sight = sight_of(Rows(connection, TABLES), person, now)
        keys = keys_of(sight)
        walk = _Walk(sight, keys & set(scopes) if scopes else keys, since)
        cursor = Cursor(epoch, feed_of(connection).head(connection), hash_of(keys), since)
        total = connection.scalar(select(func.count()).select_from(_T).where(*walk.tickets())) or 0
    note_scopes(engine, keys, now)
    token = secrets.token_urlsafe(24)
    values = {"token": token, "person": person, "epoch": epoch, "scopes": walk.scopes, "since": since, "at": now}
    with writing(engine) as connection:
        connection.execute(insert(BOOTSTRAP), values)
    return BootstrapReply(token=token, epoch=epoch, scopes=cursor.scopes, cursor=str(cursor), total=total)


def page(engine: Engine, person: Id, token: str, after: str = "") -> BootstrapPage:
    """What comes after a page, as it is now: what changed meanwhile is in the feed, too. Raises CursorLost."""
    with reading(engine) as connection:
        walk = _resume(connection, person, token)
        roots, next_one = _walk(connection, walk, after, MOST_TICKETS, MOST_OTHERS)
        fit = fitting(connection, dict.fromkeys(roots, 0))
        if len(fit) < len(roots):
            next_one = _mark(fit[-1])
        answer = documents(connection, walk.sight, dict.fromkeys(fit, 0))
        return BootstrapPage(scopes=hash_of(keys_of(walk.sight)), documents=answer, after=next_one)


def pairs(engine: Engine, person: Id, token: str, after: str = "") -> BootstrapPage:
    """The same walk with roots and revs alone, to find out what differs. Raises CursorLost."""
    with reading(engine) as connection:
        walk = _resume(connection, person, token)
        roots, next_one = _walk(connection, walk, after, MOST_PAIRS, MOST_PAIRS)
        return BootstrapPage(documents=Documents(roots=_revs(connection, roots)), after=next_one)


def fetch(engine: Engine, person: Id, roots: Sequence[Root]) -> Documents:
    """All of these roots, past the feed; those that are not in the answer are not there for this person."""
    with reading(engine) as connection:
        sight = sight_of(Rows(connection, TABLES), person)
        return documents(connection, sight, dict.fromkeys(roots, 0))


def _resume(connection: Connection, person: Id, token: str) -> _Walk:
    c = BOOTSTRAP.c
    found = connection.execute(select(BOOTSTRAP).where(c.token == token, c.person == person)).first()
    if found is None or found.epoch != meta(connection).epoch:
        raise CursorLost
    sight = sight_of(Rows(connection, TABLES), person, found.at)
    return _Walk(sight, found.scopes & keys_of(sight), found.since)


def _walk(
    connection: Connection, walk: _Walk, after: str, most_tickets: int, most_others: int
) -> tuple[list[Root], str]:
    """The next roots, and the mark of the last one; no mark when it was the last of all."""
    kind, _, id = after.partition(":")
    if kind != "ticket":
        roots = list(_others(connection, walk, kind, id, most_others))
        return roots, _mark(roots[-1]) if len(roots) == most_others else "ticket:"
    chosen = select(_T.c.id).where(*walk.tickets()).order_by(_T.c.id.desc()).limit(most_tickets)
    if id:
        chosen = chosen.where(_T.c.id < id)
    roots = [Root("ticket", found) for found in connection.scalars(chosen)]
    return roots, _mark(roots[-1]) if len(roots) == most_tickets else ""


def _mark(root: Root) -> str:
    return f"{root.kind}:{root.id}"


def _others(connection: Connection, walk: _Walk, kind: str, after: Id, most: int) -> Iterator[Root]:
    """Kind by kind; of the first one what comes after an id."""
    start = SET_UP.index(kind) if kind in SET_UP else 0
    for name in SET_UP[start:]:
        chosen = _in_order(name)
        if name == kind and after:
            chosen = chosen.where(TABLES[name].c.id > after)
        ids = connection.scalars(chosen, {"most": most}).all()
        for id in ids:
            yield Root(name, id)
        most -= len(ids)
        if most <= 0:
            return


@cache
def _in_order(kind: str) -> Select[Any]:
    id = TABLES[kind].c.id
    return select(id).order_by(id).limit(bindparam("most", type_=Integer))


def _revs(connection: Connection, roots: Sequence[Root]) -> list[tuple[str, Id, int]]:
    found = []
    for kind in dict.fromkeys(root.kind for root in roots):
        c = TABLES[kind].c
        ids = [root.id for root in roots if root.kind == kind]
        found += [(kind, row.id, row.rev) for row in connection.execute(select(c.id, c.rev).where(c.id.in_(ids)))]
    return found
