"""Commands become rows: what the rules answer is stamped and put; what was there before is kept in base."""

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from sqlalchemy import Table

from agentdesk.domain.commands import Envelope
from agentdesk.domain.decisions import decide
from agentdesk.domain.entities import NAMES, Entity, LogEntry, Ticket
from agentdesk.domain.roots import Root
from agentdesk.domain.values import Id
from agentdesk.records.stamp import keep_number, stamped
from agentdesk.store import base
from agentdesk.store.base import Changed, Entities
from agentdesk.store.local_rows import LocalRows
from agentdesk.store.schema import SERIES

_NO_NUMBERS: Mapping[Id, str] = MappingProxyType({})


def decided(
    rows: LocalRows, envelope: Envelope, numbers: Mapping[Id, str] = _NO_NUMBERS, series: Table | None = SERIES
) -> Entities:
    """What the rules answer, with what the authority adds; a ticket played again keeps the number it had.

    Without a series the authority is elsewhere: no number, and a place behind all others. Raises Refused.
    """
    answer = decide(envelope, rows)
    if numbers:
        answer = tuple(_with_number(entity, numbers) for entity in answer)
    return stamped(answer, rows, series)


def put(rows: LocalRows, changed: Entities, root: Id | None) -> Changed:
    """Writes rows; with a root, what they were is kept in base first."""
    for entity in changed:
        if root is not None:
            base.keep(rows, entity, root)
        if isinstance(entity, Ticket) and entity.rev == 1 and entity.number:
            keep_number(rows, SERIES, entity.number)
        rows.put(entity)
    return frozenset([(NAMES[type(entity)], entity.id) for entity in changed])


def root_of(changed: Entities) -> Root:
    """The ticket or set-up entity whose entries keep their order: the log names it."""
    return next(Root(entity.root_kind, entity.root) for entity in changed if isinstance(entity, LogEntry))


def _with_number(entity: Entity, numbers: Mapping[Id, str]) -> Entity:
    had = numbers.get(entity.id) if isinstance(entity, Ticket) and not entity.number else None
    return replace(entity, number=had) if had else entity  # type: ignore[call-arg]  # only tickets had one
