"""In front of every route: how large, how slow and how encoded a request may be; what every answer carries."""

import asyncio
import json
import logging
import secrets
import time
from collections.abc import Awaitable, Callable

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from agentdesk.server import problems
from agentdesk.server.metrics import Metrics
from agentdesk.server.problems import Answer
from agentdesk.wire import CHUNK_BYTES, MOST_PUSH_BYTES

_LOG = logging.getLogger("agentdesk.server.access")
SLOWEST = 30.0
"""Seconds that a body may take to arrive (S16)."""


class Refused(Exception):
    def __init__(self, answer: Answer) -> None:
        super().__init__(answer.code)
        self.answer = answer


class Gate:
    def __init__(self, app: ASGIApp, metrics: Metrics, slowest: float = SLOWEST) -> None:
        self._app, self._metrics, self._slowest = app, metrics, slowest

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        scope["request_id"] = secrets.token_hex(8)
        begun = time.perf_counter()
        answered = _Answered(send, scope["request_id"], lambda n: self._note(scope, n, time.perf_counter() - begun))
        try:
            await self._pass(scope, receive, answered)
        finally:
            answered.end()

    async def _pass(self, scope: Scope, receive: Receive, answered: "_Answered") -> None:
        try:
            body = await _body(scope, receive, self._slowest)
            await self._app(scope, _again(body, receive), answered)
        except Refused as refused:
            headers = {"Connection": "close"}
            await problems.told(refused.answer, scope["request_id"], headers)(scope, receive, answered)
        except Exception:
            _LOG.exception("request %s failed", scope["request_id"])
            if answered.status:
                raise
            await problems.told(problems.INTERNAL, scope["request_id"])(scope, receive, answered)

    def _note(self, scope: Scope, status: int, seconds: float) -> None:
        """No content, no address of the request beyond its route, nobody's name."""
        route = getattr(scope.get("route"), "name", "none")
        self._metrics.answered(route, status, seconds)
        line = {"id": scope["request_id"], "route": route, "method": scope["method"], "status": status}
        _LOG.info(json.dumps(line | {"ms": round(seconds * 1000, 1)}))


class _Answered:
    """Sends on, with the headers that every answer has; `ended` is told the status before the last piece goes."""

    def __init__(self, send: Send, id: str, ended: Callable[[int], None]) -> None:
        self._send, self._id, self.status = send, id, 0
        self._ended: Callable[[int], None] | None = ended

    def end(self) -> None:
        if self._ended is not None:
            self._ended(self.status)
            self._ended = None

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self.status = message["status"]
            headers = MutableHeaders(scope=message)
            headers["X-Request-Id"] = self._id
            headers["Cache-Control"] = "no-store"
            headers["X-Content-Type-Options"] = "nosniff"
        elif not message.get("more_body"):
            self.end()
        await self._send(message)


async def _body(scope: Scope, receive: Receive, slowest: float) -> bytes:
    headers = Headers(scope=scope)
    most = CHUNK_BYTES if scope["method"] == "PATCH" else MOST_PUSH_BYTES
    if headers.get("content-encoding", "identity").lower() != "identity":
        raise Refused(problems.ENCODED)
    told = headers.get("content-length", "0")
    if not told.isdecimal() or int(told[:20]) > most:
        raise Refused(problems.TOO_LARGE)
    try:
        async with asyncio.timeout(slowest):
            return await _read(receive, most)
    except TimeoutError:
        raise Refused(problems.TOO_SLOW) from None


async def _read(receive: Receive, most: int) -> bytes:
    parts = bytearray()
    while True:
        message = await receive()
        if message["type"] == "http.disconnect":
            raise Refused(problems.UNREADABLE)
        parts += message.get("body", b"")
        if len(parts) > most:
            raise Refused(problems.TOO_LARGE)
        if not message.get("more_body"):
            return bytes(parts)


def _again(body: bytes, receive: Receive) -> Callable[[], Awaitable[Message]]:
    """Gives the body that was read, and after that whatever really comes."""
    left = [body]

    async def read() -> Message:
        if left:
            return {"type": "http.request", "body": left.pop(), "more_body": False}
        return await receive()

    return read
