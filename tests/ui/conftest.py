"""A small office for the window's tests: a desk with people and tickets, everything at once on one thread."""

import gc
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QLocale, QTranslator
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from agentdesk.clock import SetClock
from agentdesk.desk import Desk, open_desk
from agentdesk.desk.queries.detail import Detail
from agentdesk.desk.queries.people import People
from agentdesk.desk.queries.setup import SetUpOf, WhoamiOf
from agentdesk.desk.worker import Inline
from agentdesk.domain.commands import (
    AddNote,
    Command,
    Envelope,
    ForwardTicket,
    HandleTicket,
    Reply,
    SaveHandler,
    SavePerson,
    SaveService,
    SaveTicketType,
    SaveView,
    SetPriority,
    SubmitTicket,
)
from agentdesk.domain.values import Id, Priority
from agentdesk.settings import Settings
from resources import path
from tests.desk import firm as firms
from ui.app import open_window
from ui.context import Context, Place
from ui.icons import Icons
from ui.theme import Theme
from ui.window import MainWindow

NOON = 1_732_291_200_000
MINUTE = 60_000
PATIENCE = 60_000
SUBJECTS = (
    "Replication to standby stops after failover",
    "Unbind MFA – lost phone, locked out of console",
    "备案需要什么材料？企业主体变更",
    "API returns 502 on bulk import above 2 000 rows",
    "Invoice for October lists a region we never used",
    "Dashboard tiles show yesterday's data",
)


class Patient(QtBot):
    """Waits for what must come as long as it takes on a busy machine; what never comes still ends the test."""

    def waitUntil(self, callback: Callable[[], bool | None], *, timeout: int = PATIENCE) -> None:
        super().waitUntil(callback, timeout=timeout)

    def waitSignal(self, signal: Any, *, timeout: int = PATIENCE, **more: Any) -> Any:
        return super().waitSignal(signal, timeout=timeout, **more)


@pytest.fixture
def qtbot(qapp: QApplication, request: pytest.FixtureRequest) -> QtBot:
    return Patient(request)


@dataclass
class Office:
    """Mara and Jonas handle tickets, Noah and Wei file them. Subjects by place: 0 to 2 are Mara's."""

    directory: Path
    clock: SetClock
    people: dict[str, Id] = field(default_factory=dict)
    tickets: list[Id] = field(default_factory=list)
    desk: Desk = field(init=False)

    def open(self, person: str | None = None) -> Desk:
        self.desk = open_desk(self.directory, person, worker=Inline, clock=self.clock)
        self.desk.post = lambda job: job()
        return self.desk

    def give(self, command: Command, by: str) -> None:
        """As if that person had done it on their own computer."""
        self.clock.at += MINUTE
        envelope = Envelope(
            id=self.clock.new_id(), actor=self.people[by], at=self.clock.at, issued_at=self.clock.at, command=command
        )
        outcome = self.desk.play([envelope])
        assert outcome.done, outcome

    def context(self) -> Context:
        """With who, what is set up and the first queue in it."""
        context = Context(self.desk)
        context.set_setup(self.desk.look(SetUpOf()))
        context.set_whoami(self.desk.look(WhoamiOf()))
        context.set_place(Place(context.whoami.queues[0]))  # type: ignore[union-attr]
        return context

    def show(self, context: Context, place: int) -> None:
        """Selects a ticket and tells its detail, as the window does."""
        context.set_selection((self.tickets[place],))
        context.set_detail(self.desk.look(Detail(self.tickets[place])))


def _furnish(office: Office) -> None:
    maker = office.desk.person
    office.people["maker"] = maker
    for user, name in (
        ("mara.lindt", "Mara Lindt"),
        ("jonas.beck", "Jonas Beck"),
        ("noah.okafor", "Noah Okafor"),
        ("zhang.wei", "张伟"),
    ):
        office.people[user] = office.clock.new_id()
        office.give(
            SavePerson(person=office.people[user], user_name=user, name=name, email=f"{user}@example.org"), "maker"
        )
    for user in ("mara.lindt", "jonas.beck"):
        office.give(SaveHandler(person=office.people[user], title="Support"), "maker")
    office.give(SaveTicketType(type=office.clock.new_id(), source="desk", name="BUG feedback"), "maker")
    office.give(SaveTicketType(type=office.clock.new_id(), source="desk", name="Usage"), "maker")
    office.give(SaveService(service=office.clock.new_id(), source="desk", name="Block storage"), "maker")


def _fill(office: Office) -> None:
    setup = office.desk.look(SetUpOf())
    for place, subject in enumerate(SUBJECTS):
        by = "zhang.wei" if place == 2 else "noah.okafor"
        office.tickets.append(office.clock.new_id())
        office.give(
            SubmitTicket(
                ticket=office.tickets[-1], message=office.clock.new_id(), source="desk", subject=subject,
                body_html=f"<p>{subject}</p>", type=setup.types[0].id, contact="noah@example.org",
            ),
            by,
        )  # fmt: skip
    for place in (0, 1, 2):
        office.give(HandleTicket(ticket=office.tickets[place]), "mara.lindt")
    office.give(SetPriority(ticket=office.tickets[0], priority=Priority.CRITICAL), "mara.lindt")
    office.give(AddNote(ticket=office.tickets[0], message=office.clock.new_id(), body_html="<p>Stale slot?</p>"),
                "mara.lindt")  # fmt: skip
    office.give(
        Reply(ticket=office.tickets[1], message=office.clock.new_id(), body_html="<p>Which phone?</p>"), "mara.lindt"
    )
    office.give(
        Reply(ticket=office.tickets[1], message=office.clock.new_id(), body_html="<p>The old one.</p>"), "noah.okafor"
    )
    office.give(HandleTicket(ticket=office.tickets[3]), "mara.lindt")
    office.give(ForwardTicket(ticket=office.tickets[3], to=office.people["jonas.beck"]), "mara.lindt")
    office.give(SaveView(view=office.clock.new_id(), name="Fatal", queue="support.all",
                         filters=("priority=fatal",)), "mara.lindt")  # fmt: skip


@pytest.fixture(scope="session")
def _english(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> QTranslator:
    """What the program always has on: the plurals of English. Compiled here, because git keeps no `.qm`."""
    compiled = tmp_path_factory.mktemp("i18n") / "agentdesk_en.qm"
    lrelease = shutil.which("pyside6-lrelease", path=str(Path(sys.executable).parent))
    assert lrelease
    subprocess.run([lrelease, "-silent", str(path("i18n/agentdesk_en.ts")), "-qm", str(compiled)], check=True)
    translator = QTranslator(qapp)
    assert translator.load(str(compiled))
    return translator


@pytest.fixture(autouse=True)
def _gather_garbage_between_tests() -> Iterator[None]:
    """As the program does (`CollectHere`). A dying QObject asks Python, under a lock, whether it wants to hear of lost
    connections; a collection at that moment may end another QObject, which waits for the same lock for ever.
    """
    gc.disable()
    yield
    gc.enable()


@pytest.fixture(autouse=True)
def _plain_locale(qapp: QApplication, _english: QTranslator, _gather_garbage_between_tests: None) -> Iterator[None]:
    """Every test starts in English and without windows, whatever the one before left."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QLocale.setDefault(QLocale.c())
    qapp.installTranslator(_english)
    yield
    qapp.removeTranslator(_english)
    QLocale.setDefault(QLocale.c())


@pytest.fixture
def office(tmp_path: Path, qapp: QApplication) -> Iterator[Office]:
    """Seen by Mara: three tickets are hers, two are in the queue, one is Jonas's."""
    made = Office(tmp_path / "desk", SetClock(NOON))
    made.open()
    _furnish(made)
    _fill(made)
    made.desk.close()
    made.open("mara.lindt")
    yield made
    made.desk.close()


@pytest.fixture
def theme(qapp: QApplication) -> Theme:
    return Theme("light")


@pytest.fixture
def icons(theme: Theme) -> Icons:
    return Icons(theme)


@pytest.fixture
def names(office: Office) -> Callable[[str], str]:
    """The name of a person by user name."""
    found = {person.user_name: person.name for person in office.desk.look(People())}
    return lambda user: found[user]


@pytest.fixture
def window(office: Office, qtbot: QtBot) -> Iterator[MainWindow]:
    """The whole window as Mara sees it, light and in English, with the first ticket of My pending shown."""
    made = open_window(office.desk, Settings(theme="light", language="en"))
    qtbot.addWidget(made)
    made.resize(1440, 900)
    made.activateWindow()
    qtbot.waitUntil(lambda: made.context.detail is not None)
    yield made
    made.close()


@pytest.fixture(scope="session")
def founded(tmp_path_factory: pytest.TempPathFactory) -> firms.Firm:
    return firms.founded(tmp_path_factory.mktemp("firm") / "desk")


@pytest.fixture
def firm(founded: firms.Firm, tmp_path: Path) -> Iterator[firms.Firm]:
    """Where people ask for hosts and projects; Mara sits at its desk."""
    made = firms.copied(founded, tmp_path / "desk")
    yield made
    made.desk.close()
