"""Who may act on a request now, or who did so last, as one word of its row (CP-63)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Case, Label, Select, and_, case, func, select

from agentdesk.domain.entities import Request
from agentdesk.domain.values import Execution, Id, RequestState
from agentdesk.store.schema import TABLES

_R, _C, _D, _P = (TABLES[kind] for kind in ("request", "candidate", "decision", "person"))
_NAME = func.coalesce(func.nullif(_P.c.name, ""), _P.c.user_name)


@dataclass(frozen=True, slots=True)
class Processor:
    """`name` is one of them, first by name, and never whoever looks while there are others; empty where it is nobody:
    what runs by itself, or a level that nobody can decide.
    """

    name: str = ""
    others: int = 0
    """How many more may act."""
    mine: bool = False
    """Whoever looks is one of them; the name and the others come beside."""


def columns_for(person: Id) -> Iterator[Label[Any]]:
    """What `processor_of` takes, beside the columns of a request; of most only one is looked for."""
    asked = and_(_C.c.request == _R.c.id, _C.c.active)
    others = select(_P.c.id).join(_C, _C.c.person == _P.c.id).where(asked, _C.c.person != person)
    mine = select(func.count()).select_from(_C).where(asked, _C.c.person == person)
    found = {
        "processor": others.with_only_columns(func.min(_NAME)),
        "processors": others.with_only_columns(func.count(_P.c.id.distinct())),
        "processes": mine,
    }
    for name, chosen in found.items():
        yield _where(RequestState.IN_APPROVAL, chosen).label(name)
    yield _where(RequestState.COMPLETED, _last()).label("decided_by")


def processor_of(request: Request, told: Sequence[Any], applicant: str) -> Processor:
    """Of an open level those who are asked, of what failed the applicant, who can try it again; of what is over whoever
    decided last, or took it back. `told`: the values of `columns_for`.
    """
    name, several, mine, last = told
    if request.state is RequestState.IN_APPROVAL:
        return Processor(name or "", max(0, (several or 0) - 1), bool(mine))
    if request.state is RequestState.CANCELLED or request.execution is Execution.FAILED:
        return Processor(applicant)
    return Processor(last or "")


def _last() -> Select[Any]:
    given = select(_NAME).join(_D, _D.c.by == _P.c.id).where(_D.c.request == _R.c.id)
    return given.order_by(_D.c.at.desc(), _D.c.id.desc()).limit(1)


def _where(state: RequestState, chosen: Select[Any]) -> Case[Any]:
    return case((_R.c.state == state, chosen.correlate(_R).scalar_subquery()))
