"""The parts of a mail: found by their boundaries in the raw bytes, without recursion, each byte read once a level."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from agentdesk.interchange.headers import Fields, parameters, split_fields

# Why not email.message_from_bytes: it recurses for every level, compares each line with every open boundary, and
# keeps each line as an object (a mail of short lines takes thirty times its size). Its field rules live on in headers.
MAX_DEPTH = 20
MAX_PARTS = 4_500

TOO_DEEP = "too-deep"
TOO_MANY = "too-many-parts"
TRUNCATED = "truncated"
NO_BOUNDARY = "boundary-missing"
TEXT_BEHIND = "text-behind-parts"

_TYPE = re.compile(r"\s*([a-z0-9!#$&^_.+-]{1,60}/[a-z0-9!#$&^_.+-]{1,100})")
_SOME_BOUNDARY = re.compile(
    rb"^--([^\s-][^\r\n]{3,200}?|-{2,}[^\s-][^\r\n]{1,200}?)[ \t]*\r?\n[Cc]ontent-", re.MULTILINE
)
_BOILERPLATE = 500  # a longer preamble than "This is a multi-part message" may be what somebody wrote


@dataclass(frozen=True, slots=True)
class Leaf:
    """One part that holds something, still encoded. `group` is shared by the versions of an alternative."""

    fields: Fields
    media_type: str
    parameters: dict[str, str]
    start: int
    end: int
    head: int  # where its header starts: what is kept of a part that is not opened
    group: int = 0
    opened: bool = True


@dataclass(frozen=True, slots=True)
class _Range:
    start: int
    end: int
    default_type: str = "text/plain"
    depth: int = 0
    group: int = 0


class Parts:
    """All leaves of a mail in their order, and the codes of what was wrong with its structure."""

    def __init__(self, raw: bytes) -> None:
        self._raw = raw
        self._seen = 0
        self.problems: set[str] = set()
        start = len(raw) - len(raw.lstrip(b"\r\n"))
        self.fields, _ = split_fields(raw, start, len(raw))
        self.fields.hint = parameters(self.fields, "content-type")[1].get("charset", "")
        self._first = _Range(start, len(raw))

    def leaves(self) -> Iterator[Leaf]:
        waiting = [self._first]
        while waiting:
            part = waiting.pop()
            leaf = self._leaf(part)
            if not (leaf.media_type.startswith("multipart/") and leaf.opened):
                yield leaf
            elif marks := self._marks(leaf):
                waiting.extend(reversed(self._children(leaf, part, marks)))
            else:
                yield from self._as_text(leaf)

    def _leaf(self, part: _Range) -> Leaf:
        fields, body = split_fields(self._raw, part.start, part.end)
        label, given = parameters(fields, "content-type")
        match = _TYPE.match(label)
        media_type = match.group(1) if match else part.default_type
        opened = part.depth < MAX_DEPTH or not media_type.startswith("multipart/")
        if not opened:
            self.problems.add(TOO_DEEP)
        return Leaf(fields, media_type, given, body, part.end, part.start, part.group, opened)

    def _children(self, leaf: Leaf, part: _Range, marks: list[re.Match[bytes]]) -> list[_Range]:
        self._note_what_lies_around(leaf, marks)
        default = "message/rfc822" if leaf.media_type == "multipart/digest" else "text/plain"
        group = leaf.head + 1 if leaf.media_type == "multipart/alternative" else part.group
        ends = [mark.start() for mark in marks[1:]] + [leaf.end]
        pairs = [(mark.end() + 1, end) for mark, end in zip(marks, ends, strict=True) if not mark.group(1)]
        return [
            _Range(start, self._before_newline(start, end), default, part.depth + 1, group)
            for start, end in self._allowed(pairs, leaf.end)
            if self._raw[start:end].strip()
        ]

    def _marks(self, leaf: Leaf) -> list[re.Match[bytes]]:
        """The boundary lines up to the closing one."""
        boundary = leaf.parameters.get("boundary", "").rstrip().encode("utf-8", "replace")[:1000]
        found = self._lines_of(boundary, leaf) if boundary else []
        if not found:
            guess = _SOME_BOUNDARY.search(self._raw, leaf.start, leaf.end)
            found = self._lines_of(guess.group(1), leaf) if guess else []
            self.problems |= {NO_BOUNDARY} if found else set()
        return found

    def _lines_of(self, boundary: bytes, leaf: Leaf) -> list[re.Match[bytes]]:
        line = re.compile(rb"^--" + re.escape(boundary) + rb"(--)?[ \t]*\r?$", re.MULTILINE)
        marks = []
        for mark in line.finditer(self._raw, leaf.start, leaf.end):
            marks.append(mark)
            if mark.group(1) or len(marks) > MAX_PARTS:
                break
        return marks

    def _allowed(self, pairs: list[tuple[int, int]], end: int) -> list[tuple[int, int]]:
        """As many as we take; the last one then reaches to the end, so that nothing is lost."""
        room = max(MAX_PARTS - self._seen, 1)
        self._seen += len(pairs)
        if len(pairs) <= room:
            return pairs
        self.problems.add(TOO_MANY)
        return [*pairs[: room - 1], (pairs[room - 1][0], end)]

    def _note_what_lies_around(self, leaf: Leaf, marks: list[re.Match[bytes]]) -> None:
        last = marks[-1]
        if not last.group(1):
            self.problems.add(TRUNCATED)
        elif self._raw[last.end() : leaf.end].strip():
            self.problems.add(TEXT_BEHIND)
        if marks[0].start() - leaf.start > _BOILERPLATE:
            self.problems.add(TEXT_BEHIND)

    def _as_text(self, leaf: Leaf) -> Iterator[Leaf]:
        """A multipart without parts is what it says between the lines: nothing, or a text."""
        if self._raw[leaf.start : leaf.end].strip():
            self.problems.add(NO_BOUNDARY)
            yield Leaf(leaf.fields, "text/plain", leaf.parameters, leaf.start, leaf.end, leaf.head, leaf.group)

    def _before_newline(self, start: int, end: int) -> int:
        """The line end before a boundary belongs to the boundary."""
        for newline in (b"\r\n", b"\n"):
            if end < len(self._raw) and self._raw.endswith(newline, start, end):
                return end - len(newline)
        return max(end, start)
