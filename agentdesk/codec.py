"""Dataclass <-> plain values, with the limits and types of arguments; the only converter of the repository."""

import re
import types
from collections.abc import Callable, Iterable, Mapping
from dataclasses import MISSING, Field, dataclass, fields, is_dataclass
from enum import StrEnum
from functools import cache, partial
from operator import itemgetter
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints
from uuid import UUID

from agentdesk.domain.commands import COMMANDS, Command, FileRef, name_of
from agentdesk.domain.frozen import maker_of, names_of, values_of
from agentdesk.domain.refusals import Refused
from agentdesk.domain.values import Id

T = TypeVar("T")
SLUGS = frozenset({"source", "scheme", "scope_id"})
"""Fields whose ids are words and not UUIDs."""
_ID_LISTS = frozenset({"owners", "hosts", "persons"})
_ID_PARTS = frozenset({"id", "escalates_to"})
"""The same within what a command carries."""
_LONGEST_SLUG = 200


def to_record(value: Any) -> dict[str, Any]:
    """An entity or command as JSON-ready values."""
    kind: Any = type(value)
    items = zip(names_of(kind), values_of(kind)(value), strict=True)
    return {name: item if type(item) in _PLAIN else _plain(item) for name, item in items}


def from_record(kind: type[T], record: Mapping[str, Any]) -> T:
    """The dataclass of a record that this program wrote; unknown keys are left out, nothing is checked."""
    of: Any = kind
    try:
        values = _in_order(of)(record)
    except KeyError:  # it was written before there were all of these fields
        values = _in_order(of)({**_defaults(of), **record})
    return from_values(kind, values)


def from_values(kind: type[T], values: Iterable[Any]) -> T:
    """The dataclass of the plain values of all its fields, in their order; nothing is checked."""
    of: Any = kind
    rich_values = list(values)
    for place, rich in _riches(of):
        if rich_values[place] is not None:
            rich_values[place] = rich(rich_values[place])
    made: T = maker_of(of)(rich_values)
    return made


def read_command(name: str, args: Mapping[str, Any], new_id: Callable[[], Id]) -> Command:
    """A command from foreign values, each checked; ids the device may make are made.

    Raises Refused: `unknown-command`, or `bad-argument` with `field` and `why`.
    """
    kind = COMMANDS.get(name)
    if kind is None:
        raise Refused("unknown-command", name=name)
    known = {part.name for part in _parts(kind)}
    for given in args:
        if given not in known:
            raise Refused("bad-argument", field=given, why="unknown")
    values = {part.name: value for part in _parts(kind) if (value := _argument(part, args, new_id)) is not MISSING}
    return kind(**values)


def check_command(command: Command) -> None:
    """Limits, ids and characters of a command made by this program's own hands; raises Refused."""
    for part in _parts(type(command)):
        value = getattr(command, part.name)
        if value is not None:
            part.check(_checked(part.bare, value, part.name))
            _with_ids(part, value)


def target_field(kind: type[Command]) -> str | None:
    """The field that `--on` and the wire's `target` fill."""
    return next((f.name for f in fields(kind) if f.metadata.get("target")), None)


def describe(kind: type[Command]) -> list[tuple[str, str, str]]:
    """Name, type and limits of each argument, as `agentdesk do COMMAND --help` prints them."""
    return [(p.name, p.words, _limits(p.field)) for p in _parts(kind)]


def pack(command: Command) -> tuple[str, int, dict[str, Any]]:
    return name_of(type(command)), command.version, to_record(command)


def unpack(name: str, args: Mapping[str, Any]) -> Command:
    return from_record(COMMANDS[name], args)


@dataclass(frozen=True)
class _Part:
    field: "Field[Any]"
    hint: Any

    @property
    def name(self) -> str:
        return self.field.name

    @property
    def optional(self) -> bool:
        return type(None) in get_args(self.hint)

    @property
    def bare(self) -> Any:
        return next(a for a in get_args(self.hint) if a is not type(None)) if self.optional else self.hint

    @property
    def is_id(self) -> bool:
        """Texts have a limit; what has none is an id."""
        return self.bare is str and "limit" not in self.field.metadata

    @property
    def words(self) -> str:
        if get_origin(self.bare) is tuple:
            return "list of " + _type_word(get_args(self.bare)[0])
        return _type_word(self.bare)

    def check(self, value: Any, within: str = "") -> None:
        """`within` names it where it is a part of a part."""
        name = within or self.name
        limit, least = self.field.metadata.get("limit"), self.field.metadata.get("least")
        if value is None:
            return
        if limit is not None and len(value) > limit:
            raise Refused("bad-argument", field=name, why="too-long", limit=limit)
        if least is not None and not least <= value <= self.field.metadata["most"]:
            raise Refused("bad-argument", field=name, why="out-of-range", limit=self.field.metadata["most"])
        length = self.field.metadata.get("length")
        if length is not None and any(isinstance(item, str) and len(item) > length for item in value):
            raise Refused("bad-argument", field=name, why="too-long", limit=length)


def _parts(kind: Any) -> tuple[_Part, ...]:
    return _parts_of(kind)


@cache
def _parts_of(kind: Any) -> tuple[_Part, ...]:
    hints = get_type_hints(kind)
    return tuple(_Part(f, hints[f.name]) for f in fields(kind))


def _argument(part: _Part, args: Mapping[str, Any], new_id: Callable[[], Id]) -> Any:
    if part.name not in args:
        return _missing(part, new_id)
    value = args[part.name]
    if value is None and part.optional:
        return None
    rich = _checked(part.bare, value, part.name)
    part.check(rich)
    return _with_ids(part, rich)


def _missing(part: _Part, new_id: Callable[[], Id]) -> Any:
    if part.field.metadata.get("new"):
        return new_id()
    if part.field.default is MISSING and part.field.default_factory is MISSING:
        raise Refused("bad-argument", field=part.name, why="missing")
    return MISSING


def _with_ids(part: _Part, value: Any) -> Any:
    """Ids in their canonical form: what is compared as text must be written one way."""
    if part.is_id:
        return _id(part.name, value)
    if part.name in _ID_LISTS:
        return tuple(_id(part.name, item) for item in value)
    return value


def _id(name: str, value: str) -> Id:
    if name in SLUGS:
        if len(value) > _LONGEST_SLUG:
            raise Refused("bad-argument", field=name, why="too-long", limit=_LONGEST_SLUG)
        return value
    try:
        return str(UUID(value))
    except ValueError:
        raise Refused("bad-argument", field=name, why="not-an-id") from None


def _checked(hint: Any, value: Any, name: str) -> Any:
    if get_origin(hint) is tuple:
        if not isinstance(value, list | tuple):
            raise Refused("bad-argument", field=name, why="not-a-list")
        return tuple(_checked(get_args(hint)[0], item, name) for item in value)
    if is_dataclass(hint):
        return _checked_record(hint, value, name)
    if issubclass(hint, StrEnum):
        if value not in list(hint):
            raise Refused("bad-argument", field=name, why="unknown-word", words=[str(w) for w in hint])
        return hint(value)
    if hint is str and isinstance(value, StrEnum):
        value = str(value)  # a name that is one of ours, such as a role
    if type(value) is not hint:
        raise Refused("bad-argument", field=name, why="wrong-type", type=_type_word(hint))
    if isinstance(value, str) and _NOT_TEXT.search(value):
        raise Refused("bad-argument", field=name, why="bad-text")
    if isinstance(value, int) and abs(value) > _LARGEST:
        raise Refused("bad-argument", field=name, why="out-of-range", limit=_LARGEST)
    return value


_NOT_TEXT = re.compile("[\0\ud800-\udfff]")
"""What neither UTF-8 nor the search can hold."""
_LARGEST = (1 << 53) - 1
"""What JSON programs read without loss."""


def _checked_record(hint: Any, value: Any, name: str) -> Any:
    given = to_record(value) if isinstance(value, hint) else value
    if not isinstance(given, Mapping):
        raise Refused("bad-argument", field=name, why="wrong-type", type="object")
    known = {p.name: p for p in _parts(hint)}
    try:
        return hint(**{key: _checked_part(known[key], item, f"{name}.{key}") for key, item in given.items()})
    except (KeyError, TypeError):
        raise Refused("bad-argument", field=name, why="wrong-type", type="object") from None


def _checked_part(part: _Part, value: Any, name: str) -> Any:
    if value is None and part.optional:
        return None
    rich = _checked(part.bare, value, name)
    part.check(rich, name)
    if part.name in _ID_PARTS:
        return _id(name, rich)
    return tuple(_id(name, item) for item in rich) if part.name in _ID_LISTS else rich


_PLAIN = frozenset({str, int, bool, type(None)})


def _plain(value: Any) -> Any:
    if isinstance(value, tuple | list):
        return [_plain(item) for item in value]
    if isinstance(value, StrEnum):
        return str(value)
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    return to_record(value) if is_dataclass(value) else value


# Worked out once: a desk that plays again what waits reads hundreds of records at a time.
@cache
def _riches(kind: Any) -> tuple[tuple[int, Callable[[Any], Any]], ...]:
    """The fields, by their place, whose plain values have to go through something."""
    known = ((place, _rich(part.bare)) for place, part in enumerate(_parts(kind)))
    return tuple((place, rich) for place, rich in known if rich)


@cache
def _in_order(kind: Any) -> Callable[[Mapping[str, Any]], Iterable[Any]]:
    names = names_of(kind)
    read: Callable[[Mapping[str, Any]], Iterable[Any]] = itemgetter(*names)
    return read if len(names) > 1 else lambda record: [record[name] for name in names]


@cache
def _defaults(kind: Any) -> dict[str, Any]:
    return {part.name: part.default for part in fields(kind) if part.default is not MISSING}


def _rich(hint: Any) -> Callable[[Any], Any] | None:
    if get_origin(hint) is tuple:
        each = _rich(get_args(hint)[0])
        return partial(_tuple, each) if each else tuple
    if get_origin(hint) in (Union, types.UnionType):
        return None
    if is_dataclass(hint) and isinstance(hint, type):
        return partial(from_record, hint)
    is_word = isinstance(hint, type) and issubclass(hint, StrEnum)
    return {word.value: word for word in hint}.__getitem__ if is_word else None


def _tuple(each: Callable[[Any], Any], values: Iterable[Any]) -> tuple[Any, ...]:
    return tuple(map(each, values))


def _type_word(hint: Any) -> str:
    if is_dataclass(hint):
        return "file" if hint is FileRef else "object"
    if issubclass(hint, StrEnum):
        return " | ".join(hint)
    return {str: "text", int: "number", bool: "true | false"}[hint]


def _limits(part: "Field[Any]") -> str:
    marks = [
        "required" if part.default is MISSING and not part.metadata.get("new") else "",
        f"at most {part.metadata['limit']}" if "limit" in part.metadata else "",
        f"{part.metadata['least']} to {part.metadata['most']}" if "least" in part.metadata else "",
        "from --on" if part.metadata.get("target") else "",
        "made when left out" if part.metadata.get("new") else "",
    ]
    return ", ".join(mark for mark in marks if mark)
