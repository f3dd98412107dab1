"""A new epoch: after it no desk trusts what it read before, and each sends again what may be lost (sync.md §2.16)."""

from uuid import uuid4

from sqlalchemy import Engine, delete, update

from agentdesk.domain.values import Id, Instant
from agentdesk.server import seal
from agentdesk.server.clients import note
from agentdesk.server.database import owning
from agentdesk.server.schema import BOOTSTRAP, FEED, SYNC_META


def new_epoch(engine: Engine, now: Instant) -> Id:
    """Nobody else may be at the database. The feed begins anew: no cursor of before is good any more, and in a new
    PostgreSQL cluster its transaction numbers would lie in the future.
    """
    epoch = str(uuid4())
    with owning(engine) as connection:
        seal.seal_to_the_end(connection, epoch)
        connection.execute(delete(FEED))
        connection.execute(delete(BOOTSTRAP))
        connection.execute(update(SYNC_META).values(epoch=epoch, floor_xid=0, floor_id=0))
        note(connection, None, "new-epoch", now, epoch=epoch)
    return epoch
