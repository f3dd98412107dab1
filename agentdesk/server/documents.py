"""What a reader gets of roots: those they may see now, and of these only what is theirs to read (I11)."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields, replace
from functools import cache, lru_cache
from itertools import groupby
from typing import Any

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    CompoundSelect,
    Connection,
    Select,
    Table,
    bindparam,
    func,
    literal,
    literal_column,
    select,
    union_all,
)

from agentdesk.domain.entities import KINDS, Entity, Person
from agentdesk.domain.roots import PARTS, PARTS_OF, Root
from agentdesk.domain.values import Id
from agentdesk.records.rows import Rows as Records
from agentdesk.records.rows import plain
from agentdesk.records.scopes import audience, keys_of
from agentdesk.records.types import IdType, is_id
from agentdesk.records.visibility import Sight, readable, visible
from agentdesk.server.schema import TABLES
from agentdesk.wire import MOST_PAGE_BYTES, MOST_ROWS, Documents, Rows

_T, _M, _A, _LOG = TABLES["ticket"], TABLES["message"], TABLES["attachment"], TABLES["operation_log"]
_NAMES = {kind: tuple(field.name for field in fields(of)) for kind, of in KINDS.items()}
_AT_ONCE = 50
"""Tickets read by one statement: their revs lie close together then, so that little is read for nothing."""
_MOST_CHARACTERS = MOST_PAGE_BYTES // 4
"""A character of text is at most four bytes on the wire."""
_FOR_STAFF = frozenset({"mail_reference", "operation_log"})
_BY_SIGHT = frozenset({"message", "attachment"})
"""Kinds of which one reader is shown more than another."""
_SIGHTS = 512
"""How many statements are kept for those who came last."""


def documents(connection: Connection, sight: Sight, wanted: Mapping[Root, int]) -> Documents:
    """Of each root that this person may see what has changed since the given rev; 0 is all of it.

    Roots that are not in the answer are not there for this person.
    """
    found = _Found()
    tickets = {root.id: since for root, since in wanted.items() if root.kind == "ticket" and is_id(root.id)}
    for some in _batches(tickets):
        _read_tickets(connection, sight, some, found)
    _read_others(connection, sight, wanted, found)
    return found.documents()


def fitting(connection: Connection, since: Mapping[Root, int]) -> list[Root]:
    """The first roots, as many as a page holds and at least one: a root is never cut."""
    if len(since) < 2:
        return list(since)
    fit: list[Root] = []
    rows = characters = 0
    weights = _weights(connection, since)
    for root in since:
        many, long = weights.get(root, (2, 0))
        rows, characters = rows + many, characters + long
        if fit and (rows > MOST_ROWS or characters > _MOST_CHARACTERS):
            break
        fit.append(root)
    return fit


def _weights(connection: Connection, since: Mapping[Root, int]) -> dict[Root, tuple[int, int]]:
    """Of each ticket how many rows and characters its documents have at most."""
    found = {}
    tickets = {root.id: rev for root, rev in since.items() if root.kind == "ticket"}
    for some in _batches(tickets):
        for row in connection.execute(_WEIGHTS, {"ids": list(some), "since": min(some.values())}):
            found[Root("ticket", row.ticket)] = (row.many + 2, int(row.long))
    return found


def characters_of(connection: Connection, ticket: Id) -> int:
    """Of everything in a ticket."""
    root = Root("ticket", ticket)
    return _weights(connection, {root: 0}).get(root, (0, 0))[1]


class _Found:
    """Rows by kind, as they are read."""

    def __init__(self) -> None:
        self.rows: dict[str, list[list[Any]]] = {}
        self.roots: list[tuple[str, Id, int]] = []

    def add(self, kind: str, rows: Sequence[list[Any]]) -> None:
        if rows:
            self.rows.setdefault(kind, []).extend(rows)

    def documents(self) -> Documents:
        tables = {kind: Rows(columns=list(_NAMES[kind]), rows=rows) for kind, rows in self.rows.items()}
        return Documents(tables=tables, roots=self.roots)


def _batches(tickets: Mapping[Id, int]) -> Iterator[dict[Id, int]]:
    ordered = sorted(tickets.items(), key=lambda item: (item[1], item[0]))
    for start in range(0, len(ordered), _AT_ONCE):
        yield dict(ordered[start : start + _AT_ONCE])


def _read_tickets(connection: Connection, sight: Sight, wanted: Mapping[Id, int], found: _Found) -> None:
    rows = [row._asdict() for row in connection.execute(_seen_tickets(sight), _asked(wanted))]
    shown = {row["id"]: _class_of(sight, row["source"]) for row in rows}
    found.add("ticket", [_header(row, staff=shown[row["id"]]) for row in rows])
    found.roots += [("ticket", row["id"], row["rev"]) for row in rows]
    for kind in _kinds_changed(connection, {id: wanted[id] for id in shown}):
        ids = [id for id, staff in shown.items() if staff or kind not in _FOR_STAFF]
        found.add(kind, _parts(connection, sight, kind, {id: wanted[id] for id in ids}))


@lru_cache(maxsize=_SIGHTS)
def _seen_tickets(sight: Sight) -> Select[Any]:
    return select(*_columns("ticket")).where(_among(_T.c.id), visible(sight, _T, TABLES["participant"]))


def _kinds_changed(connection: Connection, shown: Mapping[Id, int]) -> list[str]:
    """Those of which anything is to be read: most are empty."""
    if not shown:
        return []
    return list(connection.scalars(_CHANGED_KINDS, _asked(shown)))


def _class_of(sight: Sight, source: Id) -> bool:
    """Whether this person is staff there, and so reads all of a ticket."""
    return sight.admin or source in sight.sources


def _header(row: Mapping[str, Any], *, staff: bool) -> list[Any]:
    """How many notes staff wrote is not for customers to count."""
    values = row if staff else {**row, "last_pos": row["public_pos"]}
    return [values[name] for name in _NAMES["ticket"]]


def _parts(connection: Connection, sight: Sight, kind: str, wanted: Mapping[Id, int]) -> list[list[Any]]:
    if not wanted:
        return []
    rows = connection.execute(_seen_parts(kind, sight if kind in _BY_SIGHT else None), _asked(wanted))
    return [list(row)[:-1] for row in rows if row.rev >= wanted[row.of_root]]


@lru_cache(maxsize=_SIGHTS)
def _seen_parts(kind: str, sight: Sight | None) -> Select[Any]:
    """Built once: that takes longer than reading a few rows. Without a sight all of it."""
    chosen = select(*_columns(kind), _root_column(kind).label("of_root")).where(*_changed(kind))
    if sight is None:
        return chosen
    if kind == "attachment":
        chosen = chosen.join(_M, _M.c.id == _A.c.message)
    return chosen.join(_T, _T.c.id == _M.c.ticket).where(readable(sight, _M, _T))


def _changed(kind: str) -> list[ColumnElement[bool]]:
    of_tickets = [_LOG.c.root_kind == "ticket"] if kind == "operation_log" else []
    return [_among(_root_column(kind)), TABLES[kind].c.rev >= bindparam("since"), *of_tickets]


def _among(ids: ColumnElement[Any]) -> ColumnElement[bool]:
    """One of those that `_asked` gives in the type of the column."""
    name = "roots" if isinstance(ids.type, IdType) else "texts"
    return ids.in_(bindparam(name, expanding=True, type_=ids.type))


def _asked(wanted: Mapping[Id, int]) -> dict[str, Any]:
    return {"roots": list(wanted), "texts": list(wanted), "since": min(wanted.values())}


def _columns(kind: str) -> list[ColumnElement[Any]]:
    return [TABLES[kind].c[name] for name in _NAMES[kind]]


def _root_column(kind: str) -> ColumnElement[Any]:
    return _LOG.c.root if kind == "operation_log" else TABLES[kind].c.ticket


_CHANGED_KINDS: CompoundSelect[Any] = union_all(
    *(
        select(literal_column(f"'{kind}'")).where(select(literal_column("1")).where(*_changed(kind)).exists())
        for kind in (*PARTS, "operation_log")
    )
)


# ------------------------------------------------------------------------- set-up and what people keep


def _read_others(connection: Connection, sight: Sight, wanted: Mapping[Root, int], found: _Found) -> None:
    others = sorted(root for root in wanted if root.kind in KINDS and root.kind not in ("ticket", "operation_log"))
    for kind, roots in groupby(others, key=lambda root: root.kind):
        entities = seen_of(connection, sight, kind, [root.id for root in roots])
        found.add(kind, [list(plain(entity).values()) for entity in entities])
        found.roots += [(kind, entity.id, entity.rev) for entity in entities]
        since = {entity.id: wanted[Root(kind, entity.id)] for entity in entities}
        for part in PARTS_OF.get(kind, ()):
            found.add(part, _parts_of(connection, part, kind, since))
        if sight.admin:
            found.add("operation_log", _log_of(connection, kind, since))


def _parts_of(connection: Connection, part: str, kind: str, since: Mapping[Id, int]) -> list[list[Any]]:
    """Of a request or a process: who may see it, sees all of it."""
    of = TABLES[part].c[kind]
    chosen = select(*_columns(part), of.label("of_root")).where(of.in_(since))
    return [list(row)[:-1] for row in connection.execute(chosen) if row.rev >= since[row.of_root]]


def seen_of(connection: Connection, sight: Sight, kind: str, ids: Sequence[Id]) -> list[Entity]:
    """Those of a kind that concern this person, without what of them is not theirs to read."""
    table, rows, keys = TABLES[kind], Records(connection, TABLES), keys_of(sight)
    fitting = [id for id in ids if not isinstance(table.c.id.type, IdType) or is_id(id)]
    found = connection.execute(_these(kind), {"ids": fitting})
    entities = (KINDS[kind](**row._mapping) for row in found)
    return [_blanked(entity, sight) for entity in entities if audience(entity, rows) & keys]


@cache
def _these(kind: str) -> Select[Any]:
    id = TABLES[kind].c.id
    return select(*_columns(kind)).where(id.in_(bindparam("ids", expanding=True, type_=id.type))).order_by(id)


def _blanked(entity: Entity, sight: Sight) -> Entity:
    """How to reach somebody is for staff and for themselves."""
    if not isinstance(entity, Person) or sight.admin or sight.staff or entity.id == sight.person:
        return entity
    user_name, name = _without_address(entity.user_name), _without_address(entity.name)
    return replace(entity, user_name=user_name, name=name, email="", mobile="")


def _without_address(name: str) -> str:
    """Whoever only ever wrote letters is called by their address."""
    return name.partition("@")[0]


def _log_of(connection: Connection, kind: str, wanted: Mapping[Id, int]) -> list[list[Any]]:
    chosen = select(*_columns("operation_log")).where(_LOG.c.root_kind == kind, _LOG.c.root.in_(wanted))
    return [list(row) for row in connection.execute(chosen) if row.rev >= wanted[row.root]]


def _weighing(table: Table, root: ColumnElement[Any], long: ColumnElement[Any]) -> Select[Any]:
    ids: BindParameter[Any] = bindparam("ids", expanding=True)
    return select(root.label("ticket"), long.label("long")).where(root.in_(ids), table.c.rev >= bindparam("since"))


_TEXT = func.length(_M.c.body_html) + func.length(_M.c.body_text)
_ROWS = union_all(_weighing(_M, _M.c.ticket, _TEXT), _weighing(_A, _A.c.ticket, literal(0))).subquery()
_WEIGHTS = select(
    _ROWS.c.ticket, (2 * func.count()).label("many"), func.coalesce(func.sum(_ROWS.c.long), 0).label("long")
).group_by(_ROWS.c.ticket)
