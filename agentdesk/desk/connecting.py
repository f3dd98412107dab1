"""Joins a directory to a server: sign-in, and the first row of a desk that belongs to one account there."""

import os
import time
from dataclasses import dataclass
from pathlib import Path
from shutil import rmtree
from uuid import uuid4

from sqlalchemy import Connection, insert, select

from agentdesk.clock import SystemClock
from agentdesk.desk import lease
from agentdesk.domain.values import DAY, Id, Instant
from agentdesk.store import served
from agentdesk.store.database import FILE, Database, clean_mark
from agentdesk.store.errors import DeskError, translated
from agentdesk.store.schema import META, TABLES
from agentdesk.store.served import Bootstrap, Served
from agentdesk.store.wishes import Wish, set_wish
from agentdesk.sync.http import HttpTransport
from agentdesk.sync.network import DIRECT, Network
from agentdesk.sync.session import SignedIn
from agentdesk.sync.vault import Vault
from agentdesk.wire import Session, SignIn

MONTH: Instant = 30 * DAY
_SIGNED_IN_AS = "signed_in_as"


class CannotConnect(Exception):
    """`code`: desk-works-alone, desk-of-another-server, desk-of-another-person."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@dataclass(frozen=True, slots=True)
class Account:
    """One person's desk at one server: how to speak there, and what is known of the sign-in."""

    served: Served
    signed_in: SignedIn
    network: Network = DIRECT

    def transport(self) -> HttpTransport:
        """One for each thread."""
        return HttpTransport(self.served.server, self.signed_in, self.network)


def account_of(known: Served, vault: Vault, network: Network) -> Account:
    """The keyring knows the token by the desk and the server it is for."""
    return Account(known, SignedIn(vault, f"{known.client} {known.server}"[:250], ticks), network)


def this_network() -> Network:
    """As the environment of this process describes it."""
    return Network.of(os.environ)


def ticks() -> int:
    """Milliseconds of a clock that never jumps."""
    return time.monotonic_ns() // 1_000_000


@dataclass(frozen=True, slots=True)
class Joining:
    """What a person says to join. `since`: tickets that were quieter since then stay at the server."""

    server: str
    user_name: str
    password: str
    since: Instant = 0


def join(directory: Path, wish: Joining, vault: Vault, network: Network, wait: float = 0.0) -> Account:
    """Signs in and makes the desk, or signs in again on the one that is there. Nothing is made if that fails.

    Raises CannotConnect, TransportError, DeskError.
    """
    known = _served(directory, wish.server)
    account = account_of(known or Served(server=wish.server, person="", client=str(uuid4())), vault, network)
    transport = account.transport()
    try:
        asked = SignIn(username=wish.user_name, password=wish.password, client=account.served.client)
        session = transport.sign_in(asked)
        if known is not None and session.person != known.person:
            transport.sign_out()
            raise CannotConnect("desk-of-another-person")
    finally:
        transport.close()
    return Account(_keep(directory, account.served, session, wish.since, wait), account.signed_in, network)


def sign_in_again(account: Account, user_name: str, password: str) -> None:
    """The same person with their password. Raises CannotConnect, TransportError."""
    transport = account.transport()
    try:
        session = transport.sign_in(SignIn(username=user_name, password=password, client=account.served.client))
        if session.person != account.served.person:
            transport.sign_out()
            raise CannotConnect("desk-of-another-person")
    finally:
        transport.close()


def wipe(directory: Path, wait: float = 0.0) -> None:
    """After signing out: takes everything away that was read or written here, unsent words too (C16).

    Whoever calls has shown them. The desk must be closed. Raises CannotConnect on a desk that works alone, DeskError.
    """
    database = Database(directory, write=True, wait=wait)
    try:
        with translated(database.path):
            with database.reader.connect() as connection:
                if served.here(connection) is None:
                    raise CannotConnect("desk-works-alone")
            database.abandon()
            for path in directory.glob(f"{FILE}*"):
                path.unlink()
            clean_mark(directory).unlink(missing_ok=True)
            rmtree(directory / "blobs", ignore_errors=True)
    finally:
        database.abandon()


def user_name_of(connection: Connection, known: Served) -> str:
    """Of the desk's person; empty until their row has come, and kept from the sign-in until then."""
    name = connection.scalar(select(TABLES["person"].c.user_name).where(TABLES["person"].c.id == known.person))
    return name or connection.scalar(select(META.c.value).where(META.c.key == _SIGNED_IN_AS)) or ""


def _served(directory: Path, server: str) -> Served | None:
    """What the desk knows of a server; None where there is no desk yet."""
    try:
        database = Database(directory, write=False)
    except DeskError as error:
        if error.code == "desk-missing":
            return None
        raise
    try:
        with translated(database.path), database.reader.connect() as connection:
            return _fitting(connection, server)
    finally:
        database.close()


def _fitting(connection: Connection, server: str) -> Served | None:
    known = served.here(connection)
    if known is None:
        if connection.execute(select(TABLES["person"].c.id).limit(1)).first() is not None:
            raise CannotConnect("desk-works-alone")
        return None
    if known.server != server:
        raise CannotConnect("desk-of-another-server")
    return known


def _keep(directory: Path, known: Served, session: Session, since: Instant, wait: float) -> Served:
    database = Database(directory, write=True, wait=wait)
    try:
        with translated(database.path), database.writer.begin() as connection:
            here = served.here(connection)
            if here is None:
                here = _made(known, session.person, since)
                served.keep(connection, here)
                connection.execute(insert(META), {"key": _SIGNED_IN_AS, "value": session.user_name})
            set_wish(connection, Wish.SIGNED_OUT, wished=False)
            lease.begin(connection, here, session.offline_days, SystemClock().now())
            return here
    finally:
        database.close()


def _made(known: Served, person: Id, since: Instant) -> Served:
    return Served(
        server=known.server, person=person, client=known.client, since=since, bootstrap=Bootstrap(since=since)
    )
