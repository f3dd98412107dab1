"""The devices: each belongs to one person and acts for nobody else (S6)."""

import json

from sqlalchemy import Connection, Engine, bindparam, insert, select, update
from sqlalchemy.exc import IntegrityError

from agentdesk.domain.values import DAY, Id, Instant
from agentdesk.server.database import reading, writing
from agentdesk.server.schema import AUDIT, CLIENT, SYNC_META

_C = CLIENT.c


class NotYourDevice(Exception):
    """The device is another person's, or nobody's."""


def register(engine: Engine, person: Id, client: Id, now: Instant) -> None:
    """Makes a device this person's; again is no mistake. Raises NotYourDevice if it is another's."""
    try:
        with writing(engine) as connection:
            if _owner(connection, client) is None:
                values = {"id": client, "person": person, "registered": now, "seen": now}
                connection.execute(insert(CLIENT), values)
    except IntegrityError:
        pass  # registered at the same moment, by whom is checked now
    check_client(engine, person, client, now)


def check_client(engine: Engine, person: Id, client: Id, now: Instant) -> Id:
    """The epoch in which it was asked. Raises NotYourDevice, and the audit says who tried."""
    with reading(engine) as connection:
        known = connection.execute(_KNOWN, {"client": client}).one()
    if known.person != person:
        with writing(engine) as connection:
            note(connection, person, "not-your-device", now, client=client)
        raise NotYourDevice
    if known.seen < now - DAY:
        with writing(engine) as connection:
            connection.execute(update(CLIENT).where(_C.id == client), {"seen": now})
    return str(known.epoch)


_KNOWN = select(SYNC_META.c.epoch, _C.person, _C.seen).join_from(
    SYNC_META, CLIENT, _C.id == bindparam("client", type_=_C.id.type), isouter=True
)


def note(connection: Connection, person: Id | None, event: str, now: Instant, **data: object) -> None:
    """A line of the audit; no content, no secrets."""
    connection.execute(insert(AUDIT), {"at": now, "person": person, "event": event, "data": json.dumps(data)})


def _owner(connection: Connection, client: Id) -> Id | None:
    return connection.scalar(select(_C.person).where(_C.id == client))
