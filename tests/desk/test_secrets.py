"""T17: the sign-in of a desk and a real keyring, over D-Bus, that keeps it, is locked, denies, or never answers."""

import gc
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from keyring import backend

from agentdesk.desk.accounts import account_directory
from agentdesk.desk.connecting import Account, Joining, account_of, join
from agentdesk.server.accounts import set_password
from agentdesk.server.database import connect, writing
from agentdesk.server.migrate import migrate
from agentdesk.sync.network import DIRECT
from agentdesk.sync.transport import CursorLost, SignInNeeded
from agentdesk.sync.vault import Vault, system_backend
from tests.builders import MARA, NOON
from tests.server.doors import Door, replica
from tests.server.worlds import furnish
from tests.sync.secret_service import Mood, SecretService, session_bus

PASSWORD = "three grey donkeys"
CODES: dict[Mood, str] = {
    "open": "", "locked": "keyring-refuses", "denies": "keyring-refuses", "silent": "keyring-slow",
}  # fmt: skip
pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="other systems have other keyrings")


@pytest.fixture(scope="module")
def door(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Door]:
    url = f"sqlite:///{tmp_path_factory.mktemp('server') / 'server.sqlite'}"
    migrate(url)
    engine = connect(url)
    furnish(engine)
    with writing(engine) as connection:
        set_password(connection, MARA, PASSWORD, NOON)
    with replica(engine) as one:
        yield one
    engine.dispose()


@pytest.fixture
def _forget_keyrings() -> Iterator[None]:
    """The library looks for keyrings once in a process."""
    vars(backend.get_all_keyring).pop("saved_result", None)
    yield
    vars(backend.get_all_keyring).pop("saved_result", None)


@pytest.fixture(params=CODES)
def service(
    request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, _forget_keyrings: None
) -> Iterator[SecretService]:
    made = SecretService(request.param)
    with session_bus(made, tmp_path) as address:
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
        yield made
    for thread in threading.enumerate():
        if thread.name == "keyring":
            thread.join()
    gc.collect()


def vault() -> Vault:
    return Vault(limit=1.0)


def signed_in(door: Door, place: Path) -> Account:
    return join(place, Joining(door.address, "mara.lindt", PASSWORD), vault(), DIRECT)


def ask(account: Account) -> None:
    """A request that needs the sign-in; with it, the server says that there is no such cursor."""
    transport = account.transport()
    try:
        with pytest.raises(CursorLost):
            transport.pull("", 10)
    finally:
        transport.close()


# The keyring library does not close its connection to a keyring that stays locked.
@pytest.mark.filterwarnings("ignore:Exception ignored in. <socket:pytest.PytestUnraisableExceptionWarning")
def test_t17_signing_in_at_a_real_keyring_starting_again_and_signing_out(
    service: SecretService, door: Door, tmp_path: Path
) -> None:
    place = tmp_path / "desk"
    account = signed_in(door, place)
    assert account.signed_in.unkept == CODES[service.mood]
    ask(account)  # also without a keyring, until the program ends
    kept = service.secrets()
    assert bool(kept) is (service.mood == "open")
    again = account_of(account.served, vault(), DIRECT)
    if kept:
        ask(again)
        assert service.secrets() != kept, "a token that was used is another one"
    else:
        with pytest.raises(SignInNeeded):
            ask(again)
    again.signed_in.forget()
    assert service.secrets() == []
    tokens = [*kept, again.signed_in._access.encode(), account.signed_in._access.encode()]
    files = [path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()]
    assert not [token for token in tokens if token and any(token in content for content in files)]


@pytest.mark.usefixtures("_forget_keyrings")
def test_t17_without_a_bus_there_is_no_keyring(monkeypatch: pytest.MonkeyPatch, door: Door, tmp_path: Path) -> None:
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    assert system_backend() is None
    assert signed_in(door, tmp_path / "desk").signed_in.unkept == "keyring-absent"
    assert account_directory(door.address, "mara.lindt").name.endswith("mara.lindt")
