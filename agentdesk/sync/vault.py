"""The keyring of the operating system, asked so that it cannot hold anybody up; there is no other place (C13)."""

import threading
from collections.abc import Callable
from typing import Protocol, TypeVar

T = TypeVar("T")
SERVICE = "agentdesk"
LIMIT = 5.0
"""Seconds for an answer: a keyring may wait for a person who is not there."""
LONGEST = 512
"""Characters of what is kept: some keyrings cut off at 1,280."""
_REAL = ("SecretService", "libsecret", "kwallet", "macOS", "Windows")
"""The backends that are a keyring; others write files."""


class Backend(Protocol):
    """What `keyring` gives for a system."""

    def get_password(self, service: str, username: str) -> str | None: ...

    def set_password(self, service: str, username: str, password: str) -> None: ...

    def delete_password(self, service: str, username: str) -> None: ...


class VaultClosed(Exception):
    """`code`: keyring-absent, keyring-refuses, keyring-slow, keyring-cuts. Nothing is kept anywhere else instead."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class Vault:
    """Every method raises VaultClosed and is back after `limit` at the latest."""

    def __init__(self, find: Callable[[], Backend | None] | None = None, limit: float = LIMIT) -> None:
        self._find = find or system_backend
        self._limit = limit
        self._stuck = False

    def read(self, name: str) -> str | None:
        return self._ask(lambda backend: backend.get_password(SERVICE, name))

    def keep(self, name: str, value: str) -> None:
        """Looks whether it is really there: some take what they cannot hold."""
        if len(value) > LONGEST:
            raise VaultClosed("keyring-cuts")
        self._ask(lambda backend: backend.set_password(SERVICE, name, value))
        if self.read(name) != value:
            self.drop(name)
            raise VaultClosed("keyring-cuts")

    def drop(self, name: str) -> None:
        def delete(backend: Backend) -> None:
            if backend.get_password(SERVICE, name) is not None:
                backend.delete_password(SERVICE, name)

        self._ask(delete)

    def probe(self) -> None:
        """Whether a token could be kept, with a value as long as a real one."""
        self.keep("probe", "x" * 64)
        self.drop("probe")

    def _ask(self, call: Callable[[Backend], T]) -> T:
        """On a thread of its own, which is given up when it hangs."""
        if self._stuck:
            raise VaultClosed("keyring-slow")
        asked = _Asked(self._find, call)
        asked.start()
        asked.join(self._limit)
        if asked.is_alive():
            self._stuck = True
            raise VaultClosed("keyring-slow")
        if asked.code:
            raise VaultClosed(asked.code)
        return asked.answer  # type: ignore[return-value]  # it has come to its end


class _Asked(threading.Thread):
    def __init__(self, find: Callable[[], Backend | None], call: Callable[[Backend], object]) -> None:
        super().__init__(name="keyring", daemon=True)
        self._find, self._call = find, call
        self.answer: object = None
        self.code = ""

    def run(self) -> None:
        try:
            backend = self._find()
            if backend is None:
                self.code = "keyring-absent"
            else:
                self.answer = self._call(backend)
        except Exception:  # noqa: BLE001  (each system has errors of its own; what they say may name secrets)
            self.code = "keyring-refuses"


def system_backend() -> Backend | None:
    """The best real keyring of this system."""
    try:
        from keyring import backend  # noqa: PLC0415  (0.1 s of imports, and a part of the desktop only)
    except ImportError:
        return None
    found = [one for one in backend.get_all_keyring() if type(one).__module__.rpartition(".")[2] in _REAL]
    return max(found, key=lambda one: one.priority, default=None)
