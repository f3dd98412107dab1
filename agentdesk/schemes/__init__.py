"""The schemes that come with AgentDesk; a new desk writes their texts down as its own."""

from collections.abc import Iterator
from importlib.resources import files

from agentdesk.domain.entities import Entity, Person, SchemeText, Source
from agentdesk.domain.scheme import parse_scheme
from agentdesk.domain.standing import SYSTEM

_OWN = "agentdesk"
"""The scheme of the desk's own source."""
OWN_SOURCE = "desk"
"""The source that every desk begins with."""


def shipped() -> dict[str, str]:
    """Scheme id -> text of its file."""
    found = [entry for entry in files(__name__).iterdir() if entry.name.endswith(".toml")]
    return dict(sorted((entry.name.removesuffix(".toml"), entry.read_text("utf-8")) for entry in found))


def scheme_texts() -> Iterator[SchemeText]:
    """The shipped schemes as a new desk keeps them."""
    for id, text in shipped().items():
        yield SchemeText(id=id, rev=1, title=parse_scheme(text).title["en"], text=text)


def first_rows(title: str) -> Iterator[Entity]:
    """What every new desk has: the schemes, a source of its own, and the system as a person."""
    yield from scheme_texts()
    yield Source(id=OWN_SOURCE, rev=1, title=title, scheme=_OWN)
    yield Person(id=SYSTEM, rev=1, user_name="system", name="System", enabled=False)
