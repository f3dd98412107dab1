"""Foreign HTML to plain text and back, first lines, snippets, and text that looks like a secret."""

import html
import re
from collections.abc import Iterator

# Why not html.parser: decide() derives body_text from body_html on the desk and on the server, so both must
# answer the same. html.parser changed its reading of broken comments, scripts and quotes between patch releases
# of 3.11, and the earlier ones need quadratic time for them. This scanner only ever moves forward.

_SILENT = frozenset({"script", "style", "title", "template", "noembed", "noframes", "iframe", "xmp"})
_IN_HEAD = frozenset({"meta", "link", "base", "basefont", "bgsound", "noscript", "head", "html"}) | _SILENT
_PARAGRAPH = frozenset({"p", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre", "ul", "ol", "dl", "table", "hr"})
_BLOCK = _PARAGRAPH | frozenset(
    {
        "address",
        "article",
        "aside",
        "body",
        "caption",
        "center",
        "dd",
        "details",
        "dir",
        "div",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "header",
        "legend",
        "li",
        "main",
        "menu",
        "nav",
        "option",
        "section",
        "summary",
        "tbody",
        "tfoot",
        "thead",
        "tr",
    }
)
_CELL = frozenset({"td", "th"})

_TAG_NAME = re.compile(r"[A-Za-z][^\s/>]{0,63}")
_QUOTE_OR_END = re.compile(r"[\"'>]")
_ENDLESS_NUMBER = re.compile(r"&#(?:[0-9]{8,}|[xX][0-9a-fA-F]{7,});?")
_SURROGATE = re.compile("[\ud800-\udfff]")
_NOT_TEXT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\xad\u200b\ufeff]")
_WORDS = re.compile(r"[^\s]+")


def html_to_text(source: str) -> str:
    """What a reader of the page would copy: no scripts, no head, blocks on lines of their own."""
    page = _Page()
    for kind, value in _tokens(source):
        if kind == "text":
            page.text(value)
        elif kind == "open":
            page.opened(value)
        else:
            page.closed(value)
    return page.finish()


def text_to_html(text: str) -> str:
    """Paragraphs for blank lines, breaks for single ones, nothing else."""
    paragraphs = re.split(r"\n[ \t]*(?:\n[ \t]*)+", _one_newline(text).strip("\n"))
    return "".join(f"<p>{_escaped_lines(part)}</p>" for part in paragraphs if part.strip())


def first_line(text: str, limit: int = 200) -> str:
    """The first line that says something, as a subject."""
    for line in re.finditer(r"[^\r\n]+", text):
        words = squash(line.group()[: limit * 20], limit)
        if words:
            return words
    return ""


def squash(text: str, limit: int | None = None) -> str:
    """One line: every run of white space is one space; cut with an ellipsis when longer than the limit."""
    line = " ".join(_clean(text).split())
    if limit is None or len(line) <= limit:
        return line
    return line[: limit - 1].rstrip() + "…"


def looks_secret(text: str) -> tuple[str, ...]:
    """Codes for what should perhaps not be sent: password, private-key, card-number, access-key."""
    found = [code for code, pattern in _SECRETS if pattern.search(text)]
    if any(_luhn(re.sub(r"[ -]", "", run.group())) for run in _CARD.finditer(text)):
        found.append("card-number")
    return tuple(sorted(found))


# ------------------------------------------------------------------------------------------- reading HTML


def _tokens(source: str) -> Iterator[tuple[str, str]]:
    """(text | open | close, value) from left to right; every search that fails once is not tried again."""
    search = _Forward(source)
    at = 0
    while at < len(source):
        start = search.find("<", at)
        if start < 0:
            start = len(source)
        if start > at:
            yield "text", source[at:start]
        if start == len(source):
            return
        kind, value, at = _markup(search, start)
        if kind:
            yield kind, value
        if kind == "open" and value in _SILENT:
            at = search.behind_closing(value, at)


def _markup(search: "_Forward", start: int) -> tuple[str, str, int]:
    """The token at a '<': its kind ('' for comments), its value and where the text goes on."""
    source = search.source
    if source.startswith("<!--", start):
        return "", "", _behind(search.find("-->", start + 4), 3, len(source))
    if source.startswith(("<!", "<?"), start):
        return "", "", _behind(search.find(">", start + 2), 1, len(source))
    closing = source.startswith("/", start + 1)
    name = _TAG_NAME.match(source, start + 1 + closing)
    if name is None:
        return "text", "<", start + 1
    end = search.tag_end(name.end())
    if end < 0:
        return "text", "<", start + 1
    return "close" if closing else "open", name.group().lower(), end


def _behind(found: int, length: int, end: int) -> int:
    return end if found < 0 else found + length


class _Forward:
    """Searches that remember their failure: what is not behind here is not behind any later place."""

    def __init__(self, source: str) -> None:
        self.source = source
        self._gone: set[str] = set()
        self._trust_quotes = True

    def find(self, what: str, at: int) -> int:
        if what in self._gone:
            return -1
        found = self.source.find(what, at)
        if found < 0:
            self._gone.add(what)
        return found

    def tag_end(self, at: int) -> int:
        """Just behind the '>' that ends a tag, or -1; a '>' in a quoted value does not count."""
        if self._trust_quotes:
            end = self._quoted_end(at)
            if end >= 0:
                return end
            self._trust_quotes = False
        found = self.find(">", at)
        return found + 1 if found >= 0 else -1

    def _quoted_end(self, at: int) -> int:
        while mark := _QUOTE_OR_END.search(self.source, at):
            if mark.group() == ">":
                return mark.end()
            if not self._after_equals(mark.start()):
                at = mark.end()
                continue
            closing = self.find(mark.group(), mark.end())
            if closing < 0:
                return -1
            at = closing + 1
        return -1

    def _after_equals(self, at: int) -> bool:
        """A quote opens a value only behind '='; a stray one is a letter."""
        back = at - 1
        while back >= 0 and at - back < 32 and self.source[back].isspace():
            back -= 1
        return back >= 0 and self.source[back] == "="

    def behind_closing(self, name: str, at: int) -> int:
        """Behind </name>; at the end for code without one, right here for a title without one."""
        mark = f"</{name}"
        if mark not in self._gone:
            found = re.compile(rf"</{name}(?![A-Za-z0-9])", re.IGNORECASE).search(self.source, at)
            if found:
                return _behind(self.find(">", found.end()), 1, len(self.source))
            self._gone.add(mark)
        return at if name in {"title", "template", "iframe"} else len(self.source)


class _Page:
    """Collects lines; white space is folded except in <pre>."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._breaks = 2  # line ends that the text so far has; no blank lines at the start
        self._space = False
        self._pre = 0
        self._in_head = False

    def text(self, raw: str) -> None:
        if self._in_head:
            return
        text = _clean(html.unescape(_ENDLESS_NUMBER.sub("\ufffd", raw)))
        if self._pre:
            self._preformatted(text)
            return
        if text[:1].isspace():
            self._space = True
        for word in _WORDS.finditer(text):
            self._word(word.group())
            self._space = True
        if text and not text[-1].isspace():
            self._space = False

    def opened(self, name: str) -> None:
        self._in_head = name == "head" or (self._in_head and name in _IN_HEAD)
        if name == "br":
            self._break(min(self._breaks + 1, 2))
        elif name in _BLOCK:
            self._break(2 if name in _PARAGRAPH else 1)
        elif name in _CELL:
            self._space = True
        if name == "li" and not self._bullet():
            self._parts.append("- ")
            self._breaks = 0
            self._space = False
        self._pre += name == "pre"

    def closed(self, name: str) -> None:
        if name == "head":
            self._in_head = False
        if name in _BLOCK:
            self._break(2 if name in _PARAGRAPH else 1)
        elif name in _CELL:
            self._space = True
        if name == "pre" and self._pre:
            self._pre -= 1

    def finish(self) -> str:
        lines = [line.rstrip() for line in "".join(self._parts).split("\n")]
        return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()

    def _word(self, word: str) -> None:
        if self._space and not self._breaks and not self._bullet():
            self._parts.append(" ")
        self._parts.append(word)
        self._breaks = 0
        self._space = False

    def _bullet(self) -> bool:
        return bool(self._parts) and self._parts[-1] == "- "

    def _break(self, count: int) -> None:
        self._space = False
        if self._bullet():
            return
        if count > self._breaks:
            self._parts.append("\n" * (count - self._breaks))
            self._breaks = count

    def _preformatted(self, text: str) -> None:
        if text.strip():
            self._parts.append(_one_newline(text))
            self._breaks = len(text) - len(text.rstrip("\n"))


# ------------------------------------------------------------------------------------------------ helpers


def _clean(text: str) -> str:
    """Without control characters and invisible padding, and with nothing that UTF-8 cannot say."""
    return _NOT_TEXT.sub("", _SURROGATE.sub("\ufffd", text))


def _one_newline(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _escaped_lines(text: str) -> str:
    return "<br>".join(html.escape(_clean(line).rstrip(), quote=True) for line in text.split("\n"))


# ------------------------------------------------------------------------------------------------ secrets

_WORD_FOR_IT = r"(?:password|passwd|passwort|kennwort|pwd|passphrase|密码|口令)"
_MASK = r"(?![*•●x.…_<\[-]+(?:\s|$))"
_SECRETS = (
    (
        "password",
        re.compile(rf"{_WORD_FOR_IT}\s{{0,3}}(?:is|ist|为|是)?\s{{0,3}}[:=：＝]\s{{0,3}}{_MASK}\S{{3}}", re.I),
    ),
    ("private-key", re.compile(r"-----BEGIN (?:[A-Z0-9]{1,16} ){0,3}PRIVATE KEY(?: BLOCK)?-----")),
    (
        "access-key",
        re.compile(
            r"\b(?:AKIA|ASIA)[0-9A-Z]{16}\b|\bLTAI[0-9A-Za-z]{12,26}\b|\bAIza[0-9A-Za-z_-]{35}"
            r"|\bgh[pousr]_[0-9A-Za-z]{36}|\bgithub_pat_[0-9A-Za-z_]{22}|\bxox[abeprs]-[0-9A-Za-z-]{10}"
            r"|\bsk_live_[0-9A-Za-z]{16}|\bglpat-[0-9A-Za-z_-]{20}"
            r"|(?i:\b(?:secret|access)[ _-]?(?:access[ _-]?)?key(?:[ _-]?id)?\s{0,3}[:=：]\s{0,3}"
            r"[\"']?[0-9A-Za-z/+_-]{12})"
            r"|(?i:\bapi[ _-]?key\s{0,3}[:=：]\s{0,3}[\"']?[0-9A-Za-z_-]{12})"
        ),
    ),
)
_CARD = re.compile(
    r"(?<![0-9A-Za-z-])"
    r"(?:[2-6][0-9]{3}([ -])[0-9]{4}\1[0-9]{4}\1[0-9]{1,7}|3[0-9]{3}[ -][0-9]{6}[ -][0-9]{5}|[2-6][0-9]{12,18})"
    r"(?![0-9A-Za-z])"
)


def _luhn(digits: str) -> bool:
    if len(set(digits)) == 1:
        return False
    doubled = (sum(divmod(int(digit) * 2, 10)) for digit in digits[-2::-2])
    return (sum(int(digit) for digit in digits[-1::-2]) + sum(doubled)) % 10 == 0
