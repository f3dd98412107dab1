"""Opens the desk's file: place, lock, pragmas, schema; and refuses SQL where it must not run."""

import os
import sqlite3
import stat
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from functools import cached_property, partial
from pathlib import Path
from typing import Any
from urllib.parse import quote

from filelock import FileLock, Timeout
from sqlalchemy import Connection, Engine, ExceptionContext, QueuePool, StaticPool, create_engine, event

from agentdesk.store import schema
from agentdesk.store.errors import DeskError, as_desk_error, translated

FILE = "desk.sqlite"
_APPLICATION_ID = 0x41_44_53_4B  # "ADSK": tells our file from any other SQLite file


class Database:
    """One file, one writing connection, reading connections beside it.

    `directory` is 0700 and its files 0600 (C11). `held`: the program that started this one holds the desk and says when
    it may be written. `driver` is the DB-API module; a test of power losses has its own. Raises DeskError.
    """

    def __init__(
        self, directory: Path, *, write: bool, wait: float = 0.0, held: bool = False, driver: Any = sqlite3
    ) -> None:
        self.directory, self.path, self.writable = directory, directory / FILE, write
        self._driver = driver
        self._forbidden: Callable[[], bool] = lambda: False
        self._engines: list[Engine] = []
        self._sound = True
        self._brought_in = 0
        """How many changes of this connection the WAL had when it was last brought into the file by `bulk`."""
        _refuse_files(directory)
        if not write:
            _check_there(self.path)
        self._lock = _locked(directory, wait) if write and not held else None

    def forbid(self, here: Callable[[], bool]) -> None:
        """From now on SQL where `here()` is true is a bug and raises; the window names its own thread."""
        self._forbidden = here

    @cached_property
    def writer(self) -> Engine:
        """The engine of the only connection that writes."""
        with translated(self.path):
            engine = self._engine(self.path, _WRITE_PRAGMAS)
            with engine.connect() as connection:
                _prepare(connection, self.directory)
            _private(self.directory)
            clean_mark(self.directory).unlink(missing_ok=True)
        return engine

    @contextmanager
    def bulk(self, awaited: Callable[[], bool]) -> Iterator[Connection]:
        """A transaction whose end is not flushed, for what would only be read again after a power loss. Where nobody
        waits then, the WAL is brought into the file if there is much in it, or somebody else's commit would have to.
        """
        with self.writer.connect() as connection:
            raw: Any = connection.connection.driver_connection
            raw.execute("PRAGMA synchronous=NORMAL")
            try:
                with connection.begin():
                    yield connection
                changes = raw.execute("SELECT total_changes()").fetchone()[0]
                if changes - self._brought_in > _MUCH and not awaited():
                    self._brought_in = changes
                    with suppress(self._driver.Error):  # the next time, or when it is closed
                        raw.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchone()
            finally:
                raw.execute("PRAGMA synchronous=FULL")

    @cached_property
    def reader(self) -> Engine:
        """Connections of their own that cannot write."""
        with translated(self.path):
            engine = self._engine(self.path, _READ_PRAGMAS)
            engine.connect().close()
        return engine

    def close(self) -> None:
        self._dispose()
        if self._lock is None:
            return
        if self._sound and self.path.exists():
            with suppress(OSError):  # without the mark the next start looks closer, and nothing is lost
                clean_mark(self.directory).touch(mode=0o600)
        self._lock.release()

    def abandon(self) -> None:
        """Gives the file up as a kill would: no mark that it was closed well."""
        self._dispose()
        if self._lock is not None:
            self._lock.release()

    def _dispose(self) -> None:
        for engine in reversed(self._engines):
            engine.dispose()
        self._engines.clear()

    def _engine(self, path: Path, pragmas: tuple[str, ...]) -> Engine:
        """One connection for writing; for reading one for each thread that reads at the same time."""
        write = pragmas is _WRITE_PRAGMAS
        pool = StaticPool if write else QueuePool
        connect = partial(_connect, self._driver, path, write)
        engine = create_engine("sqlite://", module=self._driver, creator=connect, poolclass=pool)
        event.listen(engine, "connect", lambda raw, _record: [raw.execute(p) for p in pragmas])
        event.listen(engine, "begin", lambda c: c.exec_driver_sql("BEGIN IMMEDIATE" if write else "BEGIN"))
        event.listen(engine, "before_cursor_execute", self._guard)
        event.listen(engine, "handle_error", self._note_damage)
        self._engines.append(engine)
        return engine

    def _guard(self, *_: Any) -> None:
        if self._forbidden():
            raise AssertionError("SQL on the thread of the window")

    def _note_damage(self, context: ExceptionContext) -> None:
        """Whoever opens the desk for writing next looks closer."""
        if as_desk_error(context.original_exception, self.path).code == "desk-damaged":
            self._sound = False
            with suppress(OSError):
                clean_mark(self.directory).unlink(missing_ok=True)


_MUCH = 3_000
"""Changes of rows; they are of some thousand pages of the WAL."""
_COMMON = ("PRAGMA temp_store=MEMORY", "PRAGMA trusted_schema=OFF", "PRAGMA cache_size=-32768")
_WRITE_PRAGMAS = (
    "PRAGMA journal_mode=WAL",
    "PRAGMA synchronous=FULL",
    "PRAGMA fullfsync=ON",
    "PRAGMA checkpoint_fullfsync=ON",
    "PRAGMA busy_timeout=5000",
    "PRAGMA wal_autocheckpoint=1500",
    "PRAGMA secure_delete=ON",  # what goes is gone from the disk, and a mending meets no dead rows (decision 0011)
    *_COMMON,
)
_READ_PRAGMAS = ("PRAGMA query_only=ON", "PRAGMA busy_timeout=5000", "PRAGMA mmap_size=268435456", *_COMMON)


def _connect(driver: Any, path: Path, write: bool) -> sqlite3.Connection:
    if write:
        connection = driver.connect(path, isolation_level=None, check_same_thread=False)
        return _checked(connection, path.parent)  # before anything changes a file that is not ours
    try:
        return _checked(_reading(driver, path, "mode=ro"), path.parent, made=True)
    except sqlite3.OperationalError:
        # A WAL file needs its -shm file. On a read-only medium SQLite may take the file as it stands,
        # which is all there is unless somebody died while writing.
        wal = path.with_name(path.name + "-wal")
        if wal.exists() and wal.stat().st_size:
            raise
        return _checked(_reading(driver, path, "mode=ro&immutable=1"), path.parent, made=True)


def _reading(driver: Any, path: Path, options: str) -> sqlite3.Connection:
    uri = f"file:{quote(str(path))}?{options}"
    connection: sqlite3.Connection = driver.connect(uri, uri=True, isolation_level=None, check_same_thread=False)
    try:
        connection.execute("SELECT 1 FROM sqlite_master LIMIT 1").fetchone()
    except BaseException:
        connection.close()
        raise
    return connection


def _locked(directory: Path, wait: float) -> FileLock:
    with translated(directory):
        os.umask(0o077)  # before the first open: SQLite makes -wal and -shm with the umask's rights (E9)
        directory.mkdir(mode=0o700, parents=True, exist_ok=True)
        _check_ours(directory)
        # Not of one thread: whoever closes the desk gives it up.
        lock = FileLock(directory / "desk.lock", timeout=wait, mode=0o600, thread_local=False)
        try:
            lock.acquire()
        except Timeout:
            raise DeskError("desk-locked", path=str(directory)) from None
    return lock


def _check_ours(directory: Path) -> None:
    """A desk is made in an empty directory, not among other people's files."""
    if (directory / FILE).exists():
        _check_there(directory / FILE)
        return
    ours = ("desk.", "damaged-", "closed-well", "blobs", ".")
    if any(not path.name.startswith(ours) for path in directory.iterdir()):
        raise DeskError("directory-not-empty", path=str(directory))


def bring_over(directory: Path, wait: float) -> None:
    """Migrates a file of an earlier version, which nobody can read as it is. Raises DeskError."""
    path = directory / FILE
    if not path.is_file():
        return
    with translated(path), closing(_connect(sqlite3, path, write=False)) as connection:
        version = connection.execute("PRAGMA user_version").fetchone()[0]
    if version < schema.VERSION:
        with closing(Database(directory, write=True, wait=wait)) as database:
            database.writer  # noqa: B018  (opening is what migrates)


def clean_mark(directory: Path) -> Path:
    return directory / "closed-well"


def _private(directory: Path) -> None:
    """Rights that a copy or an old version left too wide are put right at every start."""
    if os.name != "posix":
        return
    directory.chmod(stat.S_IRWXU)
    for path in directory.glob(FILE + "*"):
        path.chmod(stat.S_IRUSR | stat.S_IWUSR)


def _refuse_files(directory: Path) -> None:
    """A desk is a directory; whoever names a file, or a place below one, is told which."""
    for path in (directory, *directory.parents):
        if os.path.isfile(path):  # Path.is_file raises where one may not look
            raise DeskError("not-a-directory", path=str(path))


def _check_there(path: Path) -> None:
    if not path.exists():
        raise DeskError("desk-missing", path=str(path.parent))
    if not path.is_file():
        raise DeskError("not-a-desk", path=str(path))


def _checked(connection: sqlite3.Connection, directory: Path, *, made: bool = False) -> sqlite3.Connection:
    """The connection, if its file is ours and not newer; what somebody only began is none for readers.

    Asked in SQL, because the newest header is in the WAL.
    """
    application, version, tables = (
        connection.execute(asked).fetchone()[0]
        for asked in ("PRAGMA application_id", "PRAGMA user_version", "SELECT count(*) FROM sqlite_master")
    )
    error = None
    if application != _APPLICATION_ID and (application or version or tables):
        error = DeskError("not-a-desk", path=str(directory))
    elif version > schema.VERSION:
        error = DeskError("desk-newer", path=str(directory), version=version, known=schema.VERSION)
    elif made and not version:
        error = DeskError("desk-missing", path=str(directory))
    if error is not None:
        connection.close()
        raise error
    return connection


def _prepare(connection: Connection, directory: Path) -> None:
    """Brings the file to this program's schema; Alembic is only imported when there is something to do."""
    version = connection.exec_driver_sql("PRAGMA user_version").scalar_one()
    connection.rollback()
    if version == schema.VERSION:
        return
    from agentdesk.store.migrate import upgrade  # noqa: PLC0415  (0.3 s of imports that most starts do not need)

    if version:
        _copy(connection, directory, version)
    with connection.begin():  # tables without the mark that they are ours would be nobody's for ever
        upgrade(connection)
        for pragma in (f"PRAGMA application_id={_APPLICATION_ID}", f"PRAGMA user_version={schema.VERSION}"):
            connection.exec_driver_sql(pragma)


def _copy(connection: Connection, directory: Path, version: int) -> None:
    """The file as it is, beside it: what an older program would need. A copy is whole or not there."""
    copy, part = (directory / f"desk.version-{version}.{tail}" for tail in ("sqlite", "part"))
    if copy.exists():
        return
    part.unlink(missing_ok=True)
    raw: Any = connection.connection.driver_connection
    raw.execute("VACUUM INTO ?", (str(part),))
    os.replace(part, copy)
