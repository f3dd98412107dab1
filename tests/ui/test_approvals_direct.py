"""The window on a desk where no process was ever set up: within one's own rights everything runs at once (CP-69)."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from agentdesk.settings import Settings
from tests.desk.firm import Firm, ungated
from tests.ui.approving import dialog, part, part_of, run, submit, titles
from ui.app import open_window
from ui.context import RESOURCES
from ui.window import MainWindow


@pytest.fixture
def window_of(tmp_path: Path, qtbot: QtBot) -> Iterator[Callable[[str], MainWindow]]:
    firms: list[Firm] = []
    windows: list[MainWindow] = []

    def opens(person: str) -> MainWindow:
        firms.append(ungated(tmp_path / "desk", person or None))
        window = open_window(firms[-1].desk, Settings(theme="light", language="en"))
        qtbot.addWidget(window)
        windows.append(window)
        qtbot.waitUntil(lambda: window.context.approvals_known)
        return window

    yield opens
    for window in windows:
        window.close()
    for firm in firms:
        firm.desk.close()


def offered(window: MainWindow) -> set[str]:
    window.commands.refresh()
    return {id.removeprefix("apply_") for id in window.commands if id.startswith("apply_")
            and window.commands[id].isVisible()}  # fmt: skip


@pytest.mark.rule("CP-69")
def test_a_member_makes_a_host_without_anybody_being_asked(
    window_of: Callable[[str], MainWindow], qtbot: QtBot
) -> None:
    ravi = window_of("ravi")
    assert offered(ravi) == {"host_create", "host_change", "host_delete"}
    assert ravi.context.approvals.resources
    assert ravi.context.approvals.inboxes == ()
    run(ravi, "apply_host_create", qtbot)
    ask = dialog(ravi, "resource_request_dialog", qtbot)
    for name, text in {"name": "db-04", "vcpus": "4", "memory_gib": "16"}.items():
        part_of(ask, QLineEdit, f"resource_request_{name}").setText(text)
    part_of(ask, QPlainTextEdit, "resource_request_reason").setPlainText("For the reports.")
    submit(ask)
    qtbot.waitUntil(lambda: titles(ravi) == ["Host application · db-04"])
    qtbot.waitUntil(lambda: part(ravi, "request_chip").property("status") == "passed")
    assert "approvals.mine" in ravi.context.approvals.inboxes
    assert RESOURCES not in ravi.context.approvals.inboxes


@pytest.mark.rule("CP-69")
@pytest.mark.parametrize(
    ("person", "may"),
    [
        ("hanna", set[str]()),
        ("mara", {"host_create", "host_change", "host_delete", "project_quota"}),
        ("maker", {"host_create", "host_change", "host_delete", "project_quota", "domain_quota"}),
    ],
)
def test_what_runs_at_once_follows_ones_rights_and_nobody_can_ask_to_join(
    window_of: Callable[[str], MainWindow], person: str, may: set[str]
) -> None:
    window = window_of("" if person == "maker" else person)
    assert offered(window) == may
    assert part(window, "menu_file_request").menuAction().isVisible() == bool(may)  # type: ignore[attr-defined]
