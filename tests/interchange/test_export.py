"""Files for other programs: nothing in them runs, nothing is loaded, and a failure leaves the old file."""

import csv
import email
import email.policy
import json
import zipfile
from collections.abc import Iterator, Mapping
from email.message import EmailMessage
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from agentdesk.desk.plain import REQUEST_COLUMNS, ROW_COLUMNS
from agentdesk.domain.values import MessageKind, Priority
from agentdesk.interchange.export import LIST_FORMATS, TICKET_FORMATS, CannotExport, write_rows, write_ticket
from agentdesk.interchange.letters import TicketRecord
from agentdesk.interchange.mail import read_letter
from agentdesk.interchange.page_words import PageWords
from agentdesk.interchange.tables import read_csv

ROWS: list[dict[str, object]] = [
    {"number": "TK-1", "subject": "Störung", "requester": "k.sommer", "unread": True, "handler": None, "priority": 3},
    {"number": "TK-2", "subject": '=cmd|"/C calc"!A0', "requester": "+49 30", "unread": False, "handler": "@x"},
]
TICKET: dict[str, object] = {
    "id": "1", "number": "TK-20418", "subject": "Pump <b>stands</b>\r\nX-Evil: 1", "requester": "kim@x.example",
    "state_label": "Pending", "created": "2024-05-01T10:00:00+02:00", "last_activity": "2024-05-02T10:00:00+02:00",
}  # fmt: skip
MESSAGES: list[dict[str, object]] = [
    {"id": "m1", "kind": "reply", "visibility": "everyone", "author": "kim@x.example", "author_kind": "requester",
     "at": "2024-05-01T10:00:00+02:00", "body_text": "It stands.\n\n<script>x</script>",
     "body_html": "<script>x</script><img src=http://evil>",
     "attachments": [{"id": "a", "name": "../p\u202e.png", "size": 3, "sha256": "s1", "media_type": "image/png"}]},
    {"id": "m2", "kind": "note", "visibility": "staff", "author": "mara.lindt", "at": "2024-05-02T10:00:00+02:00",
     "body_text": "=1+1", "attachments": [{"id": "b", "name": "gone.pdf", "size": 3, "sha256": "s2"}]},
]  # fmt: skip
COLUMNS = ("number", "subject", "requester", "unread", "handler", "priority")


def blobs(sha256: str) -> bytes | None:
    return {"s1": b"PNG"}.get(sha256)


def parsed(path: Path) -> EmailMessage:
    message = email.message_from_bytes(path.read_bytes(), policy=email.policy.default)
    assert isinstance(message, EmailMessage)
    return message


def test_a_list_becomes_csv_in_which_nothing_runs(tmp_path: Path) -> None:
    write_rows(ROWS, COLUMNS, "csv", tmp_path / "a.csv")
    with (tmp_path / "a.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))
    assert rows == [
        list(COLUMNS),
        ["TK-1", "Störung", "k.sommer", "true", "", "3"],
        ["TK-2", '\'=cmd|"/C calc"!A0', "'+49 30", "false", "'@x", ""],
    ]


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_every_start_of_a_formula_is_disarmed(tmp_path: Path, start: str) -> None:
    write_rows([{"a": f"{start}1"}], ("a",), "csv", tmp_path / "a.csv")
    with (tmp_path / "a.csv").open(encoding="utf-8", newline="") as file:
        assert list(csv.reader(file))[1] == [f"'{start}1"]


def test_a_list_becomes_a_sheet_of_texts(tmp_path: Path) -> None:
    write_rows([*ROWS, {"subject": "x" * 40_000}], COLUMNS, "xlsx", tmp_path / "a.xlsx")
    with zipfile.ZipFile(tmp_path / "a.xlsx") as book:
        sheet = book.read("xl/worksheets/sheet1.xml").decode()
    assert "<f>" not in sheet
    assert 't="n"' not in sheet
    assert sheet.count('t="inlineStr"') == 6 * 4
    assert "=cmd|" in sheet
    assert "x" * 32_767 in sheet
    assert "x" * 32_768 not in sheet


def test_a_list_becomes_json(tmp_path: Path) -> None:
    write_rows(iter(ROWS), ("number", "unread", "handler"), "json", tmp_path / "a.json")
    assert json.loads((tmp_path / "a.json").read_bytes()) == [
        {"number": "TK-1", "unread": True, "handler": None},
        {"number": "TK-2", "unread": False, "handler": "@x"},
    ]


def test_a_list_becomes_a_page_that_loads_nothing(tmp_path: Path) -> None:
    write_rows([{"subject": "<img src=x onerror=y>"}], ("subject",), "html", tmp_path / "a.html")
    page = (tmp_path / "a.html").read_text(encoding="utf-8")
    assert "<td>&lt;img src=x onerror=y&gt;</td>" in page
    assert "default-src &#x27;none&#x27;" in page


@pytest.mark.parametrize("format_", LIST_FORMATS)
def test_an_empty_list_is_a_file_all_the_same(tmp_path: Path, format_: str) -> None:
    write_rows([], COLUMNS, format_, tmp_path / "a")
    assert (tmp_path / "a").stat().st_size > 0


def test_what_was_exported_can_be_imported(tmp_path: Path) -> None:
    rows: list[dict[str, object]] = [{"subject": "x, y", "requester": "k", "body": 'a\n"b"', "tags": ["p", "q"]}]
    write_rows(rows, ("subject", "requester", "body", "tags"), "csv", tmp_path / "a.csv")
    (ticket,) = read_csv(tmp_path / "a.csv")
    assert isinstance(ticket, TicketRecord)
    assert (ticket.subject, ticket.body, ticket.tags) == ("x, y", 'a\n"b"', ("p", "q"))


def test_a_ticket_becomes_a_letter_with_its_files(tmp_path: Path) -> None:
    missing = write_ticket(TICKET, MESSAGES, "eml", tmp_path / "a.eml", blobs=blobs)
    assert missing == ()
    raw = (tmp_path / "a.eml").read_bytes()
    assert raw.count(b"\n") == raw.count(b"\r\n")
    letter = read_letter(raw, "a.eml")
    assert letter.problems == ()
    assert letter.subject == "[TK-20418] Pump <b>stands</b> X-Evil: 1"
    assert letter.sender_address == "kim@x.example"
    assert letter.to == ("kim@x.example",)
    assert [(part.name, part.content) for part in letter.parts] == [("p.png", b"PNG")]
    assert "It stands." in letter.body_text
    assert parsed(tmp_path / "a.eml")["X-Evil"] is None
    assert "<script>" not in (letter.body_html or "")


def test_what_only_staff_may_read_is_in_no_letter(tmp_path: Path) -> None:
    write_ticket(TICKET, MESSAGES, "eml", tmp_path / "a.eml", blobs=lambda sha256: b"content")
    raw = (tmp_path / "a.eml").read_bytes()
    assert b"=1+1" not in raw
    assert b"gone.pdf" not in raw


def test_files_that_are_not_here_are_named(tmp_path: Path) -> None:
    assert write_ticket(TICKET, MESSAGES[:1], "eml", tmp_path / "a.eml", blobs=lambda sha256: None) == ("p.png",)


@pytest.mark.rule("CS-25")
def test_a_reply_joins_the_thread_the_subject_and_the_recipients_of_the_mail(tmp_path: Path) -> None:
    first = {**MESSAGES[0], "kind": "email", "mail_id": "first@x.example"}
    second = {**MESSAGES[0], "kind": "email", "mail_id": "second@x.example"}
    reply = {"id": "m3", "kind": "reply", "visibility": "everyone", "author": "mara.lindt", "body_text": "Try again."}
    ticket = {**TICKET, "subject": "Pump", "participants": ["lee@x.example", "jonas.beck"]}
    write_ticket(ticket, [first, second, reply], "eml", tmp_path / "a.eml", blobs=blobs)
    mail = parsed(tmp_path / "a.eml")
    assert (mail["In-Reply-To"], mail["References"]) == ("<second@x.example>", "<first@x.example> <second@x.example>")
    assert (mail["Subject"], mail["To"], mail["Cc"]) == ("Re: Pump", "kim@x.example", "lee@x.example")
    assert "Try again." in read_letter((tmp_path / "a.eml").read_bytes(), "a.eml").body_text


def test_an_id_that_breaks_out_of_a_header_joins_nothing(tmp_path: Path) -> None:
    evil = {**MESSAGES[0], "mail_id": "a@x>\r\nBcc: everyone@x.example"}
    write_ticket(TICKET, [evil], "eml", tmp_path / "a.eml", blobs=blobs)
    mail = parsed(tmp_path / "a.eml")
    assert (mail["Bcc"], mail["In-Reply-To"]) == (None, None)


def test_one_message_becomes_the_reply_to_send(tmp_path: Path) -> None:
    write_ticket(TICKET, MESSAGES[:1], "eml", tmp_path / "a.eml", blobs=blobs)
    letter = read_letter((tmp_path / "a.eml").read_bytes(), "a.eml")
    assert letter.body_text == "It stands.\n\n<script>x</script>"
    assert letter.message_id == "m1@desk.invalid"


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    subject=st.text(max_size=120),
    author=st.text(max_size=60) | st.emails(),
    body=st.text(max_size=200),
    name=st.text(max_size=100),
)
def test_no_text_breaks_out_of_its_place_in_a_letter(
    tmp_path: Path, subject: str, author: str, body: str, name: str
) -> None:
    message = {"author": author, "body_text": body, "attachments": [{"name": name, "sha256": "s1"}]}
    write_ticket({"subject": subject, "requester": author}, [message], "eml", tmp_path / "a.eml", blobs=blobs)
    letter = parsed(tmp_path / "a.eml")
    assert sorted(letter.keys()) == sorted(
        ["Subject", "From", "To", "Date", "Message-ID", "MIME-Version", "Content-Type"]
    )
    assert [part.get_content_type() for part in letter.iter_attachments()] == ["application/octet-stream"]


def test_a_ticket_becomes_a_page_with_its_text_escaped(tmp_path: Path) -> None:
    write_ticket(TICKET, MESSAGES, "html", tmp_path / "a.html", blobs=blobs)
    page = (tmp_path / "a.html").read_text(encoding="utf-8")
    assert "<script" not in page
    assert "http://evil" not in page
    assert "&lt;script&gt;x&lt;/script&gt;" in page
    assert "<h1>Pump &lt;b&gt;stands&lt;/b&gt; X-Evil: 1</h1>" in page


HANDLED: dict[str, object] = {
    "kind": "system", "visibility": "staff", "author": "mara.lindt", "at": "2024-05-01T10:00:00+02:00",
    "code": "ticket-forwarded", "data": {"to_name": "Jonas"}, "body_text": "", "attachments": [],
}  # fmt: skip


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("en", ("Number", "Status", "Requester", "Created", "Reply", "Internal note", "Staff only")),
        ("zh_CN", ("编号", "状态", "提交人", "创建时间", "回复", "内部备注", "仅客服可见")),
        ("de", ("Nummer", "Status", "Anfragende Person", "Erstellt", "Antwort", "Interne Notiz", "Nur für Support")),
    ],
)
def test_a_page_for_people_names_its_fields_in_their_language(
    tmp_path: Path, language: str, told: tuple[str, ...]
) -> None:
    words = PageWords(language, lambda code, data, actor: f"{code} {data['to_name']} {actor}")
    write_ticket(TICKET, [*MESSAGES, HANDLED], "html", tmp_path / "a.html", blobs=blobs, words=words)
    page = (tmp_path / "a.html").read_text(encoding="utf-8")
    for word in told:
        assert f">{word}<" in page or f" · {word}" in page
    assert "state_label" not in page
    assert "<p>ticket-forwarded Jonas mara.lindt</p>" in page
    write_rows(ROWS, ("number", "unread"), "html", tmp_path / "b.html", words)
    assert f"<th>{told[0]}</th>" in (tmp_path / "b.html").read_text(encoding="utf-8")


def test_every_column_of_a_list_has_words_on_a_page() -> None:
    for language in ("zh_CN", "de"):
        words = PageWords(language)
        assert [name for name in (*ROW_COLUMNS, *REQUEST_COLUMNS) if words.field(name) == name] == []
        assert {words.value("priority", value) for value in Priority}.isdisjoint(set(Priority))
        assert {words.value("kind", value) for value in MessageKind}.isdisjoint(set(MessageKind))


def test_a_ticket_becomes_json_and_tables(tmp_path: Path) -> None:
    write_ticket(TICKET, MESSAGES, "json", tmp_path / "a.json", blobs=blobs)
    assert json.loads((tmp_path / "a.json").read_bytes()) == {**TICKET, "messages": MESSAGES}
    write_ticket(TICKET, MESSAGES, "csv", tmp_path / "a.csv", blobs=blobs)
    with (tmp_path / "a.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [row["body_text"] for row in rows] == ["It stands.\n\n<script>x</script>", "'=1+1"]
    assert rows[1]["attachments"] == "gone.pdf"


def test_an_unknown_format_is_refused(tmp_path: Path) -> None:
    with pytest.raises(CannotExport) as refused:
        write_rows([], (), "doc", tmp_path / "a")
    assert refused.value.code == "unknown-format"
    with pytest.raises(CannotExport):
        write_ticket({}, [], "doc", tmp_path / "a", blobs=blobs)
    assert "eml" in TICKET_FORMATS
    assert "eml" not in LIST_FORMATS


@pytest.mark.parametrize("format_", LIST_FORMATS)
def test_a_full_disk_leaves_the_old_file(tmp_path: Path, format_: str) -> None:
    out = tmp_path / "a"
    out.write_text("old")

    def rows() -> Iterator[Mapping[str, object]]:
        yield {"a": "first"}
        raise OSError(28, "No space left on device")

    with pytest.raises(CannotExport) as refused:
        write_rows(rows(), ("a",), format_, out)
    assert (refused.value.code, refused.value.reason) == ("cannot-write", "No space left on device")
    assert out.read_text() == "old"
    assert [path.name for path in tmp_path.iterdir()] == ["a"]


@pytest.mark.parametrize("format_", LIST_FORMATS)
def test_a_device_that_is_really_full_is_refused(tmp_path: Path, format_: str) -> None:
    with pytest.raises(CannotExport) as refused:
        write_rows([{"a": "x"}], ("a",), format_, tmp_path / "missing" / "a")
    assert refused.value.code == "cannot-write"
