"""For how long a desk opens without having met its server: a laptop that was taken away closes by itself (C16)."""

import json

from sqlalchemy import Connection, select
from sqlalchemy.dialects import sqlite

from agentdesk.domain.values import DAY, Instant
from agentdesk.store.errors import DeskError
from agentdesk.store.schema import META
from agentdesk.store.served import Served

_KEY = "lease"
_NEW = sqlite.insert(META)
_PUT = _NEW.on_conflict_do_update(index_elements=["key"], set_={"value": _NEW.excluded.value})


def begin(connection: Connection, known: Served, days: int, now: Instant) -> None:
    """Somebody has just signed in, at a server that gives so many days."""
    value = json.dumps({"from": now + known.clock_offset, "days": days})
    connection.execute(_PUT, {"key": _KEY, "value": value})


def check(connection: Connection, known: Served, now: Instant) -> None:
    """Raises DeskError when the server was not met for too long. Nothing is taken away: signing in opens the desk.

    It is told by this computer's clock, so it stops whoever finds the laptop and not whoever masters it.
    """
    value = connection.scalar(select(META.c.value).where(META.c.key == _KEY))
    if value is None:  # nobody has signed in here: a desk whose server is in this process
        return
    lease = json.loads(value)
    met = max(lease["from"], known.last_pull or 0)
    if now + known.clock_offset > met + lease["days"] * DAY:
        raise DeskError("lease-ended", server=known.server, days=lease["days"])
