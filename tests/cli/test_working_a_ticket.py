"""A ticket from its submission to its end, and the past asked about, all from the terminal."""

import json
import sys
import time
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from agentdesk.cli.sentences import DESK, REFUSALS
from agentdesk.domain.refusals import CODES
from agentdesk.store import errors
from tests.cli.conftest import Run

ROW = [
    "id", "number", "subject", "source", "state", "state_kind", "state_label", "priority", "type", "service",
    "requester", "handler", "domain", "channel", "unread", "escalated", "link", "created", "last_activity", "pending",
]  # fmt: skip


def submit(run: Run, subject: str = "Printer on fire", by: str = "noah") -> str:
    """The number of a new ticket."""
    args = {"source": "desk", "subject": subject, "body_html": "<p>It <b>burns</b>.</p>", "type": type_id(run)}
    answer = run("do", "submit_ticket", "--as", by, "--args", json.dumps(args))
    assert answer.status == 0, answer.err
    rows = run("list", "support.mine", "--as", by, "--json").json
    return str(next(row["number"] for row in rows if row["subject"] == subject))


def type_id(run: Run) -> str:
    entries = run("log", "--limit", "500", "--json").json
    return str(next(entry["root"] for entry in entries if entry["command"] == "save_ticket_type"))


def make_handler(run: Run) -> None:
    people = run("log", "--limit", "500", "--json").json
    mara = next(e["root"] for e in people if e["command"] == "save_person" and "mara" in str(e["data"]))
    assert run("do", "save_handler", "--args", json.dumps({"person": mara, "title": "Support"})).status == 0


@pytest.mark.rule("GU-14")
def test_a_submitted_ticket_stands_in_the_queue_with_all_its_columns(office: Run) -> None:
    number = submit(office)
    rows = office("list", "support.queue", "--json").json
    assert [row["number"] for row in rows] == [number]
    assert list(rows[0]) == ROW
    assert rows[0]["requester"] == "noah"
    assert rows[0]["state_kind"] == "new"


def test_labels_follow_the_language(office: Run) -> None:
    submit(office)
    answers = [office("list", "support.queue", "--json", "--language", code) for code in ("zh_CN", "de")]
    labels = [answer.json[0]["state_label"] for answer in answers]
    assert labels == ["待受理", "Ausstehend"]


def test_a_ticket_goes_from_handling_to_its_end(office: Run) -> None:
    make_handler(office)
    number = submit(office)
    assert office("do", "handle_ticket", "--on", number, "--as", "mara").status == 0
    assert office("do", "reply", "--on", number, "--as", "mara", "--args", '{"body_html": "<p>Out.</p>"}').status == 0
    assert [row["number"] for row in office("list", "support.resolved", "--as", "mara", "--json").json] == [number]
    assert office("do", "end_ticket", "--on", number, "--as", "mara", "--args", '{"solved": "yes"}').status == 0
    shown = office("show", number, "--as", "noah", "--json").json
    assert shown["state_kind"] == "done"
    assert "follow_up_ticket" in shown["actions"]
    assert [m["body_text"] for m in shown["messages"] if m["kind"] == "reply"] == ["It burns.", "Out."]


@pytest.mark.rule("GU-35")
def test_a_requester_reaches_no_internal_list(office: Run) -> None:
    submit(office)
    for queue in ("support.queue", "support.pending", "support.all"):
        answer = office("list", queue, "--as", "wei", "--json")
        assert answer.status == 1
        assert answer.json["refused"] == "not-allowed"
    assert set(office("counts", "--as", "wei", "--json").json) == {"support.mine", "outbox"}


def test_what_one_may_not_see_is_not_there(office: Run) -> None:
    number = submit(office)
    answer = office("show", number, "--as", "wei", "--json")
    assert (answer.status, answer.json["refused"]) == (1, "not-found")
    assert answer.json == office("show", "TK-999999", "--as", "wei", "--json").json


def test_a_note_is_not_shown_to_its_requester_nor_found_by_them(office: Run) -> None:
    make_handler(office)
    number = submit(office)
    assert office("do", "add_note", "--on", number, "--as", "mara", "--args", '{"body_html": "zebra"}').status == 0
    assert "zebra" not in office("show", number, "--as", "noah", "--json").out
    assert office("search", "zebra", "--as", "noah", "--json").json == []
    assert [hit["number"] for hit in office("search", "zebra", "--as", "mara", "--json").json] == [number]


def test_a_refusal_names_the_rule_and_writes_nothing(office: Run) -> None:
    number = submit(office)
    before = office("show", number, "--json").out
    answer = office("do", "reply", "--on", number, "--as", "noah", "--args", '{"body_html": ""}', "--json")
    assert (answer.status, answer.json["refused"]) == (1, "text-required")
    assert answer.json["message"].endswith(".")
    assert office("show", number, "--json").out == before


@pytest.mark.parametrize(
    ("words", "status"),
    [
        (("list", "support.nothing"), 2),
        (("list", "support.external"), 2),
        (("list", "support.all", "--filter", "colour=red"), 2),
        (("do", "launch_rocket"), 2),
        (("do", "reply", "--args", "{"), 2),
        (("do", "reply", "--args", "[]"), 2),
        (("do", "reply", "--args", '{"colour": 1}'), 1),
        (("do", "set_priority", "--args", '{"ticket": "x", "priority": "huge"}'), 1),
        (("list", "support.all", "--as", "nobody"), 3),
        (("export", "support.all", "--format", "csv", "--out", "/nowhere/at/all.csv"), 2),
        (("import", "/nowhere/at/all.eml"), 2),
    ],
)
def test_a_wrong_call_ends_with_one_sentence_and_its_status(office: Run, words: tuple[str, ...], status: int) -> None:
    answer = office(*words)
    assert answer.status == status
    assert answer.out == ""
    assert len(answer.err.strip().splitlines()) == 1


def test_reading_a_desk_that_is_not_there_makes_none(run: Run, tmp_path: Path) -> None:
    answer = run("list", "support.all")
    assert answer.status == 3
    assert not (tmp_path / "desk").exists()


def test_help_of_a_command_prints_types_and_limits(office: Run) -> None:
    answer = office("do", "set_priority", "--help")
    assert answer.status == 0
    assert "priority: none | minor | moderate | critical | fatal (required)" in answer.out


def test_files_are_attached_by_path(office: Run, tmp_path: Path) -> None:
    make_handler(office)
    number = submit(office)
    (tmp_path / "report.txt").write_text("all good")
    args = json.dumps({"body_html": "<p>see</p>", "files": [str(tmp_path / "report.txt")]})
    assert office("do", "add_note", "--on", number, "--as", "mara", "--args", args).status == 0
    files = [file for m in office("show", number, "--json").json["messages"] for file in m["attachments"]]
    assert [(file["name"], file["size"]) for file in files] == [("report.txt", 8)]
    assert office("doctor", "--json").status == 0


def test_a_lost_file_is_refused_before_anything_is_written(office: Run, tmp_path: Path) -> None:
    number = submit(office)
    args = json.dumps({"body_html": "x", "files": [str(tmp_path / "gone.txt")]})
    answer = office("do", "reply", "--on", number, "--as", "noah", "--args", args)
    assert answer.status == 2
    assert "gone.txt" in answer.err


def test_the_log_tells_every_command_newest_first_and_in_pages(office: Run) -> None:
    number = submit(office)
    office("do", "handle_ticket", "--on", number)
    entries = office("log", "--on", number, "--json").json
    assert [entry["command"] for entry in entries] == ["handle_ticket", "submit_ticket"]
    rest = office("log", "--on", number, "--before", entries[0]["id"], "--json").json
    assert [entry["command"] for entry in rest] == ["submit_ticket"]
    assert office("log", "--from", "2001-01-01", "--to", "2001-01-02", "--json").json == []


@pytest.mark.rule("CP-29")
@pytest.mark.skipif(sys.platform == "win32", reason="a process cannot change its zone there")
@pytest.mark.parametrize("zone", ["Pacific/Kiritimati", "Europe/Berlin", "Etc/GMT+12"])
def test_days_of_the_log_are_the_viewers_and_both_included(
    office: Run, monkeypatch: pytest.MonkeyPatch, zone: str
) -> None:
    """Fourteen hours before and twelve behind UTC it is never the same day."""
    entries = office("log", "--limit", "500", "--json").json
    monkeypatch.setenv("TZ", zone)
    time.tzset()
    try:
        last, first = (datetime.fromisoformat(entry["at"]).astimezone().date() for entry in (entries[0], entries[-1]))
        day = timedelta(days=1)
        found = office("log", "--from", str(first), "--to", str(last), "--limit", "500", "--json").json
        assert [entry["id"] for entry in found] == [entry["id"] for entry in entries]
        assert office("log", "--to", str(first - day), "--json").json == []
        assert office("log", "--from", str(last + day), "--json").json == []
    finally:
        monkeypatch.undo()
        time.tzset()


@pytest.mark.parametrize(("codes", "sentences"), [(CODES, REFUSALS), (errors.CODES, DESK)])
def test_every_code_has_its_sentence(codes: frozenset[str], sentences: dict[str, str]) -> None:
    assert set(codes) - set(sentences) == set()
