"""Takes files into a desk: each letter or record is one transaction, so an import may be stopped anywhere.

Running it again adds nothing: what is already there is known by its content. That is also how it is resumed.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from agentdesk.desk.desk import Desk
from agentdesk.desk.outcome import Outcome
from agentdesk.domain.commands import Command
from agentdesk.domain.values import Id
from agentdesk.interchange.letters import Letter, RawLetter, Rejected, Source, TicketRecord
from agentdesk.interchange.mail import read_letter
from agentdesk.interchange.sources import read, survey
from agentdesk.interchange.taking_in import received, recorded

Progress = Callable[[int, int], None]
"""Bytes done and bytes in all."""
DUPLICATE = "duplicate-message"


@dataclass
class Report:
    """What became of the files: `files` letters or rows were read; a row counts as one message."""

    files: int = 0
    messages: int = 0
    tickets: int = 0
    duplicates: int = 0
    rejected: list[Rejected] = field(default_factory=list)
    stopped: bool = False


class Importer:
    """Runs on a lane of its own; every write goes through the desk's store lane. Raises DeskError."""

    def __init__(self, desk: Desk, source: Id) -> None:
        self._desk, self._source = desk, source
        self.report = Report()

    def run(
        self,
        paths: Iterable[Path],
        format_: str | None = None,
        *,
        progress: Progress = lambda done, total: None,
        stop: Callable[[], bool] = lambda: False,
    ) -> Report:
        sources = survey(paths, format_)
        total, before = sum(source.size for source in sources), 0
        for source in sources:
            if not self._take_file(source, stop, partial(_step, progress, before, total)):
                self.report.stopped = True
                break
            before += source.size
            progress(before, total)
        return self.report

    def _take_file(self, source: Source, stop: Callable[[], bool], step: Callable[[int], None]) -> bool:
        for found in read(source):
            if stop() or self._desk.closing:
                return False
            self._take(found)
            if not isinstance(found, Rejected):
                step(found.done)
        return True

    def _take(self, found: RawLetter | TicketRecord | Rejected) -> None:
        self.report.files += 1
        match found:
            case Rejected():
                self.report.rejected.append(found)
            case RawLetter():
                letter = read_letter(found.raw, found.place)
                self._give((received(letter, self._source, self._desk.keep_bytes, self._desk.clock.new_id),), letter)
            case TicketRecord():
                self._give(tuple(recorded(found, self._source, self._desk.clock.new_id)), found)

    def _give(self, commands: tuple[Command, ...], what: Letter | TicketRecord) -> None:
        outcome = self._desk.play(self._desk.envelope(command) for command in commands)
        if outcome.trouble is not None:
            raise outcome.trouble
        if outcome.refusal is None:
            self.report.messages += 1
            self.report.tickets += _founded(outcome, commands[0])
        elif outcome.refusal.code == DUPLICATE:
            self.report.duplicates += 1
        else:
            data = tuple((str(k), str(v)) for k, v in outcome.refusal.data.items())
            line = what.line if isinstance(what, TicketRecord) else 0
            self.report.rejected.append(Rejected(what.path, outcome.refusal.code, line, data))


def _founded(outcome: Outcome, first: Command) -> bool:
    return ("ticket", getattr(first, "ticket", "")) in outcome.changed


def _step(progress: Progress, before: int, total: int, done: int) -> None:
    progress(before + done, total)
