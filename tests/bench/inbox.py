"""Opening an inbox of many requests against the same SQL by sqlite3, and a decision from the key to the painted list.

python3 tests/bench/inbox.py [--requests N] [--rounds N]
"""

import argparse
import shutil
import tempfile
from pathlib import Path
from typing import ClassVar, Generic, TypeVar

from asking import APPLICANT, DOMAIN_ADMIN, FINANCE, made
from deciding import Decider
from harness import Times, in_turns, plans, ratio, raw_connection, recorded, replay, report

from agentdesk.clock import SystemClock
from agentdesk.desk import Desk, open_desk
from agentdesk.desk.housekeeping import due_commands
from agentdesk.desk.queries.base import Query, View
from agentdesk.desk.queries.requests import RequestIds, RequestOf, RequestRows
from agentdesk.desk.worker import Inline
from agentdesk.store.database import Database

T = TypeVar("T")
PAGE = 50
_COLD = 3
PLACES = (
    (DOMAIN_ADMIN, "approvals.pending"), (DOMAIN_ADMIN, "approvals.resolved"), (FINANCE, "approvals.pending"),
    (FINANCE, "approvals.involved"), (APPLICANT, "approvals.mine"), ("", "approvals.all"),
)  # fmt: skip


class Anew(Generic[T]):
    """A question to a reader that knows nothing yet, as after every change of its file."""

    topics: ClassVar[frozenset[str]] = frozenset()

    def __init__(self, query: Query[T]) -> None:
        self._query = query

    def run(self, view: View) -> T:
        view.connection.info.pop("facts", None)
        return self._query.run(view)


def opened(desk: Desk, inbox: str) -> int:
    """The list, its first page, and the request that is shown first, by a reader that knows nothing yet."""
    ids = desk.look(Anew(RequestIds(inbox)))
    desk.look(RequestRows(ids[:PAGE]))
    if ids:
        desk.look(RequestOf(ids[0]))
    return len(ids)


def measure(desk: Desk, inbox: str, rounds: int) -> dict[str, object]:
    raw = raw_connection(desk.directory)
    with recorded() as sent:
        rows = opened(desk, inbox)
    ours, same = in_turns(rounds, lambda: opened(desk, inbox), lambda: replay(raw, sent))
    grows = sorted({step for step in plans(raw, sent) if step.startswith("SCAN request")})
    raw.close()
    return {"rows": rows, "statements": len(sent), **ours.figures(), **ratio(ours, same), "grows": grows}


def due_round(directory: Path, rounds: int) -> dict[str, object]:
    """What a look at all open requests costs the lane of jobs, where nothing is due."""
    database, taken, now = Database(directory, write=False), Times(), SystemClock().now()
    with recorded() as sent, database.reader.connect() as connection:
        found = len(due_commands(connection, now))
        statements = len(sent)
        for _ in range(rounds):
            taken.take(lambda: due_commands(connection, now))
    database.close()
    return {"due": found, "statements": statements, **taken.figures()}


def decisions(directory: Path, rounds: int) -> dict[str, object]:
    """From the key that passes a request to the list without it, painted."""
    decider, cold, taken = Decider(directory, DOMAIN_ADMIN), Times(), Times()
    for turn in range(rounds + _COLD):
        decider.decide(taken if turn >= _COLD else cold)
    decider.close()
    return dict(taken.figures())


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--requests", type=int, default=100_000)
    parser.add_argument("--desk", type=Path)
    parser.add_argument("--rounds", type=int, default=20)
    given = parser.parse_args()
    place = given.desk or Path(tempfile.gettempdir()) / f"agentdesk-bench-inbox-{given.requests}"
    directory, found = made(place, given.requests), {}
    for person, inbox in PLACES:
        desk = open_desk(directory, person or None, worker=Inline, write=False)
        found[f"{person or 'admin'} {inbox}"] = measure(desk, inbox, given.rounds)
        desk.close()
    with tempfile.TemporaryDirectory() as copies:
        copy = shutil.copytree(directory, Path(copies) / "desk")
        found["due round"] = due_round(copy, max(1, given.rounds // 5))
        found["decision"] = decisions(copy, given.rounds)
    report("inbox", goal="open <= 1.5 of raw; a decision p95 <= 50 ms of CPU", requests=given.requests, **found)


if __name__ == "__main__":
    main()
