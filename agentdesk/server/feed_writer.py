"""Writes down that a root changed, and whom it concerned before and after."""

from collections.abc import Mapping
from typing import NamedTuple

from sqlalchemy import insert

from agentdesk.domain.entities import Ticket
from agentdesk.domain.roots import Root
from agentdesk.domain.values import Instant
from agentdesk.records.rows import Rows
from agentdesk.records.scopes import audience
from agentdesk.server.schema import FEED


class Look(NamedTuple):
    """Of a root at one moment: whom it concerns, and of a ticket when something last happened in it."""

    audience: frozenset[str]
    active: Instant | None


_NOTHING = Look(frozenset(), None)


def look(rows: Rows, root: Root) -> Look:
    entity = rows.get(root.kind, root.id)
    if entity is None:
        return _NOTHING
    return Look(audience(entity, rows), entity.last_activity if isinstance(entity, Ticket) else None)


def write(rows: Rows, revs: Mapping[Root, int], before: Mapping[Root, Look], at: Instant) -> None:
    """One row for each changed root; on PostgreSQL the database adds the transaction's own id."""
    lines = [_line(root, rev, before[root], look(rows, root), at) for root, rev in revs.items()]
    rows.connection.execute(_INSERT, lines)


_INSERT = insert(FEED).inline()


def _line(root: Root, rev: int, was: Look, now: Look, at: Instant) -> dict[str, object]:
    return {
        "root_kind": root.kind, "root": root.id, "rev": rev, "aud": now.audience,
        "gained": now.audience - was.audience, "lost": was.audience - now.audience, "active": was.active, "at": at,
    }  # fmt: skip
