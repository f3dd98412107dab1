"""What all entities have."""

from dataclasses import dataclass

from agentdesk.domain.values import Id


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """One row of a desk. `rev` counts the changes of its root and is given by the authority."""

    id: Id
    rev: int = 0
