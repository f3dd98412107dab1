"""What is not settled yet, what came back, what lost its ticket; of each entry also what stands there now."""

import json
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any, ClassVar

from sqlalchemy import Connection, select

from agentdesk.codec import unpack
from agentdesk.desk.queries.base import View
from agentdesk.desk.queries.people import people_by_id
from agentdesk.desk.queries.rows import AttachmentRow, MessageRow, OutboxEntry, OutboxRow, TicketRow
from agentdesk.desk.queries.thread import Thread
from agentdesk.desk.queries.ticket_rows import by_id, ticket_rows
from agentdesk.desk.queries.wish_changes import changes_since
from agentdesk.domain.commands import AddNote, Command, FileRef, Reply, name_of
from agentdesk.domain.values import AuthorKind, Id, Instant
from agentdesk.store import drafts, served
from agentdesk.store.drafts import REPLY, Draft
from agentdesk.store.outbox import CONFIRM, DONE, HELD, PARKED, QUEUED, SENT, WAIT_BLOB
from agentdesk.store.schema import BLOB, OUTBOX, RETURNED, TABLES

_T, _R = TABLES["ticket"], TABLES["request"]
RETURNED_STATE, STRANDED = "returned", "stranded"
"""`stranded`: a draft whose ticket this person may no longer see."""
STAGES = {
    HELD: "waiting", QUEUED: "waiting", WAIT_BLOB: "waiting", SENT: "sending", PARKED: "failed", CONFIRM: "conflict",
    RETURNED_STATE: "conflict", STRANDED: "conflict",
}  # fmt: skip
"""State of an entry -> what the window calls it (sync.md, amendment 9)."""
_NAMED = {"to": "person", "person": "person", "type": "ticket_type", "service": "service"}
"""Fields of commands that name something, and its kind."""


@dataclass(frozen=True, slots=True)
class Outbox:
    """In the order they were given; what came back stands last."""

    topics: ClassVar[frozenset[str]] = frozenset({"outbox", "returned", "ticket", "request", "draft"})

    def run(self, view: View) -> tuple[OutboxRow, ...]:
        waiting = view.connection.execute(select(OUTBOX).where(OUTBOX.c.state != DONE).order_by(OUTBOX.c.n)).all()
        back = view.connection.execute(_of(view.person)).all()
        return _rows(view, waiting, back) + _left(view)


@dataclass(frozen=True, slots=True)
class UnsettledOf:
    """Of one ticket, which may be gone."""

    ticket: Id
    topics: ClassVar[frozenset[str]] = Outbox.topics

    @property
    def root(self) -> Id:
        return self.ticket

    def run(self, view: View) -> tuple[OutboxRow, ...]:
        return tuple(row for row in Outbox().run(view) if row.on == self.ticket)


@dataclass(frozen=True, slots=True)
class OutboxEntryOf:
    """None when it is settled."""

    id: Id
    topics: ClassVar[frozenset[str]] = Outbox.topics | {"message", "attachment"}

    def run(self, view: View) -> OutboxEntry | None:
        waiting = view.connection.execute(select(OUTBOX).where(OUTBOX.c.id == self.id, OUTBOX.c.state != DONE)).all()
        back = view.connection.execute(_of(view.person).where(RETURNED.c.id == self.id)).all()
        found = _rows(view, waiting, back) or tuple(row for row in _left(view) if row.id == self.id)
        return _entry(view, found[0]) if found else None


@dataclass(frozen=True, slots=True)
class ReturnedCommand:
    id: Id
    root: Id
    command: Command
    code: str
    data: dict[str, str]


@dataclass(frozen=True, slots=True)
class Returned:
    """Commands of this person that were refused after they had been given, with their text."""

    root: Id | None = None
    topics: ClassVar[frozenset[str]] = frozenset({"returned"})

    def run(self, view: View) -> tuple[ReturnedCommand, ...]:
        chosen = _of(view.person)
        if self.root is not None:
            chosen = chosen.where(RETURNED.c.root == self.root)
        return tuple(
            ReturnedCommand(r.id, r.root, _wish(r), r.code, json.loads(r.data)) for r in view.connection.execute(chosen)
        )


def stranded(connection: Connection, person: Id) -> list[Draft]:
    """Drafts whose ticket was taken away; none while all tickets are read anew just now."""
    known = served.here(connection)
    if known is None or known.bootstrap is not None:
        return []
    found = drafts.of_tickets(connection, person)
    here = set(connection.scalars(select(_T.c.id).where(_T.c.id.in_([draft.key for draft in found]))))
    return [draft for draft in found if draft.key not in here]


def _left(view: View) -> tuple[OutboxRow, ...]:
    return tuple(_left_over(draft) for draft in stranded(view.connection, view.person))


def _left_over(draft: Draft) -> OutboxRow:
    make = Reply if draft.kind == REPLY else AddNote
    wish = make(ticket=draft.key, message="", body_html=draft.body, files=draft.files)
    return OutboxRow(
        id=draft.id, command=name_of(make), wish=wish, on=draft.key, number=draft.fields.get("number", ""), subject="",
        state=STRANDED, stage=STAGES[STRANDED], issued_at=draft.updated, not_before=None, code="not-found",
    )  # fmt: skip


def _of(person: Id) -> Any:
    return select(RETURNED).where(RETURNED.c.person == person).order_by(RETURNED.c.at)


def _wish(row: Any) -> Command:
    return unpack(row.name, json.loads(row.args))


def _rows(view: View, waiting: Iterable[Any], back: Iterable[Any]) -> tuple[OutboxRow, ...]:
    waiting, back = list(waiting), list(back)
    wishes = {row.id: _wish(row) for row in (*waiting, *back)}
    about = {row.id: _thing_of(wishes[row.id], row.root) for row in (*waiting, *back)}
    names = _names(view, set(about.values()))
    rows = [_waiting(row, wishes[row.id], about[row.id], names) for row in waiting]
    rows += [_back(view, row, about[row.id], names) for row in back]
    return tuple(replace(row, names=_things(view, row.wish)) for row in rows)


def _thing_of(wish: Command, root: Id) -> Id:
    """The ticket or request it is about. The lane of an entry may be that of another ticket it depends on."""
    return str(getattr(wish, "ticket", None) or getattr(wish, "request", root))


def _names(view: View, roots: set[Id]) -> dict[Id, tuple[str, str]]:
    ids = [root for root in roots if len(root) == 36]
    tickets = select(_T.c.id, _T.c.number, _T.c.subject).where(_T.c.id.in_(ids))
    requests = select(_R.c.id, _R.c.number, _R.c.name).where(_R.c.id.in_(ids))
    found = (row for chosen in (tickets, requests) for row in view.connection.execute(chosen))
    return {id: (number, subject) for id, number, subject in found}


def _named(wish: Command, on: Id, names: dict[Id, tuple[str, str]]) -> tuple[str, str]:
    return names.get(on, ("", getattr(wish, "subject", "")))


def _waiting(row: Any, wish: Command, on: Id, names: dict[Id, tuple[str, str]]) -> OutboxRow:
    number, subject = _named(wish, on, names)
    return OutboxRow(
        id=row.id, command=row.name, wish=wish, on=on, number=number, subject=subject, state=row.state,
        stage=STAGES[row.state], issued_at=row.issued_at, not_before=row.not_before, error=row.error,
        unsent=row.tries == 0 and row.state in (HELD, QUEUED, WAIT_BLOB), code=row.refused or row.error,
    )  # fmt: skip


def _back(view: View, row: Any, on: Id, names: dict[Id, tuple[str, str]]) -> OutboxRow:
    wish, data = _wish(row), json.loads(row.data)
    number, subject = _named(wish, on, names)
    changes = changes_since(view, wish, data.pop("seen", ""))
    return OutboxRow(
        id=row.id, command=row.name, wish=wish, on=on, number=number, subject=subject, state=RETURNED_STATE,
        stage=STAGES[RETURNED_STATE], issued_at=_made(row.id), not_before=None, error=row.code, code=row.code,
        data=data, changes=changes,
    )  # fmt: skip


def _made(id: Id) -> Instant:
    """When it was given: the time in a UUIDv7."""
    return int(id[:8] + id[9:13], 16)


def _entry(view: View, row: OutboxRow) -> OutboxEntry:
    found = list(ticket_rows(view, by_id(view.sight), [row.on])) if len(row.on) == 36 else []
    ticket = found[0] if found else None
    return OutboxEntry(row=row, ticket=ticket, news=_news(view, ticket, row.issued_at), files=_files(view, row.wish))


def _news(view: View, ticket: TicketRow | None, since: Instant) -> MessageRow | None:
    """What somebody else last wrote after it was given."""
    page = Thread(ticket.id).run(view) if ticket is not None else None
    others = [m for m in page.messages if not m.mine and m.author_kind != AuthorKind.SYSTEM] if page else []
    return others[-1] if others and others[-1].at >= since else None


def _files(view: View, wish: Command) -> tuple[AttachmentRow, ...]:
    files: tuple[FileRef, ...] = getattr(wish, "files", ())
    here = set(view.connection.scalars(select(BLOB.c.sha256).where(BLOB.c.sha256.in_([f.sha256 for f in files]))))
    return tuple(_file(file, here=file.sha256 in here) for file in files)


def _file(file: FileRef, *, here: bool) -> AttachmentRow:
    return AttachmentRow(
        id=file.id, name=file.name, size=file.size, media_type=file.media_type, sha256=file.sha256,
        content_id=file.content_id, inline=file.inline, here=here,
    )  # fmt: skip


def _things(view: View, wish: Command) -> dict[str, str]:
    """Field -> the name of what it names."""
    wanted = {field: kind for field, kind in _NAMED.items() if getattr(wish, field, None)}
    people = people_by_id(view, [getattr(wish, f) for f, kind in wanted.items() if kind == "person"])
    names: dict[str, str] = {}
    for field, kind in wanted.items():
        id = getattr(wish, field)
        thing = people.get(id) if kind == "person" else view.rows.get(kind, id)
        names[field] = thing.name if thing is not None else ""
    return names
