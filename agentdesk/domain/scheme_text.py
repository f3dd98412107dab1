"""A scheme's TOML as tables that know their lines, so that every complaint says where it is."""

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Never

LANGUAGES = ("en", "zh", "de")
SHOWN_OF_A_VALUE = 80


class SchemeError(ValueError):
    """The first thing wrong with a scheme: where it is and, as a code, what it is."""

    def __init__(self, file: str, line: int, code: str, data: Mapping[str, str]) -> None:
        super().__init__(f"{file}:{line}: {code} {dict(data)}" if data else f"{file}:{line}: {code}")
        self.file = file
        self.line = line
        self.code = code
        self.data: Mapping[str, str] = MappingProxyType(dict(data))


def read_toml(text: str, name: str) -> Mapping[str, object]:
    try:
        return tomllib.loads(text)
    except (ValueError, RecursionError) as error:  # a number of 5,000 digits is a plain ValueError
        place = re.search(r"\(at line (\d+)", str(error))
        line = int(place[1]) if place else text.count("\n") + 1
        raise SchemeError(name, line, "bad-toml", {"problem": str(error)[:200]}) from error


class Places:
    """On which lines the n-th [[state]], the n-th [[transition]] and the top-level keys stand."""

    _PIECES = re.compile(
        r'"""(?:\\.|[^\\])*?"""'
        r"|'''.*?'''"
        r'|"(?:\\.|[^"\\\n])*"'
        r"|'[^'\n]*'"
        r"|\#[^\n]*"
        r"|^[ \t]*\[\[[ \t]*(?P<header>state|transition)[ \t]*\]\]"
        r"|^[ \t]*(?P<table>\[)?(?P<key>[A-Za-z_]+)[ \t]*[=.\]]",
        re.MULTILINE | re.DOTALL,
    )

    def __init__(self, text: str) -> None:
        self._headers: dict[str, list[int]] = {"state": [], "transition": []}
        self._keys: dict[str, int] = {}
        line, position = 1, 0
        for piece in self._PIECES.finditer(text):
            line += text.count("\n", position, piece.end())
            position = piece.end()
            self._note(piece, line)

    def _note(self, piece: re.Match[str], line: int) -> None:
        if piece["header"]:
            self._headers[piece["header"]].append(line)
        elif piece["key"] and (piece["table"] or not any(self._headers.values())):
            self._keys.setdefault(piece["key"], line)

    def of_key(self, key: str) -> int:
        return self._keys.get(key, 1)

    def of_header(self, kind: str, number: int) -> int:
        lines = self._headers[kind]
        return lines[number] if number < len(lines) else self.of_key(kind)


@dataclass(frozen=True)
class Table:
    """A table of the file; every complaint about it names the line it starts on."""

    values: Mapping[str, object]
    file: str
    line: int
    kind: str

    def fail(self, code: str, line: int | None = None, **data: str) -> Never:
        raise SchemeError(self.file, line or self.line, code, data)

    def only(self, known: frozenset[str], places: Places | None = None) -> None:
        for key in self.values:
            if key not in known:
                self.fail("unknown-key", places.of_key(key) if places else None, key=key[:SHOWN_OF_A_VALUE])

    def need(self, key: str, line: int | None = None) -> object:
        if key not in self.values:
            self.fail("missing-key", line, key=key)
        return self.values[key]

    def text(self, key: str, line: int | None = None) -> str:
        value = self.need(key, line)
        if not isinstance(value, str):
            self.fail("bad-value", line, key=key)
        return value

    def name(self, key: str, line: int | None = None) -> str:
        value = self.text(key, line)
        if not re.fullmatch(r"[a-z][a-z0-9_-]{0,39}", value):
            self.fail("bad-id", line, key=key, value=value[:SHOWN_OF_A_VALUE])
        return value

    def one_of(self, key: str, known: Iterable[str], code: str, line: int | None = None) -> str:
        value = self.text(key, line)
        if value not in known:
            self.fail(code, line, value=value[:SHOWN_OF_A_VALUE])
        return value

    def flag(self, key: str, line: int | None = None) -> bool:
        value = self.values.get(key, False)
        if not isinstance(value, bool):
            self.fail("bad-value", line, key=key)
        return value

    def words(self, key: str) -> tuple[str, ...]:
        value = self.values.get(key, [])
        if not isinstance(value, list):
            self.fail("bad-value", key=key)
        words = [word for word in value if isinstance(word, str)]
        if len(words) != len(value) or len(set(words)) != len(words):
            self.fail("bad-value", key=key)
        return tuple(words)

    def words_of(self, key: str, known: Iterable[str], code: str) -> tuple[str, ...]:
        words = self.words(key)
        for word in words:
            if word not in known:
                self.fail(code, value=word[:SHOWN_OF_A_VALUE])
        return words

    def labels(self, key: str, line: int | None = None) -> Mapping[str, str]:
        value = self.values.get(key)
        table = value if isinstance(value, dict) else {}
        labels = {language: text for language, text in table.items() if isinstance(text, str) and text.strip()}
        for language in LANGUAGES:
            if language not in labels:
                self.fail("missing-label", line, key=key, language=language, **self._whose())
        return MappingProxyType(labels)

    def _whose(self) -> Mapping[str, str]:
        id_ = self.values.get("id")
        return {"state": id_[:SHOWN_OF_A_VALUE]} if self.kind == "state" and isinstance(id_, str) else {}

    def rules(self, key: str, line: int) -> Iterator["Table"]:
        for value in self._list(key, self.values.get(key, []), line):
            yield Table(value, self.file, line, key)

    def tables(self, key: str, places: Places) -> Iterator["Table"]:
        value = self.need(key)
        for number, table in enumerate(self._list(key, value, places.of_key(key))):
            yield Table(table, self.file, places.of_header(key, number), key)

    def _list(self, key: str, value: object, line: int) -> Sequence[Mapping[str, object]]:
        tables = [table for table in value if isinstance(table, dict)] if isinstance(value, list) else None
        if tables is None or not isinstance(value, list) or len(tables) != len(value):
            self.fail("bad-value", line, key=key)
        return tables
