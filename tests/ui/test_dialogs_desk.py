"""Dialogs about the desk itself: import, export, preferences, keys, about, trouble and work in progress."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QProgressBar, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from agentdesk.desk import DeskError
from agentdesk.desk.importing import Report
from agentdesk.settings import Settings
from tests.ui.dialog_stage import Stage, child, click, found
from ui.context import Job
from ui.dialogs.about import AboutDialog
from ui.dialogs.export import ExportDialog
from ui.dialogs.import_files import ImportDialog
from ui.dialogs.jobs import JobsPopover
from ui.dialogs.list_box import ListBox
from ui.dialogs.preferences import PreferencesDialog
from ui.dialogs.rejections import rejection
from ui.dialogs.shortcuts import ShortcutsDialog
from ui.dialogs.trouble import TroubleDialog
from ui.widgets.banner import Banner
from ui.widgets.dialog_frame import DialogFrame
from ui.widgets.inputs import CheckBox, Combo
from ui.widgets.plain_label import PlainLabel
from ui.widgets.search_field import SearchField

LETTER = b"From: Noah <noah@helios.example>\nSubject: %s\nMessage-ID: <%s@x>\n\nIt hums.\n"


@pytest.fixture(scope="module")
def founded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return found(tmp_path_factory.mktemp("founded") / "desk")


@pytest.fixture
def stage(founded: Path, tmp_path: Path, qtbot: QtBot) -> Iterator[Stage]:
    stage = Stage(founded, tmp_path / "desk", qtbot)
    yield stage
    stage.close()


def opened(stage: Stage, dialog: DialogFrame) -> DialogFrame:
    dialog.open()
    stage.activate(dialog)
    return dialog


def texts(dialog: QWidget) -> str:
    return "\n".join(label.text() for label in dialog.findChildren(PlainLabel) if not label.isHidden())


# -------------------------------------------------------------------------------------------------- import


def letters(directory: Path, *names: str) -> str:
    directory.mkdir(exist_ok=True)
    for name in names:
        (directory / f"{name}.eml").write_bytes(LETTER % (name.encode(), name.encode()))
    return str(directory)


def test_files_are_taken_in_and_counted(stage: Stage, tmp_path: Path) -> None:
    dialog = ImportDialog(stage.context, stage.icons, stage.window)
    opened(stage, dialog)
    assert not dialog.main.isEnabled()
    folder = letters(tmp_path / "mail", "one", "two")
    (tmp_path / "mail" / "empty.eml").write_bytes(b"")
    dialog.add_paths([folder])
    click(dialog.main)
    assert "3 read: 2 messages taken in, 2 new tickets, 0 already there, 1 not taken." in texts(dialog)
    rejected = child(dialog, ListBox, "import_rejected")
    assert rejected.item(0).text().endswith("empty.eml – The file is empty.")
    assert dialog.main.text() == "Import again"
    click(dialog.main)
    assert "0 messages taken in, 0 new tickets, 2 already there" in texts(dialog)


def test_an_import_can_be_stopped_and_resumed(stage: Stage, tmp_path: Path) -> None:
    asked: list[bool] = []

    def run(
        paths: Sequence[Path], source: str, progress: Callable[[int, int], None], stopped: Callable[[], bool]
    ) -> Report:
        progress(1, 4)
        if not asked:
            dialog.submit()  # the button says Stop now
        asked.append(stopped())
        return Report(files=1, stopped=stopped())

    dialog = ImportDialog(stage.context, stage.icons, stage.window, run=run)
    opened(stage, dialog)
    dialog.add_paths([letters(tmp_path / "mail", "one")])
    click(dialog.main)
    assert asked == [True]
    assert "Stopped. 1 read" in texts(dialog)
    assert dialog.main.text() == "Resume"
    click(dialog.main)
    assert asked == [True, False]
    assert child(dialog, QProgressBar, "import_progress").value() == 250


def test_trouble_ends_an_import_with_a_sentence_and_a_way_on(stage: Stage, tmp_path: Path) -> None:
    def run(*_: object) -> Report:
        raise DeskError("disk-full", path="/desk")

    dialog = ImportDialog(stage.context, stage.icons, stage.window, run=run)
    opened(stage, dialog)
    dialog.add_paths([letters(tmp_path / "mail", "one")])
    click(dialog.main)
    assert "disk" in child(dialog, Banner, "import_error").text()
    assert dialog.main.text() == "Resume"
    assert dialog.main.isEnabled()


def test_every_reason_of_a_rejection_has_words() -> None:
    assert rejection("bad-json", {"reason": "line 3"}) == "This is not valid JSON: line 3."
    assert rejection("source-disabled", {"source": "GU"}) == "“GU” takes no new tickets."


# -------------------------------------------------------------------------------------------------- export


@pytest.fixture
def export(stage: Stage) -> ExportDialog:
    columns = [("number", "Number"), ("subject", "Subject"), ("created", "Created")]
    dialog = ExportDialog(stage.icons, 20, columns, stage.window)
    opened(stage, dialog)
    return dialog


def test_an_export_hands_out_format_columns_and_path(stage: Stage, export: ExportDialog, tmp_path: Path) -> None:
    wanted: list[tuple[str, tuple[str, ...], str]] = []
    export.wanted.connect(lambda *what: wanted.append(what))
    listed = child(export, ListBox, "export_columns")
    listed.setFocus()
    listed.setCurrentRow(1)
    stage.press(Qt.Key.Key_Space)
    child(export, Combo, "export_format").set_value("pdf")
    click(export.main)
    chooser = child(export, QFileDialog, "export_file_dialog")
    chooser.fileSelected.emit(str(tmp_path / "list.pdf"))
    assert wanted == [("pdf", ("number", "created"), str(tmp_path / "list.pdf"))]
    assert "What the list shows now: 20 rows." in texts(export)


def test_an_export_without_columns_is_explained(export: ExportDialog) -> None:
    listed = child(export, ListBox, "export_columns")
    for row in range(listed.count()):
        listed.item(row).setCheckState(Qt.CheckState.Unchecked)
    click(export.main)
    assert "Choose at least one column." in texts(export)
    assert export.findChild(QFileDialog) is None


# --------------------------------------------------------------------------------------------- preferences


@pytest.fixture
def preferences(stage: Stage) -> PreferencesDialog:
    dialog = PreferencesDialog(stage.context, stage.icons, stage.window, forced=frozenset({"theme"}))
    opened(stage, dialog)
    return dialog


def choose(dialog: QWidget, name: str, value: str) -> None:
    combo = child(dialog, Combo, name)
    combo.set_value(value)
    combo.activated.emit(combo.currentIndex())


def test_each_preference_is_told_at_once(preferences: PreferencesDialog) -> None:
    told: list[dict[str, object]] = []
    preferences.changed.connect(told.append)
    choose(preferences, "preferences_language", "de")
    choose(preferences, "preferences_hold_seconds", "30")
    choose(preferences, "preferences_text_scale", "1.3")
    child(preferences, CheckBox, "preferences_single_key_shortcuts").click()
    assert told == [
        {"language": "de"}, {"hold_seconds": 30}, {"text_scale": 1.3}, {"single_key_shortcuts": False},
    ]  # fmt: skip
    for change in told:
        Settings(**change)  # type: ignore[arg-type]


def test_what_the_environment_decides_cannot_be_changed_here(preferences: PreferencesDialog) -> None:
    preferences.show_section("appearance")
    assert not child(preferences, Combo, "preferences_theme").isEnabled()
    assert "Decided by AGENTDESK_THEME." in texts(preferences)


def test_another_language_keeps_the_place(preferences: PreferencesDialog, qtbot: QtBot) -> None:
    preferences.show_section("appearance")
    before = child(preferences, Combo, "preferences_text_scale")
    before.setFocus()
    QCoreApplication.sendEvent(preferences, QEvent(QEvent.Type.LanguageChange))
    qtbot.waitUntil(lambda: child(preferences._content, Combo, "preferences_text_scale") is not before)  # type: ignore[arg-type]
    qtbot.waitUntil(child(preferences._content, Combo, "preferences_text_scale").isVisible)  # type: ignore[arg-type]


def test_the_sheet_of_shortcuts_is_a_click_away(preferences: PreferencesDialog, qtbot: QtBot) -> None:
    preferences.show_section("shortcuts")
    with qtbot.waitSignal(preferences.shortcuts_wanted):
        click(child(preferences, QPushButton, "preferences_shortcuts"))


def test_where_the_desk_lies_is_said(stage: Stage, preferences: PreferencesDialog) -> None:
    preferences.show_section("storage")
    shown = child(preferences, PlainLabel, "preferences_desk").text().replace("\u200b", "")
    assert shown == str(stage.desk.directory)


# ------------------------------------------------------------------------------------------------ the rest


def test_the_sheet_of_shortcuts_finds_actions_and_keys(stage: Stage) -> None:
    table = [("Anywhere", "New ticket", ["Ctrl+N"]), ("List", "Next ticket", ["J", "Down"]), ("List", "Select", ["X"])]
    dialog = ShortcutsDialog(stage.icons, table, stage.window)
    opened(stage, dialog)
    assert dialog.shown() == ("New ticket: Ctrl+N", "Next ticket: J, Down", "Select: X")
    search = dialog.findChild(SearchField)
    assert search is not None
    QTest.keyClicks(search.edit, "ctrl")
    assert dialog.shown() == ("New ticket: Ctrl+N",)
    search.edit.clear()
    QTest.keyClicks(search.edit, "nothing like it")
    assert "No action is called like that." in texts(dialog)


def test_about_says_version_and_desk(stage: Stage) -> None:
    dialog = AboutDialog(stage.icons, stage.directory, stage.window)
    opened(stage, dialog)
    assert "Version" in child(dialog, PlainLabel, "about_version").text()
    stage.press(Qt.Key.Key_Return)
    assert dialog.isHidden()


def test_trouble_says_what_whose_fault_and_what_to_do(stage: Stage, qtbot: QtBot) -> None:
    dialog = TroubleDialog(stage.icons, DeskError("disk-full", path="/home/desk"), stage.window)
    opened(stage, dialog)
    assert dialog.property("code") == "disk-full"
    assert len(texts(dialog).splitlines()) >= 3
    with qtbot.waitSignal(dialog.again):
        stage.press(Qt.Key.Key_Return)


def test_work_in_progress_shows_how_far_it_is_and_can_be_stopped(stage: Stage) -> None:
    stopped: list[str] = []
    popover = JobsPopover(stage.icons, stage.window)
    popover.show_jobs(
        [Job("import", "Import", 0.4, "41 of 104", lambda: stopped.append("import")), Job("index", "Index")]
    )
    assert child(popover, QProgressBar, "job_import").value() == 400
    assert child(popover, QProgressBar, "job_index").maximum() == 0
    click(child(popover, QPushButton, "job_cancel"))
    assert stopped == ["import"]
    popover.show_jobs([])
    assert "Nothing is going on." in texts(popover)
