"""How the server uses its driver for PostgreSQL: ids as texts, columns described once, plans kept where that is safe.

Imported only where there is a PostgreSQL.
"""

from typing import Any, ClassVar

from psycopg import Column, Cursor
from psycopg.types.string import TextLoader

PREPARED_FROM = 5
"""How often a statement comes before PostgreSQL keeps its plan."""
_MOST_DESCRIBED = 1_000


class Described(Cursor[Any]):
    """Describes the columns of a statement once: SQLAlchemy asks each time, and then mostly takes what it knows."""

    _known: ClassVar[dict[str, list[Column]]] = {}
    _text = ""

    def execute(self, query: Any, *given: Any, **more: Any) -> Any:
        self._text = query
        return super().execute(query, *given, **more)

    @property
    def description(self) -> list[Column] | None:
        known = self._known.get(self._text)
        if known is not None:
            return known
        told = super().description
        if told is not None:
            if len(self._known) >= _MOST_DESCRIBED:
                self._known.clear()
            self._known[self._text] = told
        return told


def set_up(raw: Any, _: object) -> None:
    """Of a new connection."""
    raw.cursor_factory = Described
    raw.adapters.register_loader("uuid", TextLoader)
    if is_direct(raw):
        raw.prepare_threshold = PREPARED_FROM


def is_direct(raw: Any) -> bool:
    """Whether PostgreSQL itself is at the other end. pgbouncer, which shares a connection out so that nothing outlives
    a transaction, gives its clients a process number of its own making.
    """
    told = raw.execute("SELECT pg_backend_pid()").fetchone()
    return bool(told[0] == raw.info.backend_pid)
