"""What rows were before unsettled commands changed them: kept when they are changed, put back when they are rewound."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sqlalchemy import Connection, bindparam, select

from agentdesk.domain.entities import NAMES, Entity
from agentdesk.domain.roots import Root
from agentdesk.domain.values import Id
from agentdesk.store.bases import Kept
from agentdesk.store.local_rows import LocalRows
from agentdesk.store.schema import BASE

Entities = tuple[Entity, ...]
Changed = frozenset[tuple[str, Id]]
"""Kind and id of every row that was written or removed."""
NOTHING: Changed = frozenset()


def together(changed: Iterable[Changed]) -> Changed:
    """What all of them tell; of long ones none is copied for nothing."""
    some = [one for one in changed if one]
    return some[0] if len(some) == 1 else NOTHING.union(*some)


@dataclass(frozen=True, slots=True)
class Rewound:
    changed: Changed
    numbers: Mapping[Id, str]
    """Of the tickets that are gone for now: they get the same number when they are played again."""


def keep(rows: LocalRows, entity: Entity, root: Id) -> None:
    """Remembers what is there before the entity is put; what was kept first stays."""
    kind = NAMES[type(entity)]
    rows.bases.keep(Kept(kind, entity.id, rows.get(kind, entity.id)), root)


def known_rev(rows: LocalRows, root: Root) -> int:
    """The `rev` that the server last gave it, 0 if it never did."""
    for (record,) in rows.read(_KEPT, of=root.kind, key=root.id):
        return abs(int(json.loads(record)["rev"])) if record else 0
    row = rows.get(root.kind, root.id)
    return abs(row.rev) if row else 0


def roots_behind(connection: Connection, changed: Entities) -> list[Id]:
    """The held roots whose rows a command would change: a letter may join a ticket that has a held reply."""
    ids = [entity.id for entity in changed]
    return list(connection.scalars(select(BASE.c.root).where(BASE.c.id.in_(ids)).distinct().order_by(BASE.c.root)))


def rewind(rows: LocalRows, root: Id) -> Rewound:
    """Puts the base back. Messages go before what their search entry is made of, the ticket last."""
    kept = rows.bases.of(root)
    numbers = {one.id: rows.get("ticket", one.id).number for one in kept if one.kind == "ticket" and not one.before}
    for kind, id, before in sorted(kept, key=lambda one: _REWIND_ORDER.get(one.kind, 1)):
        if before is None:
            rows.remove(kind, id)
        else:
            rows.put(before)
    rows.bases.drop(root)
    return Rewound(frozenset([(one.kind, one.id) for one in kept]), numbers)


_KEPT = select(BASE.c.record).where(BASE.c.kind == bindparam("of"), BASE.c.id == bindparam("key"))
_REWIND_ORDER = {"message": 0, "ticket": 2}


def touched(connection: Connection, root: Id) -> Changed:
    return frozenset((kind, id) for kind, id in connection.execute(_ROWS.where(BASE.c.root == root)))


_ROWS = select(BASE.c.kind, BASE.c.id)
