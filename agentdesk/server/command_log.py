"""Every command once: its id is claimed before it is judged, and its outcome is kept (sync.md §2.5)."""

import hashlib
import json
from dataclasses import dataclass
from functools import cache
from typing import Any

from sqlalchemy import Connection, bindparam, select, update

from agentdesk.domain.values import DAY, Id, Instant
from agentdesk.records.rows import insert_of
from agentdesk.server.schema import COMMAND_LOG
from agentdesk.wire import Result, WireCommand

KEPT = 180 * DAY
_OLDEST_CLAIM = 90 * DAY
_L = COMMAND_LOG.c


@dataclass(frozen=True, slots=True)
class Order:
    """A command that came in: from whom, on which device, and when."""

    person: Id
    client: Id
    sent: WireCommand
    at: Instant

    @property
    def issued_at(self) -> Instant:
        """What the device says, as far as it can be true."""
        return min(max(self.sent.issued_at, self.at - _OLDEST_CLAIM), self.at)

    @property
    def arg_hash(self) -> bytes:
        asked = [self.sent.name, self.sent.ver, self.sent.target, self.sent.args]
        return hashlib.sha256(json.dumps(asked, sort_keys=True, ensure_ascii=True).encode()).digest()

    @property
    def too_old(self) -> bool:
        """Whether its outcome may have been pruned already: then it must never run again."""
        digits = self.sent.id.replace("-", "")
        return digits[12] == "7" and int(digits[:12], 16) < self.at - KEPT


def claim(connection: Connection, order: Order) -> bool:
    """False if it was here before. While a twin is being judged elsewhere this waits for it."""
    values = {
        "id": order.sent.id, "client": order.client, "person": order.person, "name": order.sent.name,
        "arg_hash": order.arg_hash, "issued_at": order.issued_at, "at": order.at,
    }  # fmt: skip
    return connection.execute(_claim(connection.dialect.name), values).first() is not None


def keep(connection: Connection, outcome: Result) -> None:
    connection.execute(_KEEP, {"key": outcome.id, "told": outcome.model_dump_json(exclude={"id"})})


def answered(connection: Connection, id: Id, person: Id) -> bool:
    """Whether this command of that person has an outcome."""
    return connection.execute(_ANSWERED, {"key": id, "who": person}).first() is not None


def told(connection: Connection, order: Order) -> Result:
    """The outcome of the same command as it was told before; another one under its id is refused."""
    row = connection.execute(_TOLD, {"key": order.sent.id}).one()
    if row.person != order.person or row.arg_hash != order.arg_hash:
        return Result(id=order.sent.id, status="rejected", code="id-reuse")
    return Result(id=order.sent.id, **json.loads(row.outcome))


@cache
def _claim(dialect: str) -> Any:
    return insert_of(COMMAND_LOG, dialect).on_conflict_do_nothing(index_elements=["id"]).returning(_L.id)


_KEEP = update(COMMAND_LOG).where(_L.id == bindparam("key")).values(outcome=bindparam("told"))
_TOLD = select(_L.person, _L.arg_hash, _L.outcome).where(_L.id == bindparam("key"))
_ANSWERED = select(_L.id).where(_L.id == bindparam("key"), _L.person == bindparam("who"), _L.outcome.is_not(None))
