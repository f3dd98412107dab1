"""Rows of one transaction in memory: each is read once, and written once if it differs in the end.

To play again what waits means to put hundreds of rows back and to change them once more, mostly to what they were.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Connection

from agentdesk.domain.entities import NAMES, Entity
from agentdesk.domain.reader import AsksOnce
from agentdesk.domain.values import Id
from agentdesk.store import bulk, search
from agentdesk.store.base import NOTHING, Changed
from agentdesk.store.bases import BasesInMemory, Key
from agentdesk.store.checked import Table
from agentdesk.store.columns import BadRows
from agentdesk.store.local_rows import LocalRows
from agentdesk.store.memory import Memory, Moved

Differing = Mapping[str, Sequence[Moved]]
"""By kind what is to be written."""


@contextmanager
def batch(connection: Connection) -> Iterator["Batch"]:
    """Written at the end, unless something was raised: then the transaction goes back as a whole. Raises BadRows."""
    rows = Batch(connection)
    try:
        yield rows
        rows.flush()
    except OverflowError as error:  # numbers are only too large where they are written
        raise BadRows from error


class Batch(LocalRows, AsksOnce):
    """What is put is true for whoever asks here, and in the file after `flush`. It remembers what it was asked."""

    bases: BasesInMemory

    def __init__(self, connection: Connection) -> None:
        super().__init__(connection)
        self.bases = BasesInMemory(connection)
        self.seen: set[Key] = set()
        self._kinds = _Kinds(connection)

    def of(self, kind: str) -> Memory:
        return self._kinds[kind]

    def get(self, kind: str, id: Id) -> Any:
        self.seen.add((kind, id))
        return self._kinds[kind].get(id)

    def find(self, kind: str, /, **equal: object) -> tuple[Any, ...]:
        found = self._kinds[kind].find(equal)
        self.seen.update([(kind, entity.id) for entity in found])
        return found

    def put(self, entity: Entity) -> None:
        self._kinds[NAMES[type(entity)]].put(entity.id, entity)

    def remove(self, kind: str, id: Id) -> None:
        self._kinds[kind].put(id, None)

    def load(self, lanes: Iterable[Id]) -> None:
        """Reads the bases of lanes and the rows they tell of, with few questions."""
        ids: dict[str, list[Id]] = defaultdict(list)
        for kind, id in self.bases.load(lanes):
            ids[kind].append(id)
        for kind, some in ids.items():
            self.of(kind).load(some)

    def take(self, table: Table) -> Changed:
        """Rows of the server, by their `rev`: what is known here changes here, the rest in the file. Raises BadRows."""
        memory = self._kinds.get(table.kind)
        if memory is None:
            return bulk.put_many(self.connection, table)
        known, others = list[int](), list[int]()
        for place, id in enumerate(table.column("id")):
            (known if id in memory else others).append(place)
        memory.forget_found()
        return self._take(table.some(known)) | bulk.put_many(self.connection, table.some(others))

    def _take(self, table: Table) -> Changed:
        if not table.records:
            return NOTHING
        kind, memory = table.kind, self.of(table.kind)
        fresh = [one for one in table.entities() if _is_newer(kind, one, memory.get(one.id))]
        for entity in fresh:
            memory.put(entity.id, entity)
        return frozenset((kind, entity.id) for entity in fresh)

    def flush(self) -> None:
        differing = {kind: memory.moved() for kind, memory in self._kinds.items()}
        stale = _stale(differing, self.of("message").touched())
        for one in stale:
            if one.was is not None:  # the index wants to hear the words of which it was made
                search.take_out(self.connection, one.id)
        for kind, moved in differing.items():
            self._kinds[kind].flush(moved)
        there = [one.id for one in stale if one.now is not None]
        if there:
            bulk.queue_many(self.connection, there)
        self.bases.flush()


class _Kinds(dict[str, Memory]):
    """Of each kind the rows that were looked at."""

    def __init__(self, connection: Connection) -> None:
        super().__init__()
        self._file = LocalRows(connection)

    def __missing__(self, kind: str) -> Memory:
        made = self[kind] = Memory(self._file, kind)
        return made


def _is_newer(kind: str, row: Entity, here: Entity | None) -> bool:
    return here is None or bulk.is_newer(kind, row.rev, here.rev)


def _stale(differing: Differing, messages: Iterable[Moved]) -> list[Moved]:
    """Messages of which the index knows other words than they have now."""
    tickets = {one.id for one in differing.get("ticket", ()) if _of_ticket(one.was) != _of_ticket(one.now)}
    files = {file.message for one in differing.get("attachment", ()) for file in (one.was, one.now) if file}
    return [one for one in messages if _of_message(one.was) != _of_message(one.now) or _is_in(one, tickets, files)]


def _of_ticket(ticket: Any) -> object:
    """What the search entry of a message has of its ticket (search.py)."""
    return ticket and (ticket.subject, ticket.number)


def _of_message(message: Any) -> object:
    return message and (message.ticket, message.pos == 1, message.body_text)


def _is_in(message: Moved, tickets: set[Id], files: set[Id]) -> bool:
    return message.id in files or any(one.ticket in tickets for one in (message.was, message.now) if one)
