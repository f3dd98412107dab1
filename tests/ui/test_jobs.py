"""Long work: seen at the foot of the navigation, stopped from there, and told of when it ends out of sight."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QProgressBar, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from agentdesk.desk import DeskError, Outcome
from agentdesk.desk.exporting import ExportStopped, Wanted, export_list
from agentdesk.desk.importing import Report
from agentdesk.desk.queries.detail import Detail
from agentdesk.desk.queries.tickets import TicketIds
from agentdesk.domain.commands import HandleTicket
from tests.ui.conftest import Office
from ui.actions.exporting import Exporting
from ui.context import Job
from ui.dialogs.import_files import ImportDialog
from ui.dialogs.trouble import TroubleDialog
from ui.window import MainWindow


def test_the_foot_of_the_navigation_says_how_far_work_is(window: MainWindow) -> None:
    status = window.nav.status
    usual = status.changes.text()
    window.context.jobs.show(Job("import", "Import", 0.4))
    assert status.changes.text() == "Import 40 %"
    assert "40 %" in status.accessibleName()
    window.context.jobs.end("import")
    assert status.changes.text() == usual


@pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)  # popups do on a screen; this one cannot
def test_enter_there_opens_the_work_in_progress_and_its_button_stops_it(window: MainWindow, qtbot: QtBot) -> None:
    stopped: list[bool] = []
    status = window.nav.status
    window.context.jobs.show(Job("import", "Import", 0.4, cancel=lambda: stopped.append(True)))
    status.setFocus()
    QTest.keyClick(status, Qt.Key.Key_Return)
    assert status.popover.isVisible()
    window.context.jobs.show(Job("import", "Import", 0.7, cancel=lambda: stopped.append(True)))
    bar = status.popover.findChild(QProgressBar, "job_import")
    assert isinstance(bar, QProgressBar)
    assert bar.value() == 700
    stop = status.popover.findChild(QPushButton, "job_cancel")
    assert isinstance(stop, QPushButton)
    stop.click()
    assert stopped == [True]
    QTest.keyClick(status.popover, Qt.Key.Key_Escape)
    assert not status.popover.isVisible()
    window.context.jobs.end("import")


@pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)
def test_work_in_progress_is_within_reach_while_the_navigation_is_hidden(window: MainWindow) -> None:
    window.commands["toggle_nav"].trigger()
    window.context.jobs.show(Job("import", "Import", 0.4))
    window.commands["jobs"].trigger()
    popover = window.nav.status.popover
    assert popover.isVisible()
    assert popover.findChild(QProgressBar, "job_import") is not None
    assert window.geometry().contains(popover.geometry())
    popover.hide()
    window.context.jobs.end("import")
    window.commands["toggle_nav"].trigger()


def test_a_bar_without_an_end_stands_still_where_nothing_may_move(window: MainWindow) -> None:
    popover = window.nav.status.popover
    window.context.jobs.show(Job("index", "Index"))
    bar = popover.findChild(QProgressBar, "job_index")
    assert isinstance(bar, QProgressBar)
    assert bar.maximum() == 0
    window.context.change_settings({"reduced_motion": True})
    window.context.jobs.show(Job("index", "Index"))
    assert bar.maximum() > 0
    window.context.change_settings({"reduced_motion": False})
    window.context.jobs.end("index")


def test_an_import_goes_on_behind_the_window_and_tells_what_came_of_it(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    seen: list[str] = []

    def run(paths: object, source: str, progress: Callable[[int, int], None], stopped: Callable[[], bool]) -> Report:
        progress(1, 4)
        dialog.reject()
        seen.append(window.nav.status.changes.text())
        assert not stopped()
        return Report(files=4, messages=4, tickets=4)

    dialog = ImportDialog(window.context, window.icons, window, run=run)
    dialog.open()
    dialog.add_paths([str(tmp_path)])
    dialog.submit()
    qtbot.waitUntil(lambda: seen == ["Import 25 %"])
    qtbot.waitUntil(lambda: "4 messages taken in" in window.banners.notice.text())
    assert window.context.jobs.running() == ()


def test_an_export_that_is_stopped_writes_nothing(office: Office, tmp_path: Path) -> None:
    def watch(done: int, total: int) -> None:
        raise ExportStopped

    out = tmp_path / "tickets.csv"
    with pytest.raises(ExportStopped):
        export_list(office.desk, Wanted(TicketIds("support.all")), "csv", out, watch=watch)
    assert not out.exists()


def test_an_export_shows_as_work_until_it_is_told(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    shown: list[str] = []
    window.context.jobs.changed.connect(lambda: shown.extend(job.words for job in window.context.jobs.running()))
    exporting = Exporting(window.context, window.icons, window)
    out = tmp_path / "tickets.csv"
    exporting.write(TicketIds("support.all"), "csv", ("number", "subject"), str(out))
    assert "Writing tickets.csv …" in shown
    assert out.read_text(encoding="utf-8-sig").startswith("number")
    qtbot.waitUntil(lambda: "6 rows written" in window.banners.notice.text())
    assert window.context.jobs.running() == ()


def test_properties_leave_while_several_tickets_are_selected(window: MainWindow, office: Office, qtbot: QtBot) -> None:
    window.context.set_selection((office.tickets[0], office.tickets[1]))
    assert not window.properties.isVisible()
    window.context.set_selection((office.tickets[0],))
    shown: QWidget = window.properties
    qtbot.waitUntil(shown.isVisible)


def test_trouble_with_the_disk_leads_to_a_way_on(window: MainWindow, office: Office, qtbot: QtBot) -> None:
    """The command that could not be written is given again from there."""
    command, error = HandleTicket(ticket=office.tickets[4]), DeskError("disk-full", path="/desk")
    window.context._answered((command,), 0, None, Outcome(ids=(), trouble=error))
    help_button = window.banners.findChild(QPushButton, "trouble_help")
    assert isinstance(help_button, QPushButton)
    help_button.click()
    dialog = window.findChild(QWidget, "trouble_dialog")
    assert isinstance(dialog, TroubleDialog)
    assert dialog.property("code") == "disk-full"
    dialog.submit()
    qtbot.waitUntil(lambda: window.banners.trouble.isHidden())
    found = office.desk.look(Detail(office.tickets[4]))
    assert found is not None
    assert found.row.handler == office.people["mara.lindt"]
