"""How commands answer: JSON or text on standard output, one sentence on standard error."""

import json
import sys
from collections.abc import Iterable, Mapping, Sequence

from agentdesk.cli.sentences import refusal_sentence


class Refusing(Exception):
    """The rules said no: exit status 1."""

    def __init__(self, code: str, data: Mapping[str, object] | None = None) -> None:
        super().__init__(code)
        self.code, self.data = code, data or {}


class Usage(Exception):
    """The call was wrong: exit status 2. `str()` is the sentence."""


class CannotUse(Exception):
    """Something outside the rules stands in the way: exit status 3. `str()` is the sentence."""


def print_json(answer: object) -> None:
    sys.stdout.write(json.dumps(answer, ensure_ascii=False, indent=1) + "\n")


def print_text(line: str) -> None:
    sys.stdout.write(_plain(line) + "\n")


def print_table(rows: Iterable[Sequence[str]]) -> None:
    """Columns as wide as their widest cell; the last one is not padded."""
    cells = [[_plain(cell) for cell in row] for row in rows]
    widths = [max(len(cell) for cell in column) for column in zip(*cells, strict=True)]
    for row in cells:
        padded = (cell.ljust(width) for cell, width in zip(row, widths, strict=True))
        sys.stdout.write("  ".join(padded).rstrip() + "\n")


def print_error(sentence: str) -> None:
    sys.stderr.write(_plain(sentence) + "\n")


def print_refusal(refusing: Refusing, *, json_wanted: bool) -> None:
    sentence = refusal_sentence(refusing.code, refusing.data)
    if json_wanted:
        print_json({"refused": refusing.code, "message": sentence})
    else:
        print_error(sentence)


def _plain(text: str) -> str:
    """Foreign text must not steer the terminal: control characters are shown, not sent."""
    return "".join(c if c.isprintable() or c == "\n" else " " if c in "\t\r" else repr(c)[1:-1] for c in text)
