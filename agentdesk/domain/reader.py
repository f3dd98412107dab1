"""What the rules ask a desk for: one thing by its id, or the few that equal some values."""

from collections.abc import Sequence
from typing import Any, Protocol, TypeVar

from agentdesk.domain.entities import NAMES, Entity, SchemeText, Source
from agentdesk.domain.refusals import Refused
from agentdesk.domain.scheme import Scheme, parse_scheme
from agentdesk.domain.values import Id

E = TypeVar("E", bound=Entity)

LOOKUPS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("candidate", ("request",)),
    ("decision", ("request",)),
    ("delegation", ("delegate",)),
    ("domain", ("name",)),
    ("participant", ("ticket", "person")),
    ("person", ("email",)),
    ("person", ("user_name",)),
    ("process", ("kind",)),
    ("process_version", ("process",)),
    ("project", ("domain",)),
    ("request", ("state",)),
    ("request_change", ("request",)),
    ("resource", ("domain",)),
    ("resource", ("project",)),
    ("role_assignment", ("person",)),
    ("role_assignment", ("role",)),
    ("service", ("source",)),
    ("service_owner", ("service",)),
    ("source", ()),
    ("source", ("scheme",)),
    ("stage", ("process", "version")),
    ("stage_result", ("request",)),
    ("stage_transfer", ("request",)),
    ("ticket", ("number",)),
    ("ticket_type", ("source",)),
)
"""Every question the rules ask with `find()`: each is answered by few rows and wants an index."""


class Reader(Protocol):
    def get(self, kind: str, id: Id) -> Entity | None: ...

    def find(self, kind: str, /, **equal: object) -> Sequence[Entity]:
        """All that equal these values, sorted by id."""
        ...


class AsksOnce:
    """A reader that remembers what it was answered: the rules look at the same few people again and again."""


class Remembering(AsksOnce):
    """In front of one that does not, while nothing changes."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._got: dict[tuple[str, Id], Entity | None] = {}
        self._found: dict[tuple[str, tuple[tuple[str, object], ...]], Sequence[Entity]] = {}

    def get(self, kind: str, id: Id) -> Entity | None:
        asked = kind, id
        if asked not in self._got:
            self._got[asked] = self._reader.get(kind, id)
        return self._got[asked]

    def find(self, kind: str, /, **equal: object) -> Sequence[Entity]:
        asked = kind, tuple(equal.items())
        if asked not in self._found:
            self._found[asked] = self._reader.find(kind, **equal)
        return self._found[asked]


def fetch(reader: Reader, kind: type[E], id_: Id | None) -> E | None:
    found: Any = None if id_ is None else reader.get(NAMES[kind], id_)
    one: E | None = found
    return one


def need(reader: Reader, kind: type[E], id_: Id | None) -> E:
    found = fetch(reader, kind, id_)
    if found is None:
        raise Refused("not-found", kind=NAMES[kind], id=id_)
    return found


def every(reader: Reader, kind: type[E], /, **equal: object) -> Sequence[E]:
    found: Any = reader.find(NAMES[kind], **equal)
    some: Sequence[E] = found
    return some


def scheme_of(reader: Reader, source: Id) -> Scheme:
    """The scheme that the tickets of a source follow."""
    return parse_scheme(need(reader, SchemeText, need(reader, Source, source).scheme).text)
