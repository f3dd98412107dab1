"""The server's tables: the records, and what only the authority keeps."""

from typing import Any

from sqlalchemy import Boolean, Column, Identity, Index, Integer, LargeBinary, MetaData, String, Table, Text, text

from agentdesk.records.tables import define, define_series
from agentdesk.records.types import IdType, InstantType
from agentdesk.server.types import KeysType, XidType

VERSION = 5
"""Of this schema: the number of its newest migration, and what `sync_meta` says."""

ROLE = "agentdesk_app"
"""The PostgreSQL role every transaction of the server takes: it owns nothing (S9)."""

metadata = MetaData()
TABLES = define(metadata, local=False)
SERIES = define_series(metadata)


def _id(name: str = "id", **options: Any) -> Column[Any]:
    return Column(name, IdType(), **{"nullable": False, **options})


def _text(name: str, **options: Any) -> Column[Any]:
    return Column(name, Text, **{"nullable": False, **options})


def _at(name: str, **options: Any) -> Column[Any]:
    return Column(name, InstantType, **{"nullable": False, **options})


_NUMBERED = InstantType
"""bigint in PostgreSQL; SQLite only counts up in an INTEGER."""

# ------------------------------------------------------------------------- sync

SYNC_META = Table(
    "sync_meta",
    metadata,
    Column("one", Integer, primary_key=True, autoincrement=False),
    _id("epoch"),
    Column("schema", Integer, nullable=False),
    Column("floor_xid", XidType(), nullable=False, server_default="0"),
    Column("floor_id", InstantType, nullable=False, server_default="0"),
)
"""One row. The floor is the newest place of the feed that has been pruned."""

COMMAND_LOG = Table(
    "command_log",
    metadata,
    _id(primary_key=True),
    _id("client"),
    _id("person"),
    Column("name", String, nullable=False),
    Column("arg_hash", LargeBinary, nullable=False),
    _at("issued_at"),
    _at("at"),
    _text("outcome", nullable=True),
)
Index("command_log_at", COMMAND_LOG.c.at)


FEED = Table(
    "feed",
    metadata,
    Column("id", _NUMBERED, Identity(always=True), primary_key=True),
    Column("xid", XidType(), nullable=False, server_default=text("0")),
    Column("root_kind", String, nullable=False),
    Column("root", String, nullable=False),
    Column("rev", InstantType, nullable=False),
    Column("aud", KeysType(), nullable=False),
    Column("gained", KeysType(), nullable=False),
    Column("lost", KeysType(), nullable=False),
    _at("active", nullable=True),
    _at("at"),
    sqlite_autoincrement=True,
)
"""What changed: the root and its new rev, whom it concerns now (`aud`), since now and no longer, and of a ticket its
last activity before. `xid` is PostgreSQL's: there (xid, id) is the place, in SQLite `id` alone, which is commit order.
"""
Index("feed_place", FEED.c.xid, FEED.c.id, unique=True)
Index("feed_root", FEED.c.root, FEED.c.xid, FEED.c.id)
Index("feed_at", FEED.c.at)

SCOPES = Table(
    "scope_set",
    metadata,
    Column("hash", String, primary_key=True),
    Column("keys", KeysType(), nullable=False),
    _at("at"),
)
"""The sets of keys that cursors name by their hash."""

BOOTSTRAP = Table(
    "bootstrap",
    metadata,
    Column("token", String, primary_key=True),
    _id("person"),
    _id("epoch"),
    Column("scopes", KeysType(), nullable=False),
    _at("since"),
    _at("at"),
)

# ------------------------------------------------------------------------- files

BLOB = Table(
    "blob",
    metadata,
    Column("sha256", String, primary_key=True),
    Column("size", InstantType, nullable=False),
    Column("start", LargeBinary, nullable=False),
    Column("upload", String, nullable=False),
    Column("verdict", String, nullable=False, server_default="good"),
    _at("at"),
)
"""A file that is whole; its bytes are the chunks of the upload that brought it, `start` tells what it is.

Any `verdict` but good keeps it in quarantine: no command attaches it, and it is never served.
"""

UPLOAD = Table(
    "upload",
    metadata,
    Column("id", String, primary_key=True),
    _id("person"),
    Column("sha256", String, nullable=False),
    Column("size", InstantType, nullable=False),
    Column("offset", InstantType, nullable=False),
    Column("ready", Boolean(create_constraint=False), nullable=False),
    _at("at"),
)
Index("upload_person", UPLOAD.c.person, UPLOAD.c.sha256)

CHUNK = Table(
    "chunk",
    metadata,
    Column("upload", String, primary_key=True),
    Column("offset", InstantType, primary_key=True),
    Column("data", LargeBinary, nullable=False),
)

# ------------------------------------------------------------------------- people at the door

ACCOUNT = Table(
    "account",
    metadata,
    _id("person", primary_key=True),
    _text("password_hash"),
    _at("changed"),
)
CLIENT = Table(
    "client",
    metadata,
    _id(primary_key=True),
    _id("person"),
    _at("registered"),
    _at("seen"),
)
"""The devices; each belongs to one person (S6)."""

REFRESH_TOKEN = Table(
    "refresh_token",
    metadata,
    Column("hash", LargeBinary, primary_key=True),
    _id("family"),
    _id("person"),
    _id("client", nullable=True),
    _at("issued"),
    _at("expires"),
    _at("spent", nullable=True),
    Column("seed", LargeBinary, nullable=True),
)
"""A sign-in is a family of them; only the newest is unspent. `seed` and the spent token together make its successor."""
Index("refresh_token_family", REFRESH_TOKEN.c.family)

ACCESS_TOKEN = Table(
    "access_token",
    metadata,
    Column("hash", LargeBinary, primary_key=True),
    _id("family"),
    _id("person"),
    _id("client", nullable=True),
    _at("expires"),
)
"""Asked on every request, so that what is revoked ends at once on every replica."""
Index("access_token_family", ACCESS_TOKEN.c.family)
Index("access_token_person", ACCESS_TOKEN.c.person)

ATTEMPT = Table(
    "attempt",
    metadata,
    Column("id", _NUMBERED, Identity(always=True), primary_key=True),
    Column("key", String, nullable=False),
    _at("at"),
    sqlite_autoincrement=True,
)
Index("attempt_key", ATTEMPT.c.key, ATTEMPT.c.at)

AUDIT = Table(
    "audit",
    metadata,
    Column("id", _NUMBERED, Identity(always=True), primary_key=True),
    _at("at"),
    _id("person", nullable=True),
    Column("event", String, nullable=False),
    _text("data"),
    sqlite_autoincrement=True,
)
"""What happened at the door, without content."""

PRESENCE = Table(
    "presence",
    metadata,
    _id("ticket", primary_key=True),
    _id("person", primary_key=True),
    Column("mode", String, nullable=False),
    _at("until"),
)

SEAL = Table(
    "seal",
    metadata,
    Column("n", InstantType, primary_key=True, autoincrement=False),
    Column("xid", XidType(), nullable=False),
    Column("feed", InstantType, nullable=False),
    Column("root_kind", String, nullable=False),
    Column("root", String, nullable=False),
    Column("rev", InstantType, nullable=False),
    Column("hash", String, nullable=False),
)
"""The chain over the operation log, a link for each row of the feed in its order; it outlives the feed (S33)."""
