"""A ticket's messages, newest page first, as this person may read them."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, ClassVar

from sqlalchemy import func, select

from agentdesk.desk.queries.base import View
from agentdesk.desk.queries.people import people_by_id
from agentdesk.desk.queries.rows import AttachmentRow, MessageRow, PersonRow, ThreadPage
from agentdesk.domain.values import AuthorKind, Id
from agentdesk.records.visibility import readable, visible
from agentdesk.store.outbox import DONE
from agentdesk.store.schema import BASE, BLOB, OUTBOX, READ_MARK, TABLES

_M, _T, _A = TABLES["message"], TABLES["ticket"], TABLES["attachment"]
PAGE = 30


@dataclass(frozen=True, slots=True)
class Thread:
    """The newest `limit` messages, in the order of arrival (RS-24). None: not there, or not to be seen."""

    ticket: Id
    limit: int = PAGE
    topics: ClassVar[frozenset[str]] = frozenset({"ticket", "message", "attachment"})

    @property
    def root(self) -> Id:
        return self.ticket

    def run(self, view: View) -> ThreadPage | None:
        seen = visible(view.sight, _T, TABLES["participant"])
        if view.connection.scalar(select(_T.c.n).where(_T.c.id == self.ticket, seen)) is None:
            return None
        chosen = (
            select(_M).join(_T, _T.c.id == _M.c.ticket).where(_M.c.ticket == self.ticket, readable(view.sight, _M, _T))
        )
        newest = view.connection.execute(chosen.order_by(_M.c.pos.desc()).limit(self.limit)).all()
        earlier = 0
        if len(newest) == self.limit:
            earlier = (view.connection.scalar(select(func.count()).select_from(chosen.subquery())) or 0) - self.limit
        messages = _messages(view, newest[::-1], self.ticket)
        return ThreadPage(ticket=self.ticket, messages=messages, earlier=earlier, seen=_seen(view, self.ticket))


def _seen(view: View, ticket: Id) -> int | None:
    chosen = select(READ_MARK.c.pos).where(READ_MARK.c.person == view.person, READ_MARK.c.ticket == ticket)
    return view.connection.scalar(chosen)


def _messages(view: View, rows: Sequence[Any], ticket: Id) -> tuple[MessageRow, ...]:
    authors = people_by_id(view, {row.author for row in rows})
    files = _attachments(view, [row.id for row in rows])
    held = set(view.connection.scalars(select(BASE.c.id).where(BASE.c.root == ticket, BASE.c.kind == "message")))
    given = _entries(view, ticket) if held else {}
    waiting = {id: given.get(id, "") for id in held}
    told = tuple(
        _message(view, row, authors.get(row.author), files.get(row.id, ()), waiting.get(row.id)) for row in rows
    )
    crossed = _crossed(view, ticket)
    return tuple(_beside(told, number) if row.id in crossed else row for number, row in enumerate(told))


def _crossed(view: View, ticket: Id) -> set[Id]:
    """The replies given on this desk of which the server said so; known as long as their answers are kept."""
    told = func.json_extract(OUTBOX.c.answer, "$.crossed"), func.json_extract(OUTBOX.c.answer, "$.root[1]")
    chosen = select(OUTBOX.c.args).where(OUTBOX.c.state == DONE, told[0] == 1, told[1] == ticket)
    return {json.loads(args).get("message", "") for args in view.connection.scalars(chosen)}


def _beside(told: Sequence[MessageRow], number: int) -> MessageRow:
    """With the name of whoever wrote last before it."""
    row = told[number]
    others = (m for m in told[number::-1] if m.author != row.author and m.author_kind != AuthorKind.SYSTEM)
    other = next(others, None)
    return replace(row, crossed=(other.author_name or other.author_user)) if other is not None else row


def _entries(view: View, ticket: Id) -> dict[Id, Id]:
    """Message -> the entry that waits with it."""
    chosen = select(OUTBOX.c.id, OUTBOX.c.args).where(OUTBOX.c.root == ticket, OUTBOX.c.state != DONE)
    return {json.loads(args).get("message", ""): id for id, args in view.connection.execute(chosen)}


def _message(
    view: View, row: Any, author: PersonRow | None, files: Sequence[AttachmentRow], entry: Id | None
) -> MessageRow:
    return MessageRow(
        id=row.id, kind=row.kind, visibility=row.visibility, author=row.author,
        author_name=author.name if author else "", author_user=author.user_name if author else "",
        author_kind=row.author_kind, mine=row.author == view.person, at=row.at, pos=row.pos, body_html=row.body_html,
        body_text=row.body_text, code=row.code, data=dict(item.partition("=")[::2] for item in row.data),
        mail_id=row.mail_id, recipients=row.recipients, problems=row.problems, attachments=tuple(files),
        state="confirmed" if entry is None else "waiting", entry=entry or "",
    )  # fmt: skip


def _attachments(view: View, messages: Sequence[Id]) -> dict[Id, list[AttachmentRow]]:
    chosen = (
        select(_A, BLOB.c.sha256.label("here"))
        .outerjoin(BLOB, BLOB.c.sha256 == _A.c.sha256)
        .where(_A.c.message.in_(messages))
        .order_by(_A.c.id)
    )
    files: dict[Id, list[AttachmentRow]] = {}
    for row in view.connection.execute(chosen):
        file = AttachmentRow(
            id=row.id, name=row.name, size=row.size, media_type=row.media_type, sha256=row.sha256,
            content_id=row.content_id, inline=row.inline, here=row.here is not None,
        )  # fmt: skip
        files.setdefault(row.message, []).append(file)
    return files
