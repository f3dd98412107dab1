"""kill -9 of a working process: what was acknowledged is there, and the file is whole (trust.md T3)."""

import hashlib
import os
import random
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from agentdesk.desk import Desk, open_desk
from agentdesk.desk.doctor import examine
from agentdesk.desk.importing import Importer
from agentdesk.desk.queries.library import DraftOf
from agentdesk.desk.queries.thread import Thread
from agentdesk.desk.queries.tickets import TicketIds, TicketRows
from agentdesk.desk.worker import Inline
from tests.e2e.at_work import LETTERS

HERE = Path(__file__)
PER_CHANGE, NIGHTLY = 60, 500
OTHERS_PER_CHANGE, OTHERS_NIGHTLY = 5, 50
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL")


def killed(program: str, *arguments: object, lines: int) -> list[str]:
    """What the process had said when it was killed: after so many lines, in the middle of whatever came next."""
    process = subprocess.Popen(
        [sys.executable, str(HERE.with_name(program)), *map(str, arguments)],
        stdout=subprocess.PIPE, text=True, cwd=HERE.parents[2], env=os.environ | {"PYTHONPATH": str(HERE.parents[2])},
    )  # fmt: skip
    assert process.stdout is not None
    said = [process.stdout.readline().strip() for _ in range(lines)]
    process.send_signal(signal.SIGKILL)
    said += [line.strip() for line in process.stdout]
    process.wait()
    process.stdout.close()
    return said


def messages_of(desk: Desk) -> set[str]:
    rows = desk.look(TicketRows(tuple(desk.look(TicketIds("support.all")).ids))).values()
    pages = [desk.look(Thread(row.id, 1 << 20)) for row in rows]
    return {message.id for page in pages if page is not None for message in page.messages}


def newest_draft(desk: Desk) -> str:
    row = next(iter(desk.look(TicketRows(tuple(desk.look(TicketIds("support.all")).ids[:1]))).values()))
    draft = desk.look(DraftOf(row.id, "reply"))
    return draft.body if draft else ""


def check(directory: Path, said: list[str]) -> int:
    """Nothing of what was said is lost; answers how many messages were said to be kept."""
    acknowledged = {line for line in said if "-" in line}
    drafts = [line for line in said if line.startswith("draft")]
    with closing(open_desk(directory, worker=Inline)) as desk:
        desk.post = lambda job: job()
        assert desk.notices == []
        assert acknowledged <= messages_of(desk)
        if drafts:
            assert int(newest_draft(desk).split()[1]) >= int(drafts[-1].split()[1])
    connection = sqlite3.connect(directory / "desk.sqlite")
    assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    connection.close()
    return len(acknowledged)


def test_nothing_acknowledged_is_lost_to_a_kill(tmp_path: Path, nightly: bool) -> None:
    """Each round kills a process that works on what the rounds before left behind; every tenth round a new desk."""
    chance, acknowledged = random.Random(20261123), 0
    rounds = NIGHTLY if nightly else PER_CHANGE
    for number in range(rounds):
        directory = tmp_path / f"desk{number // 10}"
        acknowledged += check(directory, killed("writer.py", directory, lines=chance.randint(1, 40)))
    assert acknowledged >= rounds, "too little was acknowledged for anything to be lost"


def test_a_message_that_is_not_there_would_be_missed(tmp_path: Path) -> None:
    said = killed("writer.py", tmp_path, lines=4)
    with pytest.raises(AssertionError, match="01900000"):
        check(tmp_path, [*said, "01900000-0000-7000-8000-000000000000"])


def test_the_carrier_of_a_killed_program_ends_with_it(tmp_path: Path) -> None:
    """It has the program's standard output, too, which is read here to its end."""
    (told,) = killed("at_carrying.py", tmp_path / "desk", lines=1)
    assert told.startswith("fetched x")  # as many pages as came soon
    check(tmp_path / "desk", [])


@pytest.fixture
def times(nightly: bool) -> range:
    return range(OTHERS_NIGHTLY if nightly else OTHERS_PER_CHANGE)


def opened(directory: Path) -> Desk:
    """The next start: it finds nothing to complain about."""
    desk = open_desk(directory, worker=Inline)
    desk.post = lambda job: job()
    assert desk.notices == []
    return desk


def test_a_desk_killed_while_it_is_made_is_made(tmp_path: Path, times: range) -> None:
    chance = random.Random(20261201)
    for number in times:
        directory = tmp_path / f"desk{number}"
        said = killed("at_work.py", "making", directory, lines=chance.randint(1, 150))
        assert "statement" in said
        desk = opened(directory)
        assert desk.look(TicketIds("support.all")).total == 0
        desk.close()
        assert [finding for finding in examine(directory) if not finding.good] == []


def test_an_import_killed_anywhere_is_gone_on_with(tmp_path: Path, times: range) -> None:
    """No letter is lost and none is there twice, however often it is killed."""
    mail = tmp_path / "mail"
    mail.mkdir()
    for number in range(LETTERS):
        text = f"From: a@x.example\nSubject: Lamp {number}\nMessage-ID: <{number}@x>\n\nHello {number}\n"
        (mail / f"{number:02}.eml").write_text(text)
    chance = random.Random(20261202)
    for _ in times:
        killed("at_work.py", "importing", tmp_path / "desk", lines=chance.randint(1, LETTERS // len(times)))
        opened(tmp_path / "desk").close()
    desk = opened(tmp_path / "desk")
    before = desk.look(TicketIds("support.all")).total
    report = Importer(desk, "desk").run([mail])
    assert (report.duplicates, report.messages) == (before, LETTERS - before)
    assert desk.look(TicketIds("support.all")).total == LETTERS
    desk.close()


def test_a_file_killed_while_it_is_kept_is_whole_or_not_there(tmp_path: Path, times: range) -> None:
    chance = random.Random(20261203)
    for _ in times:
        said = killed("at_work.py", "keeping", tmp_path / "desk", lines=chance.randint(1, 8))
        desk = opened(tmp_path / "desk")
        files = {path.name: path for path in desk.blobs.directory.rglob("*") if path.is_file()}
        assert {line for line in said if len(line) == 64} <= files.keys()
        assert {name: hashlib.sha256(path.read_bytes()).hexdigest() for name, path in files.items()} == {
            name: name for name in files
        }, "what was only begun is swept away"
        desk.close()


def test_words_that_were_saved_while_somebody_typed_on_are_there_after_a_kill(tmp_path: Path, times: range) -> None:
    pytest.importorskip("PySide6")
    chance = random.Random(20261204)
    for number in times:
        ticket, *lengths = killed("typist.py", tmp_path / f"desk{number}", lines=chance.randint(2, 6))
        typed = max(map(int, filter(str.isdigit, lengths)))
        desk = opened(tmp_path / f"desk{number}")
        draft = desk.look(DraftOf(ticket, "reply"))
        assert draft is not None
        assert draft.body.count("x") >= typed
        desk.close()
