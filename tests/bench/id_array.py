"""The ids of a whole list in order, against a scan by SQLite alone that hands one number over.

python3 tests/bench/id_array.py [--tickets N --messages M] [--desk DIR]
"""

from array import array
from itertools import chain

from harness import at, desk_directory, in_turns, options, ratio, raw_connection, report

from agentdesk.desk import open_desk
from agentdesk.desk.queries.tickets import TicketIds
from agentdesk.desk.worker import Inline

_SCAN = "SELECT sum(n), sum(key) FROM (SELECT n, -last_activity AS key FROM ticket ORDER BY last_activity DESC)"
_PAIRS = "SELECT n, -last_activity FROM ticket ORDER BY last_activity DESC"
PLACES = (("", "support.all", ""), ("h01", "support.all", "urgency"), ("h01", "support.queue", ""))


def main() -> None:
    given = options(__doc__)
    directory, found = desk_directory(given), {}
    raw = raw_connection(directory)
    for person, queue, sort in PLACES:
        desk = open_desk(directory, person or None, worker=Inline, write=False)
        ids = TicketIds(queue, sort=sort)
        ours, scan, pairs = in_turns(
            given.rounds or 5,
            lambda desk=desk, ids=ids: desk.look(ids),
            lambda: raw.execute(_SCAN).fetchone(),
            lambda: array("q", chain.from_iterable(raw.execute(_PAIRS))),
            warm=1,
        )
        found[f"{person or 'admin'} {queue} {sort}".strip()] = {
            "rows": len(desk.look(ids).ids), **ours.figures(), **ratio(ours, scan), "scan_ms": at(scan.wall, 0.5),
            "ratio_python_rows": ratio(ours, pairs)["ratio"],
        }  # fmt: skip
        desk.close()
    report("id_array", goal="<= 2.2 of the scan", **found)


if __name__ == "__main__":
    main()
