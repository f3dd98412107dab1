"""What hostile people send is read in a window of its own process: it opens nothing, calls nobody and ends in time.

Python's own hook sees what Python opens; the kernel tells what Qt opens in a folder that bodies point at; a server
that bodies point at tells who calls; and where strace is installed it sees everything (trust.md T12, C1, C2).
"""

import ctypes
import json
import os
import re
import select
import shutil
import socket
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from email.message import EmailMessage
from email.utils import make_msgid
from pathlib import Path
from typing import Any, Self

import PySide6
import pytest

from tests.ui.corpus.bodies import BODIES, WORD, aimed
from tests.ui.corpus.names import NAMES, TEXTS
from tests.ui.corpus.pictures import flat_png
from ui.widgets import clean

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the kernel is asked in Linux's way")

IMPORTED = 60
"""Of the bodies so many come by mail; all of them are shown in cards."""
_IN_OPEN, _IN_NONBLOCK, _EVENT_SIZE = 0x20, 0o4000, 16
_CALL = re.compile(r"(?:openat|open|connect|socket|execve)\(.*")
_PATH = re.compile(r'"((?:[^"\\]|\\.)*)"')
_QUIET_PLACES = ("/proc/self", "/etc/fonts", "/usr/share/fonts", "/usr/local/share/fonts", "/usr/share/zoneinfo",
                 "/etc/localtime", "/dev/urandom", "/dev/shm", "/usr/share/fontconfig", "/var/cache/fontconfig",
                 "/usr/lib", "/lib", "/etc/ld.so.cache", "/usr/share/X11/locale", "/usr/share/locale")  # fmt: skip


@dataclass
class Visit:
    """What one session of the program did."""

    report: dict[str, Any]
    lured: int
    """How often a file was opened that bodies point at."""
    callers: int
    traced: list[str]


class Trap:
    """A folder whose opened files are counted by the kernel, and a server that counts its callers."""

    def __init__(self, place: Path) -> None:
        self.place, self.folder = place, place / "canary"
        self.folder.mkdir(parents=True)
        (self.folder / "picture.png").write_bytes(flat_png(40, 40))
        (self.folder / "style.css").write_text("* { color: red }", encoding="utf-8")
        (self.folder / "page.html").write_text("<p>read", encoding="utf-8")
        self._libc = ctypes.CDLL(None, use_errno=True)
        self._eye = self._libc.inotify_init1(_IN_NONBLOCK)
        assert self._libc.inotify_add_watch(self._eye, os.fsencode(self.folder), _IN_OPEN) >= 0
        self._server = socket.create_server(("127.0.0.1", 0))
        self._server.setblocking(False)
        self.tracker = "127.0.0.1:%d" % self._server.getsockname()[1]  # noqa: UP031
        (place / "tracker").write_text(self.tracker, encoding="utf-8")

    def lured(self) -> int:
        try:
            return len(os.read(self._eye, 4_096)) // _EVENT_SIZE
        except BlockingIOError:
            return 0

    def callers(self) -> int:
        ready, _, _ = select.select([self._server], [], [], 0)
        return len(ready)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        os.close(self._eye)
        self._server.close()


def write_mail(trap: Trap) -> None:
    mail = trap.place / "mail"
    mail.mkdir()
    for number, name in enumerate(list(BODIES)[:IMPORTED]):
        letter = EmailMessage()
        letter["Subject"], letter["From"] = name, f"Eve <eve{number}@evil.example>"
        letter["To"], letter["Message-ID"] = "desk@desk.example", make_msgid(domain="evil.example")
        letter.set_content(WORD)
        letter.add_alternative(aimed(BODIES[name], str(trap.folder), trap.tracker), subtype="html")
        for file_name in list(NAMES)[number : number + 1]:
            letter.add_attachment(b"x", "application", "octet-stream", filename=_sendable(file_name))
        (mail / f"{number:03}.eml").write_bytes(letter.as_bytes())


def _sendable(name: str) -> str:
    """Python writes no line ends and halves of characters into a header."""
    return "".join(sign for sign in name if sign not in "\r\n" and not "\ud800" <= sign <= "\udfff")


def visit(place: Path, repository: Path, *more: str) -> Visit:
    with Trap(place) as trap:
        write_mail(trap)
        report, traced = run(place, repository, more)
        return Visit(report, trap.lured(), trap.callers(), traced)


def run(place: Path, repository: Path, more: Sequence[str]) -> tuple[dict[str, Any], list[str]]:
    command = [sys.executable, "-m", "tests.ui.foreign_session", str(place), *more]
    trace = place / "trace"
    if shutil.which("strace"):
        seen = "--trace=openat,open,connect,socket,execve"
        command = ["strace", "-f", "-qq", "-s", "4096", "--seccomp-bpf", seen, "-o", str(trace), *command]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(repository)}
    done = subprocess.run(command, cwd=repository, env=environment, capture_output=True, text=True, timeout=600)
    assert done.returncode == 0, done.stderr[-3_000:] or f"ended by {done.returncode}: too much work in one body?"
    return json.loads(done.stdout), traced_between(trace, place)


def traced_between(trace: Path, place: Path) -> list[str]:
    """What strace saw between the marks the session left."""
    if not trace.exists():
        return []
    lines = trace.read_text(encoding="utf-8", errors="replace").splitlines()
    begin = next(n for n, line in enumerate(lines) if f'"{place / "begin"}"' in line)
    end = next((n for n, line in enumerate(lines) if f'"{place / "end"}"' in line), len(lines))
    return [found.group() for line in lines[begin + 1 : end] if (found := _CALL.search(line))]


@pytest.fixture(scope="module")
def session(tmp_path_factory: pytest.TempPathFactory, repository: Path) -> Visit:
    return visit(tmp_path_factory.mktemp("foreign"), repository)


def own_places(repository: Path) -> tuple[str, ...]:
    return (sys.prefix, sys.base_prefix, str(repository), str(Path(PySide6.__file__).parent))


def strangers(paths: list[str], repository: Path, desk: str) -> list[str]:
    """Paths that are neither the desk's, nor Qt's, nor Python's, nor the program's own."""
    quiet = (*own_places(repository), *_QUIET_PLACES, desk)
    return [path for path in paths if path and not any(path == one or path.startswith(f"{one}/") for one in quiet)]


def test_the_guards_see_a_program_that_is_careless(tmp_path: Path, repository: Path) -> None:
    seen = visit(tmp_path / "careless", repository, "careless")
    assert seen.lured >= 2
    assert seen.callers == 1
    assert any(path.endswith("picture.png") for path in seen.report["touched"])
    assert "socket.connect" in seen.report["called"]
    assert not shutil.which("strace") or sum("picture.png" in call for call in seen.traced) >= 2


def test_all_that_was_sent_is_there_to_be_read(session: Visit) -> None:
    assert session.report["rejected"] == []
    assert len(session.report["subjects"]) == IMPORTED + len(TEXTS)
    assert [body["name"] for body in session.report["bodies"]] == list(BODIES)


def test_no_file_that_a_body_names_is_opened(session: Visit) -> None:
    assert session.lured == 0


def test_nobody_is_called(session: Visit) -> None:
    assert session.callers == 0
    assert session.report["called"] == []


def test_python_opens_nothing_but_the_desk_and_the_program(session: Visit, repository: Path, tmp_path: Path) -> None:
    paths = [path for path in session.report["touched"] if "/foreign0/desk/" not in path]
    assert strangers(paths, repository, str(tmp_path)) == []


@pytest.mark.skipif(not shutil.which("strace"), reason="strace is not installed")
def test_the_whole_process_opens_nothing_else_and_has_no_socket(session: Visit, repository: Path) -> None:
    assert [call for call in session.traced if not call.startswith("open")] == []
    opened = [found.group(1) for call in session.traced if (found := _PATH.search(call))]
    outside = [path for path in opened if "/foreign0/desk/" not in path and not path.endswith("/foreign0/begin")]
    assert strangers(outside, repository, "/nowhere") == []


def test_no_body_becomes_more_than_can_be_laid_out(session: Visit) -> None:
    """Bounded work instead of seconds: the session itself ends when one body takes ten times what it may."""
    for body in session.report["bodies"]:
        assert body["characters"] <= clean.MOST_WORK + 4_000, body["name"]
        assert body["blocks"] <= clean.MOST_ELEMENTS + 1, body["name"]
        assert body["frames"] <= clean.MOST_ELEMENTS, body["name"]


def test_the_words_of_a_hostile_body_stay_readable(session: Visit) -> None:
    unreadable = {body["name"] for body in session.report["bodies"] if WORD not in body["text"]}
    # In the first there is no word, in the second it stands behind more than is shown.
    assert unreadable == {"a word of 5 MB", "angle brackets"}
