"""Full text: newest matching message first, one row a ticket, only what this person may read."""

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, ClassVar

from sqlalchemy import Select, Text, bindparam, func, select, text

from agentdesk.desk.queries.base import View
from agentdesk.desk.queries.rows import Hit, SearchResult, TicketRow
from agentdesk.desk.queries.tickets import TicketRows
from agentdesk.domain.values import Id
from agentdesk.records.visibility import Sight, readable, visible
from agentdesk.store import search
from agentdesk.store.schema import TABLES
from agentdesk.store.segment import match_expression

_M, _T = TABLES["message"], TABLES["ticket"]
NEWEST = 1_000
"""So many newest hits are read at a time, and put in the order of their messages' times."""
DEEPEST = 20_000
"""After so many hits that this person may not see, the search stops and says that there is more."""
_HITS = text("SELECT rowid FROM search WHERE search MATCH :match ORDER BY rowid DESC")
_SNIPPET = 160
Found = dict[int, tuple[int, int]]
"""Ticket number → when its newest matching message was written, and that message's number."""


@dataclass(frozen=True, slots=True)
class Search:
    """Words, "phrases", a last word as prefix from 3 letters, Chinese from one character."""

    query: str
    limit: int = 50
    topics: ClassVar[frozenset[str]] = frozenset({"message"})

    def run(self, view: View) -> SearchResult:
        match = match_expression(self.query)
        found: Found = {}
        more = bool(match) and _collect(view, match, self.limit, found)
        newest = dict(sorted(found.items(), key=lambda item: -item[1][0])[: self.limit])
        rows = TicketRows(tuple(newest)).run(view)
        bodies = _bodies(view, [message for _, message in newest.values()])
        hits = tuple(self._hit(rows[ticket], *bodies[message]) for ticket, (_, message) in newest.items())
        return SearchResult(query=self.query, hits=hits, more=more, unindexed=search.waiting(view.connection))

    def _hit(self, row: TicketRow, message: Id, body: str) -> Hit:
        return Hit(row=row, message=message, snippet=snippet(body, self.query))


def _collect(view: View, match: str, limit: int, found: Found) -> bool:
    """Reads hits in blocks until `limit` visible tickets are there; says whether it stopped before the end.

    The index is asked once and only gone through as far as needed: a prefix is merged anew each time it is asked.
    """
    with view.connection.execute(_HITS, {"match": match}) as stream:
        for _ in range(DEEPEST // NEWEST):
            hits = [row[0] for row in stream.fetchmany(NEWEST)]
            for ticket, message, at in _visible(view, hits):
                if ticket not in found or found[ticket][0] < at:
                    found[ticket] = (at, message)
            if len(hits) < NEWEST:
                return len(found) > limit
            if len(found) >= limit:
                return True
    return True


def _visible(view: View, hits: Sequence[int]) -> Sequence[Any]:
    return view.connection.execute(_of_hits(view.sight), {"hits": json.dumps(hits)}).all()


# Kept by what a person sees: building it takes longer than running it.
@lru_cache(maxsize=16)
def _of_hits(sight: Sight) -> Select[Any]:
    """`hits` are numbers of messages as a JSON list."""
    numbers = func.json_each(bindparam("hits", type_=Text)).table_valued("value")
    seen = visible(sight, _T, TABLES["participant"]), readable(sight, _M, _T)
    return (
        select(_T.c.n, _M.c.n, _M.c.at)
        .join(_T, _T.c.id == _M.c.ticket)
        .where(_M.c.n.in_(select(numbers.c.value)), *seen)
    )


def _bodies(view: View, messages: Sequence[int]) -> dict[int, tuple[Id, str]]:
    chosen = select(_M.c.n, _M.c.id, _M.c.body_text).where(_M.c.n.in_(messages))
    return {n: (id, body) for n, id, body in view.connection.execute(chosen)}


def snippet(body: str, query: str, length: int = _SNIPPET) -> str:
    """A piece of the text around the first word found, white space folded."""
    words = [re.escape(word) for word in re.findall(r"\w+", query)]
    flat = re.sub(r"\s+", " ", body[:20_000]).strip()
    hit = re.search("|".join(words), flat, re.IGNORECASE) if words else None
    start = max(0, (hit.start() if hit else 0) - length // 3)
    piece = flat[start : start + length]
    return ("…" if start else "") + piece + ("…" if start + length < len(flat) else "")
