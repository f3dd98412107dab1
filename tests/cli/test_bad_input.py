"""What is broken, too large or not ours gets one sentence that names the rule; everything else goes on."""

import errno
import io
import json
import os
import re
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest

from agentdesk.cli import main, options
from agentdesk.cli.scheme_sentences import SCHEME
from agentdesk.cli.sentences import PROBLEMS
from agentdesk.domain.filenames import safe_name
from agentdesk.store.database import FILE
from tests.cli.conftest import Answer, Run
from tests.desks import inline_desk
from tests.domain.scheme_texts import SOUND

MEBIBYTE = 1024 * 1024
GOOD = b"From: anna@x.example\nSubject: Fine\nMessage-ID: <fine@x.example>\n\nAll is well\n"


@pytest.fixture
def files(tmp_path: Path) -> Path:
    """What is imported: at first one letter with nothing wrong."""
    folder = tmp_path / "files"
    folder.mkdir()
    (folder / "fine.eml").write_bytes(GOOD)
    return folder


def head(name: str) -> bytes:
    return f"From: anna@x.example\nSubject: {name}\nMessage-ID: <{name}@x.example>\nMIME-Version: 1.0\n".encode()


def brought_in(run: Run, files: Path) -> dict[str, str]:
    """Imports the folder; the good letter is there whatever lies beside it. What was rejected, and why."""
    report = run("import", str(files), "--json").json
    assert report["files"] == report["messages"] + report["duplicates"] + len(report["rejected"])
    assert "Fine" in [row["subject"] for row in run("list", "support.all", "--json").json]
    return {Path(each["path"]).name: each["reason"] for each in report["rejected"]}


def number_of(run: Run, subject: str) -> str:
    rows = run("list", "support.all", "--json").json
    return str(next(row["number"] for row in rows if row["subject"] == subject))


def attached(run: Run, number: str) -> dict[str, int]:
    messages = run("show", number, "--json").json["messages"]
    return {file["name"]: file["size"] for message in messages for file in message["attachments"]}


# ----------------------------------------------------------------------------------------------------- mails


def test_an_empty_mail_and_one_beyond_the_limit_are_named(run: Run, files: Path) -> None:
    (files / "empty.eml").touch()
    with (files / "huge.eml").open("wb") as file:
        file.truncate(64 * MEBIBYTE + 1)
    assert brought_in(run, files) == {"empty.eml": "the file is empty", "huge.eml": "it is larger than 64 MiB"}


def test_a_mail_of_30_mb_is_kept_whole(run: Run, files: Path) -> None:
    size = 30 * MEBIBYTE
    (files / "large.eml").write_bytes(head("Large") + b"Content-Type: application/pdf; name=a.pdf\n\n" + b"x" * size)
    (files / "long.eml").write_bytes(head("Long") + b"\n" + b"a line\n" * (size // 7))
    assert brought_in(run, files) == {}
    assert attached(run, number_of(run, "Large")) == {"a.pdf": size}
    long = number_of(run, "Long")
    assert attached(run, long) == {"original.eml": (files / "long.eml").stat().st_size}
    assert PROBLEMS["text-too-large"] in run("show", long).out


def test_a_mail_in_another_charset_than_it_says_is_readable_and_says_so(run: Run, files: Path) -> None:
    (files / "c.eml").write_bytes(
        head("Charset") + b"Content-Type: text/plain; charset=utf-8\n\n" + "Grüße aus Köln".encode("cp1252")
    )
    assert brought_in(run, files) == {}
    number = number_of(run, "Charset")
    shown = run("show", number).out
    assert "Grüße aus Köln" in shown
    assert "  ! The e-mail's character set is missing or wrong; it was guessed." in shown
    assert attached(run, number) == {"original.eml": (files / "c.eml").stat().st_size}


def test_a_mail_that_breaks_off_keeps_what_there_is_and_says_so(run: Run, files: Path) -> None:
    parts = (
        b"Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain\n\nhello\n"
        b"--b\nContent-Type: application/pdf; name=a.pdf\nContent-Transfer-Encoding: base64\n\nJVBERi0xLjcK"
    )
    (files / "t.eml").write_bytes(head("Truncated") + parts)
    assert brought_in(run, files) == {}
    number = number_of(run, "Truncated")
    assert attached(run, number) == {"a.pdf": 9, "original.eml": (files / "t.eml").stat().st_size}
    assert f"  ! {PROBLEMS['truncated']}" in run("show", number).out


@pytest.mark.rule("HZ-11")
def test_file_names_from_elsewhere_lead_nowhere(run: Run, files: Path, tmp_path: Path) -> None:
    names = ["n" * 300 + ".txt", "../../etc/passwd", "..\\..\\win.ini", "a\0b.txt", "\u202egpj.exe", "CON", "nul.txt",
             "\u200b.htaccess", "图" * 100 + ".png"]  # fmt: skip
    part = b"--b\nContent-Type: text/plain\nContent-Disposition: attachment; filename*=utf-8''%s\n\nx\n"
    body = b"".join(part % quote(name).encode() for name in names)
    (files / "n.eml").write_bytes(head("Names") + b"Content-Type: multipart/mixed; boundary=b\n\n" + body + b"--b--\n")
    assert brought_in(run, files) == {}
    messages = run("show", number_of(run, "Names"), "--json").json["messages"]
    kept = [file["name"] for message in messages for file in message["attachments"]]
    assert len(kept) == len(names)
    assert [safe_name(name) for name in kept] == kept
    assert all(len(name.encode()) <= 150 and not set("/\\\0\u202e\u200b") & set(name) for name in kept)
    blobs = [path.relative_to(tmp_path / "desk") for path in (tmp_path / "desk").rglob("*") if path.is_file()]
    assert {path.parts[0] for path in blobs if len(path.parts) > 1} == {"blobs"}
    assert all(re.fullmatch("[0-9a-f]{64}", path.name) for path in blobs if path.parts[0] == "blobs")


def test_every_problem_of_a_letter_has_its_sentence(repository: Path) -> None:
    text = (repository / "ui/words/happenings.py").read_text(encoding="utf-8")
    listed = text[text.index("PROBLEMS") : text.index("_ODD")]
    assert set(PROBLEMS) == set(re.findall(r'^        "([a-z-]+)": ', listed, re.MULTILINE))


# ---------------------------------------------------------------------------------------------------- tables


def test_a_table_names_the_row_and_what_is_wrong_with_it(run: Run, files: Path) -> None:
    title = "subject,requester,body\n"
    (files / "columns.csv").write_text("subject,from\nLamp,anna\n")
    (files / "quotes.csv").write_text(f'{title}"Lamp,a@x.example,one\nFan,a@x.example,two\n')
    (files / "cell.csv").write_text(f'{title}Big,a@x.example,"{"x" * 10 * MEBIBYTE}"\nSmall,a@x.example,three\n')
    (files / "value.csv").write_text(f"{title}Lamp,,four\n")
    assert brought_in(run, files) == {
        "columns.csv:1": "the columns subject, requester and body are required; missing: requester, body",
        "quotes.csv:2": "the quoting of this row is broken",
        "cell.csv:2": "the cell body is larger than 256 KiB",
        "value.csv:2": "a required value is missing: requester",
    }
    assert {"Fan", "Small"} < {row["subject"] for row in run("list", "support.all", "--json").json}


def test_broken_json_says_what_its_reader_says(run: Run, files: Path) -> None:
    (files / "cut.json").write_text('[\n{"subject": ')
    (files / "latin.json").write_bytes(b'[{"subject": "caf\xe9"}]')
    (files / "mixed.json").write_text('[7, {"subject": "Good", "requester": "a@x.example", "body": "b"}]')
    assert brought_in(run, files) == {
        "cut.json:2": "this is not valid JSON: Expecting value",
        "latin.json": "this is not valid JSON: not utf-8",
        "mixed.json:1": "this is not a ticket object",
    }
    assert number_of(run, "Good")


# --------------------------------------------------------------------------------------------------- stopping


class Terminal(io.StringIO):
    """A terminal whose user presses Ctrl+C when the bar has been drawn so many times."""

    def __init__(self, presses_at: int) -> None:
        super().__init__()
        self.drawn, self.presses_at = 0, presses_at

    def isatty(self) -> bool:
        return True

    def write(self, text: str) -> int:
        self.drawn += "%" in text
        if "%" in text and self.drawn == self.presses_at:
            signal.raise_signal(signal.SIGINT)
        return super().write(text)


def a_mailbox(path: Path, letters: int) -> Path:
    envelope = "From a@x.example Mon Nov  2 10:00:00 2026\nFrom: a@x.example\n"
    path.write_text("".join(f"{envelope}Subject: Lamp {n}\nMessage-ID: <{n}@x>\n\nx\n\n" for n in range(letters)))
    return path


def test_ctrl_c_stops_a_long_import_and_the_same_command_goes_on(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    box, desk = a_mailbox(tmp_path / "long.mbox", 40), str(tmp_path / "desk")
    terminal = Terminal(presses_at=12)
    monkeypatch.setattr(sys, "stderr", terminal)
    assert main(["import", str(box), "--desk", desk]) == 3
    assert capsys.readouterr().out.startswith("12 read: 12 messages")
    shown = terminal.getvalue()
    assert re.findall(r"\](.{5})", shown)[-1] == "  31%"
    assert shown.endswith("Stopped. What was read so far is kept; run the same command to go on.\n")
    monkeypatch.undo()
    report = run("import", str(box), "--json").json
    assert (report["files"], report["messages"], report["duplicates"]) == (40, 28, 12)
    subjects = [row["subject"] for row in run("list", "support.all", "--json").json]
    assert sorted(subjects) == sorted(f"Lamp {n}" for n in range(40))


def test_the_bar_never_goes_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    table = tmp_path / "t.csv"
    table.write_text("subject,requester,body\n" + "Lamp,a@x.example,one\n,,\n,b,c\n" * 5)
    terminal = Terminal(presses_at=0)
    monkeypatch.setattr(sys, "stderr", terminal)
    assert main(["import", str(table), "--desk", str(tmp_path / "desk")]) == 0
    shown = [int(percent) for percent in re.findall(r"(\d+)%", terminal.getvalue())]
    assert shown == sorted(shown)
    assert shown[-1] == 100


def test_ctrl_c_in_any_other_command_is_no_traceback(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def pressed(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(options, "open_desk", pressed)
    answer = run("counts")
    assert (answer.status, answer.err) == (3, "Stopped. What was done so far is kept.\n")


# ----------------------------------------------------------------------------------------------------- schemes


def spoilt(old: str, new: str) -> str:
    assert old in SOUND
    return SOUND.replace(old, new, 1)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (spoilt('kind = "new"', 'kind = "odd"'), "line 7, there is no kind of state odd"),
        (spoilt('zh = "待确认", ', ""), "line 12, label has no zh text; en, zh and de are required"),
        (spoilt('to = "asked"', 'to = "gone"'), "line 22, there is no state gone"),
        (spoilt("add_note", "reopen"), "there is no command reopen"),
        (spoilt('id = "small"\n', ""), "line 1, id is missing"),
        (spoilt("after_days", "days"), "line 4, there is no key days here"),
        ("id = ", "line 1, this is not TOML: Invalid value"),
    ],
)
def test_a_scheme_with_a_mistake_is_refused_with_line_and_reason(office: Run, text: str, sentence: str) -> None:
    answer = office("do", "save_scheme", "--args", json.dumps({"text": text}))
    assert answer.status == 1
    assert sentence in answer.err


def test_every_mistake_of_a_scheme_has_its_sentence(repository: Path) -> None:
    text = "".join((repository / f"agentdesk/domain/{name}.py").read_text() for name in ("scheme", "scheme_text"))
    named = set(re.findall(r'(?:fail|SchemeError|one_of|words_of)\(.*?"([a-z]+(?:-[a-z]+)+)"', text))
    assert len(named) > 20
    assert named == set(SCHEME)


# ------------------------------------------------------------------------------------------------- attachments


@pytest.fixture
def send(office: Run, tmp_path: Path) -> Callable[..., Answer]:
    """Files a ticket with files of these names and contents."""
    source = {
        "source": "hub", "title": "Hub", "scheme": "customer-hub", "asks": ["title"],
        "max_file_bytes": 500 * 1024, "file_types": ["pdf", "png", "txt"],
    }  # fmt: skip
    assert office("do", "save_source", "--args", json.dumps(source)).status == 0
    desk = {"source": "desk", "title": "Desk", "scheme": "agentdesk", "asks": ["title"]}
    assert office("do", "save_source", "--args", json.dumps(desk)).status == 0
    every = {**desk, "source": "open", "title": "Open", "file_types": []}
    assert office("do", "save_source", "--args", json.dumps(every)).status == 0

    def call(source: str, *files: tuple[str, bytes]) -> Answer:
        for name, content in files:
            (tmp_path / name).write_bytes(content)
        paths = [str(tmp_path / name) for name, _ in files]
        args = {"source": source, "subject": "With files", "files": paths}
        return office("do", "submit_ticket", "--as", "noah", "--args", json.dumps(args))

    return call


@pytest.mark.rule("GU-22", "CS-26", "HZ-11")
@pytest.mark.parametrize(("source", "limit", "named"), [("desk", 8 * MEBIBYTE, "8 MiB"), ("hub", 512_000, "500 KiB")])
def test_a_file_of_the_limit_is_sent_and_one_byte_more_is_not(
    send: Callable[..., Answer], source: str, limit: int, named: str
) -> None:
    assert send(source, ("fits.txt", b"x" * limit)).status == 0
    answer = send(source, ("over.txt", b"x" * (limit + 1)))
    assert answer.status == 1
    assert answer.err == f"over.txt has {limit + 1} bytes; at most {named} are allowed here.\n"


@pytest.mark.rule("GU-22", "CS-26", "HZ-11")
def test_five_files_are_sent_and_six_are_not(send: Callable[..., Answer], office: Run) -> None:
    six = [(f"{n}.txt", b"x") for n in range(6)]
    assert send("desk", *six[:5]).status == 0
    answer = send("desk", *six)
    assert (answer.status, answer.err) == (1, "6 files are too many; at most 5 are allowed at a time.\n")
    assert len(office("list", "support.mine", "--as", "noah", "--json").json) == 1


@pytest.mark.rule("HZ-11")
@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("report.pdf", b"MZ\x90\0\x03\0\0\0" + b"\0" * 56 + b"PE\0\0", "report.pdf is not what its ending says."),
        ("setup.exe", b"MZ", "setup.exe cannot be attached here; allowed are pdf, png, txt."),
        ("noending", b"x", "noending cannot be attached here; allowed are pdf, png, txt."),
        ("nothing.txt", b"", "nothing.txt is empty."),
    ],
)
def test_a_file_that_the_source_does_not_take_is_named(
    send: Callable[..., Answer], name: str, content: bytes, sentence: str
) -> None:
    answer = send("hub", (name, content))
    assert (answer.status, answer.err) == (1, f"{sentence}\n")


@pytest.mark.rule("HZ-11")
def test_where_all_but_programs_is_taken_a_program_is_called_one(send: Callable[..., Answer]) -> None:
    answer = send("open", ("setup.exe", b"MZ"))
    assert (answer.status, answer.err) == (1, "setup.exe is a program; programs cannot be attached.\n")


@pytest.mark.rule("HZ-11")
def test_a_folder_and_a_file_that_is_gone_cannot_be_attached(office: Run, tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    for name, reason in (("folder", "not a file"), ("gone.txt", "No such file or directory")):
        args = {"source": "desk", "subject": "x", "files": [str(tmp_path / name)]}
        answer = office("do", "submit_ticket", "--as", "noah", "--args", json.dumps(args))
        assert (answer.status, answer.err) == (2, f"The file {tmp_path / name} cannot be attached: {reason}.\n")


@pytest.mark.rule("HZ-11")
@pytest.mark.skipif(sys.platform == "win32", reason="Windows does not let go of a file that is being read")
def test_a_file_that_is_deleted_while_it_is_read_is_kept_whole(tmp_path: Path) -> None:
    desk = inline_desk(tmp_path / "desk")
    content, path = bytes(range(256)) * 12 * 1024, tmp_path / "log.txt"
    path.write_bytes(content)
    sha256, size = desk.blobs.put_file(path, limit=8 * MEBIBYTE, step=lambda _: path.unlink(missing_ok=True))
    assert not path.exists()
    assert (desk.blobs.read(sha256), size) == (content, len(content))
    desk.close()


# ------------------------------------------------------------------------------------------------------- desks


def desk_of_a_newer_program(directory: Path) -> None:
    inline_desk(directory).close()
    with sqlite3.connect(directory / FILE) as connection:
        connection.execute("PRAGMA user_version=99")
    connection.close()


def desk_of_another_program(directory: Path) -> None:
    directory.mkdir()
    with sqlite3.connect(directory / FILE) as connection:
        connection.execute("CREATE TABLE songs(name)")
    connection.close()


def a_text_file(directory: Path) -> None:
    directory.write_text("hello")


def a_folder_of_letters(directory: Path) -> None:
    directory.mkdir()
    (directory / "letter.txt").write_text("hello")


@pytest.mark.parametrize(
    ("make", "sentence"),
    [
        (desk_of_a_newer_program, "{path} was written by a newer AgentDesk (schema 99, this one knows "),
        (desk_of_another_program, "{path} is not a desk of AgentDesk; nothing was changed. Choose another directory."),
        (a_text_file, "{path} is a file, and a desk is a directory; nothing was changed. Name the directory."),
        (a_folder_of_letters, "{path} is not empty; name a new directory."),
    ],
)
def test_what_is_no_desk_of_ours_ends_with_3_and_stays_as_it_is(
    run: Run, files: Path, tmp_path: Path, make: Callable[[Path], None], sentence: str
) -> None:
    directory = tmp_path / "odd"
    make(directory)
    before = {path: path.read_bytes() for path in (directory, *directory.rglob("*")) if path.is_file()}
    answer = run("import", str(files), desk=directory)
    assert (answer.status, answer.out) == (3, "")
    assert sentence.format(path=directory) in answer.err
    assert answer.err.count("\n") == 1
    assert {path: path.read_bytes() for path in before} == before


@pytest.mark.parametrize("command", [("counts",), ("search", "x"), ("due",), ("doctor",), ("demo",)])
def test_a_file_in_place_of_a_desk_is_called_a_file_by_every_command(
    run: Run, tmp_path: Path, command: tuple[str, ...]
) -> None:
    a_text_file(tmp_path / "notes.txt")
    answer = run(*command, desk=tmp_path / "notes.txt")
    assert answer.status == 3
    assert answer.err.startswith(f"{tmp_path / 'notes.txt'} is a file, and a desk is a directory")


def test_a_desk_that_is_open_elsewhere_ends_with_3_for_writing_and_can_be_read(
    run: Run, files: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(options, "LOCK_WAIT", 0.0)
    opened = inline_desk(tmp_path / "desk")
    answer = run("import", str(files))
    assert answer.status == 3
    assert answer.err == f"The desk in {tmp_path / 'desk'} is open in another window; close it and try again.\n"
    assert run("counts").status == 0
    opened.close()
    assert run("import", str(files)).status == 0


AS_NOBODY = """
import os, sys
from agentdesk.cli import main
if os.getuid() == 0:
    os.setgid(65534); os.setuid(65534)
sys.exit(main(sys.argv[1:]))
"""


def as_nobody(repository: Path, *words: str) -> Answer:
    """As somebody without special rights: root may write everywhere."""
    done = subprocess.run(
        [sys.executable, "-c", AS_NOBODY, *words], capture_output=True, text=True, cwd=repository, check=False
    )
    return Answer(done.returncode, done.stdout, done.stderr)


def test_what_one_may_not_look_into_is_named_and_the_rest_goes_on(
    run: Run, files: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stat, closed = Path.stat, files / "closed" / "inside"

    def refusing(path: Path, **options: Any) -> os.stat_result:
        if path == closed:
            raise PermissionError(errno.EACCES, "Permission denied")
        return stat(path, **options)

    monkeypatch.setattr(Path, "stat", refusing)
    answer = run("import", str(closed), str(files / "fine.eml"), "--json")
    assert (answer.status, answer.json["messages"]) == (0, 1)
    assert [Path(one["path"]) for one in answer.json["rejected"]] == [closed]


@pytest.mark.skipif(sys.platform == "win32", reason="rights of POSIX")
def test_a_read_only_desk_ends_with_3_for_writing_and_can_be_read(run: Run, repository: Path, open_path: Path) -> None:
    desk, letter = open_path / "desk", open_path / "fine.eml"
    letter.write_bytes(GOOD)
    run("import", str(letter), desk=desk)
    for path in [*desk.rglob("*"), desk]:
        path.chmod(0o555 if path.is_dir() else 0o444)
    answer = as_nobody(repository, "import", str(letter), "--desk", str(desk))
    assert answer.status == 3
    assert answer.err.endswith("cannot be written; check its rights or the disk. Nothing was changed.\n")
    assert as_nobody(repository, "list", "support.all", "--desk", str(desk)).status == 0
