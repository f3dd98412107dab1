"""What is offered to a person."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Action:
    """A command that is offered; disabled it says why not now."""

    command: str
    enabled: bool
    reason: str = ""
