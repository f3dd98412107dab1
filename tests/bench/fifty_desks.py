"""Fifty desks that listen to one server on PostgreSQL: their memory there, and a reply that reaches all of them.

python3 tests/bench/fifty_desks.py [--rounds N]
"""

import argparse
import threading
from contextlib import ExitStack
from dataclasses import replace
from time import perf_counter
from typing import Any
from uuid import uuid4

import harness
import requests
from harness import at
from postgres import Serving, cluster, serving

from agentdesk.clock import SystemClock
from agentdesk.domain.values import Id, Role, ScopeKind
from agentdesk.records.rows import Rows
from agentdesk.server import tokens
from agentdesk.server.clients import register
from agentdesk.server.database import connect, owning, writing
from agentdesk.server.migrate import migrate
from agentdesk.server.schema import TABLES
from tests.builders import NOAH, a_person, a_role, an_id
from tests.server.worlds import World, device, furnish

AGENTS, EACH = 10, 5
"""A person may listen at five desks."""


class Listening:
    """One desk: it waits for news, pulls them, and says when it had them."""

    def __init__(self, address: str, token: str) -> None:
        self._address, self._headers = address, {"Authorization": f"Bearer {token}", "AgentDesk-Protocol": "1"}
        self._session = requests.Session()
        begun = self._session.post(f"{address}/v1/bootstrap", json={}, headers=self._headers, timeout=60).json()
        self._cursor = begun["cursor"]
        self.ready, self.had = threading.Event(), threading.Event()
        self.at = 0.0
        threading.Thread(target=self._listen, daemon=True).start()

    def _listen(self) -> None:
        with requests.get(f"{self._address}/v1/events", headers=self._headers, stream=True, timeout=60) as news:
            self.ready.set()
            for line in news.iter_lines(chunk_size=1):
                if line == b"event: wake":
                    self._pull()

    def _pull(self) -> None:
        asked = {"cursor": self._cursor, "limit": "500"}
        told = self._session.get(f"{self._address}/v1/pull", params=asked, headers=self._headers, timeout=60).json()
        self._cursor = told["cursor"]
        if told["documents"]["roots"]:
            self.at = perf_counter()
            self.had.set()


def people(database: str) -> list[str]:
    """An access token for each desk; all of them see every ticket."""
    engine, now, found = connect(database), SystemClock().now(), list[str]()
    furnish(engine)
    agents = [an_id(700_000 + number) for number in range(AGENTS)]
    with owning(engine) as connection:
        rows = Rows(connection, TABLES)
        for number, agent in enumerate(agents):
            rows.put(replace(a_person(agent, f"agent{number}"), rev=1))
            role = a_role(an_id(710_000 + number), agent, Role.HANDLER, (ScopeKind.SYSTEM, None))
            rows.put(replace(role, rev=1))
    for agent in agents:
        for _ in range(EACH):
            client = str(uuid4())
            register(engine, agent, client, now)
            with writing(engine) as connection:
                found.append(tokens.begin_family(connection, agent, client, now).access)
    engine.dispose()
    return found


def reply(server: Serving, world: World, token: str, ticket: Id) -> None:
    headers = {"Authorization": f"Bearer {token}", "AgentDesk-Protocol": "1"}
    body: dict[str, Any] = {"client": device(NOAH), "commands": [world.wire(world.reply(ticket)).model_dump()]}
    told = requests.post(f"{server.address}/v1/push", json=body, headers=headers, timeout=60).json()
    assert told["results"][0]["status"] == "applied", told


def furnished(url: str, stack: ExitStack) -> tuple[World, str, Id]:
    """A ticket of Noah's, and his token."""
    engine = connect(url)
    stack.callback(engine.dispose)
    world = World(engine, now=SystemClock().now())
    with writing(engine) as connection:
        token = tokens.begin_family(connection, NOAH, device(NOAH), SystemClock().now()).access
    return world, token, world.filed(NOAH)


def memory_of_each(server: Serving, given: list[str]) -> tuple[list[Listening], float]:
    """The desks, all of them listening, and the KiB that one more of them takes at the server."""
    first = Listening(server.address, given[0])
    assert first.ready.wait(60)
    before = server.memory()
    desks = [first, *(Listening(server.address, token) for token in given[1:])]
    assert all(desk.ready.wait(60) for desk in desks)
    return desks, (server.memory() - before) / 1024 / (len(desks) - 1)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=20)
    rounds = parser.parse_args().rounds
    with ExitStack() as stack:
        pg = stack.enter_context(cluster())
        pg.run("CREATE DATABASE desk")
        url = pg.address.format("desk")
        migrate(url)
        given = people(url)
        world, token, ticket = furnished(url, stack)
        server = stack.enter_context(serving(url))
        desks, memory = memory_of_each(server, given)
        waits, cpu = list[float](), server.cpu() + pg.cpu()
        for _ in range(rounds):
            for desk in desks:
                desk.had.clear()
            begun = perf_counter()
            reply(server, world, token, ticket)
            assert all(desk.had.wait(60) for desk in desks)
            waits += [(desk.at - begun) * 1000 for desk in desks]
        cpu = (server.cpu() + pg.cpu() - cpu) / rounds
    figures = {
        "desks": len(desks), "kib_each": round(memory), "reached_p50_ms": at(waits, 0.5),
        "reached_p95_ms": at(waits, 0.95), "cpu_ms_for_one_reply_and_all_pulls": round(cpu * 1000, 1),
    }  # fmt: skip
    harness.report("fifty_desks", goal="on all others in under a second", **figures)


if __name__ == "__main__":
    main()
