"""Tickets out of csv and json: a bad row is named with its line, every other one is read."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agentdesk.interchange.letters import MessageRecord, Rejected, TicketRecord
from agentdesk.interchange.tables import CELL_LIMIT, read_csv, read_json

HEAD = "subject,requester,body\n"


def table(tmp_path: Path, content: str | bytes) -> tuple[list[TicketRecord], list[Rejected]]:
    path = tmp_path / "a.csv"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return sorted_out(list(read_csv(path)))


def listing(tmp_path: Path, content: object) -> tuple[list[TicketRecord], list[Rejected]]:
    path = tmp_path / "a.json"
    path.write_bytes(content if isinstance(content, bytes) else json.dumps(content).encode())
    return sorted_out(list(read_json(path)))


def sorted_out(found: list[TicketRecord | Rejected]) -> tuple[list[TicketRecord], list[Rejected]]:
    return (
        [each for each in found if isinstance(each, TicketRecord)],
        [each for each in found if isinstance(each, Rejected)],
    )


def test_all_columns_are_read(tmp_path: Path) -> None:
    titles = "Subject, requester ,BODY,id,number,created,state,type,priority,service,tags,channel,Room"
    row = 'Pump,kim@x.example,"It stands\r\nstill",17,TK-9,2024-05-01T10:00:00+02:00,pending,fault,critical,Water'
    (ticket,), rejected = table(tmp_path, f'{titles}\r\n{row},"a, b;a",email,B 12\r\n')
    assert rejected == []
    assert (ticket.subject, ticket.requester, ticket.body) == ("Pump", "kim@x.example", "It stands\nstill")
    assert (ticket.id, ticket.number, ticket.created_ms) == ("17", "TK-9", 1714550400000)
    assert (ticket.state, ticket.type, ticket.priority) == ("pending", "fault", "critical")
    assert (ticket.service, ticket.tags, ticket.channel) == ("Water", ("a", "b"), "email")
    assert ticket.extra == (("room", "B 12"),)
    assert ticket.line == 2


@pytest.mark.parametrize("mark", [",", ";", "\t", "|"])
def test_the_delimiter_is_found(tmp_path: Path, mark: str) -> None:
    rows = [
        mark.join(cells)
        for cells in (["requester", "subject", "body"], ["k", "a, b; c"[: 1 if mark in ",;" else 9], "x"])
    ]
    (ticket,), rejected = table(tmp_path, "\n".join(rows))
    assert (ticket.requester, rejected) == ("k", [])


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_the_encoding_is_found(tmp_path: Path, encoding: str) -> None:
    content = f"{HEAD}Störung am Gerät,jörg,Das Gerät läuft nicht – seit heute früh\n".encode(encoding)
    (ticket,), rejected = table(tmp_path, content)
    assert (ticket.subject, ticket.requester, rejected) == ("Störung am Gerät", "jörg", [])
    assert ticket.body == "Das Gerät läuft nicht – seit heute früh"


def test_a_long_line_of_utf_8_is_no_other_encoding(tmp_path: Path) -> None:
    row = f"ä,k,a{'ä' * 120_000}\n"
    tickets, rejected = table(tmp_path, HEAD + row * 20)
    assert [(ticket.subject, len(ticket.body)) for ticket in tickets] == [("ä", 120_001)] * 20
    assert rejected == []


def test_utf_16_with_the_other_byte_order_is_read(tmp_path: Path) -> None:
    content = b"\xfe\xff" + f"{HEAD}泵,张伟,坏了\n".encode("utf-16-be")
    (ticket,), _ = table(tmp_path, content)
    assert (ticket.subject, ticket.requester, ticket.body) == ("泵", "张伟", "坏了")


def test_missing_columns_are_named(tmp_path: Path) -> None:
    tickets, (rejected,) = table(tmp_path, "subject,from\nx,y\n")
    assert tickets == []
    assert (rejected.code, rejected.line, dict(rejected.data)) == (
        "missing-columns",
        1,
        {"columns": "requester, body"},
    )


@pytest.mark.parametrize("content", ["", "\n\n\r\n"])
def test_a_table_of_nothing_gives_nothing(tmp_path: Path, content: str) -> None:
    assert table(tmp_path, content) == ([], [])


def test_an_unclosed_quote_costs_one_row(tmp_path: Path) -> None:
    rows = ["a,k,one", '"b,k,never closed', "c,k,three", 'd,k,"four, quoted"', "e,k,five"]
    tickets, (rejected,) = table(tmp_path, HEAD + "\n".join(rows))
    assert [ticket.subject for ticket in tickets] == ["a", "c", "d", "e"]
    assert (rejected.code, rejected.line) == ("bad-quoting", 3)


def test_an_unclosed_quote_at_the_end_costs_one_row(tmp_path: Path) -> None:
    tickets, (rejected,) = table(tmp_path, HEAD + 'a,k,one\n"b,k,two\nc,k,three\nd,k,four')
    assert [ticket.subject for ticket in tickets] == ["a", "c", "d"]
    assert (rejected.code, rejected.line) == ("bad-quoting", 3)


def test_text_behind_a_quote_costs_one_row(tmp_path: Path) -> None:
    tickets, (rejected,) = table(tmp_path, HEAD + '"a"b,k,one\nc,k,5" disk\n')
    assert [(ticket.subject, ticket.body) for ticket in tickets] == [("c", '5" disk')]
    assert (rejected.code, rejected.line) == ("bad-quoting", 2)


def test_a_body_counts_as_the_html_it_becomes(tmp_path: Path) -> None:
    tickets, (rejected,) = table(tmp_path, f"{HEAD}a,k,{'&' * 60_000}\nb,k,{'&' * 50_000}\n")
    assert [ticket.subject for ticket in tickets] == ["b"]
    assert (rejected.code, rejected.line) == ("cell-too-large", 2)


@pytest.mark.parametrize("quoted", [False, True])
def test_a_cell_of_10_mb_costs_one_row(tmp_path: Path, quoted: bool) -> None:
    cell = "line of text\n" * 800_000 if quoted else "x" * 10_000_000
    mark = '"' if quoted else ""
    tickets, (rejected,) = table(tmp_path, f"{HEAD}a,k,one\nb,k,{mark}{cell}{mark}\nc,k,three\n")
    assert [ticket.subject for ticket in tickets] == ["a", "c"]
    assert (rejected.code, rejected.line) == ("cell-too-large", 3)
    assert dict(rejected.data) == {"column": "body", "limit": str(CELL_LIMIT)}


@pytest.mark.parametrize(
    ("row", "code"),
    [
        ("x,k", "missing-value"),
        ("x,,y", "missing-value"),
        (" ,k,y", "missing-value"),
        ("x,k,y,z", "row-too-long"),
        ("x,k,y,", None),
        ("", None),
        (" , ", None),
    ],
)
def test_a_row_that_does_not_fit_is_named_and_the_next_one_read(tmp_path: Path, row: str, code: str | None) -> None:
    tickets, rejected = table(tmp_path, f"{HEAD}{row}\nlast,k,z\n")
    assert tickets[-1].subject == "last"
    assert [each.code for each in rejected] == ([code] if code else [])


def test_a_bad_time_is_named(tmp_path: Path) -> None:
    _, (rejected,) = table(tmp_path, "subject,requester,body,created\nx,k,y,yesterday\n")
    assert (rejected.code, dict(rejected.data)) == ("bad-time", {"column": "created", "value": "yesterday"})


def test_the_same_row_has_the_same_digest_wherever_it_lies(tmp_path: Path) -> None:
    (first,), _ = table(tmp_path, HEAD + "x,k,y\n")
    (second, other), _ = table(tmp_path, "body,subject,requester\ny,x,k\ny,x,l\n")
    assert first.digest == second.digest != other.digest


@given(rows=st.lists(st.tuples(*[st.text(st.sampled_from('ab",;\r\n '), max_size=6)] * 3), max_size=8))
def test_every_row_of_rubbish_is_a_ticket_or_named(
    tmp_path_factory: pytest.TempPathFactory, rows: list[list[str]]
) -> None:
    content = HEAD + "\n".join(",".join(row) for row in rows) + "\nlast,k,z\n"
    tickets, rejected = table(tmp_path_factory.mktemp("t"), content)
    assert tickets or rejected
    lines = [each.line for each in [*tickets, *rejected]]
    assert len(set(lines)) == len(lines)
    assert all(each.code in {"bad-quoting", "missing-value", "row-too-long"} for each in rejected)


def test_json_with_messages_is_read(tmp_path: Path) -> None:
    messages = [
        {"author": "mara", "at": "2024-05-01T10:00:00Z", "kind": "note", "body": "hm"},
        {"author": "k", "body": "x"},
    ]
    ticket = {
        "subject": "s",
        "requester": "k",
        "body": "b",
        "id": 7,
        "tags": ["a", "b"],
        "messages": messages,
        "x": [1],
    }
    (read,), rejected = listing(tmp_path, {"tickets": [ticket]})
    assert rejected == []
    assert (read.id, read.tags, read.extra) == ("7", ("a", "b"), (("x", "[1]"),))
    assert read.messages == (MessageRecord("mara", "hm", 1714557600000, "note"), MessageRecord("k", "x"))


GOOD = {"subject": "s", "requester": "k", "body": "b"}


@pytest.mark.parametrize(
    ("bad", "code"),
    [
        (3, "not-a-ticket"),
        ([], "not-a-ticket"),
        ({}, "missing-value"),
        ({**GOOD, "body": None}, "missing-value"),
        ({**GOOD, "body": {"a": 1}}, "bad-value"),
        ({**GOOD, "messages": "x"}, "bad-value"),
        ({**GOOD, "messages": ["x"]}, "bad-value"),
        ({**GOOD, "messages": [{"author": "x"}]}, "missing-value"),
        ({**GOOD, "messages": [{"author": "x", "body": "y", "at": "now"}]}, "bad-time"),
        ({**GOOD, "body": "x" * (CELL_LIMIT + 1)}, "cell-too-large"),
    ],
)
def test_a_bad_ticket_is_named_and_the_next_one_read(tmp_path: Path, bad: object, code: str) -> None:
    tickets, (rejected,) = listing(tmp_path, [GOOD, bad, GOOD])
    assert (rejected.code, rejected.line) == (code, 2)
    assert [ticket.line for ticket in tickets] == [1, 3]
    assert tickets[-1].done == (tmp_path / "a.json").stat().st_size


@pytest.mark.parametrize(
    "content",
    [b"", b"[", b"[1,]", b"\xff\xfe\x00", b"[" * 100_000, b"\x00" * 10, b'{"a": ' + b"9" * 10_000 + b"}"],
)
def test_broken_json_is_named(tmp_path: Path, content: bytes) -> None:
    tickets, (rejected,) = listing(tmp_path, content)
    assert tickets == []
    assert rejected.code == "bad-json"


def test_one_ticket_alone_is_read(tmp_path: Path) -> None:
    (ticket,), _ = listing(
        tmp_path, b"\xef\xbb\xbf" + json.dumps({"Subject": "s", "REQUESTER": "k", "body": "\ud800"}).encode()
    )
    assert (ticket.subject, ticket.body) == ("s", "?")
