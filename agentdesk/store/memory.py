"""The rows of one kind as far as a transaction has looked at them, and what became of them."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import chain
from operator import attrgetter
from typing import Any, NamedTuple

from agentdesk.domain.values import Id
from agentdesk.records.rows import differing
from agentdesk.store import bulk, counters
from agentdesk.store.local_rows import LocalRows

Equal = Mapping[str, object]
_BY_ID = attrgetter("id")


class Moved(NamedTuple):
    id: Id
    was: Any
    """None: it was not there."""
    now: Any


class Memory:
    """Reads from the file what it does not know, and writes there only with `flush`."""

    def __init__(self, file: LocalRows, kind: str) -> None:
        self._file, self._kind = file, kind
        self._was: dict[Id, Any] = {}
        self._now: dict[Id, Any] = {}
        self._touched: set[Id] = set()
        self._found: dict[tuple[tuple[str, object], ...], list[Id]] = {}
        self._gathered: dict[str, dict[object, list[Id]]] = {}

    def __contains__(self, id: object) -> bool:
        """Whether it is known what this is, or that it is not there."""
        return isinstance(id, str) and id in self._now

    def get(self, id: Id) -> Any:
        if id not in self._now:
            self._was[id] = self._now[id] = self._file.get(self._kind, id)
        return self._now[id]

    def put(self, id: Id, entity: Any) -> None:
        """None takes it away."""
        if id not in self._now:
            self.get(id)
        self._now[id] = entity
        self._touched.add(id)

    def find(self, equal: Equal) -> tuple[Any, ...]:
        """All that equal these values, sorted by id."""
        ids = self._ids(equal)
        if not self._touched:
            return tuple(self._now[id] for id in ids)
        found = (self._now[id] for id in {*ids, *self._touched})
        return tuple(sorted((one for one in found if one is not None and _equals(one, equal)), key=_BY_ID))

    def load(self, ids: Iterable[Id]) -> None:
        """Reads those not yet known, at once."""
        new = [id for id in ids if id not in self._now]
        self._keep(self._file.among(self._kind, "id", new))
        for id in new:
            if id not in self._now:
                self._was[id] = self._now[id] = None

    def gather(self, column: str, values: Iterable[object]) -> None:
        """Reads all with these values at once; who asks for one of them later is answered from here."""
        known = self._gathered.setdefault(column, {})
        new: dict[object, list[Id]] = {value: [] for value in values if value not in known}
        for entity in self._keep(self._file.among(self._kind, column, new)):
            new[getattr(entity, column)].append(entity.id)
        for ids in new.values():
            ids.sort()
        known.update(new)

    def forget_found(self) -> None:
        """Rows of this kind were written past it."""
        self._found.clear()
        self._gathered.clear()

    def touched(self) -> Iterator[Moved]:
        return (Moved(id, self._was[id], self._now[id]) for id in self._touched)

    def moved(self) -> list[Moved]:
        """What differs from the file."""
        return [one for one in self.touched() if one.was != one.now]

    def flush(self, moved: Collection[Moved]) -> None:
        connection, kind = self._file.connection, self._kind
        if kind in counters.COUNTED:
            counted = [one for one in moved if counters.tells_apart(kind, one.was, one.now)]
            counters.add(connection, _counted(one.now for one in counted), _counted(one.was for one in counted))
        gone = [one.id for one in moved if one.now is None]
        if gone:
            bulk.remove_many(connection, kind, gone)
        new = [one.now for one in moved if one.was is None and one.now is not None]
        if new:
            bulk.write_many(connection, kind, new)
        for names, changed in _by_names(moved).items():
            bulk.change_many(connection, kind, names, changed)
        self._was = dict(self._now)
        self._touched.clear()
        self.forget_found()

    def _ids(self, equal: Equal) -> list[Id]:
        """Of those that were in the file; of what was put since, more may equal, or less."""
        for column, value in equal.items():
            gathered = self._gathered.get(column, {}).get(value)
            if gathered is not None:
                return [id for id in gathered if _equals(self._was[id], equal)]
        asked = tuple(equal.items())
        if asked not in self._found:
            self._found[asked] = [entity.id for entity in self._keep(self._file.find(self._kind, **equal))]
        return self._found[asked]

    def _keep(self, entities: Iterable[Any]) -> list[Any]:
        """As they are in the file; what is known of them here may be newer."""
        kept = list(entities)
        for entity in kept:
            self._was.setdefault(entity.id, entity)
            self._now.setdefault(entity.id, entity)
        return kept


def _by_names(moved: Iterable[Moved]) -> dict[tuple[str, ...], list[Any]]:
    """Rows that stay, by the fields in which they differ: mostly the same few of all of them."""
    found: dict[tuple[str, ...], list[Any]] = defaultdict(list)
    for _, was, now in moved:
        if was is not None and now is not None:
            found[differing(was, now)].append(now)
    return found


def _equals(entity: Any, equal: Equal) -> bool:
    return all(getattr(entity, name) == value for name, value in equal.items())


def _counted(entities: Iterable[Any]) -> "Counter[str]":
    return Counter(chain.from_iterable(map(counters.keys_of, entities)))
