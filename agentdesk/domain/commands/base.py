"""What every command is made of: its fields with their limits, the files it names, the envelope it travels in."""

import re
from dataclasses import dataclass, field
from functools import cache
from typing import Any, ClassVar

from agentdesk.domain.values import Id, Instant

SUBJECT, COMMENT, NAME, BODY = 200, 4_000, 200, 256 * 1024


def target() -> Any:
    return field(metadata={"target": True})


def new() -> Any:
    return field(metadata={"new": True})


def text(limit: int = NAME, default: str = "") -> Any:
    return field(default=default, metadata={"limit": limit})


def required(limit: int = NAME) -> Any:
    return field(metadata={"limit": limit})


def between(least: int, most: int, default: int = 0) -> Any:
    return field(default=default, metadata={"least": least, "most": most})


def many(limit: int, length: int = NAME) -> Any:
    return field(default=(), metadata={"limit": limit, "length": length})


@dataclass(frozen=True, slots=True, kw_only=True)
class FileRef:
    """A file whose bytes already lie in the blob store under their sha256."""

    id: Id
    name: str
    size: int
    media_type: str
    sha256: str
    content_id: str = ""
    inline: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Command:
    version: ClassVar[int] = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Envelope:
    """A command with who and when; `actor` and `at` are set by whoever runs it."""

    id: Id
    actor: Id
    at: Instant
    command: Command
    issued_at: Instant = 0
    base_rev: int = 0


def name_of(command: type[Command]) -> str:
    """`HandleTicket` is `handle_ticket` on the wire, in menus and in the terminal."""
    return _in_snake_case(command.__name__)


@cache  # the rules ask for it several times with each command
def _in_snake_case(name: str) -> str:
    return re.sub(r"(?<!^)(?=[A-Z])", "_", name).lower()
