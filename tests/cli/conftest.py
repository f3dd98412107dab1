"""The terminal's face in this process: what it printed and its exit status."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from agentdesk.cli import main


@dataclass(frozen=True)
class Answer:
    status: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


Run = Callable[..., Answer]


@pytest.fixture
def run(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs `agentdesk …` on the desk of this test."""

    def call(*words: str, desk: Path | None = None) -> Answer:
        capsys.readouterr()
        try:
            status = main([*words, "--desk", str(desk or tmp_path / "desk")])
        except SystemExit as ended:
            status = int(ended.code or 0)
        printed = capsys.readouterr()
        return Answer(status, printed.out, printed.err)

    return call


@pytest.fixture
def office(run: Run) -> Run:
    """A desk with a handler `mara`, two requesters and a type."""
    for name, args in (
        ("save_person", {"user_name": "mara", "name": "Mara Lindt"}),
        ("save_person", {"user_name": "noah", "name": "Noah Okafor", "email": "noah@lagos.example"}),
        ("save_person", {"user_name": "wei", "name": "张伟"}),
        ("save_ticket_type", {"source": "desk", "name": "Usage"}),
    ):
        assert run("do", name, "--args", json.dumps(args)).status == 0
    return run
