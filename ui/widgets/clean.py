"""Foreign HTML cut down to what a message needs, so small and flat that laying it out cannot freeze the window."""

import html
import re
from collections.abc import Iterator
from html.parser import HTMLParser

import nh3

from ui.widgets.links import safe_link

LARGEST_BODY = 256 * 1024
DEEPEST = 32
DEEPEST_TABLE = 2
LONGEST_WORD = 2_000
PIECE = 200  # of a word that is too long: short pieces are laid out four times as fast
MOST_ELEMENTS = 3_000
MOST_LINES = 3_000
DEEPEST_SOURCE = 400
MOST_WORK = 100_000  # in ASCII letters: what is laid out in well under 200 ms
PICTURE_SCHEMES = ("cid:", "sha256:")
CUT_MARK = "[…]"

_TAGS = {
    "p", "br", "b", "strong", "i", "em", "u", "s", "del", "a", "ul", "ol", "li", "blockquote", "pre", "code", "table",
    "thead", "tbody", "tr", "th", "td", "h1", "h2", "h3", "h4", "hr", "div", "img", "sub", "sup", "dl", "dt", "dd",
}  # fmt: skip
_VOID = {"br", "hr", "img"}
_SELF_CLOSING = _VOID | {
    "p", "li", "td", "th", "tr", "dt", "dd", "tbody", "thead", "meta", "link", "input", "col", "option", "wbr",
}  # fmt: skip
_IN_TABLE = {"thead", "tbody", "tr", "th", "td"}
_ATTRIBUTES = {
    "a": {"href"},
    "img": {"src", "alt", "width", "height"},
    "td": {"colspan", "rowspan"},
    "th": {"colspan", "rowspan"},
    "ol": {"start"},
}
_LARGEST_NUMBER = {"colspan": 20, "rowspan": 20, "width": 2_000, "height": 2_000, "start": 100_000}
_UNSEEN = {"script", "style", "title", "head", "template", "noscript", "svg", "math", "object", "iframe", "select"}
_WORD = re.compile(r"[^\s\u200b]+")
_TAG = re.compile(r"<(?:!--.*?(?:-->|\Z)|[^<>]*>)", re.DOTALL)
_BREAK = re.compile(r"<(?:br|/p|/div|/tr|/li|/h\d)\b[^<>]*>", re.IGNORECASE)
_UNSEEN_EDGE = re.compile(r"<(/?)(script|style|head|title)\b[^<>]*>", re.IGNORECASE)
_NEST = re.compile(r"<(/?)([a-z]+\d?)", re.IGNORECASE)
# Scripts that are shaped letter by letter, and marks piled on letters: eight times the work of others.
_HEAVY = re.compile(
    "[\u0300-\u036f\u0483-\u0489\u0590-\u109f\u1780-\u17ff\u1ab0-\u1aff\u200d\u20d0-\u20ff\ufb1d-\ufeff]"
)
# Qt has no use for these signs and they can reverse, hide or end what stands around them.
_UNWANTED = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufdd0-\ufdef\ufffe\uffff\ud800-\udfff]"
)


def clean_html(text: str) -> str:
    """HTML from anybody as HTML of ours; a fixed point: cleaning it again changes nothing."""
    if len(text) > LARGEST_BODY:
        return plain_html(text_of(text))
    for _ in range(4):
        cleaned = _clean_once(text)
        if cleaned is None:
            break
        if cleaned == text:
            return cleaned
        text = cleaned
    return plain_html(text_of(text))


def plain_html(text: str) -> str:
    """Plain text as HTML, line by line; what would take seconds to lay out is cut off and marked."""
    text = _UNWANTED.sub("", text.replace("\r\n", "\n").replace("\r", "\n")).strip("\n")
    fitting = _fit(text)
    lines = fitting.split("\n")
    cut = len(text) > len(fitting) or len(lines) > MOST_LINES
    shown = "<br>".join(_escape(line.rstrip()) for line in lines[:MOST_LINES])
    return f"<p>{shown}<br>{CUT_MARK}</p>" if cut else f"<p>{shown}</p>"


def _fit(text: str) -> str:
    room = MOST_WORK - 4_000  # for the mark, so that cutting what was cut changes nothing
    text = text[:room]
    return text[: room * len(text) // work_of(text)] if work_of(text) > room else text


def work_of(text: str) -> int:
    """What laying it out costs, in ASCII letters."""
    text = text.replace("\u200b", "")
    plain = len(text) + 2 * (text.count("<") + text.count(">") + text.count("&"))  # these grow when they are escaped
    if text.isascii():
        return plain
    return plain + len(text.encode(errors="replace")) - len(text) + 6 * len(_HEAVY.findall(text))


def text_of(markup: str) -> str:
    """The words of HTML of any size, found in one pass without building a tree."""
    markup = " ".join(_seen_parts(markup[: 16 * LARGEST_BODY]))
    return html.unescape(_TAG.sub("", _BREAK.sub("\n", markup)))


def _seen_parts(markup: str) -> Iterator[str]:
    """Step by step from tag to tag: one expression for both ends would take minutes over ends that are missing."""
    hidden, begin = "", 0
    for edge in _UNSEEN_EDGE.finditer(markup):
        closing, tag = edge.group(1), edge.group(2).lower()
        if not hidden and not closing:
            yield markup[begin : edge.start()]
            hidden, begin = tag, edge.end()
        elif closing and tag == hidden:
            hidden, begin = "", edge.end()
    yield markup[begin:]


def split_long_words(text: str) -> str:
    return _WORD.sub(_split_word, text) if len(text) > LONGEST_WORD else text


def _split_word(found: re.Match[str]) -> str:
    word = found.group()
    if len(word) <= LONGEST_WORD:
        return word
    return "\u200b".join(word[first : first + PIECE] for first in range(0, len(word), PIECE))


def _clean_once(text: str) -> str | None:
    """None if it has more elements than can be laid out in time."""
    if text.count("<") > 4 * MOST_ELEMENTS or _depth(text) > DEEPEST_SOURCE or _is_too_long(text):
        return None
    kept = nh3.clean(
        _UNWANTED.sub("", text),
        tags=_TAGS,
        clean_content_tags=_UNSEEN,
        attributes=_ATTRIBUTES,
        attribute_filter=_attribute,
        url_schemes={"http", "https", "mailto", "cid", "sha256"},
        link_rel=None,
    )
    flat = _Flattener()
    flat.feed(kept)
    flat.close()
    return flat.result() if flat.elements <= MOST_ELEMENTS and flat.work <= MOST_WORK else None


def _is_too_long(text: str) -> bool:
    """Told before parsing, which costs more than the telling."""
    if len(text) <= MOST_WORK and text.isascii():
        return False
    words = text_of(text)
    return (
        len(words) > MOST_WORK or work_of(words) > MOST_WORK or ("<pre" in text and words.count("\n") > MOST_ELEMENTS)
    )


def _depth(text: str) -> int:
    """A guess before parsing: building a tree of 20,000 nested tags takes the parser itself seconds."""
    depth = deepest = 0
    for found in _NEST.finditer(text):
        if found.group(2).lower() not in _SELF_CLOSING:
            depth = max(0, depth - 1) if found.group(1) else depth + 1
            deepest = max(deepest, depth)
    return deepest


def _attribute(tag: str, name: str, value: str) -> str | None:
    if name == "href":
        return safe_link(value)
    if name == "src":
        return value if value.startswith(PICTURE_SCHEMES) else None
    if name in _LARGEST_NUMBER:
        return value if value.isascii() and value.isdigit() and int(value[:7]) <= _LARGEST_NUMBER[name] else None
    return value[:200]


def _escape(text: str) -> str:
    return html.escape(split_long_words(text), quote=False)


class _Flattener(HTMLParser):
    """Writes well-formed HTML again without the tags that lie too deep; their content stays."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.elements = self.work = 0
        self._out: list[str] = []
        self._open: list[tuple[str, bool]] = []  # tag, and whether it was written
        self._written = 0
        self._tables: list[bool] = []

    def result(self) -> str:
        return "".join(self._out)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements += 2 if tag in _IN_TABLE else 1
        if tag in _VOID:
            self._start(tag, attrs)
            return
        write = self._written < DEEPEST and self._table_allows(tag)
        self._open.append((tag, write))
        if tag == "table":
            self._tables.append(write)
        if write:
            self._written += 1
            self._start(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        if not self._open or self._open[-1][0] != tag:
            return
        _, written = self._open.pop()
        if tag == "table":
            self._tables.pop()
        if written:
            self._written -= 1
            self._out.append(f"</{tag}>")
        elif tag == "tr":
            self._out.append("<br>")

    def handle_data(self, data: str) -> None:
        self.work += work_of(data)
        if any(tag == "pre" for tag, _ in self._open):
            self.elements += data.count("\n")
        self._out.append(_escape(data))

    def _table_allows(self, tag: str) -> bool:
        if tag == "table":
            return len(self._tables) < DEEPEST_TABLE and all(self._tables) and self._written < DEEPEST - 4
        return tag not in _IN_TABLE or not self._tables or self._tables[-1]

    def _start(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        words = "".join(f' {name}="{html.escape(value or "")}"' for name, value in attrs)
        self._out.append(f"<{tag}{words}>")
