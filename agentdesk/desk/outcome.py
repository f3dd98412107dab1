"""What became of a command, or of a question."""

from dataclasses import dataclass

from agentdesk.desk.queries.rows import Refusal
from agentdesk.domain.commands import Command
from agentdesk.domain.values import Id
from agentdesk.store.errors import DeskError
from agentdesk.store.journal import NOTHING, Changed


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of `do`: all of it was done (perhaps held), or nothing was."""

    ids: tuple[Id, ...]
    """Envelope ids; of held commands `undo` takes them."""
    refusal: Refusal | None = None
    trouble: DeskError | None = None
    refused: Command | None = None
    changed: Changed = NOTHING

    @property
    def done(self) -> bool:
        return self.refusal is None and self.trouble is None


@dataclass(frozen=True, slots=True)
class Failed:
    """A question that could not be answered."""

    error: Exception
