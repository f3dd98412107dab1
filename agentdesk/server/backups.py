"""Copies the whole database out and in again; after it came in, the epoch is another one."""

import os
import shutil
import subprocess
from contextlib import suppress
from pathlib import Path

from sqlalchemy import URL, Engine, func, make_url, select, text
from sqlalchemy.exc import DBAPIError

from agentdesk.domain.values import Instant
from agentdesk.server.database import NotOpened, beside, connect, locked, owning, reading
from agentdesk.server.epochs import new_epoch
from agentdesk.server.migrate import migrate
from agentdesk.server.schema import SYNC_META, VERSION

_MAKE_ROLE = """
DO $$ BEGIN
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'agentdesk_app') THEN CREATE ROLE agentdesk_app NOLOGIN; END IF;
    IF NOT pg_has_role(current_user, 'agentdesk_app', 'USAGE') THEN
        EXECUTE 'GRANT agentdesk_app TO ' || quote_ident(current_user);
    END IF;
END $$
"""
"""A dump grants rights to this role and does not make it: a cluster that is new has none. In PostgreSQL 16 or newer
who makes a role is its member at once, but may not become it: hence USAGE."""


def back_up(url: str, file: Path) -> None:
    """While the server runs: a copy of one moment, readable by nobody else. Raises NotOpened."""
    if file.exists():
        raise NotOpened(f"{file} is there already; a backup never writes over anything.")
    os.umask(0o077)
    part = file.with_name(file.name + ".part")
    part.unlink(missing_ok=True)
    try:
        if url.startswith("sqlite"):
            with beside(url) as engine:
                _copy(engine, part)
        else:
            _run("pg_dump", url, "--format=custom", "--no-owner", f"--file={part}")
        os.replace(part, file)
    finally:
        part.unlink(missing_ok=True)  # half a backup is none


def _copy(engine: Engine, file: Path) -> None:
    """VACUUM runs in no transaction, and SQLAlchemy begins one with everything."""
    pooled = engine.raw_connection()
    try:
        pooled.cursor().execute("VACUUM INTO ?", (str(file),))
    finally:
        pooled.close()


def restore(url: str, file: Path, now: Instant) -> str:
    """Puts a backup in the place of the database, and answers the new epoch. No server may run. Raises NotOpened."""
    if not file.is_file():
        raise NotOpened(f"There is no backup {file}.")
    if url.startswith("sqlite"):
        _put_file(url, file)
    else:
        _check_alone(url)
        _make_role(url)
        _run("pg_restore", url, "--clean", "--if-exists", "--no-owner", "--single-transaction", str(file))
    migrate(url)
    with locked(url), beside(url) as engine:
        return new_epoch(engine, now)


def _put_file(url: str, file: Path) -> None:
    """The database that was there stays beside it."""
    target = Path(str(make_url(url).database))
    _check_backup(file)
    with locked(url):
        arriving = target.with_name(target.name + ".arriving")
        shutil.copyfile(file, arriving)
        with arriving.open("rb+") as copied:
            os.fsync(copied.fileno())
        _keep_owner(target, arriving)
        for suffix in ("", "-wal", "-shm"):
            old = target.with_name(target.name + suffix)
            if old.exists():
                os.replace(old, target.with_name(f"{target.name}.before-restore{suffix}"))
        os.replace(arriving, target)


def _keep_owner(target: Path, arriving: Path) -> None:
    """Root restores, and the server that opens the file afterwards is somebody else."""
    if hasattr(os, "chown"):
        owner = (target if target.exists() else target.absolute().parent).stat()
        with suppress(PermissionError):
            os.chown(arriving, owner.st_uid, owner.st_gid)


def _check_backup(file: Path) -> None:
    """That it is a database of a server, of this version or an older one."""
    engine = connect(f"sqlite:///{file}")
    try:
        with reading(engine) as connection:
            found = connection.scalar(select(SYNC_META.c.schema)) or VERSION
    except DBAPIError as error:
        raise NotOpened(f"{file} is no backup of a server.") from error
    finally:
        engine.dispose()
    if found > VERSION:
        raise NotOpened(f"{file} has schema {found}, and this program knows {VERSION}: use the newer one.")


def _check_alone(url: str) -> None:
    engine = connect(url)
    others = select(func.count()).select_from(text("pg_stat_activity"))
    others = others.where(text("datname = current_database() AND pid <> pg_backend_pid() AND backend_type = :kind"))
    try:
        with owning(engine) as connection:
            if connection.scalar(others, {"kind": "client backend"}):
                raise NotOpened("Somebody else is at the database. Stop every server and any pgbouncer first.")
    finally:
        engine.dispose()


def _make_role(url: str) -> None:
    engine = connect(url)
    try:
        with owning(engine) as connection:
            connection.exec_driver_sql(_MAKE_ROLE)
    finally:
        engine.dispose()


def address_of(url: URL) -> tuple[str, dict[str, str]]:
    """Where the database is, without its password, and the environment that has it."""
    open_to_all = url._replace(drivername="postgresql", password=None)  # to URL.set(), None is no change
    return open_to_all.render_as_string(), {"PGPASSWORD": str(url.password)} if url.password else {}


def _run(program: str, url: str, *options: str) -> None:
    """One of PostgreSQL's own programs; the password goes by the environment, where the process list has none."""
    found = shutil.which(program)
    if found is None:
        raise NotOpened(f"{program} is not here. Install the client programs of PostgreSQL.")
    place, secret = address_of(make_url(url))
    call = [found, f"--dbname={place}", *options]
    done = subprocess.run(call, env={**os.environ, **secret}, capture_output=True, text=True, check=False)  # noqa: S603
    if done.returncode:
        raise NotOpened(f"{program} failed: {_reason(program, done.stderr) or done.returncode}.")


def _reason(program: str, said: str) -> str:
    """The first fault it told; what it says after that is only where it was."""
    mark = f"{program}: error: "
    lines = said.strip().splitlines() or [""]
    return next((line.removeprefix(mark) for line in lines if line.startswith(mark)), lines[-1]).rstrip(".")
