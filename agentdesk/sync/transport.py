"""The way to a server: what can be asked, and the few ways in which asking fails."""

from collections.abc import Callable
from typing import Protocol, TypeVar

from agentdesk.wire import (
    BootstrapPage,
    BootstrapReply,
    BootstrapRequest,
    DigestReply,
    DigestRequest,
    Hello,
    PresenceReply,
    PresenceRequest,
    PullReply,
    PushReply,
    PushRequest,
    Session,
    SignIn,
    Upload,
    UploadRequest,
)

T = TypeVar("T")
PAGE = 500
"""Rows asked for at once while pulling; a bootstrap page may have as many as the server likes."""


class TransportError(Exception):
    """Nothing is known of what the server did with it."""


class Unreachable(TransportError):
    """No answer: the network is gone, or the server."""


class NotTrusted(Unreachable):
    """Whoever answers cannot show that they are the server: nothing was said to them."""


class Misconfigured(TransportError):
    """A setting of this computer's network cannot be used; `name` says which."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


class Busy(TransportError):
    """It asks for patience (429, 503). `retry_after` in milliseconds, if it says."""

    def __init__(self, retry_after: int | None = None) -> None:
        super().__init__(retry_after)
        self.retry_after = retry_after


class SignInNeeded(TransportError):
    """The token is not good any more (401, 403); what waits goes on waiting."""


class TooOld(TransportError):
    """The server speaks no version of this protocol (426)."""


class CursorLost(TransportError):
    """The feed no longer goes back that far, or is another one (410)."""


class Broken(TransportError):
    """The server failed (5xx), or its answer is none. `code` tells equal faults from others."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class WrongOffset(TransportError):
    """The upload goes on elsewhere (409)."""

    def __init__(self, offset: int) -> None:
        super().__init__("wrong-offset")
        self.offset = offset


class WrongHash(TransportError):
    """What arrived is not what was announced (422): once more from the beginning."""


class Pages(Protocol):
    """Of a Transport what brings many rows."""

    def pull(self, cursor: str, limit: int) -> PullReply: ...

    def bootstrap_page(self, token: str, after: str) -> BootstrapPage: ...


class Transport(Pages, Protocol):
    """Each call asks once and waits. Raises TransportError."""

    def hello(self) -> Hello: ...

    def sign_in(self, request: SignIn) -> Session: ...

    def push(self, request: PushRequest) -> PushReply: ...

    def bootstrap(self, request: BootstrapRequest) -> BootstrapReply: ...

    def digest(self, request: DigestRequest) -> DigestReply: ...

    def begin_upload(self, request: UploadRequest) -> Upload: ...

    def upload(self, upload_id: str, offset: int, chunk: bytes) -> Upload:
        """Raises also WrongOffset, WrongHash."""
        ...

    def download(self, attachment: str, offset: int) -> bytes: ...

    def presence(self, request: PresenceRequest) -> PresenceReply: ...


class LoopbackTransport:
    """To an authority in the same process: `server` has the same calls and raises what it likes.

    What is said goes through the wire's own text form, as it would between two computers.
    """

    def __init__(self, server: Transport, translate: Callable[[Exception], TransportError]) -> None:
        self._server, self._translate = server, translate

    def hello(self) -> Hello:
        return self._ask(Hello, self._server.hello)

    def sign_in(self, request: SignIn) -> Session:
        return self._ask(Session, lambda: self._server.sign_in(_sent(request)))

    def push(self, request: PushRequest) -> PushReply:
        return self._ask(PushReply, lambda: self._server.push(_sent(request)))

    def pull(self, cursor: str, limit: int) -> PullReply:
        return self._ask(PullReply, lambda: self._server.pull(cursor, limit))

    def bootstrap(self, request: BootstrapRequest) -> BootstrapReply:
        return self._ask(BootstrapReply, lambda: self._server.bootstrap(_sent(request)))

    def bootstrap_page(self, token: str, after: str) -> BootstrapPage:
        return self._ask(BootstrapPage, lambda: self._server.bootstrap_page(token, after))

    def digest(self, request: DigestRequest) -> DigestReply:
        return self._ask(DigestReply, lambda: self._server.digest(_sent(request)))

    def begin_upload(self, request: UploadRequest) -> Upload:
        return self._ask(Upload, lambda: self._server.begin_upload(_sent(request)))

    def upload(self, upload_id: str, offset: int, chunk: bytes) -> Upload:
        return self._ask(Upload, lambda: self._server.upload(upload_id, offset, chunk))

    def download(self, attachment: str, offset: int) -> bytes:
        try:
            return self._server.download(attachment, offset)
        except Exception as error:  # whatever the authority raises has a meaning on the wire
            raise self._translate(error) from error

    def presence(self, request: PresenceRequest) -> PresenceReply:
        return self._ask(PresenceReply, lambda: self._server.presence(_sent(request)))

    def _ask(self, kind: type[T], call: Callable[[], T]) -> T:
        try:
            answer = call()
        except Exception as error:
            raise self._translate(error) from error
        return _sent(answer)


def _sent(said: T) -> T:
    """The same after a journey as text."""
    return type(said).model_validate_json(said.model_dump_json())  # type: ignore[attr-defined, no-any-return]
