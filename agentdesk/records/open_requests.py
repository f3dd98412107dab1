"""All open requests with what hangs on them, read at once: a look at each would be three questions for every one."""

from collections import defaultdict
from collections.abc import Sequence
from functools import cache
from typing import Any

from sqlalchemy import Select, Table, select

from agentdesk.domain.entities import Entity, Request
from agentdesk.domain.reader import Remembering
from agentdesk.domain.values import Execution, Id, RequestState
from agentdesk.records.reading import columns_of, read
from agentdesk.records.rows import Rows

_OPEN = tuple(state for state in RequestState if state.incomplete)
_PARTS = ("candidate", "decision", "stage_transfer")


class OpenRequests(Remembering):
    """A reader that knows the parts of all of them."""

    def __init__(self, rows: Rows) -> None:
        super().__init__(rows)
        self._parts: dict[str, dict[Id, list[Entity]]] = {kind: defaultdict(list) for kind in _PARTS}
        self.requests: tuple[Request, ...] = tuple(read(rows.connection, "request", _open(rows.tables["request"])))
        for kind, of in self._parts.items():
            for part in read(rows.connection, kind, _of_open(rows.tables[kind], rows.tables["request"])):
                of[part.request].append(part)

    def find(self, kind: str, /, **equal: object) -> Sequence[Entity]:
        if kind in self._parts and equal.keys() == {"request"}:
            return self._parts[kind].get(str(equal["request"]), ())
        return super().find(kind, **equal)


def running(rows: Rows) -> list[Request]:
    """Those whose operation is to be carried out; they are few."""
    return [one for one in rows.find("request", state=RequestState.PROCESSING) if one.execution is Execution.RUNNING]


@cache
def _open(request: Table) -> Select[Any]:
    return select(*columns_of(request)).where(request.c.state.in_(_OPEN)).order_by(request.c.id)


@cache
def _of_open(part: Table, request: Table) -> Select[Any]:
    chosen = select(*columns_of(part)).join(request, request.c.id == part.c.request)
    return chosen.where(request.c.state.in_(_OPEN))
