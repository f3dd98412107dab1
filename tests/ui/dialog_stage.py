"""A desk with a few people and a window, on which dialogs are opened and what they hand out is caught."""

import shutil
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from agentdesk.desk import Desk, Outcome, open_desk
from agentdesk.desk.queries.detail import Detail
from agentdesk.desk.queries.people import People
from agentdesk.desk.queries.rows import TicketDetail
from agentdesk.desk.queries.setup import SetUpOf, WhoamiOf
from agentdesk.desk.worker import Inline
from agentdesk.domain.commands import (
    AssignRole,
    Command,
    FileRef,
    SavePerson,
    SaveService,
    SaveSource,
    SaveTicketType,
    SubmitTicket,
)
from agentdesk.domain.values import Id, Role
from ui.context import Context
from ui.dialogs.ask import Ask
from ui.icons import Icons
from ui.theme import Theme

W = TypeVar("W", bound=QWidget)
A = TypeVar("A", bound=Ask)
HANDLERS = ("jonas.beck", "wei.zhang")
REQUESTERS = ("noah.okafor", "petra.nowak")


def found(directory: Path) -> Path:
    """A desk with its people, to be copied for each test: making one takes longer than most tests."""
    desk = open_desk(directory, worker=Inline)
    for user in (*HANDLERS, *REQUESTERS):
        name, person = user.replace(".", " ").title(), desk.clock.new_id()
        desk.do(SavePerson(person=person, user_name=user, name=name, email=f"{user}@desk.example"))
        if user in HANDLERS:
            desk.do(AssignRole(person=person, role=Role.HANDLER))
    desk.close()
    return directory


class Stage:
    """Everything runs at once; the person who made the desk administers and handles, others are signed in by name."""

    def __init__(self, founded: Path, directory: Path, qtbot: QtBot) -> None:
        shutil.copytree(founded, directory)
        self.directory, self._qtbot = directory, qtbot
        self.window = QWidget()
        self.window.resize(1200, 900)
        qtbot.addWidget(self.window)
        self.window.show()
        self.theme = Theme("light")
        self.icons = Icons(self.theme)
        self.caught: list[tuple[Command, ...]] = []
        self.desk = self._open(None)
        self.people = {row.user_name: row.id for row in self.desk.look(People())}
        self.context = self._context()
        assert self.context.whoami is not None
        self._maker = self.context.whoami.person.user_name

    # ------------------------------------------------------------------ the desk

    def sign_in(self, name: str | None) -> None:
        """None: who made the desk."""
        self.desk.close()
        self.desk = self._open(name or self._maker)
        self.context = self._context()

    def do(self, *commands: Command) -> None:
        outcomes: list[Outcome] = []
        self.desk.do(*commands, then=outcomes.append)
        assert outcomes[0].done, (outcomes[0].refusal, outcomes[0].trouble, commands)
        self.context.set_setup(self.desk.look(SetUpOf()))

    def add_source(
        self, source: str, scheme: str, asks: tuple[str, ...] = ("title", "description"), **more: object
    ) -> None:
        values = {"title": source.title(), "scheme": scheme, "asks": asks, **more}
        self.do(SaveSource(source=source, **values))  # type: ignore[arg-type]

    def add_type(self, name: str, source: str = "desk", **more: object) -> Id:
        type_ = self.desk.clock.new_id()
        self.do(SaveTicketType(type=type_, source=source, name=name, **more))  # type: ignore[arg-type]
        return type_

    def add_service(self, name: str, source: str = "desk") -> Id:
        service = self.desk.clock.new_id()
        self.do(SaveService(service=service, source=source, name=name))
        return service

    def add_ticket(self, subject: str = "The printer hums", source: str = "desk", **more: object) -> Id:
        ticket = self.desk.clock.new_id()
        values: dict[str, object] = {"subject": subject, "body_html": "<p>It does.</p>", **more}
        self.do(SubmitTicket(ticket=ticket, message=self.desk.clock.new_id(), source=source, **values))  # type: ignore[arg-type]
        return ticket

    def add_file(self, name: str, content: bytes = b"%PDF-1.4 form", media_type: str = "application/pdf") -> FileRef:
        return self.desk.keep_bytes(name, media_type, content)

    def show(self, *tickets: Id) -> TicketDetail:
        """Selects them; the first is the one shown."""
        detail = self.desk.look(Detail(tickets[0]))
        assert detail is not None
        self.context.set_detail(detail)
        self.context.set_selection(tickets)
        return detail

    def detail(self, ticket: Id) -> TicketDetail:
        found = self.desk.look(Detail(ticket))
        assert found is not None
        return found

    # ------------------------------------------------------------------ dialogs

    def open(self, kind: type[A], *, give: bool = True, **more: object) -> A:
        """`give` does what the window does: it gives what was chosen to the context."""
        dialog = kind(self.context, self.icons, self.window, **more)  # type: ignore[arg-type]
        dialog.chosen.connect(self.caught.append)
        if give:
            context = self.context
            dialog.chosen.connect(lambda commands: context.give(*commands))
        dialog.open()
        self.activate(dialog)
        return dialog

    def activate(self, dialog: QWidget) -> None:
        dialog.activateWindow()
        self._qtbot.waitUntil(lambda: QApplication.activeWindow() is dialog)

    def press(self, key: Qt.Key, *, control: bool = False) -> None:
        """A key to whatever has the focus."""
        focused = QApplication.focusWidget()
        assert focused is not None
        modifier = Qt.KeyboardModifier.ControlModifier if control else Qt.KeyboardModifier.NoModifier
        QTest.keyClick(focused, key, modifier)

    def type(self, text: str) -> None:
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClicks(focused, text)

    def submit(self) -> None:
        self.press(Qt.Key.Key_Return, control=True)

    def close(self) -> None:
        self.desk.close()

    # ------------------------------------------------------------------ how it begins

    def _open(self, name: str | None) -> Desk:
        desk = open_desk(self.directory, name, worker=Inline)
        desk.post = lambda job: job()
        return desk

    def _context(self) -> Context:
        context = Context(self.desk, hold=8_000, parent=self.window)
        context.set_whoami(self.desk.look(WhoamiOf()))
        context.set_setup(self.desk.look(SetUpOf()))
        return context


def child(dialog: QWidget, kind: type[W], name: str) -> W:
    found = dialog.findChild(kind, name)
    assert isinstance(found, kind), name
    return found


def click(widget: QWidget) -> None:
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton, pos=QPoint(widget.width() // 2, widget.height() // 2))
