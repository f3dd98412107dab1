"""Column types that only the server has."""

import json
from typing import Any

from sqlalchemy import ARRAY, BigInteger, Dialect, Integer, Text
from sqlalchemy.types import TypeDecorator, TypeEngine, UserDefinedType


class _Xid8(UserDefinedType[int]):
    """PostgreSQL's 64-bit transaction id: it never wraps."""

    cache_ok = True

    def get_col_spec(self, **_: Any) -> str:
        return "xid8"


class XidType(TypeDecorator[int]):
    """The transaction that wrote a row; SQLite, with one writer at a time, needs none and says 0."""

    impl = BigInteger
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        return dialect.type_descriptor(_Xid8() if dialect.name == "postgresql" else Integer())

    def process_bind_param(self, value: Any, dialect: Dialect) -> Any:
        return str(value) if dialect.name == "postgresql" else value  # no number is cast to it

    def process_result_value(self, value: Any, dialect: Dialect) -> int:
        return int(value)


class KeysType(TypeDecorator[frozenset[str]]):
    """Scope keys: text[] in PostgreSQL, a JSON list in SQLite."""

    impl = Text
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        return dialect.type_descriptor(ARRAY(Text()) if dialect.name == "postgresql" else Text())

    def process_bind_param(self, value: Any, dialect: Dialect) -> Any:
        return sorted(value) if dialect.name == "postgresql" else json.dumps(sorted(value))

    def process_result_value(self, value: Any, dialect: Dialect) -> frozenset[str]:
        return frozenset(value if dialect.name == "postgresql" else json.loads(value))
