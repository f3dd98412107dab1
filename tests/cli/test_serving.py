"""connect, sync, offline and settle against a real server on this computer."""

import io
import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine

from agentdesk.clock import SystemClock, uuid7
from agentdesk.domain.commands import CancelTicket, Envelope
from agentdesk.domain.values import Role, ScopeKind
from agentdesk.records.rows import Rows
from agentdesk.server.authority import accept
from agentdesk.server.database import connect, reading
from agentdesk.server.migrate import migrate
from agentdesk.server.people import add_person, set_role
from agentdesk.server.schema import TABLES
from agentdesk.sync import vault
from agentdesk.wire import packed
from tests.cli.conftest import Answer, Run
from tests.server.doors import Door, replica
from tests.sync.keyrings import Good

PASSWORD = "three grey donkeys"
SYSTEM = (ScopeKind.SYSTEM, None)


@pytest.fixture(autouse=True)
def no_keyring(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(vault, "system_backend", lambda: None)


@pytest.fixture
def door(tmp_path: Path) -> Iterator[Door]:
    url = f"sqlite:///{tmp_path / 'server.sqlite'}"
    migrate(url)
    engine: Engine = connect(url)
    add_person(engine, "mara", PASSWORD, (Role.HANDLER, SYSTEM), 1)
    set_role(engine, "mara", (Role.ADMIN, SYSTEM), 1)
    add_person(engine, "noah", PASSWORD, (Role.REQUESTER, SYSTEM), 1)
    with replica(engine) as one:
        yield one
    engine.dispose()


class Typed:
    """Runs a command with a password on its standard input."""

    def __init__(self, run: Run, monkeypatch: pytest.MonkeyPatch, place: Path) -> None:
        self._run, self._monkeypatch, self._place = run, monkeypatch, place

    def __call__(self, desk: str, *words: str, password: str = PASSWORD) -> Answer:
        self._monkeypatch.setattr("sys.stdin", io.StringIO(password + "\n"))
        return self._run(*words, desk=self._place / desk)


@pytest.fixture
def typed(run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Typed:
    return Typed(run, monkeypatch, tmp_path)


def joined(typed: Typed, door: Door, desk: str, name: str) -> None:
    answer = typed(desk, "connect", door.address, "--as", name, "--password-stdin")
    assert (answer.status, answer.out) == (0, f"Connected to {door.address} as {name}.\n")


def filed(typed: Typed, desk: str, subject: str) -> None:
    args = {"source": "desk", "subject": subject, "body_html": "<p>It hums.</p>"}
    assert typed(desk, "do", "submit_ticket", "--args", json.dumps(args)).status == 0


def synced(typed: Typed, desk: str) -> Answer:
    return typed(desk, "sync", "--password-stdin")


def test_what_one_desk_sends_the_other_reads(typed: Typed, door: Door) -> None:
    joined(typed, door, "noah", "noah")
    joined(typed, door, "mara", "mara")
    filed(typed, "noah", "It hums")
    assert [row["state"] for row in typed("noah", "list", "outbox", "--json").json] == ["queued"]
    assert synced(typed, "noah").out == "Up to date; nothing waits.\n"
    assert typed("noah", "list", "outbox", "--json").json == []
    assert synced(typed, "mara").status == 0
    rows = typed("mara", "list", "support.all", "--json").json
    assert [(row["number"], row["subject"], row["requester"]) for row in rows] == [("TK-1", "It hums", "noah")]


def test_without_a_keyring_one_sentence_says_so_and_no_token_is_on_the_disk(
    typed: Typed, door: Door, tmp_path: Path
) -> None:
    answer = typed("noah", "connect", door.address, "--as", "noah", "--password-stdin")
    assert answer.err == (
        "This system has no keyring: you will be asked for your password again, and nothing is written to disk.\n"
    )
    assert typed("noah", "sync").status == 3
    assert "--password-stdin" in typed("noah", "sync").err
    kept = b"".join(path.read_bytes() for path in (tmp_path / "noah").rglob("*") if path.is_file())
    assert PASSWORD.encode() not in kept


@pytest.mark.parametrize(
    ("url", "name", "password", "status", "sentence"),
    [
        ("", "noah", "not this one", 3, "The user name or the password is not right."),
        ("", "nobody", PASSWORD, 3, "The user name or the password is not right."),
        ("http://127.0.0.1:9", "noah", PASSWORD, 3, "No server answers at this address; check it, and the network."),
        ("http://desk.example", "noah", PASSWORD, 2, "Over http your password could be read on the way; use https."),
        ("not an address", "noah", PASSWORD, 2, "This is no address of a server, such as https://desk.example.org."),
    ],
)
def test_what_stands_in_the_way_is_one_sentence_and_no_desk_is_made(
    typed: Typed, door: Door, tmp_path: Path, url: str, name: str, password: str, status: int, sentence: str
) -> None:
    answer = typed("new", "connect", url or door.address, "--as", name, "--password-stdin", password=password)
    assert (answer.status, answer.err) == (status, sentence + "\n")
    assert not (tmp_path / "new").exists()


def test_a_desk_that_works_alone_is_not_given_to_a_server(typed: Typed, door: Door) -> None:
    assert typed("mine", "do", "save_person", "--args", '{"user_name": "a", "name": "A"}').status == 0
    answer = typed("mine", "connect", door.address, "--as", "noah", "--password-stdin")
    assert answer.status == 3
    assert "works without a server" in answer.err
    assert typed("mine", "sync").status == 3


def test_c12_a_desk_of_one_person_is_never_another_s(typed: Typed, door: Door) -> None:
    joined(typed, door, "noah", "noah")
    filed(typed, "noah", "Mine alone")
    answer = typed("noah", "connect", door.address, "--as", "mara", "--password-stdin")
    assert answer.status == 3
    joined(typed, door, "mara", "mara")
    assert typed("mara", "list", "support.all", "--json").json == [], "nothing of noah was sent"
    assert len(typed("noah", "list", "outbox", "--json").json) == 1


def test_offline_is_remembered_until_it_is_taken_back(typed: Typed, door: Door) -> None:
    joined(typed, door, "noah", "noah")
    assert typed("noah", "offline", "on").status == 0
    filed(typed, "noah", "It hums")
    answer = synced(typed, "noah")
    assert (answer.status, answer.err) == (
        3, "This desk is offline because you said so. agentdesk offline off joins it again.\n"
    )  # fmt: skip
    assert typed("noah", "offline", "off").status == 0
    assert synced(typed, "noah").status == 0


def test_set_up_waits_for_a_connection(typed: Typed, door: Door) -> None:
    joined(typed, door, "mara", "mara")
    args = "do", "save_person", "--args", '{"user_name": "a", "name": "A"}'
    assert typed("mara", *args).status == 3, "no sign-in is kept, so nobody can be asked"
    assert typed("mara", "list", "outbox", "--json").json == []


def test_set_up_is_decided_by_the_server_while_one_waits(
    typed: Typed, door: Door, monkeypatch: pytest.MonkeyPatch
) -> None:
    keyring = Good()
    monkeypatch.setattr(vault, "system_backend", lambda: keyring)
    joined(typed, door, "mara", "mara")
    joined(typed, door, "noah", "noah")
    args = "do", "save_person", "--args", '{"user_name": "a", "name": "A"}', "--json"
    assert typed("mara", *args).status == 0
    with reading(door.service.engine) as connection:
        assert Rows(connection, TABLES).find("person", user_name="a")
    again = typed("mara", *args)
    assert (again.status, again.json["refused"]) == (1, "name-taken")
    refused = typed("noah", *args)
    assert (refused.status, refused.json["refused"]) == (1, "not-allowed")


@pytest.mark.parametrize("how", ["--again", "--discard"])
def test_what_came_back_is_settled(typed: Typed, door: Door, how: str) -> None:
    joined(typed, door, "noah", "noah")
    filed(typed, "noah", "It hums")
    synced(typed, "noah")
    (row,) = typed("noah", "list", "support.mine", "--json").json
    args = json.dumps({"body_html": "<p>One more thing</p>"})
    assert typed("noah", "do", "reply", "--on", row["number"], "--args", args).status == 0
    _cancelled_meanwhile(door, row["id"])
    synced(typed, "noah")
    (entry,) = typed("noah", "list", "outbox", "--json").json
    assert (entry["command"], entry["state"], entry["error"]) == ("reply", "returned", "ticket-cancelled")
    answer = typed("noah", "settle", entry["id"], how)
    if how == "--again":
        assert answer.status == 1, "the ticket is still cancelled, and the words are still there"
        assert len(typed("noah", "list", "outbox", "--json").json) == 1
    else:
        assert answer.status == 0
        assert typed("noah", "list", "outbox", "--json").json == []
    assert typed("noah", "settle", "00000000-0000-4000-8000-000000000000", how).status == 1


def _cancelled_meanwhile(door: Door, ticket: str) -> None:
    """By its requester, on another desk of theirs."""
    now = SystemClock().now()
    with reading(door.service.engine) as connection:
        (noah,) = Rows(connection, TABLES).find("person", user_name="noah")
        rev = Rows(connection, TABLES).get("ticket", ticket).rev
    wish = Envelope(
        id=uuid7(now, b"0123456789"), actor=noah.id, at=now, issued_at=now, base_rev=rev,
        command=CancelTicket(ticket=ticket),
    )  # fmt: skip
    (result,) = accept(door.service.engine, noah.id, noah.id, [packed(wish)], now).results
    assert result.status == "applied", result


def test_the_doctor_looks_at_keyring_and_server_too(typed: Typed, door: Door) -> None:
    joined(typed, door, "noah", "noah")
    found = {one["check"]: one for one in typed("noah", "doctor", "--json").json}
    assert found["keyring"]["detail"].startswith("keyring-absent")
    assert found["server"]["good"]
    assert door.address in found["server"]["detail"]
