"""Passwords and sign-ins. Whether a name exists is told by neither words nor work (S1)."""

from functools import cache

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError
from sqlalchemy import Connection, Engine, select

from agentdesk.domain.values import Id, Instant
from agentdesk.records.rows import insert_of
from agentdesk.server import login_limits, tokens
from agentdesk.server.clients import note, register
from agentdesk.server.database import reading, writing
from agentdesk.server.login_limits import TooManyAttempts
from agentdesk.server.passwords import check_password
from agentdesk.server.schema import ACCOUNT, TABLES
from agentdesk.server.tokens import Pair
from agentdesk.wire import SignIn

_A, _P = ACCOUNT.c, TABLES["person"].c
_HASHER = PasswordHasher(time_cost=2, memory_cost=19 * 1024, parallelism=1)
"""Argon2id with OWASP's figures: 19 MiB each, so that fifty people may come at once."""


class WrongPassword(Exception):
    """No such person, none with a password, disabled, or another password: all of them the same."""


def set_password(connection: Connection, person: Id, password: str, now: Instant) -> None:
    """All sign-ins so far end. Raises WeakPassword."""
    user_name = connection.scalar(select(_P.user_name).where(_P.id == person))
    check_password(password, str(user_name))
    statement = insert_of(ACCOUNT, connection.dialect.name)
    changed = {"password_hash": statement.excluded.password_hash, "changed": statement.excluded.changed}
    put = statement.on_conflict_do_update(index_elements=["person"], set_=changed)
    connection.execute(put, {"person": person, "password_hash": _HASHER.hash(password), "changed": now})
    tokens.revoke_all(connection, person)
    note(connection, person, "password-set", now)


def sign_in(engine: Engine, asked: SignIn, address: str, now: Instant) -> Pair:
    """Raises WrongPassword, TooManyAttempts, NotYourDevice."""
    name = asked.username.strip().lower()
    name = name if name.isprintable() else ""
    with writing(engine) as connection:
        attempts = login_limits.begin(connection, name, address, now)
    try:
        with writing(engine) as connection:
            login_limits.check(connection, attempts, now)
    except TooManyAttempts:
        with writing(engine) as connection:
            login_limits.take_back(connection, attempts)
        raise
    person = _judge(engine, name, asked.password)
    with writing(engine) as connection:
        if person is None:
            note(connection, None, "sign-in-failed", now)
        else:
            login_limits.succeeded(connection, attempts)
    if person is None:
        raise WrongPassword
    return _signed_in(engine, person, asked.client, now)


def _signed_in(engine: Engine, person: Id, client: Id | None, now: Instant) -> Pair:
    if client is not None:
        register(engine, person, client, now)
    with writing(engine) as connection:
        note(connection, person, "signed-in", now, client=client)
        return tokens.begin_family(connection, person, client, now)


def _judge(engine: Engine, name: str, password: str) -> Id | None:
    """The person, if everything is right. Where there is nothing to compare with, something is all the same."""
    chosen = select(_P.id, _P.enabled, _A.password_hash).join(ACCOUNT, _A.person == _P.id)
    with reading(engine) as connection:
        row = connection.execute(chosen.where(_P.user_name == name)).first()
    right = _verified(row.password_hash if row else _nobody(), password)
    return row.id if row is not None and right and row.enabled else None


def _verified(hashed: str, password: str) -> bool:
    try:
        return _HASHER.verify(hashed, password)
    except (VerificationError, InvalidHashError, UnicodeEncodeError):
        return False


@cache
def _nobody() -> str:
    """Of a password that nobody has."""
    return _HASHER.hash("nobody has this password")
