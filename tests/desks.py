"""Desks in a file: the people and sources of `builders`, put straight into the tables."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from sqlalchemy import Connection

from agentdesk.clock import SetClock
from agentdesk.desk import Desk, open_desk
from agentdesk.desk.worker import Inline
from agentdesk.domain.commands import Command, Envelope
from agentdesk.domain.entities import Entity
from agentdesk.domain.values import Id, Instant
from agentdesk.records.rows import Rows
from agentdesk.store import journal
from agentdesk.store.database import Database
from agentdesk.store.journal import Changed
from agentdesk.store.local_rows import LocalRows
from agentdesk.store.schema import TABLES
from tests.builders import MARA, NOON, SECOND, a_source, an_id, the_people


@contextmanager
def a_database(directory: Path) -> Iterator[Database]:
    """A new or known file, opened for writing and closed well."""
    database = Database(directory, write=True)
    try:
        yield database
    finally:
        database.close()


def put(connection: Connection, *entities: Entity) -> None:
    rows = LocalRows(connection)
    for entity in entities:
        rows.put(entity)


def furnish(connection: Connection, *more: Entity) -> None:
    """The people and the source `agentdesk`, which asks for nothing."""
    put(connection, *a_source(), *the_people(), *more)


def all_of(connection: Connection, kind: str) -> tuple[Any, ...]:
    return Rows(connection, TABLES).find(kind)


@dataclass
class Book:
    """A journal on a connection, with a time that goes on and ids that count up."""

    connection: Connection
    at: Instant = NOON
    made: int = 200_000
    given: list[Id] = field(default_factory=list)

    def new_id(self) -> Id:
        self.made += 1
        return an_id(self.made)

    def envelope(self, command: Command, by: Id = MARA) -> Envelope:
        self.at += SECOND
        return Envelope(id=self.new_id(), actor=by, at=self.at, issued_at=self.at, command=command)

    def do(self, command: Command, by: Id = MARA, *, hold: Instant = 0) -> Changed:
        envelope = self.envelope(command, by)
        self.given.append(envelope.id)
        return journal.submit(self.connection, envelope, self.at + hold if hold else None)

    def undo(self, place: int = -1) -> journal.Undone | None:
        return journal.undo(self.connection, self.given[place], self.at)

    def settle(self, after: Instant = 0) -> Changed:
        self.at += after
        return journal.settle(self.connection, self.at)


def inline_desk(directory: Path, person: str | None = None, *, clock: SetClock | None = None, **options: Any) -> Desk:
    """A desk that does everything at once on this thread."""
    desk = open_desk(directory, person, worker=Inline, clock=clock or SetClock(NOON), **options)
    desk.post = lambda job: job()
    return desk
