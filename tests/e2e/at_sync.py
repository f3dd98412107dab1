"""A process that brings one desk up to date and says aloud what the server answered, until it is killed."""

import hashlib
import sys
from pathlib import Path
from random import Random
from typing import Any
from uuid import uuid5

from agentdesk.desk import Desk, open_desk
from agentdesk.desk.connecting import Account, Joining, join
from agentdesk.desk.queries.outbox import Outbox
from agentdesk.desk.rounds import Round
from agentdesk.desk.worker import Inline
from agentdesk.domain.commands import Reply
from agentdesk.sync.http import HttpTransport
from agentdesk.sync.network import DIRECT
from agentdesk.sync.vault import Vault
from tests.server.worlds import _NAMESPACE

FILE = Random(7).randbytes(1_500_000)
MESSAGE = str(uuid5(_NAMESPACE, "the message with the file"))


def say(words: str) -> None:
    sys.stdout.write(f"{words}\n")
    sys.stdout.flush()


class Aloud(HttpTransport):
    def bootstrap_page(self, token: str, after: str) -> Any:
        page = super().bootstrap_page(token, after)
        say(f"page {sum(kind == 'ticket' for kind, *_ in page.documents.roots)}")
        return page

    def upload(self, upload_id: str, offset: int, chunk: bytes) -> Any:
        told = super().upload(upload_id, offset, chunk)
        say(f"chunk {told.offset}")
        return told


class AloudAccount(Account):
    def transport(self) -> HttpTransport:
        return Aloud(self.served.server, self.signed_in, DIRECT)


def with_the_file(desk: Desk, ticket: str) -> None:
    """A reply with a large file lies in the outbox, unless an earlier process has put it there or sent it."""
    if desk.look(Outbox()) or (desk.directory / "written").exists():
        return
    file = desk.keep_bytes("log.txt", "text/plain", FILE)
    assert file.sha256 == hashlib.sha256(FILE).hexdigest()
    outcome = desk.play([desk.envelope(Reply(ticket=ticket, message=MESSAGE, body_html="<p>Here</p>", files=(file,)))])
    assert outcome.done, outcome
    (desk.directory / "written").touch()


def main(directory: Path, address: str, user_name: str, password: str, ticket: str = "") -> None:
    account = join(directory, Joining(address, user_name, password), Vault(lambda: None), DIRECT)
    desk = open_desk(directory, worker=Inline)
    desk.post = lambda job: job()
    if ticket:
        with_the_file(desk, ticket)
    status = Round(desk, AloudAccount(account.served, account.signed_in)).run()
    say(f"{status.condition} {status.pending}")
    desk.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]), *sys.argv[2:])
