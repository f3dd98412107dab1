"""Servers of a test as processes of their own: started, killed, and started again on the same port."""

import os
import socket
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
SERVER = (sys.executable, "-m", "agentdesk.server")


def environment() -> dict[str, str]:
    return os.environ | {"PYTHONPATH": str(ROOT), "PYTHONUNBUFFERED": "1"}


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as free:
        return int(free.getsockname()[1])


@dataclass
class Served:
    place: Path
    port: int
    database: str = ""
    """A URL; empty: SQLite in the place."""
    process: subprocess.Popen[str] | None = None

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def run(self, *words: str, said: str = "") -> str:
        call = [*SERVER, *words, *self._database()]
        done = subprocess.run(
            call, cwd=self.place, env=environment(), input=said, capture_output=True, text=True, check=True
        )  # fmt: skip
        return done.stdout

    def start(self) -> None:
        self.process = subprocess.Popen(
            [*SERVER, "serve", "--listen", f"127.0.0.1:{self.port}", *self._database()], cwd=self.place,
            env=environment(), text=True, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        assert self.process.stdout is not None
        assert "AgentDesk serves" in self.process.stdout.readline()

    def kill(self) -> None:
        if self.process is not None:
            self.process.kill()
            self.process.communicate()
            self.process = None

    def _database(self) -> list[str]:
        return ["--database", self.database] if self.database else []
