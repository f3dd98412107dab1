"""Any entity and any command, made from the types of their fields."""

from dataclasses import Field, fields
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from hypothesis import strategies as st

from agentdesk.codec import SLUGS
from agentdesk.domain.commands import Command, FileRef, StageForm
from agentdesk.domain.entities import KINDS, Entity
from agentdesk.domain.values import ScopeKind
from agentdesk.records.types import IdType
from agentdesk.store.schema import TABLES

TEXTS = st.text(max_size=30)
IDS = st.uuids().map(str)
ID_LISTS = st.lists(IDS, max_size=3).map(tuple)
NUMBERS = st.integers(min_value=-(1 << 52), max_value=1 << 52)
PLAIN = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=30)


def _values(hint: Any, texts: st.SearchStrategy[str]) -> st.SearchStrategy[Any]:
    if get_origin(hint) in (Union, UnionType):
        return st.none() | _values(next(one for one in get_args(hint) if one is not type(None)), texts)
    if get_origin(hint) is tuple:
        return st.lists(_values(get_args(hint)[0], texts), max_size=4).map(tuple)
    if hint is FileRef:
        return st.builds(FileRef, id=IDS, name=PLAIN, size=NUMBERS, media_type=PLAIN, sha256=PLAIN)
    if hint is StageForm:
        return st.builds(StageForm, name=PLAIN, role=PLAIN, scope=st.sampled_from(list(ScopeKind)), persons=ID_LISTS)
    if hint is str:
        return texts
    simple = {bool: st.booleans(), int: NUMBERS}
    return simple[hint] if hint in simple else st.sampled_from(list(hint))


def entities(name: str) -> st.SearchStrategy[Entity]:
    kind, columns = KINDS[name], TABLES[name].c
    hints = get_type_hints(kind)
    ids = {column.name for column in columns if isinstance(column.type, IdType)}
    return st.builds(kind, **{f.name: _values(hints[f.name], IDS if f.name in ids else TEXTS) for f in fields(kind)})


def commands(kind: type[Command]) -> st.SearchStrategy[Command]:
    hints = get_type_hints(kind)
    return st.builds(kind, **{f.name: _argument(f, hints[f.name]) for f in fields(kind)})


def _argument(field: "Field[Any]", hint: Any) -> st.SearchStrategy[Any]:
    least, most = field.metadata.get("least"), field.metadata.get("most")
    if least is not None:
        numbers = st.integers(least, most)
        return numbers | st.none() if type(None) in get_args(hint) else numbers
    is_id = "limit" not in field.metadata and field.name not in SLUGS
    limit = min(field.metadata.get("limit", 30), 10)
    texts = IDS if is_id or field.name in ("owners", "hosts") else PLAIN.map(lambda text: text[:limit])
    return _values(hint, texts)
