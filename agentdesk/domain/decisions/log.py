"""The line of the operation log that every accepted command leaves."""

from collections.abc import Iterator
from dataclasses import Field, fields
from enum import Enum
from functools import cache, lru_cache
from typing import Any
from uuid import UUID, uuid5

from agentdesk.domain.commands import Command, Envelope, name_of
from agentdesk.domain.decisions.case import Changes
from agentdesk.domain.entities import NAMES, LogEntry, Request, Ticket
from agentdesk.domain.values import Id

_UNSAID = frozenset(
    {
        "agreement", "body_html", "body_text", "comment", "contact", "contact_hours", "digest", "email",
        "introduction", "mobile", "new_ticket", "note_html", "raw_sha256", "reason", "recipients", "references",
        "sender_address", "sender_name", "subject", "text", "url",
    }
)  # fmt: skip
"""What people wrote, and what says how to reach them: neither belongs into the log."""
_LONGEST = 200


def entry(envelope: Envelope, changed: Changes, before: Ticket | Request | None) -> LogEntry:
    root = changed[0]
    return LogEntry(
        id=_id_of_entry(envelope.id),
        at=envelope.at,
        actor=envelope.actor,
        command=name_of(type(envelope.command)),
        root_kind=NAMES[type(root)],
        root=root.id,
        data=(*_given(envelope.command), *_moved(before, root)),
    )


@lru_cache(1_000)  # what waits is judged again with all news
def _id_of_entry(command: Id) -> Id:
    return str(uuid5(UUID(command), "operation_log0"))


def _given(command: Command) -> Iterator[str]:
    kind: Any = type(command)  # to mypy classes of frozen dataclasses cannot be hashed
    for field in _told(kind):
        value = getattr(command, field.name)
        if value != field.default and (text := _short(value)):
            yield f"{field.name}={text}"


@cache
def _told(kind: Any) -> "tuple[Field[object], ...]":  # noqa: ANN401
    told = (f for f in fields(kind) if f.name not in _UNSAID)
    return tuple(f for f in told if not f.metadata.keys() & {"target", "new"})


def _short(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, Enum):
        return str(value.value)
    if isinstance(value, tuple):
        words = [item if isinstance(item, str) else "" for item in value]
        return _cut(",".join(words)) if all(words) else str(len(value))
    text = "" if value is None else str(value)
    return "" if "@" in text else _cut(text)


def _cut(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else line[: _LONGEST - 1] + "…"


def _moved(before: Ticket | Request | None, root: object) -> Iterator[str]:
    if before is None or not isinstance(root, Ticket | Request) or root.id != before.id:
        return
    if root.state != before.state:
        yield f"state_from={before.state}"
        yield f"state_to={root.state}"
    if isinstance(root, Request) and isinstance(before, Request):
        yield from _gone_on(before, root)
    elif isinstance(root, Ticket) and isinstance(before, Ticket) and root.handler != before.handler:
        yield f"handler_from={before.handler or ''}"
        yield f"handler_to={root.handler or ''}"


def _gone_on(before: Request, after: Request) -> Iterator[str]:
    for name in ("stage", "result", "execution", "failure"):
        if (value := getattr(after, name)) != getattr(before, name):
            yield f"{name}_to={value or ''}"
