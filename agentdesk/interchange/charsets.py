"""Bytes of unknown or wrongly named charset to text; never fails, says when it had to guess."""

import codecs
import re

import charset_normalizer

GUESSED = "charset-guessed"
DAMAGED = "charset-damaged"

_ALIASES = {
    "ks_c_5601-1987": "cp949",
    "ks_c_5601-1989": "cp949",
    "ksc5601": "cp949",
    "euc-kr": "cp949",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "big5": "big5hkscs",
    "shift_jis": "cp932",
    "shift-jis": "cp932",
    "x-sjis": "cp932",
    "sjis": "cp932",
    "iso-8859-1": "cp1252",
    "latin1": "cp1252",
    "us-ascii": "ascii",
    "iso-2022-jp": "iso2022_jp_2",
    "x-mac-roman": "mac_roman",
    "unicode-1-1-utf-7": "utf-7",
    "utf8mb4": "utf-8",
}
# Only charsets of mail: other codecs of Python are no charsets, or need quadratic time (punycode, idna).
_CHARSETS = re.compile(
    r"(?:utf|iso|cp|koi8|mac|euc|gb|big5|shift|johab|hz|tis|ptcp|kz|ascii|latin|windows)[\w.:-]{0,40}\Z", re.ASCII
)
# Where one byte is one letter anything "decodes"; text that is valid UTF-8 beyond ASCII never is so by chance.
_ANYTHING_GOES = frozenset({"", "ascii", "cp1252"})
_LIKELY = (
    "utf_8",
    "cp1252",
    "cp1250",
    "cp1251",
    "cp1253",
    "cp1254",
    "cp1255",
    "cp1256",
    "koi8_r",
    "gb18030",
    "big5",
    "cp932",
    "euc_jp",
    "cp949",
    "iso8859_2",
    "utf_16",
)
_SAMPLE = 8 * 1024
_WINDOW = 1024 * 1024


def decoded(data: bytes, label: str = "") -> tuple[str, str]:
    """The text and a problem code, or an empty one when the text is as its sender wrote it."""
    codec = _codec(label)
    if codec in _ANYTHING_GOES and b"\x1b$" in data:
        codec = "iso2022_jp_2"
    if codec in _ANYTHING_GOES:
        return _any_byte(data, codec)
    text = _strictly(data, codec)
    if text is not None:
        return _storable(text), ""
    damaged = data.decode(codec, "replace")
    if damaged.count("\ufffd") * 50 <= len(damaged):
        return _storable(damaged), DAMAGED
    return _guess(data), GUESSED


def header_text(data: bytes, label: str = "") -> tuple[str, str]:
    """Raw bytes in a header: too short to guess from statistics."""
    for codec in ("utf-8", _codec(label), "cp1252"):
        text = _strictly(data, codec) if codec else None
        if text is not None:
            return _storable(text), "" if codec == "utf-8" else GUESSED
    return data.decode("latin-1"), GUESSED


def best_guess(sample: bytes) -> str:
    """A codec that reads the sample; Western European where nothing better is sure."""
    found = charset_normalizer.from_bytes(_telling(sample), cp_isolation=list(_LIKELY), language_threshold=0.1).best()
    return found.encoding if found else "cp1252"


def _any_byte(data: bytes, codec: str) -> tuple[str, str]:
    text = _strictly(data, "utf-8")
    if text is not None:
        return _storable(text), GUESSED if codec == "cp1252" and not text.isascii() else ""
    if codec == "cp1252":
        text = _strictly(data, codec)
        return (text, "") if text is not None else (data.decode("latin-1"), DAMAGED)
    return _guess(data), GUESSED


def _codec(label: str) -> str:
    """Python's name for the charset; '' for none, an unknown one, and what is no charset."""
    name = label.strip().strip("\"'").lower()
    name = _ALIASES.get(name, name)
    if not _CHARSETS.match(name):
        return ""
    try:
        codec = codecs.lookup(name).name
    except LookupError:
        return ""
    return "cp1252" if codec == "iso8859-1" else codec


def _strictly(data: bytes, codec: str) -> str | None:
    try:
        return data.decode(codec)
    except (UnicodeError, LookupError):
        return None


def _guess(data: bytes) -> str:
    return _storable(data.decode(best_guess(data[:_WINDOW]), "replace"))


def _telling(data: bytes) -> bytes:
    """The lines that are not ASCII: all a guess can be made from."""
    lines, size = [], 0
    for line in data.split(b"\n"):
        if not line.isascii():
            lines.append(line)
            size += len(line)
        if size > _SAMPLE:
            break
    return b"\n".join(lines)[: 2 * _SAMPLE]


def _storable(text: str) -> str:
    """Without a byte order mark and without halves of surrogate pairs."""
    return text.removeprefix("\ufeff").encode("utf-8", "replace").decode()
