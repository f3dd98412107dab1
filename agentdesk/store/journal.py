"""Commands become rows here: submit, hold, settle, undo; rewind and replay, each in one transaction.

The view is the base with the outbox replayed on it. Only roots with unsettled entries have a base.
Without a server the journal is the authority: what is settled is the truth. With one, pending.py keeps what waits.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import takewhile

from sqlalchemy import Connection

from agentdesk.domain.commands import Command, Envelope
from agentdesk.domain.refusals import Refused
from agentdesk.domain.values import Id, Instant
from agentdesk.records.stamp import drop_number
from agentdesk.store import base, drafts, outbox, pending, play, served
from agentdesk.store.base import NOTHING, Changed, Rewound
from agentdesk.store.bases import Bases
from agentdesk.store.local_rows import LocalRows
from agentdesk.store.outbox import Entry
from agentdesk.store.schema import SERIES

__all__ = ["NOTHING", "Changed", "Undone", "discard", "give_back", "settle", "submit", "undo"]


@dataclass(frozen=True, slots=True)
class Undone:
    command: Command
    changed: Changed
    refused: tuple[tuple[Command, Refused], ...]
    """Entries behind it that the rules no longer allow; they lie in `returned`."""


def submit(connection: Connection, envelope: Envelope, hold_until: Instant | None = None) -> Changed:
    """Plays a command; with `hold_until`, behind a held one or for a server it enters the outbox. Raises Refused."""
    if served.here(connection):
        return pending.submit(connection, envelope, hold_until)
    rows = LocalRows(connection)
    changed = play.decided(rows, envelope)
    behind = base.roots_behind(connection, changed)
    if hold_until is None and not behind:
        return play.put(rows, changed, None)
    root = play.root_of(changed).id
    root = root if root in behind or not behind else behind[0]
    for other in behind:
        if other != root:  # rows of two roots cannot be rewound apart: the other one is settled early
            _settle_all(connection, other)
    outbox.add(connection, outbox.Entry(envelope, root, hold_until, outbox.QUEUED))
    return play.put(rows, changed, root) | {("outbox", envelope.id)}


def settle(connection: Connection, now: Instant) -> Changed:
    """Makes true what was held long enough, in order, with what waited behind it; or lets it go to the server."""
    if served.here(connection):
        return pending.release(connection, now)
    changed: set[tuple[str, Id]] = set()
    for root in outbox.roots(connection):
        changed |= _settle_root(connection, root, now)
    return frozenset(changed)


def undo(connection: Connection, id: Id, now: Instant) -> Undone | None:
    """Takes an entry back; None if it is settled, was sent or was never there."""
    entry = outbox.get(connection, id)
    if entry is None or not entry.unsent:
        return None
    undone = _take_back(connection, entry, now)
    drafts.put_back(connection, entry.envelope.actor, entry.envelope.command, now)
    return undone


def discard(connection: Connection, id: Id, now: Instant) -> Changed:
    """Takes an entry back for good, its words too; nothing while it is under way or when it is settled."""
    entry = outbox.get(connection, id)
    if entry is None or entry.state in (outbox.SENT, outbox.DONE):
        return NOTHING
    return _take_back(connection, entry, now).changed | {("outbox", id)}


def give_back(connection: Connection, id: Id, refusal: Refused, now: Instant) -> Changed:
    """An entry that cannot go out comes back with its words and the reason; nothing if it is settled."""
    entry = outbox.get(connection, id)
    if entry is None:
        return NOTHING
    undone = _take_back(connection, entry, now)
    _return(connection, entry, refusal, now)
    return undone.changed | {("outbox", id), ("returned", id)}


def _take_back(connection: Connection, entry: Entry, now: Instant) -> Undone:
    if served.here(connection):
        return _take_back_pending(connection, entry, now)
    rewound = base.rewind(LocalRows(connection), entry.root)
    outbox.remove(connection, [entry.envelope.id])
    changed, refused = _replay(connection, outbox.of_root(connection, entry.root), now, rewound.numbers, entry.root)
    _give_back_numbers(LocalRows(connection), rewound)
    if not any(left.not_before for left in outbox.of_root(connection, entry.root)):
        changed |= _settle_all(connection, entry.root)  # what only waited behind it
    return Undone(entry.envelope.command, rewound.changed | changed, refused)


def _take_back_pending(connection: Connection, entry: Entry, now: Instant) -> Undone:
    changed, refused = pending.take_back(connection, entry)
    for behind, refusal in refused:
        _return(connection, behind, refusal, now)
    back = frozenset(("returned", behind.envelope.id) for behind, _ in refused)
    return Undone(entry.envelope.command, changed | back, tuple((e.envelope.command, no) for e, no in refused))


def _settle_root(connection: Connection, root: Id, now: Instant) -> Changed:
    entries = outbox.of_root(connection, root)
    ripe = list(takewhile(lambda entry: entry.ripe(now), entries))
    if not ripe:
        return NOTHING
    told = frozenset({("outbox", entry.envelope.id) for entry in ripe})
    if len(ripe) == len(entries):
        return told | _settle_all(connection, root)
    return told | _advance(connection, root, ripe, entries[len(ripe) :], now)


def _settle_all(connection: Connection, root: Id) -> Changed:
    """What is shown is true: no row has to change."""
    touched = base.touched(connection, root)
    outbox.remove(connection, [entry.envelope.id for entry in outbox.of_root(connection, root)])
    Bases(connection).drop(root)
    return touched


def _advance(connection: Connection, root: Id, ripe: Sequence[Entry], left: Sequence[Entry], now: Instant) -> Changed:
    """The base moves behind the ripe entries; playing again gives the same rows, for decide() is pure."""
    rewound = base.rewind(LocalRows(connection), root)
    settled, _ = _replay(connection, ripe, now, rewound.numbers, None)
    outbox.remove(connection, [entry.envelope.id for entry in ripe])
    waiting, _ = _replay(connection, left, now, rewound.numbers, root)
    return rewound.changed | settled | waiting


def _replay(
    connection: Connection, entries: Sequence[Entry], now: Instant, numbers: Mapping[Id, str], root: Id | None
) -> tuple[Changed, tuple[tuple[Command, Refused], ...]]:
    """Plays entries once more; those that the rules no longer allow, for something else changed, come back."""
    rows = LocalRows(connection)
    changed: set[tuple[str, Id]] = set()
    refused = []
    for entry in entries:
        try:
            changed |= play.put(rows, play.decided(rows, entry.envelope, numbers), root)
        except Refused as refusal:
            _return(connection, entry, refusal, now)
            changed.add(("returned", entry.envelope.id))
            refused.append((entry.envelope.command, refusal))
    return frozenset(changed), tuple(refused)


def _give_back_numbers(rows: LocalRows, rewound: Rewound) -> None:
    for id, number in rewound.numbers.items():
        if rows.get("ticket", id) is None:
            drop_number(rows, SERIES, number)


def _return(connection: Connection, entry: Entry, refusal: Refused, now: Instant) -> None:
    outbox.remove(connection, [entry.envelope.id])
    drafts.give_back(connection, entry.envelope, refusal, now)
