"""What a desk with a server remembers of it: whose account, which epoch, how far the feed was read."""

import json
from dataclasses import dataclass, field, fields, replace
from typing import Any

from sqlalchemy import Connection, delete, select

from agentdesk.domain.values import Id, Instant
from agentdesk.store.driven import run
from agentdesk.store.prepared import Prepared
from agentdesk.store.schema import META

_KEY = "served"
_PUT = "INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value"
_HERE = Prepared(select(META.c.value).where(META.c.key == _KEY))


@dataclass(frozen=True, slots=True, kw_only=True)
class Bootstrap:
    """How far reading everything has come; a kill at any time goes on from here."""

    scopes: tuple[str, ...] = ()
    """Empty: all that this person holds."""
    since: Instant = 0
    token: str = ""
    scopes_hash: str = ""
    """Of the keys held when it began; no page counts that was read with others."""
    after: str = ""
    cursor: str = ""
    """Where the feed goes on when it is done and nothing better is known."""
    done: int = 0
    total: int = 0
    sweep: bool = False
    """Whatever no page has named by the end is not there any more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Served:
    server: str
    person: Id
    client: Id
    epoch: str = ""
    cursor: str = ""
    since: Instant = 0
    """Tickets without activity since then are not kept here."""
    scopes: str = ""
    """Hash of the keys held when the cursor was given."""
    clock_offset: Instant = 0
    """The server's clock minus this computer's."""
    last_pull: Instant | None = None
    bootstrap: Bootstrap | None = field(default=None)


def here(connection: Connection) -> Served | None:
    """None on a desk without a server, which is its own authority."""
    for (value,) in _HERE.rows(connection):  # asked in almost every transaction
        return _served(json.loads(value))
    return None


def keep(connection: Connection, served: Served) -> None:
    values = _values(served) | {"bootstrap": _values(served.bootstrap) if served.bootstrap else None}
    run(connection, _PUT, (_KEY, json.dumps(values)))


def change(connection: Connection, **changed: Any) -> Served:
    """Keeps it with other values. The desk must have a server."""
    known = here(connection)
    assert known is not None
    changed_to = replace(known, **changed)
    keep(connection, changed_to)
    return changed_to


def forget(connection: Connection) -> None:
    connection.execute(delete(META).where(META.c.key == _KEY))


def _values(of: Served | Bootstrap) -> dict[str, Any]:
    """asdict() would copy each value, with each page."""
    return {field.name: getattr(of, field.name) for field in fields(of)}


def _served(values: dict[str, Any]) -> Served:
    boot = values.pop("bootstrap")
    return Served(**values, bootstrap=_bootstrap(boot) if boot else None)


def _bootstrap(values: dict[str, Any]) -> Bootstrap:
    return Bootstrap(**values | {"scopes": tuple(values["scopes"])})
