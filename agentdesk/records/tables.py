"""One table per entity, the same for the client's SQLite file and the server's PostgreSQL."""

from collections.abc import Callable
from functools import partial
from typing import Any

from sqlalchemy import Boolean, Column, ColumnElement, Index, Integer, MetaData, String, Table, Text, TextClause, text
from sqlalchemy.types import TypeEngine

from agentdesk.domain import values as v
from agentdesk.records.types import IdType, InstantType, PriorityType, TextsType, WordType

NUMBERED = ("ticket", "message", "operation_log", "request")
"""Kinds whose local rows have a small number `n`: lists, joins and search use it, it never leaves the computer."""

STAFF_WAITS = "kind IN ('new', 'working', 'waiting_staff')"
CUSTOMER_WAITS = "kind IN ('waiting_customer', 'waiting_confirmation')"
UNHANDLED = "handler IS NULL"
"""What the partial indexes hold. In SQLite a query that is to use one must say `+` and the very same words; the `+`
keeps SQLite, which knows no statistics here, from taking these for the narrowest condition and sorting what it finds.
"""

# Each in SQLite's words and in PostgreSQL's.
_STAFF_WAITS = (text(f"+{STAFF_WAITS}"), text(STAFF_WAITS))
_CUSTOMER_WAITS = (text(f"+{CUSTOMER_WAITS}"), text(CUSTOMER_WAITS))
_UNHANDLED_WAITS = (text(f"+{UNHANDLED} AND +{STAFF_WAITS}"), text(f"{UNHANDLED} AND {STAFF_WAITS}"))


def define(metadata: MetaData, *, local: bool) -> dict[str, Table]:
    """The tables by kind. `local` adds the row number of this computer."""
    tables = {name: _table(metadata, name, columns, local) for name, columns in _columns().items()}
    _indexes(tables, local)
    return tables


def define_series(metadata: MetaData) -> Table:
    """The last human number given out, per prefix."""
    return Table("number_series", metadata, Column("prefix", String, primary_key=True), _number("last"))


def _table(metadata: MetaData, name: str, columns: list[Column[Any]], local: bool) -> Table:
    slug = name in ("scheme", "source")
    id_type: TypeEngine[Any] = String() if slug else IdType()
    if local and name in NUMBERED:
        keys: list[Column[Any]] = [
            Column("n", Integer, primary_key=True),
            Column("id", id_type, nullable=False, unique=True),
        ]
    else:
        keys = [Column("id", id_type, primary_key=True)]
    keys.append(_number("rev"))
    return Table(name, metadata, *keys, *columns)


def _text(name: str) -> Column[Any]:
    return Column(name, Text, nullable=False)


def _slug(name: str, *, null: bool = False) -> Column[Any]:
    return Column(name, String, nullable=null)


def _number(name: str, *, null: bool = False) -> Column[Any]:
    return Column(name, InstantType, nullable=null)  # up to 2**53: PostgreSQL's integer ends at 2**31


def _yes(name: str) -> Column[Any]:
    return Column(name, Boolean(create_constraint=False), nullable=False)


def _ref(name: str, *, null: bool = False) -> Column[Any]:
    return Column(name, IdType(), nullable=null)


def _at(name: str, *, null: bool = False) -> Column[Any]:
    return Column(name, InstantType, nullable=null)


def _texts(name: str) -> Column[Any]:
    return Column(name, TextsType(), nullable=False)


def _added_texts(name: str) -> Column[Any]:
    """A column that came later, to tables with rows."""
    return Column(name, TextsType(), nullable=False, server_default="")


def _word(name: str, type_: TypeEngine[Any], *, null: bool = False) -> Column[Any]:
    return Column(name, type_, nullable=null)


def _columns() -> dict[str, list[Column[Any]]]:
    return _setup() | _people() | _tickets() | _library() | _processes() | _requests()


def _setup() -> dict[str, list[Column[Any]]]:
    return {
        "scheme": [_text("title"), _text("text")],
        "source": [
            _text("title"), _slug("scheme"), _text("prefix"), _yes("enabled"), _number("max_files"),
            _number("max_file_bytes"), _texts("file_types"), _yes("organisation_view"),
            _ref("default_handler", null=True), _texts("asks"), _yes("has_mail"), _text("support_url"),
            _text("contact_email"), _text("service_hours"), _text("agreement"),
        ],
        "service": [_slug("source"), _text("name"), _number("order"), _yes("enabled")],
        "service_owner": [_ref("service"), _ref("person"), _yes("active")],
        "ticket_type": [
            _slug("source"), _text("name"), _texts("labels"), _text("introduction"), _text("group"),
            _word("type_class", WordType(v.TypeClass)), _yes("submit_upstream"), _text("icon"), _number("order"),
            _yes("enabled"), _text("form_template"), _yes("mailbox_verification"),
        ],
        "domain": [_text("name")],
        "project": [_ref("domain"), _text("name")],
    }  # fmt: skip


def _people() -> dict[str, list[Column[Any]]]:
    return {
        "person": [
            _text("user_name"), _text("name"), _text("email"), _text("mobile"), _ref("domain", null=True),
            _text("title"), _text("language"), _text("time_zone"), _yes("enabled"),
        ],
        "role_assignment": [
            _ref("person"), _slug("role"), _word("scope_kind", WordType(v.ScopeKind)),
            _slug("scope_id", null=True), _text("title"), _yes("active"),
        ],
    }  # fmt: skip


def _tickets() -> dict[str, list[Column[Any]]]:
    return {
        "ticket": [
            _slug("source"), _text("subject"), _slug("state"), _word("kind", WordType(v.StateKind)),
            _ref("requester"), _at("created"), _at("last_activity"), _at("state_since"), _text("number"),
            _ref("filed_by", null=True), _ref("type", null=True), _ref("service", null=True),
            _word("priority", PriorityType()), _ref("handler", null=True), _ref("domain", null=True),
            _ref("project", null=True), _word("channel", WordType(v.Channel)), _text("contact"),
            _text("contact_hours"), _text("business_id"), _text("business_ip"), _text("business_type"), _text("guid"),
            _at("responded", null=True), _at("last_customer_activity", null=True), _at("closed", null=True),
            _word("solved", WordType(v.Solved), null=True), _number("rating", null=True), _text("rating_comment"),
            _text("incomplete"), _ref("follows", null=True), _texts("tags"), _yes("has_files"),
            _ref("last_author", null=True), _number("last_pos"), _number("public_pos"),
        ],
        "message": [
            _ref("ticket"), _word("kind", WordType(v.MessageKind)), _word("visibility", WordType(v.Visibility)),
            _at("at"), _ref("author", null=True), _word("author_kind", WordType(v.AuthorKind)), _text("body_html"),
            _text("body_text"), _text("code"), _texts("data"), _number("pos"), _text("mail_id"), _text("digest"),
            _text("raw_sha256"), _texts("recipients"), _texts("problems"),
        ],
        "attachment": [
            _ref("ticket"), _ref("message"), _text("name"), _number("size"), _text("media_type"), _text("sha256"),
            _text("content_id"), _yes("inline"),
        ],
        "mail_reference": [_ref("ticket")],
        "participant": [_ref("ticket"), _ref("person"), _yes("active")],
        "shared_link": [_ref("ticket"), _text("title"), _text("url"), _ref("by"), _at("at")],
    }  # fmt: skip


def _library() -> dict[str, list[Column[Any]]]:
    return {
        "operation_log": [
            _at("at"), _ref("actor"), _slug("command"), _slug("root_kind"), _slug("root"), _texts("data"),
        ],
        "canned_reply": [
            _text("name"), _text("body_html"), _ref("owner", null=True), _slug("source", null=True),
            _number("order"), _yes("active"),
        ],
        "saved_view": [
            _ref("person"), _text("name"), _slug("queue"), _texts("filters"), _slug("icon"), _number("order"),
            _yes("active"),
        ],
    }  # fmt: skip


def _processes() -> dict[str, list[Column[Any]]]:
    return {
        "desk": [_text("name"), _yes("three_levels"), _ref("default_domain", null=True), _texts("most_stages")],
        "process": [
            _word("kind", WordType(v.ProcessKind)), _text("name"), _text("description"), _yes("enabled"),
            _number("version"), _number("stages"), _at("created"), _at("updated"), _ref("updated_by", null=True),
        ],
        "process_version": [
            _ref("process"), _number("number"), _number("stages"), _yes("decides_own"), _at("at"),
            _ref("by", null=True),
        ],
        "stage": [
            _ref("process"), _number("version"), _number("position"), _text("name"), _slug("role"),
            _word("scope", WordType(v.ScopeKind)), _texts("persons"), _word("rule", WordType(v.StageRule)),
            _number("number"), _yes("transferable"), _number("due_hours"), _ref("escalates_to", null=True),
        ],
        "delegation": [_ref("person"), _ref("delegate"), _at("begins"), _at("ends"), _yes("active")],
        "resource": [
            _word("kind", WordType(v.ResourceKind)), _ref("domain"), _ref("project", null=True), _text("name"),
            _text("image"), *_sizes(), _text("network"), _at("created"), _at("trashed", null=True),
            _ref("request", null=True),
        ],
    }  # fmt: skip


def _sizes() -> list[Column[Any]]:
    return [_number(name) for name in ("vcpus", "memory_gib", "disk_gib", "data_disk_gib")]


def _requests() -> dict[str, list[Column[Any]]]:
    return {
        "request": [
            _text("name"), _texts("hosts"), _number("count"), _text("image"), *_sizes(), _text("network"),
            _text("billing"), _at("until", null=True), _ref("project", null=True), _ref("domain", null=True),
            _slug("role"), _word("kind", WordType(v.ProcessKind)), _ref("applicant"),
            _word("state", WordType(v.RequestState)), _at("created"), _at("last_activity"), _text("reason"),
            _text("withdrawn"), _text("number"), _word("result", WordType(v.RequestResult), null=True),
            _word("execution", WordType(v.Execution)), _ref("process", null=True), _number("version"),
            _number("stages"), _number("stage"), _at("stage_since"), _yes("blocked"), _at("reminded", null=True),
            _at("escalated", null=True), _number("attempts"), _text("failure"), _at("closed", null=True),
            _added_texts("host_names"),
        ],
        "decision": [
            _ref("request"), _number("position"), _ref("person"), _ref("by"), _word("verdict", WordType(v.Verdict)),
            _at("at"), _at("decided_at"), _text("comment"), _slug("digest"),
        ],
        "stage_result": [
            _ref("request"), _number("position"), _word("verdict", WordType(v.Verdict)), _ref("decision"), _at("at"),
        ],
        "candidate": [_ref("request"), _number("position"), _ref("person"), _yes("active")],
        "stage_transfer": [
            _ref("request"), _number("position"), _ref("by"), _at("at"), _ref("person", null=True), _slug("role"),
            _word("scope", WordType(v.ScopeKind)), _text("comment"),
        ],
        "request_change": [_ref("request"), _ref("by"), _at("at"), _texts("before"), _texts("after")],
    }  # fmt: skip


def _indexes(tables: dict[str, Table], local: bool) -> None:
    _ticket_indexes(tables["ticket"], partial(_where, local))
    for kind, names in _LOOKUPS.items():
        for name in names:
            Index(f"{kind}_{name}", tables[kind].c[name])
    message, log = tables["message"], tables["operation_log"]
    _request_indexes(tables)
    Index("message_thread", message.c.ticket, message.c.pos)
    Index("operation_log_root", log.c.root, log.c.at)
    Index("operation_log_at", log.c.at)


def _ticket_indexes(ticket: Table, where: Callable[..., None]) -> None:
    """One index for each queue and order: a first page must neither sort nor look at rows it does not show.

    What stands behind the order lets SQLite decide or sort in the index alone.
    """
    c = ticket.c
    most = c.priority.desc()
    rest = (c.state_since, c.last_activity, c.created)
    where("ticket_pending", _STAFF_WAITS, c.handler, most, *rest, c.kind)
    where("ticket_resolved", _CUSTOMER_WAITS, c.handler, c.last_activity, c.priority, c.state_since, c.created, c.kind)
    where(
        "ticket_queue", _UNHANDLED_WAITS, c.created, c.source, c.priority, c.state_since, c.last_activity,
        c.kind, c.handler,
    )  # fmt: skip
    where("ticket_offered", _UNHANDLED_WAITS, c.service, most, *rest, c.kind, c.handler)
    Index("ticket_activity", c.last_activity, c.source)
    Index("ticket_created", c.created, c.source)
    Index("ticket_waiting", c.state_since, c.source)
    Index("ticket_urgency", most, c.state_since, c.source)
    Index("ticket_handler", c.handler, c.last_activity)
    Index("ticket_requester", c.requester, c.last_activity)
    Index("ticket_domain", c.domain, c.last_activity)
    Index("ticket_source", c.source, c.last_activity)
    Index("ticket_kind", c.kind, c.last_activity)
    Index("ticket_state", c.source, c.state, c.state_since)
    Index("ticket_number", c.number)


def _request_indexes(tables: dict[str, Table]) -> None:
    """One for each of the inbox's lists; who decided what is asked by person."""
    request, candidate, decision = tables["request"].c, tables["candidate"].c, tables["decision"].c
    Index("request_activity", request.last_activity)
    Index("request_applicant", request.applicant, request.last_activity)
    Index("request_state", request.state, request.execution, request.stage_since)
    Index("request_number", request.number)
    Index("candidate_person", candidate.person, candidate.active)
    Index("decision_by", decision.by, decision.at)


def _where(local: bool, name: str, conditions: tuple[TextClause, TextClause], *columns: ColumnElement[Any]) -> None:
    """What is local is SQLite: naming PostgreSQL loads its whole dialect, a twelfth of what a start takes."""
    words: dict[str, Any] = {"sqlite_where": conditions[0]}
    if not local:
        words["postgresql_where"] = conditions[1]
    Index(name, *columns, **words)


_LOOKUPS: dict[str, tuple[str, ...]] = {
    "source": ("scheme",),
    "domain": ("name",),
    "service": ("source",),
    "service_owner": ("service", "person"),
    "ticket_type": ("source",),
    "project": ("domain",),
    "person": ("user_name", "email", "domain"),
    "role_assignment": ("person", "role"),
    "attachment": ("message", "ticket"),
    "participant": ("ticket", "person"),
    "shared_link": ("ticket",),
    "canned_reply": ("owner",),
    "saved_view": ("person",),
    "process": ("kind",),
    "process_version": ("process",),
    "stage": ("process",),
    "delegation": ("person", "delegate"),
    "resource": ("project", "domain"),
    "decision": ("request",),
    "stage_result": ("request",),
    "candidate": ("request",),
    "stage_transfer": ("request",),
    "request_change": ("request",),
}
