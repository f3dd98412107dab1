"""What goes wrong at the seams: on the way to the server, in the desk's file, with the clock."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from random import Random
from typing import Any, TypeVar

from agentdesk.sync.transport import Broken, Busy, SignInNeeded, Transport, Unreachable
from agentdesk.wire import (
    BootstrapPage,
    BootstrapReply,
    BootstrapRequest,
    DigestReply,
    DigestRequest,
    Hello,
    PullReply,
    PushReply,
    PushRequest,
    Upload,
    UploadRequest,
)

T = TypeVar("T")


class Killed(Exception):
    """The process of the desk ends here."""


@dataclass
class Odds:
    """How often what happens; all nothing once the chaos is over. `hit` counts what did happen."""

    rng: Random
    level: float = 1.0
    hit: Counter[str] = field(default_factory=Counter)

    def __call__(self, name: str, chance: float) -> bool:
        if self.level and self.rng.random() < chance * self.level:
            self.hit[name] += 1
            return True
        return False


@dataclass
class FaultyWire:
    """Between one desk and the server. What is late arrives between later calls, or never."""

    inner: Transport
    odds: Odds
    cut: bool = False
    """A partition: nothing goes through."""
    late: list[Callable[[], Any]] = field(default_factory=list)
    """Requests that the server gets after the desk gave up on them."""
    replies: list[tuple[str, Any]] = field(default_factory=list)
    """Old replies that may come a second time, with what was asked."""

    def hello(self) -> Hello:
        return self._call("hello", self.inner.hello)

    def push(self, request: PushRequest) -> PushReply:
        if self.odds("crash-inside-push", 0.03) and len(request.commands) > 1:
            half = request.model_copy(update={"commands": request.commands[: len(request.commands) // 2]})
            self.inner.push(half)
            raise Broken("internal")
        return self._call("push", lambda: self.inner.push(request))

    def pull(self, cursor: str, limit: int) -> PullReply:
        reply = self._call("pull", lambda: self.inner.pull(cursor, limit))
        self.replies = [*self.replies[-5:], (cursor, reply)]
        return reply

    def bootstrap(self, request: BootstrapRequest) -> BootstrapReply:
        return self._call("bootstrap", lambda: self.inner.bootstrap(request))

    def bootstrap_page(self, token: str, after: str) -> BootstrapPage:
        return self._call("page", lambda: self.inner.bootstrap_page(token, after))

    def digest(self, request: DigestRequest) -> DigestReply:
        return self._call("digest", lambda: self.inner.digest(request))

    def begin_upload(self, request: UploadRequest) -> Upload:
        return self._call("begin-upload", lambda: self.inner.begin_upload(request))

    def upload(self, upload_id: str, offset: int, chunk: bytes) -> Upload:
        sent = chunk[::-1] if self.odds("bytes-changed", 0.03) else chunk
        return self._call("upload", lambda: self.inner.upload(upload_id, offset, sent))

    def deliver_late(self) -> None:
        """What was under way arrives after all, in any order; its answer goes nowhere."""
        self.odds.rng.shuffle(self.late)
        waiting, self.late = self.late, []
        for request in waiting:
            request()

    def _call(self, name: str, ask: Callable[[], T]) -> T:
        self._on_the_way_there(name, ask)
        answer = ask()
        if name in ("push", "upload") and self.odds("duplicate", 0.08):
            answer = ask()
        if self.odds("reply-lost", 0.06):
            raise Unreachable
        return answer

    def _on_the_way_there(self, name: str, ask: Callable[[], Any]) -> None:
        if self.cut or self.odds("request-lost", 0.06):
            raise Unreachable
        if name == "push" and self.odds("delayed", 0.04):
            self.late.append(ask)
            raise Unreachable
        if self.odds("server-fault", 0.03):
            raise Broken("internal")
        if self.odds("busy", 0.02):
            raise Busy(2_000)
        if name != "hello" and self.odds("token-expired", 0.01):
            raise SignInNeeded
