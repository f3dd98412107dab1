"""Going on at another desk of this computer."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QListWidget
from pytestqt.qtbot import QtBot

from agentdesk import paths
from agentdesk.desk import open_desk
from ui.dialogs.switch_desk import SwitchDeskDialog
from ui.frame.account import NextDesk
from ui.window import MainWindow


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(paths, "data_dir", lambda: tmp_path / "data")
    return tmp_path / "data"


def opened(window: MainWindow, qtbot: QtBot) -> SwitchDeskDialog:
    window.commands["switch_desk"].trigger()
    dialog = window.findChild(SwitchDeskDialog)
    assert isinstance(dialog, SwitchDeskDialog)
    return dialog


def test_enter_leads_to_the_desk_that_is_chosen(window: MainWindow, home: Path, qtbot: QtBot) -> None:
    open_desk(home / "desk").close()
    wanted: list[NextDesk] = []
    window.account.desk_wanted.connect(wanted.append)
    dialog = opened(window, qtbot)
    desks = dialog.findChild(QListWidget, "switch_desk_list")
    assert isinstance(desks, QListWidget)
    qtbot.waitUntil(dialog.main.isEnabled)
    assert [desks.item(row).text() for row in range(desks.count())] == ["desk, on this computer only"]
    QTest.keyClick(desks, Qt.Key.Key_Return)
    assert wanted == [NextDesk(home / "desk")]


def test_where_there_is_no_other_one_it_says_how_one_is_made(window: MainWindow, home: Path, qtbot: QtBot) -> None:
    dialog = opened(window, qtbot)
    qtbot.waitUntil(lambda: dialog.findChild(QListWidget, "switch_desk_list").isHidden() or not dialog.main.isEnabled())
    dialog.submit()
    assert dialog.isVisible()
