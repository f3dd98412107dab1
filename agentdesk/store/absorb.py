"""Takes in what the server says: rewind, upsert by `rev`, remove, settle what was answered, replay.

Each function is one transaction of the caller: rows, outbox, drafts and cursor move together or not at all.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, Select, select, update

from agentdesk.domain.roots import PARTS_OF, Root
from agentdesk.domain.values import Id, Instant
from agentdesk.records.types import id_text
from agentdesk.store import answers, outbox, pending, served
from agentdesk.store.base import NOTHING, Changed, together
from agentdesk.store.bases import Bases, Key
from agentdesk.store.batch import Batch, batch
from agentdesk.store.checked import Checked, checked
from agentdesk.store.driven import fetched
from agentdesk.store.schema import TABLES
from agentdesk.store.slices import ORDER, Part, in_order
from agentdesk.wire import (
    BootstrapPage,
    BootstrapReply,
    BootstrapRequest,
    Documents,
    PullReply,
    PushReply,
    Result,
)

_NARROW = {
    "saved_view", "canned_reply", "desk", "process", "process_version", "stage", "delegation", "resource", "request",
    "decision", "stage_result", "candidate", "stage_transfer", "request_change",
}  # fmt: skip
_WIDE = frozenset(TABLES) - frozenset(ORDER) - _NARROW
"""What the rules read of any ticket: after these everything that waits is judged again."""
_READ_TICKETS = ("follow_up_ticket", "submit_ticket")
_READ_REFERENCES = ("receive_email", "record_ticket", "record_message")


def push(connection: Connection, asked: str, reply: PushReply, now: Instant) -> Changed:
    """What became of sent commands. Late or double answers change nothing.

    The documents count only if the feed was not read on since `asked`, for they might tell of what has gone meanwhile,
    and only if they were read with the keys of the cursor: else more or less was shown than the feed will take back.
    """
    known = served.here(connection)
    results = [one for one in reply.results if answers.is_open(connection, one.id)]
    if known is None or not results:
        return NOTHING
    current = known.cursor == asked and known.epoch == reply.epoch and known.scopes == reply.scopes
    return _take(connection, checked(reply.documents if current else Documents()), results, now)


def pull(connection: Connection, asked: str, reply: PullReply, part: Part, now: Instant) -> Changed:
    """One slice of a page of the feed; the cursor moves with the last one. Late or double pages are dropped."""
    known = served.here(connection)
    if known is None or known.cursor != asked or known.epoch != reply.epoch:
        return NOTHING
    changed = _take(connection, part.page, (), now)
    if part.last:
        served.keep(connection, replace(known, cursor=reply.cursor, last_pull=now))
        if not reply.more:
            changed = together((changed, answers.finish_unseen(connection, now)))
    return changed


def page(connection: Connection, asked: str, reply: BootstrapPage, part: Part, now: Instant) -> Changed:
    """One slice of a bootstrap page; `asked` is where the page was asked to begin.

    With other keys than those of the beginning it would show more or less than the pages before: all begins anew.
    """
    known = served.here(connection)
    if known is None or known.bootstrap is None or known.bootstrap.after != asked:
        return NOTHING
    if reply.scopes != known.bootstrap.scopes_hash:
        return read_all_again(connection, known.epoch, now)
    changed = _take(connection, part.page, (), now)
    if part.last:
        count = sum(root[0] == "ticket" for root in reply.documents.roots)
        boot = replace(known.bootstrap, after=reply.after, done=known.bootstrap.done + count)
        changed = together((changed, _turn(connection, known, boot)))
    return changed


def _take(connection: Connection, page: Checked, results: Sequence[Result], now: Instant) -> Changed:
    with batch(connection) as rows:
        if outbox.nothing_waits(connection):
            return together(_put(rows, page))
        lanes = _lanes(connection, page, results)
        changed = set(pending.rewind(rows, lanes)).union(*_put(rows, page))
        for result in results:
            changed |= answers.note(connection, result, now)
        changed |= answers.finish_seen(rows, now)
        return frozenset(changed | pending.replay(rows, lanes))


def _put(rows: Batch, page: Checked) -> list[Changed]:
    changed = [rows.take(page.tables[kind]) for kind in in_order(page.tables)]
    changed += [remove_root(rows, Root(kind, id), rev) | {(kind, id)} for kind, id, rev in page.gone]
    return changed


def _lanes(connection: Connection, page: Checked, results: Sequence[Result]) -> set[Id]:
    """The lanes that must be rewound: those named, those that hold a named row, those that may be judged otherwise."""
    kinds = {*page.tables, *(kind for kind, _, _ in page.gone)}
    if kinds & _WIDE:
        return outbox.lanes(connection)
    named = {(kind, id) for kind, id, _ in (*page.roots, *page.gone)} | _named(page)
    named |= {result.root[:2] for result in results if result.root}
    answered = {entry.root for entry in outbox.entries(connection, [result.id for result in results])}
    readers = (*_READ_TICKETS, *_READ_REFERENCES) if "mail_reference" in kinds else _READ_TICKETS
    shaken = outbox.shaken(connection, {id for _, id in named}, readers)
    return answered | Bases(connection).lanes(named) | shaken


def _named(page: Checked) -> set[Key]:
    """Of every row itself and what it is a part of."""
    found: set[Key] = set()
    for kind, table in page.tables.items():
        for of, name in ((kind, "id"), ("ticket", "ticket"), ("request", "request")):
            if name in TABLES[kind].c:
                found.update((of, id) for id in table.column(name) if id)
        if kind == "operation_log":
            found.update(zip(table.column("root_kind"), table.column("root"), strict=True))
    return found


def remove_root(rows: Batch, root: Root, rev: int) -> Changed:
    """What this person may no longer see goes with its parts, unless it is newer here. Drafts and entries stay."""
    row = rows.get(root.kind, root.id) if root.kind in TABLES else None
    if row is None or row.rev > rev:
        return NOTHING
    changed = {(root.kind, root.id)}
    for kind, column in (("operation_log", "root"), *((part, root.kind) for part in PARTS_OF.get(root.kind, ()))):
        for part in rows.find(kind, **{column: root.id}):
            rows.remove(kind, part.id)
            changed.add((kind, part.id))
    rows.remove(root.kind, root.id)
    return frozenset(changed)


# ------------------------------------------------------------------------- reading everything


def change_scopes(connection: Connection, asked: str, reply: PullReply) -> Changed:
    """Rights changed: what was seen by a lost key goes at once, what a new one shows is read."""
    known, change = served.here(connection), reply.scope_change
    if known is None or change is None or known.cursor != asked or known.epoch != reply.epoch:
        return NOTHING
    lanes = outbox.lanes(connection)
    with batch(connection) as rows:
        changed = set(pending.rewind(rows, lanes))
        rows.flush()  # what these keys showed is asked of the file
        for root in _shown_by(connection, change.removed, known.person):
            changed |= remove_root(rows, root, 1 << 62)
        changed |= pending.replay(rows, lanes)
    again = bool(change.removed) or known.bootstrap is not None
    boot = served.Bootstrap(
        scopes=() if again else tuple(change.added), since=known.since,
        sweep=known.bootstrap is not None and known.bootstrap.sweep,
    )  # fmt: skip
    served.change(connection, cursor=reply.cursor, scopes=reply.scopes, bootstrap=boot)
    return frozenset(changed)


def begin(connection: Connection, asked: BootstrapRequest, reply: BootstrapReply, now: Instant) -> Changed:
    """The first of the pages may be asked for. With other keys than the cursor's the feed could not take them back.

    What the server was asked for may be less than what is to be read by now: then these pages would not be all of it.
    """
    known = served.here(connection)
    if known is None or known.bootstrap is None or known.epoch != reply.epoch:
        return NOTHING
    boot = known.bootstrap
    if (list(boot.scopes), boot.since) != (asked.scopes, asked.since):
        return NOTHING
    if known.cursor and known.scopes != reply.scopes:
        return read_all_again(connection, known.epoch, now)
    begun = replace(boot, token=reply.token, cursor=reply.cursor, total=reply.total, after="", done=0)
    served.change(connection, bootstrap=replace(begun, scopes_hash=reply.scopes))
    return NOTHING


def begin_anew(connection: Connection, now: Instant) -> Changed:
    """All pages once more. Without a cursor nobody would tell what went since the first of them was read."""
    known = served.here(connection)
    if known is None or known.bootstrap is None:
        return NOTHING
    if not known.cursor:
        return read_all_again(connection, known.epoch, now)
    served.change(connection, bootstrap=replace(known.bootstrap, token="", after="", done=0))
    return NOTHING


_TO_UNCONFIRM = [update(table).where(table.c.rev > 0).values(rev=-table.c.rev) for table in TABLES.values()]


def read_all_again(connection: Connection, epoch: str, now: Instant) -> Changed:
    """The feed cannot be followed: every row counts as unconfirmed (its `rev` is negative) until it is named again.

    With another epoch the server may have lost what it had answered: that is sent once more under the same ids.
    """
    known = served.here(connection)
    assert known is not None
    with batch(connection) as rows:
        changed = set(pending.rewind(rows, outbox.lanes(connection)))
    for unconfirmed in _TO_UNCONFIRM:
        connection.execute(unconfirmed)
    if known.epoch not in ("", epoch):
        answers.ask_again(connection, now)
    boot = served.Bootstrap(since=known.since, sweep=True)
    served.change(connection, epoch=epoch, cursor="", scopes="", bootstrap=boot)
    with batch(connection) as rows:
        return frozenset(changed | pending.replay(rows, outbox.lanes(connection)))


def _turn(connection: Connection, known: served.Served, boot: served.Bootstrap) -> Changed:
    """On to the next page; after the last one, what none has named is not there."""
    if boot.after:
        served.keep(connection, replace(known, bootstrap=boot))
        return NOTHING
    begun = known if known.cursor else replace(known, cursor=boot.cursor, scopes=boot.scopes_hash)
    served.keep(connection, replace(begun, bootstrap=None))
    return _sweep(connection) if boot.sweep else NOTHING


def _sweep(connection: Connection) -> Changed:
    lanes = outbox.lanes(connection)
    with batch(connection) as rows:
        changed = set(pending.rewind(rows, lanes))
        rows.flush()  # which of them are unconfirmed is asked of the file
        for kind, raw in fetched(connection, _UNCONFIRMED):
            id = id_text(raw) if isinstance(raw, bytes) else raw
            rows.remove(kind, id)
            changed.add((kind, id))
        return frozenset(changed | pending.replay(rows, lanes))


_UNCONFIRMED = " UNION ALL ".join(
    f"SELECT '{kind}', id FROM \"{kind}\" WHERE rev < 0"  # noqa: S608  (our own names)
    for kind in sorted(TABLES, key=lambda kind: kind == "ticket")  # last: the index asks a message's ticket
)


def _shown_by(connection: Connection, keys: Iterable[str], person: Id) -> list[Root]:
    """What one of these keys may have shown; what another one shows comes again."""
    ticket, role, canned = TABLES["ticket"].c, TABLES["role_assignment"].c, TABLES["canned_reply"].c
    request, asked_for, resource = TABLES["request"].c, TABLES["candidate"].c, TABLES["resource"].c
    everything = (
        ("ticket", select(ticket.id)), ("request", select(request.id)), ("resource", select(resource.id)),
    )  # fmt: skip
    found: set[Root] = set()
    for key in keys:
        kind, _, rest = key.partition(":")
        domain, _, source = rest.partition("/")
        chosen: dict[str, tuple[tuple[str, Select[Any]], ...]] = {
            "s": (("ticket", select(ticket.id).where(ticket.source == rest)),),
            "o": (("ticket", select(ticket.id).where(ticket.domain == domain, ticket.source == source)),),
            "h": (
                ("role_assignment", select(role.id).where(role.person != person)),
                ("canned_reply", select(canned.id).where(canned.owner.is_(None))),
            ),
            "c": (
                ("request", select(asked_for.request).where(asked_for.person == rest)),
                ("role_assignment", select(role.id).where(role.person == rest, role.person != person)),
            ),
            "p": (("resource", select(resource.id).where(resource.project == rest)),),
            "d": (("resource", select(resource.id).where(resource.domain == rest)),),
            "w": (("resource", select(resource.id)),),
        }
        for name, asked in chosen.get(kind, everything):
            found.update(Root(name, id) for id in connection.scalars(asked))
    return sorted(found)
