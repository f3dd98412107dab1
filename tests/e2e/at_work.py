"""A process that makes or fills a desk and says aloud how far it is, until it is killed."""

import hashlib
import sys
from collections.abc import Callable
from itertools import count
from pathlib import Path

from sqlalchemy import Engine, event

from agentdesk.desk import Desk, open_desk
from agentdesk.desk.importing import Importer
from agentdesk.desk.worker import Inline

LETTERS = 60


def say(words: object) -> None:
    sys.stdout.write(f"{words}\n")
    sys.stdout.flush()


def an_inline_desk(directory: Path) -> Desk:
    desk = open_desk(directory, worker=Inline)
    desk.post = lambda job: job()
    return desk


def making(directory: Path) -> None:
    """Says every statement of the migration and of the first rows."""
    event.listen(Engine, "before_cursor_execute", lambda *_: say("statement"))
    an_inline_desk(directory).close()


def importing(directory: Path) -> None:
    """Says how many bytes are taken in."""
    desk = an_inline_desk(directory)
    Importer(desk, "desk").run([directory.with_name("mail")], progress=lambda done, _: say(done))


def keeping(directory: Path) -> None:
    """Says the hash of each file that is kept."""
    desk = an_inline_desk(directory)
    for number in count():
        content = f"file {number} ".encode() * 100_000
        ref = desk.keep_bytes("a.txt", "text/plain", content)
        assert ref.sha256 == hashlib.sha256(content).hexdigest()
        say(ref.sha256)


KINDS: dict[str, Callable[[Path], None]] = {one.__name__: one for one in (making, importing, keeping)}

if __name__ == "__main__":
    KINDS[sys.argv[1]](Path(sys.argv[2]))
