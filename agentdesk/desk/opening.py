"""Opens a desk, or makes one: lock, damage check, first rows, person, threads."""

import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from sqlalchemy import Connection, select

from agentdesk.clock import Clock, SystemClock
from agentdesk.desk import lease, restock
from agentdesk.desk.desk import Desk
from agentdesk.desk.watch import AT_MOST_EVERY, Lanes
from agentdesk.desk.worker import Lane, Worker, apart, at_once
from agentdesk.domain.attending import Attended
from agentdesk.domain.request_due import EMBEDDED, ResourceProvider
from agentdesk.domain.values import Id
from agentdesk.store import salvage, served
from agentdesk.store.database import Database, bring_over
from agentdesk.store.errors import DeskError, translated
from agentdesk.store.schema import META, TABLES
from agentdesk.store.served import Served

_PERSON = TABLES["person"]
MakeLane = Callable[[str], Lane]


def open_desk(  # noqa: PLR0913  (what tests replace, each by its name)
    directory: Path,
    person: str | None = None,
    *,
    worker: MakeLane = Worker,
    clock: Clock | None = None,
    write: bool = True,
    wait: float = 0.0,
    remember: bool = True,
    provider: ResourceProvider | None = EMBEDDED,
) -> Desk:
    """Opens the desk in that directory; with `write` a missing or empty one is made. Raises DeskError.

    `remember`: the named person is who is meant next time when nobody is named. `provider` carries out what was
    approved; with None nothing is done that is due, because whoever opens it does it: the writer of the demo desk.
    """
    clock = clock or SystemClock()
    directory = directory.absolute()
    notices = _mend(directory, clock, wait) if write and salvage.doubtful(directory) else []
    known = _Known(directory, clock, person, remember)
    try:
        database, who = known.open(write=write, wait=wait)
    except DeskError as error:
        if error.code != "desk-damaged" or not write or notices:
            raise
        notices = _mend(directory, clock, wait, certainly=True)
        database, who = known.open(write=write, wait=wait)
    desk = Desk(database, who, clock, _lanes(worker), _attended(provider, clock, worker))
    desk.notices.extend(notices)
    return desk


def _attended(provider: ResourceProvider | None, clock: Clock, worker: MakeLane) -> ResourceProvider | None:
    """Our own answers at once; any other might keep the store's lane for ever."""
    if provider is None or provider is EMBEDDED:
        return provider
    return Attended(provider, apart if worker is Worker else at_once, clock.now)


def _lanes(worker: MakeLane) -> Lanes:
    pause = AT_MOST_EVERY if worker is Worker else 0.0
    return Lanes(worker("store"), worker("reader"), worker("jobs"), worker("imports"), pause)


class _Known:
    """Who opens the desk, and how."""

    def __init__(self, directory: Path, clock: Clock, person: str | None, remember: bool) -> None:
        self._directory, self._clock = directory, clock
        self._person, self._remember = person, remember

    def open(self, *, write: bool, wait: float) -> tuple[Database, Id]:
        if not write:
            bring_over(self._directory, wait)
        database = Database(self._directory, write=write, wait=wait)
        try:
            with translated(database.path):
                return database, self._who(database)
        except BaseException:
            database.abandon()
            raise

    def _who(self, database: Database) -> Id:
        if not database.writable:
            with database.reader.connect() as connection:
                known = served.here(connection)
                return self._account(connection, known) if known else _named(connection, self._person)
        with database.writer.begin() as connection:
            known = served.here(connection)
            if known is not None:
                return self._account(connection, known)
            if connection.execute(select(_PERSON.c.id).limit(1)).first() is None:
                restock.found(connection, self._directory, self._clock)
            who = _named(connection, self._person)
            if self._person is not None and self._remember:
                connection.execute(META.update().where(META.c.key == "person"), {"value": who})
            return who

    def _account(self, connection: Connection, known: Served) -> Id:
        """A desk with a server belongs to whoever signed in, also before their own row has come. Raises DeskError."""
        lease.check(connection, known, self._clock.now())
        called = select(_PERSON.c.user_name).where(_PERSON.c.id == known.person)
        if self._person is not None and connection.scalar(called) != self._person.lower():
            raise DeskError("person-unknown", person=self._person)
        return known.person


def _mend(directory: Path, clock: Clock, wait: float, *, certainly: bool = False) -> list[DeskError]:
    """After an unclean end: checks the file, and carries what is readable into a new one if it is damaged."""
    guard = Database(directory, write=True, wait=wait)  # for its lock
    try:
        salvage.finish(directory)
        if not (certainly or salvage.damaged(directory)):
            return []
        stock = partial(restock.restock, directory=directory, clock=clock)
        mended = salvage.mend(directory, time.strftime("%Y%m%d-%H%M%S"), stock)
    finally:
        guard.abandon()
    return [DeskError("desk-damaged", moved=str(mended.moved_to), kept=mended.kept, lost=mended.lost)]


def _named(connection: Connection, name: str | None) -> Id:
    """The named person, else the one last used here, else the maker."""
    if name is None:
        last = connection.scalar(select(META.c.value).where(META.c.key == "person"))
        chosen = select(_PERSON.c.id, _PERSON.c.enabled).where(_PERSON.c.id == last)
    else:
        chosen = select(_PERSON.c.id, _PERSON.c.enabled).where(_PERSON.c.user_name == name.lower())
    row = connection.execute(chosen).first()
    if row is None:
        raise DeskError("person-unknown", person=name or "")
    if not row.enabled:
        raise DeskError("person-disabled", person=name or "")
    return str(row.id)
