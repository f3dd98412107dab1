"""The desk's way to a server, against servers that lie, break, hang up or are not the ones."""

import json
import ssl
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agentdesk.sync import http
from agentdesk.sync.address import BadAddress, server_address
from agentdesk.sync.http import HttpTransport, WrongPassword
from agentdesk.sync.network import DIRECT, Network
from agentdesk.sync.session import SignedIn
from agentdesk.sync.transport import (
    Broken,
    Busy,
    CursorLost,
    NotTrusted,
    SignInNeeded,
    TooOld,
    TransportError,
    Unreachable,
    WrongHash,
    WrongOffset,
)
from agentdesk.sync.vault import Vault
from agentdesk.wire import Hello, PushRequest, Session, SignIn
from tests.builders import an_id
from tests.sync.servers import answer, certificate, lying

HELLO = Hello(protocol=(1, 1), schema_version=1, epoch="e", min_client="0", features=[], server_time=1)
SESSION = Session(access_token="access-secret", refresh_token="refresh-secret", expires_in=600, person=an_id(1))


def signed_in() -> SignedIn:
    known = SignedIn(Vault(lambda: None), "test", lambda: 0)
    known.begin(SESSION)
    return known


def to(port: int, *, tls: bool = False, host: str = "127.0.0.1", network: Network = DIRECT) -> HttpTransport:
    return HttpTransport(f"{'https' if tls else 'http'}://{host}:{port}", signed_in(), network)


def pull_from(raw: bytes) -> TransportError:
    with lying(raw) as server, pytest.raises(TransportError) as caught:
        to(server.port).pull("c", 5)
    return caught.value


def refused(status: str, code: str = "x", **headers: str) -> bytes:
    return answer(json.dumps({"error": code, "message": "No.", "id": "1"}).encode(), status, **headers)


@pytest.mark.parametrize(
    ("raw", "fault"),
    [
        (refused("401 Unauthorized"), SignInNeeded),
        (refused("403 Forbidden"), SignInNeeded),
        (refused("410 Gone"), CursorLost),
        (refused("422 Unprocessable Content"), WrongHash),
        (refused("426 Upgrade Required"), TooOld),
        (refused("429 Too Many Requests"), Busy),
        (refused("503 Service Unavailable"), Busy),
        (answer(b"<html>", "502 Bad Gateway"), Unreachable),
        (answer(b"<html>", "504 Gateway Time-out"), Unreachable),
        (refused("500 Internal Server Error"), Broken),
        (refused("404 Not Found"), Broken),
        (b"", Unreachable),
        (b"HTTP/1.1 200 OK\r\nContent-Length: 900\r\n\r\n{", Unreachable),
        (b"nonsense\r\n\r\n", Unreachable),
        (answer(b"<html>"), Broken),
        (answer(b"[" * 100_000), Broken),
        (answer(b'{"cursor": 7}'), Broken),
        (answer(b"\xff\xfe\x00"), Broken),
        (answer(b"{}", "302 Found", Location="https://evil.example/"), Broken),
        (answer(b"x" * (http._MOST_BYTES + 1)), Broken),
    ],
)
def test_c19_every_broken_answer_is_one_of_the_few_faults(raw: bytes, fault: type[TransportError]) -> None:
    assert type(pull_from(raw)) is fault


def test_patience_is_what_the_server_says_and_an_hour_at_most() -> None:
    for told, heard in (("7", 7_000), ("99999999", 3_600_000), ("soon", None), ("-5", None)):
        error = pull_from(refused("429 Too Many Requests", Retry_After=told))
        assert isinstance(error, Busy)
        assert error.retry_after == heard


def test_a_wrong_offset_says_where_the_upload_goes_on() -> None:
    raw = refused("409 Conflict", "wrong-offset", Upload_Offset="77")
    with lying(raw) as server, pytest.raises(WrongOffset) as caught:
        to(server.port).upload("abc", 5, b"x")
    assert caught.value.offset == 77


def test_a_wrong_password_is_told_from_an_ended_sign_in() -> None:
    with lying(refused("401 Unauthorized", "wrong-password")) as server, pytest.raises(WrongPassword):
        to(server.port).sign_in(SignIn(username="mara", password="x"))


def test_c18_a_redirect_elsewhere_is_not_followed_and_gets_no_token() -> None:
    with lying(answer(HELLO.model_dump_json().encode())) as elsewhere:
        moved = answer(b"", "307 Temporary Redirect", Location=f"http://127.0.0.1:{elsewhere.port}/v1/pull")
        with lying(moved) as server, pytest.raises(Broken, match="redirected"):
            to(server.port).pull("c", 5)
        assert elsewhere.heard == []


def test_c18_neither_netrc_nor_proxies_of_the_environment_are_used(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    netrc = tmp_path / "netrc"
    netrc.write_text("machine 127.0.0.1 login thief password stolen\n")
    monkeypatch.setenv("NETRC", str(netrc))
    for name in ("http_proxy", "HTTP_PROXY", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    with lying(answer(HELLO.model_dump_json().encode())) as server:
        with pytest.raises(Broken):
            to(server.port).pull("c", 5)
        (head,) = server.heard
    assert "Authorization: Bearer access-secret" in head
    assert "Basic" not in head


def test_hello_and_sign_in_carry_no_token() -> None:
    with lying(answer(HELLO.model_dump_json().encode())) as server:
        assert to(server.port).hello() == HELLO
        assert "Authorization" not in server.heard[0]
        assert "AgentDesk-Protocol: 1" in server.heard[0]


@pytest.mark.parametrize("id", ["", "../session", "a/b", "a?b", "é", "a%2e", "a\r\nb"])
def test_an_id_that_leads_elsewhere_is_not_asked_for(id: str) -> None:
    transport = to(1)
    for ask in (lambda: transport.upload(id, 0, b""), lambda: transport.download(id, 0)):
        with pytest.raises(Broken, match="bad-id"):
            ask()


def test_a_token_that_is_no_longer_taken_is_changed_once() -> None:
    known = signed_in()
    with lying(refused("401 Unauthorized")) as server:
        with pytest.raises(SignInNeeded):
            HttpTransport(f"http://127.0.0.1:{server.port}", known, DIRECT).pull("c", 5)
        paths = [head.split(" ")[1].partition("?")[0] for head in server.heard]
    assert paths == ["/v1/pull", "/v1/session/refresh"]


# ------------------------------------------------------------------------- TLS


def context(made: Path, key: Path) -> ssl.SSLContext:
    served = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    served.load_cert_chain(made, key)
    return served


def test_c17_a_certificate_that_nobody_vouches_for_is_refused(tmp_path: Path) -> None:
    made, key = certificate(tmp_path)
    with lying(answer(HELLO.model_dump_json().encode()), context(made, key)) as server:
        with pytest.raises(NotTrusted):
            to(server.port, tls=True, host="localhost").hello()
        assert server.heard == []


def test_c17_an_authority_of_the_team_is_believed(tmp_path: Path) -> None:
    made, key = certificate(tmp_path)
    with lying(answer(HELLO.model_dump_json().encode()), context(made, key)) as server:
        assert to(server.port, tls=True, host="localhost", network=Network(made)).hello() == HELLO


def test_c17_a_certificate_of_another_host_is_refused(tmp_path: Path) -> None:
    made, key = certificate(tmp_path, "elsewhere.example")
    with lying(answer(HELLO.model_dump_json().encode()), context(made, key)) as server, pytest.raises(NotTrusted):
        to(server.port, tls=True, host="localhost", network=Network(made)).hello()


def test_c17_tls_older_than_1_2_is_not_spoken(tmp_path: Path) -> None:
    made, key = certificate(tmp_path)
    old = context(made, key)
    with pytest.warns(DeprecationWarning, match="TLSv1_1"):
        old.minimum_version = old.maximum_version = ssl.TLSVersion.TLSv1_1
    with lying(answer(HELLO.model_dump_json().encode()), old) as server, pytest.raises(Unreachable):
        to(server.port, tls=True, host="localhost", network=Network(made)).hello()


# ------------------------------------------------------------------------- fuzz


CALLS: tuple[Callable[[HttpTransport], Any], ...] = (
    lambda t: t.hello(),
    lambda t: t.pull("c", 5),
    lambda t: t.push(PushRequest(client=an_id(1), commands=[])),
    lambda t: t.bootstrap_page("t", ""),
    lambda t: t.download("a", 0),
    lambda t: t.listen(lambda: None, lambda _: None),
)


@pytest.fixture(scope="module")
def fuzzed() -> Iterator[Any]:
    with lying(b"") as server:
        yield server


@given(seed=st.integers(0, 1 << 32))
def test_c19_whatever_comes_back_ends_as_an_answer_or_a_fault(fuzzed: Any, seed: int) -> None:
    """Two hundred answers a change, four thousand with --nightly."""
    rng = Random(seed)
    for _ in range(2):
        body = bytearray(answer(HELLO.model_dump_json().encode() + rng.randbytes(rng.randint(0, 40))))
        for _ in range(rng.randint(0, 12)):
            body[rng.randrange(len(body))] = rng.randrange(256)
        fuzzed.raw = bytes(body[: rng.randint(0, len(body))])
        with suppress(TransportError):
            rng.choice(CALLS)(to(fuzzed.port))


# ------------------------------------------------------------------------- addresses


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("desk.example.org", "https://desk.example.org"),
        (" https://desk.example.org/ ", "https://desk.example.org"),
        ("desk.example.org:8750/a", "https://desk.example.org:8750/a"),
        ("localhost:8750", "http://localhost:8750"),
        ("127.0.0.1:8750", "http://127.0.0.1:8750"),
        ("http://[::1]:8750", "http://[::1]:8750"),
    ],
)
def test_an_address_is_understood_as_it_is_typed(typed: str, address: str) -> None:
    assert server_address(typed) == address


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("", "address-unreadable"),
        ("https://", "address-unreadable"),
        ("ftp://desk.example.org", "address-unreadable"),
        ("https://mara:secret@desk.example.org", "address-unreadable"),
        ("https://desk.example.org:99999", "address-unreadable"),
        ("https://desk.example.org?a=b", "address-unreadable"),
        ("https://de sk", "address-unreadable"),
        ("http://desk.example.org", "address-insecure"),
        ("http://127.0.0.1.evil.example", "address-insecure"),
    ],
)
def test_an_address_that_is_none_or_gives_passwords_away_is_refused(typed: str, code: str) -> None:
    with pytest.raises(BadAddress) as caught:
        server_address(typed)
    assert caught.value.code == code
