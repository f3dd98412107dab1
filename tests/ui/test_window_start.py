"""Starting the program: the terminal's side, a missing display, a desk that cannot be used, what is loaded when."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from agentdesk.desk import Desk, DeskError, open_desk
from agentdesk.desk.worker import Inline
from agentdesk.paths import default_desk
from agentdesk.settings import Settings
from ui import __main__ as program
from ui import app
from ui.frame.account import NextDesk
from ui.frame.trouble import TroubleWindow
from ui.icons import Icons
from ui.widgets.plain_label import PlainLabel


def _python(code: str, repository: Path) -> str:
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=repository, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def test_a_sub_command_never_loads_qt(repository: Path, tmp_path: Path) -> None:
    code = (
        "import sys\nfrom ui.__main__ import main\n"
        f"status = main(['counts', '--desk', {str(tmp_path / 'none')!r}])\n"
        "print(status, any(name.startswith('PySide6') for name in sys.modules))"
    )
    assert _python(code, repository) == "3 False"


def test_the_window_opens_without_what_only_migrations_and_servers_need(repository: Path) -> None:
    code = (
        "import sys, ui.app\n"
        "print(sorted({'alembic', 'requests', 'keyring', 'pydantic'} & {n.partition('.')[0] for n in sys.modules}))"
    )
    assert _python(code, repository) == "[]"


def test_without_a_display_one_sentence_says_so(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(sys, "platform", "linux")
    assert program.main([]) == 3
    told = capsys.readouterr().err
    assert told.count("\n") == 1
    assert "no display" in told


@pytest.fixture
def shown(monkeypatch: pytest.MonkeyPatch) -> list[DeskError]:
    """What the window of trouble was asked to show."""
    errors: list[DeskError] = []
    monkeypatch.setattr(app, "run_trouble", lambda error, chosen: bool(errors.append(error)))
    return errors


def test_a_desk_that_is_open_already_is_told_and_ends_with_3(tmp_path: Path, shown: list[DeskError]) -> None:
    desk = open_desk(tmp_path / "desk", worker=Inline)
    assert program.main(["--desk", str(tmp_path / "desk")]) == 3
    assert [error.code for error in shown] == ["desk-locked"]
    desk.close()


def test_an_unknown_person_is_told(tmp_path: Path, shown: list[DeskError]) -> None:
    assert program.main(["--desk", str(tmp_path / "desk"), "--as", "nobody.here"]) == 3
    assert [error.code for error in shown] == ["person-unknown"]


def test_a_desk_that_may_only_be_read_opens_for_reading(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As for a person whose rights or whose disk allow no more; root may write everywhere."""
    open_desk(tmp_path / "desk", worker=Inline).close()
    asked: list[bool] = []
    really = open_desk

    def refusing(directory: Path, person: str | None = None, *, write: bool = True) -> Desk:
        asked.append(write)
        if write:
            raise DeskError("desk-read-only", path=str(directory))
        return really(directory, person, write=False, worker=Inline)

    monkeypatch.setattr("agentdesk.desk.open_desk", refusing)
    desk = program._opened(tmp_path / "desk", None)
    assert not desk.writable
    assert asked == [True, False]
    desk.close()


def test_what_cannot_even_be_read_is_told_as_what_it_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refusing(directory: Path, person: str | None = None, *, write: bool = True) -> Desk:
        raise DeskError("desk-read-only" if write else "not-a-desk", path=str(directory))

    monkeypatch.setattr("agentdesk.desk.open_desk", refusing)
    with pytest.raises(DeskError) as told:
        program._opened(tmp_path / "desk", None)
    assert told.value.code == "desk-read-only"


def test_the_last_desk_opens_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[Path] = []
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setattr(app, "run", lambda desk, *_: opened.append(desk.directory) or desk.close() or (0, None))
    assert program.main(["--desk", str(tmp_path / "one")]) == 0
    assert program.main([]) == 0
    assert opened == [tmp_path / "one", tmp_path / "one"]


def test_c16_a_desk_that_has_not_met_its_server_for_too_long_asks_for_a_sign_in_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, shown: list[DeskError]
) -> None:
    wishes: list[object] = []
    really = open_desk

    def closed(directory: Path, person: str | None = None) -> Desk:
        if directory == tmp_path / "served":
            raise DeskError("lease-ended", server="https://desk.example.org", days=14)
        return really(directory, person, worker=Inline)

    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setattr("agentdesk.desk.open_desk", closed)
    monkeypatch.setattr(app, "run", lambda desk, _, wanted, __: wishes.append(wanted) or desk.close() or (0, None))
    assert program.main(["--desk", str(tmp_path / "served")]) == 0
    assert wishes == [NextDesk(default_desk(), "https://desk.example.org")]
    assert shown == []


def test_options_win_over_settings(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    chosen: list[Settings] = []
    monkeypatch.setattr(app, "run", lambda desk, settings, *_: chosen.append(settings) or desk.close() or (0, None))
    program.main(["--desk", str(tmp_path / "one"), "--theme", "dark", "--language", "de"])
    assert (chosen[0].theme, chosen[0].language) == ("dark", "de")


def test_the_window_of_trouble_says_what_whose_fault_and_what_to_do(
    icons: Icons, qtbot: QtBot, qapp: QApplication
) -> None:
    window = TroubleWindow(DeskError("desk-newer", path="x"), icons)
    qtbot.addWidget(window)
    window.show()
    told = [label.text() for label in window.findChildren(PlainLabel)]
    assert told[0] == "A newer version of AgentDesk has written this desk."
    assert len(told) == 3
    assert window.property("code") == "desk-newer"
    assert os.environ["QT_QPA_PLATFORM"] == "offscreen"
