"""What the routes work with: the database, the clock, and what one replica keeps in memory."""

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from threading import Event
from typing import cast

from fastapi import Request
from sqlalchemy import Engine

from agentdesk.clock import SystemClock
from agentdesk.domain.request_due import EMBEDDED, ResourceProvider
from agentdesk.domain.values import Instant
from agentdesk.server.limits import Limits
from agentdesk.server.metrics import Metrics
from agentdesk.server.scanning import Scan, scan
from agentdesk.server.settings import OFFLINE_DAYS
from agentdesk.server.wakes import Wakes


def _ticks() -> int:
    return time.monotonic_ns() // 1_000_000


@dataclass(slots=True)
class Service:
    engine: Engine
    now: Callable[[], Instant] = field(default_factory=lambda: SystemClock().now)
    limits: Limits = field(default_factory=lambda: Limits(_ticks))
    scan: Scan = scan
    offline_days: int = OFFLINE_DAYS
    wakes: Wakes = field(default_factory=Wakes)
    metrics: Metrics = field(default_factory=Metrics)
    provider: ResourceProvider = EMBEDDED
    """Carries out what was approved."""
    due: Event = field(default_factory=Event)
    """Set when something may be due that should not wait for the next round."""


async def service_of(request: Request) -> Service:
    """Asynchronous, as what does not wait is best: FastAPI hands any other function to a thread."""
    return cast("Service", request.app.state.service)
