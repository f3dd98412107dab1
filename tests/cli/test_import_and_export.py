"""Files in and out by the terminal: real mail, tables, rubbish, and what other programs get."""

import csv
import email
import json
import os
import stat
import zipfile
from pathlib import Path

import pytest

from tests.cli.conftest import Run


@pytest.fixture
def mail(repository: Path) -> Path:
    folder = repository.parent / "shared" / "data" / "mail"
    if not folder.is_dir():
        pytest.skip(f"the test mails are not here: {folder}")
    return folder


def test_every_real_mail_becomes_a_message_a_duplicate_or_is_rejected(run: Run, mail: Path) -> None:
    report = run("import", str(mail), "--json").json
    assert report["files"] == 104
    assert report["files"] == report["messages"] + report["duplicates"] + len(report["rejected"])
    assert [Path(r["path"]).name for r in report["rejected"]] == ["sample_output_multipart"]
    assert report["rejected"][0]["reason"] == "the file is empty"
    rows = run("list", "support.all", "--json").json
    assert len(rows) == report["tickets"]
    letters = sum(
        message["kind"] == "email" for row in rows for message in run("show", row["id"], "--json").json["messages"]
    )
    assert letters == report["messages"]


def test_importing_again_adds_nothing(run: Run, mail: Path) -> None:
    first = run("import", str(mail), "--json").json
    again = run("import", str(mail), "--json").json
    assert (again["messages"], again["tickets"]) == (0, 0)
    assert again["duplicates"] == 103
    assert len(run("list", "support.all", "--json").json) == first["tickets"]


def letter(number: int, refers: str = "", body: str = "Hello") -> str:
    return (
        f"From: anna@x.example\nTo: desk@y.example\nSubject: Broken lamp\nMessage-ID: <{number}@x.example>\n"
        + (f"In-Reply-To: <{refers}@x.example>\n" if refers else "")
        + f"Date: Mon, 2 Nov 2026 10:{number:02}:00 +0000\n\n{body} {number}\n"
    )


def test_replies_join_their_thread_whatever_comes_first(run: Run, tmp_path: Path) -> None:
    for name, text in (("a.eml", letter(2, "1")), ("b.eml", letter(3, "2")), ("c.eml", letter(1))):
        (tmp_path / name).write_text(text)
    report = run("import", *(str(tmp_path / name) for name in ("a.eml", "b.eml", "c.eml")), "--json").json
    assert (report["messages"], report["tickets"]) == (3, 1)


def test_an_mbox_of_three_counts_three(run: Run, tmp_path: Path) -> None:
    box = "".join(f"From anna@x.example Mon Nov  2 10:00:00 2026\n{letter(number)}\n" for number in (1, 2, 3))
    (tmp_path / "box.mbox").write_text(box)
    report = run("import", str(tmp_path / "box.mbox"), "--json").json
    assert (report["files"], report["messages"], report["tickets"]) == (3, 3, 3)


def test_rows_of_a_table_become_tickets_and_bad_ones_are_named(run: Run, tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text(
        "subject,requester,body,priority,colour\n"
        "Lamp,anna@x.example,It is dark,critical,red\n"
        ",anna@x.example,no title,,\n"
    )
    report = run("import", str(tmp_path / "t.csv"), "--json").json
    assert (report["tickets"], len(report["rejected"])) == (1, 1)
    row = run("list", "support.all", "--json").json[0]
    assert (row["subject"], row["priority"], row["requester"]) == ("Lamp", "critical", "anna@x.example")
    notes = [m["body_text"] for m in run("show", row["id"], "--json").json["messages"] if m["kind"] == "note"]
    assert notes == ["colour: red"]


def test_a_json_ticket_brings_its_thread_and_its_date(run: Run, tmp_path: Path) -> None:
    ticket = {
        "subject": "Lamp", "requester": "anna@x.example", "body": "dark", "number": "OLD-7",
        "created": "2025-01-02T03:04:05+00:00",
        "messages": [{"author": "anna@x.example", "at": "2025-01-03T00:00:00Z", "body": "still dark"}],
    }  # fmt: skip
    (tmp_path / "t.json").write_text(json.dumps([ticket]))
    assert run("import", str(tmp_path / "t.json"), "--json").json["tickets"] == 1
    shown = run("show", "OLD-7", "--json").json
    assert shown["created"].startswith("2025-01-02T03:04:05")
    assert [m["body_text"] for m in shown["messages"] if m["kind"] == "reply"] == ["dark", "still dark"]


def test_a_thousand_attachments_are_all_kept(run: Run, tmp_path: Path) -> None:
    parts = "".join(
        f"--b\nContent-Type: text/plain\nContent-Disposition: attachment; filename=f{n}.txt\n\nfile {n}\n"
        for n in range(1_000)
    )
    head = (
        "From: a@x.example\nSubject: many\nMessage-ID: <m@x>\n"
        "MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n"
    )
    (tmp_path / "many.eml").write_text(head + "--b\nContent-Type: text/plain\n\nhere\n" + parts + "--b--\n")
    assert run("import", str(tmp_path / "many.eml"), "--json").json["messages"] == 1
    row = run("list", "support.all", "--json").json[0]
    shown = run("show", row["id"], "--json").json
    assert sum(len(message["attachments"]) for message in shown["messages"]) == 1_000


def test_an_unknown_source_is_a_wrong_call(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.eml").write_text(letter(1))
    answer = run("import", str(tmp_path / "a.eml"), "--source", "mars")
    assert answer.status == 2
    assert "desk" in answer.err


@pytest.mark.rule("GU-R2")
def test_a_list_is_written_for_other_programs(run: Run, tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text("subject,requester,body\n=1+1,anna@x.example,dark\n")
    run("import", str(tmp_path / "t.csv"))
    out = tmp_path / "out.csv"
    assert run("export", "support.all", "--format", "csv", "--columns", "number,subject", "--out", str(out)).status == 0
    with out.open(newline="", encoding="utf-8-sig") as file:
        rows = list(csv.DictReader(file))
    assert list(rows[0]) == ["number", "subject"]
    assert rows[0]["subject"].startswith("'=")
    sheet = tmp_path / "out.xlsx"
    assert run("export", "support.all", "--format", "xlsx", "--out", str(sheet)).status == 0
    with zipfile.ZipFile(sheet) as archive:
        assert "xl/workbook.xml" in archive.namelist()
    assert run("export", "support.all", "--format", "csv", "--columns", "colour", "--out", str(out)).status == 2
    assert run("export", "support.all", "--format", "eml", "--out", str(out)).status == 2


def test_a_ticket_is_written_as_a_letter(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.eml").write_text(letter(1))
    run("import", str(tmp_path / "a.eml"))
    number = run("list", "support.all", "--json").json[0]["number"]
    out = tmp_path / "out.eml"
    assert run("export", number, "--format", "eml", "--out", str(out)).status == 0
    assert email.message_from_bytes(out.read_bytes())["Subject"].endswith("Broken lamp")


def test_pdf_without_the_window_says_what_is_missing(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.eml").write_text(letter(1))
    run("import", str(tmp_path / "a.eml"))
    answer = run("export", "support.all", "--format", "pdf", "--out", str(tmp_path / "x.pdf"))
    assert answer.status == 3
    assert "desktop" in answer.err


def test_a_directory_that_is_no_desk_stays_as_it_is(run: Run, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    (other / "desk.sqlite").write_bytes(b"this is a letter to my aunt" * 100)
    before = (other / "desk.sqlite").read_bytes()
    answer = run("counts", desk=other)
    assert answer.status == 3
    assert (other / "desk.sqlite").read_bytes() == before


@pytest.mark.skipif(os.name != "posix", reason="rights of POSIX")
def test_the_desk_is_its_owners_only(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.eml").write_text(letter(1))
    run("import", str(tmp_path / "a.eml"))
    for path in [tmp_path / "desk", *(tmp_path / "desk").rglob("*")]:
        assert stat.S_IMODE(path.stat().st_mode) & 0o077 == 0, path
