"""A desk as far as reading goes: what it was sent, guarded by `rev`, and what it should have been sent."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Engine

from agentdesk.domain.roots import PARTS
from agentdesk.domain.values import Id, Instant
from agentdesk.server import bootstrap
from agentdesk.server.pull import MOST_ROOTS, pull
from agentdesk.wire import Documents, PullReply
from tests.builders import NOON

Key = tuple[str, Id]


@dataclass
class Reader:
    """Follows one person's view of a server, page by page."""

    engine: Engine
    person: Id
    cursor: str = ""
    rows: dict[Key, dict[str, Any]] = field(default_factory=dict)
    revs: dict[Key, int] = field(default_factory=dict)
    sent: list[Documents] = field(default_factory=list)
    after_page: Callable[["Reader", Documents], None] = lambda *_: None
    at: Instant = NOON

    def begin(self, since: int = 0, scopes: tuple[str, ...] = ()) -> "Reader":
        told = bootstrap.begin(self.engine, self.person, scopes, since, self.at)
        self.cursor = self.cursor or told.cursor
        self.fill(told.token)
        return self

    def fill(self, token: str, after: str = "") -> None:
        while True:
            page = bootstrap.page(self.engine, self.person, token, after)
            self.absorb(page.documents)
            after = page.after
            if not after:
                return

    def pull(self, limit: int = MOST_ROOTS) -> PullReply:
        reply = pull(self.engine, self.person, self.cursor, self.at, limit)
        self.absorb(reply.documents)
        self.cursor = reply.cursor
        return reply

    def catch_up(self, limit: int = MOST_ROOTS) -> "Reader":
        while self.pull(limit).more:
            pass
        return self

    def absorb(self, documents: Documents) -> None:
        self.sent.append(documents)
        for kind, table in documents.tables.items():
            for values in table.rows:
                row = dict(zip(table.columns, values, strict=True))
                key = kind, row["id"]
                if key not in self.rows or self.rows[key]["rev"] <= row["rev"]:
                    self.rows[key] = row
        for kind, id, rev in documents.roots:
            assert self.revs.get((kind, id), 0) <= rev, "an older root after a newer one"
            self.revs[kind, id] = rev
        for kind, id, _ in documents.gone:
            self.forget(kind, id)
        self.after_page(self, documents)

    def forget(self, kind: str, id: Id) -> None:
        self.revs.pop((kind, id), None)
        self.rows = {key: row for key, row in self.rows.items() if key != (kind, id) and not _belongs(row, key[0], id)}

    def tickets(self) -> set[Id]:
        return {id for kind, id in self.revs if kind == "ticket"}

    def of(self, ticket: Id) -> dict[Key, dict[str, Any]]:
        return {key: row for key, row in self.rows.items() if key[1] == ticket or _belongs(row, key[0], ticket)}


def _belongs(row: dict[str, Any], kind: str, ticket: Id) -> bool:
    return (kind in PARTS and row["ticket"] == ticket) or (kind == "operation_log" and row["root"] == ticket)


def a_new(reader: Reader) -> Reader:
    """The same person's desk if it began only now: what the other one should have."""
    return Reader(reader.engine, reader.person).begin()


def assert_complete(reader: Reader) -> None:
    fresh = a_new(reader)
    assert reader.rows == fresh.rows
    assert reader.revs == fresh.revs
