"""Opens the server's database and begins its transactions, the same way on SQLite and PostgreSQL."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout
from sqlalchemy import Connection, Engine, Row, create_engine, event, func, make_url, select
from sqlalchemy.exc import DBAPIError

from agentdesk.server.mounts import network_file_system
from agentdesk.server.schema import ROLE, SYNC_META, VERSION

_WAIT_FOR_LOCK, _LONGEST_STATEMENT, _LONGEST_IDLE, _LONGEST = "3s", "15s", "10s", "30s"
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
    with engine.connect().execution_options(desk_role="writer") as connection, connection.begin():
        yield connection


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """One snapshot: everything read within it was true at the same moment."""
    with engine.connect().execution_options(desk_role="reader") as connection:
        if engine.dialect.name == "postgresql":
            connection.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)
        with connection.begin():
            yield connection


@contextmanager
def owning(engine: Engine) -> Iterator[Connection]:
    """A transaction with all rights, for migrations and for what grew old."""
    with engine.connect().execution_options(desk_role="owner") as connection, connection.begin():
        yield connection


def meta(connection: Connection) -> Row[tuple[object, ...]]:
    return connection.execute(select(SYNC_META)).one()


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
    """Nothing that lives longer than a transaction, so that pgbouncer may share out the connections."""
    engine = create_engine(
        url, pool_size=20, max_overflow=20, pool_pre_ping=True, use_native_hstore=False,
        isolation_level="READ COMMITTED", connect_args={"prepare_threshold": None},
    )  # fmt: skip
    event.listen(engine, "begin", _begin_postgresql)
    return engine


def _begin_postgresql(connection: Connection) -> None:
    if connection.get_execution_options().get("desk_role") not in ("writer", "reader"):
        return
    limits = {"lock_timeout": _WAIT_FOR_LOCK, "statement_timeout": _LONGEST_STATEMENT}
    settings = {"role": ROLE, **limits, "idle_in_transaction_session_timeout": _LONGEST_IDLE}
    if (connection.dialect.server_version_info or (0,)) >= (17,):
        settings["transaction_timeout"] = _LONGEST
    connection.execute(select(*(func.set_config(name, value, True) for name, value in settings.items())))
