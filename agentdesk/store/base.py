"""What rows were before unsettled commands changed them, by the root whose entries did."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sqlalchemy import Connection, bindparam, delete, insert, select, update

from agentdesk.codec import from_record, to_record
from agentdesk.domain.entities import KINDS, NAMES, Entity
from agentdesk.domain.roots import Root
from agentdesk.domain.values import Id
from agentdesk.store.local_rows import LocalRows
from agentdesk.store.schema import BASE

Entities = tuple[Entity, ...]
Changed = frozenset[tuple[str, Id]]
"""Kind and id of every row that was written or removed."""
NOTHING: Changed = frozenset()
_KEEP = insert(BASE).prefix_with("OR IGNORE")


@dataclass(frozen=True, slots=True)
class Rewound:
    changed: Changed
    numbers: Mapping[Id, str]
    """Of the tickets that are gone for now: they get the same number when they are played again."""


def keep(rows: LocalRows, entity: Entity, root: Id) -> None:
    """Remembers what is there before the entity is put; what was kept first stays."""
    kind = NAMES[type(entity)]
    before = rows.get(kind, entity.id)
    record = json.dumps(to_record(before), ensure_ascii=False) if before else None
    rows.connection.execute(_KEEP, {"kind": kind, "id": entity.id, "root": root, "record": record})


def lanes(connection: Connection, ids: Iterable[Id]) -> set[Id]:
    """The roots whose entries changed rows with one of these ids."""
    found = connection.exec_driver_sql(_LANES, (json.dumps(sorted(ids)),))
    return {str(root) for root in found.scalars()}


_LANES = "SELECT DISTINCT root FROM base WHERE id IN (SELECT value FROM json_each(?))"


def known_rev(rows: LocalRows, root: Root) -> int:
    """The `rev` that the server last gave it, 0 if it never did."""
    kept = rows.connection.execute(_KEPT, {"of": root.kind, "key": root.id}).first()
    if kept is not None:
        return abs(int(json.loads(kept.record)["rev"])) if kept.record else 0
    row = rows.get(root.kind, root.id)
    return abs(row.rev) if row else 0


def merge(connection: Connection, roots: Iterable[Id], into: Id) -> None:
    connection.execute(update(BASE).where(BASE.c.root.in_(list(roots))).values(root=into))


def roots_behind(connection: Connection, changed: Entities) -> list[Id]:
    """The held roots whose rows a command would change: a letter may join a ticket that has a held reply."""
    ids = [entity.id for entity in changed]
    return list(connection.scalars(select(BASE.c.root).where(BASE.c.id.in_(ids)).distinct().order_by(BASE.c.root)))


def rewind(rows: LocalRows, root: Id) -> Rewound:
    """Puts the base back. Messages go before what their search entry is made of, the ticket last."""
    bases = rows.connection.execute(_BASES, {"key": root}).all()
    if not bases:
        return Rewound(NOTHING, {})
    numbers = {id: rows.get(kind, id).number for kind, id, record in bases if kind == "ticket" and record is None}
    for kind, id, record in sorted(bases, key=lambda base: _REWIND_ORDER.get(base[0], 1)):
        if record is None:
            rows.remove(kind, id)
        else:
            rows.put(from_record(KINDS[kind], json.loads(record)))
    drop(rows.connection, root)
    return Rewound(frozenset((kind, id) for kind, id, _ in bases), numbers)


_KEPT = select(BASE.c.record).where(BASE.c.kind == bindparam("of"), BASE.c.id == bindparam("key"))
_BASES = select(BASE.c.kind, BASE.c.id, BASE.c.record).where(BASE.c.root == bindparam("key"))
_DROP = delete(BASE).where(BASE.c.root == bindparam("key"))
_REWIND_ORDER = {"message": 0, "ticket": 2}


def touched(connection: Connection, root: Id) -> Changed:
    return frozenset((kind, id) for kind, id in connection.execute(_ROWS.where(BASE.c.root == root)))


_ROWS = select(BASE.c.kind, BASE.c.id)


def drop(connection: Connection, root: Id) -> None:
    connection.execute(_DROP, {"key": root})
