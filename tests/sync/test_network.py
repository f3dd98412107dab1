"""Whom a desk believes and which way it goes: pinned keys, an authority of the team's own, a proxy (C17, C18)."""

import base64
import ssl
import subprocess
from pathlib import Path

import pytest

from agentdesk.sync.http import HttpTransport
from agentdesk.sync.network import DIRECT, Network, key_hash
from agentdesk.sync.session import SignedIn
from agentdesk.sync.transport import Misconfigured, NotTrusted, TransportError, Unreachable
from agentdesk.sync.vault import Vault
from agentdesk.wire import Hello
from tests.sync.servers import answer, certificate, expired, lying, tunnelling

HELLO = Hello(protocol=(1, 1), schema_version=1, epoch="e", min_client="0", features=[], server_time=1)
TOLD = answer(HELLO.model_dump_json().encode())
SPARE = "sha256//" + base64.b64encode(bytes(32)).decode()


def hello(port: int, network: Network, host: str = "localhost") -> Hello:
    transport = HttpTransport(f"https://{host}:{port}", SignedIn(Vault(lambda: None), "", lambda: 0), network)
    try:
        return transport.hello()
    finally:
        transport.close()


def context(made: Path, key: Path) -> ssl.SSLContext:
    served = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    served.load_cert_chain(made, key)
    return served


def pin(made: Path) -> str:
    """As the openssl of this system works it out."""
    said = made.read_bytes()
    for words in ("x509 -pubkey -noout", "pkey -pubin -outform der", "dgst -sha256 -binary"):
        said = subprocess.run(["openssl", *words.split()], input=said, check=True, capture_output=True).stdout
    return "sha256//" + base64.b64encode(said).decode()


def test_c17_the_hash_of_a_key_is_the_one_that_openssl_finds(tmp_path: Path) -> None:
    made, _ = certificate(tmp_path)
    found = key_hash(ssl.PEM_cert_to_DER_cert(made.read_text("ascii")))
    assert "sha256//" + base64.b64encode(found).decode() == pin(made)


def test_c17_a_pinned_key_is_believed_and_another_one_is_not(tmp_path: Path) -> None:
    made, key = certificate(tmp_path)
    with lying(TOLD, context(made, key)) as server:
        assert hello(server.port, Network(made, f"{pin(made)}; {SPARE}")) == HELLO
        heard = len(server.heard)
        with pytest.raises(NotTrusted):
            hello(server.port, Network(made, f"{SPARE};{SPARE[:-2]}E="))
        assert len(server.heard) == heard, "nothing was said to it"


def test_c17_a_pin_takes_the_place_of_neither_chain_nor_name(tmp_path: Path) -> None:
    made, key = certificate(tmp_path, "elsewhere.example")
    with lying(TOLD, context(made, key)) as server:
        for network in (Network(made, f"{pin(made)};{SPARE}"), Network(pins=f"{pin(made)};{SPARE}")):
            with pytest.raises(NotTrusted):
                hello(server.port, network)
        assert server.heard == []


def test_c17_an_expired_certificate_is_refused(tmp_path: Path) -> None:
    made, key = expired(tmp_path)
    with lying(TOLD, context(made, key)) as server, pytest.raises(NotTrusted):
        hello(server.port, Network(made))


@pytest.mark.parametrize(
    "network",
    [
        Network(pins=SPARE),
        Network(pins=f"{SPARE};sha256//short"),
        Network(pins=f"{SPARE};{SPARE.replace('sha256', 'md5')}"),
        Network(Path("/nowhere/authority.pem")),
        Network(Path(__file__)),
        Network(proxy="desk.example.org:3128"),
        Network(proxy="http://desk.example.org"),
        Network(proxy="http://mara:secret@desk.example.org:3128"),
        Network(proxy="socks5://desk.example.org:1080"),
        Network(proxy="http://desk.example.org:99999"),
    ],
)
def test_a_setting_that_cannot_be_used_is_named_and_nothing_is_sent(network: Network) -> None:
    with lying(TOLD) as server:
        with pytest.raises(Misconfigured) as caught:
            hello(server.port, network)
        assert server.heard == []
    assert caught.value.name in ("AGENTDESK_PINS", "AGENTDESK_CA_FILE", "AGENTDESK_PROXY")


def test_the_environment_names_authority_pins_and_proxy() -> None:
    given = {"AGENTDESK_CA_FILE": "/a.pem", "AGENTDESK_PINS": "sha256//a", "AGENTDESK_PROXY": "http://p:1"}
    assert Network.of(given) == Network(Path("/a.pem"), "sha256//a", "http://p:1")
    assert Network.of({}) == DIRECT


def test_c18_a_proxy_carries_what_it_cannot_read(tmp_path: Path) -> None:
    made, key = certificate(tmp_path)
    with lying(TOLD, context(made, key)) as server, tunnelling() as proxy:
        way = f"http://127.0.0.1:{proxy.port}"
        assert hello(server.port, Network(made, f"{pin(made)};{SPARE}", way)) == HELLO
        for untrusted in (Network(proxy=way), Network(made, f"{SPARE};{SPARE[:-2]}E=", way)):
            with pytest.raises(NotTrusted):
                hello(server.port, untrusted)
        assert {head.partition(" HTTP/")[0] for head in proxy.heard} == {f"CONNECT localhost:{server.port}"}
        assert len(server.heard) == 1


def test_c18_plain_http_to_this_computer_never_goes_by_a_proxy() -> None:
    with lying(TOLD) as server, tunnelling() as proxy:
        network = Network(proxy=f"http://127.0.0.1:{proxy.port}")
        transport = HttpTransport(f"http://127.0.0.1:{server.port}", SignedIn(Vault(lambda: None), "", int), network)
        assert transport.hello() == HELLO
        assert proxy.heard == []


def test_c18_a_proxy_that_does_not_answer_is_a_server_that_cannot_be_reached() -> None:
    with pytest.raises(Unreachable) as caught:
        hello(443, Network(proxy="http://127.0.0.1:9"))
    assert not isinstance(caught.value, NotTrusted)


def test_c18_a_proxy_that_wants_a_password_gets_none() -> None:
    with lying(answer(b"", "407 Proxy Authentication Required")) as proxy:
        with pytest.raises(TransportError):
            hello(443, Network(proxy=f"http://127.0.0.1:{proxy.port}"))
        assert "authorization" not in "".join(proxy.heard).lower()
