"""A small desk to work at: with everything at once, with lanes that a test steps, and with real threads."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from queue import SimpleQueue
from typing import Any

from agentdesk.clock import SetClock
from agentdesk.desk import Desk, Outcome, open_desk
from agentdesk.desk.watch import Lanes
from agentdesk.desk.worker import Inline, Job
from agentdesk.domain.commands import Command, HandleTicket, ReceiveEmail, Reply
from agentdesk.domain.values import Id
from agentdesk.store.database import Database
from tests.builders import NOON, SECOND
from tests.desks import inline_desk

LONGEST = 120
"""Seconds after which a test with threads gives up waiting; no test takes this long."""


@dataclass
class Stage:
    """A desk of its maker. Jobs of `later` wait for `run_later`; answers come at once."""

    desk: Desk
    clock: SetClock
    store: Inline

    def do(self, *commands: Command, **options: Any) -> Outcome:
        outcomes: list[Outcome] = []
        self.clock.at += SECOND
        self.desk.do(*commands, then=outcomes.append, **options)
        return outcomes[0]

    def ticket(self, subject: str = "The printer hums", *, handled: bool = True, source: Id = "desk") -> Id:
        id = self.desk.clock.new_id()
        letter = ReceiveEmail(ticket=id, message=self.desk.clock.new_id(), source=source, subject=subject,
                              sender_address="noah@helios.example", body_text=subject, mail_id=f"{id}@x")  # fmt: skip
        assert self.do(letter, *([HandleTicket(ticket=id)] if handled else [])).done
        return id

    def reply(self, ticket: Id, words: str = "Yes", **options: Any) -> Outcome:
        return self.do(Reply(ticket=ticket, message=self.desk.clock.new_id(), body_html=f"<p>{words}</p>"), **options)


def stepped(directory: Path, *, pause: float = 0.0) -> Stage:
    """With `pause`, a watch that was just answered waits for `store.run_later()`."""
    clock = SetClock(NOON)
    inline_desk(directory, clock=clock).close()
    database = Database(directory, write=True)
    with database.writer.begin() as connection:
        maker = connection.exec_driver_sql("SELECT value FROM meta WHERE key = 'maker'").scalar_one()
    store = Inline("store")
    desk = Desk(database, str(maker), clock, Lanes(store, Inline(), Inline(), Inline(), pause))
    desk.post = lambda job: job()
    return Stage(desk, clock, store)


class Mailbox:
    """The window's side of a desk with threads: runs what is posted, on the thread of the test."""

    def __init__(self, directory: Path, **options: Any) -> None:
        self._posted: SimpleQueue[Job] = SimpleQueue()
        self.desk = open_desk(directory, **options)
        self.troubles: list[str] = []
        self.desk.trouble = lambda error: self.troubles.append(error.code)
        self.desk.post = self._posted.put

    def until(self, done: Callable[[], object]) -> None:
        """Runs what comes until it is so. A test that waits for nothing fails."""
        while not done():
            self._posted.get(timeout=LONGEST)()

    def answer_of(self, ask: Callable[..., None], *args: Any, **options: Any) -> Any:
        """What `then` of that call is told."""
        answers: list[Any] = []
        ask(*args, **options, then=answers.append)
        self.until(lambda: answers)
        return answers[0]
