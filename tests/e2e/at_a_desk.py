"""A process with one desk that speaks to a server; it does what its standard input says, line by line."""

import json
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

from agentdesk.codec import read_command
from agentdesk.desk import Desk, open_desk
from agentdesk.desk.connecting import Joining, join
from agentdesk.desk.online import Online
from agentdesk.desk.queries.link import LinkOf
from agentdesk.desk.queries.outbox import Outbox
from agentdesk.desk.queries.thread import Thread
from agentdesk.sync.network import DIRECT
from agentdesk.sync.vault import Vault

LONGEST = 90
"""Seconds for anything to happen; then the test fails."""


def say(words: object) -> None:
    sys.stdout.write(json.dumps(words) + "\n")
    sys.stdout.flush()


class AtWork:
    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._news = threading.Condition()
        self._watches: list[object] = []

    def look(self, ticket: str) -> dict[str, Any]:
        """The texts people wrote, those the server confirmed, and how many entries wait."""
        page = self._desk.look(Thread(ticket))
        written = [one for one in page.messages if one.body_text] if page else []
        return {
            "texts": [one.body_text for one in written],
            "confirmed": [one.body_text for one in written if one.state == "confirmed"],
            "waiting": len(self._desk.look(Outbox())),
        }

    def follow(self, ticket: str) -> None:
        self._watches += [self._desk.watch(query, self._note) for query in (Thread(ticket), Outbox())]

    def wait(self, ticket: str, confirmed: int) -> dict[str, Any]:
        """Until so many texts are confirmed and nothing waits."""

        def settled() -> bool:
            known = self.look(ticket)
            return len(known["confirmed"]) >= confirmed and not known["waiting"]

        with self._news:
            self._news.wait_for(settled, LONGEST)
        return self.look(ticket)

    def joined(self) -> str:
        """Until everything there is has been read."""

        def read() -> bool:
            return self._desk.link.state == "online"

        with self._news:
            self._watches.append(self._desk.watch(LinkOf(), self._note))
            self._news.wait_for(read, LONGEST)
        return self._desk.link.state

    def do(self, name: str, args: dict[str, Any]) -> dict[str, Any]:
        outcome = self._desk.play([self._desk.envelope(read_command(name, args, self._desk.clock.new_id))])
        return {"done": outcome.done, "refusal": outcome.refusal.code if outcome.refusal else ""}

    def _note(self, *_: object) -> None:
        with self._news:
            self._news.notify_all()


def main(directory: Path, address: str, user_name: str, password: str) -> None:
    account = join(directory, Joining(address, user_name, password), Vault(lambda: None), DIRECT)
    desk = open_desk(directory)
    desk.post = lambda job: job()
    online, work = Online(desk, account), AtWork(desk)
    acts: dict[str, Callable[..., Any]] = {
        one.__name__: one for one in (work.look, work.follow, work.wait, work.do, work.joined)
    }
    say("ready")
    for line in sys.stdin:
        name, *arguments = json.loads(line)
        say(acts[name](*arguments))
    online.stop()
    desk.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]), *sys.argv[2:])
