"""Makes a large desk to measure: real schema, real encodings, Zipf words in three languages, 86 % closed.

python3 tests/bench/generate.py [--tickets N --messages M] [--desk DIR]
"""

import json
import sqlite3
from bisect import bisect_right
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from random import Random
from time import perf_counter, time
from typing import Any

from harness import options, report, say
from sqlalchemy import Connection, Table
from sqlalchemy.dialects.sqlite import dialect as sqlite_dialect
from texts import Texts
from world import Place, World, states_of

from agentdesk.desk import open_desk
from agentdesk.desk.worker import Inline
from agentdesk.domain.entities import Attachment, Entity, Message, Ticket
from agentdesk.domain.values import AuthorKind, Channel, Id, MessageKind, Priority, StateKind, Visibility
from agentdesk.records.rows import plain
from agentdesk.records.types import id_bytes
from agentdesk.store import counters, search
from agentdesk.store.database import Database
from agentdesk.store.local_rows import LocalRows
from agentdesk.store.schema import META, SERIES, TABLES

CHUNK = 20_000
SPAN = 4 * 365 * 86_400_000
HOUR = 3_600_000.0
LONG, LONG_EVERY = 500, 20_000
Row = list[Any]
Event = tuple[int, int, int, int]
"""When, which ticket of the chunk's list, which position, how many in all."""


class Encoder:
    """A row of the table as our own column types write it; a copy is filled in where rows differ."""

    def __init__(self, table: Table, entity: Entity) -> None:
        kind = sqlite_dialect()
        processors = {c.name: c.type.bind_processor(kind) for c in table.columns}
        values = plain(entity)
        names = [c.name for c in table.columns]
        self.base: Row = [
            None if name == "n" else (process(values[name]) if (process := processors[name]) else values[name])
            for name in names
        ]
        self.at = {name: place for place, name in enumerate(names)}
        marks = ",".join("?" * len(names))
        self.insert = f"INSERT INTO {table.name} VALUES({marks})"


class Maker:
    """Tickets in the order they were filed, their messages in the order they were written."""

    def __init__(self, tickets: int, messages: int, end: int) -> None:
        self.random, self.texts = Random(7), Texts(7)
        self.world = World(max(200, tickets // 50))
        self.tickets, self.end = tickets, end
        self.lengths = _lengths(self.random, tickets, messages)
        self.message_n = 0
        zero = "00000000-0000-0000-0000-000000000000"
        self.ticket = Encoder(TABLES["ticket"], Ticket(
            id=zero, rev=1, source="", subject="", state="", kind=StateKind.NEW, requester=zero, created=0,
            last_activity=0, state_since=0,
        ))  # fmt: skip
        self.file = Encoder(TABLES["attachment"], Attachment(
            id=zero, rev=1, ticket=zero, message=zero, name="", size=1, media_type="image/png", sha256="0" * 64,
        ))  # fmt: skip
        self.kinds = {
            (kind, side): Encoder(TABLES["message"], Message(
                id=zero, rev=1, ticket=zero, kind=kind, at=0, author_kind=side,
                visibility=Visibility.STAFF if kind is MessageKind.NOTE else Visibility.EVERYONE,
            ))
            for kind in (MessageKind.REPLY, MessageKind.EMAIL, MessageKind.NOTE)
            for side in (AuthorKind.REQUESTER, AuthorKind.STAFF)
        }  # fmt: skip
        self.people = [id_bytes(person) for person in self.world.requesters]
        self.known = {id: id_bytes(id) for p in self.world.places for id in (*p.types, *p.services, *p.handlers)}

    # ------------------------------------------------------------------ one ticket

    def open_ticket(self, n: int) -> tuple[Row, list[int]]:
        random, row, at = self.random, self.ticket.base.copy(), self.ticket.at
        place = random.choice(self.world.places)
        created = self.end - SPAN + int(SPAN * (n / self.tickets))
        times = self._times(created, self.lengths[n - 1])
        asks = int(len(self.people) * random.random() ** 3)
        open_ = random.random() < (0.58 if n > self.tickets * 0.8 else 0.03)
        kind, state = states_of(random, place, open_=open_)
        place.last += 1
        values = {
            "n": n, "id": uuid7(random, created), "rev": len(times), "source": place.id, "state": state,
            "subject": self.texts.subject(random, _language(n)), "kind": str(kind),
            "requester": self.people[asks], "created": created, "last_activity": times[-1],
            "state_since": times[-1], "number": f"{place.prefix}-{place.last}", "type": self._one(place.types),
            "service": self._one(place.services), "domain": id_bytes(self.world.domain_of(asks)),
            "priority": random.choices(range(len(Priority)), (60, 15, 15, 8, 2))[0],
            "handler": self._handler(place, kind), "channel": self._channel(), "has_files": random.random() < 0.08,
            "closed": times[-1] if kind.final else None, "last_pos": len(times), "public_pos": len(times),
            "last_author": self.people[asks],
        }  # fmt: skip
        for name, value in values.items():
            row[at[name]] = value
        return row, times

    def _times(self, created: int, many: int) -> list[int]:
        gap, now, times = (20 * HOUR if many < 100 else HOUR), float(created), [created]
        for _ in range(many - 1):
            now += self.random.expovariate(1 / gap)
            times.append(min(int(now), self.end))
        return times

    def _one(self, ids: list[Id]) -> bytes:
        return self.known[self.random.choice(ids)]

    def _handler(self, place: Place, kind: StateKind) -> bytes | None:
        free = {StateKind.NEW: 0.85, StateKind.WAITING_STAFF: 0.1}.get(kind, 0.0)
        if self.random.random() < free:
            return None
        return self.known[self.random.choices(place.handlers, place.shares)[0]]

    def _channel(self) -> str:
        return str(Channel.EMAIL if self.random.random() < 0.5 else Channel.DESK)

    # ------------------------------------------------------------------ one message

    def message(self, ticket: Row, when: int, pos: int) -> Row:
        random, at = self.random, self.ticket.at
        staff = pos % 2 == 0 and ticket[at["handler"]] is not None
        note = staff and random.random() < 0.12
        mail = ticket[at["channel"]] == "email"
        kind = MessageKind.NOTE if note else MessageKind.EMAIL if mail and not staff else MessageKind.REPLY
        encoder = self.kinds[kind, AuthorKind.STAFF if staff else AuthorKind.REQUESTER]
        row, place = encoder.base.copy(), encoder.at
        text = self.texts.body(random, _language(ticket[0]))
        if random.random() < 0.3:
            text += f" ORD-{random.randrange(10**8):08}"
        self.message_n += 1
        row[0], row[place["id"]], row[place["ticket"]] = self.message_n, uuid7(random, when), ticket[at["id"]]
        row[place["at"]], row[place["pos"]], row[place["body_text"]] = when, pos, text
        row[place["body_html"]] = "" if kind is MessageKind.EMAIL else f"<p>{text}</p>"  # letters are mostly plain
        row[place["author"]] = ticket[at["handler"]] if staff else ticket[at["requester"]]
        return row

    def attachment(self, message: Row, n: int) -> Row:
        row, at = self.file.base.copy(), self.file.at
        place = self.kinds[MessageKind.REPLY, AuthorKind.STAFF].at
        row[at["id"]], row[at["name"]] = uuid7(self.random, message[place["at"]]), f"screenshot-{n}.png"
        row[at["ticket"]], row[at["message"]] = message[place["ticket"]], message[place["id"]]
        return row

    # ------------------------------------------------------------------ chunks

    def chunks(self) -> Iterator[tuple[list[Row], list[Row], list[Row]]]:
        """Tickets, messages and attachments, CHUNK tickets at a time; what is written later waits for its time."""
        waiting: list[tuple[int, int, Row]] = []
        for first in range(1, self.tickets + 1, CHUNK):
            numbers = range(first, min(first + CHUNK, self.tickets + 1))
            made = [self.open_ticket(n) for n in numbers]
            waiting += [(when, pos, row) for row, times in made for pos, when in enumerate(times, 1)]
            waiting.sort(key=lambda event: event[0])
            last = made[-1][0][self.ticket.at["created"]] if numbers[-1] < self.tickets else self.end
            cut = bisect_right(waiting, last, key=lambda event: event[0])
            events, waiting = waiting[:cut], waiting[cut:]
            messages, files = self._written(events)
            yield [row for row, _ in made], messages, files

    def _written(self, events: list[tuple[int, int, Row]]) -> tuple[list[Row], list[Row]]:
        messages, files, has_files = [], [], self.ticket.at["has_files"]
        for when, pos, ticket in events:
            row = self.message(ticket, when, pos)
            messages.append(row)
            if pos == 1 and ticket[has_files]:
                files.append(self.attachment(row, ticket[0]))
        return messages, files


def uuid7(random: Random, at: int) -> bytes:
    noise = random.getrandbits(74)
    return (at << 80 | 0x7 << 76 | noise >> 62 << 64 | 0x2 << 62 | noise & (1 << 62) - 1).to_bytes(16)


def _language(ticket: int) -> int:
    """English 50, German 30, Chinese 20 of a hundred."""
    return (0, 0, 0, 0, 0, 1, 1, 1, 2, 2)[ticket * 7 % 10]


def _lengths(random: Random, tickets: int, messages: int) -> list[int]:
    """Geometric with the right mean, a few of LONG, exactly `messages` in all."""
    more = 1 - tickets / messages
    lengths = [1] * tickets
    for n in range(tickets):
        while random.random() < more:
            lengths[n] += 1
    for n in range(LONG_EVERY // 2, tickets, LONG_EVERY):
        lengths[n] = LONG
    missing = messages - sum(lengths)
    while missing:
        n = random.randrange(tickets)
        step = 1 if missing > 0 else -1
        if 1 < lengths[n] < LONG or (step > 0 and lengths[n] == 1):
            lengths[n] += step
            missing -= step
    return lengths


# ---------------------------------------------------------------------- the file


def found(directory: Path, world: World) -> None:
    """A desk as the product opens it, with the people and sources of the bench."""
    open_desk(directory, worker=Inline).close()
    database = Database(directory, write=True)
    with database.writer.begin() as connection:
        rows = LocalRows(connection)
        for entity in world.entities():
            rows.put(entity)
    database.close()


def fill(directory: Path, maker: Maker) -> None:
    """Rows first, indexes afterwards (speed.md, Designs 5)."""
    raw = sqlite3.connect(directory / "desk.sqlite", isolation_level=None)
    for pragma in ("synchronous=OFF", "journal_mode=MEMORY", "cache_size=-400000", "temp_store=MEMORY"):
        raw.execute(f"PRAGMA {pragma}")
    chosen = "SELECT name, sql FROM sqlite_master WHERE type='index' AND sql NOT NULL AND tbl_name IN (?,?,?)"
    indexes = raw.execute(chosen, ("ticket", "message", "attachment")).fetchall()
    raw.execute("BEGIN")
    for name, _ in indexes:
        raw.execute(f"DROP INDEX {name}")
    done, began = 0, perf_counter()
    for tickets, messages, files in maker.chunks():
        raw.executemany(maker.ticket.insert, tickets)
        raw.executemany(maker.kinds[MessageKind.REPLY, AuthorKind.STAFF].insert, messages)
        raw.executemany(maker.file.insert, files)
        done += len(tickets)
        say(f"{done} tickets, {maker.message_n} messages, {perf_counter() - began:.0f} s")
    for name, sql in indexes:
        raw.execute(sql)
        say(f"index {name}, {perf_counter() - began:.0f} s")
    raw.execute("COMMIT")
    raw.close()


def finish(directory: Path, maker: Maker, facts: dict[str, int]) -> None:
    """Numbers, counters, and the queue of the indexer."""
    database = Database(directory, write=True)
    with database.writer.begin() as connection:
        for place in maker.world.places:
            connection.execute(SERIES.insert(), {"prefix": place.prefix, "last": place.last})
        counters.rebuild(connection)
        search.queue_all(connection)
        connection.execute(META.insert(), {"key": "bench", "value": json.dumps(facts)})
    database.close()


def index(directory: Path) -> None:
    """Fills the search index as the product does, in large batches; goes on where it was stopped."""
    database = Database(directory, write=True)
    began, done = perf_counter(), 0
    while many := _index_batch(database):
        done += many
        say(f"{done} messages indexed, {done / (perf_counter() - began):.0f} per second")
    database.close()


def _index_batch(database: Database) -> int:
    with database.writer.begin() as connection:
        return search.index_some(connection, search.LARGE_BATCH)


def _facts(connection: Connection) -> dict[str, Any] | None:
    value = connection.scalar(META.select().with_only_columns(META.c.value).where(META.c.key == "bench"))
    return None if value is None else dict(json.loads(value))


def generated(directory: Path) -> dict[str, Any] | None:
    """What the desk in this directory was made of, None if its rows are not all there."""
    if not (directory / "desk.sqlite").exists():
        return None
    database = Database(directory, write=False)
    with database.reader.connect() as connection:
        facts = _facts(connection)
    database.close()
    return facts


def main() -> None:
    given = options(__doc__)
    began = perf_counter()
    facts = generated(given.desk)
    if facts is None:
        for path in given.desk.glob("desk.sqlite*") if given.desk.exists() else ():
            path.unlink()
        facts = {"tickets": given.tickets, "messages": given.messages, "end": int(time() * 1000)}
        maker = Maker(given.tickets, given.messages, facts["end"])
        found(given.desk, maker.world)
        fill(given.desk, maker)
        finish(given.desk, maker, facts)
    index(given.desk)
    size = sum(path.stat().st_size for path in islice(given.desk.glob("desk.sqlite*"), 9))
    report("generate", **facts, seconds=round(perf_counter() - began), bytes=size)


if __name__ == "__main__":
    main()
