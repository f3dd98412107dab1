"""Two desks and a server, each a process of its own, on the loopback: together, cut off, and joined again."""

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest

from tests.e2e.processes import ROOT, Served, environment, free_port

PASSWORD = "three grey donkeys"
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL")


@dataclass
class AtDesk:
    process: subprocess.Popen[str]

    def __call__(self, *words: object) -> Any:
        assert self.process.stdin is not None
        self.process.stdin.write(json.dumps(words) + "\n")
        self.process.stdin.flush()
        return self.heard()

    def heard(self) -> Any:
        assert self.process.stdout is not None
        return json.loads(self.process.stdout.readline())

    def reply(self, ticket: str, text: str) -> None:
        args = {"ticket": ticket, "message": str(uuid4()), "body_html": f"<p>{text}</p>"}
        assert self("do", "reply", args) == {"done": True, "refusal": ""}


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Served]:
    place = tmp_path / "server"
    place.mkdir()
    made = Served(place, free_port())
    made.run("migrate")
    made.run("add-person", "noah", "--role", "requester", "--password-stdin", said=PASSWORD)
    made.run("add-person", "jonas", "--role", "handler", "--password-stdin", said=PASSWORD)
    made.start()
    yield made
    made.kill()


@pytest.fixture
def stack() -> Iterator[ExitStack]:
    with ExitStack() as one:
        yield one


def a_desk(stack: ExitStack, server: Served, directory: Path, user_name: str) -> AtDesk:
    """Connected, and everything is read."""
    program = str(ROOT / "tests" / "e2e" / "at_a_desk.py")
    process = subprocess.Popen(
        [sys.executable, program, str(directory), server.address, user_name, PASSWORD],
        env=environment(), text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
    )  # fmt: skip
    stack.callback(process.communicate)
    desk = AtDesk(process)
    assert desk.heard() == "ready"
    assert desk("joined") == "online"
    return desk


def test_two_desks_cut_off_and_joined_again_have_every_word_once_and_in_order(
    server: Served, stack: ExitStack, tmp_path: Path
) -> None:
    noah = a_desk(stack, server, tmp_path / "noah", "noah")
    jonas = a_desk(stack, server, tmp_path / "jonas", "jonas")
    ticket = str(uuid4())
    for desk in (noah, jonas):
        desk("follow", ticket)

    # Together: what one writes is on the other.
    filed = {"ticket": ticket, "message": str(uuid4()), "source": "desk", "subject": "It hums", "body_html": "first"}
    assert noah("do", "submit_ticket", filed)["done"]
    assert jonas("wait", ticket, 1)["texts"] == ["first"]
    assert jonas("do", "handle_ticket", {"ticket": ticket})["done"]
    jonas.reply(ticket, "second")
    assert noah("wait", ticket, 2)["texts"] == ["first", "second"]

    # Cut off: both can write, and it shows that it waits.
    server.kill()
    for text in ("n1", "n2", "n3"):
        noah.reply(ticket, text)
    for text in ("j1", "j2", "j3"):
        jonas.reply(ticket, text)
    assert noah("look", ticket) == {
        "texts": ["first", "second", "n1", "n2", "n3"], "confirmed": ["first", "second"], "waiting": 3,
    }  # fmt: skip
    assert jonas("look", ticket)["waiting"] == 3

    # Joined again: every word is there once, in the order of whoever wrote it, and the same for both.
    server.start()
    told = [desk("wait", ticket, 8) for desk in (noah, jonas)]
    assert told[0] == told[1]
    texts = told[0]["confirmed"]
    assert told[0]["waiting"] == 0
    assert sorted(texts) == sorted(["first", "second", "n1", "n2", "n3", "j1", "j2", "j3"])
    for writer in ("n", "j"):
        own = [text for text in texts if text[0] == writer and text[1:].isdigit()]
        assert own == sorted(own)
    assert "entries are not sealed" in server.run("verify-log")
