"""Runs the application: uvicorn, what is logged, and connections that must not stay for nothing."""

import asyncio
import logging
import socket
import sys
from collections.abc import Callable
from types import FrameType
from typing import Any

import h11
import uvicorn
from fastapi import FastAPI
from uvicorn.protocols.http.h11_impl import H11Protocol

from agentdesk.log import Redaction
from agentdesk.server.settings import Settings

HEADERS_WITHIN = 30.0
"""Seconds for the head of a request, so that nobody holds connections by sending it letter by letter."""
MOST_CONNECTIONS = 2_000
GRACE = 10
"""Seconds in which requests that are under way may end."""


class PatientProtocol(H11Protocol):
    """Hangs up on whoever has begun a request, or only connected, and does not come to the end of its head."""

    _deadline: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        super().connection_made(transport)
        self._watch()

    def data_received(self, data: bytes) -> None:
        super().data_received(data)
        if self.conn.their_state is h11.IDLE:
            self._watch()
        elif self._deadline is not None:
            self._deadline.cancel()
            self._deadline = None

    def connection_lost(self, exc: Exception | None) -> None:
        if self._deadline is not None:
            self._deadline.cancel()
        super().connection_lost(exc)

    def _watch(self) -> None:
        if self._deadline is None:
            self._deadline = self.loop.call_later(HEADERS_WITHIN, self._hang_up)

    def _hang_up(self) -> None:
        self._deadline = None
        if self.conn.their_state is h11.IDLE and not self.transport.is_closing():
            self.transport.close()


class Server(uvicorn.Server):
    """Says when it listens, and ends what would never end by itself before it waits for the rest."""

    def __init__(self, config: uvicorn.Config, app: FastAPI, listening: Callable[[], None] = lambda: None) -> None:
        super().__init__(config)
        self._app, self._listening = app, listening

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        if self.started:
            self._listening()

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        self._app.state.service.wakes.close()
        super().handle_exit(sig, frame)


def server_of(app: FastAPI, settings: Settings, listening: Callable[[], None] = lambda: None) -> Server:
    tls: dict[str, Any] = {}
    if settings.certificate is not None:
        tls = {"ssl_certfile": str(settings.certificate), "ssl_keyfile": str(settings.key or settings.certificate)}
    config = uvicorn.Config(
        app, host=settings.host, port=settings.port, http=PatientProtocol, ws="none", log_config=None,
        access_log=False, server_header=False, limit_concurrency=MOST_CONNECTIONS, timeout_keep_alive=75,
        timeout_graceful_shutdown=GRACE, proxy_headers=bool(settings.proxies),
        forwarded_allow_ips=list(settings.proxies), **tls,
    )  # fmt: skip
    return Server(config, app, listening)


def log_to_standard_error() -> None:
    """One line each; those of requests are JSON and hold no content (S34)."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    handler.addFilter(Redaction())
    for name in ("agentdesk", "uvicorn.error"):
        logger = logging.getLogger(name)
        logger.setLevel(logging.INFO if name == "agentdesk" else logging.WARNING)
        logger.handlers = [handler]
        logger.propagate = False
