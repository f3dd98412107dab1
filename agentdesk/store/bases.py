"""The table of what rows were before unsettled commands changed them, by the lane whose entries did."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from typing import NamedTuple

import orjson
from sqlalchemy import Connection, bindparam, delete, insert, select, update

from agentdesk.codec import from_record
from agentdesk.domain.entities import KINDS, Entity
from agentdesk.domain.values import Id
from agentdesk.store.driven import fetched, run
from agentdesk.store.schema import BASE

Key = tuple[str, Id]
"""Kind and id of a row."""


class Kept(NamedTuple):
    kind: str
    id: Id
    before: Entity | None
    """None if it was not there."""


class Bases:
    """Each change is written at once."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def keep(self, kept: Kept, root: Id) -> None:
        """What was kept first stays."""
        values = {"kind": kept.kind, "id": kept.id, "root": root, "record": record_of(kept.before)}
        self._connection.execute(_KEEP, values)

    def of(self, root: Id) -> list[Kept]:
        rows = self._connection.execute(_OF, {"key": root})
        return [Kept(kind, id, before(kind, record)) for kind, id, record in rows]

    def drop(self, root: Id) -> None:
        self._connection.execute(_DROP, {"key": root})

    def merge(self, roots: Iterable[Id], into: Id) -> None:
        self._connection.execute(update(BASE).where(BASE.c.root.in_(list(roots))).values(root=into))

    def lanes(self, rows: Collection[Key]) -> set[Id]:
        """The roots whose entries changed one of these rows."""
        ids: dict[str, list[Id]] = defaultdict(list)
        for kind, id in rows:
            ids[kind].append(id)
        return {root for (root,) in fetched(self._connection, _LANES, (orjson.dumps(ids).decode(),))}


def record_of(entity: Entity | None) -> str | None:
    """As `to_record` has it."""
    return orjson.dumps(entity).decode() if entity else None


def before(kind: str, record: str | None) -> Entity | None:
    return from_record(KINDS[kind], orjson.loads(record)) if record is not None else None


_KEEP = insert(BASE).prefix_with("OR IGNORE")
_OF = select(BASE.c.kind, BASE.c.id, BASE.c.record).where(BASE.c.root == bindparam("key"))
_DROP = delete(BASE).where(BASE.c.root == bindparam("key"))
_LANES = (
    "SELECT DISTINCT base.root FROM json_each(?) AS kinds, json_each(kinds.value) AS ids"
    " CROSS JOIN base ON base.kind = kinds.key AND base.id = ids.value"
)


class BasesInMemory(Bases):
    """Those of some lanes: changed in memory, written with `flush` where they differ then.

    No other lane keeps one of their rows: lanes that touch each other's rows are one (decision 0009).
    """

    def __init__(self, connection: Connection) -> None:
        super().__init__(connection)
        self._loaded: set[Id] = set()
        self._written: dict[Key, tuple[Id, str | None, Entity | None]] = {}
        self._root: dict[Key, Id] = {}
        self._of: dict[Id, dict[Key, Kept]] = {}

    def load(self, roots: Iterable[Id]) -> list[Key]:
        """Reads those of further lanes; answers which rows they tell of."""
        wanted = set(roots) - self._loaded
        self._loaded |= wanted
        found = fetched(self._connection, _LOAD, (orjson.dumps(sorted(wanted)).decode(),))
        for kind, id, root, record in found:
            kept = Kept(kind, id, before(kind, record))
            self._written[kind, id] = root, record, kept.before
            self.keep(kept, root)
        return [(kind, id) for kind, id, _, _ in found]

    def keep(self, kept: Kept, root: Id) -> None:
        key = kept.kind, kept.id
        if key not in self._root:
            self._root[key] = root
            self._of.setdefault(root, {})[key] = kept

    def of(self, root: Id) -> list[Kept]:
        return list(self._of.get(root, {}).values())

    def drop(self, root: Id) -> None:
        for key in self._of.pop(root, {}):
            del self._root[key]

    def merge(self, roots: Iterable[Id], into: Id) -> None:
        for root in roots:
            moved = self._of.pop(root, {})
            self._root |= dict.fromkeys(moved, into)
            self._of.setdefault(into, {}).update(moved)

    def lanes(self, rows: Collection[Key]) -> set[Id]:
        return {self._root[key] for key in self._root.keys() & rows}

    def others(self, rows: Collection[Key]) -> set[Key]:
        """Without those that these lanes keep: no other one has them."""
        return set(rows) - self._root.keys()

    def flush(self) -> None:
        now = {key: self._as_written(key, root, kept) for root, of in self._of.items() for key, kept in of.items()}
        gone = self._written.keys() - now.keys()
        new = [(*key, root, record) for key, (root, record, _) in now.items() if self._written.get(key) != now[key]]
        if gone:
            run(self._connection, _TAKE, list(gone))
        if new:
            run(self._connection, _PUT, new)
        self._written = now

    def _as_written(self, key: Key, root: Id, kept: Kept) -> tuple[Id, str | None, Entity | None]:
        """What was written before is not turned into text again."""
        known = self._written.get(key)
        if known and known[2] == kept.before:
            return root, known[1], known[2]
        return root, record_of(kept.before), kept.before


_LOAD = "SELECT kind, id, root, record FROM base WHERE root IN (SELECT value FROM json_each(?))"
_TAKE = "DELETE FROM base WHERE kind = ? AND id = ?"
_PUT = (
    "INSERT INTO base (kind, id, root, record) VALUES (?, ?, ?, ?)"
    " ON CONFLICT (kind, id) DO UPDATE SET root = excluded.root, record = excluded.record"
)
