"""A window session over what hostile people sent, in a process of its own; prints what it touched as JSON.

python -m tests.ui.foreign_session PLACE    with PLACE/mail, PLACE/canary and PLACE/tracker as the test made them
"""

import json
import os
import signal
import socket
import sys
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QTextBrowser

from agentdesk.desk import Desk, open_desk
from agentdesk.desk.importing import Importer
from agentdesk.desk.queries.rows import MessageRow
from agentdesk.desk.worker import Inline
from agentdesk.domain.commands import ReceiveEmail
from agentdesk.domain.values import AuthorKind, MessageKind, Visibility
from agentdesk.settings import Settings
from tests.ui.corpus.bodies import BODIES, aimed
from tests.ui.corpus.files import FILES
from tests.ui.corpus.names import TEXTS
from ui.app import make_application, open_window
from ui.cards.message_card import CardTools, MessageCard
from ui.context import Place
from ui.window import MainWindow

ANSWERS = 20
"""So often an answer of the desk may call for another question before the window is at rest."""
CPU_SECONDS = 2.0
"""For one body with its card and picture: ten times what is allowed, on no clock but the processor's."""
_CALLS = ("socket.", "subprocess.", "os.system", "os.exec", "os.posix_spawn", "os.startfile", "urllib.", "http.")
_OPENS = ("open", "os.listdir", "os.scandir", "shutil.")


class Witness:
    """Writes down what Python opens and calls."""

    def __init__(self) -> None:
        self.touched: set[str] = set()
        self.called: set[str] = set()
        sys.addaudithook(self._note)

    def _note(self, event: str, details: tuple[Any, ...]) -> None:
        if event.startswith(_CALLS):
            self.called.add(event)
        elif event.startswith(_OPENS) and details and isinstance(details[0], str | bytes | os.PathLike):
            self.touched.add(os.fsdecode(details[0]))

    def report(self) -> dict[str, Any]:
        return {"touched": sorted(self.touched), "called": sorted(self.called)}


class Session:
    """Reads everything as the person who made the desk."""

    def __init__(self, place: Path) -> None:
        self.place = place
        self.tracker = (place / "tracker").read_text(encoding="utf-8")
        self.desk: Desk = open_desk(place / "desk", worker=Inline)
        self.desk.post = lambda job: job()
        self.rejected = [one.code for one in Importer(self.desk, "desk").run([place / "mail"]).rejected]
        self._receive_names()

    def _receive_names(self) -> None:
        """One ticket for each text, all files in the first."""
        kept = self.desk.keep_bytes
        refs = [kept(file.name.replace("\0", ""), file.media_type, file.content) for file in FILES]
        for number, text in enumerate(map(self._aimed, TEXTS)):
            command = ReceiveEmail(
                ticket=self.desk.clock.new_id(), message=self.desk.clock.new_id(), source="desk", sender_name=text[:200],  # noqa: E501
                sender_address=f"n{number}@evil.example", subject=text, mail_id=f"n{number}", body_text=text,
                files=() if number else tuple(refs),
            )  # fmt: skip
            outcome = self.desk.play([self.desk.envelope(command)])
            assert outcome.done, (outcome.refusal, outcome.trouble)

    def open(self) -> MainWindow:
        window = open_window(self.desk, Settings(theme="light"))
        window.context.set_place(Place("support.all", sort="oldest"))
        self.settle(window)
        return window

    def read_tickets(self, window: MainWindow) -> list[str]:
        subjects = []
        for place in range(window.tickets.feed.model.rowCount()):
            signal.setitimer(signal.ITIMER_PROF, 2 * CPU_SECONDS)
            window.tickets.picking.go_to(place)
            self.settle(window)
            assert window.context.detail is not None
            subjects.append(window.context.detail.row.subject)
        for face in ("table", "cards"):
            window.context.set_face(face)
            self.settle(window)
        return subjects

    def read_bodies(self, window: MainWindow) -> list[dict[str, Any]]:
        """Past the limits of the import, each in a card of its own."""
        tools = CardTools(window.icons, window.ticket.pictures, window.ticket.doors, staff=True)
        return [self._read(name, tools) for name in BODIES]

    def settle(self, window: MainWindow) -> None:
        """Until all cards of the thread stand there and are painted."""
        for turn in range(500):
            QCoreApplication.processEvents()
            if turn > ANSWERS and not window.ticket.stream.is_building():
                break
        window.grab()

    def _read(self, name: str, tools: CardTools) -> dict[str, Any]:
        row = MessageRow(
            id=name, kind=MessageKind.EMAIL, visibility=Visibility.EVERYONE, author=None, author_name=name, author_user="",  # noqa: E501
            author_kind=AuthorKind.REQUESTER, mine=False, at=0, pos=0, body_html=self._aimed(BODIES[name]), body_text="",  # noqa: E501
        )  # fmt: skip
        signal.setitimer(signal.ITIMER_PROF, CPU_SECONDS)
        card = MessageCard(row, tools)
        card.resize(700, 400)
        card.grab()
        document = card.body.document()
        signal.setitimer(signal.ITIMER_PROF, 0)
        return {
            "name": name, "text": card.body.toPlainText()[:2_000], "characters": document.characterCount(),
            "blocks": document.blockCount(), "frames": len(document.rootFrame().childFrames()),
        }  # fmt: skip

    def _aimed(self, text: str) -> str:
        return aimed(text, str(self.place / "canary"), self.tracker)


def careless(place: Path) -> None:
    """Does what must never be done, to show that the guards of the test see it."""
    witness = Witness()
    (place / "begin").touch()
    picture = place / "canary" / "picture.png"
    browser = QTextBrowser()
    browser.setHtml(f"<img src='file://{picture}'>")
    browser.grab()
    picture.read_bytes()
    host, _, port = (place / "tracker").read_text(encoding="utf-8").partition(":")
    socket.create_connection((host, int(port))).close()
    print(json.dumps(witness.report()))


def main(place: Path) -> None:
    session = Session(place)
    window = session.open()
    signal.signal(signal.SIGPROF, signal.SIG_DFL)  # ends the process
    (place / "begin").touch()
    witness = Witness()
    subjects = session.read_tickets(window)
    bodies = session.read_bodies(window)
    signal.setitimer(signal.ITIMER_PROF, 0)
    report = {**witness.report(), "subjects": subjects, "bodies": bodies, "rejected": session.rejected}
    (place / "end").touch()
    window.close()
    session.desk.close()
    print(json.dumps(report))


if __name__ == "__main__":
    app = make_application()
    (careless if sys.argv[2:] == ["careless"] else main)(Path(sys.argv[1]))
