"""What a signed-in device holds: a short access token, and a refresh token that changes with every use (S3, S4)."""

import hashlib
import hmac
import secrets
from collections.abc import Collection
from dataclasses import dataclass
from typing import Any
from uuid import uuid4

from sqlalchemy import Connection, Engine, Row, bindparam, delete, insert, select, update

from agentdesk.domain.values import DAY, Id, Instant
from agentdesk.server.clients import note
from agentdesk.server.database import reading, writing
from agentdesk.server.schema import ACCESS_TOKEN, REFRESH_TOKEN, TABLES

ACCESS_LASTS: Instant = 10 * 60_000
REFRESH_LASTS: Instant = 30 * DAY
SAME_AGAIN: Instant = 60_000
"""For so long a spent token answers its successor once more: the answer may have been lost on the way."""
_R, _A, _P = REFRESH_TOKEN.c, ACCESS_TOKEN.c, TABLES["person"].c


class BadToken(Exception):
    """Unknown, expired, revoked, or of somebody disabled: all of them the same."""


@dataclass(frozen=True, slots=True)
class Caller:
    """Who asks: the person, the device of the sign-in and the sign-in itself."""

    person: Id
    client: Id | None
    family: Id


@dataclass(frozen=True, slots=True)
class Pair:
    """The two tokens as texts; the database has only their hashes."""

    access: str
    refresh: str
    caller: Caller


def begin_family(connection: Connection, person: Id, client: Id | None, now: Instant) -> Pair:
    """The tokens of a new sign-in."""
    caller = Caller(person, client, str(uuid4()))
    refresh = secrets.token_urlsafe(32)
    _keep_refresh(connection, refresh, caller, now)
    return Pair(_new_access(connection, caller, now), refresh, caller)


def caller_of(engine: Engine, access: str, now: Instant) -> Caller:
    """Raises BadToken."""
    with reading(engine) as connection:
        row = connection.execute(_CALLER, {"token": hash_of(access), "now": now}).first()
    if row is None:
        raise BadToken
    return Caller(row.person, row.client, row.family)


_CALLER = (
    select(_A.person, _A.client, _A.family)
    .join(TABLES["person"], _P.id == _A.person)
    .where(_A.hash == bindparam("token"), _A.expires > bindparam("now"), _P.enabled)
)


def living(engine: Engine, hashes: Collection[bytes], now: Instant) -> frozenset[bytes]:
    """Those of the access tokens that are still good."""
    chosen = select(_A.hash).join(TABLES["person"], _P.id == _A.person)
    with reading(engine) as connection:
        rows = connection.scalars(chosen.where(_A.hash.in_(list(hashes)), _A.expires > now, _P.enabled))
        return frozenset(bytes(one) for one in rows)


def refresh(engine: Engine, given: str, now: Instant) -> Pair:
    """The successors of a refresh token. One that was spent long ago has been stolen: its family ends.

    Raises BadToken.
    """
    with writing(engine) as connection:
        row = connection.execute(select(REFRESH_TOKEN).where(_R.hash == hash_of(given)).with_for_update()).first()
        if row is not None and _is_good(connection, row, now):
            return _turn(connection, row, given, now)
        if row is not None:
            revoke(connection, row.family)
            note(connection, row.person, "refresh-refused", now, family=row.family)
    raise BadToken


def revoke(connection: Connection, family: Id) -> None:
    """Ends a sign-in at once, on every replica."""
    connection.execute(delete(ACCESS_TOKEN).where(_A.family == family))
    connection.execute(delete(REFRESH_TOKEN).where(_R.family == family))


def revoke_all(connection: Connection, person: Id) -> None:
    """Ends all sign-ins of a person, as after a new password."""
    connection.execute(delete(ACCESS_TOKEN).where(_A.person == person))
    connection.execute(delete(REFRESH_TOKEN).where(_R.person == person))


def hash_of(token: str) -> bytes:
    """Tokens are 256 random bits: nobody finds one from its hash, so no slow hash is needed."""
    return hashlib.sha256(token.encode("utf-8", "surrogatepass")).digest()


def _is_good(connection: Connection, row: Row[Any], now: Instant) -> bool:
    enabled = connection.scalar(select(_P.enabled).where(_P.id == row.person))
    fresh = row.spent is None or now <= row.spent + SAME_AGAIN
    return bool(enabled) and fresh and row.expires > now


def _turn(connection: Connection, row: Row[Any], given: str, now: Instant) -> Pair:
    caller = Caller(row.person, row.client, row.family)
    seed = row.seed
    if seed is None:
        seed = secrets.token_bytes(32)
        connection.execute(update(REFRESH_TOKEN).where(_R.hash == row.hash), {"spent": now, "seed": seed})
        _keep_refresh(connection, _successor(given, seed), caller, now)
    return Pair(_new_access(connection, caller, now), _successor(given, seed), caller)


def _successor(token: str, seed: bytes) -> str:
    """Made of the token, which only the device has, and the seed, which only the database has."""
    return hmac.digest(seed, token.encode(), "sha256").hex()


def _keep_refresh(connection: Connection, token: str, caller: Caller, now: Instant) -> None:
    values = {"hash": hash_of(token), "family": caller.family, "person": caller.person, "client": caller.client}
    connection.execute(insert(REFRESH_TOKEN), {**values, "issued": now, "expires": now + REFRESH_LASTS})


def _new_access(connection: Connection, caller: Caller, now: Instant) -> str:
    """Those that have ended are cleared away with it."""
    connection.execute(delete(ACCESS_TOKEN).where(_A.person == caller.person, _A.expires <= now))
    connection.execute(delete(REFRESH_TOKEN).where(_R.person == caller.person, _R.expires <= now))
    token = secrets.token_urlsafe(32)
    values = {"hash": hash_of(token), "family": caller.family, "person": caller.person, "client": caller.client}
    connection.execute(insert(ACCESS_TOKEN), {**values, "expires": now + ACCESS_LASTS})
    return token
