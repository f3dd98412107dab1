"""The composition root: settings in, an application out."""

import math
from collections.abc import AsyncIterator
from contextlib import ExitStack, asynccontextmanager

from fastapi import Depends, FastAPI
from sqlalchemy.exc import SQLAlchemyError

from agentdesk import __version__
from agentdesk.server import problems
from agentdesk.server.access import authorize, check_routes
from agentdesk.server.database import connect, opened, reading
from agentdesk.server.doctor import lag
from agentdesk.server.gate import Gate
from agentdesk.server.metrics import serve_metrics
from agentdesk.server.poller import chores
from agentdesk.server.routes import events, files, sessions, sync
from agentdesk.server.scanning import scan, with_scanner
from agentdesk.server.service import Service
from agentdesk.server.settings import Settings
from agentdesk.wire import Problem

ROUTERS = (sessions.router, sync.router, files.router, events.router)


def create_app(settings: Settings) -> FastAPI:
    """The server as an ASGI application. Between start and end it holds the database and does what is due."""
    scanned = with_scanner(settings.scanner) if settings.scanner else scan
    service = Service(connect(settings.database), scan=scanned, offline_days=settings.offline_days)
    app = app_of(service)

    @asynccontextmanager
    async def running(_: FastAPI) -> AsyncIterator[None]:
        with ExitStack() as stack:
            service.engine = stack.enter_context(opened(settings.database))
            _begin(service, settings, stack)
            yield
            service.wakes.close()

    app.router.lifespan_context = running
    return app


def app_of(service: Service) -> FastAPI:
    """The application alone: nothing happens in it unasked."""
    app = FastAPI(
        title="AgentDesk", version=__version__, docs_url=None, redoc_url=None, dependencies=[Depends(authorize)],
        responses={"4XX": {"model": Problem}, "5XX": {"model": Problem}},
    )  # fmt: skip
    app.state.service = service
    for router in ROUTERS:
        app.include_router(router)
    check_routes(app)
    problems.install(app)
    app.add_middleware(Gate, metrics=service.metrics)
    return app


def _lag(service: Service) -> float:
    """How far the feed is behind; nobody knows while the database is away."""
    try:
        with reading(service.engine) as connection:
            return lag(connection, service.now()) / 1000
    except SQLAlchemyError:
        return math.nan


def _begin(service: Service, settings: Settings, stack: ExitStack) -> None:
    for chore in chores(service):
        chore.start()
        stack.callback(chore.stop)
    service.metrics.gauges["listeners"] = lambda: len(service.wakes.everybody())
    service.metrics.gauges["horizon_lag_seconds"] = lambda: _lag(service)
    if settings.metrics is not None:
        server = serve_metrics(service.metrics, settings.metrics)
        stack.callback(server.server_close)
        stack.callback(server.shutdown)
