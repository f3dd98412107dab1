"""What is being typed, and text that came back from a refused command."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from html import escape
from typing import Any
from uuid import UUID, uuid5

from sqlalchemy import Connection, delete, insert, select
from sqlalchemy.dialects import sqlite

from agentdesk.codec import from_record, pack, to_record, unpack
from agentdesk.domain.commands import (
    AddNote,
    Command,
    Envelope,
    FileRef,
    FollowUpTicket,
    ForwardTicket,
    Reply,
    SubmitTicket,
)
from agentdesk.domain.refusals import Refused
from agentdesk.domain.text import html_to_text
from agentdesk.domain.values import Id, Instant
from agentdesk.records.types import is_id
from agentdesk.store.schema import DRAFT, RETURNED, TABLES

REPLY, NOTE, FORM = "reply", "note", "form"
_RETURNED = "returned"


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """`key` is the ticket's id, or a name such as "new" for a form; `kind` is reply, note or form."""

    key: str
    kind: str
    body: str = ""
    files: tuple[FileRef, ...] = ()
    fields: Mapping[str, str] = field(default_factory=dict)
    updated: Instant = 0

    @property
    def empty(self) -> bool:
        return not (self.body or self.files or any(self.fields.values()))

    @property
    def id(self) -> Id:
        """Of the draft of a ticket."""
        return str(uuid5(UUID(self.key), self.kind))

    @property
    def returned(self) -> Id:
        """What came back and stands in it again; sent from here, it is settled."""
        return self.fields.get(_RETURNED, "")


_INSERT = sqlite.insert(DRAFT)
_SAVE = _INSERT.on_conflict_do_update(
    index_elements=["person", "key", "kind"],
    set_={name: _INSERT.excluded[name] for name in ("body", "files", "fields", "updated")},
)


def save(connection: Connection, person: Id, draft: Draft) -> None:
    """Keeps the draft; an empty one is dropped."""
    if draft.empty:
        drop(connection, person, draft.key, draft.kind)
        return
    files = json.dumps([to_record(file) for file in draft.files])
    values = {"key": draft.key, "kind": draft.kind, "body": draft.body, "files": files, "updated": draft.updated}
    connection.execute(_SAVE, values | {"person": person, "fields": json.dumps(dict(draft.fields))})


def drop(connection: Connection, person: Id, key: str, kind: str) -> None:
    connection.execute(delete(DRAFT).where(DRAFT.c.person == person, DRAFT.c.key == key, DRAFT.c.kind == kind))


def get(connection: Connection, person: Id, key: str, kind: str) -> Draft | None:
    chosen = select(DRAFT).where(DRAFT.c.person == person, DRAFT.c.key == key, DRAFT.c.kind == kind)
    row = connection.execute(chosen).first()
    return None if row is None else _draft(row._mapping)


def keys(connection: Connection, person: Id) -> Sequence[tuple[str, str]]:
    return [(row.key, row.kind) for row in connection.execute(select(DRAFT).where(DRAFT.c.person == person))]


def of_tickets(connection: Connection, person: Id) -> list[Draft]:
    chosen = select(DRAFT).where(DRAFT.c.person == person, DRAFT.c.kind.in_((REPLY, NOTE)))
    return [_draft(row._mapping) for row in connection.execute(chosen) if is_id(row.key)]


def forget(connection: Connection, person: Id, id: Id) -> None:
    """The draft of a ticket, by its id."""
    for draft in of_tickets(connection, person):
        if draft.id == id:
            drop(connection, person, draft.key, draft.kind)


def slot_of(command: Command) -> tuple[str, str] | None:
    """The draft a command was typed in, None for commands without words."""
    match command:
        case Reply(ticket=ticket):
            return ticket, REPLY
        case AddNote(ticket=ticket) | ForwardTicket(ticket=ticket):
            return ticket, NOTE
        case SubmitTicket():
            return "new", FORM
        case FollowUpTicket(ticket=ticket):
            return f"follow {ticket}", FORM
        case _:
            return None


def put_back(connection: Connection, person: Id, command: Command, at: Instant, *, returned: Id = "") -> bool:
    """Gives words back to their composer, before what is being typed there since: neither may be lost.

    `returned` names what came back, where they are not undone.
    """
    slot = slot_of(command)
    if slot is None:
        return False
    since = get(connection, person, *slot) or Draft(key=slot[0], kind=slot[1])
    body, files = _written(command)
    fields = {**since.fields, **_filled_in(connection, command), **({_RETURNED: returned} if returned else {})}
    first = replace(since, body=body, files=files, fields=fields, updated=at)
    _save_joined(connection, person, first, _with_its_title(since, fields))
    return True


def _filled_in(connection: Connection, command: Command) -> dict[str, str]:
    """What a form asked besides its text, as the form keeps it: people by their user name, a tick as "yes"."""
    if not isinstance(command, SubmitTicket | FollowUpTicket):
        return {}
    fields = {name: str(value) for name, key in _ASKED if (value := getattr(command, key, ""))}
    asked_for = getattr(command, "requester", None)
    person = TABLES["person"].c
    name = connection.scalar(select(person.user_name).where(person.id == asked_for)) if asked_for else None
    return fields | {"agreed": "yes" if command.agreed else "", "requester": name or ""}


_ASKED = (
    ("title", "subject"), ("source", "source"), ("type", "type"), ("service", "service"), ("priority", "priority"),
    ("contact", "contact"), ("hours", "contact_hours"), ("business_id", "business_id"), ("business_ip", "business_ip"),
    ("business_type", "business_type"),
)  # fmt: skip


def _with_its_title(since: Draft, fields: Mapping[str, str]) -> Draft:
    """A form has one title: another one that was begun since is kept in front of its text."""
    title = since.fields.get("title", "").strip()
    if since.kind != FORM or title in ("", fields.get("title", "").strip()):
        return since
    return replace(since, body=f"<p>{escape(title)}</p>{since.body}")


def take_up(connection: Connection, id: Id, at: Instant) -> Command | None:
    """Puts the words of what came back into their composer's draft; None if it is settled or was never typed there."""
    row = connection.execute(select(RETURNED).where(RETURNED.c.id == id)).first()
    if row is None:
        return None
    command = unpack(row.name, json.loads(row.args))
    return command if put_back(connection, row.person, command, at, returned=id) else None


def sent(connection: Connection, person: Id, key: str, kind: str) -> Id:
    """The draft is on its way, and what had come back and stood in it is settled with that: its id, or nothing."""
    draft = get(connection, person, key, kind)
    drop(connection, person, key, kind)
    if draft is None or not draft.returned:
        return ""
    forget_returned(connection, draft.returned)
    return draft.returned


def add(connection: Connection, person: Id, draft: Draft) -> None:
    """Keeps the draft behind what is kept: it was typed while that was not shown yet."""
    kept = get(connection, person, draft.key, draft.kind) or Draft(key=draft.key, kind=draft.kind)
    _save_joined(connection, person, replace(kept, updated=draft.updated), draft)


def _save_joined(connection: Connection, person: Id, first: Draft, second: Draft) -> None:
    save(connection, person, replace(first, body=first.body + second.body, files=first.files + second.files))


def _written(command: Command) -> tuple[str, tuple[FileRef, ...]]:
    body = command.note_html if isinstance(command, ForwardTicket) else getattr(command, "body_html", "")
    return body, getattr(command, "files", ())


def give_back(connection: Connection, envelope: Envelope, refusal: Refused, at: Instant) -> None:
    """Keeps a refused command whole, with the reason, until the person settles it."""
    reason = refusal.code, refusal.data
    keep_returned(connection, envelope, reason, at, root=getattr(envelope.command, "ticket", ""))


def keep_returned(
    connection: Connection, envelope: Envelope, reason: tuple[str, Mapping[str, object]], at: Instant, *, root: Id
) -> None:
    """`reason` is the code with what its sentence needs; a server may have codes this program does not know."""
    code, data = reason
    name, _, args = pack(envelope.command)
    values = {
        "id": envelope.id, "person": envelope.actor, "root": root, "name": name,
        "args": json.dumps(args, ensure_ascii=False), "code": code,
        "data": json.dumps({k: str(v) for k, v in data.items()}), "at": at,
    }  # fmt: skip
    connection.execute(insert(RETURNED).prefix_with("OR REPLACE"), values)


def forget_returned(connection: Connection, id: Id) -> None:
    """With the copy of its words in a composer, unless somebody wrote on there."""
    row = connection.execute(select(RETURNED).where(RETURNED.c.id == id)).first()
    if row is not None:
        _forget_copy(connection, row.person, id, unpack(row.name, json.loads(row.args)))
    connection.execute(delete(RETURNED).where(RETURNED.c.id == id))


def _forget_copy(connection: Connection, person: Id, id: Id, command: Command) -> None:
    slot = slot_of(command)
    draft = get(connection, person, *slot) if slot is not None else None
    if draft is None or draft.returned != id:
        return
    body, files = _written(command)
    if html_to_text(draft.body) == html_to_text(body) and draft.files == files:
        drop(connection, person, draft.key, draft.kind)
    else:
        save(connection, person, replace(draft, fields={k: v for k, v in draft.fields.items() if k != _RETURNED}))


def _draft(row: Any) -> Draft:
    files = tuple(from_record(FileRef, file) for file in json.loads(row["files"]))
    return Draft(
        key=row["key"], kind=row["kind"], body=row["body"], files=files,
        fields=json.loads(row["fields"]), updated=row["updated"],
    )  # fmt: skip
