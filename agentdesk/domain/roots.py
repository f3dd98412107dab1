"""What an entity belongs to: the root whose `rev` it carries, whose lane it waits in and whose audience it has."""

from typing import NamedTuple

from agentdesk.domain.entities import NAMES, Entity, LogEntry
from agentdesk.domain.values import Id

PARTS = ("message", "attachment", "participant", "shared_link", "mail_reference")
"""Kinds that are parts of a ticket."""
PARTS_OF: dict[str, tuple[str, ...]] = {
    "ticket": PARTS,
    "request": ("decision", "stage_result", "candidate", "stage_transfer", "request_change"),
    "process": ("process_version", "stage"),
}
"""Of the kinds of roots that have parts; a part names its root in the column of that kind."""
WHOLE_OF = {part: whole for whole, parts in PARTS_OF.items() for part in parts}
"""The kind of the root that has such a part."""


class Root(NamedTuple):
    kind: str
    id: Id


def root_of(entity: Entity) -> Root:
    """The ticket a part belongs to, what a log entry tells of, and of everything else itself."""
    if isinstance(entity, LogEntry):
        return Root(entity.root_kind, entity.root)
    kind = NAMES[type(entity)]
    whole = WHOLE_OF.get(kind)
    return Root(whole, getattr(entity, whole)) if whole else Root(kind, entity.id)
