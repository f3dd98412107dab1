"""Connecting to a server from the window, against one that listens; and leaving it again."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from agentdesk import paths
from agentdesk.clock import SystemClock
from agentdesk.desk import open_desk
from agentdesk.desk.worker import Inline
from agentdesk.domain.values import DAY, Role, ScopeKind
from agentdesk.server.database import connect
from agentdesk.server.migrate import migrate
from agentdesk.server.people import add_person
from agentdesk.sync import vault
from tests.server.doors import replica
from tests.sync.keyrings import Good, Hanging
from tests.ui.conftest import Office
from ui.bridge import Bridge
from ui.context import Context
from ui.dialogs.connect import PAST, SERVER, SIGN_IN, ConnectDialog
from ui.icons import Icons

PASSWORD = "a long enough password"


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    url = f"sqlite:///{tmp_path_factory.mktemp('server')}/server.sqlite"
    migrate(url, "Northwind Support")
    engine = connect(url)
    role = (Role.HANDLER, (ScopeKind.SYSTEM, None))
    add_person(engine, "mara.lindt", PASSWORD, role, SystemClock().now())
    with replica(engine) as door:
        yield door.address
    engine.dispose()


class Stage:
    def __init__(self, context: Context, icons: Icons, qtbot: QtBot) -> None:
        self.qtbot, self.joined = qtbot, []
        self.window = QWidget()
        self.window.resize(1200, 800)
        qtbot.addWidget(self.window)
        self.window.show()
        self.dialog = ConnectDialog(context, icons, self.window)
        self.dialog.joined.connect(self.joined.append)
        self.dialog.open()

    def step(self) -> int:
        return self.dialog._pages.currentIndex()

    def reach(self, address: str) -> None:
        self.dialog.server.setText(address)
        self.dialog.submit()

    def sign_in(self, password: str = PASSWORD) -> None:
        self.dialog.user.setText("mara.lindt")
        self.dialog.password.setText(password)
        self.dialog.submit()


@pytest.fixture
def stage(office: Office, icons: Icons, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Stage:
    monkeypatch.setattr(paths, "data_dir", lambda: tmp_path / "data")
    return Stage(office.context(), icons, qtbot)


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("", "address-unreadable"),
        ("http://desk.example.org", "address-insecure"),
        ("http://127.0.0.1:1", "unreachable"),
    ],
)
def test_an_address_that_leads_nowhere_is_told_in_a_sentence(stage: Stage, typed: str, code: str) -> None:
    stage.reach(typed)
    assert stage.dialog.property("code") == code
    assert stage.dialog.error.isVisible()
    assert stage.step() == SERVER
    assert stage.dialog.main.isEnabled()


def test_three_steps_lead_to_a_desk_of_the_account(stage: Stage, address: str) -> None:
    stage.reach(address)
    assert stage.step() == SIGN_IN
    assert stage.dialog.reached.text().startswith(f"Northwind Support · {address[7:]}\nReached in ")
    stage.sign_in()
    assert stage.step() == PAST
    assert stage.dialog.password.text() == ""
    stage.dialog.past.set_value("month")
    stage.dialog.submit()
    joined = stage.joined[0]
    assert joined.directory.parent.name == "accounts"
    desk = open_desk(joined.directory, worker=Inline)
    assert desk.served is not None
    assert desk.served.server == address
    assert abs(desk.served.since - (now_of(stage) - 31 * DAY)) < DAY
    desk.close()


def now_of(stage: Stage) -> int:
    return int(stage.dialog._context.desk.clock.now())


def test_a_wrong_password_is_told_and_everything_else_stays(stage: Stage, address: str) -> None:
    stage.reach(address)
    stage.sign_in("not the right password")
    assert stage.dialog.property("code") == "wrong-password"
    assert stage.step() == SIGN_IN
    assert stage.dialog.user.text() == "mara.lindt"
    assert stage.joined == []
    assert not (paths.data_dir() / "accounts").exists() or not any((paths.data_dir() / "accounts").iterdir())


def test_one_can_go_back_and_change_the_address(stage: Stage, address: str) -> None:
    stage.reach(address)
    stage.dialog._change.click()
    assert stage.step() == SERVER
    assert not stage.dialog.reached.isVisible()


def test_what_is_typed_as_a_password_can_be_looked_at(stage: Stage, address: str) -> None:
    stage.reach(address)
    password = stage.dialog.password
    password.setText("three grey donkeys")
    assert password.echoMode() is QLineEdit.EchoMode.Password
    password.eye.click()
    assert password.echoMode() is QLineEdit.EchoMode.Normal
    assert password.eye.accessibleName() == "Hide the password"
    password.clear()
    assert password.echoMode() is QLineEdit.EchoMode.Password


def test_who_does_not_want_to_stay_signed_in_leaves_nothing_in_the_keyring(
    stage: Stage, address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    keyring = Good()
    monkeypatch.setattr(vault, "system_backend", lambda: keyring)
    stage.reach(address)
    stage.dialog.stay.setChecked(False)
    assert "asked again at the next start" in stage.dialog.kept.text()
    stage.sign_in()
    assert stage.step() == PAST
    assert keyring.kept == {}
    stage.dialog.submit()
    stage.joined.clear()
    again = Stage(stage.dialog._context, stage.dialog.icons, stage.qtbot)
    again.reach(address)
    again.sign_in()
    assert len(keyring.kept) == 1, "as long as somebody wishes it"


def test_one_may_look_at_sample_data_instead(stage: Stage, address: str) -> None:
    assert not stage.dialog.sample.isVisible()
    dialog = ConnectDialog(stage.dialog._context, stage.dialog.icons, stage.window, sample=True)
    dialog.open()
    with stage.qtbot.waitSignals([dialog.sample_wanted, dialog.rejected]):
        dialog.sample.click()


def test_t17_a_keyring_that_does_not_answer_leaves_the_window_alive(
    icons: Icons, address: str, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(paths, "data_dir", lambda: tmp_path / "data")
    keyring, bridge = Hanging(), Bridge()
    monkeypatch.setattr(vault, "system_backend", lambda: keyring)
    desk = open_desk(tmp_path / "desk")
    desk.post = bridge.post
    stage = Stage(Context(desk), icons, qtbot)
    try:
        stage.reach(address)
        qtbot.waitUntil(lambda: stage.step() == SIGN_IN)
        stage.sign_in()
        assert keyring.asked.wait(60)
        with qtbot.waitSignal(stage.dialog.password.textChanged):  # what is clicked now is still answered
            QTimer.singleShot(0, lambda: stage.dialog.password.setText("typed on"))
        assert stage.step() == SIGN_IN
        keyring.free.set()
        qtbot.waitUntil(lambda: stage.step() == PAST)
        assert "you will be asked again; nothing is written to disk" in stage.dialog._past_keyring.text()
    finally:
        keyring.free.set()
        desk.close()
        bridge.close()
