"""The tables of the desk's file: the records, and what only this computer keeps."""

from sqlalchemy import Boolean, Column, Index, Integer, MetaData, String, Table, Text, text

from agentdesk.records.tables import define, define_series
from agentdesk.records.types import IdType

VERSION = 8
"""`PRAGMA user_version` of a file with this schema: the number of its newest migration."""

metadata = MetaData()
TABLES = define(metadata, local=True)
SERIES = define_series(metadata)

META = Table("meta", metadata, Column("key", String, primary_key=True), Column("value", Text, nullable=False))

OUTBOX = Table(
    "outbox",
    metadata,
    Column("n", Integer, primary_key=True),
    Column("id", IdType(), nullable=False, unique=True),
    Column("root", String, nullable=False, index=True),
    Column("name", String, nullable=False),
    Column("version", Integer, nullable=False),
    Column("args", Text, nullable=False),
    Column("actor", IdType(), nullable=False),
    Column("at", Integer, nullable=False),
    Column("issued_at", Integer, nullable=False),
    Column("base_rev", Integer, nullable=False),
    Column("not_before", Integer),
    Column("state", String, nullable=False),
    Column("error", Text, nullable=False, server_default=""),
    Column("tries", Integer, nullable=False, server_default=text("0")),
    Column("faults", Integer, nullable=False, server_default=text("0")),
    Column("refused", String, nullable=False, server_default=""),
    Column("next_try", Integer),
    Column("answered", Integer),
    Column("answer", Text, nullable=False, server_default=""),
    Column("done_at", Integer),
    Column("seen", Text, nullable=False, server_default=""),
    sqlite_autoincrement=True,
)
"""`tries` counts how often it was sent, `faults` how often in a row it met the same `error`; `refused` is why the
rules here do not allow it now. `answered` is the rev that its root has to reach before it is done, `answer` the
server's outcome, `done_at` the server's time. `seen`: of a decision, what it was about (JSON).
"""
Index("outbox_state", OUTBOX.c.state)
BASE = Table(
    "base",
    metadata,
    Column("kind", String, primary_key=True),
    Column("id", String, primary_key=True),
    Column("root", String, nullable=False, index=True),
    Column("record", Text),
)
DRAFT = Table(
    "draft",
    metadata,
    Column("person", IdType(), primary_key=True),
    Column("key", String, primary_key=True),
    Column("kind", String, primary_key=True),
    Column("body", Text, nullable=False),
    Column("files", Text, nullable=False),
    Column("fields", Text, nullable=False),
    Column("updated", Integer, nullable=False),
)
RETURNED = Table(
    "returned",
    metadata,
    Column("id", IdType(), primary_key=True),
    Column("person", IdType(), nullable=False),
    Column("root", String, nullable=False, index=True),
    Column("name", String, nullable=False),
    Column("args", Text, nullable=False),
    Column("code", String, nullable=False),
    Column("data", Text, nullable=False),
    Column("at", Integer, nullable=False),
)
BLOB = Table(
    "blob",
    metadata,
    Column("sha256", String, primary_key=True),
    Column("size", Integer, nullable=False),
    Column("at", Integer, nullable=False),
    Column("upload_id", String, nullable=False, server_default=""),
    Column("ready", Boolean, nullable=False, server_default=text("0")),
)
READ_MARK = Table(
    "read_mark",
    metadata,
    Column("person", IdType(), primary_key=True),
    Column("ticket", IdType(), primary_key=True),
    Column("pos", Integer, nullable=False),
)
COUNTER = Table("counter", metadata, Column("key", String, primary_key=True), Column("count", Integer, nullable=False))
SEAL = Table("seal", metadata, Column("n", Integer, primary_key=True), Column("hash", String, nullable=False))
SEARCH_META = Table(
    "search_state", metadata, Column("key", String, primary_key=True), Column("value", Integer, nullable=False)
)
TO_INDEX = Table("to_index", metadata, Column("n", Integer, primary_key=True))

SEARCH_DDL = (
    "CREATE VIRTUAL TABLE search USING fts5("
    "subject, body, files, content='', tokenize='unicode61 remove_diacritics 2', prefix='3')"
)
"""Contentless: it holds the index only, the text stays in `message` (speed.md, Designs 4).

Three letters may begin a fifth of all words: merging these took 0.8 s in five million messages. Their own index makes
the whole a third larger, and such a prefix as fast as a word.
"""
