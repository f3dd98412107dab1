"""Seals the operation log into a hash chain, behind the gap-free feed and never in a person's transaction (S33)."""

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Engine, Row, bindparam, func, insert, select, tuple_
from sqlalchemy.exc import IntegrityError

from agentdesk.domain.entities import KINDS
from agentdesk.domain.roots import Root
from agentdesk.domain.values import Id
from agentdesk.records.rows import plain
from agentdesk.server.cursor import Place
from agentdesk.server.database import reading, writing
from agentdesk.server.feed import OrderedFeed, Step, feed_of
from agentdesk.server.schema import SEAL, TABLES

_S, _LOG = SEAL.c, TABLES["operation_log"]
AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Verdict:
    sealed: int
    """Links of the chain."""
    broken_at: int | None
    """The first link that does not fit, None when all fit."""
    head: str
    """Of the chain; kept elsewhere it shows later whether the end was cut off."""
    unsealed: int = 0
    """Entries that no link covers."""
    kept: bool = True
    """Whether the head that was kept is in it; if not, its end was cut off or all was made anew."""


def seal_some(engine: Engine) -> int:
    """Adds links for what came to the feed. Of two replicas that do it at once one comes too late, and that is well."""
    try:
        with writing(engine) as connection:
            last, place, chain = _head(connection)
            steps = feed_of(connection).news(connection, place, AT_ONCE)
            if steps:
                connection.execute(insert(SEAL), _links(connection, steps, last, chain))
            return len(steps)
    except IntegrityError:
        return 0


def seal_to_the_end(connection: Connection, epoch: str) -> None:
    """All that is left, final or not, and a link that stands for the new epoch: the feed begins anew behind it."""
    while True:
        last, place, chain = _head(connection)
        steps = OrderedFeed().news(connection, place, AT_ONCE)  # which waits for no horizon
        if not steps:
            break
        connection.execute(insert(SEAL), _links(connection, steps, last, chain))
    mark = Root("epoch", epoch)
    link = {"n": last + 1, "xid": 0, "feed": 0, "root_kind": mark.kind, "root": mark.id, "rev": 0}
    connection.execute(insert(SEAL), {**link, "hash": _link(chain, mark, 0, ())})


def verify(engine: Engine, kept: str = "") -> Verdict:
    """Goes along the whole chain and makes every link anew. `kept`: the head of an earlier time."""
    with reading(engine) as connection:
        chain, count, covered, met = "", 0, 0, not kept
        for row, entries in _all(connection):
            chain = _link(chain, Root(row.root_kind, row.root), row.rev, entries)
            if chain != row.hash or row.n != count + 1:
                return Verdict(count, row.n, chain)
            count, covered, met = row.n, covered + len(entries), met or chain == kept
        total = connection.scalar(select(func.count()).select_from(_LOG)) or 0
        return Verdict(count, None, chain, total - covered, met)


def _all(connection: Connection) -> Iterator[tuple[Row[Any], Sequence[Row[Any]]]]:
    """All links with their entries; piece by piece, for whoever stops early leaves no cursor open."""
    last = 0
    while rows := connection.execute(select(SEAL).where(_S.n > last).order_by(_S.n).limit(AT_ONCE)).all():
        entries = _entries(connection, [(row.root_kind, row.root, row.rev) for row in rows])
        yield from ((row, entries.get((row.root_kind, row.root, row.rev), ())) for row in rows)
        last = rows[-1].n


def _head(connection: Connection) -> tuple[int, Place, str]:
    row = connection.execute(select(SEAL).order_by(_S.n.desc()).limit(1)).first()
    return (0, Place(0, 0), "") if row is None else (row.n, Place(row.xid, row.feed), row.hash)


def _links(connection: Connection, steps: Sequence[Step], last: int, chain: str) -> list[dict[str, Any]]:
    links, entries = [], _entries(connection, [(*step.root, step.rev) for step in steps])
    for n, step in enumerate(steps, last + 1):
        chain = _link(chain, step.root, step.rev, entries.get((*step.root, step.rev), ()))
        root = {"root_kind": step.root.kind, "root": step.root.id, "rev": step.rev}
        links.append({"n": n, "xid": step.place.xid, "feed": step.place.id, **root, "hash": chain})
    return links


_Change = tuple[str, Id, int]
"""Kind and id of a root, and its rev after it."""


def _entries(connection: Connection, changes: Sequence[_Change]) -> Mapping[_Change, Sequence[Row[Any]]]:
    """What the log says of each of them, by one question for all."""
    found: dict[_Change, list[Row[Any]]] = {}
    for row in connection.execute(_ENTRIES, {"changes": list(changes)}):
        found.setdefault((row.root_kind, row.root, row.rev), []).append(row)
    return found


_ENTRIES = (
    select(_LOG)
    .where(tuple_(_LOG.c.root_kind, _LOG.c.root, _LOG.c.rev).in_(bindparam("changes", expanding=True)))
    .order_by(_LOG.c.id)
)


def _link(chain: str, root: Root, rev: int, entries: Sequence[Row[Any]]) -> str:
    told = [plain(KINDS["operation_log"](**row._mapping)) for row in entries]
    text = json.dumps([*root, rev, told], sort_keys=True, ensure_ascii=False, default=list)
    return hashlib.sha256(f"{chain}\n{text}".encode()).hexdigest()
