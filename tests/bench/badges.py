"""All badges of the navigation against one read of the counters and against GROUP BY over all tickets.

python3 tests/bench/badges.py [--tickets N --messages M] [--desk DIR]
"""

from functools import partial
from sqlite3 import Connection

from harness import at, desk_directory, in_turns, options, plans, ratio, raw_connection, recorded, report

from agentdesk.desk import open_desk
from agentdesk.desk.queries.counts import Counts
from agentdesk.desk.worker import Inline

_READ = "SELECT key, count FROM counter WHERE key IN ({})"
_GROUPED = "SELECT source, kind, handler, count(*) FROM ticket GROUP BY source, kind, handler"


def _read(raw: Connection, sql: str, keys: list[str]) -> list[tuple[str, int]]:
    return raw.execute(sql, keys).fetchall()


def main() -> None:
    given = options(__doc__)
    directory, found = desk_directory(given), {}
    raw = raw_connection(directory)
    for person in ("", "h01", "h25", "r00000"):
        desk = open_desk(directory, person or None, worker=Inline, write=False)
        desk.look(Counts())
        with recorded() as sent:
            counts = desk.look(Counts())
        keys = [key for sql, given_keys in sent if "counter" in sql for key in given_keys]
        read = _READ.format(",".join("?" * len(keys)))
        ours, counters = in_turns(
            given.rounds or 200, lambda desk=desk: desk.look(Counts()), partial(_read, raw, read, keys)
        )
        found[person or "admin"] = {"badges": len(counts), **ours.figures(), **ratio(ours, counters),
                                    "counter_read_ms": at(counters.wall, 0.5), "grows": plans(raw, sent)}  # fmt: skip
        desk.close()
    (grouped,) = in_turns(3, lambda: raw.execute(_GROUPED).fetchall(), warm=1)
    report("badges", goal="<= 1 ms or <= 3 of a counter read", **found, group_by_ms=at(grouped.wall, 0.5))


if __name__ == "__main__":
    main()
