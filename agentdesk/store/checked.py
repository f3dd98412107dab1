"""What came from the server, checked, and its rows as SQLite is given them.

It is done before the store's lane is asked for: whoever waits there waits for SQLite, and not for values.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, NamedTuple

from agentdesk.codec import from_values
from agentdesk.domain.entities import KINDS, Entity
from agentdesk.domain.frozen import names_of
from agentdesk.store import columns
from agentdesk.store.columns import BadRows, Values
from agentdesk.store.schema import TABLES

if TYPE_CHECKING:  # a desk without a server starts without the wire
    from agentdesk.wire import Documents, Root, Rows


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of one kind. Columns that nobody here knows are left out."""

    kind: str
    told: Mapping[str, Values]
    """By column the values of the whole page, as they came."""
    records: Sequence[Values]
    """By row, as SQLite is given them."""
    places: Sequence[int]
    """Where these rows stand in the page."""

    def __len__(self) -> int:
        return len(self.records)

    def column(self, name: str) -> Values:
        """Of these rows, as they came."""
        values = self.told[name]
        return values if len(self) == len(values) else [values[place] for place in self.places]

    def some(self, chosen: Sequence[int]) -> "Table":
        """Those of these rows, whose order stays."""
        records, places = self.records, self.places
        return replace(self, records=[records[n] for n in chosen], places=[places[n] for n in chosen])

    def entities(self) -> list[Entity]:
        """As the rules read them. Raises BadRows."""
        self.check_ids()
        kind: Any = KINDS[self.kind]
        rows = zip(*map(self.column, names_of(kind)), strict=True)
        return [from_values(kind, row) for row in rows]

    def check_ids(self) -> None:
        """A page names none twice. Raises BadRows."""
        if len(set(self.column("id"))) != len(self):
            raise BadRows(f"{self.kind}.id")


class Checked(NamedTuple):
    """A page, or a slice of it."""

    tables: Mapping[str, Table]
    roots: "Sequence[Root]"
    gone: "Sequence[Root]"


def checked(documents: "Documents") -> Checked:
    """A newer server may send kinds that this program does not know: they are left out. Raises BadRows."""
    tables = {kind: _table(kind, rows) for kind, rows in documents.tables.items() if kind in TABLES and rows.rows}
    return Checked(tables, documents.roots, documents.gone)


def _table(kind: str, rows: "Rows") -> Table:
    told = columns.by_name(rows.columns, rows.rows)
    records = list(zip(*(columns.raw(kind, name, told) for name in columns.names(kind)), strict=True))
    return Table(kind, told, records, range(len(records)))
