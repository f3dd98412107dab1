"""What a command costs a server with a thousand tickets and with a million, and how long one waits at half its load.

python3 tests/bench/server_growth.py [--rounds N] [--tickets N ...]

The other tickets are copies of one, with a message and a line of the feed each, put in by PostgreSQL itself. Cost is
the CPU of server and database for replies sent one in a push, and the statements that taking such a push needs. Half
load: four people send at half the pace that the same four reach without a pause, and each reply is timed from when it
was due.
"""

import argparse
import threading
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from time import perf_counter
from typing import Any

import harness
import requests
from harness import at
from postgres import Cluster, Serving, cluster, serving
from server_commands import COMMANDS, PEOPLE, filled, ours, pushes, recorded
from sqlalchemy import Connection, String, Table, cast, func, insert, literal, select, text, true

from agentdesk.clock import SystemClock
from agentdesk.domain.values import Id
from agentdesk.server import tokens
from agentdesk.server.database import connect, owning, writing
from agentdesk.server.schema import FEED, SEAL, TABLES
from agentdesk.wire import PushRequest, WireCommand
from tests.server.worlds import World, device

TICKETS = (1_000, 100_000, 1_000_000)
WRITTEN_DOWN = 12
"""Pushes whose statements are counted."""
SENDERS, HALF_LOAD = PEOPLE[:4], 100
"""Each may push 300 times a minute, and does it twice so often here."""
_T, _M = TABLES["ticket"], TABLES["message"]
Work = list[tuple[Id, list[WireCommand]]]


def multiply(url: str, model: Id, copies: int) -> None:
    """So many tickets like that one."""
    engine = connect(url)
    with owning(engine) as connection:
        series = func.generate_series(1, copies).table_valued("i").render_derived()
        number = literal("COPY-") + cast(series.c.i, String)
        _copy(connection, _T, {"id": func.gen_random_uuid(), "number": number}, _T.c.id == model, series)
        copied = _T.alias()
        new = {"id": func.gen_random_uuid(), "ticket": copied.c.id}
        _copy(connection, _M, new, _M.c.ticket == model, copied, copied.c.number.startswith("COPY-"))
        line = {"root": copied.c.id}
        _copy(connection, FEED, line, FEED.c.root == model, copied, copied.c.number.startswith("COPY-"))
        _seal(connection)
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.execute(text("VACUUM ANALYZE"))  # else it is done while commands are measured
    engine.dispose()


def _seal(connection: Connection) -> None:
    """As if all had been sealed: a server that seals a million changes meanwhile would be measured with it."""
    n = select(func.coalesce(func.max(SEAL.c.n), 0) + 1).scalar_subquery()
    end = select(n, FEED.c.xid, FEED.c.id, FEED.c.root_kind, FEED.c.root, FEED.c.rev, literal(""))
    last = end.order_by(FEED.c.xid.desc(), FEED.c.id.desc()).limit(1)
    names = ["n", "xid", "feed", "root_kind", "root", "rev", "hash"]
    connection.execute(insert(SEAL).from_select(names, last))


def _copy(connection: Connection, table: Table, new: dict[str, Any], model: Any, *beside: Any) -> None:
    """The model's first row for each row beside it."""
    source, *where = beside
    names = [c.name for c in table.c if c.name in new or not (c.identity or c.autoincrement is True)]
    first = select(table).where(model).limit(1).subquery()
    values = [new.get(name, first.c[name]) for name in names]
    rows = select(*values).select_from(first).join(source, true()).where(*where)
    connection.execute(insert(table).from_select(names, rows))


def cost(pg: Cluster, copies: int, rounds: int) -> dict[str, float]:
    """Of one command: milliseconds of CPU, and statements."""
    spent = 0.0
    for number in range(rounds):
        name = f"grown_{copies}_{number}"
        world, tickets = filled(pg, name)
        url = pg.address.format(name)
        multiply(url, tickets[PEOPLE[0]][0], copies)
        harness.say(f"{copies} tickets are there")
        with serving(url) as server:
            spent += ours(server, pg, url, list(pushes(world, tickets, 1)))
        some = list(pushes(world, tickets, 1))[:WRITTEN_DOWN]
        statements = len(recorded(url, some, SystemClock().now())) / WRITTEN_DOWN
        pg.run(f"DROP DATABASE {name} WITH (FORCE)")
    found = {"tickets": copies, "ms": round(spent * 1000 / (rounds * COMMANDS), 2), "statements": round(statements, 1)}
    harness.say(f"{found}")
    return found


# ------------------------------------------------------------------------- half load


class Sender:
    """One person's replies, one after the other on a connection of its own."""

    def __init__(self, server: Serving, person: Id, token: str, commands: Sequence[WireCommand]) -> None:
        self._address, self._person, self._left = f"{server.address}/v1/push", person, list(commands)
        self._session = requests.Session()
        self._session.headers.update(
            {"Authorization": f"Bearer {token}", "AgentDesk-Protocol": "1", "Content-Type": "application/json"}
        )
        self._waited = threading.Event()

    def send(self, count: int, pace: float) -> list[float]:
        """Milliseconds each took; `pace` is the seconds between two, 0 for no pause."""
        took, begun = [], perf_counter()
        for number in range(count):
            due = begun + number * pace if pace else perf_counter()
            self._waited.wait(max(0.0, due - perf_counter()))
            body = PushRequest(client=device(self._person), commands=[self._left.pop()]).model_dump_json()
            answer = self._session.post(self._address, data=body, timeout=60)
            assert answer.ok, answer.text
            assert answer.json()["results"][0]["status"] == "applied", answer.text
            took.append((perf_counter() - due) * 1000)
        return took


def half_load(pg: Cluster, each: int) -> dict[str, float]:
    world, tickets = filled(pg, "half")
    url = pg.address.format("half")
    with serving(url) as server:
        senders = _senders(server, url, world, tickets, 2 * each)
        begun = perf_counter()
        _together(senders, each, 0)
        seconds = perf_counter() - begun
        times = _together(senders, each, 2 * seconds / each)
    found = {"per_second_at_full_load": round(len(senders) * each / seconds, 1)}
    return found | {"p50_ms": at(times, 0.5), "p99_ms": at(times, 0.99)}


def _senders(server: Serving, url: str, world: World, tickets: dict[Id, list[Id]], each: int) -> list[Sender]:
    engine, now = connect(url), SystemClock().now()
    with writing(engine) as connection:
        given = {p: tokens.begin_family(connection, p, device(p), now).access for p in SENDERS}
    engine.dispose()
    return [
        Sender(server, p, given[p], [world.wire(world.reply(tickets[p][n % 5], f"Reply {n}")) for n in range(each)])
        for p in SENDERS
    ]


def _together(senders: list[Sender], each: int, pace: float) -> list[float]:
    with ThreadPoolExecutor(len(senders)) as pool:
        return [took for times in pool.map(lambda one: one.send(each, pace), senders) for took in times]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=2)
    parser.add_argument("--tickets", type=int, nargs="+", default=TICKETS)
    given = parser.parse_args()
    with cluster() as pg:
        costs = [cost(pg, copies, given.rounds) for copies in given.tickets]
        waited = half_load(pg, HALF_LOAD)
    growth = round(costs[-1]["ms"] / costs[0]["ms"], 2)
    harness.report("server_growth", goal="growth near 1", costs=costs, growth=growth, half_load=waited)


if __name__ == "__main__":
    main()
