"""What a desk and its window ask of whoever speaks with the server; `agentdesk.desk.online` answers."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, Protocol

from agentdesk.domain.values import Id

if TYPE_CHECKING:
    from agentdesk.wire import PresenceReply

Mode = Literal["viewing", "writing", "left"]
BEAT = 20_000
"""Milliseconds between two signs of life at a ticket; the server forgets who was silent for 45 s."""


@dataclass(frozen=True, slots=True)
class RemoteFile:
    """An attachment whose bytes are at the server."""

    id: Id
    sha256: str
    size: int


@dataclass(frozen=True, slots=True)
class Listener:
    """Hears of a file on its way. `step` is given the bytes that are here."""

    step: Callable[[int], None]
    done: Callable[[], None]
    failed: Callable[[Exception], None]


class Sync(Protocol):
    """Whoever speaks with the server for a desk. All calls return at once."""

    def retry_now(self) -> None: ...

    def set_offline(self, offline: bool) -> None:
        """By wish of the person, until they wish otherwise."""
        ...

    def sign_in(
        self, user_name: str, password: str, then: Callable[[], None], failed: Callable[[Exception], None]
    ) -> None:
        """The same person again; what waits goes out then."""
        ...

    def sign_out(self, then: Callable[[], None]) -> None: ...

    def presence(self, ticket: Id, mode: Mode, then: Callable[["PresenceReply | None"], None]) -> None:
        """Says what the person does there, and hears who else is; None when nobody can know."""
        ...

    def company(self, tickets: Sequence[Id], then: Callable[["PresenceReply | None"], None]) -> None:
        """Hears who else is at the tickets of a list, at most 200; None when nobody can know."""
        ...

    def fetch(self, file: RemoteFile, listener: Listener) -> Callable[[], None]:
        """Brings the bytes of an attachment here, from where they broke off. What is answered stops it silently."""
        ...

    def stop(self) -> None:
        """Before the desk is closed."""
        ...
