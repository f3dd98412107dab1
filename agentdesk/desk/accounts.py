"""What the window asks before there is a desk: whether a server is there, and where an account's desk lies."""

import re
import time
from dataclasses import dataclass
from pathlib import Path

from agentdesk import paths
from agentdesk.desk.connecting import Account, CannotConnect, Joining, account_of, join, this_network, ticks
from agentdesk.desk.desk import Desk
from agentdesk.desk.online import Online
from agentdesk.domain.values import Instant
from agentdesk.store import served
from agentdesk.store.database import Database
from agentdesk.store.errors import DeskError, translated
from agentdesk.store.served import Bootstrap
from agentdesk.sync.address import BadAddress, server_address
from agentdesk.sync.http import HttpTransport, WrongPassword
from agentdesk.sync.session import SignedIn
from agentdesk.sync.transport import (
    Busy,
    Misconfigured,
    NotTrusted,
    SignInNeeded,
    TooOld,
    TransportError,
    Unreachable,
)
from agentdesk.sync.vault import Vault
from agentdesk.wire import PROTOCOL

_UNSAFE = re.compile(r"[^a-z0-9.@_-]+")
_CODES: tuple[tuple[type[Exception], str], ...] = (
    (WrongPassword, "wrong-password"), (SignInNeeded, "sign-in-needed"), (NotTrusted, "not-trusted"),
    (Misconfigured, "network-settings"), (Unreachable, "unreachable"), (Busy, "busy"), (TooOld, "too-old"),
    (TransportError, "no-server"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Reached:
    address: str
    title: str
    milliseconds: int
    version: int


@dataclass(frozen=True, slots=True)
class Joined:
    directory: Path
    fresh: bool
    """Nothing was read yet, so one may still say how much of the past is wanted."""
    account: Account
    """Signed in, also where no keyring keeps it."""

    @property
    def unkept(self) -> str:
        """Why the token is not kept beyond this start, if so."""
        return self.account.signed_in.unkept


def reach(typed: str) -> Reached:
    """Whether a server of ours answers there; nothing secret is said. Raises BadAddress, TransportError."""
    address = server_address(typed)
    transport = HttpTransport(address, SignedIn(Vault(), "", ticks), this_network())
    begun = time.monotonic()
    try:
        hello = transport.hello()
    finally:
        transport.close()
    if not hello.protocol[0] <= PROTOCOL <= hello.protocol[1]:
        raise TooOld
    return Reached(address, hello.title, round((time.monotonic() - begun) * 1000), hello.protocol[1])


def join_account(address: str, user_name: str, password: str, stay: bool) -> Joined:
    """Signs in on the account's own desk, which is made when missing. Raises as `connecting.join`.

    `stay`: the keyring keeps the sign-in beyond this start; what it kept before goes otherwise.
    """
    directory = account_directory(address, user_name)
    directory.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    account = join(directory, Joining(address, user_name, password), Vault(), this_network())
    if not stay:
        account.signed_in.keep_here()
    return Joined(directory, not account.served.cursor, account)


def keep_history(directory: Path, since: Instant) -> None:
    """Tickets that were quieter since then stay at the server; only before the first page. Raises DeskError."""
    database = Database(directory, write=True)
    try:
        with translated(database.path), database.writer.begin() as connection:
            known = served.here(connection)
            if known is not None and known.bootstrap is not None and not known.bootstrap.token:
                served.change(connection, since=since, bootstrap=Bootstrap(since=since))
    finally:
        database.close()


def go_online(desk: Desk, account: Account | None = None) -> Online:
    """The desk speaks with its server from now on; `account` if somebody has just signed in."""
    assert desk.served is not None
    return Online(desk, account or account_of(desk.served, Vault(), this_network()))


def account_directory(address: str, user_name: str) -> Path:
    """One desk for each account: whoever signs in next sees nothing of it."""
    host = address.partition("://")[2]
    return paths.data_dir() / "accounts" / _UNSAFE.sub("_", f"{host} {user_name.strip()}".lower()).strip("_.")


def code_of(error: Exception) -> str:
    """What stands in the way, as a word."""
    if isinstance(error, BadAddress | CannotConnect | DeskError):
        return error.code
    return next((code for kind, code in _CODES if isinstance(error, kind)), type(error).__name__)
