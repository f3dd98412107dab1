"""Tickets from csv and json files: row by row, a bad one is named and the next one read."""

import codecs
import csv
import hashlib
import json
import re
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from itertools import chain
from pathlib import Path

from agentdesk.domain.text import squash, text_to_html
from agentdesk.interchange.charsets import best_guess
from agentdesk.interchange.letters import BODY_LIMIT, MessageRecord, Rejected, TicketRecord

REQUIRED = ("subject", "requester", "body")
OPTIONAL = ("id", "number", "created", "state", "type", "priority", "service", "tags", "channel")
_COLUMNS = frozenset({*REQUIRED, *OPTIONAL, "messages"})
CELL_LIMIT = BODY_LIMIT  # what a message may hold
_RECORD_LIMIT = 64 * 1024 * 1024
_JSON_LIMIT = 256 * 1024 * 1024
_BLOCK = 1024 * 1024

_Row = Mapping[str, object]


class _Bad(Exception):
    """Why a row is rejected."""

    def __init__(self, code: str, **data: str) -> None:
        super().__init__(code)
        self.code = code
        self.data = tuple(data.items())


# ---------------------------------------------------------------------------------------------------- csv


def read_csv(path: Path) -> Iterator[TicketRecord | Rejected]:
    """The rows of a table with a line of titles; comma, semicolon, tab or bar between the cells."""
    encoding = _encoding(path)
    with path.open(encoding=encoding, errors="replace", newline="") as file:
        lines = _Lines(iter(file))
        first = next((line for line in lines if line.strip()), "")
        if not first:
            return
        lines.put_back([(lines.number, first)])
        delimiter = _delimiter(first)
        rows = _rows(lines, delimiter, str(path))
        titles = next(rows, None)
        if titles is None or isinstance(titles, Rejected):
            yield titles or Rejected(str(path), "bad-quoting", 1)
            return
        yield from _records(str(path), titles[1], rows, lines)


def _records(
    path: str,
    titles: list[str],
    rows: Iterator["tuple[int, list[str]] | Rejected"],
    lines: "_Lines",
) -> Iterator[TicketRecord | Rejected]:
    names = [squash(title).lower() for title in titles]
    missing = [name for name in REQUIRED if name not in names]
    if missing:
        yield Rejected(path, "missing-columns", 1, (("columns", ", ".join(missing)),))
        return
    for row in rows:
        if isinstance(row, Rejected):
            yield row
            continue
        line, cells = row
        try:
            yield _ticket(path, line, _named(names, cells), lines.read)
        except _Bad as bad:
            yield Rejected(path, bad.code, line, bad.data)


class _Lines:
    """The physical lines of a file with their numbers; lines that a broken quote swallowed can be put back."""

    def __init__(self, source: Iterator[str]) -> None:
        self._source = source
        self._waiting: list[tuple[int, str]] = []  # the next one is the last
        self._fetched = 0
        self.number = 0
        self.read = 0
        self.taken: list[tuple[int, str]] = []

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        if self._waiting:
            self.number, line = self._waiting.pop()
        else:
            line = next(self._source)
            self._fetched += 1
            self.number = self._fetched
            self.read += len(line)
        self.taken.append((self.number, line))
        return line

    def put_back(self, lines: list[tuple[int, str]]) -> None:
        self._waiting.extend(reversed(lines))
        self.taken = []


def _rows(lines: _Lines, delimiter: str, path: str) -> Iterator[tuple[int, list[str]] | Rejected]:
    """Rows with the line they start on. After a broken quote reading goes on with the very next line."""
    csv.field_size_limit(_RECORD_LIMIT)  # too large cells are refused by us, with the row ended where it ends
    reader = csv.reader(lines, delimiter=delimiter, strict=True)
    read_twice = 0
    while True:
        lines.taken = []
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error:
            start, swallowed = lines.taken[0][0], lines.taken[1:]
            yield Rejected(path, "bad-quoting", start)
            read_twice += sum(len(line) for _, line in swallowed)
            if read_twice <= _RECORD_LIMIT + 4 * lines.read:
                lines.put_back(swallowed)
            continue
        if any(cell.strip() for cell in cells):
            yield lines.taken[0][0], cells


def _named(names: list[str], cells: list[str]) -> dict[str, object]:
    if len(cells) > len(names) and any(cells[len(names) :]):
        raise _Bad("row-too-long", cells=str(len(cells)), columns=str(len(names)))
    row: dict[str, object] = {}
    for name, cell in zip(names, cells, strict=False):
        row.setdefault(name, cell)
    return row


def _delimiter(titles: str) -> str:
    """The mark that finds most of the columns we know."""

    def found(mark: str) -> int:
        return len(_COLUMNS & {title.strip().strip('"').strip().lower() for title in titles.split(mark)})

    return max((",", ";", "\t", "|"), key=found)


def _encoding(path: Path) -> str:
    """By its byte order mark; else UTF-8 if all of it is; else a guess from the first lines that are not ASCII."""
    decoder = codecs.getincrementaldecoder("utf-8")()
    telling = b""
    with path.open("rb") as file:
        for block in iter(lambda: file.read(_BLOCK), b""):
            if block.startswith((b"\xff\xfe", b"\xfe\xff")) and file.tell() == len(block):
                return "utf-16"
            telling = telling or (b"" if block.isascii() else block)
            try:
                decoder.decode(block)
            except UnicodeDecodeError:
                return best_guess(telling)
    return "utf-8-sig"


# --------------------------------------------------------------------------------------------------- json


def read_json(path: Path) -> Iterator[TicketRecord | Rejected]:
    """A list of tickets, an object with `tickets`, or one ticket. `line` is the number of the ticket."""
    size = path.stat().st_size
    if size > _JSON_LIMIT:
        yield Rejected(str(path), "too-large", data=(("limit", str(_JSON_LIMIT)),))
        return
    try:
        content = json.loads(path.read_bytes())
    except json.JSONDecodeError as error:
        yield Rejected(str(path), "bad-json", error.lineno, (("reason", error.msg),))
        return
    except UnicodeDecodeError as error:
        yield Rejected(str(path), "bad-json", data=(("reason", f"not {error.encoding}"),))
        return
    except (ValueError, RecursionError) as error:
        yield Rejected(str(path), "bad-json", data=(("reason", str(error)[:200]),))
        return
    if isinstance(content, dict) and isinstance(content.get("tickets"), list):
        content = content["tickets"]
    tickets = content if isinstance(content, list) else [content]
    for number, ticket in enumerate(tickets, 1):
        yield _json_ticket(str(path), number, ticket, size * number // len(tickets))


def _json_ticket(path: str, number: int, ticket: object, done: int) -> TicketRecord | Rejected:
    if not isinstance(ticket, dict):
        return Rejected(path, "not-a-ticket", number)
    row = {str(key).strip().lower(): value for key, value in ticket.items()}
    try:
        return _ticket(path, number, row, done)
    except _Bad as bad:
        return Rejected(path, bad.code, number, bad.data)
    except RecursionError:
        return Rejected(path, "not-a-ticket", number)


def _messages(value: object) -> tuple[MessageRecord, ...]:
    if value is None:
        return ()
    if not isinstance(value, list):
        raise _Bad("bad-value", column="messages")
    return tuple(_message(each) for each in value)


def _message(value: object) -> MessageRecord:
    if not isinstance(value, dict):
        raise _Bad("bad-value", column="messages")
    author, body = _required(value, "author"), _body(value)
    return MessageRecord(author, body, _time(value, "at"), _text(value, "kind") or "reply")


# -------------------------------------------------------------------------------------------------- common


def _ticket(path: str, line: int, row: _Row, done: int) -> TicketRecord:
    extra = [(name, _text(row, name)) for name in row if name not in _COLUMNS]
    return TicketRecord(
        path=path,
        line=line,
        digest=_digest(row),
        subject=squash(_required(row, "subject")),
        requester=squash(_required(row, "requester")),
        body=_body(row),
        id=_text(row, "id"),
        number=_text(row, "number"),
        created_ms=_time(row, "created"),
        state=_text(row, "state"),
        type=_text(row, "type"),
        priority=_text(row, "priority"),
        service=_text(row, "service"),
        channel=_text(row, "channel"),
        tags=_tags(row.get("tags")),
        messages=_messages(row.get("messages")),
        extra=tuple((name, value) for name, value in extra if value),
        done=done,
    )


def _digest(row: _Row) -> str:
    plain = json.dumps(row, sort_keys=True, ensure_ascii=True, default=str)
    return hashlib.sha256(plain.encode()).hexdigest()


def _text(row: _Row, name: str) -> str:
    value = row.get(name)
    if value is None:
        return ""
    if isinstance(value, (dict, list)) and name in _COLUMNS:
        raise _Bad("bad-value", column=name)
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    if len(text) > CELL_LIMIT:
        raise _Bad("cell-too-large", column=name[:100], limit=str(CELL_LIMIT))
    clean = text.replace("\r\n", "\n").replace("\r", "\n").replace("\x00", "").strip()
    return clean.encode("utf-8", "replace").decode()


def _required(row: _Row, name: str) -> str:
    text = _text(row, name)
    if not text:
        raise _Bad("missing-value", column=name)
    return text


def _body(row: _Row) -> str:
    """The text of a message; what counts is its size as HTML."""
    text = _required(row, "body")
    if len(text_to_html(text).encode()) > BODY_LIMIT:
        raise _Bad("cell-too-large", column="body", limit=str(CELL_LIMIT))
    return text


def _tags(value: object) -> tuple[str, ...]:
    given = value if isinstance(value, list) else [value]
    texts = [_text({"tags": each}, "tags") for each in given]
    words = chain.from_iterable(re.split(r"[,;|]", text) for text in texts)
    return tuple(dict.fromkeys(squash(word) for word in words if word.strip()))


def _time(row: _Row, name: str) -> int | None:
    """ISO 8601 as epoch milliseconds; without a zone it is UTC."""
    text = _text(row, name)
    if not text:
        return None
    try:
        moment = datetime.fromisoformat(text)
        aware = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
        return int(aware.timestamp() * 1000)
    except (ValueError, OverflowError):
        raise _Bad("bad-time", column=name, value=text[:40]) from None
