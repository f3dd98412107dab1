"""Entries: commands that are not settled yet, in the order they were given."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

import orjson
from sqlalchemy import Connection, Select, Update, bindparam, delete, func, insert, select, update

from agentdesk.codec import pack, unpack
from agentdesk.domain.commands import Command, Envelope
from agentdesk.domain.values import Id, Instant
from agentdesk.store.driven import fetched
from agentdesk.store.prepared import answered
from agentdesk.store.schema import OUTBOX

HELD, QUEUED, WAIT_BLOB, SENT = "held", "queued", "wait_blob", "sent"
PARKED, CONFIRM, DONE = "parked", "confirm", "done"
"""`parked` met one fault too often, `confirm` waited too long to be sent unasked, `done` is kept for seven days."""
LONGEST_HOLD: Instant = 60_000
"""No hold is longer, so a hold that seems longer met a clock that was put back."""


@dataclass(frozen=True, slots=True)
class Entry:
    envelope: Envelope
    root: Id
    not_before: Instant | None
    state: str
    n: int = 0
    tries: int = 0
    faults: int = 0
    error: str = ""
    refused: str = ""
    """Why the rules here do not allow it now, so that it is not shown; only the server can refuse it."""
    answered: int | None = None
    seen: str = ""
    """Of a decision, what was asked for when it was given (JSON)."""

    @property
    def unsent(self) -> bool:
        """Nobody but this computer knows of it."""
        return self.tries == 0 and self.state in (HELD, QUEUED, WAIT_BLOB)

    def ripe(self, now: Instant) -> bool:
        return self.not_before is None or not now < self.not_before <= now + LONGEST_HOLD


def add(connection: Connection, entry: Entry) -> None:
    """At the end of its lane; with an end of its hold it is held, whatever its state says."""
    envelope = entry.envelope
    name, version, args = pack(envelope.command)
    values = {
        "id": envelope.id, "root": entry.root, "name": name, "version": version,
        "args": orjson.dumps(args).decode(), "actor": envelope.actor, "at": envelope.at,
        "issued_at": envelope.issued_at, "base_rev": envelope.base_rev, "not_before": entry.not_before,
        "state": HELD if entry.not_before is not None else entry.state, "seen": entry.seen,
    }  # fmt: skip
    connection.execute(_ADD, values)


_ADD = insert(OUTBOX)


def of_root(connection: Connection, root: Id) -> list[Entry]:
    return [_entry(row) for row in answered(connection, _OF_ROOT, key=root)]


def waiting(connection: Connection, roots: Collection[Id]) -> list[Entry]:
    """All that is not done in these lanes, in the order it was given."""
    return [_entry(row) for row in answered(connection, _WAITING, roots=_listed(roots))] if roots else []


def entries(connection: Connection, ids: Iterable[Id]) -> list[Entry]:
    wanted = list(ids)
    if not wanted:
        return []
    return [_entry(row) for row in connection.execute(_ENTRIES, {"ids": wanted})]


def lanes(connection: Connection) -> set[Id]:
    """The lanes with entries that are not done."""
    return {root for (root,) in answered(connection, _LANES)}


def nothing_waits(connection: Connection) -> bool:
    return not fetched(connection, _ANY)  # asked with each slice


def shaken(connection: Connection, named: Collection[Id], readers: Collection[str]) -> set[Id]:
    """The lanes that an answer of the server may move: those with these names, with commands that read what it brings,
    with an answered entry, and, if it names anything, with one that the rules did not allow.
    """
    found = fetched(connection, _SHAKEN, (bool(named), _listed(readers), _listed(named)))
    return {root for (root,) in found}


def _listed(words: Collection[str]) -> str:
    """As `json_each` takes them, however many they are."""
    return orjson.dumps(list(words)).decode()


def change(connection: Connection, ids: Iterable[Id], **values: Any) -> None:
    chosen = list(ids)
    if chosen:
        given = {f"new_{name}": value for name, value in values.items()}
        connection.execute(_change(tuple(values)), {"ids": chosen, **given})


def merge(connection: Connection, roots: Iterable[Id], into: Id) -> None:
    """Lanes that depend on each other become one."""
    connection.execute(update(OUTBOX).where(OUTBOX.c.root.in_(list(roots))).values(root=into))


def get(connection: Connection, id: Id) -> Entry | None:
    row = connection.execute(_GET, {"key": id}).first()
    return None if row is None else _entry(row)


def roots(connection: Connection) -> Sequence[Id]:
    return connection.scalars(select(OUTBOX.c.root).group_by(OUTBOX.c.root)).all()


def hold_until(connection: Connection, ids: Sequence[Id], until: Instant) -> None:
    """Another end for holds that are not over; what is settled stays so."""
    held = OUTBOX.c.id.in_(list(ids)), OUTBOX.c.state == HELD
    connection.execute(update(OUTBOX).where(*held).values(not_before=until))


def remove(connection: Connection, ids: Iterator[Id] | Sequence[Id]) -> None:
    connection.execute(_REMOVE, {"ids": list(ids)})


def files_of(command: Command) -> list[str]:
    """The sha256 of every file that must lie at the server before it."""
    named = {file.sha256 for file in getattr(command, "files", ())} | {getattr(command, "raw_sha256", "")}
    return sorted(named - {""})


# Made once: building a statement takes longer than running it, and a rebase runs several for every entry.
_O = OUTBOX.c
_ENTRY: Select[Any] = select(
    _O.name, _O.args, _O.id, _O.actor, _O.at, _O.issued_at, _O.base_rev,
    _O.root, _O.not_before, _O.state, _O.n, _O.tries, _O.faults, _O.error, _O.refused, _O.answered, _O.seen,
)  # fmt: skip
_IN_ORDER = _ENTRY.order_by(OUTBOX.c.n)
_OF_ROOT = _IN_ORDER.where(OUTBOX.c.root == bindparam("key"))
_ROOTS = select(func.json_each(bindparam("roots")).table_valued("value").c.value)
_WAITING = _IN_ORDER.where(OUTBOX.c.root.in_(_ROOTS), OUTBOX.c.state != DONE)
_THESE = OUTBOX.c.id.in_(bindparam("ids", expanding=True, type_=OUTBOX.c.id.type))
_ENTRIES = _IN_ORDER.where(_THESE)
_LANES = select(OUTBOX.c.root).where(OUTBOX.c.state != DONE).distinct()
_ANY = f"SELECT 1 FROM outbox WHERE state != '{DONE}' LIMIT 1"  # noqa: S608  (our own word)
_SHAKEN = (
    f"SELECT root FROM outbox WHERE state != '{DONE}' AND (answered IS NOT NULL OR (? AND refused != '')"  # noqa: S608
    " OR name IN (SELECT value FROM json_each(?)))"
    f" UNION SELECT root FROM outbox WHERE state != '{DONE}' AND root IN (SELECT value FROM json_each(?))"
)
"""In two halves, for an index knows the second."""


_GET = _ENTRY.where(OUTBOX.c.id == bindparam("key", type_=OUTBOX.c.id.type))
_REMOVE = delete(OUTBOX).where(_THESE)


@cache
def _change(names: tuple[str, ...]) -> Update:
    values = {name: bindparam(f"new_{name}", type_=OUTBOX.c[name].type) for name in names}
    return update(OUTBOX).where(_THESE).values(values)


def _entry(row: Sequence[Any]) -> Entry:
    """Of the columns of `_ENTRY`."""
    name, args, id, actor, at, issued_at, base_rev, *rest = row
    command = unpack(name, orjson.loads(args))
    envelope = Envelope(id=id, actor=actor, at=at, command=command, issued_at=issued_at, base_rev=base_rev)
    return Entry(envelope, *rest)
