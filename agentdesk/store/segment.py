"""Cuts text for the search index: Chinese, Japanese and Korean runs become overlapping pairs.

"退款申请" is indexed as 退款 款申 申请 请, so that two characters are one token and n characters a phrase.
The cutter has a version, because taking a document out of a contentless index needs the very same cut.
"""

import re
from operator import add

VERSION = 1
_CJK = (
    "\u2e80-\u2fdf\u3005-\u3007\u3021-\u3029\u3038-\u303b\u3041-\u3096\u309d-\u309f\u30a1-\u30fa\u30fc-\u30ff"
    "\u3105-\u312f\u3131-\u318e\u31a0-\u31bf\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\uf900-\ufaff"
    "\U00020000-\U0003134f"
)
_RUN = re.compile(f"[{_CJK}]+")
_PIECE = re.compile(f'"([^"]*)"|([{_CJK}]+)|([^\\s"{_CJK}]+)')
_WORD = re.compile(r"\w+")
PREFIX_FROM = 3
"""A shorter prefix would read a tenth of the index (speed.md, Pitfalls)."""


def cut(text: str) -> str:
    """The text as it is indexed."""
    if text.isascii() or not _RUN.search(text):
        return text
    return _RUN.sub(lambda m: f" {_pairs(m[0])} ", text)


def match_expression(query: str) -> str:
    """What FTS5 is asked: all words, quoted phrases, the last word also as a prefix. Empty if nothing is left."""
    pieces = list(_PIECE.finditer(query))
    terms = [_term(m, last=m is pieces[-1] and not query.endswith(" ")) for m in pieces]
    return " ".join(term for term in terms if term)


def _term(piece: re.Match[str], *, last: bool) -> str:
    phrase, cjk, words = piece.groups()
    if phrase is not None:
        return _quoted(_WORD.findall(cut_query(phrase)))
    if cjk is not None:
        return f'"{cjk}"*' if len(cjk) == 1 else _quoted(cut_query(cjk).split())
    tokens = _WORD.findall(words)
    if not tokens:
        return ""
    return _quoted(tokens) + ("*" if last and len(tokens[-1]) >= PREFIX_FROM else "")


def cut_query(text: str) -> str:
    """Pairs only: in a query the last single character would ask for the end of a run."""
    return _RUN.sub(lambda m: f" {_pairs(m[0]) if len(m[0]) == 1 else _pairs(m[0])[:-2]} ", text)


def _quoted(tokens: list[str]) -> str:
    return '"' + " ".join(tokens) + '"' if tokens else ""


def _pairs(run: str) -> str:
    return " ".join([*map(add, run, run[1:]), run[-1]])
