"""Header fields of mails as they really come: folded wrongly, in any charset, half encoded, without rules."""

import binascii
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from email.utils import parsedate_tz
from itertools import islice
from urllib.parse import unquote_to_bytes

from agentdesk.domain.text import squash
from agentdesk.interchange.charsets import GUESSED, decoded, header_text

TOO_LARGE = "header-too-large"

_BLOCK_LIMIT = 1024 * 1024
_FIELD_LIMIT = 64 * 1024
_MANY = 2_000
_FIELD = re.compile(rb"([!-9;-~]{1,80}(?: [!-9;-~]{1,80}){0,2})[ \t]*:[ \t]*")
_MBOX_LINE = re.compile(rb">?From [^:\s]")
_ENCODED_WORD = re.compile(
    r"=\?([^?\s*]{1,40})(?:\*[^?]{0,20})?\?([bBqQ])\?((?:[^?=]|=(?!\?[^=])|\?(?!=))*)\?=", re.DOTALL
)


class Fields:
    """The header fields of one part, in order; names in lower case, values as bytes."""

    def __init__(self, fields: list[tuple[str, bytes]], hint: str = "") -> None:
        self._fields = fields
        self.hint = hint  # the charset of the body: the best guess for raw bytes in a header
        self.problems: set[str] = set()

    def __len__(self) -> int:
        return len(self._fields)

    def has(self, name: str) -> bool:
        return any(key == name for key, _ in self._fields)

    def raw(self, name: str) -> str:
        """The first field of this name as text, encoded words left alone."""
        return next(self.all(name), "")

    def all(self, name: str) -> Iterator[str]:
        for key, value in self._fields:
            if key == name:
                text, problem = header_text(re.sub(rb"[\r\n]+", b"", value[:_FIELD_LIMIT]), self.hint)
                self.problems |= {problem} - {""}
                yield text

    def words(self, name: str) -> str:
        """The first field of this name as a person reads it."""
        return self.readable(self.raw(name))

    def readable(self, text: str) -> str:
        """Text with its encoded words (RFC 2047) decoded, on one line."""
        return squash("".join(self._decoded_runs(text)))

    def _decoded_runs(self, text: str) -> Iterator[str]:
        """Words of one charset are joined as bytes first: a letter may be spread over two of them."""
        at, charset, pending = 0, "", b""
        for word in _ENCODED_WORD.finditer(text):
            between = text[at : word.start()]
            adjacent = at > 0 and not between.strip()
            if not adjacent or word.group(1).lower() != charset:
                yield self._decoded_word(pending, charset)
                pending = b""
            if not adjacent:
                yield between
            charset = word.group(1).lower()
            pending += _word_bytes(word.group(2), word.group(3))
            at = word.end()
        yield self._decoded_word(pending, charset)
        yield text[at:]

    def _decoded_word(self, data: bytes, charset: str) -> str:
        text, problem = decoded(data, charset)
        self.problems |= {GUESSED} if problem else set()
        return text


def split_fields(raw: bytes, start: int, end: int) -> tuple[Fields, int]:
    """The fields at `start` and where the body begins. A line that is no field goes on or begins the body."""
    fields: list[tuple[str, bytearray]] = []
    at, limit = start, min(end, start + _BLOCK_LIMIT)
    while at < limit:
        line_end = raw.find(b"\n", at, limit)
        following = limit if line_end < 0 else line_end + 1
        line = raw[at:following]
        if not line.strip(b"\r\n"):
            at = following
            break
        field = None if _MBOX_LINE.match(line) else _FIELD.match(line)
        if line[:1] in (b" ", b"\t"):
            _continue(fields, line)
        elif field:
            fields.append((field.group(1).decode("ascii").lower(), bytearray(line[field.end() :])))
        elif not (fields or _MBOX_LINE.match(line)) or not _more_fields(raw, following, limit):
            break
        else:
            _continue(fields, b" " + line)
        at = following
    split = Fields([(name, bytes(value)) for name, value in fields])
    if end > limit == at or any(len(value) >= _FIELD_LIMIT for _, value in fields):
        split.problems.add(TOO_LARGE)
    return split, at


def _continue(fields: list[tuple[str, bytearray]], line: bytes) -> None:
    if fields and len(fields[-1][1]) < _FIELD_LIMIT:
        fields[-1][1].extend(line)


def parameters(fields: Fields, name: str) -> tuple[str, dict[str, str]]:
    """`text/plain; charset=x` as its value and its parameters (RFC 2231 and what programs make of it)."""
    text = fields.raw(name)
    value, _, rest = text.partition(";")
    plain: dict[str, str] = {}
    pieces: dict[str, dict[int, tuple[str, bool]]] = {}
    for found in _PARAMETER.finditer(";" + rest):
        key, given = found.group(1).lower(), _unquoted(found.group(2).strip())
        star = _CONTINUED.fullmatch(key)
        if star is None:
            plain.setdefault(key, fields.readable(given))
        else:
            piece = (given, bool(star.group(3)) or star.group(2) is None)
            pieces.setdefault(star.group(1), {}).setdefault(int(star.group(2) or 0), piece)
    plain.update({key: _joined(parts) for key, parts in pieces.items()})
    return value.strip().lower(), plain


def addresses(fields: Fields, name: str) -> tuple[tuple[str, str], ...]:
    """(name, address) of everybody in all fields of this name; groups are opened, comments dropped."""
    found = (_mailbox(fields, box) for text in fields.all(name) for box in _mailboxes(text))
    return tuple(islice((box for box in found if box), _MANY))


def ids(text: str) -> tuple[str, ...]:
    """Message ids without their angle brackets; bare ones too, if they look like one."""
    plain = _without_comments(text)
    found = [re.sub(r"\s+", "", bracketed) for bracketed in re.findall(r"<([^<>]{1,2000})>", plain)]
    found = found or [word for word in plain.split() if "@" in word]
    return tuple(dict.fromkeys(squash(each)[:998] for each in found if each))[:_MANY]


def date_ms(text: str) -> int | None:
    """Epoch milliseconds, or None for what is no date of our times."""
    plain = re.sub(r"\s*:\s*", ":", " ".join(_without_comments(text[:500]).split()))
    try:
        parts = parsedate_tz(plain)
        if parts is None or not 1960 <= parts[0] <= 2100 or abs(parts[9] or 0) > 15 * 3600:
            return None
        year, month, day, hour, minute, second = parts[:6]
        wall = datetime(year, month, day, hour, minute, min(second, 59), tzinfo=UTC)
        return (int(wall.timestamp()) - (parts[9] or 0)) * 1000
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


# ------------------------------------------------------------------------------------------------ pieces

_PARAMETER = re.compile(r';\s*([^\s=;"]{1,100})\s*=\s*("(?:[^"\\]|\\.)*"?|[^;]*)', re.DOTALL)
_CONTINUED = re.compile(r"([^*]+)\*(?:(\d{1,4})(\*?))?")
_ADDRESS_TOKEN = re.compile(
    r'(?P<word>=\?[^?\s]{1,40}\?[bBqQ]\?[^?\s]*\?=)|(?P<quoted>"(?:[^"\\]|\\.)*")|(?P<escaped>\\.)'
    r'|(?P<mark>[(),;:<>])|(?P<text>[^"\\(),;:<>=]+|.)',
    re.DOTALL,
)
_ADDRESS = re.compile(r"[^\s<>]{1,250}@[^\s@<>]{1,250}")


def _more_fields(raw: bytes, at: int, limit: int) -> bool:
    """Does a field follow within five lines, before an empty one?"""
    for _ in range(5):
        line_end = raw.find(b"\n", at, limit)
        line = raw[at : line_end if line_end >= 0 else limit]
        if not line.strip():
            return False
        if _FIELD.match(line):
            return True
        at += len(line) + 1
    return False


def _word_bytes(encoding: str, text: str) -> bytes:
    data = text.encode("utf-8", "surrogatepass")
    if encoding in "qQ":
        return binascii.a2b_qp(data, header=True)
    clean = re.sub(rb"[^A-Za-z0-9+/]", b"", data)
    clean = clean[:-1] if len(clean) % 4 == 1 else clean
    return binascii.a2b_base64(clean + b"=" * (-len(clean) % 4))


def _unquoted(text: str) -> str:
    if not text.startswith('"'):
        return text
    return re.sub(r'\\(["\\])', r"\1", text[1:].removesuffix('"'))


def _joined(pieces: dict[int, tuple[str, bool]]) -> str:
    """The value of `name*0*=charset'language'…; name*1=…`."""
    charset, data = "", b""
    for index in sorted(pieces):
        text, encoded = pieces[index]
        if encoded and index == min(pieces) and text.count("'") >= 2:
            charset, _, text = text.split("'", 2)
        data += unquote_to_bytes(text) if encoded else text.encode("utf-8", "surrogatepass")
    return squash(decoded(data, charset)[0] if charset else header_text(data)[0])


def _mailboxes(text: str) -> Iterator[list[tuple[str, str]]]:
    """The tokens between commas; without comments, group names and their semicolons."""
    box: list[tuple[str, str]] = []
    depth = angle = 0
    for token in _ADDRESS_TOKEN.finditer(text):
        kind, value = token.lastgroup or "text", token.group()
        if kind == "mark" and value in "()" and not angle:
            depth = max(depth + (1 if value == "(" else -1), 0)
        elif depth:
            box.append(("comment", value))
        elif kind == "mark" and not angle and value in ",;":
            yield box
            box = []
        elif kind == "mark" and not angle and value == ":":
            box = []
        else:
            angle = {"<": 1, ">": 0}.get(value, angle) if kind == "mark" else angle
            box.append((kind, value))
    yield box


def _mailbox(fields: Fields, box: list[tuple[str, str]]) -> tuple[str, str] | None:
    values = [value for kind, value in box if kind != "comment"]
    comment = fields.readable("".join(value for kind, value in box if kind == "comment"))
    if "<" in values:
        opening = values.index("<")
        inner = "".join(values[opening + 1 :]).partition(">")[0]
        phrase = fields.readable("".join(_unquoted(value) for value in values[:opening]))
        return phrase or comment, _address(_without_comments(inner).rpartition(":")[2])
    plain = re.sub(r"\s*([.@])\s*", r"\1", "".join(values)) if len(values) < _MANY else ""
    at = next((word for word in plain.split() if "@" in word), "")
    before = fields.readable(plain.partition(at)[0].replace('"', "")) if at else ""
    if not at and not plain.strip():
        return None
    return (before or comment, _address(at)) if at else (fields.readable(plain), "")


def _address(text: str) -> str:
    """The address, or nothing when it is none."""
    clean = squash(re.sub(r"\s+", "", text)).strip("\"'.,")
    return clean if _ADDRESS.fullmatch(clean) and len(clean) <= 320 else ""


def _without_comments(text: str) -> str:
    kept, depth, at = [], 0, 0
    for mark in re.finditer(r"[()]", text):
        if not depth:
            kept.append(text[at : mark.start()])
        depth = max(depth + (1 if mark.group() == "(" else -1), 0)
        at = mark.end()
    return "".join(kept) + (text[at:] if not depth else "")
