"""Column types: what an entity's field is in SQLite and in PostgreSQL."""

import json
import re
from collections.abc import Iterable
from enum import StrEnum
from functools import lru_cache
from typing import Any

from sqlalchemy import BigInteger, Dialect, Integer, LargeBinary, SmallInteger, String, Text, Uuid
from sqlalchemy.types import TypeDecorator, TypeEngine

from agentdesk.domain.values import Id, Priority

_RANKS = {word: rank for rank, word in enumerate(Priority)}
_OF_RANK: dict[int | None, Priority | None] = {None: None, **dict(enumerate(Priority))}


_ID = re.compile(r"[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")


def is_id(text: object) -> bool:
    """Whether this can stand in a column of ids; what people type often cannot."""
    return isinstance(text, str) and _ID.fullmatch(text) is not None


def id_bytes(id: Id) -> bytes:
    return bytes.fromhex(id.replace("-", ""))


def id_text(raw: bytes) -> Id:
    pairs = raw.hex("-", 2)  # of its dashes four stand where they belong: quicker than setting all four
    return f"{pairs[:4]}{pairs[5:29]}{pairs[30:34]}{pairs[35:]}"


_LINE = "-" * 36 + "\n"
_DIGITS = tuple(place for place in range(36) if place not in (8, 13, 18, 23))


def id_texts(raws: Iterable[bytes]) -> list[Id]:
    """The same of very many, in half the time: each digit of all of them at once, into lines of dashes."""
    digits = b"".join(raws).hex().encode()
    lines = bytearray(_LINE.encode() * (len(digits) // 32))
    for digit, place in enumerate(_DIGITS):
        lines[place :: len(_LINE)] = digits[digit::32]
    return lines.decode().split("\n")[:-1]


def _bytes_or_none(id: Id | None) -> bytes | None:
    return None if id is None else id_bytes(id)


# Of a page of rows, handlers and requesters come again and again.
@lru_cache(maxsize=4096)
def _id_or_none(raw: bytes | None) -> Id | None:
    return None if raw is None else id_text(raw)


class IdType(TypeDecorator[str]):
    """16 bytes in SQLite (a text costs 105 MB in a million), uuid in PostgreSQL."""

    impl = LargeBinary(16)
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        if dialect.name == "postgresql":
            return dialect.type_descriptor(Uuid(as_uuid=False))
        return dialect.type_descriptor(LargeBinary(16))

    def bind_processor(self, dialect: Dialect) -> Any:
        """Past SQLAlchemy's wrappers, for a page of a list asks for and reads hundreds of these."""
        return super().bind_processor(dialect) if dialect.name == "postgresql" else _bytes_or_none

    def result_processor(self, dialect: Dialect, coltype: object) -> Any:
        return super().result_processor(dialect, coltype) if dialect.name == "postgresql" else _id_or_none


class WordType(TypeDecorator[StrEnum]):
    """One of the small words of domain/values.py."""

    impl = String
    cache_ok = True

    def __init__(self, words: type[StrEnum]) -> None:
        super().__init__()
        self.words = words
        self._of: dict[str | None, StrEnum | None] = {None: None, **{str(word): word for word in words}}

    def process_bind_param(self, value: Any, dialect: Dialect) -> Any:
        return None if value is None else str(value)

    def result_processor(self, dialect: Dialect, coltype: object) -> Any:
        return self._of.__getitem__


class PriorityType(TypeDecorator[Priority]):
    """Its rank, so that an index sorts by it."""

    impl = SmallInteger
    cache_ok = True

    def process_bind_param(self, value: Any, dialect: Dialect) -> Any:
        return None if value is None else _RANKS[Priority(value)]

    def result_processor(self, dialect: Dialect, coltype: object) -> Any:
        return _OF_RANK.__getitem__


def _texts(value: str) -> tuple[str, ...]:
    return tuple(json.loads(value)) if value else ()


class TextsType(TypeDecorator[tuple[str, ...]]):
    """A tuple of texts as a JSON list; empty is the empty text, so that most rows pay nothing."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Any, dialect: Dialect) -> Any:
        return json.dumps(list(value), ensure_ascii=False) if value else ""

    def result_processor(self, dialect: Dialect, coltype: object) -> Any:
        return _texts


InstantType = BigInteger().with_variant(Integer(), "sqlite")
