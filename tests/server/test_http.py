"""The server as it answers on a port: who comes in, what is too much, and what every answer carries."""

import hashlib
import json
import logging
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
import requests
from fastapi import FastAPI
from sqlalchemy import Engine, select

from agentdesk.domain.commands import FileRef, PassStage
from agentdesk.domain.values import ProcessKind
from agentdesk.server import access, gate, limits, poller, serving, tokens
from agentdesk.server.app import app_of
from agentdesk.server.database import connect, reading, writing
from agentdesk.server.schema import AUDIT
from agentdesk.server.service import Service
from agentdesk.server.settings import Settings
from agentdesk.wire import CHUNK_BYTES, MOST_PUSH_BYTES
from tests.builders import JONAS, LEA, MARA, NOAH, NOON, an_id
from tests.server import approvals
from tests.server.doors import Door, listening, replica
from tests.server.worlds import World, device


@pytest.fixture
def door(world: World) -> Iterator[Door]:
    with replica(world.engine, Service(world.engine, now=lambda: world.now)) as one:
        yield one


def pushed(world: World, door: Door, *sent: Any, by: str = NOAH, **more: Any) -> requests.Response:
    body = {"client": device(by), "commands": [one.model_dump() for one in sent], **more}
    return door.ask("POST", "/v1/push", headers=door.headers(by), json=body)


def problem(response: requests.Response) -> str:
    said = response.json()
    assert set(said) == {"error", "message", "id"}
    assert said["message"].endswith(".")
    assert response.headers["X-Request-Id"] == said["id"]
    return str(said["error"])


def test_what_is_pushed_comes_back_with_its_documents(world: World, door: Door) -> None:
    ticket = world.filed()
    answer = pushed(world, door, world.wire(world.reply(ticket)))
    assert answer.status_code == 200
    reply = answer.json()
    assert [one["status"] for one in reply["results"]] == ["applied"]
    assert "message" in reply["documents"]["tables"]


@pytest.mark.rule("CP-02")
def test_after_a_decision_the_server_looks_at_once_for_what_has_to_run(world: World, door: Door) -> None:
    project = approvals.a_project(world)
    approvals.a_process(world, ProcessKind.HOST_CREATE)
    request = approvals.applied(world, project)
    assert pushed(world, door, world.wire(world.reply(world.filed()))).ok
    assert not door.service.due.is_set()
    decided = pushed(world, door, world.wire(PassStage(**approvals.seen(world, request))), by=MARA)
    assert [one["status"] for one in decided.json()["results"]] == ["applied"]
    assert door.service.due.is_set()


def test_hello_and_health_ask_for_nothing_and_tell_nothing(door: Door) -> None:
    hello = door.ask("GET", "/v1/hello").json()
    assert hello["protocol"] == [1, 1]
    assert door.ask("GET", "/healthz").json() == {"status": "ok"}


def test_s7_a_route_without_a_rule_stops_the_start() -> None:
    app = FastAPI()
    app.get("/v1/unthought")(lambda: None)
    with pytest.raises(AssertionError, match="unthought"):
        access.check_routes(app)


def test_s7_without_a_token_every_door_but_the_open_ones_is_shut(door: Door) -> None:
    app = app_of(door.service)
    for route in access._all(app):
        if not access.ROUTES[route.name].signed_in:
            continue
        path = route.path.replace("{id}", an_id(1)).replace("{token}", "x")
        answer = door.ask(min(route.methods), path, headers={"AgentDesk-Protocol": "1"})
        assert (answer.status_code, problem(answer)) == (401, "sign-in-needed"), path


def test_another_protocol_is_told_so(door: Door) -> None:
    headers = door.headers(MARA) | {"AgentDesk-Protocol": "2"}
    answer = door.ask("GET", "/v1/pull", headers=headers)
    assert (answer.status_code, problem(answer)) == (426, "too-old")


def test_a_cursor_that_is_none_begins_anew(door: Door) -> None:
    for cursor in ("", "x", "é", "%00"):
        answer = door.ask("GET", "/v1/pull", headers=door.headers(MARA), params={"cursor": cursor})
        assert (answer.status_code, problem(answer)) == (410, "cursor-lost")


def test_s6_a_push_for_another_device_is_refused_and_noted(world: World, door: Door) -> None:
    answer = door.ask("POST", "/v1/push", headers=door.headers(MARA), json={"client": device(NOAH), "commands": []})
    assert (answer.status_code, problem(answer)) == (403, "not-your-device")
    free = door.headers(MARA, device(MARA))
    with writing(world.engine) as connection:
        pair = tokens.begin_family(connection, MARA, None, world.now)
    answer = door.ask(
        "POST", "/v1/push", headers=free | {"Authorization": f"Bearer {pair.access}"},
        json={"client": device(NOAH), "commands": []},
    )  # fmt: skip
    assert answer.status_code == 403
    with reading(world.engine) as connection:
        assert "not-your-device" in set(connection.scalars(select(AUDIT.c.event)))


def test_s10_a_field_that_nobody_knows_is_a_mistake(door: Door) -> None:
    answer = door.ask(
        "POST", "/v1/push", headers=door.headers(MARA), json={"client": device(MARA), "commands": [], "actor": MARA}
    )
    assert (answer.status_code, problem(answer)) == (400, "bad-request")


@pytest.mark.parametrize(
    "body", [b"", b"{", b"[" * 500_000, b'{"client": NaN}', b"\xff\xfe", b'{"client":"\\ud800","commands":[]}', b"null"]
)
def test_what_is_no_json_is_told_so(door: Door, body: bytes) -> None:
    headers = door.headers(MARA) | {"Content-Type": "application/json"}
    answer = door.ask("POST", "/v1/push", headers=headers, data=body)
    assert (answer.status_code, problem(answer)) == (400, "bad-request")


@pytest.mark.parametrize("text", ["\x00", "\ud800", "a\x00b"])
def test_text_that_no_database_takes_is_a_refusal_and_no_fault(world: World, door: Door, text: str) -> None:
    sent = world.wire(world.reply(world.filed())).model_dump()
    for name in ("body_html", "message"):
        bad = {**sent, "args": {**sent["args"], name: text}, "id": world.new_id()}
        headers = door.headers(MARA) | {"Content-Type": "application/json"}
        body = json.dumps({"client": device(MARA), "commands": [bad]})
        answer = door.ask("POST", "/v1/push", headers=headers, data=body.encode())
        assert answer.status_code in (200, 400)
        if answer.status_code == 200:
            assert [one["status"] for one in answer.json()["results"]] == ["rejected"]


def test_s16_a_body_that_is_too_large_is_not_read(door: Door) -> None:
    answer = door.ask("POST", "/v1/push", headers=door.headers(MARA), data=b"x" * (MOST_PUSH_BYTES + 1))
    assert (answer.status_code, problem(answer)) == (413, "too-large")
    large = door.ask("PATCH", "/v1/uploads/x", headers=door.headers(MARA), data=b"x" * (CHUNK_BYTES + 1))
    assert (large.status_code, problem(large)) == (413, "too-large")


def test_s16_a_body_without_a_length_is_counted(door: Door) -> None:
    parts = (b"x" * 65_536 for _ in range(40))
    answer = door.ask("POST", "/v1/push", headers=door.headers(MARA), data=parts)
    assert (answer.status_code, problem(answer)) == (413, "too-large")


def test_s16_nothing_compressed_is_unpacked(door: Door) -> None:
    headers = door.headers(MARA) | {"Content-Encoding": "gzip"}
    answer = door.ask("POST", "/v1/push", headers=headers, data=b"\x1f\x8b")
    assert (answer.status_code, problem(answer)) == (415, "encoded")


def test_s16_a_body_that_trickles_in_is_given_up(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gate.Gate.__init__, "__defaults__", (0.05,))
    with replica(world.engine) as door, socket.create_connection(_place(door.address)) as slow:
        slow.sendall(b"POST /v1/session HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\n{")
        slow.settimeout(20)
        assert b"408" in slow.recv(1_000).split(b"\r\n")[0]


def test_s16_two_hundred_slow_heads_are_hung_up_and_others_are_served(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(serving, "HEADERS_WITHIN", 0.3)
    with replica(world.engine) as door:
        slow = [_begun(door.address) for _ in range(200)]
        assert door.ask("GET", "/healthz").status_code == 200
        assert [_rest(one) for one in slow] == [b""] * 200


def _begun(address: str) -> socket.socket:
    """A request of which no more comes."""
    slow = socket.create_connection(_place(address), timeout=60)
    slow.sendall(b"GET /v1/hello HT")
    return slow


def _rest(slow: socket.socket) -> bytes:
    """What is answered before the other side hangs up, politely or not."""
    with slow:
        try:
            return slow.recv(100)
        except ConnectionResetError:
            return b""


def test_s32_who_asks_too_often_is_asked_for_patience(world: World, door: Door) -> None:
    door.service.limits = limits.Limits(lambda: 0)  # however long this takes, no time passes
    headers = door.headers(MARA)
    most = limits.PER_MINUTE["pull"]
    told = [door.ask("GET", "/v1/pull", headers=headers).status_code for _ in range(most)]
    assert told == [410] * most
    answer = door.ask("GET", "/v1/pull", headers=headers)
    assert (answer.status_code, problem(answer)) == (429, "busy")
    assert int(answer.headers["Retry-After"]) >= 1
    assert door.ask("GET", "/v1/pull", headers=door.headers(JONAS)).status_code == 410, "others are not slowed down"


def test_s32_a_backlog_of_two_thousand_commands_is_through_in_five_minutes() -> None:
    ticks = [0]
    bucket, sent = limits.Limits(lambda: ticks[0]), 0
    while sent < 2_000:
        try:
            bucket.take(MARA, "commands", 50)
            sent += 50
        except limits.TooMany as many:
            ticks[0] += many.retry_after
    assert ticks[0] < 5 * 60_000


def test_s34_a_fault_is_an_id_and_no_trace(
    world: World, door: Door, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("a secret in a trace")

    monkeypatch.setattr("agentdesk.server.routes.sync.read_feed", broken)
    with caplog.at_level(logging.ERROR, "agentdesk"):
        answer = door.ask("GET", "/v1/pull", headers=door.headers(MARA))
    assert (answer.status_code, problem(answer)) == (500, "internal")
    assert "secret" not in answer.text
    assert answer.json()["id"] in caplog.text


def test_s34_the_log_of_requests_has_no_content(world: World, door: Door, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG, "agentdesk"):
        pushed(world, door, world.wire(world.reply(world.filed(), "canary-in-a-body")))
        token = door.token(MARA)
        door.ask("GET", "/v1/pull?cursor=canary-in-a-cursor", headers={"Authorization": f"Bearer {token}"})
    assert "push" in caplog.text
    assert not [word for word in ("canary", token, MARA, "noah") if word in caplog.text]


def test_s34_every_answer_is_kept_by_nobody_and_guessed_by_nobody(door: Door) -> None:
    for path in ("/v1/hello", "/v1/pull", "/nowhere"):
        headers = door.ask("GET", path).headers
        assert (headers["Cache-Control"], headers["X-Content-Type-Options"]) == ("no-store", "nosniff")
        assert "server" not in headers


def test_s29_a_forwarded_address_is_believed_from_no_stranger(world: World) -> None:
    seen = []
    app = app_of(Service(world.engine))

    def noted(scope: Any) -> None:
        seen.append(scope["client"][0])

    for proxies in ((), ("127.0.0.1",)):
        with listening(_noting(app, noted), Settings(port=0, proxies=proxies)) as server:
            requests.get(f"{server.address}/healthz", headers={"X-Forwarded-For": "203.0.113.7"}, timeout=20)
    assert seen == ["127.0.0.1", "203.0.113.7"]


# ------------------------------------------------------------------------- files


def uploaded(door: Door, by: str, content: bytes) -> requests.Response:
    headers = door.headers(by)
    asked = {"sha256": hashlib.sha256(content).hexdigest(), "size": len(content)}
    upload = door.ask("POST", "/v1/uploads", headers=headers, json=asked).json()
    answer = door.ask("GET", f"/v1/uploads/{upload['upload_id']}", headers=headers)
    for start in range(0, len(content), CHUNK_BYTES):
        answer = door.ask(
            "PATCH", f"/v1/uploads/{upload['upload_id']}", headers=headers | {"Upload-Offset": str(start)},
            data=content[start : start + CHUNK_BYTES],
        )  # fmt: skip
    return answer


def attached(world: World, door: Door, name: str = "letter.txt", content: bytes = b"words\n" * 100_000) -> str:
    """A file of Noah's at a ticket of his."""
    assert uploaded(door, NOAH, content).json()["ready"]
    sha256 = hashlib.sha256(content).hexdigest()
    ref = FileRef(id=world.new_id(), name=name, size=len(content), media_type="text/plain", sha256=sha256)
    sent = world.wire(world.reply(world.filed(), files=(ref,)))
    assert pushed(world, door, sent).json()["results"][0]["status"] == "applied"
    return ref.id


def test_a_file_goes_up_in_pieces_and_comes_down_in_ranges(world: World, door: Door) -> None:
    content = bytes(range(256)) * 2_000
    ref = attached(world, door, content=content)
    whole = door.ask("GET", f"/v1/attachments/{ref}", headers=door.headers(MARA))
    assert whole.content == content
    part = door.ask("GET", f"/v1/attachments/{ref}", headers=door.headers(MARA) | {"Range": "bytes=100-199"})
    assert (part.status_code, part.content) == (206, content[100:200])
    assert part.headers["Content-Range"] == f"bytes 100-199/{len(content)}"
    beyond = door.ask("GET", f"/v1/attachments/{ref}", headers=door.headers(MARA) | {"Range": "bytes=999999999-"})
    assert beyond.status_code == 416


def test_an_upload_tells_where_it_goes_on(door: Door) -> None:
    headers = door.headers(NOAH)
    asked = {"sha256": hashlib.sha256(b"x" * 10).hexdigest(), "size": 10}
    id = door.ask("POST", "/v1/uploads", headers=headers, json=asked).json()["upload_id"]
    answer = door.ask("PATCH", f"/v1/uploads/{id}", headers=headers | {"Upload-Offset": "5"}, data=b"xxxxx")
    assert (answer.status_code, problem(answer), answer.headers["Upload-Offset"]) == (409, "wrong-offset", "0")
    answer = door.ask("PATCH", f"/v1/uploads/{id}", headers=headers | {"Upload-Offset": "0"}, data=b"y" * 10)
    assert (answer.status_code, problem(answer)) == (422, "wrong-hash")


def test_s20_an_upload_and_a_file_are_there_for_nobody_else(world: World, door: Door) -> None:
    ref = attached(world, door)
    headers = door.headers(NOAH)
    asked = {"sha256": hashlib.sha256(b"mine").hexdigest(), "size": 4}
    id = door.ask("POST", "/v1/uploads", headers=headers, json=asked).json()["upload_id"]
    stranger = door.headers(LEA)
    missing = door.ask("GET", f"/v1/attachments/{an_id(77)}", headers=stranger)
    for path in (f"/v1/uploads/{id}", f"/v1/attachments/{ref}"):
        answer = door.ask("GET", path, headers=stranger)
        assert (answer.status_code, problem(answer)) == (404, "not-found")
        assert _plain(answer) == _plain(missing)


@pytest.mark.parametrize(
    "name", ["a.exe.txt", "../../etc/passwd", "„q“.txt", 'a"; filename=b.html', "x\r\nSet-Cookie: a"]
)
def test_s21_a_file_is_kept_and_never_shown(world: World, door: Door, name: str) -> None:
    answer = door.ask("GET", f"/v1/attachments/{attached(world, door, name)}", headers=door.headers(MARA))
    told = answer.headers["Content-Disposition"]
    assert told.startswith("attachment; filename*=UTF-8''")
    assert told.isascii()
    assert not set(told.partition("''")[2]) & set('";\r\n/\\ ')
    assert answer.headers["Content-Type"] == "application/octet-stream"
    assert "sandbox" in answer.headers["Content-Security-Policy"]
    assert "Set-Cookie" not in answer.headers


# ------------------------------------------------------------------------- events and presence


@contextmanager
def listening_as(door: Door, person: str) -> Iterator[Iterator[bytes]]:
    with door.ask("GET", "/v1/events", headers=door.headers(person), stream=True) as told:
        yield told.iter_lines(1)


def test_s12_events_say_only_that_there_is_something(world: World) -> None:
    with replica(world.engine, busy=True) as door, listening_as(door, MARA) as lines:
        assert _next_event(lines) == ["event: wake", "data: now"]
        world.filed()
        assert _next_event(lines) == ["event: wake", "data: now"]


def test_s12_what_concerns_others_wakes_nobody(world: World) -> None:
    service = Service(world.engine)
    waker = poller.Waker(service)
    with replica(world.engine, service) as door, listening_as(door, LEA) as lines:
        _next_event(lines)
        (listener,) = service.wakes.everybody()
        world.filed(by=NOAH)
        waker.look()
        assert not listener.news.is_set()
        world.filed(by=LEA)
        waker.look()
        assert _next_event(lines) == ["event: wake", "data: now"]


def test_s12_a_person_listens_with_five_desks_at_most(door: Door) -> None:
    headers = door.headers(MARA)
    held = [door.ask("GET", "/v1/events", headers=headers, stream=True) for _ in range(5)]
    answer = door.ask("GET", "/v1/events", headers=headers)
    assert (answer.status_code, problem(answer)) == (429, "too-many-listeners")
    for one in held:
        one.close()


def test_s12_who_is_signed_out_hears_nothing_more(world: World) -> None:
    service = Service(world.engine, now=lambda: NOON)
    with replica(world.engine, service) as door:
        headers = door.headers(MARA)
        with door.ask("GET", "/v1/events", headers=headers, stream=True) as told:
            lines = told.iter_lines(1)
            _next_event(lines)
            assert requests.delete(f"{door.address}/v1/session", headers=headers, timeout=20).status_code == 204
            poller.Waker(service).check()
            assert list(lines) == []


@pytest.mark.rule("HZ-17")
def test_presence_tells_colleagues_of_each_other_and_lapses(world: World, door: Door) -> None:
    ticket = world.filed()

    def here(person: str, mode: str = "viewing") -> list[list[str]]:
        asked = {"ticket": ticket, "mode": mode}
        others: list[list[str]] = door.ask("POST", "/v1/presence", headers=door.headers(person), json=asked).json()[
            "others"
        ]
        return others

    assert here(MARA, "writing") == []
    assert here(JONAS) == [[MARA, "writing"]]
    assert here(NOAH) == [], "customers are not told who looks"
    world.now += 46_000
    assert here(JONAS) == []
    here(MARA)
    here(MARA, "left")
    assert here(JONAS) == []


def test_who_looks_over_a_list_hears_who_else_is_at_its_tickets(world: World, door: Door) -> None:
    first, second, other = world.filed(), world.filed(), world.filed()

    def say(person: str, **asked: object) -> list[list[str]]:
        answer = door.ask("POST", "/v1/presence", headers=door.headers(person), json=asked)
        return [[one["ticket"], one["person"], one["mode"]] for one in answer.json()["around"]]

    say(MARA, ticket=first, mode="writing")
    say(JONAS, ticket=second, mode="viewing")
    say(JONAS, ticket=other, mode="viewing")
    assert say(JONAS, around=[first, second]) == [[first, MARA, "writing"]]
    assert say(MARA, around=[first, second]) == [[second, JONAS, "viewing"]]
    assert say(NOAH, around=[first, second]) == [], "customers are not told who looks"
    assert say(LEA, around=[first]) == []
    world.now += 46_000
    assert say(MARA, around=[second]) == []


def test_presence_at_what_one_may_not_see_is_not_found(world: World, door: Door) -> None:
    asked = {"ticket": world.filed(by=NOAH), "mode": "viewing"}
    answer = door.ask("POST", "/v1/presence", headers=door.headers(LEA), json=asked)
    assert (answer.status_code, problem(answer)) == (404, "not-found")


def test_the_figures_say_how_often_and_how_it_ended(door: Door) -> None:
    door.ask("GET", "/v1/hello")
    door.ask("GET", "/nowhere")
    text = door.service.metrics.text()
    assert 'agentdesk_requests_total{route="hello",status="200"} 1' in text
    assert 'agentdesk_requests_total{route="none",status="404"} 1' in text


def test_a_database_that_is_away_is_a_moment_s_patience(engine: Engine) -> None:
    with replica(engine) as door:
        headers = door.headers(MARA)
        door.service.engine = _away()
        answer = door.ask("GET", "/v1/pull", headers=headers)
        assert (answer.status_code, problem(answer)) == (503, "unavailable")
        assert answer.headers["Retry-After"]


def _away() -> Engine:
    return connect("sqlite:////nowhere/at/all.sqlite")


def _noting(app: FastAPI, note: Any) -> Any:
    class Noting:
        state = app.state

        async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
            if scope["type"] == "http":
                note(scope)
            await app(scope, receive, send)

    return Noting()


def _next_event(lines: Iterator[bytes]) -> list[str]:
    event: list[str] = []
    for line in lines:
        if not line and event:
            return event
        if line and not line.startswith(b":"):
            event.append(line.decode())
    return event


def _place(address: str) -> tuple[str, int]:
    host, _, port = address.removeprefix("http://").rpartition(":")
    return host, int(port)


def _plain(answer: requests.Response) -> tuple[Any, ...]:
    """All of an answer that does not differ from request to request."""
    headers = {k: v for k, v in answer.headers.items() if k.lower() not in ("x-request-id", "date")}
    return answer.status_code, headers, {**answer.json(), "id": ""}
