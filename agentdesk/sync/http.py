"""The way to a server by HTTP. Nothing it says is believed before it was measured and checked (C17–C19)."""

import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from typing import TypeVar

import requests
from pydantic import BaseModel, ValidationError

from agentdesk.sync.network import Network
from agentdesk.sync.session import SignedIn
from agentdesk.sync.transport import (
    Broken,
    Busy,
    CursorLost,
    NotTrusted,
    SignInNeeded,
    TooOld,
    TransportError,
    Unreachable,
    WrongHash,
    WrongOffset,
)
from agentdesk.wire import (
    HEADER,
    MOST_ROOT_BYTES,
    PROTOCOL,
    BootstrapPage,
    BootstrapReply,
    BootstrapRequest,
    DigestReply,
    DigestRequest,
    Hello,
    PresenceReply,
    PresenceRequest,
    Problem,
    PullReply,
    PushReply,
    PushRequest,
    Refresh,
    Session,
    SignIn,
    Upload,
    UploadRequest,
)

T = TypeVar("T", bound=BaseModel)
PATIENCE = (5.0, 30.0)
"""Seconds to connect, and between two bytes of an answer."""
SILENCE, WHOLE = 40.0, 120.0
"""Seconds between two signs of life of events, and for a whole answer."""
_MOST_BYTES = MOST_ROOT_BYTES + 1024 * 1024
"""The largest page, and what stands around the rows."""
PIECE_BYTES = 512 * 1024
"""Of a file asked for at once: so much is lost at most when the way breaks off."""
_LONGEST_LINE, _LONGEST_WAIT = 1_000, 3_600_000


class WrongPassword(SignInNeeded):
    """The user name or the password is not right."""


class HttpTransport:
    """A Transport of one thread; several share `signed_in`."""

    def __init__(
        self, address: str, signed_in: SignedIn, network: Network, patience: tuple[float, float] = PATIENCE
    ) -> None:
        self.address, self._signed_in, self._patience = address, signed_in, patience
        self._network = network
        self._session: requests.Session | None = None

    def close(self) -> None:
        if self._session is not None:
            self._session.close()

    # ------------------------------------------------------------------ without a sign-in

    def hello(self) -> Hello:
        return self._plain(Hello, _Request("GET", "/v1/hello"))

    def sign_in(self, request: SignIn) -> Session:
        """Raises also WrongPassword."""
        session = self._plain(Session, _Request("POST", "/v1/session", body=request))
        self._signed_in.begin(session)
        return session

    def sign_out(self) -> None:
        """The tokens are forgotten here, whether the server hears of it or not."""
        try:
            with self._sent(_Request("DELETE", "/v1/session")) as response:
                _check(response)
        finally:
            self._signed_in.forget()

    def access(self) -> str:
        """A good token. Raises TransportError, SignInNeeded."""
        return self._signed_in.access(self._refresh)

    # ------------------------------------------------------------------ the Transport

    def push(self, request: PushRequest) -> PushReply:
        return self._ask(PushReply, _Request("POST", "/v1/push", body=request))

    def pull(self, cursor: str, limit: int) -> PullReply:
        return self._ask(PullReply, _Request("GET", "/v1/pull", params={"cursor": cursor, "limit": str(limit)}))

    def bootstrap(self, request: BootstrapRequest) -> BootstrapReply:
        return self._ask(BootstrapReply, _Request("POST", "/v1/bootstrap", body=request))

    def bootstrap_page(self, token: str, after: str) -> BootstrapPage:
        path = f"/v1/bootstrap/{_segment(token)}"
        return self._ask(BootstrapPage, _Request("GET", path, params={"after": after}))

    def digest(self, request: DigestRequest) -> DigestReply:
        return self._ask(DigestReply, _Request("POST", "/v1/digest", body=request))

    def begin_upload(self, request: UploadRequest) -> Upload:
        return self._ask(Upload, _Request("POST", "/v1/uploads", body=request))

    def upload(self, upload_id: str, offset: int, chunk: bytes) -> Upload:
        headers = {"Upload-Offset": str(offset), "Content-Type": "application/octet-stream"}
        return self._ask(Upload, _Request("PATCH", f"/v1/uploads/{_segment(upload_id)}", body=chunk, headers=headers))

    def download(self, attachment: str, offset: int) -> bytes:
        """Some bytes from there on; none when there are no more."""
        headers = {"Range": f"bytes={offset}-{offset + PIECE_BYTES - 1}"}
        with self._sent(_Request("GET", f"/v1/attachments/{_segment(attachment)}", headers=headers)) as response:
            return b"" if response.status_code == 416 else _content(response)

    def presence(self, request: PresenceRequest) -> PresenceReply:
        return self._ask(PresenceReply, _Request("POST", "/v1/presence", body=request))

    def listen(self, woken: Callable[[], None], begun: Callable[[Callable[[], None]], None]) -> None:
        """Blocks while the server keeps the answer open. `begun` is given what ends it from another thread."""
        with self._sent(_Request("GET", "/v1/events", silence=SILENCE)) as response:
            _check(response)
            begun(response.raw.shutdown)
            with _faults():
                for line in _lines(response):
                    if line == b"event: wake":
                        woken()

    # ------------------------------------------------------------------ asking

    def _ask(self, kind: type[T], request: "_Request") -> T:
        with self._sent(request) as response:
            return _read(response, kind)

    def _plain(self, kind: type[T], request: "_Request") -> T:
        with closing(self._open(request)) as response:
            return _read(response, kind)

    @contextmanager
    def _sent(self, request: "_Request") -> Iterator[requests.Response]:
        """With a token; one that the server no longer takes is changed once."""
        with closing(self._authorized(request)) as response:
            yield response

    def _authorized(self, request: "_Request") -> requests.Response:
        access = self.access()
        response = self._open(request, access)
        if response.status_code != 401:
            return response
        response.close()
        self._signed_in.refused(access)
        return self._open(request, self.access())

    def _refresh(self, token: str) -> Session:
        return self._plain(Session, _Request("POST", "/v1/session/refresh", body=Refresh(refresh_token=token)))

    def _open(self, request: "_Request", access: str = "") -> requests.Response:
        data, headers = request.content()
        connect, read = self._patience
        if access:
            headers["Authorization"] = f"Bearer {access}"
        session = self._begun()
        with _faults():
            return session.request(
                request.method, self.address + request.path, data=data, headers=headers, params=request.params,
                timeout=(connect, request.silence or read), stream=True, allow_redirects=False,
            )  # fmt: skip

    def _begun(self) -> requests.Session:
        """The network's settings are read when the first word is said, so that a wrong one is an answer like others."""
        if self._session is None:
            session = _Session()
            session.trust_env = False  # no .netrc over our token, no proxy out of the environment
            session.headers.update({HEADER: str(PROTOCOL), "Accept-Encoding": "identity"})
            if self.address.startswith("https:"):
                session.proxies = self._network.proxies()
                session.mount("https://", self._network.adapter())
            self._session = session
        return self._session


@dataclass(frozen=True, slots=True)
class _Request:
    method: str
    path: str
    body: BaseModel | bytes | None = None
    headers: Mapping[str, str] = field(default_factory=dict)
    params: Mapping[str, str] | None = None
    silence: float | None = None

    def content(self) -> tuple[bytes | None, dict[str, str]]:
        if isinstance(self.body, BaseModel):
            text = self.body.model_dump_json()
            return text.encode(), {"Content-Type": "application/json", **self.headers}
        return self.body, dict(self.headers)


class _Session(requests.Session):
    def get_redirect_target(self, resp: requests.Response) -> None:
        """None is followed, and none is looked at: that would read the whole body, however long it is."""


def _segment(id: str) -> str:
    """Ids come from the server or out of our file: none may lead to another address."""
    if not id or not all(c.isascii() and (c.isalnum() or c in "-_") for c in id):
        raise Broken("bad-id")
    return id


_CUT_OFF = (requests.exceptions.ConnectionError, requests.exceptions.Timeout, requests.exceptions.ChunkedEncodingError)


@contextmanager
def _faults() -> Iterator[None]:
    """What can go wrong on the way, in the few words of the Transport."""
    try:
        yield
    except (requests.exceptions.SSLError, requests.exceptions.ProxyError) as error:
        raise (NotTrusted if "CERTIFICATE" in str(error) else Unreachable) from error
    except _CUT_OFF as error:
        raise Unreachable from error
    except (requests.RequestException, UnicodeError, ValueError) as error:
        raise Broken("garbled") from error
    except OSError as error:
        raise Unreachable from error


# ------------------------------------------------------------------------- reading


def _read(response: requests.Response, kind: type[T]) -> T:
    try:
        return kind.model_validate_json(_content(response))
    except ValidationError as error:
        raise Broken("garbled") from error


def _content(response: requests.Response, most: int = _MOST_BYTES) -> bytes:
    """The whole body, if it is one and not too large. Raises TransportError."""
    _check(response)
    return _bytes(response, most)


def _bytes(response: requests.Response, most: int) -> bytes:
    found, end = bytearray(), time.monotonic() + WHOLE
    with _faults():
        for part in response.iter_content(64 * 1024):
            found += part
            if len(found) > most:
                raise Broken("too-large")
            if time.monotonic() > end:
                raise Unreachable
    told = response.headers.get("Content-Length")
    if told is not None and told.isdecimal() and int(told) != len(found):
        raise Unreachable
    return bytes(found)


def _lines(response: requests.Response) -> Iterator[bytes]:
    line = bytearray()
    for byte in response.iter_content(1):
        if byte == b"\n":
            yield bytes(line).rstrip(b"\r")
            line.clear()
        else:
            line += byte
        if len(line) > _LONGEST_LINE:
            raise Broken("too-large")


def _check(response: requests.Response) -> None:
    """Raises TransportError unless it is an answer."""
    status = response.status_code
    if status in (200, 204, 206):
        return
    if 300 <= status < 400:
        raise Broken("redirected")
    raise _error(status, response)


def _error(status: int, response: requests.Response) -> TransportError:
    problem = _problem(response)
    if status == 401:
        return WrongPassword() if problem.error == "wrong-password" else SignInNeeded()
    if status == 409:
        told = response.headers.get("Upload-Offset", "")
        return WrongOffset(int(told)) if told.isdecimal() and len(told) < 16 else Broken("garbled")
    if status in (429, 503):
        return Busy(_patience(response.headers.get("Retry-After", "")))
    if status in (502, 504):
        return Unreachable()  # a proxy behind which nobody answers, as while a server starts anew
    plain: dict[int, TransportError] = {403: SignInNeeded(), 410: CursorLost(), 422: WrongHash(), 426: TooOld()}
    return plain.get(status) or Broken(f"{status} {problem.error}".strip()[:100])


def _problem(response: requests.Response) -> Problem:
    """What the server says of it; a proxy in between says something else."""
    try:
        return Problem.model_validate_json(_bytes(response, 64 * 1024))
    except (ValidationError, TransportError):
        return Problem(error="")


def _patience(told: str) -> int | None:
    return min(int(told[:6]) * 1000, _LONGEST_WAIT) if told.isdecimal() else None
