"""A person's sign-in at a server: an access token in memory, the refresh token in the keyring or in memory too."""

import threading
from collections.abc import Callable

from agentdesk.sync.transport import SignInNeeded
from agentdesk.sync.vault import Vault, VaultClosed
from agentdesk.wire import Session

EARLY = 60_000
"""Milliseconds before its end from which an access token is no longer begun with."""

_NEVER = 1 << 62


class SignedIn:
    """Shared by all threads that speak to the server. `name` says in the keyring whose it is and where."""

    def __init__(self, vault: Vault, name: str, ticks: Callable[[], int]) -> None:
        self._vault, self._name, self._ticks = vault, name, ticks
        self._lock = threading.RLock()
        self._access, self._until = "", 0
        self._refresh: str | None = None
        self.unkept = ""
        """Why the token is not kept beyond this start; then a person will be asked again."""

    def begin(self, session: Session) -> None:
        """Takes the tokens of a sign-in or of a refresh."""
        with self._lock:
            self._access = session.access_token
            self._until = self._ticks() + session.expires_in * 1000 - EARLY
            self._refresh = session.refresh_token
            self._keep()

    def lend(self, access: str) -> None:
        """One that is kept fresh elsewhere: when the server refuses it, whoever gave it is asked."""
        with self._lock:
            self._access, self._until = access, _NEVER

    def keep_here(self) -> None:
        """By wish: in memory only, and nothing of it is left in the keyring."""
        with self._lock:
            self._drop()
            self._vault = Vault(lambda: None)
            self.unkept = "keyring-absent"

    def access(self, refresh: Callable[[str], Session]) -> str:
        """A good access token; a new one is asked for when it is time. Raises TransportError, SignInNeeded."""
        with self._lock:
            if not self._access or self._ticks() >= self._until:
                self._renew(refresh)
            return self._access

    def refused(self, access: str) -> None:
        """The server no longer takes this one; the next one may be good."""
        with self._lock:
            if self._access == access:
                self._access = ""

    def forget(self) -> None:
        """Signed out: nothing is left here."""
        with self._lock:
            self._access, self._refresh = "", None
            self._drop()

    def _renew(self, refresh: Callable[[str], Session]) -> None:
        token = self._refresh or self._kept()
        if token is None:
            raise SignInNeeded
        try:
            session = refresh(token)
        except SignInNeeded:
            self.forget()
            raise
        self.begin(session)

    def _keep(self) -> None:
        try:
            self._vault.keep(self._name, self._refresh or "")
            self.unkept = ""
        except VaultClosed as closed:
            self.unkept = closed.code

    def _kept(self) -> str | None:
        try:
            return self._vault.read(self._name)
        except VaultClosed as closed:
            self.unkept = closed.code
            return None

    def _drop(self) -> None:
        try:
            self._vault.drop(self._name)
        except VaultClosed as closed:
            self.unkept = closed.code
