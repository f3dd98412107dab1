"""What waits for the server: played into the view at once, rewound and played again when the server has spoken.

A *lane* is the root whose entries keep their order. Lanes whose entries read each other's rows become one.
"""

import json
from collections.abc import Collection
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, select

from agentdesk.domain.commands import (
    REQUEST_COMMANDS,
    SETUP_COMMANDS,
    Apply,
    Command,
    Envelope,
    PassStage,
    RejectStage,
    RestoreResource,
)
from agentdesk.domain.entities import NAMES, Request
from agentdesk.domain.reader import fetch
from agentdesk.domain.refusals import Refused
from agentdesk.domain.values import Id, Instant
from agentdesk.domain.wishes import kept
from agentdesk.store import base, outbox, play
from agentdesk.store.base import Changed, Entities
from agentdesk.store.bases import Bases, Key
from agentdesk.store.batch import Batch, batch
from agentdesk.store.local_rows import LocalRows
from agentdesk.store.outbox import HELD, QUEUED, WAIT_BLOB, Entry
from agentdesk.store.schema import BLOB, OUTBOX

Refusals = list[tuple[Entry, Refused]]


class Noting(LocalRows):
    """Remembers what the rules looked at: an entry depends on it."""

    def __init__(self, connection: Connection) -> None:
        super().__init__(connection)
        self.seen: set[Key] = set()

    def get(self, kind: str, id: Id) -> Any:
        self.seen.add((kind, id))
        return super().get(kind, id)

    def find(self, kind: str, /, **equal: object) -> tuple[Any, ...]:
        found = super().find(kind, **equal)
        self.seen.update((kind, entity.id) for entity in found)
        return found


def plays(command: Command) -> bool:
    """What holds for everybody and what others decide with is only checked here, and not shown before the server has
    said so: nothing is ever called approved early (sync.md, amendment 6).
    """
    return not isinstance(command, (*SETUP_COMMANDS, *REQUEST_COMMANDS, Apply, RestoreResource))


def submit(connection: Connection, envelope: Envelope, hold_until: Instant | None) -> Changed:
    """Queues a command that the rules allow, and shows what it will do. Raises Refused."""
    rows = Noting(connection)
    changed = play.decided(rows, envelope, series=None)
    root = play.root_of(changed)
    lane = _lane(rows, _behind(rows, changed), root.id)
    envelope = replace(envelope, base_rev=base.known_rev(rows, root))
    state = state_of(connection, envelope.command)
    outbox.add(connection, Entry(envelope, lane, hold_until, state, seen=_seen(rows, envelope.command)))
    told = frozenset({("outbox", envelope.id)})
    return told | play.put(rows, changed, lane) if plays(envelope.command) else told


def _seen(rows: Noting, command: Command) -> str:
    """What somebody decides on: if it comes back, they are told what of it is another now."""
    request = fetch(rows, Request, command.request) if isinstance(command, PassStage | RejectStage) else None
    return "" if request is None else json.dumps(kept(request), ensure_ascii=False)


def release(connection: Connection, now: Instant) -> Changed:
    """What was held long enough may go out."""
    held = connection.scalars(select(OUTBOX.c.id).where(OUTBOX.c.state == HELD)).all()
    ripe = [entry for entry in outbox.entries(connection, held) if entry.ripe(now)]
    for entry in ripe:
        state = state_of(connection, entry.envelope.command)
        outbox.change(connection, [entry.envelope.id], state=state, not_before=None)
    return frozenset(("outbox", entry.envelope.id) for entry in ripe)


def take_back(connection: Connection, entry: Entry) -> tuple[Changed, Refusals]:
    """Removes an unsent entry; answers also the unsent ones that the rules no longer allow without it."""
    with batch(connection) as rows:
        changed = set(rewind(rows, {entry.root}))
        outbox.remove(connection, [entry.envelope.id])
        changed |= replay(rows, {entry.root})
    left = outbox.waiting(connection, {entry.root})
    refused = [(one, Refused(one.refused)) for one in left if one.refused and one.unsent]
    return frozenset(changed | {("outbox", entry.envelope.id)}), refused


def rewind(rows: Batch, lanes: Collection[Id]) -> Changed:
    """Puts back what the server last said."""
    rows.load(lanes)
    changed: set[tuple[str, Id]] = set()
    for lane in sorted(lanes):
        changed |= base.rewind(rows, lane).changed
    return frozenset(changed)


def replay(rows: Batch, lanes: Collection[Id]) -> Changed:
    """Plays again, in the order they were given, what waits in lanes that were rewound.

    What the rules do not allow now stays queued and is not shown: only the server refuses.
    """
    changed: set[tuple[str, Id]] = set()
    met = set(lanes)
    while True:
        further = _play(rows, met, changed)
        if not further:
            return frozenset(changed)
        met |= further
        changed |= rewind(rows, met)


def state_of(connection: Connection, command: Command) -> str:
    """Whether it can go out, or its files have to go first."""
    wanted = outbox.files_of(command)
    if not wanted:
        return QUEUED
    missing = select(BLOB.c.sha256).where(BLOB.c.sha256.in_(wanted), BLOB.c.ready.is_(False))
    return WAIT_BLOB if connection.execute(missing).first() else QUEUED


def _play(rows: Batch, lanes: set[Id], changed: set[tuple[str, Id]]) -> set[Id]:
    """Answers further lanes that must be rewound too, because an entry here reads what they changed."""
    renamed: dict[Id, Id] = {}
    looked_at: set[Key] = set()
    entries = [one for one in outbox.waiting(rows.connection, lanes) if plays(one.envelope.command)]
    _read_ahead(rows, entries)
    for entry in entries:
        rows.seen = set()
        played = _attempt(rows, entry)
        own = renamed.get(entry.root, entry.root)
        behind = _behind(rows, played) - {own}
        lane = _lane(rows, behind | {own}, own) if behind else own
        renamed |= dict.fromkeys(behind | {own, entry.root}, lane)
        renamed = {old: lane if new in behind else new for old, new in renamed.items()} if behind else renamed
        looked_at |= rows.seen
        changed |= play.put(rows, played, lane)
    return Bases(rows.connection).lanes(rows.bases.others(looked_at)) - lanes


def _read_ahead(rows: Batch, entries: Collection[Entry]) -> None:
    """What the rules ask of every ticket, at once for all of them."""
    tickets = {ticket for one in entries if (ticket := getattr(one.envelope.command, "ticket", None))}
    rows.of("ticket").load(tickets)
    rows.of("participant").gather("ticket", tickets)


def _attempt(rows: Batch, entry: Entry) -> Entities:
    """What it changes; nothing, with the reason noted, if the rules do not allow it now."""
    played: Entities = ()
    refused = ""
    try:
        played = play.decided(rows, entry.envelope, series=None)
    except Refused as refusal:
        refused = refusal.code
    if refused != entry.refused:
        outbox.change(rows.connection, [entry.envelope.id], refused=refused)
    return played


def _behind(rows: Noting | Batch, changed: Entities) -> set[Id]:
    """The lanes whose entries changed what this one looked at or changes."""
    rows.seen.update([(NAMES[type(entity)], entity.id) for entity in changed])
    return rows.bases.lanes(rows.seen)


def _lane(rows: LocalRows, behind: set[Id], root: Id) -> Id:
    """The lane of an entry that depends on these; several become one."""
    lane = root if root in behind or not behind else min(behind)
    others = behind - {lane}
    if others:
        outbox.merge(rows.connection, others, lane)
        rows.bases.merge(others, lane)
    return lane
