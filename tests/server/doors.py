"""A server that answers on a port of this computer, and people who are signed in to it."""

import threading
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from typing import Any

import requests
import uvicorn
from fastapi import FastAPI
from sqlalchemy import Engine

from agentdesk.domain.values import Id
from agentdesk.server import tokens
from agentdesk.server.app import app_of
from agentdesk.server.database import writing
from agentdesk.server.poller import chores
from agentdesk.server.service import Service
from agentdesk.server.serving import Server, server_of
from agentdesk.server.settings import Settings
from tests.server.worlds import device


class Ready(Server):
    """Says when it listens."""

    def __init__(self, config: uvicorn.Config, app: FastAPI) -> None:
        self.ready = threading.Event()
        super().__init__(config, app, self.ready.set)

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.servers[0].sockets[0].getsockname()[1]}"


@contextmanager
def listening(app: FastAPI, settings: Settings | None = None) -> Iterator[Ready]:
    server = Ready(server_of(app, settings or Settings(port=0)).config, app)
    thread = threading.Thread(target=server.run, name="uvicorn", daemon=True)
    thread.start()
    assert server.ready.wait(60)
    try:
        yield server
    finally:
        app.state.service.wakes.close()
        server.should_exit = True
        thread.join()


@contextmanager
def replica(engine: Engine, service: Service | None = None, *, busy: bool = False) -> Iterator["Door"]:
    """One server over the engine; `busy`: it also does what is due unasked."""
    service = service or Service(engine)
    with ExitStack() as stack:
        server = stack.enter_context(listening(app_of(service)))
        for thread in chores(service) if busy else ():
            thread.start()
            stack.callback(thread.stop)
        yield Door(service, server.address, stack.enter_context(requests.Session()))


@dataclass
class Door:
    service: Service
    address: str
    session: requests.Session

    def token(self, person: Id, client: Id | None = None) -> str:
        """An access token as a sign-in gives it."""
        with writing(self.service.engine) as connection:
            return tokens.begin_family(connection, person, client or device(person), self.service.now()).access

    def headers(self, person: Id, client: Id | None = None) -> dict[str, str]:
        return {"Authorization": f"Bearer {self.token(person, client)}", "AgentDesk-Protocol": "1"}

    def ask(self, method: str, path: str, **more: Any) -> requests.Response:
        return self.session.request(method, self.address + path, timeout=60, **more)
