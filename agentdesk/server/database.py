"""Opens the server's database and begins its transactions, the same way on SQLite and PostgreSQL."""

import os
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from filelock import FileLock, Timeout
from sqlalchemy import Connection, Engine, Row, create_engine, event, make_url, select
from sqlalchemy.exc import DBAPIError

from agentdesk.server.mounts import network_file_system
from agentdesk.server.schema import ROLE, SYNC_META, VERSION

_LIMITS = {"lock_timeout": "3s", "statement_timeout": "15s", "idle_in_transaction_session_timeout": "10s"}
_LONGEST = "30s"
_PRAGMAS = (
    "PRAGMA journal_mode=WAL",
    "PRAGMA synchronous=FULL",
    "PRAGMA fullfsync=ON",
    "PRAGMA busy_timeout=3000",
    "PRAGMA trusted_schema=OFF",
    "PRAGMA cache_size=-32768",
)
_AGAIN = frozenset({"55P03", "40P01", "40001", "57014"})
"""Lock not available, deadlock, serialization failure, statement too long: another try may do."""
_TAKEN = "23505"


class NotOpened(Exception):
    """The database cannot be used; the text says why and what to do."""


@contextmanager
def opened(url: str) -> Iterator[Engine]:
    """The engine of a migrated database. A SQLite file has one process at a time. Raises NotOpened."""
    with locked(url), beside(url) as engine:
        yield engine


@contextmanager
def beside(url: str) -> Iterator[Engine]:
    """The same without the lock, for the operator's short commands while a server runs. Raises NotOpened."""
    engine = connect(url)
    try:
        _check_schema(engine)
        yield engine
    finally:
        engine.dispose()


@contextmanager
def locked(url: str) -> Iterator[None]:
    """Holds a SQLite file for this process; PostgreSQL needs no such thing. Raises NotOpened."""
    path = make_url(url).database
    if not url.startswith("sqlite") or path is None:
        yield
        return
    elsewhere = network_file_system(Path(path))
    if elsewhere:
        raise NotOpened(
            f"{path} lies on a network file system ({elsewhere}), where SQLite loses data. "
            "Put it on a disk of this computer, or use PostgreSQL."
        )
    os.umask(0o077)  # SQLite makes -wal and -shm with the umask's rights
    lock = FileLock(f"{path}.lock", timeout=0, mode=0o600, thread_local=False)
    try:
        lock.acquire()
    except Timeout:
        raise NotOpened(f"Another server has {Path(path).name} open. Stop it first, or use PostgreSQL.") from None
    try:
        yield
    finally:
        lock.release()


def connect(url: str) -> Engine:
    """`sqlite:///PATH` or `postgresql+psycopg://…`."""
    if url.startswith("sqlite"):
        return _sqlite(url)
    if url.startswith("postgresql+psycopg:"):
        return _postgresql(url)
    raise NotOpened("The database is sqlite:///PATH or postgresql+psycopg://USER@HOST/NAME.")


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """One transaction that writes; on SQLite the only one at the time."""
    with _begun(engine, "writer") as connection:
        yield connection


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """One snapshot: everything read within it was true at the same moment."""
    with _begun(engine, "reader") as connection:
        yield connection


@contextmanager
def owning(engine: Engine) -> Iterator[Connection]:
    """A transaction with all rights, for migrations and for what grew old."""
    with _begun(engine, "owner") as connection:
        yield connection


@contextmanager
def _begun(engine: Engine, role: str) -> Iterator[Connection]:
    with closing(_begin(engine, role)) as connection:
        try:
            yield connection
        except BaseException:
            connection.rollback()
            raise
        connection.commit()


def _begin(engine: Engine, role: str) -> Connection:
    """Tried once more, on a new connection, when the kept one has been cut meanwhile: its beginning shows that."""
    try:
        return _once_begun(engine, role)
    except DBAPIError as error:
        if not error.connection_invalidated:
            raise
    return _once_begun(engine, role)


def _once_begun(engine: Engine, role: str) -> Connection:
    connection = engine.connect().execution_options(desk_role=role)
    try:
        connection.begin()
    except BaseException:
        connection.close()
        raise
    return connection


def meta(connection: Connection) -> Row[tuple[object, ...]]:
    return connection.execute(_META).one()


_META = select(SYNC_META)


def may_try_again(error: DBAPIError) -> bool:
    """Whether nothing is wrong but that somebody else was there first."""
    if is_taken(error):
        return True
    return getattr(error.orig, "sqlstate", "") in _AGAIN or getattr(error.orig, "sqlite_errorname", "") in _BUSY


def is_taken(error: DBAPIError) -> bool:
    """Whether a row with this key has come meanwhile."""
    return getattr(error.orig, "sqlstate", "") == _TAKEN or getattr(error.orig, "sqlite_errorname", "") in _UNIQUE


_BUSY = frozenset({"SQLITE_BUSY", "SQLITE_BUSY_SNAPSHOT", "SQLITE_LOCKED"})
_UNIQUE = frozenset({"SQLITE_CONSTRAINT_PRIMARYKEY", "SQLITE_CONSTRAINT_UNIQUE"})


def _check_schema(engine: Engine) -> None:
    try:
        with reading(engine) as connection:
            found = connection.scalar(select(SYNC_META.c.schema))
    except DBAPIError as error:
        said = str(error.orig).strip().splitlines()[0]
        raise NotOpened(f"No database of AgentDesk, or none that answers ({said}). Run migrate first.") from error
    if found != VERSION:
        raise NotOpened(f"The database has schema {found} and this server needs {VERSION}: run migrate.")


def _sqlite(url: str) -> Engine:
    engine = create_engine(url, connect_args={"isolation_level": None, "check_same_thread": False})
    event.listen(engine, "connect", lambda raw, _: [raw.execute(pragma) for pragma in _PRAGMAS])
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def _begin_sqlite(connection: Connection) -> None:
    reads = connection.get_execution_options().get("desk_role") == "reader"
    connection.exec_driver_sql("BEGIN" if reads else "BEGIN IMMEDIATE")


def _postgresql(url: str) -> Engine:
    """Its transactions begin with our own words, so the driver adds none."""
    from agentdesk.server import driver  # noqa: PLC0415  (only where there is a PostgreSQL)

    engine = create_engine(
        url, pool_size=20, max_overflow=20, use_native_hstore=False,
        connect_args={"autocommit": True, "prepare_threshold": None},
    )  # fmt: skip
    event.listen(engine, "connect", driver.set_up)
    event.listen(engine, "begin", _begin_postgresql)
    return engine


def _begin_postgresql(connection: Connection) -> None:
    role = connection.get_execution_options().get("desk_role")
    if role is not None:
        version = connection.dialect.server_version_info or (0,)
        connection.exec_driver_sql(_beginning(role, version >= (17,)))


def _beginning(role: str, limited: bool) -> str:
    """All of it in one message: it is said at each transaction. `limited`: the server knows limits of transactions."""
    if role == "owner":
        return "BEGIN"
    settings = _LIMITS | ({"transaction_timeout": _LONGEST} if limited else {})
    mode = " ISOLATION LEVEL REPEATABLE READ READ ONLY" if role == "reader" else " ISOLATION LEVEL READ COMMITTED"
    return "; ".join(
        [f"BEGIN{mode}", f"SET LOCAL ROLE {ROLE}", *(f"SET LOCAL {n} = '{v}'" for n, v in settings.items())]
    )
