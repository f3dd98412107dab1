"""Replies by HTTP against Roundup adding as many comments by its REST, both on one PostgreSQL, in turns.

Roundup is no dependency of this project: the bench makes a virtual environment in a temporary directory, where pip
installs `roundup`, `psycopg2-binary` (its way to PostgreSQL) and `pyjwt` (its way to tokens). The tracker is made of
the template `classic`, and roundup-server runs as it does out of the box, with a process for each connection. One signs
in with the JSON Web Token of its REST documentation, as a bearer. A comment is what that documentation asks for: the
message is posted, the etag of the issue is read, and the message is added to the issue's by PATCH.

python3 tests/bench/roundup.py [--rounds N]
"""

import argparse
import json
import os
import secrets
import socket
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from time import perf_counter, time
from typing import Any

import harness
import requests
from postgres import Cluster, Serving, cluster, family_cpu, serving
from server_commands import PEOPLE, filled, send, signed_in
from sqlalchemy import make_url

from agentdesk.domain.values import Id
from agentdesk.wire import PushRequest
from tests.server.worlds import World, device

PACKAGES = ("roundup", "psycopg2-binary", "pyjwt")
ISSUES = 30
"""As many as we have tickets."""
COMMENTS = 60
"""In one turn of each side."""
TEXT = (
    "Thank you for the quick answer. I have switched the printer off and on again as you asked, and it printed two "
    "pages before the same humming came back. The display shows code {}. Could somebody come by this afternoon?"
)
_SIGN = "import json, jwt, sys; print(jwt.encode(json.loads(sys.argv[1]), sys.argv[2], algorithm='HS256'))"


@dataclass
class Spent:
    """Seconds on the clock, and of CPU by the server and by PostgreSQL."""

    wall: float = 0.0
    server: float = 0.0
    database: float = 0.0

    def cpu(self) -> float:
        return self.server + self.database

    def figures(self, comments: int) -> dict[str, float]:
        return {
            "per_second": round(comments / self.wall, 2), "per_cpu_second": round(comments / self.cpu(), 2),
            "server_ms": round(self.server / comments * 1000, 2),
            "database_ms": round(self.database / comments * 1000, 2),
        }  # fmt: skip


@dataclass
class Side:
    """`cpu` in seconds of its server so far; `add` makes one comment, the number says which."""

    cpu: Callable[[], float]
    add: Callable[[int], object]

    def take(self, pg: Cluster, numbers: range, spent: Spent) -> None:
        wall, server, database = perf_counter(), self.cpu(), pg.cpu()
        for number in numbers:
            self.add(number)
        spent.wall += perf_counter() - wall
        spent.server += self.cpu() - server
        spent.database += pg.cpu() - database


class Tracker:
    """Roundup, signed in, with its issues."""

    def __init__(self, session: requests.Session, address: str, person: str) -> None:
        self._session, self._data, self._person = session, f"{address}rest/data", person
        self._issues = [self._made("issue", title=f"The printer hums {number}") for number in range(ISSUES)]

    def comment(self, number: int) -> None:
        """With an author and a date, which Roundup's own pages give a message and its REST leaves to the client."""
        message = self._made("msg", content=TEXT.format(number), author=self._person, date=".")
        change = {"@op": "add", "messages": message}
        unchanged = {"If-Match": self.etag(number)}
        answer = self._session.patch(self._issue(number), json=change, headers=unchanged, timeout=60)
        answer.raise_for_status()

    def etag(self, number: int) -> str:
        """It comes with any property; one that never grows makes the smallest answer."""
        answer = self._session.get(f"{self._issue(number)}/title", timeout=60)
        answer.raise_for_status()
        return str(answer.headers["ETag"])

    def comments(self) -> int:
        found = (self._session.get(self._issue(number), timeout=60).json() for number in range(ISSUES))
        return sum(len(one["data"]["attributes"]["messages"]) for one in found)

    def _issue(self, number: int) -> str:
        return f"{self._data}/issue/{self._issues[number % ISSUES]}"

    def _made(self, kind: str, **values: str) -> str:
        answer = self._session.post(f"{self._data}/{kind}", json=values, timeout=60)
        answer.raise_for_status()
        return str(answer.json()["data"]["id"])


def installed(place: Path) -> Path:
    """The folder of Roundup's programs."""
    harness.say(f"installing {', '.join(PACKAGES)}")
    subprocess.run([sys.executable, "-m", "venv", str(place)], check=True)
    programs = place / "bin"
    subprocess.run([programs / "pip", "install", "--quiet", *PACKAGES], check=True, stdout=sys.stderr)
    return programs


def said(*call: str | Path) -> str:
    return subprocess.run(call, check=True, text=True, stdout=subprocess.PIPE).stdout.strip()


@contextmanager
def tracker(programs: Path, home: Path, pg: Cluster) -> Iterator[tuple[Tracker, Side]]:
    port, secret = free_port(), secrets.token_urlsafe(48)
    origin = f"http://127.0.0.1:{port}"
    address = f"{origin}/desk/"
    person = founded(programs, home, pg, {"tracker_web": address, "web_jwt_secret": secret})
    headers = {"Authorization": f"Bearer {token(programs, address, person, secret)}"}
    headers |= {"X-Requested-With": "rest", "Referer": address, "Origin": origin}  # against forged requests
    with served(programs, home, port) as process, requests.Session() as session:
        session.headers.update(headers)
        made = Tracker(session, address, person)
        yield made, Side(lambda: family_cpu(process), made.comment)


def founded(programs: Path, home: Path, pg: Cluster, web: dict[str, str]) -> str:
    """A tracker with one person of the role User: the person's number."""
    place = make_url(pg.address.format("roundup"))
    mail = {"mail_domain": "example.com", "mail_host": "localhost"}  # asked for; nobody else is told of a comment
    rdbms = {"rdbms_name": "roundup", "rdbms_host": str(place.query["host"]), "rdbms_user": place.username or ""}
    options = ",".join(f"{name}={value}" for name, value in (web | mail | rdbms).items())
    admin = (programs / "roundup-admin", "-i", home)
    said(*admin, "install", "classic", "postgresql", options)
    said(*admin, "initialise", secrets.token_urlsafe(16))
    return said(*admin, "create", "user", "username=noah", "roles=User", "address=noah@example.com")


def token(programs: Path, address: str, person: str, secret: str) -> str:
    now = int(time())
    claim = {"sub": person, "iss": address, "aud": address, "iat": now, "exp": now + 86_400, "roles": ["user"]}
    return said(programs / "python", "-c", _SIGN, json.dumps(claim), secret)


@contextmanager
def served(programs: Path, home: Path, port: int) -> Iterator[int]:
    """The process of roundup-server. It refuses to run as root unless it is told that this is meant."""
    options = f"-n 127.0.0.1 -p {port} -u {os.getuid()}".split()
    call = [str(programs / "roundup-server"), *options, f"desk={home}"]
    told = os.environ | {"PYTHONUNBUFFERED": "1"}
    process = subprocess.Popen(call, env=told, text=True, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    try:
        assert process.stdout is not None
        assert any("started" in line for line in process.stdout), "roundup-server did not start"
        yield process.pid
    finally:
        process.terminate()
        process.wait()


def free_port() -> int:
    with socket.socket() as own:
        own.bind(("127.0.0.1", 0))
        return int(own.getsockname()[1])


@dataclass
class Desk:
    """Ours, everybody signed in, with the tickets of each person."""

    session: requests.Session
    server: Serving
    world: World
    tickets: dict[Id, list[Id]]
    given: dict[Id, str]

    known: dict[Id, int] = field(default_factory=dict)
    """The revs of tickets as they were told: who replies at a desk has read the ticket."""

    def reply(self, number: int) -> None:
        """To a ticket of one's own, person by person in turn, as each may send 600 commands a minute."""
        person, turn = PEOPLE[number % len(PEOPLE)], number // len(PEOPLE)
        ticket = self.tickets[person][turn % len(self.tickets[person])]
        command = self.world.wire(self.world.reply(ticket, TEXT.format(number)), self.known.get(ticket, 0))
        request = PushRequest(client=device(person), commands=[command])
        (told,) = send(self.session, self.server, self.given[person], request)
        assert not told.get("crossed"), told
        _, _, self.known[ticket] = told["root"]


@contextmanager
def desk(pg: Cluster) -> Iterator[Side]:
    world, tickets = filled(pg, "desk")
    url = pg.address.format("desk")
    with serving(url, free_port()) as server, requests.Session() as session:
        yield Side(server.cpu, Desk(session, server, world, tickets, signed_in(url)).reply)


def measured(pg: Cluster, programs: Path, home: Path, rounds: int) -> dict[str, Any]:
    ours, theirs, etags = Spent(), Spent(), Spent()
    with desk(pg) as mine, tracker(programs, home, pg) as (made, peer):
        for turn in range(rounds + 1):
            numbers = range(turn * COMMENTS, (turn + 1) * COMMENTS)
            mine.take(pg, numbers, ours if turn else Spent())  # the first turn warms both
            peer.take(pg, numbers, theirs if turn else Spent())
            harness.say(f"turn {turn} of {rounds}")
        assert made.comments() == COMMENTS * (rounds + 1), "a comment is missing"
        Side(peer.cpu, made.etag).take(pg, range(COMMENTS * rounds), etags)
    return compared(COMMENTS * rounds, ours, theirs, etags)


def compared(comments: int, ours: Spent, theirs: Spent, etags: Spent) -> dict[str, Any]:
    return {
        "comments": comments, "ours": ours.figures(comments), "roundup": theirs.figures(comments),
        "ratio": round(theirs.wall / ours.wall, 2), "ratio_cpu": round(theirs.cpu() / ours.cpu(), 2),
        "ratio_cpu_servers_alone": round(theirs.server / ours.server, 2),
        "ratio_cpu_without_its_etags": round((theirs.cpu() - etags.cpu()) / ours.cpu(), 2),
    }  # fmt: skip


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=4)
    rounds = parser.parse_args().rounds
    with cluster() as pg, tempfile.TemporaryDirectory(prefix="agentdesk-bench-roundup-") as place:
        programs = installed(Path(place, "environment"))
        version = said(programs / "python", "-c", "import roundup; print(roundup.__version__)")
        figures = measured(pg, programs, Path(place, "tracker"), rounds)
    kind = {"version": version, "template": "classic", "database": "PostgreSQL", "sign_in": "JWT as a bearer"}
    harness.report("roundup", goal="ratio >= 5", peer=kind, **figures)


if __name__ == "__main__":
    main()
