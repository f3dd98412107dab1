"""T3: kill -9 of a server at work, and of a desk in its beginning and in the middle of a file."""

import hashlib
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any
from uuid import uuid4

import pytest
import requests

from agentdesk.clock import SystemClock
from agentdesk.desk import open_desk
from agentdesk.desk.queries.tickets import TicketIds
from agentdesk.desk.worker import Inline
from agentdesk.domain.values import Id
from agentdesk.server import accounts
from agentdesk.server.blobs import read_piece
from agentdesk.server.database import connect, writing
from agentdesk.server.migrate import migrate
from agentdesk.wire import CHUNK_BYTES
from tests.builders import MARA
from tests.e2e.at_sync import FILE, MESSAGE
from tests.e2e.processes import Served, free_port
from tests.e2e.test_kill import killed
from tests.server.worlds import World, furnish

PASSWORD = "three grey donkeys"
TICKETS = 230
"""Two pages."""
PER_CHANGE, NIGHTLY = 2, 50
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL")


@pytest.fixture
def times(nightly: bool) -> range:
    return range(NIGHTLY if nightly else PER_CHANGE)


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    place = tmp_path / "server"
    place.mkdir()
    url = f"sqlite:///{place / 'agentdesk-server.sqlite'}"
    migrate(url)
    engine = connect(url)
    furnish(engine)
    with writing(engine) as connection:
        accounts.set_password(connection, MARA, PASSWORD, SystemClock().now())
    yield World(engine, now=SystemClock().now())
    engine.dispose()


@pytest.fixture
def server(tmp_path: Path, world: World) -> Iterator[Served]:
    made = Served(tmp_path / "server", free_port())
    yield made
    made.kill()


class Caller:
    """Mara by plain requests: her token outlives the server's process, but not ten minutes."""

    def __init__(self, server: Served) -> None:
        self.address, self.client = server.address, str(uuid4())
        self.headers = {"AgentDesk-Protocol": "1"}

    def sign_in(self) -> None:
        asked = {"username": "mara.lindt", "password": PASSWORD, "client": self.client}
        told = self.ask("POST", "/v1/session", json=asked).json()
        self.headers["Authorization"] = f"Bearer {told['access_token']}"

    def ask(self, method: str, path: str, **more: Any) -> requests.Response:
        headers = self.headers | more.pop("headers", {})
        answer = requests.request(method, self.address + path, headers=headers, timeout=60, **more)
        answer.raise_for_status()
        return answer

    def reply(self, ticket: Id, id: Id) -> dict[str, Any]:
        command = {
            "id": id, "name": "reply", "ver": 1, "target": ticket, "issued_at": SystemClock().now(), "base_rev": 0,
            "args": {"message": id, "body_html": "<p>x</p>"},
        }  # fmt: skip
        told = self.ask("POST", "/v1/push", json={"client": self.client, "commands": [command]}).json()
        return dict(told["results"][0])

    def messages(self, ticket: Id) -> list[str]:
        table = self.ask("GET", f"/v1/tickets/{ticket}").json()["tables"]["message"]
        place = table["columns"].index("id")
        return [row[place] for row in table["rows"]]


class Writing(threading.Thread):
    """Replies one after the other until the server is gone; tells what was answered and what was not."""

    def __init__(self, caller: Caller, ticket: Id, enough: int) -> None:
        super().__init__(daemon=True)
        self._caller, self._ticket, self._enough = caller, ticket, enough
        self.told: dict[Id, dict[str, Any]] = {}
        self.asked: list[Id] = []
        self.many = threading.Event()

    def run(self) -> None:
        while True:
            self.asked.append(SystemClock().new_id())
            try:
                self.told[self.asked[-1]] = self._caller.reply(self._ticket, self.asked[-1])
            except requests.RequestException:
                break
            if len(self.told) >= self._enough:
                self.many.set()


def test_t3_what_a_killed_server_had_acknowledged_is_there_once(server: Served, world: World, times: range) -> None:
    """Commands go out on one thread and the pieces of a file on the other when it dies."""
    ticket, chance, upload = world.filed(by=MARA), Random(20261126), {"ready": True}
    server.start()
    caller, asked, offset = Caller(server), list[Id](), 0
    for number in times:
        caller.sign_in()
        if upload["ready"]:
            content, offset = Random(number).randbytes(9 * CHUNK_BYTES + 5), 0
            file = {"sha256": hashlib.sha256(content).hexdigest(), "size": len(content)}
        at_work = Writing(caller, ticket, chance.randint(1, 12))
        at_work.start()
        upload = chunk(caller, caller.ask("POST", "/v1/uploads", json=file).json(), content)
        assert at_work.many.wait(120)
        server.kill()
        at_work.join()
        server.start()
        assert {id: caller.reply(ticket, id) for id in at_work.told} == at_work.told, "the same answers again"
        assert {one["status"] for one in at_work.told.values()} == {"applied"}
        assert caller.reply(ticket, at_work.asked[-1])["status"] == "applied"
        asked += at_work.asked
        assert upload["offset"] > offset
        offset = upload["offset"]
        assert caller.ask("POST", "/v1/uploads", json=file).json()["offset"] == offset
    messages = caller.messages(ticket)
    assert len(messages) == len(set(messages)) == len(asked) + 1
    assert set(asked) <= set(messages)
    while not upload["ready"]:
        upload = chunk(caller, upload, content)


def chunk(caller: Caller, upload: dict[str, Any], content: bytes) -> dict[str, Any]:
    at = upload["offset"]
    headers = {"Upload-Offset": str(at), "Content-Type": "application/octet-stream"}
    piece = content[at : at + CHUNK_BYTES]
    return dict(caller.ask("PATCH", f"/v1/uploads/{upload['upload_id']}", data=piece, headers=headers).json())


# ------------------------------------------------------------------------- desks


def to_the_end(*arguments: object) -> list[str]:
    """The same process, left alone."""
    return killed("at_sync.py", *arguments, lines=1_000)


def test_t3_a_desk_killed_in_its_beginning_or_in_a_file_goes_on_there(
    tmp_path: Path, server: Served, world: World, times: range
) -> None:
    ticket = [world.filed(by=MARA) for _ in range(TICKETS)][-1]
    server.start()
    chance = Random(20261128)
    arguments = tmp_path / "desk", server.address, "mara.lindt", PASSWORD
    for _ in times:
        killed("at_sync.py", *arguments, lines=chance.randint(1, 2))
    assert "online 0" in to_the_end(*arguments)
    desk = open_desk(tmp_path / "desk", worker=Inline)
    assert desk.look(TicketIds("support.all")).total == TICKETS
    desk.close()
    said = [line for _ in times for line in killed("at_sync.py", *arguments, ticket, lines=chance.randint(1, 2))]
    said += to_the_end(*arguments, ticket)
    assert "online 0" in said
    check_file(world, ticket)
    chunks = [line for line in said if line.startswith("chunk")]
    untold = -(-len(FILE) // CHUNK_BYTES) - len(set(chunks))
    assert 0 <= untold <= len(times), "a kill may come between a chunk's arrival and the line about it"
    assert len(chunks) - len(set(chunks)) <= len(times), "only what was under way is sent again"


def check_file(world: World, ticket: Id) -> None:
    (file,) = world.find("attachment", ticket=ticket)
    assert file.message == MESSAGE
    piece = read_piece(world.engine, MARA, file.id, 0, len(FILE) + 1)
    assert piece is not None
    assert piece.data == FILE
