"""What a request asks for, kind by kind: what must be filled in, what is kept of it, and its digest."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields
from hashlib import sha256
from types import MappingProxyType
from typing import Any

from agentdesk.domain.entities import Request, Wish
from agentdesk.domain.refusals import Refused
from agentdesk.domain.values import Id, ProcessKind

_FIELDS: tuple[str, ...] = tuple(f.name for f in fields(Wish) if f.name not in ("id", "rev"))
_SIZES = ("vcpus", "memory_gib", "disk_gib")

REQUIRED: Mapping[ProcessKind, tuple[str, ...]] = MappingProxyType(
    {
        ProcessKind.HOST_CREATE: ("project", "name", "vcpus", "memory_gib"),
        ProcessKind.HOST_CHANGE: ("hosts",),
        ProcessKind.HOST_DELETE: ("hosts",),
        ProcessKind.JOIN_PROJECT: (),
        ProcessKind.PROJECT_QUOTA: ("project",),
        ProcessKind.DOMAIN_QUOTA: ("domain",),
    }
)
"""What the form of a kind must have (CP-02 to CP-08)."""

MODIFIABLE = frozenset(
    {ProcessKind.HOST_CREATE, ProcessKind.HOST_CHANGE, ProcessKind.PROJECT_QUOTA, ProcessKind.DOMAIN_QUOTA}
)
"""Whose wish may be changed while nobody has decided (CP-66); there is nothing to change in the others."""


def check_filled(wish: Wish, kind: ProcessKind) -> None:
    for code in unfilled(wish, kind):
        raise Refused(code)


def unfilled(wish: Wish, kind: ProcessKind) -> Iterator[str]:
    """Codes of all that lacks in it."""
    for name in REQUIRED[kind]:
        value = getattr(wish, name)
        if not (value.strip() if isinstance(value, str) else value):
            yield f"{name.removesuffix('_gib')}-required"
    sized = kind is ProcessKind.HOST_CHANGE or kind.is_quota
    if sized and not any(getattr(wish, size) for size in (*_SIZES, "data_disk_gib")):
        yield "size-required"


def kept(thing: object) -> dict[str, Any]:
    """The fields of a wish in a request or a command."""
    return {name: getattr(thing, name) for name in _FIELDS if hasattr(thing, name)}


def apart(wish: object, other: object) -> tuple[str, ...]:
    """The fields of the first that are others in the second: `name=value`, the value as JSON."""
    values, others = kept(wish), kept(other)
    return tuple(
        f"{name}={json.dumps(value, ensure_ascii=False)}" for name, value in values.items() if value != others[name]
    )


def values_of(fields: Iterable[str]) -> dict[str, Any]:
    """What `apart` told of one wish, by name."""
    return {name: json.loads(value) for name, _, value in (field.partition("=") for field in fields)}


def digest_of(request: Request, stage: Id) -> str:
    """What an approver saw: kind, wish, version and stage, without the conversation (sync.md, amendment 7)."""
    seen = {"kind": request.kind, "version": request.version, "stage": stage, **kept(request)}
    return sha256(json.dumps(seen, sort_keys=True, ensure_ascii=False, separators=(",", ":")).encode()).hexdigest()
