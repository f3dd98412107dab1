"""Judges the commands that desks send, each in one transaction (sync.md §2.5)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Engine, select
from sqlalchemy.exc import DBAPIError

from agentdesk.codec import target_field
from agentdesk.domain.commands import (
    CHANNEL_COMMANDS,
    SETUP_COMMANDS,
    Command,
    CompleteTicket,
    EndTicket,
    Envelope,
    RecordExecution,
    RestoreResource,
)
from agentdesk.domain.decisions import decide
from agentdesk.domain.entities import Entity, Ticket
from agentdesk.domain.refusals import Refused
from agentdesk.domain.roots import Root, root_of
from agentdesk.domain.standing import SYSTEM, is_enabled, may_see
from agentdesk.domain.values import Id, Instant, StateKind
from agentdesk.records.stamp import keep_number, stamped
from agentdesk.records.visibility import sight_of, visible_request
from agentdesk.server import command_log, crossings, feed_writer
from agentdesk.server.blob_grants import BlobMissing, with_true_files
from agentdesk.server.command_log import Order
from agentdesk.server.database import is_taken, may_try_again, writing
from agentdesk.server.schema import SERIES, TABLES
from agentdesk.server.server_rows import ServerRows
from agentdesk.server.thread_size import check_room
from agentdesk.wire import Result, WireCommand, unpacked

_TRIES = 3


@dataclass(frozen=True, slots=True)
class Accepted:
    results: list[Result]
    touched: tuple[Root, ...]
    """Roots that changed, each once."""


class Waits(Exception):
    """It cannot be judged yet, and nothing is kept of it: `code` says what must come first."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def accept(engine: Engine, person: Id, client: Id, commands: Sequence[WireCommand], now: Instant) -> Accepted:
    """Judges them in their order, each for itself. `person` was authenticated, `client` is theirs."""
    results: list[Result] = []
    touched: dict[Root, None] = {}
    for sent in commands:
        result, roots = _accept(engine, Order(person, client, sent, now))
        results.append(result)
        touched |= dict.fromkeys(roots)
    return Accepted(results, tuple(touched))


_Judged = tuple[Result, tuple[Root, ...]]


def _accept(engine: Engine, order: Order) -> _Judged:
    taken = False
    for _ in range(_TRIES):
        try:
            with writing(engine) as connection:
                return _judge_once(connection, order)
        except Waits as waits:
            return Result(id=order.sent.id, status="defer", code=waits.code), ()
        except DBAPIError as error:
            if not may_try_again(error):
                raise
            taken = is_taken(error)
    if taken:  # nobody is in the way any more: what it would make is there
        return Result(id=order.sent.id, status="rejected", code="already-exists"), ()
    return Result(id=order.sent.id, status="retry"), ()


def _judge_once(connection: Connection, order: Order) -> _Judged:
    if not command_log.claim(connection, order):
        outcome = command_log.told(connection, order)
        return outcome, (Root(*outcome.root[:2]),) if outcome.root else ()
    after = order.sent.after
    if after is not None and not command_log.answered(connection, after, order.person):
        raise Waits("after")
    result, touched = _judge(connection, order)
    command_log.keep(connection, result)
    return result, touched


def _judge(connection: Connection, order: Order) -> _Judged:
    if order.too_old:
        return Result(id=order.sent.id, status="rejected", code="too-old"), ()
    rows = ServerRows(connection)
    command = None
    try:
        command = unpacked(order.sent)
        return _apply(rows, order, command)
    except BlobMissing:
        raise Waits("blob") from None
    except Refused as refused:
        return _refusal(rows, order, command, refused), ()


def _apply(rows: ServerRows, order: Order, command: Command) -> _Judged:
    _lock_target(rows, command)
    _check_actor(rows, order.person, command, order.at)
    crossings.check_unchanged(rows, order, command)
    check_room(rows, command)
    command = with_true_files(rows.connection, order.person, command)
    envelope = Envelope(
        id=order.sent.id, actor=order.person, at=order.at, command=command,
        issued_at=order.issued_at, base_rev=order.sent.base_rev,
    )  # fmt: skip
    crossed = crossings.crossed(rows, order, command)
    touched = put_decided(rows, _decided(rows, envelope), order.at)
    (kind, id), rev = next(iter(touched.items()))
    return Result(id=order.sent.id, status="applied", root=(kind, id, rev), crossed=crossed), tuple(touched)


def _lock_target(rows: ServerRows, command: Command) -> None:
    if isinstance(command, (*SETUP_COMMANDS, *CHANNEL_COMMANDS, RecordExecution, RestoreResource)):
        rows.lock_desk()
    target = _target(command)
    if target is not None:
        rows.lock(target)


def _target(command: Command) -> Root | None:
    """The ticket or the request it is about."""
    name = target_field(type(command))
    return Root(name, getattr(command, name)) if name in ("ticket", "request") else None


def _target_ticket(command: Command) -> Id | None:
    target = _target(command)
    return target.id if target and target.kind == "ticket" else None


def _check_actor(rows: ServerRows, person: Id, command: Command, now: Instant) -> None:
    """What one may not see is answered in the same words as what is not there (S11)."""
    if person != SYSTEM and not is_enabled(person, rows):
        raise Refused("person-disabled")
    target = _target(command)
    if target is None:
        return
    thing = rows.get(*target)
    # the same work whether it is there or not
    if target.kind == "request":
        sees = person == SYSTEM or _sees_request(rows, target.id, person, now)
    else:
        sees = may_see(thing or _NOWHERE, person, rows)
    if thing is None or not sees:
        raise Refused("not-found", kind=target.kind, id=target.id)


def _sees_request(rows: ServerRows, request: Id, person: Id, now: Instant) -> bool:
    """By one question, as the feed asks it: who might decide it would take more questions the more stages it has."""
    seen = visible_request(sight_of(rows, person, now), TABLES["request"], TABLES["candidate"])
    chosen = select(TABLES["request"].c.id).where(TABLES["request"].c.id == request, seen)
    return rows.connection.scalar(chosen) is not None


_NOWHERE = Ticket(
    id=SYSTEM, source="", subject="", state="", kind=StateKind.NEW, requester=SYSTEM, created=0, last_activity=0,
    state_since=0,
)  # fmt: skip


def _decided(rows: ServerRows, envelope: Envelope) -> tuple[Entity, ...]:
    """What the rules say when every root that would change is held: what a rule had to look for is judged again."""
    while True:
        changed = decide(envelope, rows)
        stale = [rows.lock(root) for root in sorted({root_of(entity) for entity in changed})]
        if not any(stale):
            return changed


def put_decided(rows: ServerRows, decided: tuple[Entity, ...], at: Instant) -> dict[Root, int]:
    """Writes rows and feed; answers the roots and what they are at now, the one the log names first."""
    new = {(type(entity), entity.id) for entity in decided if entity.rev == 0}
    for entity in decided:
        if isinstance(entity, Ticket) and entity.rev == 0 and entity.number:
            keep_number(rows, SERIES, entity.number)
    changed = stamped(decided, rows, SERIES)
    revs = {root_of(entity): entity.rev for entity in changed if root_of(entity).id == entity.id}
    before = {root: feed_writer.look(rows, root) for root in revs}
    for entity in changed:
        (rows.add if (type(entity), entity.id) in new else rows.put)(entity)
    feed_writer.write(rows, revs, before, at)
    first = root_of(decided[-1])
    return {first: revs[first]} | revs


def _refusal(rows: ServerRows, order: Order, command: Command | None, refused: Refused) -> Result:
    ticket = rows.get("ticket", command.ticket) if command and _target_ticket(command) else None  # type: ignore[attr-defined]
    if ticket is not None and command is not None and _is_done_already(ticket, command, refused):
        return Result(id=order.sent.id, status="noop", code=refused.code, root=("ticket", ticket.id, ticket.rev))
    return Result(id=order.sent.id, status="rejected", code=refused.code, data=_plain(refused.data))


def _is_done_already(ticket: Ticket, command: Command, refused: Refused) -> bool:
    """What was wished is so, and nothing the person wrote would be lost."""
    if refused.code == "already-handler":
        return True
    ended = refused.code == "ticket-closed" and ticket.kind is StateKind.DONE
    return ended and command in (CompleteTicket(ticket=ticket.id), EndTicket(ticket=ticket.id))


def _plain(data: Mapping[str, object]) -> dict[str, Any]:
    return {name: list(value) if isinstance(value, tuple) else value for name, value in data.items()}
