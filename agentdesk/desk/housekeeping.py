"""What the system itself has to do on a desk without a server."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass

from sqlalchemy import Connection, select

from agentdesk.clock import Clock
from agentdesk.domain.commands import AutoClose, Command, Envelope
from agentdesk.domain.due import due
from agentdesk.domain.request_due import EMBEDDED, Due, ResourceProvider, due_in
from agentdesk.domain.scheme import parse_scheme
from agentdesk.domain.standing import SYSTEM
from agentdesk.domain.values import DAY, Execution, Id, Instant
from agentdesk.records.open_requests import OpenRequests, running
from agentdesk.records.rows import Rows
from agentdesk.store.schema import TABLES

_T = TABLES["ticket"]


@dataclass(frozen=True, slots=True)
class Duties:
    """`provider`: who carries out what was approved; None: nothing is done here by itself."""

    provider: ResourceProvider | None
    clock: Clock
    look: Callable[[], AbstractContextManager[Connection]]
    submit: Callable[[Envelope], bool]

    def due(self, at: Instant) -> list[AutoClose | Due]:
        """What the calendar asks for: of ten thousand open requests a second of work, for which nobody should wait."""
        with self.look() as connection:
            return due_commands(connection, at)

    def carry_out(self, at: Instant) -> int:
        """Submits what became of requests that have passed their last level; answers how many were."""
        with self.look() as connection:
            rows = Rows(connection, TABLES)
            found = list(due_in(running(rows), rows, self.provider or EMBEDDED, at))
        return self._give(found, at)

    def do(self, found: Iterable[Command], at: Instant) -> int:
        """Submits what `due` has found, and what became of approved requests; answers how many the rules took."""
        return self.carry_out(at) + self._give(found, at)

    def _give(self, commands: Iterable[Command], at: Instant) -> int:
        return sum(self.submit(self._envelope(command, at)) for command in commands)

    def _envelope(self, command: Command, at: Instant) -> Envelope:
        return Envelope(id=self.clock.new_id(), actor=SYSTEM, at=at, issued_at=self.clock.now(), command=command)


def due_commands(connection: Connection, now: Instant) -> list[AutoClose | Due]:
    """The tickets that waited for their customers too long, and requests of which somebody is to be told."""
    rows = Rows(connection, TABLES)
    open_ = OpenRequests(rows)
    waiting = (request for request in open_.requests if request.execution is not Execution.RUNNING)
    return [*_due_tickets(connection, rows, now), *due_in(waiting, open_, EMBEDDED, now)]


def _due_tickets(connection: Connection, rows: Rows, now: Instant) -> list[AutoClose]:
    schemes = {s.id: parse_scheme(rows.get("scheme", s.scheme).text) for s in rows.find("source")}
    tickets = (
        rows.get("ticket", id)
        for source, scheme in schemes.items()
        for rule in scheme.auto_close
        for id in _waiting(connection, source, rule.state, now - rule.after_days * DAY)
    )
    return list(due(tickets, schemes.__getitem__, now))


def _waiting(connection: Connection, source: Id, state: str, since: Instant) -> Iterator[Id]:
    chosen = select(_T.c.id).where(_T.c.source == source, _T.c.state == state, _T.c.state_since <= since)
    return iter(connection.scalars(chosen).all())
