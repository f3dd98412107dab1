"""Why a desk cannot be used: a code and whose fault it is."""

import errno
import sqlite3
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from types import MappingProxyType

from sqlalchemy.exc import DBAPIError

CODES = (
    "desk-missing",
    "not-a-desk",
    "not-a-directory",
    "desk-newer",
    "desk-locked",
    "desk-read-only",
    "desk-damaged",
    "directory-not-empty",
    "disk-full",
    "disk-error",
    "person-unknown",
    "person-disabled",
    "lease-ended",
    "program-fault",
)


class DeskError(Exception):
    """The desk, its directory or its disk stands in the way; nothing was written."""

    def __init__(self, code: str, **data: object) -> None:
        assert code in CODES, code
        super().__init__(code)
        self.code = code
        self.data: Mapping[str, object] = MappingProxyType(data)

    def __reduce__(self) -> tuple[Callable[[], "DeskError"], tuple[()]]:
        """It may come from another process (carrier.py)."""
        return partial(DeskError, self.code, **self.data), ()


@contextmanager
def translated(path: Path) -> Iterator[None]:
    """SQLite's and the system's errors as DeskErrors: the disk's fault, not ours."""
    try:
        yield
    except DBAPIError as error:
        raise as_desk_error(error.orig or error, path) from error
    except (sqlite3.Error, OSError) as error:
        raise as_desk_error(error, path) from error


def as_desk_error(error: BaseException, path: Path) -> DeskError:
    if isinstance(error, OSError):
        code = _OF_SYSTEM.get(error.errno or 0, "disk-error")
    else:
        extended = getattr(error, "sqlite_errorcode", 0)
        code = _OF_SQLITE.get(extended) or _OF_SQLITE.get(extended & 0xFF, "disk-error")
    return DeskError(code, path=str(path), detail=str(error))


_OF_SYSTEM = {
    errno.ENOSPC: "disk-full",
    errno.EDQUOT: "disk-full",
    errno.EFBIG: "disk-full",
    errno.EACCES: "desk-read-only",
    errno.EPERM: "desk-read-only",
    errno.EROFS: "desk-read-only",
    errno.ENOTDIR: "not-a-desk",
    errno.EEXIST: "not-a-desk",
    errno.EISDIR: "not-a-desk",
}
_OF_SQLITE = {
    sqlite3.SQLITE_FULL: "disk-full",
    # A write that the system refuses: a quota or a limit; only a full disk has a code of its own.
    sqlite3.SQLITE_IOERR_WRITE: "disk-full",
    sqlite3.SQLITE_IOERR_SHMSIZE: "disk-full",
    sqlite3.SQLITE_IOERR_SHMOPEN: "disk-full",
    sqlite3.SQLITE_READONLY: "desk-read-only",
    sqlite3.SQLITE_PERM: "desk-read-only",
    sqlite3.SQLITE_CANTOPEN: "desk-read-only",
    sqlite3.SQLITE_CORRUPT: "desk-damaged",
    sqlite3.SQLITE_NOTADB: "desk-damaged",
    sqlite3.SQLITE_BUSY: "desk-locked",
    sqlite3.SQLITE_LOCKED: "desk-locked",
}
