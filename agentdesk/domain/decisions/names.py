"""Names that people give to things."""

from collections.abc import Iterable
from typing import Protocol

from agentdesk.domain.refusals import Refused
from agentdesk.domain.values import Id


class Named(Protocol):
    @property
    def id(self) -> Id: ...

    @property
    def name(self) -> str: ...


def tidy_name(name: str) -> str:
    plain = " ".join(name.split())
    if not plain:
        raise Refused("name-required")
    return plain


def check_free(name: str, own: Id, others: Iterable[Named]) -> None:
    """Two things side by side are not called the same, whatever the case."""
    if any(other.id != own and other.name.casefold() == name.casefold() for other in others):
        raise Refused("name-taken", name=name)
