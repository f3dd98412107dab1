"""Commands of people by HTTP against pgbench that sends PostgreSQL the same SQL, singly and in pushes of 20.

python3 tests/bench/server_commands.py [--rounds N]
"""

import argparse
import resource
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import harness
import psycopg
import requests
from postgres import Cluster, Serving, cluster, serving
from sqlalchemy import Engine, event

from agentdesk.domain.values import Id
from agentdesk.server import tokens
from agentdesk.server.database import connect, writing
from agentdesk.server.migrate import migrate
from agentdesk.server.push import push
from agentdesk.wire import PushRequest, WireCommand
from tests.builders import JONAS, LEA, MARA, NOAH, PETRA, WEI
from tests.server.worlds import World, device, furnish

PEOPLE = (MARA, JONAS, NOAH, PETRA, WEI, LEA)
"""Each may send 600 commands a minute."""
TICKETS_EACH = 5
COMMANDS = 240
"""In one round: as many for each person."""


class Transcript:
    """The SQL that a server sends, in the words of pgbench, where what goes in one message stays in one."""

    def __init__(self, engine: Engine) -> None:
        self.lines: list[str] = []
        event.listen(engine, "before_cursor_execute", self._note)
        event.listen(engine, "commit", lambda _: self.lines.append("COMMIT;"))
        event.listen(engine, "rollback", lambda _: self.lines.append("ROLLBACK;"))

    def _note(self, connection: Any, _c: Any, sql: str, given: Any, _context: Any, many: bool) -> None:
        plain = psycopg.ClientCursor(connection.connection.driver_connection)
        for one in given if many else [given]:
            text = plain.mogrify(sql, one).replace("\n", " ")
            self.lines.append((text.replace("; ", "\\; ") if sql.startswith("BEGIN") else text) + ";")


def pushes(world: World, tickets: dict[Id, list[Id]], size: int) -> Iterator[tuple[Id, list[WireCommand]]]:
    """Replies to tickets of one's own, person by person in turn."""
    for turn in range(COMMANDS // size):
        person = PEOPLE[turn % len(PEOPLE)]
        own = tickets[person]
        yield person, [world.wire(world.reply(own[(turn + n) % len(own)], f"Reply {turn} {n}")) for n in range(size)]


def recorded(url: str, work: list[tuple[Id, list[WireCommand]]], now: int) -> list[str]:
    engine = connect(url)
    transcript = Transcript(engine)
    for person, commands in work:
        push(engine, person, PushRequest(client=device(person), commands=commands), now)
    engine.dispose()
    return transcript.lines


def signed_in(url: str) -> dict[Id, str]:
    """The access token of each person."""
    engine = connect(url)
    with writing(engine) as connection:
        given = {p: tokens.begin_family(connection, p, device(p), _now()).access for p in PEOPLE}
    engine.dispose()
    return given


def send(session: requests.Session, server: Serving, token: str, request: PushRequest) -> list[dict[str, Any]]:
    """One push, all of which is applied: the results."""
    headers = {"Authorization": f"Bearer {token}", "AgentDesk-Protocol": "1"}
    body = request.model_dump_json()
    answer = session.post(f"{server.address}/v1/push", data=body, headers=headers | _JSON, timeout=60)
    told: list[dict[str, Any]] = answer.json()["results"]
    assert {one["status"] for one in told} == {"applied"}, told
    return told


def ours(server: Serving, pg: Cluster, url: str, work: list[tuple[Id, list[WireCommand]]]) -> float:
    """CPU seconds of server and database."""
    given = signed_in(url)
    with requests.Session() as session:
        before = server.cpu() + pg.cpu()
        for person, commands in work:
            send(session, server, given[person], PushRequest(client=device(person), commands=commands))
        return server.cpu() + pg.cpu() - before


_JSON = {"Content-Type": "application/json"}


def theirs(pg: Cluster, url: str, script: Path) -> float:
    place = url.replace("postgresql+psycopg://", "postgresql://")
    before, own = pg.cpu(), resource.getrusage(resource.RUSAGE_CHILDREN)
    call = [str(pg.programs / "pgbench"), "-n", "-f", str(script), "-t", "1", "-c", "1", place]
    done = subprocess.run(call, capture_output=True, text=True, check=False)
    assert "number of failed transactions: 0" in done.stdout, done.stdout + done.stderr
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return pg.cpu() - before + after.ru_utime + after.ru_stime - own.ru_utime - own.ru_stime


def _now() -> int:
    from agentdesk.clock import SystemClock  # noqa: PLC0415

    return SystemClock().now()


def measured(pg: Cluster, place: Path, size: int, rounds: int) -> dict[str, float]:
    """The same commands to three copies of one database: one to write the SQL down, one for each side."""
    mine = peer = 0.0
    for number in range(rounds):
        names = [f"{kind}_{size}_{number}" for kind in ("written", "ours", "theirs")]
        world, tickets = filled(pg, f"filled_{size}_{number}")
        work = list(pushes(world, tickets, size))
        written, our_url, their_url = (pg.copy(f"filled_{size}_{number}", name) for name in names)
        script = place / f"{size}.sql"
        script.write_text("\n".join(recorded(written, work, world.now + 1_000)))
        harness.say(f"{size} at once, round {number}: {len(work)} pushes written down")
        with serving(our_url) as server:
            mine += ours(server, pg, our_url, work)
        peer += theirs(pg, their_url, script)
    each = rounds * COMMANDS / 1000
    return {
        "ms": round(mine / each, 2), "pgbench_ms": round(peer / each, 2), "ratio": round(peer / mine, 3),
        "statements": round(len(script.read_text().splitlines()) / COMMANDS, 1),
    }  # fmt: skip


def filled(pg: Cluster, name: str) -> tuple[World, dict[Id, list[Id]]]:
    pg.run(f"CREATE DATABASE {name}")
    migrate(pg.address.format(name))
    engine = connect(pg.address.format(name))
    furnish(engine)
    world = World(engine, now=_now())
    tickets = {person: [world.filed(person) for _ in range(TICKETS_EACH)] for person in PEOPLE}
    engine.dispose()
    return world, tickets


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=2)
    rounds = parser.parse_args().rounds
    with cluster() as pg, tempfile.TemporaryDirectory() as place:
        singly, in_twenties = (measured(pg, Path(place), size, rounds) for size in (1, 20))
    goal = "CPU ratio >= 0.1 singly, >= 0.15 in pushes of 20"
    figures = {"commands": COMMANDS * rounds, "singly": singly, "in_twenties": in_twenties}
    harness.report("server_commands", goal=goal, **figures)


if __name__ == "__main__":
    main()
