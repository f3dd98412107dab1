"""Passwords, tokens and devices, on both databases."""

from typing import Any

import pytest
from sqlalchemy import Engine, event, select

from agentdesk.domain.commands import DisablePerson
from agentdesk.domain.refusals import Refused
from agentdesk.domain.values import Id, Role, ScopeKind
from agentdesk.server import accounts, login_limits, people, tokens
from agentdesk.server.accounts import WrongPassword
from agentdesk.server.clients import NotYourDevice
from agentdesk.server.database import connect, owning, reading, writing
from agentdesk.server.login_limits import TooManyAttempts
from agentdesk.server.passwords import WeakPassword
from agentdesk.server.schema import ACCESS_TOKEN, ACCOUNT, AUDIT, REFRESH_TOKEN, TABLES
from agentdesk.server.tokens import BadToken, Pair
from agentdesk.wire import SignIn
from tests.builders import ADMIN, MARA, NOAH, NOON
from tests.server.worlds import World, device

PASSWORD = "three grey donkeys"


@pytest.fixture
def mara(engine: Engine) -> str:
    """Her user name; she has a password."""
    with writing(engine) as connection:
        accounts.set_password(connection, MARA, PASSWORD, NOON)
        return str(connection.scalar(select(TABLES["person"].c.user_name).where(TABLES["person"].c.id == MARA)))


def signed_in(engine: Engine, name: str, password: str = PASSWORD, *, at: int = NOON, from_: str = "10.0.0.1") -> Pair:
    return accounts.sign_in(engine, SignIn(username=name, password=password, client=device(MARA)), from_, at)


def test_a_password_lets_in_and_the_token_says_who_asks(engine: Engine, mara: str) -> None:
    pair = signed_in(engine, mara.upper())
    caller = tokens.caller_of(engine, pair.access, NOON)
    assert (caller.person, caller.client) == (MARA, device(MARA))


@pytest.mark.parametrize("password", ["", "short", "eleven char", "aaaaaaaaaaaa", "password1234", "x" * 1_001])
def test_s1_a_weak_password_is_refused(engine: Engine, password: str) -> None:
    with writing(engine) as connection, pytest.raises(WeakPassword):
        accounts.set_password(connection, MARA, password, NOON)


def test_s1_a_password_is_kept_as_an_argon2id_hash_alone(engine: Engine, mara: str) -> None:
    with reading(engine) as connection:
        kept = connection.scalar(select(ACCOUNT.c.password_hash))
    assert kept is not None
    assert kept.startswith("$argon2id$")
    assert PASSWORD not in kept


def test_s1_an_unknown_name_and_a_wrong_password_are_told_apart_by_nothing(engine: Engine, mara: str) -> None:
    told = {}
    for name in (mara, "nobody", "noah"):
        said: list[str] = []
        event.listen(engine, "before_cursor_execute", lambda *call, said=said: said.append(call[2]))
        with pytest.raises(WrongPassword) as caught:
            signed_in(engine, name, "not the right one", from_=name)
        told[name] = str(caught.value), tuple(said)
    assert len(set(told.values())) == 1


def test_s1_who_is_unknown_costs_a_hash_too(engine: Engine, mara: str, monkeypatch: pytest.MonkeyPatch) -> None:
    compared: list[str] = []

    class Counting:
        def verify(self, hashed: str, _: str) -> bool:
            compared.append(hashed[:10])
            raise accounts.VerificationError

        hash = staticmethod(accounts._HASHER.hash)

    monkeypatch.setattr(accounts, "_HASHER", Counting())
    for name in (mara, "nobody"):
        with pytest.raises(WrongPassword):
            signed_in(engine, name, "not the right one")
    assert compared == ["$argon2id$"] * 2


def test_s1_somebody_disabled_does_not_come_in(engine: Engine, mara: str) -> None:
    pair = signed_in(engine, mara)
    _disable(engine, MARA)
    with pytest.raises(WrongPassword):
        signed_in(engine, mara)
    with pytest.raises(BadToken):
        tokens.caller_of(engine, pair.access, NOON)
    with pytest.raises(BadToken):
        tokens.refresh(engine, pair.refresh, NOON)


def test_s2_fifty_wrong_passwords_at_one_replica_slow_down_the_other(url: str, engine: Engine, mara: str) -> None:
    other = connect(url)
    refused = 0
    for _ in range(50):
        try:
            signed_in(engine, mara, "not the right one")
        except TooManyAttempts:
            refused += 1
        except WrongPassword:
            pass
    assert refused == 45
    with pytest.raises(TooManyAttempts) as caught:
        signed_in(other, mara, from_="10.9.9.9")
    assert caught.value.retry_after > 0
    other.dispose()


def test_s2_whoever_waits_comes_in_and_is_not_locked_out(engine: Engine, mara: str) -> None:
    at = NOON
    for _ in range(12):
        at += login_limits.LONGEST_WAIT
        with pytest.raises(WrongPassword):
            signed_in(engine, mara, "not the right one", at=at)
    assert signed_in(engine, mara, at=at + login_limits.LONGEST_WAIT)


def test_s2_many_names_from_one_address_are_slowed_down(engine: Engine) -> None:
    for n in range(30):
        with pytest.raises(WrongPassword):
            signed_in(engine, f"guess{n}", "not the right one")
    with pytest.raises(TooManyAttempts):
        signed_in(engine, "guess31", "not the right one")


def test_s2_the_right_password_forgets_the_failures(engine: Engine, mara: str) -> None:
    for _ in range(4):
        with pytest.raises(WrongPassword):
            signed_in(engine, mara, "not the right one")
    signed_in(engine, mara)
    for _ in range(5):
        with pytest.raises(WrongPassword):
            signed_in(engine, mara, "not the right one")


def test_s3_an_access_token_ends_after_ten_minutes(engine: Engine, mara: str) -> None:
    pair = signed_in(engine, mara)
    assert tokens.caller_of(engine, pair.access, NOON + tokens.ACCESS_LASTS - 1)
    with pytest.raises(BadToken):
        tokens.caller_of(engine, pair.access, NOON + tokens.ACCESS_LASTS)


def test_s3_what_is_revoked_ends_at_once_on_the_other_replica(url: str, engine: Engine, mara: str) -> None:
    other, pair = connect(url), signed_in(engine, mara)
    assert tokens.caller_of(other, pair.access, NOON)
    with writing(engine) as connection:
        tokens.revoke(connection, pair.caller.family)
    with pytest.raises(BadToken):
        tokens.caller_of(other, pair.access, NOON)
    other.dispose()


def test_s3_a_new_password_ends_every_sign_in(engine: Engine, mara: str) -> None:
    pair = signed_in(engine, mara)
    with writing(engine) as connection:
        accounts.set_password(connection, MARA, "four brown donkeys", NOON)
    with pytest.raises(BadToken):
        tokens.caller_of(engine, pair.access, NOON)


def test_s3_a_token_of_another_server_is_none(engine: Engine, mara: str, tmp_path: Any) -> None:
    pair = signed_in(engine, mara)
    with writing(engine) as connection:
        connection.execute(ACCESS_TOKEN.delete())  # as in a database that never gave it
    with pytest.raises(BadToken):
        tokens.caller_of(engine, pair.access, NOON)


def test_s4_a_refresh_token_changes_with_every_use(engine: Engine, mara: str) -> None:
    first = signed_in(engine, mara)
    second = tokens.refresh(engine, first.refresh, NOON + 1)
    third = tokens.refresh(engine, second.refresh, NOON + 2)
    assert len({first.refresh, second.refresh, third.refresh}) == 3
    assert tokens.caller_of(engine, third.access, NOON + 2).person == MARA


def test_s4_for_a_minute_the_same_successor_is_given_again(engine: Engine, mara: str) -> None:
    first = signed_in(engine, mara)
    told = [tokens.refresh(engine, first.refresh, NOON + after).refresh for after in (0, 1, 60_000)]
    assert len(set(told)) == 1


def test_s4_a_token_that_comes_again_after_a_minute_ends_its_family(engine: Engine, mara: str) -> None:
    first = signed_in(engine, mara)
    second = tokens.refresh(engine, first.refresh, NOON)
    other = signed_in(engine, mara)
    with pytest.raises(BadToken):
        tokens.refresh(engine, first.refresh, NOON + 61_000)
    with pytest.raises(BadToken):
        tokens.refresh(engine, second.refresh, NOON + 61_000)
    with pytest.raises(BadToken):
        tokens.caller_of(engine, second.access, NOON + 61_000)
    assert tokens.refresh(engine, other.refresh, NOON + 61_000), "another sign-in of hers goes on"


def test_s4_the_database_holds_no_token(engine: Engine, mara: str) -> None:
    first = signed_in(engine, mara)
    second = tokens.refresh(engine, first.refresh, NOON)
    with reading(engine) as connection:
        kept = [*connection.execute(select(REFRESH_TOKEN)), *connection.execute(select(ACCESS_TOKEN))]
    text = repr([tuple(row) for row in kept])
    assert not [one for one in (first.access, first.refresh, second.access, second.refresh) if one in text]


def test_s4_a_refresh_token_ends_after_thirty_days(engine: Engine, mara: str) -> None:
    pair = signed_in(engine, mara)
    with pytest.raises(BadToken):
        tokens.refresh(engine, pair.refresh, NOON + tokens.REFRESH_LASTS + 1)


def test_s6_a_device_of_somebody_else_is_refused_and_the_audit_says_so(engine: Engine, mara: str) -> None:
    asked = SignIn(username=mara, password=PASSWORD, client=device(NOAH))
    with pytest.raises(NotYourDevice):
        accounts.sign_in(engine, asked, "10.0.0.1", NOON)
    with reading(engine) as connection:
        assert "not-your-device" in set(connection.scalars(select(AUDIT.c.event)))


def test_the_operator_makes_people_by_the_rules_and_on_record(world: World) -> None:
    admin = (Role.ADMIN, (ScopeKind.SYSTEM, None))
    person = people.add_person(world.engine, "Tom", PASSWORD, admin, NOON)
    assert world.get("person", person).user_name == "tom"
    assert [one.role for one in world.find("role_assignment", person=person)] == [Role.ADMIN]
    assert {one.command for one in world.find("operation_log") if one.root == person} == {"save_person", "assign_role"}
    assert accounts.sign_in(world.engine, SignIn(username="tom", password=PASSWORD), "10.0.0.1", NOON)


def test_a_password_does_not_let_in_whom_an_administrator_has_disabled(world: World) -> None:
    requester = (Role.REQUESTER, (ScopeKind.SYSTEM, None))
    person = people.add_person(world.engine, "Tom", PASSWORD, requester, NOON)
    world.done(DisablePerson(person=person), ADMIN)
    with pytest.raises(Refused, match="person-disabled"):
        people.add_person(world.engine, "Tom", PASSWORD + "2", requester, NOON)


def test_the_operator_cannot_take_the_last_administrator(world: World) -> None:
    admin = (Role.ADMIN, (ScopeKind.SYSTEM, None))
    held = [one.person for one in world.find("role_assignment", role=Role.ADMIN)]
    names = [world.get("person", one).user_name for one in held]
    for name in names[:-1]:
        people.set_role(world.engine, name, admin, NOON, take=True)
    with pytest.raises(people.Refused, match="last-admin"):
        people.set_role(world.engine, names[-1], admin, NOON, take=True)


def _disable(engine: Engine, person: Id) -> None:
    with owning(engine) as connection:
        table = TABLES["person"]
        connection.execute(table.update().where(table.c.id == person).values(enabled=False))
