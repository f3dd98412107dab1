"""First page of a queue, and a page at a random row, against the same SQL by sqlite3 itself.

python3 tests/bench/queue_page.py [--tickets N --messages M] [--desk DIR]
"""

from collections.abc import Callable
from dataclasses import dataclass
from random import Random
from typing import ClassVar

from harness import Times, at, desk_directory, in_turns, options, plans, ratio, raw_connection, recorded, replay, report

from agentdesk.desk import Desk, open_desk
from agentdesk.desk.queries.base import View
from agentdesk.desk.queries.tickets import Listing, TicketIds, TicketRows
from agentdesk.desk.worker import Inline

PLACES = (
    ("", "support.all", ""), ("", "support.queue", ""), ("h01", "support.pending", ""), ("h01", "support.resolved", ""),
    ("h01", "support.pending", "oldest"), ("h01", "support.pending", "activity"), ("h01", "support.queue", ""),
    ("h01", "support.queue", "urgency"), ("h01", "support.all", ""), ("h01", "support.all", "urgency"),
    ("h01", "support.all", "waiting"), ("h01", "support.all", "newest"), ("h25", "support.all", ""),
    ("h25", "support.queue", ""), ("r00000", "support.mine", ""), ("r00000", "support.org", ""),
)  # fmt: skip
"""Who looks, at which queue, in which order. h01 handles a tenth of all tickets."""
_ONE_QUERY = (
    "SELECT t.*, r.name, r.user_name, h.name, h.user_name, y.name, s.name, d.name FROM ticket t"
    " LEFT JOIN person r ON r.id = t.requester LEFT JOIN person h ON h.id = t.handler"
    " LEFT JOIN ticket_type y ON y.id = t.type LEFT JOIN service s ON s.id = t.service"
    " LEFT JOIN domain d ON d.id = t.domain "
)


@dataclass(frozen=True)
class First:
    """What a list asks first."""

    ids: TicketIds
    topics: ClassVar[frozenset[str]] = frozenset({"ticket"})

    def run(self, view: View) -> Listing:
        return self.ids.first(view)


def first_page(desk: Desk, queue: str, sort: str) -> int:
    listing = desk.look(First(TicketIds(queue, sort=sort)))
    return len(desk.look(TicketRows(tuple(listing.ids))))


def measure(desk: Desk, queue: str, sort: str, rounds: int) -> dict[str, object]:
    raw = raw_connection(desk.directory)
    with recorded() as sent:
        rows = first_page(desk, queue, sort)
    ns = tuple(desk.look(First(TicketIds(queue, sort=sort))).ids)
    one = f"{_ONE_QUERY} WHERE t.n IN ({','.join(map(str, ns)) or '0'})"
    ours, same, single = in_turns(
        rounds, lambda: first_page(desk, queue, sort), lambda: replay(raw, sent), lambda: raw.execute(one).fetchall()
    )
    grows = plans(raw, sent)
    raw.close()
    return {"rows": rows, "statements": len(sent), **ours.figures(), **ratio(ours, same),
            "ratio_one_query": ratio(ours, single)["ratio"], "grows": grows}  # fmt: skip


def random_pages(desk: Desk, rounds: int) -> dict[str, object]:
    """128 rows anywhere in the list of all, by their numbers; raw by IN, and raw by LIMIT and OFFSET."""
    ids, random = desk.look(TicketIds("support.all")).ids, Random(1)
    raw = raw_connection(desk.directory)
    starts = [random.randrange(max(1, len(ids) - 128)) for _ in range(rounds)]
    ours, by_in, by_offset = Times(), Times(), Times()
    for start in starts:
        ns = tuple(ids[start : start + 128])
        one = f"{_ONE_QUERY} WHERE t.n IN ({','.join(map(str, ns))})"
        offset = f"{_ONE_QUERY} ORDER BY t.last_activity DESC LIMIT 128 OFFSET {start}"
        works: list[tuple[Times, Callable[[], object]]] = [
            (ours, lambda ns=ns: desk.look(TicketRows(ns))),
            (by_in, lambda one=one: raw.execute(one).fetchall()),
            (by_offset, lambda offset=offset: raw.execute(offset).fetchall()),
        ]  # fmt: skip
        random.shuffle(works)  # whoever comes first finds the pages cold
        for taken, work in works:
            taken.take(work)
    raw.close()
    return {**ours.figures(), **ratio(ours, by_in), "raw_p50_ms": at(by_in.wall, 0.5),
            "ratio_offset": round(at(ours.wall, 0.5) / at(by_offset.wall, 0.5), 3)}  # fmt: skip


def main() -> None:
    given = options(__doc__)
    directory, rounds, found = desk_directory(given), given.rounds or 40, {}
    for person in dict.fromkeys(place[0] for place in PLACES):
        desk = open_desk(directory, person or None, worker=Inline, write=False)
        for _, queue, sort in (place for place in PLACES if place[0] == person):
            found[f"{person or 'admin'} {queue} {sort}".strip()] = measure(desk, queue, sort, rounds)
        if not person:
            found["random page"] = random_pages(desk, rounds)
        desk.close()
    report("queue_page", goal="<= 1.5 of raw, random page <= 0.05 of OFFSET", **found)


if __name__ == "__main__":
    main()
