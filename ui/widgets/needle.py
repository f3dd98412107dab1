"""What is looked for in a text: letters as they were typed, or the words of a search wherever each of them stands."""

import re

from PySide6.QtCore import QRegularExpression

Needle = str | QRegularExpression
_EAST_ASIAN = "\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\U00020000-\U0003134f"
_PIECE = re.compile(f'"([^"]*)"|([{_EAST_ASIAN}]+)|([^\\s"{_EAST_ASIAN}]+)')
_LETTERS = re.compile(r"\w+")
PREFIX_FROM = 3
"""Letters from which the search takes its last word for the beginning of one."""


def needle_of(query: str) -> Needle:
    """Each piece as the search finds it: phrases, Chinese anywhere, whole words, and what the last word begins."""
    pieces = list(_PIECE.finditer(query))
    patterns = [_pattern(m, last=m is pieces[-1] and not query.endswith(" ")) for m in pieces]
    wanted = "|".join(pattern for pattern in patterns if pattern)
    if not wanted:
        return ""
    options = QRegularExpression.PatternOption
    return QRegularExpression(wanted, options.UseUnicodePropertiesOption | options.CaseInsensitiveOption)


def _pattern(piece: re.Match[str], *, last: bool) -> str:
    phrase, east_asian, words = piece.groups()
    if east_asian is not None:
        return _escaped(east_asian)
    letters = _LETTERS.findall(phrase if phrase is not None else words)
    if not letters:
        return ""
    begins = phrase is None and last and len(letters[-1]) >= PREFIX_FROM
    return r"(?<!\w)" + r"\W+".join(map(_escaped, letters)) + ("" if begins else r"(?!\w)")


def _escaped(text: str) -> str:
    return str(QRegularExpression.escape(text))
