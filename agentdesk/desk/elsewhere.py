"""The other desks of this computer, for whoever wants to go on there."""

from collections.abc import Iterator
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection, func, select

from agentdesk import paths
from agentdesk.desk.connecting import user_name_of
from agentdesk.store import served
from agentdesk.store.database import FILE, Database
from agentdesk.store.errors import DeskError, translated
from agentdesk.store.outbox import DONE
from agentdesk.store.schema import OUTBOX, TABLES
from agentdesk.store.wishes import Wish, is_wished


@dataclass(frozen=True, slots=True)
class OtherDesk:
    directory: Path
    title: str
    """Empty if no source has come yet."""
    server: str = ""
    """Empty: it is on this computer only."""
    user_name: str = ""
    """Whose account it is at the server."""
    waiting: int = 0
    """Commands that are not sent."""


def other_desks(here: Path) -> tuple[OtherDesk, ...]:
    """Where one may go from that desk: a desk that was signed out of is nobody's to look at, and is left out."""
    places = (place for place in _places() if (place / FILE).exists() and not place.samefile(here))
    return tuple(one for place in places if (one := _told(place)) is not None)


def _places() -> Iterator[Path]:
    yield from sorted((paths.data_dir() / "accounts").glob("*"))
    yield paths.default_desk()
    yield paths.demo_desk()


def _told(place: Path) -> OtherDesk | None:
    """None of one that cannot be read; whoever opens it by its name is told why."""
    with suppress(DeskError), translated(place / FILE), closing(Database(place, write=False)) as database:
        return _of(place, database)
    return None


def _of(place: Path, database: Database) -> OtherDesk | None:
    with database.reader.connect() as connection:
        return None if is_wished(connection, Wish.SIGNED_OUT) else _read(place, connection)


def _read(place: Path, connection: Connection) -> OtherDesk:
    source, known = TABLES["source"].c, served.here(connection)
    title = connection.scalar(select(source.title).where(source.id == "desk")) or ""
    if known is None:
        return OtherDesk(place, title)
    waiting = connection.scalar(select(func.count()).where(OUTBOX.c.state != DONE)) or 0
    return OtherDesk(place, title, known.server, user_name_of(connection, known), waiting)
