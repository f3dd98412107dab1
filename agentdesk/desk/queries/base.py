"""What every query is, and what it is given to look with."""

from functools import cached_property
from typing import Any, Protocol, TypeVar

from sqlalchemy import Connection

from agentdesk.desk.queries.rows import Link
from agentdesk.domain.reader import Reader, Remembering
from agentdesk.domain.scheme import Scheme, parse_scheme
from agentdesk.domain.values import Id, Instant
from agentdesk.records.rows import Rows
from agentdesk.records.visibility import Sight, sight_of, within
from agentdesk.store.local_rows import LocalRows

T_co = TypeVar("T_co", covariant=True)
_LOCAL = Link()
REQUEST_MARK = "request_mark"
"""What changes when somebody has looked at a request: all that is asked of requests themselves stays as it was."""


_FEW = frozenset({"process"})
"""Kinds with so few rows that all are read at once, for one after the other is asked for."""


class NotAllowed(Exception):
    """A queue this person may not see, or that does not exist."""


class Facts:
    """What nearly every question needs and hardly any change touches; read again after a change of the file."""

    def __init__(self, rows: Rows, version: tuple[int, int]) -> None:
        self.rows, self.version = rows, version
        self.sights: dict[Id, Sight] = {}
        self.known = Remembering(self)
        """Asks the file once for what several questions need: who holds a role, the levels of a process."""

    def get(self, kind: str, id: Id) -> Any:
        return self.rows.get(kind, id)

    def find(self, kind: str, /, **equal: object) -> tuple[Any, ...]:
        if kind in _FEW and equal:
            there = self.known.find(kind)
            return tuple(one for one in there if all(getattr(one, name) == value for name, value in equal.items()))
        return self.rows.find(kind, **equal)

    def sight(self, person: Id, now: Instant) -> Sight:
        kept = self.sights.get(person)
        if kept is None or (kept.until is not None and now >= kept.until):
            kept = self.sights[person] = sight_of(self.rows, person, now)
        return kept

    @cached_property
    def sources(self) -> dict[Id, Any]:
        return {source.id: source for source in self.rows.find("source")}

    @cached_property
    def schemes(self) -> dict[Id, Scheme]:
        texts = {scheme.id: scheme.text for scheme in self.rows.find("scheme")}
        return {s.id: parse_scheme(texts[s.scheme]) for s in self.sources.values()}

    @cached_property
    def labels(self) -> dict[tuple[Id, str], dict[str, str]]:
        return {(id, state.id): dict(state.label) for id, scheme in self.schemes.items() for state in scheme.states}


class View:
    """A look at the desk through one person's eyes, at one moment; `scope` is the view they chose, if any."""

    def __init__(self, connection: Connection, person: Id, now: Instant, scope: str = "", link: Link = _LOCAL) -> None:
        self.connection, self.person, self.now, self.scope, self.link = connection, person, now, scope, link
        self.rows: Rows = LocalRows(connection)

    @cached_property
    def sight(self) -> Sight:
        return within(self._facts.sight(self.person, self.now), self.scope)

    @property
    def known(self) -> Reader:
        """For the rules, which ask for the same few things again and again."""
        return self._facts.known

    @property
    def sources(self) -> dict[Id, Any]:
        return self._facts.sources

    @property
    def schemes(self) -> dict[Id, Scheme]:
        """The scheme of each source."""
        return self._facts.schemes

    @property
    def labels(self) -> dict[tuple[Id, str], dict[str, str]]:
        """What each source calls its states, per language."""
        return self._facts.labels

    @cached_property
    def _facts(self) -> Facts:
        """Kept with the connection, which counts the changes that it and others made to the file."""
        raw: Any = self.connection.connection.driver_connection
        version = (raw.execute("PRAGMA data_version").fetchone()[0], raw.total_changes)
        kept: Facts | None = self.connection.info.get("facts")
        if kept is None or kept.version != version:
            kept = Facts(self.rows, version)
            self.connection.info["facts"] = kept
        kept.rows = self.rows
        return kept


class Query(Protocol[T_co]):
    """`topics` are the kinds whose changes call for a new answer; `run` is given a view on a reading connection."""

    @property
    def topics(self) -> frozenset[str]: ...

    def run(self, view: View) -> T_co: ...
