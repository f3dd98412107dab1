"""T17: a keyring that is there, away, locked, cuts off, or never answers; no token is ever on the disk (C13)."""

from collections.abc import Callable, Iterator

import pytest

from agentdesk.sync.session import SignedIn
from agentdesk.sync.transport import SignInNeeded, Unreachable
from agentdesk.sync.vault import Backend, Vault, VaultClosed
from agentdesk.wire import Session
from tests.builders import an_id
from tests.sync.keyrings import Cutting, Good, Hanging, Locked


def session(n: int) -> Session:
    return Session(access_token=f"access-{n}", refresh_token=f"refresh-{n}", expires_in=600, person=an_id(1))


STATES: dict[str, Callable[[], Backend | None]] = {
    "": Good, "keyring-absent": lambda: None, "keyring-refuses": Locked, "keyring-cuts": Cutting,
    "keyring-slow": Hanging,
}  # fmt: skip


@pytest.fixture(params=STATES)
def state(request: pytest.FixtureRequest) -> Iterator[tuple[str, Backend | None]]:
    backend = STATES[request.param]()
    yield request.param, backend
    if isinstance(backend, Hanging):
        backend.free.set()


def vault_of(backend: Backend | None) -> Vault:
    return Vault(lambda: backend, limit=0.2)


def test_t17_signing_in_works_whatever_the_keyring_does_and_says_what_it_did(state: tuple[str, Backend | None]) -> None:
    code, backend = state
    known = SignedIn(vault_of(backend), "mara", lambda: 0)
    known.begin(session(1))
    assert known.unkept == code
    assert known.access(_nobody) == "access-1"


def test_t17_after_a_new_start_the_kept_token_is_used_or_a_person_is_asked(state: tuple[str, Backend | None]) -> None:
    code, backend = state
    SignedIn(vault_of(backend), "mara", lambda: 0).begin(session(1))
    again = SignedIn(vault_of(backend), "mara", lambda: 0)
    asked: list[str] = []

    def refresh(token: str) -> Session:
        asked.append(token)
        return session(2)

    if code:
        with pytest.raises(SignInNeeded):
            again.access(refresh)
        assert asked == []
    else:
        assert again.access(refresh) == "access-2"
        assert asked == ["refresh-1"]


def test_t17_signing_out_leaves_nothing(state: tuple[str, Backend | None]) -> None:
    _, backend = state
    known = SignedIn(vault_of(backend), "mara", lambda: 0)
    known.begin(session(1))
    known.forget()
    with pytest.raises(SignInNeeded):
        known.access(_nobody)
    assert not (isinstance(backend, Good) and backend.kept)


def test_t17_a_token_is_changed_in_the_keyring_too_and_the_old_one_is_gone() -> None:
    backend, ticks = Good(), [0]
    known = SignedIn(vault_of(backend), "mara", lambda: ticks[0])
    known.begin(session(1))
    ticks[0] = 600_000
    assert known.access(lambda _: session(2)) == "access-2"
    assert backend.kept == {"mara": "refresh-2"}


def test_t17_a_network_that_is_away_costs_no_token() -> None:
    backend = Good()
    known = SignedIn(vault_of(backend), "mara", lambda: 0)
    known.begin(session(1))
    known.refused("access-1")

    def away(_: str) -> Session:
        raise Unreachable

    with pytest.raises(Unreachable):
        known.access(away)
    assert known.access(lambda token: session(2) if token == "refresh-1" else session(3)) == "access-2"


def test_t17_a_keyring_that_hung_is_not_waited_for_again() -> None:
    backend = Hanging()
    vault = vault_of(backend)
    for _ in range(3):
        with pytest.raises(VaultClosed, match="keyring-slow"):
            vault.read("mara")
    backend.free.set()
    with pytest.raises(VaultClosed, match="keyring-slow"):
        vault.read("mara")


def test_t17_the_probe_is_as_long_as_a_real_token_and_leaves_nothing() -> None:
    backend = Good()
    vault_of(backend).probe()
    assert backend.kept == {}
    with pytest.raises(VaultClosed, match="keyring-cuts"):
        vault_of(Cutting()).probe()


def test_t17_what_is_too_long_for_some_keyring_is_kept_in_none() -> None:
    backend = Good()
    with pytest.raises(VaultClosed, match="keyring-cuts"):
        vault_of(backend).keep("mara", "x" * 513)
    assert backend.kept == {}


def _nobody(_: str) -> Session:
    raise SignInNeeded
